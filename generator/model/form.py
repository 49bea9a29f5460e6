# SPDX-License-Identifier: Apache-2.0
"""Which fillable documents do the measures name, is their layout known, and of what does each consist?

A form is described once, part by part; DOCX, PDF, the twin in the browser and workbooks are made from
the description. A form whose official layout was not seen has no parts: it is named, never made up.
"""

from typing import Annotated, Literal

from pydantic import Field as Stated
from pydantic import StringConstraints, model_validator

from generator.base.location import Keys
from generator.base.misfit import Misfit
from generator.model.facts import FactKey
from generator.model.procedure import FORM_ID_PATTERN, Count
from generator.model.record import Citation, Labelled, Record, RulesetId, Several, Slug, Text, described, many
from generator.model.source import Source

FormId = Annotated[str, StringConstraints(pattern=FORM_ID_PATTERN)]
Span = Annotated[int, Stated(ge=1, le=12)]


class FormRole(Labelled):
    """Who fills a form in."""

    APPLICANT = "applicant", "申报单位"
    RECOMMENDER = "recommender", "推荐单位"
    AUTHORITY = "authority", "认定机关"


class FieldType(Labelled):
    """What is written into a field."""

    TEXT = "text", "文字"
    PARAGRAPH = "paragraph", "成段的文字"
    NUMBER = "number", "数"
    DATE = "date", "日期"
    CHOICE = "choice", "几项中选一项"
    CHOICES = "choices", "几项中可选多项"


def _check_options(kind: FieldType, options: tuple[str, ...]) -> None:
    """Options go with choices and with nothing else; else Misfit."""
    if (kind in {FieldType.CHOICE, FieldType.CHOICES}) != bool(options):
        raise Misfit(
            "选项须列出可选的各项，其他类型不得列", "type 为 choice 或 choices 时补上 options，否则删去"
        )


class Field(Record):
    """A place to write in."""

    id: Slug = described("编号，在本表中不重复")
    label: Text = described("栏名")
    type: FieldType = described("填什么", FieldType.TEXT)
    unit: Text | None = described("单位，印在空白之后", None)
    after: Text | None = described("印在空白之后的其他文字，例如（盖章）", None)
    options: Several[Text] = many("可选的各项，只用于选项")
    lines: Count = described("留几行", 1)
    joined: bool = described("是否与上一栏排在同一行", default=False)
    beside: bool = described("栏名是否已印在相邻的格里，不再重印", default=False)
    fact: FactKey | None = described("与自测问卷中哪一项相同；可由自测预填", None)
    hint: Text | None = described("填写说明", None)

    @model_validator(mode="after")
    def _choices_have_options(self) -> "Field":
        _check_options(self.type, self.options)
        return self


class Cover(Record):
    """The cover page."""

    kind: Literal["cover"] = described("封面")
    heading: Several[Text] = many("标题，一行一项", least=1)
    fields: Several[Field] = many("封面上填写的各栏")
    foot: Text | None = described("页脚处的文字，例如制表机关", None)


class Point(Record):
    """A point of a list, perhaps with points of its own."""

    text: Text = described("内容")
    points: Several[Text] = many("下一层各点")


class Title(Record):
    """The title of what follows, which begins on a new page."""

    kind: Literal["title"] = described("标题，另起一页")
    text: Text = described("标题文字")


class Break(Record):
    """What follows begins on a new page, without a title."""

    kind: Literal["break"] = described("另起一页")


class Words(Record):
    """Text that is only read: a list of contents, an instruction."""

    kind: Literal["words"] = described("只供阅读的文字")
    points: Several[Point] = many("各点，自动编号", least=1)


class GridCell(Record):
    """A cell of a grid: a label, or places to write in, one below the other."""

    span: Span = described("占几列", 1)
    rows: Span = described("占几行；被占的格在下面各行中不写", 1)
    text: Text | None = described("只有文字的格", None)
    fields: Several[Field] = many("格内填写的各栏")

    @model_validator(mode="after")
    def _has_content(self) -> "GridCell":
        if (self.text is None) == (not self.fields):
            raise Misfit("一格里须写文字或填写栏，二者只写其一", "写 text 或 fields 之一")
        return self


class Grid(Record):
    """A table whose rows differ from each other."""

    kind: Literal["grid"] = described("各行不同的表格")
    heading: Text | None = described("小标题，印作表格的第一行", None)
    joins: bool = described("是否紧接上一张表格", default=False)
    columns: Span = described("共几列")
    rows: Several[Several[GridCell]] = many("各行", least=1)

    @model_validator(mode="after")
    def _rows_fill_the_width(self) -> "Grid":
        covered: list[tuple[int, int]] = []  # what cells of rows above cover: columns, rows still to come
        for number, row in enumerate(self.rows, 1):
            wide = sum(cell.span for cell in row) + sum(span for span, _ in covered)
            if wide != self.columns:
                raise Misfit(
                    f"第{number}行共占{wide}列，表格有{self.columns}列", "调整各格的 span，使每行占满", "rows"
                )
            covered += [(cell.span, cell.rows) for cell in row]
            covered = [(span, left - 1) for span, left in covered if left > 1]
        if covered:
            raise Misfit("有的格伸到了表格之外", "调小最后几行里各格的 rows", "rows")
        return self


