# SPDX-License-Identifier: Apache-2.0
"""How do files reach the disk and the browser? The only writer."""
