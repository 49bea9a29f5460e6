# SPDX-License-Identifier: Apache-2.0
"""What do tests of renderers share? The real register, read once."""

import pytest

from generator import pipeline
from generator.derive.register import Register
from tests.conftest import REAL_DAY, REPOSITORY


@pytest.fixture(scope="session")
def real() -> Register:
    """The register of this repository's own records."""
    examined = pipeline.examine(REPOSITORY, REAL_DAY)
    assert examined.register is not None
    return examined.register
