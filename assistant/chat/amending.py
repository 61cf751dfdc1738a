"""What a message amends: levels only on trial, a change just made, a question that was misread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.chat.model import Answer, Question
from assistant.chat.moves import Move, levels, move_of, moves
from assistant.chat.reading.exact import read
from assistant.chat.reading.turns.changed.guide import OF_SUPERVISORS
from assistant.chat.reading.turns.changed.trying import AS_IT_IS, is_on, total_of, without_last
from assistant.chat.reading.turns.completing import (
    LONGEST,
    as_whole,
    in_place,
)
from assistant.chat.reading.turns.follow_ups import FollowUp, follow_ups
from assistant.chat.reading.turns.spoken.correcting import instead
from assistant.chat.reading.turns.together import about, without_lead_in
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.events import Event

    Said = Iterator[Event | Answer]

_SEEK_IT = pattern(
    r"^\W*(?:ok(?:ay)?,? |then |please |now |yes,? |let's |i )*"
    r"(?:(?:put|add|record|take|set) (?:it|that|this|them|those|both)"
    r"(?:(?: down| in(?:to)?| to))?(?: (?:my|the))?(?: case| file)?"
    r"|(?:seek|ask for|claim|want|go (?:with|for)) (?:it|that|this|them|those|both))\W*$",
    re.IGNORECASE,
)
_NOW = pattern(
    r"^\W*(?:and |so |ok |but )*(?:what|where|how much|how many) (?:is|are|am|does|do|would) "
    r"(?:it|that|this|we|i|my case|things)(?: (?:be|stand|at|make|come to|leave (?:me|it|us)))*"
    r"(?: (?:now|then))?\W*$|^\W*(?:so|and)\W*$",
    re.IGNORECASE,
)
CORRECTED = frozenset({"drop", "seek", "record"})
"""Moves that are made over again with what a correction names."""
LIKE, SURE, AHEAD = 0.8, 0.9, 0.05
"""How like a way of asking a question put together must be, how sure, and how much surer."""
REMARKED, SURELY = 0.65, 0.9
"""Share of a whole question from which a short message is taken to mean it, and from which it does
although it is like a way of asking for something else."""
MEANT = 0.8
"""Score from which a message by itself means a topic."""
RECKONED = frozenset({"own", "level"})
"""Subjects of which what is said next is reckoned from levels just named, not answered by rules."""
NEAR = 0.5
"""Likeness of its nearest way of asking below which a topic would not answer."""
PLAIN = 0.65
"""Likeness of a way of asking from which a message means that, wherever it stands."""
LIKELY, PLAINEST = 0.6, 0.9
"""Of a message whose words point back ("can he take it to the MSPB too"), the likeness below which
it means nothing by itself, and the one from which it means that wherever it stands."""
_LEANS = pattern(
    r"\b(?:it|that|they|them|those|he|she|him|her|his|hers|too|also|as well|either|instead|"
    r"meanwhile|then)\b|^\W*(?:and|or|but|what about|how about)\b|"
    r"^\W*(?:even (?:though|if|when)|although|though|unless|despite)\b|"
    r"^\W*(?:counted|starting|from|since|until|by) (?:\w+ )?(?:what|when|which)\b",
    re.IGNORECASE,
)
_EXACT = ("levels", "factors", "decision", "points", "series")
_FIGURE = pattern(r"\d")
"""What a message names that a remark's whole question would not; "half of it" is no figure."""
READINGS = 2
"""How many other readings of a question are offered."""


def tries(engine: Conversation, question: Question) -> Said | None:
    """Take back, change or ask for levels that are only on trial, before the case is touched."""
    memory = engine.memory
    if not is_on(memory):
        return None
    if _SEEK_IT.search(question.message):
        sought = about(question, memory.trial)
        engine.note_move("seek")
        return levels.seek(engine, sought)
    move = move_of(question)
    if move is None or move.name not in {"undo", "undo everything", "drop"}:
        return None
    if move.name == "drop":
        there = {level.rpartition("-")[0] for level in memory.trial} & set(question.factors)
        return iter([engine.answer_to(question)]) if there else None
    if move.name == "undo everything":
        if engine.can_undo:
            return None
        memory.trial, memory.trials = (), []
    else:
        without_last(memory)
    text, topic = total_of(memory.trial)
    answer = engine.answer_to(read(text, today=engine.today), topic)
    return iter(
        [replace(answer, lead=f"Taken back; the case itself stayed as it was. {answer.lead}")]
    )


SUGGESTED = "**Suggested:"
"""How the answer begins that suggests levels."""
_COMES_TO = pattern(
    r"^\W*(?:(?:and|so|ok|then)\W+)*(?:(?:what|which) (?:grade|total|score)|how many points|what) "
    r"(?:does|do|is|would|will|are) (?:that|it|this|they|those|these)(?: (?:all|then|now|come|add|"
    r"up|to|out|at|make|give|be|mean|total|together))*\W*$|"
    r"^\W*(?:and |so )*(?:the )?(?:grade|total|points)\W*$",
    re.IGNORECASE,
)


