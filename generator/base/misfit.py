# SPDX-License-Identifier: Apache-2.0
"""Why is a value not what its field takes? Both halves are sentences for editors, in Chinese."""


class Misfit(ValueError):  # noqa: N818  (not an error of the program: a value an editor typed)
    """A value that does not fit, and the repair."""

    def __init__(self, message: str, repair: str) -> None:
        super().__init__(message)
        self.message = message
        self.repair = repair
