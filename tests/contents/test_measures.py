# SPDX-License-Identifier: Apache-2.0
"""Does the registry say of titles, publicity, duties and the measures themselves what the five texts say?

The tables were compiled from the texts; a version is written beside each fact.
"""

import pytest

from generator.model.criterion import Threshold
from tests.contents.real import RECORDED_IN_FULL, version

LINFEN, XIAMEN, LIAOCHENG, TIBET, YUNNAN = RECORDED_IN_FULL
EACH = pytest.mark.parametrize("id_", RECORDED_IN_FULL)
IN_LAST_YEAR, AFTER_END = "in-last-year", "after-end"

# Titles: years, when one may apply again, article

VALIDITY = {
    LINFEN: (3, IN_LAST_YEAR, "第十六条"),
    XIAMEN: (3, IN_LAST_YEAR, "第十七条"),
    LIAOCHENG: (3, IN_LAST_YEAR, "第十八条"),
    TIBET: (3, AFTER_END, "第二十二条"),
    YUNNAN: (3, IN_LAST_YEAR, "第十四条"),
}
CYCLE = {LINFEN: "第十四条", XIAMEN: "第十七条", LIAOCHENG: "第十五条", TIBET: "第二十条", YUNNAN: "第九条"}


@EACH
def test_a_title_holds_for_the_years_of_the_text(id_: str) -> None:
    validity = version(id_).validity

    assert validity is not None
    assert (validity.years, validity.reapply, validity.article) == VALIDITY[id_]


@EACH
def test_no_text_says_how_the_end_of_a_title_is_counted(id_: str) -> None:
    validity = version(id_).validity

    assert validity is not None
    assert (validity.kind, validity.term_end) == ("term", None)


@EACH
def test_titles_are_given_once_a_year(id_: str) -> None:
    rule = version(id_).designation

    assert rule is not None
    assert (rule.cycle, rule.article) == ("annual", CYCLE[id_])


# Publicity: working days, channels, article

PUBLICITY = {
    LINFEN: (None, ("临汾市中小企业局门户网站",), "第十二条"),
    XIAMEN: (7, ("厦门市工业和信息化局网站", "厦门市中小企业服务中心网站"), "第十三条"),
    LIAOCHENG: (5, ("聊城市工业和信息化局网站",), "第十三条"),
    TIBET: (7, ("西藏自治区经济和信息化厅门户网站", "有关媒体"), "第十八条"),
    YUNNAN: (15, ("云南省工业和信息化厅门户网站",), "第十二条"),
}


@EACH
def test_lists_are_shown_for_the_working_days_and_where_the_text_says(id_: str) -> None:
    publicity = version(id_).publicity

    assert publicity is not None
    assert (publicity.working_days, publicity.channels, publicity.article) == PUBLICITY[id_]


# How many materials (and the article), how many articles, how many functions, how many of them are needed

SIZES = {
    LINFEN: (7, "第十一条", 21, 5, "at-least-one"),
    XIAMEN: (3, "第十条", 22, 5, "at-least-one"),
    LIAOCHENG: (14, "第十二条", 26, 7, "those-applied-for"),
    TIBET: (8, "第十七条", 25, 5, "at-least-one"),
    YUNNAN: (1, "第十一条", 21, 10, "at-least-one"),
}


@EACH
def test_there_are_as_many_materials_articles_and_functions_as_in_the_text(id_: str) -> None:
    found = version(id_)
    assert found.functions is not None
    [article] = {material.article.split("（")[0] for material in found.materials}

    assert (
        len(found.materials),
        article,
        len(found.articles),
        len(found.functions.items),
        found.functions.required,
    ) == SIZES[id_]


@EACH
def test_materials_are_numbered_as_in_the_text(id_: str) -> None:
    materials = version(id_).materials

    assert [material.number for material in materials] == list(range(1, len(materials) + 1))


# Items of articles, as the text numbers them, with its gaps

ITEMS = {
    LINFEN: {5: 5, 6: 5, 7: 5, 11: 7},
    XIAMEN: {6: 5, 7: 5, 8: 5, 10: 3},
    LIAOCHENG: {6: 7, 7: 5, 8: 7, 12: 14},
    TIBET: {12: 6, 13: 5, 17: 8},
    YUNNAN: {6: 5, 7: 10},
}


@EACH
def test_articles_have_as_many_items_as_in_the_text(id_: str) -> None:
    found = {article.number: len(article.items) for article in version(id_).articles if article.items}

    assert found == ITEMS[id_]


def test_the_gaps_in_the_numbering_of_liaocheng_are_kept() -> None:
    assert version(LIAOCHENG).articles[6].items == ("一", "三", "四", "六", "七")


# Duties: who owes it to whom, by when (month and day of the year, or of the quarter), article

