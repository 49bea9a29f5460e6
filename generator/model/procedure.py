# SPDX-License-Identifier: Apache-2.0
"""What happens under a version: what is handed in, who does what, who owes what by when, what is watched?"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from generator.base.days import last_day_of_month
from generator.base.misfit import Misfit, quoted
from generator.model.period import FirstDay, LastDay, one_unit
from generator.model.record import (
    Citation,
    Labelled,
    Number,
    Record,
    Several,
    Slug,
    Text,
    described,
    many,
    only_if_said,
)

FORM_ID_PATTERN = r"^[a-z]+(-[a-z]+)*/[a-z0-9-]+$"

COMMON_YEAR = 2023

Count = Annotated[int, Field(ge=1, le=366)]


class Material(Record):
    """One thing that an application consists of."""

    number: Count = described("在条款中的序号")
    name: Text = described("材料名称")
    detail: Text | None = described("具体要求", None)
    form: Annotated[str, StringConstraints(pattern=FORM_ID_PATTERN)] | None = described(
        "对应的表格，写作 辖区/表格编号", None
    )
    copies: Count | None = only_if_said("份数；条款没有规定就不写")
    article: Citation = described("所依据的条款")


class Step(Record):
    """One step of the procedure."""

    kind: Slug = described("步骤类型，须是 step-kinds.yaml 里有的")
    actor: Text = described("由谁做")
    action: Text = described("做什么，用自己的话")
    article: Citation = described("所依据的条款")


class Publicity(Record):
    """How long and where a proposed list is shown to the public."""

    working_days: Count | None = described("公示的工作日数；条款没有写就写 null")
    calendar_days: Count | None = only_if_said("公示的自然日数，条款按自然日规定时写，working_days 写 null")
    first_day: FirstDay | None = only_if_said("首日是否计入；条款没有写就不写")
    last_day: LastDay | None = only_if_said("末日逢休息日怎样算；条款没有写就不写")
    channels: Several[Text] = many("公示的地方", least=1)
    article: Citation = described("所依据的条款")

    @model_validator(mode="after")
    def _is_counted_in_one_unit(self) -> "Publicity":
        one_unit(self.working_days, self.calendar_days)
        return self


class Reapply(Labelled):
    """When a holder may apply again."""

    IN_LAST_YEAR = "in-last-year", "有效期满当年可再次申报"
    AFTER_END = "after-end", "期满后须重新申报"


class TermEnd(Labelled):
    """On which day a term ends."""

    EVE = "eve", "届满之年对应日的前一日"
    ANNIVERSARY = "anniversary", "届满之年的对应日"
    CALENDAR_YEARS = "calendar-years", "次年1月1日起算，至末年12月31日"


class Validity(Record):
    """How long a title holds."""

    years: Count = described("有效年数")
    kind: Literal["term", "review"] = described("term 到期即止；review 每满若干年复核一次", "term")
    reapply: Reapply | None = described("何时可再次申报；条款没有写就不写", None)
    reapply_article: Citation | None = described("再次申报所依据的条款，与有效期同条的不写", None)
    term_end: TermEnd | None = described("截止日的算法；条款没有写就不写，按前一日推算并注明", None)
    term_end_basis: Text | None = described("截止日算法的依据", None)
    article: Citation | None = described("所依据的条款；原文未见的写 null")

    @model_validator(mode="after")
    def _a_rule_for_the_end_has_a_basis(self) -> "Validity":
        field = "term_end" if self.term_end else "term_end_basis"
        if (self.term_end is None) != (self.term_end_basis is None):
            raise Misfit(
                "term_end 与 term_end_basis 须同时写或同时不写", "补上算法的依据，或把两行都删去", field
            )
        return self


class Sampling(Record):
    """How many of the firms served are asked."""

    at_least: Number = described("抽样下限")
    unit: Text = described("单位，家 或 %")
    by: Text = described("由谁抽样")
    among: Text = described("在哪些对象中抽样")
    article: Citation = described("所依据的条款或附件")


def day_of_month(value: object) -> object:
    """The value itself if it is a day of a month or `last`, else Misfit."""
    if value == "last" or (isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 31):
        return value
    raise Misfit(f"{quoted(value)}不是一个月里的日子", "写 1 至 31，不加引号；月底写 last")


DayOfMonth = Annotated[
    Annotated[int, Field(ge=1, le=31)] | Literal["last"],
    BeforeValidator(day_of_month),  # one finding instead of one for each member of the union
]


class Due(Record):
    """The last day on which something recurring is due, that day included."""

    every: Literal["year", "quarter"] = described("year 每年，quarter 每季度")
    month: Annotated[int, Field(ge=1, le=12)] = described("每年的第几月；每季度的写季内第几月（1 至 3）")
    day: DayOfMonth = described("几日；月底写 last")

    @model_validator(mode="after")
    def _the_day_comes_round_each_time(self) -> "Due":
        if self.every == "quarter" and self.month > 3:
            raise Misfit(f"季内没有第{self.month}个月", "month 写 1、2 或 3", "month")
        months = [self.month] if self.every == "year" else [self.month + 3 * n for n in range(4)]
        for month in months:
            if self.day != "last" and self.day > last_day_of_month(COMMON_YEAR, month).day:
                raise Misfit(f"不是每次都有{month}月{self.day}日", "月底写 last", "day")
        return self


class Duty(Record):
    """Something that somebody owes to somebody, each year or quarter."""

    id: Slug = described("编号")
    owed_by: Text = described("由谁报送")
    to: Several[Text] = many("报送给谁", least=1)
    what: Text = described("报送什么")
    due: Due | None = described("截止日；条款没有写日子的写 null")
    due_text: Text | None = described("没有确定日子时，条款怎么说", None)
    by_holder: bool = described("由获得称号的平台自己报送的写 true", default=False)
    article: Citation = described("所依据的条款")


class SupervisionKind(Labelled):
    """How platforms are watched."""

    INSPECTION = "inspection", "检查"
    EVALUATION = "evaluation", "考核评价"
    THIRD_PARTY = "third-party", "第三方测评"
    OVERSIGHT = "oversight", "审计、监察和社会监督"


class Frequency(Labelled):
    """How often platforms are watched."""

    REGULAR = "regular", "定期"
    IRREGULAR = "irregular", "不定期"
    ANNUAL = "annual", "每年"


class Supervision(Record):
    """One way in which platforms are watched."""

    kind: SupervisionKind = described("方式")
    by: Text = described("由谁进行")
    what: Text = described("看什么")
    frequency: Frequency | None = described("多久一次；条款没有写就不写", None)
    consequence: Text | None = described("结果如何处理", None)
    article: Citation = described("所依据的条款")


class Ground(Record):
    """One reason for which a title is lost."""

    id: Slug = described("编号")
    ground: Text = described("在什么情形下")
    effect: Text = described("有什么后果")
    by: Text | None = described("由谁决定", None)
    ban_years: Count | None = described("几年内不得再申报；条款没有写就不写", None)
    article: Citation = described("所依据的条款")


class Provision(Record):
    """Something else that the version lays down."""

    topic: Slug = described("主题，须是 topics.yaml 里有的")
    text: Text = described("内容，用自己的话")
    article: Citation | None = described("所依据的条款；原文未见的写 null")
