# SPDX-License-Identifier: Apache-2.0
"""Which pages stand for all pages of a site? The longest one of each type, found from the site itself.

A type is the shape of an address, and whether the page offers its content as data; so a new folder, or a
new kind of page in an old one, is looked at by every test without being named anywhere.
"""

import json
import re
from pathlib import Path

JSON_TWIN = b'rel="alternate" type="application/json"'


def addresses(site: Path) -> list[str]:
    """The address of every page below the site's root; the page for missing addresses is 404.html."""
    files = json.loads((site / "manifest.json").read_bytes())["files"]
    return [path.removesuffix("index.html") for path in files if path.endswith(".html")]


def path_of(site: Path, address: str) -> Path:
    """The file of a page."""
    return site / address / "index.html" if address.endswith("/") or not address else site / address


def type_of(site: Path, address: str) -> str:
    """guides/<word>/<number>/, with `+data` where the page has a twin in JSON."""
    first, *rest = address.split("/")
    shape = "/".join([first, *(_shape(part) for part in rest)])
    return shape + ("+data" if JSON_TWIN in path_of(site, address).read_bytes() else "")


def _shape(part: str) -> str:
    if re.fullmatch(r"\d{4}\S*", part):
        return "<number>"
    return "<id>" if re.fullmatch(r"[a-z]+-\d{4,}", part) else "<word>" if part else ""


def one_of_each_type(site: Path) -> dict[str, str]:
    """The address of the longest page of each type."""
    longest: dict[str, str] = {}
    for address in sorted(addresses(site), key=lambda a: (path_of(site, a).stat().st_size, a)):
        longest[type_of(site, address)] = address
    return dict(sorted(longest.items()))
