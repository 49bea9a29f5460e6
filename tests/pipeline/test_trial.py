# SPDX-License-Identifier: Apache-2.0
"""Is it known before anything is written what a check would find in it, and nothing besides?"""

import shutil
from pathlib import Path

import pytest

from generator.pipeline.plan import Plan, plan_of
from generator.pipeline.trial import tried
from tests.builders import TINY, TINY_DAY

FILE = "registry/designations/yangli/2023-06-01-more.yaml"
FIRST = "registry/designations/yangli/2020-06-01-first-list.yaml"
MORE = (TINY / FIRST).read_text(encoding="utf-8").replace("2020", "2023").replace("yangli-000", "yangli-100")
MORE = MORE.replace("服务中心", "咨询中心")


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return plan_of(Path(shutil.copytree(TINY, tmp_path / "tiny")), TINY_DAY)


def found(plan: Plan, new: dict[str, str]) -> list[tuple[str, str]]:
    return [(finding.location.file, finding.check) for finding in tried(plan, new)]


def test_what_is_right_is_found_right_and_nothing_is_written(plan: Plan) -> None:
    assert found(plan, {FILE: MORE}) == []
    assert not (plan.root / FILE).exists()


def test_what_is_wrong_in_a_new_file_is_found_at_its_line(plan: Plan) -> None:
    (finding,) = tried(plan, {FILE: MORE.replace("stated_count: 3", "stated_count: 4")})

    assert (finding.location.file, finding.location.line) == (FILE, 8)
    assert finding.check == "counts-agree-with-rows"


def test_what_a_new_file_makes_wrong_in_another_is_found(plan: Plan) -> None:
    changes = (TINY / "registry/designations/yangli/2021-03-15-changes.yaml").read_text(encoding="utf-8")
    _, revoked = changes.split("  - kind: revoke")
    earlier = FILE.replace("2023-06-01", "2021-06-01")
    head = MORE.split("acts:")[0].replace("2023", "2021").replace("yangli/2021", "yangli/2020")
    acts = f"acts:\n  - kind: revoke{revoked.replace('yangli-0003', 'yangli-0001').replace('丙', '甲')}"

    assert found(plan, {earlier: head + acts}) == [
        ("registry/designations/yangli/2023-05-20-renewal.yaml", "acts-fit-what-came-before")
    ]


def test_what_was_wrong_before_is_not_told_again(plan: Plan) -> None:
    first = plan.root / FIRST
    wrong = first.read_text(encoding="utf-8").replace("stated_count: 3", "stated_count: 4")
    first.write_text(wrong, encoding="utf-8")

    assert found(plan, {FILE: MORE}) == []


def test_a_file_that_cannot_be_read_as_a_record_is_found(plan: Plan) -> None:
    assert found(plan, {FILE: MORE.replace("issuer:", "isuer:")}) == [(FILE, "fields")]
