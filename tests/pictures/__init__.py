# SPDX-License-Identifier: Apache-2.0
"""How are the pictures of the editors' guide made? `make pictures`: from what the commands really do."""
