# SPDX-License-Identifier: Apache-2.0
"""Can what a version asks be answered, and by one answer each?"""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.finding import Finding
from generator.base.location import Location
from generator.checks import places
from generator.checks.conditions import placed
from generator.derive.asking import fact_of
from generator.derive.register import Register
from generator.model.criterion import Threshold
from generator.model.ruleset import Ruleset

MOST_YEARS = 100


def years_from_a_day_are_whole(register: Register) -> Iterator[Finding]:
    """从起始日推算的年数（运营年限等），写 1 至 100 的整数。"""
    from_days = {metric.id for metric in register.site.vocabularies.metrics if metric.counted_from_day}
    for id_, version in register.site.rulesets.items():
        for place, _, asked in _asked(id_, version):
            if asked.metric in from_days and asked.unit and not _is_whole(Decimal(asked.bound)):
                field = "at_least" if asked.at_least is not None else "at_most"
                yield Finding(
                    place.at(field),
                    f"{asked.bound} 不是 1 至 {MOST_YEARS} 的整数，满几年无从推算",
                    "写整年数；条文写月数的，不能用这个事项",
                )


def _is_whole(years: Decimal) -> bool:
    return years == int(years) and 1 <= years <= MOST_YEARS


def facts_are_counted_in_one_way(register: Register) -> Iterator[Finding]:
    """同一版本、同一功能里，同一事项只有一种口径（counted_as），因为只问一次。"""
    for id_, version in register.site.rulesets.items():
        ways: dict[str, str | None] = {}
        for place, fact, asked in _asked(id_, version):
            first = ways.setdefault(fact, asked.counted_as)
            if asked.counted_as != first:
                yield Finding(
                    place.at("counted_as"),
                    f"“{asked.metric}”前面的口径是“{first}”，这里是“{asked.counted_as}”",
                    "写成同一种口径；确是两件事的，在 metrics.yaml 里另立一个事项",
                )


def _asked(id_: str, version: Ruleset) -> Iterator[tuple[Location, str, Threshold]]:
    """Every comparison of a version with its place and its fact."""
    for place, function, node in placed(version, places.ruleset(id_)):
        if isinstance(node, Threshold):
            yield place, fact_of(id_, function, node), node
