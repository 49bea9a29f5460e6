# SPDX-License-Identifier: Apache-2.0
"""Is everything read that pages are made with, and nothing else?"""

from pathlib import Path

from generator.load.design import read_design
from tests.conftest import REPOSITORY


def write(root: Path, *files: str) -> None:
    for file in files:
        (root / "site_config" / file).parent.mkdir(parents=True, exist_ok=True)
        (root / "site_config" / file).write_bytes(file.encode())


def test_templates_styles_scripts_and_pictures_are_read_in_order(tmp_path: Path) -> None:
    write(tmp_path, "templates/pages/b.html", "templates/pages/sub/a.html", "scripts/a.js", "brand/seal.svg")

    design = read_design(tmp_path)

    assert list(design) == [
        "templates/pages/b.html",
        "templates/pages/sub/a.html",
        "brand/seal.svg",
        "scripts/a.js",
    ]
    assert all(content == path.encode() for path, content in design.items())


def test_settings_and_the_templates_of_the_engine_are_not_part_of_it(tmp_path: Path) -> None:
    write(tmp_path, "site.yaml", "templates/engine/main.html", "notes.txt", "brand/site.css")

    assert list(read_design(tmp_path)) == ["brand/site.css"]


def test_a_project_without_a_look_has_none(tmp_path: Path) -> None:
    assert read_design(tmp_path) == {}


def test_the_real_look_has_pages_styles_and_scripts() -> None:
    design = read_design(REPOSITORY)

    assert {"templates/pages/home.html", "brand/site.css", "scripts/verdict.js"} <= set(design)
