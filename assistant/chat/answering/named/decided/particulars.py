"""A decision's particulars, one by one: days, what was asked for, what came out, what it missed.

Each is told from what was read of the decision, or from a sentence of it that is quoted; what the
decision does not say is said to be missing, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import listed
from assistant.chat.answering.named.decided.from_text import (
    came,
    closing,
    decided_on,
    label,
    name_of,
    of_the_agency,
    of_the_work,
    series_why,
    stood,
    taken_in,
    then,
    told_to_do,
)
from assistant.chat.answering.named.decided.missed import ONE_MORE, WHO, one_more
from assistant.chat.model import Answer, Context, Question
from assistant.text import counted, escape
from index.language.late import pattern
from index.language.words import DECISION
from index.models import base_level

if TYPE_CHECKING:
    from index.models import Decision, Passage

_WHEN = r"\b(?:when|what (?:day|date|year)|which (?:day|date|year)|how (?:long|many)|date|dates)\b"
_ACCEPTED = (
    r"\b(?:accept(?:ed|s|ance)?|t(?:ake|ook|aken)\b.{0,25}\b(?:in|on|up)|receiv\w+|start(?:ed)?|"
    r"beg[iau]n|filed?|lodged?|appealed|submitted)\b"
)
_DECIDED = r"\b(?:decid\w+|over|finish\w*|rul(?:ed?|ing)|issued?|dated|done|closed?|made)\b"
TAKEN_IN = pattern(rf"(?=.*{_WHEN}).*{_ACCEPTED}", re.IGNORECASE | re.DOTALL)
WHEN_DECIDED = pattern(
    rf"(?=.*{_WHEN}).*{_DECIDED}|^\W*(?:(?:and|so|ok)\W+)*{_DECIDED}\W*$|"
    r"\bhow long did (?:it|that|this|opm|they|the (?:appeal|case|whole thing)) take\b",
    re.IGNORECASE | re.DOTALL,
)
WANTED = pattern(
    rf"\b{WHO}(?:'d| had| have| has)?\b.{{0,25}}\b(?:want\w*|ask\w*|seek\w*|sought|request\w*|"
    rf"hop(?:ed?|ing)|after\b(?! (?:that|the)\b)|going for|aim\w*|claim(?:ed|ing)?(?: (?:for|to|it|"
    rf"there)\b|\W*$))|\bwhich (?:one|level)\b.{{0,20}}\b(?:want\w*|ask\w*|sought|claim\w*)|"
    r"\bwhat (?:was|were|is) (?:sought|requested|claimed|asked for)\b|"
    r"\bwhat did \w+ (?:want|ask) ",
    re.IGNORECASE,
)
BEFORE = pattern(
    r"^\W*(?:(?:and|so|but|ok)\W+)*(?:what (?:was|were) (?:he|she|they|it)(?: called| titled)? )?"
    r"(?:before(?: that| then| it)?|originally|previously|at first|to (?:start|begin) with|"
    r"at (?:the )?(?:start|beginning))\W*$|"
    rf"\bwhat (?:was|were) (?:{WHO}|it|(?:the|that|his|her|their) \w+(?:'s)?)\b.{{0,25}}\b"
    r"(?:before|originally|previously|at first|to (?:start|begin) with)\b|"
    r"\bwh(?:at|ich)\b.{0,20}\b(?:old|former|original|previous) "
    r"(?:job|title|grade|series|position)\b|"
    rf"\bwhat (?:job|title|grade|series|position) (?:did {WHO} (?:have|hold)|was {WHO} in)\b|"
    rf"\bwhat was (?:the {WHO}'s|his|her|their) (?:job|position|title)\b",
    re.IGNORECASE,
)
LANDED = pattern(
    rf"\b(?:where|what|how) (?:did|was) {WHO}\b.{{0,20}}\b(?:land\w*|(?:end|wind)(?:ed)? up|"
    r"come out|came out|called|get|got|become|left with|in the end)\b|"
    r"\bin the end\W*$|^\W*(?:and|so) got\W*$",
    re.IGNORECASE,
)
_DIRECTION = (
    r"(?P<down>lower\w*|downgrad\w*|demot\w*|los[et]|cut|drop\w*|knock\w*|worse|fall|fell)|"
    r"(?P<up>rais\w*|upgrad\w*|w[io]n|promot\w*|higher|better)|(?P<kept>keep|kept|stay\w*)"
)
WENT = pattern(
    rf"^\W*(?:(?:and|so|but|ok|wait)\W+)*(?:did|was|were) (?:opm|it|{WHO}|his grade|her grade|the "
    rf"(?:grade|{WHO}))\b(?!.*\b(?:pay|paid|salary|money|paycheck)\b).{{0,30}}"
    rf"\b(?:{_DIRECTION})\b",
    re.IGNORECASE,
)
BY_HOW_MUCH = pattern(
    r"^\W*(?:(?:and|so|but|ok)\W+)*(?:by )?how (?:much|many grades)(?: (?:lower|higher|down))?\W*$"
    r"|\bhow many grades (?:did|was)\b",
    re.IGNORECASE,
)
REFUSED = pattern(
    r"\bwhat (?:was|were|did|is|have|has)\b.{0,25}\b(?:refus\w*|turn\w* (?:it |him |her )?down|"
    r"reject\w*|den(?:y|ied))(?: (?:it|him|her|them|that))?(?: (?:for|over|on))?\W*$|"
    r"\b(?:which|what) levels?\b.{0,25}\b(?:refus\w*|turn\w* down|reject\w*|den(?:y|ied)|"
    r"not (?:credit|meet|give|met)\w*|did(?:n't| not) (?:he|she|they|opm))",
    re.IGNORECASE,
)
MUST_DO = pattern(
    r"\bwhat (?:must|did|does|should|had) (?:the|his|her|their) agency (?:\w+ ){0,2}do\b|"
    r"\bwhat (?:must|should) (?:hr|they) do\b",
    re.IGNORECASE,
)
AGENCY = pattern(
    r"\b(?:how|what|why) (?:did|had|was) (?:the|his|her|their) agency(?:'s)?\b.{0,20}\b(?:see|say|"
    r"said|think|thought|give|given|credit\w*|find|found|decid\w*|view|position|argue\w*|call\w*)\b|"
    r"\bwhat did (?:the|his|her|their) agency (?:say|think|find|give|credit)\b",
    re.IGNORECASE,
)
SERIES_WHY = pattern(
    r"\b(?:why|how come|on what ground|what reason)\b.{0,50}(?:\bseries\b|\b(?:gs[\s-]*)?"
    r"\d{3,4}\b(?! points))",
    re.IGNORECASE,
)
WHERE = pattern(
    rf"\bwh(?:ere|ich agency|at agency|ich department|ich office)\b.{{0,12}}\b(?:{WHO}|work\w*|"
    r"employ\w*|job|position|from|it)\b(?!.{0,15}\b(?:land|end|come|came|send|file|appeal)\b)",
    re.IGNORECASE,
)
PD_NUMBER = pattern(
    r"\b(?:pd|(?:position|job) description)(?:'s)? (?:number|no\b)|\bnumber of "
    r"(?:his|her|the|their) (?:pd|(?:position|job) description)",
    re.IGNORECASE,
)
SPOKE_FOR = pattern(
    r"\bwas there an? (?:lawyer|attorney|representative|union (?:rep\w*|steward))\b|"
    rf"\b(?:represent\w*|lawyer|attorney|union|steward|(?:spoke|speak) for|help\w*)\b.{{0,25}}\b"
    rf"(?:{WHO}|him|her|them)\b|\b(?:{WHO})\b.{{0,15}}\b(?:represent\w*|lawyer|attorney|union|"
    r"steward)\b",
    re.IGNORECASE,
)
SUMMED_UP = pattern(
    r"\bwhat happened(?: (?:there|here|in (?:it|that one)))?\W*$|"
    r"\b(?:summari[sz]e|sum(?: \w+)? up|recap|nutshell|summary|(?:short|brief|quick) version|"
    r"(?:boil|break) (?:it|that) down)\b|\bin (?:one|two|three|a few|\d) (?:\w+ )?sentences?\b",
    re.IGNORECASE,
)
"""Asks for a decision in a few sentences."""
CALLED = pattern(
    r"\bnames? of (?:the |that )?(?:appellant|employee|person)\b|"
    r"\b(?:appellant|employee|person)(?:'?s)? (?:real |own |last )?names?\b|"
    r"^\W*(?:(?:and|so|ok)\W+)*who (?:appealed|filed|brought|lodged)"
    r"(?: (?:it|that|this|that one|the (?:case|appeal)))?\W*$|"
    rf"\b(?:what (?:was|is)|what's|who (?:was|is)|who's) (?:his|her|their|the {WHO}(?:'s)?)"
    rf"(?: (?:real |own )?name)?\W*$|\bwho (?:was|is) (?:{WHO}|the {WHO})\W*$",
    re.IGNORECASE,
)
ON_THE_WORK = pattern(r"^C-[\d-]+ on the work, Factor \d: ", re.IGNORECASE)
"""How a question is put that asks on of the work that a factor was rated by."""


def wanted(decision: Decision, factor: str) -> Answer:
    """Return what the appellant asked for: the level on a factor, or the classification."""
    name = name_of(decision)
    record = next((f for f in decision.factors if str(f.factor) == factor), None)
    if record is not None:
        got = f" OPM credited Level {record.credited}." if record.credited else ""
        if record.sought is None:
            lead = f"**{name} names no level that the appellant sought on Factor {factor}.**"
        else:
            lead = f"**Level {record.sought} was sought on Factor {factor} in {name}.**"
            if record.credited and record.credited != record.sought:
                got = f" OPM did not give it: it credited Level {record.credited}."
        levels = tuple(base_level(one) for one in (record.sought, record.credited) if one)
        return Answer(lead=lead + got, levels=levels[:1], factors=(factor,), next=then(decision))
    asked = label(decision.requested)
    if not asked:
        lead = f"**{name} names no classification that the appellant asked for.**"
    else:
        lead = f"**{asked} was asked for in {name}.**"
    return Answer(lead=f"{lead} {stood(decision)} {came(decision)}".strip(), next=then(decision))


def before(decision: Decision) -> Answer:
    """Return how the position stood before the appeal."""
    at = label(decision.current)
    name = name_of(decision)
    lead = f"**{at}, before {name}.**" if at else f"**{name} does not say how it stood.**"
    return Answer(lead=f"{lead} {came(decision)}".strip(), next=then(decision))


def landed(decision: Decision) -> Answer:
    """Return how the position came out, and how it stood before."""
    total = f", with {decision.total:,} points" if decision.total is not None else ""
    lead = f"**At {label(decision.decided)}{total}, in {name_of(decision)}.** {stood(decision)}"
    return Answer(lead=f"{lead} {_against(decision)}".strip(), next=then(decision))


def _against(decision: Decision) -> str:
    was, now = decision.current.grade, decision.decided.grade
    if was is None or now is None or decision.current.pay_plan != decision.decided.pay_plan:
        return ""
    word = "lower than" if now < was else "higher than" if now > was else "the same as"
    return f"The grade is {word} before."


def went(decision: Decision, question: Question) -> Answer | None:
    """Return whether the grade was lowered, raised or kept, as asked."""
    was, now = decision.current.grade, decision.decided.grade
    match = WENT.search(question.message)
    if was is None or now is None or match is None:
        return None
    plan = decision.decided.pay_plan or "GS"
    holds = now < was if match["down"] else now > was if match["up"] else now == was
    done = "lowered" if now < was else "raised" if now > was else "left"
    moved = f"at {plan}-{now}" if now == was else f"from {plan}-{was} to {plan}-{now}"
    head = "Yes" if holds else "No"
    lead = f"**{head}: {name_of(decision)} {done} the grade {moved}.**"
    asked = label(decision.requested)
    return Answer(lead=f"{lead} {asked} was asked for." if asked else lead, next=then(decision))


def by_how_much(decision: Decision) -> Answer | None:
    """Return by how many grades the decision moved the position."""
    was, now = decision.current.grade, decision.decided.grade
    if was is None or now is None or decision.current.pay_plan != decision.decided.pay_plan:
        return None
    plan = decision.decided.pay_plan or "GS"
    apart = counted(abs(now - was), "grade")
    way = "lower" if now < was else "higher"
    lead = f"**{apart} {way}: from {plan}-{was} to {plan}-{now}, in {name_of(decision)}.**"
    if now == was:
        lead = f"**By nothing: it stayed at {plan}-{now} in {name_of(decision)}.**"
    return Answer(lead=lead, next=then(decision))


def refused(decision: Decision) -> Answer | None:
    """Return the levels that a decision refused, and what it credited in their place."""
    rows = [
        f"Level {level}" + (f" (credited {record.credited})" if record.credited else "")
        for record in decision.factors
        for level in record.rejected
    ]
    if not rows:
        return None
    return Answer(lead=f"**{name_of(decision)} refused {listed(rows)}.**", next=then(decision))


def summed_up(decision: Decision, passages: list[Passage]) -> Answer:
    """Return a decision in two sentences: what became of the position, and what was refused."""
    words = closing(passages)
    at, end, asked = label(decision.current), label(decision.decided), label(decision.requested)
    total = f" ({decision.total:,} points)" if decision.total is not None else ""
    wish = f" {asked} was asked for" if asked else ""
    levels = [level for one in decision.factors for level in one.rejected]
    no = f"{', and ' if wish else ' '}OPM refused {listed([f'Level {n}' for n in levels])}"
    first = f"**{name_of(decision)}: from {at or 'a position not told'} to {end}{total}.**"
    if at == end:
        first = f"**{name_of(decision)} left {at} as it was{total}.**"
    rest = f"{wish}{no if levels else ''}".strip()
    return Answer(lead=f"{first} {rest}." if rest else first, words=words, next=then(decision))


def where(decision: Decision) -> Answer | None:
    """Return the agency in which the position stood."""
    told = [escape(one) for one in (decision.component, decision.department) if one]
    if not told:
        return None
    return Answer(
        lead=f"**{', '.join(told)}.** That is where {name_of(decision)} places the position.",
        next=then(decision),
    )


def pd_number(decision: Decision) -> Answer:
    """Return the number of the position description, or that the text leaves it out."""
    name, number = name_of(decision), decision.pd_number
    if number:
        return Answer(lead=f"**Position description {escape(number)}, by {name}.**")
    return Answer(
        lead=f"**{name} does not give the number of the position description:** published texts "
        "leave out what could name the person.",
        next=then(decision),
    )


def spoke_for(decision: Decision) -> Answer:
    """Return who represented the appellant, or that nobody is named."""
    name = name_of(decision)
    if decision.representative:
        return Answer(lead=f"**{escape(decision.representative)}, by {name}.**")
    return Answer(
        lead=f"**{name} names nobody who represented the appellant.**", next=then(decision)
    )


def called(decision: Decision) -> Answer:
    """Return that the text hides the person's name, or the names that it gives."""
    name = name_of(decision)
    if decision.appellants:
        return Answer(lead=f"**{escape(listed(decision.appellants))}, by {name}.**")
    return Answer(
        lead=f"**{name} does not name the appellant:** OPM publishes decisions without the "
        f"person's name. {stood(decision)}".strip(),
        next=then(decision),
    )


