# SPDX-License-Identifier: Apache-2.0
"""What does the front matter of a notice say? Its body is Markdown."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from generator.base.days import PartialDate
from generator.base.misfit import Misfit
from generator.model.jurisdiction import Contact
from generator.model.period import PublicityPeriod
from generator.model.record import (
    Day,
    DocumentId,
    KnownText,
    Labelled,
    Record,
    RecordId,
    RulesetId,
    Several,
    Slug,
    Text,
    Url,
    described,
    many,
    only_if_said,
)
from generator.model.source import Source


class NoticeKind(Labelled):
    """What a notice is for."""

    CALL = "call", "申报通知"
    CONSULTATION = "consultation", "征求意见"
    PUBLICITY = "publicity", "公示"
    DESIGNATION = "designation", "认定公告"
    REVOCATION = "revocation", "撤销公告"
    CORRECTION = "correction", "更正"
    OTHER = "other", "其他公告"


class Window(Record):
    """A span of days in which something may or must be done; both days included."""

    what: Text = described("做什么，例如 报送推荐材料、反馈意见")
    who: Text | None = described("由谁；没有写就不写", None)
    from_: Day | None = Field(None, alias="from", description="首日；没有写就不写")
    through: Day = described("末日，这一天也算")

    @model_validator(mode="after")
    def _days_are_in_order(self) -> "Window":
        if self.from_ and self.from_ > self.through:
            raise Misfit(f"首日 {self.from_} 晚于末日 {self.through}", "核对两个日期，首日不晚于末日", "from")
        return self


class Span(Window):
    """A window as it is shown: its last day may be known only to lie between two days."""

    at_latest: Day | None = described("末日未定时：不晚于；through 则是不早于", None)
    withdrawn_on: Day | None = described("写明它的公告自哪一天起已撤回", None)

    @classmethod
    def of(cls, window: Window) -> "Span":
        """A window that a notice states itself."""
        return cls.model_construct(**dict(window))

    @property
    def last(self) -> date:
        """The last day on which it may still be open."""
        return self.at_latest or self.through


FILE_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:pdf|docx|xlsx|png|jpg)"
FILE_NAME_PATTERN = f"^{FILE_NAME}$"


class Attachment(Record):
    """Something attached to the notice: at an address elsewhere, or as a file beside it."""

    title: Text = described("附件名称")
    url: Url | None = described("网址；没有就不写", None)
    file: Annotated[str, StringConstraints(pattern=FILE_NAME_PATTERN)] | None = described(
        "文件名；文件放在与公告同名的文件夹里。没有文件就不写", None
    )


class Reference(Record):
    """A document that the notice builds on."""

    title: Text | None = described("名称", None)
    document_number: KnownText | None = described("文号", None)


class Notice(Record):
    """The front matter of one notice."""

    kind: NoticeKind = described("公告类别")
    title: Text = described("标题")
    title_is_ours: bool = described("标题是本站拟的（原标题未见）", default=False)
    jurisdiction: Slug = described("辖区编号")
    document_number: KnownText | None = described("文号；没有见到的写 null")
    issuer: Text = described("发文机关")
    issued_on: PartialDate = described("印发或发布日期，写到来源所载的精度")
    summary: Text = described("一句话摘要")
    ruleset: RulesetId | None = described("所依据的办法版本；本站没有条目的不写", None)
    based_on: Several[Reference] = many("所依据的其他文件")
    publicity: PublicityPeriod | None = only_if_said("公示期，只有公示（publicity）才写；没有见到的写 null")
    windows: Several[Window] = many("起止期限")
    contact: Contact | None = described(
        "联系方式，公示则是反映异议的渠道（只写办公联系方式，不写个人）；没有见到的写 null", None
    )
    announces: DocumentId | None = only_if_said(
        "本公告公布的名单或认定文件，写作 辖区/文件名；本站没有收录的写 null"
    )
    follows: Several[RecordId] = only_if_said("承接的更早的公告（年份/文件名）或认定文件（辖区/文件名）", ())
    followed_by: Several[DocumentId] = only_if_said(
        "其后的认定文件，写作 辖区/文件名；认定文件不引用公告，所以写在这里", ()
    )
    corrects: RecordId | None = only_if_said("更正的公告或认定文件，只有更正（correction）才写")
    withdraws: RecordId | None = only_if_said("撤回的公告或认定文件，只有更正（correction）才写")
    reason: KnownText | None = only_if_said("撤销、更正或撤回的理由；没有见到的写 null")
    display_until: Day | None = only_if_said("含个人信息的名单展示到哪一天为止，这一天也算；过后只留存根")
    forms: Several[Text] = many("所用表格，写作 辖区/表格编号")
    attachments: Several[Attachment] = many("原公告的附件")
    remarks: Several[Text] = many("编者注")
    source: Source = described("来源")
    checked_on: Day = described("最近与来源核对之日")

    @model_validator(mode="after")
    def _only_publicity_has_its_period(self) -> "Notice":
        if self.publicity and self.kind is not NoticeKind.PUBLICITY:
            raise Misfit(
                f"{self.kind.label}没有公示期", "kind 改为 publicity，或改用 windows 写起止日期", "publicity"
            )
        return self

    @model_validator(mode="after")
    def _only_corrections_undo(self) -> "Notice":
        undoing = [name for name in ("corrects", "withdraws") if getattr(self, name)]
        if undoing and self.kind is not NoticeKind.CORRECTION:
            raise Misfit(
                f"{self.kind.label}不更正、也不撤回别的文件",
                f"kind 改为 correction，或删去 {undoing[0]}",
                undoing[0],
            )
        if len(undoing) > 1:
            raise Misfit("更正和撤回只能写一个", "全文作废的写 withdraws，否则写 corrects", "withdraws")
        return self

    @model_validator(mode="after")
    def _only_shown_lists_expire(self) -> "Notice":
        if self.display_until and self.kind is not NoticeKind.PUBLICITY:
            raise Misfit(f"{self.kind.label}要长期保留，不设展示期限", "删去 display_until", "display_until")
        return self
