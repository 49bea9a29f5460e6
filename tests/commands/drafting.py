# SPDX-License-Identifier: Apache-2.0
"""How do tests run `new` in their own process, with options, piped answers or a filled form?"""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator import pipeline
from generator.__main__ import application
from tests.builders import TINY, TINY_DAY

SOURCE = "https://gxj.example.gov.cn/1"
PAPER = {  # what every official paper is asked
    "--jurisdiction": "样例",
    "--title": "样例标题",
    "--document-number": "样工信〔2023〕30号",
    "--issuer": "样例市工业和信息化局",
    "--issued-on": "2023-12-20",
    "--source": SOURCE,
    "--publisher": "样例市工业和信息化局",
}
NOTICE = PAPER | {"--summary": "样例摘要", "--body": "样例正文"}
CONTACT = {"--contact-office": "样例科", "--contact-telephone": "0990-5550100", "--contact-email": ""}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sources of the tiny site."""
    return shutil.copytree(TINY, tmp_path / "project")


def new(project: Path, *arguments: str, answers: str | bytes = "", **_: object) -> Result:
    """What `new` says and how it ends."""
    options = ["--root", str(project), "--as-of", TINY_DAY.isoformat()]
    return CliRunner().invoke(application(), ["new", *arguments, *options], input=answers)


def made(project: Path, kind: str, options: Mapping[str, str], *more: str) -> tuple[list[str], str]:
    """The files that a command wrote, and the text of the first; the project is without errors then."""
    words = [word for option, value in options.items() for word in (option, value)]
    done = new(project, kind, *words, *more)
    assert done.exit_code == 0, done.output
    return written(project, done)


def written(project: Path, done: Result) -> tuple[list[str], str]:
    """The same of a command that was run."""
    files = done.stdout.splitlines()
    wrong = [str(finding) for finding in pipeline.examine(project, TINY_DAY) if finding.level == "error"]
    assert wrong == []
    return files, (project / files[0]).read_text(encoding="utf-8")
