# SPDX-License-Identifier: Apache-2.0
"""Is every planted number found in every spelling, and is hardly a line without one an alarm?

All numbers are made here by chance; where one looks like a person's it is nobody's on purpose.
"""

import random
from collections.abc import Callable
from datetime import date, timedelta
from itertools import accumulate, pairwise

import pytest

from generator.author.fictitious_words import BRAND_CHARACTERS, FIELDS, ORGANIZATIONS, PLACE_CHARACTERS
from generator.base.bank_cards import passes_luhn
from generator.base.home_addresses import home_addresses
from generator.base.personal_data import Kind, personal_numbers
from tests.base.test_personal_data import FULL_WIDTH, OTHER_NUMBERS, REGIONS, credit_code, digits, with_check

IN_CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")
IN_ARABIC_INDIC = {48 + number: 0x660 + number for number in range(10)}
JOINTS = {
    "in one piece": "",
    "with spaces": " ",
    "with two spaces": "  ",
    "with wide spaces": "\u3000",
    "with tabs": "\t",
    "with hyphens": "-",
    "with dashes": "—",
    "with hyphens and spaces": " - ",
}
SCRIPTS: dict[str, dict[int, int]] = {
    "ASCII": {},
    "full-width": FULL_WIDTH,
    "Chinese": IN_CHINESE,
    "Arabic-Indic": IN_ARABIC_INDIC,
}


def grouped(number: str, groups: list[int]) -> list[str]:
    """The number cut into groups of these lengths."""
    cuts = [0, *accumulate(groups)]
    return [number[one:other] for one, other in pairwise(cuts) if number[one:other]]


def card(chance: random.Random) -> str:
    while True:
        number = "62" + digits(chance, 17)
        if passes_luhn(number):
            return number


def mobile(chance: random.Random) -> str:
    return f"1{chance.choice('3456789')}{digits(chance, 9)}"


def identity(chance: random.Random) -> str:
    born = date(1940, 1, 1) + timedelta(days=chance.randrange(25_000))
    return with_check(f"{chance.choice(REGIONS)}{born:%Y%m%d}{chance.randrange(1, 1000):03}")


def old_identity(chance: random.Random) -> str:
    born = date(1930, 1, 1) + timedelta(days=chance.randrange(20_000))
    return f"{chance.choice(REGIONS)}{born:%y%m%d}{chance.randrange(1, 1000):03}"


MAKERS: list[tuple[Kind, Callable[[random.Random], str], list[int]]] = [
    (Kind.MOBILE, mobile, [3, 4, 4]),
    (Kind.IDENTITY, identity, [6, 8, 4]),
    (Kind.IDENTITY, identity, [4, 4, 4, 4, 2]),
    (Kind.IDENTITY, old_identity, [6, 6, 3]),
    (Kind.BANK_CARD, card, [4, 4, 4, 4, 3]),
]


def kinds(text: str) -> set[Kind]:
    return {found.kind for found in personal_numbers(text)}


@pytest.mark.parametrize("script", ["ASCII", "full-width"])
@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize(("kind", "make", "groups"), MAKERS)
def test_every_planted_number_is_found_however_it_is_grouped(
    kind: Kind, make: Callable[[random.Random], str], groups: list[int], joint: str, script: str
) -> None:
    chance = random.Random(20231102)
    for _ in range(100):
        number = JOINTS[joint].join(grouped(make(chance), groups)).translate(SCRIPTS[script])

        assert kind in kinds(f"样例甲，证件或电话：{number}，"), number


@pytest.mark.parametrize("script", ["Chinese", "Arabic-Indic"])
@pytest.mark.parametrize(("kind", "make", "groups"), MAKERS)
def test_every_planted_number_is_found_in_other_digits(
    kind: Kind, make: Callable[[random.Random], str], groups: list[int], script: str
) -> None:
    chance = random.Random(20231103)
    numbers = [make(chance) for _ in range(100)]
    for number in (number for number in numbers if number.isdecimal()):
        assert kind in kinds(f"样例甲：{number.translate(SCRIPTS[script])}，"), number


