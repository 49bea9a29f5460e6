# SPDX-License-Identifier: Apache-2.0
"""Does every link inside the site lead somewhere, down to the anchor?"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from generator.render.page import NOT_FOUND

LINK = re.compile(rb'(?:href|src|action)="([^"]*)"')
ANCHOR = re.compile(rb'\bid="([^"]*)"')


def broken_links(files: Mapping[str, bytes], root: str) -> Iterator[str]:
    """Each link that leads nowhere, told with the page it stands on.

    `files` are all files of the site by path; `root` is the absolute path the site stands at.
    """
    anchors = {path: _anchors(content) for path, content in files.items() if path.endswith(".html")}
    for path in anchors:
        for raw in dict.fromkeys(LINK.findall(files[path])):
            link = unescape(raw.decode())
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = _target(path, unquote(parts.path), root)
            if target not in files:
                yield f"{path}: {link} leads nowhere"
            elif parts.fragment and unquote(parts.fragment) not in anchors.get(target, set()):
                yield f"{path}: {link} names no anchor of {target}"


def _anchors(content: bytes) -> set[str]:
    return {unescape(name.decode()) for name in ANCHOR.findall(content)}


def _target(page: str, path: str, root: str) -> str:
    """The file that a link on a page leads to."""
    if path.startswith("/"):
        joined = path.removeprefix(root)
    elif path:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        joined = "" if joined == "." else joined + ("/" if path.endswith(("/", "/..", "/.")) else "")
    else:
        return page
    if page == NOT_FOUND and not path.startswith("/"):
        return "a relative link on a page shown at any address"
    return f"{joined}index.html" if joined == "" or joined.endswith("/") else joined
