# SPDX-License-Identifier: Apache-2.0
"""What does the preview show to a browser on this machine, and what does it never do?"""

import http.client
import socket
import struct
import sys
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from generator.output import preview as module
from generator.output.preview import Preview
from generator.output.release import Build
from tests.commands.waiting import SECONDS, before_long
from tests.output.browsing import Listener, get, port, text
from tests.output.conftest import HEAD
from tests.output.published import digests, files, publish


def test_a_page_is_shown_with_the_addition_at_the_end_of_its_head(preview: Preview) -> None:
    answer = get(preview.address, "/")

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.read().decode() == HEAD.format("首页").replace(
        "</head>",
        '<link rel="stylesheet" href="/__preview/preview.css">'
        f'<script src="/__preview/preview.js?{preview.build.shown}" type="module"></script></head>',
    )


@pytest.mark.parametrize("path", ["/a/", "/a/index.html", "/a/?on=2024-01-02", "/%61/"])
def test_a_page_is_found_by_its_address(preview: Preview, path: str) -> None:
    assert "<title>甲</title>" in text(preview.address, path)


def test_other_files_are_shown_as_they_are(preview: Preview) -> None:
    answer = get(preview.address, "/manifest.json")

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.read() == (preview.build.site / "manifest.json").read_bytes()


@pytest.mark.parametrize(("name", "kind"), [("preview.js", "text/javascript"), ("preview.css", "text/css")])
def test_the_preview_has_files_of_its_own(preview: Preview, name: str, kind: str) -> None:
    answer = get(preview.address, f"/__preview/{name}?release")

    assert answer.headers["Content-Type"] == f"{kind}; charset=utf-8"
    assert answer.read() == Path(module.__file__).with_name(name).read_bytes()


@pytest.mark.parametrize(
    "path", ["/missing/", "/missing", "/a/missing.html", "/__preview/missing", "/a/b/c/"]
)
def test_a_missing_address_gets_the_page_for_that(preview: Preview, path: str) -> None:
    answer = get(preview.address, path)

    assert answer.status == 404
    page = answer.read().decode()
    assert "<title>没有</title>" in page
    assert "/__preview/preview.js" in page


def test_a_folder_without_its_slash_is_redirected(preview: Preview) -> None:
    answer = get(preview.address, "/a")

    assert (answer.status, answer.headers["Location"]) == (301, "/a/")


def test_a_folder_without_a_page_is_not_listed(preview: Preview) -> None:
    (preview.build.site / "empty").mkdir()

    assert get(preview.address, "/empty/").status == 404


def test_before_the_first_build_an_empty_page_waits_for_it(tmp_path: Path) -> None:
    waiting = Preview(Build(tmp_path / "nothing"), 0)
    waiting.start()
    answer = get(waiting.address, "/")
    page = answer.read().decode()
    waiting.stop()

    assert answer.status == 404
    assert "<title>预览</title>" in page
    assert "/__preview/preview.js" in page
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/../../secret.txt",
        "/a/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2f%2e%2e%2fsecret.txt",
        "//../secret.txt",
        "/....//secret.txt",
        "/..\\secret.txt",
        "/../site/../secret.txt",
        "/%252e%252e/secret.txt",
    ],
)
def test_nothing_outside_the_site_is_shown(preview: Preview, path: str) -> None:
    answer = get(preview.address, path)

    assert answer.status == 404
    assert b"secret" not in answer.read().replace(path.encode(), b"")


def test_the_lock_beside_the_site_is_not_shown(preview: Preview) -> None:
    assert get(preview.address, "/../.lock").status == 404


def test_only_this_machine_is_served_and_only_by_its_own_address(preview: Preview) -> None:
    assert preview.address == f"http://127.0.0.1:{port(preview.address)}/"
    with pytest.raises(OSError, match=r"refused|unreachable|assign|timed out"):
        socket.create_connection(("127.0.0.2", port(preview.address)), timeout=1).close()


def test_a_port_that_is_taken_is_refused(preview: Preview) -> None:
    with pytest.raises(OSError, match="in use"):
        Preview(preview.build, port(preview.address))


def test_after_stopping_nobody_answers(small_build: Build) -> None:
    shown = Preview(small_build, 0)
    shown.start()
    shown.stop()

    with pytest.raises(ConnectionRefusedError):
        get(shown.address, "/")


def test_the_next_release_is_shown_without_starting_anew(preview: Preview) -> None:
    publish(preview.build, files(index=HEAD.format("新")))

    assert "<title>新</title>" in text(preview.address, "/")
    assert preview.build.shown in text(preview.address, "/")


def test_a_browser_that_leaves_before_the_answer_is_no_error(
    preview: Preview, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: list[type[BaseException] | None] = []
    handle = module._Server.handle_error

    def noted(server: module._Server, *arguments: Any) -> None:
        handle(server, *arguments)
        failed.append(sys.exc_info()[0])

    monkeypatch.setattr(module._Server, "handle_error", noted)
    (preview.build.site / "large.html").write_bytes(b"<head></head>" + b"x" * 20_000_000)
    with closing(socket.create_connection(("127.0.0.1", port(preview.address)), timeout=SECONDS)) as browser:
        browser.sendall(b"GET /large.html HTTP/1.0\r\n\r\n")
        browser.recv(1)
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # leave at once

    assert before_long(lambda: failed == [ConnectionResetError])
    assert capfd.readouterr() == ("", "")


def test_any_other_failure_of_the_preview_is_shown(
    preview: Preview, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Preview, "addition", None)

    with pytest.raises(http.client.RemoteDisconnected):
        get(preview.address)

    assert before_long(lambda: "TypeError" in capfd.readouterr().err)


def test_serving_never_writes_to_the_disk(preview: Preview) -> None:
    folder = preview.build.folder.parent
    before = digests(folder), {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    for path in ("/", "/a", "/a/", "/missing/", "/manifest.json", "/__preview/preview.js"):
        get(preview.address, path)
    with closing(Listener(preview.address)) as page:
        page.next()
        preview.refused("错误")
        page.next()

    assert (digests(folder), {path: path.stat().st_mtime_ns for path in folder.rglob("*")}) == before


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent_to_the_preview(preview: Preview, method: str) -> None:
    request = urllib.request.Request(preview.address, data=b"x", method=method)
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request, timeout=SECONDS)
    caught.value.close()

    assert caught.value.code == 501
