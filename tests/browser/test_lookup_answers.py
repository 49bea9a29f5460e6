# SPDX-License-Identifier: Apache-2.0
"""Are the answers of the lookup in the order that a person expects, rightly counted, and forgiving?"""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.render.lookup import branches
from generator.render.lookup.entry import LookupDocument, LookupEntry
from generator.render.lookup.readings import OTHER, initial_of, reading_of
from tests.browser.engine import Engine, engine_of
from tests.render.lookup.registers import FUNCTIONS, entry, fictitious, written

ENDED = (("2016-06-01", "valid", "2019-05-31"), ("2019-06-01", "ended", None))
RUNNING = (("2022-06-01", "valid", "2025-05-31"), ("2025-06-01", "ended", None))
NAMED = [
    entry("yangli-0001", "云帆检测", standing=ENDED),
    entry("yangli-0002", "东城检测中心", standing=ENDED),
    entry("yangli-0003", "检测中心", standing=RUNNING),
    entry("yangli-0004", "检测", standing=ENDED),
    entry("yangli-0005", "西岭检测中心", standing=RUNNING),
    entry("yangli-0006", "检测研究院", standing=ENDED),
    entry("yangli-0007", "重庆长青银行服务平台", operator="检测集团", standing=ENDED),
    entry("yangli-0008", "建册坊", standing=RUNNING),
    entry("jiading-0001", "绿色（厦门）研究院", former=("旧绿色研究院",), credit_code="91350100M000100Y43"),
]
DOCUMENTS = [
    LookupDocument(
        "样工信〔2020〕9号", "第一批名单", "notices/2020/a/", "2020-06-01", ("yangli-0001", "yangli-0007")
    ),
    LookupDocument("样工信〔2021〕19号", "第二批名单", "notices/2021/b/", "2021-06-01", ("yangli-0002",)),
    LookupDocument(None, "没有文号", "notices/2021/c/", "2021", ("yangli-0003",)),
]
DAY = "2024-01-02"


@pytest.fixture(scope="module")
def named(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with engine_of(browser, tmp_path_factory.mktemp("named"), written(NAMED, DOCUMENTS)) as engine:
        yield engine


def test_exact_comes_before_beginnings_before_the_rest_and_current_terms_first_in_each(named: Engine) -> None:
    assert named.names("检测") == [
        "检测",
        "检测中心",
        "检测研究院",
        "重庆长青银行服务平台",  # its operator begins so
        "西岭检测中心",
        "云帆检测",
        "东城检测中心",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "綠色",
        "绿色（厦",
        "绿色(厦",
        "綠 色「廈門」",
        "绿色厦门",
        "９１３５０１００ｍ",
        "y43",
        "91350100m000100Y43",
    ],
)
def test_every_way_of_writing_finds_the_same(text: str, named: Engine) -> None:
    assert named.names(text) == ["绿色（厦门）研究院"]


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("cqcq", "重庆长青银行服务平台"),
        ("chongqing", "重庆长青银行服务平台"),
        ("yinhang", "重庆长青银行服务平台"),
        ("yhfw", "重庆长青银行服务平台"),
        ("YinHangFu", "重庆长青银行服务平台"),
        ("lvse", "绿色（厦门）研究院"),
        ("xiamenyan", "绿色（厦门）研究院"),
        ("xm", "绿色（厦门）研究院"),
    ],
)
def test_initials_and_syllables_find_a_name_even_with_characters_of_several_readings(
    letters: str, name: str, named: Engine
) -> None:
    assert named.names(letters) == [name]


def test_syllables_leave_out_what_only_begins_alike(named: Engine) -> None:
    assert set(named.names("jiance")) == {
        e.name for e in NAMED if "检测" in e.name + (e.operator or "") or e.name == "建册坊"
    }
    assert named.names("jiancefang") == ["建册坊"]


