# SPDX-License-Identifier: Apache-2.0
"""How is a site in a folder compared with its manifest? File by file, and then by what else is there."""

import gzip
import hashlib
import os
import stat
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from generator.model.published import ManifestEntry
from generator.output.deployed.comparison import (
    MOST,
    PORTION,
    Difference,
    Kind,
    Seen,
    Unverifiable,
    told_apart,
)
from generator.render.manifest import PATH as MANIFEST

AT_ONCE = 1 << 20
PRESSED = ".gz"  # a server may send it in place of the file beside it


@dataclass(frozen=True, slots=True)
class Folder:
    """A site in a folder."""

    root: Path

    def manifest(self) -> bytes:
        """The text of its manifest."""
        file = self.root / MANIFEST
        try:
            if file.stat().st_size > MOST:
                raise Unverifiable(f"{file} 太大，不像文件清单\n    修法：重新发布整个网站")
            return file.read_bytes()
        except FileNotFoundError as error:
            raise Unverifiable(
                f"{self.root} 里没有 {MANIFEST}\n"
                "    修法：指明网站首页所在的文件夹，例如 build/site；清单丢了的，重新发布整个网站"
            ) from error

    def differences(self, files: Mapping[str, ManifestEntry], seen: Seen) -> Iterator[Difference]:
        """Every file of the manifest, then what the manifest does not name."""
        for number, path in enumerate(sorted(files)):
            if number % PORTION == 0:
                seen(number)
            if found := self._difference(path, files[path]):
                yield found
        for path in sorted(self._others(files)):
            pressed = files.get(path.removesuffix(PRESSED)) if path.endswith(PRESSED) else None
            if pressed is None:
                yield Difference(Kind.EXTRA, path)
            elif not self._holds(path, pressed):
                yield Difference(Kind.CHANGED, path, "压缩的不是旁边的文件现在的内容")

    def _difference(self, path: str, expected: ManifestEntry) -> Difference | None:
        file = self.root / path
        try:
            found = file.stat()
            if not stat.S_ISREG(found.st_mode):
                return Difference(Kind.CHANGED, path, "应是文件，那里却不是")
            sha256 = ""
            if found.st_size == expected.size:
                with file.open("rb") as opened:
                    sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
        except (FileNotFoundError, NotADirectoryError):
            return Difference(Kind.MISSING, path)
        except OSError as error:
            return Difference(Kind.UNREAD, path, error)
        why = told_apart(expected, found.st_size, sha256)
        return Difference(Kind.CHANGED, path, why) if why else None

    def _others(self, files: Mapping[str, ManifestEntry]) -> Iterator[str]:
        """Every file that the manifest does not name, and every link to a folder, which no site has."""
        for folder, folders, names in os.walk(self.root):
            here = Path(folder)
            for name in [*names, *(name for name in folders if (here / name).is_symlink())]:
                path = (here / name).relative_to(self.root).as_posix()
                if path not in files and path != MANIFEST:
                    yield path

    def _holds(self, path: str, expected: ManifestEntry) -> bool:
        """Whether a compressed file holds what the file beside it should be."""
        try:
            with gzip.open(self.root / path) as opened:
                return _is(opened, expected)
        except (OSError, EOFError, zlib.error):
            return False


def _is(opened: "BinaryIO | gzip.GzipFile", expected: ManifestEntry) -> bool:
    """Whether a stream is as expected; no more of it is read than that takes."""
    digest, size = hashlib.sha256(), 0
    while size <= expected.size and (piece := opened.read(AT_ONCE)):
        digest.update(piece)
        size += len(piece)
    return not told_apart(expected, size, digest.hexdigest())
