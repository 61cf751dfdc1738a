"""Level 3-2 and above: the least authority, and what lifts it."""

from __future__ import annotations

from assistant.chat.answering.kit import guide_rule, law
from assistant.chat.model import Answer, Context, Question, Topic, Words


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    ways = guide_rule("level-3-2", "Positions at this level meet a or")
    csix = guide_rule("level-3-2c-all", "at least three of the first four")
    third = guide_rule("level-3-3b", "at least 8 of the following")
    real = law(
        "gssg",
        "14",
        "exercised on a recurring basis",
        "Authority counts only when it is delegated and used on a recurring basis.",
    )
    if question.has("3-3", "3-4", "higher level", "next level", "more authority", "second level"):
        lead = (
            "**For Level 3-3 you need either real managerial authority over goals, plans and "
            "resources (paragraph a), or all or nearly all the authorities of 3-2c and at "
            "least 8 of fifteen more (paragraph b).** Level 3-4 comes on top of 3-3, with "
            "direction of major program segments or final authority over personnel matters."
        )
        words: tuple[Words, ...] = (third, real)
    else:
        lead = (
            "**At least Level 3-2, met in one of three ways; the usual one is paragraph c: six "
            "or more of ten listed authorities, with at least three of the first four.** The "
            "first four are planning the work, assigning it, evaluating performance, and "
            "advising and instructing employees. Authority counts only if it is delegated and "
            "used on a recurring basis."
        )
        words = (csix, ways, real)
    return Answer(
        lead=lead,
        words=words,
        next=("List what is delegated to you in writing, and how often you use it.",),
    )


TOPIC = Topic(
    id="supervisory-authorities",
    title="the authorities a supervisor needs",
    asks=(
        "What authorities must a supervisor have?",
        "Level 3-2 requirements for supervisors",
        "minimum supervisory authority",
        "Do I need to be able to hire and fire?",
        "which supervisory powers count",
        "I can't discipline anyone, am I still a supervisor?",
        "six of ten authorities",
        "Factor 3 of the supervisory guide",
        "What lifts a supervisor to Level 3-3?",
        "supervisory and managerial authority exercised",
        "is approving leave enough to be a supervisor",
        "rating performance required for supervisors?",
        "authorities in 3-2c",
        "I recommend selections but do not make them",
        "delegated authority for a section chief",
        "must supervisory authority be exercised",
        "managerial authority level 3-3a",
        "what's needed for 3-3b",
        "which authority level does my branch chief get",
        "supervisory authorities",
        "supervisory authority",
        "authorities of a supervisor",
        "which authorities does a supervisor need",
        "what authority does a supervisor need",
        "minimum authorities",
        "minimum authority of a supervisor",
        "authorities needed for Level 3-2",
        "Level 3-2 supervisory authority",
        "what is Level 3-2 in the supervisory guide",
        "ten authorities",
        "list of supervisory authorities",
        "six of the ten authorities",
        "first four authorities",
        "authority to hire",
        "authority to discipline",
        "power to hire and fire",
        "I cannot hire or fire",
        "I do not rate my people",
        "must a supervisor rate employees",
        "must a supervisor discipline",
        "do I need disciplinary authority",
        "Level 3-3 supervisory authority",
        "authorities for Level 3-3",
        "what powers does someone need before we call them a supervisor",
        "which powers make someone a supervisor",
        "what must a supervisor be allowed to do",
        "he approves leave and assigns work, is that enough",
        "I give appraisals but cannot hire",
        "I can approve leave but I can't hire anyone, does that make me a boss",
        "what do I need to be able to do before they call me a supervisor",
        "my boss keeps all the hiring and discipline to himself, I only hand out the work",
        "do I have to have the power to discipline",
        "I give ratings and sign timecards, is that it?",
        "what powers go with running a section",
        "he only recommends promotions, he doesn't decide them",
        "rating people, assigning work, hearing complaints: how many of these do you need",
        "they want proof that I've got real say over my people",
        "Does it count if I interview but somebody else makes the pick",
        "authority to write appraisals but not to fire",
        "which management powers get you the higher level of the third factor",
        "I was told I miss one of the delegated authorities",
        "what exactly must a second-line chief be able to do that I can't",
    ),
    answer=_answer,
    telling=(
        "authorities",
        "hire and fire",
    ),
    unlike=("decision", "points"),
)
