# SPDX-License-Identifier: Apache-2.0
"""Which pages must answer for ever: those of records, and of no list that is made of others?"""

from datetime import date
from pathlib import Path

from generator import pipeline
from generator.base import addresses
from generator.derive.permanent import ALWAYS, lasting_pages, lasting_platforms
from tests import builders
from tests.builders import TINY, TINY_DAY, act, designation, row


def test_every_record_of_a_site_has_pages_that_last_and_each_is_built(tiny_built: Path) -> None:
    pages = pipeline.inspected(TINY, TINY_DAY, None).pages
    built = {path.relative_to(tiny_built).as_posix() for path in tiny_built.rglob("index.html")}

    assert {f"{address}index.html" for address in pages} <= built
    left_out = {path.removesuffix("index.html") for path in built} - pages.keys() - ALWAYS - {""}
    assert left_out == {
        "guides/yangli/quarter/",
        "notices/2020/",
        "notices/2021/",
        "notices/2023/",
        "notices/in/yangli/",
        "registry/letters/y/",
        "registry/years/2020/",
        "registry/years/2021/",
        "registry/years/2023/",
    }


def test_pages_that_are_always_there_are_built(tiny_built: Path) -> None:
    assert [address for address in ALWAYS if not (tiny_built / address / "index.html").is_file()] == []


def test_a_platform_that_only_a_list_of_limited_display_names_does_not_last() -> None:
    shown = designation(act("propose", row("yangli-0001")), display_until=date(2024, 2, 1))
    lasting = designation(act("designate", row("yangli-0002")), issued_on=date(2021, 1, 1))
    known = builders.register(designations={"yangli/2020-06-01-a": shown, "yangli/2021-01-01-b": lasting})

    assert lasting_platforms(known) == ("yangli-0002",)


def test_a_version_of_an_unknown_jurisdiction_has_pages_but_no_papers() -> None:
    pages = lasting_pages(builders.register(rulesets={"yanglii/2020": builders.ruleset()}), [], [])

    assert set(pages) == {"guides/yanglii/", "guides/yanglii/2020/"}


def test_of_addresses_that_shards_tell_only_pages_count() -> None:
    told = {"notices/2020/x/": "a.yaml", "api/v1/designations/yangli/x.json": "a.yaml"}
    pages = lasting_pages(builders.register(), [told], [("yangli-0001",)])

    assert pages == {
        "notices/2020/x/": "a.yaml",
        addresses.platform("yangli-0001"): None,
        addresses.registry_of("yangli"): None,
    }
