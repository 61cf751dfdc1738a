"""Examples are worked with the standards of their day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.standards.reading import check_standard
from tests.core_.conftest import SHIPPED, HeldThen

THEN = HeldThen(SHIPPED, check=check_standard)


@pytest.fixture(scope="module", autouse=True)
def held_then() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("core.standards.catalog.default_catalog", lambda: THEN)
        yield
