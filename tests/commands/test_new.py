# SPDX-License-Identifier: Apache-2.0
"""Does `new` write drafts that pass the check, and nothing where they would not?"""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.__main__ import application
from generator.base.identifiers import credit_code_check_character
from generator.commands.drafting import writing
from generator.load.tree import load
from generator.model.notice import Notice
from generator.model.site import Site
from tests.builders import TINY_DAY
from tests.commands.drafting import CONTACT, NOTICE, PAPER, made, new, project, written
from tests.files import files_in

__all__ = ["project"]
PLACES = "registry/vocabularies/jurisdictions.yaml"
CALL = "2023/2023-11-01-yangli-call"
CHANGES = "yangli/2021-03-15-changes"
CODE = f"91990101MA0000001{credit_code_check_character('91990101MA0000001')}"
MEASURES = PAPER | {"--stage": "已印发", "--starts-on": "2024-01-01", "--supersedes": "yangli/2023"}
FORM = {
    "--ruleset": "yangli/2020",
    "--title": "样例推荐表",
    "--issuer": "样例市工业和信息化局",
    "--mark": "附件3",
    "--role": "推荐单位",
    "--where-to-ask": "样例市工业和信息化局",
}
PLACE = {
    "--name": "样例省新例县",
    "--short-name": "新例",
    "--level": "县级",
    "--parent": "样例",
    "--code": "990121",
    "--authority": "新例县样例局",
    "--attested": "2023",
    "--id": "xinli",
}


def site_of(root: Path) -> Site:
    site, _ = load(root, TINY_DAY)
    assert site is not None
    return site


def noticed(root: Path, kind: str, **more: str) -> tuple[Notice, str]:
    """The notice that these answers give, and its text."""
    options = (
        NOTICE | {"--kind": kind} | {f"--{name.replace('_', '-')}": value for name, value in more.items()}
    )
    (file,), text = made(root, "notice", options)
    return site_of(root).notices[file.removeprefix("content/notices/").removesuffix(".md")].front, text


def test_a_call_has_its_window_its_version_and_its_bookkeeping(project: Path) -> None:
    window = {"window": "报送", "window_from": "2023年12月25日", "window_through": "2024-01-31"}
    contact = {name.removeprefix("--").replace("-", "_"): value for name, value in CONTACT.items()}

    front, text = noticed(project, "申报通知", **window, **contact)

    assert [(str(w.from_), str(w.through), w.what) for w in front.windows] == [
        ("2023-12-25", "2024-01-31", "报送")
    ]
    assert (front.ruleset, front.document_number) == ("yangli/2023", "样工信〔2023〕30号")
    assert front.contact is not None
    assert {str(day) for day in (front.checked_on, front.source.retrieved_on, front.contact.checked_on)} == {
        "2024-01-02"
    }
    assert front.source.kind == "official"
    assert "\n# 按 2023-12-20 施行的版本填的；" in text
    assert text.endswith("---\n\n样例正文\n")


def test_what_a_source_does_not_state_is_written_as_absent(project: Path) -> None:
    front, text = noticed(project, "call", window_through="没有", contact_office="", document_number="没有")

    assert front.windows == ()
    assert front.contact is None
    assert "\nwindows: []\n" in text
    assert "\ndocument_number: null\n" in text


def test_a_consultation_says_when_and_where_to_comment(project: Path) -> None:
    front, _ = noticed(
        project, "consultation", window_through="2024-01-20", window_from="", window="反馈", contact_office=""
    )

    assert front.windows[0].what == "反馈"
    assert {"contact", "windows"} <= front.model_fields_set
    assert front.ruleset is None  # no draft of measures is recorded; the version in force is not it


def test_the_end_of_a_publicity_period_is_told_in_words(project: Path) -> None:
    files = made(
        project,
        "designation",
        PAPER
        | {
            "--kind": "propose",
            "--platform": "样例丁",
            "--stated-count": "1",
            "--publicity-from": "没有",
            "--contact-office": "",
        },
    )[0]
    announced = files[0].removeprefix("registry/designations/").removesuffix(".yaml")

    front, text = noticed(
        project,
        "公示",
        publicity_from="2023-12-20",
        publicity_end="5个工作日",
        contact_office="",
        announces=announced,
    )

    assert front.publicity is not None
    assert front.publicity.working_days == 5
    assert front.announces == announced == "yangli/2023-12-20-proposed-list"
    assert "\n# 公示期：2023年12月20日至2023年12月26日。末日由系统按公告的5个工作日推算，首日计入。\n" in text


def test_a_period_whose_end_nobody_states_is_left_open(project: Path) -> None:
    front, text = noticed(
        project,
        "publicity",
        publicity_from="2023-12-20",
        publicity_end="",
        contact_office="",
        announces="没有",
    )

    assert front.publicity is None
    assert "\n# 公示期没有见到，或推算不出末日。" in text
    assert "先运行 platform-registry new designation，决定选“拟认定公示”，" in text
    assert "platform-registry import" not in text


