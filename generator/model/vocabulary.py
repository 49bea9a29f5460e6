# SPDX-License-Identifier: Apache-2.0
"""Which words may records use? Closed lists kept as data, each entry with a label and a description."""

from decimal import Decimal

from pydantic import model_validator

from generator.base.misfit import Misfit
from generator.model.record import Labelled, Number, Record, Several, Slug, Text, described, many

YEARS = "years"
POWERS_OF_TEN = tuple(Decimal(10) ** places for places in range(13))


class Entry(Record):
    """A word with its label and meaning."""

    id: Slug = described("编号，小写字母和连字符")
    label: Text = described("读者看到的名称")
    description: Text | None = described("含义", None)


class Function(Entry):
    """A kind of service that a platform gives."""


class InstitutionKind(Entry):
    """A kind of organization that a condition may be limited to or that may apply."""


class Topic(Entry):
    """What a further provision of the measures is about."""


class StepKind(Entry):
    """What happens in one step of the procedure."""


class MetricKind(Labelled):
    """Whether a metric is counted or answered with yes or no."""

    QUANTITY = "quantity", "数量"
    YES_NO = "yes-no", "是或否"


class Subject(Labelled):
    """What a metric is about; questionnaires ask in this order."""

    INSTITUTION = "institution", "机构"
    PERFORMANCE = "performance", "业绩"
    PREMISES = "premises", "场所"
    MANAGEMENT = "management", "管理"
    STAFF = "staff", "人员"
    FUNCTION = "function", "功能"


class Metric(Record):
    """Something about an organization that a condition asks for."""

    id: Text = described("编号，小写字母和下划线")
    label: Text = described("读者看到的名称")
    kind: MetricKind = described("数量还是是否")
    dimension: Slug | None = described("数量的量纲，须是 units.yaml 里有的", None)
    description: Text | None = described("含义", None)
    question: Text = described("向申报单位怎样问，用平实的话")
    example: Text | None = described("怎样查、怎样填的例子", None)
    subject: Subject = described("属于哪一方面")
    counted_from_day: bool = described("问起始日，满几年按评定之日推算", default=False)

    @model_validator(mode="after")
    def _quantities_have_a_dimension(self) -> "Metric":
        if (self.kind is MetricKind.QUANTITY) != (self.dimension is not None):
            raise Misfit(
                "数量须有量纲，是否不得有量纲",
                "kind: quantity 时写 dimension，kind: yes-no 时删去 dimension",
                "kind",
            )
        if self.counted_from_day and self.dimension != YEARS:
            raise Misfit(
                "只有年数可以从起始日推算",
                f"删去 counted_from_day，或写 dimension: {YEARS}",
                "counted_from_day",
            )
        return self


class Unit(Record):
    """A unit in which quantities are written."""

    id: Text = described("单位的写法，例如 万元")
    dimension: Slug = described("量纲，例如 money")
    factor: Number = described("折合本量纲基本单位的倍数：1、10、100……")

    @model_validator(mode="after")
    def _factors_are_powers_of_ten(self) -> "Unit":
        # So that every quantity can be written in every unit of its dimension without rounding.
        if self.factor not in POWERS_OF_TEN:
            raise Misfit(f"倍数 {self.factor} 不是 1、10、100 这样的数", "换一个可以这样折合的单位", "factor")
        return self


class Vocabularies(Record):
    """All closed lists together."""

    functions: Several[Function] = many("服务功能")
    metrics: Several[Metric] = many("认定条件所问的事项")
    units: Several[Unit] = many("计量单位")
    institution_kinds: Several[InstitutionKind] = many("机构类型")
    topics: Several[Topic] = many("其他规定的主题")
    step_kinds: Several[StepKind] = many("程序步骤的类型")
