# SPDX-License-Identifier: Apache-2.0
"""Does each record keep the address that the public contract gives it?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base import addresses

words = st.text("abz019", min_size=1, max_size=4)
slugs = st.tuples(st.sampled_from(["a", "list", "of"]), st.lists(words, max_size=3)).map(
    lambda parts: "-".join([parts[0], *parts[1]])
)
dates = st.sampled_from(["2017", "2017-07", "2017-07-06", "1999-12-31"])


@pytest.mark.parametrize(
    ("id_", "slug"),
    [
        ("2017/2017-07-06-national-call", "national-call"),
        ("2012/2012-12-second-batch", "second-batch"),
        ("2020/2020-list-of-2020", "list-of-2020"),
        ("2021/2021-list-07-06", "list-07-06"),
        ("yangli/2020-06-01-a", "a"),
    ],
)
def test_an_address_leaves_out_the_date_of_the_file_name(id_: str, slug: str) -> None:
    assert addresses.slug(id_) == slug


@given(dates, slugs)
def test_whatever_follows_the_date_is_the_slug(day: str, name: str) -> None:
    assert addresses.slug(f"yangli/{day}-{name}") == name


def test_the_contract_of_addresses() -> None:
    assert addresses.platform("yangli-0001") == "registry/yangli-0001/"
    assert addresses.registry_of("yangli") == "registry/yangli/"
    assert addresses.guide("yangli") == "guides/yangli/"
    assert addresses.ruleset("yangli/2020") == "guides/yangli/2020/"
    assert addresses.designation("yangli/2020-06-01-first-list", 2020) == "notices/2020/yangli-first-list/"
    assert addresses.notice("2023/2023-11-01-yangli-call") == "notices/2023/yangli-call/"
    assert addresses.api_ruleset("yangli/2020") == "api/v1/rulesets/yangli/2020.json"
    assert addresses.api_platform("yangli-0001") == "api/v1/platforms/yangli-0001.json"
    designation = addresses.api_designation("yangli/2020-06-01-first-list")
    assert designation == "api/v1/designations/yangli/first-list.json"
