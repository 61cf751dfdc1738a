"""What the commands are tried on: the libraries that search is tried on, and the core's cases."""

from __future__ import annotations

from tests.core_.conftest import decision, fictional_catalog, levels, tide_office
from tests.index_.conftest import (
    example,
    example_home,
    examples,
    fes,
    folder,
    home,
    lantern_pdf,
    library,
    pdf_writer,
    real_home,
    real_library,
)

__all__ = [
    "decision",
    "example",
    "example_home",
    "examples",
    "fes",
    "fictional_catalog",
    "folder",
    "home",
    "lantern_pdf",
    "levels",
    "library",
    "pdf_writer",
    "real_home",
    "real_library",
    "tide_office",
]
