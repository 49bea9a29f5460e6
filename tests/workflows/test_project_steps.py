# SPDX-License-Identifier: Apache-2.0
"""Do the commands of the workflows check, show and publish a real change of a real repository?"""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.test_watermark import BAND, kept_in_git
from tests.git import git
from tests.output.published import damage_within
from tests.workflows.command import forking
from tests.workflows.files import step
from tests.workflows.runner import Runner, cloned, runner, tried_out

CHECK = step("pull-request", "check", "platform-registry check")
DIFF = step("pull-request", "check", "platform-registry diff")
PREVIEW = step("pull-request", "preview", "platform-registry build")
DRAFT = step("draft", "draft", "platform-registry new")
PUBLISH = [step("publish", "build", f"platform-registry {word}") for word in ("build", "verify", "lock")]
REVOCATION = """title: 关于撤销样例甲称号的通知（虚构）
document_number: 样工信〔2023〕20号
issuer: 样例市工业和信息化局
issued_on: 2023-12-20
ruleset: yangli/2023
acts:
  - kind: revoke
    stated_count: 1
    complete: true
    reason: 虚构的原因
    platforms:
      - {platform: yangli-0001, name: 样例甲服务中心}
source:
  kind: official
  publisher: 样例市工业和信息化局
  url: "https://example.org/lists/2023-2"
  retrieved_on: 2024-01-02
checked_on: 2024-01-02
"""
FORM = """### 公告类别

申报通知

### 辖区

样例

### 标题

关于组织申报的通知（虚构）$(touch hurt)`touch hurt`

### 发文机关

样例市工业和信息化局

### 印发日期

2023-12-25

### 文号

_No response_

### 来源网址

https://example.org/calls/2

### 来源的发布者

样例市工业和信息化局
"""
WORDS = "registry/vocabularies/jurisdictions.yaml"
FILE = "registry/designations/yangli/2023-12-20-revocation.yaml"
Change = Callable[[str, str], Runner]


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site as a repository whose branch is main."""
    return kept_in_git(tmp_path_factory.mktemp("origin") / "project")


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The program `platform-registry`."""
    with forking(tmp_path_factory.mktemp("command")) as text:
        yield text


@pytest.fixture
def machine(origin: Path, command: str, tmp_path: Path) -> Runner:
    """A runner with a checkout of main."""
    return runner(tmp_path / "runner", cloned(origin, tmp_path / "checkout"), command)


@pytest.fixture
def change(origin: Path, command: str, tmp_path: Path) -> Change:
    """Makes a runner with the merge of a change of one file."""

    def made(file: str, text: str) -> Runner:
        root = cloned(origin, tmp_path / "editor")
        (root / file).write_text(text, encoding="utf-8")
        return runner(tmp_path / "runner", tried_out(root, tmp_path / "checkout"), command)

    return made


def test_a_good_change_is_checked_compared_and_shown(change: Change) -> None:
    machine = change(FILE, REVOCATION)

    checked, compared, shown = map(machine.runs, (CHECK, DIFF, PREVIEW))

    assert (checked.returncode, compared.returncode, shown.returncode) == (0, 0, 0), (
        f"{checked}\n{compared}\n{shown}"
    )
    told = (machine.checkout / "change.md").read_text(encoding="utf-8")
    assert "样例甲服务中心" in told
    assert "样例乙" not in told
    assert machine.summary == told
    site = machine.checkout / "build/preview/site"
    assert BAND in (site / "registry/yangli-0001/index.html").read_text(encoding="utf-8")
    assert not (machine.checkout / "build/site").exists()
    assert git(machine.checkout, "status", "--porcelain", "--", "registry", "content") == ""


def test_a_wrong_change_is_marked_on_its_line_and_the_comment_says_what_to_do(change: Change) -> None:
    machine = change(WORDS, "- 样例: [\n")

    checked, compared = map(machine.runs, (CHECK, DIFF))

    assert (checked.returncode, compared.returncode) == (1, 1), f"{checked}\n{compared}"
    assert f"::error file={WORDS},line=" in checked.stdout
    told = (machine.checkout / "change.md").read_text(encoding="utf-8")
    assert told.startswith("这次改动还不能比较，先改正检查列出的错误。\n\n    ")
    assert WORDS in told
    assert machine.summary == told


def test_main_is_built_verified_and_its_addresses_are_noted(machine: Runner) -> None:
    done = [machine.runs(chosen) for chosen in PUBLISH]

    assert [one.returncode for one in done] == [0, 0, 0], done
    manifest = json.loads((machine.checkout / "build/site/manifest.json").read_bytes())
    assert manifest["commit"] == git(machine.checkout, "rev-parse", "HEAD")
    assert manifest["preview"] is False
    assert list(damage_within(machine.checkout / "build/site")) == []
    assert git(machine.checkout, "status", "--porcelain", "--", "registry") == "?? registry/addresses.lock"
    assert "registry/yangli-0001/\n" in (machine.checkout / "registry/addresses.lock").read_text(
        encoding="utf-8"
    )


def drafted(machine: Runner, body: str | None) -> "subprocess.CompletedProcess[str]":
    """What comes of an issue with this text."""
    machine.event.write_text(json.dumps({"issue": {"body": body}}), encoding="utf-8")
    return machine.runs(DRAFT)


def test_a_filled_form_becomes_a_draft_and_its_words_are_never_commands(machine: Runner) -> None:
    done = drafted(machine, FORM)

    assert done.returncode == 0, done
    assert not (machine.checkout / "hurt").exists()
    patch = (machine.checkout / "draft/draft.patch").read_text(encoding="utf-8")
    assert "+++ b/content/notices/2023/2023-12-25-" in patch
    assert "关于组织申报的通知（虚构）$(touch hurt)" in patch


@pytest.mark.parametrize("body", [None, "样" * 65_536])
def test_a_text_that_is_no_filled_form_is_answered_and_nothing_is_drafted(
    body: str | None, machine: Runner
) -> None:
    done = drafted(machine, body)

    assert done.returncode == 1
    assert "这不是填好的表单" in (machine.checkout / "draft/answer.txt").read_text(encoding="utf-8")
    assert (machine.checkout / "draft/draft.patch").read_bytes() == b""
