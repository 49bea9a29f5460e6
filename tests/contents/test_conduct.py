# SPDX-License-Identifier: Apache-2.0
"""Who does what in which order, who watches, what else is laid down, and which defects are readers told?

Compiled from the texts of the five measures; an exception or a doubt of the text must not get lost.
"""

import pytest

from generator.model.criterion import AllOf, AnyOf, Threshold
from tests.contents.real import RECORDED_IN_FULL, version

LINFEN, XIAMEN, LIAOCHENG, TIBET, YUNNAN = RECORDED_IN_FULL
EACH = pytest.mark.parametrize("id_", RECORDED_IN_FULL)
WITH_RECOMMENDATION = pytest.mark.parametrize("id_", [LINFEN, LIAOCHENG, TIBET, YUNNAN])
COUNTY = "县（市、区）级示范平台主管部门"
PREFECTURE = "各地（市）经济和信息化局、自治区级（含）以上园区管委会"

# Steps: what, article; and who measures and recommends

STEPS = {
    LINFEN: [
        ("call", "第十四条"),
        ("apply", "第十一条"),
        ("evaluate", "第十条"),
        ("recommend", "第九条"),
        ("review", "第十二条"),
        ("publicity", "第十二条"),
        ("award", "第十三条"),
        ("publish", "第十五条"),
    ],
    XIAMEN: [
        ("call", "第十七条"),
        ("apply", "第十条"),
        ("visit", "第十一条"),
        ("review", "第十二条"),
        ("decide", "第十三条"),
        ("publicity", "第十三条"),
        ("award", "第十四条"),
    ],
    LIAOCHENG: [
        ("call", "第十五条"),
        ("apply", "第十二条"),
        ("evaluate", "第十一条"),
        ("recommend", "第十条"),
        ("review", "第十三条"),
        ("publicity", "第十三条"),
        ("award", "第十四条"),
        ("publish", "第十四条"),
    ],
    TIBET: [
        ("call", "第二十条"),
        ("apply", "第十七条"),
        ("evaluate", "第十六条"),
        ("recommend", "第十五条"),
        ("review", "第十八条"),
        ("publicity", "第十八条"),
        ("award", "第十九条"),
        ("publish", "第十九条"),
    ],
    YUNNAN: [
        ("call", "第九条"),
        ("apply", "第十一条"),
        ("evaluate", "第十条"),
        ("recommend", "第十条"),
        ("review", "第十二条"),
        ("publicity", "第十二条"),
        ("award", "第十三条"),
        ("publish", "第十三条"),
    ],
}
RECOMMENDED_BY = {
    LINFEN: "县（市、区）中小企业主管部门",
    LIAOCHENG: COUNTY,
    TIBET: PREFECTURE,
    YUNNAN: "各州（市）工业和信息化局",
}


@EACH
def test_the_steps_are_those_of_the_text(id_: str) -> None:
    assert [(step.kind, step.article) for step in version(id_).procedure] == STEPS[id_]


@WITH_RECOMMENDATION
def test_who_measures_also_recommends_and_nobody_else(id_: str) -> None:
    steps = version(id_).procedure

    assert {s.actor for s in steps if s.kind in {"evaluate", "recommend"}} == {RECOMMENDED_BY[id_]}


@EACH
def test_the_authority_that_issued_the_text_decides(id_: str) -> None:
    found = version(id_)
    by_authority = {"call", "decide", "publicity", "award", "publish"}

    assert {step.actor for step in found.procedure if step.kind in by_authority} == {found.issuer}


@WITH_RECOMMENDATION
def test_the_authority_has_the_applications_reviewed(id_: str) -> None:
    found = version(id_)

    assert [step.actor for step in found.procedure if step.kind == "review"] == [found.issuer]


def test_readers_are_told_that_xiamen_does_not_say_who_calls_in_the_experts() -> None:
    actors = [step.actor for step in version(XIAMEN).procedure if step.kind in {"visit", "review"}]

    assert ["条文没有写" in actor for actor in actors] == [True, True]


# Watching: how, how often, article

WATCHED = {
    LINFEN: [
        ("inspection", "regular", "第十七条"),
        ("third-party", "irregular", "第十七条"),
        ("oversight", None, "第十八条"),
    ],
    XIAMEN: [
        ("evaluation", "annual", "第十九条"),
        ("oversight", None, "第十五条"),
        ("oversight", None, "第十八条"),
    ],
    LIAOCHENG: [
        ("inspection", None, "第二十一条"),
        ("inspection", "irregular", "第二十二条"),
        ("oversight", None, "第二十三条"),
    ],
    TIBET: [
        ("inspection", "regular", "第二十三条"),
        ("third-party", "irregular", "第二十三条"),
        ("oversight", None, "第二十四条"),
    ],
    YUNNAN: [
        ("inspection", "regular", "第十六条"),
        ("third-party", "irregular", "第十七条"),
        ("oversight", None, "第十八条"),
    ],
}


