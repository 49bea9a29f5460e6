# SPDX-License-Identifier: Apache-2.0
"""How do programs read findings? As one JSON object whose form stays; new keys may join those there are.

{"format": "platform-registry/findings/1",
 "as_of": day, "base": revision or null, "touched": number of files or null,
 "summary": sentence, "passes": whether nothing fails,
 "counts": {"error": n, "note": n, "accepted": n, "older": n},
 "findings": [{"level": one of these, "code": code, "meaning": what the code demands,
               "file": path below the root, "line": from 1 or null, "column": from 1 or null,
               "part": place in a file without lines or null, "message": what is wrong,
               "repair": what to do}]}
"""

from collections.abc import Mapping
from typing import Any

from generator.base.finding import Finding, Level
from generator.render.findings.told import Told, by_level, summary
from generator.render.json_text import readable

FORMAT = "platform-registry/findings/1"


def as_json(told: Told, meanings: Mapping[str, str]) -> str:
    """All findings with what they come to."""
    value = {
        "format": FORMAT,
        "as_of": told.as_of.isoformat(),
        "base": told.base,
        "touched": None if told.base is None else told.touched,
        "summary": summary(told),
        "passes": told.count(Level.ERROR) == 0,
        "counts": {level.value: count for level, count in by_level(told).items()},
        "findings": [_plain(finding, meanings) for finding in told.findings],
    }
    return readable(value)


def _plain(finding: Finding, meanings: Mapping[str, str]) -> dict[str, Any]:
    place = finding.location
    return {
        "level": finding.level.value,
        "code": finding.check,
        "meaning": meanings.get(finding.check),
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "part": place.part or None,
        "message": finding.message,
        "repair": finding.repair,
    }
