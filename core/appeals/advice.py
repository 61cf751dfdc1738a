"""Appeals: what can be contested, where, by when, with what, and at what risk.

:func:`advise` takes the facts a person states and answers every question of procedure with
the rules that decide it. The rules are data, each with its printed place and how it was
verified (:mod:`core.law.rules`); nothing is decided by a rule that was not verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.appeals.contents import ChecklistItem, contents, do_first
from core.appeals.effect import EffectiveDates, effective_dates
from core.appeals.facts import AppealFacts, PaySystem, parse_appeal
from core.appeals.forum import (
    ForumStep,
    RepresentativeRuling,
    forums,
    rule_on_representative,
)
from core.appeals.issues import GroundRuling, IssueRuling, rule_on_grounds, rule_on_issues
from core.appeals.limits import TimeLimit, time_limits
from core.appeals.pay_periods import bounds, spoken
from core.appeals.remarks import Remark, also, others, risks
from core.appeals.retention.grade import RetentionAdvice, kept_by, retain
from core.appeals.retroactive import RetroactiveRuling, rule_on_retroactivity
from core.appeals.stakes import stakes
from core.fes.grading import evaluate_opened
from core.fes.opened import open_case
from core.law.rulebook import ordinal
from core.law.rules import Condition, ProcedureRule, Question, content, deciding, gather
from core.model import Case, Evaluation, Frozen, Step
from core.reading.fingerprint import fingerprint_of

__all__ = ["AppealAdvice", "AppealAnswers", "AppealFacts", "Remark", "advise", "parse_appeal"]


class AppealAnswers(Frozen):
    """The answers to the single questions of procedure.

    ``issues`` and ``grounds`` say what can be appealed and what counts; ``forums`` where and
    in what order; ``do_first`` what comes before; ``notice`` whether the agency's notice and
    action were in order; ``risks`` what an appeal can cost, ``others`` what a decision means
    for like positions, ``also`` what else applies. A part is None when the facts do not raise
    its question.
    """

    title: str
    fictional: bool
    pay_system: PaySystem
    as_of: date | None
    issues: tuple[IssueRuling, ...]
    grounds: tuple[GroundRuling, ...]
    forums: tuple[ForumStep, ...]
    do_first: tuple[Condition, ...]
    time_limits: tuple[TimeLimit, ...]
    notice: tuple[Condition, ...]
    retroactive: RetroactiveRuling | None
    effective_dates: EffectiveDates | None
    retention: RetentionAdvice | None
    representative: RepresentativeRuling | None
    contents: tuple[ChecklistItem, ...]
    risks: tuple[Remark, ...]
    others: tuple[Remark, ...]
    also: tuple[Remark, ...]


class AppealAdvice(AppealAnswers):
    """Everything the core can say about an appeal.

    ``questions`` are the missing facts that would change an answer. ``sources`` are the rules
    used, each with citation and verification; ``verify`` are rules that were not verified and
    decide nothing. ``derivation`` tells the answer in order, ``fingerprint`` covers the
    facts, the rules, the case and the program's version.
    """

    questions: tuple[Question, ...]
    verify: tuple[ProcedureRule, ...]
    sources: tuple[ProcedureRule, ...]
    derivation: tuple[Step, ...]
    fingerprint: str


def advise(
    facts: AppealFacts, *, case: Case | None = None, evaluation: Evaluation | None = None
) -> AppealAdvice:
    """Answer every question of procedure that the facts allow.

    Args:
        facts: what is disputed, why, by whom, and the dates; see :func:`parse_appeal`.
        case: the position under study, for the checklist of contents.
        evaluation: the case's evaluation; with it the grade held, the grade computed and the
            grade sought are told (:mod:`core.appeals.stakes`).
    """
    issues = rule_on_issues(facts)
    grounds = rule_on_grounds(facts)
    retention = _retention(facts)
    at_stake = None
    if case is not None and evaluation is not None and facts.pay_system == "gs":
        opened = open_case(case)
        at_stake = stakes(opened, evaluate_opened(opened).levels, held=facts.grade)
    adequate = None if case is None else case.position_description.adequate
    parts = AppealAnswers(
        title=facts.title,
        fictional=facts.fictional,
        pay_system=facts.pay_system,
        as_of=facts.as_of,
        issues=issues,
        grounds=grounds,
        forums=forums(facts, issues, retention),
        do_first=do_first(facts, issues, adequate),
        time_limits=time_limits(facts, issues, retention),
        notice=_notice(facts),
        retroactive=rule_on_retroactivity(facts, issues, retention),
        effective_dates=effective_dates(facts, retention),
        retention=retention,
        representative=rule_on_representative(facts),
        contents=contents(facts, issues, case),
        risks=risks(facts, issues, at_stake),
        others=others(facts),
        also=also(facts, issues, kept_by(facts, retention)),
    )
    return AppealAdvice(
        **dict(parts),
        questions=_questions(parts),
        verify=() if retention is None else retention.verify,
        sources=gather(tuple(_codes(parts))),
        derivation=_derivation(parts),
        fingerprint=fingerprint_of(
            "appeal",
            facts=facts,
            rules=content(),
            case=None if case is None else case.model_dump(mode="json", exclude_defaults=True),
            evaluation=None if evaluation is None else evaluation.fingerprint,
        ),
    )


def _retention(facts: AppealFacts) -> RetentionAdvice | None:
    """Rule on grade retention; the day of the action may come from the certificate."""
    asked = facts.retention
    if asked is None:
        return None
    if asked.action_effective is not None:
        return retain(asked, facts.calendar)
    day = None if facts.personnel_action is None else facts.personnel_action.effective
    latest = None
    if facts.opm_decision is not None and facts.opm_decision.lowers_grade:
        dates = effective_dates(facts)
        latest = None if dates is None else dates.latest
        day = facts.opm_decision.personnel_action or latest
    found = retain(asked.model_copy(update={"action_effective": day}), facts.calendar)
    if found.begins is None or found.begins != latest:
        return found
    note = "That is counted from the latest day for putting the decision into effect."
    return found.model_copy(update={"text": f"{found.text} {note}"})


def _notice(facts: AppealFacts) -> tuple[Condition, ...]:
    """Check the notice an agency owes when it lowers grade or pay by reclassifying.

    5 CFR 511.602 and 511.701 bind the General Schedule; nothing of them is asked of a wage job.
    """
    action = facts.personnel_action
    if action is None or facts.pay_system != "gs":
        return ()
    before: bool | None = None
    if action.notice_received is not None and action.effective is not None:
        before = action.notice_received < action.effective
    found = [
        Condition(name=code, holds=holds, text=deciding(code).text, rules=(code,))
        for code, holds in (
            ("notice-written", action.notice_written_with_reasons),
            ("notice-rights", action.notice_named_rights),
            ("notice-limits", action.notice_gave_limits),
            ("notice-before-action", before),
        )
    ]
    signed = None if facts.agency_decision is None else facts.agency_decision.signed
    if signed is not None:
        found.append(_agency_action(facts, signed, action.effective))
    return tuple(found)


def _agency_action(facts: AppealFacts, signed: date, effective: date | None) -> Condition:
    """Check that the personnel action is not retroactive and came within a reasonable time."""
    rule = deciding("agency-action-date")
    low, high = bounds(signed, rule.number)
    if facts.calendar is not None:
        low = high = facts.calendar.beginning_after(signed, rule.number).first_day
    holds: bool | None = None
    if effective is not None and not low < effective <= high:
        holds = signed <= effective <= low
    last = spoken(high) if low == high else f"a day from {spoken(low)} to {spoken(high)}"
    return Condition(
        name=rule.code,
        holds=holds,
        text=f"{rule.text} Signed on {spoken(signed)}; the {ordinal(rule.number)} pay period "
        f"after that begins on {last}.",
        rules=(rule.code,),
    )


def _questions(parts: AppealAnswers) -> tuple[Question, ...]:
    """Return the questions of all parts, one for each field, in order."""
    found: dict[str, Question] = {}
    for part in (
        *parts.issues,
        *parts.time_limits,
        parts.retroactive,
        parts.effective_dates,
        parts.retention,
        parts.representative,
    ):
        for question in () if part is None else part.questions:
            found.setdefault(question.field, question)
    return tuple(found.values())


def _codes(parts: AppealAnswers) -> Iterator[str]:
    for part in (
        *parts.issues,
        *parts.grounds,
        *parts.forums,
        *parts.do_first,
        *parts.time_limits,
        *parts.notice,
        parts.retroactive,
        parts.effective_dates,
        parts.representative,
        *parts.contents,
        *parts.risks,
        *parts.others,
        *parts.also,
    ):
        if part is not None:
            yield from part.rules
    if parts.retention is not None:
        yield from (found.code for found in parts.retention.sources)


def _derivation(parts: AppealAnswers) -> tuple[Step, ...]:
    """Tell the decisions in order, each with the source of the rule that made it."""
    told: list[tuple[str, str, str]] = [
        ("issue", f"{ruling.issue}: {ruling.verdict}. {ruling.text}", ruling.rules[0])
        for ruling in parts.issues
    ]
    for ground in parts.grounds:
        counts = "counts" if ground.counts else "does not count"
        told.append(("ground", f"{ground.ground} {counts}. {ground.text}", ground.rules[0]))
    for way in parts.forums:
        state = "open" if way.open else "not open"
        heard = f" ({', '.join(way.issues)})" if way.issues else ""
        told.append(
            ("forum", f"{way.order}. {way.forum}{heard}: {state}. {way.text}", way.rules[0])
        )
    for found in parts.time_limits:
        if found.last_day is not None and found.from_day is not None:
            text = (
                f"{found.what}: {found.count} {found.unit} from {spoken(found.from_day)} end on "
                f"{spoken(found.last_day)}."
            )
            told.append(("time-limit", text, found.rules[0]))
    if parts.retroactive is not None:
        told.append(("retroactive-pay", parts.retroactive.text, parts.retroactive.rules[0]))
    dates = parts.effective_dates
    if dates is not None:
        told.append(("not-before", dates.texts[0], dates.rules[0]))
        told += [("effective-date", text, dates.rules[1]) for text in dates.texts[1:]]
    if dates is not None and dates.report_days is not None:
        due = dates.report_due or dates.report_latest
        if due is not None:
            text = f"The compliance report is due by {spoken(due)}, {dates.report_days} days on."
            told.append(("compliance-report", text, "compliance-report"))
    if parts.retention is not None:
        told.append(
            ("grade-retention", parts.retention.text, parts.retention.conditions[0].rules[0])
        )
    if parts.representative is not None:
        told.append(("representative", parts.representative.text, parts.representative.rules[0]))
    return tuple(
        Step(step=number, rule=name, text=text, citation=deciding(code).citation)
        for number, (name, text, code) in enumerate(told, 1)
    )
