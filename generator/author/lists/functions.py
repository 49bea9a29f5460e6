# SPDX-License-Identifier: Apache-2.0
"""Which services of the vocabulary does the text of a cell name? By their labels, never by likeness."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from generator.model.vocabulary import Function

SEPARATORS = re.compile(r"[、,;/|\s]+|[和及与]")
NUMBERING = re.compile(r"^\(?[0-9一二三四五六七八九十]+[).、]+")
ENDINGS = re.compile(r"(?:服务)?(?:类|型|平台|功能)?$")


def words_for(functions: Iterable[Function]) -> Mapping[str, str]:
    """Every way of writing a label: 培训服务, 培训, 培训服务类; with the id of the function."""
    return {_core(function.label): function.id for function in functions}


def functions_in(text: str, words: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids that a text names, in its order, and the words that are no labels."""
    whole = unicodedata.normalize("NFKC", text)
    if whole_id := words.get(_core(whole)):
        return (whole_id,), ()
    parts = [NUMBERING.sub("", part) for part in SEPARATORS.split(whole)]
    known = {part: words.get(_core(part)) for part in parts if part}
    found = tuple(dict.fromkeys(id_ for id_ in known.values() if id_))
    return found, tuple(part for part, id_ in known.items() if id_ is None)


def _core(label: str) -> str:
    return ENDINGS.sub("", label.strip(), count=1)
