# SPDX-License-Identifier: Apache-2.0
"""How is the index of words bound in volumes, so that a new notice leaves almost all of it as it was?"""

import json
import random
from collections.abc import Mapping

import pytest

from generator.output import site_search
from generator.output.site_search import Record, record_lines, volume_files, volume_list, volumes
from generator.render.page import Page

VOLUME = 5


@pytest.fixture(autouse=True)
def _small_volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_search, "VOLUME", VOLUME)


def of_years(counts: Mapping[int, int]) -> list[str]:
    """Lines of so many notices of each year."""
    return [
        json.dumps(["notices", f"notices/{year}/{number:02}/", "样例", "正文", ""]) + "\n"
        for year, count in counts.items()
        for number in range(count)
    ]


def bound(lines: list[str]) -> dict[str, list[Record]]:
    return volumes("", "".join(lines), "", "")


def years(records: list[Record]) -> list[int]:
    """The years of some records, in their order."""
    return [int(record[1].split("/")[1]) for record in records]


def test_small_years_are_bound_together_as_wholes_and_the_newest_come_first() -> None:
    found = bound(of_years({2019: 2, 2020: 2, 2021: 2, 2022: 1, 2023: 5}))

    assert {name: years(records) for name, records in found.items()} == {
        "notices-2023-1": [2023] * 5,
        "notices-2021-1": [2022, 2021, 2021],
        "notices-2019-1": [2020, 2020, 2019, 2019],
    }
    assert list(found) == ["notices-2023-1", "notices-2021-1", "notices-2019-1"]


def test_a_year_that_is_too_large_has_several_volumes() -> None:
    found = bound(of_years({2022: 12, 2023: 1}))

    assert {name: len(records) for name, records in found.items()} == {
        "notices-2022-3": 3,
        "notices-2022-2": 5,
        "notices-2022-1": 5,
    }
    assert years(found["notices-2022-3"]) == [2023, 2022, 2022]


@pytest.mark.parametrize("seed", range(20))
def test_a_new_notice_leaves_every_volume_without_its_year_as_it_was(seed: int) -> None:
    chance = random.Random(seed)
    counts = {year: chance.randrange(9) for year in range(2015, 2024)} | {2024: chance.randrange(1, 9)}
    lines = of_years(counts)
    before = bound(lines)

    after = bound([*lines, of_years({2024: 99})[-1]])

    added = {record for records in after.values() for record in records} - {
        record for records in before.values() for record in records
    }
    assert [record[1] for record in added] == ["notices/2024/98/"]
    assert sum(map(len, after.values())) == len(lines) + 1
    assert max(map(len, after.values())) <= VOLUME
    older = {name: records for name, records in before.items() if 2024 not in years(records)}
    assert {name: after[name] for name in older} == older


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_lines_does_not_matter(seed: int) -> None:
    lines = of_years({2019: 3, 2020: 9, 2021: 1})
    shuffled = random.Random(seed).sample(lines, len(lines))

    assert list(bound(shuffled).items()) == list(bound(lines).items())


def test_shards_in_any_order_give_the_same_bytes() -> None:
    lines = of_years({2019: 2, 2020: 2})
    there, back = (
        [file for name, records in bound(told).items() for file in volume_files(name, records, is_first=True)]
        for told in (lines, lines[::-1])
    )

    assert there == back
    assert there


def test_kinds_are_bound_apart_in_the_order_of_the_results() -> None:
    pages = [Page(f"{address}/", "样例", "", "<p>正文</p>") for address in ("guides/a", "data")]
    documents = record_lines([Page("notices/2020/list/", "名单", "", "<p>文号</p>")], {})
    forms = record_lines([Page("forms/yangli/x/", "申请表", "", "<p>栏目</p>")], {})

    found = volumes(record_lines(pages, {}), "".join(of_years({2020: 1})), documents, forms)

    assert list(found) == ["guides", "forms", "notices-2020-1", "documents-2020-1", "prose"]
    assert found["documents-2020-1"] == [("notices", "notices/2020/list/", "名单", "名单⏎文号", "")]


def test_kinds_without_a_page_have_no_volume() -> None:
    assert volumes("", "", "", "") == {}
    assert json.loads(volume_list([]).content) == []


def test_the_first_volume_is_not_listed_because_it_reads_the_others() -> None:
    file = volume_list(["guides", "notices-2020-1", "prose"])

    assert (file.path, json.loads(file.content)) == ("pagefind/volumes.json", ["notices-2020-1/", "prose/"])


def test_a_line_tells_one_page_and_is_read_as_it_was_written() -> None:
    title = "甲\u2028乙\x85丙"  # which end a line for some readers
    lines = record_lines([Page("notices/2020/a/", title, "", '<h2 id="x">一</h2>')], {})

    record = ("notices", "notices/2020/a/", title, "甲␣乙␣丙⏎一", "6:x")
    assert lines == f"{json.dumps(record, ensure_ascii=False)}\n"
    assert bound([lines, *of_years({2019: 1})])["notices-2019-1"][0] == record
