# SPDX-License-Identifier: Apache-2.0
"""The pages that editors write as prose, and the page shown for addresses that do not exist."""

from collections.abc import Iterator, Mapping

from generator.render.page import NOT_FOUND, Page, site_root
from generator.render.studio import Prose, Studio


def _above(prose: Mapping[str, Prose], address: str) -> Iterator[tuple[str, str]]:
    """The pages in whose folders a page stands, from the outermost on."""
    folders = address.split("/")[:-2]
    for depth in range(len(folders)):
        outer = "/".join(folders[: depth + 1]) + "/"
        if outer in prose:
            yield prose[outer].title, outer


def prose_pages(studio: Studio) -> Iterator[Page]:
    """Every prose page but the home page, whose text is part of another page."""
    for address, prose in studio.prose.items():
        if address:
            yield studio.page(
                "prose.html",
                address,
                title=prose.title,
                description=prose.description,
                above=list(_above(studio.prose, address)),
                html=prose.html,
            )
    yield studio.page(
        "not-found.html",
        NOT_FOUND,
        title="没有这个页面",
        description="网址可能写错了，或页面已经移走",
        home=site_root(studio.register.site.settings.site_url),
    )
