# SPDX-License-Identifier: Apache-2.0
"""Is the index of words made of the right pages, always with the same bytes, and what if Pagefind refuses?"""

import gzip
import json
import random
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.output import site_search
from generator.output.site_search import (
    Record,
    SearchFailed,
    record_lines,
    spread,
    volume_files,
    volume_list,
    volumes,
)
from generator.render.page import Page
from generator.render.studio import Prose

PROSE = {
    "": Prose("样例名录", "", "<p>首页的文字。</p>"),
    "about/": Prose("关于", "", "<h1>关于</h1><p>说明的文字。</p>"),
}


def page(address: str, body: str = "<p>正文。</p>", title: str = "样例") -> Page:
    return Page(address, title, "摘要", body)


PAGES = [
    page("", "<h1>首页</h1><p>清单</p>", "样例名录"),
    page("about/", "<article>关于</article>", "关于"),
    page("data/", "<p>开放数据的文字</p>"),
    page("review/"),
    page("404.html"),
    page("guides/"),
    page("guides/yangli/", '<h2 id="afterwards">认定之后</h2><p>公共服务</p>', "样例市申报指南"),
    page("guides/yangli/2020/"),
    page("guides/yangli/2023/"),
    page("notices/"),
    page("notices/2020/first/", "<p>关于公布“甲&amp;乙”的通知</p>", "第一批 & 第二批"),
    page("notices/2023/call/"),
    page("registry/"),
    page("registry/yangli/"),
    page("registry/yangli-0001/", "<h1>样例甲服务中心</h1>"),
]


def bound(pages: Iterable[Page] = PAGES) -> dict[str, list[Record]]:
    """The volumes of some pages, as the pages of the whole site and those of a year tell them."""
    lines = record_lines(pages, PROSE).splitlines(keepends=True)
    of_notices = [line for line in lines if line.startswith('["notices"')]
    return volumes("".join(line for line in lines if line not in of_notices), "".join(of_notices), "", "")


def made(pages: Iterable[Page] = PAGES) -> dict[str, bytes]:
    found = bound(pages)
    files = [volume_list(found)]
    for number, (name, of_volume) in enumerate(found.items()):
        files += volume_files(name, of_volume, is_first=number == 0)
    return {file.path: file.content for file in files}


