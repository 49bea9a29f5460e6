# SPDX-License-Identifier: Apache-2.0
"""Do prose and notices say the number of the record, and another one as soon as the record does?"""

from pathlib import Path

from tests.conftest import build_project

ABOUT, NOTICE = "content/about.md", "content/notices/2023/2023-11-01-yangli-call.md"
PAGES = ("about/index.html", "notices/2023/yangli-call/index.html")
QUOTED = "\n\n资产不低于 {{ yangli/2020 total-assets-option }}，培训 {{ yangli/2020 training-trainees }}。\n"


def edited(path: Path, old: str, new: str) -> None:
    """Replace what stands in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_changed_record_changes_the_numbers_in_prose_and_in_notices(tiny_root: Path) -> None:
    for file in (ABOUT, NOTICE):
        path = tiny_root / file
        path.write_text(path.read_text(encoding="utf-8") + QUOTED, encoding="utf-8")

    site = build_project(tiny_root)
    for page in PAGES:
        assert "资产不低于 100万元，培训 300人次。" in (site / page).read_text(encoding="utf-8")

    edited(tiny_root / "registry/rulesets/yangli/2020.yaml", "at_least: 300,", "at_least: 310,")
    edited(tiny_root / "registry/cases/yangli/2020.yaml", "299人次", "309人次")
    site = build_project(tiny_root)
    for page in PAGES:
        assert "资产不低于 100万元，培训 310人次。" in (site / page).read_text(encoding="utf-8")
