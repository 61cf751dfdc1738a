"""Wrong supervisory requests: one sentence that names the field and the remedy, for each."""

from __future__ import annotations

from typing import Any

import pytest

from core.errors import CaseError, InputError, LevelError, StandardError
from core.supervisory import parse_supervisory, score_supervisory
from core.supervisory.inputs import SupervisoryRequest
from core.supervisory.models import evaluate_supervisory
from core.supervisory.parts import Authorities, Deputy

LEVELS = {"1": "1-2", "2": "2-2", "3": "3-2", "4A": "4A-2", "4B": "4B-2", "5": "5-6", "6": "6-4"}
GOOD: dict[str, Any] = {"standard": "gssg", "levels": LEVELS, "base": {"grade": "GS-11"}}
OPEN = {key: level for key, level in LEVELS.items() if key != "5"}
TEN = list(range(1, 11))


def _with(**changes: Any) -> dict[str, Any]:
    return {**GOOD, **changes}


def _levels(**changes: Any) -> dict[str, Any]:
    return _with(levels={**LEVELS, **changes})


def _without(*keys: str) -> dict[str, Any]:
    return _with(levels={key: level for key, level in LEVELS.items() if key not in keys})


WRONG: list[tuple[str, Any, type[InputError], str, str]] = [
    # name, request, error, place, words of the sentence
    ("not an object", [1], CaseError, "case.json", "an object is needed"),
    ("a key nobody knows", _with(situation=[1]), CaseError, "situation", '"situations"'),
    ("no standard", {"levels": LEVELS}, CaseError, "standard", "is missing"),
    ("another standard", _with(standard="fes-primary"), CaseError, "standard", "gssg"),
    ("levels as a text", _with(levels="1-2"), CaseError, "levels", "a text"),
    ("no levels at all", {"standard": "gssg"}, LevelError, "levels", "Factor 1"),
    ("a factor without a level", _without("4A"), LevelError, "levels", "Factor 4A"),
    ("no level and no base", {"standard": "gssg", "levels": OPEN}, LevelError, "levels", "5"),
    ("Factor 4 undivided", _levels(**{"4": "4A-2"}), LevelError, "levels.4", "4A, 4B"),
    ("an unknown factor", _levels(**{"9": "9-1"}), LevelError, "levels.9", "not a factor"),
    (
        "a factor twice",
        _levels(**{"Factor 1": "1-2"}),
        LevelError,
        'levels."Factor 1"',
        "given twice",
    ),
    ("an unknown level", _levels(**{"1": "1-6"}), LevelError, "levels.1", "no Level 1-6"),
    ("a half level", _levels(**{"1": "1-2.5"}), LevelError, "levels.1", "between two levels"),
    ("another factor's level", _levels(**{"1": "2-1"}), LevelError, "levels.1", "Factor 2"),
    ("the other half of Factor 4", _levels(**{"4A": "4B-1"}), LevelError, "levels.4A", "4B"),
    ("Level 3-1", _levels(**{"3": "3-1"}), LevelError, "levels.3", "outside it (p. 3)"),
    ("a level as a number", _levels(**{"6": 4}), LevelError, "levels.6", "a level is a text"),
    ("a level of null", _levels(**{"6": None}), LevelError, "levels.6", "null"),
    (
        "scope without effect",
        _levels(**{"1": {"scope": "1-3"}}),
        CaseError,
        "levels.1.effect",
        "is missing",
    ),
    (
        "scope at no level",
        _levels(**{"1": {"scope": "1-9", "effect": "1-2"}}),
        LevelError,
        "levels.1.scope",
        "no Level 1-9",
    ),
    (
        "scope misspelt",
        _levels(**{"1": {"scop": "1-3", "effect": "1-2"}}),
        CaseError,
        "levels.1.scop",
        '"scope"',
    ),
    ("an entry of null", _with(levels=[None]), CaseError, "levels[1]", "null is given"),
    ("an entry that is no object", _with(levels=["1-2"]), CaseError, "levels[1]", "an object"),
    (
        "an entry without a factor",
        _with(levels=[{"level": "1-2"}]),
        CaseError,
        "levels[1].factor",
        "is missing",
    ),
    (
        "an entry without a level",
        _with(levels=[{"factor": 1}]),
        CaseError,
        "levels[1].level",
        "is missing",
    ),
    (
        "a factor that is no number",
        _with(levels=[{"factor": True, "level": "1-2"}]),
        LevelError,
        "levels[1].factor",
        "not a factor",
    ),
    (
        "a factor twice in a list",
        _with(levels=[{"factor": "4a", "level": "4A-1"}, {"factor": "4A", "level": "4A-2"}]),
        LevelError,
        "levels[2]",
        "Factor 4A is given twice",
    ),
    (
        "points that are not the level's",
        _with(
            levels=[
                {"factor": key, "level": level, **({"points": 545} if key == "1" else {})}
                for key, level in LEVELS.items()
            ]
        ),
        LevelError,
        "levels[1].points",
        "350 points (p. 10), not 545",
    ),
    ("a total that is not the sum", _with(total=3100), LevelError, "total", "add up to 3095"),
    ("a total that is a text", _with(total="3095"), LevelError, "total", "3095"),
    (
        "a bare total nothing adds up to",
        {"standard": "gssg", "total": 3096},
        LevelError,
        "total",
        "no set of levels",
    ),
    (
        "a bare total between two ranges",
        {"standard": "gssg", "total": 2352},
        LevelError,
        "total",
        "GS-10, 2,105 to 2,350, and GS-11, 2,355 to 2,750 (p. 29)",
    ),
    (
        "a bare total below the chart",
        {"standard": "gssg", "total": 850},
        LevelError,
        "total",
        "begins at 855 (p. 29)",
    ),
    (
        "a bare total of the wrong kind",
        {"standard": "gssg", "total": 3095.5},
        LevelError,
        "total",
        "whole number",
    ),
    (
        "a bare total with situations",
        {"standard": "gssg", "total": 3095, "situations": [1]},
        LevelError,
        "situations",
        "already counts them",
    ),
    (
        "a bare total its base cannot reach",
        {"standard": "gssg", "total": 1165, "base": {"grade": "GS-12"}},
        LevelError,
        "total",
        "5-7",
    ),
    ("a date that is none", _with(as_of="2014-13-01"), CaseError, "as_of", "not a date"),
    ("a date as a number", _with(as_of=2014), CaseError, "as_of", "not a date"),
    (
        "a date before the guide",
        _with(as_of="1993-05-01"),
        StandardError,
        "as_of",
        "1998-04",
    ),
    # special situations
    ("situations as a number", _with(situations=3), CaseError, "situations", "not a list"),
    ("situation 9", _with(situations=[1, 9]), CaseError, "situations[2]", "from 1 to 8"),
    ("situation 0", _with(situations=[0]), CaseError, "situations[1]", "not one of"),
    ("a situation nobody knows", _with(situations=["Noise"]), CaseError, "situations[1]", "Noise"),
    ("a situation as a flag", _with(situations=[True]), CaseError, "situations[1]", "true"),
    ("half a situation", _with(situations=[2.5]), CaseError, "situations[1]", "2.5"),
    (
        "a situation twice",
        _with(situations=[2, "Shift Operations"]),
        CaseError,
        "situations[2]",
        "situation 2",
    ),
    # the base
    ("a base as a list", _with(base=[11]), CaseError, "base", "an object is needed"),
    ("a base without a grade", _with(base={"share": 30}), CaseError, "base.grade", "is missing"),
    ("a base above GS-15", _with(base="GS-16"), CaseError, "base", "GS-16"),
    ("a base of GS-0", _with(base=0), CaseError, "base", "0 is not"),
    ("a base in another pay plan", _with(base="WG-10"), CaseError, "base", "other pay plans"),
    (
        "an unknown method",
        _with(base={"grade": 11, "method": "heads"}),
        CaseError,
        "base.method",
        '"workload" or "supervisor-time"',
    ),
    (
        "a share above 100",
        _with(base={"grade": 11, "share": 101}),
        CaseError,
        "base.share",
        "not a percentage",
    ),
    (
        "a share below zero",
        _with(base={"grade": 11, "share": -1}),
        CaseError,
        "base.share",
        "not a percentage",
    ),
    (
        "a share that may be 1 percent or all",
        _with(base={"grade": 11, "share": 1}),
        CaseError,
        "base.share",
        "1 percent or all",
    ),
    (
        "a share as a text",
        _with(base={"grade": 11, "share": "30"}),
        CaseError,
        "base.share",
        "not a number",
    ),
    (
        "a share that is no number",
        _with(base={"grade": 11, "share": float("nan")}),
        CaseError,
        "base.share",
        "not a number",
    ),
    (
        "a share without end",
        _with(base={"grade": 11, "share": float("inf")}),
        CaseError,
        "base.share",
        "not a number",
    ),
    (
        "the supervisor's time at the first level",
        _with(base={"grade": 11, "method": "supervisor-time", "supervisor_level": 1}),
        CaseError,
        "base.method",
        "second and higher level",
    ),
    (
        "a supervisory level that is none",
        _with(base={"grade": 11, "supervisor_level": 0}),
        CaseError,
        "base.supervisor_level",
        "0 is not",
    ),
    (
        "alignment as a word",
        _with(base={"grade": 11, "alignment": "yes"}),
        CaseError,
        "base.alignment",
        "true or false",
    ),
    (
        "a base the level contradicts",
        _with(base={"grade": 12}),
        LevelError,
        "levels.5",
        "Level 5-7 (p. 23)",
    ),
    (
        "a base the workload contradicts",
        _with(levels=OPEN, base=12, workload=[{"grade": 11, "hours": 10}]),
        LevelError,
        "base.grade",
        "the workload makes it GS-11",
    ),
    (
        "a share the workload contradicts",
        _with(levels=OPEN, base={"grade": 11, "share": 60}, workload=[{"grade": 11, "hours": 10}]),
        LevelError,
        "base.share",
        "60 percent, but the workload makes it 100",
    ),
    (
        "a time base below the workload's",
        _with(
            levels=OPEN,
            base={"grade": 9, "method": "supervisor-time"},
            workload=[{"grade": 11, "hours": 10}],
        ),
        LevelError,
        "base.grade",
        "already makes it GS-11",
    ),
    # the workload
    ("an empty workload", _with(workload=[]), CaseError, "workload", "is empty"),
    ("a workload as an object", _with(workload={}), CaseError, "workload", "not a list"),
    ("a row that is none", _with(workload=[11]), CaseError, "workload[1]", "an object is needed"),
    (
        "a row counted in heads",
        _with(workload=[{"grade": 11, "positions": 3}]),
        CaseError,
        "workload[1]",
        "not heads",
    ),
    (
        "a row without hours",
        _with(workload=[{"grade": 11}]),
        CaseError,
        "workload[1].hours",
        "is missing",
    ),
    (
        "a row without a grade",
        _with(workload=[{"hours": 11}]),
        CaseError,
        "workload[1].grade",
        "is missing",
    ),
    (
        "a row at a grade of another pay plan",
        _with(workload=[{"grade": "WG-10", "hours": 1}]),
        CaseError,
        "workload[1].grade",
        "other pay plans",
    ),
    (
        "hours below zero",
        _with(workload=[{"grade": 11, "hours": -1}]),
        CaseError,
        "workload[1].hours",
        "below zero",
    ),
    (
        "hours as a text",
        _with(workload=[{"grade": 11, "hours": "many"}]),
        CaseError,
        "workload[1].hours",
        "not a number",
    ),
    (
        "hours beyond all measure",
        _with(workload=[{"grade": 11, "hours": 10**30}]),
        CaseError,
        "workload[1].hours",
        "not a number",
    ),
    (
        "hours and dollars in one row",
        _with(workload=[{"grade": 11, "hours": 1, "dollars": 1}]),
        CaseError,
        "workload[1].dollars",
        "both given",
    ),
    (
        "hours and dollars mixed",
        _with(workload=[{"grade": 11, "hours": 1}, {"grade": 9, "dollars": 1}]),
        CaseError,
        "workload[2].dollars",
        "mixed",
    ),
    (
        "full performance below the grade",
        _with(workload=[{"grade": 11, "full_performance_grade": 9, "hours": 1}]),
        CaseError,
        "workload[1].full_performance_grade",
        "GS-9 lies below",
    ),
    (
        "normal supervision above the grade",
        _with(workload=[{"grade": 11, "normal_supervision_grade": 12, "hours": 1}]),
        CaseError,
        "workload[1].normal_supervision_grade",
        "GS-12 lies above",
    ),
    (
        "two grades to count at",
        _with(
            workload=[
                {
                    "grade": 11,
                    "full_performance_grade": 12,
                    "normal_supervision_grade": 9,
                    "hours": 1,
                }
            ]
        ),
        CaseError,
        "workload[1].normal_supervision_grade",
        "at once",
    ),
    (
        "an exclusion that says no",
        _with(workload=[{"grade": 11, "hours": 1, "excluded": "no"}]),
        CaseError,
        "workload[1].excluded",
        "true, false or a reason",
    ),
    (
        "an exclusion that is a number",
        _with(workload=[{"grade": 11, "hours": 1, "excluded": 1}]),
        CaseError,
        "workload[1].excluded",
        "true, false or a reason",
    ),
    (
        "all work excluded",
        _with(levels=OPEN, base=None, workload=[{"grade": 11, "hours": 1, "excluded": True}]),
        LevelError,
        "workload",
        "no work is left",
    ),
    # the other parts
    ("a deputy to nobody known", _with(deputy="the boss"), CaseError, "deputy", "the boss"),
    (
        "a deputy with two chiefs",
        _with(deputy={"chief": "GS-14", "to": "GS-13"}),
        CaseError,
        "deputy.to",
        "given twice",
    ),
    (
        "a deputy full of something",
        _with(deputy={"full": "half"}),
        CaseError,
        "deputy.full",
        "true or false",
    ),
    ("coverage as a flag", _with(coverage=True), CaseError, "coverage", "an object is needed"),
    (
        "more than all the time",
        _with(coverage={"percent": 120}),
        CaseError,
        "coverage.percent",
        "not a percentage",
    ),
    (
        "an exclusion nobody knows",
        _with(coverage={"exclusions": ["noise"]}),
        CaseError,
        "coverage.exclusions[1]",
        "trades",
    ),
    (
        "two shares above 100",
        _with(coverage={"percent": 70}, nonsupervisory={"grade": 12, "percent": 40}),
        CaseError,
        "nonsupervisory.percent",
        "110 percent",
    ),
    (
        "other work without its share",
        _with(nonsupervisory={"grade": 12}),
        CaseError,
        "nonsupervisory.percent",
        "is missing",
    ),
    (
        "other work without its grade",
        _with(nonsupervisory={"percent": 40}),
        CaseError,
        "nonsupervisory.grade",
        "is missing",
    ),
    (
        "a chain that reaches no executive",
        _with(reporting=[{"grade": "GS-14"}]),
        CaseError,
        "reporting",
        "does not reach the first executive",
    ),
    (
        "a chain that ends with a deputy",
        _with(reporting=[{"grade": "GS-15", "role": "deputy"}]),
        CaseError,
        "reporting[1]",
        "whose chief is not named",
    ),
    (
        "a chain that ends with a full assistant",
        _with(reporting=[{"grade": "GS-14"}, {"grade": "GS-15", "role": "full-assistant"}]),
        CaseError,
        "reporting[2]",
        "whose chief is not named",
    ),
    (
        "a chain nobody appraises in",
        _with(reporting=[{"grade": "SES", "appraises": False}]),
        CaseError,
        "reporting",
        "appraises",
    ),
    (
        "a chain with an unknown role",
        _with(reporting=[{"grade": "SES", "role": "boss"}]),
        CaseError,
        "reporting[1].role",
        "partial-assistant",
    ),
    (
        "a chain the level contradicts",
        _with(reporting=[{"grade": "SES"}]),
        LevelError,
        "levels.2",
        "leads to Level 2-3 (p. 14)",
    ),
    (
        "a chain with a rank nobody knows",
        _with(reporting=[{"grade": "captain"}]),
        CaseError,
        "reporting[1].grade",
        "SES",
    ),
    (
        "authorities the level contradicts",
        _with(authorities={"3-3a": True}),
        LevelError,
        "levels.3",
        "Level 3-3 (p. 16)",
    ),
    (
        "authorities nobody has judged",
        _with(
            levels={k: v for k, v in LEVELS.items() if k != "3"},
            authorities={"3-2c": TEN[:9], "3-3b": TEN},
        ),
        LevelError,
        "authorities.nearly_all",
        "9 of the 10",
    ),
    (
        "an authority beyond the list",
        _with(authorities={"3-2c": [11]}),
        CaseError,
        "authorities.3-2c",
        "from 1 to 10",
    ),
    (
        "an authority twice",
        _with(authorities={"3-3b": [1, 1]}),
        CaseError,
        "authorities.3-3b",
        "given twice",
    ),
    (
        "a list judged that has no number to judge",
        _with(authorities={"nearly_all": ["3-2c"]}),
        CaseError,
        "authorities.nearly_all[1]",
        "3-3b",
    ),
    (
        "a paragraph nobody knows",
        _with(authorities={"3-4c": True}),
        CaseError,
        "authorities.3-4c",
        "3-4c",
    ),
]


