"""Whether lost pay can be restored retroactively, with each condition for it.

For the General Schedule 5 CFR 511.703 decides, for the Federal Wage System 5 CFR 532.703(b).
Who keeps the grade has nothing to restore; who keeps the pay only has lost the grade and no
pay, and the texts differ on what that means. A limit that two texts count differently is not
held against anybody who kept the later one: the ruling stays open and names both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from core.appeals.limits import TimeLimit, first_filing, second_filing, time_limits
from core.appeals.pay_periods import spoken
from core.appeals.remarks import excused
from core.appeals.retention.grade import RetentionAdvice, kept_by
from core.law.rules import Condition, Question, deciding
from core.model import Frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.appeals.facts import AppealFacts
    from core.appeals.issues import IssueRuling

Verdict = Literal["entitled", "possible", "lost", "none-lost", "undetermined"]


class RetroactiveRuling(Frozen):
    """Whether lost pay can be restored retroactively, with each condition for it."""

    verdict: Verdict
    text: str
    conditions: tuple[Condition, ...]
    questions: tuple[Question, ...]
    rules: tuple[str, ...]


def rule_on_retroactivity(
    facts: AppealFacts, issues: Sequence[IssueRuling], retention: RetentionAdvice | None
) -> RetroactiveRuling | None:
    """Say whether lost pay can be restored; None where no procedure hears the matter."""
    heard = {ruling.procedure for ruling in issues}
    if facts.appellant == "agency" or not heard & {"gs", "fws"}:
        return None
    wage = "gs" not in heard
    action = facts.personnel_action
    lost = None if action is None else action.lost_grade_or_pay
    always = ("fws-retroactive",) if wage else ("retroactive-loss", "no-back-pay")
    if action is None or lost is False:
        what = (
            "No personnel action that cost grade or pay is stated"
            if action is None
            else "No grade or pay was lost"
        )
        if wage and action is None:
            return None
        more = "" if wage else f" {deciding('no-back-pay').text}"
        return RetroactiveRuling(
            verdict="none-lost",
            text=f"{what}, so there is nothing to restore.{more}",
            conditions=(),
            questions=(),
            rules=always,
        )
    kept = kept_by(facts, retention)
    conditions = (
        Condition(name="loss", holds=lost, text=deciding(always[0]).text, rules=(always[0],)),
        _not_retained(kept, wage=wage),
        _filed_in_time(facts, issues, wage=wage),
        _reversed(facts, wage=wage),
    )
    verdict, text = _verdict(facts, issues, conditions, kept, wage=wage)
    codes = [code for condition in conditions for code in condition.rules]
    codes += ["fws-extension-agency", "fws-higher"] * wage
    codes += ["retroactive-extension", "retroactive-higher"] * (not wage)
    return RetroactiveRuling(
        verdict=verdict,
        text=text,
        conditions=conditions,
        questions=_questions(conditions),
        rules=tuple(dict.fromkeys(deciding(code).code for code in (*codes, *always))),
    )


_ASK = (
    (
        "loss",
        "personnel_action.lost_grade_or_pay",
        "Did the personnel action really cost grade or pay?",
    ),
    (
        "not-retained",
        "personnel_action.retained_grade_or_pay",
        "Is the employee entitled to retained grade or pay?",
    ),
)


def _questions(conditions: Sequence[Condition]) -> tuple[Question, ...]:
    unknown = {condition.name for condition in conditions if condition.holds is None}
    return tuple(Question(field=field, text=ask) for name, field, ask in _ASK if name in unknown)


def _not_retained(kept: str | None, *, wage: bool) -> Condition:
    code = "fws-retroactive" if wage else "retroactive-no-retention"
    text = "The pay was reduced: nothing is kept." if wage else deciding(code).text
    holds = None if kept is None else kept == "neither"
    return Condition(name="not-retained", holds=holds, text=text, rules=(code,))


def _filed_in_time(facts: AppealFacts, issues: Sequence[IssueRuling], *, wage: bool) -> Condition:
    """Return whether the limits were kept; open where two texts differ or OPM may extend."""
    limits = {found.code: found for found in time_limits(facts, issues)}
    names = ["fws-retroactive-filing"] if wage else ["retroactive-first-filing"]
    if not wage and second_filing(facts) is not None:
        names.append("retroactive-second-filing")
    found = [limits[name] for name in names if name in limits]
    missed = next((one for one in found if one.state in ("late", "passed")), None)
    codes = tuple(names)
    if missed is None:
        in_time = bool(found) and all(one.state == "in-time" for one in found)
        text = "The appeal was filed" if in_time else "The appeal must be filed"
        return Condition(
            name="filed-in-time",
            holds=True if in_time else None,
            text=f"{text} within the limits.",
            rules=codes,
        )
    if _between(missed):
        text = (
            f"Late by {deciding(missed.code).regulation}, in time by Appendix 4: cite both and "
            f"ask for the extension. {deciding(missed.extension).text}"
        )
        codes = (*codes, *missed.other_rules, missed.extension)
        return Condition(name="filed-in-time", holds=None, text=text, rules=codes)
    text = "A limit was missed."
    if missed.last_day is not None:
        text = f"A limit was missed: it ended on {spoken(missed.last_day)}."
    holds: bool | None = False
    codes = (*codes, missed.extension)
    if excused(facts):
        holds, text = None, f"{text} {deciding(missed.extension).text}"
    return Condition(name="filed-in-time", holds=holds, text=text, rules=codes)


def _between(limit: TimeLimit) -> bool:
    """Return whether something was done between the days of two texts."""
    done, other = limit.done_on, limit.other_day
    return limit.state == "late" and done is not None and other is not None and done <= other


def _reversed(facts: AppealFacts, *, wage: bool) -> Condition:
    """Return whether a decision undoes the action, on the duties of that time."""
    rules = ("fws-retroactive", "fws-duties-then") if wage else ("retroactive-reversal",)
    decision = facts.opm_decision
    holds: bool | None = None
    if decision is not None:
        if decision.reverses_demotion is False or decision.on_duties_of_that_time is False:
            holds = False
        elif decision.reverses_demotion and decision.on_duties_of_that_time:
            holds = True
    elif wage and facts.agency_appeal is not None and facts.agency_appeal.favorable:
        holds = True
    text = " ".join(deciding(code).text for code in rules)
    return Condition(name="reversed", holds=holds, text=text, rules=rules)


_NOTHING_LOST = "Nothing is lost while the grade is kept, so there is nothing to restore."
_PAY_ONLY = (
    "The pay is kept, so no pay is lost. The grade is: 5 CFR 511.703(b)(1) speaks of a loss of "
    "grade or pay, 511.605(a)(1) of someone not entitled to retained grade or pay, so whether "
    "its day can be restored is read in two ways."
)
_PAY_ONLY_WAGE = (
    "The pay is kept, so no pay is lost, and 5 CFR 532.703(b)(8) speaks of an action that reduced "
    "pay."
)


def _verdict(
    facts: AppealFacts,
    issues: Sequence[IssueRuling],
    conditions: Sequence[Condition],
    kept: str | None,
    *,
    wage: bool,
) -> tuple[Verdict, str]:
    if kept == "grade":
        return "none-lost", _NOTHING_LOST
    if kept == "pay":
        first = "fws-retroactive-filing" if wage else "retroactive-first-filing"
        limit = next((one for one in time_limits(facts, issues) if one.code == first), None)
        text = _PAY_ONLY_WAGE if wage else _PAY_ONLY
        if limit is not None and limit.last_day is not None:
            verb = "passed" if limit.state in ("passed", "late") else "ends"
            text += f" The limit that guards it {verb} on {spoken(limit.last_day)}."
        return "none-lost", text
    failed = next((condition for condition in conditions if condition.holds is False), None)
    if failed is not None:
        text = f"Lost pay cannot be restored. {failed.text}"
        if failed.name == "filed-in-time":
            code = failed.rules[-1]
            text += f" {deciding(code).text} The appeal of the grade stays possible at any time."
        return "lost", text
    if all(condition.holds for condition in conditions):
        text = "The demotion is made good retroactively to the day it took effect."
        if facts.opm_decision is not None and facts.opm_decision.above_former_grade:
            text += f" {deciding('fws-higher' if wage else 'retroactive-higher').text}"
        return "entitled", text
    open_facts = [condition for condition in conditions if condition.holds is None]
    in_time = next(condition for condition in conditions if condition.name == "filed-in-time")
    if "retroactive-first-appendix" in in_time.rules:
        return "undetermined", in_time.text
    if all(condition.name in ("filed-in-time", "reversed") for condition in open_facts):
        when = (
            "the appeal is filed in time and undoes"
            if first_filing(facts) is None
            else ("the appeal undoes")
        )
        text = f"Lost pay can be restored if {when} the demotion."
        if "retroactive-extension" in in_time.rules or "fws-extension-agency" in in_time.rules:
            text = f"{text} {in_time.text}"
        return "possible", text
    return "undetermined", "Whether lost pay can be restored depends on facts not stated."
