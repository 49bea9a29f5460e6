# SPDX-License-Identifier: Apache-2.0
"""Which outputs are there? One explicit list; the order does not matter to any of them."""

from collections.abc import Callable, Iterator

from generator.base.output_file import OutputFile
from generator.render import (
    amendments,
    bulk_check,
    calendars,
    compare,
    data_page,
    design,
    designations,
    eligibility_data,
    feeds,
    guides,
    handbook,
    home,
    notice_lists,
    notices,
    open_data,
    platforms,
    prose,
    quarters,
    redirects,
    registry,
    registry_lists,
    review,
    schemas,
    self_check,
    tables,
)
from generator.render.lookup.index import lookup_index
from generator.render.page import Page
from generator.render.papers.pages import list_page
from generator.render.studio import Studio

Pages = tuple[Callable[[Studio], Iterator[Page]], ...]
Files = tuple[Callable[[Studio], Iterator[OutputFile]], ...]

# What a shard is rendered into, from its records alone.
SHARD_PAGES: Pages = (
    registry.list_pages,
    platforms.platform_pages,
    notices.notice_pages,
    designations.designation_pages,
)
SHARD_FILES: Files = (
    open_data.shard_files,
    platforms.badge_files,
    calendars.platform_calendars,
    designations.list_files,
)

# What the base and the overview of all shards are rendered into.
SITE_PAGES: Pages = (
    home.home_page,
    guides.guide_pages,
    compare.compare_pages,
    registry.lookup_page,
    bulk_check.bulk_check_page,
    self_check.self_check_page,
    registry_lists.year_pages,
    notice_lists.notices_page,
    list_page,
    data_page.data_page,
    review.review_page,
    handbook.handbook_page,
    prose.prose_pages,
)
SITE_FILES: Files = (
    design.design_files,
    open_data.lists,
    amendments.amendment_files,
    compare.comparison_files,
    data_page.index_file,
    self_check.place_files,
    tables.other_tables,
    eligibility_data.vocabularies_file,
    eligibility_data.case_files,
    redirects.redirect_files,
)

# What follows from the models alone.
SCHEMAS: Files = (schemas.schema_files,)

# What is made of the notices and documents, and only anew when these have changed.
CALENDARS: Files = (calendars.jurisdiction_calendars,)
ARCHIVE: Pages = (notice_lists.year_pages, notice_lists.jurisdiction_pages)
NOTICE_INDEX: Files = (notice_lists.index_files,)
QUARTERS: Pages = (quarters.quarter_pages,)
FEEDS: Files = (feeds.feed_files,)

# What is made of lines of the platforms, and only anew when these have changed.
LETTER_PAGES: Pages = (registry_lists.letter_pages,)
LOOKUP: Files = (lookup_index,)
PLATFORM_TABLE: Files = (tables.platform_table,)
PLATFORM_WORKBOOK: Files = (tables.platform_workbook,)
TERM_TABLES: Files = (tables.term_tables,)
