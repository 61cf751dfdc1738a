"""What comes before an appeal and what it must contain, held against what is already there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from core.law.rules import Condition, deciding
from core.model import Case, Classification, Frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.appeals.facts import AppealFacts
    from core.appeals.issues import IssueRuling

ItemState = Literal["present", "partial", "missing", "not-needed", "unknown"]


class ChecklistItem(Frozen):
    """One part of an appeal: whether it is there, what is still to do, and the rule."""

    code: str
    text: str
    state: ItemState
    to_do: str
    rules: tuple[str, ...]


def contents(
    facts: AppealFacts, issues: Sequence[IssueRuling], case: Case | None = None
) -> tuple[ChecklistItem, ...]:
    """Return the parts of an appeal in the order in which they are usually written.

    Args:
        facts: the appeal; ``at_hand`` lists parts already written.
        issues: the rulings on it; without an appealable issue nothing is to be written.
        case: the position under study. A case holds no names and addresses.
    """
    if not any(ruling.verdict in ("appealable", "undetermined") for ruling in issues):
        return ()
    accurate = facts.position.description_accurate
    if accurate is None and case is not None:
        accurate = case.position_description.adequate
    items = [
        _at_hand(facts, "person", "contents-person", "Add name, address and telephone."),
        _organization(facts, case, "agency-address", "contents-agency"),
        _organization(facts, case, "location", "contents-location"),
        _classification(case, "current"),
        _classification(case, "requested"),
        _description(facts, case, accurate),
        _own_description(facts, case, accurate),
        _reasons(facts, case),
        _disagreement(facts, case),
        _representative(facts),
        _at_hand(facts, "signature", "contents-signature", "Sign the appeal."),
    ]
    if facts.appellant == "agency":
        items.append(
            _at_hand(facts, "certificate", "contents-certificate", "Attach OPM's certificate.")
        )
    if any(ruling.procedure == "fws" for ruling in issues):
        rule = deciding("fws-say-what")
        state: ItemState = "present" if "disagreement" in facts.at_hand else "missing"
        items.append(
            _item(
                "fws-say-what",
                state,
                "Name the part of the agency's decision that is wrong, and say why.",
                rule.text,
            )
        )
    return tuple(items)


def _item(code: str, state: ItemState, to_do: str, text: str = "") -> ChecklistItem:
    rule = deciding(code)
    done = state in ("present", "not-needed")
    return ChecklistItem(
        code=code,
        text=text or rule.text,
        state=state,
        to_do="" if done else to_do,
        rules=(rule.code,),
    )


def _at_hand(facts: AppealFacts, name: str, code: str, to_do: str) -> ChecklistItem:
    return _item(code, "present" if name in facts.at_hand else "missing", to_do)


def _organization(facts: AppealFacts, case: Case | None, name: str, code: str) -> ChecklistItem:
    if name in facts.at_hand:
        return _item(code, "present", "")
    what = (
        "the installation's name and mailing address"
        if name == "agency-address"
        else "each unit down to the smallest"
    )
    if case is None:
        return _item(code, "unknown", f"Check that it names {what}.")
    if case.organization:
        return _item(code, "partial", f"The case names the organization; add {what}.")
    return _item(code, "missing", f"State the agency and {what}.")


def _classification(case: Case | None, which: Literal["current", "requested"]) -> ChecklistItem:
    code = f"contents-{which}"
    if case is None:
        return _item(code, "unknown", "Check that title, pay plan, series and grade are stated.")
    stated: Classification = getattr(case, which)
    missing = [
        name
        for name, value in (
            ("title", stated.title),
            ("pay plan", stated.pay_plan),
            ("series", stated.series),
            ("grade", stated.grade),
        )
        if not value
    ]
    if not missing:
        return _item(code, "present", "")
    # The pay plan alone is a default of the case file, not a statement.
    nothing = not (stated.title or stated.series or stated.grade)
    return _item(
        code,
        "missing" if nothing else "partial",
        f"Add the {which} {', '.join(missing)}.",
    )


def _description(facts: AppealFacts, case: Case | None, accurate: bool | None) -> ChecklistItem:
    code = "contents-description"
    copy = "description" in facts.at_hand
    stated = "accuracy-statement" in facts.at_hand
    if copy and stated:
        return _item(code, "present", "")
    to_do = []
    if not copy:
        number = "" if case is None else case.position_description.number
        to_do.append(f"attach the position description{f' ({number})' if number else ''}")
    if not stated:
        said = {None: "whether it is accurate", True: "that it is accurate"}.get(
            accurate, "that it is inaccurate, and in what"
        )
        to_do.append(f"say {said}")
    text = " and ".join(to_do)
    return _item(code, "partial" if copy or stated else "missing", f"{text[:1].upper()}{text[1:]}.")


def _own_description(facts: AppealFacts, case: Case | None, accurate: bool | None) -> ChecklistItem:
    code = "contents-own-description"
    if accurate:
        return _item(code, "not-needed", "")
    own = "own-description" in facts.at_hand or bool(
        case is not None and case.duties and all(duty.text for duty in case.duties)
    )
    efforts = "correction-efforts" in facts.at_hand
    if own and efforts:
        return _item(code, "present", "")
    to_do = []
    if not own:
        to_do.append("describe the work as it is done now")
    if not efforts:
        to_do.append("show what was done to have the official description changed")
    text = " and ".join(to_do)
    state: ItemState = "partial" if own or efforts else "missing"
    if accurate is None:
        state = "unknown"
        text = f"if the position description is inaccurate, {text}"
    return _item(code, state, f"{text[:1].upper()}{text[1:]}.")


def _reasons(facts: AppealFacts, case: Case | None) -> ChecklistItem:
    code = "contents-reasons"
    if "reasons" in facts.at_hand:
        return _item(code, "present", "")
    if case is None:
        return _item(code, "unknown", "Give reasons that name the standard.")
    if facts.pay_system == "fws":
        return _item(code, "missing", "Give reasons that name the job grading standard.")
    if not case.sought:
        return _item(code, "missing", "State the levels sought, and why each is met.")
    supported = {str(fact.factor) for fact in case.facts if fact.factor is not None}
    supported |= {
        finding.aspect.partition("-")[0]
        for finding in case.findings
        if finding.answer in ("met", "exceeded") and finding.evidence
    }
    bare = [factor for factor in case.sought if factor not in supported]
    if bare:
        names = ", ".join(f"Factor {factor}" for factor in bare)
        return _item(code, "partial", f"Give facts for {names}, tied to the standard.")
    return _item(
        code, "partial", "Write the reasons out: the case has facts for every factor in dispute."
    )


def _disagreement(facts: AppealFacts, case: Case | None) -> ChecklistItem:
    code = "contents-disagreement"
    if "disagreement" in facts.at_hand:
        return _item(code, "present", "")
    if case is None:
        return _item(code, "unknown", "Say where the agency's evaluation statement is wrong.")
    differing = [
        f"Factor {factor} (credited {case.levels[factor]}, sought {level})"
        for factor, level in case.sought.items()
        if factor in case.levels and case.levels[factor] != level
    ]
    if not differing:
        return _item(code, "missing", "Say where the agency's evaluation statement is wrong.")
    return _item(
        code,
        "partial",
        f"Say why the agency's evaluation is wrong on {'; '.join(differing)}.",
    )


def _representative(facts: AppealFacts) -> ChecklistItem:
    code = "contents-representative"
    if "representative" in facts.at_hand:
        return _item(code, "present", "")
    if facts.representative is None:
        return _item(code, "not-needed", "")
    return _item(code, "missing", "Add the representative's name, address and telephone.")


def do_first(
    facts: AppealFacts, issues: Sequence[IssueRuling], adequate: bool | None
) -> tuple[Condition, ...]:
    """Return what must be done before an appeal to OPM, and whether it has been.

    Args:
        facts: the appeal.
        issues: the rulings on it.
        adequate: what the case says of the position description, when a case is at hand.
    """
    if not any(ruling.procedure == "gs" for ruling in issues):
        return ()
    rule = deciding("position-description")
    accurate = facts.position.description_accurate
    accurate = adequate if accurate is None else accurate
    tried = facts.position.tried_to_correct_description
    if accurate:
        return (
            Condition(
                name="description-settled",
                holds=True,
                text="The position description is accurate: nothing to settle first.",
                rules=(rule.code,),
            ),
        )
    text = rule.text
    holds: bool | None = tried
    if accurate is None:
        text = f"Say whether the position description is accurate. {rule.text}"
    elif tried is False:
        text = f"The description is inaccurate and nobody has asked for its correction. {text}"
    elif tried:
        text = (
            "The description is inaccurate and correction was sought: OPM decides on the duties "
            "assigned and performed. Attach the proof."
        )
    return (Condition(name="description-settled", holds=holds, text=text, rules=(rule.code,)),)
