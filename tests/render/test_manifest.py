# SPDX-License-Identifier: Apache-2.0
"""Does the manifest name every other file of the site, with its true size and digest?"""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.output_file import OutputFile
from generator.model.outcome import Stored
from generator.model.published import Manifest
from generator.render.manifest import manifest
from tests.files import files_in

DAY = date(2024, 1, 2)
PATHS = st.text('abc/."\\样 ', min_size=1, max_size=6)
FILES = st.dictionaries(PATHS, st.binary(max_size=40), max_size=6)


def listed(contents: dict[str, bytes], commit: str | None = None) -> OutputFile:
    files = {
        path: Stored(size=len(content), sha256=hashlib.sha256(content).hexdigest())
        for path, content in contents.items()
    }
    return manifest(files, DAY, commit)


@given(FILES)
def test_each_file_is_named_with_size_and_digest(contents: dict[str, bytes]) -> None:
    assert json.loads(listed(contents).content)["files"] == {
        path: {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for path, content in contents.items()
    }


@given(FILES, st.none() | st.text("0123456789abcdef", min_size=40, max_size=40))
def test_it_is_what_its_schema_states(contents: dict[str, bytes], commit: str | None) -> None:
    read = Manifest.model_validate_json(listed(contents, commit).content)

    assert (read.as_of, read.commit, list(read.files)) == (DAY, commit, sorted(contents))


@given(FILES)
def test_the_order_of_the_files_does_not_matter(contents: dict[str, bytes]) -> None:
    assert listed(dict(reversed(contents.items()))) == listed(contents)


def test_each_file_has_a_line_of_its_own() -> None:
    lines = listed({"a": b"", "样": b""}).content.decode().splitlines()
    first = lines.index('"files": {') + 1

    assert [line[:5] for line in lines[first : first + 2]] == ['"a": ', '"样": ']


@pytest.mark.parametrize("commit", [None, "0" * 40])
def test_it_says_of_which_day_and_commit_the_data_are(commit: str | None) -> None:
    record = json.loads(listed({}, commit).content)

    assert (record["as_of"], record["commit"]) == ("2024-01-02", commit)


@pytest.mark.parametrize("fixture", ["tiny_built", "real_built"])
def test_the_manifest_of_a_built_site_names_exactly_the_other_files(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(fixture)
    named = json.loads((site / "manifest.json").read_bytes())["files"]
    contents = files_in(site)

    assert set(named) == set(contents) - {"manifest.json"}
    for path, entry in named.items():
        assert entry == {"size": len(contents[path]), "sha256": hashlib.sha256(contents[path]).hexdigest()}
