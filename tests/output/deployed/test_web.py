# SPDX-License-Identifier: Apache-2.0
"""Is everything found that differs on the web, whatever the host does, and is no other host asked?"""

import gzip
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import urllib3

from generator.output.deployed import web
from generator.output.deployed.comparison import Kind, Unverifiable, manifest_of
from generator.output.deployed.web import Web
from tests.deploy.servers import certificate_in, free_port
from tests.output.deployed.hosts import Handler, Host, hosting, site_in

B, CONTENT = "/b.html", "乙".encode()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A host with a small site."""
    with hosting(site_in(tmp_path)) as made:
        yield made


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "WAIT", urllib3.Timeout(connect=1, read=0.2))


def found(host: Host) -> list[tuple[Kind, str, object]]:
    place = Web(host.address)
    return list(map(tuple, place.differences(manifest_of(place).files, lambda _: None)))  # type: ignore[arg-type]


def test_a_site_as_it_was_made_differs_in_nothing_and_pages_are_asked_for_as_readers_do(host: Host) -> None:
    assert found(host) == []
    assert sorted(host.asked) == ["/", "/a/", "/b.html", "/manifest.json"]


def broken_off(handler: Handler) -> None:
    handler.answer(200, CONTENT[:1], Content_Length=str(len(CONTENT)))
    handler.close_connection = True


def slow(handler: Handler) -> None:
    time.sleep(0.5)


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.close_connection = True
    handler.end_headers()
    while True:
        handler.wfile.write(b"0" * 100_000)


def no_http(handler: Handler) -> None:
    handler.wfile.write(b"\x00\x01 garbage\r\n\r\n")
    handler.close_connection = True


def closed(handler: Handler) -> None:
    handler.close_connection = True


def answers(status: int, body: bytes = b"", **headers: str) -> Callable[[Handler], None]:
    return lambda handler: handler.answer(status, body, **headers)


def sent_to(there: str) -> Callable[[Handler], None]:
    return answers(302, Location=there)


@pytest.mark.parametrize(
    ("does", "kind", "why"),
    [
        (answers(404, "没有".encode()), Kind.MISSING, ""),
        (answers(410), Kind.MISSING, ""),
        (answers(200, "丙".encode()), Kind.CHANGED, "大小相同，内容不同"),
        (answers(200, b""), Kind.CHANGED, "应为 3 字节，实为 0 字节"),
        (answers(200, b"<p>more</p>"), Kind.CHANGED, "应为 3 字节，实际更大"),
        (endless, Kind.CHANGED, "应为 3 字节，实际更大"),
        (
            answers(200, gzip.compress(b"0" * 9_000_000), Content_Encoding="gzip"),
            Kind.CHANGED,
            "应为 3 字节，实际更大",
        ),
        (answers(403), Kind.UNREAD, "服务器回答 403"),
        (answers(503), Kind.UNREAD, "服务器回答 503"),
        (answers(200, b"abc", Content_Encoding="gzip"), Kind.UNREAD, "压缩的内容解不开"),
        (slow, Kind.UNREAD, "太久没有回答"),
        (broken_off, Kind.UNREAD, "连接中断"),
        (no_http, Kind.UNREAD, "连接中断"),
        (closed, Kind.UNREAD, "连接中断"),
        (sent_to("/b.html"), Kind.UNREAD, "来回转了太多次"),
        (sent_to("https://stranger.example/b.html"), Kind.UNREAD, "被转到另一个网站，没有跟过去"),
        (sent_to("//stranger.example/b.html"), Kind.UNREAD, "被转到另一个网站，没有跟过去"),
        (sent_to("file:///etc/passwd"), Kind.UNREAD, "被转到另一个网站，没有跟过去"),
        (sent_to("http://[/"), Kind.UNREAD, "被转到另一个网站，没有跟过去"),
    ],
)
def test_whatever_a_host_does_with_one_file_is_told_of_that_file(
    does: Callable[[Handler], None], kind: Kind, why: str, host: Host
) -> None:
    host.instead[B] = does

    ((told, path, reason),) = found(host)

    assert (told, path) == (kind, "b.html")
    assert str(reason).startswith(why)


def test_compressed_answers_and_redirects_on_the_same_host_are_taken(host: Host) -> None:
    host.instead[B] = sent_to("/moved/b")
    host.instead["/moved/b"] = answers(200, gzip.compress(CONTENT), Content_Encoding="gzip")

    assert found(host) == []


def test_a_host_that_fails_once_is_asked_again(host: Host) -> None:
    def recovers(handler: Handler) -> None:
        host.instead.clear()
        handler.answer(503)

    host.instead[B] = recovers

    assert found(host) == []


def test_what_is_for_servers_need_not_be_shown_but_must_be_right_where_it_is(tmp_path: Path) -> None:
    site = site_in(tmp_path, index="首页", server__x="甲")
    with hosting(site) as host:
        assert found(host) == []
        host.instead["/server/x.html"] = answers(404)
        assert found(host) == []
        host.instead["/server/x.html"] = answers(200, b"abc")
        assert [kind for kind, _, _ in found(host)] == [Kind.CHANGED]


def test_a_host_that_answers_no_more_is_given_up(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Web(host.address)
    files = manifest_of(place).files
    monkeypatch.setattr(web, "PORTION", 2)
    host.instead = dict.fromkeys(("/", "/a/", B), closed)
    host.asked.clear()

    with pytest.raises(Unverifiable, match=r"核对到第 1 个文件时，接连 2 个都读不到（连接中断）\n    修法："):
        list(place.differences(files, lambda _: None))
    assert "/" not in host.asked


@pytest.mark.parametrize(
    ("does", "why"),
    [
        (answers(404), "没有这个文件"),
        (answers(500), "服务器回答 500"),
        (slow, "太久没有回答"),
        (closed, "连接中断"),
        (sent_to("https://stranger.example/manifest.json"), "被转到另一个网站，没有跟过去"),
    ],
)
def test_without_a_manifest_nothing_is_compared(
    does: Callable[[Handler], None], why: str, host: Host
) -> None:
    host.instead["/manifest.json"] = does

    with pytest.raises(Unverifiable, match=rf"manifest\.json：{why}.*\n    修法：核对网址"):
        Web(host.address).manifest()


def test_a_manifest_without_end_is_not_read_to_its_end(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MOST", 1000)
    host.instead["/manifest.json"] = endless

    with pytest.raises(Unverifiable, match="不是本站生成的文件清单"):
        manifest_of(Web(host.address))


@pytest.mark.parametrize("name", ["127.0.0.1", "a" * 80 + ".invalid"])
def test_a_host_that_is_not_there_is_told(name: str) -> None:
    with pytest.raises(Unverifiable, match=r"：(连不上|找不到这个域名|连接中断)\n    修法："):
        Web(f"http://{name}:{free_port()}/").manifest()


def test_a_certificate_that_nobody_trusts_is_told(tmp_path: Path) -> None:
    trusted_by_nobody = certificate_in(tmp_path)
    with (
        hosting(site_in(tmp_path / "site"), trusted_by_nobody) as host,
        pytest.raises(Unverifiable, match="：证书不可信"),
    ):
        Web(host.address).manifest()
