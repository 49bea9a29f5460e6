# SPDX-License-Identifier: Apache-2.0
"""Does an editor get from a list to a document and its notice, and is nothing written in doubt?"""

import shutil
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator import pipeline
from generator.__main__ import application
from generator.derive.register import register
from generator.load.tree import load
from generator.model.designation import Designation
from tests.builders import TINY, TINY_DAY
from tests.files import files_in
from tests.official_lists import HEAD, comma_separated, listed, messy, row, rows, workbook

GIVEN = {
    "--jurisdiction": "yangli",
    "--kind": "designate",
    "--document-number": "样工信〔2023〕30号",
    "--issuer": "样例市工业和信息化局",
    "--title": "关于公布样例名单的通知",
    "--issued-on": "2023-12-20",
    "--source": "https://example.org/list",
}
DOCUMENT = "registry/designations/yangli/2023-12-20-list-of-2023.yaml"
NOTICE = "content/notices/2023/2023-12-20-yangli-list-of-2023-notice.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the tiny site."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


def imported(
    root: Path, file: Path, *more: str, answers: str = "", left_out: str = "", **changed: str
) -> Result:
    """What comes of importing a list; options are changed by their names, or left out."""
    options = GIVEN | {f"--{name.replace('_', '-')}": value for name, value in changed.items()}
    words = [
        word for name, value in options.items() if name not in left_out.split() for word in (name, value)
    ]
    line = ["import", str(file), "--root", str(root), "--as-of", TINY_DAY.isoformat(), *words, *more]
    return CliRunner().invoke(application(), line, input=answers)


def record(root: Path, id_: str) -> Designation:
    """A record of a project in which nothing is wrong."""
    assert pipeline.examine(root, TINY_DAY) == ()
    site, _ = load(root, TINY_DAY)
    assert site is not None
    return site.designations[id_]


def test_a_list_becomes_a_document_and_a_notice_that_pass_all_checks(root: Path, tmp_path: Path) -> None:
    before = files_in(root)
    done = imported(root, listed(tmp_path / "list.xlsx", *rows(3)), "--yes")

    assert done.exit_code == 0
    assert files_in(root).keys() - before.keys() == {DOCUMENT, NOTICE}
    assert before.items() <= files_in(root).items()
    document = record(root, "yangli/2023-12-20-list-of-2023")
    assert [one.platform for one in document.acts[0].platforms] == [
        "yangli-0004",
        "yangli-0005",
        "yangli-0006",
    ]
    assert (document.acts[0].stated_count, document.ruleset) == (3, "yangli/2023")
    assert "写好了草稿：" in done.stdout
    assert "platform-registry check" in done.stdout


def test_a_messy_list_is_told_in_words_before_it_is_written(root: Path, tmp_path: Path) -> None:
    done = imported(root, messy(tmp_path / "名单.xlsx"), answers="是\n", kind="renew")

    assert done.exit_code == 0
    document = record(root, "yangli/2023-12-20-renewal-of-2023")
    names = [one.name for one in document.acts[0].platforms]
    assert names == [
        *("样例丁公共服务平台", "样例戊公共服务平台", "样例甲服务中心"),
        *("样例己（样例）公共服务平台", "样例庚公共服务平台", "样例辛公共服务平台"),
    ]
    assert [one.location for one in document.acts[0].platforms][:3] == ["样例市东区"] * 3
    assert (document.acts[0].stated_count, document.begins_mid_history) == (6, True)
    for words in (
        "工作表“综合类平台”：第 3—4 行是表头，收 4 行",
        "“运营单位名称（盖章）”（C 列） → 运营单位",
        "“联系电话”（I 列）：联系人、联系方式不收进名录",
        "第 1—2 行：标题“附件1”；“2023年度样例市中小企业公共服务示范平台名单（共6家）”",
        "合并的单元格，里面的值各行都算：F6:F8（所在县（市、区））",
        "词表里没有的服务功能，照原文写在“类别”里：“太空服务”（第 11 行）",
        "工作表“未通过”：隐藏的工作表，没有收",
        "家数：读到 6 家；名单写着 6、2 家，相符",
        "第 8 行“样例甲服务中心” → yangli-0001（名称相同）",
        "5 个平台本站没有收录过认定，却要记为“复核通过（继续认定）”",
    ):
        assert words in done.stdout


