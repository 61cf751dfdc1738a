"""Rows compared with a question: the same from the second question on as for the first."""

from __future__ import annotations

import numpy as np
import pytest

from index.statements.vectors import PART, UnitProducts, unit_rows


@pytest.mark.parametrize("rows", [0, 1, PART, PART + 1, 3 * PART + 7])
def test_rows_kept_measured_give_what_rows_as_stored_give(rows: int) -> None:
    drawn = np.random.default_rng(7)
    stored = drawn.integers(-127, 128, size=(rows, 24), dtype=np.int8)
    asked = drawn.normal(size=(24, 3)).astype(np.float32)
    products = UnitProducts(stored)
    first, second, third = (products.of(asked) for _ in range(3))
    assert first.shape == (rows, 3)
    assert np.array_equal(first, second)
    assert np.array_equal(first, third)
    assert np.allclose(first, unit_rows(stored) @ asked, atol=1e-4)
    one = products.of(asked[:, 0])
    assert np.allclose(one, first[:, 0], atol=1e-4)
