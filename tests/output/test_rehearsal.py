# SPDX-License-Identifier: Apache-2.0
"""Can a change be tried on a copy of the sources without touching them?"""

import os
from pathlib import Path

import pytest

from generator.output.rehearsal import rehearsal

FILE, OTHER, NEW = "registry/a.yaml", "content/b.md", "registry/forms/yangli/c.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for file in (FILE, OTHER):
        (tmp_path / file).parent.mkdir()
        (tmp_path / file).write_text("old", encoding="utf-8")
    (tmp_path / "registry/link").symlink_to("a.yaml")
    return tmp_path


def test_the_copy_has_the_change_and_the_project_has_not(root: Path) -> None:
    with rehearsal(root, {FILE: b"changed", NEW: b"new"}) as copy:
        held = {file: (copy / file).read_text(encoding="utf-8") for file in (FILE, OTHER, NEW)}
        assert (copy / "registry/link").is_symlink()

    assert held == {FILE: "changed", OTHER: "old", NEW: "new"}
    assert (root / FILE).read_text(encoding="utf-8") == "old"
    assert not (root / NEW).exists()
    assert sorted(path.name for path in root.iterdir()) == ["content", "registry"]


def test_a_disk_without_links_gets_copies(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    with rehearsal(root, {FILE: b"changed"}) as copy:
        assert (copy / OTHER).read_text(encoding="utf-8") == "old"
    assert (root / FILE).read_text(encoding="utf-8") == "old"
