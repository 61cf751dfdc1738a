"""A message that goes on with a decision named before: "and factor 3?", "what was the total?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.argue.evidence import decision_asked
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.decided.asking_on import RULING
from assistant.chat.reading.turns.decided.talk import decisions_in_talk, in_talk
from assistant.chat.reading.turns.together import EMPTY, of_decision
from assistant.chat.reading.turns.values import factors_of
from index.language.late import pattern
from index.language.words import DECISION, words

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question

_DISTANCE = "next-grade"
_LEVELS = frozenset({"decisions-on-level", "find-decisions", "decisions-held"})
"""Topics that name decisions by level: a level named after them is another to look for."""
_PLACE = pattern(
    r"\b(?P<which>first|second|third|fourth|last|1st|2nd|3rd|only) "
    r"(?:one|of (?:those|them|these)|decision|case)\b|\bthat (?P<that>one|decision|case)\b",
    re.IGNORECASE,
)
_PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3}
_NARROWS = pattern(
    r"^\W*(?:(?:and|ok(?:ay)?|so|but|now|then|please)\W+)*"
    r"(?:(?:only|just)(?: show(?: me)?| give me)?|(?:limit|restrict|narrow|filter|reduce)"
    r"(?: (?:it|that|them|those|this))?"
    r"(?: (?:down )?(?:to|by|on|for))?|show(?: me)? (?:only|just)|what about (?:only|just))\s+"
    r"(?:the |those |ones |from |in |for |of |by |with )*(?P<what>[\w' -]{2,40}?)"
    r"(?:\s+(?:ones?|decisions?|cases?|appeals?|series|only|please))*\W*$",
    re.IGNORECASE,
)
"""What narrows a search just made: "only 0080", "just the Navy ones"."""
_SERIES_ALONE = pattern(r"^(?:gs[\s-]*)?(?P<series>\d{3,4})$", re.IGNORECASE)
_NARROWED = pattern(r",? in series \d{4}\b", re.IGNORECASE)
_OUTCOME = pattern(
    r"^\W*(?:and |so |but |ok |then )*"
    r"(?:(?:what|which|how many|what about|how about|tell me|was|is)\b.{0,25})?"
    r"(?:the |his |her |their )?"
    r"\b(?:total|points|grade|title|series|pay plan|outcome|result|conclusion|end|score)\b",
    re.IGNORECASE,
)
_SHORT_OF = pattern(
    r"\b(?:short of|points short|(?:far|away|way) (?:from|off|was|is)|"
    r"miss\w*|lack\w*|too few|from (?:a |the )?(?:gs|next))\b",
    re.IGNORECASE,
)
_MEANS = pattern(
    r"\b(?:take|takes|makes?(?= \w)|mean|means|need|needs|require\w*|measure\w*)\b|\bi\b",
    re.IGNORECASE,
)
_ABOUT = pattern(
    r"\b(?:say|said|says|find|found|finds|think|thought|decide\w*|hold|held|rule\w*|credit\w*|"
    r"give|gave|award\w*|conclude\w*|write|wrote|do|did)\b",
    re.IGNORECASE,
)
_WHY = pattern(
    r"^\W*(?:(?:and|so|but|ok|then|in (?:a|one) (?:sentence|word))\W+)*(?:why|how come)\b"
    r".{0,25}\b(?:(?:not|\w+n'?t|only|just)\b|end(?:ed)? up|c[oa]me out|land\w*|lose|lost|fail\w*|"
    r"denied|refused|turned down|lowered|downgraded)",
    re.IGNORECASE,
)
"""What asks for the reason of the whole ruling: "why didn't he get the 13?"."""
_DAY_ALONE = pattern(
    r"^\W*(?:and |so |ok )*(?:when|(?:on |in )?(?:what|which) (?:date|day|year)|how long ago)"
    r"(?: (?:was|is|did) (?:that|it|this|they|opm|he|she)"
    r"(?: (?:decided?|signed?|issued?|do (?:it|that)))?)?\W*$",
    re.IGNORECASE,
)
_GIVEN = pattern(
    r"^\W*(?:and |so |but )?(?:was|were|did) (?:it|they|that|opm|he|she) "
    r"(?:given|granted|credited|met|allowed|refused|denied|rejected|"
    r"(?:give|grant|credit|get|allow|accept|award) (?:(?:it|that|him|her|them)(?: (?:it|that|"
    r"to (?:him|her|them|the appellant)))?))\W*$|"
    r"^\W*(?:and |so )?(?:given|granted|credited|met)\W*$",
    re.IGNORECASE,
)
"""Whether a level that a decision speaks of was credited there: "was it given?"."""
_THING = pattern(
    r"^\W*(?:(?:and|or|so|but|what about|how about|anything (?:on|about))\s+)+"
    r"(?:(?:that|the|this|his|her|their|those|these|all the)\b)?\s*"
    r"(?P<what>(?!(?:the )?(?:what|which|why|how|when|who|if|is|was|does|did|can|in|next|last|"
    r"they|he|she|it|opm|we|i|you)\b)"
    r"[a-z][\w' -]{2,40}?)"
    r"(?:\s+(?:thing|stuff|part|bit|issue|business|point|matter|one|example|story|project))?\W*$",
    re.IGNORECASE,
)
"""A thing named alone, to look for in the decision spoken of: "and that warehouse thing?"."""
_NO_THING = pattern(
    r"(?:got|get|given|where|when|who|why|how|did|was|were|before|after|then|decided|over|granted)\b",
    re.IGNORECASE,
)
"""A word that begins no name of a thing."""
_SIGNED = pattern(
    r"^\W*(?:(?:and|so|ok)\W+)*who (?:signed|wrote|decided|issued|made)"
    r"(?: (?:it|that|this|the decision))?\W*$",
    re.IGNORECASE,
)
"""Who signed the decision spoken of, which is no position description."""
_GROUND = pattern(
    r"^\W*(?:(?:and|so|but|ok)\W+)*(?:(?:on|for) (?:what|which) (?:grounds?|reasons?|basis)|"
    r"(?:(?:they|he|she|opm|it) (?:said no|refused(?: (?:it|that))?|was refused) )?because of what|"
    r"what (?:was|were) (?:(?:the |their |his |her |opm's )?(?:reasons?|grounds?|reasoning|"
    r"rationale|logic|basis)|lacking|missing|short|wanting|wrong)"
    r"(?: (?:there|for (?:it|that)|with (?:it|that)))?|what did (?:he|she|they|it) lack)\W*$",
    re.IGNORECASE,
)
"""Why a level that was looked for was refused: "on what ground?"."""
_GRADE = pattern(r"\b(1[0-5]|[5-9])\b")
_OF_CASE = pattern(
    r"\b(?:here|(?:of|on) record|sought|in the file|"
    r"(?:in|for) (?:this|our|the open) (?:case|person|employee|position|one)|"
    r"this (?:case|person|employee)'s)\b",
    re.IGNORECASE,
)
"""What speaks of the case that lies open, although a decision was spoken of."""
_CARRIED = pattern(
    r"\b(?:pay period|implement\w*|carr(?:y|ied) out|t(?:ake|ook) effect|effective|put in(?:to)? "
    r"(?:effect|place)|executed?|comply|"
    r"do (?:it|that|this)|done)\b",
    re.IGNORECASE,
)
_WHEN = pattern(r"\b(?:when|by (?:what|which|when)|which|how (?:soon|fast|long))\b", re.IGNORECASE)
_CITES = pattern(
    r"\b(?:can|could|may|should|must|do|would) (?:i|we)\b.{0,20}\b(?:cite|quote|use|rely on|"
    r"point to|mention|refer to|invoke|bring up|attach) (?:it|that|this|them|that one|this one|"
    r"(?:the|that) (?:decision|case|ruling))\b",
    re.IGNORECASE,
)
_SAME_AS_HE = pattern(
    r"\b(?:say|write|argue|claim|state|put|prove|show)\b.{0,50}\b(?:same|like|similar|just as|more "
    r"than)\b.{0,20}\b(?:he|she|him|her|his|hers|they|them|that one|the appellant|that guy)\b",
    re.IGNORECASE,
)
_COMPARES = pattern(
    r"\b(?:compare|hold|set|measure|stack)\b.{0,40}\b(?:that|it|this|the) ?(?:one|decision|case|"
    r"ruling)\b|\b(?:compare|stack up)\b.{0,20}\b(?:with|to|against) (?:it|that|him|her)\b|"
    r"\bmy \w+ compare\b.{0,20}\b(?:decision|case|one you have)\b",
    re.IGNORECASE,
)
_THAN_MINE = pattern(
    r"\b(?:more|less|higher|lower|better|worse|fewer|same|above|below)\b.{0,12}"
    r"\b(?:mine|my|i (?:have|got|hold)|ours)\b",
    re.IGNORECASE,
)
_WORTH = "prior-decisions"
_THE_ONE = pattern(
    r"\b(?:the|that) (?:one|decision|case|ruling) (?:that |which )?you (?:do |did )?(?:have|hold|"
    r"got|mention\w*|show\w*|nam\w+)\b",
    re.IGNORECASE,
)
"""What speaks of the one decision that is held."""
FEW = 4
"""Words up to which a message names a factor and nothing else."""
SHORT_OVER = 5
"""Words beyond the shortest that a question on carrying a decision out may have."""
SHORT = 11
"""Words beyond which a message says for itself what it is about."""


def on_decision(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return a short message as a question on the decision spoken of with its topic, or None."""
    number = in_talk(question, context)
    if not number or question.first_person or len(question.message.split()) > SHORT:
        return None
    text = question.message
    before = context.memory.question
    if _GIVEN.match(text) and before is not None and len(before.levels) == 1:
        return read(f"Did {number} credit Level {before.levels[0]}?"), RULING
    if before is not None and len(before.levels) == 1 and _GROUND.match(text):
        return read(f"Why did {number} not credit Level {before.levels[0]}?"), RULING
    if _SIGNED.match(text):
        return read(f"Who signed {number}?"), "decision-facts"
    if context.case is not None and _OF_CASE.search(text):
        return None
    if _SHORT_OF.search(text) and (made := _distance(question, number, context)) is not None:
        return made, _DISTANCE
    if question.levels and (context.memory.topic in _LEVELS or not _ABOUT.search(text)):
        return None
    if _DAY_ALONE.match(text):
        return read(f"On what date was {number} decided?"), RULING
    if question.factors and not _MEANS.search(text):
        on = f"Level {question.levels[0]}" if question.levels else f"Factor {question.factors[0]}"
        return read(f"What did {number} decide on {on}?"), RULING
    of_level = before is not None and (before.factors or before.levels) and not question.grades
    if _WHY.search(text) and not (question.factors or question.points or of_level):
        return read(f"What grade did {number} come to?"), RULING
    if question.factors or question.grades or question.points:
        return None
    if len(text.split()) <= FEW and len(named := factors_of(text)) == 1:
        return read(f"What did {number} decide on Factor {named[0]}?"), RULING
    thing = _THING.match(text)
    if (
        thing is not None
        and not (_NO_THING.match(thing["what"]) or _OUTCOME.match(thing["what"]))
        and _speaks_of(thing["what"], number, context)
    ):
        return read(f"Why did the {thing['what']} not count in {number}?"), "duty-not-counted"
    if _OUTCOME.search(text) and not _MEANS.search(text):
        return read(f"What grade did {number} come to?"), RULING
    return None


