"""The case, what is credited and the evaluation as one JSON document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.papers.formats import Statement

NAME = "json"
SUFFIX = ".json"


def write(statement: Statement, path: Path) -> None:
    """Write the statement to a file."""
    document = {
        "case": statement.case.model_dump(mode="json"),
        "credits": [c.model_dump(mode="json") for c in statement.credits],
        "evaluation": statement.evaluation.model_dump(mode="json"),
    }
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
