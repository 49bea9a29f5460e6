# SPDX-License-Identifier: Apache-2.0
"""What is made of the papers of a version? Files, packs, pages and data."""
