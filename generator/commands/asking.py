# SPDX-License-Identifier: Apache-2.0
"""How does a command get what it needs? From an option, else by asking in Chinese, until the answer does.

An option that does not do is a usage error. An answer that does not do is told why, with the repair, and
asked again. Answers may be piped; where they end too early, the option that would have helped is named.
Questions go to standard error, so that standard output holds nothing but the result.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import typer

from generator.base.location import Location
from generator.base.misfit import Misfit
from generator.commands.voice import complain
from generator.load.personal_data import told, traces
from generator.load.text_file import HIDDEN, hidden_message

MISUSE = 2
T = TypeVar("T")
Parse = Callable[[str], T]
YES, NO = {"是", "y", "yes", "对"}, {"否", "n", "no", "不"}


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks for what is missing. `undone` says what did not happen where there is no answer."""

    undone: str = "没有写任何文件"

    def ask(
        self, question: str, option: str, given: str | None, parse: Parse[T], default: str | None = None
    ) -> T:
        """What an option gave, else the answer; an empty answer stands for the default.

        `parse` takes the text without spaces around it, and raises Misfit where it does not do.
        """
        if given is not None:
            try:
                return parse(sound(given.strip()))
            except Misfit as misfit:
                raise self._misused(f"{option}：{misfit}。{misfit.repair}") from misfit
        while True:
            complain(f"{question}{f'［直接回车：{default}］' if default else ''}")
            answer = self._answer(option) or default or ""
            try:
                return parse(sound(answer))
            except Misfit as misfit:
                complain(f"不行：{misfit}。{misfit.repair}")

    def choose(
        self, question: str, option: str, given: str | None, choices: Sequence[tuple[str, str]]
    ) -> str:
        """The key of one of several choices, each with its words; a number, the key or the words will do."""
        listed = "\n".join(f"  {number} {words}" for number, (_, words) in enumerate(choices, 1))
        return self.ask(f"{question}\n{listed}", option, given, lambda text: chosen_from(choices, text))

    def confirm(self, question: str, option: str) -> bool:
        """Yes or no."""

        def parse(text: str) -> bool:
            if text.lower() in YES | NO:
                return text.lower() in YES
            raise Misfit(f"“{text}”不是“是”或“否”", "写 是 或 否")

        return self.ask(f"{question}（是/否）", option, None, parse)

    def _answer(self, option: str) -> str:
        """One line; the end of the command where there is none."""
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt as error:
            complain(f"中断了，{self.undone}")
            raise typer.Exit(1) from error
        except UnicodeDecodeError as error:
            raise self._misused("回答不是 UTF-8 编码的文字。用 UTF-8 重新保存") from error
        if not line and sys.stdin.isatty():
            complain(f"中断了，{self.undone}")
            raise typer.Exit(1)
        if not line:
            raise self._misused(f"这里不能提问，也没有给出回答。用 {option} 写明")
        return line.strip()

    def _misused(self, why: str) -> typer.Exit:
        """The end of the command for what its user wrote, with what did not happen."""
        complain(f"{why}；{self.undone}")
        return typer.Exit(MISUSE)


def chosen_from(choices: Sequence[tuple[str, str]], answer: str) -> str:
    """The key of the choice that an answer names by its number, its key or its words; else Misfit."""
    for number, (key, words) in enumerate(choices, 1):
        if answer in {str(number), key, words}:
            return key
    known = "、".join(words for _, words in choices)
    raise Misfit(f"没有“{answer}”这一项" if answer else "没有选", f"写序号，或写其中一项：{known}")


def sound(answer: str) -> str:
    """The answer itself if it can stand in a source file, else Misfit."""
    if found := HIDDEN.search(answer):
        raise Misfit(hidden_message(found[0]), "删去它，或直接打字，不粘贴")
    if any("\ud800" <= character <= "\udfff" for character in answer):
        raise Misfit("回答不是 UTF-8 编码的文字", "换用 UTF-8 编码")
    if personal := traces(answer):
        finding = told(Location(""), personal[0].kind)
        raise Misfit(finding.message, finding.repair)
    return answer
