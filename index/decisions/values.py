"""What decisions are made of, known by its shape: classifications, numbers, dates, citations."""

from __future__ import annotations

import re
from datetime import date

from index.language import late, structure
from index.language.words import MONTHS
from index.models import DecisionClassification

OUTCOMES = ("raised", "lowered", "sustained", "series_changed", "title_changed", "pay_plan_changed")
OUTCOME_ALIASES = {
    "upgraded": "raised",
    "granted": "raised",
    "downgraded": "lowered",
    "reduced": "lowered",
    "denied": "sustained",
    "no_change": "sustained",
    "unchanged": "sustained",
    "new_series": "series_changed",
    "new_title": "title_changed",
}
_PLANS = "GS|GM|GL|GG|GW|WG|WL|WS|WD|WN|WT|NA|NL|NS|AD|FV|FG|SV|SW|SK|ND|NT|NG|YA|YB|YC"
CODE = late.pattern(
    rf"(?<![A-Z])Q?(?P<plan>{_PLANS}) ?(?:- ?)?(?P<series>\d{{1,4}})(?:\(\d+\))?"
    rf"(?: ?- ?| )(?P<grade>\d{{1,2}})(?![\d/]|,\d{{3}}| (?:range|points))\b"
)
"""A pay plan, series and grade: ``GS-0080-11``, ``GS 503-06``, ``QGS-462-7``."""
_SERIES_ALONE = late.pattern(
    rf"(?<![A-Z])(?P<plan>{_PLANS}) ?- ?(?P<series>\d{{3,4}})\b(?! ?- ?\d)"
)
_DISCRETION = late.pattern(r"\bdiscretion\b|\bto be determined by the agency\b", re.IGNORECASE)
GRADE_ONLY = late.pattern(
    rf"\b(?P<plan>{_PLANS})[ -]*(?P<grade>\d{{1,2}})\b(?![- ]\d)(?! (?:series|range)\b)"
)
NUMBER = late.pattern(r"\bC ?- ?(?P<s>\d{3,4}) ?- ?(?P<g>\d{2}) ?- ?(?P<n>\d{2})\b(?!-?\d{2})")
_SLUG = late.pattern(r"(?:^|[^a-z0-9])c-(\d{3,4})-(\d{2})-(\d{2})(?!\d)", re.IGNORECASE)
_OLD_NAME = late.pattern(r"^(?P<s>\d{4})(?P<g>\d{2})(?P<n>\d{2})$")
_NUMBER_IN_GRADE_SLOT = late.pattern(r"\bC-(?P<series>\d{3,4})-(?P<grade>\d{2})(?!-?\d)")

NOTE = late.pattern(
    r"[(\[]?\s*(?:\b(?:and |with )?(?:(?:parenthetical|official|specific|organizational) )?"
    r"(?:titles?(?:\(s\))?|titling)\b[^\n]{0,30}?"
    r"(?:\b(?:at|to) (?:the )?agency(?:'s)? discretion|\bdetermined by (?:the )?agency|"
    r"\bto denote supervisory responsibilities|\bleft to (?:the )?agency"
    r"|\b(?:is |as )?optional\b)"
    r"|\b(?:at )?(?:the )?agency(?:'s)? discretion)"
    r"(?:[^)\]\n]{0,60}\bprefix\b(?: of)?(?: \"?supervisory\"?)?)?\s*[)\]]?"
    r"|[(\[]?\bwith (?:the )?(?:\"?supervisory\"? prefix|prefix \"?supervisory\"?)[)\]]?"
    r"|\bwithout (?:the )?\"?(?:OA|office automation)\"?(?: parenthetical)?",
    re.IGNORECASE,
)
"""What a decision leaves to the agency about a title; it is not part of the title."""
_REMARK = late.pattern(r"[\[(][^\[\]()]*\b(?:appeal|sustained|granted|denied|downgrade|upgrade)\w*"
                     r"[^\[\]()]*[\])]", re.IGNORECASE)  # fmt: skip

_DATE = late.pattern(
    r"(?<!\d)(?P<m>\d{1,2})[/-](?P<d>\d{1,2})[/-](?P<y>\d{4}|\d{2})(?![\d-])"
    rf"|(?P<month>{'|'.join(m.title() for m in MONTHS)})\s+(?P<day>\d{{1,2}}),?"
    rf"\s+(?P<year>\d{{4}})"
    rf"|\b(?P<stamp>{'|'.join(f'{m[:3].upper()}|{m.upper()}' for m in MONTHS)})\.?\s+"
    rf"(?P<stamped>\d{{1,2}}),?\s+(?P<of>\d{{4}})"
)
"""The last form is a date stamped on a letter: OCT 14 1993."""
_LETTER_YEAR = late.pattern(
    rf"(?P<before>(?:{'|'.join(m.title() for m in MONTHS)})\s+\d{{1,2}},?\s+)"
    r"[lI](?P<after>9\d\d)\b"
)
"""A year whose first digit was recognized as a letter."""
_OVER_DATE = late.pattern(r"[ _/ivx]*(?:[A-Z][\w.'-]* ){0,4}Date\b")
"""What may stand between a date and the word Date under it: a rule, a typed name."""


