# SPDX-License-Identifier: Apache-2.0
"""What do other systems read? The records as in the sources, plus what follows from them.

These models state what each file below `/api/v1/` holds; their JSON Schemas are published below
`/schema/`. No field says whether something is valid now: readers decide by `standing` and their own day.
Addresses are paths from the site's root.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from generator.base.days import PartialDate
from generator.model.asked import AskedCondition, AskedFunctions, AskedThreshold
from generator.model.designation import Designation, Tier
from generator.model.form import Form
from generator.model.jurisdiction import Jurisdiction
from generator.model.notice import Notice
from generator.model.period import DayKind, DayUnit, FirstDay, LastDay
from generator.model.platform import Platform
from generator.model.profile import Profile
from generator.model.record import Record, Several, described, many
from generator.model.ruleset import InForce, Ruleset, Stage, TextCoverage
from generator.model.standing import Border, State


class PublishedJurisdiction(Jurisdiction):
    """A jurisdiction with what is recorded of it."""

    rulesets: Several[str] = many("收录的办法版本")
    platform_count: int = described("收录的平台数")
    page: str | None = described("指南页面，没有办法的为 null")
    registry_page: str | None = described("名单页面，没有平台的为 null")


class ThresholdEntry(AskedThreshold):
    """One comparison, laid out flat."""

    function: str | None = described("属于哪项服务功能；基本条件为 null")
    alternative: bool = described("是否另有可替代的条件")


class RulesetSummary(Record):
    """A version in the list of all versions."""

    id: str = described("编号：辖区/版本")
    jurisdiction: str = described("辖区")
    version: str = described("版本")
    title: str = described("办法名称")
    document_number: str | None = described("文号")
    stage: Stage = described("征求意见还是已印发")
    text: TextCoverage = described("正文收录的程度")
    issued_on: PartialDate | None = described("印发日期")
    published_on: PartialDate | None = described("公布日期")
    in_force: InForce | None = described("施行期间")
    standing: Several[Border] = many("状态自哪天起变化")
    next_change_on: date | None = described("数据生成日之后下一次变化的日期")
    checked_on: date = described("最近与来源核对之日")
    page: str = described("页面")
    data: str = described("完整记录")


class PublishedRuleset(Ruleset):
    """One version in full; every condition carries its id and article."""

    id: str = described("编号：辖区/版本")
    jurisdiction: str = described("辖区")
    version: str = described("版本")
    criteria: Several[AskedCondition] = many("基本条件，须同时满足")
    functions: AskedFunctions | None = described("功能要求")
    thresholds: Several[ThresholdEntry] = many("所有条件逐条平铺")
    standing: Several[Border] = many("状态自哪天起变化")
    next_change_on: date | None = described("数据生成日之后下一次变化的日期")
    designations: Several[str] = many("据以作出的认定文件")
    notices: Several[str] = many("引用它的公告")
    forms: Several[str] = many("它所用的表格")
    page: str = described("页面")


class PlatformSummary(Record):
    """A platform in the list of all platforms."""

    id: str = described("平台编号")
    jurisdiction: str = described("认定辖区")
    name: str = described("现用名称")
    former_names: Several[str] = many("曾用名称")
    operator: str | None = described("运营单位")
    credit_code: str | None = described("统一社会信用代码")
    functions: Several[str] = many("服务功能")
    category: str | None = described("类别")
    location: str | None = described("所在地")
    tier: Tier = described("示范平台还是普通公共服务平台")
    standing: Several[Border] = many("状态自哪天起变化")
    next_change_on: date | None = described("数据生成日之后下一次变化的日期")
    page: str = described("页面")
    data: str = described("完整记录")


class PublishedPlatform(Platform):
    """One platform in full."""

    predecessors: Several[str] = many("由它承接的平台")
    profile: Profile | None = described("联系方式和服务内容，不具有法律效力；没有收录的为 null")
    next_change_on: date | None = described("数据生成日之后下一次变化的日期")
    page: str = described("页面")


class PublishedDay(Record):
    """One day of a period."""

    on: date = described("日期")
    kind: DayKind = described("工作日、周末、放假、调休上班，或放假安排待公布")
    counted: bool | None = described("是否计入；放假安排待公布的为 null")
    number: int | None = described("第几日；不计入或此前有待公布的为 null")
    festival: str | None = described("因哪个节日放假或调休上班")
    ordered_by: str | None = described("放假或调休上班所依据的通知文号")


class PublishedPeriod(Record):
    """A period, day by day."""

    what: str = described("做什么")
    from_: date = Field(alias="from", description="首日")
    through: date | None = described("末日（含）；放假安排待公布而不能确定的为 null")
    not_before: date | None = described("末日不能确定时：不早于")
    not_after: date | None = described("末日不能确定时：不晚于")
    unit: DayUnit = described("按工作日还是自然日计")
    length: int | None = described("办法或公告写明的天数；没有写的为 null")
    counted: int | None = described("实际计入的天数；不能确定的为 null")
    first_day: FirstDay | None = described("首日是否计入；没有写明的为 null，按计入推算")
    last_day: LastDay | None = described("末日怎样算；没有写明的为 null，按数满之日推算")
    days: Several[PublishedDay] = many("逐日")


class PublishedDesignation(Designation):
    """One decision document in full."""

    id: str = described("编号：辖区/日期-短名")
    jurisdiction: str = described("辖区")
    periods: Several[PublishedPeriod] = many("公示期，逐日")
    page: str = described("页面")


class PublishedNotice(Notice):
    """A notice without its text, which is on its page."""

    id: str = described("编号：年份/日期-短名")
    periods: Several[PublishedPeriod] = many("公示和征求意见的期间，逐日")
    page: str = described("页面")


class PublishedForm(Form):
    """A form."""

    id: str = described("编号：辖区/表格")


class Change(Record):
    """A change of state on a day."""

    on: date = described("自这一天起")
    kind: Literal["platform", "ruleset"] = described("平台还是办法版本")
    id: str = described("编号")
    state: State = described("变成什么状态")
    through: PartialDate | None = described("有期限的状态，末日（含）")
    document: str | None = described("由哪份文件引起")


class DataFile(Record):
    """One file of the open data."""

    path: str = described("路径")
    title: str = described("内容")
    format: Literal["json", "csv", "xlsx"] = described("格式")
    schema_path: str | None = described("JSON Schema 的路径")
    records: int | None = described("记录数")


class Index(Record):
    """Where everything is."""

    name: str = described("站点名称")
    as_of: date = described("数据生成日")
    commit: str | None = described("数据所在的版本库提交；不在版本库中生成的为 null")
    license: str = described("数据许可")
    time_zone: Literal["Asia/Shanghai"] = described("日期所用的时区")
    files: Several[DataFile] = many("数据文件")


class ManifestEntry(Record):
    """One file of the site."""

    size: int = described("字节数")
    sha256: str = described("SHA-256 校验值")


class Manifest(Record):
    """Every file of the site but this one."""

    as_of: date = described("数据生成日")
    commit: str | None = described("数据所在的版本库提交")
    preview: bool = described("是不是预览；预览不是正式发布", default=False)
    files: dict[str, ManifestEntry] = described("各文件的大小和校验值")
