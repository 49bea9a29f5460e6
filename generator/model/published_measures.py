# SPDX-License-Identifier: Apache-2.0
"""What do other systems read about judging by the measures, comparing them, and the papers to hand in?

Like `published`, these models state what files below `/api/v1/` hold.
"""

from datetime import date
from typing import Literal

from generator.model.change import ChangeKind
from generator.model.facts import Facts, Verdict
from generator.model.form import FormRole
from generator.model.judgement import Judgement
from generator.model.paper import PaperKind
from generator.model.record import Number, Record, Several, described, many
from generator.model.ruleset import Stage, TextCoverage
from generator.model.standing import State
from generator.model.vocabulary import Function, InstitutionKind, Metric, Unit


class PublishedCase(Record):
    """One worked case: what is known, what must come out, and how it comes about."""

    name: str = described("这个例子说明什么")
    facts: Facts = described("申报机构的情况")
    verdict: Verdict = described("应有的总的结果")
    trace: Judgement = described("逐条的结果")


class PublishedCases(Record):
    """The worked cases of one version, for trying other evaluators on."""

    ruleset: str = described("办法版本")
    name: str = described("所举的虚构机构")
    day: date = described("评定之日")
    cases: Several[PublishedCase] = described("各个例子")


class SubjectEntry(Record):
    """What metrics are about."""

    id: str = described("编号")
    label: str = described("名称")


class PublishedVocabularies(Record):
    """The words by which conditions are asked, compared and told."""

    metrics: Several[Metric] = described("认定条件所问的事项")
    units: Several[Unit] = described("计量单位")
    functions: Several[Function] = described("服务功能")
    institution_kinds: Several[InstitutionKind] = described("机构类型")
    subjects: Several[SubjectEntry] = described("事项所属的方面，依提问的次序")


class PaperField(Record):
    """A place to write in; it has the same id in DOCX, in the page and here."""

    id: str = described("编号，在本表中不重复")
    label: str = described("填什么")
    type: Literal["text", "number", "date", "paragraph", "choice"] = described("填什么样的内容")
    unit: str | None = described("单位；没有单位的为 null")
    options: Several[str] = many("可选的各项，只用于 choice")
    several: bool = described("是否可选多项")
    fact: str | None = described("与自测问卷中哪一项相同；都不同的为 null")


class PaperFile(Record):
    """A file of a paper."""

    path: str = described("路径")
    format: Literal["docx", "pdf", "xlsx"] = described("格式")
    title: str = described("内容")
    size: int = described("字节数")
    sha256: str = described("SHA-256 校验值")


class PublishedPaper(Record):
    """A paper to fill in: an official form, or one that this site makes for a version."""

    id: str = described("编号：辖区/表格，或 辖区/版本-checklist、辖区/版本-self-assessment")
    kind: PaperKind = described("官方表格，还是本站编制的清单或自评表")
    title: str = described("名称")
    role: FormRole = described("由谁填写")
    ruleset: str = described("属于哪个办法版本")
    made_by_us: bool = described("是否由本站编制；本站编制的不是官方表格")
    layout_known: bool = described("版式是否见到；没有见到的没有文件")
    replaces: str | None = described("取代哪个表格")
    fields: Several[PaperField] = many("填写的各栏，照表格的顺序")
    files: Several[PaperFile] = many("文件")
    page: str = described("页面")


class ComparedDetail(Record):
    """Something that must be known beside a number."""

    text: str = described("内容：例外、可替代的条件、说明")
    article: str | None = described("所依据的条款；与主要数值同条的为 null")


class ComparedCell(Record):
    """What one version says of one subject, in words."""

    text: str = described("内容")
    article: str | None = described("所依据的条款；没有见到的为 null")
    amount: Number | None = described("数量折合本量纲最小单位的数，用来比大小；不是数量的为 null")
    details: Several[ComparedDetail] = many("例外、可替代的条件、说明")


class PublishedStatements(Record):
    """Everything of a version that can be laid beside other versions."""

    id: str = described("编号：辖区/版本")
    title: str = described("办法名称")
    document_number: str | None = described("文号")
    days: str = described("自何时至何时，用文字")
    text: TextCoverage = described("正文收录的程度；只有全文已录的，没有列出的才是没有规定")
    functions: Several[str] = many("设有哪些服务功能")
    cells: dict[str, ComparedCell] = described("各事项的规定，键与 comparison.json 的 rows 相同")


class ComparedRow(Record):
    """A subject on which versions can be compared."""

    key: str = described("事项的键")
    label: str = described("读者看到的名称")
    group: str = described("所属的一组")
    function: str | None = described("属于哪项服务功能；不属于功能的为 null")


class ComparedVersion(Record):
    """A version that can be chosen, with what decides on which days it governs."""

    id: str = described("编号：辖区/版本")
    name: str = described("辖区简称")
    stage: Stage = described("征求意见还是已印发")
    text: TextCoverage = described("正文收录的程度")
    made_on: date | None = described("印发日期；征求意见稿为公布日期；不知道日子的写最早可能的一天")
    standing: Several[tuple[date, State]] = many("自哪一天起是什么状态")


class PublishedComparison(Record):
    """What can be compared; the statements themselves are in one file for each version."""

    rows: Several[ComparedRow] = many("事项，依列出的次序")
    versions: Several[ComparedVersion] = many("各版本")


class PublishedAmendment(Record):
    """One difference of a version from the one before it."""

    subject: str = described("事项的键")
    label: str = described("事项")
    kind: ChangeKind = described("怎样变了")
    line: str = described("一句话")
    old: ComparedCell | None = described("原来的规定；原来没有的为 null")
    new: ComparedCell | None = described("现在的规定；现在没有的为 null")


class PublishedAmendments(Record):
    """What changed from one version to the next, as far as both texts were seen."""

    id: str = described("编号：辖区/版本")
    previous: str = described("与哪个版本比较")
    compared: int = described("比较了多少项：两版都知道写了什么或没有写")
    changes: Several[PublishedAmendment] = many("变化")
    unseen: Several[str] = many("只见于一版、另一版原文未见而不能比较的事项")