@pytest.mark.parametrize("make", [mobile, identity, card])
def test_every_planted_number_is_found_where_a_line_breaks_in_it(
    make: Callable[[random.Random], str],
) -> None:
    chance = random.Random(20231104)
    for _ in range(100):
        number = make(chance)
        cut = chance.randrange(4, len(number) - 2)

        # What stands on the first line may look like a number of another kind.
        assert kinds(f"联系电话：{number[:cut]}\n  {number[cut:]}，"), (number, cut)


class Filler(dict[str, str]):
    """What stands for each word in braces, another thing every time."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self.chance = chance

    def __missing__(self, word: str) -> str:
        chance = self.chance
        if word[1:].isdecimal():
            return digits(chance, int(word[1:]))
        made: dict[str, Callable[[], str]] = {
            "name": lambda: (
                f"虚构{''.join(chance.sample(BRAND_CHARACTERS, 2))}"
                f"{chance.choice(FIELDS)}{chance.choice(ORGANIZATIONS)}"
            ),
            "place": lambda: "".join(chance.sample(PLACE_CHARACTERS, 2)),
            "code": lambda: credit_code(chance),
            "line": lambda: f"0357-{chance.randrange(2, 9)}{digits(chance, 6)}",
            "year": lambda: str(chance.randrange(2012, 2028)),
            "day": lambda: f"{chance.randrange(2012, 2028)}-{chance.randrange(1, 13):02}-{digits(chance, 1)}",
            "few": lambda: str(chance.randrange(1, 30)),
            "many": lambda: str(chance.randrange(10 ** chance.randrange(1, 11))),
            "hex": lambda: chance.randbytes(16).hex(),
            "account": lambda: f"{chance.randrange(1, 10)}{digits(chance, chance.choice([11, 14, 17, 18]))}",
            "other": lambda: chance.choice(OTHER_NUMBERS)(chance),
        }
        return made[word]()


# Lines as they stand in lists, notices and records; nothing in them is a person's.
LINES = (
    "      - {{platform: yangli-{d4}, name: {name}, credit_code: '{code}'}}",
    "{few}\t{name}\t{code}\t{year}年\t{line}",
    "{name}，虚构市{place}区{place}路{few}号2号楼，电话 {line}、{line}",
    "地址：虚构市{place}区{place}路{few}号创业大厦A座{d4}室　邮编：0{d5}　传真：{line}",
    "虚构市{place}科技园{few}栋5楼，政务中心2楼{few}号窗口，总机 {line}-{d3}",
    "虚工信〔{year}〕{d2}号，{year}年{few}月印发，登记号 {d8}",
    "总资产{many}元，服务企业{d4}家次，满意度{d2}.{d2}%，面积{many}.{d2}平方米",
    "| {year} | {d3} | {d4} | {d5} | {d2}.{d2} |",
    "{year} {year} {year} {d2} {d5} {d3}",
    "{day}1 至 {day}2，{day}1 {d2}:{d2}",
    "https://gxj.example.org/art/{year}/5/7/art_{d5}_{d7}.html",
    "https://gxj.example.org/attach/{hex}/P0{d18}.pdf?t={d13}",
    "sha256: {hex}{hex}，大小 {many} 字节",
    "账户：虚构财政局，账号：{account}",
    "{name}（{few}）{other}",
)


def test_of_twelve_thousand_lines_without_a_person_at_most_twelve_raise_an_alarm() -> None:
    filler = Filler(random.Random(20231105))
    lines = [LINES[number % len(LINES)].format_map(filler) for number in range(12_000)]

    alarms = [line for line in lines if personal_numbers(line) or home_addresses(line)]

    assert len(alarms) <= 12, alarms
    assert len(set(lines)) > 11_000
