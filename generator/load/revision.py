# SPDX-License-Identifier: Apache-2.0
"""What does git know of the sources: their commit, how they were at another one, and what differs from it?

The working tree, the index and the settings of the repository are never touched.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from typing import IO

from generator.load.rooms import SOURCES

PLAIN_FILES = ("100644", "100755")
NOT_TRUSTED = "dubious ownership"
SHALLOW = (
    "：这个克隆只取了最近的历史\n"
    "    修法：运行 git fetch --unshallow 取全历史，再试（流水线里取出代码时写 fetch-depth: 0）"
)


class NoRevision(Exception):
    """What was asked of git cannot be told. The message says why and what to do, in Chinese."""


def commit_of(root: Path) -> str | None:
    """The full hash of the commit whose sources these are; None where they are not those of any commit."""
    head = _git(root, "rev-parse", "--verify", "HEAD")
    top = _git(root, "rev-parse", "--show-toplevel")
    if not head or not top or Path(top) != root.resolve():
        return None
    changed = _git(root, "status", "--porcelain", "--untracked-files=all", "--", *SOURCES)
    return head if changed == "" else None


def resolved(root: Path, revision: str) -> str:
    """The full hash of the commit that a branch, a tag or anything else names."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not commit:
        raise NoRevision(_why_not(root, revision))
    return commit


def forked_from(root: Path, revision: str) -> str:
    """The last commit that HEAD and a revision share; what came there since is no change of ours."""
    shared = _git(root, "merge-base", resolved(root, revision), "HEAD")
    if not shared:  # compared with the revision itself, what came there since would look like our undoing it
        raise NoRevision(f"没有找到“{revision}”与现有分支分开的那一点{_why_apart(root)}")
    return shared


def files_at(root: Path, revision: str) -> Iterator[tuple[str, bytes]]:
    """The sources as they were at a revision, byte for byte, by their paths below the root.

    Read from the objects and not by `git archive`, for which attributes of the repository may leave files out
    or alter them. Links are left out, since no link is read as a source; no path leads out of the root.
    """
    files = list(_blobs_at(root, resolved(root, revision)))
    with TemporaryFile() as asked:
        asked.writelines(f"{blob}\n".encode() for _, blob in files)
        asked.seek(0)
        with subprocess.Popen(  # noqa: S603  (no shell, fixed arguments)
            [*_command(root), "cat-file", "--batch"], stdin=asked, stdout=subprocess.PIPE, env=_surroundings()
        ) as answering:
            assert answering.stdout is not None  # noqa: S101  (it is piped)
            for file, _ in files:
                yield file, _content(answering.stdout, file)


def changed_files(root: Path, base: str, head: str | None = None) -> frozenset[str]:
    """The source files that are new, gone or of another content, by their paths below the root.

    Without `head` it is the working tree that is compared, with what git was not told of or shall ignore:
    all of it is read as sources. A renamed file counts by both names.
    """
    revisions = [resolved(root, revision) for revision in (base, head) if revision is not None]
    differing = ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules"]
    found = _names(root, *differing, "--relative", *revisions, "--", *SOURCES)
    if head is None:
        found += _names(root, "ls-files", "--others", "-z", "--", *SOURCES)
    return frozenset(found)


def _blobs_at(root: Path, commit: str) -> Iterator[tuple[str, str]]:
    """The path below the root and the object of each source file of a commit."""
    for entry in _names(root, "ls-tree", "-r", "-z", commit, "--", *SOURCES):
        about, _, file = entry.partition("\t")
        mode, _, blob = about.split(" ")
        if ".." in PurePosixPath(file).parts:
            raise NoRevision("这个版本里有文件名会写到别的文件夹去，没有读取\n    修法：请维护者查看这个版本")
        if mode in PLAIN_FILES:
            yield file, blob


def _content(answers: IO[bytes], file: str) -> bytes:
    """The next object that git hands over: a line that ends with its size, its bytes, a line feed."""
    size = answers.readline().split()[-1:]
    if not size or not size[0].isdigit():
        raise NoRevision(f"版本库里缺少 {file} 的内容\n    修法：运行 git fetch --refetch 取全，再试")
    return answers.read(int(size[0]) + 1)[:-1]


def _names(root: Path, *arguments: str) -> list[str]:
    """The names in an answer of git that are ended by zero bytes, whatever characters they have."""
    done = _run(root, *arguments)
    if done is None or done.returncode:
        raise NoRevision("git 没有答上来\n    修法：运行 git fsck 看版本库是否完好，再试")
    return [os.fsdecode(name) for name in done.stdout.split(b"\0") if name]


def _why_not(root: Path, revision: str) -> str:
    """Why a revision is not found, with what to do."""
    if shutil.which("git") is None:
        return "没有找到 git\n    修法：安装 git 再试"
    inside = _run(root, "rev-parse", "--is-shallow-repository")
    if inside is None or inside.returncode:
        if inside and NOT_TRUSTED in inside.stderr.decode(errors="replace"):
            repair = f'运行 git config --global --add safe.directory "{root}"，再试'
            return f"git 不肯读 {root}，因为它属于另一个用户\n    修法：{repair}"
        return f"{root} 不在 git 版本库里\n    修法：在用 git 克隆下来的项目里运行"
    if inside.stdout.strip() == b"true":
        return f"没有版本“{revision}”{SHALLOW}"
    repair = "核对分支、标签或提交号；远端的分支先 git fetch，再写作 origin/main"
    return f"没有版本“{revision}”\n    修法：{repair}"


def _why_apart(root: Path) -> str:
    """Why a revision shares no commit with HEAD, with what to do."""
    if _git(root, "rev-parse", "--is-shallow-repository") == "true":
        return SHALLOW
    return "：两者没有共同的历史\n    修法：核对分支；确要比较的，运行 platform-registry diff，写出两个版本"


def _surroundings() -> dict[str, str]:
    """The environment without what a git hook sets, which may name another repository; git writes nothing."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def _command(root: Path) -> list[str]:
    return ["git", "-C", str(root)]


def _run(root: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes] | None":
    """What came of a run of git; None if it is not there."""
    try:
        return subprocess.run(  # noqa: S603  (no shell, fixed arguments)
            [*_command(root), *arguments], capture_output=True, check=False, env=_surroundings()
        )
    except OSError:
        return None


def _git(root: Path, *arguments: str) -> str | None:
    """What git answers; None if it refuses or is not there."""
    done = _run(root, *arguments)
    return done.stdout.decode(errors="replace").strip() if done and done.returncode == 0 else None
