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
from generator.render.manifest import manifest

FILES = st.dictionaries(st.text("abc/.", min_size=1, max_size=6), st.binary(max_size=40), max_size=6)


@given(FILES)
def test_each_file_is_named_with_size_and_digest(contents: dict[str, bytes]) -> None:
    made = manifest([OutputFile(*item) for item in contents.items()], date(2024, 1, 2), None)

    assert json.loads(made.content)["files"] == {
        path: {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for path, content in contents.items()
    }


@pytest.mark.parametrize("commit", [None, "0" * 40])
def test_it_says_of_which_day_and_commit_the_data_are(commit: str | None) -> None:
    record = json.loads(manifest([], date(2024, 1, 2), commit).content)

    assert (record["as_of"], record["commit"]) == ("2024-01-02", commit)


@pytest.mark.parametrize("fixture", ["tiny_built", "real_built"])
def test_the_manifest_of_a_built_site_names_exactly_the_other_files(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(fixture)
    listed = json.loads((site / "manifest.json").read_bytes())["files"]
    contents = {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}

    assert set(listed) == set(contents) - {"manifest.json"}
    for path, entry in listed.items():
        assert entry == {"size": len(contents[path]), "sha256": hashlib.sha256(contents[path]).hexdigest()}
