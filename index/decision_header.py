"""The head of an appeal decision: number, date, department, and who was classified as what.

OPM has laid out the head in several ways since 1996: with labels, without labels in a set
order, as a letter. Each way has one small reader here; what one cannot see stays empty and
the next may fill it. The body repeats most of these facts in set phrases, which are read
last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from index import structure
from index.models import DecisionClassification

_PLANS = "GS|GM|GL|GG|GW|WG|WL|WS|WD|WN|WT|NA|NL|NS|AD|FV|FG|SV|SW|SK|ND|NT|NG|YA|YB|YC"
CODE = re.compile(
    rf"(?<![A-Z])Q?(?P<plan>{_PLANS})[ -]*(?P<series>\d{{1,4}})(?:\(\d+\))?"
    rf"[ -]+(?P<grade>\d{{1,2}})\b"
)
_GRADE_ONLY = re.compile(rf"\b(?P<plan>{_PLANS})[ -]*(?P<grade>\d{{1,2}})\b(?!-?\d)")
_NUMBER = re.compile(r"\bC ?- ?(?P<s>\d{3,4}) ?- ?(?P<g>\d{2}) ?- ?(?P<n>\d{2})\b")
_DISCRETION = re.compile(
    r"[(\[]?\s*(?:(?:parenthetical |official |specific )?titles? (?:is |to be )?"
    r"(?:(?:constructed )?at (?:the )?agency(?:'s)? discretion|"
    r"(?:to be )?determined by (?:the )?agency)"
    r"|agency(?:'s)? discretion)\s*[)\]]?",
    re.IGNORECASE,
)
_NO_CHANGE = re.compile(r"^no change\b", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<label>Appellants?|Representatives?|Agency [Cc]lassification|Current [Cc]lassification|"
    r"Requested [Cc]lassification|OPM [Dd]ecision [Nn](?:umber|o\.?)|OPM [Dd]ecision|"
    r"OPM [Cc]lassification|Organi[sz]ation(?:al [Ii]nformation)?|"
    r"Position(?: [Dd]escription [Nn]umber)?|"
    r"Decision [Nn]umber|Decision)\s*:"
)
_MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
_DATE = re.compile(
    r"(?<!\d)(?P<m>\d{1,2})[/-](?P<d>\d{1,2})[/-](?P<y>\d{4}|\d{2})(?![\d-])"
    rf"|(?P<month>{'|'.join(m.title() for m in _MONTHS)})\s+(?P<day>\d{{1,2}}),?"
    rf"\s+(?P<year>\d{{4}})"
)
_DEPARTMENTS = (
    "Agriculture|Commerce|Defense|Education|Energy|Health and Human Services|Homeland Security|"
    "Housing and Urban Development|(?:the )?Interior|Justice|Labor|State|Transportation|"
    "(?:the )?Treasury|Veterans Affairs|(?:the )?Army|(?:the )?Navy|(?:the )?Air Force"
)
_DEPARTMENT = re.compile(rf"(?:U\.? ?S\.? )?Department of (?:{_DEPARTMENTS})\b")
_AGENCY = re.compile(
    r"\b(?:National Aeronautics and Space Administration|Environmental Protection Agency|"
    r"Social Security Administration|General Services Administration|National Science Foundation|"
    r"National Endowment for the (?:Arts|Humanities)|Small Business Administration|"
    r"Consumer Product Safety Commission|Court Services and Offender Supervision Agency|"
    r"National Archives and Records Administration|Equal Employment Opportunity Commission|"
    r"Federal (?:Trade|Communications|Energy Regulatory) Commission|Smithsonian Institution|"
    r"Executive Office of the President|Railroad Retirement Board|National Labor Relations Board|"
    r"Peace Corps|Nuclear Regulatory Commission|Securities and Exchange Commission)\b"
)
_ALL_SAME_BRANCH = re.compile(r"\b(?:is|are|was|were)\b")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a decision states."""

    number: str = ""
    date: str = ""
    department: str = ""
    current: DecisionClassification = field(default_factory=DecisionClassification)
    requested: DecisionClassification = field(default_factory=DecisionClassification)
    decided: DecisionClassification = field(default_factory=DecisionClassification)


def read_head(lines: Sequence[str], body: str) -> Head:
    """Read the head of a decision from its lines and, where they are silent, its body.

    Args:
        lines: The lines before the first paragraph of text, top to bottom.
        body: The rest of the text.
    """
    head = Head()
    for reader in _READERS:
        head = merge(head, reader(lines, body))
    return head


