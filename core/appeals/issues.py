"""Is the issue appealable, reviewable otherwise, or neither; and does the ground count?

Two questions are kept apart. What is disputed (grade, series, a title, the accuracy of the
position description) has a procedure or has none. Why it is thought wrong (the standards, or
another employee's grade) counts or does not: a comparison never decides an appeal, but an
employee who argues from it may still appeal on the standards.
"""

from __future__ import annotations

from typing import Final, Literal

from core.appeals.facts import AppealFacts, Disputed, Ground, OpmDecision
from core.appeals.pay_periods import years_after
from core.law.rules import Question, deciding
from core.model import Frozen

Verdict = Literal["appealable", "reviewable", "neither", "undetermined"]
VERDICTS: Final[dict[Verdict, str]] = {
    "appealable": "can be appealed",
    "reviewable": "cannot be appealed; a grievance may be possible",
    "neither": "cannot be appealed, nor reviewed by a grievance",
    "undetermined": "not decided by what is stated",
}
"""Each verdict in words, after the matter it is on."""
"""Appealable; reviewable by a grievance procedure where one applies; neither; not decided."""

Procedure = Literal["gs", "fws", ""]
"""Whose procedure hears it: General Schedule, Federal Wage System, or none."""


class IssueRuling(Frozen):
    """What can be done about one disputed matter, and why."""

    issue: Disputed
    verdict: Verdict
    procedure: Procedure
    text: str
    rules: tuple[str, ...]
    questions: tuple[Question, ...] = ()


class GroundRuling(Frozen):
    """Whether a ground can decide anything, and the route that exists where it cannot."""

    ground: Ground
    counts: bool
    text: str
    rules: tuple[str, ...]


_GRIEVABLE: dict[str, str] = {
    "description-accuracy": "description-accuracy",
    "work-outside-description": "work-outside-description",
    "agency-guide": "agency-guide",
}
_FWS_OUT = frozenset(
    {
        "description-accuracy",
        "work-outside-description",
        "agency-guide",
        "standard-criteria",
        "rate-of-pay",
        "wage-schedule",
    }
)


def rule_on_issues(facts: AppealFacts) -> tuple[IssueRuling, ...]:
    """Rule on each disputed matter, in the order given."""
    return tuple(_rule_on(issue, facts) for issue in facts.disputed)


def rule_on_grounds(facts: AppealFacts) -> tuple[GroundRuling, ...]:
    """Say of each stated ground whether it can decide an appeal."""
    return tuple(_ground(ground, facts) for ground in facts.grounds)


def _ground(ground: Ground, facts: AppealFacts) -> GroundRuling:
    if facts.pay_system == "fws" and ground != "standards":
        codes = [deciding("fws-standards").code]
        if ground == "another-position":
            codes.append(deciding("consistency-route").code)
        text = " ".join(deciding(code).text for code in codes)
        return GroundRuling(ground=ground, counts=False, text=text, rules=tuple(codes))
    if ground == "standards":
        return GroundRuling(
            ground=ground,
            counts=True,
            text="Comparing the duties with OPM's standards is what decides an appeal.",
            rules=(deciding("contents-reasons").code,),
        )
    if ground == "another-position":
        codes = ["comparison", "consistency-route"]
        text = " ".join(deciding(code).text for code in codes)
        return GroundRuling(ground=ground, counts=False, text=text, rules=tuple(codes))
    code = "standard-criteria" if ground == "criteria-wrong" else "not-grade-related"
    rule = deciding(code)
    return GroundRuling(ground=ground, counts=False, text=rule.text, rules=(code,))


def _rule_on(issue: Disputed, facts: AppealFacts) -> IssueRuling:
    if facts.pay_system == "outside" or _above_scope(facts):
        return _made(issue, "neither", "", "gs-scope")
    if facts.pay_system == "fws":
        ruling = _fws(issue, facts)
    elif issue in _GRIEVABLE:
        return _made(issue, "reviewable", "", _GRIEVABLE[issue])
    elif issue == "standard-criteria":
        return _made(issue, "neither", "", "standard-criteria")
    elif issue in ("rate-of-pay", "wage-schedule"):
        return _made(
            issue,
            "neither",
            "",
            "series-or-grade",
            text="A classification appeal decides pay system, series, grade and some titles; "
            "the rate of pay is not among them.",
        )
    elif issue == "title":
        ruling = _title(facts)
    elif issue == "pay-system":
        ruling = _pay_system(facts)
    else:
        ruling = _made(issue, "appealable", "gs", "series-or-grade")
    if ruling.verdict in ("reviewable", "neither"):
        return ruling
    return _barred(ruling, facts) or ruling


