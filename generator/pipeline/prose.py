# SPDX-License-Identifier: Apache-2.0
"""What does the site engine make of the prose? Asked again only where the prose or the look has changed."""

import json
from dataclasses import asdict, replace

from generator.derive.recorded import filled
from generator.model.outcome import Outcome
from generator.model.overview import Overview
from generator.model.site import Site
from generator.output.engine import EngineResult, run_engine
from generator.output.parts import Release
from generator.pipeline.plan import Plan
from generator.render.page import Shell
from generator.render.studio import Prose

ENGINE = "engine"
SHELL, PROSE = "shell", "prose"  # lines of its overview


def engine_of(plan: Plan, base: Site, release: Release, current: Release | None) -> EngineResult:
    """The shell and the prose; the files that belong to them become a part of the release."""
    base = replace(base, prose={path: filled(text, base.rulesets) for path, text in base.prose.items()})
    key = plan.key(plan.code, plan.prose, *base.prose.values())
    known = current.outcome(ENGINE) if current else None
    if current and known and known.holds(key, plan.as_of):
        release.adopt(ENGINE, known, current)
        lines = current.overview(ENGINE).lines
        prose = {address: Prose(**fields) for address, fields in json.loads(lines[PROSE]).items()}
        settings = base.settings
        return EngineResult(Shell(lines[SHELL], settings.name, settings.site_url), prose, ())
    preview = {"preview": {"commit": plan.commit}} if plan.is_preview else {}
    made = run_engine(plan.root, base, preview)
    told = {address: asdict(page) for address, page in made.prose.items()}
    lines = {SHELL: made.shell.html, PROSE: json.dumps(told, ensure_ascii=False)}
    release.put(ENGINE, Outcome(key=key, made_on=plan.as_of), made.files, current, Overview(lines=lines))
    return made
