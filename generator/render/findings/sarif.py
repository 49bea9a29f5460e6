# SPDX-License-Identifier: Apache-2.0
"""How do findings reach tools for code scanning? As SARIF 2.1.0.

A repair is told in words: a fix of SARIF would have to be a replacement of bytes, which is not known for all.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from generator.base.finding import Finding, Level
from generator.render.findings.told import Told
from generator.render.json_text import readable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
LEVELS: Mapping[Level, str] = {
    Level.ERROR: "error",
    Level.NOTE: "note",
    Level.ACCEPTED: "note",
    Level.OLDER: "warning",
}


def sarif(told: Told, meanings: Mapping[str, str]) -> str:
    """One run with a rule for each code that may be found."""
    codes = list(meanings)
    run = {
        "tool": {
            "driver": {
                "name": "platform-registry",
                "language": "zh-CN",
                "rules": [
                    {"id": code, "shortDescription": {"text": meaning}} for code, meaning in meanings.items()
                ],
            }
        },
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "项目的文件夹"}}},
        "results": [_result(finding, codes, told) for finding in told.findings],
    }
    value = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return readable(value)


def _result(finding: Finding, codes: list[str], told: Told) -> dict[str, Any]:
    place = finding.location
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file), "uriBaseId": ROOT}}
    if place.line:
        physical["region"] = {"startLine": place.line, "startColumn": place.column}
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.part:
        location["message"] = {"text": place.part}
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": codes.index(finding.check),
        "level": LEVELS[finding.level],
        "message": {"text": f"{finding.message}\n修法：{finding.repair}"},
        "locations": [location],
        "properties": {"repair": finding.repair},
    }
    if finding.level is Level.ACCEPTED:
        result["suppressions"] = [{"kind": "external", "justification": finding.message}]
    if told.base is not None:
        result["baselineState"] = "unchanged" if finding.level is Level.OLDER else "new"
    return result
