# SPDX-License-Identifier: Apache-2.0
"""How is a statement of a version told in a cell?"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.base.quantity import shown
from generator.derive.demands import Demand, Units
from generator.derive.statements import Statement, Subject, units_of
from generator.model.criterion import AllOf, Condition, Threshold
from generator.model.procedure import Due, Reapply
from generator.model.published_measures import ComparedCell, ComparedDetail
from generator.model.vocabulary import Vocabularies
from generator.render.words import NOT_STATED, Wording, due

REAPPLY = {member.value: member.label for member in Reapply}
REQUIRED = {"at-least-one": "至少满足一项", "those-applied-for": "所申报的各项都要满足"}
LABELS = {
    "in-force/years": "办法自身的有效期",
    "applicants/kinds": "可以申报的机构",
    "functions/required": "须满足几项功能",
    "designation/cycle": "认定频次",
    "publicity/working-days": "公示天数",
    "publicity/channels": "公示处",
    "sampling/share": "抽样测评",
    "validity/years": "称号有效期",
    "validity/reapply": "再次申报",
}


@dataclass(frozen=True, slots=True)
class Teller:
    """The words of one site for statements."""

    wording: Wording
    units: Units

    @classmethod
    def of(cls, wording: Wording, words: Vocabularies) -> "Teller":
        """The teller of a site's vocabularies."""
        return cls(wording, units_of(words))

    def label(self, subject: Subject, statement: Statement) -> str:
        """What the statement is about."""
        if known := LABELS.get(str(subject)):
            return known
        if subject.part == "functions":
            function = self.wording.label("functions", subject.function)
            metric = self.wording.label("metrics", subject.id) if subject.id else ""
            return f"{function}：{metric}" if metric else function
        if subject.part == "criteria":
            return self.wording.label("metrics", subject.id)
        if subject.part == "materials":
            return f"材料：{subject.id}"
        if subject.part == "categories":
            return f"类别：{statement.value[1]}"
        return f"{'报送' if subject.part == 'duties' else '失去称号'}：{statement.words[0]}"

    def cell(self, subject: Subject, statement: Statement) -> ComparedCell:
        """The statement with its article, and what else must be known beside it."""
        if not statement.demands:
            return self._plain_cell(subject, statement)
        first, *others = statement.demands
        details = [ComparedDetail(text=text, article=None) for text in self._beside(first)]
        for demand in others:
            beside = "；".join(self._beside(demand, of_whom=False))
            text = f"{self.wording.kinds(demand.of) or '另一情形'}：{self.demand(demand)}"
            text += f"，{beside}" if beside else ""
            article = demand.threshold.article
            details.append(ComparedDetail(text=text, article=article))
        notes = dict.fromkeys(note for demand in statement.demands for note in demand.notes)
        details += [ComparedDetail(text=note, article=None) for note in notes]
        return ComparedCell.model_construct(
            text=self.demand(first),
            article=first.threshold.article,
            amount=first.amount(self.units),
            details=tuple(details),
        )

    def _plain_cell(self, subject: Subject, statement: Statement) -> ComparedCell:
        """A statement that is no threshold; a number of years or days has a size too."""
        counted = subject.id in {"years", "working-days"} and statement.value
        return ComparedCell.model_construct(
            text=self._text(subject, statement) if statement.value else NOT_STATED,
            article=statement.article,
            amount=Decimal(str(statement.value[0])) if counted else None,
            details=tuple(ComparedDetail(text=text, article=None) for text in self._also(subject, statement)),
        )

    def demand(self, demand: Demand) -> str:
        """≥150万元; for yes/no 要求."""
        node = demand.threshold
        span = f"近{node.over_years}年" if node.over_years else ""
        if node.unit is None:
            return f"{span}{'要求' if node.equals else '不得'}"
        sign = "≥" if demand.sense == "at_least" else "≤"
        return f"{span}{sign}{shown(Decimal(node.bound))}{node.unit}"

    def _beside(self, demand: Demand, *, of_whom: bool = True) -> list[str]:
        """Of whom, along with what, or instead of what."""
        words = []
        if demand.threshold.counted_as:
            words.append(f"口径：{demand.threshold.counted_as}")
        if demand.of and of_whom:
            words.append(f"限{self.wording.kinds(demand.of)}")
        if demand.only_if:
            words.append(f"限{self.wording.label('metrics', demand.only_if)}的")
        if demand.along_with:
            words.append("并须" + "、".join(map(self.wording.threshold, demand.along_with)))
        words += [f"或：{self._branch(other)}" for other in demand.or_else]
        return words

    def _branch(self, node: Condition) -> str:
        """An alternative in one line."""
        if isinstance(node, Threshold):
            text = self.wording.threshold(node)
        else:
            inner = node.all if isinstance(node, AllOf) else node.any
            text = ("且" if isinstance(node, AllOf) else "或").join(map(self._branch, inner))
        return text + (f"（限{self.wording.kinds(node.applies_to)}）" if node.applies_to else "")

    def _also(self, subject: Subject, statement: Statement) -> tuple[str, ...]:
        """Words that stand below a value."""
        if subject.part in {"duties", "revocation"}:
            return statement.words[1:]
        return () if subject.id == "channels" else statement.words

    def _text(self, subject: Subject, statement: Statement) -> str:
        """The value of a statement that is no threshold."""
        value: tuple[Any, ...] = statement.value
        match subject.part:
            case "applicants":
                return self.wording.kinds(value)
            case "functions":
                return REQUIRED.get(value[0], "设有这项功能")
            case "materials":
                return "须提交"
            case "categories":
                return str(value[1])
            case "duties":
                owed_by, to, when = value
                day = (
                    due(Due.model_construct(every=when[0], month=when[1], day=when[2]))
                    if when[2:]
                    else when[0]
                )
                return f"{day or '期限' + NOT_STATED}，{owed_by}报{'、'.join(to)}"
            case "revocation":
                return f"{value[1]}年内不得再申报" if value[1] else f"几年内不得再申报{NOT_STATED}"
            case "sampling":
                return f"不少于{shown(value[0])}{value[1]}"
        return self._single(subject, statement)

    def _single(self, subject: Subject, statement: Statement) -> str:
        """The values that a text states once."""
        value: tuple[Any, ...] = statement.value
        match str(subject):
            case "designation/cycle":
                return "每年一次"
            case "publicity/working-days":
                return f"{value[0]}个工作日"
            case "publicity/channels":
                return "、".join(statement.words)
            case "validity/reapply":
                return REAPPLY[value[0]]
            case "validity/years" if value[1] == "review":
                return f"每{value[0]}年复核一次"
        return f"{value[0]}年"
