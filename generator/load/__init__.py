# SPDX-License-Identifier: Apache-2.0
"""How do files become records? The only reader of sources."""
