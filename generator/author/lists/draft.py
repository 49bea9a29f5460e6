# SPDX-License-Identifier: Apache-2.0
"""How does a matched list become a designation document and the draft of its notice?"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from generator.author.drafts.known import source_of
from generator.author.lists.matching import Match, Matching
from generator.author.lists.understanding import Understood
from generator.author.yaml_text import front_matter, written
from generator.base import addresses
from generator.base.days import PartialDate, in_chinese
from generator.model.designation import Act, ActKind, Designation, ListedPlatform
from generator.model.notice import Notice, NoticeKind
from generator.model.source import Source, SourceKind

SLUGS: Mapping[ActKind, str] = {
    ActKind.DESIGNATE: "list",
    ActKind.RENEW: "renewal",
    ActKind.REVOKE: "revocation",
}
DONE: Mapping[ActKind, str] = {
    ActKind.DESIGNATE: "认定",
    ActKind.RENEW: "复核通过",
    ActKind.REVOKE: "撤销",
}
SOURCE = (
    "政府网站的 kind 写 official，媒体或别的网站写 press，没有网址的写 document；publisher 写发布它的机构"
)
RULESET = "印发当日现行的一版；文件写明依据别的办法的，改成那一版"
NO_RULESET = "本站没有印发当日现行的办法；文件写明依据的，写上"


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of the document that the list belongs to."""

    jurisdiction: str
    kind: ActKind
    title: str
    document_number: str | None
    issuer: str
    issued_on: PartialDate
    url: str | None
    file: str
    sha256: str
    read_on: date
    ruleset: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """The document and its notice, each with its id."""

    document_id: str
    document: Designation
    notice_id: str
    notice: Notice
    file: str  # the list

    def texts(self) -> dict[str, str]:
        """The two files, by their paths."""
        ruleset = RULESET if self.document.ruleset else NO_RULESET
        begun = f"由名单“{self.file}”导入的草稿；提交前与原件核对一遍。"
        comments = {"title": begun, "ruleset": ruleset, "source": SOURCE}
        if self.document.begins_mid_history:
            comments["begins_mid_history"] = "名单里有的平台，本站没有收录过此前的认定"
        told = {
            "title": "与认定文件一同生成的草稿；名单以外没有话要说的，可以删去这份公告。",
            "ruleset": ruleset,
        }
        if self.notice.kind is NoticeKind.REVOCATION:
            told["reason"] = "来源写明理由的，写在这里，并在认定文件里写 reason"
        return {
            f"registry/designations/{self.document_id}.yaml": written(self.document, comments),
            f"content/notices/{self.notice_id}.md": front_matter(self.notice, self._body(), told),
        }

    def _body(self) -> str:
        act = self.document.acts[0]
        count = f"共 {act.stated_count} 家" if act.complete else f"本站录入其中 {len(act.platforms)} 家"
        number = f"（{self.document.document_number}）" if self.document.document_number else ""
        return (
            f"{in_chinese(self.document.issued_on)}，{self.document.issuer}公布《{self.document.title}》{number}。"
            f"\n\n名单{count}，逐家列在这份公告所公布的文件里。"
        )


def recorded_already(document: Document, known: Mapping[str, Designation]) -> tuple[list[str], list[str]]:
    """The records that hold this list already, and those of other decisions with the same number."""
    same = [
        id_
        for id_, other in known.items()
        if other.source.sha256 == document.sha256
        or (document.document_number is not None and other.document_number == document.document_number)
    ]
    held = [id_ for id_ in same if any(act.kind is document.kind for act in known[id_].acts)]
    return held, [id_ for id_ in same if id_ not in held]


def drafted(
    document: Document, understood: Understood, matching: Matching, taken: Collection[str], stated: int | None
) -> Draft:
    """The draft; `taken` are the addresses of the site that are no longer free."""
    rows = tuple(map(_row, matching.matches))
    act = Act(
        kind=document.kind,
        named_by=understood.named_by,
        stated_count=stated,
        complete=stated == len(rows),
        platforms=rows,
    )
    record = Designation(
        title=document.title,
        document_number=document.document_number,
        issuer=document.issuer,
        issued_on=document.issued_on,
        ruleset=document.ruleset,
        begins_mid_history=document.kind is not ActKind.DESIGNATE and bool(matching.new),
        acts=(act,),
        source=_source(document),
        checked_on=document.read_on,
    )
    id_ = _free_id(document, taken)
    return Draft(
        id_, record, _notice_id(document, addresses.slug(id_)), _notice(document, id_, act), document.file
    )


def _free_id(document: Document, taken: Collection[str]) -> str:
    """An id whose addresses, which do not tell the day, are free, and those of its notice too."""
    on, place = document.issued_on, document.jurisdiction
    stem, number = f"{SLUGS[document.kind]}-of-{on.year}", 1
    while True:
        slug = stem if number == 1 else f"{stem}-{number}"
        id_ = f"{place}/{on}-{slug}"
        wanted = {
            addresses.designation(id_, on.year),
            addresses.api_designation(id_),
            addresses.notice(_notice_id(document, slug)),
        }
        if wanted.isdisjoint(taken):
            return id_
        number += 1


def _notice_id(document: Document, slug: str) -> str:
    on = document.issued_on
    return f"{on.year}/{on}-{document.jurisdiction}-{slug}-notice"


def _row(match: Match) -> ListedPlatform:
    entry = match.entry
    given = {
        "operator": entry.operator,
        "credit_code": entry.credit_code,
        "functions": entry.functions,
        "category": entry.category,
        "location": entry.location,
        "note": entry.note,
    }
    return ListedPlatform.model_validate(
        {"platform": match.platform, "name": match.name}
        | {key: value for key, value in given.items() if value}
    )


def _source(document: Document) -> Source:
    """What was read, and where it was found; another than the authority's own page is called by its host."""
    found = source_of(document.url, document.file, document.issuer, document.read_on)
    if found["kind"] == SourceKind.PRESS:
        found["publisher"] = urlsplit(document.url).hostname
    return Source.model_validate(found | {"sha256": document.sha256})


def _notice(document: Document, id_: str, act: Act) -> Notice:
    number = f"{act.stated_count}家" if act.stated_count else ""
    summary = f"{document.issuer}{DONE[document.kind]}{number}中小企业公共服务示范平台。"
    is_revocation = document.kind is ActKind.REVOKE
    fields = {
        "kind": NoticeKind.REVOCATION if is_revocation else NoticeKind.DESIGNATION,
        "title": document.title,
        "jurisdiction": document.jurisdiction,
        "document_number": document.document_number,
        "issuer": document.issuer,
        "issued_on": document.issued_on,
        "summary": summary,
        "ruleset": document.ruleset,
        "announces": id_,
        "source": _source(document),
        "checked_on": document.read_on,
    }
    return Notice.model_validate(fields | ({"reason": None} if is_revocation else {}))