def after_change(engine: Conversation, question: Question) -> Said | None:
    """Take "what is it now?", said right after a change of the case, as asked of its grade.

    After levels suggested "what grade does that come to?" is asked of those.
    """
    last = engine.memory.answer
    if last is not None and last.lead.startswith(SUGGESTED) and _COMES_TO.match(question.message):
        engine.note_move("suggest", question)
        total = last.lead.partition(".**")[0]
        lead = f"{total}.** That is what the suggested levels come to; your case has it once you"
        return iter([replace(last, lead=f"{lead} accept them.", figures=())])
    if not engine.altered or engine.evaluation is None or not _NOW.search(question.message):
        return None
    return iter([engine.answer_to(read("What is my grade?", today=engine.today), AS_IT_IS)])


def corrects_move(engine: Conversation, question: Question) -> Said | None:
    """Take back what was just changed and do it to what is meant: "no, I meant factor 3"."""
    if engine.moved is None or not engine.can_undo:
        return None
    name, said = engine.moved
    right = instead(said, question) if name in CORRECTED else None
    move = next((one for one in moves() if one.name == name), None)
    if right is None or move is None or (name != "drop" and not right.levels):
        return None
    return _done_instead(engine, move, right)


def _done_instead(engine: Conversation, move: Move, right: Question) -> Said:
    yield from engine.undo()
    engine.note_move(move.name, right)
    for said in move.run(engine, right):
        if isinstance(said, Answer):
            yield replace(said, lead=f"Taken back what was changed before. {said.lead}")
        else:
            yield said


def other_readings(engine: Conversation) -> Said:
    """Offer what else the question before may have meant, which was answered beside the point."""
    before, topic = engine.memory.question, engine.memory.topic
    near = [] if before is None else engine.chooser.near(before, engine.context(), READINGS + 1)
    others = [one.topic for one in near if one.topic.id != topic][:READINGS]
    if before is None or len(others) < READINGS:
        yield Answer(lead="Then please put it in other words.", kind="clarify")
        return
    engine.offer_topics(before, tuple(one.id for one in others))
    yield Answer(
        lead=f"Then do you mean {others[0].title}, or {others[1].title}? If neither, put it in "
        "other words.",
        kind="clarify",
        next=tuple(f"{n}: {one.title}" for n, one in enumerate(others, start=1)),
    )


def in_passing(engine: Conversation, question: Question) -> tuple[Question, str]:
    """Return the whole question that a message means where it stands, and its topic if known.

    The message itself with no topic comes back when it means more by itself.
    """
    whole = remarked(engine, question)
    return put_in_place(engine, question) if whole is None else (whole, "")


def remarked(engine: Conversation, question: Question) -> Question | None:
    """Return the whole question of the remark a message is like, after the turn before; or None."""
    memory, chooser = engine.memory, engine.chooser
    exact = any(getattr(question, name) for name in _EXACT)
    exact = exact or bool(question.percents and _FIGURE.search(question.message))
    if memory.question is None or exact or len(question.message.split()) > LONGEST:
        return None
    of_levels = memory.answer is not None and bool(memory.answer.levels)
    of_levels = of_levels and memory.topic not in OF_SUPERVISORS
    if of_levels or follow_ups().subjects.get(memory.topic) in RECKONED:
        return None
    bare = replace(question, general=without_lead_in(question.general))
    vector = chooser.embedder.embed_query(bare.general)
    topics = {memory.topic, memory.topic_before}
    meant = chooser.matcher.remarks.meant(vector, topics)
    if not meant or meant[0][1] < REMARKED:
        return None
    alone = chooser.near(bare, engine.context(), 1)
    # "Who signs it?" asks of a person, and says enough by itself.
    leans = bool(_LEANS.search(question.message)) and not question.has("who ")
    near = alone[0].near if alone else 0.0
    clear = bool(alone) and alone[0].score >= MEANT and near >= (LIKELY if leans else NEAR)
    # A topic that, read closely, does not answer the message is not what it means.
    clear = clear and chooser.ask(alone[0].topic.id, bare, engine.context()) is not None
    # A share in words ("only half of it") is like what is asked of shares wherever it stands.
    plain = near >= (PLAINEST if leans else PLAIN) and not question.percents
    if clear and (meant[0][1] < SURELY or plain):
        return None
    made = as_whole(FollowUp("", meant[0][0]), question, engine.context())
    return None if made is None else replace(made[0], whole=True)


def of_the_rule(engine: Conversation, question: Question) -> bool:
    """Tell whether a statement is clearly of the subject spoken of: "they are all contractors".

    It is then held against the rule just told, and is no fact of the work.
    """
    subjects = follow_ups().subjects
    subject = subjects.get(engine.memory.topic, "")
    near = engine.chooser.near(question, engine.context(), 1) if subject else []
    clear = bool(near) and near[0].score >= MEANT and near[0].near >= PLAIN
    return clear and subjects.get(near[0].topic.id) == subject


def put_in_place(engine: Conversation, question: Question) -> tuple[Question, str]:
    """Return a message as the question before of another thing, where that is clearly asked.

    The message itself with no topic comes back when it means more by itself.
    """
    made = [read(text, today=engine.today) for text in in_place(question, engine.memory)]
    if not made:
        return question, ""
    context = engine.context()
    alone = engine.chooser.near(question, context, 1)
    least = alone[0].near + alone[0].score + AHEAD if alone else 0.0
    found = [(near[0], one) for one in made if (near := engine.chooser.near(one, context, 1))]
    match, best = max(found, key=lambda one: one[0].near + one[0].score)
    clear = match.near >= LIKE and match.score >= SURE and match.near + match.score >= least
    return (best, match.topic.id) if clear else (question, "")
