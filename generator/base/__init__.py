# SPDX-License-Identifier: Apache-2.0
"""What do all floors share? Places, findings, days, quantities, identifiers: small values without any knowledge of the register."""
