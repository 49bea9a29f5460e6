# SPDX-License-Identifier: Apache-2.0
"""Which jurisdictions are there, who decides in them, and how is the office reached?"""

from typing import Annotated

from pydantic import StringConstraints

from generator.base.days import PartialDate
from generator.model.record import (
    Day,
    Labelled,
    OfficeAddress,
    Record,
    Several,
    Slug,
    Text,
    Url,
    described,
    many,
)

TELEPHONE_PATTERN = r"^0[0-9]{2,3}-[0-9]{7,8}(-[0-9]{1,6})?$"
EMAIL_PATTERN = r"^[A-Za-z0-9_.+-]+@[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$"
SIX_DIGITS_PATTERN = "^[0-9]{6}$"


class JurisdictionLevel(Labelled):
    """The level at which a title is given."""

    NATIONAL = "national", "国家级"
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县级"


class Authority(Record):
    """A name under which the authority acted, and when that is known."""

    name: Text = described("机关名称")
    used_from: PartialDate | None = described("开始使用这一名称的日期；不知道就不写", None)
    used_through: PartialDate | None = described("最后使用这一名称的日期；不知道就不写", None)
    attested: Several[PartialDate] = many("文件中见到这一名称的日期", least=1)


class Contact(Record):
    """How to reach the office; never a person."""

    office: Text = described("科室或部门")
    telephone: Annotated[str, StringConstraints(pattern=TELEPHONE_PATTERN)] | None = described(
        "办公电话，带区号，加引号", None
    )
    email: Annotated[str, StringConstraints(pattern=EMAIL_PATTERN)] | None = described("办公邮箱", None)
    address: OfficeAddress | None = described("办公地址", None)
    postcode: Annotated[str, StringConstraints(pattern=SIX_DIGITS_PATTERN)] | None = described(
        "邮政编码，加引号", None
    )
    website: Url | None = described("网站", None)
    seen_in: Text = described("出处")
    checked_on: Day = described("最近核对日")


class Coverage(Record):
    """How much of this jurisdiction's register is recorded here."""

    complete: bool = described("名单是否全部收录")
    note: Text = described("收录到什么程度，读者会看到")


class Jurisdiction(Record):
    """A place whose authority gives the title."""

    id: Slug = described("编号，也是网址的一部分")
    name: Text = described("全称")
    short_name: Text = described("简称")
    level: JurisdictionLevel = described("级别")
    parent: Slug | None = described("上级辖区的编号；国家级不写", None)
    code: Annotated[str, StringConstraints(pattern=SIX_DIGITS_PATTERN)] | None = described(
        "GB/T 2260 行政区划代码，加引号", None
    )
    authorities: Several[Authority] = many("认定机关及其名称的沿革")
    contact: Contact | None = described("联系方式（只写办公联系方式，不写个人）", None)
    coverage: Coverage | None = described("名单收录程度", None)
