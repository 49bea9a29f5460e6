# SPDX-License-Identifier: Apache-2.0
"""What must hold for an organization to be designated? Trees of conditions over metrics.

A condition is a threshold on one metric, or `all` / `any` of further conditions. A branch with
`applies_to` counts only for institutions of those kinds; an exception is an `any` with such a branch.
"""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator

from generator.base.misfit import Misfit
from generator.model.record import (
    Citation,
    Number,
    Record,
    Several,
    Slug,
    Text,
    described,
    many,
    only_if_said,
)


class _Branch(Record):
    """What every node of the tree may carry."""

    id: Slug | None = only_if_said("编号；基本条件必写，内层条件不写")
    article: Citation | None = only_if_said("所依据的条款；内层条件不写时与外层相同")
    applies_to: Several[Slug] = only_if_said("只对这些机构类型适用；不写即对所有机构适用", ())
    note: Text | None = only_if_said("给读者的补充说明")


class Threshold(_Branch):
    """One metric compared with one bound, or a yes/no metric that must be as stated."""

    metric: Text = described("事项，须是 metrics.yaml 里有的")
    at_least: Number | None = only_if_said("不少于")
    at_most: Number | None = only_if_said("不多于")
    equals: bool | None = only_if_said("是或否，只用于是否类事项")
    unit: Text | None = only_if_said("单位，须是 units.yaml 里有的")
    over_years: Annotated[int, Field(ge=1, le=10)] | None = only_if_said("考察最近几年")
    counted_as: Text | None = only_if_said("口径：本版本怎样计算或认定；与别的版本问法不同时才写")

    @model_validator(mode="after")
    def _has_one_bound_with_its_unit(self) -> "Threshold":
        bounds = [bound for bound in (self.at_least, self.at_most, self.equals) if bound is not None]
        if len(bounds) != 1:
            raise Misfit("at_least、at_most、equals 须有且只有一个", "只留下条款所写的那一个")
        if (self.equals is None) != (self.unit is not None):
            raise Misfit("数量须有单位，是否不得有单位", "数量条件补上 unit，是否条件删去 unit")
        return self

    @property
    def bound(self) -> Decimal | bool:
        """The number or the truth value compared with."""
        for value in (self.at_least, self.at_most):
            if value is not None:
                return value
        return bool(self.equals)


class AllOf(_Branch):
    """Every one of the inner conditions must hold."""

    all: Several["Condition"] = many("须同时满足的各条件", least=1)


class AnyOf(_Branch):
    """At least one of the inner conditions must hold."""

    any: Several["Condition"] = many("满足其一即可的各条件", least=2)


def shape(value: Any) -> str:
    """Which of the three forms a node has, told by the keys it carries."""
    for form in ("all", "any"):
        if (isinstance(value, dict) and form in value) or hasattr(value, form):
            return form
    return "threshold"


Condition = Annotated[
    Annotated[Threshold, Tag("threshold")] | Annotated[AllOf, Tag("all")] | Annotated[AnyOf, Tag("any")],
    Discriminator(shape),
]
AllOf.model_rebuild()
AnyOf.model_rebuild()
