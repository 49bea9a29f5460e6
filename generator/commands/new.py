# SPDX-License-Identifier: Apache-2.0
"""`platform-registry new`: a first draft of a source file that is right already."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from generator.author.drafts.issue_form import answers_in
from generator.author.drafts.known import Draft
from generator.base.misfit import Misfit
from generator.commands.arguments import HERE, AsOf, Root, named_file, today
from generator.commands.drafting import questions as q
from generator.commands.drafting.answers import Answers
from generator.commands.drafting.designation import designation as of_designation
from generator.commands.drafting.form import form as of_form
from generator.commands.drafting.jurisdiction import jurisdiction as of_jurisdiction
from generator.commands.drafting.notice import notice as of_notice
from generator.commands.drafting.ruleset import ruleset as of_ruleset
from generator.commands.drafting.writing import UNDONE, put, register_of
from generator.commands.voice import complain
from generator.derive.register import Register
from generator.load.asked import Unreadable, decoded
from generator.load.value_problems import value_problem

Draw = Callable[[Answers, Register, date], Draft]
FromForm = Annotated[
    str | None,
    typer.Option(
        "--from-form",
        help="从填好的表单（issue）的文字生成，不再提问；- 从标准输入读",
        metavar="文件|-",
        show_default=False,
    ),
]


def _app() -> typer.Typer:
    """One command for each kind of files, and one for what was filled into a form."""
    app = typer.Typer(
        help="新建公告、认定文件、办法、表格或辖区的草稿：逐项提问，或用选项写明；草稿一定通过检查。",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    for command in (notice, designation, ruleset, form, jurisdiction, from_form):
        app.command()(command)
    return app


def notice(  # noqa: PLR0913  (each is an option)
    context: typer.Context,
    *,
    kind: Annotated[str | None, q.KIND.parameter] = None,
    jurisdiction: Annotated[str | None, q.JURISDICTION.parameter] = None,
    title: Annotated[str | None, q.TITLE.parameter] = None,
    document_number: Annotated[str | None, q.DOCUMENT_NUMBER.parameter] = None,
    issuer: Annotated[str | None, q.ISSUER.parameter] = None,
    issued_on: Annotated[str | None, q.ISSUED_ON.parameter] = None,
    summary: Annotated[str | None, q.SUMMARY.parameter] = None,
    ruleset: Annotated[str | None, q.RULESET.parameter] = None,
    window: Annotated[str | None, q.WINDOW.parameter] = None,
    window_from: Annotated[str | None, q.WINDOW_FROM.parameter] = None,
    window_through: Annotated[str | None, q.WINDOW_THROUGH.parameter] = None,
    publicity_from: Annotated[str | None, q.PUBLICITY_FROM.parameter] = None,
    publicity_end: Annotated[str | None, q.PUBLICITY_END.parameter] = None,
    contact_office: Annotated[str | None, q.OFFICE.parameter] = None,
    contact_telephone: Annotated[str | None, q.TELEPHONE.parameter] = None,
    contact_email: Annotated[str | None, q.EMAIL.parameter] = None,
    announces: Annotated[str | None, q.ANNOUNCES.parameter] = None,
    undo: Annotated[str | None, q.UNDO.parameter] = None,
    target: Annotated[str | None, q.TARGET.parameter] = None,
    reason: Annotated[str | None, q.REASON.parameter] = None,
    source: Annotated[str | None, q.SOURCE.parameter] = None,
    source_file: Annotated[str | None, q.SOURCE_FILE.parameter] = None,
    publisher: Annotated[str | None, q.PUBLISHER.parameter] = None,
    body: Annotated[str | None, q.BODY.parameter] = None,
    slug: Annotated[str | None, q.SLUG.parameter] = None,
    from_form: FromForm = None,
    root: Root = HERE,
    as_of: AsOf = None,
) -> None:
    """新建一份公告：申报通知、征求意见、公示、认定公告、撤销公告、更正或其他。"""
    _make(context, of_notice)


def designation(  # noqa: PLR0913  (each is an option)
    context: typer.Context,
    *,
    kind: Annotated[str | None, q.ACT.parameter] = None,
    jurisdiction: Annotated[str | None, q.JURISDICTION.parameter] = None,
    title: Annotated[str | None, q.TITLE.parameter] = None,
    document_number: Annotated[str | None, q.DOCUMENT_NUMBER.parameter] = None,
    issuer: Annotated[str | None, q.ISSUER.parameter] = None,
    issued_on: Annotated[str | None, q.ISSUED_ON.parameter] = None,
    date_basis: Annotated[str | None, q.DATE_BASIS.parameter] = None,
    ruleset: Annotated[str | None, q.RULESET.parameter] = None,
    platform: Annotated[list[str] | None, q.PLATFORMS.parameter] = None,
    stated_count: Annotated[str | None, q.STATED_COUNT.parameter] = None,
    publicity_from: Annotated[str | None, q.PUBLICITY_FROM.parameter] = None,
    publicity_end: Annotated[str | None, q.PUBLICITY_END.parameter] = None,
    contact_office: Annotated[str | None, q.OFFICE.parameter] = None,
    contact_telephone: Annotated[str | None, q.TELEPHONE.parameter] = None,
    contact_email: Annotated[str | None, q.EMAIL.parameter] = None,
    target: Annotated[str | None, q.TARGET.parameter] = None,
    reason: Annotated[str | None, q.REASON.parameter] = None,
    source: Annotated[str | None, q.SOURCE.parameter] = None,
    source_file: Annotated[str | None, q.SOURCE_FILE.parameter] = None,
    publisher: Annotated[str | None, q.PUBLISHER.parameter] = None,
    slug: Annotated[str | None, q.SLUG.parameter] = None,
    from_form: FromForm = None,
    root: Root = HERE,
    as_of: AsOf = None,
) -> None:
    """新建一份认定文件：手工写一个或几个平台。名单是表格的，用 platform-registry import。"""
    _make(context, of_designation)


def ruleset(  # noqa: PLR0913  (each is an option)
    context: typer.Context,
    *,
    jurisdiction: Annotated[str | None, q.JURISDICTION.parameter] = None,
    title: Annotated[str | None, q.TITLE.parameter] = None,
    document_number: Annotated[str | None, q.DOCUMENT_NUMBER.parameter] = None,
    issuer: Annotated[str | None, q.ISSUER.parameter] = None,
    stage: Annotated[str | None, q.STAGE.parameter] = None,
    issued_on: Annotated[str | None, q.ISSUED_ON.parameter] = None,
    starts_on: Annotated[str | None, q.STARTS_ON.parameter] = None,
    supersedes: Annotated[str | None, q.SUPERSEDES.parameter] = None,
    source: Annotated[str | None, q.SOURCE.parameter] = None,
    source_file: Annotated[str | None, q.SOURCE_FILE.parameter] = None,
    publisher: Annotated[str | None, q.PUBLISHER.parameter] = None,
    version: Annotated[str | None, q.VERSION.parameter] = None,
    root: Root = HERE,
    as_of: AsOf = None,
) -> None:
    """新建一版办法：先有标题、日期和来源，条款以后再录。"""
    _make(context, of_ruleset)


def form(  # noqa: PLR0913  (each is an option)
    context: typer.Context,
    *,
    ruleset: Annotated[str | None, q.RULESET.parameter] = None,
    title: Annotated[str | None, q.TITLE.parameter] = None,
    issuer: Annotated[str | None, q.ISSUER.parameter] = None,
    mark: Annotated[str | None, q.MARK.parameter] = None,
    role: Annotated[str | None, q.ROLE.parameter] = None,
    where_to_ask: Annotated[str | None, q.WHERE_TO_ASK.parameter] = None,
    slug: Annotated[str | None, q.SLUG.parameter] = None,
    root: Root = HERE,
    as_of: AsOf = None,
) -> None:
    """新建一张表格：先按版式未见登记，见到版式以后再录各部分。办法里也会登记上它。"""
    _make(context, of_form)


def jurisdiction(  # noqa: PLR0913  (each is an option)
    context: typer.Context,
    *,
    name: Annotated[str | None, q.NAME.parameter] = None,
    short_name: Annotated[str | None, q.SHORT_NAME.parameter] = None,
    level: Annotated[str | None, q.LEVEL.parameter] = None,
    parent: Annotated[str | None, q.PARENT.parameter] = None,
    code: Annotated[str | None, q.CODE.parameter] = None,
    authority: Annotated[str | None, q.AUTHORITY.parameter] = None,
    attested: Annotated[str | None, q.ATTESTED.parameter] = None,
    id: Annotated[str | None, q.ID.parameter] = None,  # noqa: A002  (the option is --id)
    root: Root = HERE,
    as_of: AsOf = None,
) -> None:
    """新增一个辖区，写进 registry/vocabularies/jurisdictions.yaml 的末尾。"""
    _make(context, of_jurisdiction)


def from_form(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="填好的表单的文字；- 从标准输入读", metavar="文件|-")],
    *,
    root: Root = HERE,
    as_of: AsOf = None,
) -> None:
    """从填好的表单（issue）的文字生成公告或认定文件的草稿，类别由表单决定。"""
    context.params["from_form"] = context.params.pop("file")
    _make(context, _of_either)


NEW = _app()


def _of_either(answers: Answers, register: Register, today: date) -> Draft:
    """The draft that a form is for."""
    return (of_designation if q.ACT.label in (answers.form or {}) else of_notice)(answers, register, today)


def _make(context: typer.Context, draw: Draw) -> None:
    """Ask, draw up and write."""
    given = dict(context.params)
    root: Path = given.pop("root")
    on: date = given.pop("as_of") or today()
    register = register_of(root, on)
    form_file = given.pop("from_form", None)
    answers = Answers(given, _filled(form_file) if form_file else None)
    try:
        draft = _drawn(draw, answers, register, on)
        put(root, on, draft, is_from_form=answers.form is not None)
    except typer.Exit:
        if answers.form is None and answers.kept:
            complain("已答的不必重答，可以这样再运行（要改的在里面改）：")
            complain(f"platform-registry new {context.info_name} {answers.as_options}")
        raise


def _drawn(draw: Draw, answers: Answers, register: Register, on: date) -> Draft:
    """The draft; the end of the command where the answers do not fit together."""
    try:
        draft = draw(answers, register, on)
    except Misfit as misfit:
        raise _refused(misfit.message, misfit.repair) from misfit
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        name = str((detail["loc"] or ("",))[-1])
        raise _refused(*value_problem(detail, name, None, None)) from error
    if unused := answers.not_looked_at:
        left = f"表单里的{'、'.join(f'“{label}”' for label in unused)}这一类用不上，没有写进草稿"
        return replace(draft, told=(*draft.told, left))
    return draft


def _refused(message: str, repair: str) -> typer.Exit:
    complain(f"{message}。{repair}；{UNDONE}")
    return typer.Exit(1)


def _filled(file: str) -> dict[str, str]:
    """What was filled into a form; the end of the command where its text cannot be had."""
    try:
        content = sys.stdin.buffer.read() if file == "-" else named_file(file, UNDONE)
        return dict(answers_in(decoded(content), q.LABELS))
    except Unreadable as error:
        raise _refused("表单的文字读不出来", "以 UTF-8 编码重新保存") from error
    except Misfit as misfit:
        raise _refused(misfit.message, misfit.repair) from misfit
