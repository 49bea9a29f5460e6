# SPDX-License-Identifier: Apache-2.0
"""What does an answer in everyday writing mean? A value, or Misfit with the repair."""

import re
import unicodedata
from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.base.days import PartialDate, meant
from generator.base.identifiers import SLUG
from generator.base.misfit import Misfit
from generator.base.nearest import nearest
from generator.load.value_problems import value_problem
from generator.model.jurisdiction import Jurisdiction
from generator.model.site import Site

NOT_SEEN = "没有"  # how somebody says that the source does not state it
NOTHING = {"", NOT_SEEN, "无", "没有见到", "null", "none", "-", "—"}
DAYS = re.compile(r"([0-9]{1,3}) ?(?:个)?(工作日|自然日)")
BRACKETS = str.maketrans("[［【﹝(（{]］】﹞)）}", "〔〔〔〔〔〔〔〕〕〕〕〕〕〕")


def said(answer: str) -> str | None:
    """The answer, or None where it says that there is nothing."""
    return None if answer.lower() in NOTHING else answer


def words(answer: str) -> str:
    """An answer that must say something."""
    if not answer:
        raise Misfit("没有写内容", "写上内容")
    if "\n" in answer:
        raise Misfit("写了不止一行", "写在一行里")
    return answer


def file_name(answer: str) -> str:
    """The name of a file that somebody keeps, without where it is kept."""
    if "/" in answer or "\\" in answer:
        raise Misfit(f"“{answer}”不是文件名", "只写文件名，不写文件夹；网址写在来源网址里")
    return words(answer)


def optional(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    """The same parser, with None where there is nothing."""
    return lambda answer: parse(answer) if said(answer) else None


def fitting(model: type[BaseModel], name: str) -> Callable[[str], Any]:
    """A parser for a text that fits a field of a model; in quotes too, which hints for YAML ask for."""
    field = model.model_fields[name]
    kind = field.rebuild_annotation()
    adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def parse(answer: str) -> Any:
        try:
            return adapter.validate_python(words(answer).strip('"'))
        except ValidationError as error:
            detail = error.errors(include_url=False)[0]
            called = (field.description or name).split("，")[0]
            message, repair = value_problem(detail, called, None, kind)
            raise Misfit(message, repair) from error

    return parse


def partial_date(answer: str) -> PartialDate:
    """2023-11-01, 2023年11月1日, 2023.11, 2023年."""
    known = meant(answer)
    return PartialDate.stated(str(known) if known else answer)


def issued_by(today: date) -> Callable[[str], PartialDate]:
    """A parser for the date of a paper that is there today."""

    def parse(answer: str) -> PartialDate:
        known = partial_date(answer)
        if known.first > today:
            raise Misfit(f"{known} 晚于今天（{today}）", "核对日期；还没有印发的，等印发以后再写")
        return known

    return parse


def day(answer: str) -> date:
    """The same with a day."""
    known = partial_date(answer)
    if known.exact is None:
        raise Misfit(f"“{answer}”没有写到日", "年、月、日都写，例如 2023-11-01")
    return known.exact


def count(answer: str) -> int:
    """A number of platforms."""
    digits = unicodedata.normalize("NFKC", answer).removesuffix("家").strip()
    if not digits.isdecimal() or not 0 < int(digits) <= 100_000:
        raise Misfit(f"“{answer}”不是家数", "写数字，例如 12")
    return int(digits)


def count_for(rows: int) -> Callable[[str], int | None]:
    """A parser for how many a document says that it lists, where so many rows are there; or None."""

    def parse(answer: str) -> int | None:
        stated = count(answer) if said(answer) else None
        if stated is not None and stated < rows:
            raise Misfit(
                f"文件称 {stated} 家，名单却有 {rows} 行", "核对名单和家数；文件没有写家数的直接回车"
            )
        return stated

    return parse


def document_number(answer: str) -> str | None:
    """The number with its proper brackets, or None."""
    number = said(answer)
    return words(number).translate(BRACKETS) if number else None


def publicity_end(answer: str) -> dict[str, Any]:
    """What a notice states of the length of its period: a last day, or a number of days; or nothing."""
    text = unicodedata.normalize("NFKC", answer)
    if not said(answer):
        return {}
    if found := DAYS.fullmatch(text):
        return {"working_days" if found[2] == "工作日" else "calendar_days": int(found[1])}
    try:
        return {"through": day(answer)}
    except Misfit as misfit:
        repair = "写末日，例如 2023-11-08；或写日数，例如 5个工作日、7个自然日；公告没有写的写 没有"
        raise Misfit(f"“{answer}”不是日期，也不是日数", repair) from misfit


def matching(pattern: str, repair: str) -> Callable[[str], str]:
    """A parser for a short name of a certain form."""

    def parse(answer: str) -> str:
        if not re.fullmatch(pattern, answer):
            raise Misfit(f"“{answer}”不能作短名", repair)
        return answer

    return parse


slug = matching(SLUG, "用小写字母、数字和连字符，以字母开头，例如 annual-call")


def jurisdiction(site: Site) -> Callable[[str], str]:
    """The id of a jurisdiction, by its id or one of its names."""

    def parse(answer: str) -> str:
        for id_, place in site.jurisdictions.items():
            if answer in {id_, place.name, place.short_name}:
                return id_
        ending = [id_ for id_, place in site.jurisdictions.items() if answer and place.name.endswith(answer)]
        if len(ending) == 1:
            return ending[0]
        named = [name for id_, place in site.jurisdictions.items() for name in (id_, *_names(place))]
        hint = f"是否想写“{near}”？" if (near := resembling(answer, named)) else ""
        known = "、".join(place.short_name for place in site.jurisdictions.values())
        raise Misfit(
            f"没有“{answer}”这个辖区",
            f"{hint}已有的辖区：{known}。新的辖区先运行 platform-registry new jurisdiction",
        )

    return parse


def _names(place: Jurisdiction) -> tuple[str, str]:
    return place.name, place.short_name


def resembling(word: str, known: Collection[str]) -> str | None:
    """The known word that holds it, or is most like it."""
    return next((one for one in known if word in one), None) or nearest(word, known)
