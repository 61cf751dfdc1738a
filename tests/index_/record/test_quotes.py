"""Quotations are verbatim or they are not found."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.library import Library
from index.record.quotes import check, fold

TEXT = (
    "The keeper trims the wick without instruction, plans the week’s rounds, and does not ask "
    "the warden which lamp comes first. Work is reviewed “only for results” — never for method; "
    "the two-lamp rule of the of\ufb01ce and the long-\nstanding custom of the quay both apply."
)
STARTS = [m.start() for m in re.finditer(r"(?<!\S)\w", TEXT)]
ENDS = [m.end() for m in re.finditer(r"\w(?!\S)", TEXT)]

slices = (
    st.tuples(st.sampled_from(STARTS), st.sampled_from(ENDS))
    .filter(lambda span: len(re.findall(r"\w+", TEXT[slice(*span)])) >= 4)
    .filter(lambda span: not TEXT[: span[0]].endswith("long-\n"))
)


@given(slices)
def test_every_slice_of_the_text_is_found_where_it_stands(span: tuple[int, int]) -> None:
    found = check(TEXT, TEXT[slice(*span)])
    assert found.found, found.reason
    assert (found.start, found.end) == span
    assert found.text == TEXT[slice(*span)]


@given(slices, st.data())
def test_the_same_words_set_otherwise_are_found(span: tuple[int, int], data: st.DataObject) -> None:
    quote = "".join(
        data.draw(st.sampled_from(choices)) if (choices := VARIANTS.get(char)) else char
        for char in TEXT[slice(*span)].replace("long-\nstanding", "long-standing")
    )
    found = check(TEXT, f"“{quote}”")
    assert found.found, (quote, found.reason)
    assert (found.start, found.end) == span


VARIANTS = {
    " ": [" ", "\n", "  ", "\u00a0"],
    "’": ["'", "’", "‘"],
    "“": ['"', "“", "«"],
    "”": ['"', "”", "''"[0]],
    "—": ["—", "–", "-", "\u2212"],
    "-": ["-", "\u2010", "\u2011"],
    "\ufb01": ["fi", "\ufb01"],
}


@given(slices, st.data())
def test_a_changed_word_is_not_found(span: tuple[int, int], data: st.DataObject) -> None:
    quote = TEXT[slice(*span)]
    words = list(re.finditer(r"[a-z]{3,}", quote))
    assume(words)
    word = data.draw(st.sampled_from(words))
    changed = quote[: word.start()] + word.group()[::-1] + "x" + quote[word.end() :]
    assert not check(TEXT, changed).found


@pytest.mark.parametrize(
    "quote",
    [
        "and does ask the warden",
        "the keeper trims the wick",
        "eeper trims the wick without instruct",
        "trims the wick without instruct",
        "instruction plans the week’s rounds",
        "standing custom of the quay",
        "the Keeper trims the wick without",
    ],
    ids=[
        "a dropped not",
        "another case",
        "cut words",
        "a cut last word",
        "a dropped comma",
        "the second half of a word that a line end parts",
        "a raised letter",
    ],
)
def test_what_is_not_verbatim_is_not_found(quote: str) -> None:
    found = check(TEXT, quote)
    assert not found.found
    assert found.reason


def test_a_hyphen_at_a_line_end_is_read_both_ways() -> None:
    assert check("the foun-\ndation of it", "the foundation of it").found
    assert check("a long-\nterm plan", "a long-term plan").found
    assert check("a long-term plan", "a long-\nterm plan").found
    assert check("the foundation of it", "the foun-\ndation of it").found
    assert check("the foun-\ndation of it", "the foun- dation of it").found
    assert not check("the foun dation of it", "the foundation of it").found


def test_accents_are_compared_whichever_way_they_are_encoded() -> None:
    assert check("the re\u0301sume\u0301 of work", "the r\u00e9sum\u00e9 of work").found
    assert not check("the resume of work", "the r\u00e9sum\u00e9 of work").found


@pytest.mark.parametrize("quote", ["", "   ", "wick", "the wick", "“the wick”", "… … …", "?!"])
def test_a_quotation_too_short_to_prove_anything_is_refused(quote: str) -> None:
    found = check(TEXT, quote)
    assert not found.found
    assert "words" in found.reason


@pytest.mark.parametrize("dots", ["...", "…", "[...]", "[…]", " . . . ", "(...)", "* * *"])
def test_words_left_out_between_pieces_in_order(dots: str) -> None:
    found = check(TEXT, f"The keeper trims {dots} plans the week’s rounds")
    assert found.found, found.reason
    assert [TEXT[a:b] for a, b in found.spans] == ["The keeper trims", "plans the week’s rounds"]
    assert found.text == "The keeper trims […] plans the week’s rounds"
    assert (found.start, found.end) == (found.spans[0][0], found.spans[-1][1])
    assert not check(TEXT, f"plans the week’s rounds {dots} The keeper trims").found
    assert not check(TEXT, f"The keeper trims {dots} feeds the cat daily").found


def test_a_quotation_is_not_stitched_of_single_words() -> None:
    assert not check(TEXT, "The ... wick ... rounds ... warden").found


def test_dots_that_stand_in_the_text_are_just_text() -> None:
    text = "Leave the lamp ... and the oil where they are."
    found = check(text, "the lamp ... and the oil")
    assert found.found
    assert found.spans == ((6, 30),)


@given(st.text(max_size=120))
def test_folding_keeps_every_place(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.spans)
    assert all(0 <= a < b <= len(text) for a, b in folded.spans)
    assert list(folded.spans) == sorted(folded.spans)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_quotation_of_any_text_is_answered(text: str, quote: str) -> None:
    found = check(text, quote)
    assert found.found or found.reason
    if found.found:
        assert 0 <= found.start < found.end <= len(text)


def test_a_quotation_given_to_the_wrong_passage_is_led_to_the_right_one(library: Library) -> None:
    passages = library.passages(document="lamps")
    right = next(p for p in passages if "green ledger" in p.text)
    wrong = next(p for p in passages if "festival" in p.text)
    found = library.check_quote(wrong.id, "writes the number in the green ledger")
    assert found.found
    assert found.passage == right.id
    assert right.text[found.start : found.end] == found.text
    assert library.find_in_document("lamps", "the number in the green ledger").passage == right.id
    assert not library.check_quote(wrong.id, "keeps the brushes in the east shed").found
