"""What is worth asking about a case: known by the case alone, before anything answers it."""

from __future__ import annotations

from core.model import Case, Evaluation


def contested(case: Case | None) -> list[str]:
    """Return the levels sought that are not the levels of record."""
    if case is None:
        return []
    return [level for factor, level in case.sought.items() if case.levels.get(factor) != level]


def worth_asking(case: Case | None, evaluation: Evaluation | None) -> list[str]:
    """Return questions to begin with; without a case such as anybody may have."""
    if case is None:
        return [
            "Should I appeal?",
            "What must an appeal contain?",
            "May a small share of time control the grade?",
        ]
    if evaluation is None and not (case.duties or case.facts):
        return ["Ask me the questions", "Should I appeal?", "What must an appeal contain?"]
    described = evaluation is None
    return [
        *(f"Argue Level {level} both ways" for level in contested(case)[:2]),
        # Before there is a grade, the levels that make one are to be found.
        "Suggest levels from the work described" if described else "What would change the grade?",
        "Should I appeal?",
        "A colleague does the same work at a higher grade",
    ]
