# SPDX-License-Identifier: Apache-2.0
"""Does `build` make the site or leave it as it is, and does it say which?"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands.arguments import today
from tests.commands.process import DAY, ESCAPE, MODULE, TRACEBACK, run
from tests.commands.test_check import SCRIPT
from tests.output.published import damage, digests, releases

STEPS = [
    "察看文件",
    "排版文字页面",
    "检查并生成各辖区的名单、各年的公告",
    "生成全站的页面、索引和表格",
    "编制全站搜索的索引",
    "核对链接和文件",
]
UNCHANGED = "没有生成，原来的网站保持不变："


def built(root: Path, *arguments: str, command: tuple[str, ...] = MODULE) -> tuple[int, str, str]:
    """How a build ends, and what it says on standard output and standard error."""
    done = run("build", "--root", root, *DAY, *arguments, command=command)
    assert TRACEBACK not in done.stdout + done.stderr
    assert ESCAPE not in done.stdout + done.stderr
    return done.returncode, done.stdout, done.stderr


def test_good_records_are_built_and_the_place_is_told(tiny_root: Path, tiny_built: Path) -> None:
    code, stdout, stderr = built(tiny_root)

    assert (code, stdout) == (0, f"已生成：{tiny_root / 'build' / 'site'}\n")
    assert digests(tiny_root / "build" / "site") == digests(tiny_built)
    assert stderr.splitlines() == STEPS
    assert built(tiny_root) == (
        0,
        f"没有改动，网站已是最新：{tiny_root / 'build' / 'site'}\n",
        f"{STEPS[0]}\n",
    )


def test_the_console_script_builds_the_same(tiny_root: Path, tiny_built: Path) -> None:
    code, stdout, stderr = built(tiny_root, command=SCRIPT)

    assert (code, stdout) == (0, f"已生成：{tiny_root / 'build' / 'site'}\n"), stderr
    assert digests(tiny_root / "build" / "site") == digests(tiny_built)


def test_a_preview_is_built_beside_the_site_and_its_place_is_told(tiny_root: Path) -> None:
    code, stdout, stderr = built(tiny_root, "--preview")

    place = tiny_root / "build/preview/site"
    assert (code, stdout) == (0, f"已生成：{place}\n"), stderr
    assert json.loads((place / "manifest.json").read_bytes())["preview"]
    assert not (tiny_root / "build/site").is_symlink()
    assert built(tiny_root, "--preview")[1] == f"没有改动，预览已是最新：{place}\n"


def test_notes_do_not_stop_a_build_and_are_told(tiny_root: Path) -> None:
    version = tiny_root / "registry/rulesets/yangli/2020.yaml"
    text = version.read_text(encoding="utf-8")
    version.write_text(text.replace("样工信〔2020〕1号", "样工信〔2019〕1号", 1), encoding="utf-8")

    code, stdout, _ = built(tiny_root)

    assert code == 0
    first, _, summary, place = stdout.splitlines()
    assert ": 提示：" in first
    assert summary == "没有错误，有 1 处提示"
    assert place.startswith("已生成：")


def test_errors_are_told_and_nothing_is_written(tiny_root: Path) -> None:
    (tiny_root / "content" / "notices" / "2023" / "2023-11-01-yangli-call.md").write_text("无字段\n", "utf-8")

    code, stdout, stderr = built(tiny_root)

    assert code == 1
    assert stdout.startswith("content/notices/2023/2023-11-01-yangli-call.md:1:1: 错误：")
    assert stdout.endswith("共 1 处错误\n")
    assert stderr.splitlines() == STEPS[:3]
    assert not (tiny_root / "build" / "site").is_symlink()


def test_errors_of_the_base_are_told_with_all_others_before_anything_is_written(tiny_root: Path) -> None:
    (tiny_root / "content" / "notices" / "2023" / "2023-11-01-yangli-call.md").write_text("无字段\n", "utf-8")
    (tiny_root / "registry" / "rulesets" / "yangli" / "2020.yaml").rename(
        tiny_root / "registry" / "rulesets" / "yangli" / "2019.yaml"
    )

    code, stdout, stderr = built(tiny_root)

    assert code == 1
    assert "content/notices/2023/2023-11-01-yangli-call.md:1:1: 错误：" in stdout
    assert "registry/rulesets/yangli/2023.yaml:9:15: 错误：没有“yangli/2020”这个办法版本" in stdout
    assert stderr.splitlines() == STEPS[:1]
    assert not (tiny_root / "build").exists()


def spoil_record(root: Path) -> None:
    (root / "registry/rulesets/yangli/2020.yaml").write_text("title: [\n", encoding="utf-8")


def spoil_link(root: Path) -> None:
    (root / "content/about.md").write_text("---\ntitle: 关于\n---\n\n[甲](missing.md)\n", encoding="utf-8")


def spoil_link_to_a_record(root: Path) -> None:
    (root / "content/about.md").write_text("---\ntitle: 关于\n---\n\n[甲](missing/)\n", encoding="utf-8")


def take_the_place_of_a_page(root: Path) -> None:
    (root / "content/data.md").write_text("---\ntitle: 数据\n---\n\n甲\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (spoil_record, "registry/rulesets/yangli/2020.yaml:"),
        (
            spoil_link,
            f"{UNCHANGED}文字页面无法排版：\ncontent/about.md：链接“missing.md”所指的页面或图片不存在",
        ),
        (
            spoil_link_to_a_record,
            f"{UNCHANGED}站内链接有误：\nabout/index.html：链接所指的 /about/missing/ 不存在",
        ),
        (take_the_place_of_a_page, f"{UNCHANGED}两个文件的网址都是 /data/index.html\n    修法："),
    ],
)
def test_whatever_is_wrong_the_old_site_stays_as_it_was(
    tiny_root: Path, spoil: Callable[[Path], None], said: str
) -> None:
    assert built(tiny_root)[0] == 0
    build = tiny_root / "build"
    old, folders = digests(build / "site"), releases(build)
    spoil(tiny_root)

    code, stdout, stderr = built(tiny_root)

    assert code == 1
    assert said in stdout + stderr
    assert "已生成" not in stdout
    assert (digests(build / "site"), releases(build)) == (old, folders)
    assert list(damage(build)) == []


def test_without_a_day_the_site_is_of_today(tiny_root: Path) -> None:
    before = today()

    done = run("build", "--root", tiny_root)

    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads((tiny_root / "build/site/manifest.json").read_bytes())["as_of"]
    assert before.isoformat() <= told <= today().isoformat()
