"""Going on to OPM once the agency has decided: its decision told with a day, and asked of later.

"They refused on 10/30, I have it since 11/2" tells of the agency's decision and of its receipt,
from which the days to go on to OPM run; "so until when to OPM?" then asks for their last day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.limits.beside import days_beside, limits_in, of_receipt
from assistant.chat.reading.turns.limits.happened import by_agency, tells_lowering
from assistant.chat.reading.turns.limits.told import day_of
from assistant.text import in_words
from index.language.late import pattern

if TYPE_CHECKING:
    from datetime import date

    from assistant.chat.model import Context, Question

MOST = 18
"""Words beyond which a message says for itself what it asks."""
GS = ("My agency denied my appeal. How long do I have to go to OPM?", "deadline-after-lowering")
WAGE = ("How many days does a wage employee have to appeal to OPM?", "wage-deadlines")
"""What is asked of the second step, by whose procedure it is, and the topic that answers it."""
WROTE = ("What must my appeal to OPM say after the agency denied it?", "wage-forum")
GS_WROTE = ("What must an appeal contain?", "appeal-contents")
"""What is asked of the appeal to OPM itself."""
_CONTENTS = pattern(
    r"\bwhat (?:must|should|does|do|has to|goes)\b[^.?!]{0,12}\b(?:letter|appeal|it|that|i|we|in)\b"
    r"[^.?!]{0,16}(?:\b(?:say|contain|state|write|put|include)\b|$)"
)
_TIME = pattern(
    r"\b(?:(?:by|until|till|to) when|last day|deadline|time limit|cut-?off|(?:how|too) (?:long|"
    r"late|soon|fast)|how (?:many|much) (?:days|time)|late|in time|on time|still time|what day|"
    r"which day|"
    r"(?:15|fifteen) (?:calendar |work(?:ing)? |business )?days|(?:work(?:ing)?|business|calendar) "
    r"days|a (?:sun|satur)day|weekend|holiday)\b"
)
_OTHER = pattern(
    r"\b(?:keep|kept|retain\w*|retention|two years|2 years|reconsider\w*|grievance|mspb|"
    r"downgrad\w*|lower(?:ed|ing)?|sf-?\s?50|proof|decide[sd]?|take[ns]?|answer me|pay(?:check)?)\b"
)
_ACTS = pattern(
    r"\b(?:their|its|the agency's|that) (?:decision|action)\b[^.?!]{0,20}\b(?:effect|effective)\b"
)
"""What asks of an action that the agency's decision brings about."""


def onward(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question by when to go on to OPM, with its topic; None for another message."""
    if question.levels or question.decision or question.points or question.series:
        return None
    text, memory = question.message.lower().replace("\u2019", "'"), context.memory
    came = None
    told = question.dates and by_agency(text, memory) and not tells_lowering(text)
    if told and (not question.asks or _TIME.search(text)):
        came = of_receipt(days_beside(text, context.today))
    elif len(question.message.split()) > MOST:
        return None
    since = came.day if came is not None else day_of("agency", context)
    if since is None or ("decision" in memory.days and came is None):
        return None
    if came is None and _CONTENTS.search(text):
        made, topic = WROTE if memory.pay_plan.startswith("W") else GS_WROTE
        return replace(read(made), pay_plan=memory.pay_plan, first_person=True, asks=True), topic
    acts = bool(_ACTS.search(text))
    if came is None and not acts:
        named = limits_in(days_beside(text, context.today), memory.limits)
        if _OTHER.search(text) or not (_TIME.search(text) or named):
            return None
        if question.dates and not named:
            return None
    filed = None if question.dates else day_of("filed", context)
    return asked_of(
        since,
        context,
        filed=filed if filed is not None and filed > since else None,
        acts=acts,
        working="work" in text or "business" in text,
        plan=question.pay_plan,
    )


def asked_of(
    since: date,
    context: Context,
    *,
    filed: date | None = None,
    acts: bool = False,
    working: bool = False,
    plan: str = "",
) -> tuple[Question, str]:
    """Return the question by when to go on to OPM, by whose procedure it is, with its topic.

    Args:
        since: The day on which the agency's decision was received.
        context: Whose procedure it is.
        filed: The day on which the appeal to OPM is, or would be, filed.
        acts: Whether an action is spoken of that the agency's decision brings about.
        working: Whether it is asked if working days are meant.
        plan: The pay plan that the message names, if it names one.
    """
    plan = plan or context.memory.pay_plan
    text, topic = WAGE if plan.startswith("W") else GS
    if acts and topic == GS[1]:
        text = text.replace(".", " and acts on its decision later.", 1)
    if working:
        text = f"{text} Calendar or working days?"
    done = "" if filed is None else f", filed {in_words(filed)}"
    made = read(f"{text} (received {in_words(since)}{done})", today=context.today)
    return replace(made, pay_plan=plan, first_person=True, asks=True), topic
