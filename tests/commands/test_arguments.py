# SPDX-License-Identifier: Apache-2.0
"""What do commands accept, what is misuse, and what is today?"""

import re
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest
import typer

from generator.commands import arguments
from generator.commands.arguments import day, port_number, project, today
from tests.builders import TINY
from tests.commands.process import HAN, TRACEBACK, run

COMMANDS = ("check", "diff", "build", "serve", "schema", "verify", "demo")


def clock_at(moment: datetime) -> type[datetime]:
    """A clock that stands still."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return moment.astimezone(tz)

    return Clock


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2024, 1, 1, 15, 59, 59, tzinfo=UTC), date(2024, 1, 1)),
        (datetime(2024, 1, 1, 16, 0, 0, tzinfo=UTC), date(2024, 1, 2)),
        (datetime(2024, 1, 2, 15, 59, 59, tzinfo=UTC), date(2024, 1, 2)),
    ],
)
def test_today_is_the_day_in_shanghai(
    monkeypatch: pytest.MonkeyPatch, moment: datetime, expected: date
) -> None:
    monkeypatch.setattr(arguments, "datetime", clock_at(moment))

    assert today() == expected


@pytest.mark.parametrize("text", ["2024-01-02", "2024-02-29"])
def test_a_day_is_read(text: str) -> None:
    assert day(text) == date.fromisoformat(text)


@pytest.mark.parametrize(
    "text", ["", "x", "2024", "2024-01", "2024-1-2", "2023-02-29", "2024/01/02", "20240102", "２０２４-01-02"]
)
def test_what_is_no_day_is_misuse_with_an_example(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="不是日期，写作 2026-11-22"):
        day(text)


@pytest.mark.parametrize("text", ["0", "8000", "65535"])
def test_a_port_is_read(text: str) -> None:
    assert port_number(text) == int(text)


def test_a_port_that_is_a_default_stays_what_it_is() -> None:
    assert port_number(8000) == 8000


@pytest.mark.parametrize("text", ["", "x", "-1", "65536", "8000.0", "²"])
def test_what_is_no_port_is_misuse(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="不是端口号，写 0 到 65535 的整数"):
        port_number(text)


def test_a_project_is_a_folder_with_records(tmp_path: Path) -> None:
    assert project(TINY) == TINY.resolve()
    for path in (tmp_path, tmp_path / "missing", TINY / "content" / "index.md"):
        with pytest.raises(typer.BadParameter, match="里没有 registry 文件夹"):
            project(path)


def test_a_relative_path_is_made_absolute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TINY.parent)

    assert project(Path("tiny")) == TINY.resolve()


@pytest.mark.parametrize(
    ("arguments_", "said"),
    [
        (["check", "--as-of", "2024-02-30"], "“2024-02-30”不是日期，写作 2026-11-22"),
        (["build", "--as-of", "昨天"], "“昨天”不是日期，写作 2026-11-22"),
        (["serve", "--as-of", "2024"], "“2024”不是日期，写作 2026-11-22"),
        (["check", "--root", "/"], "/ 里没有 registry 文件夹；请在项目的文件夹里运行，或用 --root 指明"),
        (["build", "--root", "/nowhere"], "/nowhere 里没有 registry 文件夹"),
        (["serve", "--root", "/nowhere"], "/nowhere 里没有 registry 文件夹"),
        (["serve", "--port", "70000"], "“70000”不是端口号，写 0 到 65535 的整数"),
        (["serve", "--port", "http"], "“http”不是端口号，写 0 到 65535 的整数"),
        (["check", "--nonsense"], "--nonsense"),
        (["build", "extra"], "extra"),
        (["publish"], "publish"),
    ],
)
def test_misuse_ends_with_2_and_says_what_is_wrong(arguments_: list[str], said: str) -> None:
    done = run(*arguments_)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert TRACEBACK not in done.stderr


def test_without_a_command_the_help_is_shown() -> None:
    done = run()

    assert done.returncode == 2
    assert all(f"  {name} " in done.stdout + done.stderr for name in COMMANDS)


def test_the_help_names_every_command_in_chinese() -> None:
    done = run("--help")

    assert (done.returncode, done.stderr) == (0, "")
    listed = dict(re.findall(r"^  (\w+) +(.*)$", done.stdout.split("Commands:")[1], re.MULTILINE))
    assert set(listed) >= set(COMMANDS)
    assert all(re.search(HAN, said) for said in listed.values())


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_the_help_of_a_command_explains_it_and_each_option_in_chinese(name: str, option: str) -> None:
    done = run(name, option)

    assert (done.returncode, done.stderr) == (0, "")
    usage, purpose, *parts = done.stdout.split("\n\n")
    assert name in usage
    assert re.search(HAN, purpose)
    explained = [line for part in parts for line in part.splitlines() if line.startswith("  ")]
    assert explained[-1].startswith("  -h, --help")
    assert all(re.search(HAN, line) for line in explained[:-1])
