# SPDX-License-Identifier: Apache-2.0
"""How do findings stand beside the lines of a pull request? As workflow commands that GitHub reads.

Whatever might end a command or a property is escaped, so that no text of a source gives another command.
"""

from collections.abc import Iterator, Mapping

from generator.base.finding import LEVEL_WORDS, Finding, Level
from generator.render.findings.told import Told, summary

COMMANDS: Mapping[Level, str] = {
    Level.ERROR: "error",
    Level.NOTE: "notice",
    Level.ACCEPTED: "notice",
    Level.OLDER: "notice",
}
IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTIES = IN_DATA | {":": "%3A", ",": "%2C"}


def annotations(told: Told) -> Iterator[str]:
    """One command a finding, then what they come to as plain text."""
    yield from map(_command, told.findings)
    yield summary(told)


def _command(finding: Finding) -> str:
    place = finding.location
    properties = {"file": place.file}
    if place.line:
        properties |= {"line": str(place.line), "col": str(place.column)}
    properties["title"] = f"{LEVEL_WORDS[finding.level]} {finding.check}"
    part = f"（{place.part}）" if place.part else ""
    written = ",".join(f"{name}={_escaped(value, IN_PROPERTIES)}" for name, value in properties.items())
    text = _escaped(f"{part}{finding.message}\n修法：{finding.repair}", IN_DATA)
    return f"::{COMMANDS[finding.level]} {written}::{text}"


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(character, character) for character in text)
