# SPDX-License-Identifier: Apache-2.0
"""What does the lookup in the browser search? One compact file of names, places and standings."""

import json
from collections.abc import Iterator

from generator.base import addresses
from generator.base.output_file import OutputFile
from generator.model.platform import Platform
from generator.render.studio import Studio, standing_data


def lookup_index(studio: Studio) -> Iterator[OutputFile]:
    """lookup/platforms.json: for each platform its address and name, other texts, place and standing."""
    rows = [_row(studio, platform) for platform in studio.register.platforms.values()]
    yield OutputFile(
        "lookup/platforms.json", f"{json.dumps(rows, ensure_ascii=False, separators=(',', ':'))}\n".encode()
    )


def _row(studio: Studio, platform: Platform) -> list[object]:
    former = [period.name for period in platform.names if period.name != platform.name]
    others = [text for text in (platform.operator, platform.credit_code, platform.id) if text]
    jurisdiction = studio.register.site.jurisdictions[platform.jurisdiction]
    return [
        addresses.platform(platform.id),
        platform.name,
        former,
        others,
        jurisdiction.short_name,
        platform.location or "",
        json.loads(standing_data(platform.standing)),
    ]
