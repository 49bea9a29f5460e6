# SPDX-License-Identifier: Apache-2.0
"""What does the registry of this repository hold? Read once; tests only look at it."""

from functools import cache

from generator.derive.register import Register, register
from generator.load.tree import load
from generator.model.ruleset import Ruleset
from tests.conftest import REAL_DAY, REPOSITORY

RECORDED_IN_FULL = ("linfen/2018", "xiamen/2021", "liaocheng/2021-draft", "tibet/2021", "yunnan/2022")


@cache
def real_register() -> Register:
    """The real register; reading it finds nothing wrong."""
    site, findings = load(REPOSITORY, REAL_DAY)
    assert site is not None
    assert findings == []
    return register(site)


def version(id_: str) -> Ruleset:
    """One version of the real registry."""
    return real_register().site.rulesets[id_]
