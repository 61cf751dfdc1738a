"""An evaluation statement as a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.text import margin_sentence, number, safe_text

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.papers.formats import Statement

NAME = "docx"
SUFFIX = ".docx"


def write(statement: Statement, path: Path) -> None:
    """Write the statement to a file."""
    from docx import Document

    case, evaluation = statement.case, statement.evaluation
    document = Document()
    document.add_heading(f"Evaluation statement: {safe_text(case.title)}", level=0)
    if case.fictional:
        document.add_paragraph("This case is fictional.")
    for label, value in (
        ("Current classification", case.current.label()),
        ("Requested classification", case.requested.label()),
        ("Organization", case.organization),
        ("Standard", f"{evaluation.standard}, edition {evaluation.edition}"),
        ("Fingerprint", evaluation.fingerprint),
    ):
        document.add_paragraph(f"{label}: {safe_text(value)}")
    table = document.add_table(rows=1, cols=4)
    table.style = "Table Grid"
    for cell, text in zip(
        table.rows[0].cells, ("Factor", "Level", "Points", "Source"), strict=True
    ):
        cell.text = text
    for factor in evaluation.factors:
        cells = table.add_row().cells
        cells[0].text = f"{factor.factor}. {factor.name}"
        cells[1].text = factor.level
        cells[2].text = number(factor.points)
        cells[3].text = factor.citation.label()
    document.add_heading(f"{number(evaluation.total)} points: {evaluation.grade}", level=1)
    document.add_paragraph(margin_sentence(evaluation))
    document.add_heading("Rationale", level=1)
    for credit in statement.credits:
        document.add_paragraph(f"Factor {credit.factor}: {safe_text(credit.reason)}")
    document.add_heading("Derivation", level=1)
    for step in evaluation.derivation:
        document.add_paragraph(
            f"{safe_text(step.text)} ({step.citation.label()})", style="List Number"
        )
    document.save(str(path))