_CITED = r"\d{1,5}(?:\.\d+)?[a-z]?(?:\([a-zA-Z0-9]{1,4}\))*"
_CITED_LIST = rf"{_CITED}(?:(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+){_CITED})*"
_CFR = r"(?:CFR|C\.\s?F\.\s?R\.)"
_USC = r"(?:U\.?\s?S\.?\s?C\.?|USC)"
_KIND = r"(?P<kind>parts?|sections?|chapters?|§+)?"
_NUMBERED = late.pattern(
    rf"\b(?P<title>\d{{1,2}})\s+(?:(?P<cfr>{_CFR})|(?P<usc>{_USC}))\s*{_KIND}\s*(?P<list>{_CITED_LIST})",
    re.IGNORECASE,
)
_WORDED = late.pattern(
    rf"\b{_KIND}\s*(?P<list>{_CITED_LIST})\s+of\s+title\s+(?P<title>\d{{1,2}}),?\s+"
    r"(?:of\s+the\s+)?(?:(?P<cfr>Code of Federal Regulations|CFR)|(?P<usc>United States Code|"
    r"U\.\s?S\. Code))",
    re.IGNORECASE,
)


def flat(text: str) -> str:
    """Return text on one line with plain dashes and quotation marks, without rules."""
    folded = structure.fold_quotes(structure.fold_dashes(text)).replace("_", " ")
    return " ".join(folded.split())


def number_in(text: str) -> str:
    """Return the first decision number of a text, series in four digits; empty when none."""
    found = NUMBER.search(flat(text))
    return f"C-{found['s'].zfill(4)}-{found['g']}-{found['n']}" if found else ""


def number_of_name(name: str) -> str:
    """Return the number that a file's or page's name holds, empty when it holds none.

    Pages are named by their number (``c-0080-11-02``, sometimes with ``-1`` added), text files
    of 1998 to 2009 by its digits alone (``03030705`` for C-0303-07-05).
    """
    found = _SLUG.search(name)
    if found:
        return f"C-{found[1].zfill(4)}-{found[2]}-{found[3]}"
    old = _OLD_NAME.match(name)
    return f"C-{old['s']}-{old['g']}-{old['n']}" if old else ""


def same_number(left: str, right: str) -> bool:
    """Tell whether two spellings name one number: ``C-503-06-01`` and ``c 0503-06-01``."""
    one, two = spelled(left), spelled(right)
    return one != "" and one == two


def spelled(number: str) -> str:
    """Return a number as OPM prints it today, from any spelling of it; empty when it is none."""
    text = structure.fold_dashes(number).strip()
    found = re.fullmatch(
        r"[Cc][\s-]*(\d{1,4})[\s-]+(\d{1,2})[\s-]+(\d{1,2})(?:-\d)?", " ".join(text.split())
    )
    if not found:
        return ""
    return f"C-{found[1].zfill(4)}-{found[2].zfill(2)}-{found[3].zfill(2)}"


def classification(text: str) -> DecisionClassification:
    """Read a title with pay plan, series and grade, in either order; empty when there is none."""
    text = flat(text)
    code = CODE.search(text)
    if code is None:
        slot = _NUMBER_IN_GRADE_SLOT.search(text)
        if slot is None:
            return _series_only(text)
        return DecisionClassification(
            title=title(text[: slot.start()]),
            series=slot["series"].zfill(4),
            grade=int(slot["grade"]),
        )
    before = title(text[: code.start()])
    after = title(_until_next(text[code.end() : code.end() + 120])) if not before else ""
    return DecisionClassification(
        pay_plan=code["plan"],
        title=before or after,
        series=code["series"].zfill(4),
        grade=int(code["grade"]) or None,
    )


def _series_only(text: str) -> DecisionClassification:
    """Read a series where the title or the grade is left to the agency; empty elsewhere."""
    found = _SERIES_ALONE.search(text)
    if found is None or not _DISCRETION.search(text):
        return DecisionClassification()
    return DecisionClassification(pay_plan=found["plan"], series=found["series"].zfill(4))


def _until_next(text: str) -> str:
    """Return what stands before the next number of the text, such as a date or a number."""
    stop = re.search(r"\bC ?-|\d|/s/|//", text)
    return text[: stop.start()] if stop else text


