# SPDX-License-Identifier: Apache-2.0
"""Do web servers say of the site what they should?"""
