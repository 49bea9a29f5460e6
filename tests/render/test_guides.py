# SPDX-License-Identifier: Apache-2.0
"""Has every version its page, also where nothing of its text is recorded?"""

from generator.render.guides import guide_pages
from generator.render.page import Page
from tests.builders import ruleset
from tests.render.workshop import workshop


def pages(**versions: str) -> dict[str, Page]:
    """The guides of a jurisdiction whose versions of these years are recorded so far."""
    rulesets = {f"yangli/{year[1:]}": ruleset(text=text) for year, text in versions.items()}
    made = guide_pages(workshop(rulesets=rulesets))
    return {page.address: page for page in made}


def test_versions_of_which_nothing_is_recorded_have_pages_that_say_so() -> None:
    made = pages(_2013="not-recorded", _2020="not-recorded")

    assert {"guides/yangli/", "guides/yangli/2013/", "guides/yangli/2020/"} <= made.keys()
    assert "；正文本站没有收录，条件、材料和程序请向认定机关查询</p>" in made["guides/yangli/"].body
    assert "这一版的正文本站没有收录" in made["guides/yangli/2020/"].body


def test_a_recorded_version_leads_before_a_later_one_of_which_nothing_is_recorded() -> None:
    made = pages(_2013="partial", _2020="not-recorded")

    assert "编写</p>" in made["guides/yangli/"].body
    assert "/2013/" in made["guides/yangli/"].body.split("编写</p>")[0]
