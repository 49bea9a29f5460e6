# SPDX-License-Identifier: Apache-2.0
"""What does the first draft of a version say? That it is there, and nothing of its articles."""

from collections.abc import Mapping
from typing import Any

from generator.author.drafts.known import Draft
from generator.author.yaml_text import written
from generator.model.ruleset import Ruleset

COMMENTS = {
    "title": "带 # 的行是说明，看完可以删去。其余字段和写法，照 registry/rulesets/ 里已有的一版。",
    "text": "正文还没有录。录了一部分改为 partial，全文都录了改为 full，并在下面逐项补上。",
    "in_force": "正文怎样规定施行日期（starts）：on-issue 印发即施行；days-after-issue 印发若干日后施行，"
    "另写 days_after_issue；\nstated-day 自写明的日期起施行；left-blank 留空；not-seen 条款未见。"
    "正文写明有效几年的，写 years。",
    "presumption": "正文不足以断定是否仍然施行的，写 presumption（推定的状态和理由）。",
    "supersedes": "正文写明废止了哪些办法的：\nsupersedes:\n  - {ruleset: 辖区/版本, article: 第二十条}",
    "validity": "称号有效几年：validity: {years: 3, article: 第十七条}",
    "publicity": "公示几天：publicity: {working_days: 7, channels: [某某局网站], article: 第十三条}",
    "criteria": "基本条件，一行一项，单位和条款都要写：\ncriteria:\n"
    "  - {id: total-assets, metric: total_assets, at_least: 150, unit: 万元, article: 第六条（一）}",
    "functions": "服务功能的要求、申报材料（materials）、认定程序（procedure）、报送义务（duties）、"
    "撤销情形（revocation）和逐条摘要（articles），照已有的一版写。",
    "companions": "附件和随附的文字；表格用 platform-registry new form 登记。",
    "checked_on": "与来源逐项核对过以后，改成核对的日期。",
}


def draft(id_: str, fields: Mapping[str, Any]) -> Draft:
    """The draft of a version with this id."""
    version = Ruleset.model_validate(fields)
    told = (f"正文暂记为“{version.text.label}”，条款以后再录",)
    return Draft(f"registry/rulesets/{id_}.yaml", written(version, COMMENTS), told)
