# SPDX-License-Identifier: Apache-2.0
"""Does a decision say of whom it decides, and which document it undoes?"""

import pytest

from generator.base.identifiers import credit_code_check_character
from generator.model.designation import Act, ActKind, Designation, ListedPlatform, NamedBy, Tier
from tests.builders import act, designation, row
from tests.model.refusals import faults, is_taken, misfit

CODE = "91990100MA0000001" + credit_code_check_character("91990100MA0000001")


def test_a_row_needs_an_id_and_a_name() -> None:
    assert is_taken(ListedPlatform, row())
    assert faults(ListedPlatform, {}) == {"platform": "missing", "name": "missing"}


@pytest.mark.parametrize("first", "1259ANY")
def test_a_valid_credit_code_is_taken(first: str) -> None:
    code = first + CODE[1:17] + credit_code_check_character(first + CODE[1:17])

    assert ListedPlatform.model_validate(row(credit_code=code)).credit_code == code


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (CODE[:-1], "有 17 位，应为 18 位"),
        (CODE[:-1] + "I", "的第 18 位不能是 I，多半是数字 1"),
        (CODE.lower(), "的第 9 位不能是 m"),
        (f" {CODE}", "有 19 位，应为 18 位"),
        ("0" + CODE[1:], "的前八位不合规则"),
        (CODE.replace("M", "N"), "多半抄错了一位：按前 17 位，末位应是 U，现在是 G"),
        ("9.19901E+17", "被表格软件存成了数，后几位已经丢失"),
        ("", "有 0 位，应为 18 位"),
    ],
)
def test_any_other_credit_code_is_refused_with_its_fault(code: str, fault: str) -> None:
    refused = misfit(ListedPlatform, row(credit_code=code))

    assert refused.message == f"统一社会信用代码“{code}”{fault}"
    assert refused.field is None, "the place is the code itself"


def test_a_credit_code_of_digits_alone_must_be_quoted() -> None:
    assert faults(ListedPlatform, row(credit_code=121000001234567890)) == {"credit_code": "string_type"}


@pytest.mark.parametrize("kind", ["correct", "withdraw"])
def test_corrections_and_withdrawals_say_what_they_undo(kind: str) -> None:
    assert is_taken(Act, act(kind, undoes="yangli/2020-06-01-first-list"))
    assert misfit(Act, act(kind)).field == "kind"


@pytest.mark.parametrize("kind", ["propose", "designate", "renew", "revoke", "rename"])
def test_no_other_act_undoes_anything(kind: str) -> None:
    assert is_taken(Act, act(kind))
    assert misfit(Act, act(kind, undoes="yangli/2020-06-01-first-list")).field == "undoes"


def test_every_kind_of_act_is_covered_by_these_tests() -> None:
    assert {kind.value for kind in ActKind} == {
        "propose",
        "designate",
        "renew",
        "revoke",
        "rename",
        "correct",
        "withdraw",
    }


@pytest.mark.parametrize(
    ("count", "taken"), [(None, True), (0, False), (1, True), (100_000, True), (100_001, False)]
)
def test_a_document_states_a_count_of_at_least_one_or_none(count: int | None, taken: bool) -> None:
    assert is_taken(Act, act(stated_count=count)) is taken


def test_a_document_decides_something() -> None:
    fields = designation().model_dump(mode="python", by_alias=True) | {
        "acts": [],
        "source": designation().source,
    }

    assert faults(Designation, fields)["acts"] == "too_short"


def test_what_is_usual_need_not_be_said() -> None:
    usual = designation().acts[0]

    assert (usual.tier, usual.named_by) == (Tier.DEMONSTRATION, NamedBy.ORGANIZATION)
    assert designation().begins_mid_history is False


def test_the_days_of_a_term_are_typed_with_from_and_through() -> None:
    stated = Act.model_validate(act() | {"from": 2021, "through": "2023-12"})

    assert (str(stated.from_), str(stated.through)) == ("2021", "2023-12")
