"""What to ask when a condition of grade retention is open."""

from __future__ import annotations

from core.appeals.retention.facts import RetentionFacts
from core.law.rules import Condition, Question

_ASK: dict[str, str] = {
    "action_effective": "When does the personnel action that lowers the grade take effect?",
    "position_at_grade_since": (
        "Since when has the position stood at its grade or higher without a break?"
    ),
    "higher_grade_since": (
        "Since when has the employee served above the lower grade without a break?"
    ),
    "lower_graded": "Is the new position lower-graded?",
    "covered_pay_systems": "Are both positions under a covered pay system?",
    "exclusions": (
        "Does an exclusion apply (temporary or term appointment, personal cause, own request, "
        "failed supervisory probation)? Write an empty list if none does."
    ),
    "stays_in_position": "Does the employee stay in the reclassified position?",
    "specific_notice": "Was there a specific written notice before the move?",
    "offered_in_writing": "Did management offer the other position in writing?",
    "announced_in_writing": "Was the change announced in writing?",
    "change_effected": "On which day is the announced change effected?",
    "notice_received": "When did the employee receive the written notice?",
}
_NEEDS: dict[str, tuple[str, ...]] = {
    "way:reduction-in-force": ("specific_notice", "offered_in_writing"),
    "way:announced-change": ("announced_in_writing", "action_effective", "change_effected"),
    "covered": ("lower_graded", "covered_pay_systems"),
    "not-excluded": ("exclusions",),
    "one-year": ("position_at_grade_since", "action_effective"),
    "weeks": ("higher_grade_since", "action_effective"),
}


def questions_on(facts: RetentionFacts, conditions: tuple[Condition, ...]) -> tuple[Question, ...]:
    """Return the questions whose answers would settle the open conditions; none once one fails."""
    if any(condition.holds is False for condition in conditions):
        return ()
    fields: list[str] = []
    for condition in conditions:
        if condition.holds is not None:
            continue
        name = condition.name
        if name == "way" and facts.cause == "reclassification":
            fields += ["stays_in_position"]
            if facts.stays_in_position is False:
                fields += ["specific_notice", "offered_in_writing"]
        else:
            fields += _NEEDS[f"way:{facts.cause}" if name == "way" else name]
    begins, notice = facts.action_effective, facts.notice_received
    if notice is None and begins and any(event.day < begins for event in facts.events):
        fields.append("notice_received")
    missing = [name for name in dict.fromkeys(fields) if getattr(facts, name) is None]
    return tuple(Question(field=f"retention.{name}", text=_ASK[name]) for name in missing)
