# SPDX-License-Identifier: Apache-2.0
"""Do jurisdictions, notices, forms, words and settings refuse what does not fit together?"""

from datetime import date
from typing import Any

import pytest

from generator.model.form import Form
from generator.model.jurisdiction import Contact, Jurisdiction
from generator.model.notice import Notice, Window
from generator.model.settings import Settings
from generator.model.vocabulary import Metric, Unit
from tests.builders import form, notice, tiny_site
from tests.model.refusals import faults, is_taken, misfit

CONTACT = {"office": "样例科", "seen_in": "样例通知", "checked_on": date(2024, 1, 2)}
PLACE = {"id": "yangli", "name": "样例市", "short_name": "样例", "level": "city"}


@pytest.mark.parametrize("number", ["010-55501000", "0990-5550100", "0990-55501000", "0990-5550100-801"])
def test_an_office_telephone_has_its_area_code(number: str) -> None:
    assert is_taken(Contact, CONTACT | {"telephone": number})


@pytest.mark.parametrize(
    "number",
    [
        "13800138000",
        "5550100",
        "(0990)5550100",
        "0990 5550100",
        "０９９０-５５５０１００",
        "0990-555010",
        "400-555-0100",
    ],
)
def test_no_other_number_is_an_office_telephone(number: str) -> None:
    assert faults(Contact, CONTACT | {"telephone": number}) == {"telephone": "string_pattern_mismatch"}


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("postcode", ["010000"], ["01000", "0100000", "０１００００", "01000a"]),
        (
            "email",
            ["office@example.org", "a.b+c@sub.example.org"],
            ["office", "office@example", "样例@example.org"],
        ),
        ("website", ["https://example.org/"], ["example.org"]),
    ],
)
def test_contacts_are_written_in_full(field: str, good: list[str], bad: list[str]) -> None:
    assert [value for value in good if not is_taken(Contact, CONTACT | {field: value})] == []
    assert [value for value in bad if is_taken(Contact, CONTACT | {field: value})] == []


def test_the_code_of_a_place_is_six_digits_in_quotes() -> None:
    assert is_taken(Jurisdiction, PLACE | {"code": "010100"})
    assert faults(Jurisdiction, PLACE | {"code": 10100}) == {"code": "string_type"}
    assert faults(Jurisdiction, PLACE | {"code": "10100"}) == {"code": "string_pattern_mismatch"}


def test_a_name_of_an_authority_is_attested() -> None:
    assert is_taken(
        Jurisdiction, PLACE | {"authorities": [{"name": "样例局", "attested": [2020, "2021-05"]}]}
    )
    unattested = PLACE | {"authorities": [{"name": "样例局", "attested": []}]}
    assert faults(Jurisdiction, unattested)["authorities.0.attested"] == "too_short"


WINDOW: dict[str, Any] = {"what": "报送", "through": date(2024, 1, 31)}


@pytest.mark.parametrize("first", [None, date(2024, 1, 1), date(2024, 1, 31)])
def test_a_window_begins_no_later_than_it_ends(first: date | None) -> None:
    assert is_taken(Window, WINDOW | {"from": first})


def test_a_window_that_ends_before_it_begins_is_refused_at_its_first_day() -> None:
    refused = misfit(Window, WINDOW | {"from": date(2024, 2, 1)})

    assert refused.message == "首日 2024-02-01 晚于末日 2024-01-31"
    assert refused.field == "from"


def test_a_notice_says_that_it_has_no_number() -> None:
    fields = notice().front.model_dump(mode="python", by_alias=True) | {"source": notice().front.source}

    assert is_taken(Notice, fields)
    assert (
        faults(Notice, {k: v for k, v in fields.items() if k != "document_number"})["document_number"]
        == "missing"
    )


def test_a_form_whose_layout_is_not_known_says_where_to_ask() -> None:
    fields = form().model_dump(mode="python")

    assert is_taken(Form, fields | {"layout_known": True, "where_to_ask": None})
    refused = misfit(Form, fields | {"where_to_ask": None})
    assert (refused.message, refused.field) == ("版式未见，却没有写向哪里索取", "layout_known")


ASKED = {"question": "是多少？", "subject": "institution"}
METRIC = {"id": "total_assets", "label": "资产总额", "kind": "quantity", "dimension": "money"} | ASKED


def test_quantities_have_a_dimension_and_others_none() -> None:
    assert is_taken(Metric, METRIC)
    assert is_taken(Metric, {"id": "legal_person", "label": "法人", "kind": "yes-no"} | ASKED)
    assert misfit(Metric, METRIC | {"dimension": None}).field == "kind"
    assert misfit(Metric, METRIC | {"kind": "yes-no"}).message == "数量须有量纲，是否不得有量纲"


def test_only_years_are_counted_from_a_day() -> None:
    assert is_taken(Metric, METRIC | {"dimension": "years", "counted_from_day": True})
    assert misfit(Metric, METRIC | {"counted_from_day": True}).field == "counted_from_day"


def test_a_metric_is_asked_in_a_question() -> None:
    assert faults(Metric, {key: value for key, value in METRIC.items() if key != "question"}) == {
        "question": "missing"
    }


def test_a_unit_has_an_exact_factor() -> None:
    assert is_taken(Unit, {"id": "万元", "dimension": "money", "factor": 10000})
    assert not is_taken(Unit, {"id": "万元", "dimension": "money", "factor": "10000"})


@pytest.mark.parametrize("factor", [0, 0.1, 12, 1500, 10**13])
def test_units_differ_by_powers_of_ten_so_that_nothing_is_rounded(factor: float) -> None:
    assert misfit(Unit, {"id": "打", "dimension": "people", "factor": factor}).field == "factor"


@pytest.mark.parametrize(("days", "taken"), [(0, False), (1, True), (3650, True), (3651, False)])
def test_settings_count_days(days: int, taken: bool) -> None:
    fields = tiny_site().settings.model_dump(mode="python")

    assert is_taken(Settings, fields | {"stale_after_days": days}) is taken


def test_the_header_leads_somewhere() -> None:
    fields = tiny_site().settings.model_dump(mode="python")

    assert faults(Settings, fields | {"navigation": []}) == {"navigation": "too_short"}


def test_a_site_knows_of_which_folders_something_is_missing() -> None:
    site = tiny_site()
    assert not site.has_unreadable("registry/rulesets/yangli")

    broken = type(site)(
        **{name: getattr(site, name) for name in site.__slots__ if name != "unreadable"},
        unreadable=frozenset({"registry/rulesets/yangli/2020.yaml"}),
    )

    assert broken.has_unreadable("registry/rulesets/yangli")
    assert not broken.has_unreadable("registry/rulesets/yang")
    assert not broken.has_unreadable("registry/designations")


def test_the_versions_of_a_place_are_those_of_its_folder() -> None:
    assert [id_ for id_, _ in tiny_site().versions("yangli")] == ["yangli/2020", "yangli/2023"]
    assert tiny_site().versions("yang") == []
