# SPDX-License-Identifier: Apache-2.0
"""How are facts put into Chinese words for readers? Only words that hold on every day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.base.days import PartialDate, in_chinese
from generator.base.quantity import shown
from generator.derive.terms import is_empty
from generator.model.criterion import AllOf, AnyOf, Condition, Threshold
from generator.model.platform import Term, TermBasis
from generator.model.procedure import Due
from generator.model.vocabulary import Vocabularies

KEPT_TOGETHER = re.compile(
    "(?:国家)?中小企业公共(?:技术)?服务(?:示范)?平台|（征求意见稿）|[0-9]{4}年度?|[^的]{2}的(?:通知|通告|公告|公示)$"
)
KEPT = Markup('<span class="kept">{}</span>')
NOT_STATED = "未规定"
TO_BE_CHECKED = "待核"
OF_SIZE = {"money", "share", "years"}


@dataclass(frozen=True, slots=True)
class ConditionView:
    """A condition in words, with those inside it."""

    text: str
    article: str | None
    who: str  # the kinds of institution it is limited to, in words; empty for everybody
    note: str | None
    inner: "tuple[ConditionView, ...]" = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A basic condition that is a number, for the overview."""

    label: str
    value: str
    unit: str
    article: str | None
    bound: str  # at-least or at-most
    exceptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The labels of the closed lists, and what is said with them."""

    labels: Mapping[str, Mapping[str, str]]
    dimensions: Mapping[str, str | None]

    @classmethod
    def of(cls, words: Vocabularies) -> "Wording":
        """The wording of one site's vocabularies."""
        lists = ("functions", "metrics", "institution_kinds", "topics", "step_kinds")
        labels = {name: {entry.id: entry.label for entry in getattr(words, name)} for name in lists}
        return cls(labels, {metric.id: metric.dimension for metric in words.metrics})

    def label(self, vocabulary: str, id_: str) -> str:
        """The label of a word."""
        return self.labels[vocabulary][id_]

    def kinds(self, ids: tuple[str, ...]) -> str:
        """Kinds of institution, in words."""
        return "、".join(self.label("institution_kinds", id_) for id_ in ids)

    def threshold(self, node: Threshold) -> str:
        """资产总额不低于150万元."""
        label = self.label("metrics", node.metric)
        span = f"近{node.over_years}年" if node.over_years else ""
        if node.equals is not None:
            return f"{span}{label}" if node.equals else f"不{label}"
        size = self.dimensions[node.metric] in OF_SIZE
        words = ("低", "少") if node.at_least is not None else ("高", "多")
        return f"{span}{label}不{words[0] if size else words[1]}于{_number(node)}{node.unit}"

    def view(self, node: Condition) -> ConditionView:
        """A condition with everything inside it, in words."""
        who, note = self.kinds(node.applies_to), _note(node)
        if isinstance(node, Threshold):
            return ConditionView(self.threshold(node), node.article, who, note)
        if isinstance(node, AnyOf):
            if text := self._if_so(node):
                return ConditionView(text, node.article, who, note)
            inner, text = node.any, "下列条件满足其一"
        else:
            inner, text = node.all, "下列条件同时满足"
        return ConditionView(text, node.article, who, note, tuple(self.view(part) for part in inner))

    def _if_so(self, node: AnyOf) -> str | None:
        """具备……的，须……: an alternative whose first branch is that something is not the case."""
        first, *rest = node.any
        if isinstance(first, Threshold) and first.equals is False and len(rest) == 1:
            (then,) = rest
            if isinstance(then, Threshold):
                return f"{self.label('metrics', first.metric)}的，须{self.threshold(then)}"
        return None

    def figure(self, node: Condition) -> Figure | None:
        """The number of a basic condition, with the exceptions to it; None for yes/no conditions."""
        leaves = [leaf for leaf in _leaves(node) if leaf.unit]
        if not leaves:
            return None
        first, *others = leaves
        exceptions = tuple(
            f"{self.kinds(self._who(node, other)) or '另一情形'}：{_number(other)}{other.unit}"
            for other in others
        )
        return Figure(
            label=self.label("metrics", first.metric),
            value=_number(first),
            unit=first.unit or "",
            article=first.article or node.article,
            bound="at-least" if first.at_least is not None else "at-most",
            exceptions=exceptions + ((note,) if (note := _note(node)) else ()),
        )

    def _who(self, node: Condition, leaf: Threshold) -> tuple[str, ...]:
        """The kinds that the branch around a leaf is limited to."""
        if node is leaf:
            return leaf.applies_to
        inner = node.all if isinstance(node, AllOf) else node.any if isinstance(node, AnyOf) else ()
        for part in inner:
            if leaf in _leaves(part):
                return self._who(part, leaf) or part.applies_to or node.applies_to
        return ()


def _note(node: Condition) -> str | None:
    """The way of counting and the note of a condition."""
    own = node.counted_as if isinstance(node, Threshold) else None
    return "；".join(part for part in (own, node.note) if part) or None


def _leaves(node: Condition) -> list[Threshold]:
    if isinstance(node, Threshold):
        return [node]
    inner = node.all if isinstance(node, AllOf) else node.any
    return [leaf for part in inner for leaf in _leaves(part)]


def _number(leaf: Threshold) -> str:
    """The bound of a comparison as readers see it; empty for yes/no conditions."""
    bound = leaf.at_least if leaf.at_least is not None else leaf.at_most
    return "" if bound is None else shown(bound)


def kept_together(title: str) -> Markup:
    """A title of which no line ends within the name of what is given, within a year, or before 的通知."""
    html, at = Markup(), 0
    for found in KEPT_TOGETHER.finditer(title):
        html += title[at : found.start()]
        whole, inner = found[0], found[0].removeprefix("国家")
        html += KEPT.format(whole if inner == whole else "国家" + KEPT.format(inner))
        at = found.end()
    return html + title[at:]


def due(rule: Due) -> str:
    """每年2月底前; 每季度最后一个月25日前. The day itself is included."""
    day = "底" if rule.day == "last" else f"{rule.day}日"
    if rule.every == "year":
        return f"每年{rule.month}月{day}前"
    months = {1: "第一个月", 2: "第二个月", 3: "最后一个月"}
    return f"每季度{months[rule.month]}{day}前"


def interval(first: PartialDate | None, last: PartialDate | None, *, unknown: str = TO_BE_CHECKED) -> str:
    """2021年1月1日至2023年12月31日."""
    begin = in_chinese(first) if first else "起始日未见"
    return f"{begin}至{in_chinese(last) if last else unknown}"


def term(span: Term) -> str:
    """The days of a term as far as they are known."""
    begin = in_chinese(span.from_) if span.from_ else "起始日未见"
    if is_empty(span):
        return f"原应自{begin}起，未及开始"
    if span.through:
        return interval(span.from_, span.through)
    if span.through_between:
        low, high = span.through_between.no_earlier_than, span.through_between.no_later_than
        return f"{begin}起，止于{in_chinese(low)}至{in_chinese(high)}之间"
    if span.basis is TermBasis.REVIEW:
        every = span.review_due.year - span.from_.year if span.review_due and span.from_ else "若干"
        return f"{begin}起，每满{every}年复核，未写截止日"
    return f"{begin}起，有效期未见记载"