@pytest.mark.parametrize(
    ("kind", "announced", "more"),
    [("designation", "yangli/2023-05-20-renewal", {}), ("revocation", CHANGES, {"reason": ""})],
)
def test_announcements_name_a_document_of_their_kind(
    kind: str, announced: str, more: dict[str, str], project: Path
) -> None:
    front, _ = noticed(project, kind, announces="1", **more)

    assert front.announces == announced
    assert front.reason is None


@pytest.mark.parametrize(
    ("undo", "target", "meant"),
    [
        ("部分内容更正", "关于组织申报的通知（虚构）", CALL),
        ("withdraws", "https://registry.example/names/notices/2023/yangli-call/", CALL),
        ("corrects", CHANGES, CHANGES),
    ],
)
def test_corrections_and_withdrawals_name_what_is_there(
    undo: str, target: str, meant: str, project: Path
) -> None:
    front, text = noticed(project, "correction", undo=undo, target=target, reason="没有")

    assert (front.withdraws if undo == "withdraws" else front.corrects) == meant
    assert "\nreason: null\n" in text


def test_any_other_notice_needs_nothing_more(project: Path) -> None:
    assert noticed(project, "other", slug="training-day", issued_on="2023")[0].kind == "other"
    assert (project / "content/notices/2023/2023-training-day.md").is_file()


@pytest.mark.parametrize(
    ("kind", "more", "rows"),
    [
        (
            "designate",
            {"--platform": "样例丁|样例市", "--stated-count": "3"},
            "yangli-0004, name: 样例丁, location: 样例市",
        ),
        ("renew", {"--platform": "样例丁", "--stated-count": ""}, "yangli-0004, name: 样例丁"),
        (
            "revoke",
            {"--platform": "样例甲服务中心", "--stated-count": "1", "--reason": "虚构"},
            "yangli-0001",
        ),
        ("rename", {"--platform": "yangli-0002|样例乙总站"}, "yangli-0002, name: 样例乙总站"),
        (
            "correct",
            {"--target": CHANGES, "--platform": f"样例丙服务中心|{CODE}", "--reason": ""},
            "yangli-0003",
        ),
        ("withdraw", {"--target": CHANGES, "--reason": "虚构"}, f"undoes: {CHANGES}"),
    ],
)
def test_each_decision_of_a_document_is_recorded(
    kind: str, more: dict[str, str], rows: str, project: Path
) -> None:
    (file,), text = made(project, "designation", PAPER | more | {"--kind": kind})

    assert file.startswith("registry/designations/yangli/2023-12-20-")
    assert rows in text
    assert ("\nbegins_mid_history: true\n" in text) == (kind == "renew")
    assert ("    complete: false\n" in text) == (kind in {"designate", "renew"})
    assert "\nruleset: yangli/2023\n" in text


def test_several_platforms_are_several_options(project: Path) -> None:
    more = ["--platform", "样例丁", "--platform", "样例戊", "--stated-count", "2"]

    _, text = made(project, "designation", PAPER | {"--kind": "designate"}, *more)

    assert "platform: yangli-0004, name: 样例丁" in text
    assert "platform: yangli-0005, name: 样例戊" in text


@pytest.mark.parametrize(
    ("number", "basis"), [("样工信〔2023〕30号", "document-number"), ("没有", "list-year")]
)
def test_a_year_alone_says_where_it_comes_from(number: str, basis: str, project: Path) -> None:
    options = PAPER | {
        "--kind": "designate",
        "--platform": "样例丁",
        "--stated-count": "",
        "--issued-on": "2023",
    }
    options |= {"--document-number": number} | ({"--date-basis": basis} if basis == "list-year" else {})

    assert f"\ndate_basis: {basis}\n" in made(project, "designation", options)[1]


@pytest.mark.parametrize("more", [{}, {"--starts-on": ""}, {"--stage": "consultation"}])
def test_the_smallest_version_states_no_article(more: dict[str, str], project: Path) -> None:
    (file,), text = made(project, "ruleset", MEASURES | more)

    assert file == f"registry/rulesets/yangli/{'2023-draft' if '--stage' in more else '2023-2'}.yaml"
    assert "\ntext: not-recorded\n" in text


def test_a_form_is_named_by_its_version_too(project: Path) -> None:
    version = "registry/rulesets/yangli/2020.yaml"
    before = (project / version).read_text(encoding="utf-8")

    files, text = made(project, "form", FORM)

    line = "  - {mark: 附件3, title: 样例推荐表, form: yangli/recommendation-form}\n"
    assert files == ["registry/forms/yangli/recommendation-form.yaml", version]
    assert "\nlayout_known: false\n" in text
    assert (project / version).read_text(encoding="utf-8").replace(line, "") == before


