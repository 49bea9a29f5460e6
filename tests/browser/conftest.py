# SPDX-License-Identifier: Apache-2.0
"""What do all tests in a browser share? One browser, two sites served on this machine, and a visitor."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.page_types import one_of_each_type
from tests.browser.server import served
from tests.browser.visitor import PATIENCE, Visitor

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium; where it is missing every test fails here, and none is skipped."""
    program = shutil.which("chromium")
    assert program, "chromium is missing: make test installs it"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def tiny(tiny_built: Path) -> Iterator[str]:
    """The address of the tiny site, which lies in a folder of its host."""
    with served(tiny_built, "/names/") as address:
        yield address


@pytest.fixture(scope="session")
def real(real_built: Path) -> Iterator[str]:
    """The address of the real site, at the root of its host."""
    with served(real_built) as address:
        yield address


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Visitor]:
    """One visitor for the tests of a file, because a new profile costs more than all else."""
    visitor = Visitor(browser)
    yield visitor
    visitor.close()


@pytest.fixture
def page_at(visitor: Visitor) -> Iterator[Visitor]:
    """Opens pages; a test fails if any page that it opened made the browser complain."""
    yield visitor
    assert visitor.leave() == []


@pytest.fixture(scope="session")
def real_types(real_built: Path, real: str) -> dict[str, str]:
    """The full address of one page of each type of the real site."""
    return {kind: real + address for kind, address in one_of_each_type(real_built).items()}
