# SPDX-License-Identifier: Apache-2.0
"""Does a command ask for what no option gave, until the answer does, and end well where none comes?"""

import io
import sys
from datetime import date

import pytest
import typer

from generator.author.drafts.parsing import optional, words
from generator.base.days import PartialDate
from generator.base.misfit import Misfit
from generator.commands.asking import Asker

CHOICES = [("call", "申报通知"), ("other", "其他公告")]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> "Answers":
    return Answers(monkeypatch)


class Answers:
    """What stands on standard input."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def __call__(self, *lines: str, is_terminal: bool = False) -> None:
        """Put these answers there."""
        given = io.StringIO("".join(f"{line}\n" for line in lines))
        self.monkeypatch.setattr(given, "isatty", lambda: is_terminal)
        self.monkeypatch.setattr(sys, "stdin", given)


def day(answer: str) -> date:
    known = PartialDate.parse(answer).exact
    if known is None:
        raise Misfit("没有日", "写到日")
    return known


def ended(*arguments: object) -> int:
    with pytest.raises(typer.Exit) as caught:
        Asker().ask(*arguments)  # type: ignore[arg-type]
    return caught.value.exit_code


def test_what_an_option_gave_is_not_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert Asker().ask("哪一天？", "--on", " 2024-01-02 ", day) == date(2024, 1, 2)
    assert capsys.readouterr() == ("", "")


def test_an_option_that_does_not_do_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("哪一天？", "--on", "2024年1月2日", day) == 2
    assert capsys.readouterr().err == "--on：“2024年1月2日”不是日期。写作 2024-01-02；没有写任何文件\n"


def test_an_answer_that_does_not_do_is_asked_again_with_the_repair(
    answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    answers("2024.1.2", " 2024-01-02　")

    assert Asker().ask("哪一天？", "--on", None, day) == date(2024, 1, 2)
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "哪一天？\n不行：“2024.1.2”不是日期。写作 2024-01-02\n哪一天？\n"


def test_an_empty_answer_stands_for_the_default(answers: Answers, capsys: pytest.CaptureFixture[str]) -> None:
    answers("", "")

    assert Asker().ask("哪一天？", "--on", None, day, default="2024-01-02") == date(2024, 1, 2)
    assert capsys.readouterr().err == "哪一天？［直接回车：2024-01-02］\n"
    assert Asker().ask("文号？", "--number", None, optional(words)) is None


@pytest.mark.parametrize("answer", ["2", "other", "其他公告"])
def test_a_choice_is_made_by_number_key_or_words(answer: str, answers: Answers) -> None:
    answers("3", answer)

    assert Asker().choose("哪一类？", "--kind", None, CHOICES) == "other"
    assert Asker().choose("哪一类？", "--kind", "call", CHOICES) == "call"


def test_choices_are_shown_and_a_wrong_one_is_told(
    answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    answers("通知", "1")

    Asker().choose("哪一类？", "--kind", None, CHOICES)

    question = "哪一类？\n  1 申报通知\n  2 其他公告\n"
    wrong = "不行：没有“通知”这一项。写序号，或写其中一项：申报通知、其他公告\n"
    assert capsys.readouterr().err == question + wrong + question


def test_yes_and_no_are_said_in_chinese(answers: Answers) -> None:
    answers("也许", "", "是", "n")

    assert Asker().confirm("写吗？", "--yes") is True
    assert Asker().confirm("写吗？", "--yes") is False


def test_where_nothing_is_piped_the_option_is_named(
    answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    answers()

    assert ended("哪一天？", "--on", None, day) == 2
    assert capsys.readouterr().err == "哪一天？\n这里不能提问，也没有给出回答。用 --on 写明；没有写任何文件\n"


def test_leaving_a_terminal_in_the_middle_is_told(
    answers: Answers, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(is_terminal=True)
    assert ended("哪一天？", "--on", None, day) == 1
    assert capsys.readouterr().err.endswith("\n中断了，没有写任何文件\n")

    def interrupted() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.stdin, "readline", interrupted)
    assert ended("哪一天？", "--on", None, day) == 1
    assert capsys.readouterr().err.endswith("\n中断了，没有写任何文件\n")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("甲\u200b乙", "U+200B（零宽空格）"),
        ("甲\t乙", "制表符"),
        ("甲\udcff", "UTF-8"),
        ("", "没有写内容"),
        ("甲乙（1380000" + "1234）", "不行：这里有手机号码。删去它，只写科室和办公电话；"),
    ],
)
def test_what_cannot_stand_in_a_source_is_asked_again(
    answer: str, told: str, answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(answer, "甲乙")

    assert Asker().ask("名称？", "--name", None, words) == "甲乙"
    assert told in capsys.readouterr().err
    assert ended("名称？", "--name", answer, words) == 2


def test_bytes_that_are_no_text_end_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("名称\n".encode("gbk")), encoding="utf-8"))

    assert ended("名称？", "--name", None, words) == 2
    assert "不是 UTF-8" in capsys.readouterr().err
