# SPDX-License-Identifier: Apache-2.0
"""How do tests wait for what happens in other threads and processes? By looking often, until a deadline."""

import time
from collections.abc import Callable

SECONDS = 20.0


def before_long(holds: Callable[[], bool]) -> bool:
    """Whether something comes to hold before the deadline."""
    deadline = time.monotonic() + SECONDS
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True
