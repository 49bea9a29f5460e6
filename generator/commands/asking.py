# SPDX-License-Identifier: Apache-2.0
"""How does a command get what it needs? From an option, else by asking in Chinese, until the answer does.

An option that does not do is a usage error. An answer that does not do is told why, with the repair, and
asked again. Answers may be piped; where they end too early, the option that would have helped is named.
Questions go to standard error, so that standard output holds nothing but the result.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import typer

from generator.base.location import Location
from generator.base.misfit import Misfit
from generator.commands.arguments import MISUSE
from generator.commands.voice import complain
from generator.load.personal_data import told, traces
from generator.load.text_file import HIDDEN, hidden_message

T = TypeVar("T")
Parse = Callable[[str], T]
Choices = Sequence[tuple[str, str]]  # keys with their words
YES, NO = {"是", "y", "yes", "对"}, {"否", "n", "no", "不"}


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks for what is missing. `undone` says what did not happen where there is no answer."""

    undone: str = "没有写任何文件"

    def ask(
        self,
        question: str,
        option: str,
        given: str | None,
        parse: Parse[T],
        default: str | None = None,
        *,
        tabs: str = "\t",
    ) -> T:
        """What an option gave, else the answer; an empty answer stands for the default.

        `parse` takes the text without spaces around it, and raises Misfit where it does not do. `tabs` stands
        for a tab, which comes with rows that are copied from a table and can stand in no answer.
        """
        if given is not None:
            try:
                return parse(sound(given.strip().replace("\t", tabs)))
            except Misfit as misfit:
                raise self._misused(f"{option}：{misfit}。{misfit.repair}") from misfit
        while True:
            complain(f"{question}{f'［直接回车：{default}］' if default else ''}")
            answer = self._answer(option) or default or ""
            try:
                return parse(sound(answer.replace("\t", tabs)))
            except Misfit as misfit:
                complain(f"不行：{misfit}。{misfit.repair}")

    def choose(
        self, question: str, option: str, given: str | None, choices: Choices, elsewhere: str = ""
    ) -> str:
        """The key of one of several choices; `elsewhere` says what to do for what is not among them."""
        asked = f"{question}\n{numbered(words for _, words in choices)}"
        return self.ask(asked, option, given, lambda answer: chosen_from(choices, answer, elsewhere))

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


def numbered(words: Iterable[str]) -> str:
    """Lines from which one is chosen by its number."""
    return "\n".join(f"  {number} {word}" for number, word in enumerate(words, 1))


def chosen_from(choices: Choices, answer: str, elsewhere: str = "") -> str:
    """The key of the choice that an answer names by its number, its key or its words; else Misfit."""
    for number, (key, words) in enumerate(choices, 1):
        if answer in {str(number), key, words}:
            return key
    known = "、".join(words for _, words in choices)
    message = f"没有“{answer}”这一项" if answer else "没有选"
    raise Misfit(message, f"写序号，或写其中一项：{known}{f'。{elsewhere}' if elsewhere else ''}")


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
