# SPDX-License-Identifier: Apache-2.0
"""Which questions are there? Each with its option and with the label of its field in the issue forms."""

from dataclasses import dataclass
from typing import Any

import typer

from generator.model.designation import ActKind, DateBasis
from generator.model.form import FormRole
from generator.model.jurisdiction import JurisdictionLevel
from generator.model.notice import NoticeKind
from generator.model.record import Labelled
from generator.model.ruleset import Stage


@dataclass(frozen=True, slots=True)
class Question:
    """Something that may be asked, given by an option, or filled in in a form."""

    option: str
    label: str
    asked: str
    hint: str = ""  # for the help of the command

    @property
    def key(self) -> str:
        """The name of its parameter."""
        return self.option.removeprefix("--").replace("-", "_")

    @property
    def parameter(self) -> Any:
        """The option for the command line; not given means: ask."""
        return typer.Option(self.option, help=self.label + self.hint, metavar="文字", show_default=False)


def _one_of(kinds: type[Labelled]) -> str:
    return f"：{'、'.join(f'{kind.value} {kind.label}' for kind in kinds)}"


KIND = Question("--kind", "公告类别", "哪一类公告？", _one_of(NoticeKind))
ACT = Question("--kind", "文件的决定", "文件作出什么决定？", _one_of(ActKind))
JURISDICTION = Question(
    "--jurisdiction", "辖区", "哪个辖区的？写名称（例如 临汾）或编号（例如 linfen）", "的名称或编号"
)
TITLE = Question("--title", "标题", "标题？照原文写")
DOCUMENT_NUMBER = Question("--document-number", "文号", "文号？没有见到的直接回车")
ISSUER = Question("--issuer", "发文机关", "发文机关？照落款写")
ISSUED_ON = Question(
    "--issued-on", "印发日期", "印发或发布日期？只写来源写明的，例如 2023-11-01、2023年11月、2023"
)
SUMMARY = Question("--summary", "一句话摘要", "用一句话说说这份公告，读者在列表里看到它")
BODY = Question("--body", "正文", "正文？先写一段也可以，其余稍后在文件里写；直接回车就用上面的摘要")
SOURCE = Question("--source", "来源网址", "来源的网址？没有网址的直接回车")
SOURCE_FILE = Question(
    "--source-file", "来源文件", "所依据文件的文件名，例如 notice.pdf？只见到转载的直接回车"
)
PUBLISHER = Question("--publisher", "来源的发布者", "谁发布的这个网页或文件？")
WINDOW = Question("--window", "期限内做什么", "在期限内做什么？")
WINDOW_FROM = Question("--window-from", "期限首日", "从哪一天起？没有写的直接回车")
WINDOW_THROUGH = Question("--window-through", "截止日期", "到哪一天为止（这一天也算）？没有写的直接回车")
PUBLICITY_FROM = Question("--publicity-from", "公示首日", "公示从哪一天起？没有写的写 没有")
PUBLICITY_END = Question(
    "--publicity-end",
    "公示末日或日数",
    "公告自己写明公示到哪一天或几天吗？例如 2023-11-08、5个工作日；没有写的直接回车",
)
OFFICE = Question("--contact-office", "联系科室", "公告写的是哪个科室或部门？没有写的直接回车")
TELEPHONE = Question(
    "--contact-telephone", "办公电话", "办公电话，带区号，例如 0357-2091234？没有写的直接回车"
)
EMAIL = Question("--contact-email", "办公邮箱", "办公邮箱？没有写的直接回车")
ANNOUNCES = Question("--announces", "公布的文件", "它公布的是哪份文件？")
REASON = Question("--reason", "理由", "理由？没有写的直接回车")
UNDO = Question(
    "--undo",
    "更正还是撤回",
    "部分内容更正，还是全文撤回？",
    "：corrects 部分内容更正、withdraws 全文撤回",
)
TARGET = Question("--target", "针对的公告或文件", "针对哪一份？写序号，或写编号、标题、本站网址")
RULESET = Question("--ruleset", "所依据的办法", "依据哪一版办法？", "；不写的，按印发之日施行的版本填")
DRAFT = Question("--ruleset", "征求意见的办法", "征求意见的是哪一版？")
SLUG = Question(
    "--slug", "短名", "文件名里日期以后的短名，用小写字母、数字和连字符", "，即文件名里日期以后的部分"
)
STATED_COUNT = Question("--stated-count", "文件所称的家数", "文件称有几家？写数字；没有写的直接回车")
PLATFORMS = Question(
    "--platform", "名单", "名单", "里的一个平台，写作 名称 | 统一社会信用代码 | 所在地；有几个写几次"
)
DATE_BASIS = Question("--date-basis", "日期是什么日期", "这个日期是什么日期？", _one_of(DateBasis))
NAME = Question("--name", "全称", "辖区的全称？例如 山西省临汾市")
SHORT_NAME = Question("--short-name", "简称", "简称？例如 临汾")
LEVEL = Question("--level", "级别", "哪一级？", _one_of(JurisdictionLevel))
PARENT = Question("--parent", "上级辖区", "上级辖区？写名称或编号")
CODE = Question("--code", "行政区划代码", "GB/T 2260 行政区划代码，六位？不知道的直接回车")
ID = Question("--id", "编号", "编号？小写字母和连字符，也是网址的一部分")
AUTHORITY = Question("--authority", "认定机关", "认定机关的名称？照文件写；没有见到的直接回车")
ATTESTED = Question("--attested", "见到机关名称的日期", "在哪一天的文件里见到这个名称？例如 2023-11-01、2023")
STAGE = Question("--stage", "征求意见还是已印发", "征求意见稿，还是已印发？", _one_of(Stage))
STARTS_ON = Question("--starts-on", "施行首日", "正文写明自哪一天起施行？没有见到的直接回车")
SUPERSEDES = Question("--supersedes", "废止的办法", "正文写明废止了哪一版？")
VERSION = Question("--version", "版本", "版本的短名？一般就是年份")
MARK = Question("--mark", "在办法中的编号", "办法里怎样称呼这张表？例如 附件1")
ROLE = Question("--role", "由谁填写", "由谁填写？", _one_of(FormRole))
WHERE_TO_ASK = Question("--where-to-ask", "向哪里索取", "版式没有见到，向哪里索取？")

