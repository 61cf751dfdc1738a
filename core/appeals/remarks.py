"""What a person who thinks of appealing must know, each fact with its source.

:data:`FIRST_FACTS` is the short form for someone who has stated nothing yet; the remarks beside
an answer to stated facts say what an appeal can cost, what it means for others, what else
applies and what excuses a limit that was missed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.law.rules import ProcedureRule, Question, deciding, gather
from core.model import Frozen

if TYPE_CHECKING:
    from core.appeals.facts import AppealFacts
    from core.appeals.issues import IssueRuling
    from core.appeals.stakes import Stakes

FIRST_FACTS: Final[tuple[ProcedureRule, ...]] = gather(
    ("odds", "risk", "forum", "time", "position-description", "contents")
)
"""The facts of procedure in the order a person needs them."""


class Remark(Frozen):
    """One thing to know: what an appeal can cost, what it means for others, what else applies."""

    code: str
    text: str
    rules: tuple[str, ...]


def risks(
    facts: AppealFacts, issues: tuple[IssueRuling, ...], at_stake: Stakes | None
) -> tuple[Remark, ...]:
    """Say what an appeal can cost, beginning with the grade held when a case is at hand."""
    if not any(ruling.verdict in ("appealable", "undetermined") for ruling in issues):
        return ()
    found = [
        Remark(code=line.code, text=f"{line.head} {line.text}", rules=line.rules)
        for line in (() if at_stake is None else at_stake.lines)
    ]
    if facts.pay_system == "gs":
        codes = ["odds", "risk", "final", "duties-stay-with-agency", "no-back-pay"]
    else:
        codes = ["fws-risk", "fws-final", "duties-stay-with-agency"]
    return (*found, *(_remark(code) for code in codes))


def others(facts: AppealFacts) -> tuple[Remark, ...]:
    """Say what a decision means for the holders of like positions."""
    found = [_remark("effect-on-others")] if facts.pay_system == "gs" else []
    if facts.opm_decision is not None and facts.opm_decision.consistency_letter is not None:
        found.append(_remark("consistency-report"))
    return tuple(found)


def also(
    facts: AppealFacts, issues: tuple[IssueRuling, ...], kept: str | None
) -> tuple[Remark, ...]:
    """Return what else applies: other rights, the record, cancellation, a pending certificate.

    Args:
        facts: the appeal.
        issues: the rulings on it.
        kept: what is retained: ``grade``, ``pay``, ``neither`` or None for not known.
    """
    if not any(ruling.verdict in ("appealable", "undetermined") for ruling in issues):
        return ()
    codes = _also_fws(facts) if facts.pay_system == "fws" else _also_gs(facts)
    return (*(_remark(code) for code in codes), *_adverse(facts, kept))


def _also_gs(facts: AppealFacts) -> list[str]:
    codes = ["appeal-promptly", "other-rights", "record-open", "cancellation", "furnish-facts"]
    decision = facts.opm_decision
    if decision is not None:
        codes += ["appeal-does-not-delay", "suspension", "temporary-compliance"]
        if decision.changes_classification and not decision.lowers_grade:
            codes += ["promotion-same-duties", "promotion-accretion", "promotion-complaint"]
        if decision.suspended:
            codes.append("suspended-downgrade")
        if decision.standard_changed_since:
            codes += ["apply-new-standard", "standard-changes-certificate"]
    elif "criteria-wrong" in facts.grounds:
        codes.append("apply-new-standard")
    return codes


def _also_fws(facts: AppealFacts) -> list[str]:
    appeal = facts.agency_appeal
    codes = ["fws-record", "fws-cancellation", "fws-furnish", "fws-attendance"]
    if appeal is None or appeal.decision_received is None:
        codes += ["fws-one-level", "fws-effective-decision"]
    else:
        codes += ["fws-decision-tells", "fws-effective-opm", "fws-effective-decision"]
    return [*codes, "fws-downgrade-date", "fws-effective"]


_BOARD_UNSETTLED = (
    "With the pay kept and the grade lost, the texts do not settle whether the Merit Systems "
    "Protection Board hears it: 5 CFR 752.401(b)(8) leaves out only what gives grade retention, "
    "and 5 U.S.C. 5366(b)(1) closes other appeals for any benefit of the subchapter. Ask; do not "
    "rely on it."
)


def _adverse(facts: AppealFacts, kept: str | None) -> tuple[Remark, ...]:
    """Say whether a reduction that was made is an adverse action."""
    action = facts.personnel_action
    if action is None or action.lost_grade_or_pay is False:
        return ()
    if kept == "grade":
        codes = ("adverse-not-retained", "retention-not-elsewhere", "action-may-wait")
        return tuple(
            _remark(code) for code in codes if facts.pay_system == "gs" or code != codes[2]
        )
    if kept == "pay":
        rules = ("adverse-not-retained", "retention-not-elsewhere", "adverse-action")
        return (Remark(code="board-unsettled", text=_BOARD_UNSETTLED, rules=rules),)
    if kept == "neither" and action.lost_grade_or_pay:
        ways = ("adverse-action", "adverse-notice", "adverse-answer", "adverse-appeal")
        return tuple(_remark(code) for code in ways)
    return ()


def _remark(code: str) -> Remark:
    return Remark(code=code, text=deciding(code).text, rules=(code,))


def excused(facts: AppealFacts) -> bool | None:
    """Return whether a missed limit can be extended: neither told nor aware, or prevented."""
    action = facts.personnel_action
    if action is None:
        return None
    if action.prevented or (action.notice_gave_limits is False and action.knew_limits is False):
        return True
    told = action.notice_gave_limits is True or action.knew_limits is True
    return False if told and action.prevented is False else None


def excuse_text(facts: AppealFacts) -> str:
    """Say whether the facts stated excuse a missed limit."""
    found = excused(facts)
    if found:
        why = "something beyond control prevented filing"
        action = facts.personnel_action
        if action is not None and not action.prevented:
            why = "nobody told of the limit, and it was not known"
        return f"The facts stated show this: {why}."
    if found is False:
        return "The facts stated do not show this."
    return "Whether this can be shown is not stated."


def ask_excuse(facts: AppealFacts) -> tuple[Question, ...]:
    """Return what must be known to say whether a missed limit is excused."""
    action = facts.personnel_action
    if excused(facts) is not None:
        return ()
    return tuple(
        Question(field=f"personnel_action.{name}", text=text)
        for name, text in (
            ("notice_gave_limits", "Did the notice give the time limits?"),
            ("knew_limits", "Were the time limits known from elsewhere?"),
            ("prevented", "Did something beyond control prevent filing in time?"),
        )
        if action is None or getattr(action, name) is None
    )
