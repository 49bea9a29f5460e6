# SPDX-License-Identifier: Apache-2.0
"""Where does the answer to a question come from? From an option, from a filled form, or from asking."""

import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import typer

from generator.author.drafts.parsing import NOT_SEEN, said
from generator.base.misfit import Misfit
from generator.commands.asking import Asker, Choices, chosen_from, numbered, sound
from generator.commands.drafting.questions import Question
from generator.commands.voice import complain
from generator.model.record import Labelled

COLUMN = "|"  # parts the columns of a row
T = TypeVar("T")
L = TypeVar("L", bound=Labelled)


@dataclass(frozen=True, slots=True)
class Answers:
    """The options given, and the fields of a form where there is one; then nothing is asked."""

    given: Mapping[str, Any]
    form: Mapping[str, str] | None = None
    asker: Asker = field(default_factory=Asker)
    kept: dict[str, list[str]] = field(default_factory=dict)  # the answers that did, by option
    looked_at: set[str] = field(default_factory=set)  # labels of the form

    @property
    def as_options(self) -> str:
        """The answers as they would be given on the command line."""
        words = [word for option, texts in self.kept.items() for text in texts for word in (option, text)]
        return shlex.join(words)

    @property
    def not_looked_at(self) -> list[str]:
        """What was filled into the form and concerns another kind."""
        return [label for label, text in (self.form or {}).items() if text and label not in self.looked_at]

    def get(
        self, question: Question, parse: Callable[[str], T], default: str | None = None, asked: str = ""
    ) -> T:
        """The answer. What an empty one means is for `parse`, unless there is a default."""
        given = self.given.get(question.key)
        parse = self._keeping(question, parse)
        if self.form is None or given is not None:
            return self.asker.ask(asked or question.asked, question.option, given, parse, default)
        self.looked_at.add(question.label)
        filled = self.form.get(question.label, "").replace("\t", "    ") or default or ""
        try:
            return parse(sound(filled))
        except Misfit as misfit:
            raise self._wrong(question, misfit) from misfit

    def choose(
        self, question: Question, choices: Choices, *, may_be_none: bool = False, asked: str = ""
    ) -> str | None:
        """The key of one of several choices, or None where that may be and is said."""
        offered = [*choices, *([(NOT_SEEN, "没有，或本站没有收录")] if may_be_none else [])]
        usual = NOT_SEEN if may_be_none and self.form is not None else None
        chosen = self.get(
            question,
            lambda answer: chosen_from(offered, answer),
            usual,
            f"{asked or question.asked}\n{numbered(words for _, words in offered)}",
        )
        self.kept[question.option] = [chosen]  # numbers may be others another time
        return said(chosen)

    def one_of(self, question: Question, kinds: type[L]) -> L:
        """One of the members of a closed list."""
        chosen = self.choose(question, [(kind.value, kind.label) for kind in kinds])
        return next(kind for kind in kinds if kind.value == chosen)

    @property
    def stated(self) -> frozenset[str]:
        """The keys of the questions that an option answers."""
        return frozenset(key for key, value in self.given.items() if value is not None)

    def said(self, question: Question, parse: Callable[[str], T]) -> T | None:
        """What an option says; without it nobody is asked."""
        return self.get(question, parse) if question.key in self.stated else None

    def rows(self, question: Question, asked: str, parse: Callable[[Sequence[str]], T]) -> T:
        """What several lines mean together; asked one by one until an empty one."""
        given = self.given.get(question.key)
        parse = self._keeping_lines(question, parse)
        if given:
            return self.asker.ask(
                asked, question.option, "\n".join(given), lambda text: parse(text.split("\n")), tabs=COLUMN
            )
        if self.form is not None:
            self.looked_at.add(question.label)
            try:
                filled = self.form.get(question.label, "").replace("\t", COLUMN).split("\n")
                return parse([sound(line) for line in filled])
            except Misfit as misfit:
                raise self._wrong(question, misfit) from misfit
        while True:
            complain(asked)
            lines: list[str] = []
            while line := self._row(question, parse, lines):
                lines.append(line)
            try:
                return parse(lines)
            except Misfit as misfit:
                complain(f"不行：{misfit}。{misfit.repair}")

    def _row(self, question: Question, parse: Callable[[Sequence[str]], Any], lines: list[str]) -> str:
        """One more line that does together with those before it; empty at the end."""

        def checked(line: str) -> str:
            if line:
                parse([*lines, line])
            return line

        asked = f"第 {len(lines) + 1} 行（完了直接回车）："
        return self.asker.ask(asked, question.option, None, checked, tabs=COLUMN)

    def _keeping(self, question: Question, parse: Callable[[str], T]) -> Callable[[str], T]:
        """The same parser, which keeps the answer that did."""

        def keeping(answer: str) -> T:
            value = parse(answer)
            self.kept[question.option] = [answer]
            return value

        return keeping

    def _keeping_lines(
        self, question: Question, parse: Callable[[Sequence[str]], T]
    ) -> Callable[[Sequence[str]], T]:
        """The same for several lines."""

        def keeping(lines: Sequence[str]) -> T:
            value = parse(lines)
            self.kept[question.option] = list(lines)
            return value

        return keeping

    def _wrong(self, question: Question, misfit: Misfit) -> typer.Exit:
        """The end of the command for a field of a form."""
        complain(f"表单的“{question.label}”一栏：{misfit}。{misfit.repair}；{self.asker.undone}")
        return typer.Exit(1)
