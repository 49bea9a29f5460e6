# SPDX-License-Identifier: Apache-2.0
"""Are the pictures of the editors' guide there, small, as large as the guide says, and told to the blind?"""

import re

import pytest
from PIL import Image

from tests.conftest import REPOSITORY
from tests.pictures.camera import MOST_BYTES, SHARP

GUIDE = REPOSITORY / "content" / "editing"
PICTURES = sorted(file.name for file in (GUIDE / "pictures").iterdir())
SHOWN = re.compile(
    r'!\[(?P<alt>[^\]]*)\]\(pictures/(?P<name>[^)]+)\)\{ width="(?P<width>\d+)" height="(?P<height>\d+)" \}'
)


def shown() -> list[re.Match[str]]:
    """Every picture that a page of the guide shows."""
    return [found for page in sorted(GUIDE.glob("*.md")) for found in SHOWN.finditer(page.read_text("utf-8"))]


def test_every_picture_of_the_guide_is_written_as_this_test_reads_it() -> None:
    written = sum(page.read_text("utf-8").count("![") for page in GUIDE.glob("*.md"))

    assert written == len(shown())


def test_every_picture_is_shown_and_every_one_shown_is_there() -> None:
    assert sorted({found["name"] for found in shown()}) == PICTURES


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_small(name: str) -> None:
    assert (GUIDE / "pictures" / name).stat().st_size <= MOST_BYTES


@pytest.mark.parametrize("found", shown(), ids=lambda found: found["name"])
def test_a_page_says_how_large_a_picture_is_so_that_nothing_jumps(found: re.Match[str]) -> None:
    with Image.open(GUIDE / "pictures" / found["name"]) as image:
        size = [str(round(side / SHARP)) for side in image.size]

    assert [found["width"], found["height"]] == size


@pytest.mark.parametrize("found", shown(), ids=lambda found: found["name"])
def test_the_words_for_a_picture_tell_what_is_to_be_seen(found: re.Match[str]) -> None:
    assert re.fullmatch(r".{6,}[：，].{8,}。", found["alt"])
    assert "图" not in found["alt"], "that it is a picture is said by the reader's program"
