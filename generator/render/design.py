# SPDX-License-Identifier: Apache-2.0
"""The style sheets, pictures and scripts of the site, and the words that scripts say."""

import json
from collections.abc import Iterator

from generator.base.output_file import OutputFile
from generator.model.standing import State
from generator.render.studio import Studio


def design_files(studio: Studio) -> Iterator[OutputFile]:
    """assets/brand/ and assets/scripts/ as they are, with assets/scripts/words.js made from the model."""
    for path, content in studio.register.site.design.items():
        if not path.startswith("templates/"):
            yield OutputFile(f"assets/{path}", content)
    settings = studio.register.site.settings
    constants = {
        "WORDS": {state.value: state.label for state in State},
        "EXPIRING_WITHIN_DAYS": settings.expiring_within_days,
        "REVIEW_AFTER_DAYS": settings.review_after_days,
        "AS_OF": studio.register.site.as_of.isoformat(),
        "STALE_AFTER_DAYS": settings.stale_after_days,
    }
    lines = [
        f"export const {name} = {json.dumps(value, ensure_ascii=False)};" for name, value in constants.items()
    ]
    text = "// Words and limits for the scripts, made from the records' model and site_config/site.yaml.\n"
    yield OutputFile("assets/scripts/words.js", (text + "\n".join(lines) + "\n").encode())
