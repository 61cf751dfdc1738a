"""Levels on trial: a what-if that grows, loses a level, is taken back and is set beside the case.

What is on trial stands in the memory of the conversation, never in the case. Each function reads a
message as a question on the total of those levels; None means that it is about something else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.reading.exact import factors_in, read
from assistant.chat.reading.turns.together import about
from assistant.chat.reading.turns.values import factors_of, one_of, step
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Memory, Question

TRIED = "what-if"
"""The topic whose answers are totals of levels tried, on which the next may build."""
DISTANCE, RANGES = "next-grade", "points-range"
AS_IT_IS = "my-grade"
LONGEST, FEW = 14, 5
"""Words beyond which a message speaks for itself, and up to which a word may name a factor."""
_ON_TOP = pattern(
    r"\b(?:on top|also|as well|too|both(?! ways)|in addition|plus|together|besides|add(?:ing)?|"
    r"combined|with (?:it|that|this|those|them)|at (?:the same time|once)|along with|"
    r"(?:close|fill|bridge) (?:it|that|the gap))\b",
    re.IGNORECASE,
)
_OUT = pattern(
    r"\b(?:without|minus|less|except|but not|leav\w+ out|tak\w+ out|drop\w*|remov\w+|forget|undo|"
    r"scrap|ditch|scratch|not)\b|\b(?:leav\w+|tak\w+)\b.{0,20}\b(?:out|off|away|back)\b",
    re.IGNORECASE,
)
_WITHOUT_IT = pattern(r"\bwithout (?:it|that(?: one)?|this(?: one)?)\b", re.IGNORECASE)
_TOGETHER = pattern(
    r"\b(?:both|the (?:two|three|pair)|all (?:of them|three)|them) without\b", re.IGNORECASE
)
_NONE = pattern(
    r"\b(?:without (?:either|both|any\b.*|them|those|all (?:that|of (?:it|that|them)))|"
    r"(?:forget|drop|scrap|ditch|leave out|undo) (?:both|them|all(?: of (?:it|that|them))?|those)|"
    r"with(?: n(?:one|either)\b.*)|neither|as it (?:is|stands)(?: now)?|(?:just )?the base|"
    r"with nothing changed)\W*$",
    re.IGNORECASE,
)
_COMPARED = pattern(
    r"\b(?:compar\w+|versus|vs|against|relative|differ\w*|better|more|higher) ?(?:\w+ ){0,4}?"
    r"(?:base|now|current\w*|present|today|before|have|mine|actual|start|original|record|case|"
    r"credited|stands?)\b",
    re.IGNORECASE,
)
_AS_IS = pattern(r"\bas (?:things|it|they|i) (?:are|is|am|stands?|now)\b", re.IGNORECASE)
_SHORT_OF = pattern(
    r"\bhow short\b|\b(?:how (?:many|far|much|close|near|big)|by how|what(?:'s| is)?)\b.*\b"
    r"(?:short|far|away|missing|lack\w*|too few|miss\w*|need\w*|to (?:go|reach|get)|below|"
    r"close|near|distance|gap|left|off|more)\b|"
    r"\bhow (?:near|close|far)\b.{0,20}\b(?:next|grade|gs-?\d*)\b|"
    r"^\W*(?:and |so )?(?:short|far|missing|lacking|off)(?: by)?(?: how (?:much|many|far))?\W*$",
    re.IGNORECASE,
)
_MINE = pattern(r"\b(?:am i|do i|have i|i have|i am|my case|i'm)\b", re.IGNORECASE)
_POINTS_BACK = pattern(
    r"\b(?:that|it|this|those|these|they|then|now|with (?:that|both|those)|still)\b",
    re.IGNORECASE,
)
_EVEN_THEN = pattern(
    r"\b(?:that'?s|is (?:that|it)|makes? (?:me|it|that)) "
    r"(?:an? |a gs[- ]?|gs[- ]?)(?:1[0-5]|[1-9])\b|"
    r"\b(?:1[0-5]|[5-9]) yet\b|"
    r"\b(?:even (?:then|so|with (?:that|it|both))|with (?:that|both|all that)|by then|"
    r"still (?:no|not|a|lack\w*|miss\w*|short|need\w*)|is (?:that|it) (?:enough|sufficient)|"
    r"(?:does|would|will|do) (?:that|it|this|they) (?:do|be enough|suffice|reach|make|get)|"
    r"what (?:do|would) i (?:get|have) (?:then|with (?:that|it|both)))\b",
    re.IGNORECASE,
)
_MADE_OF_IT = pattern(
    r"\b(?:what|which|how)\b.*\b(?:grade|total|points?)\b.*\b(?:that|it|this|they|those|then|now)\b"
    r"|^\W*(?:and |so |then |ok )*(?:the |my )?(?:total|sum|points|grade)(?: then| now)?\W*$"
    r"|\bis (?:it|that|this) (?:any |really )?(?:safer?|better|worse|higher|lower|enough)\b"
    r"|\bwhat (?:does|would|do|will) (?:that|it|this|those|they) (?:do|make|give|mean|come|bring|"
    r"change|get|add)\b",
    re.IGNORECASE,
)
_ONE_MORE = pattern(
    r"\b(?:which|what|any|single|one|other) (?:other |single |one |more )?(?:level|step|factor)\b.*"
    r"\b(?:gap|rest|reach|make it|get (?:me )?there|enough|do it|close|short)\b"
    r"|\bwith (?:which|what) (?:other|else)\b",
    re.IGNORECASE,
)
_ONLY = pattern(
    r"\b(?:just|only)\s+(?:with\s+)?(?:the\s+)?(?P<which>first|second|other|last|latter|former)\b"
    r"|\bthe (?P<one>first|second|other|last|latter|former)(?: (?:one|level))?\b.{0,24}"
    r"\b(?:alone|only|enough|suffic\w*|on its own|by itself|do(?: it)?|reach\w*|make|get me)\b",
    re.IGNORECASE,
)
_FOR = pattern(r"\b(?:not|instead of|rather than|in place of)\b(?P<rest>[^,;.?]*)", re.IGNORECASE)
_AFRESH = pattern(
    r"\bthe other way\b|\b(?:instead of|in place of|rather than|from) (?:what|the (?:one|level)|"
    r"where) i(?:'m| am| have| stand| now have)\b|\bfrom scratch\b",
    re.IGNORECASE,
)
"""What tries levels from those of record on, not from those tried before."""
_ALONE = pattern(
    r"\b(?:only|just|alone|instead|in (?:its|their) place|by itself|"
    r"not (?:both|on top|in addition|as well|too|together|with (?:it|that)))\b",
    re.IGNORECASE,
)
"""What leaves nothing else on trial beside the factor or level named."""
_SUPPOSES = pattern(
    r"\b(?:if|suppos\w+|say|imagine|assum\w+|pretend|with|meant?|(?:what|how) about|try)\b",
    re.IGNORECASE,
)
_IS = r"(?:is|was|were|be|being|became|becomes?|goes to|went to|got|gets?|at)"
_AT = r"(?: only| just| really)?(?: an?| at| level)?"
_PUT = pattern(
    rf"(?<![\w-])(?:factor )?(?P<factor>[1-9]) {_IS}{_AT} (?P<level>[B-Db-d]|A)(?![\w'])"
    rf"|\b[Ff]actor (?P<numbered>[1-9]) {_IS}{_AT} (?P<number>\d)\b",
)
"""A factor put at a level: "what if 7 is B instead", "suppose factor 4 were a 5"."""
_IT_WERE = pattern(
    rf"\b(?:it|that|this) {_IS}{_AT} (?P<level>[B-Db-d]|A|[1-9])(?![\w'%-]| percent)"
)
_STEPPED = pattern(
    r"\b(?:one|a|1)(?: (?:whole|full|single|more))? (?:level |step |notch |rung )?"
    r"(?:(?P<up>higher|up|more|better|above|over)|(?P<down>lower|down|less|below|under|worse))\b"
    r"|\b(?:(?P<up2>up|higher|raised|rises|rose|gained|gains)|(?P<down2>down|lower|lowered|drops|"
    r"dropped|falls|fell|loses|lost))(?: by)? (?:one|a|1)\b(?! (?:grade|point|day|year))"
    r"|\b(?:(?P<up3>raise|bump|push|lift)|(?P<down3>drop|lower|cut|reduce|knock)) "
    r"(?:factor )?[1-9]\b.{0,12}\b(?:one|an?) (?:level|step|notch|rung|grade)\b",
    re.IGNORECASE,
)
_WOULD = pattern(
    r"^\W*(?:and |so |ok |then )*(?:what|how much|how many points|how far) "
    r"(?:would|does|will|could|'d) (?:factor \d,? )?(?:at )?(?:level )?\d-\w(?: alone)? "
    r"(?:do|add|bring|give|change|make|get|take|buy|be worth|mean for)\b"
    r"|^\W*(?:and |so |ok |then )*(?:can|could|would|will|does) (?:level )?\d-\w(?: alone)? "
    r"(?:make (?:the|a|any|all the) difference|be enough|suffice|do it)\b",
    re.IGNORECASE,
)
_OVER = pattern(
    r"\bhow (?:many|much|far)\b.*\b(?:over|above|past|beyond|clear of)\b|"
    r"\bhow (?:safe|comfortable|tight)\b|\bmuch (?:room|slack|cushion|margin)\b",
    re.IGNORECASE,
)
_BOTH_OF = pattern(
    r"\b(?:with|plus|and|along with|on top of)\b.{0,12}\bthe other(?: one| level)?\b|"
    r"^\W*(?:(?:and|so|what if|what about|how about|now|then|ok|with|suppose)\W+)*"
    r"(?:both|them both|the two|the pair|all (?:of them|three|of it))"
    r"(?: (?:of (?:them|those)|together|again|at once|at the same time|then|combined|are|were|"
    r"credited|granted|met))*\W*$",
    re.IGNORECASE,
)
_I_ASK = pattern(r"\bi(?:'m| am)? (?:want|ask|seek|claim)\w*\b", re.IGNORECASE)
_BY_ITSELF = pattern(
    r"\b(?:would|will|does|is|could|can)\b.{0,12}\b(?:it|that|this|one)\b.{0,20}"
    r"\b(?:on its own|alone|by itself|enough|suffice|do it)\b|"
    r"\b(?:just|only) (?:that|this) (?:one|level)\b",
    re.IGNORECASE,
)
_AND_DO = pattern(
    r"^\W*(?:and|plus|then) (?:also )?(?:take|put|move|drop|lower|raise|make|get|give|cut|bring|"
    r"push|let|if)\b",
    re.IGNORECASE,
)
"""A further change beside what is on trial: "and take 9 down to 9-1"."""
_AND_LEVEL = pattern(r"^\W*(?:and|plus) (?:level )?[1-9]-\w\W*$", re.IGNORECASE)
_WHY = pattern(r"^\W*(?:(?:and|but|so|ok|then)\W+)*(?:why|how come)\b", re.IGNORECASE)
_PLACE = pattern(
    r"\bthe (?P<which>first|second|last|latter|former)\b(?! (?:factor|level|grade))", re.IGNORECASE
)
_BARE = pattern(
    r"(?<![\w-])(?P<factor>[1-9]) (?:goes|went|go|gets|moves?|moved|were|was|is|drops?|dropped|"
    r"rises?|rose|one|a)\b"
    r"|\b(?:raise|bump|push|lift|drop|lower|cut|reduce|knock) (?P<moved>[1-9])\b(?!-)",
    re.IGNORECASE,
)
"""A factor by its number alone, before what is done to it: "if 4 goes up one"."""
_NEARER = pattern(
    r"\b(?:is|am|are|does|do)\b.{0,20}\b(?:closer|nearer|close|near|almost)\b", re.IGNORECASE
)
_MEANT = pattern(r"\b(?:meant?|sorry|wait|rather|correction|oops|instead)\b", re.IGNORECASE)
_GRADE = pattern(r"\b(?:GS-?\s?)?(\d{1,2})\b(?!-)", re.IGNORECASE)


def is_on(memory: Memory) -> bool:
    """Tell whether the turn before was about levels on trial."""
    return bool(memory.trial) and memory.topic in {TRIED, DISTANCE, RANGES}


def on_trial(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return a message as a question on the total of the levels on trial, with its topic."""
    memory = context.memory
    if context.evaluation is None or len(question.message.split()) > LONGEST:
        return None
    if not is_on(memory):
        return _taken_up(question, memory)
    text, trial = question.message, memory.trial
    if _WHY.match(text) and question.levels:
        # "Why not 5-4?" takes nothing out.
        return None
    if (only := _ONLY.search(text)) and len(listed := _pair(context)) > 1:
        one = one_of(listed, trial, (only["which"] or only["one"]).lower())
        return about(_wanting(question, memory), (one,)), TRIED
    if _BOTH_OF.search(text) and (both := _both(text, context)):
        return total(both)
    if (place := _PLACE.search(text)) and _OUT.search(text) and len(trial) > 1:
        gone = one_of(trial, trial[-1:], place["which"].lower())
        return total(tuple(one for one in trial if one != gone))
    if (put := _put(question, context)) is not None:
        return put
    if not (question.levels or question.factors) and len(text.split()) <= FEW:
        question = replace(question, factors=factors_of(text))
    if question.levels or question.factors:
        changed = _changed(question, context)
        return None if changed is None else total(changed)
    if _OVER.search(text):
        return about(question, trial), TRIED
    if _WITHOUT_IT.search(text):
        # "The two without it" leaves out something beside them.
        return total(trial if _TOGETHER.search(text) else trial[:-1])
    if _NONE.search(text) and not _COMPARED.search(text):
        return total(())
    if _COMPARED.search(text):
        return about(question, trial), TRIED
    if _SHORT_OF.search(text) and (_POINTS_BACK.search(text) or not _MINE.search(text)):
        return _distance(question, memory), DISTANCE
    if _NEARER.search(text):
        return _distance(question, memory), DISTANCE
    if _EVEN_THEN.search(text):
        return about(_wanting(question, memory), trial), TRIED
    if _ONE_MORE.search(text) or (_MADE_OF_IT.search(text) and not _MINE.search(text)):
        return about(question, trial), TRIED
    return None


