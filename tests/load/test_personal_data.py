# SPDX-License-Identifier: Apache-2.0
"""Is a source with the number of a person refused, without the number being said again?"""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.__main__ import application
from generator.load.personal_data import in_name, personal_data
from generator.load.tree import load
from tests.builders import TINY_DAY
from tests.load.attaching import with_position

MOBILE, IDENTITY = "13800138000", "11010519491231002X"


def test_each_number_is_told_at_its_place_with_a_masked_form() -> None:
    text = f"第一行\n联系人 {MOBILE}，身份证 {IDENTITY}\n"

    mobile, identity = personal_data(text, "content/about.md")

    assert str(mobile) == (
        "content/about.md:2:5: 错误：这里有手机号码 [personal-data]\n"
        "    修法：删去它，只写科室和办公电话；必须提到的，写作 1**********"
    )
    assert str(identity) == (
        "content/about.md:2:21: 错误：这里有居民身份证号码 [personal-data]\n"
        "    修法：删去它，只写科室和办公电话；必须提到的，写作 ******************"
    )


def test_a_masked_form_and_an_office_number_are_taken() -> None:
    assert personal_data("1********** ****************** 0990-5550100 138****8000", "content/about.md") == []


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("registry/vocabularies/jurisdictions.yaml", '"0990-5550100"', f'"{MOBILE}"'),
        ("registry/vocabularies/topics.yaml", "- {", f"# {MOBILE}\n- {{"),
        ("registry/rulesets/yangli/2020.yaml", "text: 这是虚构的样例。", f"text: 电话{MOBILE}"),
        (
            "registry/designations/yangli/2020-06-01-first-list.yaml",
            "name: 样例甲服务中心",
            f"name: {MOBILE}",
        ),
        ("registry/forms/yangli/application.yaml", "title: ", f"{IDENTITY}: "),
        ("content/notices/2023/2023-11-01-yangli-call.md", "请按时报送。", f"请打 +86 {MOBILE}。"),
        ("content/notices/2023/2023-11-01-yangli-call.md", "summary: 虚构", f"summary: {IDENTITY}"),
        ("content/about.md", "虚构的样例，只供测试。", f"电话 {MOBILE}"),
        ("site_config/site.yaml", "feedback: 虚构", f"feedback: {MOBILE}"),
    ],
)
def test_wherever_it_stands_the_build_is_refused_and_the_number_is_not_repeated(
    tiny_root: Path, file: str, right: str, wrong: str
) -> None:
    text = (tiny_root / file).read_text(encoding="utf-8")
    assert right in text
    (tiny_root / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")

    _, findings = load(tiny_root, TINY_DAY)
    result = CliRunner().invoke(application(), ["check", "--root", str(tiny_root), "--as-of", str(TINY_DAY)])

    assert [(f.location.file, f.check) for f in findings] == [(file, "personal-data")]
    assert result.exit_code == 1
    assert "personal-data" in result.output
    assert MOBILE[3:] not in result.output
    assert IDENTITY[6:14] not in result.output


def test_a_file_with_a_number_is_not_read_further_and_nobody_is_blamed_for_naming_it(tiny_root: Path) -> None:
    file = tiny_root / "registry" / "rulesets" / "yangli" / "2020.yaml"
    file.write_text(file.read_text(encoding="utf-8") + f"# {MOBILE}\n", encoding="utf-8")

    site, findings = load(tiny_root, TINY_DAY)

    assert len(findings) == 1
    assert site is not None
    assert "yangli/2020" not in site.rulesets
    assert site.unreadable == {"registry/rulesets/yangli/2020.yaml"}


HOME = "样例市东区云禾小区3栋2单元501室"
PROFILE = "registry/profiles/yangli/yangli-0001.yaml"


def edited(root: Path, file: str, right: str, wrong: str) -> list[tuple[str, int, int, str]]:
    """What is told of a tiny site after an edit: file, line, column and message."""
    text = (root / file).read_text(encoding="utf-8")
    assert right in text
    (root / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    return [(f.location.file, f.location.line, f.location.column, f.message) for f in load(root, TINY_DAY)[1]]


def test_an_office_may_have_its_address_in_a_building_with_homes(tiny_root: Path) -> None:
    assert edited(tiny_root, PROFILE, "样例市东区样例路1号", HOME) == []
    assert edited(tiny_root, PROFILE, f"address: {HOME}", f'address: "{HOME}"') == []


def test_the_office_of_an_authority_may_too(tiny_root: Path) -> None:
    contact = f"contact: {{office: 样例科, address: {HOME}, seen_in: 样例, checked_on: 2024-01-02}}\nsource:"

    assert edited(tiny_root, "content/notices/2023/2023-11-01-yangli-call.md", "source:", contact) == []


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("解答政策和补贴问题", HOME, (7, 21)),
        ("website:", f"# {HOME}\nwebsite:", (1, 12)),
        ("address: 样例市东区样例路1号", f"address: 样例市东区样例路1号 # {HOME}", (3, 32)),
        ("hours: 工作日", f"hours: {HOME}", (4, 17)),
    ],
)
def test_a_home_in_any_other_place_is_refused(
    tiny_root: Path, right: str, wrong: str, place: tuple[int, int]
) -> None:
    assert edited(tiny_root, PROFILE, right, wrong) == [(PROFILE, *place, "这里有像家庭住址的文字")]


