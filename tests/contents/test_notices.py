# SPDX-License-Identifier: Apache-2.0
"""Is every notice that was found recorded, with its number, its day and whose deadline it states?

A deadline of the recommending authorities must not pass for one of the applicants.
"""

from datetime import date

import pytest

from generator.derive.chains import chains
from generator.derive.periods import periods_of
from generator.model.notice import Notice
from generator.render.leaves import leaves_of
from tests.contents.real import real_register

# Notice: kind, number, date as precise as it was found

NOTICES = {
    "2017/2017-01-11-guangzhou-2017-call": ("call", None, "2017-01-11"),
    "2017/2017-07-06-national-2017-call": ("call", "工信厅企业函〔2017〕398号", "2017-07-06"),
    "2018/2018-national-micro-bases": ("other", "工信部企业〔2018〕238号", "2018"),
    "2020/2020-05-22-chongqing-2020-national-call": ("call", "渝经信中小〔2020〕9号", "2020-05-22"),
    "2020/2020-xiamen-2019-evaluation": ("other", "厦工信企业〔2020〕152号", "2020"),
    "2021/2021-01-13-hunan-2020-network-report": ("other", None, "2021-01-13"),
    "2021/2021-04-12-zhangye-2020-evaluation": ("other", None, "2021-04-12"),
    "2021/2021-04-22-liaocheng-consultation": ("consultation", None, "2021-04-22"),
    "2021/2021-05-11-anshan-2021-national-call": ("call", "鞍工信发〔2021〕26号", "2021-05-11"),
    "2022/2022-10-13-shandong-2022-call": ("call", None, "2022-10-13"),
    "2023/2023-linfen-2023-call": ("call", "临企发〔2023〕7号", "2023"),
}

# Notice: by whom (None where it does not say), first day where stated, last day

WINDOWS = {
    "2017/2017-01-11-guangzhou-2017-call": ("各区主管部门", None, date(2017, 1, 20)),
    "2021/2021-04-22-liaocheng-consultation": (None, date(2021, 4, 22), date(2021, 5, 22)),
    "2021/2021-05-11-anshan-2021-national-call": (
        "各县（市）区、开发区中小企业主管部门",
        None,
        date(2021, 5, 21),
    ),
    "2022/2022-10-13-shandong-2022-call": ("各市", None, date(2022, 11, 11)),
    "2023/2023-linfen-2023-call": ("各县（市、区）中小企业主管部门", None, date(2023, 2, 24)),
}
TELEPHONES = {
    "2021/2021-04-22-liaocheng-consultation": "0635-2990117",
    "2022/2022-10-13-shandong-2022-call": "0531-51782706",
    "2023/2023-linfen-2023-call": "0357-3305563",
}


def front(id_: str) -> Notice:
    return real_register().site.notices[id_].front


@pytest.mark.parametrize("id_", NOTICES)
def test_a_notice_is_numbered_and_dated_as_it_was_found(id_: str) -> None:
    found = front(id_)

    assert (found.kind, found.document_number, str(found.issued_on)) == NOTICES[id_]


@pytest.mark.parametrize("id_", NOTICES)
def test_a_deadline_is_that_of_those_whom_the_notice_names(id_: str) -> None:
    windows = [(window.who, window.from_, window.through) for window in front(id_).windows]

    assert windows == ([WINDOWS[id_]] if id_ in WINDOWS else [])


@pytest.mark.parametrize("id_", NOTICES)
def test_an_office_is_reached_as_the_notice_says(id_: str) -> None:
    contact = front(id_).contact

    assert (contact and contact.telephone) == TELEPHONES.get(id_)


def test_the_comments_of_liaocheng_were_open_on_21_working_days_of_31() -> None:
    [period] = periods_of(front("2021/2021-04-22-liaocheng-consultation"), None)

    assert (period.counted, len(period.days)) == (21, 31)


# Which notices and documents lead to each other, as their titles and texts say themselves: from → to.
CHAINS = {
    "2017/2017-07-06-national-2017-call": ["national/2017-list-of-2017"],
    "2020/2020-05-22-chongqing-2020-national-call": ["national/2020-list-of-2020"],
    "national/2011-11-28-first-batch": ["national/2017-list-of-2017"],
}


def test_what_leads_to_what_is_recorded_and_nothing_else_is_guessed() -> None:
    found = chains(leaves_of(real_register()))

    later = {id_: [step.id for step in chain.later] for id_, chain in found.items() if chain.later}
    assert later == CHAINS
    assert [step.id for step in found["national/2017-list-of-2017"].earlier] == [
        "national/2011-11-28-first-batch",
        "2017/2017-07-06-national-2017-call",
    ]
