# SPDX-License-Identifier: Apache-2.0
"""How is what differs between two revisions told: group by group in words, as Markdown, as JSON?"""
