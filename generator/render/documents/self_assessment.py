# SPDX-License-Identifier: Apache-2.0
"""Does an organization meet the conditions of a version? A table to fill in: one row for each condition.

Alternatives and what belongs together are rows of their own below the condition they are part of. A figure
is written down once, where it is first asked for; the id of its blank is the key of the fact.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.derive.asking import KINDS, fact_of
from generator.model.criterion import AllOf, AnyOf, Condition, Threshold
from generator.model.facts import NodeState, Verdict
from generator.model.paper import PaperKind
from generator.model.ruleset import FunctionRule
from generator.model.vocabulary import Metric
from generator.render.documents.document import (
    Blank,
    Block,
    Cell,
    Document,
    Heading,
    Line,
    Sheet,
    Tick,
    Words,
)
from generator.render.documents.made_by_us import Edition, filler, label_cell, opening

HEADS = ("序号", "条件", "条款", "本单位情况", "自评")
WIDTHS = (5, 18, 9, 14, 12)
PURPOSE = "逐条填写本单位情况，再在“自评”栏打勾。自评只供申报前自查，不是认定结论。"
REQUIRED = {
    "at-least-one": "至少一项功能达到要求",
    "those-applied-for": "所申报的各项功能都要达到要求",
}
APPLIED = "申报此项"
FUNCTIONS = "functions"  # those applied with


@dataclass(slots=True)
class _Writer:
    """The rows of one table while they are written."""

    edition: Edition
    metrics: dict[str, Metric]
    asked: set[str] = field(default_factory=set)  # the facts that have a blank already

    def rows(
        self, node: Condition, number: str, scope: str | None, *, limited: bool
    ) -> Iterator[tuple[Cell, ...]]:
        """The row of a condition, and those of the conditions inside it."""
        limited = limited or bool(node.applies_to)
        view = self.edition.wording.view(node)
        lines = [Line((Words(view.text + (f"（限{view.who}）" if view.who else "")),))]
        if view.note:
            lines.append(Line((Words(view.note),), "note"))
        states = [NodeState.MET, NodeState.NOT_MET, *([NodeState.NOT_APPLICABLE] if limited else [])]
        yield (
            Cell((Line((Words(number),), "centred"),)),
            Cell(tuple(lines)),
            Cell((Line((Words(node.article or self.edition.silence),), "note"),)),
            Cell(tuple(self._facts(node, scope, has_rows=bool(view.inner)))),
            Cell((_ticks(node.id or "", view.text, [state.label for state in states]),)),
        )
        if view.inner:
            inner = node.any if isinstance(node, AnyOf) else node.all if isinstance(node, AllOf) else ()
            for nth, part in enumerate(inner, 1):
                yield from self.rows(part, f"{number}.{nth}", scope, limited=limited)

    def _facts(self, node: Condition, scope: str | None, *, has_rows: bool) -> Iterator[Line]:
        """What the organization says of itself: a figure or a day, where one is asked for, else a note."""
        if has_rows:
            return
        key = fact_of(self.edition.id, scope, node) if isinstance(node, Threshold) else ""
        if key == KINDS:
            yield Line((Words("见机构类型"),), "note")
        elif not isinstance(node, Threshold) or not node.unit:
            yield Line((Blank(f"{node.id}-note", f"{self.edition.wording.view(node).text}的情况"),))
        elif key in self.asked:
            yield Line((Words("见上"),), "note")
        else:
            self.asked.add(key)
            metric = self.metrics[node.metric]
            if metric.counted_from_day:
                yield Line((Words(metric.question),), "note")
                yield Line((Blank(key, metric.question, "date"),))
            else:
                yield Line((Blank(key, metric.label, "number", 5, unit=node.unit), Words(node.unit)))


def _ticks(id_: str, label: str, options: list[str]) -> Line:
    """Boxes side by side, of which one is ticked."""
    return Line(tuple(Tick(id_, option, label=label, alone=True) for option in options))


def self_assessment(edition: Edition, metrics: dict[str, Metric], address: str) -> Document:
    """The table of a version's conditions."""
    title = f"{edition.name}{PaperKind.SELF_ASSESSMENT.label}"
    writer = _Writer(edition, metrics)
    blocks: list[Block] = opening(edition, PaperKind.SELF_ASSESSMENT.label, PURPOSE)
    blocks.append(filler())
    if edition.record.applicants:
        blocks.append(_kinds(edition))
    if edition.record.criteria:
        blocks += [Heading("一、基本条件"), _criteria(writer)]
    if edition.record.functions:
        number = "二" if edition.record.criteria else "一"
        blocks += [Heading(f"{number}、功能要求"), _functions(writer)]
    blocks += [Heading("自评结论"), _conclusion()]
    return Document(title, edition.named, edition.foot(address), tuple(blocks))


def _kinds(edition: Edition) -> Sheet:
    """Which kinds of institution may apply, to be ticked."""
    applicants = edition.record.applicants
    assert applicants is not None  # noqa: S101  (asked for only where there are any)
    labels = [edition.wording.label("institution_kinds", kind) for kind in applicants.kinds]
    lines = [Line(tuple(Tick(KINDS, label, label="机构类型") for label in labels))]
    if applicants.detail:
        lines.append(Line((Words(applicants.detail),), "note"))
    row = (label_cell("机构类型"), Cell(tuple(lines)), Cell((Line((Words(applicants.article),), "note"),)))
    return Sheet(KINDS, "机构类型", (3, 17, 4), (row,), joins=True)


def _heads() -> tuple[Cell, ...]:
    return tuple(map(label_cell, HEADS))


def _criteria(writer: _Writer) -> Sheet:
    rows = [_heads()]
    for number, criterion in enumerate(writer.edition.record.criteria, 1):
        rows += writer.rows(criterion, str(number), None, limited=False)
    return Sheet("criteria", "基本条件", WIDTHS, tuple(rows), heads=1)


def _functions(writer: _Writer) -> Sheet:
    functions = writer.edition.record.functions
    assert functions is not None  # noqa: S101  (asked for only where there are any)
    whole = f"{REQUIRED[functions.required]}（{functions.article}）"
    rows = [_heads(), (Cell((Line((Words(whole),), "note"),), len(HEADS), leads=True),)]
    for number, item in enumerate(functions.items, 1):
        rows.append(_function_head(writer.edition, item))
        for nth, condition in enumerate(item.requires, 1):
            rows += writer.rows(condition, f"{number}.{nth}", item.function, limited=False)
    return Sheet(FUNCTIONS, "功能要求", WIDTHS, tuple(rows), heads=1)


def _function_head(edition: Edition, item: FunctionRule) -> tuple[Cell, ...]:
    """The name of a function, with a box for those that apply with it."""
    label = edition.wording.label("functions", item.function)
    name = Line((Words(label, strong=True), Words(f"（{item.article}）")))
    tick = Tick(FUNCTIONS, label, label=APPLIED, bare=True)
    return (
        Cell((name,), len(HEADS) - 1, leads=True),
        Cell((Line((tick, Words(APPLIED))),)),
    )


def _conclusion() -> Sheet:
    verdicts = _ticks("verdict", "自评结论", [verdict.label for verdict in Verdict])
    rows = (
        (label_cell("总的结果"), Cell((verdicts,))),
        (
            label_cell("需要改进之处"),
            Cell((Line((Blank("to-improve", "需要改进之处", "paragraph", lines=3),)),), room=3),
        ),
    )
    return Sheet("conclusion", "自评结论", (4, 20), rows)
