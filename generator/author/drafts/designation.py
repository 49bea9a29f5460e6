# SPDX-License-Identifier: Apache-2.0
"""What does the first draft of a designation document say?"""

from collections.abc import Mapping
from typing import Any

from generator.author.drafts.known import Draft, publicity_told
from generator.author.yaml_text import written
from generator.base.days import PartialDate
from generator.model.designation import ActKind, DateBasis, Designation
from generator.model.site import Site

WORDS: Mapping[ActKind, str] = {  # of the decisions in file names
    ActKind.PROPOSE: "proposed-list",
    ActKind.DESIGNATE: "list",
    ActKind.RENEW: "renewal-list",
    ActKind.REVOKE: "revocation-list",
    ActKind.RENAME: "renaming",
    ActKind.CORRECT: "corrected-list",
    ActKind.WITHDRAW: "withdrawn-list",
}
HEAD = "带 # 的行是说明，看完可以删去。这份文件发布以后不再改动；发现错误，用“更正”的新文件改。"
OURS = "标题是我们自己拟的（没有见到原标题），另写一行：title_is_ours: true"
ACTS = (
    "文件还有别的决定的（例如同时撤销），在 acts 里照样再写一段。\n"
    "名单一行一个平台；另有 operator（运营单位）、credit_code（信用代码）、location（所在地）、"
    "functions（服务功能）可写。\n"
    "新平台再加一行时，编号先写 辖区-0000，运行 platform-registry check 会给出可用的编号。\n"
    "文件写明有效期首末日的，写 from、through 和 term_basis（见于何处）；没有写明的不写，由系统推算。"
)


def basis_of(on: PartialDate, number: str | None) -> DateBasis | None:
    """What the date is the date of, where that is plain: a year may be that of the number."""
    if on.month:
        return DateBasis.ISSUED
    return DateBasis.DOCUMENT_NUMBER if number and f"〔{on.year}〕" in number else None


def draft(site: Site, id_: str, fields: Mapping[str, Any], told: tuple[str, ...]) -> Draft:
    """The draft of a document with this id."""
    document = Designation.model_validate(fields)
    also = (
        [f"所依据的办法：{document.ruleset}"]
        if document.ruleset
        else ["没有能够断定的施行版本，ruleset 写作 null"]
    )
    comments = {
        "title": HEAD,
        "title_is_ours": OURS,
        "acts": ACTS,
        "checked_on": "与来源逐项核对过以后，改成核对的日期。",
    }
    comments["ruleset"] = f"按 {document.issued_on} 施行的版本填的；文件写明依据别的办法的，改正它。"
    if document.ruleset is None:
        comments["ruleset"] = "没有能够断定的施行版本；文件写明依据哪一版的，改为 ruleset: 辖区/版本"
    if document.document_number is None:
        comments["document_number"] = "没有见到文号；见到了，把 null 改成文号。"
    if document.begins_mid_history:
        comments["begins_mid_history"] = "名单里有的平台此前的认定本站没有收录。"
        also.append("名单里有的平台此前没有收录，写上了 begins_mid_history: true")
    if document.publicity and (period := publicity_told(site, document.ruleset, document.publicity)):
        comments["publicity"] = period
        also.append(period)
    if any(act.kind is ActKind.PROPOSE for act in document.acts):
        comments["display_until"] = "名单里有自然人的，写明展示到哪一天为止：display_until: 2024-02-10"
    text = written(document, comments)
    return Draft(f"registry/designations/{id_}.yaml", text, (*told, *also))
