"""What people say, and what the field's documents say for it.

A search is looked up in both wordings. The list holds words that mean one thing here, whatever
the document: abbreviations, and everyday words for a term of classification.
"""

from __future__ import annotations

import re

from index.language import document_names

TERMS: dict[str, str] = {
    **document_names.abbreviations(),
    # abbreviations
    "pd": "position description",
    "pds": "position descriptions",
    "fld": "factor level description",
    "flds": "factor level descriptions",
    "fes": "Factor Evaluation System",
    "jfs": "job family standard",
    "pcs": "position classification standard",
    "fws": "Federal Wage System",
    "hr": "human resources",
    "sme": "subject matter expert",
    "smes": "subject matter experts",
    # people
    "boss": "supervisor",
    "bosses": "supervisors",
    "manager": "supervisor",
    "higher-ups": "management",
    "coworker": "employee",
    "coworkers": "employees",
    "co-worker": "employee",
    "co-workers": "employees",
    "colleague": "employee",
    "colleagues": "employees",
    "teammates": "employees",
    "worker": "employee",
    "workers": "employees",
    "underlings": "subordinates",
    "direct reports": "subordinates",
    "crew": "subordinate employees",
    "rep": "representative",
    "lawyer": "attorney",
    "lawyers": "attorneys",
    "new hire": "trainee",
    "new hires": "trainees",
    "intern": "student trainee",
    "interns": "student trainees",
    # the work, and the papers that describe it
    "job": "position",
    "jobs": "positions",
    "job description": "position description",
    "job title": "position title",
    "job series": "occupational series",
    "task": "duty",
    "tasks": "duties",
    "chore": "duty",
    "chores": "duties",
    "rulebook": "guidelines",
    "manual": "guidelines",
    "manuals": "guidelines",
    "rules": "guidelines",
    "checked": "reviewed",
    "checks": "reviews",
    "double-checked": "reviewed",
    "proofread": "reviewed",
    "proofreads": "reviews",
    "hiring": "selection and appointment",
    "firing": "removal",
    "performance review": "performance appraisal",
    "performance reviews": "performance appraisals",
    "blue collar": "trade, craft or laboring",
    "blue-collar": "trade, craft or laboring",
    "wage grade": "Federal Wage System",
    # amounts
    "%": "percent",
    "share": "percent",
    "proportion": "percent",
    "cutoff": "point range",
    "cutoffs": "point ranges",
    # grades, decisions and procedure
    "pay grade": "grade",
    "upgrade": "higher grade",
    "upgraded": "placed in a higher grade",
    "downgrade": "reduction in grade",
    "downgraded": "reduced in grade",
    "demoted": "reduced in grade",
    "demotion": "reduction in grade",
    "undergraded": "classified at too low a grade",
    "overgraded": "classified at too high a grade",
    "back pay": "retroactive compensation",
    "backpay": "retroactive compensation",
    "refused": "not met",
    "rejected": "not met",
    "denied": "not met",
    "turned down": "not met",
    "deadline": "time limit",
    "deadlines": "time limits",
}

_LONGEST_FIRST = sorted(TERMS, key=len, reverse=True)
# Where a word begins is looked for once, and not once for every term.
_TERM = re.compile(
    rf"(?<![\w-])(?=[{''.join(sorted({t[0] for t in TERMS if t[0].isalpha()}))}])"
    rf"(?:{'|'.join(re.escape(t) for t in _LONGEST_FIRST if t[0].isalpha())})(?![\w-])|"
    + "|".join(re.escape(t) for t in _LONGEST_FIRST if not t[0].isalpha()),
    re.IGNORECASE,
)


def in_field_words(text: str) -> str:
    """Return a search with everyday words put into the field's."""
    return _TERM.sub(lambda found: TERMS[found.group().casefold()], text)
