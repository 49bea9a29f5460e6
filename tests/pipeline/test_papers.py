# SPDX-License-Identifier: Apache-2.0
"""Are papers made anew where, and only where, something that stands on them has changed?"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator import pipeline
from generator.output.typesetter import TypesettingFailed
from generator.pipeline import papers
from tests.builders import TINY_DAY
from tests.output.published import digests
from tests.pipeline.editing import EDITS, built, silent

PAPERS = ("forms/yangli/report.docx", "forms/yangli/report.pdf", "forms/yangli/2020-recommender.zip")


def refused(sources: Sequence[str]) -> list[bytes]:
    """A typesetter that will set nothing."""
    if sources:
        raise TypesettingFailed("样例：没有排成")
    return []


@pytest.mark.parametrize("edit", ["a remark in a list", "a page of prose", "a notice added"])
def test_what_does_not_stand_on_papers_sets_none_anew(
    edit: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (root / "build/site").resolve()
    monkeypatch.setattr(papers, "typeset", refused)
    EDITS[edit](root)

    after = built(root)

    assert all((before / path).samefile(after / path) for path in PAPERS)


@pytest.mark.parametrize("edit", ["a field of a form", "the title of a version", "the label of a metric"])
def test_what_stands_on_papers_sets_them_anew(edit: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "typeset", refused)
    EDITS[edit](root)

    with pytest.raises(pipeline.Stopped, match="样例：没有排成"):
        pipeline.build(root, TINY_DAY, silent)


def test_a_field_that_changed_changes_its_form_the_pack_and_the_pages_that_tell_of_these(root: Path) -> None:
    before = digests((root / "build/site").resolve())
    EDITS["a field of a form"](root)

    after = digests(built(root))

    changed = {path for path in before if before[path] != after.get(path) and path.startswith("forms/")}
    told_of_the_pack = {
        f"forms/yangli/{name}/index.html" for name in ("2020-checklist", "2020-self-assessment")
    }
    assert changed == {*PAPERS, "forms/yangli/report/index.html", *told_of_the_pack}
