# SPDX-License-Identifier: Apache-2.0
"""What does a version say of an organization, condition by condition?

The trace that the evaluator leaves. Fields stand in the order in which both evaluators, this one and the
one in the browser, write them, so that their JSON can be compared byte for byte.
"""

from datetime import date
from typing import Literal

from generator.model.facts import NodeState, Verdict
from generator.model.record import Record, Several, described, only_if_said


class JudgedCondition(Record):
    """One condition with those inside it."""

    id: str = described("条件的编号")
    article: str | None = described("所依据的条款")
    state: NodeState = described("结果")
    metric: str | None = only_if_said("事项")
    fact: str | None = only_if_said("所问的键")
    given: str | None = only_if_said("申报单位的情况")
    demanded: str | None = only_if_said("条款的要求")
    gap: str | None = only_if_said("差多少")
    inner: Several["JudgedCondition"] = only_if_said("内层条件", ())
    applies_to: Several[str] = only_if_said("只对这些机构类型适用", ())


class JudgedFunction(Record):
    """What one function demands."""

    function: str = described("服务功能")
    article: str = described("所依据的条款")
    applied: bool | None = described("是否申报这项功能；不知道的为 null")
    state: NodeState = described("结果")
    requires: Several[JudgedCondition] = described("各条件")


class JudgedFunctions(Record):
    """All functions together."""

    required: Literal["at-least-one", "those-applied-for"] = described("至少一项，还是所申报的各项")
    article: str = described("所依据的条款")
    state: NodeState = described("结果")
    items: Several[JudgedFunction] = described("各项功能")


class Judgement(Record):
    """A version's word on an organization on a day."""

    version: str = described("办法版本")
    day: date = described("评定之日")
    verdict: Verdict = described("总的结果")
    partial: bool = described("本版本的条件没有录全，所以不会判为符合")
    criteria: Several[JudgedCondition] = described("基本条件")
    functions: JudgedFunctions | None = described("功能要求；没有录的为 null")


JudgedCondition.model_rebuild()
