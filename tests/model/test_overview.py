# SPDX-License-Identifier: Apache-2.0
"""Is what several shards tell put together without loss, and in the same order whatever shard it is from?"""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.model.overview import Item, Overview, merged

FIELDS = {
    "file": "registry/designations/yangli/a.yaml",
    "source": "designation",
    "kind_id": "call",
    "issuer": "样例市工业和信息化局",
    "retrieved_on": date(2024, 1, 2),
    "kind": "认定公告",
    "notice_kind": None,
    "title": "样例",
    "summary": "虚构",
    "number": None,
    "jurisdiction": "yangli",
    "ruleset": None,
    "windows": (),
    "checked_on": date(2024, 1, 2),
    "source_kind": "官方",
}
DAYS = st.sampled_from(["2020-06-01", "2020-06-02", "2020-06", "2020", "2021-01-01", "2021"])


def item(on: str, address: str = "a/") -> Item:
    return Item.model_validate(FIELDS | {"id": address, "address": address, "on": on})


def addresses(overview: Overview) -> list[str]:
    return [item.address for item in overview.items]


ITEMS = st.lists(st.tuples(DAYS, st.text("abc", min_size=1, max_size=2)), unique_by=lambda pair: pair[1]).map(
    lambda pairs: [item(*pair) for pair in pairs]
)
NAMES = st.sampled_from(["yangli", "national"])
OVERVIEWS = st.builds(
    Overview,
    items=ITEMS.map(tuple),
    platforms=st.dictionaries(NAMES, st.integers(1, 9)),
    next_changes=st.dictionaries(NAMES, st.dates()),
    lines=st.dictionaries(
        st.sampled_from(["names", "api"]), st.just("一\n") | st.just("二\n三\n") | st.just("")
    ),
)


def test_the_latest_item_comes_first_whichever_shard_it_is_from() -> None:
    parts = [
        Overview(items=(item("2020-06-01", "old/"), item("2023-05-01", "new/"))),
        Overview(items=(item("2021-01-01", "middle/"),)),
    ]

    assert addresses(merged(parts)) == ["new/", "middle/", "old/"]


def test_a_date_known_only_to_the_year_stands_where_it_may_be_at_the_latest() -> None:
    days = {"2020": "year/", "2020-12-31": "last/", "2020-12": "month/", "2021-01-01": "next/"}
    parts = [Overview(items=(item(on, address),)) for on, address in days.items()]

    assert addresses(merged(parts)) == ["next/", "last/", "month/", "year/"]


def test_platforms_of_a_jurisdiction_are_added_up_over_shards() -> None:
    parts = [Overview(platforms={"yangli": 2}), Overview(platforms={"national": 1, "yangli": 3}), Overview()]

    assert merged(parts).platforms == {"yangli": 5, "national": 1}


def test_the_next_change_of_a_jurisdiction_is_the_first_of_all() -> None:
    parts = [
        Overview(next_changes={"yangli": date(2024, 5, 2)}),
        Overview(next_changes={"yangli": date(2024, 5, 1), "national": date(2030, 1, 1)}),
        Overview(next_changes={"yangli": date(2024, 5, 3)}),
    ]

    assert merged(parts).next_changes == {"yangli": date(2024, 5, 1), "national": date(2030, 1, 1)}


def test_lines_of_a_list_stand_in_the_order_of_the_shards() -> None:
    parts = [
        Overview(lines={"api": "乙\n甲\n", "names": "子\n"}),
        Overview(lines={"api": ""}),
        Overview(lines={"api": "丙\n", "terms": "丑\n"}),
    ]

    assert merged(parts).lines == {"api": "乙\n甲\n丙\n", "names": "子\n", "terms": "丑\n"}


def test_of_no_shards_there_is_nothing_to_say() -> None:
    assert merged([]) == Overview()


@given(st.lists(OVERVIEWS, max_size=4))
def test_no_item_platform_or_line_is_lost_or_invented(parts: list[Overview]) -> None:
    whole = merged(parts)

    assert sorted(addresses(whole)) == sorted(address for part in parts for address in addresses(part))
    assert sum(whole.platforms.values()) == sum(sum(part.platforms.values()) for part in parts)
    for name in ("names", "api"):
        assert whole.lines.get(name, "") == "".join(part.lines.get(name, "") for part in parts)


@given(st.lists(OVERVIEWS, min_size=1, max_size=4), st.integers(0, 4))
def test_it_does_not_matter_whether_some_were_put_together_before(parts: list[Overview], at: int) -> None:
    whole = merged(parts)
    stepwise = merged([merged(parts[:at]), merged(parts[at:])])

    assert (stepwise.platforms, stepwise.next_changes, stepwise.lines) == (
        whole.platforms,
        whole.next_changes,
        whole.lines,
    )
    assert addresses(stepwise) == addresses(whole)


@given(ITEMS)
def test_the_order_of_items_does_not_depend_on_the_order_of_shards(items: list[Item]) -> None:
    parts = [Overview.model_construct(items=(one,)) for one in items]

    assert addresses(merged(parts)) == addresses(merged(reversed(parts)))


@given(OVERVIEWS)
def test_what_is_kept_beside_the_release_comes_back_as_it_was(overview: Overview) -> None:
    assert Overview.model_validate_json(overview.model_dump_json()) == overview
