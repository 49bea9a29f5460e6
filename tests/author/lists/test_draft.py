# SPDX-License-Identifier: Apache-2.0
"""Does the draft hold every row, state nothing but what is known, and stand where nothing else does?"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.author.lists.draft import Document, Draft, drafted, recorded_already
from generator.author.lists.matching import match
from generator.author.lists.understanding import Count, counted, understood
from generator.base.days import PartialDate
from generator.load.lists.reading import sheets_in
from generator.model.designation import ActKind, Designation, NamedBy
from tests.author.lists.reading import WORDS, platforms, read, sheet
from tests.builders import designation
from tests.official_lists import HEAD, code, comma_separated, row

DOCUMENT = Document(
    jurisdiction="yangli",
    kind=ActKind.DESIGNATE,
    title="样例名单的通知",
    document_number="样工信〔2023〕30号",
    issuer="样例市工业和信息化局",
    issued_on=PartialDate(2023, 12, 20),
    url="https://example.org/list",
    file="list.xlsx",
    sha256="0" * 64,
    read_on=date(2024, 1, 2),
    ruleset="yangli/2023",
)


def draft(
    *lines: list[object],
    document: Document = DOCUMENT,
    taken: tuple[str, ...] = (),
    stated: int | None = None,
) -> Draft:
    found = read(sheet(HEAD, *lines))
    known = platforms({"platform": "yangli-0001", "name": "样例第1号公共服务平台"})
    return drafted(document, found, match(found.entries, "yangli", known), taken, stated)


def test_the_rows_of_a_list_become_the_rows_of_an_act() -> None:
    (act,) = draft(row(1), row(2), stated=2).document.acts

    assert (act.kind, act.named_by, act.stated_count, act.complete) == (
        "designate",
        NamedBy.PLATFORM,
        2,
        True,
    )
    assert [one.platform for one in act.platforms] == ["yangli-0001", "yangli-0002"]
    assert act.platforms[1].model_dump(exclude_defaults=True) == {
        "platform": "yangli-0002",
        "name": "样例第2号公共服务平台",
        "operator": "样例2号有限公司",
        "credit_code": code(2),
        "functions": ("training",),
        "location": "样例市东区",
    }


@pytest.mark.parametrize("stated", [None, 5])
def test_a_list_that_does_not_say_so_is_not_complete(stated: int | None) -> None:
    (act,) = draft(row(1), row(2), stated=stated).document.acts

    assert (act.stated_count, act.complete) == (stated, False)


@pytest.mark.parametrize(
    ("kind", "slug", "notice_kind", "begins"),
    [
        (ActKind.DESIGNATE, "list", "designation", False),
        (ActKind.RENEW, "renewal", "designation", True),
        (ActKind.REVOKE, "revocation", "revocation", True),
    ],
)
def test_each_decision_has_its_place_its_notice_and_what_it_needs_of_new_platforms(
    kind: ActKind, slug: str, notice_kind: str, begins: bool
) -> None:
    made = draft(row(1), row(2), document=replace(DOCUMENT, kind=kind))

    assert made.document_id == f"yangli/2023-12-20-{slug}-of-2023"
    assert made.notice_id == f"2023/2023-12-20-yangli-{slug}-of-2023-notice"
    assert (made.notice.kind, made.notice.announces) == (notice_kind, made.document_id)
    assert ("reason" in made.notice.model_fields_set) == (notice_kind == "revocation")
    assert made.document.begins_mid_history is begins


def test_known_platforms_do_not_begin_in_the_middle() -> None:
    assert not draft(row(1), document=replace(DOCUMENT, kind=ActKind.RENEW)).document.begins_mid_history


@pytest.mark.parametrize(
    "taken",
    [
        "notices/2023/yangli-list-of-2023/",
        "api/v1/designations/yangli/list-of-2023.json",
        "notices/2023/yangli-list-of-2023-notice/",
    ],
)
def test_an_address_that_is_taken_is_not_taken_again(taken: str) -> None:
    made = draft(row(1), taken=(taken,))

    assert made.document_id == "yangli/2023-12-20-list-of-2023-2"
    assert made.notice_id == "2023/2023-12-20-yangli-list-of-2023-2-notice"


def test_what_is_not_known_is_not_said() -> None:
    bare = replace(DOCUMENT, document_number=None, issued_on=PartialDate(2023, 12), ruleset=None)
    document, notice = draft(row(1), document=bare).texts().values()

    assert "document_number: null" in document
    assert "ruleset: null" in document
    assert "2023年12月，样例市工业和信息化局公布《样例名单的通知》。" in notice
    assert "本站录入其中 1 家" in notice


@pytest.mark.parametrize(
    ("url", "kind", "publisher"),
    [
        ("https://gxj.yangli.gov.cn/list", "official", "样例市工业和信息化局"),
        ("https://example.org/list", "press", "example.org"),
    ],
)
def test_the_source_says_where_the_list_was_found_and_which_file_was_read(
    url: str, kind: str, publisher: str
) -> None:
    source = draft(row(1), document=replace(DOCUMENT, url=url)).document.source

    assert (source.kind, source.publisher, source.url) == (kind, publisher, url)
    assert (source.file, source.sha256, source.retrieved_on) == ("list.xlsx", "0" * 64, date(2024, 1, 2))


def test_a_list_that_is_recorded_already_is_known_by_its_number_or_its_bytes() -> None:
    source = {"kind": "document", "publisher": "样例", "file": "a", "retrieved_on": date(2024, 1, 2)}
    known: dict[str, Designation] = {
        "a": designation(document_number=DOCUMENT.document_number),
        "b": designation(document_number=None, source=source | {"sha256": DOCUMENT.sha256}),
        "c": designation(),
        "d": designation(document_number=None),
    }

    assert recorded_already(DOCUMENT, known) == (["a", "b"], [])
    assert recorded_already(replace(DOCUMENT, kind=ActKind.REVOKE), known) == ([], ["a", "b"])
    assert recorded_already(replace(DOCUMENT, document_number=None, sha256="1" * 64), known) == ([], [])


NAMES = st.lists(
    st.text("样例甲乙丙丁中心服务（）()ＡB1２·", min_size=2, max_size=12).filter(
        lambda name: name.count("样") > 1
    ),
    min_size=1,
    max_size=25,
    unique_by=lambda name: "".join(filter(str.isalnum, name)).translate({ord("Ａ"): "A", ord("２"): "2"}),
)


@given(NAMES)
def test_the_record_has_as_many_rows_as_the_list_in_the_same_order(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    file: Path = tmp_path_factory.mktemp("lists") / "list.csv"
    lines = [row(number, name=name) for number, name in enumerate(names, 1)]
    file.write_text(comma_separated(HEAD, *lines, ["合计", f"{len(names)}家"]), encoding="utf-8")
    found = understood("list.csv", sheets_in(file.name, file.read_bytes()), WORDS)
    matching = match(found.entries, "yangli", [])
    count = counted("list.csv", found, ActKind.DESIGNATE)
    assert isinstance(count, Count)
    (act,) = drafted(DOCUMENT, found, matching, (), count.stated).document.acts

    assert (found.findings, matching.findings) == ((), ())
    assert [one.credit_code for one in act.platforms] == [code(number) for number in range(1, len(names) + 1)]
    assert [one.platform for one in act.platforms] == [f"yangli-{n:04}" for n in range(1, len(names) + 1)]
    assert (act.stated_count, act.complete) == (len(names), True)
