# SPDX-License-Identifier: Apache-2.0
"""What does the first draft of each kind of source file say? Pure functions of answers and the register."""
