"""Lines that belong to the page or the site a regulation was copied from, not to its text."""

from __future__ import annotations

import re

_PAGE_LINE = re.compile(
    r"^(?:"
    # Printed and digital editions of the Government Publishing Office.
    r"\[\[?page \d+\]?\]|verdate\b.*|jkt \d+.*|po 0+\d*\b.*|frm \d+.*|fmt \d+.*|sfmt \d+.*|"
    r".*\bverdate .*\bjkt \d+.*|\d{1,2} cfr ch\. [ivxlc]+ \(\d.{0,20}edition\).*|"
    r"§+ ?[\d.]+ +\d{1,2} cfr ch\. .*edition\)?|"
    r"\d{1,4}|page \d+|\[code of federal regulations\].*|"
    r"\[title \d+, volume \d+\].*|\[revised as of .*|\[?from the u\.?s\.? government .*|"
    r"\[cite: .*|from the federal register online .*|-(?:cite|expcite|head|statute|source|end|"
    r"misc\d*|secref|reftext|cod)-|"
    # The eCFR's pages.
    r"view (?:details|the most recent official publication).*|enhanced content.*|"
    r"this content is from the ecfr .*|the ecfr (?:is|content).*|ecfr ::.*|ecfr content|"
    r"displaying title \d+, up to date as of .*|title \d+ was last amended .*|"
    r"link to an? (?:amendment|correction|delay) published at .*|back to top|jump to:?|source"
    r" credit|"
    r"a point in time ecfr system|view most recent changes|site feedback.*|published edition"
    r"|developer tools|reader aids|there (?:are|have been) .* "
    r"(?:changes|corrections|amendments?) .*|timeline|go to date|compare dates|details|"
    r"https?://\S+(?: \d+/\d+)?|\d{1,2}/\d{1,2}/\d{2,4},? .{0,12}(?:am|pm)\b.*|"
    r".*\(up to date as of [\d/]+\).*|\d+ cfr [\d.]+(?: \([^)]*\))* \(enhanced display\).*|"
    r"page \d+ of \d+|\d+ cfr [\d.]+(?:\([^)]*\))* \([^)]*\) page \d+ of \d+|"
    # Pages that publish the law with notes of their own.
    r"u\.?s\.? code|cfr|prev(?:ious)?(?: \| next)?|next|notes|toolbox|state regulations|"
    r"\|? ?u\.s\. code toolbox.*|law about\.\.\. .*|table of popular names|"
    r"parallel table of authorities|how current is this\??|cfr toolbox|lii.*school.*|"
    r"legal information institute.*|accessibility|about lii|contact us|advertise here|"
    r"privacy|terms of use|please help us improve our site.*|no thank you|ask a lawyer.*|"
    r"crs annotated constitution|quick search by citation.*|title|section"
    r")$",
    re.IGNORECASE,
)
_HEAD_OF_PAGE = re.compile(
    r"^(?:Page \d+ +)?(?:(?:[A-Z][\w.&'’-]*|\d+|of|the|and|for|in|on),?(?: |[-–—]+)){2,12}?"
    r"(?:§+|[Ss]ecs?\.) ?\d+(?:\.\d+)?[a-z]?$"
)
"""A name in capitals before the section a page begins or ends with: of an agency, or of a title."""
_SOURCE = re.compile(
    r"^(?:\[\d+ fr \d+.*|\((?:added |amended )?pub\. ?l\. .*|"
    r"\((?:aug|sept?|oct|nov|dec|jan|feb|mar|apr|may|june|july)\. ?\d.*stat\..*|"
    r"\[?source: ?\d+ fr .*|source: .*\bfr\b.*|"
    r"authority: .*\bu\.?s\.?c\b.*|(?:section, )?pub\. ?l\. .*stat\..*)$",
    re.IGNORECASE,
)


_NOTES = re.compile(
    r"^(?:editorial notes|statutory notes(?: and related subsidiaries)?|executive documents|"
    r"historical and revision notes|references in text|amendments|prior provisions|codification|"
    r"effective dates?(?: of \d{4} amendments?)?|short title(?: of \d{4} amendments?)?)$",
    re.IGNORECASE,
)


def opens_notes(text: str) -> bool:
    """Return whether a paragraph opens the notes that editors put under a section of the Code."""
    return bool(_NOTES.match(text.split("\n", 1)[0].strip(" .#*-—–")))


def is_page_line(line: str) -> bool:
    """Return whether a line frames the page of a regulation and is no part of it."""
    plain = " ".join(line.split())
    return bool(_PAGE_LINE.match(plain) or _HEAD_OF_PAGE.match(plain))


def is_source_note(line: str) -> bool:
    """Return whether a line says where a section was published or amended, or on what authority."""
    return bool(_SOURCE.match(" ".join(line.split())))
