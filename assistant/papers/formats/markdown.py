"""An evaluation statement in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.text import duty_table, escape, margin_sentence, number

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.papers.formats import Statement

NAME = "markdown"
SUFFIX = ".md"


def render(statement: Statement) -> str:
    """Return the statement as Markdown."""
    case, evaluation = statement.case, statement.evaluation
    lines = [f"# Evaluation statement: {escape(case.title)}", ""]
    if case.fictional:
        lines += ["*This case is fictional.*", ""]
    lines += [
        f"- Current classification: {escape(case.current.label())}",
        f"- Requested classification: {escape(case.requested.label())}",
        f"- Organization: {escape(case.organization)}",
        f"- Standard: {escape(evaluation.standard)}, edition {escape(evaluation.edition)}",
        f"- Fingerprint: `{evaluation.fingerprint}`",
        "",
    ]
    if case.duties:
        lines += ["## Duties", "", duty_table(case.duties), ""]
    lines += ["## Factors", ""]
    credited = {str(c.factor): c for c in statement.credits}
    findings = {f.aspect: f for f in case.findings}
    for factor in evaluation.factors:
        source = escape(factor.citation.label())
        lines += [
            f"### Factor {factor.factor}, {escape(factor.name)}",
            "",
            f"Level {factor.level}, {number(factor.points)} points ({source}).",
            "",
        ]
        credit = credited.get(str(factor.factor))
        if credit is not None:
            lines += [escape(credit.reason), ""]
        for aspect, finding in findings.items():
            if aspect.partition("-")[0] == str(factor.factor):
                said = "; ".join(escape(e.text) for e in finding.evidence)
                lines.append(
                    f"- `{escape(aspect)}`: {finding.answer.replace('_', ' ')}"
                    + (f". {said}" if said else "")
                )
        lines.append("")
    lines += [
        "## Grade",
        "",
        f"**{number(evaluation.total)} points: {evaluation.grade}.** {margin_sentence(evaluation)}",
        "",
    ]
    lines += [f"- {escape(f.message)} ({escape(f.citation.label())})" for f in evaluation.findings]
    lines += ["", "## Derivation", ""]
    lines += [
        f"{s.step}. {escape(s.text)} ({escape(s.citation.label())})" for s in evaluation.derivation
    ]
    return "\n".join(lines) + "\n"


def write(statement: Statement, path: Path) -> None:
    path.write_text(render(statement), encoding="utf-8")
