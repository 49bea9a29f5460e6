# SPDX-License-Identifier: Apache-2.0
"""Does a filled issue form become the draft that was meant, and harm nothing whatever stands in it?"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.commands.drafting import questions as q
from generator.load.yaml_file import yaml_reader
from generator.model.designation import ActKind, DateBasis
from generator.model.notice import NoticeKind
from generator.render.markdown import to_html
from tests.commands.drafting import new, project, written
from tests.conftest import REPOSITORY
from tests.files import files_in

__all__ = ["project"]
TEMPLATES = REPOSITORY / ".github" / "ISSUE_TEMPLATE"
FEEDBACK, CONFIG = "feedback", "config"
PAPER = {
    "辖区": "样例",
    "标题": "样例标题",
    "文号": "样工信〔2023〕30号",
    "发文机关": "样例市工业和信息化局",
    "印发日期": "2023年12月20日",
    "来源网址": "https://gxj.example.gov.cn/1",
}
NUMBER = "1380000" + "1234"


def template(name: str) -> dict[str, Any]:
    value: dict[str, Any] = yaml_reader().load((TEMPLATES / f"{name}.yml").read_text(encoding="utf-8"))
    return value


def fields(name: str) -> list[dict[str, Any]]:
    return [part for part in template(name)["body"] if part["type"] != "markdown"]


def filled(name: str, answers: Mapping[str, str]) -> str:
    """The text that GitHub makes of a form."""
    labels = [field["attributes"]["label"] for field in fields(name)]
    assert set(answers) <= set(labels)
    return "\n\n".join(f"### {label}\n\n{answers.get(label, '_No response_')}" for label in labels) + "\n"


def test_each_form_asks_in_chinese_by_the_labels_that_the_command_knows() -> None:
    names = sorted(path.stem for path in TEMPLATES.iterdir())

    assert names == ["config", "correction", "designation", "feedback", "notice"]
    for name in set(names) - {CONFIG, FEEDBACK}:
        labels = [field["attributes"]["label"] for field in fields(name)]
        assert len(set(labels)) == len(labels)
        assert set(labels) <= q.LABELS, name
    for name in set(names) - {CONFIG}:
        assert {"name", "description", "title", "body"} <= template(name).keys()
        attributes = [field["attributes"] for field in fields(name)]
        words = [value for each in attributes for key, value in each.items() if key != "options"]
        assert all(isinstance(word, str) for word in words)  # 2023-11-01 without quotes would be a day


@pytest.mark.parametrize(
    ("name", "label", "words"),
    [
        ("notice", "公告类别", {kind.label for kind in NoticeKind} - {NoticeKind.CORRECTION.label}),
        ("designation", "文件的决定", {kind.label for kind in ActKind}),
        ("designation", "日期是什么日期", {basis.label for basis in DateBasis}),
        ("correction", "更正还是撤回", {"部分内容更正", "全文撤回"}),
    ],
)
def test_what_can_be_chosen_is_what_the_models_know(name: str, label: str, words: set[str]) -> None:
    (field,) = [field for field in fields(name) if field["attributes"]["label"] == label]

    assert set(field["attributes"]["options"]) == words


def test_a_filled_notice_becomes_its_draft(project: Path) -> None:
    answers = PAPER | {
        "公告类别": "公示",
        "公示首日": "2023-12-20",
        "公示末日或日数": "5个工作日",
        "联系科室": "样例科",
    }

    done = new(project, "from-form", "-", answers=filled("notice", answers))

    assert done.exit_code == 0, done.output
    (file,), text = written(project, done)
    assert file == "content/notices/2023/2023-12-20-yangli-publicity.md"
    assert "\npublicity: {from: 2023-12-20, working_days: 5}\n" in text
    assert "\nannounces: null\n" in text
    assert text.endswith("---\n\n样例标题\n")


def test_a_filled_list_becomes_its_document(project: Path) -> None:
    answers = PAPER | {
        "文件的决定": "认定",
        "名单": "序号\t名称\t所在地\r\n1\t样例丁\t样例市\r\n2\t样例戊\t\r\n",
    }

    done = new(project, "from-form", "-", answers=filled("designation", answers))

    (file,), text = written(project, done)
    assert file == "registry/designations/yangli/2023-12-20-list.yaml"
    assert "{platform: yangli-0004, name: 样例丁, location: 样例市}" in text
    assert "{platform: yangli-0005, name: 样例戊}" in text


def test_a_filled_correction_becomes_a_notice_and_can_be_a_file(project: Path, tmp_path: Path) -> None:
    target = "https://registry.example/notices/2023/yangli-call/"
    answers = PAPER | {"更正还是撤回": "全文撤回", "针对的公告或文件": target}
    form = tmp_path / "form.md"
    form.write_text(filled("correction", answers), encoding="utf-8")

    done = new(project, "notice", "--from-form", str(form))

    _, text = written(project, done)
    assert "\nkind: correction\n" in text
    assert "\nwithdraws: 2023/2023-11-01-yangli-call\n" in text


def test_an_option_goes_before_the_form(project: Path) -> None:
    text = filled("notice", PAPER | {"公告类别": "其他公告"})

    done = new(
        project, "notice", "--from-form", "-", "--slug", "training", "--title", "另一标题", answers=text
    )

    (file,), draft = written(project, done)
    assert file == "content/notices/2023/2023-12-20-training.md"
    assert "\ntitle: 另一标题\n" in draft


def test_what_the_kind_has_no_use_for_is_told(project: Path) -> None:
    answers = PAPER | {"公告类别": "其他公告", "截止日期": "2024-01-31"}

    done = new(project, "from-form", "-", answers=filled("notice", answers))

    assert "· 表单里的“截止日期”这一类用不上，没有写进草稿\n" in done.stderr


HOSTILE = (
    '---\nkind: call\n"]}: *a &b !!c # %d\n<script>alert(1)</script> '
    "[y](javascript:alert(2))\n### 辖区：\n..."
)


def test_whatever_was_filled_in_stays_text(project: Path) -> None:
    line = HOSTILE.replace("\n", " ")
    answers = PAPER | {"公告类别": "其他公告", "标题": line, "一句话摘要": f"- {line}", "正文": HOSTILE}

    done = new(project, "from-form", "-", answers=filled("notice", answers))

    assert done.exit_code == 0, done.output
    _, text = written(project, done)
    assert text.endswith(f"---\n\n{HOSTILE}\n")
    assert "<script" not in to_html(HOSTILE)
    assert "javascript:" not in to_html(HOSTILE)


@pytest.mark.parametrize(
    ("form", "answers", "told"),
    [
        (
            "notice",
            {"公告类别": "其他公告", "正文": "{{ x }}"},
            "表单的“正文”等栏：“{{ x }}”不是引用数字的写法。",
        ),
        (
            "notice",
            {"公告类别": "其他公告", "印发日期": "明天"},
            "表单的“印发日期”一栏：“明天”不是日期。写作 2021-05-07",
        ),
        ("notice", {"公告类别": "_No response_"}, "表单的“公告类别”一栏：没有选。写序号，或写其中一项："),
        ("notice", {"公告类别": "其他公告", "标题": "一\n二"}, "表单的“标题”一栏：写了不止一行。写在一行里"),
        (
            "notice",
            {"公告类别": "其他公告", "来源网址": "javascript:alert(1)"},
            "表单的“来源网址”一栏：“javascript:alert(1)”不是可用的网址。",
        ),
        (
            "notice",
            {"公告类别": "申报通知", "联系科室": f"样例科 {NUMBER}"},
            "表单的“联系科室”一栏：这里有手机号码。删去它",
        ),
        (
            "notice",
            {"公告类别": "其他公告", "正文": f"电话 {NUMBER}"},
            "表单的“正文”一栏：这里有手机号码。删去它",
        ),
        (
            "notice",
            {"公告类别": "申报通知", "办公电话": NUMBER, "联系科室": "样例科"},
            "表单的“办公电话”一栏：这里有手机号码。删去它",
        ),
        ("designation", {"文件的决定": "认定", "名单": "甲|乙|丙|丁"}, "表单的“名单”一栏：第 1 行的栏目太多"),
        (
            "designation",
            {"文件的决定": "认定", "名单": "样例甲服务中心"},
            "表单的“名单”等栏：yangli-0001 的称号到",
        ),
        (
            "correction",
            {"更正还是撤回": "全文撤回", "针对的公告或文件": "没有的"},
            "表单的“针对的公告或文件”一栏：没有“没有的”这份公告或文件",
        ),
    ],
)
def test_what_does_not_do_is_told_by_its_field_and_nothing_is_written(
    form: str, answers: dict[str, str], told: str, project: Path
) -> None:
    before = files_in(project)

    done = new(project, "from-form", "-", answers=filled(form, PAPER | answers))

    assert done.exit_code == 1
    assert done.stdout == ""
    assert told in done.stderr
    assert "没有写任何文件" in done.stderr
    assert NUMBER not in done.stderr
    assert files_in(project) == before


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("你好", 1, "这不是填好的表单：没有见到表单里的任何一栏。"),
        ("### 标题\n\n甲\n\n### 标题\n\n乙", 1, "“标题”一栏出现了两次。"),
        ("### 标题\n\n样例".encode("gbk"), 1, "表单的文字读不出来。以 UTF-8 编码重新保存"),
    ],
)
def test_what_is_no_form_is_refused(text: str | bytes, code: int, told: str, project: Path) -> None:
    done = new(project, "from-form", "-", answers=text)

    assert (done.exit_code, done.stdout) == (code, "")
    assert told in done.stderr


def test_a_form_that_is_not_there_is_a_usage_error(project: Path) -> None:
    done = new(project, "from-form", str(project / "none.md"))

    assert done.exit_code == 2
    assert "没有这个文件或文件夹" in done.stderr
