"""What claims a message: the sense of it, not a word in it; and words that are misspelt."""

from __future__ import annotations

import pytest

from assistant.chat.answering.fields import asks_of_grading
from assistant.chat.answering.named.not_held.elsewhere import elsewhere
from assistant.chat.model import Context
from assistant.chat.reading.exact import read
from assistant.chat.reading.parts import parts
from assistant.chat.reading.writing import in_english, spelled


@pytest.mark.parametrize(
    "message",
    [
        "I process veterans' preference claims all day, what grade should that be?",
        "Can they reclassify me while I am out on sick leave?",
        "We do suitability adjudications, which series is that?",
        "I have to know all the rules of title 38 hiring",
        "My work requires a degree by law, does that make it professional work?",
        "Does the agency's overtime policy, which I write, count as scope and effect?",
    ],
)
def test_what_the_work_is_on_is_not_what_is_asked(message: str) -> None:
    assert asks_of_grading(message)
    assert elsewhere(read(message), Context()) is None


@pytest.mark.parametrize(
    "message",
    [
        "How much sick leave do I earn in a pay period?",
        "How do bump and retreat rights work?",
        "Which standard grades a WG-10 electrician?",
        "What degree do I need to qualify for the 0343 series?",
    ],
)
def test_what_other_laws_settle_is_still_said_to_stand_there(message: str) -> None:
    assert elsewhere(read(message), Context()) is not None


@pytest.mark.parametrize(
    ("message", "number"),
    [
        ("How come my coworker in Dallas does the same and is a 13?", 1),
        ("Should I wait or can I file with OPM right now?", 1),
        ("Should I file a grievance? we are union", 1),
        ("How long do I have and can I bring a lawyer?", 2),
        ("What is the deadline and who signs it?", 2),
    ],
)
def test_a_message_is_split_only_into_whole_questions(message: str, number: int) -> None:
    assert len(parts(message)) == number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("whats the dedline to apeal", "whats the deadline to appeal"),
        ("Wether my grdae can go down", "Whether my grade can go down"),
        ("which adress", "which address"),
        # Words that are words stay, whatever they are near to.
        ("should I stay quiet about the stuff in Tulsa", None),
        ("can I reuse the PD after the reorganization shouldnt I", None),
        ("wich one shud I do furst", "which one should I do first"),
        ("the supervizer talks of retenshun", "the supervisor talks of retention"),
        ("menny rase the grade by an odit", "many raise the grade by an audit"),
        ("interdiction and geodesy are series", None),
        ("Kowalski inspects poultry with kubernetes", None),
    ],
)
def test_a_word_misspelt_is_read_as_the_word(typed: str, meant: str | None) -> None:
    assert spelled(typed) == (meant or typed)


def test_levels_in_shorthand_are_levels() -> None:
    asked = read("GSSG FL 3-2c, 5-6, 4A2 4B2, and 6-2 with 7C?")
    assert asked.levels == ("3-2", "5-6", "4A-2", "4B-2", "6-2", "7-C")
    assert read("item 7b of the form").levels == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("¿Puede OPM bajar mi grado?", "can opm lower my grade?"),
        ("que puedo hacer si mi jefe no firma", "what can i do if my boss not sign"),
        # Single words of another language, or of both, make no Spanish question.
        ("is 0301 de facto a no man's series", None),
        ("no, me", None),
    ],
)
def test_a_question_in_spanish_is_read_in_the_words_of_the_field(
    typed: str, meant: str | None
) -> None:
    assert in_english(typed) == (meant or typed)