Told = Callable[["Decision", "list[Passage]", Question, Context], "Answer | None"]
PARTICULARS: tuple[tuple[re.Pattern[str], Told], ...] = (
    (SUMMED_UP, lambda d, p, _q, _c: summed_up(d, p)),
    (PD_NUMBER, lambda d, _p, _q, _c: pd_number(d)),
    (TAKEN_IN, lambda d, p, _q, _c: taken_in(d, p)),
    (WHEN_DECIDED, lambda d, p, _q, _c: decided_on(d, p)),
    (WANTED, lambda d, _p, q, _c: wanted(d, q.factors[0] if q.factors else "")),
    (ONE_MORE, lambda d, _p, q, c: one_more(d, q, c)),
    (BY_HOW_MUCH, lambda d, _p, _q, _c: by_how_much(d)),
    (REFUSED, lambda d, _p, _q, _c: refused(d)),
    (MUST_DO, lambda d, p, _q, _c: told_to_do(d, p)),
    (AGENCY, lambda d, p, _q, _c: of_the_agency(d, p)),
    (WENT, lambda d, _p, q, _c: went(d, q)),
    (SERIES_WHY, lambda d, p, _q, _c: series_why(d, p)),
    (BEFORE, lambda d, _p, _q, _c: before(d)),
    (LANDED, lambda d, _p, _q, _c: landed(d)),
    (SPOKE_FOR, lambda d, _p, _q, _c: spoke_for(d)),
    (CALLED, lambda d, _p, _q, _c: called(d)),
    (WHERE, lambda d, _p, _q, _c: where(d)),
)
"""How each particular is asked for, and what tells it; the first that fits answers."""


def asks_particular(text: str) -> bool:
    """Tell whether a message asks for one of a decision's particulars."""
    # A decision's number is no series.
    bare = DECISION.sub("it", text)
    return any(asked.search(bare) for asked, _ in PARTICULARS) or bool(ON_THE_WORK.match(text))


def particular(
    decision: Decision, passages: list[Passage], question: Question, context: Context
) -> Answer | None:
    """Return the particular of a decision that is asked for, or None when none is."""
    if ON_THE_WORK.match(question.message):
        return of_the_work(decision, passages, question)
    bare = DECISION.sub("it", question.message)
    for asked, told in PARTICULARS:
        if asked.search(bare):
            return told(decision, passages, question, context)
    return None
