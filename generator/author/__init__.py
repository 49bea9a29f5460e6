# SPDX-License-Identifier: Apache-2.0
"""What can the machine write for people? Drafts of records, and fictitious registers to try things on."""
