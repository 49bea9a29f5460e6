# SPDX-License-Identifier: Apache-2.0
"""What does one official decision say of which platforms? Append-only."""

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from generator.base.days import PartialDate
from generator.base.identifiers import credit_code_fault, credit_code_is_valid
from generator.base.misfit import Misfit
from generator.model.jurisdiction import Contact
from generator.model.period import PublicityPeriod
from generator.model.record import (
    Day,
    DocumentId,
    KnownText,
    Labelled,
    PlatformId,
    Record,
    RulesetId,
    Several,
    Slug,
    Text,
    described,
    many,
    only_if_said,
)
from generator.model.source import Source


def credit_code(text: str) -> str:
    """The text itself if it is a sound credit code, else Misfit."""
    if not credit_code_is_valid(text):
        raise Misfit(f"统一社会信用代码“{text}”{credit_code_fault(text)}", "与来源逐位核对，字母大写")
    return text


CreditCode = Annotated[str, AfterValidator(credit_code)]


class ActKind(Labelled):
    """What a decision does to the platforms that it lists."""

    PROPOSE = "propose", "拟认定公示"
    DESIGNATE = "designate", "认定"
    RENEW = "renew", "复核通过（继续认定）"
    REVOKE = "revoke", "撤销"
    RENAME = "rename", "更名"
    CORRECT = "correct", "更正"
    WITHDRAW = "withdraw", "撤回"


class Tier(Labelled):
    """Whether the title is that of a demonstration platform."""

    DEMONSTRATION = "demonstration", "示范平台"
    ORDINARY = "ordinary", "公共服务平台（不是示范平台）"


class DateBasis(Labelled):
    """Which event the date of a document is the date of."""

    ISSUED = "issued", "印发日"
    PUBLISHED = "published", "发布日"
    AWARDED = "awarded", "授牌日"
    DOCUMENT_NUMBER = "document-number", "据文号所载年份"
    LIST_YEAR = "list-year", "据名单年度"


class NamedBy(Labelled):
    """Whether the list names organizations or the platforms that they run."""

    ORGANIZATION = "organization", "单位名称"
    PLATFORM = "platform", "平台名称"


class ListedPlatform(Record):
    """One row of a list."""

    platform: PlatformId = described("平台编号，永不重复使用；新平台先写 辖区-0000，检查时会给出可用的编号")
    name: Text = described("名单所载名称")
    operator: KnownText | None = described("运营单位，名单另有一栏时写", None)
    credit_code: CreditCode | None = described("统一社会信用代码，18 位，加引号", None)
    functions: Several[Slug] = many("服务功能")
    category: KnownText | None = described("类别", None)
    location: KnownText | None = described("所在地", None)
    successor: PlatformId | None = described("撤销因合并等而由另一平台承接时，写承接者的编号", None)
    note: Text | None = described("补充说明", None)


class Act(Record):
    """What the document does to the platforms that it lists."""

    kind: ActKind = described("认定、复核、撤销、更名、更正、撤回，或拟认定公示")
    tier: Tier = described("示范平台还是普通公共服务平台", Tier.DEMONSTRATION)
    named_by: NamedBy = described("名单列的是单位名称还是平台名称", NamedBy.ORGANIZATION)
    stated_count: Annotated[int, Field(ge=1, le=100_000)] | None = described(
        "文件所称的家数；没有见到的写 null"
    )
    complete: bool = described("这里是否录全")
    from_: PartialDate | None = Field(None, alias="from", description="文件写明的有效期首日；没有写就不写")
    through: PartialDate | None = described("文件写明的有效期末日；没有写就不写", None)
    term_basis: Text | None = described("有效期首末日见于何处", None)
    reason: KnownText | None = described("理由，例如撤销的原因", None)
    undoes: Text | None = described("更正或撤回的是哪份文件，写作 辖区/文件名", None)
    platforms: Several[ListedPlatform] = many("名单")

    @model_validator(mode="after")
    def _says_what_it_undoes(self) -> "Act":
        if (self.kind in {ActKind.CORRECT, ActKind.WITHDRAW}) != (self.undoes is not None):
            raise Misfit(
                "更正和撤回须写明针对哪份文件，其他行为不得写",
                "kind 为 correct 或 withdraw 时补上 undoes，否则删去",
                "kind" if self.undoes is None else "undoes",
            )
        return self


class Designation(Record):
    """One official document that designates, renews, revokes or otherwise changes titles."""

    title: Text = described("文件标题")
    title_is_ours: bool = described("标题是本站拟的（原标题未见）", default=False)
    document_number: KnownText | None = described("文号；没有见到的写 null")
    issuer: Text = described("发文机关")
    issued_on: PartialDate = described("日期，写到来源所载的精度")
    date_basis: DateBasis = described("这个日期是什么日期", DateBasis.ISSUED)
    ruleset: RulesetId | None = described("所依据的办法版本；没有见到的写 null")
    begins_mid_history: bool = described("所涉平台此前的认定本站没有收录", default=False)
    publicity: PublicityPeriod | None = only_if_said(
        "公示期，只有拟认定公示（propose）才写；没有见到的写 null"
    )
    contact: Contact | None = only_if_said("反映异议的渠道（只写办公联系方式）；拟认定公示没有见到的写 null")
    display_until: Day | None = only_if_said("含个人信息的公示名单展示到哪一天为止，这一天也算；过后只留存根")
    follows: Several[DocumentId] = only_if_said("承接或处理的更早的认定文件，写作 辖区/文件名", ())
    acts: Several[Act] = many("文件作出的决定", least=1)
    statements: Several[Text] = many("文件另外载明的事项，用自己的话")
    remarks: Several[Text] = many("编者注")
    source: Source = described("来源")
    checked_on: Day = described("最近与来源核对之日")

    @model_validator(mode="after")
    def _only_proposals_have_a_period(self) -> "Designation":
        if self.publicity and not any(act.kind is ActKind.PROPOSE for act in self.acts):
            raise Misfit("这份文件没有拟认定公示，不该有公示期", "删去 publicity", "publicity")
        return self

    @model_validator(mode="after")
    def _only_proposals_expire(self) -> "Designation":
        if self.display_until and any(act.kind is not ActKind.PROPOSE for act in self.acts):
            raise Misfit(
                "只有拟认定公示的名单可以到期不再展示，这份文件还有别的决定",
                "删去 display_until；公示和决定分写两份文件",
                "display_until",
            )
        return self
