# SPDX-License-Identifier: Apache-2.0
"""Is a site that was built little by little, byte for byte, the site built at once?"""

import hashlib
import random
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator import pipeline
from tests.builders import TINY_DAY

LISTS = "registry/designations/yangli"
NOTICES = "content/notices/2023"


def built(root: Path, day: date = TINY_DAY) -> pipeline.Built:
    found = pipeline.build(root, day, lambda _: None)
    assert found.site is not None, "\n".join(map(str, found.findings))
    return found


def digests(site: Path) -> dict[str, str]:
    """Every file of a site with its digest."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.resolve().rglob("*"))
        if path.is_file()
    }


def built_at_once(root: Path, day: date) -> dict[str, str]:
    """The same sources built where nothing was built before."""
    copy = root.parent / "at-once"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("build"))
    site = built(copy, day).site
    assert site is not None
    return digests(site)


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def appended(file: str, more: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        (root / file).write_text(text + more, encoding="utf-8")

    return edit


def notice_removed(root: Path) -> None:
    shutil.rmtree(root / NOTICES)


def notice_added(root: Path) -> None:
    original = Path(__file__).parents[1] / "sites" / "tiny" / NOTICES / "2023-11-01-yangli-call.md"
    (root / NOTICES).mkdir(exist_ok=True)
    text = original.read_text(encoding="utf-8")
    (root / NOTICES / "2023-11-01-yangli-call.md").write_text(text, encoding="utf-8")
    later = text.replace("2023-11-01", "2023-11-02")
    (root / NOTICES / "2023-11-02-yangli-second-call.md").write_text(later, encoding="utf-8")


EDITS: dict[str, Callable[[Path], None]] = {
    "a remark in a list": appended(f"{LISTS}/2020-06-01-first-list.yaml", "# 备注\n"),
    "the title of a version": replaced("registry/rulesets/yangli/2023.yaml", "title: ", "title: 新"),
    "a page of prose": appended("content/about.md", "\n又一段。\n"),
    "a style sheet": appended("site_config/brand/site.css", "\n/* x */\n"),
    "a template of platforms": appended("site_config/templates/pages/platform.html", "<!-- x -->\n"),
    "a notice removed": notice_removed,
    "a notice added": notice_added,
}


@pytest.mark.parametrize("seed", range(3))
def test_edits_in_any_order_give_the_bytes_of_a_build_at_once(tiny_root: Path, seed: int) -> None:
    chance = random.Random(seed)
    day = TINY_DAY
    built(tiny_root)
    names = list(EDITS)
    chance.shuffle(names)
    for name in names:
        EDITS[name](tiny_root)
        day += timedelta(days=chance.choice((0, 0, 1, 400)))

        site = built(tiny_root, day).site

        assert site is not None
        assert digests(site) == built_at_once(tiny_root, day), name


def test_what_has_not_changed_is_not_built_again(tiny_root: Path) -> None:
    first = built(tiny_root)
    again = built(tiny_root)

    assert (first.is_new, again.is_new, again.site) == (True, False, first.site)


def test_another_day_is_another_site(tiny_root: Path) -> None:
    built(tiny_root)

    assert built(tiny_root, TINY_DAY + timedelta(days=1)).is_new


def test_the_release_shown_before_stays_as_it_was(tiny_root: Path) -> None:
    before = built(tiny_root).site
    assert before is not None
    was = digests(before)

    EDITS["the title of a version"](tiny_root)
    after = built(tiny_root).site

    assert after != before
    assert digests(before) == was


def test_files_that_are_the_same_are_not_written_again(tiny_root: Path) -> None:
    first = built(tiny_root).site
    assert first is not None
    platform = "registry/yangli-0001/index.html"
    EDITS["a page of prose"](tiny_root)

    second = built(tiny_root).site

    assert second is not None
    assert (first / platform).samefile(second / platform)
    assert not (first / "about/index.html").samefile(second / "about/index.html")


def test_the_release_before_the_last_is_taken_up_again(tiny_root: Path) -> None:
    sites = []
    for name in ("a page of prose", "a style sheet", "the title of a version", "a remark in a list"):
        EDITS[name](tiny_root)
        sites.append(built(tiny_root).site)

    assert sites[0] == sites[2] != sites[1] == sites[3]


def test_an_error_leaves_the_site_and_the_next_build_as_they_would_be(tiny_root: Path) -> None:
    site = built(tiny_root).site
    assert site is not None
    was = digests(site)
    wrong = tiny_root / LISTS / "2020-06-01-first-list.yaml"
    text = wrong.read_text(encoding="utf-8")
    wrong.write_text(text.replace("title:", "titel:"), encoding="utf-8")

    stopped = pipeline.build(tiny_root, TINY_DAY, lambda _: None)
    wrong.write_text(text, encoding="utf-8")
    EDITS["a style sheet"](tiny_root)
    mended = built(tiny_root).site

    assert stopped.site is None
    assert digests(site) == was
    assert mended is not None
    assert digests(mended) == built_at_once(tiny_root, TINY_DAY)


def test_an_address_may_go_from_one_part_to_another(tiny_root: Path) -> None:
    built(tiny_root)
    built(tiny_root, TINY_DAY + timedelta(days=1))
    notice_added(tiny_root)
    built(tiny_root)
    (tiny_root / NOTICES / "2023-11-02-yangli-second-call.md").unlink()
    text = (tiny_root / LISTS / "2023-05-20-renewal.yaml").read_text(encoding="utf-8")
    (tiny_root / LISTS / "2023-12-20-second-call.yaml").write_text(
        text.replace("2023-05-20", "2023-12-20"), encoding="utf-8"
    )

    site = built(tiny_root).site

    assert site is not None
    assert digests(site) == built_at_once(tiny_root, TINY_DAY)
