# SPDX-License-Identifier: Apache-2.0
"""Does the machine do what it says? The folders mirror those of the generator."""
