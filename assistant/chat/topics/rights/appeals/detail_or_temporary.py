"""Details and temporary promotions: only a long time-limited promotion can be appealed."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import law, rule
from assistant.chat.answering.procedure import counted, months_named, number, track
from assistant.chat.answering.procedure.moments import moments
from assistant.chat.model import Answer, Context, Question, Topic
from assistant.chat.topics.rights.starting.who_may_appeal import TOPIC as WHO_MAY

_YEAR = 12
_GOES_ON = re.compile(
    r"\b(?:go(?:es)? on(?! (?:an?|the|my)\b)|continue\w*|proceed\w*|"
    r"still (?:count|alive|pending|valid))\b",
    re.IGNORECASE,
)
_PENDING = re.compile(
    r"\b(?:my|the|a|your|our|his|her|pending) (?:\w+ ){0,2}?appeal\b[^.?!]{0,45}\b(?:go(?:es)? on|"
    r"continue\w*|proceed\w*|end(?:s|ed)?|cancel\w*|stop\w*|alive|lost|over)\b"
    r"|\b(?:end|cancel|stop|kill|hurt|drop|close)(?:s|ed)?\b[^.?!]{0,25}\bappeal\b"
    r"|\bappeal (?:is|lies) (?:at|with|pending)\b[^?!]{0,20}(?:opm)?",
    re.IGNORECASE,
)
_AWAY = re.compile(r"\b(?:detail(?:ed|s)?|temporar\w+ assign\w+|on loan|acting)\b", re.IGNORECASE)
_OWN_POSITION = re.compile(
    r"\b(?:my|his|her|their|our|the) (?:own|permanent|regular|official|real|home)\b[^.?!]{0,15}"
    r"\b(?:position|job|grade|classification)\b|\bofficially h(?:o|e)ld\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!])\s+")
_TO_THE_OTHER = re.compile(
    r"\b(?:detailed|assigned|temporary) (?:position|job)\b|\b(?:position|job)\b[^.?!]{0,12}"
    r"\bdetailed to\b|\bwhich\b",
    re.IGNORECASE,
)
_COMPETED = re.compile(
    r"\b(?:compet\w*|post(?:ed|ing)?(?: it| the| a)?\b|announc\w*|advertis\w*|vacancy)",
    re.IGNORECASE,
)
_FOR_A_TIME = re.compile(
    r"\b(?:temp(?:orar\w+)?|time-limited|term) (?:promot\w+)|\bpromot\w+\b.{0,20}\btempor\w+|"
    r"\bdetail(?:ed|s)?\b",
    re.IGNORECASE,
)
_APPOINTED = re.compile(
    r"\b(?:temporary|temp|term) (?:employee|appointee|appointment|worker|hire)s?\b", re.IGNORECASE
)


def _while_away(question: Question) -> Answer | None:
    """Answer of the appeal of one's own position while one is detailed elsewhere."""
    text = question.message
    if not _AWAY.search(text) or _TO_THE_OTHER.search(text):
        return None
    if _PENDING.search(text):
        head = "Yes, it goes on" if _GOES_ON.search(text) else "No"
        return Answer(
            lead=(
                f"**{head}: a detail or another temporary assignment is no cause to cancel an "
                "appeal.** OPM cancels it when you are no longer officially assigned to the "
                "position, unless a retroactive benefit is possible."
            ),
            words=(rule("current-employee", "introduction", "no longer officially assigned"),),
            next=("Look at the latest SF-50: the position it names is the one you hold.",),
        )
    # "My own job is a 13. Can I appeal to get the 14?" asks of the other one.
    if _OWN_POSITION.search(_SENTENCE.split(text.strip())[-1]):
        return Answer(
            lead=(
                "**Yes: the position you officially hold can be appealed at any time, also while "
                "you are detailed elsewhere.** What cannot be appealed is the position you are "
                "detailed to."
            ),
            words=(
                rule("series-or-grade", "5-cfr-511", "series or grade of the employee's official"),
                rule("time-limited", "5-cfr-511", "detailed or promoted on a time-limited basis"),
            ),
            next=("Look at the latest SF-50: the position it names is the one you hold.",),
        )
    return None


