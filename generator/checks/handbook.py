# SPDX-License-Identifier: Apache-2.0
"""Which codes may a finding carry, what does each mean, and what counts in the end?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from inspect import cleandoc

from generator.base.finding import Finding
from generator.checks.acceptance import acceptances_hold, weighed
from generator.checks.catalogue import BETWEEN, CHECKS, HELD, OF_A_CHANGE, code_of
from generator.load.codes import CODES
from generator.model.site import Site

# Of what is told of a list before any record is made of it.
IMPORTED: Mapping[str, str] = {
    "list": "要导入的名单有表头，有名称一栏，一行一家，家数与所称的相符，信用代码没有抄错，还没有收录过。",
}


@cache
def meanings() -> Mapping[str, str]:
    """The sentence of every code: of reading first, then of lists, then of checks in their order."""
    checks: tuple[Callable[..., Iterator[Finding]], ...] = (*CHECKS, *BETWEEN, *HELD, *OF_A_CHANGE)
    return {**CODES, **IMPORTED, **{code_of(check): cleandoc(check.__doc__ or "") for check in checks}}


def settled(site: Site, findings: Iterable[Finding], *, of_change: bool = False) -> list[Finding]:
    """The findings as they count, with what there is to say of the exceptions, not yet located."""
    code, known = code_of(acceptances_hold), meanings()
    counted = [*weighed(site, findings, known, of_change=of_change), *acceptances_hold(site, known)]
    return [finding if finding.check else replace(finding, check=code) for finding in counted]