@EACH
def test_platforms_are_watched_as_the_text_says(id_: str) -> None:
    assert [(w.kind, w.frequency, w.article) for w in version(id_).supervision] == WATCHED[id_]


# What else: topic, article

PROVIDED = {
    LINFEN: [("authority", "第三条"), ("principle", "第四条"), ("local-adoption", "第十九条")],
    XIAMEN: [
        ("authority", "第三条"),
        ("principle", "第四条"),
        ("quota", "第四条"),
        ("support", "第五条"),
        ("onward-recommendation", "第十六条"),
        ("size-standard", "第二十条"),
        ("funding-standard", "第二十一条"),
    ],
    LIAOCHENG: [
        ("authority", "第四条"),
        ("principle", "第五条"),
        ("authority", "第十一条"),
        ("cultivation-pool", "第十六条"),
        ("holders-role", "第十九条"),
        ("local-adoption", "第二十四条"),
    ],
    TIBET: [
        ("authority", "第三条"),
        ("principle", "第四条"),
        ("support", "第五条"),
        ("onward-recommendation", "第五条"),
        ("holders-role", "第二十一条"),
    ],
    YUNNAN: [
        ("authority", "第四条"),
        ("principle", "第五条"),
        ("onward-recommendation", "第五条"),
        ("holders-role", "第十五条"),
        ("direct-recommendation", "第十九条"),
    ],
}


@EACH
def test_what_else_the_text_lays_down_is_told(id_: str) -> None:
    assert [(found.topic, found.article) for found in version(id_).provisions] == PROVIDED[id_]


def test_liaocheng_has_two_categories_and_no_other_text_has_any() -> None:
    categories = {id_: [c.name for c in version(id_).categories] for id_ in RECORDED_IN_FULL}

    assert {id_: names for id_, names in categories.items() if names} == {LIAOCHENG: ["综合类", "专业类"]}


# Exceptions and alternatives


@pytest.mark.parametrize("id_", ["total-assets", "service-staff"])
def test_liaocheng_is_laxer_only_for_hosts_whose_work_is_outstanding_and_exemplary(id_: str) -> None:
    [criterion] = [found for found in version(LIAOCHENG).criteria if found.id == id_]
    assert isinstance(criterion, AnyOf)
    _, laxer = criterion.any
    assert isinstance(laxer, AllOf)
    _, *further = laxer.all

    assert (laxer.applies_to, laxer.article) == (
        ("public-institution", "social-association"),
        "第七条第二款",
    )
    assert [found.metric for found in further if isinstance(found, Threshold)] == [
        "outstanding_service",
        "exemplary_effect",
    ]


@pytest.mark.parametrize(
    ("id_", "metric", "article"),
    [(TIBET, "prior_recognition", "第十二条（四）"), (YUNNAN, "recommended", "第六条（一）")],
)
def test_only_one_text_demands_it(id_: str, metric: str, article: str) -> None:
    demanding = [
        (found, criterion.article)
        for found in RECORDED_IN_FULL
        for criterion in version(found).criteria
        if isinstance(criterion, Threshold) and criterion.metric == metric
    ]

    assert demanding == [(id_, article)]


# What the texts do not demand though their neighbours do

ABSENT = [
    (LINFEN, "service_organizations"),
    (LINFEN, "prior_recognition"),
    (XIAMEN, "development_prospects"),
    (XIAMEN, "outstanding_service"),
    (XIAMEN, "prior_recognition"),
    (LIAOCHENG, "eligible_kind"),
    (YUNNAN, "development_prospects"),
    (YUNNAN, "mobilizes_resources"),
    (YUNNAN, "service_organizations"),
    (YUNNAN, "small_firm_discount"),
    (YUNNAN, "open_and_shared"),
]


@pytest.mark.parametrize(("id_", "metric"), ABSENT)
def test_nothing_is_taken_over_from_a_neighbour(id_: str, metric: str) -> None:
    metrics = {found.metric for found in version(id_).criteria if isinstance(found, Threshold)}

    assert metric not in metrics


# Defects of the sources that readers are told of, by article; None for the whole text

DEFECTS: dict[str, list[str | None]] = {
    LINFEN: [None, "第十一条（一）", "第十二条", "第十五条", "第十七条", "附件2"],
    XIAMEN: [
        None,
        "第八条（五）",
        "第十条",
        "第十一条",
        "第十七条",
        "第十九条",
        "第二十二条",
        "附件2",
    ],
    LIAOCHENG: [
        "第四条",
        "第七条",
        "第八条",
        "第八条（五）",
        "第十二条",
        "第十二条（四）",
        "第十七条",
        "第二十条",
        "第二十五条",
        "起草说明",
    ],
    TIBET: ["第十二条（三）", "第十七条（六）", "第二十一条", "第二十三条", None],
    YUNNAN: ["第六条", "第七条（五）", "第十条", "第二十一条", None],
}


@EACH
def test_readers_are_told_of_every_defect_of_the_text(id_: str) -> None:
    assert {remark.article for remark in version(id_).remarks} == set(DEFECTS[id_])