def _answer(question: Question, context: Context) -> Answer | None:
    years, least = counted("time-limited"), number("time-limited") * _YEAR
    months = months_named(question)
    if months is None:
        # "From January 2024 to March 2026" tells how long as well.
        told = moments(question.message, context.today)
        if len(told) > 1:
            months = (told[-1].latest - told[0].earliest).days // 30
    promoted = question.has("promot", "nte", "term promotion", "not to exceed")
    if question.has("promised", " ago"):
        # Years that have passed are no term of a promotion.
        promoted = False
    away = question.has("detail", "loan", "acting", "fill in", "filling in", "fill it", "filled")
    if track(question, context) == "fws":
        lead = (
            "**The wage rules do not say.** They open the grade to which your job is assigned, "
            "and bar neither details nor temporary promotions by name: your agency's published "
            "review procedure decides."
        )
        words = (rule("fws-issues", "5-cfr-532", "may at any time appeal the occupational series"),)
        return Answer(
            lead=lead, words=words, next=("Ask your agency for its job grading procedure.",)
        )
    if _APPOINTED.search(question.message) and not promoted and not away:
        return WHO_MAY.answer(question, context)
    if _COMPETED.search(question.message) and (promoted or away):
        return _on_detail(question)
    own = _while_away(question)
    if own is not None:
        return own
    if question.has("which position", "what position", "which job counts", "position counts"):
        return Answer(
            lead=(
                "**The position officially held, the one on the SF-50, not the one the employee is "
                "detailed to.** A temporary assignment elsewhere is no ground to cancel the "
                f"appeal. The exception is a time-limited promotion for {years} years or more, "
                "which can be appealed itself."
            ),
            words=(
                rule(
                    "not-officially-assigned", "5-cfr-511", "not officially assigned by an official"
                ),
                rule("time-limited", "5-cfr-511", "detailed or promoted on a time-limited basis"),
            ),
            next=("Look at the position title and number on the latest SF-50.",),
        )
    if away and not question.has("appeal", "contest", "challenge"):
        return _on_detail(question)
    if promoted and not away and months is not None:
        long_enough = months >= least
        head = "Yes" if long_enough else "No"
        why = "reaches" if long_enough else "is shorter than"
        lead = (
            f"**{head}.** A time-limited promotion can be appealed when it is for {years} years "
            f"or more, and the one you name {why} that. The limit set in the personnel action, "
            "with its extensions, is what counts."
        )
    elif promoted and not away:
        lead = (
            f"**Only if the temporary promotion is for {years} years or more.** A shorter one "
            "cannot be appealed; the position you hold permanently can."
        )
    else:
        lead = (
            "**No: a position you are only detailed to, or not officially assigned to, cannot be "
            f"appealed.** The one exception is a time-limited promotion for {years} years or "
            "more. Your own official position can be appealed at any time, and work outside its "
            "description is a matter for a grievance where one applies."
        )
    return Answer(
        lead=lead,
        words=(
            rule("time-limited", "5-cfr-511", "detailed or promoted on a time-limited basis"),
            rule("not-officially-assigned", "5-cfr-511", "not officially assigned by an official"),
        ),
        next=(
            "Look at block 5 and the not-to-exceed date of your latest SF-50.",
            "If the work has become regular, ask for a desk audit of your own position.",
        ),
        missing=() if months is not None else ("how long the promotion is for",),
    )


def _on_detail(question: Question) -> Answer:
    """Say what a detail leads to: its limit without competition, and where a complaint goes."""
    if question.has("paid", "higher pay", "get the pay", "raise") and not question.has("how long"):
        return Answer(
            lead=(
                "**No: a detail leaves your grade, and your pay with it, as it is.** The higher "
                "grade is paid only by a promotion, which may be a temporary one; beyond 120 days "
                "a detail or temporary promotion to a higher grade must be competed. Pay or time "
                "on a detail is a matter for a grievance where one applies."
            ),
            words=(
                rule(
                    "no-back-pay",
                    "introduction",
                    "no entitlement exists for compensation at the higher grade",
                ),
                law(
                    "5-cfr-335",
                    "335.103(c)(1)(ii)",
                    "Details for more than 120 days",
                    "Competitive procedures apply to details of more than 120 days to a higher "
                    "grade.",
                ),
            ),
            next=(
                "Ask in writing for a temporary promotion, or that the detail end.",
                "If the work is now regularly yours, ask for a desk audit of your own position.",
            ),
        )
    longest = (
        "A longest time stands in 5 U.S.C. 3341 and your agency's policy, which are not held. "
        if question.has("how long", "maximum", "limit", "longest", "forever")
        else ""
    )
    return Answer(
        lead=(
            "**Beyond 120 days a detail or temporary promotion to a higher grade must be "
            f"competed; such service in the last 12 months counts towards the 120.** {longest}A "
            "detail leaves your own grade as it is, and its duties cannot be appealed as "
            "classification: pay or time on a detail is a matter for a grievance where one "
            "applies. If the work is now regularly yours, ask for your own position to be "
            "described and graded."
        ),
        words=(
            law(
                "5-cfr-335",
                "335.103(c)(1)(ii)",
                "Details for more than 120 days",
                "Competitive procedures apply to details of more than 120 days to a higher grade.",
            ),
            rule("time-limited", "5-cfr-511", "detailed or promoted on a time-limited basis"),
        ),
        next=(
            "Ask for the detail in writing, with its dates and duties.",
            "Say how long it lasts and whether it is a detail or a temporary promotion.",
        ),
    )


_HOW_LONG = re.compile(
    r"\bhow long\b[^.?!]{0,40}\bdetail(?:ed)?\b|\bdetail(?:ed)?\b[^.?!]{0,40}\b(?:how long|maximum|"
    r"longest|time limit|120)\b",
    re.IGNORECASE,
)


def _sure(question: Question, context: Context) -> bool:
    """Tell whether it is asked how long a detail may last, or what it means for an appeal."""
    if question.has("in detail") or question.decision or question.levels:
        return False
    if _COMPETED.search(question.message) and _FOR_A_TIME.search(question.message):
        return True
    own = track(question, context) == "gs" and question.has("appeal", "contest")
    return bool(_HOW_LONG.search(question.message) or (own and _while_away(question)))


TOPIC = Topic(
    id="detail-or-temporary-promotion",
    title="appealing a detail or a temporary promotion",
    answer=_answer,
    sure=_sure,
    unlike=("levels", "points", "decision"),
)