def put_at(question: Question, context: Context) -> tuple[Question, str] | None:
    """Return the question on the total with a factor at a level that is supposed, or None.

    "What if 7 is B instead?", "factor 5 one level lower, with 7 as it was", "what would 4-4 do?".
    """
    text = question.message
    if context.evaluation is None or (question.first_person and not context.own):
        return None
    if len(text.split()) > LONGEST or question.decision or question.percents:
        return None
    if len(question.levels) == 1 and _WOULD.search(text):
        return total(question.levels)
    return _put(question, context)


def _put(question: Question, context: Context) -> tuple[Question, str] | None:
    text, memory = question.message, context.memory
    trial = memory.trial if is_on(memory) else ()
    told = _BARE.search(text) and _STEPPED.search(text)
    if question.levels or not (_SUPPOSES.search(text) or trial or told):
        return None
    placed = _PUT.search(text)
    if placed is not None:
        factor = placed["factor"] or placed["numbered"]
        level = f"{factor}-{(placed['level'] or placed['number']).upper()}"
    elif trial and not question.factors and (it_were := _IT_WERE.search(text)) is not None:
        level = f"{trial[-1].rpartition('-')[0]}-{it_were['level'].upper()}"
    else:
        stepped, bare = _STEPPED.search(text), _BARE.search(text)
        bare_one = (bare["factor"] or bare["moved"],) if bare is not None else ()
        factors = question.factors or bare_one
        if stepped is None or not factors:
            return None
        # "Factor 5 one lower, with 7 as it was" moves the factor that stands nearest before.
        named = factors_in(text[: stepped.start()]) or factors
        by = 1 if stepped["up"] or stepped["up2"] or stepped["up3"] else -1
        level = step(context.levels.get(named[-1], ""), by)
        if not level:
            return None
    if _ON_TOP.search(text) and not _ALONE.search(text):
        return total(with_levels(trial, (level,)))
    return total((level,))