@pytest.mark.parametrize(("ruleset", "mark"), [("yangli/2023", "附件1"), ("yangli/2017", "附表")])
def test_a_version_without_companions_gets_its_first(ruleset: str, mark: str, project: Path) -> None:
    made(project, "form", FORM | {"--ruleset": ruleset, "--mark": mark})

    assert site_of(project).rulesets[ruleset].companions[0].form == "yangli/recommendation-form"


def test_a_jurisdiction_is_added_and_the_list_kept(project: Path) -> None:
    before = (project / PLACES).read_bytes()

    files, text = made(project, "jurisdiction", PLACE)

    assert files == [PLACES]
    assert text.encode().startswith(before)
    place = site_of(project).jurisdictions["xinli"]
    assert (place.parent, place.code, place.level, place.authorities[0].name) == (
        "yangli",
        "990121",
        "county",
        "新例县样例局",
    )


def test_a_kind_is_asked_only_what_it_needs(project: Path) -> None:
    options = [word for pair in PAPER.items() for word in pair]

    done = new(project, "notice", *options, answers="其他公告\n样例摘要\n\n")

    assert written(project, done)[1].endswith("---\n\n样例摘要\n")
    asked = [line for line in done.stderr.splitlines() if "？" in line or "读者在列表里" in line]
    assert [line[:8] for line in asked] == ["哪一类公告？", "用一句话说说这份", "正文？先写一段也"]


def test_rows_that_are_copied_from_a_table_can_be_pasted(project: Path) -> None:
    options = PAPER | {"--kind": "propose", "--publicity-from": "没有", "--contact-office": ""}
    words = (word for pair in options.items() for word in pair)

    done = new(project, "designation", *words, answers="1\t样例丁\t样例市\n2\t样例戊\t\n\n\n")

    text = written(project, done)[1]
    assert "      - {platform: yangli-0004, name: 样例丁, location: 样例市}\n" in text
    assert "      - {platform: yangli-0005, name: 样例戊}\n" in text


def test_an_interruption_while_the_draft_is_checked_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_in(project)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "tried", interrupted)
    options = NOTICE | {"--kind": "other"}
    done = new(project, "notice", *(word for pair in options.items() for word in pair))

    assert done.exit_code == 1
    assert "中断了，没有写任何文件\n" in done.stderr
    assert files_in(project) == before


ASKED = (
    "公示", "没有此地", "样例", "样例标题", "", "", "十二月", "2023.12.20",
    "样例摘要", "", "5天", "5个工作日",
    "样例科", "5550100", "0990-5550100", "", "https://example.org/1", "样例网", "",
)  # fmt: skip


def test_everything_is_asked_for_and_wrong_answers_are_asked_again(project: Path) -> None:
    done = new(project, "notice", answers="".join(f"{answer}\n" for answer in ASKED))

    assert done.exit_code == 0, done.output
    (file,), text = written(project, done)
    assert file == "content/notices/2023/2023-12-20-yangli-publicity.md"
    assert "\npublicity: {from: 2023-12-20, working_days: 5}\n" in text
    assert "\n  kind: press\n" in text
    assert done.stderr.count("不行：") == 4
    assert "不行：没有“没有此地”这个辖区。" in done.stderr
    assert f"草稿写好了，已经通过检查：\n接下来：\n1. 打开 {file}，" in done.stderr


def test_the_rows_of_a_list_are_asked_for_one_by_one(project: Path) -> None:
    options = [word for pair in (PAPER | {"--kind": "designate"}).items() for word in pair]

    done = new(project, "designation", *options, answers="样例丁\n样例丁\n样例戊\n\n1\n3\n")

    _, text = written(project, done)
    assert "name: 样例戊" in text
    assert "不行：第 2 行：“样例丁”前面已经有了。每个平台只写一行\n" in done.stderr
    assert "不行：文件称 1 家，名单却有 2 行。" in done.stderr
    assert "· 样例丁：新平台，编号 yangli-0004\n" in done.stderr


