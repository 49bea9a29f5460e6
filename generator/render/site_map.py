# SPDX-License-Identifier: Apache-2.0
"""What do search engines find? Every page once, in a sitemap, where the site's address is known."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from generator.base.output_file import OutputFile
from generator.model.settings import Settings

INDEX = "index.html"
ON_A_SHEET = 50_000  # as many as the protocol allows
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def site_map(paths: Iterable[str], settings: Settings, *, is_preview: bool = False) -> Iterator[OutputFile]:
    """robots.txt always; sitemap.xml only when the site's address is set, over further sheets if need be.

    A preview is not to be found at all.
    """
    if is_preview:
        yield OutputFile("robots.txt", b"User-agent: *\nDisallow: /\n")
        return
    if settings.site_url is None:
        yield OutputFile("robots.txt", b"User-agent: *\nAllow: /\n")
        return
    pages = sorted(path.removesuffix(INDEX) for path in paths if path.rsplit("/", 1)[-1] == INDEX)
    sheets = [pages[at : at + ON_A_SHEET] for at in range(0, len(pages), ON_A_SHEET)]
    if len(sheets) == 1:
        yield OutputFile("sitemap.xml", _listed("url", sheets[0], settings.site_url))
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(sheets) + 1)]
        yield OutputFile("sitemap.xml", _listed("sitemap", names, settings.site_url))
        for name, sheet in zip(names, sheets, strict=True):
            yield OutputFile(name, _listed("url", sheet, settings.site_url))
    robots = f"User-agent: *\nAllow: /\nSitemap: {settings.site_url}sitemap.xml\n"
    yield OutputFile("robots.txt", robots.encode())


def _listed(kind: str, addresses: Iterable[str], site_url: str) -> bytes:
    """A sheet of addresses, or the list of sheets."""
    root = {"url": "urlset", "sitemap": "sitemapindex"}[kind]
    lines = "".join([f"<{kind}><loc>{escape(site_url + address)}</loc></{kind}>\n" for address in addresses])
    return f"{HEAD}<{root} {NAMESPACE}>\n{lines}</{root}>\n".encode()
