# SPDX-License-Identifier: Apache-2.0
"""Is the open data exact, valid by its own schemas, consistent, and free of verdicts?"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.derive import thresholds
from generator.derive.register import Register
from generator.model.standing import State
from generator.render.open_data import DATASETS, published_ruleset
from tests.builders import designation, notice, register, ruleset
from tests.render.workshop import files, workshop

SITES = ["tiny_built", "real_built"]
VERDICT = re.compile(
    r"^(is|has|was)_|^(valid|status|state_today|active|current|expired|expiring|effective|now|today|open)$"
    r"|_(valid|status|now|today|active|expired)$"
)
NUMBERS = st.decimals(
    min_value=Decimal("0.000001"), max_value=Decimal(10**9), places=5, allow_nan=False, allow_infinity=False
)


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Path:
    built: Path = request.getfixturevalue(request.param)
    return built


def data(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def published(site: Path) -> Iterator[tuple[str, Path]]:
    """Every file that has a schema, with the schema's name."""
    yield "manifest", site / "manifest.json"
    for dataset in DATASETS:
        pattern = dataset.path.replace("<id>", "**/*")
        yield from ((dataset.name, path) for path in sorted((site / "api/v1").glob(pattern)))


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object anywhere inside."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner)


def test_every_published_file_fits_its_own_schema(site: Path) -> None:
    checked = set()

    for name, path in published(site):
        schema = data(site / f"schema/{name}.json")
        validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data(path))]
        assert errors == [], path
        checked.add(path)
    assert checked - {site / "manifest.json"} == set((site / "api/v1").rglob("*.json"))


def test_a_schema_refuses_what_the_data_never_holds(tiny_built: Path) -> None:
    schema = Draft202012Validator(data(tiny_built / "schema/platform.json"))
    platform = data(tiny_built / "api/v1/platforms/yangli-0001.json")

    assert schema.is_valid(platform)
    assert not schema.is_valid(platform | {"is_valid": True})
    assert not schema.is_valid({name: value for name, value in platform.items() if name != "standing"})


def test_no_field_anywhere_says_what_holds_today(site: Path) -> None:
    for path in sorted(site.rglob("*.json")):
        if path.is_relative_to(site / "schema") or path.name == "manifest.json":
            continue
        named = {name for part in objects(data(path)) for name in part}
        assert {name for name in named if VERDICT.search(name)} == set(), path


def test_no_schema_states_a_field_that_says_what_holds_today(site: Path) -> None:
    for path in sorted((site / "schema").rglob("*.json")):
        named = {name for part in objects(data(path)) for name in part.get("properties", {})}
        assert {name for name in named if VERDICT.search(name)} == set(), path


@pytest.mark.parametrize("name", ["is_valid", "valid", "status", "active", "has_expired", "title_status"])
def test_a_verdict_would_be_noticed(name: str) -> None:
    assert VERDICT.search(name)


@pytest.mark.parametrize("name", ["validity", "standing", "in_force", "through", "issued_on", "terms"])
def test_an_interval_is_not_taken_for_a_verdict(name: str) -> None:
    assert not VERDICT.search(name)


def test_every_address_in_the_data_is_a_file_of_the_site(site: Path) -> None:
    keys = ("page", "registry_page", "data", "path", "schema_path")
    for _, path in published(site):
        for part in objects(data(path)):
            for address in (part[key] for key in keys if isinstance(part.get(key), str)):
                if "<id>" not in address:
                    target = site / address.removeprefix("/")
                    assert (target / "index.html" if address.endswith("/") else target).is_file(), address


def test_the_id_of_a_record_is_the_path_of_its_file(site: Path) -> None:
    api = site / "api/v1"
    for folder in ("rulesets", "platforms"):
        for path in (api / folder).rglob("*.json"):
            assert data(path)["id"] == path.relative_to(api / folder).as_posix().removesuffix(".json")
    for path in (api / "designations").rglob("*.json"):
        record = data(path)
        assert record["jurisdiction"] == path.parent.name == record["id"].split("/")[0]
        assert record["id"].endswith(f"-{path.stem}")


def test_lists_and_full_records_agree(site: Path) -> None:
    api = site / "api/v1"
    for name in ("rulesets", "platforms"):
        rows = data(api / f"{name}.json")
        assert len(rows) == len(list((api / name).rglob("*.json")))
        for row in rows:
            full = data(site / row["data"].removeprefix("/"))
            assert {key: full[key] for key in row if key in full} == {
                key: row[key] for key in row if key in full
            }


