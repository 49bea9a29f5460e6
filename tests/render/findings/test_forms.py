# SPDX-License-Identifier: Apache-2.0
"""Do all forms tell the same findings, each by its own rules, and does no text break out of them?"""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from generator.base.finding import Finding, Level
from generator.base.location import Location
from generator.checks.handbook import meanings
from generator.render.findings.annotations import annotations
from generator.render.findings.as_json import as_json
from generator.render.findings.sarif import sarif
from generator.render.findings.told import Told, in_words, summary
from tests.builders import TINY_DAY

SARIF = json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text(encoding="utf-8"))
CODE = "dates-are-in-order"
ERROR = Finding(Location("registry/a.yaml", ("x",)), "甲错了", "改甲", CODE).placed(2, 3)
NOTE = Finding(Location("content/样例 b.md"), "乙可疑", "看乙", CODE, Level.NOTE).placed(1, 1)
IN_A_PDF = Finding(Location("content/c.pdf", part="第 2 页"), "这里有手机号码", "删去", "personal-data")
ACCEPTED = replace(ERROR, level=Level.ACCEPTED)
OLDER = replace(ERROR, level=Level.OLDER)
ALL = Told((ERROR, NOTE, IN_A_PDF, ACCEPTED, OLDER), TINY_DAY, base="main", touched=2, untold=4)
PLAIN = Told((ERROR, NOTE), TINY_DAY)
COMMAND = re.compile(r"::(?P<command>\w+) (?P<properties>[^:]*)::(?P<data>.*)")


def test_people_read_what_fails_first_and_the_rest_under_its_head() -> None:
    *lines, last = in_words(ALL)

    assert lines == [
        str(ERROR),
        str(NOTE),
        str(IN_A_PDF),
        "以前就有的错误（在这次改动没有涉及的文件里，不影响通过）：",
        str(OLDER),
        "已接受的例外（不影响通过）：",
        str(ACCEPTED),
    ]
    assert last == (
        "这次改动涉及 2 个文件：共 2 处错误、1 处提示，改正以后才能合并；"
        "以前就有的错误 1 处；已接受的例外 1 处；原有的提示 4 处没有列出"
    )


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Told((), TINY_DAY), "没有错误"),
        (Told((NOTE,), TINY_DAY), "没有错误，有 1 处提示"),
        (Told((ERROR, NOTE), TINY_DAY), "共 1 处错误、1 处提示"),
        (Told((ACCEPTED,), TINY_DAY), "没有错误；已接受的例外 1 处"),
        (Told((), TINY_DAY, "main"), "与 main 相比没有改动任何文件"),
        (Told((NOTE,), TINY_DAY, "main"), "与 main 相比没有改动任何文件，没有错误，有 1 处提示"),
        (Told((), TINY_DAY, "main", 1), "这次改动涉及 1 个文件：没有错误"),
        (Told((OLDER,), TINY_DAY, "main", 1), "这次改动涉及 1 个文件：没有错误；以前就有的错误 1 处"),
    ],
)
def test_what_it_comes_to_is_one_sentence(told: Told, words: str) -> None:
    assert summary(told) == words


def test_the_json_has_a_form_that_stays() -> None:
    value = json.loads(as_json(ALL, meanings()))

    assert {name: value[name] for name in value if name not in {"findings", "summary"}} == {
        "format": "platform-registry/findings/1",
        "as_of": "2024-01-02",
        "base": "main",
        "touched": 2,
        "passes": False,
        "counts": {"error": 2, "note": 1, "accepted": 1, "older": 1},
    }
    assert value["summary"] == summary(ALL)
    assert value["findings"][0] == {
        "level": "error",
        "code": CODE,
        "meaning": meanings()[CODE],
        "file": "registry/a.yaml",
        "line": 2,
        "column": 3,
        "part": None,
        "message": "甲错了",
        "repair": "改甲",
    }
    assert [value["findings"][2][name] for name in ("line", "column", "part")] == [None, None, "第 2 页"]


def test_the_json_of_all_sources_names_no_revision() -> None:
    value = json.loads(as_json(Told((NOTE,), TINY_DAY), meanings()))

    assert (value["base"], value["touched"], value["passes"]) == (None, None, True)


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub reads it."""
    found = COMMAND.fullmatch(line)
    assert found, line

    def plain(text: str) -> str:
        for code, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            text = text.replace(code, sign)
        return text

    pairs = (pair.split("=", 1) for pair in found["properties"].split(","))
    return found["command"], {name: plain(value) for name, value in pairs}, plain(found["data"])


def test_annotations_stand_at_their_lines_and_end_with_the_sum() -> None:
    *lines, last = annotations(ALL)

    assert [read(line)[0] for line in lines] == ["error", "notice", "error", "notice", "notice"]
    assert read(lines[0]) == (
        "error",
        {"file": "registry/a.yaml", "line": "2", "col": "3", "title": f"错误 {CODE}"},
        "甲错了\n修法：改甲",
    )
    assert read(lines[2])[1:] == (
        {"file": "content/c.pdf", "title": "错误 personal-data"},
        "（第 2 页）这里有手机号码\n修法：删去",
    )
    assert last == summary(ALL)


@given(st.text(alphabet="甲:,%\r\n=0AD", max_size=12), st.text(alphabet="a:,%=.0A/", min_size=1, max_size=12))
def test_no_text_gives_a_command_of_its_own(message: str, file: str) -> None:
    finding = Finding(Location(file), message, "改", CODE).placed(1, 1)
    line, _ = annotations(Told((finding,), TINY_DAY))

    assert "\n" not in line
    assert "\r" not in line
    _, properties, data = read(line)
    assert properties["file"] == file
    assert data == f"{message}\n修法：改"


@pytest.mark.parametrize("told", [ALL, PLAIN, Told((), TINY_DAY)])
def test_the_sarif_is_valid_by_its_schema(told: Told) -> None:
    Draft4Validator.check_schema(SARIF)
    Draft4Validator(SARIF).validate(json.loads(sarif(told, meanings())))


def results(told: Told) -> list[dict[str, Any]]:
    [run] = json.loads(sarif(told, meanings()))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        finding.check for finding in told.findings
    ]
    found: list[dict[str, Any]] = run["results"]
    return found


def test_the_sarif_explains_every_code_and_places_every_finding() -> None:
    [run] = json.loads(sarif(ALL, meanings()))["runs"]
    first, second, third, accepted, older = results(ALL)

    assert {rule["id"]: rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"]} == dict(
        meanings()
    )
    place = first["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 2, "startColumn": 3}
    assert place["artifactLocation"] == {"uri": "registry/a.yaml", "uriBaseId": "%SRCROOT%"}
    assert second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == (
        "content/%E6%A0%B7%E4%BE%8B%20b.md"
    )
    assert third["locations"][0]["message"] == {"text": "第 2 页"}
    assert first["message"]["text"] == "甲错了\n修法：改甲"
    assert [one["level"] for one in (first, second, accepted, older)] == ["error", "note", "note", "warning"]
    assert [one["baselineState"] for one in (first, older)] == ["new", "unchanged"]
    assert accepted["suppressions"] == [{"kind": "external", "justification": "甲错了"}]


def test_the_sarif_of_all_sources_says_nothing_of_a_base() -> None:
    assert all("baselineState" not in result for result in results(PLAIN))
