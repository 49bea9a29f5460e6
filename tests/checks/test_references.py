# SPDX-License-Identifier: Apache-2.0
"""Is every reference that leads nowhere told at its place, with the nearest id that is known?"""

from typing import Any

import pytest

from generator.checks.references import (
    corrections_and_withdrawals_name_a_document,
    forms_and_versions_know_each_other,
    jurisdictions_are_known,
    rulesets_referred_to_exist,
    successors_are_recorded,
)
from generator.derive.register import Register
from tests import builders
from tests.builders import act, designation, form, notice, row, ruleset, tiny_site
from tests.checks.findings import places_told, told

VERSION = "registry/rulesets/yangli/2020.yaml"
LIST = "registry/designations/yangli/list.yaml"


def with_version(**changes: Any) -> Register:
    """A register of one version."""
    return builders.register(rulesets={"yangli/2020": ruleset(**changes)})


# jurisdictions_are_known


def test_a_folder_of_an_unknown_jurisdiction_is_told_with_the_nearest_name() -> None:
    known = builders.register(
        rulesets={"yangly/2020": ruleset()},
        designations={"yangly/list": designation()},
        forms={"yangly/x": form()},
    )

    assert told(jurisdictions_are_known, known) == [
        (
            file,
            "没有“yangly”这个辖区",
            "是否想写“yangli”？或先在 jurisdictions.yaml 里加上这个辖区",
        )
        for file in (
            "registry/rulesets/yangly/2020.yaml",
            "registry/designations/yangly/list.yaml",
            "registry/forms/yangly/x.yaml",
        )
    ]


def test_a_notice_of_an_unknown_jurisdiction_is_told_at_the_word() -> None:
    known = builders.register(notices={"2023/x": notice(jurisdiction="zz")})

    assert told(jurisdictions_are_known, known) == [
        (
            "content/notices/2023/x.md jurisdiction",
            "没有“zz”这个辖区",
            "核对编号，或先在 jurisdictions.yaml 里加上这个辖区",
        )
    ]


def test_an_unknown_parent_is_told_at_the_place_of_its_jurisdiction() -> None:
    orphan = tiny_site().jurisdictions["yangli"].model_copy(update={"parent": "nationel"})
    known = builders.register(
        jurisdictions={"national": tiny_site().jurisdictions["national"], "yangli": orphan}
    )

    assert places_told(jurisdictions_are_known, known) == [
        "registry/vocabularies/jurisdictions.yaml 1 parent"
    ]


def test_known_jurisdictions_pass() -> None:
    known = builders.register(
        rulesets={"yangli/2020": ruleset()}, notices={"2023/x": notice()}, forms={"national/x": form()}
    )

    assert told(jurisdictions_are_known, known) == []


# rulesets_referred_to_exist


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({"supersedes": [{"ruleset": "yangli/2002", "article": None}]}, "supersedes 0 ruleset"),
        ({"based_on": [{"title": "甲", "ruleset": "yangli/2002"}]}, "based_on 0 ruleset"),
        (
            {"presumption": {"standing": "superseded", "by": "yangli/2002", "because": ["虚构"]}},
            "presumption by",
        ),
    ],
)
def test_a_version_that_names_one_without_an_entry_is_told(changes: dict[str, Any], keys: str) -> None:
    assert told(rulesets_referred_to_exist, with_version(**changes)) == [
        (
            f"{VERSION} {keys}",
            "没有“yangli/2002”这个办法版本",
            "是否想写“yangli/2020”？没有条目的，这一行不写",
        )
    ]


def test_a_list_a_notice_and_a_form_that_name_a_version_without_an_entry_are_told() -> None:
    known = builders.register(
        designations={"yangli/list": designation(ruleset="yangli/1999")},
        notices={"2023/x": notice(ruleset="yangli/1999")},
        forms={"yangli/x": form(ruleset="yangli/1999")},
    )

    assert places_told(rulesets_referred_to_exist, known) == [
        f"{LIST} ruleset",
        "content/notices/2023/x.md ruleset",
        "registry/forms/yangli/x.yaml ruleset",
    ]


@pytest.mark.parametrize("named", ["yangli/2020", None])
def test_a_version_with_an_entry_and_no_version_at_all_pass(named: str | None) -> None:
    known = builders.register(
        rulesets={"yangli/2020": ruleset()}, designations={"yangli/list": designation(ruleset=named)}
    )

    assert told(rulesets_referred_to_exist, known) == []


def test_a_version_that_could_not_be_read_is_not_blamed_on_those_that_name_it() -> None:
    known = builders.register(
        designations={"yangli/list": designation(ruleset="yangli/2020")}, unreadable=frozenset({VERSION})
    )

    assert told(rulesets_referred_to_exist, known) == []


# corrections_and_withdrawals_name_a_document


def undoing(day: str, document: str = "yangli/list") -> dict[str, Any]:
    """A withdrawal of that day beside the list of 2020-06-01."""
    return {
        "yangli/list": designation(),
        "yangli/undone": designation(act("withdraw", undoes=document), issued_on=day),
    }


