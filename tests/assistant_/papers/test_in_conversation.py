"""Papers asked for in the conversation."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chat.engine import Engine
from tests.assistant_.papers.reading import docx_document


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("export to {file}", "Position evaluation statement"),
        ("export the appeal letter to {file}", "Classification appeal"),
        ("export the certificate as {file}", "Certificate of derivation"),
    ],
)
def test_the_paper_that_is_named_is_written(
    engine: Engine, message: str, title: str, tmp_path: Path
) -> None:
    target = tmp_path / "paper.docx"
    list(engine.handle(message.format(file=target)))
    assert docx_document(target.read_bytes()).paragraphs[0].text == title
