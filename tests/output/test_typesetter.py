# SPDX-License-Identifier: Apache-2.0
"""Are documents set and tagged, is everything that typst complains of an error, and does nothing hang?"""

import io
import multiprocessing
import os
import subprocess
import sys
from typing import cast

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from generator.output import typesetter
from generator.output.typesetter import TypesettingFailed, typeset

HEAD = '#set document(title: "样例")\n#set text(font: "Noto Serif CJK SC", lang: "zh", fallback: false)\n'


def text_of(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_each_source_becomes_a_pdf_in_order() -> None:
    made = typeset([f"{HEAD}第{number}份" for number in "甲乙丙"])

    assert [text_of(content).replace(" ", "") for content in made] == ["第甲份", "第乙份", "第丙份"]


def test_nothing_is_made_of_nothing() -> None:
    assert typeset([]) == []


def test_a_pdf_is_tagged_for_those_who_cannot_see() -> None:
    (content,) = typeset([f"{HEAD}= 标题\n#table(columns: 1, table.header[列], [格])"])
    root = PdfReader(io.BytesIO(content)).root_object

    assert root["/MarkInfo"]["/Marked"].value is True  # type: ignore[index]
    assert str(root["/Lang"]) == "zh"
    assert b"pdfuaid" in cast("StreamObject", root["/Metadata"].get_object()).get_data()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (f'{HEAD}#text(font: "不存在的字体", "样例")', "unknown font family"),
        (f"{HEAD}表情☑", "could not be displayed"),
        (f"{HEAD}#let", "expected"),
        (f"{HEAD}== 二级\n", "heading"),
        ('#set text(font: "Noto Serif CJK SC")\n样例', "title"),
    ],
    ids=["font", "glyph", "syntax", "headings", "title"],
)
def test_what_typst_complains_of_is_an_error_that_names_the_document(source: str, said: str) -> None:
    with pytest.raises(TypesettingFailed, match=f"^第2份文件没有排成 PDF：(.|\n)*{said}"):
        typeset([f"{HEAD}好", source])


def test_a_program_that_does_not_run_is_an_error_with_its_last_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetter, "PROGRAM", "/nowhere/typst_program.py")

    with pytest.raises(TypesettingFailed, match=r"PDF 没有做成：.*nowhere(.|\n)*修法：运行 make setup"):
        typeset([HEAD])


def _in_a_fork() -> int:
    return len(typeset([f"{HEAD}样例"]))


def test_it_works_in_a_process_that_was_forked_after_it_was_used() -> None:
    typeset([f"{HEAD}样例"])

    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply_async(_in_a_fork).get(timeout=60) == 1


def test_the_fonts_of_the_machine_are_not_looked_at() -> None:
    """A font that the machine has and the folder has not is an unknown font."""
    families = subprocess.run(
        ["fc-list", "--format", "%{family[0]}\n"], capture_output=True, text=True, check=True
    ).stdout.split("\n")
    ours = {"", "Noto Serif CJK SC", "Noto Sans CJK SC"}
    foreign = next(name for name in families if name not in ours)

    with pytest.raises(TypesettingFailed, match="unknown font family"):
        typeset([f'{HEAD}#text(font: "{foreign}", "a")'])


PROGRAM = """
import sys
from generator.output.typesetter import typeset
sys.stdout.buffer.write(typeset([sys.argv[1]])[0])
"""


def test_the_same_source_gives_the_same_bytes_whatever_the_time_zone_the_language_and_the_hashes() -> None:
    source = f"{HEAD}= 标题\n样例"
    made = set()
    for zone, language, seed in (("Asia/Shanghai", "zh_CN.UTF-8", "1"), ("America/New_York", "C", "2")):
        env = {**os.environ, "TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", PROGRAM, source]
        made.add(subprocess.run(command, capture_output=True, check=True, env=env).stdout)

    assert len(made) == 1
    assert text_of(made.pop()).startswith("标题")
