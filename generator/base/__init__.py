# SPDX-License-Identifier: Apache-2.0
"""What do all floors share? Small values without any knowledge of the register: places, findings, days."""
