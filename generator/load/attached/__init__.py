# SPDX-License-Identifier: Apache-2.0
"""What do attachments say, in their text and beside it? One reader a format; they judge nothing."""
