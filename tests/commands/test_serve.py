# SPDX-License-Identifier: Apache-2.0
"""Does `serve` show the site, show it again after an edit, show findings, and end when told?"""

import json
import re
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest

from tests.commands.process import DAY, ESCAPE, TRACEBACK, run, start
from tests.commands.waiting import SECONDS, before_long
from tests.output.browsing import Listener, get, text
from tests.output.published import damage, digests
from tests.output.techniques import obedient

ABOUT = "content/about.md"
SHOWN = re.compile(r"预览：(http://127\.0\.0\.1:\d+/)（按 Ctrl\+C 结束）")


class Served:
    """A preview in a process of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.process = start("serve", "--root", root, "--port", "0", *DAY, command=obedient)
        self.said: list[str] = []
        self.complained: list[str] = []
        self.readers = [
            threading.Thread(target=self._read, args=source)
            for source in ((self.process.stdout, self.said), (self.process.stderr, self.complained))
        ]
        for reader in self.readers:
            reader.start()

    def _read(self, source: Iterator[str], lines: list[str]) -> None:
        lines.extend(line.rstrip("\n") for line in source)

    @property
    def addresses(self) -> list[str]:
        """The address, once for each time that it was told."""
        return [found[1] for line in self.said if (found := SHOWN.fullmatch(line))]

    def has_built(self, times: int) -> bool:
        """Whether so many builds have ended before long."""
        return before_long(lambda: len(self.addresses) >= times or self.process.poll() is not None)

    def write(self, words: str) -> None:
        """Edit a page, at one blow."""
        draft = self.root / "draft.md"
        draft.write_text(f"---\ntitle: 关于\n---\n\n{words}\n", encoding="utf-8")
        draft.rename(self.root / ABOUT)

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        """Stop it; the code that it ends with."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(SECONDS)
        for reader in self.readers:
            reader.join()
        for stream in (self.process.stdout, self.process.stderr):
            if stream:
                stream.close()
        return code


@pytest.fixture
def served(tiny_root: Path) -> Iterator[Served]:
    """The tiny site, shown."""
    made = Served(tiny_root)
    yield made
    made.end(signal.SIGKILL)


def test_an_edit_is_shown_and_a_wrong_one_leaves_the_page_and_tells_why(served: Served) -> None:
    assert served.has_built(1), served.complained
    address = served.addresses[0]
    assert "虚构的样例，只供测试" in text(address, "/about/")
    with closing(Listener(address)) as page:
        assert page.next() == ("findings", '""')

        served.write("改过的正文。")
        assert page.next() == ("reload", "")
        assert "改过的正文。" in text(address, "/about/")

        served.write("[甲](missing.md)")
        event, said = page.next()
        assert event == "findings"
        assert "content/about.md：链接“missing.md”所指的页面或图片不存在" in json.loads(said)
        assert "改过的正文。" in text(address, "/about/"), "the last good site stays"

        (served.root / "registry/rulesets/yangli/2020.yaml").write_text("title: [\n", encoding="utf-8")
        assert json.loads(page.next()[1]).startswith("registry/rulesets/yangli/2020.yaml:")
    assert len(set(served.addresses)) == 1
    assert any("missing.md" in line for line in served.complained)


def test_a_wrong_edit_that_is_put_right_is_shown(served: Served) -> None:
    assert served.has_built(1), served.complained
    with closing(Listener(served.addresses[0])) as page:
        page.next()
        served.write("[甲](missing.md)")
        assert page.next()[0] == "findings"

        served.write("[甲](index.md)")

        assert page.next() == ("reload", "")
    with closing(Listener(served.addresses[0])) as page:
        assert page.next() == ("findings", '""')


def test_a_project_that_is_wrong_at_first_is_served_all_the_same(tiny_root: Path) -> None:
    (tiny_root / "content" / "index.md").unlink()
    served = Served(tiny_root)

    assert served.has_built(1), served.complained
    assert get(served.addresses[0]).status == 404
    with closing(Listener(served.addresses[0])) as page:
        assert "content/index.md：没有这个文件" in json.loads(page.next()[1])
    assert served.end() == 0


def test_an_edit_during_the_first_build_is_not_missed(served: Served) -> None:
    assert before_long(lambda: "排版文字页面" in served.complained)

    served.write("早来的修改。")

    assert before_long(
        lambda: bool(served.addresses) and "早来的修改。" in text(served.addresses[0], "/about/")
    )


def test_interrupted_while_waiting_it_ends_quietly(served: Served) -> None:
    assert served.has_built(1)

    assert served.end() == 0
    assert not any(TRACEBACK in line or "KeyboardInterrupt" in line for line in served.complained)
    assert ESCAPE not in "".join(served.said + served.complained)
    assert list(damage(served.root / "build")) == []


def test_interrupted_while_building_it_ends_without_a_traceback(served: Served) -> None:
    assert before_long(lambda: "排版文字页面" in served.complained)

    assert served.end() in {0, 130}
    assert not any(TRACEBACK in line for line in served.complained)


def test_nothing_is_written_but_the_build(served: Served) -> None:
    before = {path: digest for path, digest in digests(served.root).items() if not path.startswith("build/")}
    assert served.has_built(1)
    get(served.addresses[0])
    served.end()

    after = digests(served.root)
    assert {path: digest for path, digest in after.items() if not path.startswith("build/")} == before


def test_a_port_that_is_taken_is_told_with_the_repair(tiny_root: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--root", tiny_root, "--port", port, *DAY)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"端口 {port} 不能用（已被别的程序占用）。换一个端口：--port 0\n"
    assert not (tiny_root / "build").exists()


def test_without_a_port_it_is_8000(tiny_root: Path) -> None:
    with ExitStack() as held:
        with suppress(OSError):  # another program has it already, which serves as well
            held.enter_context(closing(socket.create_server(("127.0.0.1", 8000))))
        done = run("serve", "--root", tiny_root, *DAY)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("端口 8000 不能用（")


def test_a_page_that_may_not_be_read_for_a_moment_does_not_end_it(served: Served) -> None:
    assert served.has_built(1)
    closed = served.root / "closed.md"
    closed.touch(0)
    with closing(Listener(served.addresses[0])) as page:
        page.next()
        closed.rename(served.root / ABOUT)
        assert "/content/about.md：没有权限，" in json.loads(page.next()[1])

        served.write("又能读了。")

        assert page.next() == ("reload", "")
    assert "又能读了。" in text(served.addresses[0], "/about/")
