# SPDX-License-Identifier: Apache-2.0
"""How much of a long text does a message repeat?"""


def shortened(text: str, most: int) -> str:
    """The text, or so many characters of it and ……."""
    return text if len(text) <= most else f"{text[:most]}……"