def merge(first: Head, second: Head) -> Head:
    """Fill what the first does not say with what the second says."""
    return Head(
        number=first.number or second.number,
        date=first.date or second.date,
        department=first.department or second.department,
        current=_merge(first.current, second.current),
        requested=_merge(first.requested, second.requested),
        decided=_merge(first.decided, second.decided),
    )


def _merge(first: DecisionClassification, second: DecisionClassification) -> DecisionClassification:
    """Fill gaps, but only between statements that do not contradict each other."""
    if first == DecisionClassification():
        return second
    if first.series and second.series and first.series != second.series:
        return first
    if None not in (first.grade, second.grade) and first.grade != second.grade:
        return first
    title = first.title or second.title
    if first.title and second.title.lower().endswith(" " + first.title.lower()):
        title = second.title
    return DecisionClassification(
        pay_plan=first.pay_plan or second.pay_plan,
        title=title,
        series=first.series or second.series,
        grade=first.grade if first.grade is not None else second.grade,
    )


# --- the layouts -------------------------------------------------------------------------


def labelled(lines: Sequence[str], _body: str) -> Head:
    """Read a head with labels: 1998 to 2012, and the letters before.

    A label's value runs to the next label. A label without a value shares the next one's;
    where all labels come before all values, the values are read by their order.
    """
    text = _flat("\n".join(lines))
    marks = list(_LABEL.finditer(text))
    if len(marks) < 2:
        return Head()
    values = [
        text[mark.end() : following.start() if following else mark.end() + 400].strip()
        for mark, following in zip(marks, [*marks[1:], None], strict=False)
    ]
    if values.count("") > 2:
        last = max(i for i, line in enumerate(lines) if _LABEL.search(_flat(line)))
        return _unlabelled([_flat(line) for line in lines[last + 1 :]])
    head = Head()
    for place, mark in enumerate(marks):
        value = next((value for value in values[place:] if value), "")
        name = mark["label"].lower()
        if name in ("agency classification", "current classification", "position"):
            head = replace(head, current=_merge(head.current, classification(value)))
        elif name == "requested classification":
            head = replace(head, requested=classification(value))
        elif name in ("opm decision", "opm classification", "decision"):
            found = classification(value)
            if _NO_CHANGE.match(value):
                found = head.current
            head = replace(head, decided=_merge(head.decided, found))
    return head


def in_order(lines: Sequence[str], _body: str) -> Head:
    """Read a head without labels: the present classification, then the decided one.

    The decided title and grade stand just above the decision number; the title may stand on
    a line of its own.
    """
    folded = [_flat(line) for line in lines]
    if any(_LABEL.search(line) for line in folded):
        return Head()
    return _unlabelled(folded)


def _unlabelled(folded: Sequence[str]) -> Head:
    """Read the first classification as the present one and the last as the decided one.

    A single one is the present one when the organization follows it.
    """
    last = next((i for i, line in enumerate(folded) if _NUMBER.search(line)), len(folded))
    coded = [i for i, line in enumerate(folded[:last]) if CODE.search(line)]
    if not coded:
        return Head()
    if len(coded) > 1:
        return Head(current=_at(folded, coded[0]), decided=_at(folded, coded[-1]))
    found = _at(folded, coded[0])
    if _department("\n".join(folded[coded[0] + 1 : last])):
        return Head(current=found)
    return Head(decided=found)


def anywhere(lines: Sequence[str], body: str) -> Head:
    """Read what is told by its shape alone: number, date, department."""
    text = _flat("\n".join(lines))
    number = _NUMBER.search(text)
    place = _department(text) or _department(body[:4000])
    return Head(
        number=f"C-{number['s'].zfill(4)}-{number['g']}-{number['n']}" if number else "",
        date=signed(text),
        department=place,
    )


def in_body(_lines: Sequence[str], body: str) -> Head:
    """Read the set phrases of the body: classified as, should be, properly classified as."""
    text = _flat(body)
    current = _first(
        text,
        r"\b(?:currently|presently)\s+(?:is\s+|been\s+)?(?:classified|"
        r"graded)(?: by [^,.]{0,40})? as",
        r"\b(?:classified|graded) (?:the|his|her|this|their) (?:appealed )?(?:position|"
        r"job)s?(?: of record)? as",
    )
    requested = _first(
        text,
        r"\b(?:believes?|contends?|claims?|requests?|seeks?|asks?|asserts?|argues?|feels|states|"
        r"maintains)\b[^.]{0,120}?\b(?:classified|graded|reclassified|upgraded)(?: as| at| to)",
        r"\b(?:requests?|seeks?|requesting|seeking)\b[^.]{0,60}?\b(?:classification|"
        r"reclassification|"
        r"upgrade|upgrading)\b[^.]{0,30}?(?:as|at|to)",
        grade_only=True,
    )
    decided = _last(
        text,
        r"\b(?:is|are|be) (?:properly|correctly|appropriately) (?:classified|graded)(?: as| at|"
        r" to)",
    )
    return Head(current=current, requested=requested, decided=decided)


