# SPDX-License-Identifier: Apache-2.0
"""How do tests get registers to search? Fictitious ones of any size, and names of any characters at all."""

import random
from collections.abc import Iterator, Mapping
from functools import cache

from generator.base.identifiers import credit_code_check_character
from generator.base.output_file import OutputFile
from generator.render.lookup.entry import LookupDocument, LookupEntry
from generator.render.lookup.files import lookup_files
from generator.render.lookup.folding import fold

BRANDS = "卓翰博睿恒信启航智汇创联众合益友鼎盛凯越天元泰和中科华瑞丰宏远嘉诚德润明致"
FIELDS = (
    "检测技术",
    "知识产权",
    "创业孵化",
    "财税咨询",
    "法律服务",
    "工业设计",
    "融资担保",
    "中小企业",
    "信息技术",
    "智能制造",
)
KINDS = (
    "服务中心",
    "有限公司",
    "公共服务平台",
    "研究院",
    "孵化器有限公司",
    "促进中心",
    "科技园管理有限公司",
    "事务所",
)
PLACES = ("重庆", "厦门", "西藏", "乐山", "长春", "")
FUNCTIONS = {
    "information": "信息服务",
    "technology": "技术服务",
    "training": "培训服务",
    "financing": "融资服务",
}
JURISDICTIONS: Mapping[str, tuple[str, str | None]] = {
    "national": ("全国", None),
    "yangli": ("样例省", "national"),
    "yangli-east": ("样例省东城市", "yangli"),
    "jiading": ("假定省", "national"),
}


def entry(id_: str, name: str, **changes: object) -> LookupEntry:
    """A platform of which only the name is known, unless stated otherwise."""
    fields: dict[str, object] = {
        "former": (),
        "operator": None,
        "credit_code": None,
        "functions": (),
        "category": None,
        "location": None,
        "standing": (),
        "years": (),
    }
    return LookupEntry(id=id_, name=name, **(fields | changes))  # type: ignore[arg-type]


def _code(chance: random.Random) -> str:
    first = f"91{chance.randrange(990000, 990020)}{chance.randrange(10**9):09}"
    return first + credit_code_check_character(first)


def fictitious(count: int, seed: int = 1) -> list[LookupEntry]:
    """Names as authorities publish them, two or three years of designation, standings in several states."""
    chance = random.Random(seed)
    places = list(JURISDICTIONS)
    return [_platform(number, places[number * len(places) // count], chance) for number in range(count)]


def _platform(number: int, place: str, chance: random.Random) -> LookupEntry:
    brand = "".join(chance.sample(BRANDS, 2))
    name = f"{chance.choice(PLACES)}{brand}{chance.choice(FIELDS)}{chance.choice(KINDS)}"
    year = chance.randrange(2016, 2024)
    after = ("revoked", None) if chance.random() < 0.1 else ("ended", None)
    return entry(
        f"{place}-{number + 1:04}",
        name,
        former=(f"{name[:-4]}综合{name[-4:]}",) if chance.random() < 0.05 else (),
        operator=f"{brand}{chance.choice(('集团', '控股'))}有限公司" if chance.random() < 0.3 else None,
        credit_code=_code(chance),
        functions=tuple(sorted(chance.sample(list(FUNCTIONS), chance.choice((0, 1, 1, 2))))),
        category=chance.choice(("综合类", "专业类", None)),
        standing=((f"{year}-06-01", "valid", f"{year + 3}-05-31"), (f"{year + 3}-06-01", *after)),
        years=(year,),
    )


def any_name(chance: random.Random) -> str:
    """Characters from everywhere: plain, wide, Traditional, composed, far planes, brackets."""
    ranges = (
        (0x21, 0x7F),
        (0x4E00, 0x9FA5),
        (0xFF01, 0xFF5F),
        (0xC0, 0x180),
        (0x20000, 0x20100),
        (0x3000, 0x3020),
    )
    points = (chance.randrange(*chance.choice(ranges)) for _ in range(chance.randrange(1, 9)))
    return "".join(map(chr, points))


def written(
    entries: list[LookupEntry], documents: list[LookupDocument] | None = None
) -> Iterator[OutputFile]:
    """The files of the lookup."""
    return lookup_files(entries, documents or [], JURISDICTIONS, FUNCTIONS)


def plain_scan(entries: list[LookupEntry], text: str) -> set[str]:
    """The ids of all platforms that a text finds by characters; the slow and obvious way."""
    wanted = fold(text)
    return {one.id for one in entries if _bears(one, wanted)}


def _bears(one: LookupEntry, wanted: str) -> bool:
    *fields, code = _folded_fields(one)
    return any(wanted in field for field in fields) or code.startswith(wanted) or code.endswith(wanted)


@cache
def _folded_fields(one: LookupEntry) -> tuple[str, ...]:
    return tuple(map(fold, (one.name, *one.former, one.operator or "", one.id, one.credit_code or "")))
