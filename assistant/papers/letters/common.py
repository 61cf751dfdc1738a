"""What every letter has: a sheet to take off, who writes to whom, and where to sign."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.papers.content import Block, Callout, Paragraph, Section, Signature, Text
from assistant.papers.drafting import (
    Notes,
    Said,
    blank,
    bullets,
    day,
    or_blank,
    paragraph,
    particulars,
    say,
    strong,
)
from assistant.papers.statement.opening import classification
from assistant.papers.subject import Matter, stated


def cover(
    matter: Matter, what: str, items: Iterable[Text], warnings: Iterable[Text]
) -> list[Block]:
    """Return the sheet that is taken off before a letter is sent."""
    blocks: list[Block] = []
    if matter.subject.position.fictional:
        blocks.append(paragraph("This case is fictional."))
    blocks.append(
        paragraph(
            strong("Take this sheet off before you send the letter. "),
            f"It is for whoever signs the {what}. Marked blanks in the letter are for you to fill; "
            "nothing was filled in that is not stated.",
        )
    )
    blocks += [Callout(severity="warning", text=one) for one in warnings]
    blocks += bullets(items)
    return blocks


def address(*lines: Said) -> list[Block]:
    """Return lines of an address, one under another."""
    return [Paragraph(text=say(line), role="address") for line in lines]


def letterhead(matter: Matter, to: Iterable[Said], subject: str) -> list[Block]:
    """Return date, addressee and subject line; ``subject`` is what the position follows."""
    held = matter.subject.position.current
    return [
        *address(or_blank(day(matter.dated), "date")),
        *address(*to),
        Paragraph(
            text=say(strong("Subject: "), f"{subject} ", short(matter))
            if stated(held)
            else say(strong("Subject: "), f"{subject} ", *classification(held)),
            role="subject",
        ),
    ]


def writer() -> Block:
    """Return who writes, to be filled in: a case holds no names and addresses."""
    return particulars(
        {
            "Name": say(blank("your name")),
            "Mailing address": say(blank("your mailing address")),
            "Telephone": say(blank("your office and home telephone numbers")),
        }
    )


def position_entries(matter: Matter, *, asking: bool = True) -> Block:
    """Return where the position is and how it is classified, with a gap for what is not stated.

    Args:
        matter: what the letter is about.
        asking: whether the letter asks for another classification, which is then named.
    """
    position = matter.subject.position
    entries: dict[str, Text] = {
        "Agency and installation": say(
            blank("department or agency, installation and its mailing address")
        ),
        "Place in the agency": or_blank(
            position.organization, "each organizational unit, down to the smallest"
        ),
        "Present classification": classification(position.current),
    }
    if asking:
        entries["Classification requested"] = classification(position.requested)
    return particulars(entries)


def described(matter: Matter) -> Text:
    """Return the number of the official description in brackets; one without figures is a name."""
    number = matter.subject.position.position_description.number
    if number and not any(one.isdecimal() for one in number):
        return say(f" ({number})")
    return say(" (number ", or_blank(number, "number"), ")")


def representative(notes: Notes) -> Section:
    """Return the representative's part, to be filled or struck."""
    return Section(
        title="Representative",
        blocks=(
            paragraph(
                blank("name, address and business telephone of your representative, or none"),
                notes.rules(("contents-representative",)),
            ),
        ),
    )


def sign(said: str = "", who: str = "Signature of the employee") -> Section:
    """Return where to sign."""
    return Section(
        title="Signature",
        blocks=(Signature(text=say(said), lines=(who, "Printed name", "Date")),),
    )


def short(matter: Matter) -> str:
    """Return what the running head of a letter names: the position, never the case's own title."""
    current = matter.subject.position.current
    if stated(current):
        return current.label()
    return "Position to be named"


def agency_first(matter: Matter) -> bool:
    """Return whether the agency has to review before OPM does, as it has for a wage job."""
    wage = matter.appeal.pay_system == "fws"
    return wage and any(one.forum == "agency" and one.open for one in matter.advice.forums)
