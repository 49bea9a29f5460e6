# SPDX-License-Identifier: Apache-2.0
"""What may be wrong with the records? One topic a file, one small generator a check."""
