# SPDX-License-Identifier: Apache-2.0
"""What differs between a manifest and the site it came with, and between two manifests?"""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple, Protocol

from pydantic import ValidationError

from generator.model.published import Manifest, ManifestEntry
from generator.render.manifest import PATH as MANIFEST

MOST = 512 * 1024 * 1024  # bytes of a manifest: some millions of files
DIGEST = re.compile(r"[0-9a-f]{64}")
ODD_PATH = re.compile(r"(?:^|/)\.{0,2}(?:/|$)|[\\\x00-\x1f\x7f-\x9f]")  # leads elsewhere, or to mischief
PORTION = 64  # files, after which it is told how far it is

Seen = Callable[[int], None]


class Kind(StrEnum):
    """How a file differs from what the manifest says."""

    MISSING = "缺少"
    CHANGED = "有改动"
    EXTRA = "多出"
    UNREAD = "没能核对"


class Difference(NamedTuple):
    """One file that is not as the manifest says."""

    kind: Kind
    path: str
    why: str | OSError = ""


class Unverifiable(Exception):
    """Nothing can be compared; the message says why and what to do."""


class Place(Protocol):
    """Where a site lies."""

    def manifest(self) -> bytes:
        """The text of its manifest; Unverifiable where there is none to be had."""

    def differences(self, files: Mapping[str, ManifestEntry], seen: Seen) -> Iterator[Difference]:
        """What differs, in the order of the paths; `seen` hears now and then how many are done."""


def manifest_of(place: Place) -> Manifest:
    """The manifest of a site, whose paths all lie in it; Unverifiable for anything else."""
    try:
        read = Manifest.model_validate_json(place.manifest())
    except ValidationError as error:
        raise Unverifiable(
            f"{MANIFEST} 不是本站生成的文件清单\n"
            "    修法：核对文件夹或网址，应是网站首页所在之处；清单确实坏了的，重新发布整个网站"
        ) from error
    for path, entry in read.files.items():
        if ODD_PATH.search(path) or path == MANIFEST or not DIGEST.fullmatch(entry.sha256) or entry.size < 0:
            raise Unverifiable(
                f"{MANIFEST} 里有一条不像本站生成的：{path!a}\n    修法：清单被改过，重新发布整个网站"
            )
    return read


def told_apart(expected: ManifestEntry, size: int, sha256: str) -> str:
    """In what a file differs; nothing if it does not."""
    if size != expected.size:
        return f"应为 {expected.size:,} 字节，实为 {size:,} 字节"
    return "" if sha256 == expected.sha256 else "大小相同，内容不同"


class Order(StrEnum):
    """How one site stands to another."""

    SAME = "相同"
    OLDER = "旧"
    NEWER = "新"
    OTHER = "不同"


def order(one: Manifest, other: Manifest) -> tuple[Order, int]:
    """How the one stands to the other, and how many files differ."""
    paths = one.files.keys() | other.files.keys()
    differing = sum(one.files.get(path) != other.files.get(path) for path in paths)
    if one == other:
        return Order.SAME, 0
    if one.as_of == other.as_of:
        return Order.OTHER, differing
    return (Order.OLDER if one.as_of < other.as_of else Order.NEWER), differing
