# SPDX-License-Identifier: Apache-2.0
"""`platform-registry import`: from a published list to a designation document and its notice."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator.author.drafts import parsing
from generator.author.drafts.known import issuer_of
from generator.author.lists import told
from generator.author.lists.draft import Document, Draft, drafted, recorded_already
from generator.author.lists.functions import words_for
from generator.author.lists.layout import CODE
from generator.author.lists.matching import match
from generator.author.lists.understanding import Count, Understood, counted, understood
from generator.base import addresses
from generator.base.finding import Finding, Level
from generator.base.location import Location
from generator.base.misfit import Misfit
from generator.checks.addresses import addresses_of
from generator.commands.arguments import HERE, AsOf, Root, named_file, today
from generator.commands.asking import Asker
from generator.commands.voice import complain, complaining, progress, report_all, say
from generator.derive import versions
from generator.derive.register import Register, register
from generator.load.attached.piece import Refused
from generator.load.lists.reading import sheets_in
from generator.load.lists.sheet import clean
from generator.load.personal_data import in_name
from generator.load.rooms import NOTICES, room_of
from generator.load.survey import LISTS
from generator.load.tree import load_shard
from generator.model.designation import ActKind
from generator.model.site import Site
from generator.model.source import Source
from generator.output import sources
from generator.pipeline.plan import Plan, base_of, plan_of
from generator.pipeline.trial import tried

UNDONE = "没有写任何文件"
KINDS = (ActKind.DESIGNATE, ActKind.RENEW, ActKind.REVOKE)
OTHER_KINDS = (
    "拟认定公示、更名、更正、撤回的文件不在这里导入：运行 platform-registry new designation，"
    "名单可以从表格里复制“名称、统一社会信用代码、所在地”几列，逐行粘贴"
)
COUNT = "文件正文称共多少家？没有写的直接回车"
# By which option each field of the document was given.
OPTIONS = {
    "title": "--title",
    "document_number": "--document-number",
    "issuer": "--issuer",
    "issued_on": "--issued-on",
    "source": "--source",
}

File = Annotated[str, typer.Argument(help="名单，.xlsx 或 .csv", metavar="名单")]
Where = Annotated[str | None, typer.Option("--jurisdiction", help="辖区编号，例如 linfen", metavar="辖区")]
What = Annotated[
    str | None,
    typer.Option(
        "--kind",
        help="designate 认定，renew 复核通过，revoke 撤销；别的决定用 new designation",
        metavar="决定",
    ),
]
Number = Annotated[
    str | None, typer.Option("--document-number", help="文号；没有文号的写 没有", metavar="文号")
]
Issuer = Annotated[str | None, typer.Option("--issuer", help="发文机关", metavar="机关")]
Title = Annotated[str | None, typer.Option("--title", help="文件标题", metavar="标题")]
IssuedOn = Annotated[
    str | None,
    typer.Option("--issued-on", help="印发日期，例如 2026-05-20；只知道月份写 2026-05", metavar="日期"),
]
Url = Annotated[str | None, typer.Option("--source", help="来源的网址；没有网址的写 没有", metavar="网址")]
Yes = Annotated[bool, typer.Option("--yes", help="不再确认，直接写出草稿")]


@dataclass(frozen=True, slots=True)
class Options:
    """What was given on the command line; the rest is asked."""

    jurisdiction: str | None
    kind: str | None
    document_number: str | None
    issuer: str | None
    title: str | None
    issued_on: str | None
    source: str | None


def import_list(  # noqa: PLR0913, PLR0917  (one argument for each option)
    file: File,
    jurisdiction: Where = None,
    kind: What = None,
    document_number: Number = None,
    issuer: Issuer = None,
    title: Title = None,
    issued_on: IssuedOn = None,
    source: Url = None,
    yes: Yes = False,
    root: Root = HERE,
    as_of: AsOf = None,
) -> None:
    """把一份名单（.xlsx 或 .csv）写成认定文件和公告的草稿；没有给出的逐项询问，写之前先说明读懂了什么。

    不计算公式，不打开链接。名单有读不懂的地方，逐处列出表、行、列和修法，什么也不写，退出码为 1。
    """
    options = Options(jurisdiction, kind, document_number, issuer, title, issued_on, source)
    with complaining(UNDONE):
        _import(file, options, plan_of(root, as_of or today()), yes=yes)


def _import(file: str, options: Options, plan: Plan, *, yes: bool) -> None:
    name = clean(Path(file).name.encode(errors="replace").decode())
    _refuse(in_name(name))
    content = named_file(file, UNDONE)
    try:
        sheets = sheets_in(file, content)
    except Refused as refused:
        _refuse([Finding(Location(name), refused.message, refused.repair, CODE)])
    base, findings = base_of(plan)
    if base is None:
        _unsound(findings)
    known = understood(name, sheets, words_for(base.vocabularies.functions))
    _refuse(known.findings)
    for line in told.list_in_words(name, known):
        say(line)
    asker = Asker(UNDONE)
    place = asker.ask(
        "哪个辖区的名单？写辖区的编号或名称",
        "--jurisdiction",
        options.jurisdiction,
        parsing.jurisdiction(base),
    )
    register_ = _register(plan, base, place)
    read = (name, hashlib.sha256(content).hexdigest())
    document = _document(asker, options, register_, place, read)
    matching = match(known.entries, place, register_.platforms_of(place))
    held, others = recorded_already(document, register_.site.designations)
    _refuse(_held(id_, document) for id_ in held)
    _refuse(matching.findings)
    count = _counted(name, known, document.kind)
    say(f"家数：读到 {len(known.entries)} 家；{count.words}")
    for line in told.matching_in_words(matching):
        say(line)
    stated = count.stated
    if not (yes or stated):
        stated = asker.ask(COUNT, "--yes", None, parsing.count_for(len(known.entries)))
    _confirm(asker, list(told.doubts_in_words(document, known, count, matching, others)), yes=yes)
    draft = drafted(document, known, matching, _taken(plan, register_), stated)
    _write(plan, draft, known)


def _counted(file: str, known: Understood, kind: ActKind) -> Count:
    count = counted(file, known, kind)
    if isinstance(count, Count):
        return count
    report_all([count])
    complain(f"{UNDONE}。照修法改好名单，再导入一次")
    raise typer.Exit(1)


def _refuse(findings: Iterable[Finding]) -> None:
    """The end of the command where there is anything that cannot be taken."""
    if wrong := list(findings):
        report_all(wrong)
        complain(f"{UNDONE}。照修法改好名单，再导入一次")
        raise typer.Exit(1)


def _held(id_: str, document: Document) -> Finding:
    file = f"registry/designations/{id_}.yaml"
    return Finding(
        Location(document.file),
        f"这份名单或这个文号的{document.kind.label}已经收录在 {file}",
        "不用再导入；记录有误的，还没有发布就直接改那个文件，已经发布的另写更正（kind: correct）",
        CODE,
    )


def _unsound(findings: Iterable[Finding]) -> NoReturn:
    report_all(findings)
    complain(f"记录有错误，{UNDONE}。先改正（platform-registry check 会列出全部），再导入")
    raise typer.Exit(1)


def _register(plan: Plan, base: Site, jurisdiction: str) -> Register:
    """The lists of the jurisdiction; all of them must be readable, so that no platform is taken for new."""
    site, findings = load_shard(plan.root, base, plan.survey.shards.get(f"{LISTS}{jurisdiction}", ()), {})
    if any(finding.level is Level.ERROR for finding in findings):
        _unsound(findings)
    return register(replace(site, rulesets=base.rulesets), versions.consultations(()))


def _document(
    asker: Asker, options: Options, register_: Register, jurisdiction: str, read: tuple[str, str]
) -> Document:
    """What is known of the document, with the version that was in force on its date."""
    choices = [(kind.value, kind.label) for kind in KINDS]
    chosen = asker.choose("这份文件作的是什么决定？", "--kind", options.kind, choices, OTHER_KINDS)
    title = asker.ask("文件标题是什么？", "--title", options.title, parsing.words)
    number = asker.ask(
        "文号是什么？没有文号的直接回车",
        "--document-number",
        options.document_number,
        parsing.document_number,
    )
    last = issuer_of(register_.site, jurisdiction)
    issuer = asker.ask("发文机关是哪个？", "--issuer", options.issuer, parsing.words, last)
    issued_on = asker.ask(
        "哪天印发的？写作 2026-05-20，只知道月份写 2026-05",
        "--issued-on",
        options.issued_on,
        parsing.issued_by(register_.site.as_of),
    )
    url = asker.ask(
        "来源的网址是什么？没有网址的直接回车",
        "--source",
        options.source,
        parsing.optional(parsing.fitting(Source, "url")),
    )
    return Document(
        jurisdiction=jurisdiction,
        kind=next(kind for kind in KINDS if kind == chosen),
        title=title,
        document_number=number,
        issuer=issuer,
        issued_on=issued_on,
        url=url,
        file=read[0],
        sha256=read[1],
        read_on=register_.site.as_of,
        ruleset=register_.governing(jurisdiction, issued_on),
    )


def _confirm(asker: Asker, doubts: list[str], *, yes: bool) -> None:
    """Go on only if that is wanted; what is doubtful is told in any case."""
    if doubts:
        say(f"请核对这 {len(doubts)} 处：")
    for doubt in doubts:
        say(f"  {doubt}")
    if not yes and not asker.confirm("就照以上内容写出草稿吗？", "--yes"):
        complain(UNDONE)
        raise typer.Exit(1)


def _taken(plan: Plan, register_: Register) -> set[str]:
    """The addresses of notices and of the documents of the jurisdiction."""
    belongs = filter(None, map(room_of, plan.survey.files))
    notices = {addresses.notice(id_) for room, id_ in belongs if room is NOTICES}
    return notices | set(addresses_of(register_.site))


def _write(plan: Plan, draft: Draft, known: Understood) -> None:
    """Try the draft; write it if nothing is wrong, and say what to do next."""
    new = draft.texts()
    with progress("连同草稿检查一遍"):
        contents = {file: text.encode() for file, text in new.items()}
        found = tried(plan.root, plan.as_of, contents)
    found = [_in_the_list(finding, known) for finding in found]
    if any(finding.level is Level.ERROR for finding in found):
        report_all(found)
        complain(f"这样写出的草稿通不过检查，{UNDONE}。照修法改好，再导入一次")
        raise typer.Exit(1)
    try:
        sources.write(plan.root, new)
    except Misfit as misfit:
        complain(f"{UNDONE}：{misfit}。{misfit.repair}")
        raise typer.Exit(1) from misfit
    for finding in found:
        say(str(finding))
    for line in told.next_steps(new, draft):
        say(line)


def _in_the_list(finding: Finding, known: Understood) -> Finding:
    """A finding in the draft where its cause stands: in a row of the list, or in an option."""
    keys = finding.location.keys
    if keys[:3] == ("acts", 0, "platforms") and isinstance(keys[3], int):
        repair = f"{finding.repair}；名单里有几种决定的，分成几份名单导入"
        return replace(finding, location=known.entries[keys[3]].place, repair=repair)
    if keys and keys[0] in OPTIONS:
        return replace(finding, location=Location(OPTIONS[str(keys[0])]))
    return finding
