# SPDX-License-Identifier: Apache-2.0
"""Is it told what the measures demand otherwise, when they govern, and how worked cases come out?"""

from datetime import date
from typing import Any

from generator.model.difference import Section
from generator.model.facts import Cases
from generator.model.ruleset import Ruleset
from generator.model.site import Site
from tests import builders
from tests.render.differences.telling import entries, lines

ID = "yangli/2020"
TITLE = "《样例办法》"
ASSETS = {"id": "total-assets", "metric": "total_assets", "unit": "万元", "article": "第一条（二）"}
LEGAL = {"id": "legal-person", "metric": "legal_person", "equals": True, "article": "第一条（一）"}


def demanding(amount: int, *others: dict[str, Any], **changes: Any) -> Ruleset:
    criteria = [ASSETS | {"at_least": amount}, *others]
    return builders.ruleset(**{"text": "full", "criteria": criteria} | changes)


def worked(*cases: dict[str, Any], assets: str = "120万元") -> Cases:
    fields = {
        "name": "样例服务中心（虚构）",
        "day": date(2021, 6, 1),
        "organization": {"figures": {"total_assets": assets}, "answers": {"legal_person": True}},
        "cases": list(cases) or [{"name": "全部达到", "verdict": "met"}],
    }
    return Cases.model_validate(fields)


def under(version: Ruleset | None, cases: Cases | None = None) -> Site:
    rulesets = {ID: version} if version else {}
    return builders.site(rulesets=rulesets, cases={ID: cases} if cases else {})


def measures(old: Ruleset | None, new: Ruleset | None) -> list[str]:
    return lines(under(old), under(new), Section.MEASURES)


def test_a_threshold_is_told_with_its_article_and_its_direction() -> None:
    assert measures(demanding(100), demanding(150)) == [
        f"改变 {TITLE}  资产总额　100 → 150万元（第一条（二））［收紧］"
    ]
    assert measures(demanding(150), demanding(100)) == [
        f"改变 {TITLE}  资产总额　150 → 100万元（第一条（二））［放宽］"
    ]
    assert measures(demanding(100), demanding(100, checked_on=date(2024, 2, 2))) == []


def test_a_condition_with_another_id_is_told_as_a_record_that_differs_and_not_as_a_demand() -> None:
    other = builders.ruleset(text="full", criteria=[ASSETS | {"at_least": 100, "id": "assets"}])

    assert measures(demanding(100), other) == [f"改变 {TITLE}  基本条件：记载有改动"]


def test_a_condition_that_comes_or_goes_is_told() -> None:
    assert measures(demanding(100), demanding(100, LEGAL)) == [
        f"改变 {TITLE}  新增：具有独立法人资格　要求（第一条（一））"
    ]
    assert measures(demanding(100, LEGAL), demanding(100)) == [
        f"改变 {TITLE}  取消：具有独立法人资格（原为“要求”，第一条（一））"
    ]


def test_what_a_partial_text_did_not_show_before_counts_as_new() -> None:
    found = measures(demanding(100, text="partial"), demanding(100, LEGAL, text="partial"))

    assert found == [f"改变 {TITLE}  新增：具有独立法人资格　要求（第一条（一））"]


def test_another_article_is_told_though_the_demand_is_the_same() -> None:
    moved = builders.ruleset(text="full", criteria=[ASSETS | {"at_least": 100, "article": "第二条"}])

    assert measures(demanding(100), moved) == [f"改变 {TITLE}  资产总额：依据 第一条（二） → 第二条"]


def test_other_fields_are_told_by_their_names() -> None:
    remarks = [{"article": None, "text": "虚构的编者注"}]
    found = measures(demanding(100), demanding(100, title="样例新办法", remarks=remarks))

    assert found == [
        "改变 《样例新办法》  办法名称：“样例办法” → “样例新办法”  编者注：增 “虚构的编者注”".replace(
            "  编", " 编"
        )
    ]


