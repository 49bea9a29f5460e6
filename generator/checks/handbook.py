# SPDX-License-Identifier: Apache-2.0
"""Which codes may a finding carry, and what does each mean? One sentence each, for editors."""

from collections.abc import Mapping
from functools import cache
from inspect import cleandoc

from generator.checks.catalogue import BETWEEN, CHECKS, code_of
from generator.load.codes import CODES


@cache
def meanings() -> Mapping[str, str]:
    """The sentence of every code: those of reading first, then those of checks in their order."""
    return {**CODES, **{code_of(check): cleandoc(check.__doc__ or "") for check in (*CHECKS, *BETWEEN)}}
