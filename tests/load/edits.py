# SPDX-License-Identifier: Apache-2.0
"""How do tests of the loader make a mistake? By an edit in a file of the tiny site."""

from generator.base.finding import Finding
from generator.load import rooms
from generator.load.records import read_record
from tests.builders import TINY

LIST = "registry/designations/yangli/2020-06-01-first-list.yaml"
RULES = "registry/rulesets/yangli/2020.yaml"
FORM = "registry/forms/yangli/application.yaml"
PLACES = "registry/vocabularies/jurisdictions.yaml"


def findings_of(file: str, *edits: tuple[str, str], lines_before: int = 0) -> list[Finding]:
    """What is told of a file of the tiny site after some edits."""
    text = (TINY / file).read_text(encoding="utf-8")
    for right, wrong in edits:
        assert right in text
        text = text.replace(right, wrong, 1)
    room = rooms.room_of(file)
    assert room is not None
    record, findings = read_record(room[0].shape, text, file, lines_before)
    assert (record is None) == bool(findings)
    return findings


def told(file: str, right: str, wrong: str) -> tuple[str, str, int, int]:
    """Message, repair and place of the one finding."""
    (finding,) = findings_of(file, (right, wrong))
    return finding.message, finding.repair, finding.location.line, finding.location.column
