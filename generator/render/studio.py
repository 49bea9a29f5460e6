# SPDX-License-Identifier: Apache-2.0
"""What do all renderers work with? The register, the prose, and templates that escape everything."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound

from generator.base import addresses
from generator.base.days import in_chinese
from generator.derive.register import Register
from generator.model.chain import Chain
from generator.model.handbook import Chapter
from generator.model.notice import Span, Window
from generator.model.overview import Overview
from generator.model.standing import Standing, next_change
from generator.render import words
from generator.render.json_text import compact
from generator.render.page import Page, way_up

TEMPLATES = "templates/pages/"


@dataclass(frozen=True, slots=True)
class Prose:
    """A page of prose as the site engine rendered and we sanitized it."""

    title: str
    description: str
    html: str


@dataclass(frozen=True, slots=True)
class Studio:
    """Everything that a renderer may look at."""

    register: Register
    prose: Mapping[str, Prose]  # by address
    environment: Environment
    wording: words.Wording
    commit: str | None
    overview: Overview  # of all shards; empty while a single one is rendered
    chains: Mapping[str, Chain] = field(default_factory=dict)  # of the notices and documents of a shard
    handbook: tuple[Chapter, ...] = ()  # of findings, for editors; only for the pages of the whole site

    def page(  # noqa: PLR0913  (each but two is named)
        self,
        template: str,
        address: str,
        *,
        title: str,
        description: str,
        next_change: date | None = None,
        scripts: tuple[str, ...] = (),
        data: str | None = None,
        styles: tuple[str, ...] = (),
        **context: Any,
    ) -> Page:
        """A page from a template; the template also gets the way up to the root as `up`."""
        body = self.environment.get_template(template).render(
            up=way_up(address), address=address, title=title, data=data, **context
        )
        return Page(address, title, description, body, next_change, scripts, data, styles=styles)

    def soonest(self, *standings: Standing) -> date | None:
        """The next day on which any of these changes."""
        days = [next_change(standing, self.register.site.as_of) for standing in standings]
        return min((day for day in days if day), default=None)


def studio(
    register: Register, prose: Mapping[str, Prose], commit: str | None, overview: Overview | None = None
) -> Studio:
    """A studio for one register: for a shard, or for the base with the overview of all shards."""
    wording = words.Wording.of(register.site.vocabularies)
    sources = {
        path.removeprefix(TEMPLATES): content.decode()
        for path, content in register.site.design.items()
        if path.startswith(TEMPLATES)
    }
    environment = _environment(_Compiled(_codes(tuple(sources.items()))))
    environment.globals |= {
        "site": register.site,
        "settings": register.site.settings,
        "wording": wording,
        "addresses": addresses,
        "NOT_STATED": words.NOT_STATED,
        "TO_BE_CHECKED": words.TO_BE_CHECKED,
    }
    return Studio(register, prose, environment, wording, commit, overview or Overview())


class _Compiled(BaseLoader):
    """Hands out templates that are compiled already."""

    def __init__(self, codes: Mapping[str, CodeType]) -> None:
        self.codes = codes

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        """The template, made for one environment."""
        code = self.codes.get(name)
        if code is None:
            raise TemplateNotFound(name)
        return environment.template_class.from_code(environment, code, environment.make_globals(globals))


@lru_cache(maxsize=1)
def _codes(sources: tuple[tuple[str, str], ...]) -> Mapping[str, CodeType]:
    """All templates compiled: once for all builds of a preview, and before work is shared among processes."""
    plain = _environment(BaseLoader())
    return {name: plain.compile(source, name, name) for name, source in sources}


def _environment(loader: BaseLoader) -> Environment:
    """Templates that escape everything and know no word that they are not told."""
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "zh": in_chinese,
        "due": words.due,
        "term": words.term,
        "standing": standing_data,
        "window": window_data,
        "kept_together": words.kept_together,
    }
    return environment


def standing_rows(standing: Standing) -> list[tuple[str, str, str | None]]:
    """A standing in plain values: day, state, last day or None."""
    return [
        (border.from_.isoformat(), border.state.value, str(border.through) if border.through else None)
        for border in standing
    ]


def standing_data(standing: Standing) -> str:
    """A standing for the script: [[day, state, last day or null], …] as JSON."""
    return compact(standing_rows(standing))


def window_data(window: Window) -> str:
    """A window as site_config/scripts/window.js knows it, as JSON."""
    return compact(window_days(window))


def window_days(window: Window) -> list[str | None]:
    """The days of a window; what does not apply is left out at the end."""
    days = [window.from_, window.through]
    if isinstance(window, Span) and (window.at_latest or window.withdrawn_on):
        days += [window.at_latest, *([window.withdrawn_on] if window.withdrawn_on else [])]
    return [day.isoformat() if day else None for day in days]
