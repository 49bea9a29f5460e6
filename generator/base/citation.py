# SPDX-License-Identifier: Apache-2.0
"""Which part of a document is cited?

A citation names an article with, if need be, its item or paragraph (第六条（一）, 第七条第二款), or something
that accompanies the measures, by the mark that the version gives it (附件2, 起草说明).
"""

import re
from dataclasses import dataclass

from generator.base.chinese_numerals import NUMBERS
from generator.base.misfit import Misfit

NUMERAL = "[零一二三四五六七八九十百]+"
ARTICLE = re.compile(rf"第({NUMERAL})条(?:（({NUMERAL})）)?(?:第{NUMERAL}款)?")
LOOKS_LIKE_AN_ARTICLE = re.compile(r"第.*[条條]|[（(].*[）)]")


@dataclass(frozen=True, slots=True)
class Citation:
    """An article's number and item, or else the mark of a companion."""

    article: int | None = None
    item: str | None = None
    companion: str | None = None

    @classmethod
    def parse(cls, text: str) -> "Citation":
        """Read 第六条（一） or 附件2; Misfit for what only resembles an article."""
        if (found := ARTICLE.fullmatch(text)) and NUMBERS.get(found[1]):
            return cls(article=NUMBERS[found[1]], item=found[2])
        if LOOKS_LIKE_AN_ARTICLE.search(text) or not text.strip():
            raise Misfit(
                f"“{text}”不是条款的写法", "写作“第六条”“第六条（一）”或“第七条第二款”，用中文数字和全角括号"
            )
        return cls(companion=text)