def test_nothing_of_a_person_is_repeated_or_written(root: Path, tmp_path: Path) -> None:
    done = imported(root, messy(tmp_path / "list.xlsx"), "--yes", kind="renew")

    everything = done.output + "".join(c.decode(errors="ignore") for c in files_in(root).values())
    assert "王样例" not in everything
    assert "1380013800" not in everything


def test_a_file_that_is_called_by_the_number_of_a_person_is_refused(root: Path, tmp_path: Path) -> None:
    done = imported(root, listed(tmp_path / "13800138000.xlsx", row(1)), "--yes")

    assert done.exit_code == 1
    assert "***********.xlsx:1:1: 错误：文件名里有手机号码" in done.stdout
    assert "138" not in done.output


def test_a_csv_in_the_encoding_of_excel_is_read(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(comma_separated(HEAD, *rows(2)).encode("gb18030"))

    assert imported(root, file, "--yes").exit_code == 0
    assert len(record(root, "yangli/2023-12-20-list-of-2023").acts[0].platforms) == 2


def test_what_is_not_given_is_asked_until_the_answer_does(root: Path, tmp_path: Path) -> None:
    answers = ["yangly", "样例", "3", "关于撤销的通知", "", "", "去年", "2023年12月20日"]
    answers += ["example", "https://example.org/list", "是"]
    file = listed(tmp_path / "list.xlsx", row(1, name="样例甲服务中心"))
    done = imported(root, file, answers="\n".join(answers) + "\n", left_out=" ".join(GIVEN))

    assert done.exit_code == 0
    assert "没有“yangly”这个辖区。是否想写“yangli”？" in done.stderr
    assert "“去年”不是日期" in done.stderr
    document = record(root, "yangli/2023-12-20-revocation-of-2023")
    assert (document.document_number, document.issuer) == (None, "样例市工业和信息化局")
    assert (document.acts[0].kind, document.begins_mid_history) == ("revoke", False)


@pytest.mark.parametrize(
    ("answer", "stated", "complete"), [("", None, False), ("3", 3, False), ("1\n2", 2, True)]
)
def test_the_number_is_asked_where_the_list_does_not_tell_it(
    root: Path, tmp_path: Path, answer: str, stated: int | None, complete: bool
) -> None:
    file = workbook(
        tmp_path / "list.xlsx", ["单位名称", "所在地"], ["样例丁公司", "东区"], ["样例戊公司", "西区"]
    )
    done = imported(root, file, answers=f"{answer}\n是\n")

    assert done.exit_code == 0
    act = record(root, "yangli/2023-12-20-list-of-2023").acts[0]
    assert (act.named_by, act.stated_count, act.complete) == ("organization", stated, complete)


@pytest.mark.parametrize(("answers", "code"), [("否\n", 1), ("也许\n否\n", 1), ("", 2)])
def test_nothing_is_written_unless_that_is_wanted(
    root: Path, tmp_path: Path, answers: str, code: int
) -> None:
    before = files_in(root)
    done = imported(root, listed(tmp_path / "list.xlsx", *rows(2)), answers=answers)

    assert done.exit_code == code
    assert "没有写任何文件" in done.stderr
    assert files_in(root) == before


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"jurisdiction": "yangly"}, "是否想写“yangli”？"),
        ({"kind": "approve"}, "没有“approve”这一项"),
        ({"issued_on": "去年"}, "“去年”不是日期"),
        ({"issued_on": "2024-01-03"}, "2024-01-03 晚于今天"),
        ({"source": "example"}, "不是可用的网址"),
        ({"title": ""}, "没有写内容"),
    ],
)
def test_an_option_that_does_not_do_is_a_usage_error(
    root: Path, tmp_path: Path, changed: dict[str, str], message: str
) -> None:
    done = imported(root, listed(tmp_path / "list.xlsx", row(1)), "--yes", **changed)

    assert done.exit_code == 2
    assert message in done.stderr


