# SPDX-License-Identifier: Apache-2.0
"""Is a site that was put somewhere still what was built? In a folder or on the web."""
