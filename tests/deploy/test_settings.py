# SPDX-License-Identifier: Apache-2.0
"""Do the settings that come with a site fit it: its policy, its redirects, also as a new one takes over?"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from generator.render.server import server_files
from tests.deploy.servers import Served, caddy, certificate_in, nginx

SERVERS = pytest.mark.parametrize("serve", [nginx, caddy])
Serve = Callable[..., AbstractContextManager[Served]]
MOVED = {"guides/old/": "guides/new/", "a/": "b/c/"}
CSP = "content-security-policy"


def release(folder: Path, name: str) -> None:
    """A site of one page with a policy of its own, shown from now on."""
    site = folder / name
    for file in server_files(f"default-src '{name}'", MOVED):
        (site / file.path).parent.mkdir(parents=True, exist_ok=True)
        (site / file.path).write_bytes(file.content)
    for page in ("index.html", "404.html"):
        (site / page).write_text(f"<p>{name}", encoding="utf-8")
    (folder / "next").symlink_to(name)
    (folder / "next").rename(folder / "site")


@SERVERS
def test_a_new_site_is_never_served_with_the_policy_of_the_one_before(serve: Serve, tmp_path: Path) -> None:
    release(tmp_path, "one")
    with serve(tmp_path / "site", tmp_path) as served:
        assert served.ask("/").headers[CSP] == "default-src 'one'; frame-ancestors 'none'"
        release(tmp_path, "two")

        for path in ("/", "/missing"):
            answer = served.ask(path)
            assert answer.body == b"<p>two"
            assert CSP not in answer.headers  # until the server reads its settings again, the page states it

    with serve(tmp_path / "site", tmp_path) as served:
        for path in ("/", "/missing"):
            assert served.ask(path).headers[CSP] == "default-src 'two'; frame-ancestors 'none'"


@SERVERS
def test_the_promise_to_stay_encrypted_is_made_where_the_answer_is(serve: Serve, tmp_path: Path) -> None:
    release(tmp_path, "one")

    with serve(tmp_path / "site", tmp_path, certificate_in(tmp_path)) as served:
        for path in ("/", "/missing"):
            assert served.ask(path).headers["strict-transport-security"] == "max-age=31536000"


@SERVERS
def test_a_page_that_has_moved_is_redirected_for_good(serve: Serve, tmp_path: Path) -> None:
    release(tmp_path, "one")

    with serve(tmp_path / "site", tmp_path) as served:
        answers = {
            path: served.ask(path)
            for path in ("/guides/old/", "/a/?on=2024-01-02", "/a/a/", "/guides/new/", "/a")
        }

    assert {path: (answer.status, answer.headers.get("location")) for path, answer in answers.items()} == {
        "/guides/old/": (301, "/guides/new/"),
        "/a/?on=2024-01-02": (301, "/b/c/?on=2024-01-02"),
        "/a/a/": (404, None),
        "/guides/new/": (404, None),
        "/a": (404, None),
    }
