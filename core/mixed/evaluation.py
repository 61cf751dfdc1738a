"""From a mixed position to its grade and series, under each side's percentages."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from core.law.rules import Question
from core.mixed.grade import Kind, Outcome, Settled, outcome_text, settle
from core.mixed.inputs import MixedRequest
from core.mixed.kinds import Rated, rate_work
from core.mixed.notes import EvaluatedMix, bar_of, derivation, difference, findings
from core.mixed.results import Claim, MixedEvaluation, SeriesChoice, Side, View, WorkResult
from core.mixed.rules import cite, content
from core.mixed.series import choose_series, general_claim
from core.mixed.shares import shares_by_side
from core.mixed.special import impact_claim, interdisciplinary_claim
from core.reading.fingerprint import fingerprint_of

_ASKED = {
    "recruiting": "Would the knowledge and skills of this work be required in recruiting if the "
    "position became vacant?",
    "regular": "Is this work officially assigned on a regular and continuing basis?",
    "grade": "What is the grade of this work? Its standard does not decide it on what is stated.",
}


def evaluate_mixed(request: MixedRequest) -> MixedEvaluation:
    """Return the grade and series of a position that mixes kinds of work.

    Every kind is evaluated by its own standard; work that can never be paramount is set
    aside; the majority rule and the three conditions for a quarter find the grade under each
    side's percentages; the considerations stated find the series. What cannot be decided
    comes back undetermined, with the questions that would decide it.

    Args:
        request: a position from :func:`core.mixed.parse_mixed`.

    Raises:
        CaseError, LevelError, StandardError: the percentages do not add up, or the levels or
            the standard of a kind of work are wrong; a parsed request has been checked.
    """
    rated = [rate_work(one, number, request.as_of) for number, one in enumerate(request.work, 1)]
    claims = tuple(impact_claim(one, number) for number, one in enumerate(request.impact, 1))
    kinds = _kinds(request, rated, claims)
    views: list[View] = []
    choices: list[SeriesChoice] = []
    generals: list[Claim | None] = []
    outcomes: list[Outcome] = []
    for side, shares in shares_by_side(request.work).items():
        settled = settle(kinds, shares)
        outcomes += settled.outcomes
        controlling = settled.outcomes[0].controlling if len(settled.outcomes) == 1 else ()
        grades = {one.name: kind.grade for one, kind in zip(request.work, kinds, strict=True)}
        generals.append(general_claim(request, grades, controlling))
        choice = choose_series(request, controlling, generals[-1])
        choices.append(choice)
        views.append(_view(request, side, shares, settled, choice, claims))
    choice, general = _one_choice(choices), _one_claim(generals)
    interdisciplinary = (
        None
        if request.interdisciplinary is None
        else interdisciplinary_claim(request.interdisciplinary)
    )
    if interdisciplinary is not None and interdisciplinary.holds and not request.series.decision:
        choice = _by_person(choice, request)
    possible = tuple(dict.fromkeys(grade for view in views for grade in view.possible))
    grade = views[0].grade if len({view.grade for view in views}) == 1 else None
    work = tuple(_result(request, number, rated, kinds) for number in range(len(request.work)))
    questions = _questions(views, choice, interdisciplinary)
    mix = EvaluatedMix(
        request=request,
        rated=tuple(rated),
        kinds=kinds,
        outcomes=tuple(outcomes),
        views=tuple(views),
        choice=choice,
        claims=tuple(one for one in (*claims, general, interdisciplinary) if one is not None),
    )
    return MixedEvaluation(
        title=request.title,
        status="determined" if grade is not None and choice.series is not None else "undetermined",
        grade=grade,
        possible=possible,
        series=choice.series,
        work=work,
        views=tuple(views),
        difference=difference(views),
        series_choice=choice,
        general_series=general,
        impact=claims,
        interdisciplinary=interdisciplinary,
        questions=questions,
        findings=findings(mix),
        derivation=derivation(mix),
        fingerprint=fingerprint_of(
            "mixed",
            request=request.model_dump(mode="json", exclude={"title", "fictional"}),
            work=[one.fingerprint for one in rated],
            rules=content(),
        ),
    )


def _kinds(
    request: MixedRequest, rated: Sequence[Rated], claims: Sequence[Claim]
) -> tuple[Kind, ...]:
    claim_of = {one.work: claim for one, claim in zip(request.impact, claims, strict=True)}
    return tuple(
        Kind(
            name=one.name,
            number=number,
            grade=found.grade,
            barred=bool(one.circumstances),
            regular=one.regular,
            recruiting=one.recruiting,
            claimed=one.name in claim_of,
            recognized=claim_of[one.name].holds if one.name in claim_of else None,
        )
        for number, (one, found) in enumerate(zip(request.work, rated, strict=True), 1)
    )


def _view(
    request: MixedRequest,
    side: Side,
    shares: Sequence[Fraction],
    settled: Settled,
    choice: SeriesChoice,
    claims: Sequence[Claim],
) -> View:
    names = [one.name for one in request.work]
    outcomes = settled.outcomes
    grades = tuple(dict.fromkeys(one.grade for one in outcomes))
    decided = outcomes[0] if len(grades) == 1 else None
    if decided is not None:
        reason = outcome_text(decided)
    elif not outcomes:
        reason = "The grade of a kind of work that matters is itself undetermined."
    else:
        reason = "It depends. " + " Otherwise: ".join(outcome_text(one) for one in outcomes)
    return View(
        side=side,
        shares=dict(zip(names, map(float, shares), strict=True)),
        grade=None if decided is None or decided.grade is None else f"GS-{decided.grade}",
        possible=tuple(f"GS-{grade}" for grade in grades if grade is not None),
        controlling=() if decided is None else decided.controlling,
        control=None if decided is None else decided.control,
        series=choice.series,
        questions=_asked(request, settled, claims),
        reason=reason,
    )


def _asked(
    request: MixedRequest, settled: Settled, claims: Sequence[Claim]
) -> tuple[Question, ...]:
    """Return the questions that choose between the grades that remain."""
    claim_of = {one.work: claim for one, claim in zip(request.impact, claims, strict=True)}
    found: list[Question] = []
    for number, field in settled.facts:
        if field == "recognized":
            found += claim_of[request.work[number - 1].name].questions
        else:
            found.append(Question(field=f"work[{number}].{field}", text=_ASKED[field]))
    return tuple(found)


def _one_choice(choices: Sequence[SeriesChoice]) -> SeriesChoice:
    """Return the series choice of all sides, undetermined where the sides lead to several."""
    first = choices[0]
    if all(one.series == first.series for one in choices):
        return first
    reason = " Or: ".join(dict.fromkeys(one.reason for one in choices))
    questions = tuple(dict.fromkeys(question for one in choices for question in one.questions))
    return first.model_copy(
        update={
            "series": None,
            "usual": first.usual if len({one.usual for one in choices}) == 1 else None,
            "reason": f"It depends on the percentages: {reason}",
            "questions": questions,
        }
    )


def _one_claim(claims: Sequence[Claim | None]) -> Claim | None:
    """Return what becomes of a claim under all sides, open where they differ."""
    first = claims[0]
    if first is None or all(one is not None and one.holds == first.holds for one in claims):
        return first
    reasons = dict.fromkeys(one.reason for one in claims if one is not None)
    return first.model_copy(
        update={
            "holds": None,
            "reason": f"It depends on the percentages: {' Or: '.join(reasons)}",
        }
    )


def _by_person(choice: SeriesChoice, request: MixedRequest) -> SeriesChoice:
    """Leave the series of an interdisciplinary position to the person selected."""
    claim = request.interdisciplinary
    options = () if claim is None else tuple(dict.fromkeys(claim.series))
    named = ", ".join(f"GS-{code}" for code in options)
    return choice.model_copy(
        update={
            "series": None,
            "options": options,
            "reason": f"The position is interdisciplinary ({named}): its series is that of the "
            "qualifications of the person selected, and is recorded when the position is filled.",
            "citation": cite("interdisciplinary-final"),
            "questions": (
                Question(
                    field="series.decision",
                    text="In which of these series is the person selected qualified?",
                ),
            ),
        }
    )


def _result(
    request: MixedRequest, index: int, rated: Sequence[Rated], kinds: Sequence[Kind]
) -> WorkResult:
    work, found, kind = request.work[index], rated[index], kinds[index]
    return WorkResult(
        name=work.name,
        series=work.series,
        grade=None if found.grade is None else f"GS-{found.grade}",
        total=found.total,
        source=found.source,
        evaluation=found.evaluation,
        counts=kind.counts(),
        why=bar_of(work, kind).text,
    )


def _questions(
    views: Sequence[View], choice: SeriesChoice, *claims: Claim | None
) -> tuple[Question, ...]:
    asked = [question for view in views for question in view.questions]
    asked += choice.questions
    asked += [question for claim in claims if claim is not None for question in claim.questions]
    return tuple(dict.fromkeys(asked))