_NO_TITLE = late.pattern(
    r"[:?!;]|\b(?:which|they|that|them|this|you|your|we|our|his|her|their|he|she|it|is|are|was"
    r"|were|be|been|has|have|had|does|not|refer|reply|reference|dear|because|therefore|believes?"
    r"|should|would|classified|decision|appeal(?:ed)?|grade|accordingly|found|finds?)\b",
    re.IGNORECASE,
)
"""What the title of a position never has: words of a sentence, of a letter's head, of a form."""


_OF_A_SENTENCE = late.pattern(
    r"\b(?:they|them|their|which|who|believes?|he|she|it|is|are|was|were|be|been|has|have|had|does"
    r"|not|because|therefore|should|would|and which)\b",
    re.IGNORECASE,
)
_SCRAP = late.pattern(r"^\W*(?:the|and|of|in|to|for|or|that|this|these|those|where|by|with)\b")
"""How no title begins, but the rest of a sentence does."""


def torn(line: str, *, whole: bool = True) -> bool:
    """Tell whether a grade in a line is only a scrap of somebody's sentence.

    A capture whose lines were torn apart shows a grade between words of a claim, which is no
    classification of anything.

    Args:
        line: A line of a head, or the value of a label.
        whole: Whether nothing else than the classification may follow on the line.
    """
    found = CODE.search(line)
    if found is None:
        return False
    if _SCRAP.match(line):
        return True
    around = f"{line[: found.start()]} | {line[found.end() :] if whole else ''}"
    return _OF_A_SENTENCE.search(_REMARK.sub(" ", NOTE.sub(" ", around))) is not None


def title(text: str) -> str:
    """Return a title without notes, remarks, separators and articles; empty when there is none."""
    text = _REMARK.sub(" ", NOTE.sub(" ", flat(text)))
    text = re.sub(r"^\s*(?:a|an|the)\s+", "", text.strip(), flags=re.IGNORECASE)
    text = re.sub(r"\s(?:at|as)(?: the)?\s*[,-]?\s*$", "", text)
    text = " ".join(text.split()).strip(' ,;:-"')
    if text.count("(") > text.count(")") and not text.endswith(")"):
        text = text.rstrip("( ") if text.endswith("(") else text + ")"
    text = re.sub(r"\(\s*\)", "", text).strip(" ,;:-")
    if not re.search(r"[A-Za-z]{3}", text) or len(text) > 120 or text.startswith("["):
        return ""
    if _NO_TITLE.search(text) or text[0].islower():
        return ""
    return text


def signed(text: str) -> str:
    """Return the date of a decision (ISO): the one over the word Date, or the last in the head.

    Dates after the certificate (of the request, of interviews) do not count.
    """
    text = _LETTER_YEAR.sub(r"\g<before>1\g<after>", flat(text))
    certificate = re.search(r"\bas provided in (?:section|5)\b", text, re.IGNORECASE)
    head = text[: certificate.start()] if certificate else text
    found = [(match, iso) for match in _DATE.finditer(head) if (iso := _iso(match))]
    for match, iso in found:
        if _OVER_DATE.match(head[match.end() : match.end() + 80]):
            return iso
    return found[-1][1] if found else ""


def _iso(match: re.Match[str]) -> str:
    try:
        if match["month"]:
            month = MONTHS.index(match["month"].lower()) + 1
            return date(int(match["year"]), month, int(match["day"])).isoformat()
        if match["stamp"]:
            month = next(
                i for i, m in enumerate(MONTHS, start=1) if m.startswith(match["stamp"][:3].lower())
            )
            return date(int(match["of"]), month, int(match["stamped"])).isoformat()
        year = int(match["y"])
        if year < 100:
            year += 1900 if year >= 60 else 2000
        return date(year, int(match["m"]), int(match["d"])).isoformat()
    except ValueError:
        return ""


def citations(text: str) -> tuple[str, ...]:
    """Return the law a text cites, each once, in order of first mention.

    ``5 CFR 511.612``, ``5 CFR part 351``, ``5 U.S.C. 5112``: lists are taken apart, and the
    long form ("section 5112 of title 5, United States Code") becomes the short one.
    """
    folded = structure.fold_dashes(" ".join(text.split()))
    found: list[tuple[int, str]] = []
    for pattern in (_NUMBERED, _WORDED):
        for match in pattern.finditer(folded):
            code = "CFR" if match["cfr"] else "U.S.C."
            for offset, item in enumerate(re.findall(_CITED, match["list"])):
                unit = _unit(match["kind"] or "", item, code)
                found.append((match.start() + offset, f"{match['title']} {code} {unit}{item}"))
    return tuple(dict.fromkeys(cited for _, cited in sorted(found)))


def _unit(kind: str, item: str, code: str) -> str:
    if kind.lower().startswith("chapter"):
        return "chapter "
    whole = item.partition("(")[0]
    if code == "CFR" and "." not in whole:
        return "part "
    return ""
