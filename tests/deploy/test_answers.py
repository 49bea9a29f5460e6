# SPDX-License-Identifier: Apache-2.0
"""Do nginx and Caddy give the same right answers for every kind of address? One table, two servers."""

import gzip
import json
from pathlib import Path

import pytest

from generator.output.deployed.comparison import Kind, manifest_of
from generator.output.deployed.web import Web
from generator.render.server import EVERYWHERE
from tests.deploy.conftest import PRESSED
from tests.deploy.servers import Served

PAGE, DATA, MODULE = "max-age=60, must-revalidate", "max-age=300, must-revalidate", "no-cache"
FOREVER = "max-age=31536000, immutable"
OFFICE = "application/vnd.openxmlformats-officedocument"
HTML = "text/html; charset=utf-8"
HASHED_STYLE, FRAGMENT = "assets/stylesheets/main.*.min.css", "pagefind/**/*.pf_fragment"
KINDS = [  # one file of each kind, its media type, how long it keeps, and whether it is compressed
    ("registry/index.html", HTML, PAGE, True),
    ("404.html", HTML, PAGE, True),
    ("assets/brand/site.css", "text/css; charset=utf-8", MODULE, True),
    (HASHED_STYLE, "text/css; charset=utf-8", FOREVER, True),
    ("assets/scripts/lookup.js", "text/javascript; charset=utf-8", MODULE, True),
    ("assets/brand/seal.svg", "image/svg+xml; charset=utf-8", MODULE, None),
    ("lookup/directory.json", "application/json; charset=utf-8", MODULE, None),
    ("lookup/**/*.bin", "application/octet-stream", MODULE, False),
    ("pagefind/pagefind.js", "text/javascript; charset=utf-8", MODULE, True),
    (FRAGMENT, "application/octet-stream", FOREVER, False),
    ("api/v1/platforms.json", "application/json; charset=utf-8", DATA, True),
    ("registry/yangli-0001/badge.svg", "image/svg+xml; charset=utf-8", DATA, None),
    ("data/*.csv", "text/csv; charset=utf-8", DATA, None),
    ("**/*.xlsx", f"{OFFICE}.spreadsheetml.sheet", DATA, False),
    ("**/*.docx", f"{OFFICE}.wordprocessingml.document", DATA, False),
    ("**/*.pdf", "application/pdf", DATA, False),
    ("**/*.zip", "application/zip", DATA, False),
    ("feeds/notices.atom", "application/atom+xml; charset=utf-8", DATA, True),
    ("**/*.ics", "text/calendar; charset=utf-8", DATA, None),
    ("sitemap.xml", "application/xml; charset=utf-8", DATA, True),
    ("robots.txt", "text/plain; charset=utf-8", DATA, None),
    ("manifest.json", "application/json; charset=utf-8", DATA, True),
]


@pytest.mark.parametrize(("pattern", "media", "keeps", "compressed"), KINDS, ids=[kind[0] for kind in KINDS])
def test_every_kind_of_file_has_its_type_its_time_and_its_content(
    pattern: str, media: str, keeps: str, compressed: bool | None, server: Served, deployed: Path
) -> None:
    path = min(deployed.glob(pattern))
    address = f"/{path.relative_to(deployed).as_posix()}"
    plain, pressed = server.ask(address), server.ask(address, Accept_Encoding="gzip")

    assert plain.status == pressed.status == 200
    assert {answer.headers["content-type"] for answer in (plain, pressed)} == {media}
    assert {answer.headers["cache-control"] for answer in (plain, pressed)} == {keeps}
    assert plain.body == path.read_bytes()
    if compressed is not None:
        assert (pressed.headers.get("content-encoding") == "gzip") is compressed
    if "content-encoding" in pressed.headers:
        assert gzip.decompress(pressed.body) == plain.body
        assert pressed.headers["vary"] == "Accept-Encoding"


def test_every_file_of_the_site_is_told_with_the_media_type_of_its_kind(
    server: Served, deployed: Path
) -> None:
    files = {path.suffix: path for path in deployed.rglob("*") if path.is_file() and path.name[0] != "."}
    del files[".conf"], files[".caddy"], files[".gz"]
    told = {suffix: server.ask(f"/{path.relative_to(deployed)}").headers for suffix, path in files.items()}

    assert {suffix for suffix, headers in told.items() if "content-type" not in headers} == set()
    opaque = {suffix for suffix, headers in told.items() if "octet-stream" in headers["content-type"]}
    assert opaque == {".bin", ".pagefind", ".pf_filter", ".pf_fragment", ".pf_index", ".pf_meta"}


@pytest.mark.parametrize("path", ["/", "/registry/", "/missing", "/api/v1/platforms.json", "/registry"])
def test_what_holds_everywhere_is_said_of_everything(path: str, server: Served) -> None:
    headers = server.ask(path).headers

    assert {name: headers[name.lower()] for name, _ in EVERYWHERE} == dict(EVERYWHERE)
    assert "strict-transport-security" not in headers  # a promise that only an encrypted answer may make


@pytest.mark.parametrize("path", ["/", "/registry/", "/registry/yangli-0001/", "/404.html", "/a/missing.csv"])
def test_pages_come_with_the_policy_that_they_state_themselves(path: str, server: Served) -> None:
    answer = server.ask(path)
    policy = answer.headers["content-security-policy"]

    own = policy.removesuffix("; frame-ancestors 'none'")
    assert own != policy
    assert f'http-equiv="Content-Security-Policy" content="{own}"' in answer.body.decode()


