"""An offer of a position that was declined: whether it was reasonable, and what can be done.

Only a reasonable offer (5 CFR 536.104) ends retention when it is declined. That it was not is
argued in an appeal to OPM (5 CFR 536.402), or in the negotiated procedure where that covers it.
"""

from __future__ import annotations

from core.appeals.retention.facts import Offer
from core.law.rules import Condition, Question, deciding
from core.model import Frozen

_CONDITIONS: tuple[tuple[str, str, str], ...] = (
    (
        "equal_or_higher",
        "its grade (for retained pay, its pay) is not below what is kept",
        "Was the grade offered equal to the retained grade or higher?",
    ),
    (
        "written_with_description",
        "it is in writing, with the official position description",
        "Did the offer come in writing with the official position description?",
    ),
    (
        "warned",
        "it warns that declining ends retention and can be appealed",
        "Did the offer say that declining it ends retention and can be appealed?",
    ),
    ("tenure", "its tenure is not less than before", "Was its tenure equal or greater?"),
    ("hours", "it is full time, or of no fewer hours than before", "Was it full time?"),
    (
        "commuting_area",
        "it lies in the commuting area, or mobility was agreed",
        "Did it lie in the commuting area, or was mobility agreed?",
    ),
)


class OfferRuling(Frozen):
    """Whether an offer was a reasonable one, by its conditions; None when facts are missing."""

    reasonable: bool | None
    text: str
    conditions: tuple[Condition, ...]
    questions: tuple[Question, ...]
    rules: tuple[str, ...]


def rule_on_offer(offer: Offer | None, *, by_grievance: bool = False) -> OfferRuling:
    """Rule on an offer that was declined.

    Args:
        offer: the offer; None stands for one of which nothing is stated.
        by_grievance: whether a negotiated procedure takes the place of the appeal to OPM.
    """
    rule = deciding("reasonable-offer")
    stated = offer or Offer()
    conditions = tuple(
        Condition(name=name, holds=getattr(stated, name), text=text, rules=(rule.code,))
        for name, text, _ in _CONDITIONS
    )
    failed = next((one for one in conditions if one.holds is False), None)
    questions: tuple[Question, ...] = ()
    appeal = deciding("offer-grievance" if by_grievance else "offer-appeal")
    if failed is not None:
        reasonable: bool | None = False
        text = f"The offer was not a reasonable one, which must be such that {failed.text}."
    elif all(one.holds for one in conditions):
        reasonable = True
        text = f"The offer met every condition of a reasonable one. {appeal.text}"
    else:
        reasonable = None
        text = f"It does so only if the offer was reasonable. {rule.text} {appeal.text}"
        questions = tuple(
            Question(field=f"retention.events.offer.{name}", text=ask)
            for name, _, ask in _CONDITIONS
            if getattr(stated, name) is None
        )
        if offer is None:
            questions = (
                Question(field="retention.events.offer", text="Did the offer meet each condition?"),
            )
    return OfferRuling(
        reasonable=reasonable,
        text=text,
        conditions=conditions,
        questions=questions,
        rules=(rule.code, "offer-ends", appeal.code, "offer-restored", "offer-reconsideration"),
    )
