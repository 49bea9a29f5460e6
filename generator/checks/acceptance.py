# SPDX-License-Identifier: Apache-2.0
"""Which findings has an office decided to live with, and is that decision itself sound?

Only what is said of a record may be accepted, where the record can be read and shown all the same. Never
accepted are personal data, files that cannot be read or published, references that lead nowhere, and
addresses that no longer answer: what stands behind these codes would be published broken, or not at all.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from generator.base.finding import Finding, Level
from generator.base.location import Location
from generator.base.nearest import nearest
from generator.load.codes import CODES
from generator.model.accepted import Accepted
from generator.model.site import Site

LEDGER = Location("registry/accepted.yaml")
OF_A_CHANGE = frozenset(
    ("published-documents-stay", "issued-versions-stay", "identifiers-keep-their-meaning")
)
ACCEPTABLE = OF_A_CHANGE | {
    "provisions-cite-an-article",
    "dates-are-in-order",
    "nothing-was-checked-in-the-future",
    "file-names-carry-the-date",
    "document-numbers-carry-the-year",
    "document-numbers-use-their-brackets",
    "in-force-follows-from-the-text",
    "versions-do-not-overlap",
    "gaps-are-declared",
    "cases-come-out-as-expected",
    "conditions-have-their-cases",
    "digests-state-recorded-quantities",
    "counts-agree-with-rows",
    "acts-fit-what-came-before",
    "names-and-codes-belong-to-one-platform",
    "typed-terms-agree-with-the-law",
    "publicity-periods-have-an-end",
    "publicity-periods-last-as-long-as-demanded",
    "publicity-periods-are-stated-as-such",
    "versions-were-checked-lately",
    "columns-are-kept-up",
    "notices-state-what-their-kind-needs",
    "proposals-and-corrections-state-what-they-need",
    "acts-have-an-effect",
    "counts-in-documents-agree-with-their-lists",
    "announcements-fit-what-is-decided",
    "announcements-have-an-effect",
    "counts-in-notices-agree-with-the-list",
}


def acceptances_hold(site: Site, known: Collection[str]) -> Iterator[Finding]:
    """接受的例外（registry/accepted.yaml）写明可以接受的检查代码，接受的日期不在将来；到期的、已经用不着的要删去。"""
    for index, one in enumerate(site.accepted):
        place = LEDGER.at(index)
        if one.check not in known:
            near = nearest(one.check, known)
            repair = f"是否想写“{near}”？" if near else "照抄信息末尾方括号里的词"
            yield Finding(place.at("check"), f"没有“{one.check}”这个检查", repair)
        elif one.check not in ACCEPTABLE:
            yield Finding(
                place.at("check"),
                f"{one.check} 不能作为例外接受",
                "删去这一条，改正那处错误；个人信息、读不了的文件、不存在的引用和打不开的网址，任何单位都不能接受",
            )
        elif one.accepted_on > site.as_of:
            yield Finding(place.at("accepted_on"), f"接受的日期 {one.accepted_on} 在将来", "核对日期")


def weighed(
    site: Site, findings: Iterable[Finding], known: Collection[str], *, of_change: bool
) -> list[Finding]:
    """The findings as they count once exceptions are taken into account, and what is to say of these.

    `of_change` tells that a change was compared with what came before: only then is something found that an
    exception for that may match.
    """
    told = list(findings)
    unsound = {finding.location.keys[0] for finding in acceptances_hold(site, known)}
    sound = [(index, one) for index, one in enumerate(site.accepted) if index not in unsound]
    used: set[int] = set()
    result = [_one(finding, sound, used, site) for finding in told] if sound else told
    unread = {finding.location.file for finding in told if finding.check in CODES}
    for index, one in sound:
        idle = index not in used and one.file not in unread
        if idle and (of_change or one.check not in OF_A_CHANGE):
            result.append(
                Finding(
                    LEDGER.at(index),
                    f"{one.file} 里没有 {one.check} 的错误了，这个例外用不着了",
                    "删去这一条",
                    level=Level.NOTE,
                )
            )
    return result


def _one(finding: Finding, sound: Iterable[tuple[int, Accepted]], used: set[int], site: Site) -> Finding:
    """One finding as it counts."""
    fitting = [(index, one) for index, one in sound if _fits(one, finding)]
    used |= {index for index, _ in fitting}
    if not fitting:
        return finding
    one = max((one for _, one in fitting), key=lambda one: one.expires_on)
    if one.expires_on < site.as_of:
        ended = f"{finding.message}（{one.by}接受到 {one.expires_on}，已经到期）"
        repair = f"{finding.repair}；仍要接受的，由单位重新决定，改写 {LEDGER.file} 里的 expires_on 和理由"
        return replace(finding, message=ended, repair=repair)
    message = f"{finding.message}（{one.by}接受到 {one.expires_on}：{one.reason}）"
    return replace(finding, message=message, level=Level.ACCEPTED)


def _fits(one: Accepted, finding: Finding) -> bool:
    return (one.check, one.file) == (finding.check, finding.location.file) and (
        one.part is None or one.part in finding.message
    )