# From which question what stands in a field of a draft comes first of all. Errors that only show in a draft
# are told by it: a draft with errors is not written, and nobody could look at its lines.
FIELDS = {
    "kind": KIND,
    "jurisdiction": JURISDICTION,
    "title": TITLE,
    "document_number": DOCUMENT_NUMBER,
    "issuer": ISSUER,
    "issued_on": ISSUED_ON,
    "summary": SUMMARY,
    "body": BODY,
    "publicity": PUBLICITY_END,
    "windows": WINDOW,
    "contact": OFFICE,
    "announces": ANNOUNCES,
    "corrects": TARGET,
    "withdraws": TARGET,
    "reason": REASON,
    "acts": PLATFORMS,
    "source": SOURCE,
}
LABELS = frozenset(
    question.label
    for question in (
        *(
            KIND,
            ACT,
            JURISDICTION,
            TITLE,
            DOCUMENT_NUMBER,
            ISSUER,
            ISSUED_ON,
            SUMMARY,
            BODY,
            SOURCE,
            SOURCE_FILE,
        ),
        *(
            PUBLISHER,
            WINDOW,
            WINDOW_FROM,
            WINDOW_THROUGH,
            PUBLICITY_FROM,
            PUBLICITY_END,
            OFFICE,
            TELEPHONE,
            EMAIL,
        ),
        *(ANNOUNCES, REASON, UNDO, TARGET, STATED_COUNT, PLATFORMS, DATE_BASIS, DRAFT),
    )
)  # that may stand in a form
