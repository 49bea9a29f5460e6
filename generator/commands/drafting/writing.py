# SPDX-License-Identifier: Apache-2.0
"""How does a draft get into the project? Only if the project passes the check with it, and whole."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import typer

from generator.author.drafts.known import Draft
from generator.author.drafts.origins import field_at
from generator.base.finding import Finding, Level
from generator.base.location import Location
from generator.base.misfit import Misfit
from generator.commands.drafting.questions import FIELDS, Question
from generator.commands.voice import complain, complaining, progress, report_all, say
from generator.derive.register import Register, register
from generator.load.tree import load
from generator.output import sources
from generator.pipeline.trial import tried

UNDONE = "没有写任何文件"


def register_of(root: Path, on: date) -> Register:
    """The register as it stands; the end of the command where it cannot be read."""
    site, _ = load(root, on)
    if site is None:
        complain(f"词表、辖区或站点设置有误，{UNDONE}。先运行 platform-registry check，照提示改好")
        raise typer.Exit(1)
    return register(site)


def put(root: Path, on: date, draft: Draft, *, is_from_form: bool = False) -> None:
    """Write a draft if it passes the check, and say what to do next; else say why not, and end with 1."""
    with complaining(UNDONE):
        try:
            new = {draft.file: draft.text} if draft.text is not None else {}
            changed = {file: sources.edited(root, file, edit) for file, edit in draft.edits.items()}
            contents = {file: text.encode() for file, text in new.items()}
            contents |= {file: content for file, (_, content) in changed.items()}
            with progress("连同草稿检查一遍"):
                found = tried(root, on, contents)
            if wrong := [finding for finding in found if finding.level is Level.ERROR]:
                _complain_of(wrong, draft, is_from_form=is_from_form)
                complain(f"这样写通不过检查，{UNDONE}。照上面的修法改正回答，再运行一次")
                raise typer.Exit(1)
            sources.write(root, new, changed)
        except KeyboardInterrupt as error:
            complain(f"中断了，{UNDONE}")
            raise typer.Exit(1) from error
        except Misfit as misfit:
            complain(f"{misfit}。{misfit.repair}；{UNDONE}")
            raise typer.Exit(1) from misfit
    _tell(draft, [*new, *changed])


def _complain_of(wrong: list[Finding], draft: Draft, *, is_from_form: bool) -> None:
    """The errors by the answers from which they come: by options, or by fields of the form."""
    told = [(finding, _origin(finding, draft)) for finding in wrong]
    if not is_from_form:
        report_all(
            replace(finding, location=Location(question.option)) if question else finding
            for finding, question in told
        )
        return
    for finding, question in told:
        place = f"表单的“{question.label}”等栏" if question else str(finding.location)
        complain(f"{place}：{finding.message}。{finding.repair}")


def _origin(finding: Finding, draft: Draft) -> Question | None:
    """The question whose answer a finding in the draft is about."""
    if finding.location.file != draft.file or draft.text is None:
        return None
    return FIELDS.get(field_at(draft.text, finding.location.line) or "")


def _tell(draft: Draft, files: list[str]) -> None:
    """The files on standard output; in words what was filled in and what comes next."""
    for line in draft.told:
        complain(f"· {line}")
    complain("草稿写好了，已经通过检查：")
    for file in files:
        say(file)
    complain("接下来：")
    complain(f"1. 打开 {files[0]}，{draft.to_do}。")
    complain(
        "2. 运行 platform-registry check，改到没有错误；再运行 platform-registry serve，在浏览器里看一遍。"
    )
    complain("3. 提交改动，发起合并请求（pull request），请同事审核。")
