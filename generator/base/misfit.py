# SPDX-License-Identifier: Apache-2.0
"""Why is a value not what its field takes? Both halves are sentences for editors, in Chinese."""


class Misfit(ValueError):
    """A value that does not fit, and the repair; for a whole record also the field to look at first."""

    def __init__(self, message: str, repair: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.repair = repair
        self.field = field


def quoted(value: object) -> str:
    """A value as a message names it: as it was typed, or by its kind where it is not one word."""
    if value is None:
        return "空值"
    if isinstance(value, dict | list):
        return "带字段的一段" if isinstance(value, dict) else "列表"
    return f"“{str(value).lower() if isinstance(value, bool) else value}”"
