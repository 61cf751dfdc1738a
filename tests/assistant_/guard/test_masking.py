"""Names of unusual form stay on this machine, and ordinary words are left to be read."""

from __future__ import annotations

import pytest

from assistant.argue.naming import mask_of
from assistant.cases.edits import load_case
from assistant.guard.masking import Mask
from assistant.settings import EXAMPLE_CASE
from core.model import Case, Fact

NAMED = (
    ("Shaun O'Neil reads each plan before it goes out.", "O'Neil|Shaun|Neil"),
    ("Maria de la Cruz signs, and De la Cruz keeps a copy.", "Cruz|Maria"),
    ("J. R. Ewing reviews drafts; J.R. signs them.", "Ewing|J. R.|J.R."),
    ("Reviewed by Dr. van der Berg and Ms. McDonald-Ruiz.", "Berg|McDonald|Ruiz|van der"),
    ("The plan was filed as Smith_PD_2024.docx in the drive.", "Smith"),
    ("See file kowalski-desk-audit.pdf for the notes.", "kowalski"),
    ("SMITH, JOHN A. supervises the unit.", "SMITH|JOHN"),
    (
        "jsmith@agency.gov answers, and so does Jos\u00e9 N\u00fa\u00f1ez.",
        "smith|N\u00fa\u00f1ez|Jos\u00e9",
    ),
    ("Nguyen checks the work. nguyen never signs.", "Nguyen|nguyen"),
    ("Grace Park approves overtime. Park also signs leave.", "Grace|Park"),
    ("My supervisor (Ann-Marie D'Angelo) reads them.", "Angelo|Ann-Marie"),
    ("Abd al-Rahman ibn Said reviews it.", "Rahman|Said|Abd"),
    ("Mrs. Long and Mr. Short meet weekly.", "Long|Short"),
    ("Number 0012345, SSN 123-45-6789, (555) 123-4567.", "12345|6789|4567"),
    ("O\u2019Brien sends reports to O\u2019Brien\u2019s chief.", "Brien"),
    ("Reports to: GARCIA-LOPEZ, T.", "GARCIA|LOPEZ"),
    ("\u0141ukasz Wi\u015bniewski checks the gates.", "ukasz|niewski"),
    ('Robert "Bob" Tillman, Jr., sets goals.', "Tillman|Bob|Robert"),
    ("Yusuf bin Tariq al-Masri signs.", "Masri|Tariq|Yusuf"),
    ("Li and Ng review the plans.", "Li |Ng"),
)


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case(EXAMPLE_CASE)


def mask(case: Case, text: str, *said: str) -> Mask:
    return mask_of(case.model_copy(update={"facts": (Fact(text=text, factor=2),)}), said)


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_a_name_is_hidden_and_comes_back(case: Case, text: str, names: str) -> None:
    found = mask(case, text)
    hidden = found.hide(text)
    assert not [name for name in names.split("|") if name in hidden], hidden
    assert found.show(hidden).lower() == text.lower()


@pytest.mark.parametrize(
    "message", ["my boss tanaka reads it all, and tanaka signs", "does O'NEIL count? o'neil signs"]
)
def test_a_name_typed_in_small_letters_is_hidden_too(case: Case, message: str) -> None:
    hidden = mask(case, "Shaun O'Neil reads each plan.", message).hide(message)
    assert "tanaka" not in hidden
    assert "neil" not in hidden.lower()


def test_the_words_of_the_work_are_left(case: Case) -> None:
    found = mask_of(case, ("Argue Level 2-5 both ways",))
    for fact in case.facts:
        kept = found.hide(fact.text).split()
        assert len([word for word in kept if word.startswith("Name")]) <= 2
