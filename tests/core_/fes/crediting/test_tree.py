"""Criteria joined by all of and any of, one inside the other."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from core.errors import StandardError
from core.fes.crediting.aspects import read, tree
from core.fes.crediting.ladder import credit_case
from core.fes.opened import open_case
from core.model import Answer, Case, Finding
from core.standards.catalog import Catalog
from core.standards.criteria import Level, Requirement
from core.standards.model import Standard
from core.standards.reading import load_standard, read_standard, standard_of
from tests.core_.required import requirements

FILE = Path(__file__).resolve().parents[3] / "golden" / "standards" / "gs-9990" / "2001-06.toml"
TEXT = FILE.read_text("utf-8")
ANSWERS: tuple[Answer | None, ...] = ("met", "not_met", "exceeded", "unknown", None)
NAMES = ("1-6", "2-3", "3-3", "4-2", "5-3", "6-2", "7-B", "8-1", "9-1")
LEVELS = {str(number): name for number, name in enumerate(NAMES, 1)}


@pytest.fixture(scope="module")
def level(fictional_catalog: Catalog) -> Level:
    """Level 4-3: its nature, and one harbor in depth or the currents and charts of several."""
    return standard_of(fictional_catalog.in_force("gs-9990")).factors[3].levels[1]


def met(answers: dict[str, bool]) -> bool:
    """The level said out loud: what it takes when every aspect is known."""
    several = answers["4-3.currents"] and answers["4-3.charts"]
    return answers["4-3.nature"] and (answers["4-3.depth"] or several)


IDS = ("4-3.nature", "4-3.depth", "4-3.currents", "4-3.charts", "4-3.boats")


def test_every_set_of_answers_reads_as_said_out_loud(level: Level) -> None:
    """An open aspect may turn out either way: the level is met or failed when both agree."""
    for combination in product(ANSWERS, repeat=len(IDS)):
        answers = {a: answer for a, answer in zip(IDS, combination, strict=True) if answer}
        known = {
            a: answers[a] in ("met", "exceeded")
            for a in IDS
            if answers.get(a) not in (None, "unknown")
        }
        unknown = [a for a in IDS if a not in known]
        outcomes = {
            met({**known, **dict(zip(unknown, rest, strict=True))})
            for rest in product((True, False), repeat=len(unknown))
        }
        expected = "open" if len(outcomes) == 2 else "met" if outcomes == {True} else "failed"
        assert read(level, answers).state == expected, answers


def test_groups_written_out_say_the_same_as_the_tree(level: Level) -> None:
    groups = [{a.id for a in group} for group in requirements(level)]
    assert {"4-3.nature"} in groups
    assert {"4-3.depth", "4-3.currents"} in groups
    assert {"4-3.depth", "4-3.charts"} in groups
    for combination in product((True, False), repeat=len(IDS)):
        answers = dict(zip(IDS, combination, strict=True))
        assert met(answers) is all(any(answers[a] for a in group) for group in groups)


def test_a_branch_that_is_not_significant_requires_nothing(level: Level) -> None:
    boats = next(aspect for aspect in level.aspects if aspect.id == "4-3.boats")
    assert not boats.significant
    everything: dict[str, Answer] = dict.fromkeys(IDS, "met")
    assert read(level, {**everything, "4-3.boats": "not_met"}).state == "met"
    assert "4-3.boats" not in [a.id for group in requirements(level) for a in group]


def case(answers: dict[str, Answer]) -> Case:
    return Case(
        title="x",
        standard="gs-9990",
        levels=LEVELS,
        sought={"4": "4-3"},
        findings=tuple(Finding(aspect=a, answer=answer) for a, answer in answers.items()),
    )


@pytest.mark.parametrize(
    ("answers", "credited", "deciding", "open_questions"),
    [
        (
            {"4-3.nature": "met", "4-3.depth": "met"},
            "4-3",
            ("4-3.nature", "4-3.depth"),
            (),
        ),
        (
            {"4-3.nature": "met", "4-3.currents": "met", "4-3.charts": "met"},
            "4-3",
            ("4-3.nature", "4-3.currents", "4-3.charts"),
            (),
        ),
        (
            {"4-3.nature": "met", "4-3.currents": "met"},
            "4-2",
            (),
            ("4-3.depth", "4-3.charts"),
        ),
        (
            {"4-3.nature": "met", "4-3.charts": "not_met"},
            "4-2",
            (),
            ("4-3.depth",),
        ),
        (
            {"4-3.nature": "met", "4-3.charts": "not_met", "4-3.depth": "not_met"},
            "4-2",
            ("4-3.depth", "4-3.charts"),
            (),
        ),
        ({"4-3.nature": "not_met", "4-3.depth": "met"}, "4-2", ("4-3.nature",), ()),
        # Above the level, exceeding in one aspect stands for no other.
        ({"4-3.nature": "exceeded"}, "4-2", (), ("4-3.depth", "4-3.currents", "4-3.charts")),
    ],
)
def test_credit_follows_the_tree_and_names_what_decided(
    answers: dict[str, Answer],
    credited: str,
    deciding: tuple[str, ...],
    open_questions: tuple[str, ...],
    tide_office: str,
) -> None:
    got = next(c for c in credit_case(open_case(case(answers))) if c.factor == 4)
    assert (got.level, got.deciding, got.open_questions) == (credited, deciding, open_questions)
    for name in (*deciding, *open_questions):
        assert name in got.reason


def test_flat_levels_are_two_level_trees() -> None:
    standard: Standard = load_standard("fes-primary")
    for factor in standard.factors:
        for one in factor.levels:
            assert one.requires is None
            root = tree(one)
            assert root.joined == "all"
            for part in root.parts:
                if isinstance(part, Requirement):
                    assert part.joined == "any"
                    assert all(isinstance(name, str) for name in part.parts)


def test_named_groups_and_branches_may_stand_side_by_side(fictional_catalog: Catalog) -> None:
    text = TEXT.replace(
        '{ key = "nature", name = "Nature of the work", text = "Does varied work." },',
        '{ key = "one", name = "One", text = "One.", any_of = "either" },\n'
        '{ key = "two", name = "Two", text = "Two.", any_of = "either" },',
        1,
    )
    level = standard_of(read_standard(text, where="x")).factors[3].levels[1]
    groups = [{a.id for a in group} for group in requirements(level)]
    assert groups[0] == {"4-3.one", "4-3.two"}
    assert len(groups) == 3
    assert read(level, {"4-3.two": "met", "4-3.depth": "met"}).state == "met"
    assert read(level, {"4-3.one": "met"}).state == "open"


def swap(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


NATURE = '{ key = "nature", name = "Nature of the work", text = "Does varied work." }'
DEPTH = '{ key = "depth", name = "One harbor in depth", text = "Works one harbor in depth." }'


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            swap('{ key = "depth"', '{ significant = false, key = "depth"'),
            "aspects[2].any_of[1].significant is false for an alternative",
        ),
        (swap(f"{DEPTH},\n", ""), "aspects[2].any_of has one part: there is no alternative"),
        (
            swap('name = "Good to have", significant = false, all_of', "all_of = [], any_of"),
            "aspects[3].all_of stands beside any_of",
        ),
        (
            swap('{ key = "boats"', '{ significant = true, key = "boats"'),
            "aspects[3].all_of[1].significant is true inside a branch that is not significant",
        ),
        (
            swap('{ key = "currents"', '{ any_of = "x", key = "currents"'),
            "any_of[2].all_of[1].any_of names a group inside a branch",
        ),
        (swap('{ key = "charts"', '{ key = "depth"'), "any_of[2].all_of[2].key repeats 'depth'"),
        (swap('{ key = "charts",', '{ key = "charts", colour = "x",'), "colour is not a key"),
        (swap('name = "Reach of the work", any_of', 'reach = "x", any_of'), "reach is not a key"),
        (swap(NATURE, f"{NATURE}, {{ all_of = [] }}"), "all_of must be a list of tables with at"),
        (swap(NATURE, f"{NATURE}, {{ all_of = [7] }}"), "all_of[1] must be a table"),
    ],
)
def test_a_mistake_in_a_tree_is_named(change: Callable[[str], str], said: str) -> None:
    with pytest.raises(StandardError) as caught:
        read_standard(change(TEXT), where="x.toml")
    assert said in caught.value.message
    assert caught.value.where == "x.toml"
    assert caught.value.hint
