# SPDX-License-Identifier: Apache-2.0
"""How do tests of the pipeline edit the tiny site, build it, and look at what was built?"""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator import pipeline
from tests.builders import TINY, TINY_DAY

Edit = Callable[[Path], None]
LISTS = "registry/designations/yangli"
NOTICES = "content/notices/2023"
CALL = f"{NOTICES}/2023-11-01-yangli-call.md"
SECOND_CALL = f"{NOTICES}/2023-11-02-yangli-second-call.md"


def silent(step: str) -> None:
    """Progress that nobody wants to know."""


def built(root: Path, day: date = TINY_DAY) -> Path:
    """The site, built; without errors."""
    found = pipeline.build(root, day, silent)
    assert found.site is not None, "\n".join(map(str, found.findings))
    return found.site


def without_build(root: Path, target: Path) -> Path:
    """A copy of the sources where nothing was built before."""
    return shutil.copytree(root, target, ignore=shutil.ignore_patterns("build"))


def replaced(file: str, old: str, new: str) -> Edit:
    """Other words in a file."""

    def edit(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def appended(file: str, more: str) -> Edit:
    """More words at the end of a file."""

    def edit(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        (root / file).write_text(text + more, encoding="utf-8")

    return edit


def notice_removed(root: Path) -> None:
    """The only year that has a notice is gone."""
    shutil.rmtree(root / NOTICES)


def notice_added(root: Path) -> None:
    """Two notices of that year, of which one is new."""
    text = (TINY / CALL).read_text(encoding="utf-8")
    (root / NOTICES).mkdir(exist_ok=True)
    (root / CALL).write_text(text, encoding="utf-8")
    (root / SECOND_CALL).write_text(text.replace("2023-11-01", "2023-11-02"), encoding="utf-8")


def list_at_the_address_of_the_second_call(root: Path) -> None:
    """A designation document whose page stands where that of the new notice would stand."""
    text = (root / LISTS / "2023-05-20-renewal.yaml").read_text(encoding="utf-8")
    (root / LISTS / "2023-12-20-second-call.yaml").write_text(
        text.replace("2023-05-20", "2023-12-20"), encoding="utf-8"
    )


EDITS: dict[str, Edit] = {
    "a remark in a list": appended(f"{LISTS}/2020-06-01-first-list.yaml", "# 备注\n"),
    "the title of a version": replaced("registry/rulesets/yangli/2023.yaml", "title: ", "title: 新"),
    "a field of a form": replaced(
        "registry/forms/yangli/report.yaml", "label: 上年末总资产", "label: 总资产"
    ),
    "the label of a metric": replaced(
        "registry/vocabularies/metrics.yaml", "label: 资产总额", "label: 全部资产"
    ),
    "a page of prose": appended("content/about.md", "\n又一段。\n"),
    "a style sheet": appended("site_config/brand/site.css", "\n/* x */\n"),
    "a template of platforms": appended("site_config/templates/pages/platform.html", "<!-- x -->\n"),
    "a notice removed": notice_removed,
    "a notice added": notice_added,
}
