# SPDX-License-Identifier: Apache-2.0
"""What does the site look like? The templates, style sheets, scripts and pictures of site_config/."""

from pathlib import Path

FOLDERS = ("templates/pages", "brand", "scripts")


def read_design(root: Path) -> dict[str, bytes]:
    """The files of site_config/ that pages are made with, by their path below it, in order."""
    home = root / "site_config"
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for folder in FOLDERS
        for path in sorted((home / folder).rglob("*"))
        if path.is_file()
    }
