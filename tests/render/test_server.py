# SPDX-License-Identifier: Apache-2.0
"""Do the settings for web servers say of each file what it is, and is their policy that of the pages?"""

import hashlib
import re
from pathlib import Path

import pytest

from generator.render.server import OTHERS, RULES, TEXTS, server_files

POLICY = "default-src 'none'; script-src 'self' 'sha256-abc='"
KINDS = {extension: kind for kind, extensions in (TEXTS | OTHERS).items() for extension in extensions}


def made(policy: str = POLICY) -> dict[str, str]:
    return {file.path: file.content.decode() for file in server_files(policy, {})}


def holding(path: str, header: str) -> str | None:
    """What the last rule for a header says that is for this path."""
    stated = [rule.value for rule in RULES if rule.header == header and re.search(rule.paths, path)]
    return stated[-1] if stated else None


def test_the_policy_is_stated_once_for_each_server_and_named_by_its_digest() -> None:
    whole = f"{POLICY}; frame-ancestors 'none'"
    mark = f"server/policy-{hashlib.sha256(whole.encode()).hexdigest()[:12]}.txt"
    files = made()

    assert files[mark] == f"{whole}\n"
    assert set(files) == {mark, "server/nginx.conf", "server/site.caddy"}
    for path in ("server/nginx.conf", "server/site.caddy"):
        assert whole in files[path]
        assert mark in files[path]


def test_another_policy_has_another_name_and_the_same_has_the_same() -> None:
    assert made() == made()
    assert set(made()) & set(made("default-src 'self'")) == {"server/nginx.conf", "server/site.caddy"}


@pytest.mark.parametrize("fixture", ["tiny_built", "real_built"])
def test_every_file_of_a_built_site_is_of_a_known_kind(fixture: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(fixture)

    assert {path.suffix[1:] for path in site.rglob("*") if path.is_file()} - KINDS.keys() == set()


@pytest.mark.parametrize("fixture", ["tiny_built", "real_built"])
def test_only_names_that_tell_their_content_are_kept_for_a_year(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(fixture)
    paths = [f"/{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file()]
    kept = [path for path in paths if "immutable" in (holding(path, "Cache-Control") or "")]

    assert kept
    assert [path for path in kept if not re.search(r"[._][0-9a-f]{7,}\.", path)] == []


@pytest.mark.parametrize(
    ("path", "keeps"),
    [
        ("/", "max-age=60, must-revalidate"),
        ("/404.html", "max-age=60, must-revalidate"),
        ("/assets/scripts/a.html", "no-cache"),
        ("/assets/stylesheets/main.min.css", "no-cache"),
        ("/data/a.html.csv", "max-age=300, must-revalidate"),
    ],
)
def test_the_last_rule_for_a_path_holds(path: str, keeps: str) -> None:
    assert holding(path, "Cache-Control") == keeps


@pytest.mark.parametrize(
    "path", ["/data/api/v1/a.json", "/registry/a/b/badge.svg", "/api/v2/a.json", "/badge.svg"]
)
def test_what_only_looks_open_is_not(path: str) -> None:
    assert holding(path, "Access-Control-Allow-Origin") is None
