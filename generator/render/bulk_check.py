# SPDX-License-Identifier: Apache-2.0
"""The page on which a whole column of names or codes is checked at once, in the browser."""

import json
from collections.abc import Iterator
from dataclasses import replace

from generator.base import addresses
from generator.load.asked import CODE_HEADS, HEADS, NAME_HEADS
from generator.model.designation import Tier
from generator.render import heads
from generator.render.bulk_rows import COLUMNS
from generator.render.page import Page
from generator.render.studio import Studio

TITLE = "批量核对"
MOST = 2000  # lines at once


def bulk_check_page(studio: Studio) -> Iterator[Page]:
    """The page, with the words and limits that its script needs."""
    settings = studio.register.site.settings
    page = studio.page(
        "bulk_check.html",
        addresses.BULK_CHECK,
        title=TITLE,
        description="粘贴一列平台名称或统一社会信用代码，选一个日期，逐行列出认定结果、有效期间和依据文件",
        scripts=("bulk_check.js",),
        most=MOST,
        words=json.dumps(
            {
                "columns": COLUMNS,
                "heads": HEADS,
                "columnHeads": [*NAME_HEADS, *CODE_HEADS],
                "ordinary": Tier.ORDINARY.label,
                "site": settings.name,
                "most": MOST,
            },
            ensure_ascii=False,
        ),
    )
    yield replace(page, head=heads.metas(heads.column(addresses.BULK_CHECK, settings)))
