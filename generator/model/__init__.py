# SPDX-License-Identifier: Apache-2.0
"""What is a record? One file for each kind; the only place that states a field."""
