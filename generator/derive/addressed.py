# SPDX-License-Identifier: Apache-2.0
"""At which addresses do the records of a register stand for ever, and what stands there?

Files that stand below the page of a record go with that page.
"""

from collections.abc import Iterator

from generator.base import addresses
from generator.derive.papers import papers_of
from generator.derive.register import Register
from generator.model.site import Site

INDEX = "index"


def prose_page(path: str) -> str:
    """The address of a page of prose: editing/personal-data.md → editing/personal-data/."""
    stem = path.removesuffix(".md")
    if stem == INDEX or stem.endswith(f"/{INDEX}"):
        return stem.removesuffix(INDEX)
    return f"{stem}/"


def addressed(register: Register) -> Iterator[tuple[str, str]]:
    """Each address with what stands there."""
    yield from _of_measures(register)
    yield from _of_notices(register.site)
    for id_ in register.platforms:
        yield addresses.platform(id_), "平台的页面"
    for id_ in register.platforms_in:
        yield addresses.registry_of(id_), "辖区的名单"
    for path in register.site.prose:
        yield prose_page(path), "文字页面"


def _of_measures(register: Register) -> Iterator[tuple[str, str]]:
    site = register.site
    for id_ in site.jurisdictions:
        if register.leading(id_) is not None:
            yield addresses.guide(id_), "辖区的指南"
    for id_ in site.rulesets:
        yield addresses.ruleset(id_), "办法的页面"
        if id_.split("/", maxsplit=1)[0] in site.jurisdictions:
            for paper in papers_of(register, id_):
                yield addresses.form(paper.id), "表格的页面"


def _of_notices(site: Site) -> Iterator[tuple[str, str]]:
    for id_, document in site.designations.items():
        yield addresses.designation(id_, document.issued_on.year), "认定文件的页面"
    for id_ in site.notices:
        yield addresses.notice(id_), "公告的页面"
    for id_, files in site.attached.items():
        for name in files:
            yield addresses.attachment(id_, name), "公告的附件"
