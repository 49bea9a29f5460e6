# SPDX-License-Identifier: Apache-2.0
"""Which project is measured? The look and words of the real one, with a fictitious register of any size."""

import shutil
from pathlib import Path

from generator.author.fiction import fictitious_register

REPOSITORY = Path(__file__).parent.parent
WORDS = ("functions", "institution-kinds", "metrics", "step-kinds", "topics", "units")


def write_project(platforms: int, root: Path) -> None:
    """Write a project with so many fictitious platforms."""
    shutil.rmtree(root, ignore_errors=True)
    for file in fictitious_register(platforms):
        target = root / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    for name in WORDS:
        words = f"registry/vocabularies/{name}.yaml"
        shutil.copy(REPOSITORY / words, root / words)
    (root / "content" / "editing").mkdir()
    for page in ("index.md", "about.md", "accessibility.md", "editing/personal-data.md"):
        shutil.copy(REPOSITORY / "content" / page, root / "content" / page)
    shutil.copytree(REPOSITORY / "site_config", root / "site_config")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)


def change_one_document(root: Path, number: int) -> None:
    """Change one designation document, another way each time: a platform moves within its town."""
    document = min((root / "registry" / "designations").rglob("*-list-of-2020.yaml"))
    text = document.read_text(encoding="utf-8")
    start = text.index("location: ") + len("location: ")
    end = text.index("}", start)
    document.write_text(f"{text[:start]}虚构第{number}区{text[end:]}", encoding="utf-8")
