"""The data folder that some tests of whole processes begin with."""

from __future__ import annotations

from tests.assistant_.conftest import example_read_in

__all__ = ["example_read_in"]