def test_a_list_that_cannot_be_read_is_refused_wholly(root: Path, tmp_path: Path) -> None:
    before = files_in(root)
    file = listed(tmp_path / "list.xlsx", row(1, name="=A1"), row(2), row(3, credit_code=911234567890123456))
    done = imported(root, file, "--yes")

    assert done.exit_code == 1
    assert "list.xlsx（工作表“名单”第 2 行 B 列）: 错误：“平台名称”里是公式" in done.stdout
    assert "粘贴为数值" in done.stdout
    assert "list.xlsx（工作表“名单”第 4 行 D 列）: 错误：信用代码存成了数字" in done.stdout
    assert "共 2 处错误" in done.stdout
    assert files_in(root) == before


def test_what_a_check_would_find_is_told_at_the_row_and_nothing_is_written(
    root: Path, tmp_path: Path
) -> None:
    before = files_in(root)
    file = listed(tmp_path / "list.xlsx", row(1), row(2, name="样例甲服务中心"))
    done = imported(root, file, "--yes")

    assert done.exit_code == 1
    assert "list.xlsx（工作表“名单”第 3 行）: 错误：yangli-0001 的称号到 2026-06-01 才期满" in done.stdout
    assert "通不过检查，没有写任何文件" in done.stderr
    assert files_in(root) == before


def test_what_a_check_would_find_in_the_document_is_told_at_the_option(root: Path, tmp_path: Path) -> None:
    file = listed(tmp_path / "list.xlsx", row(1))
    done = imported(root, file, "--yes", title="关于认定7家平台的通知")

    assert done.exit_code == 1
    assert "--title: 错误：写着“认定7家”，名单所称的是1家" in done.stdout


def test_a_list_is_not_imported_twice(root: Path, tmp_path: Path) -> None:
    file = listed(tmp_path / "list.xlsx", row(1))
    assert imported(root, file, "--yes").exit_code == 0
    before = files_in(root)
    done = imported(root, file, "--yes")

    assert done.exit_code == 1
    assert f"已经收录在 {DOCUMENT}" in done.stdout
    assert files_in(root) == before


def test_another_decision_of_the_same_document_is_asked_about(root: Path, tmp_path: Path) -> None:
    assert imported(root, listed(tmp_path / "list.xlsx", row(1)), "--yes").exit_code == 0
    done = imported(
        root,
        listed(tmp_path / "b.xlsx", row(1, name="样例甲服务中心", credit_code=None)),
        "--yes",
        kind="renew",
    )

    assert done.exit_code == 0
    assert f"文号 样工信〔2023〕30号 已经收录在 {DOCUMENT}" in done.stdout


def test_more_rows_than_the_list_states_are_refused(root: Path, tmp_path: Path) -> None:
    done = imported(root, workbook(tmp_path / "list.xlsx", ["共1家"], HEAD, *rows(2)), "--yes")

    assert done.exit_code == 1
    assert "名单写着 1 家，却有 2 行" in done.stdout


def test_a_sheet_that_sounds_like_the_opposite_is_asked_about(root: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "list.xlsx", ["未通过复核的平台"], HEAD, row(1))

    assert "工作表“名单”里写着“未通过”" in imported(root, file, "--yes").stdout
    assert "里写着" not in imported(root, file, "--yes", kind="revoke").stdout


