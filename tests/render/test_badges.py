# SPDX-License-Identifier: Apache-2.0
"""Does a badge carry what is recorded of a platform and never what holds today, however long its name?"""

import re
from datetime import date
from typing import Any

import pytest

from generator.model.standing import State
from tests.builders import act, designation, row, tiny_site
from tests.render.workshop import files, read, tiny_workshop, workshop

LIST, CHANGES = "yangli/2020-06-01-list", "yangli/2021-06-01-changes"


def badge_after(*acts: dict[str, Any]) -> str:
    documents = {LIST: designation(), CHANGES: designation(*acts, issued_on="2021-06-01")}
    room = workshop(designations=documents if acts else {LIST: designation()})
    return files(room)["registry/yangli-0001/badge.svg"].content.decode()


def test_a_badge_carries_the_name_the_giver_the_days_the_id_and_the_day_of_the_last_comparison() -> None:
    text = read(badge_after(act("revoke"))).text

    assert all(
        part in text
        for part in (
            "样例甲服务中心",
            "样例省样例市　示范平台",
            "2020年6月1日至2021年5月31日（撤销）",
            "yangli-0001",
        )
    )
    assert "与文件核对于2024年1月2日" in text


def test_a_badge_names_the_latest_comparison_with_any_of_the_documents_of_the_platform() -> None:
    documents = {
        LIST: designation(checked_on=date(2023, 5, 6)),
        CHANGES: designation(act("revoke"), issued_on="2021-06-01", checked_on=date(2022, 5, 6)),
        "yangli/2022-06-01-other": designation(act("designate", row("yangli-0002")), issued_on="2022-06-01"),
    }
    svg = files(workshop(designations=documents))["registry/yangli-0001/badge.svg"].content.decode()

    assert svg.count("与文件核对于2023年5月6日") == 2
    assert svg.count("核对于") == 2


def test_a_badge_of_a_mere_proposal_says_that_no_title_is_recorded() -> None:
    room = workshop(designations={LIST: designation(act("propose"))})

    assert "没有认定记录" in files(room)["registry/yangli-0001/badge.svg"].content.decode()


def test_no_badge_of_the_tiny_site_states_what_holds_today() -> None:
    verdicts = {state.label for state in State} | {"现行有效", "到期"}
    made = [f for path, f in files(tiny_workshop()).items() if path.endswith("badge.svg")]

    assert len(made) == len(tiny_site().designations)
    for file in made:
        words = set(re.split(r"[\s　，（）]+", read(file.content).text))
        assert words & verdicts == set(), file.path


@pytest.mark.parametrize(
    ("length", "size", "squeezed"),
    [(1, "15", False), (20, "15", False), (30, "10", False), (60, "8.5", True)],
)
def test_a_long_name_is_set_smaller_and_the_longest_is_squeezed_into_its_badge(
    length: int, size: str, squeezed: bool
) -> None:
    room = workshop(designations={LIST: designation(act("designate", row(name="名" * length)))})
    svg = files(room)["registry/yangli-0001/badge.svg"].content.decode()

    assert f'font-size="{size}" font-weight="600"' in svg
    assert ("textLength" in svg) is squeezed
