# SPDX-License-Identifier: Apache-2.0
"""Does `lock` note every address, take none away, and leave the file alone where nothing is new?"""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.__main__ import application
from tests.builders import TINY, TINY_DAY
from tests.pipeline.editing import replaced

LOCK = "registry/addresses.lock"
SECOND = "registry/designations/yangli/2023-05-20-renewal.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(TINY, tmp_path / "样例")


def run(command: str, root: Path) -> Result:
    return CliRunner().invoke(application(), [command, "--root", str(root), "--as-of", str(TINY_DAY)])


def lines(root: Path) -> list[str]:
    return (root / LOCK).read_text(encoding="utf-8").splitlines()


def test_the_first_lock_has_every_record_page_in_order_and_the_next_is_the_same(root: Path) -> None:
    first = run("lock", root)
    content, stamp = (root / LOCK).read_bytes(), (root / LOCK).stat().st_mtime_ns
    again = run("lock", root)

    assert (first.exit_code, again.exit_code) == (0, 0)
    count = len(lines(root))
    assert first.stdout == f"新登记 {count} 个网址，共 {count} 个：{LOCK}\n"
    assert again.stdout == f"新登记 0 个网址，共 {count} 个：{LOCK}\n"
    assert lines(root) == sorted(set(lines(root)))
    assert {"registry/yangli-0001/", "guides/yangli/2017/", "notices/2023/yangli-call/"} <= set(lines(root))
    assert ((root / LOCK).read_bytes(), (root / LOCK).stat().st_mtime_ns) == (content, stamp)
    assert run("check", root).stdout == "没有错误\n"


def test_an_address_that_leads_elsewhere_by_now_stays(root: Path) -> None:
    (root / LOCK).write_text("old/\nabout/\n", encoding="utf-8")
    moved = "- {from: old/, to: about/, since: 2024-01-02, reason: 虚构的理由}\n"
    (root / "registry" / "redirects.yaml").write_text(moved, encoding="utf-8")

    assert run("lock", root).exit_code == 0
    assert {"old/", "about/"} <= set(lines(root))
    assert lines(root) == sorted(lines(root))


def test_with_errors_nothing_is_noted(root: Path) -> None:
    replaced(SECOND, "complete: false", "complete: true")(root)
    done = run("lock", root)

    assert done.exit_code == 1
    assert "counts-agree-with-rows" in done.stdout
    assert done.stderr.splitlines()[-1] == "没有登记：先改正以上错误"
    assert not (root / LOCK).exists()


def test_an_address_that_no_longer_answers_is_not_forgotten_but_told(root: Path) -> None:
    run("lock", root)
    before = (root / LOCK).read_bytes()
    (root / "content" / "about.md").rename(root / "content" / "about-us.md")
    done = run("lock", root)

    assert done.exit_code == 1
    assert "/about/ 打不开了" in done.stdout
    assert (root / LOCK).read_bytes() == before
