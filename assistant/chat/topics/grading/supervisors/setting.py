"""Factor 2 of the supervisory guide: the level by the chain from the chief to an executive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.answering.kit import guide_rule
from assistant.chat.answering.named.supervising import chain
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.text import capital
from core.errors import AppError
from core.model import Citation

if TYPE_CHECKING:
    from assistant.chat.answering.named.supervising import Chain
    from core.supervisory.guide import Guide

_SETTING = re.compile(
    r"\b(?:factor (?:2|two)|organi[sz]ational setting|level 2|2-[1-3]|gssg|supervisory guide)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\bsetting\b|\breport(?:s|ing|ed)?\b|\bexecutives?\b|\bSES\b|\bchain\b|\bdeputy\b|"
    r"\bcolonel\b|\bsupervise me\b",
    re.IGNORECASE,
)
"""Without one of these nothing is said of who stands above."""
_NONSUPERVISORY = re.compile(r"\bsupervisory controls?\b|\bnine factors\b", re.IGNORECASE)
_COMMANDER = re.compile(r"\b(?:colonel|captain|commander|commanding officer)\b", re.IGNORECASE)


def _sure(question: Question, context: Context) -> bool:  # noqa: ARG001
    text = question.message
    if not _SETTING.search(text) or _NONSUPERVISORY.search(text) or question.points:
        return False
    if any(not level.startswith("2-") for level in question.levels):
        return False
    if question.levels and not _ABOUT.search(text):
        # "2-3 or 2-4" is asked of the factor of that number among the nine as well.
        return False
    found = chain(text)
    return found is not None and (found.reaches or len(found.posts) > 1 or "setting" in text)


def _answer(question: Question, context: Context) -> Answer | None:
    if not (_SETTING.search(question.message) or _ABOUT.search(question.message)):
        return None
    from core.supervisory import load_guide

    guide = load_guide(context.as_of)
    deputy = guide_rule("reports-to-deputy", "position reporting to a deputy or full assistant")
    rank = guide_rule("rank-of-position", "full performance level")
    told = chain(question.message)
    following = ("Who appraises the performance? Of two chiefs, that one counts.",)
    if told is None or not told.reaches:
        return Answer(
            lead=_open(guide, told, _COMMANDER.search(question.message) is not None),
            words=(_level_words(guide, "2-2"), deputy, rank),
            next=("Name the chain up to the first executive, and I say the level.", *following),
        )
    level, why = _settled(guide, told)
    row = guide.row(level)
    lead = f"**Level {level}, {row.points} points.** {why}"
    words: tuple[Words, ...] = (_level_words(guide, level), rank)
    if any(post.role == "deputy" for post in told.posts):
        lead += " Reporting to a deputy or full assistant chief counts as reporting to the chief."
        words = (_level_words(guide, level), deputy)
    if level == "2-3" and any(post.directs_gs15 for post in told.posts):
        lead += " The workload at GS-15 must be substantial."
    return Answer(lead=lead, words=words, next=following)


def _settled(guide: Guide, told: Chain) -> tuple[str, str]:
    """Return the level of a chain that reaches an executive, and why, by the core."""
    from core.supervisory import SupervisoryRequest
    from core.supervisory.factors import settle_setting
    from core.supervisory.record import Record

    record = Record()
    level = settle_setting(guide, SupervisoryRequest(reporting=told.posts), record)
    if level is None:  # A chain that is told always settles a level or raises.
        raise AppError("the chain settles no level of Factor 2", where="question")
    if told.assumed:
        steps = len(told.posts) - 1
        below = f"{steps} level{'s' if steps > 1 else ''}"
        return level, f"The position reported to stands {below} below the first executive."
    said = record.steps[-1][1].removeprefix("Factor 2: ").rpartition(": Level")[0]
    return level, f"{capital(said)}."


def _open(guide: Guide, told: Chain | None, commander: bool) -> str:
    """Say how the level depends on where the first executive stands."""
    two, one, top = (guide.row(level).points for level in ("2-1", "2-2", "2-3"))
    head = "**By the chain above you: "
    if told is not None:
        head = (
            "**It depends on who is the first executive above, which the chain told does not say: "
        )
    lead = (
        f"{head}Level 2-3 ({top} points) when you report to an SES member, a flag or general "
        f"officer or the equivalent, Level 2-2 ({one}) to a position one level below the first "
        f"such, Level 2-1 ({two}) to one two or more levels below.**"
    )
    if commander:
        return (
            f"{lead} A commanding officer counts as an executive only at general or flag rank, or "
            "at the very largest installations."
        )
    return f"{lead} A position that directs a substantial GS-15 workload makes it Level 2-3 too."


def _level_words(guide: Guide, level: str) -> Words:
    summary = next(
        one["summary"]
        for factor in guide.data["factors"]
        for one in factor["levels"]
        if one["level"] == level
    )
    return Words(
        ours=f"Level {level}: {summary[:1].lower()}{summary[1:]}",
        citation=Citation.model_validate(guide.cite_level(level)),
        source="gssg",
        level=level,
    )


TOPIC = Topic(
    id="organizational-setting",
    title="to whom a supervisor reports (the organizational setting)",
    answer=_answer,
    unlike=("points", "decision", "series"),
    order=40,
    sure=_sure,
    cues=("setting", "factor 2", "factor two", "level 2", "2-", "gssg", "supervisory guide"),
)
