# SPDX-License-Identifier: Apache-2.0
"""Is a source with the number of a person refused, without the number being said again?"""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.__main__ import application
from generator.load.personal_data import personal_data
from generator.load.tree import load
from tests.builders import TINY_DAY

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
