# SPDX-License-Identifier: Apache-2.0
"""Which platforms are on a short list that somebody typed or pasted, and which of them are known?

A row is a name, a credit code or an id of a known platform, and where it is; a corrected or new name stands
behind the name that is known.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.author.drafts.parsing import resembling
from generator.author.near import near, normal
from generator.base.identifiers import PLATFORM_ID, credit_code_is_valid, next_platform_id
from generator.base.misfit import Misfit
from generator.derive.register import Register
from generator.load.asked import HEADS
from generator.model.designation import ActKind
from generator.model.platform import Platform

SEPARATORS = re.compile(r"\s*[|｜\t;；,，]\s*")
NUMBERED = re.compile(r"^[0-9]{1,5}\s*[.、．)）]\s*(?=\D)")
LIKE_A_CODE = re.compile(r"[0-9A-Za-z]{15,20}")
NAMING = {ActKind.RENAME, ActKind.CORRECT}  # a second text is the new name
GIVING = {ActKind.PROPOSE, ActKind.DESIGNATE, ActKind.RENEW, ActKind.REVOKE}  # may list unknown platforms


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row says."""

    line: int
    id: str | None = None
    code: str | None = None
    texts: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What the row is called in messages."""
        return next(iter(self.texts), self.id or self.code or "")


@dataclass(frozen=True, slots=True)
class Roster:
    """The rows as a document records them, what is told of them, and whether some are new here."""

    rows: tuple[dict[str, Any], ...]
    told: tuple[str, ...]
    has_new: bool


def entries(lines: Iterable[str]) -> Iterator[Entry]:
    """What each row says; heads and empty lines are passed over."""
    for number, line in enumerate(lines, 1):
        words = [word for word in SEPARATORS.split(NUMBERED.sub("", line.strip())) if word]
        if len(words) > 1 and words[0].isdecimal() and len(words[0]) < 6:
            words = words[1:]
        if not words or not set(words).isdisjoint(HEADS):
            continue
        yield _entry(number, words)


def _entry(line: int, words: Sequence[str]) -> Entry:
    id_, code, texts = None, None, []
    for word in words:
        narrow = unicodedata.normalize("NFKC", word)
        if PLATFORM_ID.fullmatch(narrow):
            id_ = narrow
        elif LIKE_A_CODE.fullmatch(narrow):
            code = narrow.upper()
            if not credit_code_is_valid(code):
                raise Misfit(
                    f"第 {line} 行的统一社会信用代码“{narrow}”不对", "核对 18 位代码；不能确定的不写"
                )
        else:
            texts.append(word)
    if len(texts) > 2:
        repair = (
            "一行只写名称、统一社会信用代码、所在地，用 | 隔开；栏目更多的名单用 platform-registry import"
        )
        raise Misfit(f"第 {line} 行的栏目太多：{'、'.join(texts)}", repair)
    return Entry(line, id_, code, tuple(texts))


def roster(register: Register, jurisdiction: str, kind: ActKind, lines: Iterable[str]) -> Roster:
    """The rows of a list, each with the id of a known platform or a new one; else Misfit."""
    known = register.platforms_of(jurisdiction)
    rows: list[dict[str, Any]] = []
    told: list[str] = []
    new: list[str] = []
    for entry in entries(lines):
        platform = _match(known, entry, kind)
        if platform is None:
            new.append(next_platform_id(jurisdiction, [*register.platforms, *new]))
        id_ = platform.id if platform else new[-1]
        row = _row(entry, id_, platform, kind)
        if id_ in {row["platform"] for row in rows} or (
            not platform and normal(row["name"]) in {normal(r["name"]) for r in rows}
        ):
            raise Misfit(f"第 {entry.line} 行：“{entry.words}”前面已经有了", "每个平台只写一行")
        rows.append(row)
        told.append(f"{row['name']}：{_of(platform) if platform else _new(id_, row['name'], known)}")
    if not rows:
        raise Misfit("名单是空的", "至少写一个平台")
    return Roster(tuple(rows), tuple(told), bool(new))


def _of(platform: Platform) -> str:
    return f"已有的平台 {platform.id}（{platform.name}）"


def _new(id_: str, name: str, known: Sequence[Platform]) -> str:
    """The id, and which known platforms it may be instead."""
    doubts = (f"；与 {other} {why}，是不是同一个平台？" for other, why in near([name], known)[name].items())
    return f"新平台，编号 {id_}{''.join(doubts)}"


def _row(entry: Entry, id_: str, platform: Platform | None, kind: ActKind) -> dict[str, Any]:
    """The row as it is recorded."""
    if kind in NAMING:
        is_known_otherwise = bool(entry.id) or (kind is ActKind.CORRECT and bool(entry.code))
        if len(entry.texts) < (1 if is_known_otherwise else 2):
            raise Misfit(f"第 {entry.line} 行没有写新的名称", "写作 原来的名称 | 新的名称")
        name = entry.texts[-1]
    else:
        name = _as_known(entry.texts[0], platform) if entry.texts else platform.name if platform else ""
    row: dict[str, Any] = {"platform": id_, "name": name}
    if entry.code:
        row["credit_code"] = entry.code
    if len(entry.texts) == 2 and kind not in NAMING:
        row["location"] = entry.texts[1]
    return row


def _as_known(name: str, platform: Platform | None) -> str:
    """The name in the writing that is known, if it only differs in widths, brackets or spaces."""
    names = {normal(period.name): period.name for period in platform.names} if platform else {}
    return names.get(normal(name), name)


def _match(known: Sequence[Platform], entry: Entry, kind: ActKind) -> Platform | None:
    """The platform that a row means; None for a new one; Misfit where it cannot be told."""
    if entry.id:
        found = next((platform for platform in known if platform.id == entry.id), None)
        if found is None:
            raise Misfit(
                f"第 {entry.line} 行：没有编号是 {entry.id} 的平台", "核对编号；新平台不写编号，只写名称"
            )
        return found
    by_code = {
        platform.id: platform for platform in known if entry.code and platform.credit_code == entry.code
    }
    name = entry.texts[0] if entry.texts else ""
    by_name = {p.id: p for p in known if normal(name) in {normal(period.name) for period in p.names}}
    if by_code and by_name and not by_code.keys() & by_name.keys():
        one, other = min(by_code), min(by_name)
        repair = "核对名称和代码；写明编号就按编号认，例如 " + one
        raise Misfit(f"第 {entry.line} 行：代码是 {one} 的，名称却是 {other} 的", repair)
    found_ids = sorted(by_code or by_name)
    if len(found_ids) > 1:
        repair = f"在这一行写明是哪一个的编号：{'、'.join(found_ids)}"
        raise Misfit(f"第 {entry.line} 行：“{entry.words}”有 {len(found_ids)} 个平台", repair)
    if found_ids:
        return (by_code or by_name)[found_ids[0]]
    if kind not in GIVING:
        near = resembling(name, [platform.name for platform in known])
        raise Misfit(
            f"第 {entry.line} 行：本站没有收录“{entry.words}”",
            f"是否想写“{near}”？" if near else "核对名称或编号",
        )
    if not name:
        raise Misfit(
            f"第 {entry.line} 行：代码 {entry.code} 的平台没有收录，也没有写名称", "在这一行写上名称"
        )
    return None