def test_a_list_of_what_is_only_proposed_is_asked_about(root: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "list.xlsx", ["拟认定平台名单"], HEAD, row(1))
    done = imported(root, file, answers="否\n", title="关于平台名单的公示")

    assert "工作表“名单”里写着“拟认定”，像是公示的名单，还没有作出决定；" in done.stdout
    assert "标题里写着“名单的公示”，像是公示的名单" in done.stdout
    assert "运行 platform-registry new designation，决定选“拟认定公示”" in done.stdout


def test_other_decisions_are_sent_elsewhere(root: Path, tmp_path: Path) -> None:
    done = imported(root, listed(tmp_path / "list.xlsx", row(1)), "--yes", kind="拟认定公示")

    assert done.exit_code == 2
    assert (
        "拟认定公示、更名、更正、撤回的文件不在这里导入：运行 platform-registry new designation"
        in done.stderr
    )


def test_a_list_without_an_address_rests_on_its_file(root: Path, tmp_path: Path) -> None:
    done = imported(root, listed(tmp_path / "list.xlsx", row(1)), answers="\n是\n", left_out="--source")

    assert done.exit_code == 0
    source = record(root, "yangli/2023-12-20-list-of-2023").source
    assert (source.kind, source.url, source.file) == ("document", None, "list.xlsx")
    assert source.publisher == "样例市工业和信息化局"


def test_a_personal_number_is_told_at_its_option(root: Path, tmp_path: Path) -> None:
    before = files_in(root)
    number = "1380000" + "1234"
    done = imported(root, listed(tmp_path / "list.xlsx", row(1)), "--yes", title=f"名单（{number}）")

    assert done.exit_code == 2
    assert "--title：这里有手机号码。删去它" in done.stderr
    assert number not in done.output
    assert files_in(root) == before


def test_names_that_are_near_are_asked_and_never_merged(root: Path, tmp_path: Path) -> None:
    file = listed(tmp_path / "list.xlsx", row(1, name="样例甲服务中芯", credit_code=None))
    done = imported(root, file, answers="是\n")

    assert "请核对这 1 处：" in done.stdout
    assert "与 yangli-0001 名称只差一个字：样例甲服务中心；是不是同一个平台？" in done.stdout
    assert record(root, "yangli/2023-12-20-list-of-2023").acts[0].platforms[0].platform == "yangli-0004"


@pytest.mark.parametrize(
    "broken",
    ["registry/designations/yangli/2020-06-01-first-list.yaml", "registry/vocabularies/functions.yaml"],
)
def test_nothing_is_matched_with_records_that_cannot_be_read(root: Path, tmp_path: Path, broken: str) -> None:
    (root / broken).write_text("title: [\n", encoding="utf-8")
    before = files_in(root)
    done = imported(root, listed(tmp_path / "list.xlsx", row(1)), "--yes")

    assert done.exit_code == 1
    assert broken in done.stdout
    assert "先改正" in done.stderr
    assert files_in(root) == before


def test_a_file_that_is_not_there_is_a_usage_error(root: Path, tmp_path: Path) -> None:
    done = imported(root, tmp_path / "nothing.xlsx", "--yes")

    assert done.exit_code == 2
    assert "没有这个文件" in done.stderr


def test_an_old_workbook_is_refused_with_the_way_to_a_new_one(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "名单.xls"
    file.write_bytes(b"\xd0\xcf\x11\xe0")
    done = imported(root, file, "--yes")

    assert done.exit_code == 1
    assert "名单.xls: 错误：旧版的 .xls 读不了" in done.stdout
    assert "另存为“Excel 工作簿（*.xlsx）”" in done.stdout


def test_a_thousand_rows_take_seconds(root: Path, tmp_path: Path) -> None:
    file = listed(tmp_path / "list.xlsx", *rows(1000))
    begun = time.process_time()
    done = imported(root, file, "--yes")

    assert done.exit_code == 0
    assert time.process_time() - begun < 8
    site, _ = load(root, TINY_DAY)
    assert site is not None
    assert len(register(site).platforms) == 1003