def _credited(number: str, factor: str, context: Context) -> str:
    """Return the level that a decision held credited on a factor; empty when there is none."""
    library = context.library
    found = None if library is None else decision_asked(library, "", number=number)
    rated = [] if found is None else [f.credited for f in found.rated() if str(f.factor) == factor]
    return (rated[0] or "") if rated else ""


def _speaks_of(what: str, number: str, context: Context) -> bool:
    """Tell whether a decision has every telling word of what is named."""
    library = context.library
    found = None if library is None else decision_asked(library, "", number=number)
    named = set(words(what)) - EMPTY
    if library is None or found is None or not named:
        return False
    text = " ".join(one.text for one in library.passages(document=found.document)).lower()
    return all(word in text for word in named)


def carried_out(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question by when the decision spoken of had to be carried out, or None."""
    number = in_talk(question, context)
    if not number or len(question.message.split()) > SHORT + SHORT_OVER:
        return None
    if not (_CARRIED.search(question.message) and _WHEN.search(question.message)):
        return None
    return read(f"When must {number} be carried out?"), "decision-facts"


def of_decided(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return what is asked of a decision's effect, its use or its level beside one's own."""
    return (
        carried_out(question, context)
        or worth_of_it(question, context)
        or than_mine(question, context)
    )


def than_mine(question: Question, context: Context) -> tuple[Question, str] | None:
    """Set the level that the decision spoken of credited beside the open case's, or None."""
    before = context.memory.question
    number = in_talk(question, context)
    if not (number and before) or not _THAN_MINE.search(question.message):
        return None
    key = before.factors[0] if len(before.factors) == 1 else ""
    theirs, mine = _credited(number, key, context), context.levels.get(key, "")
    if not theirs or not mine or theirs == mine:
        return None
    return read(f"How many points between Level {mine} and Level {theirs}?"), "level-points"


def worth_of_it(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return what use the decision spoken of is in one's own case, as a question, or None."""
    text = question.message
    if question.decision or question.levels or not decisions_in_talk(context.memory):
        return None
    if _COMPARES.search(text):
        return read("How do I compare my work with a published decision?"), _WORTH
    if _CITES.search(text):
        return read("Can I cite an OPM decision in my appeal?"), _WORTH
    if _SAME_AS_HE.search(text):
        return read("Is a decision on another job evidence for mine?"), _WORTH
    return None


def _distance(question: Question, number: str, context: Context) -> Question | None:
    """Return how far the total of a decision is from a grade, as a question, or None."""
    library = context.library
    found = None if library is None else decision_asked(library, "", number=number)
    if found is None or found.total is None:
        return None
    grades = [str(g) for g in question.grades] or _GRADE.findall(question.message)
    wanted = f"GS-{grades[-1]}" if grades else "the next grade"
    return read(f"{found.total:,} points, how many points short of {wanted}?")


def one_of_those(question: Question, context: Context) -> tuple[Question, str] | None:
    """Take "the first one" as a decision that the last answer named."""
    found, last = _PLACE.search(question.message), context.memory.answer
    exact = question.decision or question.levels or question.factors
    if found is None or last is None or exact:
        return None
    text = " ".join([last.lead, *last.figures, *(words.ours for words in last.words)])
    numbers = list(dict.fromkeys(m.group().upper() for m in DECISION.finditer(text)))
    if not numbers:
        return None
    which = (found["which"] or "").lower()
    place = -1 if which == "last" else _PLACES.get(which, 0)
    if place >= len(numbers) or (found["that"] and len(numbers) > 1):
        return None
    return read(f"What did {numbers[place]} decide?"), RULING


def narrowed(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the search just made with one thing more that a message names, or None.

    The level, the outcome and the words that were looked for stay.
    """
    memory, found = context.memory, _NARROWS.match(question.message)
    before = memory.question
    if found is None or before is None or memory.topic not in _LEVELS or question.levels:
        return None
    text = before.message.rstrip(" ?.!")
    series = _SERIES_ALONE.match(found["what"].strip())
    if series is None:
        return read(f"{text}, only {found['what']}?"), memory.topic
    text = _NARROWED.sub("", text)
    for one in before.series:
        text = text.replace(one, " ").replace(one.lstrip("0"), " ")
    return read(f"{text}, in series {series['series'].zfill(4)}?"), memory.topic


def of_the_decision(question: Question, context: Context) -> Question:
    """Return a message about the people or the text of the decision spoken of with its number."""
    before, library = context.memory.question, context.library
    if _THE_ONE.search(question.message) and library is not None and not question.decision:
        held = library.decisions()
        return replace(question, decision=held[0].decision_number) if len(held) == 1 else question
    if question.decision or before is None or not before.decision:
        return question
    if not of_decision(question, context.memory):
        return question
    return replace(question, decision=before.decision)