def records(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    """What the index tells of each page, by address, in no order."""
    found = (
        json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
        for path, content in files.items()
        if path.endswith(".pf_fragment")
    )
    return {record["url"]: record for record in found}


@pytest.fixture(scope="module")
def index() -> dict[str, bytes]:
    return made()


def test_guides_notices_and_prose_are_searched_and_nothing_else(index: dict[str, bytes]) -> None:
    kinds = {address: record["filters"]["kind"] for address, record in records(index).items()}

    assert kinds == {
        "guides/yangli/": ["guides"],
        "guides/yangli/2020/": ["guides"],
        "guides/yangli/2023/": ["guides"],
        "notices/2020/first/": ["notices"],
        "notices/2023/call/": ["notices"],
        "": ["prose"],
        "about/": ["prose"],
        "data/": ["prose"],
    }


def test_a_text_begins_with_its_title_and_comes_out_as_it_went_in(index: dict[str, bytes]) -> None:
    texts = {
        address: "".join(record["content"].replace("\u200b", "").split())
        for address, record in records(index).items()
    }

    assert texts["guides/yangli/"] == "样例市申报指南⏎认定之后⏎公共服务"
    assert texts["notices/2020/first/"] == "第一批␣&␣第二批⏎关于公布“甲&乙”的通知"
    assert texts[""] == "样例名录⏎首页的文字。"
    assert texts["about/"] == "关于⏎关于⏎说明的文字。"


def test_a_result_knows_its_title_and_where_its_parts_begin(index: dict[str, bytes]) -> None:
    record = records(index)["guides/yangli/"]

    assert record["meta"] == {"title": "样例市申报指南", "parts": "8:afterwards"}


def test_every_letter_digit_and_character_is_a_word() -> None:
    assert spread("样〔2020〕1号，PDF。⏎") == "样 〔 2 0 2 0 〕 1 号 ， P D F 。⏎"


def test_the_index_is_chinese_and_brings_no_look_of_its_own(index: dict[str, bytes]) -> None:
    assert list(json.loads(index["pagefind/pagefind-entry.json"])["languages"]) == ["zh-cn"]
    assert {"pagefind/pagefind.js", "pagefind/pagefind-worker.js", "pagefind/wasm.unknown.pagefind"} <= set(
        index
    )
    assert [path for path in index if path.endswith(".css") or "ui" in path] == []


def test_guides_come_first_then_the_newest_notices(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def tell(requests: Iterable[dict[str, Any]]) -> dict[str, bytes]:
        told.extend(request["url"] for request in requests)
        return {}

    monkeypatch.setattr(site_search, "_run", tell)

    made()

    assert told == [
        "guides/yangli/",
        "guides/yangli/2023/",
        "guides/yangli/2020/",
        "notices/2023/call/",
        "notices/2020/first/",
        "",
        "about/",
        "data/",
    ]


@pytest.mark.parametrize("number", range(3))
def test_the_same_pages_give_the_same_bytes_anywhere_and_in_any_order(
    number: int, index: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shuffled = random.Random(number).sample(PAGES, len(PAGES))
    monkeypatch.setenv("TZ", ("America/Los_Angeles", "Asia/Shanghai", "UTC")[number])
    monkeypatch.setenv("LC_ALL", ("tr_TR.UTF-8", "C", "zh_CN.GB18030")[number])
    monkeypatch.setenv("RAYON_NUM_THREADS", str(number + 1))
    monkeypatch.chdir(tmp_path)
    time.tzset()

    assert made(shuffled) == index


@pytest.mark.parametrize(
    ("most", "folders"),
    [
        (2_000, ["notices-2020-1/", "prose/"]),
        (1, ["notices-2023-1/", "notices-2020-1/", "prose/"]),
    ],
)
def test_each_kind_has_its_volumes_and_the_first_one_reads_them_all(
    most: int, folders: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_search, "VOLUME", most)

    files = made()

    assert json.loads(files["pagefind/volumes.json"]) == folders
    assert len(records(files)) == 8
    for folder in folders:
        inside = {
            path.removeprefix(f"pagefind/{folder}") for path in files if path.startswith(f"pagefind/{folder}")
        }
        kinds = {
            str(record["filters"])
            for record in records({path: files[f"pagefind/{folder}{path}"] for path in inside}).values()
        }
        assert len(kinds) == 1
        assert "pagefind-entry.json" in inside
        assert [path for path in inside if path.endswith(".js") or "wasm" in path] == []


def program(folder: Path, text: str) -> str:
    """A program in place of Pagefind."""
    path = folder / "program"
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("echo kaputt >&2; exit 1", "kaputt"),
        ("head -c 1 >/dev/null; echo kaputt >&2", "kaputt"),
        ("exit 0", "Pagefind 没有回答"),
        ("printf eyJwYXlsb2FkIjp7InR5cGUiOiJFcnJvciIsIm1lc3NhZ2UiOiJubyJ9fQ==,; cat >/dev/null", "no"),
    ],
)
def test_a_pagefind_that_fails_is_told_with_its_last_words_and_the_repair(
    text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", program(tmp_path, text))

    with pytest.raises(SearchFailed) as caught:
        made()

    assert str(caught.value) == f"全站搜索的索引没有做成：{said}\n    修法：运行 make setup 重新安装，再试"


def test_what_pagefind_itself_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_search, "spread", len)

    with pytest.raises(SearchFailed, match="全站搜索的索引没有做成"):
        made()


def test_no_file_is_cut_short_however_often_it_is_made(index: dict[str, bytes]) -> None:
    assert all(made() == index for _ in range(10))
    assert min(len(content) for content in index.values()) > 0


def test_a_new_notice_changes_only_the_newest_volume(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_search, "VOLUME", 1)
    before = bound()

    after = bound([*PAGES, page("notices/2024/call/")])

    assert list(after) == ["guides", "notices-2024-1", "notices-2023-1", "notices-2020-1", "prose"]
    assert {name: after[name] for name in before} == before
