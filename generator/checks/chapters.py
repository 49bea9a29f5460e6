# SPDX-License-Identifier: Apache-2.0
"""What stands in the editors' handbook of findings? Every code there is, by topic, with its examples."""

from collections import defaultdict
from collections.abc import Mapping

from generator.checks.catalogue import BETWEEN, CHECKS, code_of
from generator.checks.examples import in_changes, in_imports, in_lists, in_notices, in_rulesets, in_texts
from generator.checks.handbook import IMPORTED, meanings
from generator.load.codes import CODES
from generator.model.handbook import Chapter, Entry, Example

EXAMPLES: tuple[Example, ...] = (
    *in_texts.EXAMPLES,
    *in_imports.EXAMPLES,
    *in_rulesets.EXAMPLES,
    *in_lists.EXAMPLES,
    *in_notices.EXAMPLES,
    *in_changes.EXAMPLES,
)
# The chapters in the order in which they are read; a check belongs to that of its file.
READING = "reading"
IMPORTS = "imports"
OTHERS = "others"
TITLES: Mapping[str, str] = {
    READING: "文件和写法",
    IMPORTS: "导入的名单",
    "designations": "名单",
    "dates": "日期和文号",
    "notices": "公告和文件各要写什么",
    "chains": "公告和文件怎样前后相连",
    "publicity": "公示期",
    "attachments": "附件",
    "addresses": "网址",
    "references": "编号和引用",
    "articles": "办法的条款",
    "in_force": "办法的施行期间",
    "questions": "办法的条件",
    "cases": "检验条件的例子",
    "coverage": "例子是否齐全",
    "quantities": "文字里的数",
    "forms": "表格",
    "freshness": "多久没有更新",
    OTHERS: "已经发布的内容和接受的例外",
}


def chapters() -> tuple[Chapter, ...]:
    """Every code that a finding may carry, once."""
    topics = dict.fromkeys(CODES, READING) | dict.fromkeys(IMPORTED, IMPORTS)
    topics |= {code_of(check): check.__module__.rsplit(".", 1)[1] for check in (*CHECKS, *BETWEEN)}
    shown: defaultdict[str, list[Example]] = defaultdict(list)
    for example in EXAMPLES:
        shown[example.code].append(example)
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    for code, meaning in meanings().items():
        topic = topics.get(code, OTHERS)
        entries[topic if topic in TITLES else OTHERS].append(Entry(code, meaning, tuple(shown[code])))
    return tuple(
        Chapter(topic.replace("_", "-"), title, tuple(entries[topic]))
        for topic, title in TITLES.items()
        if entries[topic]
    )
