# SPDX-License-Identifier: Apache-2.0
"""What follows from the records? Pure functions; the day is always an argument."""
