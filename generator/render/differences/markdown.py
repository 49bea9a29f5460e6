# SPDX-License-Identifier: Apache-2.0
"""How does a reviewer read a report, as a comment of a pull request?

First the sentence to sign, then what is lost, then section by section; long lists are folded. Names come from
sources that anybody may propose: nothing in them is Markdown, HTML, a mention or a reference.
"""

import re
from collections.abc import Iterator, Sequence

from generator.base.shortened import shortened
from generator.model.difference import DifferenceReport, Section, Told, ToldSection, Turn
from generator.render.differences.report import LOUD, NOTHING

MARK = "<!-- platform-registry diff -->"
MOST = 60_000  # characters of a comment; a forge takes 65,536
LONG = 10  # so many differences are shown without unfolding
LONGEST_LINE = 1200
MEANT = re.compile(r"""[!"#$%&'*+:<=>@\\\[\]^_`{|}~]|(?<=GH)-(?=[0-9])|(?<=[Ww]{3})\.""")
REFERRING = "!#$%&:@~-."  # with what follows they name people, issues, pictures, hosts
HASH = re.compile(r"(?<![0-9A-Za-z])([0-9a-f])([0-9a-f]{6,39})(?![0-9A-Za-z])")
REPAIR = "已经公布的网址不得消失：要收回的，用撤回的公告或文件；移走的，写进 registry/redirects.yaml。"
JOINER = "&#8288;"  # seen by nobody; what stands before it and after it is no longer one word to a forge


def literal(text: str) -> str:
    """The text so that it means nothing but itself."""
    plain = " ".join(text.split())
    parted = HASH.sub("\\1\ue000\\2", shortened(plain, LONGEST_LINE).replace("\ue000", ""))
    return MEANT.sub(_meaningless, parted).replace("\ue000", JOINER)


def _meaningless(found: re.Match[str]) -> str:
    character = found[0]
    return f"&#{ord(character)};" + (JOINER if character in REFERRING else "")


def markdown(report: DifferenceReport) -> str:
    """The comment; where it would be too long, lists are cut and it is said so."""
    most = max(len(report.files), *(len(section.differences) for section in report.sections), 0)
    text = _comment(report, most)
    while len(text) > MOST and most:
        most = most * 2 // 3
        text = _comment(report, most)
    return text


def _comment(report: DifferenceReport, most: int) -> str:
    parts = [MARK, "## 这次改动对公众的影响", f"**{literal(report.summary)}**", *_revisions(report)]
    parts += _warnings(report.not_compared)
    parts += _losses(report)
    for section in report.sections:
        parts += _section(section, report.site_url, most)
    parts += _files(report, most)
    return "\n\n".join(parts) + "\n"


def _revisions(report: DifferenceReport) -> Iterator[str]:
    head = f" `{report.head[:12]}`" if report.head else "工作区"
    yield f"比较的是 `{report.base[:12]}` 和{head}，共改动 {len(report.files)} 个来源文件。"
    if report.changes_conclusions and report.kept.jurisdictions_untouched:
        yield f"另有 {report.kept.jurisdictions_untouched} 个辖区的名单没有改动，没有逐个比较。"
    if report.changes_conclusions is False and report.files:
        yield f"下列文件有改动（例如注释、排列、核对日期），但{NOTHING}。"


def _warnings(not_compared: Sequence[str]) -> Iterator[str]:
    """What a reviewer must know before reading on."""
    if not_compared:
        lines = [f"- {literal(line)}" for line in not_compared[:LONG]]
        if len(not_compared) > LONG:
            lines.append(f"- 另有 {len(not_compared) - LONG} 处")
        yield "**先要知道：**"
        yield "\n".join(lines)


def _losses(report: DifferenceReport) -> Iterator[str]:
    """The addresses that readers lose, before anything else."""
    changed = [part.differences for part in report.sections if part.id is Section.ADDRESSES]
    lost = [told for part in changed for told in part if told.turn is Turn.GONE]
    if lost:
        told = "、".join(f"<code>{literal(one.title)}</code>" for one in lost[:LONG])
        more = "等" if len(lost) > LONG else ""
        yield f"> **注意：有 {len(lost)} 个网址会打不开：**{told}{more}。{REPAIR}"


def _section(section: ToldSection, site_url: str | None, most: int) -> Iterator[str]:
    found = sorted(section.differences, key=lambda told: (told.turn not in LOUD, list(Turn).index(told.turn)))
    yield f"### {section.title}（{len(found)}）"
    lines = [_item(told, site_url) for told in found[:most]]
    if len(found) > most:
        lines.append(
            f"- 另有 {len(found) - most} 处因篇幅没有列出，运行 `platform-registry diff --format json` 看全部"
        )
    yield _folded(lines, f"{len(found)} 处，点开看")


def _folded(lines: Sequence[str], summary: str) -> str:
    text = "\n".join(lines)
    if len(lines) <= LONG:
        return text
    return f"<details>\n<summary>{summary}</summary>\n\n{text}\n\n</details>"


def _item(told: Told, site_url: str | None) -> str:
    """- **新获称号**　样例平台（yangli-0001）：2026-05-20 至 2029-05-19，依据……."""
    name = literal(told.title)
    link = ""
    if told.address is not None and told.title != f"/{told.address}":
        link = _link(told.address, site_url)
    elif told.address is not None:
        name = _link(told.address, site_url)
    text = f"：{literal(told.text)}" if told.text else ""
    aside = f"（{link}）" if link else ""
    head = f"- **{told.turn.label}**　{name}{aside}{text}"
    return "\n".join([head, *(f"  - {literal(line)}" for line in told.details[:LONG]), *_more(told)])


def _more(told: Told) -> Iterator[str]:
    if len(told.details) > LONG:
        yield f"  - 另有 {len(told.details) - LONG} 条"


def _link(address: str, site_url: str | None) -> str:
    """The permanent address, as a link where it is known on which host; paths consist of safe characters."""
    shown = f"<code>{literal(address or '/')}</code>"
    safe = re.fullmatch("[A-Za-z0-9/._-]*", address)
    return f"[{shown}]({site_url}{address})" if site_url and safe and ")" not in site_url else shown


def _files(report: DifferenceReport, most: int) -> Iterator[str]:
    if not report.files:
        return
    lines = [f"- <code>{literal(file)}</code>" for file in report.files[:most]]
    if len(report.files) > most:
        lines.append(f"- 另有 {len(report.files) - most} 个文件")
    listed = "\n".join(lines)
    yield f"<details>\n<summary>改动的来源文件（{len(report.files)} 个）</summary>\n\n{listed}\n\n</details>"
