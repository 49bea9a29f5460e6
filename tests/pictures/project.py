# SPDX-License-Identifier: Apache-2.0
"""In which project are the pictures taken? A fictitious one under git."""

import os
import shutil
import subprocess
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from tests.builders import TINY
from tests.conftest import copy_project

DAY = "2024-01-02"
# What is answered to `new notice`, `import` and `new designation`; empty takes what is offered.
OF_A_CALL = (
    *("1", "样例", "关于组织申报2024年度示范平台的通知", "样工信〔2024〕1号", "", "2024-01-02"),
    *("", "2024-02-29", "2024-01-10", "", "", "https://example.org/n/2024-1", "样例市工业和信息化局", ""),
)
OF_A_LIST = (
    *("yangli", "1", "关于公布第二批示范平台名单的通知", "样工信〔2023〕30号", "", "2023-12-28"),
    *("https://example.org/lists/2023-30", "是"),
)
OF_A_REVOCATION = (
    *("4", "样例", "关于撤销样例甲服务中心称号的通知", "样工信〔2024〕2号", "", "2024-01-02"),
    *("样例甲服务中心", "", "1", "虚构的原因", "https://example.org/n/2024-2", "样例市工业和信息化局", ""),
)
ROWS = (
    ("序号", "单位名称", "服务类别", "所在地"),
    (1, "样例乙综合服务中心", "培训服务", "样例市西区"),
    (2, "样例戊信息服务有限公司", "信息服务", "样例市东区"),
    (3, "样例己培训学校", "培训服务", "样例市南区"),
)


def sample(target: Path) -> Path:
    """The tiny site with the notices of the handbook's examples, of which nothing is to be said."""
    root = copy_project(TINY, target)
    for folder in ("content/notices", "registry/designations"):
        shutil.copytree(TINY.parent / "handbook" / folder, root / folder, dirs_exist_ok=True)
    (root / ".gitignore").write_text("/build\n/.cache\n", encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch=main")
    kept(root, "开始")
    return root


def git(root: Path, *words: str) -> None:
    """One command of git, as nobody in particular."""
    who = {f"GIT_{role}_{what}": "editor" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", *words], cwd=root, env=os.environ | who, check=True)


def kept(root: Path, message: str) -> None:
    """Everything as it is now, as a revision."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)


def workbook(target: Path) -> Path:
    """A list as offices publish them: a merged title, a line of heads, a line for each, a note at the end."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名单"
    sheet.append(["样例市中小企业公共服务示范平台名单"])
    sheet.merge_cells("A1:D1")
    for row in ROWS:
        sheet.append(row)
    sheet.append(["注：排名不分先后。"])
    line = Side(style="thin")
    for cells in sheet.iter_rows(min_row=1, max_row=len(ROWS) + 1):
        for cell in cells:
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.alignment = Alignment(horizontal="center", vertical="center")
    sheet["A1"].font = Font(size=14, bold=True)
    for number in range(1, len(ROWS) + 3):
        sheet.row_dimensions[number].height = 20
    for name, width in zip("ABCD", (6, 26, 11, 13), strict=True):
        sheet.column_dimensions[name].width = width
    sheet.print_options.headings = sheet.print_options.gridLines = True
    sheet.page_setup.orientation = "landscape"
    book.save(target)
    return target