def _above_scope(facts: AppealFacts) -> bool:
    top = deciding("gs-scope").number
    return facts.pay_system == "gs" and facts.grade is not None and facts.grade > top


def _fws(issue: Disputed, facts: AppealFacts) -> IssueRuling:
    if issue in _FWS_OUT:
        return _made(issue, "neither", "", "fws-not-appealable")
    if issue == "pay-system":
        if facts.position.in_architect_of_the_capitol:
            return _pay_system(facts)
        return _made(issue, "appealable", "gs", "fws-to-gs")
    return _made(issue, "appealable", "fws", "fws-issues")


def _title(facts: AppealFacts) -> IssueRuling:
    basis = facts.position.title_basis
    if basis is None:
        return IssueRuling(
            issue="title",
            verdict="undetermined",
            procedure="",
            text="It depends on what the title rests on. " + deciding("title").text,
            rules=("title", "title-not-prescribed"),
            questions=(
                Question(
                    field="position.title_basis",
                    text="Does an OPM standard prescribe the title, does it show a "
                    "qualification or a specialization, or none of these?",
                ),
            ),
        )
    if basis == "none":
        return _made("title", "reviewable", "", "title-not-prescribed")
    return _made("title", "appealable", "gs", "title")


def _pay_system(facts: AppealFacts) -> IssueRuling:
    if facts.position.in_architect_of_the_capitol:
        return _made(
            "pay-system",
            "neither",
            "",
            "pay-system",
            text="OPM does not decide pay systems in the Office of the Architect of the Capitol.",
        )
    return _made("pay-system", "appealable", "gs", "pay-system")


def _made(
    issue: Disputed, verdict: Verdict, procedure: Procedure, *codes: str, text: str = ""
) -> IssueRuling:
    rules = tuple(deciding(code).code for code in codes)
    return IssueRuling(
        issue=issue,
        verdict=verdict,
        procedure=procedure,
        text=text or deciding(codes[0]).text,
        rules=rules,
    )


# --- what bars an issue that could otherwise be appealed -----------------------------------


def _barred(ruling: IssueRuling, facts: AppealFacts) -> IssueRuling | None:
    if ruling.procedure == "fws":
        return _barred_fws(ruling, facts)
    if facts.appellant == "agency":
        return _agency(ruling, facts)
    for bar in (_assignment, _departed, _proposed, _already_decided, _only_barred_grounds):
        found = bar(ruling, facts)
        if found is not None:
            return found
    return None


def _barred_fws(ruling: IssueRuling, facts: AppealFacts) -> IssueRuling | None:
    """Rule on what subpart G says of a job grading appeal; the bars of Part 511 are not its own."""
    if facts.appellant == "agency":
        return _agency_fws(ruling, facts)
    if not facts.position.still_holds_it:
        return _departed(ruling, facts)
    if facts.position.assignment != "official":
        return _open_fws(
            ruling,
            "Subpart G has no rule on someone who does not hold the job by an official and lasting "
            "assignment: see the agency's published procedure.",
            "fws-bars",
            "fws-application",
        )
    decided = facts.opm_decision
    if decided is not None and not _changed(decided):
        return _open_fws(
            ruling,
            "OPM has decided. Subpart G sets no bar of its own, and the decision binds the agency; "
            "OPM may reopen it at its discretion.",
            "fws-final",
            "fws-reconsideration",
        )
    proposed = facts.agency_decision
    if proposed is not None and proposed.stage == "proposed":
        limit = deciding("fws-retroactive-filing")
        return _made(
            ruling.issue,
            "appealable",
            "fws",
            "fws-bars",
            limit.code,
            text="What is proposed is not yet the grade of the job. The present one can be "
            f"reviewed at any time; from the effective date of a downgrading {limit.number} "
            f"{limit.unit} run.",
        )
    return None


def _open_fws(ruling: IssueRuling, text: str, *codes: str) -> IssueRuling:
    return _made(ruling.issue, "undetermined", "fws", *codes, text=text)


def _agency_fws(ruling: IssueRuling, facts: AppealFacts) -> IssueRuling:
    text = "A job grading appeal is the employee's; an agency may ask OPM to reopen a decision."
    codes = ("fws-issues", "fws-reconsideration") if facts.opm_decision else ("fws-issues",)
    return _made(ruling.issue, "neither", "", *codes, text=text)


