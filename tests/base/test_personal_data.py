# SPDX-License-Identifier: Apache-2.0
"""Is every number of a person found, and hardly any other number taken for one?

All numbers are made here by chance; where one looks like a person's it is nobody's on purpose.
"""

import random
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.identifiers import CREDIT_CODE_ALPHABET, credit_code_check_character, credit_code_is_valid
from generator.base.personal_data import Kind, Trace, check_character, masked, personal_numbers

MOBILE, IDENTITY = Kind.MOBILE, Kind.IDENTITY
FULL_WIDTH = str.maketrans("0123456789X+-", "０１２３４５６７８９Ｘ＋－")
REGIONS = ["110105", "371102", "341102", "440306", "513401", "654325", "810000"]


def told(text: str) -> list[tuple[Kind, str]]:
    return [(number.kind, text[number.start : number.end]) for number in personal_numbers(text)]


@pytest.mark.parametrize(
    "number",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "138.0013.8000",
        "138 00138000",
        "1380013 8000",
        "1380 0138 000",
        "1380 013 8000",
        "138 001 38000",
        "+8613800138000",
        "+86 138 0013 8000",
        "+86-138-0013-8000",
        "86-13800138000",
        "8613800138000",
        "0086 13800138000",
        "013800138000",
        "１３８００１３８０００",
        "＋８６　１３８－００１３－８０００",
        "138–0013–8000",
    ],
)
def test_a_mobile_number_is_found_however_it_is_grouped(number: str) -> None:
    assert told(f"联系人：{number}（同微信）") == [(MOBILE, number)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("手机", "，"),
        ("| ", " |"),
        ('telephone: "', '"'),
        ("Tel", " "),
        ("（V", "）"),
        ("QQ", "，"),
        ("tel:", "\n"),
        ("0357-2091234/", ""),
        ("0357-2091234，", "；"),
        ("2023-05-20 ", " 人事科"),
        ("", "@example.org"),
        ("https://example.org/?mobile=", "&a=1"),
        ("电话（", "）"),
        ("<a href='tel:", "'>"),
        ("1,", ",2"),
        ("1 ", " 2"),
    ],
)
def test_a_mobile_number_is_found_whatever_stands_around_it(before: str, after: str) -> None:
    assert told(f"{before}13800138000{after}") == [(MOBILE, "13800138000")]


def test_the_number_of_a_row_does_not_hide_a_grouped_number() -> None:
    assert told("3 138 0013 8000") == [(MOBILE, "138 0013 8000")]


@pytest.mark.parametrize("joint", ["/", "、", "，", " ", "-", "\n", " / ", "或"])
def test_two_numbers_side_by_side_are_both_found(joint: str) -> None:
    for one, other in [("13800138000", "15900159000"), ("138 0013 8000", "159 0015 9000")]:
        found = told(f"{one}{joint}{other}")

        assert found == [(MOBILE, one), (MOBILE, other)]


@pytest.mark.parametrize("start", ["10", "11", "12", "20", "23", "90"])
def test_eleven_digits_that_no_mobile_begins_with_are_none(start: str) -> None:
    assert told(f"{start}800138000") == []


@pytest.mark.parametrize("length", [9, 10, 12, 13, 14, 16, 17, 19, 20])
def test_numbers_of_another_length_are_none(length: int) -> None:
    assert told("1380013800013800138000"[:length]) == []


@pytest.mark.parametrize(
    "text",
    [
        "6222 0213 1391 2345 678",
        "139 1234 5678 9012",
        "13912345678元",
        "13912345678.50",
        "113.91234567890",
        "0.13912345678",
        "https://example.org/202105/13912345678.html",
        "https://example.org/art/2021/5/7/art_15912345678.html",
        "订单号：13912345678",
        "a13912345678b",
        "139123456780",
        "+86 10 6820 5301",
        "010-13912345",
        "400-139-1234",
    ],
)
def test_digits_that_belong_to_something_else_are_no_mobile_number(text: str) -> None:
    assert told(text) == []


def test_an_identity_number_is_found_by_its_check_character() -> None:
    assert told("身份证11010519491231002X。") == [(IDENTITY, "11010519491231002X")]
    assert told("身份证110105194912310021。") == []


