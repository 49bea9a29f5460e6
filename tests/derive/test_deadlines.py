# SPDX-License-Identifier: Apache-2.0
"""Does a deadline have a day only where its sources state one, and recur only while a version governs?"""

from datetime import date, timedelta
from typing import Any

import pytest

from generator.base.days import ONE_DAY
from generator.derive import deadlines
from generator.derive.deadlines import Deadline, DeadlineKind, Recurrence
from generator.model.platform import Platform
from generator.model.procedure import Due
from generator.model.ruleset import Ruleset
from tests.builders import act, designation, notice, register, row, ruleset
from tests.render.workshop import workshop

FEBRUARY = {"every": "year", "month": 2, "day": "last"}
QUARTER = {"every": "quarter", "month": 3, "day": 25}
LAW, LIST = "yangli/2020", "yangli/2020-06-01-list"


def duty(id_: str = "annual-report", due: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    fields = {
        "id": id_,
        "owed_by": "示范平台",
        "to": ["样例局"],
        "what": "总结",
        "due": due,
        "article": "第四条",
    }
    return fields | changes


def law(*duties: dict[str, Any], through: date | None = date(2023, 1, 31), **changes: Any) -> Ruleset:
    force = {"starts": "stated-day", "from": date(2020, 2, 1), "through": through, "article": None}
    return ruleset(in_force=force, duties=list(duties), **changes)


def of_law(version: Ruleset) -> list[Deadline]:
    known = register(rulesets={LAW: version})
    return deadlines.of_version(LAW, version, known.standings[LAW])


def days(deadline: Deadline) -> list[str]:
    assert deadline.recurrence
    return [str(day) for day in deadline.recurrence.days(date(2019, 1, 1), date(2025, 12, 31))]


def test_a_yearly_duty_comes_round_while_its_version_governs_and_no_longer() -> None:
    (found,) = of_law(law(duty(due=FEBRUARY)))

    assert days(found) == ["2020-02-29", "2021-02-28", "2022-02-28"]
    assert (found.who, found.to, found.article, found.source) == (
        "示范平台", ("样例局",), "第四条", "guides/yangli/2020/",
    )  # fmt: skip


def test_a_quarterly_duty_comes_round_in_the_month_of_each_quarter() -> None:
    (found,) = of_law(law(duty(due=QUARTER), through=date(2020, 12, 24)))

    assert days(found) == ["2020-03-25", "2020-06-25", "2020-09-25"]


def test_without_a_known_end_a_duty_comes_round_without_end() -> None:
    (found,) = of_law(law(duty(due=FEBRUARY), through=None))

    assert found.recurrence
    assert found.recurrence.last is None
    assert days(found)[-1] == "2025-02-28"


def test_a_duty_without_a_day_has_none() -> None:
    (found,) = of_law(law(duty(due_text="按时报送")))

    assert (found.on, found.between, found.recurrence, found.unsettled) == (None, None, None, "按时报送")


def test_a_draft_demands_nothing_yet() -> None:
    draft = law(duty(due=FEBRUARY), stage="consultation", issued_on=None, published_on=date(2020, 1, 1))

    assert of_law(draft) == []


def test_days_in_doubt_belong_to_no_version() -> None:
    force = {"starts": "stated-day", "from": date(2020, 2, 29), "through": date(2022, 2, 28), "article": None}
    version = ruleset(in_force=force | {"doubt": {"days": 1, "why": "虚构"}}, duties=[duty(due=FEBRUARY)])

    assert days(of_law(version)[0]) == ["2021-02-28", "2022-02-28"]


@pytest.mark.parametrize("every", [FEBRUARY, QUARTER, {"every": "year", "month": 2, "day": 28}])
def test_the_days_are_those_that_a_count_of_every_day_finds(every: dict[str, Any]) -> None:
    due = Due.model_validate(every)
    recurrence = Recurrence(due, date(2019, 2, 28), date(2024, 9, 25))
    counted = [
        day
        for offset in range(366 * 8)
        for day in [date(2018, 1, 1) + timedelta(days=offset)]
        if day.month in ({2} if due.every == "year" else {3, 6, 9, 12})
        and ((day + ONE_DAY).day == 1 if due.day == "last" else day.day == due.day)
        and date(2019, 2, 28) <= day <= date(2024, 9, 25)
    ]

    assert list(recurrence.days(date(2018, 1, 1), date(2025, 12, 31))) == counted
    assert recurrence.first_day == counted[0]


def test_a_window_has_its_last_day_and_one_that_is_not_settled_a_range() -> None:
    settled = {"what": "报送", "who": "县局", "from": date(2023, 11, 1), "through": date(2023, 11, 30)}
    publicity = {"from": date(2199, 1, 1), "working_days": 5}
    room = workshop(
        notices={
            "2023/2023-11-01-a": notice(windows=[settled]),
            "2023/2023-11-01-b": notice(kind="publicity", publicity=publicity),
        }
    )
    found = {item.id: deadlines.of_item(item) for item in room.overview.items}
    (known,), (open_,) = found["2023/2023-11-01-a"], found["2023/2023-11-01-b"]

    assert (known.on, known.opens, known.who) == (date(2023, 11, 30), date(2023, 11, 1), "县局")
    assert open_.on is None
    assert open_.between
    assert open_.between[0] < open_.between[1]


def of_platform(
    version: Ruleset, issued_on: str = "2020-06-01", **changes: Any
) -> dict[DeadlineKind, Deadline]:
    document = designation(act(**changes), issued_on=issued_on, ruleset=LAW)
    known = register(rulesets={LAW: version}, designations={LIST: document})
    platform = known.platforms["yangli-0001"]
    found = deadlines.of_platform(platform, known.site.rulesets, known.standings)
    return {deadline.kind: deadline for deadline in found}


VALID = {"years": 3, "reapply": "in-last-year", "article": "第四条"}


def test_a_term_ends_on_its_last_day_and_its_holder_may_apply_again_from_the_first_day_of_that_year() -> None:
    found = of_platform(law(validity=VALID))

    assert found[DeadlineKind.TERM_END].on == date(2023, 5, 31)
    assert found[DeadlineKind.REAPPLY].opens == date(2023, 1, 1)
    assert found[DeadlineKind.REAPPLY].on is None


def test_an_imprecise_term_ends_in_a_range_and_on_no_day() -> None:
    end = of_platform(law(validity=VALID), issued_on="2020-06")[DeadlineKind.TERM_END]

    assert (end.on, end.between) == (None, (date(2023, 5, 31), date(2023, 6, 29)))


def test_where_the_year_of_the_end_is_not_sure_nothing_is_said_of_applying_again() -> None:
    found = of_platform(law(validity=VALID), issued_on="2020")

    assert found[DeadlineKind.TERM_END].between == (date(2022, 12, 31), date(2023, 12, 30))
    assert DeadlineKind.REAPPLY not in found


@pytest.mark.parametrize("validity", [{"years": 3, "article": None}, VALID | {"reapply": "after-end"}])
def test_who_may_only_apply_after_the_end_has_no_window_before(validity: dict[str, Any]) -> None:
    assert set(of_platform(law(validity=validity))) == {DeadlineKind.TERM_END}


def test_without_a_known_validity_there_is_no_deadline() -> None:
    assert of_platform(law()) == {}


def test_a_title_under_review_has_its_review() -> None:
    validity = {"years": 3, "kind": "review", "article": None}
    exact = of_platform(law(validity=validity))
    imprecise = of_platform(law(validity=validity), issued_on="2020-06")

    assert exact[DeadlineKind.REVIEW].on == date(2023, 6, 1)
    assert imprecise[DeadlineKind.REVIEW].between == (date(2023, 6, 1), date(2023, 6, 30))


def test_a_holder_owes_only_what_holders_owe_and_only_while_it_holds_the_title() -> None:
    version = law(
        duty(due=FEBRUARY, by_holder=True),
        duty("county-report", due=FEBRUARY),
        duty("plan", by_holder=True),
        through=None,
        validity=VALID,
    )
    found = of_platform(version)

    assert set(found) == {DeadlineKind.TERM_END, DeadlineKind.REAPPLY, DeadlineKind.DUTY}
    assert days(found[DeadlineKind.DUTY]) == ["2021-02-28", "2022-02-28", "2023-02-28"]
    assert found[DeadlineKind.DUTY].key == f"{LIST}/{LAW}/annual-report"


def history(*documents: Any) -> list[Deadline]:
    named = {f"yangli/{document.issued_on}-list": document for document in documents}
    known = register(rulesets={LAW: law(validity=VALID, through=None)}, designations=named)
    platform: Platform = known.platforms["yangli-0001"]
    return deadlines.of_platform(platform, known.site.rulesets, known.standings)


def test_after_a_renewal_the_deadlines_are_those_of_the_new_term() -> None:
    first = designation(issued_on="2020-06-01", ruleset=LAW)
    renewal = designation(act("renew"), issued_on="2023-05-20", ruleset=LAW)

    assert [d.on for d in history(first, renewal) if d.kind is DeadlineKind.TERM_END] == [date(2026, 5, 31)]


def test_a_revoked_title_does_not_end_by_itself() -> None:
    first = designation(issued_on="2020-06-01", ruleset=LAW)
    revocation = designation(act("revoke"), issued_on="2021-01-10", ruleset=LAW)

    assert history(first, revocation) == []


def test_a_list_that_was_only_shown_gives_no_deadline() -> None:
    assert history(designation(act("propose"), issued_on="2020-06-01", ruleset=LAW)) == []


def test_ends_are_counted_by_day_and_document() -> None:
    rows = [row(f"yangli-000{number}", f"样例{number}") for number in range(1, 4)]
    known = register(
        rulesets={LAW: law(validity=VALID)},
        designations={
            LIST: designation(act("designate", *rows[:2]), ruleset=LAW),
            "yangli/2020-07-list": designation(act("designate", rows[2]), issued_on="2020-07", ruleset=LAW),
        },
    )

    assert deadlines.term_ends(known.platforms.values()) == [("yangli", "2023-05-31", LIST, 2)]
