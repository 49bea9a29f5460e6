# SPDX-License-Identifier: Apache-2.0
"""Can every record be traced to what it rests on?"""

from typing import Any

import pytest

from generator.model.source import Source
from tests.builders import SOURCE
from tests.model.refusals import faults, is_taken, misfit

UNTRACED = {name: value for name, value in SOURCE.items() if name != "url"}


@pytest.mark.parametrize("changes", [{"url": "https://example.org/"}, {"file": "样例.pdf"}])
def test_a_source_has_an_address_or_a_file(changes: dict[str, Any]) -> None:
    assert is_taken(Source, UNTRACED | changes)


def test_a_source_without_either_is_refused_at_its_kind() -> None:
    refused = misfit(Source, UNTRACED)

    assert refused.message == "来源既没有网址，也没有文件名"
    assert refused.field == "kind"


def test_only_a_reprint_may_have_neither() -> None:
    assert is_taken(Source, UNTRACED | {"kind": "reprint"})
    assert not is_taken(Source, UNTRACED | {"kind": "press"})


@pytest.mark.parametrize(
    ("checksum", "taken"), [("0" * 64, True), ("0" * 63, False), ("A" * 64, False), ("g" * 64, False)]
)
def test_a_checksum_is_sixty_four_hexadecimal_digits(checksum: str, taken: bool) -> None:
    assert is_taken(Source, SOURCE | {"sha256": checksum}) is taken


def test_a_source_names_who_published_it_and_when_it_was_fetched() -> None:
    assert faults(Source, {"kind": "official", "url": "https://example.org/"}) == {
        "publisher": "missing",
        "retrieved_on": "missing",
    }