def _taken_up(question: Question, memory: Memory) -> tuple[Question, str] | None:
    """Return the levels a message tries where none are on trial, or None.

    One is put on top of those tried before another subject came between, or the one just spoken of
    is asked about by itself: "would it do on its own?".
    """
    spoken = memory.answer.levels if memory.answer is not None else ()
    if len(spoken) == 1 and not question.levels and _BY_ITSELF.search(question.message):
        return total(spoken)
    if not (memory.trial and question.levels and _ON_TOP.search(question.message)):
        return None
    return total(with_levels(memory.trial, question.levels))


def without_last(memory: Memory) -> tuple[str, ...]:
    """Take back the last change to what is on trial and return what is on trial then."""
    memory.trial = memory.trials.pop() if memory.trials else ()
    return memory.trial


def _changed(question: Question, context: Context) -> tuple[str, ...] | None:
    """Return the levels on trial with those a message adds, leaves out or puts in their place."""
    text, named, trial = question.message, question.levels, context.memory.trial
    if named and _AFRESH.search(text):
        return named
    if not named and _ALONE.search(text) and (alone := _of_factors(question, context)):
        return alone
    if not named and _ON_TOP.search(text) and (more := _of_factors(question, context)):
        return with_levels(trial, more)
    replaced = _FOR.search(text)
    if replaced is not None and named:
        out = read(replaced["rest"])
        wrong = {*out.factors, *(level.rpartition("-")[0] for level in out.levels)}
        kept = tuple(one for one in trial if one.rpartition("-")[0] not in wrong)
        right = tuple(level for level in named if level not in out.levels)
        if right and wrong:
            return with_levels(kept, right)
    if _OUT.search(text):
        there = set(question.factors) & {one.rpartition("-")[0] for one in trial}
        if there and set(named) <= set(trial):
            return tuple(one for one in trial if one.rpartition("-")[0] not in there)
    if named and (_ON_TOP.search(text) or _AND_DO.search(text) or _AND_LEVEL.match(text)):
        return with_levels(trial, named)
    if len(named) == 1 and _MEANT.search(text):
        same = {one.rpartition("-")[0] for one in trial} & set(question.factors)
        return with_levels(trial if same else trial[:-1], named)
    return None


