# SPDX-License-Identifier: Apache-2.0
"""What does each row of a list say, which rows are none of the list, and which cannot be read?

A row is taken whole or refused; all that is refused is told at once. Nothing that looks like a number of a
person is ever repeated.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.author.lists.credit_codes import code_problem
from generator.author.lists.functions import functions_in
from generator.author.lists.heads import Field
from generator.author.lists.layout import CODE, Column, Layout, is_head_again, place_of
from generator.base.finding import Finding
from generator.base.location import Location
from generator.load.lists.sheet import Cell, Kind, Row, column_name
from generator.load.personal_data import told, traces

ABSENT = {"", "/", "\\", "-", "－", "—", "——", "无", "暂无", "、"}
REMARK = re.compile(
    r"(?:注|备注|说明|附注|附件|附表)[0-9一二三]*[:：.、 ]|[*※]"
    r"|(?:填表|制表|审核|填报|报送|联系)(?:人|单位|日期|时间)?[:：]"
    r"|以上|[(（]?共 ?[0-9一二三四五六七八九十百]+ ?[家个户]|(?:合计|总计|小计|共计|累计)(?:$|[:：共0-9])"
)
TOTAL = re.compile(r"(?:合计|总计|共计)[:：]?([0-9]{1,5})[家个户]?")
OF_PERSONS = re.compile("人[:：]|填表|制表|审核|联系|电话|手机")
TITLE, ASIDE = "标题", "名单以外的文字或小标题"
LONGEST_NAME = 100
SENTENCE = re.compile("[。；！？]")  # stand in notes, never in a name
AS_VALUES = "选中这一列，复制，再用“选择性粘贴→数值”（粘贴为数值）贴回原处，保存后再导入"
BETWEEN = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list as it is read, and where it stands."""

    place: Location
    name: str
    operator: str | None = None
    credit_code: str | None = None
    functions: tuple[str, ...] = ()
    category: str | None = None
    location: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows that are none of the list, why, and what they say where that may matter."""

    rows: tuple[int, ...]
    why: str
    text: str = ""


@dataclass(slots=True)
class Reading:
    """What is read of one sheet, filled row by row."""

    layout: Layout
    file: str
    words: Mapping[str, str]  # of functions
    entries: list[Entry] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unknown_words: dict[str, int] = field(default_factory=dict)  # with the first row that has them
    numbers: list[tuple[int, str]] = field(default_factory=list)  # rows with what the list numbers them
    texts: list[str] = field(default_factory=list)  # around the list
    merged: dict[str, str] = field(default_factory=dict)  # ranges that count for several rows, with the head

    def place(self, row: int, column: int = 0) -> Location:
        """A place in this sheet."""
        return place_of(self.file, self.layout.sheet, row, column)

    def refuse(self, row: int, column: int, message: str, repair: str) -> None:
        """Note something that cannot be read."""
        self.findings.append(Finding(self.place(row, column), message, repair, CODE))


def read(layout: Layout, file: str, words: Mapping[str, str]) -> Reading:
    """Every row of a sheet, each taken, left out or refused."""
    reading = Reading(layout, file, words)
    for number, row in layout.sheet.rows.items():
        if layout.first_head <= number <= layout.last_head:
            continue
        if number in layout.sheet.hidden_rows:
            reading.left_out.append(LeftOut((number,), "隐藏的行，没有收；要收的，取消隐藏后重新导入"))
        elif number < layout.first_head:
            _leave(reading, number, row, TITLE)
        else:
            _read_row(reading, number, row)
    return reading


def _leave(reading: Reading, number: int, row: Row, why: str) -> None:
    """Leave a row out; what stands in columns that are not used is not repeated."""
    unused = {column.number for column in reading.layout.columns if column.field is None and column.head}
    reading.texts.append("".join(cell.text for cell in row.values()))
    text = "".join(
        cell.text for number, cell in row.items() if why == TITLE or cell.is_wide or number not in unused
    )
    reading.left_out.append(LeftOut((number,), why, "" if OF_PERSONS.search(text) else text))


def _read_row(reading: Reading, number: int, row: Row) -> None:
    layout = reading.layout
    texts = [cell.text for cell in row.values()]
    in_list = [c for c in layout.columns if c.field not in {None, Field.NUMBER} and c.number in row]
    if is_head_again(row):
        _read_further_head(reading, number, row)
    elif REMARK.match(texts[0]):
        _leave(reading, number, row, "注释或合计")
    elif not in_list or (len(row) == 1 and next(iter(row.values())).is_wide):
        numbered = texts[0].isdecimal() and not next(iter(row.values())).is_wide
        _leave(reading, number, row, "只有序号，没有内容" if numbered else ASIDE)
    elif layout.name.number in row and not row[layout.name.number].is_first:
        _read_continued(reading, number, row, in_list)
    else:
        _read_entry(reading, number, row)


def _read_continued(reading: Reading, number: int, row: Row, in_list: Sequence[Column]) -> None:
    """A row whose name is merged with the one above is the same platform, unless it says more."""
    own = next((column for column in in_list if row[column.number].is_first), None)
    if own is None:
        reading.left_out.append(LeftOut((number,), "与上一行合并，是同一家"))
        return
    message = f"名称与上一行合并成一格，“{own.head}”却另有内容"
    reading.refuse(
        number, own.number, message, "一家占一行：是同一家的，内容并到一格；是两家的，取消合并，各写名称"
    )


def _read_further_head(reading: Reading, number: int, row: Row) -> None:
    """The head again, as on every printed page; another head would mean another list."""
    layout = reading.layout
    head = [r for n, r in layout.sheet.rows.items() if layout.first_head <= n <= layout.last_head]
    if all(any(cell.text == r[c].text for r in head if c in r) for c, cell in row.items()):
        reading.left_out.append(LeftOut((number,), "重复的表头"))
        return
    reading.refuse(
        number, 0, f"又是一个表头，与第 {layout.last_head} 行的不同", "两份名单分放两张工作表，或分两次导入"
    )


def _read_entry(reading: Reading, number: int, row: Row) -> None:
    before = len(reading.findings)
    layout = reading.layout
    name = _text(reading, number, row, layout.name)
    values: dict[str, str | None] = {}
    for field_ in (Field.OPERATOR, Field.LOCATION, Field.NOTE):
        parts = [_text(reading, number, row, column) for column in layout.columns_of(field_)]
        joint = "；" if field_ is Field.NOTE else ""
        values[field_.value] = joint.join(filter(None, parts)) or None
    functions, category = _functions(reading, number, row)
    code = _code(reading, number, row)
    for column in layout.columns_of(Field.NUMBER)[:1]:
        if column.number in row:
            reading.numbers.append((number, row[column.number].text))
    if not name and len(reading.findings) == before:
        what = "“名称”一格是空的" if layout.name.number not in row else "名称没有写"
        reading.refuse(number, layout.name.number, what, "补上名称；不是名单里的行，删去这一行")
    if name and len(reading.findings) == before:
        _check_name(reading, number, name)
    if len(reading.findings) == before:
        entry = Entry(
            reading.place(number), name or "", credit_code=code, functions=functions, category=category
        )
        reading.entries.append(_with(entry, values))
        _note_merged(reading, row)


def _with(entry: Entry, values: Mapping[str, str | None]) -> Entry:
    return Entry(
        entry.place,
        entry.name,
        values["operator"],
        entry.credit_code,
        entry.functions,
        entry.category,
        values["location"],
        values["note"],
    )


def _check_name(reading: Reading, number: int, name: str) -> None:
    column = reading.layout.name.number
    if len(name) > LONGEST_NAME:
        reading.refuse(number, column, f"名称有 {len(name)} 个字，多半混进了别的内容", "名称一格只写名称")
    elif sum(map(str.isalpha, name)) < 2 or SENTENCE.search(name):
        reading.refuse(number, column, "这一格不像名称", "写平台或单位的全称；不是名单里的行，删去这一行")


def _note_merged(reading: Reading, row: Row) -> None:
    for column in reading.layout.columns:
        cell = row.get(column.number)
        if column.field and cell and cell.merged and not cell.is_first:
            reading.merged.setdefault(cell.merged, column.head)


def _text(reading: Reading, number: int, row: Row, column: Column) -> str | None:
    """The text of a used cell; None where there is none, or where it is refused."""
    cell = row.get(column.number)
    if cell is None or ((problem := _problem(cell, column)) is None and cell.text in ABSENT):
        return None
    if problem:
        reading.refuse(number, column.number, *problem)
        return None
    if found := traces(cell.text):
        place = reading.place(number, column.number)
        reading.findings.append(told(place, found[0].kind))
        return None
    return cell.text


def _problem(cell: Cell, column: Column) -> tuple[str, str] | None:
    """Why a cell cannot be taken, and the repair."""
    if cell.kind is Kind.FORMULA:
        return f"“{column.head}”里是公式，不是值（本工具不计算公式）", AS_VALUES
    if cell.kind is Kind.OTHER:
        return f"“{column.head}”里是 {cell.text}，不是文字", "改成应有的文字；没有的留空"
    if "\ufffd" in cell.text:
        return f"“{column.head}”里有丢失或本机特有的字", "照原件改正；生僻字写通用字"
    if cell.kind is not Kind.TEXT and column.field in {Field.PLATFORM, Field.ORGANIZATION, Field.OPERATOR}:
        return f"“{column.head}”里是{'日期' if cell.kind is Kind.DAY else '数字'}，不是名称", "照原件改正"
    return None


def _functions(reading: Reading, number: int, row: Row) -> tuple[tuple[str, ...], str | None]:
    """The functions of a row; the whole text as its category where part of it is no function."""
    found: list[str] = []
    others: list[str] = []
    for column in reading.layout.columns_of(Field.FUNCTIONS):
        text = _text(reading, number, row, column)
        known, unknown = functions_in(text or "", reading.words)
        found += known
        for word in unknown:
            reading.unknown_words.setdefault(word, number)
        if text and unknown:
            others.append(text)
    return tuple(dict.fromkeys(found)), "；".join(others) or None


def _code(reading: Reading, number: int, row: Row) -> str | None:
    for column in reading.layout.columns_of(Field.CODE):
        cell = row.get(column.number)
        if cell is None or (cell.text in ABSENT and cell.kind is Kind.TEXT):
            return None
        if cell.kind is Kind.FORMULA:
            reading.refuse(number, column.number, "信用代码是公式，不是值（本工具不计算公式）", AS_VALUES)
            return None
        text = BETWEEN.sub("", cell.text).upper()
        problem = code_problem(cell, text)
        if problem is None:
            return text
        reading.refuse(number, column.number, *problem)
    return None


def column_words(column: Column) -> str:
    """“平台名称”（B 列）."""
    return (
        f"“{column.head}”（{column_name(column.number)} 列）"
        if column.head
        else f"{column_name(column.number)} 列"
    )


def stated_counts(texts: list[str]) -> Iterator[int]:
    """What rows such as 合计 12 家 count."""
    for text in texts:
        if found := TOTAL.fullmatch(text):
            yield int(found[1])
