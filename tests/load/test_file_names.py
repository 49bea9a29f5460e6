# SPDX-License-Identifier: Apache-2.0
"""Is an editor told how a file should be called or where it belongs, and nothing that follows from it?"""

import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.load.file_names import name_meant
from tests.builders import TINY, TINY_DAY
from tests.load.edits import LIST

CALL = "content/notices/2023/2023-11-01-yangli-call.md"
FOLDER = "registry/designations/yangli"
NAMES = [
    # from, to, message, repair
    (LIST, f"{FOLDER}/2020-06-01-first-list.yml", "2020-06-01-first-list.yaml"),
    (LIST, f"{FOLDER}/2020-06-01-first-list.txt", "2020-06-01-first-list.yaml"),
    (LIST, f"{FOLDER}/2020-06-01-first-list.yaml.txt", "2020-06-01-first-list.yaml"),
    (LIST, f"{FOLDER}/2020-06-01-first-list.YAML", "2020-06-01-first-list.yaml"),
    (LIST, f"{FOLDER}/2020-06-01-First-List.yaml", "2020-06-01-first-list.yaml"),
    (LIST, f"{FOLDER}/2020-06-01 first list.yaml", "2020-06-01-first-list.yaml"),
    (LIST, f"{FOLDER}/2020-06-01_first_list.yaml", "2020-06-01-first-list.yaml"),
    (LIST, f"{FOLDER}/2020-6-1-first-list.yaml", "2020-06-01-first-list.yaml"),
    (LIST, f"{FOLDER}/20200601-first-list.yaml", "2020-06-01-first-list.yaml"),
    (LIST, f"{FOLDER}/2020年6月1日-first-list.yaml", "2020-06-01-first-list.yaml"),
    (LIST, f"{FOLDER}/2020-06-01-first-list (1).yaml", "2020-06-01-first-list.yaml"),
    (LIST, f"{FOLDER}/2020-06-01-first-list - 副本.yaml", "2020-06-01-first-list.yaml"),
    (CALL, "content/notices/2023/2023-11-01-yangli-call.markdown", "2023-11-01-yangli-call.md"),
    (CALL, "content/notices/2023/2023-11-01-Yangli-Call.MD", "2023-11-01-yangli-call.md"),
]
NO_PLACE = "这里不该有这个文件，或文件名不合约定"
ELSEWHERE = [
    (LIST, LIST.replace("designations", "designation"), "文件放错了地方", f"移到 {LIST}"),
    (LIST, LIST.replace("designations", "rulesets"), "这是一份认定文件，放错了文件夹", f"移到 {LIST}"),
    (CALL, "content/notices/2023-11-01-yangli-call.md", "文件放错了地方", f"移到 {CALL}"),
    (LIST, f"{FOLDER}/2020-06-01-首批名单.yaml", "文件名里有中文", "用小写字母、数字和连字符命名："),
    (LIST, "registry/designations/2020-06-01-first-list.yaml", NO_PLACE, "按约定命名或移走"),
    (LIST, "registry/designations/样例/2020-06-01-first-list.yaml", NO_PLACE, "按约定命名或移走"),
    (LIST, "content/2020-06-01-first-list.yaml", NO_PLACE, "按约定命名或移走"),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "site"))


def told_of(project: Path) -> list[tuple[str, str, str, str]]:
    found = pipeline.examine(project, TINY_DAY)
    return [(f.location.file, f.check, f.message, f.repair) for f in found]


def move(project: Path, old: str, new: str) -> None:
    (project / new).parent.mkdir(parents=True, exist_ok=True)
    (project / old).rename(project / new)


@pytest.mark.parametrize(("old", "new", "right"), NAMES)
def test_a_name_that_is_nearly_right_is_told_with_the_right_one(
    old: str, new: str, right: str, project: Path
) -> None:
    move(project, old, new)

    message = f"文件名“{new.rpartition('/')[2]}”不合约定"
    assert told_of(project) == [(new, "files", message, f"改名为 {right}")]
    move(project, new, f"{new.rpartition('/')[0]}/{right}")
    assert told_of(project) == []


@pytest.mark.parametrize(("old", "new", "message", "repair"), ELSEWHERE)
def test_a_file_in_the_wrong_place_is_told_and_not_what_is_missed_for_it(
    old: str, new: str, message: str, repair: str, project: Path
) -> None:
    move(project, old, new)

    ((file, code, told, way),) = told_of(project)
    assert (file, code, told) == (new, "files", message)
    assert way.startswith(repair)


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "desktop.ini", "~$名单.xlsx", "a.yaml.bak", "a.yaml.orig", "a.yaml~"]
)
def test_what_programs_leave_behind_is_to_be_deleted(name: str, project: Path) -> None:
    (project / FOLDER / name).write_bytes(b"\xff\x00")

    assert told_of(project) == [(f"{FOLDER}/{name}", "files", "这是系统或别的程序自动留下的文件", "删去它")]


def test_a_spreadsheet_among_records_is_to_be_imported(project: Path) -> None:
    (project / FOLDER / "2024.xlsx").write_bytes(b"PK")

    ((_, _, message, repair),) = told_of(project)

    assert message == "表格不放在这里"
    assert repair.startswith("用 platform-registry import 读入名单")


def test_the_date_in_a_copied_name_is_told_with_the_one_of_the_document(project: Path) -> None:
    move(project, LIST, f"{FOLDER}/2020-06-02-first-list.yaml")

    ((_, code, message, repair),) = told_of(project)

    assert code == "file-names-carry-the-date"
    assert message == "日期是 2020-06-01，文件名却是 yangli/2020-06-02-first-list"
    assert repair == "把文件改名为 yangli/2020-06-01-短名，或改正 issued_on"


def test_a_good_name_is_no_other_one() -> None:
    assert name_meant(LIST) is None
    assert name_meant("registry/designations/yangli/list.pdf") is None
