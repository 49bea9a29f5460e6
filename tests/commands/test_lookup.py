# SPDX-License-Identifier: Apache-2.0
"""Does `lookup` answer a list line by line, as of a day, with an exit code that scripts can rely on?"""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from generator.render.bulk_rows import COLUMNS
from tests.builders import TINY
from tests.commands.process import DAY, ESCAPE, MODULE, TRACEBACK, run
from tests.conftest import REPOSITORY

SITE = ("--root", TINY, *DAY)
NAMES = (
    "样例甲服务中心\n樣例乙服務中心\n样例丙服务中心\n样例甲有限公司\nyangli-0002\n服务中心\n不存在\n=cmd()\n"
)
FIRST = "关于公布首批示范平台名单的通知（虚构）（样工信〔2020〕9号）"


def listed(folder: Path, text: str | bytes, name: str = "list.txt") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def looked_up(file: object, *options: object, on: str = "2021-04-01") -> subprocess.CompletedProcess[str]:
    return run("lookup", file, "--on", on, *options, *SITE)


def test_each_line_has_its_verdict_its_term_and_its_document(tmp_path: Path) -> None:
    done = looked_up(listed(tmp_path, "平台名称\r\n样例甲服务中心\r\n樣例乙服務中心\r\n"))

    assert done.returncode == 0
    term = "2020年6月1日至2023年5月31日"
    assert [line.split("\t") for line in done.stdout.splitlines()] == [
        ["样例甲服务中心", "有效", "样例甲服务中心（yangli-0001）", term, FIRST],
        [
            *("樣例乙服務中心", "有效", "样例乙综合服务中心（yangli-0002）", term, FIRST),
            "按曾用名“样例乙服务中心”",
        ],
    ]
    assert done.stderr == "略去表头：平台名称\n2021-04-01：核对 2 行；有效 2\n"


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [
        ("样例甲服务中心", "2026-06-01", 0),
        ("样例甲服务中心", "2026-06-02", 1),
        ("样例甲服务中心", "2020-05-31", 1),
        ("样例丙服务中心", "2021-03-14", 0),
        ("样例丙服务中心", "2021-03-15", 1),
        ("样例", "2021-03-14", 1),
    ],
)
def test_the_exit_code_says_whether_everything_was_found_and_valid(
    name: str, on: str, code: int, tmp_path: Path
) -> None:
    assert looked_up(listed(tmp_path, name), on=on).returncode == code


def test_a_name_that_only_contains_the_text_is_a_hint_and_no_match(tmp_path: Path) -> None:
    done = looked_up(listed(tmp_path, "样例丙"))

    assert done.returncode == 1
    assert done.stdout == "样例丙\t没有找到\t\t\t\t名称相近的：样例丙服务中心（yangli-0003）\n"


def test_a_list_is_read_from_standard_input() -> None:
    done = subprocess.run(
        [*MODULE, "lookup", "-", "--on", "2021-04-01", *map(str, SITE)],
        cwd=REPOSITORY,
        input="样例甲服务中心\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0
    assert done.stdout.startswith("样例甲服务中心\t有效\t")


def test_a_csv_is_read_by_its_head_and_answered_as_csv(tmp_path: Path) -> None:
    file = listed(tmp_path, '\ufeff序号,备注,单位名称\r\n1,"a,b",样例甲服务中心\r\n2,,=1+1\r\n', "清单.CSV")

    done = looked_up(file, "--format", "csv")
    head, first, second = csv.reader(io.StringIO(done.stdout.removeprefix("\ufeff"), newline=""))

    assert tuple(head) == COLUMNS
    assert first[:5] == ["样例甲服务中心", "有效", "样例甲服务中心", "yangli-0001", "样例省样例市"]
    assert first[-2:] == [
        "https://registry.example/names/registry/yangli-0001/",
        "https://registry.example/names/notices/2020/yangli-first-list/",
    ]
    assert second[:2] == ["'=1+1", "没有找到"]


def test_programs_get_json(tmp_path: Path) -> None:
    answer = json.loads(looked_up(listed(tmp_path, NAMES), "--format", "json").stdout)

    assert answer["on"] == "2021-04-01"
    assert [row["state"] for row in answer["rows"]] == [
        *("valid", "valid", "revoked", "valid", "valid"),
        *("not-found", "not-found", "not-found"),
    ]
    revoked, contained, unknown = answer["rows"][2], answer["rows"][5], answer["rows"][6]
    assert [paper["number"] for paper in revoked["documents"]] == ["样工信〔2021〕3号", "样工信〔2020〕9号"]
    assert len(contained["candidates"]) == 3
    assert (unknown["platform"], unknown["term"], unknown["candidates"]) == (None, None, [])


@pytest.mark.parametrize("kind", ["missing", "workbook", "gbk", "empty", "head only", "bad csv"])
def test_a_list_that_cannot_be_read_is_told_in_chinese_and_ends_with_2(kind: str, tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "list.xlsx")
    files = {
        "missing": (tmp_path / "none.txt", "没有这个文件"),
        "workbook": (tmp_path / "list.xlsx", "另存为“CSV UTF-8（逗号分隔）”"),
        "gbk": (listed(tmp_path, "样例甲".encode("gbk"), "gbk.txt"), "不是 UTF-8"),
        "empty": (listed(tmp_path, "\n \n", "empty.txt"), "清单是空的"),
        "head only": (listed(tmp_path, "平台名称\n", "head.txt"), "清单是空的"),
        "bad csv": (listed(tmp_path, '"' + "长" * 200_000, "long.csv"), "这个 CSV 读不出来"),
    }
    file, said = files[kind]

    done = looked_up(file)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("没有核对：")
    assert said in done.stderr
    assert TRACEBACK not in done.stderr


@pytest.mark.parametrize("options", [("--on", "昨天"), ("--format", "xlsx"), ("--root", "/nowhere")])
def test_misuse_ends_with_2(options: tuple[str, str], tmp_path: Path) -> None:
    done = run("lookup", listed(tmp_path, "样例甲"), *SITE, *options)

    assert (done.returncode, done.stdout) == (2, "")


def test_records_with_errors_answer_nothing(tmp_path: Path) -> None:
    root = shutil.copytree(TINY, tmp_path / "site")
    (root / "registry/designations/yangli/2020-06-01-first-list.yaml").write_text("- ?", encoding="utf-8")

    done = run("lookup", listed(tmp_path, "样例甲服务中心"), "--root", root, *DAY)

    assert (done.returncode, done.stdout) == (2, "")
    assert "先运行 platform-registry check" in done.stderr


def test_what_is_pasted_cannot_steer_a_terminal(tmp_path: Path) -> None:
    done = looked_up(listed(tmp_path, "样例\x1b[31m甲\x07\n[red]x[/red]\n"))

    assert ESCAPE not in done.stdout + done.stderr
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["样例[31m甲", "[red]x[/red]"]


def test_the_help_tells_the_exit_codes() -> None:
    told = run("lookup", "--help").stdout

    assert "退出码：0，每一行都找到了" in told.replace("\n", "")


def test_a_terminal_without_chinese_characters_gets_codes(tmp_path: Path) -> None:
    done = run("lookup", listed(tmp_path, "样例甲服务中心"), *SITE, changes={"PYTHONIOENCODING": "ascii"})

    assert "\\u6837" in done.stdout
    assert TRACEBACK not in done.stderr
