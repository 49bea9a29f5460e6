# SPDX-License-Identifier: Apache-2.0
"""How does a list that an authority published become a designation document?"""