@pytest.mark.parametrize("path", ["/robots.txt", "/api/v1/platforms.json", "/assets/brand/seal.svg"])
def test_what_is_no_page_has_no_policy(path: str, server: Served) -> None:
    assert "content-security-policy" not in server.ask(path).headers


@pytest.mark.parametrize(
    ("path", "is_open"),
    [
        ("/api/v1/platforms.json", True),
        ("/api/v1/index.json", True),
        ("/registry/yangli-0001/badge.svg", True),
        ("/", False),
        ("/registry/yangli-0001/", False),
        ("/assets/scripts/lookup.js", False),
        ("/manifest.json", False),
        ("/api/v1/missing.json", False),
    ],
)
def test_other_sites_may_use_data_and_badges_and_nothing_else(
    path: str, is_open: bool, server: Served
) -> None:
    headers = server.ask(path, Origin="https://stranger.example").headers

    assert headers.get("access-control-allow-origin") == ("*" if is_open else None)
    assert headers["cross-origin-resource-policy"] == ("cross-origin" if is_open else "same-origin")


@pytest.mark.parametrize(
    "path",
    [
        "/missing",
        "/missing/",
        "/registry/missing",
        "/a.csv",
        "/api/",
        "/assets/",
        "/a.0123abcd.min.css",
        "/.hidden",
        "/registry/.git/config",
        "/server/nginx.conf",
        "/server/site.caddy",
        "/%2ehidden",
        "/REGISTRY/",
    ],
)
def test_what_is_not_there_or_nobodys_business_is_the_page_for_missing_addresses(
    path: str, server: Served, deployed: Path
) -> None:
    answer = server.ask(path)

    assert (answer.status, answer.headers["content-type"], answer.headers["cache-control"]) == (
        404,
        HTML,
        PAGE,
    )
    assert answer.body == (deployed / "404.html").read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/../../releases/secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/registry/../../secret.txt",
        "/registry/..%5c..%5csecret.txt",
        "//secret.txt",
        "/a%00.html",
        "/%2e%2e%2f%2e%2e%2fetc/passwd",
        "/.%2e/secret.txt",
    ],
)
def test_no_path_leads_out_of_the_site(path: str, server: Served) -> None:
    answer = server.ask(path)

    assert answer.status in {400, 404}
    assert b"secret" not in answer.body.replace(path.encode(), b"")
    assert b"root:" not in answer.body


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/registry", "/registry/"),
        ("/registry/yangli-0001?on=2024-01-02", "/registry/yangli-0001/?on=2024-01-02"),
        ("//registry", "/registry/"),  # and never to a host of that name
    ],
)
def test_a_folder_without_its_slash_is_redirected_for_good(path: str, there: str, server: Served) -> None:
    answer = server.ask(path)

    assert (answer.status, answer.headers["location"]) == (301, there)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])
def test_only_reading_is_allowed(method: str, server: Served) -> None:
    answer = server.ask("/registry/", method)

    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_a_head_is_the_answer_without_its_body(server: Served) -> None:
    whole, head = server.ask("/registry/"), server.ask("/registry/", "HEAD")

    assert (head.status, head.body) == (200, b"")
    kept = whole.headers.keys() - {"date", "transfer-encoding", "content-length"}
    assert {name: head.headers[name] for name in kept} == {name: whole.headers[name] for name in kept}


@pytest.mark.parametrize("path", ["/registry/", "/api/v1/platforms.json", "/assets/scripts/lookup.js"])
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_what_a_reader_has_already_is_not_sent_again(path: str, encoding: str, server: Served) -> None:
    first = server.ask(path, Accept_Encoding=encoding)
    mark, day = first.headers["etag"], first.headers["last-modified"]

    for known in ({"If_None_Match": mark}, {"If_Modified_Since": day}):
        again = server.ask(path, Accept_Encoding=encoding, **known)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["cache-control"] == first.headers["cache-control"]
    assert server.ask(path, If_None_Match='"another"').status == 200


def test_a_part_of_a_document_can_be_asked_for(server: Served, deployed: Path) -> None:
    path = min(deployed.glob("**/*.pdf"))

    part = server.ask(f"/{path.relative_to(deployed)}", Range="bytes=5-9")

    assert (part.status, part.body) == (206, path.read_bytes()[5:10])


def test_a_file_that_was_compressed_beforehand_is_sent_as_it_is(server: Served) -> None:
    pressed = server.ask("/schema/index.json", Accept_Encoding="gzip")

    assert pressed.headers["content-type"] == "application/json; charset=utf-8"
    assert gzip.decompress(pressed.body) == PRESSED
    assert json.loads(server.ask("/schema/index.json").body)


def test_a_site_is_served_as_its_manifest_says_but_for_what_was_compressed_wrongly(server: Served) -> None:
    place = Web(f"http://127.0.0.1:{server.port}/")
    files = manifest_of(place).files

    assert len(files) > 100
    found = [(kind, path) for kind, path, _ in place.differences(files, lambda _: None)]
    assert found == [(Kind.CHANGED, "schema/index.json")]