@pytest.mark.parametrize(
    ("request_", "error", "place", "said"),
    [pytest.param(*row[1:], id=row[0]) for row in WRONG],
)
def test_what_is_wrong_is_said_in_one_sentence(
    request_: Any, error: type[InputError], place: str, said: str
) -> None:
    with pytest.raises(InputError) as caught:
        parse_supervisory(request_, where="case.json")
    assert type(caught.value) is error
    with pytest.raises(error) as scoring:
        score_supervisory(request_, where="case.json")
    assert scoring.value.sentence() == caught.value.sentence()
    where = caught.value.where
    assert where == "case.json" or where == f"case.json: {place}"
    assert place in where
    sentence = caught.value.sentence()
    assert said in sentence
    assert "\n" not in sentence
    assert caught.value.hint
    assert len(sentence) < 420


def test_the_request_the_errors_are_made_from_is_right() -> None:
    assert evaluate_supervisory(parse_supervisory(GOOD)).grade == "GS-12"


def test_a_careless_request_is_told_everything_in_one_go() -> None:
    careless = {
        "standard": "gssg",
        "levels": {**LEVELS, "2": "2-9", "6": 4},
        "situation": [1],
        "base": {"grade": "GS-16", "method": "heads"},
        "workload": [{"grade": 11}, {"grade": 11, "hours": -1}],
        "coverage": {"percent": 120, "technical": "yes"},
        "as_of": "2014-13-01",
    }
    with pytest.raises(CaseError) as caught:
        parse_supervisory(careless, where="case.json")
    told = [one.where.removeprefix("case.json: ") for one in caught.value.mistakes]
    assert told == [
        "situation", "base.grade", "base.method", "workload[1].hours", "workload[2].hours",
        "coverage.percent", "coverage.technical", "as_of", "levels.2", "levels.6",
    ]  # fmt: skip
    assert all(one.hint and "\n" not in one.sentence() for one in caught.value.mistakes)


