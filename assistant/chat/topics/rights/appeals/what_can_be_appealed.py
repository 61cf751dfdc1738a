"""What an employee may ask OPM to decide: series, grade, some titles, the pay system."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.answering.procedure import number, track
from assistant.chat.model import Answer, Context, Question, Topic

_WHICH_LAW = (
    *("what law", "which law", "what regulation", "which regulation", "statute", "legal basis"),
    *("where in the law", "what gives me", "u.s.c", "which section", "law says", "law gives"),
    *("in the cfr", "legal ground"),
)
_ONE_LEVEL = (
    *("factor level", "one level", "a single level", "just a level", "only a level", "one factor"),
    *("a single factor", "just one of the levels", "level is wrong", "right grade"),
)


_WRONG_STANDARD = re.compile(
    r"\b(?:wrong|incorrect|another|old|outdated|different) (?:standard|guide|jfs|flysheet)\b"
    r"(?=.*\b(?:appeal|ground|contest|challenge|reason)\b)|\b(?:appeal|contest|challenge)\b.*"
    r"\b(?:wrong|incorrect) (?:standard|guide)\b",
    re.IGNORECASE,
)


_COUNTED_WRONG = re.compile(
    r"\b(?:points?|total|arithmetic|addition|sum|math)\b[^.?!]{0,20}\b(?:errors?|mistakes?|wrong|"
    r"miscount\w*|off)\b|\b(?:errors?|mistakes?|wrong\w*)\b[^.?!]{0,25}\b(?:points|total|addition|"
    r"arithmetic|sum|math|adding|added|add(?:ed)? up)\b|\bmiscount\w*|\b(?:count|add)(?:ed)? "
    r"(?:it |them |up )*wrong\w*",
    re.IGNORECASE,
)
"""Tells of points that were added up wrongly."""
_EXECUTIVE = re.compile(
    r"\b(?:i am|i'm|as an?|can an?|may an?|do|for) (?:an? )?(?:administrative law judges?|aljs?|"
    r"ses|senior "
    r"executives?)\b|^\W*(?:ses member|alj|administrative law judge)",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    """Tell whether a wrong standard, or a plan outside the procedure, is what is asked about."""
    if _EXECUTIVE.search(question.message) and question.has("appeal", "contest"):
        return True
    counted = _COUNTED_WRONG.search(question.message) and question.has("appeal", "contest")
    return bool((counted or _WRONG_STANDARD.search(question.message)) and not question.decision)


def _answer(question: Question, context: Context) -> Answer | None:
    if track(question, context) == "fws":
        return Answer(
            lead=(
                "**Yes: a wage employee may appeal the series, the grade or the title of the "
                "job, at any time, to the agency first.** The standards, the accuracy of the job "
                "description and the rate of pay are not part of it."
            ),
            words=(
                rule("fws-issues", "5-cfr-532", "may at any time appeal the occupational series"),
                rule("fws-agency-first", "5-cfr-532", "has issued a decision under the system"),
            ),
            next=("Ask *how does a wage employee appeal?* for the two steps and their days.",),
        )
    highest = number("gs-scope")
    if question.has("ses", "senior executive", "administrative law judge", "alj"):
        return Answer(
            lead=(
                "**No.** These procedures are for General Schedule positions up to "
                f"GS-{highest}; the Senior Executive Service and administrative law judges are "
                "outside them."
            ),
            words=(
                rule("gs-scope", "introduction", "nor to positions classified to grades above"),
            ),
        )
    if question.has("naf ", "nonappropriated", "postal", "demonstration", "demo project"):
        # Who may appeal at all is another question.
        return None
    if _WRONG_STANDARD.search(question.message):
        return Answer(
            lead=(
                "**Yes: that the wrong standard was used, or the right one wrongly, is a reason "
                "for "
                "an appeal of the series or the grade.** What cannot be appealed is the standard "
                "itself, that its criteria are wrong."
            ),
            words=(
                rule("series-or-grade", "5-cfr-511", "appropriate occupational series or grade"),
                rule("standard-criteria", "5-cfr-511", "accuracy of grade level criteria"),
            ),
            next=("Say in the appeal which standard covers the work, and what it says.",),
        )
    if question.has(*_WHICH_LAW):
        return Answer(
            lead=(
                "**5 U.S.C. 5112(b) gives the right: an employee may at any time ask OPM to decide "
                "whether the position is in its proper class and grade. 5 CFR 511.603 says who may "
                "appeal what.** The rest of subpart F of part 511 has the procedure, and 511.607 "
                "what is kept out."
            ),
            words=(
                law(
                    "5-usc-51",
                    "section 5112(b)",
                    "An employee affected or an agency may request",
                    "An employee or an agency may ask OPM at any time for a decision.",
                ),
                rule("series-or-grade", "5-cfr-511", "appropriate occupational series or grade"),
            ),
            next=("Name a section, such as *what does 511.605 say?*, and it is quoted.",),
        )
    if _COUNTED_WRONG.search(question.message):
        return Answer(
            lead=(
                "**Yes: an appeal gives the reasons why the position is classified wrongly, and "
                "points added or assigned wrongly are one, where the right total makes another "
                "grade.** No appeal is needed to have it put right: show the arithmetic to the "
                "personnel office, which can correct its own classification."
            ),
            words=(
                law(
                    "5-cfr-511",
                    "section 511.606(a)",
                    "reasons why the employee believes his or her position",
                    "An appeal is in writing and gives the reasons why the position is classified "
                    "wrongly.",
                ),
                rule("series-or-grade", "5-cfr-511", "appropriate occupational series or grade"),
            ),
            next=("Name the nine levels, and they are added up here.",),
        )
    if question.has(*_ONE_LEVEL) and not question.has("series"):
        return Answer(
            lead=(
                "**Not a level by itself: OPM decides the series and the grade, and a level counts "
                "only where it changes the grade.** You may argue any level in an appeal of the "
                "grade; OPM then looks at all of them, also downward. A level that leaves the "
                "grade as it is can be raised with your agency."
            ),
            words=(
                rule("series-or-grade", "5-cfr-511", "appropriate occupational series or grade"),
            ),
            next=("Name the nine levels, and see what the one in question would change.",),
        )
    return Answer(
        lead=(
            "**Yes: you may ask OPM, or your agency, to decide the series and the grade of the "
            "position you officially hold, at any time.** The title can be appealed only where "
            "an OPM standard prescribes one, or where it shows a qualification or a "
            "specialization; and so can the question whether the position belongs in the "
            "General Schedule at all."
        ),
        words=(
            rule("series-or-grade", "5-cfr-511", "appropriate occupational series or grade"),
            rule("title", "5-cfr-511", "unless a specific title is authorized"),
            rule("pay-system", "5-cfr-511", "inclusion under or exclusion from chapter 51"),
        ),
        next=(
            "Ask *what can't I appeal?* for what is kept out.",
            "Ask *where do I file?* or *should I appeal?*",
        ),
        more=(rule("gs-scope").ours,),
    )


TOPIC = Topic(
    id="what-can-be-appealed",
    title="what can be appealed",
    answer=_answer,
    sure=_sure,
    cues=(
        "point",
        "total",
        "count",
        "math",
        "sum",
        "law judge",
        "alj",
        "ses",
        "executive",
        "standard",
        "guide",
        "jfs",
        "flysheet",
    ),
    unlike=("levels", "points", "decision"),
)