_READERS: tuple[Callable[[Sequence[str], str], Head], ...] = (
    labelled,
    in_order,
    anywhere,
    in_body,
)


# --- values ------------------------------------------------------------------------------


def classification(text: str) -> DecisionClassification:
    """Read a title with pay plan, series and grade, in either order; empty when there is none."""
    text = _flat(text)
    code = CODE.search(text)
    if code is None:
        return DecisionClassification()
    before = _title(text[: code.start()])
    after = _title(text[code.end() : code.end() + 120]) if not before else ""
    return DecisionClassification(
        pay_plan=code["plan"],
        title=before or after,
        series=code["series"].zfill(4),
        grade=int(code["grade"]),
    )


def _at(lines: Sequence[str], index: int) -> DecisionClassification:
    """Read a classification on one line, with its title on the line above when alone."""
    found = classification(lines[index])
    if found.title or index == 0:
        return found
    code = CODE.search(lines[index])
    if code is None or _title(lines[index][code.end() :]):
        return found
    above = lines[index - 1]
    if above.startswith("[") or re.search(r",\s*(?:[A-Z]{2}|[A-Z][a-z]+)$", above):
        return found
    return found.model_copy(update={"title": _title(above)})


def _title(text: str) -> str:
    """Return a title without discretion notes, separators and articles."""
    text = _DISCRETION.sub(" ", text)
    text = re.sub(r"^\s*(?:a|an|the)\s+", "", text.strip(), flags=re.IGNORECASE)
    text = " ".join(text.split()).strip(" ,;:-")
    if not re.search(r"[A-Za-z]{3}", text) or len(text) > 120:
        return ""
    return text


def _first(text: str, *patterns: str, grade_only: bool = False) -> DecisionClassification:
    for pattern in patterns:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            found = _after(text, match.end(), grade_only=grade_only)
            if found != DecisionClassification():
                return found
    return DecisionClassification()


def _last(text: str, pattern: str) -> DecisionClassification:
    found = DecisionClassification()
    for match in re.finditer(pattern, text, re.IGNORECASE):
        here = _after(text, match.end())
        if here != DecisionClassification():
            found = here
    return found


def _after(text: str, start: int, *, grade_only: bool = False) -> DecisionClassification:
    """Read the classification that follows a set phrase within its sentence."""
    rest = text[start : start + 200]
    code = CODE.search(rest)
    stop = re.search(r"\.\s+[A-Z]|;", rest)
    end = stop.start() if stop else len(rest)
    if code is not None and code.start() <= end:
        found = classification(rest[: code.end()])
        if _ALL_SAME_BRANCH.search(found.title):
            return found.model_copy(update={"title": ""})
        return found
    if grade_only:
        grade = _GRADE_ONLY.search(rest[:end])
        if grade is not None:
            return DecisionClassification(pay_plan=grade["plan"], grade=int(grade["grade"]))
    return DecisionClassification()


def _department(text: str) -> str:
    flat = _flat(text)
    found = _DEPARTMENT.search(flat) or _AGENCY.search(flat)
    return found.group() if found else ""


def signed(text: str) -> str:
    """Return the date of a decision (ISO): the one over the word Date, or the last in the head.

    Dates after the certificate (of the request, of interviews) do not count.
    """
    text = _flat(text)
    certificate = re.search(r"\bas provided in (?:section|5)\b", text, re.IGNORECASE)
    head = text[: certificate.start()] if certificate else text
    found = [(match, iso) for match in _DATE.finditer(head) if (iso := _iso(match))]
    for match, iso in found:
        if re.match(r"[ _/]*\bDate\b", head[match.end() : match.end() + 60]):
            return iso
    return found[-1][1] if found else ""


def _iso(match: re.Match[str]) -> str:
    try:
        if match["month"]:
            month = _MONTHS.index(match["month"].lower()) + 1
            return date(int(match["year"]), month, int(match["day"])).isoformat()
        year = int(match["y"])
        if year < 100:
            year += 1900 if year >= 60 else 2000
        return date(year, int(match["m"]), int(match["d"])).isoformat()
    except ValueError:
        return ""


def _flat(text: str) -> str:
    folded = structure.fold_quotes(structure.fold_dashes(text)).replace("_", " ")
    return " ".join(folded.split())
