# SPDX-License-Identifier: Apache-2.0
"""How do tests look at a refusal? By the misfit behind it, or by pydantic's name for what is wrong."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.base.misfit import Misfit


def misfit(kind: Any, value: object) -> Misfit:
    """The one misfit for which a value is refused."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(value)
    (detail,) = refused.value.errors()
    error = detail["ctx"]["error"]
    assert isinstance(error, Misfit)
    return error


def faults(kind: Any, value: object) -> dict[str, str]:
    """What is wrong with a value: the place, dotted, and pydantic's name for the fault."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(value)
    return {".".join(map(str, detail["loc"])): detail["type"] for detail in refused.value.errors()}


def is_taken(kind: Any, value: object) -> bool:
    """Whether a value is taken."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True
