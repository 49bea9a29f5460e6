# SPDX-License-Identifier: Apache-2.0
"""The home page: search first, then what is open now, then the jurisdictions."""

from collections.abc import Iterator

from generator.render import guides, notices
from generator.render.page import Page
from generator.render.studio import Studio

LATEST = 6


def home_page(studio: Studio) -> Iterator[Page]:
    """The home page; which windows are open is decided when it is viewed."""
    register = studio.register
    items = notices.items(register)
    listed = guides.with_rulesets(studio)
    standings = [version.standing for _, _, versions in listed for version in versions]
    windows = [(item, window) for item in items for window in item.windows]
    days = (studio.soonest(*standings), notices.next_border(register, [window for _, window in windows]))
    yield studio.page(
        "home.html",
        "",
        title=register.site.settings.name,
        description=register.site.settings.tagline,
        next_change=min((day for day in days if day), default=None),
        introduction=studio.prose[""].html,
        latest=items[:LATEST],
        windows=windows,
        listed=listed,
        counts={
            "个辖区有办法": len(listed),
            "个办法版本": len(register.site.rulesets),
            "份认定文件": len(register.site.designations),
            "家平台": len(register.platforms),
        },
    )
