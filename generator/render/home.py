# SPDX-License-Identifier: Apache-2.0
"""The home page: search first, then what is open now, then the jurisdictions."""

from collections.abc import Iterator

from generator.model.notice import Span
from generator.model.overview import Item
from generator.render import guides, notices
from generator.render.page import Page
from generator.render.studio import Studio

LATEST = 6
WINDOWS = 100  # so many of those that ended last are told with those that have not ended


def home_page(studio: Studio) -> Iterator[Page]:
    """The home page; which windows are open is decided when it is viewed."""
    overview = studio.overview
    listed = guides.with_rulesets(studio)
    standings = [version.standing for _, _, versions in listed for version in versions]
    windows = _windows(studio)
    days = (studio.soonest(*standings), notices.next_border(studio, [window for _, window in windows]))
    yield studio.page(
        "home.html",
        "",
        title=studio.register.site.settings.name,
        description=studio.register.site.settings.tagline,
        next_change=min((day for day in days if day), default=None),
        introduction=studio.prose[""].html,
        latest=overview.items[:LATEST],
        windows=windows,
        listed=listed,
        counts={
            "个辖区有办法": len(listed),
            "个办法版本": len(studio.register.site.rulesets),
            "份认定文件": sum(item.source == "designation" for item in overview.items),
            "家平台": sum(overview.platforms.values()),
        },
    )


def _windows(studio: Studio) -> list[tuple[Item, Span]]:
    """Those that have not ended on the day of the data, and the last of those that have."""
    found = [(item, window) for item in studio.overview.items for window in item.windows]
    ended = [window.last for _, window in found if window.last < studio.register.site.as_of]
    oldest = sorted(ended)[-WINDOWS:][:1]
    return [(item, window) for item, window in found if not oldest or window.last >= oldest[0]]