def _pair(context: Context) -> tuple[str, ...]:
    """Return the levels of which "the other one" is one: listed last, else the two sought."""
    memory, case = context.memory, context.case
    sought = tuple(case.sought.values()) if case is not None else ()
    if len(memory.trial) > 1:
        return memory.trial
    two = len(sought) == 2 and set(memory.trial) <= set(sought)
    known = len(memory.listed) > 1 and set(memory.trial) <= set(memory.listed)
    return memory.listed if known or not two else sought


def _both(text: str, context: Context) -> tuple[str, ...]:
    """Return the levels tried one after the other, else those sought, when each is of a factor."""
    memory = context.memory
    before = next((one for one in reversed(memory.trials) if one), ())
    both = with_levels(before, memory.trial)
    if (both == memory.trial or _I_ASK.search(text)) and context.case is not None:
        both = tuple(context.case.sought.values())
    return both if len(both) > 1 else ()


def _of_factors(question: Question, context: Context) -> tuple[str, ...]:
    """Return the levels meant by factors named alone: those on trial, else those sought."""
    wrong = _FOR.search(question.message)
    out = factors_in(wrong["rest"]) if wrong is not None else ()
    there = {one.rpartition("-")[0]: one for one in context.memory.trial}
    sought = context.case.sought if context.case is not None else {}
    named = (there.get(f) or sought.get(f, "") for f in question.factors if f not in out)
    return tuple(level for level in named if level)