@pytest.mark.parametrize(
    "number",
    [
        "11010519491231002x",
        "110105 19491231 002X",
        "110105-19491231-002X",
        "１１０１０５１９４９１２３１００２Ｘ",
    ],
)
def test_an_identity_number_is_found_however_it_is_typed(number: str) -> None:
    assert told(f"号码：{number}，") == [(IDENTITY, number)]


def with_check(body: str) -> str:
    return body + check_character(body)


@pytest.mark.parametrize(
    "number",
    [
        with_check("11010519490231002"),  # no such day
        with_check("11010519491331002"),
        with_check("11010518491231002"),  # another century
        with_check("16010519491231002"),  # no such province
        with_check("99010519491231002"),
    ],
)
def test_eighteen_digits_without_a_province_and_a_day_of_birth_are_no_identity_number(number: str) -> None:
    assert told(number) == []


def test_an_old_identity_number_is_found_by_province_and_day() -> None:
    assert told("身份证 110105491231002") == [(IDENTITY, "110105491231002")]
    assert told("身份证 110105491331002") == []
    assert told("身份证 160105491231002") == []
    assert told("注册号：110105491231002") == []


def test_what_its_label_calls_a_credit_code_is_one_even_if_it_could_be_a_person() -> None:
    numbers = (
        with_check(f"341102199{year:01}0101{serial:03}") for year in range(10) for serial in range(1000)
    )
    both = next(number for number in numbers if credit_code_is_valid(number))

    assert told(f'credit_code: "{both}"') == []
    assert told(f"统一社会信用代码：{both}") == []
    assert told(f"经办人 {both}") == [(IDENTITY, both)]


@st.composite
def mobiles(draw: st.DrawFn) -> str:
    """A mobile number in one of the ways in which people type them."""
    digits = "1" + draw(st.sampled_from("3456789")) + draw(st.text("0123456789", min_size=9, max_size=9))
    mark = draw(st.sampled_from(["", " ", "-"]))
    prefix = draw(st.sampled_from(["", "+86", "+86 ", "+86-", "86-"]))
    number = prefix + mark.join([digits[:3], digits[3:7], digits[7:]])
    return number.translate(FULL_WIDTH) if draw(st.booleans()) else number


@st.composite
def identities(draw: st.DrawFn) -> str:
    """An identity number of 18 or 15 digits."""
    born = draw(st.dates(date(1930, 1, 1), date(1999, 12, 31)))
    region, serial = draw(st.sampled_from(REGIONS)), draw(st.integers(1, 999))
    if draw(st.booleans()):
        return f"{region}{born:%y%m%d}{serial:03}"
    number = with_check(f"{region}{born:%Y%m%d}{serial:03}")
    return number.translate(FULL_WIDTH) if draw(st.booleans()) else number


contexts = st.sampled_from(
    ["样例甲服务中心", "，电话：", "，2023-05-20，", "（一）", "\n", "“", " | ", "、第3名 "]
)


@given(contexts, mobiles(), contexts, identities(), contexts)
def test_every_planted_number_is_found_where_it_stands(
    before: str, mobile: str, between: str, identity: str, after: str
) -> None:
    text = f"{before}{mobile}{between}{identity}{after}"
    first, second = len(before), len(before) + len(mobile) + len(between)

    assert personal_numbers(text) == [
        Trace(MOBILE, first, first + len(mobile)),
        Trace(IDENTITY, second, second + len(identity)),
    ]


@given(st.text("0123456789 -.Xx+０８－元/:=htps年", max_size=60))
def test_numbers_never_overlap_and_lie_inside_the_text(text: str) -> None:
    found = personal_numbers(text)

    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def credit_code(chance: random.Random) -> str:
    region = f"{chance.choice(REGIONS)[:4]}{chance.randrange(1, 30):02}"
    body = (
        chance.choice(["91", "12", "52", "N2", "A1"])
        + region
        + "".join(chance.choices(CREDIT_CODE_ALPHABET, k=9))
    )
    return body + credit_code_check_character(body)