def test_every_id_that_is_referred_to_exists(site: Path) -> None:
    api = site / "api/v1"
    known = {name: {row["id"] for row in data(api / f"{name}.json")} for name in ("rulesets", "platforms")}
    places = {row["id"] for row in data(api / "jurisdictions.json")}
    documents = {data(path)["id"] for path in (api / "designations").rglob("*.json")}
    for row in data(api / "jurisdictions.json"):
        assert set(row["rulesets"]) <= known["rulesets"]
    for path in (api / "platforms").rglob("*.json"):
        record = data(path)
        assert record["jurisdiction"] in places
        assert {mention["document"] for mention in record["mentions"]} <= documents
        assert {term["ruleset"] for term in record["terms"]} - {None} <= known["rulesets"]
    for change in data(api / "changes.json"):
        assert change["id"] in known[f"{change['kind']}s"]


def test_the_index_counts_the_records_and_names_every_table(site: Path) -> None:
    index = data(site / "api/v1/index.json")
    counts = {file["path"]: file["records"] for file in index["files"]}

    assert counts["/api/v1/platforms.json"] == len(data(site / "api/v1/platforms.json"))
    assert counts["/api/v1/notices.json"] == len(data(site / "api/v1/notices.json"))
    tables = {f"/{path.relative_to(site).as_posix()}" for path in (site / "data").glob("*.[cx][sl]*")}
    assert tables <= set(counts)


def test_the_numbers_of_every_real_condition_are_exact(real: Register, real_built: Path) -> None:
    compared = 0
    for id_, version in real.site.rulesets.items():
        text = (real_built / f"api/v1/rulesets/{id_}.json").read_text(encoding="utf-8")
        entries = json.loads(text, parse_float=Decimal, parse_int=Decimal)["thresholds"]
        leaves = [row.threshold for row in thresholds.rows(thresholds.resolved(version))]
        for entry, leaf in zip(entries, leaves, strict=True):
            assert entry.get("at_least", entry.get("at_most", entry.get("equals"))) == leaf.bound
            compared += 1
    assert compared > 100


@given(NUMBERS)
def test_every_number_is_published_as_it_was_typed(number: Decimal) -> None:
    version = ruleset(
        criteria=[{"id": "a", "metric": "total_assets", "at_least": number, "unit": "万元", "article": None}]
    )
    known = register(rulesets={"yangli/2020": version})
    made = published_ruleset(known, "yangli/2020", version, (), ())
    text = made.model_dump_json(by_alias=True)

    assert json.loads(text, parse_float=Decimal, parse_int=Decimal)["thresholds"][0]["at_least"] == number


def test_whole_numbers_are_published_without_a_point(real_built: Path) -> None:
    text = (real_built / "api/v1/rulesets/xiamen/2021.json").read_text(encoding="utf-8")

    assert re.search(r'"at_least": 150\b(?!\.)', text)
    assert not re.search(r'"at_(least|most)": \d+\.0\b', text)


@pytest.mark.parametrize("days", [None, 7])
def test_working_days_that_no_article_states_stay_null(days: int | None) -> None:
    publicity = {"working_days": days, "channels": ["网站"], "article": "第三条"}
    room = workshop(rulesets={"yangli/2020": ruleset(publicity=publicity)})

    assert (
        json.loads(files(room)["api/v1/rulesets/yangli/2020.json"].content)["publicity"]["working_days"]
        == days
    )


def test_what_is_not_known_is_null_and_never_left_out() -> None:
    made = files(workshop(rulesets={"yangli/2020": ruleset(document_number=None)}))
    record = json.loads(made["api/v1/rulesets/yangli/2020.json"].content)

    assert [record[name] for name in ("document_number", "validity", "publicity", "next_change_on")] == [
        None
    ] * 4


def test_dates_keep_the_precision_of_their_source() -> None:
    made = files(
        workshop(
            designations={"yangli/2020-list": designation(issued_on="2020-06")},
            notices={"2023/2023-a": notice(issued_on="2023")},
        )
    )

    assert json.loads(made["api/v1/designations/yangli/list.json"].content)["issued_on"] == "2020-06"
    assert json.loads(made["api/v1/notices.json"].content)[0]["issued_on"] == "2023"


def test_files_are_utf8_in_plain_characters_and_end_with_one_newline(site: Path) -> None:
    for _, path in published(site):
        content = path.read_bytes()
        assert content.endswith((b"}\n", b"]\n"))
        assert b"\\u" not in content
        assert b"\r" not in content


def test_a_standing_lists_each_state_with_the_day_it_begins(real_built: Path) -> None:
    states = {state.value for state in State}
    for row in data(real_built / "api/v1/platforms.json") + data(real_built / "api/v1/rulesets.json"):
        days = [border["from"] for border in row["standing"]]
        assert days == sorted(set(days))
        assert {border["state"] for border in row["standing"]} <= states
