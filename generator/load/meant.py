# SPDX-License-Identifier: Apache-2.0
"""What did an editor probably mean by a value that does not fit its field?

Other ways of writing the same (full-width digits, curly quotes, 3家, 是, 2021年5月7日, the Chinese word for a
kind) are tried on the type of the field itself: what fits is told as the repair, so that no repair is ever
told that would be refused in its turn.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from pydantic_core import ErrorDetails

from generator.base.chinese_numerals import from_chinese, to_chinese
from generator.base.date_words import AROUND, DASHES
from generator.base.days import meant
from generator.base.identifiers import CREDIT_CODE_LENGTH
from generator.base.misfit import Misfit
from generator.load.quick_yaml import NotQuick, read_quickly
from generator.model.record import Labelled

TRUE = ("是", "对", "有", "真", "√", "✓", "yes", "y", "on", "true", "1")
FALSE = ("否", "不", "错", "没有", "假", "×", "✗", "no", "n", "off", "false", "0")
COUNT = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.0+)? ?[家个户项人名次场份年月天日页条]?")
COUNT_IN_WORDS = re.compile("([零一二两三四五六七八九十百千]+)[家个户项人名次场份年月天日页条]?")
TELEPHONE = re.compile(r"\(?(0?(?:10|2[0-9]|[3-9][0-9]{2}))\)?[- ]*([1-9][0-9]{6,7})((?:-[0-9]{1,6})?)")
HAN = "一二三四五六七八九十百"
ARTICLE = re.compile(rf"第? ?([0-9]{{1,3}}|[{HAN}]+) ?条? ?(?:(?:\(|第)?([0-9{HAN}]{{1,3}})(?:\)项?|项))?")
SHORT_NUMBER = re.compile(r"(.+?)-([0-9]{1,3})")
SUFFIX = re.compile(r"\.(?:yaml|yml|md)$")
AFTER_NUMBER = re.compile(r"(?<=[0-9]) +(?=[^0-9\s])")
WEEKDAY = re.compile(r"[ (（]*(?:星期|周|礼拜)[一二三四五六日天][)）]?$")
LINK = re.compile(r"https?://[^\s<>()\[\]]+")
PUNCTUATION_OF_ADDRESSES = str.maketrans("：／．？＆＝＃％", ":/.?&=#%")
BETWEEN = re.compile(r"\s*[、，,；;/\s]\s*")
BETWEEN_WHOLE = re.compile(r"\s*[、，,；;\s]\s*")


def takes_null(kind: Any) -> bool:
    """Whether a field may say null."""
    return kind is type(None) or any(takes_null(part) for part in get_args(kind))


def repair_of(kind: Any, typed: str) -> str | None:
    """The value as it should be written, None where nothing near it would fit the type."""
    adapter = _adapter(kind)
    if adapter is None:
        return None
    for candidate in _candidates(typed, kind):
        if _fits(adapter, candidate):
            return written(candidate)
    return None


def parts_of(kind: Any, typed: str) -> list[str] | None:
    """The several values that were run together in one, each as it should be written."""
    pieces = [piece for piece in BETWEEN.split(typed.strip(AROUND)) if piece]
    adapter = _adapter(kind)
    if len(pieces) < 2 or adapter is None:
        return None
    found = [piece if _fits(adapter, piece) else repair_of(kind, piece) for piece in pieces]
    return [piece for piece in found if piece] if all(found) else None


def fault_of(kind: Any, typed: str) -> ErrorDetails | None:
    """What would not fit if a value were a text."""
    adapter = _adapter(kind)
    if adapter:
        try:
            adapter.model_validate({"value": typed})
        except ValidationError as error:
            return next(filter(_is_of_a_text, error.errors(include_url=False)), None)
    return None


def _is_of_a_text(detail: ErrorDetails) -> bool:
    return detail["type"] == "string_pattern_mismatch" or isinstance(
        detail.get("ctx", {}).get("error"), Misfit
    )


def written(value: Any) -> str:
    """A value as it stands in a file, in quotes where it would be read as something else without."""
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if not isinstance(value, str):
        return str(value).lower() if isinstance(value, bool) else str(value)
    try:
        same = bool(value) and all(
            read_quickly(line) == {"a": value} for line in (f"a: {value}\n", f"{{a: {value}}}\n")
        )
    except NotQuick:
        same = False
    if same:
        return value
    in_single = "'" + value.replace("'", "''") + "'"
    return in_single if re.search(r'["\\]', value) else f'"{value}"'


def labels(kind: Any) -> dict[str, str]:
    """The Chinese word for each word that a field takes, where it is one of a closed list."""
    if isinstance(kind, type) and issubclass(kind, Labelled):
        return {member.value: member.label for member in kind}
    return {word: label for part in get_args(kind) for word, label in labels(part).items()}


def _adapter(kind: Any) -> type[BaseModel] | None:
    """What tries a value on a type, as strictly as records do; records themselves are too much to guess."""
    if kind is None or _has_records(kind):
        return None
    return create_model("Tried", __config__=ConfigDict(strict=True), value=(kind, ...))


def _has_records(kind: Any) -> bool:
    plain = isinstance(kind, type) and get_origin(kind) is None
    return (plain and issubclass(kind, BaseModel)) or any(_has_records(part) for part in get_args(kind))


def _fits(adapter: type[BaseModel], value: Any) -> bool:
    try:
        adapter.model_validate({"value": value})
    except ValidationError:
        return False
    return True


def _candidates(typed: str, kind: Any) -> Iterator[Any]:
    """Other ways to write a value, the likeliest first."""
    plain = unicodedata.normalize("NFKC", typed).translate(DASHES).strip(AROUND)
    yield from _truth(plain)
    yield from _days(WEEKDAY.sub("", typed))
    yield from _counts(plain)
    yield from _words(plain, kind)
    yield from _citations(plain, kind)
    yield from _ids(plain)
    yield from _addresses(typed)
    yield from _telephones(plain)
    yield from _codes(plain)
    yield from (typed.strip(), typed.strip(AROUND), plain, AFTER_NUMBER.sub("", plain))
    lower = plain.lower() if "/" in plain else re.sub("[ _]+", "-", plain.lower())
    yield from (lower, plain.lower(), plain.upper())
    if found := SHORT_NUMBER.fullmatch(lower):
        yield f"{found[1]}-{found[2]:>04}"
    yield from _lists(typed, kind)


def _truth(plain: str) -> Iterator[bool]:
    if plain.lower() in TRUE:
        yield True
    if plain.lower() in FALSE:
        yield False


def _days(typed: str) -> Iterator[date | str]:
    known = meant(typed)
    if known:
        yield known.exact or str(known)


def _counts(plain: str) -> Iterator[int]:
    if found := COUNT.fullmatch(plain):
        yield int(found[1].replace(",", ""))
    elif found := COUNT_IN_WORDS.fullmatch(plain):
        number = from_chinese(found[1])
        if number is not None:
            yield number


def _words(plain: str, kind: Any) -> Iterator[str]:
    """The word of a closed list whose Chinese label was written, or the one whose label begins so."""
    known = labels(kind)
    yield from (word for word, label in known.items() if plain and plain in re.split("[（）]", label))
    begun = [word for word, label in known.items() if len(plain) > 1 and label.startswith(plain)]
    if len(begun) == 1:
        yield from begun


def _citations(plain: str, kind: Any) -> Iterator[str]:
    """An article in figures or with other brackets; where anything else is taken too, none is guessed."""
    found = ARTICLE.fullmatch(plain)
    if not found or not (names_articles(kind) or "条" in plain):
        return
    article, item = (to_chinese(int(part)) if part and part.isdecimal() else part for part in found.groups())
    yield f"第{article}条" + (f"（{item}）" if item else "")


def _ids(plain: str) -> Iterator[str]:
    """The id of a record of which the whole path was written, or the name with its suffix."""
    *rooms, last = SUFFIX.sub("", plain).split("/")
    if rooms:
        yield f"{rooms[-1]}/{last}"


def names_articles(kind: Any) -> bool:
    """Whether a field takes citations: it refuses what only resembles one."""
    adapter = _adapter(kind)
    return adapter is not None and _fits(adapter, "第一条") and not _fits(adapter, "第1条")


def _addresses(typed: str) -> Iterator[str]:
    """A web address that lacks its beginning, has a stray sign or full stop, or is written as a link."""
    links = set(LINK.findall(typed))
    if len(links) == 1 and typed.strip().startswith(("<", "[")):
        yield from links
    text = typed.translate(PUNCTUATION_OF_ADDRESSES).strip(f"{AROUND}.")
    text = re.sub("(?i)^(https?):/*", lambda found: f"{found[1].lower()}://", text)
    if "." in text:
        whole = text if "://" in text else f"https://{text}"
        yield from (whole, f"{whole}/")


def _telephones(plain: str) -> Iterator[str]:
    if found := TELEPHONE.fullmatch(plain):
        area = found[1] if found[1].startswith("0") else f"0{found[1]}"
        yield f"{area}-{found[2]}{found[3]}"


def _codes(plain: str) -> Iterator[str]:
    """A code in small letters or with spaces in it."""
    code = re.sub("[- ]", "", plain).upper()
    if len(code) == CREDIT_CODE_LENGTH and code.isalnum():
        yield code


def _lists(typed: str, kind: Any) -> Iterator[list[str]]:
    """A list that was written as one text; a stroke may part its members or belong to them, as in ids."""
    text = typed.strip(f"{AROUND}[]［］【】")
    for parting in (BETWEEN_WHOLE, BETWEEN):
        if pieces := [piece for piece in parting.split(text) if piece]:
            yield pieces
