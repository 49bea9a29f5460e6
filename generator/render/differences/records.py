# SPDX-License-Identifier: Apache-2.0
"""Which notices, documents, forms, pages, words and addresses come, change, move or go?"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from generator.base import addresses
from generator.derive.addressed import prose_page
from generator.derive.conclusions import Difference, Kind
from generator.model.designation import Designation
from generator.model.difference import Told, Turn
from generator.model.notice import Notice
from generator.render.differences.deadlines import turn_of
from generator.render.differences.fields import differing, lines_change, named
from generator.render.differences.setting import Setting
from generator.render.notices import document_in_words

BODY = "正文"
IN_DEADLINES = "期限的记载有改动，结果见“期限”"
D = TypeVar("D", Notice, Designation)
HEADING = re.compile(r"(?m)^#\s+(.+?)\s*$")
OF_A_GUIDE = (Kind.RULESET, Kind.STANDING, Kind.DUTY, Kind.FORM, Kind.PAPER, Kind.JURISDICTION)


def _told(each: Difference, title: str, address: str | None, text: str = "", *details: str) -> Told:
    return Told.model_construct(
        turn=turn_of(each), id=each.key.id, title=title, address=address, text=text, details=details
    )


def notice_lines(setting: Setting) -> Iterator[Told]:
    """Documents, notices, and the files beside these."""
    for each in setting.of(Kind.DOCUMENT):
        id_ = each.key.id
        page = setting.document_page(id_)
        yield _told(each, setting.document(id_), page, *_of_document(setting, each.old, each.new))
    for each in setting.of(Kind.NOTICE):
        id_ = each.key.id
        yield _told(each, setting.notice(id_), addresses.notice(id_), *_of_notice(each))
    for each in setting.of(Kind.ATTACHMENT):
        notice, _, name = each.key.id.rpartition("/")
        page = addresses.attachment(notice, name)
        yield _told(each, f"附件 {name}", page, f"{setting.notice(notice)}的附件")


def _of_document(setting: Setting, old: Designation | None, new: Designation | None) -> Iterator[str]:
    """What a document decides; of one that was altered, every field and how many rows differ."""
    if old and new:
        yield ""
        yield from _fields(old, new, ("acts", "publicity"))
        if old.acts != new.acts:
            yield from _acts(old, new)
        if old.publicity != new.publicity:
            yield IN_DEADLINES
    elif known := new or old:
        yield document_in_words(known, setting.comparison.new.site.as_of)


def _fields(old: D, new: D, leaving_out: tuple[str, ...]) -> Iterator[str]:
    """What differs; of a list that is shown for a while only where, as this report is kept for ever."""
    for_a_while = old.display_until or new.display_until
    return (named if for_a_while else differing)(old, new, leaving_out)


def _acts(old: Designation, new: Designation) -> Iterator[str]:
    """名单增 1 家、删 2 家、改 3 家; without the names, which are told with the platforms."""
    was, now = (
        {(n, row.platform): row for n, act in enumerate(side.acts) for row in act.platforms}
        for side in (old, new)
    )
    counts = {
        "增": len(now.keys() - was.keys()),
        "删": len(was.keys() - now.keys()),
        "改": sum(was[key] != now[key] for key in was.keys() & now.keys()),
    }
    if told := [f"{word} {count} 家" for word, count in counts.items() if count]:
        yield f"名单{'、'.join(told)}"
    if len(old.acts) != len(new.acts):
        yield f"文件作出的决定：{len(old.acts)} 项 → {len(new.acts)} 项"
    tell = named if old.display_until or new.display_until else differing
    for before, after in zip(old.acts, new.acts, strict=False):
        yield from (f"{after.kind.label}的{line}" for line in tell(before, after, ("platforms",)))
    if [[row.platform for row in act.platforms] for act in old.acts] != [
        [row.platform for row in act.platforms] for act in new.acts
    ] and not told:
        yield "名单的次序有改动"


def _of_notice(each: Difference) -> Iterator[str]:
    if each.old is None or each.new is None:
        front = (each.new or each.old)[0]
        yield front.kind.label
        return
    (was, before), (now, after) = each.old, each.new
    yield ""
    yield from _fields(was, now, ("publicity", "windows"))
    if (was.publicity, was.windows) != (now.publicity, now.windows):
        yield IN_DEADLINES
    if before != after:
        for_a_while = was.display_until or now.display_until
        yield f"{BODY}：{'有改动' if for_a_while else lines_change(before, after)}"


def form_lines(setting: Setting) -> Iterator[Told]:
    """Official forms, and the papers that this site makes from the measures."""
    for each in setting.of(Kind.FORM):
        known = each.new or each.old
        details = differing(each.old, each.new) if each.old and each.new else ()
        yield _told(each, known.title, addresses.form(each.key.id), "", *details)
    for each in setting.of(Kind.PAPER):
        title = (each.new or each.old)[0]
        text = "本站编制，随办法的条件或材料改变" if each.old and each.new else "本站编制"
        yield _told(each, title, addresses.form(each.key.id), text)


def page_lines(setting: Setting) -> Iterator[Told]:
    """Guides that come, go, or follow another version or what changed in theirs; and prose."""
    guides = {each.key.id: each for each in setting.of(Kind.GUIDE)}
    touched = {each.key.id.split("/")[0] for each in setting.of(*OF_A_GUIDE)}
    has_guide = {place for place in touched if setting.comparison.new.leading(place)}
    for place in sorted(guides.keys() | has_guide):
        each = guides.get(place)
        yield Told.model_construct(
            turn=turn_of(each) if each else Turn.CHANGED,
            id=place,
            title=f"{setting.place(place)}：指南",
            address=addresses.guide(place),
            text=_of_guide(setting, each),
            details=(),
        )
    for each in setting.of(Kind.PROSE):
        text = lines_change(each.old, each.new) if each.old and each.new else ""
        heading = HEADING.search(each.new or each.old or "")
        title = heading[1] if heading else f"content/{each.key.id}"
        yield _told(each, title, prose_page(each.key.id), text)


def _of_guide(setting: Setting, each: Difference | None) -> str:
    if each is None:
        return "随办法、表格或辖区的记录改变"
    if each.old and each.new:
        return f"所依据的办法：{setting.versions(each.old, each.new)}"
    return f"依据{setting.version(each.new or each.old)}"


def word_lines(setting: Setting) -> Iterator[Told]:
    """Labels, jurisdictions, settings, exceptions from checks, and the worked cases as they are published."""
    for each in setting.of(Kind.WORD, Kind.JURISDICTION, Kind.SETTINGS):
        known = each.new or each.old
        title = getattr(known, "label", None) or known.name
        details = differing(each.old, each.new) if each.old and each.new else ()
        yield _told(each, title, None, "", *details)
    for each in setting.of(Kind.ACCEPTED):
        one = each.new or each.old
        text = f"{one.check}，{one.by}接受到 {one.expires_on}：{one.reason}"
        yield _told(each, f"检查的例外（{one.file}）", None, text)
    for each in setting.of(Kind.CASES):
        counts = [len(side.cases) if side else 0 for side in (each.old, each.new)]
        text = (
            f"检验的例子：{counts[0]} 个 → {counts[1]} 个" if counts[0] != counts[1] else "检验的例子有改动"
        )
        yield _told(each, setting.version(each.key.id), addresses.api_cases(each.key.id), text)


def address_lines(setting: Setting) -> Iterator[Told]:
    """Addresses that are new, moved or gone; who has a link to one that is gone finds nothing."""
    moved: Mapping[str, str] = setting.comparison.moved
    leads_to = {one.from_: one.to for one in setting.comparison.new.site.redirects}
    arrived = set(moved.values()) | {leads_to.get(address, "") for address in moved}
    told: set[str] = set()
    for each in setting.of(Kind.ADDRESS):
        address = each.key.id
        if address in arrived and each.old is None:
            continue
        turn, text = turn_of(each), _at(each.old, each.new)
        if each.new is None and address in leads_to:
            turn, text = Turn.MOVED, f"转到 {leads_to[address]}"
        elif each.new is None and address in moved:
            text = f"移到 {moved[address]}，但旧网址没有转到那里：写进 registry/redirects.yaml"
        told.add(address)
        yield _at_address(address, turn, text)
    for each in setting.of(Kind.REDIRECT):
        if each.key.id not in told or each.new is None:
            way = {Turn.ADDED: "新设转向", Turn.GONE: "不再转到", Turn.CHANGED: "转向有改动，现转到"}[
                turn_of(each)
            ]
            yield _at_address(each.key.id, turn_of(each), f"{way} {(each.new or each.old).to}")


def _at_address(address: str, turn: Turn, text: str) -> Told:
    return Told.model_construct(
        turn=turn, id=address, title=f"/{address}", address=address, text=text, details=()
    )


def _at(old: Any, new: Any) -> str:
    return f"{old} → {new}" if old and new else str(new or old)
