# SPDX-License-Identifier: Apache-2.0
"""Where do the real records come from, and is nothing published that must not be?"""

import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.base.finding import Level
from generator.checks import catalogue
from generator.model.source import Source, SourceKind
from tests.conftest import REPOSITORY
from tests.contents.real import RECORDED_IN_FULL, real_register, version

MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])")
SCHEME = re.compile(r"\b([a-z][a-z0-9+.-]*)://")
LINK = re.compile(r"https?://[^\s\"'}>)\]`]+")
FILES = sorted(
    path.relative_to(REPOSITORY)
    for room, ending in (("registry", "*.yaml"), ("content", "*.md"))
    for path in (REPOSITORY / room).rglob(ending)
    if path.name != "README.md"
)


def sources() -> dict[str, Source]:
    """The source of every record, by the kind and id of the record."""
    site = real_register().site
    return (
        {f"ruleset {id_}": found.source for id_, found in site.rulesets.items()}
        | {f"designation {id_}": found.source for id_, found in site.designations.items()}
        | {f"notice {id_}": found.front.source for id_, found in site.notices.items()}
    )


def test_the_real_register_has_no_errors() -> None:
    errors = [found for found in catalogue.run(real_register()) if found.level is Level.ERROR]

    assert errors == []


REPRINTS = [name for name, source in sources().items() if source.kind is SourceKind.REPRINT]


@pytest.mark.parametrize("record", REPRINTS)
def test_a_source_that_is_only_a_reprint_is_named_without_a_link(record: str) -> None:
    assert sources()[record].url is None


@pytest.mark.parametrize("record", [name for name, source in sources().items() if source.url])
def test_a_link_to_a_source_is_a_web_address(record: str) -> None:
    parts = urlsplit(str(sources()[record].url))

    assert parts.scheme in {"http", "https"}
    assert parts.hostname


@pytest.mark.parametrize("file", FILES, ids=str)
def test_every_link_that_is_written_anywhere_is_a_web_address(file: Path) -> None:
    schemes = SCHEME.findall((REPOSITORY / file).read_text(encoding="utf-8"))

    assert set(schemes) <= {"http", "https"}


@pytest.mark.parametrize("file", FILES, ids=str)
def test_no_mobile_number_is_written(file: Path) -> None:
    without_links = LINK.sub("", (REPOSITORY / file).read_text(encoding="utf-8"))

    assert MOBILE.findall(without_links) == []


def test_a_file_that_several_records_rest_on_has_one_checksum() -> None:
    checksums: dict[str, set[str | None]] = defaultdict(set)
    for source in sources().values():
        if source.file:
            checksums[source.file].add(source.sha256)

    assert {file: len(found) for file, found in checksums.items() if len(found) > 1} == {}
    assert None not in set().union(*checksums.values())


@pytest.mark.parametrize("id_", RECORDED_IN_FULL)
def test_a_text_recorded_in_full_rests_on_the_document_itself(id_: str) -> None:
    found = version(id_)

    assert (found.text, found.source.kind) == ("full", "document")


@pytest.mark.parametrize("id_", ["national/2012", "national/2017", "national/2025", "xiamen/2025-draft"])
def test_what_is_known_from_reprints_only_is_never_called_full(id_: str) -> None:
    found = version(id_)

    assert (found.text, found.source.kind) == ("partial", "reprint")


def test_the_law_of_2017_is_recorded_without_the_numbers_that_no_reliable_source_gives() -> None:
    law = version("national/2017")

    assert (law.criteria, law.functions, law.publicity) == ((), None, None)


def test_the_draft_of_xiamen_of_2025_is_recorded_without_conditions_that_only_a_reprint_gives() -> None:
    draft = version("xiamen/2025-draft")

    assert (draft.criteria, draft.functions, str(draft.published_on)) == ((), None, "2025-07")


def test_every_digest_is_a_short_note() -> None:
    digests = [article.digest for id_ in RECORDED_IN_FULL for article in version(id_).articles]

    assert max(len(digest) for digest in digests) <= 120
