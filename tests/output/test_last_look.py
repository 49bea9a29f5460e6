# SPDX-License-Identifier: Apache-2.0
"""Does no number of a person get into a file that is published, whatever way it came there?"""

import pickle
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.base.output_file import OutputFile
from generator.base.personal_data import Kind
from generator.output import parts
from generator.output.last_look import TEXTS, Leaked, look_at
from generator.output.release import Build, next_release, publish
from tests.base.test_personal_data import OTHER_NUMBERS
from tests.base.test_personal_data_at_large import JOINTS, MAKERS, grouped
from tests.output.published import outcome, put

MOBILE, IDENTITY, CARD = "13800138000", "11010519491231002X", "6222021234567890128"


def page(text: str, path: str = "a/index.html") -> OutputFile:
    around = "<p>样例市工业和信息化局，2023-11-01</p>" * 30
    return OutputFile(path, f"{around}{text}{around}".encode())


@pytest.mark.parametrize("joint", ["in one piece", "with spaces", "with hyphens"])
@pytest.mark.parametrize(("kind", "make", "groups"), MAKERS)
def test_a_number_is_seen_in_a_page(
    kind: Kind, make: Callable[[random.Random], str], groups: list[int], joint: str
) -> None:
    chance = random.Random(20231106)
    for _ in range(50):
        number = JOINTS[joint].join(grouped(make(chance), groups))

        with pytest.raises(Leaked) as found:
            look_at(page(f"<b>联系{number}，</b>"))

        assert number[3:] not in str(found.value)


@pytest.mark.parametrize(
    "path", ["a.html", "a.json", "a.csv", "a.atom", "a.js", "a.svg", "a.ics", "a.xml", "a.txt"]
)
@pytest.mark.parametrize("number", [MOBILE, IDENTITY, CARD, f"+86{MOBILE}", "１３８００１３８０００"])
def test_every_kind_of_text_file_is_looked_at(path: str, number: str) -> None:
    with pytest.raises(Leaked, match=f"^/{path} 里有"):
        look_at(page(f'"{number}"', path))


def test_whatever_is_published_as_text_counts_as_a_text_file(tiny_built: Path) -> None:
    let_through = {
        path.suffix
        for path in tiny_built.rglob("*")
        if path.is_file() and path.suffix not in TEXTS and is_text(path)
    }

    assert let_through == set()


def is_text(path: Path) -> bool:
    content = path.read_bytes()
    return b"\0" not in content and content == content.decode("utf-8", "ignore").encode()


def test_a_number_in_a_path_is_seen_and_masked() -> None:
    with pytest.raises(Leaked) as found:
        look_at(OutputFile(f"a/{MOBILE}/list.pdf", b""))

    assert str(found.value).startswith("/a/***********/list.pdf 里有手机号码\n")


def test_other_numbers_are_let_through() -> None:
    chance = random.Random(20231107)
    for number in range(2_000):
        text = chance.choice(OTHER_NUMBERS)(chance)
        if not text.startswith("账号"):  # one in ten of these has the check digit of a card
            look_at(page(f"<td>{text}</td>", f"{number}.html"))


def test_the_end_of_what_is_looked_at_does_not_make_a_number_out_of_a_longer_one() -> None:
    for gap in range(40):
        look_at(page(f"<td>1350 0012 3456 {'x' * gap}</td><td>8{MOBILE}8</td>"))


def test_drawings_and_files_of_other_kinds_are_let_through() -> None:
    look_at(page('<path d="M3.5 3.5 0 0 1-3.5-3.5 13.8 0 0138.5-1.5"/>'))
    look_at(OutputFile("list.xlsx", MOBILE.encode()))


def test_the_manifest_is_let_through_as_each_of_its_paths_was_looked_at() -> None:
    look_at(OutputFile("manifest.json", MOBILE.encode()))

    with pytest.raises(Leaked):
        look_at(OutputFile("api/manifest.json", MOBILE.encode()))


def test_what_is_raised_in_a_worker_reaches_its_parent() -> None:
    assert str(pickle.loads(pickle.dumps(Leaked("样例")))) == "样例"


def test_nothing_of_such_a_file_is_written(tmp_path_factory: pytest.TempPathFactory) -> None:
    build = Build(tmp_path_factory.mktemp("build"))

    with pytest.raises(Leaked), next_release(build) as (fresh, current):
        put(fresh, "only", [page(MOBILE)], current)

    assert list(build.releases.iterdir()) == []
    assert build.current is None


def test_only_what_the_same_generator_has_looked_at_is_not_looked_at_again(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = Build(tmp_path_factory.mktemp("build"))
    looked: list[str] = []
    monkeypatch.setattr(parts, "look_at", lambda file: looked.append(file.path))
    same, other = page("样例", "same.html"), page("样例", "other.html")

    def written(key: str, *files: OutputFile) -> list[str]:
        looked.clear()
        with next_release(build) as (fresh, current):
            fresh.put("only", outcome(key), files, current)
            publish(build, fresh)
        return list(looked)

    assert written("generator.1", same) == ["same.html"]
    assert written("generator.2", same, other) == ["other.html"]
    assert written("generator.3", same, page("改了", "other.html")) == ["other.html"]
    assert written("another.3", same) == ["same.html"]
