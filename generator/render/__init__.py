# SPDX-License-Identifier: Apache-2.0
"""Which files are made from the records? One output a file; nothing here reads or writes."""