DUTIES = {
    LINFEN: [("县（市、区）中小企业主管部门", ("临汾市中小企业局",), "year 3 last", "第十七条")],
    XIAMEN: [("示范平台", ("厦门市工业和信息化局",), "year 2 last", "第十五条")],
    LIAOCHENG: [
        ("中小企业公共服务平台", ("所在的县（市、区）",), None, "第二十条"),
        ("县（市、区）级示范平台主管部门", ("聊城市工业和信息化局",), "quarter 3 25", "第二十条"),
        ("县（市、区）级示范平台主管部门", ("聊城市工业和信息化局",), None, "第二十条"),
    ],
    TIBET: [
        (
            "示范平台",
            ("西藏自治区经济和信息化厅", "地（市）经济和信息化局", "自治区级（含）以上园区管委会"),
            "year 2 last",
            "第二十一条",
        ),
        (
            "各地（市）经济和信息化局、自治区级（含）以上园区管委会",
            ("西藏自治区经济和信息化厅",),
            "year 3 10",
            "第二十三条",
        ),
    ],
    YUNNAN: [
        ("省级示范平台", ("州（市）工业和信息化局",), "year 1 last", "第十五条"),
        ("各州（市）工业和信息化局", ("云南省工业和信息化厅",), "year 2 last", "第十六条"),
    ],
}


@EACH
def test_everybody_owes_what_the_text_says_to_whom_and_when_it_says(id_: str) -> None:
    found = [
        (
            duty.owed_by,
            duty.to,
            duty.due and f"{duty.due.every} {duty.due.month} {duty.due.day}",
            duty.article,
        )
        for duty in version(id_).duties
    ]

    assert found == DUTIES[id_]


@EACH
def test_a_duty_without_a_day_says_what_the_text_says_instead(id_: str) -> None:
    assert all((duty.due is None) == (duty.due_text is not None) for duty in version(id_).duties)


# Samples, bans, and what is lost and why


def test_samples_are_as_large_as_the_texts_say() -> None:
    found = {id_: version(id_).sampling for id_ in RECORDED_IN_FULL}

    assert {id_: (int(s.at_least), s.unit, s.article) for id_, s in found.items() if s} == {
        LINFEN: (10, "家", "附件1"),
        YUNNAN: (10, "%", "第十条"),
    }


def test_only_liaocheng_bans_those_who_lost_their_title() -> None:
    grounds = [(id_, ground) for id_ in RECORDED_IN_FULL for ground in version(id_).revocation]

    assert [(id_, g.id, g.ban_years, g.article) for id_, g in grounds if g.ban_years] == [
        (LIAOCHENG, "unlawful-conduct", 3, "第二十二条")
    ]


LOST = {
    LINFEN: ["第十六条", "第十七条"],
    XIAMEN: ["第十七条", "第十七条"],
    LIAOCHENG: ["第二十一条", "第二十二条"],
    TIBET: ["第二十二条", "第二十三条"],
    YUNNAN: ["第十四条", "第十七条"],
}


@EACH
def test_titles_are_lost_by_the_articles_of_the_text(id_: str) -> None:
    assert [ground.article for ground in version(id_).revocation] == LOST[id_]


INTERPRETED = {
    LINFEN: ("临汾市中小企业局", "第二十条"),
    XIAMEN: ("厦门市工业和信息化局", "第二十一条"),
    LIAOCHENG: ("聊城市工业和信息化局", "第二十六条"),
    TIBET: None,
    YUNNAN: ("云南省工业和信息化厅", "第二十条"),
}


@EACH
def test_the_text_is_interpreted_by_whom_it_names(id_: str) -> None:
    who = version(id_).interpretation

    assert (who and (who.by, who.article)) == INTERPRETED[id_]


# Over how many years service must have grown, and how young the firms of founders may be

GROWTH = {LINFEN: None, XIAMEN: 2, LIAOCHENG: 2, TIBET: 2, YUNNAN: 2}
FOUNDED = {LINFEN: None, XIAMEN: 3, LIAOCHENG: 3, TIBET: 3, YUNNAN: None}


@pytest.mark.parametrize("id_", GROWTH)
def test_service_must_have_grown_over_the_years_of_the_text(id_: str) -> None:
    [growing] = [
        c for c in version(id_).criteria if isinstance(c, Threshold) and c.metric == "growing_service"
    ]

    assert growing.over_years == GROWTH[id_]


@EACH
def test_founders_are_served_within_the_years_of_the_text(id_: str) -> None:
    functions = version(id_).functions
    assert functions is not None
    [clientele] = [item.clientele for item in functions.items if item.function == "entrepreneurship"]

    assert (clientele and clientele.founded_within_years) == FOUNDED[id_]
