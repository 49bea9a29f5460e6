# SPDX-License-Identifier: Apache-2.0
"""Does the quick reading of YAML say exactly what ruamel.yaml says, or leave the text to it?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError

from generator.load.quick_yaml import NotQuick, read_quickly
from generator.load.yaml_file import yaml_reader

REPOSITORY = Path(__file__).parents[2]
FILES = sorted(
    [*REPOSITORY.glob("registry/**/*.yaml"), *REPOSITORY.glob("tests/sites/tiny/registry/**/*.yaml")]
)

SCALARS = (
    *(
        "010",
        "0o10",
        "0x1F",
        "0x",
        "0b11",
        "08",
        "-0",
        "00",
        "-010",
        "1_000",
        "._",
        ".1_0",
        "1._",
        "0x_1",
        "0x1_f",
        "0o1_0",
        "-._1",
        "-_",
        "+_1",
        "1__0",
        "1e3",
        "0.1e+3",
        "1.",
        "+1",
        "-.5",
    ),
    *(
        "1.10",
        "0.1",
        ".inf",
        "-.inf",
        ".nan",
        "NaN",
        "123456789012345678901234567890",
        "9" * 18,
        "'9'",
        "1,000",
        "1 2",
    ),
    *(
        "2020-01-02",
        "'2020-01-02'",
        '"2020-01-02"',
        "2020-1-2",
        "2020-02-30",
        "2020-01-02T10:00:00",
        "0123-01-01",
    ),
    *(
        "2020-01-02 03:04:05",
        "2017-07",
        "2017",
        "12:30:45",
        "190:20:30",
        "99999999-01-01",
        "2020/01/02",
        "２０２０-01-02",
    ),
    *(
        "yes",
        "no",
        "on",
        "True",
        "TRUE",
        "true",
        "~",
        "null",
        "Null",
        "",
        "=",
        "<<",
        "x # c",
        "'x'' y'",
        '"\\u4e2d"',
    ),
    *(
        "{}",
        "[]",
        "[1, 2]",
        "{b: 2020-01-02}",
        "[2020-01-02]",
        "|\n  x\n",
        "|-\n  2020-01-02",
        ">\n x\n y\n",
        "&x 1",
        "!!str 1",
    ),
    *(
        "\n  2020-01-02",
        "甲",
        "“2020-01-02”",
        "a:b",
        "http://example.org/a?b=c",
        "-",
        "- 1",
        "? x",
        "@x",
        "`x`",
        "%x",
        "*x",
    ),
)


def carefully(text: str) -> Any:
    """What ruamel.yaml reads; the kind of its error where it refuses."""
    try:
        return yaml_reader().load(text)
    except (YAMLError, ValueError):
        return YAMLError


def quickly(text: str) -> Any:
    """What is read quickly, or else what ruamel.yaml reads."""
    try:
        return read_quickly(text)
    except NotQuick:
        return carefully(text)


@pytest.mark.parametrize("file", FILES, ids=lambda path: "/".join(path.parts[-3:]))
def test_both_parsers_read_a_source_alike(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert repr(quickly(text)) == repr(carefully(text))


@pytest.mark.parametrize("scalar", SCALARS)
@pytest.mark.parametrize("frame", ["a: {}", "- {}", "{{a: {}, b: 1}}", "[{}]", "{}: a", "{}"])
def test_both_parsers_read_awkward_scalars_alike(scalar: str, frame: str) -> None:
    text = frame.format(scalar)

    assert repr(quickly(text)) == repr(carefully(text))


@given(st.text("019_-+.:eExoTt '\"=~#&*!<[]{},\n年", max_size=14))
def test_both_parsers_read_any_text_of_awkward_signs_alike(text: str) -> None:
    assert repr(quickly(f"a: {text}")) == repr(carefully(f"a: {text}"))


def test_lists_as_authorities_publish_them_are_read_quickly() -> None:
    text = "acts:\n  - {kind: designate, from: 2021-01-01, name: 甲, credit_code: '91350200M000100Y43'}\n"

    assert read_quickly(text) == {
        "acts": [
            {"kind": "designate", "from": date(2021, 1, 1), "name": "甲", "credit_code": "91350200M000100Y43"}
        ]
    }


@pytest.mark.parametrize(
    "text", ["a: 1\na: 2", "{a: 1, a: 2}", "a: &x 1", "a: 1\n---\nb: 2", "a: '2020-01-02'"]
)
def test_what_it_cannot_be_trusted_with_is_left_to_the_other(text: str) -> None:
    with pytest.raises(NotQuick):
        read_quickly(text)
