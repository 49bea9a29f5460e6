# SPDX-License-Identifier: Apache-2.0
"""How fast is it? Measures on fictitious registers; nothing here is a test."""
