"""Where to appeal and in what order, and who may speak for the appellant.

:func:`forums` gives every way, open or closed, with the rules; the agency and OPM, the way back to
OPM, a grievance, the Merit Systems Protection Board and the appeal of a declined offer.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, Literal

from core.appeals.facts import AppealFacts, Disputed
from core.appeals.retention.grade import Kept, RetentionAdvice, kept_by
from core.law.rules import Condition, Question, deciding, opposite
from core.model import Frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.appeals.issues import IssueRuling

Forum = Literal[
    "agency",
    "opm",
    "opm-through-agency",
    "opm-reconsideration",
    "grievance",
    "mspb-or-grievance",
    "opm-offer-appeal",
    "agency-headquarters",
]
FORUMS: Final[dict[Forum, str]] = {
    "agency": "The agency",
    "opm": "OPM",
    "opm-through-agency": "OPM through the agency",
    "opm-reconsideration": "Reconsideration by OPM",
    "grievance": "Grievance",
    "mspb-or-grievance": "Merit Systems Protection Board, or grievance",
    "opm-offer-appeal": "OPM, on a declined offer",
    "agency-headquarters": "The agency's headquarters",
}
"""Each forum by the name it is shown under."""


class ForumStep(Frozen):
    """One way that is open or closed.

    Steps with the same ``order`` are alternatives. ``issues`` are the disputed matters it
    hears; the way to an agency's headquarters hears none, it only raises a comparison.
    """

    order: int
    forum: Forum
    open: bool
    text: str
    rules: tuple[str, ...]
    issues: tuple[Disputed, ...] = ()


class RepresentativeRuling(Frozen):
    """Whether a representative may act, with the conditions looked at."""

    verdict: Literal["allowed", "barred", "agency-may-refuse", "undetermined"]
    text: str
    conditions: tuple[Condition, ...]
    questions: tuple[Question, ...]
    rules: tuple[str, ...]


def forums(
    facts: AppealFacts, issues: Sequence[IssueRuling], retention: RetentionAdvice | None = None
) -> tuple[ForumStep, ...]:
    """Return the ways that exist for what is disputed, in the order to take them.

    Args:
        facts: the appeal.
        issues: the rulings on it.
        retention: what is kept, when that was asked: it closes the grievance and the Board.
    """
    heard: dict[str, tuple[Disputed, ...]] = {
        procedure: tuple(
            ruling.issue
            for ruling in issues
            if ruling.verdict == "appealable" and ruling.procedure == procedure
        )
        for procedure in ("gs", "fws")
    }
    steps: list[ForumStep] = []
    if facts.appellant == "agency":
        steps += _hearing(_agency_ways() if heard["gs"] else [], heard["gs"])
    else:
        steps += _hearing(_gs(facts) if heard["gs"] else [], heard["gs"])
        steps += _hearing(_fws(facts) if heard["fws"] else [], heard["fws"])
    again = _reconsideration_fws(facts) if facts.pay_system == "fws" else _reconsideration(facts)
    if facts.pay_system != "outside":
        steps += _hearing(again, facts.disputed)
    steps += _grievance(issues)
    if facts.appellant == "employee":
        steps += _other_ways(facts, issues, kept_by(facts, retention))
    if "another-position" in facts.grounds:
        route = deciding("consistency-route")
        steps.append(
            _step(1, "agency-headquarters", open_=True, text=route.text, codes=(route.code,))
        )
    return tuple(steps)


def _hearing(steps: list[ForumStep], issues: tuple[Disputed, ...]) -> list[ForumStep]:
    return [step.model_copy(update={"issues": issues}) for step in steps]


def _grievance(issues: Sequence[IssueRuling]) -> list[ForumStep]:
    reviewable = [ruling for ruling in issues if ruling.verdict == "reviewable"]
    if not reviewable:
        return []
    codes = dict.fromkeys(code for ruling in reviewable for code in ruling.rules)
    step = _step(
        1,
        "grievance",
        open_=True,
        text="The agency's administrative or negotiated grievance procedure, where one "
        "applies, can review what cannot be appealed.",
        codes=tuple(codes),
    )
    return _hearing([step], tuple(ruling.issue for ruling in reviewable))


def _other_ways(
    facts: AppealFacts, issues: Sequence[IssueRuling], kept: Kept | None
) -> list[ForumStep]:
    """Return the negotiated grievance, the Board and the appeal of a declined offer."""
    steps = []
    classified = tuple(ruling.issue for ruling in issues if ruling.procedure)
    action = facts.personnel_action
    lost = action is not None and action.lost_grade_or_pay is True
    if classified:
        open_ = lost and kept == "neither"
        codes = ["grievance-classification"]
        more = ""
        if kept in ("grade", "pay"):
            codes = ["retention-not-elsewhere", "reclassification-appeal-kept"]
        elif open_:
            codes.append("grievance-agreement")
            more = " It did here: a grievance is possible if your agreement allows it."
        elif lost:
            more = " Here it depends on whether grade or pay is retained (5 U.S.C. 5366(b))."
        text = " ".join(deciding(code).text for code in codes) + more
        grieve = _step(1, "grievance", open_=open_, text=text, codes=tuple(codes))
        steps += _hearing([grieve], classified)
    if lost and kept == "neither":
        codes = ["adverse-action", "adverse-appeal", "one-of-two", "adverse-notice"]
        text = " ".join(deciding(code).text for code in codes)
        steps.append(_step(1, "mspb-or-grievance", open_=True, text=text, codes=tuple(codes)))
    asked = facts.retention
    if asked is not None and asked.termination_notified is not None:
        covered = bool(asked.bargaining_unit_grievance)
        code = "offer-grievance" if covered else "offer-appeal"
        text = deciding(code).text
        steps.append(
            _step(1, "opm-offer-appeal", open_=not covered, text=text, codes=(code, "offer-appeal"))
        )
    return steps


def _step(order: int, forum: Forum, *, open_: bool, text: str, codes: tuple[str, ...]) -> ForumStep:
    for code in codes:
        deciding(code)
    return ForumStep(order=order, forum=forum, open=open_, text=text, rules=codes)


def _agency_ways() -> list[ForumStep]:
    rule = deciding("agency-appeal")
    return [_step(1, "opm", open_=True, text=rule.text, codes=(rule.code,))]


def _reconsideration(facts: AppealFacts) -> list[ForumStep]:
    """Return the way back to OPM after an appeal decision, with its time limit."""
    decision = facts.opm_decision
    if decision is None or decision.authority != "5112":
        return []
    rule = deciding("reconsideration")
    last = decision.issued + timedelta(days=rule.number)
    in_time = facts.as_of is None or facts.as_of <= last
    codes: tuple[str, ...] = ("reconsideration-grounds", "reconsideration", "director-review")
    text = f"{deciding('reconsideration-grounds').text} {rule.text}"
    if facts.appellant == "agency":
        codes = (*codes, "agency-reconsideration")
        text += " " + deciding("agency-reconsideration").text
    return [_step(1, "opm-reconsideration", open_=in_time, text=text, codes=codes)]


def _reconsideration_fws(facts: AppealFacts) -> list[ForumStep]:
    """Return the way back to OPM after a job grading decision, which has no limit of days."""
    if facts.opm_decision is None:
        return []
    rule = deciding("fws-reconsideration")
    return [_step(1, "opm-reconsideration", open_=True, text=rule.text, codes=(rule.code,))]


def _gs(facts: AppealFacts) -> list[ForumStep]:
    appeal = facts.agency_appeal
    pending_agency = (
        appeal is not None
        and appeal.filed is not None
        and not appeal.addressed_to_opm
        and appeal.decision_received is None
    )
    decided_agency = appeal is not None and appeal.decision_received is not None
    pending_opm = (
        facts.opm_appeal is not None
        and facts.opm_appeal.filed is not None
        and facts.opm_decision is None
    )
    certified = facts.opm_decision is not None
    if pending_opm:
        return [
            _step(
                1,
                "opm",
                open_=True,
                text="The appeal lies with OPM. One with the agency at the same time is not "
                "possible.",
                codes=("one-forum", "opm-is-last"),
            )
        ]
    if appeal is not None and appeal.addressed_to_opm and appeal.filed is not None:
        return [_under_way(favorable=appeal.favorable)]
    agency_open, agency_text = True, deciding("forum").text
    agency_codes: tuple[str, ...] = ("forum", "one-forum")
    if certified:
        agency_open, agency_codes = False, ("certified-position",)
        agency_text = deciding("certified-position").text
    elif decided_agency:
        agency_open, agency_codes = False, ("opm-is-last",)
        agency_text = "The agency has decided; the next step is OPM."
    elif pending_agency:
        agency_codes = ("one-forum",)
        agency_text = (
            "The appeal lies with the agency. Going to OPM before it decides ends the agency's "
            "proceedings: one at a time."
        )
    second = 2 if agency_open else 1
    through_open = not (decided_agency or pending_agency)
    return [
        _step(1, "agency", open_=agency_open, text=agency_text, codes=agency_codes),
        _step(
            1,
            "opm-through-agency",
            open_=through_open,
            text=deciding("through-agency").text,
            codes=("through-agency",),
        ),
        _step(
            1 if not pending_agency else second,
            "opm",
            open_=True,
            text="Write to OPM directly. Its decision is the last one in the administration. "
            + deciding("where-opm").text,
            codes=("forum", "where-gs", "where-opm", "one-forum", "opm-is-last"),
        ),
    ]


def _under_way(*, favorable: bool | None) -> ForumStep:
    """Return the step of an appeal to OPM that was handed in at the agency."""
    rule = deciding("through-agency")
    if favorable:
        text = "The agency agreed and corrects the classification; that closes the appeal."
    elif favorable is False:
        text = "The agency's decision is unfavorable: it must send the appeal on to OPM."
    else:
        text = f"The appeal is under way at the agency. {rule.text}"
    return _step(
        1, "opm-through-agency", open_=not favorable, text=text, codes=(rule.code, "one-forum")
    )


def _fws(facts: AppealFacts) -> list[ForumStep]:
    appeal = facts.agency_appeal
    decided = appeal is not None and appeal.decision_received is not None
    # The rule answers a question with no; here it only says where to begin.
    begin = deciding("fws-agency-first").text.removeprefix("No: ")
    first = f"{begin[0].upper()}{begin[1:]} {deciding('fws-application').text}"
    told = ("fws-opm-filing", "fws-extension-opm", "fws-say-what", "where-opm")
    return [
        _step(
            1,
            "agency",
            open_=not decided,
            text="The agency has decided; the next step is OPM." if decided else first,
            codes=("fws-agency-first", "fws-application"),
        ),
        _step(
            2,
            "opm",
            open_=decided,
            text=" ".join(deciding(code).text for code in told),
            codes=("fws-agency-first", *told),
        ),
    ]


# --- the representative --------------------------------------------------------------------


def rule_on_representative(facts: AppealFacts) -> RepresentativeRuling | None:
    """Say whether the representative may act; None when the facts name none."""
    who = facts.representative
    if who is None:
        return None
    barred, refusable = deciding("representative-barred"), deciding("representative-disallowed")
    conditions = [
        Condition(name=name, holds=opposite(value), text=text, rules=(rule.code,))
        for name, value, text, rule in (
            (
                "not-supervisor",
                who.supervises_position,
                "The representative has no line or staff authority over the position.",
                barred,
            ),
            (
                "not-classifier",
                who.classifies_position,
                "The representative has no authority to classify the position.",
                barred,
            ),
            (
                "no-conflict",
                who.conflict_of_interest,
                "Acting for the appellant causes no conflict of interest.",
                refusable,
            ),
            (
                "can-be-released",
                who.needed_for_priority_work,
                "The Government's priority needs allow the representative's release.",
                refusable,
            ),
            (
                "reasonable-cost",
                who.unreasonable_cost,
                "The release causes no unreasonable cost.",
                refusable,
            ),
        )
    ]
    questions = tuple(
        Question(field=f"representative.{field}", text=text)
        for field, text in (
            ("supervises_position", "Does the representative supervise the position?"),
            ("classifies_position", "Can the representative classify the position?"),
        )
        if getattr(who, field) is None
    )
    hard, soft = conditions[:2], conditions[2:]
    verdict: Literal["allowed", "barred", "agency-may-refuse", "undetermined"]
    if any(condition.holds is False for condition in hard):
        verdict, text, questions = "barred", barred.text, ()
    elif any(condition.holds is None for condition in hard):
        verdict, text = "undetermined", "It depends on the representative's authority."
    elif any(condition.holds is False for condition in soft):
        verdict, text = "agency-may-refuse", refusable.text
    else:
        verdict, text = "allowed", deciding("representative-choice").text
    codes = [barred.code, refusable.code, "representative-choice", "representative-factfinding"]
    if facts.pay_system == "fws":
        codes = ["fws-representative", "fws-attendance", barred.code, refusable.code]
        if verdict == "allowed":
            text = deciding("fws-representative").text
        text += f" {deciding('fws-attendance').text}"
    if who.named_to_opm_in_writing is False:
        text += " The name and address must still go to OPM in writing."
    return RepresentativeRuling(
        verdict=verdict,
        text=text,
        conditions=tuple(conditions),
        questions=questions,
        rules=tuple(codes),
    )
