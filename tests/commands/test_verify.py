# SPDX-License-Identifier: Apache-2.0
"""Does `verify` say in words what differs, and end with a code that scripts can rely on?"""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.__main__ import application
from generator.commands.verify import place
from generator.output.deployed.web import Web
from generator.render.manifest import manifest
from tests.builders import TINY_DAY
from tests.output.deployed.hosts import hosting, site_in
from tests.output.published import files


def verified(*arguments: object) -> Result:
    result = CliRunner().invoke(application(), ["verify", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_a_built_site_is_what_its_manifest_says(tiny_built: Path) -> None:
    result = verified(tiny_built)

    assert result.exit_code == 0
    assert result.stdout.startswith("网站：数据 2024-01-02，没有对应的提交，")
    assert "\n与清单一致：" in result.stdout
    assert result.stderr.startswith("读文件清单\n核对文件 0/")
    assert len(result.stderr.splitlines()) <= 12


def test_each_kind_of_difference_is_listed_and_counted_with_its_repair(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    (site / "b.html").unlink()
    (site / "index.html").write_text("", encoding="utf-8")
    (site / "notes.txt").write_text("", encoding="utf-8")

    result = verified(site)

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "网站：数据 2024-01-02，没有对应的提交，3 个文件",
        "缺少：b.html",
        "    修法：重新发布整个网站，例如再传一次 build/site",
        "有改动：index.html（应为 6 字节，实为 0 字节）",
        "    修法：重新发布整个网站；发布之后仍有改动的，请管理员查看服务器和缓存",
        "多出：notes.txt",
        "    修法：确认不需要后删除；这些文件不是这次生成的",
        "与清单不一致：缺少 1，有改动 1，多出 1",
    ]


def test_many_differences_are_counted_and_names_do_no_harm(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    for number in range(60):
        (site / f"x{number:02}").write_text("", encoding="utf-8")
    (site / "\x1b[2J").write_text("", encoding="utf-8")

    result = verified(site)

    assert result.exit_code == 1
    assert "多出：x48\n多出：还有 11 个，没有列出\n    修法：" in result.stdout
    assert "\x1b" not in result.stdout


def test_a_site_on_the_web_is_compared_as_one_in_a_folder(tmp_path: Path) -> None:
    with hosting(site_in(tmp_path)) as host:
        good = verified(host.address.rstrip("/"))
        (tmp_path / "b.html").unlink()
        bad = verified(host.address)

    assert (good.exit_code, bad.exit_code) == (0, 1)
    assert "缺少：b.html\n" in bad.stdout


def test_what_cannot_be_compared_is_told_with_the_repair(tmp_path: Path) -> None:
    result = verified(tmp_path)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "没有核对：" in result.stderr
    assert "    修法：" in result.stderr


def test_a_preview_is_told(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    text = (site / "manifest.json").read_text(encoding="utf-8")
    (site / "manifest.json").write_text(text.replace('"files"', '"preview": true, "files"'), encoding="utf-8")

    result = verified(site)

    assert result.exit_code == 0
    assert "提示：这是预览，不是正式发布的网站\n" in result.stdout
    assert "预览" not in verified(site_in(tmp_path / "other")).stdout


def test_the_same_site_elsewhere_is_the_same(tmp_path: Path) -> None:
    site = site_in(tmp_path / "one")
    shutil.copytree(site, tmp_path / "other")

    result = verified(site, "--against", tmp_path / "other")

    assert result.exit_code == 0
    assert result.stdout.endswith("与另一份相同\n")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (1, "比另一份新：另一份数据 2024-01-01，没有对应的提交，0 个文件；有 3 个文件不同\n"),
        (2, "与另一份不同：另一份数据 2024-01-02，没有对应的提交，0 个文件；有 3 个文件不同\n"),
        (
            3,
            "比另一份旧：另一份数据 2024-01-03，没有对应的提交，0 个文件；有 3 个文件不同\n    修法：发布",
        ),
    ],
)
def test_an_older_or_another_site_is_told(day: int, said: str, tmp_path: Path) -> None:
    other = manifest({}, TINY_DAY.replace(day=day), None)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / other.path).write_bytes(other.content)

    result = verified(site_in(tmp_path / "one"), "--against", tmp_path / "other")

    assert result.exit_code == 1
    assert "与清单一致：3 个文件\n" in result.stdout
    assert said in result.stdout


def test_an_empty_site_has_no_tenths(tmp_path: Path) -> None:
    empty = files()[-1]
    (tmp_path / empty.path).write_bytes(manifest({}, TINY_DAY, None).content)

    assert verified(tmp_path).stdout.endswith("与清单一致：0 个文件\n")


@pytest.mark.parametrize(
    "text",
    [
        "nowhere",
        "ftp://registry.example/",
        "file:///etc/",
        "https://",
        "http://[::1/",
        "http://a:x/",
        "http://a:99999/",
        "https://user:word@registry.example/",
        "https://registry.example/?q=1",
        "https://registry.example/#a",
    ],
)
def test_what_is_neither_a_folder_nor_an_address_is_misuse(text: str) -> None:
    for arguments in ([text], [".", "--against", text]):
        result = verified(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize("text", ["https://registry.example", "https://registry.example/"])
def test_the_address_of_a_site_may_lack_its_slash(text: str) -> None:
    found = place(text)

    assert isinstance(found, Web)
    assert found.address == "https://registry.example/"
