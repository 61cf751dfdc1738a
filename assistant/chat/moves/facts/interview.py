"""The questions of a new case, asked one at a time in the conversation.

They are those of :mod:`assistant.cases.questions`, as at a terminal. What comes next follows from
the case and from what was skipped, so that an answer taken back is asked for again, and a question
asked meanwhile is answered before ours is put once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from assistant import load
from assistant.cases.questions import QUESTIONS, CaseQuestion, next_question, open_questions
from assistant.chat.model import Answer
from assistant.chat.moves.keeping import ONCE, stands
from assistant.text import escape, one_line
from core.errors import InputError
from core.model import Case
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.conversation import Conversation
    from assistant.chat.model import Question
    from assistant.events import Event

    Said = Iterator[Event | Answer]

_ASKED: Final = "question"
"""The field whose answer is itself a question."""
_SKIP = pattern(
    r"^\W*(?:(?:please |let'?s |i(?:'ll| will)? |can (?:we|i) )*"
    r"(?:skip|pass|next(?: one| question)?)(?: (?:it|this|that|one|question|please|for now|on))*|"
    r"(?:i )?(?:don'?t|do not) (?:know|remember|have (?:it|one|that))(?: (?:it|that|yet))?|"
    r"(?:i(?:'m| am) )?not sure|no idea|none|n/?a|unknown|no (?:other|more)(?: duties)?|"
    r"(?:there (?:is|are) )?(?:nothing|none|no others?)(?: (?:else|more|left))?|"
    r"that(?:'?s| is|'?s been) (?:all|it|everything)(?: (?:of them|the duties))?)\W*$",
    re.IGNORECASE,
)
_REPEAT = pattern(
    r"^\W*(?:what (?:was|is|were)|what'?s|repeat|say|ask|tell me) (?:it|that|the|your|this|me)?"
    r"(?: (?:last|the|open|question|one|again|please))*\W*$|"
    r"^\W*(?:which|what|pardon|sorry|huh)\W*$",
    re.IGNORECASE,
)
_WHY = pattern(
    r"^\W*(?:but |and )?(?:why|what for|what do you need (?:it|that|this) for|"
    r"(?:why|what) (?:do|would|does|is|are|should|does it) .{0,30}(?:need|ask|want|matter|know|"
    r"important|say|tell)\w*(?: (?:that|this|it|me|so|for|for that|you))*)\W*$",
    re.IGNORECASE,
)
_STOP = pattern(
    r"^\W*(?:(?:please |let'?s |i(?:'d| would) (?:like|want) to |can we |that'?s )*"
    r"(?:stop|quit|exit|enough|later|cancel|finish|pause|done)"
    r"(?: (?:here|there|now|it|this|asking|questions?|the questions|for now|for today|please))*)"
    r"\W*$",
    re.IGNORECASE,
)
_SHARE = pattern(r"\w{4}.*\b\d{1,3} ?(?:%|percent\b)[\s)]*\.?$", re.IGNORECASE)
_USES: Final = {
    "position_description": "An appeal has to say whether the official description is accurate.",
    "duties": "The levels are suggested from the duties, and their shares of time decide which "
    "work can control the grade.",
    "levels": "The core computes the grade from them, and what each change would do.",
    "question": "The papers begin with it.",
}
"""What an answer serves, by the field it fills."""
_STAYS: Final = frozenset(
    {
        *("more", "shorter", "sure", "cite", "counted", "checked", "why", "help", "save"),
        *("export", "write", "undo", "redo", "changes", "undo everything", "open", "suggest"),
        *("accept", "summary", "questions", "new", "open questions"),
    }
)
"""Moves that are made as ever while questions are put; all else is the answer to ours."""


def ask(engine: Conversation, question: Question) -> Said:
    """Begin or go on with the questions, for a case of the reader's own."""
    if not engine.recording:
        yield Answer(lead=ONCE)
        return
    if engine.case is None or engine.example:
        yield from engine.begin()
    assert engine.case is not None  # noqa: S101 - one was just begun
    if next_question(engine.case, engine.skipped) is None:
        # What was skipped is asked for again by whoever wants to go on.
        engine.skipped = frozenset()
    if next_question(engine.case, engine.skipped) is None:
        yield Answer(lead=f"**Nothing is left to ask.** {stands(engine)}".strip())
        return
    engine.asking = True
    yield from put(
        engine,
        question,
        "I ask what a case needs, one thing at a time. Say *skip* to leave one out, *stop* to go "
        "on later, *undo* to take an answer back.",
    )


