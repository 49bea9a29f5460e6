# SPDX-License-Identifier: Apache-2.0
"""How does a new jurisdiction get into the list? As its last entry; not a byte of the others changes."""

from collections.abc import Mapping
from typing import Any

from generator.author.drafts.known import Draft
from generator.author.splice import with_item
from generator.base.pinyin import syllable
from generator.model.jurisdiction import Jurisdiction

FILE = "registry/vocabularies/jurisdictions.yaml"
TO_DO = "核对末尾新加的一段；知道办公电话的写 contact，名单收录到什么程度写 coverage，写法照别的辖区"


def usual_id(short_name: str) -> str:
    """The reading of the short name: 临汾 is linfen."""
    return "".join(syllable(character) for character in short_name)


def draft(fields: Mapping[str, Any]) -> Draft:
    """The entry as an edit of the list."""
    place = Jurisdiction.model_validate(fields)
    told = (f"新辖区 {place.id}（{place.name}），公告和认定文件里写这个编号",)
    return Draft(FILE, None, told, {FILE: lambda text: with_item(text, (), place)}, TO_DO)
