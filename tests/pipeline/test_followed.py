# SPDX-License-Identifier: Apache-2.0
"""Are notices followed through the whole site, and is nothing left of a list after its last day?

A call, a publicity list with its last day, a correction and a withdrawal are laid over the tiny site.
"""

import gzip
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator import pipeline
from tests.builders import TINY, TINY_DAY
from tests.conftest import copy_project
from tests.output.published import digests
from tests.pipeline.editing import built, replaced, silent, without_build

LAST = date(2024, 2, 10)
AFTER = LAST + timedelta(days=1)
PERSON = "甄虚构"
CALL, LIST = "notices/2020/yangli-call", "notices/2020/yangli-first-list"
CALL_FILE = "content/notices/2020/2020-03-02-yangli-call.md"


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(TINY, tmp_path_factory.mktemp("followed") / "project")
    shutil.copytree(TINY.parent / "followed", root, dirs_exist_ok=True)
    built(root)
    return root


@pytest.fixture
def root(built_once: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built_once, tmp_path / "followed", symlinks=True)


def naming(site: Path, word: str) -> set[str]:
    """The files of a site that have a word in their path or in their text, whatever it is packed in."""
    return {name for name, text in texts(site) if word in name or word in text}


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Every file as text, unpacked; the search index sets characters apart, so white space is left out."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            name, content = path.relative_to(site).as_posix(), path.read_bytes()
            for inner in unpacked(content):
                yield name, "".join(inner.decode(errors="ignore").split()).replace("\u200b", "")


def unpacked(content: bytes) -> Iterator[bytes]:
    """The files in a packed file; itself if it is none."""
    if content.startswith(b"\x1f\x8b"):
        yield gzip.decompress(content)
    elif content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as packed:
            yield from (packed.read(name) for name in packed.namelist())
    else:
        yield content


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_nothing_is_wrong_with_these_notices(root: Path) -> None:
    assert pipeline.examine(root, TINY_DAY) == ()


def test_a_call_and_its_list_lead_to_each_other_through_different_parts(root: Path) -> None:
    site = root / "build/site"

    assert f'href="../../../{LIST}/"' in page(site, CALL)
    assert f'href="../../../{CALL}/"' in page(site, LIST)
    assert 'href="../../../notices/2021/yangli-changes/"' in page(site, CALL), "revoked later"


def test_a_link_that_is_taken_out_of_one_part_goes_from_the_pages_of_the_other(
    root: Path, tmp_path: Path
) -> None:
    replaced(CALL_FILE, "followed_by: [yangli/2020-06-01-first-list]\n", "")(root)

    site = built(root)

    assert f"{CALL}/" not in page(site, LIST)
    assert digests(site) == digests(built(without_build(root, tmp_path / "at-once")))


def test_another_title_is_told_on_the_pages_that_lead_there(root: Path, tmp_path: Path) -> None:
    replaced(CALL_FILE, "title: 关于", "title: 新的关于")(root)

    site = built(root)

    assert "新的关于组织申报首批" in page(site, LIST)
    assert digests(site) == digests(built(without_build(root, tmp_path / "at-once")))


def test_a_correction_that_is_added_stands_on_the_page_of_what_it_corrects(
    root: Path, tmp_path: Path
) -> None:
    text = (root / CALL_FILE).read_text(encoding="utf-8")
    made = text.replace("kind: call", "kind: correction").replace("2020-03-02", "2022-03-02")
    made = made.replace("windows: []\n", "reason: 样例理由\ncorrects: 2020/2020-03-02-yangli-call\n")
    target = root / "content/notices/2022/2022-03-02-yangli-mended.md"
    target.parent.mkdir()
    target.write_text(
        made.replace("〔2020〕", "〔2022〕").replace("followed_by", "follows"), encoding="utf-8"
    )

    site = built(root)

    assert 'data-since="2022-03-02"' in page(site, CALL)
    assert "理由：样例理由" in page(site, CALL)
    assert f'href="../../../{CALL}/"' in page(site, "notices/2022/yangli-mended")
    assert digests(site) == digests(built(without_build(root, tmp_path / "at-once")))


def test_a_link_that_leads_nowhere_stops_the_build_and_is_told(root: Path) -> None:
    replaced(CALL_FILE, "first-list]", "first-lists]")(root)

    stopped = pipeline.build(root, TINY_DAY, silent)

    assert [finding.check for finding in stopped.findings] == ["linked-records-are-there"]
    assert stopped.findings == pipeline.examine(root, TINY_DAY)
    assert stopped.site is None


def test_until_its_last_day_a_list_is_shown_in_pages_and_files(root: Path) -> None:
    site = built(root, LAST)

    named = naming(site, PERSON)
    assert {
        "notices/2023/yangli-proposed/index.html",
        "notices/2023/yangli-proposed/list.csv",
        "notices/2023/yangli-publicity/index.html",
        "registry/yangli-0009/index.html",
        "api/v1/platforms.json",
        "api/v1/designations/yangli/proposed.json",
        "api/v1/notices.json",
        "data/platforms.xlsx",
        "lookup/rows/0.json",
    } <= named
    assert any(name.startswith("pagefind/") for name in named)


def test_after_its_last_day_no_file_has_anything_of_the_list(root: Path, tmp_path: Path) -> None:
    site = built(root, AFTER)

    assert naming(site, PERSON) == set()
    assert naming(site, "展示期限已满") >= {
        "notices/2023/yangli-proposed/index.html",
        "notices/2023/yangli-publicity/index.html",
        "registry/yangli-0009/index.html",
    }
    assert digests(site) == digests(built(without_build(root, tmp_path / "at-once"), AFTER))


def test_what_became_of_the_others_of_the_list_stays(root: Path) -> None:
    site = built(root, AFTER)

    assert "样例甲服务中心" in page(site, "registry/yangli-0001")
    assert "yangli-first-list" in page(site, "registry/yangli-0001")
