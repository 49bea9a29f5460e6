# SPDX-License-Identifier: Apache-2.0
"""Which project is measured? The look and words of the real one, with a fictitious register of any size."""

import shutil
from pathlib import Path

from generator.author.demonstration import demonstration
from generator.load.kit import kit_of
from generator.output.new_project import write_project

REPOSITORY = Path(__file__).parent.parent


def write_fiction(platforms: int, root: Path) -> None:
    """Write a project with so many fictitious platforms, in place of one that is there."""
    kit, findings = kit_of(REPOSITORY)
    assert kit is not None, findings
    shutil.rmtree(root, ignore_errors=True)
    write_project(root, demonstration(platforms, kit.files, kit.settings))


def change_one_document(root: Path, number: int) -> None:
    """Change one designation document, another way each time: a platform moves within its town."""
    document = min((root / "registry" / "designations").rglob("*-list-of-2020.yaml"))
    text = document.read_text(encoding="utf-8")
    start = text.index("location: ") + len("location: ")
    end = text.index("}", start)
    document.write_text(f"{text[:start]}虚构第{number}区{text[end:]}", encoding="utf-8")