@pytest.mark.parametrize("day", ["2020-06-01", "2020-06", "2020-06-02", "2020"])
def test_a_document_may_be_undone_from_its_own_date_on(day: str) -> None:
    known = builders.register(designations=undoing(day))

    assert told(corrections_and_withdrawals_name_a_document, known) == []


@pytest.mark.parametrize("day", ["2020-05-31", "2020-05", "2019"])
def test_a_document_cannot_be_undone_before_its_date(day: str) -> None:
    known = builders.register(designations=undoing(day))

    assert told(corrections_and_withdrawals_name_a_document, known) == [
        (
            "registry/designations/yangli/undone.yaml acts 0 undoes",
            "yangli/list 晚于本文件",
            "核对两份文件的日期",
        )
    ]


def test_a_document_that_is_not_recorded_cannot_be_undone() -> None:
    known = builders.register(designations=undoing("2020-06-01", "yangli/lost"))

    assert told(corrections_and_withdrawals_name_a_document, known) == [
        (
            "registry/designations/yangli/undone.yaml acts 0 undoes",
            "没有“yangli/lost”这个文件",
            "是否想写“yangli/list”？",
        )
    ]


def test_a_document_that_could_not_be_read_is_not_blamed_on_those_that_undo_it() -> None:
    lost = "registry/designations/yangli/lost.yaml"
    known = builders.register(designations=undoing("2020-06-01", "yangli/lost"), unreadable=frozenset({lost}))

    assert told(corrections_and_withdrawals_name_a_document, known) == []


# successors_are_recorded


def taken_over_by(successor: str) -> Register:
    """A revocation because another platform takes over, in a register of two platforms."""
    rows = (row(), row("yangli-0002", "样例乙服务中心"))
    revocation = act("revoke", row(successor=successor))
    return builders.register(designations={"yangli/list": designation(act("designate", *rows), revocation)})


def test_a_recorded_platform_may_take_over() -> None:
    assert told(successors_are_recorded, taken_over_by("yangli-0002")) == []


def test_a_successor_that_is_not_recorded_is_told() -> None:
    assert told(successors_are_recorded, taken_over_by("yangli-0003")) == [
        (f"{LIST} acts 1 platforms 0 successor", "没有“yangli-0003”这个平台", "是否想写“yangli-0002”？")
    ]


def test_a_platform_cannot_take_over_from_itself() -> None:
    assert told(successors_are_recorded, taken_over_by("yangli-0001")) == [
        (
            f"{LIST} acts 1 platforms 0 successor",
            "yangli-0001 不能由自己承接",
            "写承接它的另一个平台的编号",
        )
    ]


# forms_and_versions_know_each_other

COMPANION = {"mark": "附件1", "title": "样例申请表", "form": "yangli/application"}
MATERIAL = {"number": 1, "name": "样例申请表", "form": "yangli/application", "article": "第一条"}


def test_a_form_that_its_version_names_by_the_same_mark_passes() -> None:
    known = builders.register(
        rulesets={"yangli/2020": ruleset(companions=[COMPANION], materials=[MATERIAL])},
        forms={"yangli/application": form(mark="附件1")},
        notices={"2023/x": notice(forms=["yangli/application"])},
    )

    assert told(forms_and_versions_know_each_other, known) == []


def test_forms_without_an_entry_are_told_where_they_are_named() -> None:
    known = builders.register(
        rulesets={"yangli/2020": ruleset(companions=[COMPANION], materials=[MATERIAL])},
        forms={"yangli/applications": form(ruleset="yangli/1999")},
        notices={"2023/x": notice(forms=["yangli/application"])},
    )

    assert told(forms_and_versions_know_each_other, known) == [
        (
            place,
            "没有“yangli/application”这个表格",
            "是否想写“yangli/applications”？或先在 registry/forms/ 里加上",
        )
        for place in (
            f"{VERSION} materials 0 form",
            f"{VERSION} companions 0 form",
            "content/notices/2023/x.md forms 0",
        )
    ]


@pytest.mark.parametrize(
    ("companions", "stated"), [([], "没有提到它"), ([COMPANION | {"mark": "附件2"}], "写作“附件2”")]
)
def test_a_form_that_its_version_does_not_name_so_is_told(
    companions: list[dict[str, str]], stated: str
) -> None:
    known = builders.register(
        rulesets={"yangli/2020": ruleset(companions=companions)}, forms={"yangli/application": form()}
    )

    assert told(forms_and_versions_know_each_other, known) == [
        (
            "registry/forms/yangli/application.yaml mark",
            f"yangli/2020 的 companions 里{stated}，这里写“附件1”",
            "在 registry/rulesets/yangli/2020.yaml 的 companions 里写明 form: yangli/application，编号一致",
        )
    ]


def test_a_form_that_could_not_be_read_is_not_blamed_on_its_version() -> None:
    known = builders.register(
        rulesets={"yangli/2020": ruleset(companions=[COMPANION])},
        unreadable=frozenset({"registry/forms/yangli/application.yaml"}),
    )

    assert told(forms_and_versions_know_each_other, known) == []