class Column(Record):
    """A column of a table with repeated rows. On paper each option of a choice has a column to tick."""

    id: Slug = described("编号，在本表格中不重复")
    label: Text = described("列名")
    group: Text | None = described("上一层的列名；相邻同名的合并", None)
    type: FieldType = described("填什么", FieldType.TEXT)
    unit: Text | None = described("单位", None)
    options: Several[Text] = many("可选的各项，只用于选项")
    width: Span = described("相对宽度", 2)
    hint: Text | None = described("填写说明", None)

    @model_validator(mode="after")
    def _choices_have_options(self) -> "Column":
        _check_options(self.type, self.options)
        return self


class Table(Record):
    """A table with repeated rows."""

    kind: Literal["table"] = described("逐行填写的表格")
    id: Slug = described("编号，在本表中不重复")
    heading: Text | None = described("小标题，印作表格的第一行", None)
    joins: bool = described("是否紧接上一张表格", default=False)
    note: Text | None = described("表头上方的说明", None)
    columns: Several[Column] = many("各列", least=1)
    rows: Count = described("印几个空行")
    at_least: Count | None = described("至少填几行；没有规定就不写", None)
    numbered: bool = described("是否加序号列", default=False)
    columns_are_ours: bool = described("原表没有列头，列由本站拟定", default=False)
    workbook: bool = described("是否另做 XLSX 表格", default=False)


class Mark(Labelled):
    """What stands below an opinion."""

    SIGNATURE = "signature", "签字"
    SEAL = "seal", "盖章"
    DATE = "date", "年月日"


class Box(Record):
    """A box for an opinion or a statement."""

    kind: Literal["box"] = described("意见栏")
    joins: bool = described("是否紧接上一张表格", default=False)
    field: Field = described("写意见的一栏")
    marks: Several[Mark] = many("栏末的签字、盖章和日期；原表没有的不写")


class Narrative(Record):
    """Points on which the applicant writes at length."""

    kind: Literal["narrative"] = described("分点撰写的说明，自动编号")
    fields: Several[Field] = many("各点；hint 写要说到的内容", least=1)


Part = Annotated[Cover | Title | Break | Words | Grid | Table | Box | Narrative, Stated(discriminator="kind")]


class Form(Record):
    """One form that a version names."""

    title: Text = described("表格名称")
    issuer: Text = described("制表机关")
    ruleset: RulesetId = described("属于哪个办法版本")
    mark: Text = described("在办法中的编号，例如 附件1")
    article: Citation | None = described("提到它的条款", None)
    role: FormRole = described("由谁填写")
    layout_known: bool = described("官方版式是否见到；没有见到的不编造")
    where_to_ask: Text | None = described("版式未见时，向哪里索取", None)
    replaces: FormId | None = described("取代哪个表格；被取代的仍保留", None)
    parts: Several[Part] = many("表格的各部分，照原表顺序；版式未见的不写")
    remarks: Several[Text] = many("编者注：与原表的差别")
    source: Source | None = described("版式所据的来源", None)

    @property
    def fields(self) -> list[tuple[Keys, Field]]:
        """Its fields in order, each with its place in the record, but for those of its tables."""
        found: list[tuple[Keys, Field]] = []
        for number, part in enumerate(self.parts):
            here: Keys = ("parts", number)
            if isinstance(part, Cover | Narrative):
                found += (((*here, "fields", index), field) for index, field in enumerate(part.fields))
            elif isinstance(part, Box):
                found.append(((*here, "field"), part.field))
            elif isinstance(part, Grid):
                for r, row in enumerate(part.rows):
                    for c, cell in enumerate(row):
                        found += (
                            ((*here, "rows", r, c, "fields", f), field) for f, field in enumerate(cell.fields)
                        )
        return found

    @property
    def tables(self) -> list[tuple[Keys, Table]]:
        """Its tables with repeated rows, each with its place in the record."""
        return [
            (("parts", number), part) for number, part in enumerate(self.parts) if isinstance(part, Table)
        ]

    @model_validator(mode="after")
    def _an_unknown_layout_says_where_to_ask(self) -> "Form":
        if not self.layout_known and self.where_to_ask is None:
            raise Misfit(
                "版式未见，却没有写向哪里索取", "补上 where_to_ask，例如：向认定机关索取", "layout_known"
            )
        if not self.layout_known and self.parts:
            raise Misfit("版式未见，却写了各部分", "见到版式的写 layout_known: true，否则删去 parts", "parts")
        return self
