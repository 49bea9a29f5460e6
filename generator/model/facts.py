# SPDX-License-Identifier: Apache-2.0
"""What does an organization say of itself, and which worked cases show how a version judges?

A fact has a key: the metric that a condition asks for, with what makes the question another one.
`training.trainees` is asked within a function, `growing_service@2` over two years, and
`xiamen/2021:smes_served_per_year` where the version counts in a way of its own.
"""

from typing import Annotated

from pydantic import StringConstraints, model_validator

from generator.base.misfit import Misfit
from generator.model.record import Day, Labelled, Record, Several, Slug, Text, described, many, only_if_said

FACT_KEY_PATTERN = (
    r"^([a-z]+(-[a-z]+)*/[12][0-9]{3}(-[a-z0-9]+)*:)?([a-z]+(-[a-z]+)*\.)?[a-z]+(_[a-z]+)*(@[1-9][0-9]?)?$"
)
FIGURE_PATTERN = r"^[0-9]{1,15}(\.[0-9]{1,15})?[^0-9\s.]{1,4}$"

FactKey = Annotated[str, StringConstraints(pattern=FACT_KEY_PATTERN)]
Figure = Annotated[str, StringConstraints(pattern=FIGURE_PATTERN)]  # 150万元: a number and its unit
FICTITIOUS = "虚构"


class Facts(Record):
    """What is known of an organization; what is left out is unknown, never no."""

    kinds: Several[Slug] | None = described("属于哪几类机构；不知道就不写", None)
    functions: Several[Slug] | None = described("申报哪几项服务功能；不知道就不写", None)
    figures: dict[FactKey, Figure] = described("数量，连同单位，例如 total_assets: 150万元", {})
    answers: dict[FactKey, bool] = described("是或否，例如 legal_person: true", {})
    days: dict[FactKey, Day] = described("自哪天起，例如 operating_years: 2024-03-01；年数按评定之日推算", {})


class Verdict(Labelled):
    """What a version says of an organization as a whole."""

    MET = "met", "符合"
    NOT_MET = "not-met", "不符合"
    UNKNOWN = "unknown", "尚不能判断"


class NodeState(Labelled):
    """What a single condition says."""

    MET = "met", "达到"
    NOT_MET = "not-met", "未达到"
    UNKNOWN = "unknown", "尚不能判断"
    NOT_APPLICABLE = "not-applicable", "不适用"


class Expected(Record):
    """What a worked case expects of one condition."""

    condition: Slug = described("条件的编号；内层条件的编号见本站公布的办法记录")
    state: NodeState = described("应有的结果")
    gap: Text | None = only_if_said("差多少，例如 还差1万元")


class Case(Record):
    """One organization, told as what differs from the one that meets everything."""

    name: Text = described("这个例子说明什么")
    changes: Facts = described("与 organization 的不同之处；没有不同的不写", Facts())
    forgets: Several[FactKey] = many("哪些项不知道；kinds、functions 也可以写")
    verdict: Verdict = described("应有的总的结果")
    expects: Several[Expected] = many("对单个条件的期望")


class Cases(Record):
    """The worked cases of one version, of fictitious organizations."""

    name: Text = described("所举机构的名称，写明虚构，例如 样例服务中心（虚构）")
    day: Day = described("评定之日")
    organization: Facts = described("全部条件都达到的一个虚构机构")
    cases: Several[Case] = many("各个例子", least=1)

    @model_validator(mode="after")
    def _is_plainly_fictitious(self) -> "Cases":
        if FICTITIOUS not in self.name:
            raise Misfit(f"“{self.name}”没有写明虚构", "例子不用真实的机构，名称里写明“（虚构）”", "name")
        return self
