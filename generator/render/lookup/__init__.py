# SPDX-License-Identifier: Apache-2.0
"""What does the lookup in the browser read? Static files from which every search fetches only a few.

`files.lookup_files` makes them all; the scripts below site_config/scripts/lookup/ read them.
"""