# Numbers as they stand in notices, lists and links, none of them a person's.
OTHER_NUMBERS: list[Callable[[random.Random], str]] = [
    credit_code,
    lambda c: "12" + c.choice(REGIONS) + digits(c, 10),
    lambda c: c.randbytes(32).hex(),
    lambda c: c.randbytes(20).hex(),
    lambda c: f"0{c.choice(['10', '357', '592', '990'])}-{c.randrange(2, 9)}{digits(c, 7)}",
    lambda c: f"0{c.choice(['21', '871'])}-{c.randrange(2, 9)}{digits(c, 6)}-{digits(c, 4)}",
    lambda c: f"+86 {c.choice(['10', '21'])} {digits(c, 4)} {digits(c, 4)}",
    lambda c: f"样工信〔{c.randrange(2000, 2030)}〕{c.randrange(1, 900)}号",
    lambda c: (
        f"{c.randrange(1990, 2030)}-{c.randrange(1, 13):02}-{c.randrange(1, 29):02} {c.randrange(24):02}:30"
    ),
    lambda c: f"https://example.org/art/{digits(c, 6)}/{digits(c, c.randrange(8, 20))}.html",
    lambda c: f"https://example.org/a?id={digits(c, 11)}&t={digits(c, 13)}",
    lambda c: f"https://example.org/P0{digits(c, 18)}.pdf",
    lambda c: f"{digits(c, 4)} {digits(c, 4)} {digits(c, 4)} {digits(c, 4)} {digits(c, 3)}",
    lambda c: f"账号 {c.randrange(1, 9)}{digits(c, c.choice([15, 16, 17, 18]))}",
    lambda c: f"注册号：{c.choice(REGIONS)}{digits(c, 9)}",
    lambda c: f"978-7-{digits(c, 3)}-{digits(c, 5)}-{digits(c, 1)}",
    lambda c: f"{c.randrange(2015, 2030)}-{c.choice(REGIONS)}-{digits(c, 2)}-{digits(c, 2)}-{digits(c, 6)}",
    lambda c: f"{c.randrange(1, 10 ** c.randrange(1, 11))}.{digits(c, 2)}万元",
    lambda c: f"样ICP备{digits(c, 8)}号-{c.randrange(1, 9)}",
    lambda c: f"2023{digits(c, 10)}",
    lambda c: f"yangli-{digits(c, 4)}",
    lambda c: c.choice(REGIONS),
    lambda c: f"{c.randrange(73, 135)}.{digits(c, 8)},{c.randrange(18, 53)}.{digits(c, 8)}",
    lambda c: f"400-{digits(c, 3)}-{digits(c, 4)}",
]


def test_of_a_thousand_numbers_that_are_no_persons_at_most_one_is_taken_for_one() -> None:
    chance = random.Random(20231101)
    texts = [f"见{chance.choice(OTHER_NUMBERS)(chance)}，" for _ in range(5000)]

    alarms = [text for text in texts if personal_numbers(text)]

    assert len(alarms) <= 5, alarms
    assert len(set(texts)) > 4000


@given(st.randoms(use_true_random=False))
def test_no_valid_credit_code_is_taken_for_a_person(chance: random.Random) -> None:
    code = credit_code(chance)

    assert credit_code_is_valid(code)
    assert told(f'{{name: 样例甲, credit_code: "{code}"}}') == []


def test_digits_one_by_one_are_a_mobile_number_unless_there_are_more_of_them() -> None:
    assert told("1 3 8 0 0 1 3 8 0 0 0。") == [(MOBILE, "1 3 8 0 0 1 3 8 0 0 0")]
    assert told("1 3 8 0 0 1 3 8 0 0 0 7。") == []
    assert told("2 1 3 8 0 0 1 3 8 0 0 0。") == []


def test_figures_in_a_column_are_no_mobile_number() -> None:
    assert told("产值\n1580000\n2021\n") == []
    assert told("1580\n2021\n202\n") == []


def test_a_number_in_a_name_between_underscores_is_found_but_not_in_an_identifier() -> None:
    assert told("_13800138000_") == [(MOBILE, "13800138000")]
    assert told("art_13800138000_2") == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("电话13800138000，", "电话***********，"),
        ("1 138 0013 8000 2", "1 ************* 2"),
        ("0357-2091234", "0357-2091234"),
    ],
)
def test_a_masked_text_keeps_everything_but_the_number(text: str, seen: str) -> None:
    assert masked(text) == seen
