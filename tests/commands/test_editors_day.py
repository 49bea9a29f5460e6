# SPDX-License-Identifier: Apache-2.0
"""Does an editor get through a whole day, from a fresh clone to a comment that a reviewer can sign?"""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.__main__ import application
from tests.builders import TINY
from tests.commands.process import DAY
from tests.git import commit, git, initialized
from tests.official_lists import listed, row

CALL = "content/notices/2024/2024-01-02-yangli-call.md"
LIST = "registry/designations/yangli/2023-12-20-list-of-2023.yaml"
PUBLISHED = "registry/designations/yangli/2020-06-01-first-list.yaml"
OFFICE = "样例市工业和信息化局"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A fresh clone of a project that is kept in git, on a branch of its own."""
    kept = shutil.copytree(TINY, tmp_path / "kept")
    initialized(kept)
    git(tmp_path, "clone", "--quiet", str(kept), "clone")
    git(tmp_path / "clone", "switch", "--quiet", "--create", "editing")
    return tmp_path / "clone"


def does(root: Path, *words: object) -> Result:
    """What a command says and how it ends."""
    line = [*map(str, words), "--root", str(root), *DAY]
    return CliRunner().invoke(application(), line)


def options(**given: str) -> list[str]:
    return [word for name, text in given.items() for word in (f"--{name.replace('_', '-')}", text)]


def paper(title: str, number: str, day: str) -> list[str]:
    """What every official paper is asked."""
    return options(
        jurisdiction="样例",
        title=title,
        document_number=f"样工信〔{day[:4]}〕{number}号",
        issuer=OFFICE,
        issued_on=day,
        source="https://gxj.example.gov.cn/1",
    )


def checked(root: Path) -> Result:
    return does(root, "check", "--base", "origin/main")


def changed(root: Path, old: str, new: str, file: str) -> None:
    """An edit by hand."""
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_day_of_an_editor(clone: Path, tmp_path: Path) -> None:
    def writes(*words: object) -> None:
        done = does(clone, *words)
        assert done.exit_code == 0, done.output

    # A call for applications, in answers.
    text = options(summary="样例市组织申报。", body="样例正文", publisher=OFFICE)
    call = paper("关于组织申报样例平台的通知", "1", "2024-01-02")
    window = options(window="报送材料", window_from="2024-01-10", window_through="2024-03-01")
    contact = options(contact_office="样例科", contact_telephone="0990-5550100", contact_email="")
    writes("new", "notice", "--kind", "申报通知", *call, *window, *contact, *text)

    # A list, from a workbook.
    file = listed(tmp_path / "list.xlsx", *(row(number) for number in (1, 2)))
    document = paper("关于公布样例名单的通知", "30", "2023-12-20")
    writes("import", file, "--kind", "designate", *document, "--yes")

    # A wrong edit is told where it is, with the repair that mends it.
    changed(clone, "2024-03-01", "2024年3月1日", CALL)
    wrong = checked(clone)
    assert wrong.exit_code == 1
    assert f"{CALL}:16:45: 错误：“through”须是日期" in wrong.stdout
    assert "修法：写作 2024-03-01\n" in wrong.stdout
    changed(clone, "2024年3月1日", "2024-03-01", CALL)
    assert checked(clone).exit_code == 0

    # What was published is not edited.
    changed(clone, "样例丙服务中心", "样例丁服务中心", PUBLISHED)
    forbidden = checked(clone)
    assert forbidden.exit_code == 1
    assert "已经发布，不能改：name 原来写的改成了“样例丁服务中心”" in forbidden.stdout
    git(clone, "checkout", "--quiet", PUBLISHED)

    # A correction of a published notice, and a revocation, each in a file of its own.
    correction = paper("关于更正申报通知的公告", "2", "2024-01-02")
    what = options(undo="部分内容更正", target="2023/2023-11-01-yangli-call", reason="截止日期写错")
    writes("new", "notice", "--kind", "更正", *correction, *what, *options(slug="correction"), *text)
    revocation = paper("关于撤销样例甲的通知", "3", "2024-01-02")
    whom = options(platform="样例甲服务中心", stated_count="1", reason="虚构的原因", slug="revocation")
    writes("new", "designation", "--kind", "撤销", *revocation, *whom, "--publisher", OFFICE)

    # The change passes, adds files and touches no line of any that was there.
    passed = checked(clone)
    assert passed.exit_code == 0, passed.output
    assert passed.stdout.endswith("这次改动涉及 5 个文件：没有错误\n")
    commit(clone)
    lines = [line.split("\t") for line in git(clone, "diff", "--numstat", "origin/main").splitlines()]
    assert {removed for _, removed, _ in lines} == {"0"}
    assert all(file not in git(clone, "ls-tree", "-r", "--name-only", "origin/main") for *_, file in lines)

    # The comment says what the public will read differently.
    comment = does(clone, "diff", "origin/main", "HEAD")
    assert comment.exit_code == 0
    for told in COMMENT:
        assert told in comment.stdout


COMMENT = (
    "\n\n**失去称号 1 家、新获称号 2 家；",
    "其余 2 家的称号和有效期不变。**\n",
    "- **新获称号**　样例第1号公共服务平台",
    "- **失去称号**　样例甲服务中心",
    "《关于撤销样例甲的通知》（样工信〔2024〕3号）",
    "报送材料：2024-01-10 至 2024-03-01\n",
    "《关于更正申报通知的公告》（样工信〔2024〕2号）",
)
