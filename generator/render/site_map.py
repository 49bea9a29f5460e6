# SPDX-License-Identifier: Apache-2.0
"""What do search engines find? Every page once, in a sitemap, where the site's address is known."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from generator.base.output_file import OutputFile
from generator.model.settings import Settings
from generator.render.page import NOT_FOUND, Page


def site_map(pages: Iterable[Page], settings: Settings) -> Iterator[OutputFile]:
    """robots.txt always; sitemap.xml only when the site's address is set."""
    if settings.site_url is None:
        yield OutputFile("robots.txt", b"User-agent: *\nAllow: /\n")
        return
    places = "\n".join(
        f"<url><loc>{escape(settings.site_url + page.address)}</loc></url>"
        for page in pages
        if page.address != NOT_FOUND
    )
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    )
    yield OutputFile("sitemap.xml", f"{head}\n{places}\n</urlset>\n".encode())
    robots = f"User-agent: *\nAllow: /\nSitemap: {settings.site_url}sitemap.xml\n"
    yield OutputFile("robots.txt", robots.encode())
