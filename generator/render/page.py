# SPDX-License-Identifier: Apache-2.0
"""What is a page before it is poured into the shell, and what is the shell?

The shell is one page made by the site engine, with slots. Every page, whether of records or of prose,
is its body poured into that shell, so that the look is one whichever engine made it.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape
from urllib.parse import urlsplit

from generator.base.output_file import OutputFile

PROSE = re.compile(r"<!--prose (?P<facts>\{.*?\})-->\n?(?P<body>.*)<!--/prose-->", re.DOTALL)
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
BLANK_LINES = re.compile(r"\n\s*\n+")
NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class Page:
    """The body of a page and what its head says."""

    address: str  # below the site's root; ends with / except for 404.html; empty for the home page
    title: str
    description: str
    body: str
    next_change: date | None = None  # the next day on which a state shown here changes
    scripts: tuple[str, ...] = ()  # modules below assets/scripts/
    data: str | None = None  # address of the same content as JSON
    head: str = ""  # what else the head says, as HTML
    styles: tuple[str, ...] = ()  # sheets below assets/brand/ besides those of all pages, and after them


def depth(address: str) -> int:
    """How many folders below the root a page stands."""
    return address.count("/")


def way_up(address: str) -> str:
    """The relative way from a page to the site's root."""
    return "../" * depth(address) or "./"


def site_root(site_url: str | None) -> str:
    """The absolute path of the site's root, for the page that is shown at any address."""
    return urlsplit(site_url).path if site_url else "/"


def _compact(html: str) -> str:
    """The engine's HTML without blank lines."""
    return BLANK_LINES.sub("\n", html).strip() + "\n"


@dataclass(frozen=True)
class Shell:
    """The page made by the engine one folder below the root, and what is the same on all pages."""

    html: str
    site_name: str
    site_url: str | None

    @cached_property
    def _parts(self) -> tuple[str, str]:
        """The shell before and after the body, with the policy filled in."""
        html = _compact(self.html).replace('<html lang="zh"', '<html lang="zh-CN"')
        html = html.replace("@csp@", self.policy)
        found = PROSE.search(html)
        if found is None:
            raise ValueError("the engine's shell has no slot for the body")
        return html[: found.start()], html[found.end() :]

    @cached_property
    def _at(self) -> dict[str, tuple[str, str]]:
        """The parts with links for pages that stand so deep, by the way up to the root."""
        return {}

    def _parts_at(self, up: str) -> tuple[str, str]:
        if up not in self._at:
            before, after = (part.replace('="../', f'="{up}') for part in self._parts)
            self._at[up] = before, after
        return self._at[up]

    @property
    def root(self) -> str:
        """The absolute path that the site stands at."""
        return site_root(self.site_url)

    @cached_property
    def policy(self) -> str:
        """The Content-Security-Policy: nothing foreign, nothing inline but what the engine itself wrote.

        Site-wide search is a WebAssembly program of this site. 'wasm-unsafe-eval' lets a browser compile it,
        and no text become script; its worker, and that of the lookup, are scripts of this site.
        """
        hashes = [
            base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            for script in INLINE_SCRIPT.findall(_compact(self.html))
        ]
        allowed = (f"'sha256-{value}'" for value in dict.fromkeys(hashes))
        scripts = " ".join(["'self'", *allowed, "'wasm-unsafe-eval'"])
        return (
            f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; "
            "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
            "form-action 'self'"
        )

    def path_of(self, page: Page) -> str:
        """The file that a page stands in."""
        return page.address if page.address == NOT_FOUND else f"{page.address}index.html"

    def pour(self, page: Page) -> OutputFile:
        """The finished page."""
        up = self.root if page.address == NOT_FOUND else way_up(page.address)
        before, after = self._parts_at(up)
        title = page.title if page.address == "" else f"{page.title} - {self.site_name}"
        sheets = [f'<link rel="stylesheet" href="{up}assets/brand/{name}">\n' for name in page.styles]
        before = before.replace("@title@", escape(title)).replace("<!--slot:head-->", self._head(page, up))
        before = before.replace("<!--slot:styles-->\n", "".join(sheets))
        return OutputFile(self.path_of(page), f"{before}{page.body.strip()}{after}".encode())

    def _head(self, page: Page, up: str) -> str:
        """The metas and links that differ from page to page."""
        metas = {
            "description": page.description,
            "registry:next-change": page.next_change.isoformat() if page.next_change else "",
        }
        lines = [f'<meta name="{name}" content="{escape(value)}">' for name, value in metas.items() if value]
        if self.site_url and page.address != NOT_FOUND:
            lines.append(f'<link rel="canonical" href="{escape(self.site_url + page.address)}">')
        if page.data:
            lines.append(f'<link rel="alternate" type="application/json" href="{up}{page.data}">')
        if page.head:
            lines.append(page.head)
        lines += [f'<script type="module" src="{up}assets/scripts/{name}"></script>' for name in page.scripts]
        return "\n".join(lines)