def test_when_a_version_governs_is_told() -> None:
    in_force = {"starts": "stated-day", "from": date(2020, 3, 1), "article": None}

    assert measures(demanding(100), demanding(100, in_force=in_force)) == [
        (
            f"改变 {TITLE}  施行期间：自 2020-01-10 起尚未施行，自 2020-02-01 起推定现行"
            " → 自 2020-01-10 起尚未施行，自 2020-03-01 起推定现行"
        )
    ]


def test_a_version_that_comes_or_goes_is_told_as_such() -> None:
    told = f"{TITLE} 样例市工业和信息化局，样工信〔2020〕1号 施行期间：自 2020-01-10 起尚未施行"
    told = f"{told}，自 2020-02-01 起推定现行"

    assert measures(None, demanding(100)) == [f"新增 {told}"]
    assert measures(demanding(100), None) == [f"不再有 {told}"]


def test_a_new_version_is_told_beside_the_one_before_it() -> None:
    old = builders.site(rulesets={ID: demanding(100)})
    new = builders.site(rulesets={ID: demanding(100), "yangli/2024": demanding(150, title="样例新办法")})

    (told,) = entries(old, new, Section.MEASURES)
    assert (
        told.details[-1]
        == f"与前一版{TITLE}（yangli/2020）相比：资产总额　100 → 150万元（第一条（二））［收紧］"
    )


def verdicts(old: Site, new: Site) -> list[str]:
    return lines(old, new, Section.VERDICTS)


def test_cases_that_come_out_otherwise_are_told_with_the_condition_that_decides() -> None:
    old, new = under(demanding(100), worked()), under(demanding(150), worked())

    assert verdicts(old, new) == [
        (
            f"改变 {TITLE} 符合 → 不符合：1 个例子 资产总额（第一条（二））：不低于100万元 → 不低于150万元；"
            "达到 → 未达到 例中为120万元，还差30万元：“全部达到”"
        )
    ]
    assert verdicts(old, under(demanding(110), worked())) == []


def test_cases_that_come_out_alike_are_told_together_and_counted() -> None:
    cases = worked({"name": "甲", "verdict": "met"}, {"name": "乙", "verdict": "met"})
    (told,) = entries(under(demanding(100), cases), under(demanding(150), cases), Section.VERDICTS)

    assert told.count == 2
    assert told.details[-1] == "例中为120万元，还差30万元：“乙”、“甲”"


def test_a_case_of_which_only_a_condition_comes_out_otherwise_is_told_apart() -> None:
    case = {"name": "无法人资格", "changes": {"answers": {"legal_person": False}}, "verdict": "not-met"}
    old, new = (under(demanding(amount, LEGAL), worked(case)) for amount in (100, 150))

    (found,) = verdicts(old, new)
    assert found.startswith(f"只有条件的结果改变 {TITLE} 总的结果仍是“不符合”：1 个例子 资产总额")


def test_editing_a_case_hides_no_verdict() -> None:
    edited = worked(assets="160万元")
    found = verdicts(under(demanding(100), worked()), under(demanding(150), edited))

    assert len(found) == 1
    assert found[0].endswith("例中为120万元，还差30万元：“全部达到”")
    easier = worked(assets="90万元")
    found = verdicts(under(demanding(100), worked()), under(demanding(80), easier))
    assert len(found) == 1
    assert "不符合 → 符合：1 个例子" in found[0]
    assert "“全部达到（改动后的例子）”" in found[0]


def test_taking_the_cases_away_hides_no_verdict() -> None:
    assert len(verdicts(under(demanding(100), worked()), under(demanding(150)))) == 1
    assert len(verdicts(under(demanding(100)), under(demanding(150), worked()))) == 1


def test_editing_only_cases_changes_no_verdict() -> None:
    assert verdicts(under(demanding(100), worked()), under(demanding(100), worked(assets="90万元"))) == []


def test_a_version_with_words_that_nobody_knows_is_told_instead_of_judged() -> None:
    broken = builders.ruleset(text="full", criteria=[ASSETS | {"at_least": 100, "metric": "no_such_thing"}])
    old, new = under(demanding(100), worked()), under(broken, worked())

    (found,) = verdicts(old, new)
    assert "1 个例子无从判定" in found
    assert any("no_such_thing" in line for line in lines(old, new, Section.MEASURES))
