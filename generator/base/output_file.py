# SPDX-License-Identifier: Apache-2.0
"""What is one file of the published site?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A path below the site's root, with `/` between its parts, and the bytes that stand there."""

    path: str
    content: bytes
