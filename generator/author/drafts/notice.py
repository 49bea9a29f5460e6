# SPDX-License-Identifier: Apache-2.0
"""What does the first draft of a notice say? What is known, and above each field what is still to be done."""

from collections.abc import Mapping
from typing import Any

from generator.author.drafts.designation import OURS
from generator.author.drafts.known import Draft, publicity_told
from generator.author.yaml_text import front_matter
from generator.model.notice import Notice, NoticeKind
from generator.model.site import Site

WORDS: Mapping[NoticeKind, str] = {  # of the kinds in file names
    NoticeKind.CALL: "call",
    NoticeKind.CONSULTATION: "consultation",
    NoticeKind.PUBLICITY: "publicity",
    NoticeKind.DESIGNATION: "designation",
    NoticeKind.REVOCATION: "revocation",
    NoticeKind.CORRECTION: "correction",
    NoticeKind.OTHER: "notice",
}
HEAD = "带 # 的行是说明，读者看不到，看完可以删去。正文写在下面第二个 --- 之后。"
CHECKED = "与来源逐项核对过以后，改成核对的日期。"
WINDOWS = "还有别的期限，照这个样子再写一行；没有写由谁（who）、从哪天起（from）的不写：\n"
NO_PERIOD = (
    "公示期没有见到，或推算不出末日。见到了照这个样子写：\npublicity: {from: 2023-11-01, through: 2023-11-08}"
)
COUNTING = (
    "公告另写明首日不计入的，加 first_day: not-counted；"
    "写明末日逢休息日顺延的，加 last_day: next-working-day。"
)
NO_LIST = "platform-registry import（表格）或 platform-registry new designation（一两家）"
NO_LIST_PROPOSED = "platform-registry new designation，决定选“拟认定公示”，"
WINDOW = "  - {what: 报送推荐材料, who: 县级主管部门, from: 2023-11-01, through: 2023-12-31}"


def draft(site: Site, id_: str, fields: Mapping[str, Any], body: str) -> Draft:
    """The draft of a notice with this id."""
    notice = Notice.model_validate(fields)
    told = _told(site, notice)
    text = front_matter(notice, body or notice.summary, _comments(site, id_, notice))
    return Draft(f"content/notices/{id_}.md", text, told)


def _told(site: Site, notice: Notice) -> tuple[str, ...]:
    """What was filled in without being asked for."""
    told = []
    if notice.ruleset:
        told.append(f"所依据的办法：{notice.ruleset}《{site.rulesets[notice.ruleset].title}》")
    if notice.publicity and (period := publicity_told(site, notice.ruleset, notice.publicity)):
        told.append(period)
    told.append(f"来源的性质：{notice.source.kind.label}")
    return tuple(told)


def _comments(site: Site, id_: str, notice: Notice) -> dict[str, str]:
    comments = {
        "kind": HEAD,
        "title_is_ours": OURS,
        "ruleset": _of_ruleset(notice),
        "follows": "承接更早的公告或文件的，写明编号：follows: [2023/2023-11-01-yangli-call]",
        "attachments": f"附件放进文件夹 content/notices/{id_}/，再照这个样子写（没有附件不写）：\n"
        "attachments:\n  - {title: 附件1　推荐表, file: recommendation-form.docx}",
        "remarks": "原文的缺漏或矛盾，告诉读者的：\nremarks:\n  - 通知没有写明印发的月日。",
        "checked_on": CHECKED,
    }
    if notice.document_number is None:
        comments["document_number"] = "没有见到文号；见到了，把 null 改成文号。"
    if notice.kind in {NoticeKind.CALL, NoticeKind.CONSULTATION}:
        comments["windows"] = WINDOWS + WINDOW
        comments["contact"] = "只写办公电话和科室，不写个人。"
    if notice.kind is NoticeKind.CALL:
        comments["forms"] = _of_forms(site, notice)
    if notice.kind is NoticeKind.PUBLICITY:
        comments["publicity"] = _of_publicity(site, notice)
        comments["contact"] = "反映异议的渠道：只写办公电话和科室，不写个人。没有见到的写 null。"
        comments["display_until"] = (
            "名单里有自然人的，写明展示到哪一天为止，名单文件里也写：display_until: 2024-02-10"
        )
    if "announces" in notice.model_fields_set and notice.announces is None:
        way = NO_LIST_PROPOSED if notice.kind is NoticeKind.PUBLICITY else NO_LIST
        comments["announces"] = f"名单或文件还没有收录。先运行 {way} 收录它，再写 announces: 辖区/文件名。"
    return comments


def _of_ruleset(notice: Notice) -> str:
    if notice.ruleset:
        return f"按 {notice.issued_on} 施行的版本填的；公告写明依据别的办法的，改正它。"
    return "没有能够断定的施行版本，所以没有写；公告写明依据哪一版的，写 ruleset: 辖区/版本"


def _of_forms(site: Site, notice: Notice) -> str:
    known = [id_ for id_, form in site.forms.items() if form.ruleset == notice.ruleset]
    listed = ", ".join(known) or "辖区/表格编号"
    return f"通知附有表格的，写明是哪几张：forms: [{listed}]"


def _of_publicity(site: Site, notice: Notice) -> str:
    if notice.publicity is None:
        return NO_PERIOD
    told = publicity_told(site, notice.ruleset, notice.publicity) or ""
    return f"{told}\n{COUNTING}"
