# SPDX-License-Identifier: Apache-2.0
"""Does every link inside the site lead somewhere, down to the anchor, and nothing load from elsewhere?"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from generator.render.page import NOT_FOUND

LINK = re.compile(rb'\s(href|src|action)="([^"]*)"')
ANCHOR = re.compile(rb'\bid="([^"]*)"')


def broken_links(files: Mapping[str, bytes], root: str) -> Iterator[str]:
    """Each link that leads nowhere, told with the page it stands on.

    `files` are all files of the site by path; `root` is the absolute path the site stands at.
    """
    anchors = {path: _anchors(content) for path, content in files.items() if path.endswith(".html")}
    for path in anchors:
        for kind, raw in dict.fromkeys(LINK.findall(files[path])):
            link = unescape(raw.decode())
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                if kind == b"src" and parts.scheme != "data":
                    yield f"{path}：图片 {link} 在别的网站上，读者看不到；把它放进 content/，写站内的路径"
                continue
            target = _target(path, unquote(parts.path), root)
            if target not in files:
                yield f"{path}：链接 {link} 所指的页面不存在"
            elif parts.fragment and unquote(parts.fragment) not in anchors.get(target, set()):
                yield f"{path}：链接 {link} 所指的标题在 {target} 里不存在"


def _anchors(content: bytes) -> set[str]:
    return {unescape(name.decode()) for name in ANCHOR.findall(content)}


def _target(page: str, path: str, root: str) -> str:
    """The file that a link on a page leads to."""
    if path.startswith("/"):
        joined = path.removeprefix(root)
    elif path:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        slash = "/" if posixpath.basename(path) in {"", ".", ".."} else ""
        joined = "" if joined == "." else joined + slash
    else:
        return page
    if page == NOT_FOUND and not path.startswith("/"):
        return "a relative link on a page shown at any address"
    return f"{joined}index.html" if joined == "" or joined.endswith("/") else joined
