# SPDX-License-Identifier: Apache-2.0
"""Is a manifest taken only for what it is, and are two of them compared rightly?"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.model.published import Manifest, ManifestEntry
from generator.output.deployed.comparison import Order, Unverifiable, manifest_of, order
from generator.output.deployed.folder import Folder

SHA = "0" * 64


def said(folder: Path, content: bytes) -> Manifest:
    """What is read of a site with this text for a manifest."""
    (folder / "manifest.json").write_bytes(content)
    return manifest_of(Folder(folder))


def text_of(files: Any, **changes: Any) -> bytes:
    return json.dumps({"as_of": "2024-01-02", "commit": None, "files": files} | changes).encode()


def entry(size: int = 1, sha256: str = SHA) -> dict[str, Any]:
    return {"size": size, "sha256": sha256}


def test_a_manifest_is_read(tmp_path: Path) -> None:
    read = said(tmp_path, text_of({"a/样例.html": entry()}, preview=True))

    assert (read.as_of, read.preview, list(read.files)) == (date(2024, 1, 2), True, ["a/样例.html"])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"<!doctype html>",
        b"[]",
        b"{}",
        b"null",
        b"[" * 5000,
        text_of([]),
        text_of({"a": {}}),
        text_of({"a": entry()}, as_of="yesterday"),
        text_of({}, more=1),
    ],
)
def test_garbage_is_no_manifest(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(Unverifiable, match=r"manifest\.json 不是本站生成的文件清单\n    修法：") as caught:
        said(tmp_path, content)
    assert "validation" not in str(caught.value)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/etc/passwd",
        "../a",
        "a/../b",
        "a/..",
        "./a",
        "a//b",
        "a/",
        ".",
        "..",
        "a\\b",
        "a\nb",
        "\x1b[2Ja",
        "manifest.json",
    ],
)
def test_a_path_that_leads_elsewhere_is_refused_and_shown_without_harm(path: str, tmp_path: Path) -> None:
    with pytest.raises(Unverifiable, match="不像本站生成的") as caught:
        said(tmp_path, text_of({path: entry()}))
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize("wrong", [entry(size=-1), entry(sha256="0"), entry(sha256="G" * 64)])
def test_an_entry_that_no_file_can_have_is_refused(wrong: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(Unverifiable, match="不像本站生成的"):
        said(tmp_path, text_of({"a": wrong}))


def manifest(day: int = 2, commit: str | None = None, **sizes: int) -> Manifest:
    files = {name: ManifestEntry(size=size, sha256=SHA) for name, size in sizes.items()}
    return Manifest(as_of=date(2024, 1, day), commit=commit, files=files)


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        (manifest(a=1), manifest(a=1), (Order.SAME, 0)),
        (manifest(1, a=1), manifest(2, a=1), (Order.OLDER, 0)),
        (manifest(3, a=1, b=1), manifest(2, a=2, c=1), (Order.NEWER, 3)),
        (manifest(a=1), manifest(a=2), (Order.OTHER, 1)),
        (manifest(commit="a" * 40), manifest(commit="b" * 40), (Order.OTHER, 0)),
    ],
)
def test_one_site_is_older_newer_or_another(
    one: Manifest, other: Manifest, stands: tuple[Order, int]
) -> None:
    assert order(one, other) == stands
