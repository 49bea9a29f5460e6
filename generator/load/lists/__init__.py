# SPDX-License-Identifier: Apache-2.0
"""How are the lists read that authorities publish as workbooks or as CSV?"""
