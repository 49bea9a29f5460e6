# SPDX-License-Identifier: Apache-2.0
"""How is an editor told what was understood of a list? Before anything is written, in a few lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.author.lists.draft import Document, Draft
from generator.author.lists.entries import ASIDE, TITLE, LeftOut, Reading, column_words
from generator.author.lists.heads import Field
from generator.author.lists.matching import Match, Matching
from generator.author.lists.understanding import Count, Understood
from generator.base.shortened import shortened
from generator.model.designation import ActKind

NEGATIVE = re.compile("未通过|不通过|未认定|不予认定|不合格|撤销|取消|淘汰|落选|未入选")
PROPOSED = re.compile("拟(?:认定|通过|继续|复核|撤销|确定|入选|推荐|命名|授予)|公示名单|名单的?公示")
MANY = 20  # rows of a kind that are told one by one
LONG = 40  # characters of a row that is left out


def list_in_words(file: str, known: Understood) -> Iterator[str]:
    """Sheets, columns, rows that are left out, and the number."""
    yield f"名单：{file}"
    for reading in known.readings:
        yield from _sheet(reading)
    for sheet, why in known.skipped:
        yield f"工作表“{sheet.name}”：{why}"


def _sheet(reading: Reading) -> Iterator[str]:
    layout = reading.layout
    name = f"工作表“{layout.sheet.name}”" if layout.sheet.name else "表格"
    head = (
        f"第 {layout.first_head} 行"
        if layout.first_head == layout.last_head
        else f"第 {layout.first_head}—{layout.last_head} 行"
    )
    yield f"{name}：{head}是表头，收 {len(reading.entries)} 行"
    for column in layout.columns:
        if column.field and column.field is not Field.NUMBER:
            yield f"  {column_words(column)} → {column.field.label}"
    unused = [column for column in layout.columns if column.field is None]
    if unused:
        yield "  没有用的列："
        yield from (f"    {column_words(column)}：{column.why}" for column in unused)
    if reading.left_out:
        yield "  没有收的行："
        yield from (f"    {line}" for line in _left_out(reading.left_out))
    if reading.merged:
        ranges = "、".join(f"{range_}（{head}）" for range_, head in list(reading.merged.items())[:MANY])
        yield f"  合并的单元格，里面的值各行都算：{ranges}{_further(len(reading.merged))}"
    if reading.unknown_words:
        words = "、".join(
            f"“{word}”（第 {row} 行）" for word, row in list(reading.unknown_words.items())[:MANY]
        )
        yield f"  词表里没有的服务功能，照原文写在“类别”里：{words}{_further(len(reading.unknown_words))}"


def _left_out(left: Sequence[LeftOut]) -> Iterator[str]:
    """Rows that stand together for the same reason are told together."""
    for why, group in groupby(left, key=lambda one: one.why):
        same = list(group)
        rows = [row for one in same for row in one.rows]
        texts = "；".join(f"“{_short(one.text)}”" for one in same[:3] if one.text)
        yield f"第 {_rows(rows)} 行：{why}{texts}{_further(len(same), 3) if texts else ''}"


def _rows(rows: Sequence[int]) -> str:
    """3—5、9: neighbours together."""
    parts: list[list[int]] = []
    for row in rows:
        if parts and row == parts[-1][-1] + 1:
            parts[-1].append(row)
        else:
            parts.append([row])
    return "、".join(str(p[0]) if len(p) == 1 else f"{p[0]}—{p[-1]}" for p in parts)


def _short(text: str) -> str:
    return shortened(text, LONG)


def _further(count: int, shown: int = MANY) -> str:
    return f"，等 {count} 处" if count > shown else ""


def matching_in_words(matching: Matching) -> Iterator[str]:
    """Which rows are known platforms, and which ids the new ones get."""
    if matching.known:
        yield f"本站已有的平台 {len(matching.known)} 个："
        yield from _matches(matching.known)
    if matching.new:
        first, last = matching.new[0].platform, matching.new[-1].platform
        ids = first if first == last else f"{first} 至 {last}"
        yield f"新平台 {len(matching.new)} 个，编号 {ids}："
        yield from _matches(matching.new)


def _matches(matches: Sequence[Match]) -> Iterator[str]:
    for one in matches[:MANY]:
        how = f"（{one.how}）" if one.how else ""
        yield f"  {one.entry.place.part}“{one.entry.name}” → {one.platform}{how}"
    if len(matches) > MANY:
        yield f"  ……其余 {len(matches) - MANY} 个从略"


def doubts_in_words(
    document: Document, known: Understood, count: Count, matching: Matching, recorded: Iterable[str]
) -> Iterator[str]:
    """What somebody should look at before going on; `recorded` are documents with the same number."""
    yield from count.doubts
    yield from _proposed(document, known)
    if document.kind is not ActKind.REVOKE:
        yield from _negative(known)
    yield from matching.doubts
    for id_ in recorded:
        yield (
            f"文号 {document.document_number} 已经收录在 registry/designations/{id_}.yaml，那里是别的决定；"
            "是同一份文件的，写出草稿后把这里的 acts 并到那个文件里"
        )
    if matching.new and document.kind is not ActKind.DESIGNATE:
        yield (
            f"{len(matching.new)} 个平台本站没有收录过认定，却要记为“{document.kind.label}”："
            "先收录认定它们的文件，再导入；此前的文件确实没有的，就这样写（begins_mid_history: true）"
        )


def _proposed(document: Document, known: Understood) -> Iterator[str]:
    """Lists and titles that speak of what is only proposed."""
    found = [*_said(PROPOSED, known)]
    if words := PROPOSED.search(document.title):
        found.append(("标题", words[0]))
    for where, words_ in found:
        yield (
            f"{where}里写着“{words_}”，像是公示的名单，还没有作出决定；"
            "公示的名单不在这里导入，运行 platform-registry new designation，决定选“拟认定公示”"
        )


def _negative(known: Understood) -> Iterator[str]:
    """Sheets that are called as if they listed those that were not taken."""
    for where, words in _said(NEGATIVE, known):
        yield f"{where}里写着“{words}”，像是没有认定的；不该收的，删去再导入"


def _said(pattern: re.Pattern[str], known: Understood) -> Iterator[tuple[str, str]]:
    """The sheets in whose names or texts such words stand, with the first of them."""
    for reading in known.readings:
        sheet = reading.layout.sheet
        texts = [sheet.name, *(one.text for one in reading.left_out if one.why in {TITLE, ASIDE})]
        texts += [column.head for column in reading.layout.columns]
        if found := next(filter(None, map(pattern.search, texts)), None):
            yield f"工作表“{sheet.name}”" if sheet.name else "名单", found[0]


def next_steps(files: Iterable[str], draft: Draft) -> Iterator[str]:
    """What was written, and what is to be done with it."""
    document, notice = files
    yield "写好了草稿："
    yield f"  {document}（认定文件，名单在里面）"
    yield f"  {notice}（公告）"
    yield "接下来："
    yield "  1. 打开这两个文件，与原件核对：标题、文号、日期、名单和家数；带 # 的行是说明，核对后可以删去。"
    yield f"  2. {_basis(draft)}"
    if draft.document.acts[0].stated_count is None:
        yield "     家数不明，暂记作“没有录全”：查到文件写明的家数，就改 stated_count 和 complete。"
    yield "  3. 运行 platform-registry check，应当没有错误；再运行 platform-registry serve 看网页。"
    yield "  4. 把两个文件一起提交，发起合并请求。"


def _basis(draft: Draft) -> str:
    if draft.document.ruleset:
        written = f"所依据的办法写的是 {draft.document.ruleset}（印发当日现行的一版）"
        return f"{written}；文件写明依据别的办法的，两个文件都改。"
    return "所依据的办法没有写：本站没有印发当日现行的办法；文件写明依据的，先收录那版办法，再写上。"
