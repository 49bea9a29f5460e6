# SPDX-License-Identifier: Apache-2.0
"""Does each mistake of an editor give one message, at its own place, that mends it when it is followed?"""

import codecs
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import pipeline
from generator.base.finding import Finding
from tests.builders import TINY, TINY_DAY
from tests.load.edits import FORM, LIST, PLACES, RULES
from tests.load.mistakes import MISTAKES, Mistake

CALL = "content/notices/2023/2023-11-01-yangli-call.md"
PAGE = "content/about.md"
SETTINGS = "site_config/site.yaml"
JARGON = re.compile(
    "(?i)pars|token|scalar|mapping|sequence|string|integer|pydantic|none|input|valid|expected|error|block"
)
# The text that a repair says to write, and the spaces that it says to add or remove.
WRITES = re.compile(r"(?:写作 |(?:半角|空格|引号|列表|隔开|整个值)：)(?P<text>[^；]*[0-9A-Za-z][^；]*)")
MOVES = re.compile("在行首(加|删去) ([0-9]+) 个空格")
Edited = Callable[..., list[Finding]]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tiny site that every test leaves as it was."""
    return Path(shutil.copytree(TINY, tmp_path_factory.mktemp("mistakes") / "site"))


@pytest.fixture
def edited(project: Path) -> Iterator[Edited]:
    """A way to give files other contents and to hear what is told."""
    before: dict[Path, bytes] = {}

    def told(*files: tuple[str, bytes]) -> list[Finding]:
        for file, content in files:
            path = project / file
            before.setdefault(path, path.read_bytes())
            path.write_bytes(content)
        return list(pipeline.examine(project, TINY_DAY))

    yield told
    for path, content in before.items():
        path.write_bytes(content)


def text_with(mistake: Mistake, written: str) -> bytes:
    """The file with something else in place of what is right."""
    text = (TINY / mistake.file).read_text(encoding="utf-8")
    assert mistake.right in text
    return text.replace(mistake.right, written, 1).encode()


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_is_told_once_and_the_repair_mends_it(mistake: Mistake, edited: Edited) -> None:
    (finding,) = edited((mistake.file, text_with(mistake, mistake.wrong)))

    assert (finding.location.file, finding.check) == (mistake.file, mistake.code)
    assert (finding.location.line, finding.location.column) == mistake.place
    assert (finding.message, finding.repair) == (mistake.message, mistake.repair)
    if mistake.mended not in {None, mistake.right}:  # with what is right the tiny site has no findings
        assert edited((mistake.file, text_with(mistake, mistake.mended or ""))) == []


@pytest.mark.parametrize("mistake", [each for each in MISTAKES if each.mended is not None], ids=str)
def test_what_mends_a_mistake_is_what_the_repair_says(mistake: Mistake) -> None:
    mended = mistake.mended or ""

    if moved := MOVES.search(mistake.repair):
        spaces = int(moved[2]) * (1 if moved[1] == "加" else -1)
        assert indent(mended) - indent(mistake.wrong) == spaces
    elif found := WRITES.search(mistake.repair):
        assert found["text"].strip('"') in mended or mended in found["text"]
    else:
        assert mended != mistake.wrong


def indent(text: str) -> int:
    """The spaces that a text begins with."""
    return len(text) - len(text.lstrip(" "))


def test_there_are_many_more_than_thirty_each_of_its_own_kind() -> None:
    assert len(MISTAKES) > 100
    assert len({mistake.what for mistake in MISTAKES}) == len(MISTAKES)
    assert sum(mistake.mended is not None for mistake in MISTAKES) > 90


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_no_message_speaks_the_language_of_the_program(mistake: Mistake) -> None:
    own_words = f"{mistake.message} {mistake.repair}".replace(mistake.wrong.strip(), "")

    assert JARGON.findall(own_words) == []
    assert re.search("[\u4e00-\u9fff]", mistake.message)


ENCODINGS = [
    ("gb18030", "文件存成了 GBK 编码（即 ANSI）", (1, 8)),
    ("utf-16", "文件存成了 UTF-16 编码", (1, 1)),
    ("utf-16-be", "文件存成了 UTF-16 编码", (1, 1)),
]


@pytest.mark.parametrize(("encoding", "message", "place"), ENCODINGS)
def test_a_file_in_another_encoding_is_told_by_its_name(
    encoding: str, message: str, place: tuple[int, int], edited: Edited
) -> None:
    text = (TINY / LIST).read_text(encoding="utf-8")
    mark = codecs.BOM_UTF16_BE if encoding == "utf-16-be" else b""

    (finding,) = edited((LIST, mark + text.encode(encoding)))

    assert (finding.message, (finding.location.line, finding.location.column)) == (message, place)
    assert "编码选 UTF-8" in finding.repair


@pytest.mark.parametrize(
    "content", [b"", b"   \n\n", b"# \xe4\xbb\xa5\xe5\x90\x8e\xe5\x86\x8d\xe5\x86\x99\n"]
)
@pytest.mark.parametrize("file", [LIST, CALL, PLACES])
def test_an_empty_file_is_told_as_one(file: str, content: bytes, edited: Edited) -> None:
    if file == CALL and content.startswith(b"#"):
        content = b"---\n# \n---\n"

    (finding,) = edited((file, content))

    assert (finding.message, finding.location.line) == ("文件是空的", 1)
    assert finding.repair == "照同类文件补上内容；不要这个文件的，删去它"


def test_words_of_another_encoding_within_a_file_are_told_at_the_first(edited: Edited) -> None:
    content = (TINY / LIST).read_bytes().replace("样例甲有限公司".encode(), "样例甲有限公司".encode("gbk"))

    (finding,) = edited((LIST, content))

    assert (finding.location.line, finding.location.column) == (11, 58)
    assert finding.message == "从这里起有不是 UTF-8 编码的字"


HARMLESS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("Windows line ends", lambda content: content.replace(b"\n", b"\r\n")),
    ("some Windows line ends", lambda content: content.replace(b"\n", b"\r\n", 3)),
    ("a byte order mark", lambda content: codecs.BOM_UTF8 + content),
    ("both", lambda content: codecs.BOM_UTF8 + content.replace(b"\n", b"\r\n")),
    ("spaces at the ends of lines", lambda content: content.replace(b"\n", b"  \n")),
    ("empty lines at the end", lambda content: content + b"\n\n\n"),
    ("no line end at the end", lambda content: content.rstrip(b"\n")),
]


@pytest.mark.parametrize("change", [change for _, change in HARMLESS], ids=[name for name, _ in HARMLESS])
def test_what_does_no_harm_is_taken_as_it_is(change: Callable[[bytes], bytes], edited: Edited) -> None:
    files = (LIST, CALL, RULES, FORM, PLACES, PAGE, SETTINGS)

    assert edited(*((file, change((TINY / file).read_bytes())) for file in files)) == []


@pytest.mark.parametrize(
    ("right", "written"),
    [
        ("complete: true", "complete: True"),
        ("issued_on: 2020-06-01", 'issued_on: "2020-06-01"'),
        ("issuer: 样例市工业和信息化局", "issuer: 样例市工业和信息化局  # 来源：通知"),
        ("issuer: 样例市工业和信息化局", "issuer: '样例市工业和信息化局'"),
        ("样例乙服务中心", "样例乙服务中心" * 1000),
    ],
)
def test_another_way_to_write_the_same_is_taken_too(right: str, written: str, edited: Edited) -> None:
    text = (TINY / LIST).read_text(encoding="utf-8").replace(right, written, 1)
    later = "registry/designations/yangli/2021-03-15-changes.yaml"
    again = (TINY / later).read_bytes().replace(right.encode(), written.encode())

    assert edited((LIST, text.encode()), (later, again)) == []