def answers(engine: Conversation, question: Question, move: str) -> Said | None:
    """Take a message as the answer to the question put; None when it is something else.

    Args:
        engine: The conversation.
        question: The message.
        move: The move that the message would make otherwise; empty for none.
    """
    case = engine.case
    if not engine.asking or case is None or engine.example or engine.offer is not None:
        return None
    put_last = next_question(case, engine.skipped)
    if put_last is None:
        engine.asking = False
        return None
    message = one_line(question.message)
    if _REPEAT.search(message):
        return put(engine, question, "")
    if _WHY.search(message):
        return put(engine, question, _use(put_last))
    if _STOP.search(message):
        engine.asking = False
        left = len(open_questions(case, engine.skipped))
        said = f"**We stop here, with {left} left to ask.** Say *ask me the questions* to go on."
        return iter([Answer(lead=f"{said} {stands(engine)}".strip())])
    if _SKIP.search(message):
        engine.skipped |= {put_last.field}
        return put(engine, question, "Left out.")
    if _SHARE.search(message):
        # What is done for a share of the time is a duty, whatever was asked.
        put_last = next(one for one in QUESTIONS if one.repeats)
    if move in _STAYS or (question.asks and put_last.field != _ASKED):
        return None
    return _taken(engine, case, put_last, question)


def again(engine: Conversation) -> Answer | None:
    """Put the question once more after something else was answered; None when none is open."""
    if not engine.asking or engine.case is None or engine.example or engine.offer is not None:
        return None
    found = next_question(engine.case, engine.skipped)
    return None if found is None else Answer(lead=f"*Still to answer:* {_asked(found)}")


def put(engine: Conversation, question: Question, said: str) -> Said:
    """Say something and put the next question, or say that all is answered."""
    case = engine.case
    assert case is not None  # noqa: S101 - questions are about a case
    found = next_question(case, engine.skipped)
    if found is not None:
        yield Answer(lead=f"{said} {_asked(found)}".strip())
        return
    engine.asking = False
    skipped = "; what was skipped is asked again when you say *ask me the questions*"
    yield Answer(
        lead=f"{said} **That was the last question{skipped if engine.skipped else ''}.** "
        f"{stands(engine)}".strip(),
        next=("*Save as my-case.toml* keeps it in a file.",),
    )
    if engine.evaluation is None and case.duties:
        # Without levels the work told is weighed: that is what the questions were for.
        engine.note_move("suggest", question)
        # What weighs work is loaded only for it.
        yield from load("assistant.chat.moves.describing.suggesting:suggested")(engine, question)


def _taken(engine: Conversation, case: Case, asked: CaseQuestion, question: Question) -> Said:
    try:
        yield from engine.change(asked.take(case, one_line(question.message)))
    except InputError as error:
        remedy = " ".join(filter(None, (escape(error.message).rstrip(".") + ".", error.hint)))
        yield Answer(lead=f"{remedy} Or say *skip*. {_asked(asked)}", kind="clarify")
        return
    yield from put(engine, question, "Noted.")


def _use(question: CaseQuestion) -> str:
    """Say what the answer to a question serves."""
    field, _, factor = question.field.partition(".")
    if field == "facts":
        return f"It bears on Factor {factor}; the level follows from what is told of the work."
    return _USES.get(field, "The statement, the assessment and the letter of appeal name it.")


def _asked(question: CaseQuestion) -> str:
    shown = "" if question.example == "..." else f" Such as: *{escape(question.example)}*"
    return f"**{question.text}**{shown}"
