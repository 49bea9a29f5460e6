# SPDX-License-Identifier: Apache-2.0
"""Does every id mean what it meant before a change, and is none that was used given to another?"""

from dataclasses import replace
from datetime import date

from generator.checks.compared import Change
from generator.checks.identity import identifiers_keep_their_meaning
from generator.model.site import Site
from tests.builders import act, designation, form, notice, row, tiny_site
from tests.checks.changes import FIRST, change, told

LATER = "yangli/2021-01-01-second-list"


def with_lists(before: str, after: str, code: str | None = None) -> Change:
    """The only list, which is another document after the change, names a platform so and then so."""
    old = {FIRST: designation(act("designate", row("yangli-0001", before, credit_code=code)))}
    new = {LATER: designation(act("designate", row("yangli-0001", after, credit_code=code)))}
    return change({"designations": old}, {"designations": new})


def test_an_id_may_not_go_to_another_organization() -> None:
    assert told(identifiers_keep_their_meaning, with_lists("样例甲中心", "样例乙中心")) == [
        (
            f"registry/designations/{LATER}.yaml acts 0 platforms 0 platform",
            "yangli-0001 原来是“样例甲中心”，现在却是“样例乙中心”",
        )
    ]


def test_the_same_name_or_the_same_code_is_the_same_organization() -> None:
    code = "91350100M000100Y43"

    assert told(identifiers_keep_their_meaning, with_lists("样例甲中心", "样例甲中心")) == []
    assert told(identifiers_keep_their_meaning, with_lists("样例甲中心", "样例乙中心", code)) == []


def test_another_name_in_the_same_document_is_told_of_the_document_only() -> None:
    old = {FIRST: designation(act("designate", row(name="样例甲中心")))}
    new = {FIRST: designation(act("designate", row(name="样例乙中心")))}
    changed = change({"designations": old}, {"designations": new})

    assert told(identifiers_keep_their_meaning, changed) == []


def test_a_correction_gives_another_name_to_what_it_corrects_only() -> None:
    two = (row("yangli-0001", "样例甲中心"), row("yangli-0002", "样例乙中心"))
    old = {FIRST: designation(act("designate", *two))}
    correction = act("correct", row("yangli-0001", "样例甲服务中心"), undoes=FIRST)
    reuse = act("designate", row("yangli-0002", "样例丙中心"))
    later = designation(correction, issued_on=date(2021, 1, 1))
    corrected = change({"designations": old}, {"designations": old | {LATER: later}})
    given_away = change(
        {"designations": old},
        {
            "designations": {
                FIRST: designation(act("designate", two[0])),
                LATER: designation(correction, reuse),
            }
        },
    )

    assert corrected.after.lists.platforms["yangli-0001"].name == "样例甲服务中心"
    assert told(identifiers_keep_their_meaning, corrected) == []
    assert [said for _, said in told(identifiers_keep_their_meaning, given_away)] == [
        "yangli-0002 原来是“样例乙中心”，现在却是“样例丙中心”"
    ]


def test_an_id_that_was_given_up_may_not_be_given_again() -> None:
    new = {FIRST: designation(act("designate", row("yangli-0007", "样例新中心")))}
    changed = change({}, {"designations": new})
    before = replace(changed.before, base=replace(changed.before.base, lock=("registry/yangli-0007/",)))

    assert told(identifiers_keep_their_meaning, changed) == []
    assert told(identifiers_keep_their_meaning, replace(changed, before=before)) == [
        (
            f"registry/designations/{FIRST}.yaml acts 0 platforms 0 platform",
            "编号 yangli-0007 以前用过，不能再给“样例新中心”",
        )
    ]


def jurisdiction_changed(**fields: str) -> Change:
    same = change({}, {})
    place = same.after.base.jurisdictions["yangli"].model_copy(update=fields)
    base: Site = replace(same.after.base, jurisdictions=tiny_site().jurisdictions | {"yangli": place})  # type: ignore[operator]
    return replace(same, after=replace(same.after, base=base))


def test_a_jurisdiction_may_be_renamed_but_its_id_goes_to_no_other() -> None:
    renamed = jurisdiction_changed(name="样例省样例区", code="990101")
    another = jurisdiction_changed(name="别处", short_name="别", code="990200")

    assert told(identifiers_keep_their_meaning, renamed) == []
    assert told(identifiers_keep_their_meaning, another) == [
        ("registry/vocabularies/jurisdictions.yaml 1 name", "yangli 原来是“样例省样例市”，现在却是“别处”")
    ]


def test_a_form_stays_that_of_its_version() -> None:
    old, id_ = {"yangli/x": form()}, "yangli/x"
    retitled = change({"forms": old}, {"forms": {id_: form(title="样例申请表（新）")}})
    another = change({"forms": old}, {"forms": {id_: form(ruleset="yangli/2023")}})

    assert told(identifiers_keep_their_meaning, retitled) == []
    assert [where for where, _ in told(identifiers_keep_their_meaning, another)] == [
        "registry/forms/yangli/x.yaml"
    ]


def test_the_address_of_a_notice_goes_to_no_other_notice() -> None:
    id_, old = "2023/2023-11-01-x", notice(document_number="样工信〔2023〕1号")
    source = {
        "kind": "official",
        "publisher": "样例",
        "url": "https://example.org/other",
        "retrieved_on": date(2024, 1, 2),
    }
    edited = change({"notices": {id_: old}}, {"notices": {id_: notice(title="样例通知（全文）")}})
    another = change(
        {"notices": {id_: old}},
        {"notices": {id_: notice(title="别的通知", document_number="样工信〔2023〕2号", source=source)}},
    )

    assert told(identifiers_keep_their_meaning, edited) == []
    assert told(identifiers_keep_their_meaning, another) == [
        ("content/notices/2023/2023-11-01-x.md", "2023/2023-11-01-x 原来是“样例通知”，现在却是“别的通知”")
    ]
