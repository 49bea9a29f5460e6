# SPDX-License-Identifier: Apache-2.0
"""How do commands speak: where, with what marks, and in which words of a refusal?"""

import errno
import io
import os
import pty
import re
import subprocess
import sys
from contextlib import closing

import pytest
import typer

from generator.base.finding import Finding, Level
from generator.base.location import Location
from generator.commands.voice import (
    REFUSALS,
    complain,
    complaining,
    hand_over,
    progress,
    refusal,
    report,
    say,
)
from generator.pipeline import Stopped
from generator.render.findings.told import Told
from tests.builders import TINY, TINY_DAY
from tests.commands.process import DAY, ESCAPE, HAN, MODULE
from tests.conftest import REPOSITORY

Capture = pytest.CaptureFixture[str]
ERROR = Finding(Location("a.yaml").at("x"), "甲错了", "改甲", "values").placed(2, 3)
NOTE = Finding(Location("b.yaml"), "乙可疑", "看乙", "words", Level.NOTE).placed(1, 1)


def test_results_go_to_standard_output_and_complaints_to_standard_error(capsys: Capture) -> None:
    say("结果")
    complain("不行")

    assert capsys.readouterr() == ("结果\n", "不行\n")


@pytest.mark.parametrize(
    "text",
    ["[bold]方括号[/bold]", ":smile: [1, 2] 'x' http://example.org", "很长" * 300, "一\n    二", "\\[x]"],
)
def test_text_is_said_as_it_is(capsys: Capture, text: str) -> None:
    say(text)
    complain(text)

    assert capsys.readouterr() == (f"{text}\n", f"{text}\n")


def test_findings_are_followed_by_their_number(capsys: Capture) -> None:
    report(Told((ERROR, NOTE, ERROR), TINY_DAY))

    assert capsys.readouterr().out == f"{ERROR}\n{NOTE}\n{ERROR}\n共 2 处错误、1 处提示\n"


def test_what_is_handed_over_to_programs_holds_no_number_of_a_person(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    hand_over('{"样例": "1380000' + '0000"}\n')

    assert capfdbinary.readouterr().out == '{"样例": "***********"}\n'.encode()


@pytest.mark.parametrize(
    ("findings", "summary"),
    [
        ([], "没有错误"),
        ([NOTE, NOTE], "没有错误，有 2 处提示"),
        ([ERROR], "共 1 处错误"),
    ],
)
def test_the_last_line_sums_up(capsys: Capture, findings: list[Finding], summary: str) -> None:
    report(Told(tuple(findings), TINY_DAY))

    assert capsys.readouterr().out.splitlines()[-1] == summary


def test_where_there_is_no_terminal_each_step_is_a_plain_line(capsys: Capture) -> None:
    with progress("第一步") as step:
        step("[第二步]")

    assert capsys.readouterr() == ("", "第一步\n[第二步]\n")


@pytest.mark.parametrize("number", REFUSALS)
def test_every_known_refusal_names_the_place_and_a_repair_in_chinese(number: int) -> None:
    said = refusal(OSError(number, os.strerror(number), "/srv/site"))

    assert said.startswith("/srv/site：")
    assert not re.search("[A-Za-z]", said.removeprefix("/srv/site"))
    assert re.search(HAN, said)


def test_a_refusal_of_two_places_names_the_one_that_was_to_become(tmp_path: object) -> None:
    said = refusal(OSError(errno.EISDIR, "Is a directory", "/srv/link", None, "/srv/site"))

    assert said == "/srv/site：那里有一个同名的文件夹，把它移走"


def test_a_refusal_without_a_place_or_a_number_is_told_all_the_same() -> None:
    assert refusal(OSError(errno.ENOSPC, "No space left")) == "磁盘已满，腾出空间后再试"
    assert refusal(OSError("something else")) == "something else"
    assert refusal(OSError(errno.ELOOP, "Too many levels of symbolic links", "x")).startswith("x：Too many")


def test_what_the_system_refuses_ends_with_1(capsys: Capture) -> None:
    with pytest.raises(typer.Exit) as caught, complaining("没有写出"):
        raise OSError(errno.ENOSPC, "No space left", "/srv/site")

    assert caught.value.exit_code == 1
    assert capsys.readouterr() == ("", "没有写出：/srv/site：磁盘已满，腾出空间后再试\n")


def test_a_build_that_stops_ends_with_1_and_its_reason(capsys: Capture) -> None:
    with pytest.raises(typer.Exit) as caught, complaining("没有检查完"):
        raise Stopped("内存不足\n    修法：再试")

    assert caught.value.exit_code == 1
    assert capsys.readouterr() == ("", "没有检查完：内存不足\n    修法：再试\n")


def test_what_is_no_refusal_of_the_system_is_not_hidden() -> None:
    with pytest.raises(ValueError, match="甲"), complaining("没有写出"):
        raise ValueError("甲")


def test_characters_that_the_terminal_does_not_have_are_told_as_codes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="gbk", write_through=True))

    say("生僻字䶮的样例")

    assert raw.getvalue().decode("gbk") == "生僻字\\u4dae的样例\n"


def on_terminal(encoding: str) -> tuple[str, str]:
    """What `check` says on standard output, and what it shows on a terminal as standard error."""
    ours, theirs = pty.openpty()
    with closing(os.fdopen(ours, "rb", buffering=0)) as screen:
        process = subprocess.Popen(
            [*MODULE, "check", "--root", str(TINY), *DAY],
            cwd=REPOSITORY,
            env=os.environ | {"TERM": "xterm", "PYTHONIOENCODING": encoding},
            stdout=subprocess.PIPE,
            stderr=theirs,
        )
        os.close(theirs)
        said = process.communicate(timeout=60)[0]
        shown = b""
        try:
            while part := screen.read(4096):
                shown += part
        except OSError as error:
            if error.errno != errno.EIO:  # which says that the terminal was closed at the other end
                raise
    return said.decode(encoding), shown.decode(encoding)


def test_on_a_terminal_progress_is_a_line_that_changes_and_results_stay_plain() -> None:
    said, shown = on_terminal("utf-8")

    assert said == "没有错误\n"
    assert ESCAPE in shown
    assert "检查记录" in shown


def test_on_a_terminal_of_another_encoding_progress_is_plain_lines() -> None:
    assert on_terminal("gbk") == ("没有错误\n", "检查记录\r\n")
