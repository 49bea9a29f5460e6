# SPDX-License-Identifier: Apache-2.0
"""Do templates fail loudly, and do hostile texts appear literally everywhere?"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jinja2 import UndefinedError
from pydantic import BaseModel

from generator.model.notice import Window
from generator.model.standing import Border, State
from generator.render.studio import Prose, Studio, standing_data, studio, window_data
from tests import builders
from tests.builders import tiny_site
from tests.render.workshop import files, pages, read, workshop

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{7*7}}{% raw %}",
    "' onclick='x",
    "&lt;b&gt;&amp;",
    "مرحبا بالعالم",
    "</title></head><!--slot:head-->@csp@",
    "--><!--/prose-->",
    "𠮷野家＝１＋１",
]
FICTION = ("样例", "虚构")


def tainted(value: Any, taint: str) -> Any:
    """The same record with a hostile text after every free text; those of the tiny site say 样例 or 虚构."""
    if isinstance(value, BaseModel):
        changed = {name: tainted(getattr(value, name), taint) for name in type(value).model_fields}
        return value.model_copy(update=changed)
    if isinstance(value, tuple):
        return tuple(tainted(inner, taint) for inner in value)
    if isinstance(value, str) and type(value) is str and any(word in value for word in FICTION):
        return f"{value}{taint}"
    return value


def hostile_workshop(taint: str) -> Studio:
    tiny = tiny_site()
    return workshop(
        jurisdictions={id_: tainted(record, taint) for id_, record in tiny.jurisdictions.items()},
        rulesets={id_: tainted(record, taint) for id_, record in tiny.rulesets.items()},
        designations={id_: tainted(record, taint) for id_, record in tiny.designations.items()},
        notices={id_: replace(n, front=tainted(n.front, taint)) for id_, n in tiny.notices.items()},
        forms={id_: tainted(record, taint) for id_, record in tiny.forms.items()},
        settings=tainted(tiny.settings, taint),
    )


def texts(value: Any) -> Iterator[str]:
    """Every text anywhere in a JSON value."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(inner)


def room(template: bytes) -> Studio:
    return studio(
        builders.register(design={"templates/pages/x.html": template}), {"": Prose("", "", "")}, None
    )


def render(template: str, **context: Any) -> str:
    return room(template.encode()).page("x.html", "a/", title="甲", description="", **context).body


@pytest.mark.parametrize(
    "template", ["{{ no_such_name }}", "{{ settings.no_such_field }}", "{% if nothing %}x{% endif %}"]
)
def test_an_unknown_name_in_a_template_fails(template: str) -> None:
    with pytest.raises(UndefinedError):
        render(template)


def test_a_known_name_in_a_template_is_shown() -> None:
    assert render("{{ title }} {{ up }} {{ settings.short_name }} {{ x }}", x=1) == "甲 ../ 样例名录 1"


def test_everything_is_escaped_unless_said_to_be_safe() -> None:
    assert render("{{ x }} {{ x | safe }}", x="<b>") == "&lt;b&gt; <b>"


@pytest.mark.parametrize("taint", HOSTILE)
def test_hostile_texts_stand_literally_on_every_kind_of_page(taint: str) -> None:
    harmless, hostile = pages(hostile_workshop("")), pages(hostile_workshop(taint))

    assert set(harmless) == set(hostile)
    for address, page in hostile.items():
        known, reading = read(harmless[address].body), read(page.body)
        assert [e.tag for e in reading.elements] == [e.tag for e in known.elements], address
        assert [set(e.attributes) for e in reading.elements] == [set(e.attributes) for e in known.elements], (
            address
        )
    shown = [address for address, page in hostile.items() if taint in read(page.body).text]
    assert {"", "guides/", "guides/yangli/", "guides/yangli/2020/", "registry/yangli/", "notices/"} <= set(
        shown
    )
    assert {"registry/yangli-0001/", "notices/2023/yangli-call/", "notices/2020/yangli-first-list/"} <= set(
        shown
    )
    assert "review/" in shown


@pytest.mark.parametrize("taint", HOSTILE)
def test_hostile_texts_stand_literally_in_every_json(taint: str) -> None:
    made = {path: file.content for path, file in files(hostile_workshop(taint)).items()}
    told = [
        path
        for path, content in made.items()
        if path.endswith(".json") and any(taint in text for text in texts(json.loads(content)))
    ]

    assert {f"api/v1/{name}.json" for name in ("platforms", "rulesets", "notices", "forms", "index")} <= set(
        told
    )
    assert {"lookup/rows/0.json", "api/v1/platforms/yangli-0001.json", "data/datapackage.json"} <= set(told)


def test_a_standing_is_handed_to_the_script_as_it_is() -> None:
    standing = (
        Border.model_validate(
            {"from": date(2020, 6, 1), "state": "valid", "through": "2023-05", "document": None}
        ),
        Border.model_validate(
            {"from": date(2023, 6, 1), "state": "ended", "through": None, "document": None}
        ),
    )

    assert standing_data(standing) == '[["2020-06-01","valid","2023-05"],["2023-06-01","ended",null]]'
    assert standing_data(()) == "[]"
    assert {State.VALID.value, State.ENDED.value} == {"valid", "ended"}


@pytest.mark.parametrize(
    ("first", "text"), [(None, '[null,"2024-03-01"]'), (date(2024, 2, 1), '["2024-02-01","2024-03-01"]')]
)
def test_a_window_is_handed_to_the_script_as_it_is(first: date | None, text: str) -> None:
    window = Window.model_validate({"what": "报送", "from": first, "through": date(2024, 3, 1)})

    assert window_data(window) == text


def standing(*days: date) -> tuple[Border, ...]:
    return tuple(
        Border.model_validate({"from": day, "state": "valid", "through": None, "document": None})
        for day in days
    )


def test_the_soonest_change_is_the_first_after_the_day_of_the_data() -> None:
    one = workshop(as_of=date(2024, 1, 2))

    assert one.soonest(standing(date(2024, 1, 2), date(2024, 5, 1)), standing(date(2024, 3, 1))) == date(
        2024, 3, 1
    )
    assert one.soonest(standing(date(2024, 1, 2))) is None
    assert one.soonest() is None
