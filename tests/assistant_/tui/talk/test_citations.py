"""Opening what an answer cites, by every way there is, and reading it in place."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from assistant.events import Claim, ClaimVerified, OpenedPassage, Reply, TextDelta, TurnFinished
from assistant.tui.widgets.talk.answer import Answer
from assistant.tui.widgets.talk.source import flow, marked
from tests.assistant_.tui.driving import SMALL, Chat, chatting
from tests.assistant_.tui.fake import PASSAGE, QUOTE, FakeEngine, answer, source

QUESTION = "Why is Factor 2 not at Level 2-5?"


def quoted(chat: Chat) -> str:
    """Return the words that are marked in the source panel."""
    content = chat.screen.query_one("#source-text", Static).content
    assert isinstance(content, Content)
    return "".join(
        content.plain[span.start : span.end] for span in content.spans if "reverse" in span.style
    )


async def by_command(chat: Chat) -> None:
    await chat.send("/open 1")


async def by_next(chat: Chat) -> None:
    await chat.press("ctrl+n")


async def by_list(chat: Chat) -> None:
    await chat.press("ctrl+o")
    await chat.sees("Sources of this answer")
    await chat.press("enter")


async def by_digit_in_list(chat: Chat) -> None:
    await chat.press("ctrl+o")
    await chat.sees("Sources of this answer")
    await chat.press("1")


async def by_digit_in_conversation(chat: Chat) -> None:
    chat.screen.query_one("#conversation").focus()
    await chat.press("1")


async def by_tab(chat: Chat) -> None:
    for _ in range(12):
        await chat.press("tab")
        if type(chat.screen.focused).__name__ == "SourceList":
            break
    await chat.press("enter")


async def by_click(chat: Chat) -> None:
    row = next(i for i, line in enumerate(chat.lines) if "alone [1]." in line)
    column = chat.lines[row].index("[1]") + 1
    await chat.pilot.click(offset=(column, row))


WAYS = [
    by_command,
    by_next,
    by_list,
    by_digit_in_list,
    by_digit_in_conversation,
    by_tab,
    by_click,
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: str(way.__name__))
async def test_citation_1_opens_with_its_quotation_marked(
    way: Callable[[Chat], Awaitable[None]],
) -> None:
    async with chatting(FakeEngine({QUESTION: answer()})) as chat:
        await chat.ask(QUESTION)
        await way(chat)
        await chat.sees("[1] Fictional Guide for Harbor Analysts p. 4 Factor 2 › Level 2-4")
        assert quoted(chat) == QUOTE
        assert "quotation checked word for word" in chat.text
        assert "1 of 2" in chat.text
        assert chat.prompt.text == ""


async def test_the_neighbours_stand_around_the_passage() -> None:
    async with chatting(FakeEngine({QUESTION: answer()}), size=(160, 50)) as chat:
        await chat.ask(QUESTION)
        await chat.open(1)
        await chat.sees("The office plans the use of twelve berths")
        assert "A new reviewer is named each spring." in chat.text
        assert "from harbor-guide.pdf" in chat.text


async def test_a_digest_is_labelled_and_says_what_to_look_up() -> None:
    async with chatting(FakeEngine({QUESTION: answer()})) as chat:
        await chat.ask(QUESTION)
        await chat.open(2)
        await chat.sees("our digest, not the official text: look up Fictional Standard, p. 9")
        assert "word for word" not in chat.text
        assert quoted(chat) == ""
        assert "[2] Level 2-5 · our digest · Digest of Level 2-5" in chat.text


async def test_next_and_previous_walk_around_the_citations() -> None:
    async with chatting(FakeEngine({QUESTION: answer()})) as chat:
        await chat.ask(QUESTION)
        for key, seen in [("ctrl+n", 1), ("ctrl+n", 2), ("ctrl+n", 1)]:
            await chat.press(key)
            await chat.sees(f"{seen} of 2")
        await chat.press("ctrl+r")
        await chat.sees("2 of 2")


async def test_citations_open_while_the_answer_is_still_being_written() -> None:
    hold = threading.Event()
    script = [ClaimVerified(Claim("c", "for", (source(1),))), TextDelta("Alone [1]."), hold]
    async with chatting(FakeEngine({"go": [*script, TurnFinished()]})) as chat:
        await chat.send("go")
        await chat.sees("Alone [1].")
        await chat.open(1)
        await chat.sees("quotation checked word for word")
        assert chat.running
        hold.set()
        await chat.until(lambda: not chat.running)


async def test_each_answer_keeps_its_own_citations() -> None:
    other = replace(source(1), passage="harbor-guide#7", quote="Drafts are read for effect")
    start = PASSAGE.index(other.quote)
    other = replace(other, start=start, end=start + len(other.quote))
    second = [
        TextDelta("For effect [1]."),
        TurnFinished(Reply("For effect [1].", sources=(other,))),
    ]
    async with chatting(FakeEngine({QUESTION: answer(), "and?": second})) as chat:
        await chat.ask(QUESTION)
        await chat.ask("and?")
        await chat.open(1)
        await chat.until(lambda: quoted(chat) == other.quote)
        await chat.press("alt+up")
        await chat.open(1)
        await chat.until(lambda: quoted(chat) == QUOTE)


async def test_a_number_that_is_not_cited_is_refused_in_a_sentence() -> None:
    async with chatting(FakeEngine({QUESTION: answer()})) as chat:
        await chat.press("ctrl+n")
        await chat.sees("there is no citation to open yet")
        await chat.ask(QUESTION)
        await chat.send("/open 9")
        await chat.sees("the answer has no citation 9; it has 1, 2")
        await chat.send("/open nine")
        await chat.sees("name a citation by its number")
        assert chat.prompt.text == "/open nine"


async def test_a_passage_that_is_gone_says_so_in_the_panel() -> None:
    gone = replace(source(1), passage="removed#1")
    script = [TextDelta("See [1]."), TurnFinished(Reply("See [1].", sources=(gone,)))]
    async with chatting(FakeEngine({"go": script})) as chat:
        await chat.ask("go")
        await chat.open(1)
        await chat.sees("[1] There is no such passage. Ask again.")


async def test_an_unverified_quotation_is_never_called_checked() -> None:
    loose = replace(source(1), verified=False)
    script = [TextDelta("See [1]."), TurnFinished(Reply("See [1].", sources=(loose,)))]
    async with chatting(FakeEngine({"go": script})) as chat:
        await chat.ask("go")
        await chat.open(1)
        await chat.sees("quotation not verified")
        assert "checked word for word" not in chat.text


async def test_a_quotation_deep_in_a_long_passage_is_scrolled_into_view() -> None:
    text = " ".join(f"Sentence {n} is here." for n in range(200)) + " " + QUOTE + "."
    deep = replace(source(1), start=text.index(QUOTE), end=text.index(QUOTE) + len(QUOTE))
    opened = OpenedPassage(deep.passage, deep.title, "p. 4", (), text)
    script = [TextDelta("See [1]."), TurnFinished(Reply("See [1].", sources=(deep,)))]
    engine = FakeEngine({"go": script}, passages={deep.passage: opened})
    async with chatting(engine) as chat:
        await chat.ask("go")
        await chat.open(1)
        await chat.sees(QUOTE)
        assert quoted(chat) == QUOTE


async def test_on_a_small_terminal_the_source_takes_the_conversations_place() -> None:
    async with chatting(FakeEngine({QUESTION: answer()}), size=SMALL) as chat:
        await chat.ask(QUESTION)
        await chat.open(1)
        await chat.sees("quotation checked word for word")
        assert "Factor 2: credited" not in chat.text
        assert "Esc: back to the conversation" in chat.text
        await chat.press("escape")
        await chat.sees("Factor 2: credited at Level 2-4")
        assert "quotation checked" not in chat.text
        assert chat.prompt.has_focus


async def test_a_quotation_that_fits_the_panel_is_shown_to_its_end() -> None:
    quote = " ".join(f"word{number}" for number in range(45)) + " lastword"
    text = "Before it. " * 60 + quote + ". " + "After it. " * 60
    start = text.index(quote)
    cited = source(1, quote=quote, start=start, end=start + len(quote))
    opened = OpenedPassage("harbor-guide#1", "Guide", "p. 4", (), text)
    engine = FakeEngine(
        {"go": [TextDelta("See [1]."), TurnFinished(Reply(answer="See [1].", sources=(cited,)))]},
        passages={"harbor-guide#1": opened},
    )
    async with chatting(engine) as chat:
        await chat.ask("go")
        await chat.open(1)
        await chat.sees("lastword")
        assert "word0" in chat.text


async def test_the_source_body_scrolls_with_the_keyboard() -> None:
    text = " ".join(f"Sentence {n} is here." for n in range(300))
    opened = OpenedPassage("harbor-guide#1", "Guide", "p. 4", (), text)
    plain = replace(source(1), start=0, end=0)
    script = [TextDelta("See [1]."), TurnFinished(Reply("See [1].", sources=(plain,)))]
    engine = FakeEngine({"go": script}, passages={"harbor-guide#1": opened})
    async with chatting(engine, size=SMALL) as chat:
        await chat.ask("go")
        await chat.open(1)
        await chat.sees("Sentence 0 is here.")
        await chat.press("pagedown")
        assert chat.screen.query_one("#source-body", VerticalScroll).scroll_y > 0


async def test_only_citations_are_links_in_an_answer() -> None:
    text = (
        "A claim [1, 2] and [site](https://example.com) <b>x</b> ![p](file:///etc/passwd)\n\n"
        "https://example.com/auto <https://example.com> [3]: https://example.com\n\n"
        "Escaped \\[2\\]. [open](#citation-1) [ref][1]\n\n"
        "| a | b |\n|---|---|\n| [1] | [x](javascript:1) |\n"
    )
    async with chatting(FakeEngine({"go": [TextDelta(text), TurnFinished()]})) as chat:
        await chat.ask("go")
        await chat.sees("[site](https://example.com)")
        actions = []
        for block in chat.screen.query(Answer).last().query("Static").results(Static):
            content = block.content
            if isinstance(content, Content):
                actions += [
                    span.style.meta.get("@click")
                    for span in content.spans
                    if not isinstance(span.style, str) and span.style.meta
                ]
        assert {"link('#citation-1')", "link('#citation-2')"} <= set(actions)
        assert "Escaped [2]." in chat.text
        assert {a for a in actions if a} <= {f"link('#citation-{n}')" for n in (1, 2, 3)}


def test_marking_keeps_to_the_quotations_own_words_when_control_characters_are_near() -> None:
    text = "Before\x1b[31m it. \u202eThe quoted words\x07 stand. After."
    start = text.index("The quoted")
    end = text.index("\x07")
    content, at = marked(text, start, end)
    (span,) = content.spans
    assert content.plain[span.start : span.end] == "The quoted words"
    assert at == span.start
    assert content.plain == "Before it. The quoted words stand. After."


@pytest.mark.parametrize("span", [(0, 0), (5, 5), (9, 4), (-3, 4), (0, 10_000)])
def test_a_span_that_cannot_be_marks_nothing(span: tuple[int, int]) -> None:
    content, at = marked("Some words.", *span)
    assert (content.plain, content.spans, at) == ("Some words.", [], 0)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the work is done\nunder direction", "the work is done under direction"),
        ("First paragraph.\n\nSecond", "First paragraph.\n\nSecond"),
        ("Duties:\n- one\n- two", "Duties:\n- one\n- two"),
        ("Level 2-4\nThe supervisor", "Level 2-4\nThe supervisor"),
    ],
)
def test_line_breaks_inside_sentences_flow_and_others_stay(text: str, shown: str) -> None:
    assert flow(text) == shown
    assert len(flow(text)) == len(text)
