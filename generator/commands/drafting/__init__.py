# SPDX-License-Identifier: Apache-2.0
"""What does `platform-registry new` ask for each kind of file, and in which order?"""
