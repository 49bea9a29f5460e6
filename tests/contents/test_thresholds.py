# SPDX-License-Identifier: Apache-2.0
"""Does the registry demand exactly the numbers that the texts of the five measures demand?"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest

from generator.base.quantity import shown
from generator.derive.thresholds import resolved, rows
from tests.contents.real import RECORDED_IN_FULL, version
from tests.contents.threshold_table import DEMANDS, Demand

EACH = pytest.mark.parametrize("id_", RECORDED_IN_FULL)
OPTIONAL: dict[str, set[str]] = {  # a number that need not be met if another one is
    "linfen/2018": set(),
    "xiamen/2021": {"financing_amount", "guarantee_amount"},
    "liaocheng/2021-draft": {
        "total_assets",
        "service_staff",
        "financing activities",
        "financing_amount",
        "guarantee_amount",
    },
    "tibet/2021": set(),
    "yunnan/2022": {"financing_amount", "guarantee_amount"},
}


def demanded(id_: str) -> Iterator[Demand]:
    """Every quantity that a version of the registry demands."""
    for row in rows(resolved(version(id_))):
        wanted = row.threshold
        if wanted.equals is None:
            number = shown(Decimal(wanted.bound))
            yield Demand(
                row.function, wanted.metric, number, str(wanted.unit), str(wanted.article), row.applies_to
            )


@EACH
def test_the_registry_demands_what_the_text_demands_no_more_and_no_less(id_: str) -> None:
    assert Counter(demanded(id_)) == Counter(DEMANDS[id_])


@EACH
def test_every_number_is_a_lower_bound(id_: str) -> None:
    assert [row.threshold.metric for row in rows(version(id_)) if row.threshold.at_most is not None] == []


@EACH
def test_only_what_the_text_offers_as_an_alternative_may_be_left_unmet(id_: str) -> None:
    found = {
        "financing activities" if row.threshold.metric == "activities" else row.threshold.metric
        for row in rows(version(id_))
        if row.alternative and row.threshold.equals is None
    }

    assert found == OPTIONAL[id_]
