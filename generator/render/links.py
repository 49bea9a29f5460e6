# SPDX-License-Identifier: Apache-2.0
"""Does every link inside the site lead somewhere, down to the anchor, and nothing load from elsewhere?

Each part of the site looks at its own pages; what they lead to in other parts is kept with the part and
compared once all parts are there.
"""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import unquote, urlsplit

from generator.base.output_file import OutputFile
from generator.render.page import NOT_FOUND

LINK = re.compile(rb'\s(href|src|action)="([^"]*)"')
ANCHOR = re.compile(rb'\bid="([^"]*)"')
PLAIN = re.compile("(?:[a-z0-9-]+/)+(?:[a-z0-9-]+[.][a-z]+)?")
Anchors = Callable[[str], Collection[str]]


@dataclass(slots=True)
class Links:
    """What the pages of a part lead to: each target once, with a page that leads there."""

    outward: dict[str, str] = field(default_factory=dict)  # path of a file, with #anchor if any → page
    problems: list[str] = field(default_factory=list)  # what is wrong whatever the other parts hold


def links_of(files: Iterable[OutputFile], root: str) -> Links:
    """The links of a part; `root` is the absolute path that the site stands at."""
    contents = {file.path: file.content for file in files}
    resolved: dict[tuple[int, bytes, bytes], str | None] = {}
    links = Links()
    for page, content in contents.items():
        if not page.endswith(".html"):
            continue
        depth = page.count("/")
        up = b"../" * depth
        for kind, raw in set(LINK.findall(content)):
            # A link that climbs to the root leads to the same place from every page of that depth.
            key = (depth, kind, raw) if depth and raw.startswith(up) and page != NOT_FOUND else None
            if key is None or key not in resolved:
                target = _resolved(page, kind, unescape(raw.decode()), root, links)
                if key:
                    resolved[key] = target
                if target is not None and not _is_inside(target, contents):
                    links.outward.setdefault(target, page)
    links.outward = dict(sorted(links.outward.items()))
    return links


def _resolved(page: str, kind: bytes, link: str, root: str, links: Links) -> str | None:
    """The file that a link leads to, with its anchor; None for one that leads out of the site."""
    below = link.removeprefix("../" * page.count("/"))
    if below != link and PLAIN.fullmatch(below):  # most links climb to the root and go down from there
        return f"{below}index.html" if below.endswith("/") else below
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        if kind == b"src" and parts.scheme != "data":
            links.problems.append(
                f"{page}：图片 {link} 在别的网站上，读者看不到；把它放进 content/，写站内的路径"
            )
        return None
    if page == NOT_FOUND and parts.path and not parts.path.startswith("/"):
        links.problems.append(f"{page}：这一页在任何网址上都可能显示，链接 {link} 要从网站的根目录写起")
        return None
    target = _target(page, unquote(parts.path), root)
    anchor = "" if "=" in parts.fragment else unquote(parts.fragment)  # #j=linfen is read by a script
    return f"{target}#{anchor}" if anchor else target


def _is_inside(target: str, contents: Mapping[str, bytes]) -> bool:
    path, _, anchor = target.partition("#")
    if path not in contents or not anchor:
        return path in contents
    return f' id="{escape(anchor)}"'.encode() in contents[path] or anchor in anchors_of(contents[path])


def broken(links: Mapping[str, str], paths: Collection[str], anchors: Anchors) -> Iterator[str]:
    """Each link that leads nowhere, told with the page it stands on.

    `links` are all that lead from one part to another, `paths` all files of the site.
    """
    for target, page in links.items():
        path, _, anchor = target.partition("#")
        if path not in paths:
            yield f"{page}：链接所指的 /{path.removesuffix('index.html')} 不存在"
        elif anchor and anchor not in anchors(path):
            yield f"{page}：链接所指的标题 #{anchor} 在 /{path.removesuffix('index.html')} 里不存在"


def anchors_of(content: bytes) -> set[str]:
    """The names of the places on a page that a link can lead to."""
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
    return f"{joined}index.html" if joined == "" or joined.endswith("/") else joined