def test_hostile_text_is_shown_as_data_and_cut() -> None:
    key = "\x1b[31m" + "x" * 5000
    for request in (_with(**{key: 1}), _levels(**{key: "1-1"}), _with(situations=[key])):
        with pytest.raises(InputError) as caught:
            parse_supervisory(request, where="case.json")
        sentence = caught.value.sentence()
        assert "\x1b" not in sentence
        assert len(sentence) < 500


@pytest.mark.parametrize(
    "key", ["situations", "base", "workload", "deputy", "coverage", "reporting", "authorities"]
)
def test_null_means_not_given(key: str) -> None:
    assert parse_supervisory(_with(**{key: None})) == parse_supervisory(
        {k: v for k, v in GOOD.items() if k != key}
    )


def test_a_rank_is_told_without_stray_blanks() -> None:
    found = evaluate_supervisory(parse_supervisory(_with(deputy=" Executive  Level IV ")))
    assert "has the rank Executive Level IV, above" in (found.undetermined or "")


def test_the_method_not_named_is_the_workload() -> None:
    base = parse_supervisory(GOOD).base
    assert base is not None
    assert base.method == "workload"


def test_authorities_may_be_stated_without_lists() -> None:
    levels = {key: level for key, level in LEVELS.items() if key != "3"}
    for paragraph, level in (("3-2a", "3-2"), ("3-3a", "3-3")):
        held = Authorities(met=frozenset({paragraph}))
        found = evaluate_supervisory(SupervisoryRequest(levels=levels, authorities=held))
        assert found.factors[2].level == level


