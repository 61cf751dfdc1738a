"""Quotations, sources, and what is left of a statement when one fails."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.guard.drafts import Draft, DraftQuote
from assistant.guard.review import (
    ADDRESS,
    INVENTED,
    INVENTED_INSIDE,
    NOT_SUPPLIED,
    TOO_LONG,
    UNSUPPORTED,
    Guard,
)
from tests.assistant_.fake_openai import INVENTED_QUOTE
from tests.assistant_.packs import (
    CREDITED,
    DIGEST,
    GOOD,
    GUIDE_4,
    GUIDE_5,
    PACK,
    REFUSED,
    Shelf,
    claim,
    everything_shown,
    passage,
    review,
)

PLAIN = "Nobody reads the drafts, which favors Level 2-5."


def reasons(*claims: object) -> list[str]:
    return [removed.reason for removed in review(*claims).removed]  # type: ignore[arg-type]


# --- quotations --------------------------------------------------------------------------


def test_a_verified_quotation_becomes_a_numbered_source_in_place() -> None:
    reviewed = review(claim(PLAIN, GOOD))
    (source,) = reviewed.claims[0].sources
    assert reviewed.removed == ()
    assert (source.number, source.passage, source.document) == (1, GUIDE_5.id, "harbor-guide")
    assert source.verified
    assert not source.digest
    assert source.quote == GOOD.quote
    assert GUIDE_5.text[source.start : source.end] == source.quote
    assert source.place == "p. 11"
    assert source.heading == GUIDE_5.heading


def test_the_quotation_shown_is_the_documents_and_not_the_drafters() -> None:
    curly = passage(9, "The clerk’s work is — for the most part — its own judge.")
    pack = replace(PACK, passages=(curly,))
    drafted = DraftQuote(passage=curly.id, quote="the clerk's work is")
    exact = DraftQuote(passage=curly.id, quote="The clerk's  work is - for the most part")
    reviewed = review(claim(PLAIN, exact), claim(PLAIN, drafted), pack=pack)
    assert reviewed.sources[0].quote == "The clerk’s work is — for the most part"
    assert len(reviewed.claims) == 1


def test_an_invented_quotation_is_dropped_and_counted() -> None:
    invented = DraftQuote(passage=GUIDE_5.id, quote=INVENTED_QUOTE)
    reviewed = review(claim(PLAIN, invented, GOOD))
    assert [source.quote for source in reviewed.claims[0].sources] == [GOOD.quote]
    assert [removed.reason for removed in reviewed.removed] == [INVENTED]
    assert INVENTED_QUOTE not in everything_shown(reviewed)


def test_a_statement_whose_quotations_all_fail_goes_too() -> None:
    reviewed = review(claim(PLAIN, DraftQuote(passage=GUIDE_5.id, quote=INVENTED_QUOTE)))
    assert reviewed.claims == ()
    assert [removed.reason for removed in reviewed.removed] == [INVENTED, UNSUPPORTED]


def test_a_quotation_with_one_word_changed_is_not_a_quotation() -> None:
    changed = GOOD.quote.replace("nobody", "somebody")
    assert INVENTED in reasons(claim(PLAIN, DraftQuote(passage=GUIDE_5.id, quote=changed)))


@pytest.mark.parametrize("quote", ["", "   ", "nobody", "…", "reads drafts", "\u202e"])
def test_a_scrap_of_words_is_not_a_quotation(quote: str) -> None:
    reviewed = review(claim(PLAIN, DraftQuote(passage=GUIDE_5.id, quote=quote)))
    assert reviewed.claims == ()


def test_words_of_another_supplied_passage_of_the_document_are_put_right() -> None:
    misplaced = DraftQuote(passage=GUIDE_4.id, quote=GOOD.quote)
    reviewed = review(claim(PLAIN, misplaced))
    assert reviewed.removed == ()
    assert reviewed.claims[0].sources[0].passage == GUIDE_5.id


@pytest.mark.parametrize("named", ["harbor-guide#99", "harbor-guide#1 ", "harbor-guide#\x1b1"])
def test_a_miswritten_number_of_a_passage_is_put_right(named: str) -> None:
    reviewed = review(claim(PLAIN, DraftQuote(passage=named, quote=GOOD.quote)))
    assert reviewed.claims[0].sources[0].passage == GUIDE_5.id


def test_words_of_another_document_are_not_put_right() -> None:
    assert INVENTED in reasons(claim(PLAIN, DraftQuote(passage=REFUSED.id, quote=GOOD.quote)))


def test_only_supplied_passages_may_be_cited() -> None:
    # The library has the passage; the drafter was not given it.
    pack = replace(PACK, passages=(GUIDE_4,))
    guard = Guard(Shelf(), pack)
    reviewed = guard.review(Draft(claims=[claim(PLAIN, GOOD)]))
    assert reviewed.claims == ()
    pack = replace(PACK, passages=(REFUSED,))
    reviewed = Guard(Shelf(), pack).review(Draft(claims=[claim(PLAIN, GOOD)]))
    assert reviewed.removed[0].reason == NOT_SUPPLIED


def test_a_passage_that_left_the_library_cannot_be_cited() -> None:
    guard = Guard(Shelf(()), PACK)
    assert guard.review(Draft(claims=[claim(PLAIN, GOOD)])).claims == ()


def test_words_of_a_digest_are_never_shown_as_official() -> None:
    quote = DraftQuote(passage=DIGEST.id, quote="Only the mission is set")
    reviewed = review(
        claim(
            "The digest says that “only the mission is set” there.".replace("only", "Only"), quote
        )
    )
    (source,) = reviewed.claims[0].sources
    assert source.digest
    assert source.look_up
    assert "“" not in reviewed.claims[0].text


def test_the_place_to_look_up_can_be_named() -> None:
    quote = DraftQuote(passage=DIGEST.id, quote="Only the mission is set")
    guard = Guard(Shelf(), PACK, look_up=lambda one: f"Primary Standard, p. {one.page}")
    reviewed = guard.review(Draft(claims=[claim(PLAIN, quote)]))
    assert reviewed.sources[0].look_up == "Primary Standard, p. 17"


# --- words in quotation marks inside a statement -----------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The guide holds that “the clerk reigns over every harbor” without limit.",
        'The guide holds that "the clerk reigns over every harbor" without limit.',
        "The guide speaks of ‘unlimited freedom’ for the clerk.",
        "The guide speaks of 'unlimited freedom' for the clerk.",
        "The guide speaks of «unlimited freedom» for the clerk.",
        "The guide speaks of ＂unlimited freedom＂ for the clerk.",
        "The guide calls this “sovereign” work.",
    ],
)
def test_quoted_words_that_no_source_has_lose_the_sentence(text: str) -> None:
    reviewed = review(claim(f"{PLAIN} {text}", GOOD))
    assert reviewed.claims[0].text == PLAIN
    assert [removed.reason for removed in reviewed.removed] == [INVENTED_INSIDE]
    for word in ("reigns", "unlimited", "sovereign"):
        assert word not in everything_shown(reviewed)


def test_quoted_words_that_stand_in_a_passage_are_kept_and_cited() -> None:
    reviewed = review(
        claim("The chief and the clerk “settle deadlines together, and the chief” looks.", GOOD)
    )
    assert [source.passage for source in reviewed.sources] == [GUIDE_5.id, GUIDE_4.id]


def test_words_the_person_stated_may_be_quoted_as_such() -> None:
    reviewed = review(
        claim(
            "The facts say “the chief reads notices”".replace("the chief", "The chief") + ".", GOOD
        )
    )
    assert reviewed.removed == ()


def test_a_mark_without_a_partner_does_not_make_a_quotation() -> None:
    reviewed = review(claim("The clerk plans “all of the work.", GOOD))
    assert reviewed.claims[0].text == "The clerk plans all of the work."


def test_apostrophes_are_not_quotation_marks() -> None:
    text = "The clerk's chief doesn't read the clerks' drafts, and that's what counts."
    assert review(claim(text, GOOD)).claims[0].text == text


# --- statements without quotations -------------------------------------------------------


@pytest.mark.parametrize("side", ["requires", "for", "against", "reason"])
def test_a_statement_without_a_quotation_is_removed(side: str) -> None:
    reviewed = review(claim(PLAIN, side=side))  # type: ignore[arg-type]
    assert reviewed.claims == ()
    assert [removed.reason for removed in reviewed.removed] == [UNSUPPORTED]


@pytest.mark.parametrize(
    "text",
    [
        "What would settle the point is a statement from the chief.",
        "No decision on this demand was found.",
        "The facts do not say who reads the drafts.",
        "The levels in question are 2-4 and 2-5.",
        "The evaluation stands at 2,555 points, GS-11.",
        "How hard the work is done does not count.",
    ],
)
def test_a_linking_remark_needs_no_quotation(text: str) -> None:
    assert review(claim(text, side="context")).claims[0].text == text


@pytest.mark.parametrize(
    "text",
    [
        "Level 2-5 requires that nobody read drafts.",
        "OPM has decided that drafts must not be read.",
        "The standard describes free planning.",
        "The law allows an appeal at any time.",
        "You must file within a month.",
    ],
)
def test_a_remark_that_states_what_a_source_says_needs_one(text: str) -> None:
    reviewed = review(claim(text, side="context"))
    assert reviewed.claims == ()
    assert len(reviewed.removed) == 1


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u202e", "<b></b>", "[1]", "🙂"])
def test_a_statement_without_words_is_removed_and_counted(text: str) -> None:
    reviewed = review(claim(text, GOOD))
    assert reviewed.claims == ()
    assert len(reviewed.removed) == 1


def test_a_statement_too_long_to_check_is_removed() -> None:
    assert reasons(claim("word " * 5000, GOOD)) == [TOO_LONG]


def test_only_the_sentence_at_fault_goes() -> None:
    reviewed = review(claim(f"{PLAIN} The position is GS-14. Ask the chief about drafts.", GOOD))
    assert reviewed.claims[0].text == f"{PLAIN} Ask the chief about drafts."
    assert len(reviewed.removed) == 1
    assert "14" not in everything_shown(reviewed)


def test_a_figure_cannot_be_put_together_from_two_sentences() -> None:
    reviewed = review(claim("It is in the General Schedule. Fourteen.", GOOD))
    assert "ourteen" not in everything_shown(reviewed)


def test_the_summary_is_held_to_the_same_rules() -> None:
    good = review(claim(PLAIN, GOOD), summary="It turns on who reads the drafts.")
    assert good.summary == "It turns on who reads the drafts."
    bad = review(claim(PLAIN, GOOD), summary="In short, GS-14. It turns on the drafts.")
    assert bad.summary == "It turns on the drafts."
    assert len(bad.removed) == 1


# --- numbers of sources ------------------------------------------------------------------


def test_sources_are_numbered_once_in_order_of_appearance() -> None:
    other = DraftQuote(passage=CREDITED.id, quote="Level 2-4 is credited for 450 points")
    same = DraftQuote(passage=GUIDE_5.id, quote=f"  {GOOD.quote}\n")
    reviewed = review(claim(PLAIN, GOOD), claim(PLAIN, other, same), claim(PLAIN, other))
    assert [[s.number for s in one.sources] for one in reviewed.claims] == [[1], [2, 1], [2]]
    assert [source.number for source in reviewed.sources] == [1, 2]


def test_numbers_can_go_on_from_earlier_ones() -> None:
    reviewed = Guard(Shelf(), PACK).review(Draft(claims=[claim(PLAIN, GOOD)]), first_number=7)
    assert reviewed.sources[0].number == 7


def test_a_guard_reviews_each_draft_afresh() -> None:
    guard = Guard(Shelf(), PACK)
    draft = Draft(claims=[claim(PLAIN, GOOD), claim("GS-14.", GOOD)])
    assert guard.review(draft) == guard.review(draft)


# --- markup and control sequences --------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mRed\x1b[0m words \x1b]0;title\x07here.", "Red words here."),
        ("Left\u202e right\u2066 \u200bhere.", "Left right here."),
        ("See ![pixel](http://evil.example/x) this.", "See pixel this."),
        ("See [the guide](javascript:alert(1)) here.", "See the guide here."),
        ("<script>bad()</script><b>Bold</b> words.", "bad() Bold words."),
        ("&lt;b&gt;Bold&lt;/b&gt; words.", "Bold words."),
        ("# Heading\n\n- **plans** and `notes`", "Heading plans and notes"),
        ("It is so [3], and so [1, 2], and so【4†x】.", "It is so, and so, and so."),
        ("It is so³ and so (2).", "It is so and so."),
        ("[bold red]Words[/bold red] here.", "(bold red)Words(/bold red) here."),
        ("One | two | words.", "One two words."),
    ],
)
def test_markup_is_taken_away(text: str, shown: str) -> None:
    assert review(claim(text, GOOD)).claims[0].text == shown


@pytest.mark.parametrize(
    "address", ["http://evil.example/x?q=1", "www.evil.example", "mailto:a@b.c"]
)
def test_web_addresses_are_taken_out_and_counted(address: str) -> None:
    reviewed = review(claim(f"{PLAIN} Look at {address} for more words.", GOOD))
    assert "evil" not in everything_shown(reviewed)
    assert "a@b" not in everything_shown(reviewed)
    assert [removed.reason for removed in reviewed.removed] == [ADDRESS]


def test_control_sequences_of_a_document_do_not_reach_the_reader() -> None:
    nasty = passage(
        1,
        "The clerk plans \x1b[2Jall of\u202e the work alone.",
        title="A \x1b]0;x\x07title\nhere",
        heading=("Part\x1b[31m one",),
    )
    pack = replace(PACK, passages=(nasty,))
    quote = DraftQuote(passage=nasty.id, quote=nasty.text)
    (source,) = review(claim(PLAIN, quote), pack=pack).sources
    for words in (source.quote, source.title, *source.heading, source.place):
        assert "\x1b" not in words
        assert "\u202e" not in words
    assert source.title == "A title here"
