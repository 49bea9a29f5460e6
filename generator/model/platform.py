# SPDX-License-Identifier: Apache-2.0
"""What do all documents together say of one platform?

Platforms are not written by editors: they are folded from designation documents.
"""

from datetime import date

from pydantic import Field

from generator.base.days import PartialDate
from generator.model.designation import ActKind, NamedBy, Tier
from generator.model.record import Labelled, Record, Several, described, many
from generator.model.standing import Border


class TermBasis(Labelled):
    """How the last day of a term is known."""

    STATED = "stated", "文件写明"
    EVE = "eve", "办法未写截止日算法，按对应日前一日推算"
    POLICY = "policy", "按办法的算法推算"
    ACT = "act", "由撤销或撤回的文件截止"
    RENEWED = "renewed", "由其后的复核接续"
    REVIEW = "review", "每满若干年复核，未写截止日"
    UNKNOWN = "unknown", "有效期未见记载"


class EndReason(Labelled):
    """Which act ended a term before its time."""

    REVOKED = "revoked", "撤销"
    WITHDRAWN = "withdrawn", "撤回"


class DayRange(Record):
    """A day that is only known to lie between two days, both included."""

    no_earlier_than: date = described("不早于")
    no_later_than: date = described("不晚于")


class Term(Record):
    """One span for which a title was granted."""

    from_: PartialDate | None = Field(alias="from", description="首日；此前的认定未收录的为 null")
    through: PartialDate | None = described("末日（含）；不知道的为 null", None)
    through_between: DayRange | None = described("末日只能推算到一个区间时", None)
    basis: TermBasis = described("末日怎样得知")
    review_due: date | None = described("到这一天应当复核；其后的结果未收录", None)
    granted_by: str | None = described("认定或复核的文件", None)
    ended_by: str | None = described("提前结束的文件", None)
    end_reason: EndReason | None = described("提前结束的缘由", None)
    ruleset: str | None = described("所依据的办法版本", None)
    tier: Tier = described("示范平台还是普通公共服务平台", Tier.DEMONSTRATION)


class NamePeriod(Record):
    """A name and since when it was borne."""

    name: str = described("名称")
    from_: PartialDate = Field(alias="from", description="见于文件的日期")
    through: PartialDate | None = described("更名的日期；现用名为 null", None)
    document: str = described("出处")


class Mention(Record):
    """One document's act upon this platform."""

    document: str = described("文件")
    act: ActKind = described("文件的决定")
    on: PartialDate = described("文件日期")
    name: str = described("文件所载名称")
    reason: str | None = described("理由", None)
    note: str | None = described("补充说明", None)


class Platform(Record):
    """All that is known of one platform."""

    id: str = described("平台编号")
    jurisdiction: str = described("认定辖区")
    name: str = described("现用名称")
    named_by: NamedBy = described("名单列的是单位还是平台")
    names: Several[NamePeriod] = many("历次名称")
    operator: str | None = described("运营单位", None)
    credit_code: str | None = described("统一社会信用代码", None)
    functions: Several[str] = many("服务功能")
    category: str | None = described("类别", None)
    location: str | None = described("所在地", None)
    tier: Tier = described("示范平台还是普通公共服务平台", Tier.DEMONSTRATION)
    terms: Several[Term] = many("历次有效期间")
    mentions: Several[Mention] = many("涉及它的文件，按日期")
    successor: str | None = described("承接者", None)
    standing: Several[Border] = many("状态自哪天起变化")