def test_a_deputy_needs_levels_or_the_grade_of_the_chief() -> None:
    with pytest.raises(LevelError, match="no level is given"):
        evaluate_supervisory(SupervisoryRequest(deputy=Deputy()))


@pytest.mark.parametrize(
    ("spelled", "grade"),
    [(11, "GS-11"), ("11", "GS-11"), ("gs-11", "GS-11"), ("GM–13", "GS-13"), (" GS 09 ", "GS-9")],
)
def test_grades_are_understood_as_people_write_them(spelled: object, grade: str) -> None:
    levels = {key: level for key, level in LEVELS.items() if key != "5"}
    found = evaluate_supervisory(parse_supervisory(_with(levels=levels, base=spelled)))
    assert found.base_grade == grade


@pytest.mark.parametrize(
    "spelled", ["SES", "ses", "ES-3", "Executive Level IV", "EX-IV", "O-7", "General Officer"]
)
def test_ranks_above_grade_15_are_understood(spelled: str) -> None:
    found = evaluate_supervisory(parse_supervisory(_with(deputy={"chief": spelled})))
    assert found.grade is None
    assert f"has the rank {spelled}, above GS-15" in (found.undetermined or "")


@pytest.mark.parametrize("share", [0.4, 40, 40.0])
def test_a_share_below_one_is_a_fraction(share: float) -> None:
    found = evaluate_supervisory(parse_supervisory(_with(base={"grade": 11, "share": share})))
    assert any("40 percent of the workload" in step.text for step in found.derivation)


def test_a_list_of_levels_with_points_is_the_same_request() -> None:
    worth = {"1": 350, "2": 250, "3": 450, "4A": 50, "4B": 75, "5": 800, "6": 1120}
    listed = [
        {"factor": int(key) if key.isdecimal() else key, "level": level, "points": worth[key]}
        for key, level in LEVELS.items()
    ]
    one = evaluate_supervisory(parse_supervisory(_with(levels=listed)))
    assert one == evaluate_supervisory(parse_supervisory(GOOD))


def test_a_stated_total_that_is_the_sum_is_accepted() -> None:
    assert evaluate_supervisory(parse_supervisory(_with(total=3095))).total == 3095
