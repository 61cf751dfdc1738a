"""A second reduction while a grade is kept: which grade is kept until when, from the days told."""

from __future__ import annotations

import itertools
import re
from datetime import date

from assistant.chat.answering.kit import quoted_rule
from assistant.chat.answering.procedure import counted, number
from assistant.chat.answering.procedure.moments import moments
from assistant.chat.answering.procedure.story import FROM_TO
from assistant.chat.model import Answer, Context, Question
from assistant.text import in_words
from index.language.late import pattern

_AGAIN = pattern(
    r"\b(?:again|second(?:ly)?|2nd|twice|another (?:cut|downgrad\w*|reduction|time)|once more|"
    r"this time)\b",
    re.IGNORECASE,
)
_CUT = pattern(
    r"\b(?:cut|lower\w*|downgrad\w*|reduc\w*|reclass\w*|demot\w*|down|rif\w*|drop\w*)\b",
    re.IGNORECASE,
)
_ALREADY = pattern(
    r"\b(?:retained grade|saved grade|grade retention(?!\W*\?)|(?:on|under|during|my|in) retention|"
    r"first (?:cut|downgrad\w*|reduc\w*|retain\w*)|kept (?:the |a |an |my )?(?:gs|wg|\d)|"
    r"(?:,|\band) keep (?:the |a |an |my )?(?:gs|wg)?-?\d|"
    r"(?<!do )(?<!can )(?<!will )(?<!would )(?:i|he|she) (?:already |now |still |have )*"
    r"(?:keep|retain|retained|kept|saved)|retained? (?:a |an |the )?\d)",
    re.IGNORECASE,
)
_ANEW = pattern(
    r"\b(?:two more|another two|new two|fresh|start(?:s|ed)? (?:over|again|anew|new)|restart\w*|"
    r"extend\w*|extra|longer|(?:two|2) more|years? start|clock|reset\w*|begin again)\b",
    re.IGNORECASE,
)
_GRADE = pattern(
    r"\b(?:gs|wg|wl|ws|to|an?|the|at|from|from the)[- ](?:(?:a|an|gs|wg)[- ])?(?P<g>1[0-5]|[1-9])\b"
    r"(?![,/:]?\d)(?! (?:years?|months?|weeks?|days?|percent|20\d\d))",
    re.IGNORECASE,
)
_NOW = pattern(r"\b(?:am i|my grade|which grade|what grade)\b", re.IGNORECASE)
_DECIDED = {True: "No new period of it begins: ", False: ""}
_EACH = "Each time the conditions for retention must be met."


def lowered_again(question: Question, context: Context) -> Answer | None:
    """Return what is kept after a second reduction; None when the message tells of only one."""
    text = (question.around or question.message).replace("\u2019", "'")
    pairs = [(int(m["old"]), int(m["new"])) for m in FROM_TO.finditer(text)]
    pairs = [(old, new) for old, new in pairs if old > new]
    if not pairs:
        # "Kept 12, the slot went to 11, now to 9": three grades going down are two reductions.
        down = list(dict.fromkeys(int(m["g"]) for m in _GRADE.finditer(text)))
        if len(down) == 3 and down == sorted(down, reverse=True) and _ALREADY.search(text):
            pairs = [(down[0], down[1]), (down[1], down[2])]
    chain = len(pairs) > 1 and any(new == old for (_, new), (old, _) in itertools.pairwise(pairs))
    if not chain and not (_AGAIN.search(text) and _CUT.search(text) and _ALREADY.search(text)):
        return None
    years = counted("retention-period")
    first, second = _days(text, context)
    old = pairs[0][0] if pairs else None
    middle = pairs[0][1] if pairs else None
    kept = f"the GS-{old} you keep first" if old is not None else "the first retained grade"
    then = (
        f"the GS-{middle}"
        if middle is not None
        else "the grade of the position from which you were lowered the second time"
    )
    if question.pay_plan.startswith("W"):
        kept, then = kept.replace("GS", question.pay_plan), then.replace("GS", question.pay_plan)
    through = None if first is None else _through(first)
    again = None if second is None else _through(second)
    if first is not None and second is not None and through is not None and second > through:
        lead = (
            f"**The first period was over on {in_words(through)}, so the second reduction "
            "stands by "
            f"itself: if the conditions are met, the grade lowered then is kept for {years} years, "
            f"through {in_words(again or through)}.**"
        )
    else:
        until = "to its end" if through is None else f"through {in_words(through)}"
        after = (
            f"for {years} years counted from that second reduction"
            if again is None
            else f"through {in_words(again)}, {years} years from the second reduction"
        )
        anew = bool(_ANEW.search(question.message))
        body = f"{kept} {'stays' if anew else 'is kept'} {until}, and then {then} is kept {after}"
        lead = f"**{_DECIDED[anew]}{body if anew else body[0].upper() + body[1:]}.** {_EACH}"
        if _NOW.search(text) and old is not None:
            lead = f"**You are still a GS-{old} for pay: {body}.** {_EACH}"
    return Answer(
        lead=lead,
        words=(
            quoted_rule("retention-second", "5-cfr-536"),
            quoted_rule("retention-period", "5-cfr-536"),
        ),
        next=("Ask *what ends grade retention?* before you decline any offer.",),
        missing=() if first and second else ("the days of both reductions",),
    )


def _through(day: date) -> date:
    from core.appeals.pay_periods import through_years

    return through_years(day, number("retention-period"))


def _days(text: str, context: Context) -> tuple[date | None, date | None]:
    """Return the days of the two reductions, where both or the one kept first are told."""
    told = [one for one in moments(text, context.today) if one.exact]
    if len(told) >= 2:
        ordered = sorted(one.earliest for one in told[:2])
        return ordered[0], ordered[1]
    if len(told) == 1:
        later = _AGAIN.search(text[: told[0].start])
        return (None, told[0].earliest) if later else (told[0].earliest, None)
    return None, None
