# SPDX-License-Identifier: Apache-2.0
"""What does one version of one jurisdiction's measures say, and since and until when?"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from generator.base.days import PartialDate
from generator.base.misfit import Misfit
from generator.model.criterion import Condition
from generator.model.procedure import (
    Count,
    Duty,
    Ground,
    Material,
    Provision,
    Publicity,
    Sampling,
    Step,
    Supervision,
    Validity,
)
from generator.model.record import (
    Citation,
    Day,
    KnownText,
    Labelled,
    Record,
    RulesetId,
    Several,
    Slug,
    Text,
    described,
    many,
)
from generator.model.source import Source

ITEM_PATTERN = "^[一二三四五六七八九十]+$"


class Stage(Labelled):
    """Whether the authority has issued the text."""

    CONSULTATION = "consultation", "征求意见稿"
    ISSUED = "issued", "已印发"


class TextCoverage(Labelled):
    """How much of the text is recorded."""

    FULL = "full", "全文已录"
    PARTIAL = "partial", "部分已录，原文未见"
    NOT_RECORDED = "not-recorded", "正文未录"


class Doubt(Record):
    """By how many days a reckoning may be off, and why."""

    days: Count = described("可能相差的天数")
    why: Text = described("为什么有疑问")


class StartRule(Labelled):
    """What the text says of its beginning."""

    ON_ISSUE = "on-issue", "自印发之日起施行"
    DAYS_AFTER_ISSUE = "days-after-issue", "印发之日起若干日后施行"
    STATED_DAY = "stated-day", "自写明的日期起施行"
    LEFT_BLANK = "left-blank", "施行日期留空"
    NOT_SEEN = "not-seen", "施行条款未见"


class InForce(Record):
    """From when until when the version is in force, by its own words."""

    starts: StartRule = described("正文怎样规定施行日期")
    days_after_issue: Count | None = described("印发后第几日施行", None)
    years: Count | None = described("办法本身的有效年数；没有写就不写", None)
    from_: PartialDate | None = Field(None, alias="from", description="施行首日，推算所得；不知道就不写")
    through: PartialDate | None = described("施行末日，推算所得；没有规定就不写", None)
    at_work_by: PartialDate | None = described("施行日不明时：至迟这一天已见其施行", None)
    at_work_evidence: Text | None = described("依据什么说至迟这一天已施行", None)
    doubt: Doubt | None = described("推算可能相差几天", None)
    article: Citation | None = described("所依据的条款；原文未见的写 null")

    @model_validator(mode="after")
    def _evidence_goes_with_its_day(self) -> "InForce":
        field = "at_work_by" if self.at_work_by else "at_work_evidence"
        if (self.at_work_by is None) != (self.at_work_evidence is None):
            raise Misfit("at_work_by 与 at_work_evidence 须同时写或同时不写", "补上所缺的一行", field)
        if (self.starts is StartRule.DAYS_AFTER_ISSUE) and self.days_after_issue is None:
            raise Misfit("写明印发若干日后施行，却没有日数", "补上 days_after_issue", "starts")
        return self


class PresumedStanding(Labelled):
    """What is presumed of a version where its text alone does not tell."""

    IN_FORCE = "in-force", "推定现行"
    SUPERSEDED = "superseded", "推定已被取代"
    LAPSED = "lapsed", "期满失效"
    NEVER_ADOPTED = "not-known-adopted", "未见通过"


class Presumption(Record):
    """What is presumed, why, and what speaks against it; never a date."""

    standing: PresumedStanding = described("推定的状态")
    by: RulesetId | None = described("推定被哪个版本取代", None)
    because: Several[Text] = many("推定的理由", least=1)
    doubts: Several[Text] = many("尚存的疑问")

    @model_validator(mode="after")
    def _superseded_names_the_successor(self) -> "Presumption":
        if (self.standing is PresumedStanding.SUPERSEDED) != (self.by is not None):
            raise Misfit(
                "推定被取代的须写明被哪个版本取代，其他推定不得写",
                "standing 为 superseded 时补上 by，例如 by: national/2025，否则删去 by",
                "by" if self.by else "standing",
            )
        return self


class Superseded(Record):
    """A measure that this version repeals."""

    ruleset: RulesetId | None = described("被废止的版本；本站没有条目的不写", None)
    title: Text | None = described("被废止办法的名称；有 ruleset 的不写", None)
    article: Citation | None = described("所依据的条款；原文未见的写 null")


class Basis(Record):
    """A measure or law that this version is based on."""

    title: Text = described("名称")
    document_number: KnownText | None = described("文号", None)
    ruleset: RulesetId | None = described("本站收录的版本", None)


class CarryOver(Record):
    """What becomes of titles given under earlier measures."""

    text: Text = described("原有称号如何过渡，用自己的话")
    article: Citation = described("所依据的条款")


class Interpretation(Record):
    """Who interprets the version."""

    by: Text = described("由谁负责解释")
    article: Citation = described("所依据的条款")


class Applicants(Record):
    """Which organizations may apply."""

    kinds: Several[Slug] = many("机构类型，须是 institution-kinds.yaml 里有的", least=1)
    examples_only: bool = described("所列只是举例（条文写“等”），其他机构也可申报", default=False)
    detail: Text | None = described("补充说明", None)
    article: Citation = described("所依据的条款")


class DesignationRule(Record):
    """The title that is given and how often."""

    title: Text = described("称号全称")
    cycle: Literal["annual"] | None = described("annual 每年一次；没有写就不写", None)
    timing: Text | None = described("具体时间怎样确定", None)
    article: Citation | None = described("所依据的条款；原文未见的写 null")


class Category(Record):
    """A class into which platforms fall."""

    id: Slug = described("编号")
    name: Text = described("名称")
    meaning: Text = described("含义")
    article: Citation = described("所依据的条款")


class Clientele(Record):
    """For whom a function is meant, where the text says so."""

    who: Text = described("服务对象")
    founded_within_years: Count | None = described("创办几年以内", None)


class FunctionRule(Record):
    """What one function consists of and demands."""

    function: Slug = described("服务功能，须是 functions.yaml 里有的")
    services: Several[Text] = many("包括哪些服务")
    services_article: Citation | None = described("功能定义所依据的条款；与要求同条的不写", None)
    clientele: Clientele | None = described("特定的服务对象", None)
    article: Citation = described("功能要求所依据的条款")
    requires: Several[Condition] = many("须同时满足的各条件", least=1)


class Functions(Record):
    """What is demanded of functions."""

    required: Literal["at-least-one", "those-applied-for"] = described(
        "at-least-one 至少满足一项；those-applied-for 所申报的各项都要满足"
    )
    article: Citation = described("所依据的条款")
    items: Several[FunctionRule] = many("各项功能", least=1)


class Companion(Record):
    """Something that accompanies the measures: an annex, an explanation, the notice of issue."""

    mark: Text = described("引用时的写法，例如 附件1、起草说明")
    title: Text = described("名称")
    form: Text | None = described("对应的表格，写作 辖区/表格编号", None)


class Article(Record):
    """One article in our own words."""

    number: Annotated[int, Field(ge=1, le=300)] = described("第几条")
    chapter: Text | None = described("所在的章", None)
    heading: Text = described("小标题，用自己的话")
    digest: Text = described("摘要，用自己的话")
    items: Several[Annotated[str, StringConstraints(pattern=ITEM_PATTERN)]] = many(
        "本条分项的序号，照原文，缺号照缺"
    )


class Remark(Record):
    """A defect of the source text, told to readers."""

    article: Citation | None = described("在哪一条；涉及全文的不写", None)
    text: Text = described("编者注")


class Ruleset(Record):
    """One version of one jurisdiction's measures."""

    title: Text = described("办法名称")
    other_titles: Several[Text] = many("文中或通知中的其他名称")
    document_number: KnownText | None = described("文号；没有见到的写 null")
    issuer: Text = described("印发机关")
    stage: Stage = described("征求意见还是已印发")
    text: TextCoverage = described("正文收录的程度")
    issued_on: PartialDate | None = described("印发日期；没有见到的写 null")
    published_on: PartialDate | None = described("公布日期（征求意见稿写公开征求意见之日）", None)
    in_force: InForce | None = described("施行期间；无从知道的写 null")
    presumption: Presumption | None = described("正文不足以断定时，推定的状态及理由", None)
    gap_after: Text | None = described("期满后没有接续的版本时，说明情况", None)
    supersedes: Several[Superseded] = many("废止了哪些办法")
    carry_over: CarryOver | None = described("原有称号如何过渡", None)
    based_on: Several[Basis] = many("所依据的法律和办法")
    designation: DesignationRule | None = described("称号", None)
    categories: Several[Category] = many("平台的类别")
    applicants: Applicants | None = described("哪些机构可以申报", None)
    validity: Validity | None = described("称号的有效期", None)
    publicity: Publicity | None = described("公示", None)
    criteria: Several[Condition] = many("基本条件，须同时满足")
    functions: Functions | None = described("功能要求", None)
    materials: Several[Material] = many("申报材料")
    materials_note: Text | None = described("对材料的总要求", None)
    procedure: Several[Step] = many("认定程序")
    sampling: Sampling | None = described("抽样测评", None)
    duties: Several[Duty] = many("认定后的报送义务")
    supervision: Several[Supervision] = many("监督检查")
    revocation: Several[Ground] = many("失去称号的情形")
    provisions: Several[Provision] = many("其他规定")
    interpretation: Interpretation | None = described("由谁解释", None)
    companions: Several[Companion] = many("附件及随附的文字")
    articles: Several[Article] = many("逐条摘要")
    remarks: Several[Remark] = many("编者注")
    source: Source = described("来源")
    checked_on: Day = described("最近与来源核对之日")
