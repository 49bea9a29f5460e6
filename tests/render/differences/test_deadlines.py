# SPDX-License-Identifier: Apache-2.0
"""Is it told which deadlines move, and who is told so by a calendar?"""

from datetime import date
from typing import Any

from generator.model.difference import Section
from generator.model.ruleset import Ruleset
from generator.model.site import Site
from tests import builders
from tests.builders import act, designation, row
from tests.derive.chronicle import LAW, law
from tests.render.differences.telling import lines

CALENDAR = "改变 虚构样例市：订阅的日历 订阅者会看到上述期限的变动"
WINDOW = {"what": "报送材料", "who": "申报单位", "from": date(2023, 12, 1), "through": date(2024, 1, 31)}


def noticed(*windows: dict[str, Any], **changes: Any) -> Site:
    return builders.site(
        rulesets={LAW: law()},
        notices={"2023/2023-11-01-yangli-call": builders.notice(windows=list(windows), **changes)},
    )


def owing(**due: Any) -> Site:
    duty = {
        "id": "report",
        "owed_by": "示范平台",
        "to": ["样例局"],
        "what": "年度总结",
        "article": "第四条",
        "due": due or None,
    }
    return builders.site(rulesets={LAW: builders.ruleset(duties=[duty])})


def deadlines(old: Site, new: Site) -> list[str]:
    return lines(old, new, Section.DEADLINES)


def test_a_window_that_moves_is_told_with_both_ends() -> None:
    later = WINDOW | {"through": date(2024, 2, 15)}
    place = noticed().jurisdictions["yangli"].name

    assert deadlines(noticed(WINDOW), noticed(later)) == [
        "改变 《样例通知》 报送材料（申报单位）：2023-12-01 至 2024-01-31 → 2023-12-01 至 2024-02-15",
        f"改变 {place}：订阅的日历 订阅者会看到上述期限的变动",
    ]
    assert deadlines(noticed(WINDOW), noticed(WINDOW, summary="另一句")) == []


def test_windows_that_come_and_go_are_told_one_by_one() -> None:
    other = {"what": "反馈意见", "through": date(2024, 3, 1)}

    assert deadlines(noticed(), noticed(WINDOW))[0] == (
        "新增 《样例通知》 报送材料（申报单位）：2023-12-01 至 2024-01-31"
    )
    assert deadlines(noticed(WINDOW), noticed(other))[0] == (
        "改变 《样例通知》  报送材料（申报单位）：原为 2023-12-01 至 2024-01-31 反馈意见：2024-03-01 截止"
    )
    assert deadlines(noticed(WINDOW), noticed())[0].startswith("不再有 《样例通知》")


def test_the_end_of_a_publicity_period_is_told_as_it_is_reckoned() -> None:
    def shown(**period: Any) -> Site:
        return noticed(kind="publicity", publicity={"from": date(2023, 11, 6)} | period)

    assert deadlines(shown(working_days=5), shown(working_days=7))[0] == (
        "改变 《样例通知》 公示：2023-11-06 至 2023-11-10 → 2023-11-06 至 2023-11-14"
    )
    assert deadlines(shown(working_days=5), shown(working_days=5, through=date(2023, 11, 10))) == []


def test_another_number_of_days_in_the_measures_moves_the_periods_that_rest_on_them() -> None:
    def shown(days: int) -> Site:
        period: dict[str, Any] = {"working_days": days, "channels": ["网站"], "article": "第三条"}
        document = designation(
            act("propose"), ruleset=LAW, publicity={"from": date(2023, 11, 6)}, issued_on=date(2023, 11, 6)
        )
        rulesets: dict[str, Ruleset] = {LAW: builders.ruleset(publicity=period)}
        return builders.site(rulesets=rulesets, designations={"yangli/a": document})

    assert deadlines(shown(5), shown(7))[0] == (
        "改变 《样例名单》（样工信〔2020〕9号） 公示：2023-11-06 至 2023-11-10 → 2023-11-06 至 2023-11-14"
    )


def test_a_duty_that_moves_is_told() -> None:
    february, march = ({"every": "year", "month": month, "day": "last"} for month in (2, 3))

    assert deadlines(owing(**february), owing(**march))[0] == (
        "改变 《样例办法》：年度总结 示范平台报样例局，每年2月底前，2020-02-01 起 → "
        "示范平台报样例局，每年3月底前，2020-02-01 起"
    )
    assert deadlines(owing(**february), owing(**february)) == []
    assert "期限未规定" in deadlines(owing(**february), owing())[0]


def test_ends_of_terms_are_told_by_document_with_their_number() -> None:
    def listed(years: int, *rows: dict[str, Any]) -> Site:
        return builders.site(
            rulesets={LAW: law(years=years)},
            designations={"yangli/a": designation(act("designate", *rows), ruleset=LAW)},
        )

    two = (row(), row("yangli-0002", "样例乙"))
    title = f"{noticed().jurisdictions['yangli'].name}：称号有效期末日，依据《样例名单》（样工信〔2020〕9号）"
    assert deadlines(listed(3, *two), listed(4, *two)) == [
        f"改变 {title} 2023-05-31（2 家） → 2024-05-31（2 家）",
        "改变 平台的日历 2 个平台的日历随有效期改变",
    ]
    assert deadlines(listed(3, row()), listed(3, *two)) == [
        f"改变 {title} 2023-05-31（1 家） → 2023-05-31（2 家）"
    ]