@pytest.mark.parametrize(
    ("kind", "options", "told"),
    [
        ("notice", NOTICE | {"--kind": "通告"}, "--kind：没有“通告”这一项。写序号，或写其中一项：申报通知"),
        (
            "notice",
            NOTICE | {"--kind": "call", "--issued-on": "2024-01-03"},
            "--issued-on：2024-01-03 晚于今天（2024-01-02）。",
        ),
        ("notice", NOTICE | {"--kind": "other", "--slug": "A b"}, "--slug：“A b”不能作短名。"),
        (
            "notice",
            NOTICE | {"--kind": "other", "--ruleset": "yangli/2032"},
            "--ruleset：没有“yangli/2032”这一版办法。",
        ),
        ("notice", NOTICE | {"--kind": "other", "--title": "样例\u200b"}, "--title：有不能用的字符 U+200B"),
        (
            "designation",
            PAPER | {"--kind": "revoke", "--platform": "甲|乙|丙|丁"},
            "--platform：第 1 行的栏目太多",
        ),
        ("jurisdiction", PLACE | {"--name": "全国"}, "--name：“全国”已经是辖区 national 的名称。"),
        ("jurisdiction", PLACE | {"--id": "yangli"}, "--id：编号“yangli”已经用过。"),
        ("jurisdiction", PLACE | {"--id": "xin2"}, "--id：“xin2”不能作编号。"),
        ("form", FORM | {"--role": "谁"}, "--role：没有“谁”这一项。"),
        ("ruleset", MEASURES | {"--version": "二版"}, "--version：“二版”不能作短名。"),
    ],
)
def test_an_option_that_does_not_do_is_a_usage_error(
    kind: str, options: dict[str, str], told: str, project: Path
) -> None:
    before = files_in(project)

    done = new(project, kind, *(word for pair in options.items() for word in pair))

    assert done.exit_code == 2
    assert done.stdout == ""
    assert told in done.stderr
    assert "；没有写任何文件\n" in done.stderr
    assert files_in(project) == before


def test_a_number_of_a_person_is_never_said_again(project: Path) -> None:
    number = "1380000" + "1234"
    options = NOTICE | {"--kind": "call", "--window-through": "", "--contact-office": "样例科"}
    options |= {"--contact-telephone": number}

    done = new(project, "notice", *(word for pair in options.items() for word in pair))

    assert done.exit_code == 2
    assert "--contact-telephone：这里有手机号码。" in done.stderr
    assert number not in done.output


def test_the_help_lists_what_can_be_chosen(project: Path) -> None:
    told = "".join(CliRunner().invoke(application(), ["new", "notice", "--help"]).stdout.split())

    assert "公告类别：call申报通知、consultation征求意见、publicity公示" in told


def test_what_would_not_pass_the_check_is_not_written(project: Path) -> None:
    before = files_in(project)
    options = PAPER | {"--kind": "designate", "--platform": "样例甲服务中心", "--stated-count": "1"}

    done = new(project, "designation", *(word for pair in options.items() for word in pair))

    assert done.exit_code == 1
    assert "--platform: 错误：yangli-0001 的称号到 2026-06-01 才期满，这里又认定一次 [" in done.stdout
    assert "没有写任何文件" in done.stderr
    assert "platform-registry new designation --kind designate --jurisdiction '样例' --title" in done.stderr
    assert files_in(project) == before


def test_errors_that_were_there_before_do_not_stand_in_the_way(project: Path) -> None:
    broken = project / "registry/rulesets/yangli/2017.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("years: 3", "years: 4", 1), encoding="utf-8")
    options = NOTICE | {"--kind": "other"}

    done = new(project, "notice", *(word for pair in options.items() for word in pair))

    assert done.exit_code == 0, done.output


def test_ids_are_not_given_where_some_may_be_unknown(project: Path) -> None:
    (project / "registry/designations/yangli/2023-05-20-renewal.yaml").write_text(
        "title: [", encoding="utf-8"
    )
    options = PAPER | {"--kind": "designate", "--platform": "样例丁", "--stated-count": "1"}

    done = new(project, "designation", *(word for pair in options.items() for word in pair))

    assert done.exit_code == 1
    assert "这个辖区有认定文件读不出来，不知道哪些编号用过。先运行 platform-registry check" in done.stderr


def test_words_that_cannot_be_read_are_told_before_anything_is_asked(project: Path) -> None:
    (project / PLACES).unlink()

    done = new(project, "notice")

    assert done.exit_code == 1
    assert (
        done.stderr
        == "词表、辖区或站点设置有误，没有写任何文件。先运行 platform-registry check，照提示改好\n"
    )


@pytest.mark.parametrize("answers", ["", "公示\n样例\n"])
def test_where_answers_end_nothing_is_written(answers: str, project: Path) -> None:
    before = files_in(project)

    done = new(project, "notice", answers=answers)

    assert done.exit_code == 2
    assert "这里不能提问，也没有给出回答。用 --" in done.stderr
    assert files_in(project) == before


def test_what_there_is_nothing_to_correct_in_ends_at_once(project: Path) -> None:
    options = NOTICE | {"--kind": "correction", "--jurisdiction": "national", "--undo": "corrects"}

    done = new(project, "notice", *(word for pair in options.items() for word in pair))

    assert done.exit_code == 1
    assert "这个辖区还没有收录公告或文件。先收录要更正、撤回的那一份" in done.stderr