@pytest.mark.parametrize("heavy", [5, 1500])
def test_every_stretch_of_a_name_is_found_by_initials_and_by_syllables(
    heavy: int, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(branches, "HEAVY", heavy)
    chance = random.Random(heavy)
    entries = fictitious(300, seed=heavy)
    wanted: list[tuple[str, str]] = []
    for one in chance.sample(entries, 60):
        start = chance.randrange(len(one.name) - 3)
        part = one.name[start : start + chance.choice((2, 3, 5, 20))]
        if not set(part) & set("重长乐藏厦行"):  # their readings depend on their neighbours
            wanted.append(("".join(map(initial_of, part)), one.id))
            wanted.append(("".join(map(reading_of, part)), one.id))

    with engine_of(browser, tmp_path, written(entries)) as engine:
        found = engine.ranks([letters for letters, _ in wanted])

    assert len(wanted) > 60
    assert not any(OTHER in letters for letters, _ in wanted)
    assert [letters for (letters, id_), ranks in zip(wanted, found, strict=True) if id_ not in ranks] == []


@pytest.mark.parametrize("brackets", ["〔〕", "[]", "【】", "﹝﹞", "（）", "()", "［］", "〖〗"])
def test_a_document_number_in_any_brackets_finds_the_document_and_its_platforms(
    brackets: str, named: Engine
) -> None:
    answer = named.answer(f"样工信{brackets[0]}2020{brackets[1]}9号")

    assert [row["title"] for row in answer["documentRows"]] == ["第一批名单"]
    assert {row["id"] for row in answer["rows"]} == {"yangli-0001", "yangli-0007"}


def test_part_of_a_number_finds_the_documents_alone(named: Engine) -> None:
    answer = named.answer("工信〔202")

    assert answer["documents"] == 2
    assert answer["rows"] == []


def test_the_stretch_that_matches_is_told_in_the_original_text(named: Engine) -> None:
    (row,) = named.answer("色厦门")["rows"]
    assert row["name"][slice(*row["mark"])] == "色（厦门"

    (row,) = named.answer("旧绿")["rows"]
    assert [[label, text[slice(*stretch)]] for label, text, stretch in row["also"]] == [["曾用名", "旧绿"]]


def test_who_finds_nothing_is_told_what_is_read_alike_and_what_is_found_of_it(named: Engine) -> None:
    assert "检测" in [text for text, _ in named.answer("建测")["suggestions"]]
    assert named.answer("检测中心大厦")["suggestions"][0] == ["检测中心", 3]


@pytest.fixture(scope="module")
def many(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with engine_of(browser, tmp_path_factory.mktemp("many"), written(MANY)) as engine:
        yield engine


MANY = fictitious(700)
TEXT = "有限公司"


def state_on(one: LookupEntry, day: str) -> str:
    passed = [border for border in one.standing if border[0] <= day]
    return passed[-1][1] if passed else "unknown"


def bearing(text: str) -> list[LookupEntry]:
    return [e for e in MANY if any(text in field for field in (e.name, *e.former, e.operator or ""))]


@pytest.mark.parametrize("day", ["2019-06-30", DAY])
def test_counts_beside_the_choices_are_those_of_a_plain_count(day: str, many: Engine) -> None:
    counts = many.answer(TEXT, day)["counts"]
    found = bearing(TEXT)

    assert {value: count for value, _, count in counts["function"]} == Counter(
        f for e in found for f in e.functions
    )
    assert {value: count for value, _, count in counts["category"]} == Counter(
        e.category for e in found if e.category
    )
    assert {int(value): count for value, _, count in counts["year"]} == Counter(e.years[0] for e in found)
    states = {value: count for value, _, count in counts["state"] if count and value != "expiring"}
    assert states == Counter(state_on(e, day) for e in found)


def test_a_place_counts_what_is_below_it(many: Engine) -> None:
    counts = {value: (count, depth) for value, _, count, depth in many.answer(TEXT)["counts"]["in"]}
    own = Counter(e.id.rpartition("-")[0] for e in bearing(TEXT))

    assert counts["yangli-east"] == (own["yangli-east"], 2)
    assert counts["yangli"] == (own["yangli"] + own["yangli-east"], 1)
    assert counts["national"] == (sum(own.values()), 0)


@pytest.mark.parametrize("day", ["2019-06-30", DAY])
def test_choices_together_leave_what_a_plain_sieve_leaves(day: str, many: Engine) -> None:
    choices = {"in": "yangli", "state": "valid", "function": "training", "category": "综合类"}
    expected = [
        e
        for e in bearing(TEXT)
        if e.id.startswith("yangli")
        and state_on(e, day) == "valid"
        and "training" in e.functions
        and e.category == "综合类"
    ]
    answer = many.answer(TEXT, day, **choices)

    assert {row["id"] for row in answer["rows"]} == {e.id for e in expected}
    assert answer["total"] == len(expected)
    assert answer["everywhere"] == len(bearing(TEXT))
    without = [
        e
        for e in bearing(TEXT)
        if e.id.startswith("yangli") and state_on(e, day) == "valid" and e.category == "综合类"
    ]
    counted = {value: count for value, _, count in answer["counts"]["function"]}
    assert counted == {f: sum(f in e.functions for e in without) for f in FUNCTIONS}


def test_every_result_is_reached_page_by_page(many: Engine) -> None:
    everything = many.answer("公司")
    search = {"text": "公司", "choices": {}, "day": DAY}
    pieces = [
        many.page.evaluate("([s, first]) => engine.answer(s, first, first + 50)", [search, first])["rows"]
        for first in range(0, everything["total"], 50)
    ]

    assert [row["id"] for piece in pieces for row in piece] == [row["id"] for row in everything["rows"]]
    assert len({row["id"] for row in everything["rows"]}) == everything["total"]
