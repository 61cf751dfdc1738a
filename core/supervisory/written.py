"""Write an evaluation under the guide straight as JSON text, for programs that score many.

Most of the text never changes: the score of a level and the citation of a rule read the same
wherever they stand. They are written once and joined.
"""

from __future__ import annotations

import json
from functools import lru_cache
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from core.model import CitationData, FactorScoreData, NoticeData, StepData
    from core.supervisory.evaluation import SupervisoryData

_dump: Final = json.JSONEncoder(separators=(",", ":")).encode


def supervisory_json(data: SupervisoryData) -> str:
    """Return an evaluation as one line of JSON: the text that dumping it gives."""
    parts = {
        "factors": _joined([_score(one) for one in data["factors"]]),
        "findings": _joined([_finding(one) for one in data["findings"]]),
        "derivation": _joined([_step(one) for one in data["derivation"]]),
    }
    fields = [f'"{key}":{parts.get(key) or _value(value)}' for key, value in data.items()]
    return f"{{{','.join(fields)}}}"


def _value(value: object) -> str:
    if value is None:
        return "null"
    return quoted(value) if isinstance(value, str) else _dump(value)


def _joined(entries: list[str]) -> str:
    return f"[{','.join(entries)}]"


def _finding(one: NoticeData) -> str:
    return (
        f'{{"code":{quoted(one["code"])},"severity":{quoted(one["severity"])},'
        f'"message":{quoted(one["message"])},"citation":{_citation(one["citation"])}}}'
    )


def _step(one: StepData) -> str:
    return (
        f'{{"step":{one["step"]},"rule":{quoted(one["rule"])},"text":{quoted(one["text"])},'
        f'"citation":{_citation(one["citation"])}}}'
    )


def _score(one: FactorScoreData) -> str:
    return _score_text(
        one["factor"], one["name"], one["level"], one["points"], *_places(one["citation"])
    )


def _citation(one: CitationData) -> str:
    return _citation_text(*_places(one))


def _places(one: CitationData) -> tuple[str, str, str, str]:
    return one["document"], one["edition"], one["page"], one["section"]


@lru_cache(maxsize=1000)
def _citation_text(document: str, edition: str, page: str, section: str) -> str:
    return _dump({"document": document, "edition": edition, "page": page, "section": section})


@lru_cache(maxsize=1000)
def _score_text(factor: Any, name: str, level: str, points: int, *places: str) -> str:
    citation = dict(zip(("document", "edition", "page", "section"), places, strict=True))
    return _dump(
        {"factor": factor, "name": name, "level": level, "points": points, "citation": citation}
    )
