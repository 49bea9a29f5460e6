# SPDX-License-Identifier: Apache-2.0
"""What do tests of renderers share? The real register, read once."""

import pytest

from generator.derive.register import Register
from tests.contents.real import real_register


@pytest.fixture(scope="session")
def real() -> Register:
    """The register of this repository's own records."""
    return real_register()
