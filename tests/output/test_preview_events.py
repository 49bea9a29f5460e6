# SPDX-License-Identifier: Apache-2.0
"""What are the pages told that are open in a preview?"""

import json
from collections.abc import Callable, Iterator

import pytest

from generator.output.preview import Preview
from tests.commands.waiting import before_long
from tests.output.browsing import Listener
from tests.output.conftest import HEAD
from tests.output.published import files, publish

Listen = Callable[..., Listener]


@pytest.fixture
def listen(preview: Preview) -> Iterator[Listen]:
    """Open a page; all are closed in the end."""
    opened: list[Listener] = []

    def listener(release: str = "") -> Listener:
        opened.append(Listener(preview.address, release))
        return opened[-1]

    yield listener
    for page in opened:
        page.close()


def test_a_page_that_opens_is_told_that_nothing_is_wrong(listen: Listen) -> None:
    assert listen().next() == ("findings", '""')


def test_after_a_build_open_pages_load_again(preview: Preview, listen: Listen) -> None:
    pages = [listen(), listen()]
    assert [page.next()[0] for page in pages] == ["findings", "findings"]

    preview.built()

    assert [page.next() for page in pages] == [("reload", "")] * 2


def test_after_a_refusal_open_pages_show_the_findings(preview: Preview, listen: Listen) -> None:
    page = listen()
    page.next()

    preview.refused("content/about.md:1:1: 错误：甲\n    修法：“乙”")

    event, said = page.next()
    assert event == "findings"
    assert json.loads(said) == "content/about.md:1:1: 错误：甲\n    修法：“乙”"


def test_a_page_opened_after_a_refusal_shows_the_findings_too(preview: Preview, listen: Listen) -> None:
    preview.refused("错误：甲")
    assert json.loads(listen().next()[1]) == "错误：甲"

    preview.built()
    assert json.loads(listen().next()[1]) == ""


def test_a_page_of_the_current_release_is_not_loaded_again(preview: Preview, listen: Listen) -> None:
    page = listen(preview.build.shown)
    page.next()

    preview.refused("此后的第一件事")

    assert page.next()[0] == "findings"


def test_a_page_of_an_older_release_that_missed_the_build_loads_again(
    preview: Preview, listen: Listen
) -> None:
    release = preview.build.shown
    publish(preview.build, files(index=HEAD.format("新")))

    page = listen(release)

    assert [page.next()[0], page.next()] == ["findings", ("reload", "")]


def test_a_page_that_was_closed_is_forgotten(preview: Preview, listen: Listen) -> None:
    page = listen()
    page.next()
    assert len(preview._listeners) == 1

    page.close()

    assert before_long(lambda: not preview._listeners)
