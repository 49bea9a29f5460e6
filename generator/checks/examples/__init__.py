# SPDX-License-Identifier: Apache-2.0
"""How is each finding shown by example? A test keeps every example true."""
