# SPDX-License-Identifier: Apache-2.0
"""Are source files written all or none, and never over what somebody else wrote?"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.base.misfit import Misfit
from generator.output.sources import write

NEW, OTHER, OLD = "registry/forms/yangli/a.yaml", "content/notices/2024/b.md", "registry/old.yaml"
BEFORE, AFTER = b"a: 1\r\n", b"a: 1\r\nb: 2\r\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "registry").mkdir()
    (tmp_path / OLD).write_bytes(BEFORE)
    (tmp_path / OLD).chmod(0o640)
    return tmp_path


def tree(root: Path) -> Mapping[str, bytes | None]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in root.rglob("*")
    }


def test_new_and_changed_files_are_written_with_the_folders_on_the_way(root: Path) -> None:
    write(root, {NEW: "标题: 甲\n", OTHER: "---\n"}, {OLD: (BEFORE, AFTER)})

    files = {name: content for name, content in tree(root).items() if content is not None}
    assert files == {NEW: "标题: 甲\n".encode(), OTHER: b"---\n", OLD: AFTER}
    assert (root / OLD).stat().st_mode & 0o777 == 0o640
    assert (root / NEW).stat().st_mode & 0o444 == 0o444  # like any file that its editor makes


def refused(root: Path, new: Mapping[str, str], changed: Mapping[str, tuple[bytes, bytes]]) -> Misfit:
    """What is told where nothing may have been written."""
    before = tree(root)
    with pytest.raises(Misfit) as caught:
        write(root, new, changed)
    assert tree(root) == before
    return caught.value


def test_a_file_that_is_there_is_not_written_over(root: Path) -> None:
    told = refused(root, {NEW: "x", OLD: "y"}, {})

    assert (told.message, told.repair) == (f"{OLD} 已经有了", "换一个文件名；要改已有的文件，直接打开它改")


def test_a_link_that_leads_nowhere_is_not_written_through(root: Path) -> None:
    (root / "registry/link.yaml").symlink_to(root / "elsewhere.yaml")

    assert "已经有了" in refused(root, {"registry/link.yaml": "x"}, {}).message


def test_a_file_that_somebody_changed_meanwhile_is_left_to_them(root: Path) -> None:
    told = refused(root, {NEW: "x"}, {OLD: (b"a: 0\n", AFTER)})

    assert (told.message, told.repair) == (f"{OLD} 在这期间被改动了", "保存别处的改动，再运行一次")


def test_a_file_that_is_gone_is_not_made_anew(root: Path) -> None:
    assert "被改动了" in refused(root, {}, {"registry/gone.yaml": (BEFORE, AFTER)}).message


@pytest.mark.parametrize("file", ["../outside.yaml", "registry/out/a.yaml"])
def test_nothing_is_written_outside_the_project(
    file: str, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (root / "registry/out").symlink_to(tmp_path_factory.mktemp("outside"))

    assert "不在项目的文件夹里" in refused(root, {NEW: "x", file: "y"}, {}).message


def test_what_was_placed_is_taken_back_where_a_later_file_is_refused(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "registry/second.yaml").write_bytes(BEFORE)
    before = tree(root)
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "second.yaml":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="No space"):
        write(root, {NEW: "x"}, {OLD: (BEFORE, AFTER), "registry/second.yaml": (BEFORE, AFTER)})
    monkeypatch.undo()
    assert tree(root) == before
