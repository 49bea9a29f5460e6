# SPDX-License-Identifier: Apache-2.0
"""How is a sheet laid out: which row is its head, what does each column become, and which is left out?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.author.lists.heads import NAMES, Field, Unused, meaning_of
from generator.base.finding import Finding
from generator.base.location import Location
from generator.base.personal_data import personal_numbers
from generator.load.lists.sheet import Row, Sheet, column_name
from generator.model.designation import NamedBy

CODE = "list"  # of what is found in a list
PREFERRED = ("运营", "运行")  # of several operators the one that the record asks for
CALLED_A_NAME = "名称"
HIDDEN = "这一列是隐藏的"
HEADLESS = "没有表头"
WITH_NUMBERS = "没有表头，里面有个人的号码"
SECOND = "已经用了“{}”"


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its head, and what it becomes or why it is left out."""

    number: int
    head: str
    field: Field | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the list stands in a sheet, and what its columns are."""

    sheet: Sheet
    first_head: int
    last_head: int
    columns: tuple[Column, ...]
    named_by: NamedBy

    def columns_of(self, field: Field) -> list[Column]:
        """The columns that fill a field."""
        return [column for column in self.columns if column.field is field]

    @property
    def name(self) -> Column:
        """The column of names."""
        return next(column for column in self.columns if column.field in NAMES[:2])


def place_of(file: str, sheet: Sheet, row: int = 0, column: int = 0) -> Location:
    """A place in a list, as one would look for it."""
    words = f"工作表“{sheet.name}”" if sheet.name else ""
    words += f"第 {row} 行" if row else ""
    words += f" {column_name(column)} 列" if column else ""
    return Location(file, part=words) if words else Location(file)


def is_head(row: Row, *, of_one_column: bool = False) -> bool:
    """Whether a row is a head: one column is called a name, and another one something else."""
    meanings = _known_in(row)
    names = [text for text, meaning in meanings.items() if meaning in NAMES]
    is_plain = any(CALLED_A_NAME in text for text in names) and len(row) > 1
    return bool(names) and (len(meanings) > 1 or is_plain or of_one_column)


def is_head_again(row: Row) -> bool:
    """The same below the head, where a cell may say 企业 or 市区 and not mean a column."""
    return (
        is_head(row)
        and 2 * len(_known_in(row)) >= len(row)
        and not any(c.text.isdecimal() for c in row.values())
    )


def _known_in(row: Row) -> dict[str, Field | Unused]:
    meanings = {cell.text: meaning_of(cell.text) for cell in row.values()}
    return {text: meaning for text, meaning in meanings.items() if meaning is not Unused.UNKNOWN}


def head_of(sheet: Sheet) -> tuple[int, int] | None:
    """The first and the last row of the head; it goes on while the cell of the names is merged downwards."""
    narrow = all(len(row) == 1 for row in sheet.rows.values())
    rows = sheet.rows.items()
    first = next((number for number, row in rows if is_head(row, of_one_column=narrow)), None)
    if first is None:
        return None
    named = [column for column, cell in sheet.rows[first].items() if meaning_of(cell.text) in NAMES]
    last = first
    while any(not _cell_is_first(sheet, last + 1, column) for column in named):
        last += 1
    return first, last


def _cell_is_first(sheet: Sheet, row: int, column: int) -> bool:
    cell = sheet.rows.get(row, {}).get(column)
    return cell is None or cell.is_first


def layout_of(file: str, sheet: Sheet) -> Layout | list[Finding]:
    """The layout of a sheet with a head, or why it cannot be told."""
    head = head_of(sheet)
    if head is None:
        return [_no_head(file, sheet)]
    columns = list(_columns(sheet, *head))
    place = place_of(file, sheet, head[0])
    chosen = _chosen(columns, place)
    if isinstance(chosen, Finding):
        return [chosen]
    columns, named_by = chosen
    twice = [
        Finding(
            place,
            f"有 {len(same)} 列都像是{field.label}：{_listed(same)}",
            "只留一列；其余的删去，或改一个表头",
            CODE,
        )
        for field in (Field.CODE, Field.PLATFORM, Field.ORGANIZATION)
        if len(same := [column for column in columns if column.field is field]) > 1
    ]
    return twice or Layout(sheet, *head, tuple(columns), named_by)


def _no_head(file: str, sheet: Sheet) -> Finding:
    seen = next((row for row in sheet.rows.values() if len(row) > 1), next(iter(sheet.rows.values()), {}))
    heads = "、".join(cell.text[:12] for cell in seen.values() if cell.text)[:80]
    return Finding(
        place_of(file, sheet),
        f"没有认出表头：没有一行写着“平台名称”或“单位名称”（见到的是：{heads}）",
        "在名单上面加一行表头，至少有“平台名称”或“单位名称”和“序号”；不是名单的工作表，删去",
        CODE,
    )


def _columns(sheet: Sheet, first: int, last: int) -> Iterator[Column]:
    """Every column that holds anything, with the lowest text of its head."""
    below = [row for number, row in sheet.rows.items() if number > last and number not in sheet.hidden_rows]
    used = {column for row in below for column, cell in row.items() if not cell.is_wide}
    heads = {c: cell.text for n in range(first, last + 1) for c, cell in sheet.rows.get(n, {}).items()}
    for number in sorted(used | heads.keys()):
        head = heads.get(number, "")
        if not head:
            texts = (row[number].text for row in below if number in row)
            yield Column(number, "", None, WITH_NUMBERS if any(map(personal_numbers, texts)) else HEADLESS)
        elif number in sheet.hidden_columns:
            yield Column(number, head, None, HIDDEN)
        elif isinstance(meaning := meaning_of(head), Field):
            yield Column(number, head, meaning)
        else:
            yield Column(number, head, None, meaning.value)


def _chosen(columns: list[Column], place: Location) -> tuple[list[Column], NamedBy] | Finding:
    """The columns with one of names, and at most one of operators; a finding where that is not certain."""
    platforms, organizations, operators, unclear = (
        [column for column in columns if column.field is field] for field in NAMES
    )
    if unclear and not platforms and not organizations:
        return Finding(
            place,
            f"“{unclear[0].head}”没有说明列的是平台还是单位（{column_name(unclear[0].number)} 列）",
            "把表头改为“平台名称”或“单位名称”",
            CODE,
        )
    if platforms:
        runs = sorted([*operators, *organizations], key=lambda column: not column.head.startswith(PREFERRED))
        return _with(columns, platforms, runs, unclear), NamedBy.PLATFORM
    if organizations:
        return _with(columns, organizations, operators, unclear), NamedBy.ORGANIZATION
    if len(operators) > 1:
        repair = "把列认定对象的那一列的表头改为“单位名称”"
        return Finding(place, f"不知道哪一列是认定对象：{_listed(operators)}", repair, CODE)
    if not operators:
        heads = "、".join(column.head for column in columns if column.head)
        return Finding(
            place,
            f"没有名称一栏，见到的表头是：{heads}",
            "补上“平台名称”或“单位名称”一栏；隐藏的列，取消隐藏",
            CODE,
        )
    return _with(columns, operators, [], unclear), NamedBy.ORGANIZATION


def _with(
    columns: Sequence[Column], names: Sequence[Column], operators: Sequence[Column], unclear: Sequence[Column]
) -> list[Column]:
    """The columns of names and the first of the operators; further operators are left out."""
    called = Field.PLATFORM if names[0].field is Field.PLATFORM else Field.ORGANIZATION
    changed = {column.number: Column(column.number, column.head, called) for column in names}
    for column in (*operators[:1],):
        changed[column.number] = Column(column.number, column.head, Field.OPERATOR)
    for column, instead in (
        *((column, operators[0]) for column in operators[1:]),
        *((column, names[0]) for column in unclear),
    ):
        changed[column.number] = Column(column.number, column.head, None, SECOND.format(instead.head))
    return [changed.get(column.number, column) for column in columns]


def _listed(columns: Sequence[Column]) -> str:
    return "、".join(f"“{column.head}”（{column_name(column.number)} 列）" for column in columns)
