# SPDX-License-Identifier: Apache-2.0
"""What do all tests share? Copies of the tiny site, its built form, and agreed bytes to compare with."""

import shutil
import signal
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator import pipeline
from tests.builders import TINY, TINY_DAY

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
REAL_DAY = date(2026, 11, 22)
Golden = Callable[[str, bytes], None]

# How long an example takes to run, or to be drawn, is the machine's affair.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")


def pytest_configure(config: pytest.Config) -> None:
    """Let programs that tests start be interrupted, also where the tests run in the background of a shell."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def copy_project(source: Path, target: Path) -> Path:
    """A project that can be built: the sources of a tiny site with the look of the real one."""
    shutil.copytree(source, target)
    shutil.copy(REPOSITORY / "mkdocs.yml", target)
    for folder in ("templates", "brand", "scripts"):
        shutil.copytree(REPOSITORY / "site_config" / folder, target / "site_config" / folder)
    return target


def build_project(root: Path) -> Path:
    """Build a project that has no findings; the folder of the finished site."""
    built = pipeline.build(root, TINY_DAY, lambda _: None)
    assert built.findings == ()
    return root / "build" / "site"


@pytest.fixture
def tiny_root(tmp_path: Path) -> Path:
    """A copy of the tiny site that a test may change and build."""
    return copy_project(TINY, tmp_path / "tiny")


@pytest.fixture(scope="session")
def tiny_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, built once; tests only read it."""
    return build_project(copy_project(TINY, tmp_path_factory.mktemp("tiny") / "project"))


@pytest.fixture(scope="session")
def real_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site of this repository, built once from a copy of its sources."""
    root = tmp_path_factory.mktemp("real") / "project"
    root.mkdir()
    for name in ("registry", "content", "site_config"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    built = pipeline.build(root, REAL_DAY, lambda _: None)
    assert built.site is not None, "\n".join(map(str, built.findings))
    return root / "build" / "site"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare bytes with tests/golden/<path>; --update-golden writes them instead."""

    def compare(path: str, content: bytes) -> None:
        agreed = HERE / "golden" / path
        if request.config.getoption("--update-golden"):
            agreed.parent.mkdir(parents=True, exist_ok=True)
            agreed.write_bytes(content)
        assert content == agreed.read_bytes(), f"{path} differs: read the diff, then make golden"

    return compare
