# SPDX-License-Identifier: Apache-2.0
"""What do tests of the pipeline share? The tiny site, built already, to go on from."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def root(tiny_built: Path, tmp_path: Path) -> Path:
    """A copy of the tiny site with what was built from it."""
    return shutil.copytree(tiny_built.parent.parent, tmp_path / "tiny", symlinks=True)