def _agency(ruling: IssueRuling, facts: AppealFacts) -> IssueRuling | None:
    decision = facts.opm_decision
    if decision is None:
        return _made(
            ruling.issue,
            "neither",
            "",
            "agency-appeal",
            text="An agency appeals only a certificate of OPM; it can change its own decision.",
        )
    if decision.authority == "5112":
        return _made(
            ruling.issue,
            "neither",
            "",
            "final",
            "reconsideration",
            "agency-reconsideration",
            text="An appeal decision cannot be appealed again; the agency's headquarters may "
            "ask for reconsideration.",
        )
    return _made(ruling.issue, "appealable", "gs", "agency-appeal")


def _assignment(ruling: IssueRuling, facts: AppealFacts) -> IssueRuling | None:
    position = facts.position
    if position.assignment == "official":
        return None
    if position.assignment == "not-official":
        return _made(ruling.issue, "neither", "", "not-officially-assigned")
    if position.assignment == "detail":
        return _made(ruling.issue, "neither", "", "time-limited")
    rule = deciding("time-limited")
    start, end = position.promotion_from, position.promotion_to
    if start is not None and end is not None:
        # Served through the last day: two years from May 1 end on April 30.
        if (end - years_after(start, rule.number)).days >= -1:
            return None
        text = (
            f"The promotion runs from {start.isoformat()} to {end.isoformat()}, less than "
            f"{rule.number} years. {rule.text}"
        )
        return _made(ruling.issue, "neither", "", "time-limited", text=text)
    missing = "promotion_from" if start is None else "promotion_to"
    return ruling.model_copy(
        update={
            "verdict": "undetermined",
            "text": rule.text,
            "rules": (*ruling.rules, rule.code),
            "questions": (
                Question(
                    field=f"position.{missing}",
                    text="From when to when, with extensions, is the time-limited promotion?",
                ),
            ),
        }
    )


def _departed(ruling: IssueRuling, facts: AppealFacts) -> IssueRuling | None:
    if facts.position.still_holds_it:
        return None
    rule = deciding("fws-left" if ruling.procedure == "fws" else "current-employee")
    action = facts.personnel_action
    lost = None if action is None else action.lost_grade_or_pay
    if lost and action is not None and not action.retained_grade_or_pay:
        return ruling.model_copy(
            update={
                "text": f"{ruling.text} The position has been left, so only a retroactive "
                "benefit keeps the appeal alive.",
                "rules": (*ruling.rules, rule.code),
            }
        )
    return _made(ruling.issue, "neither", "", rule.code)


def _proposed(ruling: IssueRuling, facts: AppealFacts) -> IssueRuling | None:
    decision = facts.agency_decision
    if decision is None or decision.stage != "proposed":
        return None
    return _made(ruling.issue, "neither", "", "proposed-decision")


def _already_decided(ruling: IssueRuling, facts: AppealFacts) -> IssueRuling | None:
    decision = facts.opm_decision
    if decision is None or decision.authority != "5112":
        return None
    changed = _changed(decision)
    if changed:
        return None
    if changed is False:
        return _made(ruling.issue, "neither", "", "already-decided", "reconsideration")
    missing = [
        Question(field=f"opm_decision.{name}", text=text)
        for name, text in (
            ("standard_changed_since", "Has the standard changed since OPM decided?"),
            ("duties_changed_since", "Have the major duties changed since OPM decided?"),
        )
        if getattr(decision, name) is None
    ]
    return IssueRuling(
        issue=ruling.issue,
        verdict="undetermined",
        procedure=ruling.procedure,
        text=deciding("already-decided").text,
        rules=("already-decided", "reconsideration"),
        questions=tuple(missing),
    )


def _changed(decision: OpmDecision) -> bool | None:
    answers = (decision.standard_changed_since, decision.duties_changed_since)
    if True in answers:
        return True
    return None if None in answers else False


def _only_barred_grounds(ruling: IssueRuling, facts: AppealFacts) -> IssueRuling | None:
    """Bar an appeal that rests on comparison or on a wrong standard, and not on the standards."""
    grounds = set(facts.grounds)
    if "standards" in grounds or not grounds & {"another-position", "criteria-wrong"}:
        return None
    codes = [code for name, code in _BARRED if name in grounds]
    text = " ".join(deciding(code).text for code in codes)
    text += " An appeal that compares the duties with the standards remains open."
    return _made(ruling.issue, "neither", "", *codes, text=text)


_BARRED = (
    ("another-position", "comparison"),
    ("another-position", "consistency-route"),
    ("criteria-wrong", "standard-criteria"),
)
