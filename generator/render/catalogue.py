# SPDX-License-Identifier: Apache-2.0
"""Which outputs are there? One explicit list; the order does not matter to any of them."""

from collections.abc import Callable, Iterator

from generator.base.output_file import OutputFile
from generator.render import (
    data_page,
    design,
    designations,
    guides,
    home,
    notices,
    open_data,
    platforms,
    prose,
    registry,
    registry_lists,
    review,
    schemas,
    tables,
)
from generator.render.lookup import index as lookup
from generator.render.page import Page
from generator.render.studio import Studio

PAGE_RENDERERS: tuple[Callable[[Studio], Iterator[Page]], ...] = (
    home.home_page,
    guides.guide_pages,
    registry.lookup_page,
    registry.list_pages,
    registry_lists.year_pages,
    registry_lists.letter_pages,
    platforms.platform_pages,
    notices.notice_pages,
    designations.designation_pages,
    data_page.data_page,
    review.review_page,
    prose.prose_pages,
)
FILE_RENDERERS: tuple[Callable[[Studio], Iterator[OutputFile]], ...] = (
    design.design_files,
    lookup.lookup_index,
    open_data.api_files,
    data_page.index_file,
    schemas.schema_files,
    tables.table_files,
    platforms.badge_files,
    designations.list_files,
)
