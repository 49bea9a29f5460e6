# SPDX-License-Identifier: Apache-2.0
"""How is a site on the web compared with its manifest? Every file is fetched as a reader would fetch it.

A few are fetched at once, over connections that stay open. Nothing is read beyond the size that the
manifest states, no redirect is followed to another host, and a host that no longer answers is given up.
"""

import hashlib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import quote, urljoin, urlsplit

import urllib3
from urllib3 import exceptions

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
from generator.render.server import FOLDER

AT_ONCE = 8
REDIRECTS = 3
PIECE = 1 << 16
WAIT = urllib3.Timeout(connect=5, read=15)
AGAIN = urllib3.Retry(total=1, redirect=False, status_forcelist=(502, 503, 504), raise_on_status=False)
ASKED = {"Accept-Encoding": "gzip", "User-Agent": "platform-registry verify"}
INDEX = "index.html"
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
TROUBLES: tuple[tuple[type[Exception], str], ...] = (
    (exceptions.NameResolutionError, "找不到这个域名"),
    (exceptions.NewConnectionError, "连不上"),
    (exceptions.TimeoutError, "太久没有回答"),
    (exceptions.SSLError, "证书不可信"),
    (exceptions.DecodeError, "压缩的内容解不开"),
)
BROKEN = "连接中断"


class _Refused(Exception):
    """A file that could not be had; whether because it is not there."""

    def __init__(self, why: str, *, is_gone: bool = False) -> None:
        super().__init__(why)
        self.is_gone = is_gone


@dataclass(frozen=True, slots=True)
class Web:
    """A site at an address that ends with a slash."""

    address: str
    _pool: urllib3.PoolManager = field(
        default_factory=lambda: urllib3.PoolManager(
            maxsize=AT_ONCE, block=True, timeout=WAIT, retries=AGAIN, headers=ASKED
        )
    )

    def manifest(self) -> bytes:
        """The text of its manifest."""
        try:
            return b"".join(self._pieces(MANIFEST, MOST))
        except _Refused as error:
            why = "没有这个文件" if error.is_gone else error
            raise Unverifiable(
                f"{self.address}{MANIFEST}：{why}\n    修法：核对网址，应是网站首页的网址；也看看网络是否通畅"
            ) from error

    def differences(self, files: Mapping[str, ManifestEntry], seen: Seen) -> Iterator[Difference]:
        """Every file of the manifest; what else the host has cannot be known."""
        paths = sorted(files)
        with ThreadPoolExecutor(AT_ONCE) as workers:
            for start in range(0, len(paths), PORTION):
                seen(start)
                portion = paths[start : start + PORTION]
                found = list(workers.map(lambda path: self._difference(path, files[path]), portion))
                if all(difference and difference.kind is Kind.UNREAD for difference in found):
                    why = found[0].why if found[0] else ""
                    raise Unverifiable(
                        f"核对到第 {start + 1:,} 个文件时，接连 {len(portion)} 个都读不到（{why}）\n"
                        "    修法：等网站恢复后再试"
                    )
                yield from (difference for difference in found if difference)

    def _difference(self, path: str, expected: ManifestEntry) -> Difference | None:
        digest, size = hashlib.sha256(), 0
        try:
            for piece in self._pieces(path, expected.size):
                digest.update(piece)
                size += len(piece)
        except _Refused as error:
            if not error.is_gone:
                return Difference(Kind.UNREAD, path, str(error))
            # What is meant for the server itself is shown by some and by some not.
            return None if path.startswith(FOLDER) else Difference(Kind.MISSING, path)
        if size > expected.size:
            return Difference(Kind.CHANGED, path, f"应为 {expected.size:,} 字节，实际更大")
        why = told_apart(expected, size, digest.hexdigest())
        return Difference(Kind.CHANGED, path, why) if why else None

    def _pieces(self, path: str, most: int) -> Iterator[bytes]:
        """The content, or its beginning with at least one byte too many."""
        shown = path.removesuffix(INDEX) if path == INDEX or path.endswith(f"/{INDEX}") else path
        size = 0
        try:
            response = self._answer(f"{self.address}{quote(shown)}")
            try:
                for piece in response.stream(PIECE, decode_content=True):
                    yield piece
                    size += len(piece)
                    if size > most:
                        break
                else:
                    response.release_conn()
            finally:
                response.close()
        except exceptions.HTTPError as error:
            raise _Refused(_told(error)) from error

    def _answer(self, address: str) -> urllib3.BaseHTTPResponse:
        """The answer with a status of 200; redirects are followed on the same host."""
        for _ in range(REDIRECTS + 1):
            response = self._pool.request("GET", address, redirect=False, preload_content=False)
            if response.status == HTTPStatus.OK:
                return response
            response.close()
            target = response.get_redirect_location()
            if not target:
                why = f"服务器回答 {response.status}"
                raise _Refused(why, is_gone=response.status in GONE)
            try:
                address = urljoin(address, target)
                is_here = urlsplit(address).hostname == urlsplit(self.address).hostname
            except ValueError:
                is_here = False
            if not is_here:
                raise _Refused(f"被转到另一个网站，没有跟过去：{target!a}")
        raise _Refused("来回转了太多次")


def _told(error: Exception) -> str:
    """What went wrong on the way."""
    if isinstance(error, exceptions.MaxRetryError) and error.reason:
        error = error.reason
    return next((said for kind, said in TROUBLES if isinstance(error, kind)), BROKEN)
