# SPDX-License-Identifier: Apache-2.0
"""Do scripts get their words from the records' model, and the day of the data from one file alone?"""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest

from generator.model.standing import State
from generator.render.design import design_files
from generator.render.studio import Studio
from tests.builders import TINY_DAY, tiny_site
from tests.render.workshop import design, files, pages, tiny_workshop, workshop

CONSTANT = re.compile("^export const ([A-Z_]+) = (.*);$", re.MULTILINE)
TOMORROW = TINY_DAY + timedelta(days=1)  # on which no state in the tiny site changes


def constants(room: Studio) -> dict[str, Any]:
    """What assets/scripts/words.js exports."""
    (made,) = (file for file in design_files(room) if file.path == "assets/scripts/words.js")
    return {name: json.loads(value) for name, value in CONSTANT.findall(made.content.decode())}


def test_scripts_know_the_day_of_the_data_and_when_it_is_stale() -> None:
    settings = tiny_site().settings.model_copy(update={"stale_after_days": 45})
    made = constants(workshop(as_of=date(2025, 6, 7), settings=settings))

    assert (made["AS_OF"], made["STALE_AFTER_DAYS"]) == ("2025-06-07", 45)


def test_scripts_say_the_words_and_keep_the_limits_of_the_model() -> None:
    settings = tiny_site().settings
    made = constants(workshop())

    assert made["WORDS"] == {state.value: state.label for state in State}
    assert made["EXPIRING_WITHIN_DAYS"] == settings.expiring_within_days
    assert made["REVIEW_AFTER_DAYS"] == settings.review_after_days
    assert len(made) == 5


def test_styles_pictures_and_scripts_are_published_as_they_are_and_templates_are_not() -> None:
    made = {file.path: file.content for file in design_files(workshop())}
    expected = {
        f"assets/{path}": text for path, text in design().items() if not path.startswith("templates/")
    }

    assert {path: text for path, text in made.items() if path != "assets/scripts/words.js"} == expected
    assert len(expected) > 10


@pytest.mark.parametrize("day", [TOMORROW, TINY_DAY + timedelta(days=20)])
def test_a_new_day_changes_the_page_of_the_data_and_no_other(day: date) -> None:
    before, after = pages(tiny_workshop()), pages(tiny_workshop(as_of=day))

    assert {address for address in before if before[address] != after[address]} == {"data/"}


def test_a_new_day_changes_no_file_but_the_index_of_the_data_and_the_words_of_scripts() -> None:
    before, after = files(tiny_workshop()), files(tiny_workshop(as_of=TOMORROW))

    assert {path for path in before if before[path] != after[path]} == {
        "api/v1/index.json",
        "assets/scripts/words.js",
    }
