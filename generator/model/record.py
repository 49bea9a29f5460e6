# SPDX-License-Identifier: Apache-2.0
"""What do all records share? They are strict, frozen, and know only the fields they state.

The description of each field is written in Chinese: it is the help that editors see while they type,
and the text of the published JSON Schemas.
"""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from generator.base import quantity
from generator.base.citation import Citation as CitationParts
from generator.base.days import FIRST_DAY, LAST_DAY
from generator.base.identifiers import PLATFORM_ID_PATTERN, SLUG_PATTERN
from generator.base.misfit import Misfit

RULESET_ID_PATTERN = r"^[a-z]+(?:-[a-z]+)*/[12][0-9]{3}(?:-[a-z0-9]+)*$"

DOCUMENT_ID_PATTERN = r"^[a-z]+(?:-[a-z]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$"
RECORD_ID_PATTERN = r"^(?:[12][0-9]{3}|[a-z]+(?:-[a-z]+)*)/[a-z0-9]+(?:-[a-z0-9]+)*$"

NOT_IN_ADDRESSES = re.compile(r"""[\s<>"`\\“”‘’。，、；：（）《》／．？]""")

# Words that editors write where there is nothing to write.
NOTHING = frozenset(
    {
        *("无", "空", "暂无", "没有", "未知", "不详", "待定", "待补", "/", "-", "--", "—", "——"),
        *("none", "null", "nil", "n/a", "na"),
    }
)

OFFICE = object()  # marks fields whose values belong to an office, never to a person

T = TypeVar("T")


class Record(BaseModel):
    """A record or a part of one."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        populate_by_name=True,
        json_schema_serialization_defaults_required=True,
    )


class Labelled(StrEnum):
    """A closed list whose members carry the word that readers see."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member of its value and its word."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls,
            core_schema.literal_schema([member.value for member in cls]),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        words = "；".join(f"{member.value} {member.label}" for member in cls)
        return {
            "type": "string",
            "enum": [member.value for member in cls],
            "enumDescriptions": [member.label for member in cls],  # shown by editors beside each word
            "description": words,  # where a field does not say what it is itself
        }


def web_address(text: str) -> str:
    """The text itself if it is an absolute http(s) address, else Misfit."""
    try:
        parts = urlsplit(text)
        has_host = "." in (parts.hostname or "") and parts.username is None
        has_host = has_host and parts.port != 0  # a port that is no number raises
        sound = parts.scheme in {"http", "https"} and has_host and not NOT_IN_ADDRESSES.search(text)
    except ValueError:
        sound = False
    if not sound:
        broken = "网址中间有空格，删去空格，或核对是不是两个网址"
        whole = "写以 http:// 或 https:// 开头的完整网址；没有网址就不写这个字段"
        raise Misfit(f"“{text}”不是可用的网址", broken if " " in text.strip() else whole)
    return text


def citation(text: str) -> str:
    """The text itself if it can be read as a citation, else Misfit."""
    CitationParts.parse(text)
    return text


def unspaced(text: str) -> str:
    """The text itself if it neither begins nor ends with white space, else Misfit."""
    if text != text.strip():
        raise Misfit(f"“{text}”首尾有多余的空白", "删去首尾的空格（包括全角空格）")
    return text


def says_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing to say: 无, 暂无, N/A."""
    return text.strip().lower() in NOTHING


def stated(text: str) -> str:
    """The text itself if it says anything, else Misfit."""
    if says_nothing(text):
        raise Misfit(f"“{text}”不是内容", "没有见到的写 null")
    return text


Several = Annotated[tuple[T, ...], Field(strict=False)]
Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(unspaced)]
KnownText = Annotated[Text, AfterValidator(stated)]  # where null is written if nothing is known
Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN)]
PlatformId = Annotated[str, StringConstraints(pattern=PLATFORM_ID_PATTERN)]
Url = Annotated[str, AfterValidator(web_address)]
OfficeAddress = Annotated[Text, OFFICE]
Citation = Annotated[Text, AfterValidator(citation)]
Number = Annotated[
    Decimal,
    BeforeValidator(quantity.exact),
    PlainSerializer(quantity.plain, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
DocumentId = Annotated[str, StringConstraints(pattern=DOCUMENT_ID_PATTERN)]  # of a designation document
RecordId = Annotated[str, StringConstraints(pattern=RECORD_ID_PATTERN)]  # of that, or of a notice
RulesetId = Annotated[str, StringConstraints(pattern=RULESET_ID_PATTERN)]


def described(text: str, default: Any = ...) -> Any:
    """A field with its description and, where it may be left out, what stands for it then."""
    return Field(default, description=text)


def many(text: str, least: int = 0) -> Any:
    """A list field with its description; it may be left out unless at least one is demanded."""
    return Field(..., description=text, min_length=least) if least else Field((), description=text)


def only_if_said(text: str, default: Any = None) -> Any:
    """A field that is left out of the open data where nothing was said."""
    return Field(default, description=text, exclude_if=lambda value: value is None or value == ())