@pytest.mark.parametrize("number", ["13800138000", "+86 138-0013-8000"])
def test_an_office_may_have_no_mobile_number_not_even_in_the_field_for_telephones(
    tiny_root: Path, number: str
) -> None:
    (told,) = edited(tiny_root, PROFILE, "0990-5550101", number)

    assert told == (PROFILE, 2, 13, "这里有手机号码")


@pytest.mark.parametrize(
    ("file", "right", "wrong", "place"),
    [
        (PROFILE, "hours: 工作日", 'hours: "\\u0031\\x338 0013 8000"\n# 工作日', (4, 8)),
        (PROFILE, "hours: 工作日", "hours: 周一 138 0013\n  8000 周日", (4, 8)),
        ("content/about.md", "虚构的样例，", "138**0013**8000，", (8, 1)),
        ("content/about.md", "虚构的样例，", "1380<b>0138</b>000，", (8, 1)),
        ("content/about.md", "虚构的样例，", "138&#48;0138000，", (8, 1)),
        ("content/about.md", "虚构的样例，", "138&nbsp;0013&nbsp;8000，", (8, 1)),
        ("content/about.md", "虚构的样例，", "138&shy;0013&ZeroWidthSpace;8000，", (8, 1)),
    ],
)
def test_a_number_that_only_shows_on_the_page_is_told_where_its_value_begins(
    tiny_root: Path, file: str, right: str, wrong: str, place: tuple[int, int]
) -> None:
    assert edited(tiny_root, file, right, wrong) == [(file, *place, "这里有手机号码")]


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        (f"content/list-{MOBILE}.md", "content/list-***********.md"),
        (f"content/wang{IDENTITY}.png", "content/wang******************.png"),
        (f"registry/{MOBILE}/readme.txt", "registry/***********/readme.txt"),
        (f"content/notices/2023/{MOBILE}_x.md", "content/notices/2023/***********_x.md"),
    ],
)
def test_a_number_in_the_name_of_a_file_is_told_masked(tiny_root: Path, file: str, shown: str) -> None:
    (tiny_root / file).parent.mkdir(parents=True, exist_ok=True)
    (tiny_root / file).write_bytes(b"\xff")

    site, findings = load(tiny_root, TINY_DAY)

    assert [(f.location.file, f.location.line, f.check) for f in findings] == [(shown, 1, "personal-data")]
    assert site is not None
    assert site.unreadable == {shown}


def test_the_dates_and_numbers_in_names_of_files_are_no_alarm() -> None:
    for file in (
        "content/notices/2023/2023-11-01-yangli-2023-call-12.md",
        "registry/rulesets/yangli/2020.yaml",
    ):
        assert in_name(file) == []


@pytest.mark.parametrize("name", ["redirects", "accepted"])
def test_a_number_in_a_path_that_a_ledger_names_is_found_as_in_the_name_of_a_file(name: str) -> None:
    ledger = f"registry/{name}.yaml"
    path = "notices/2023/2023-11-01-yangli-2023-call-12/"

    (found,) = personal_data(f"- {{from: registry/list{MOBILE}/, file: a.yaml}}\n", ledger)
    assert (found.message, found.location.line, found.location.column) == ("这里有手机号码", 1, 23)
    assert personal_data(f"- {{from: {path}, to: {path}, since: 2023-11-01, reason: 样例}}\n", ledger) == []


def test_a_picture_in_prose_is_read_through(tiny_root: Path) -> None:
    (tiny_root / "content" / "map.jpg").write_bytes(with_position())

    assert [f.check for f in load(tiny_root, TINY_DAY)[1]] == ["hidden-data"]
