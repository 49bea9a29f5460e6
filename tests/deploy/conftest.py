# SPDX-License-Identifier: Apache-2.0
"""Which servers are probed, and over what? Both, over the tiny site with some files that nobody may see."""

import gzip
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.servers import Served, caddy, nginx

PRESSED = b"compressed beforehand"


@pytest.fixture(scope="session")
def deployed(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site as a link to a release, with a hidden file, a secret beside it, and one file pressed."""
    folder = tmp_path_factory.mktemp("deployed")
    shutil.copytree(tiny_built.resolve(), folder / "releases" / "1", copy_function=os.link)
    site = folder / "site"
    site.symlink_to("releases/1")
    (site / ".hidden").write_text("secret", encoding="utf-8")
    (folder / "releases" / "secret.txt").write_text("secret", encoding="utf-8")
    with (site / "schema" / "index.json.gz").open("wb") as pressed:
        pressed.write(gzip.compress(PRESSED))
    return site


@pytest.fixture(scope="session", params=[nginx, caddy], ids=["nginx", "caddy"])
def server(
    request: pytest.FixtureRequest, deployed: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """Each of the servers over that site."""
    with request.param(deployed, tmp_path_factory.mktemp("server")) as served:
        yield served