def with_levels(trial: tuple[str, ...], levels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the levels on trial with others, each in the place of its factor's."""
    added = {level.rpartition("-")[0] for level in levels}
    return (*(one for one in trial if one.rpartition("-")[0] not in added), *levels)


def total(levels: tuple[str, ...]) -> tuple[Question, str]:
    """Return the question on the total with some levels, with its topic."""
    # What was said of other levels is done with: "not factor 1" is no level to leave out.
    text, topic = total_of(levels)
    return (about(read(text), levels) if levels else read(text)), topic


def total_of(levels: tuple[str, ...]) -> tuple[str, str]:
    """Return a whole question on the total with some levels, or without any, and its topic."""
    if levels:
        return f"What if {_listed(levels)} were credited?", TRIED
    return "What is my grade as it stands?", AS_IT_IS


def _listed(levels: tuple[str, ...]) -> str:
    return " and ".join(f"Level {level}" for level in levels)


def _distance(question: Question, memory: Memory) -> Question:
    wanted = _wanting(question, memory).grades
    grade = f"GS-{wanted[-1]}" if wanted else "the next grade"
    trial = () if _AS_IS.search(question.message) else memory.trial
    of_it = f"is it with {_listed(trial)}" if trial else "am I"
    return about(read(f"How many points short of {grade} {of_it}?"), trial)


def _wanting(question: Question, memory: Memory) -> Question:
    """Return a question with the grade that the total is held against."""
    named = _GRADE.search(question.message)
    before = memory.question.grades if memory.question is not None else ()
    grades = question.grades or ((int(named.group(1)),) if named else before)
    return replace(question, grades=grades)
