# SPDX-License-Identifier: Apache-2.0
"""Do the jobs that may write do their one thing, whatever others have left for them?"""

from pathlib import Path

import pytest

from generator.render.differences.markdown import MOST
from tests.git import git
from tests.workflows.files import GITLAB, read, step, workflow
from tests.workflows.runner import Runner, cloned, runner

LOCK = "registry/addresses.lock"
WRITING = step("publish", "lock", "git push")
ALARM = step("publish", "alarm", "gh issue")
PROPOSING = step("draft", "propose", "git apply")
TEXT = step("comment", "comment", "iconv")
COMMENT = step("comment", "comment", "gh pr comment")
HEAD = "0123456789abcdef0123456789abcdef01234567"
REFUSING = """#!/bin/sh
while read -r old new ref; do [ "$ref" != refs/heads/main ] || exit 1; done
"""


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A bare repository with one address that is noted."""
    seed = tmp_path / "seed"
    git(tmp_path, "init", "--quiet", str(seed))
    (seed / "registry").mkdir()
    (seed / LOCK).write_text("about/\n", encoding="utf-8")
    git(seed, "add", ".")
    git(seed, "commit", "--quiet", "--message", "样例")
    git(tmp_path, "clone", "--quiet", "--bare", str(seed), "origin.git")
    return tmp_path / "origin.git"


@pytest.fixture
def machine(origin: Path, tmp_path: Path) -> Runner:
    """A runner with a checkout of main."""
    return runner(tmp_path / "runner", cloned(origin, tmp_path / "checkout"))


def noted(origin: Path, branch: str) -> str:
    """The addresses on a branch."""
    return git(origin, "show", f"{branch}:{LOCK}")


def test_new_addresses_are_committed_to_main(machine: Runner, origin: Path) -> None:
    (machine.artifact / "addresses.lock").write_text("about/\ndata/\n", encoding="utf-8")

    done = machine.runs(WRITING)

    assert done.returncode == 0, done
    assert noted(origin, "main") == "about/\ndata/"
    assert git(origin, "log", "-1", "--format=%an %s", "main") == "github-actions[bot] 登记新发布的网址"
    assert machine.asked == []


def test_without_new_addresses_nothing_is_committed(machine: Runner, origin: Path) -> None:
    before = git(origin, "rev-parse", "main")
    (machine.artifact / "addresses.lock").write_text("about/\n", encoding="utf-8")

    assert machine.runs(WRITING).returncode == 0
    assert git(origin, "rev-parse", "main") == before


def test_what_others_have_pushed_meanwhile_stays(machine: Runner, origin: Path, tmp_path: Path) -> None:
    other = cloned(origin, tmp_path / "other")
    (other / "README.md").write_text("样例\n", encoding="utf-8")
    git(other, "add", ".")
    git(other, "commit", "--quiet", "--message", "样例")
    git(other, "push", "--quiet", "origin", "main")
    (machine.artifact / "addresses.lock").write_text("about/\ndata/\n", encoding="utf-8")

    assert machine.runs(WRITING).returncode == 0
    assert noted(origin, "main") == "about/\ndata/"
    assert git(origin, "show", "main:README.md") == "样例"


def test_what_the_run_before_has_noted_meanwhile_stays(machine: Runner, origin: Path, tmp_path: Path) -> None:
    (machine.artifact / "addresses.lock").write_text("about/\ndata/\n", encoding="utf-8")
    assert machine.runs(WRITING).returncode == 0
    later = runner(tmp_path / "later", cloned(origin, tmp_path / "main"))
    (later.artifact / "addresses.lock").write_text("about/\nforms/\n", encoding="utf-8")

    assert later.runs(WRITING).returncode == 0
    assert noted(origin, "main") == "about/\ndata/\nforms/"
    assert workflow("publish")["jobs"]["lock"]["steps"][0]["with"]["ref"] == "main"


@pytest.mark.parametrize(("open_draft", "opened"), [("", 1), ("12", 0)])
def test_where_main_is_protected_one_draft_is_opened_and_brought_up_to_date(
    open_draft: str, opened: int, machine: Runner, origin: Path
) -> None:
    hook = origin / "hooks/pre-receive"
    hook.write_text(REFUSING, encoding="utf-8")
    hook.chmod(0o755)
    (machine.artifact / "addresses.lock").write_text("about/\ndata/\n", encoding="utf-8")

    done = machine.runs(WRITING, open_draft)

    assert done.returncode == 0, done
    assert noted(origin, "main") == "about/"
    assert noted(origin, "addresses-lock") == "about/\ndata/"
    assert [line.startswith("pr create --draft --base main") for line in machine.asked] == [True] * opened


def test_gitlab_notes_addresses_beside_those_that_were_noted_meanwhile(origin: Path, tmp_path: Path) -> None:
    locking = f"#!/bin/sh\nprintf 'about/\\nforms/\\n' > {LOCK}\n"
    machine = runner(tmp_path / "runner", cloned(origin, tmp_path / "checkout"), locking)
    git(machine.checkout, "checkout", "--quiet", "--detach")
    other = cloned(origin, tmp_path / "other")
    (other / LOCK).write_text("about/\ndata/\n", encoding="utf-8")
    git(other, "commit", "--quiet", "--all", "--message", "样例")
    git(other, "push", "--quiet", "origin", "main")
    told = {"CI_COMMIT_BRANCH": "main", "CI_JOB_TOKEN": "x", "CI_SERVER_HOST": "gitlab.example"}
    told |= {
        "CI_PROJECT_PATH": "yangli/registry",
        "GITLAB_USER_NAME": "样例",
        "GITLAB_USER_EMAIL": "a@b.example",
    }
    host = "https://gitlab-ci-token:x@gitlab.example/yangli/registry.git"
    told |= {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{origin}.insteadOf",
        "GIT_CONFIG_VALUE_0": host,
    }

    done = machine.runs({"run": "\n".join(read(GITLAB.read_text("utf-8"))["登记网址"]["script"])}, **told)

    assert done.returncode == 0, done
    assert noted(origin, "main") == "about/\ndata/\nforms/"


def alarm(machine: Runner, answer: str, *, done: bool, published: bool = False) -> list[str]:
    told = {"DONE": str(done).lower(), "PUBLISHED": str(published).lower()}
    ran = machine.runs(ALARM, answer, LABEL="发布失败", **told)
    assert ran.returncode == 0, ran
    return [" ".join(line.split()[:3]) for line in machine.asked]


def test_a_failure_opens_one_issue_brings_it_up_to_date_and_success_closes_it(machine: Runner) -> None:
    assert alarm(machine, "", done=True, published=True) == []
    assert alarm(machine, "", done=False) == ["label create 发布失败", "issue create --title"]
    assert alarm(machine, "5", done=False)[2:] == ["issue edit 5"]
    assert alarm(machine, "5", done=True, published=True)[3:] == ["issue close 5"]
    assert "https://example.org/yangli/registry/actions/runs/7" in machine.asked[1]
    assert "公众看到的仍是上一次的内容" in machine.asked[1]


def test_where_only_the_addresses_were_not_noted_the_site_is_not_said_to_be_old(machine: Runner) -> None:
    alarm(machine, "", done=False, published=True)

    assert "网站已发布，新网址没有登记" in machine.asked[1]
    assert "上一次的内容" not in machine.asked[1]


def test_only_what_was_done_to_its_end_closes_the_alarm() -> None:
    job = workflow("publish")["jobs"]["alarm"]

    # A job that took too long counts as cancelled, and the ones after it as skipped: neither is a failure.
    assert job["env"]["DONE"] == "${{ needs.lock.result == 'success' }}"
    assert job["if"] == "${{ always() && needs.build.result != 'skipped' }}"


def patch_of(machine: Runner, *files: str) -> str:
    """What adds these files."""
    for file in files:
        (machine.checkout / file).parent.mkdir(parents=True, exist_ok=True)
        (machine.checkout / file).write_text("样例\n", encoding="utf-8")
    git(machine.checkout, "add", *files)
    patch = git(machine.checkout, "diff", "--cached", "--binary")
    git(machine.checkout, "reset", "--quiet", "--hard")
    return f"{patch}\n"


def test_a_draft_is_proposed_with_nothing_but_records_and_texts(machine: Runner, origin: Path) -> None:
    drafted = patch_of(machine, "registry/a.yaml", "content/notices/b.md", ".github/workflows/c.yml", "d")
    (machine.artifact / "draft.patch").write_text(drafted, encoding="utf-8")
    (machine.artifact / "answer.txt").write_text("已起草\n", encoding="utf-8")

    done = machine.runs(PROPOSING, ISSUE="3", DRAFTED="true")

    assert done.returncode == 0, done
    changed = git(origin, "diff", "--name-only", "main", "draft-3").splitlines()
    assert changed == ["content/notices/b.md", "registry/a.yaml"]
    assert [line.split()[:2] for line in machine.asked] == [["pr", "create"], ["issue", "comment"]]


def proposed(home: Path, origin: Path, file: str) -> Runner:
    """Another run of the same issue, with a draft of this file."""
    again = runner(home / "runner", cloned(origin, home / "checkout"))
    (again.artifact / "draft.patch").write_text(patch_of(again, file), encoding="utf-8")
    (again.artifact / "answer.txt").write_text("已起草\n", encoding="utf-8")
    done = again.runs(PROPOSING, ISSUE="3", DRAFTED="true")
    assert done.returncode == 0, done
    return again


def test_a_draft_is_made_anew_until_somebody_has_worked_on_it(origin: Path, tmp_path: Path) -> None:
    def run(number: int, file: str) -> str:
        machine = proposed(tmp_path / str(number), origin, file)
        return (machine.home / "temp/answer.md").read_text(encoding="utf-8")

    assert run(1, "registry/a.yaml") == run(2, "registry/b.yaml") == "    已起草\n"
    assert git(origin, "diff", "--name-only", "main", "draft-3") == "registry/b.yaml"

    editor = cloned(origin, tmp_path / "editor")
    git(editor, "switch", "--quiet", "draft-3")
    git(editor, "commit", "--quiet", "--allow-empty", "--message", "改好")
    git(editor, "push", "--quiet", "origin", "draft-3")
    before = git(origin, "rev-parse", "draft-3")

    assert "已经有人改过，没有覆盖" in run(3, "registry/c.yaml")
    assert git(origin, "rev-parse", "draft-3") == before


def test_a_form_that_cannot_be_read_is_answered_and_nothing_is_proposed(
    machine: Runner, origin: Path
) -> None:
    (machine.artifact / "draft.patch").write_text("", encoding="utf-8")
    (machine.artifact / "answer.txt").write_text("缺少标题\n    修法：填写标题\n", encoding="utf-8")

    assert machine.runs(PROPOSING, ISSUE="3", DRAFTED="false").returncode == 0
    assert [line.split()[:3] for line in machine.asked] == [["issue", "comment", "3"]]
    assert git(origin, "branch", "--list", "draft-3") == ""
    answer = (machine.home / "temp/answer.md").read_text(encoding="utf-8")
    assert answer == "    缺少标题\n        修法：填写标题\n"


def commented(machine: Runner, content: bytes) -> str:
    """What becomes of the text that a change has left."""
    folder = machine.checkout / "download"
    folder.mkdir()
    (folder / "change.md").write_bytes(content)
    done = machine.runs(TEXT, RUN="9")
    assert done.returncode == 0, done
    return (machine.checkout / "comment.md").read_text(encoding="utf-8")


def test_a_comment_is_the_text_with_a_word_on_where_it_comes_from(machine: Runner) -> None:
    told = commented(machine, "**样例甲**：撤销\n".encode())

    assert told.startswith("**样例甲**：撤销\n")
    assert "由这次改动所带的程序写出" in told
    assert "[这次检查](https://example.org/yangli/registry/actions/runs/9)" in told


def test_a_comment_calls_nobody(machine: Runner) -> None:
    assert "@" not in commented(machine, b"@everyone a@b").replace("@\u200b", "")


@pytest.mark.parametrize("character", ["样", "x", "𠀀"])
def test_the_longest_text_that_a_comparison_makes_is_posted_whole(character: str, machine: Runner) -> None:
    content = character * MOST

    assert commented(machine, content.encode()).startswith(f"{content}\n\n---\n")


@pytest.mark.parametrize("character", ["样", "x", "@"])
def test_a_comment_is_no_longer_than_github_takes(character: str, machine: Runner) -> None:
    told = commented(machine, (character * 100_000).encode())

    assert MOST < len(told) < 65_536
    assert "\n\n---\n由这次改动所带的程序写出" in told


def test_bytes_that_are_no_text_are_left_out(machine: Runner) -> None:
    assert commented(machine, b"\xff\xfex\n").startswith("x\n")


def test_a_link_to_another_file_is_not_followed(machine: Runner) -> None:
    folder = machine.checkout / "download"
    folder.mkdir()
    (folder / "change.md").symlink_to("/etc/hostname")

    assert machine.runs(TEXT, RUN="9").returncode != 0
    assert not (machine.checkout / "comment.md").exists()


@pytest.mark.parametrize(
    ("answer", "posted"),
    [
        ("12", ["pr comment 12 --edit-last --create-if-none --body-file comment.md"]),
        ("", []),
        ("12; id", []),
    ],
)
def test_only_a_number_of_a_pull_request_is_commented_on(
    answer: str, posted: list[str], machine: Runner
) -> None:
    assert machine.runs(COMMENT, answer, HEAD=HEAD).returncode == 0
    assert machine.asked == posted
