"""The labels of cover sheets and forms, and what stands after each on a line."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Final, NamedTuple

PLANS: Final = (
    "GS|GM|GL|GG|GR|GP|SL|ST|ES|AD|WG|WL|WS|WD|WY|XF|XG|XS|NF|NA|NL|NS|CC|NH|NJ|NK|NO|NT|DA|DB|DE|"
    "DJ|DK|DO|DR|DS|FV|FG|FJ|FP|FS|IR|IA|IP|SV|TM|VM|VN|ZP|ZA|ZS|ZT|YA|YC|YH|YD"
)
_NO: Final = r"(?:number|no\.?|num\.?|nr\.?|#|id)"
_UNIT: Final = (
    r"(?:office|bureau|service|division|directorate|component|branch|section|unit|shop|center|"
    r"department|district|activity|organi[sz]ation|org\.?)"
)
_UNITS: Final = rf"{_UNIT}(?:\s*(?:/|&|and|or|,)\s*{_UNIT})*"
"""Whose a position is, by one word or several: "Bureau / Division / Branch"."""
_BESIDE_UNIT: Final = rf"(?:{_UNIT}\s*/\s*{_UNITS}|[a-z]{{4,}}\s*/\s*{_UNIT})"
"""Two words for it, of which one is any: "Library/Unit"."""

LABELS: Final[dict[str, str]] = {
    # Known so that their values are taken for nothing else.
    "_other": (
        r"sequence\s*#?|(?:replaces|supersedes)(?:\s+(?:pd|jd|position(?:\s+description)?)\s*(?:#|no\.?|number)?)?|servicing\s+\w+|macom|command(?:\s+code)?|region|"
        r"citation\s*\d*|pd\s+library\s+pd|coredoc\s+pd|classified\s+by|flsa(?:\s+status)?|"
        r"drug\s+test\s+required|position\s+designation|career\s+program|functional\s+code|"
        r"job\s+code|reviewed\s+date|supervisor\s+certification|supervisor'?s\s+certification|"
        r"employee'?s\s+signature|signature|promotion\s+potential|salary|"
        r"fair\s+labor\s+standards\s+act|subject\s+to\s+ia\s+action|"
        r"financial\s+(?:statements?|disclosure)\s*(?:required)?|"
        r"position\s+(?:status|sensitivity)|sensitivity|competitive\s+level\s+code|agency\s+use|"
        r"opm\s+certification\s+no\.?|reason\s+for\s+submission|explanation(?:\s*\([^)]*\))?|"
        r"name\s+of\s+employee(?:\s*\([^)]*\))?|employee\s+review|supervisory\s+certification|"
        r"classified/graded\s+by|bargaining\s+unit(?:\s+status)?|telework|travel(?:\s+required)?|"
        r"open\s*(?:&|and)\s*closing\s+dates|work\s+schedule|appointment\s+type|remarks|"
        r"position\s+classification\s+standards?[\w /]*|position\s+review|"
        r"fingerprint|target\s+grade|cybersecurity\s+code|remote\s+job|"
        r"relocation[\w ]*|security\s+clearance|"
        r"(?:[a-e]\.\s*)?typed\s+name\s+and\s+title\s+of\s+(?:the\s+)?(?:higher|second)[\w /-]*"
    ),
    "supervisory": r"supervisory\s+(?:status|position|code|level)|position\s+is",
    "working_title": (
        r"(?:org(?:ani[sz]ational)?|working|functional|internal)\.?\s+title(?:\s+of\s+position)?"
        r"(?:\s*\(if different[^)]*\))?"
    ),
    "code": (
        r"(?:official\s+)?(?:position\s+)?title,?\s*series,?\s*(?:and|&)?\s*grade|"
        r"(?:official\s+)?(?:position\s+)?title\s*(?:,|/|&|and)\s*series|"
        r"(?:title\s*/\s*)?(?:pp|pay\s*(?:plan|system|schedule))\s*[-,/]?\s*"
        r"(?:series|code|occupation(?:al)?(?:\s+(?:code|series))?)\s*[-,/&]?\s*(?:and\s+)?(?:grade|level)|"
        r"(?:occupational\s+)?series\s*(?:&|/|and|,|-)\s*grade|title/grade|"
        r"pay\s+scale\s*(?:&|and)\s*grade|(?:gs\s+)?grade\s+level|"
        r"(?:title|position)\s+and\s+grade|proposed\s+classification|classification|class(?:ified\s+as)?"
    ),
    "title": (
        r"(?:official\s+|classification\s+|proposed\s+)?(?:position\s+|job\s+)?title"
        r"(?:\s+of\s+(?:the\s+)?position)?|(?:position|job)(?:\s+name)?|"
        r"name\s+of\s+(?:the\s+)?(?:job|position)"
    ),
    "series": (
        r"(?:occ(?:upation(?:al)?)?\.?\s+|job\s+)?series(?:\s+(?:number|code))?|occupation(?=\W*\d)|"
        r"occ(?:upation(?:al)?)?\.?\s+code(?:\s+number)?|job\s+family\s*(?:\(series\))?|series\s*(?:\(s\))|code"
    ),
    "pay_plan": r"pay\s+(?:plan|system|schedule)|pp|plan|schedule",
    "grade": r"(?:full\s+performance\s+)?grade|level",
    "number": (
        rf"(?:agency\s+)?(?:standard\s+)?(?:core\s+personnel\s+document|pos(?:\.|ition(?:\s+description)?)|"
        rf"c?pd|jd|spd|description|job(?:\s+description)?|functional\s+statement|announcement|core\s+doc(?:ument)?)"
        rf"[\s_]*{_NO}|cpcn|pd|fs\s*{_NO}|n(?:umber|r\.?)(?=:?\s+[A-Z]{{0,4}}-?\d)|control\s+{_NO}|master\s+record(?:\s*{_NO})?"
    ),
    "agency": r"(?:department(?:,?\s*agency,?\s*or\s*establishment)?|agency)(?:\s+name)?",
    **{
        f"subdivision{place}": rf"(?:[a-e]\.\s*)?{nth}\s+subdivision"
        for place, nth in enumerate(("first", "second", "third", "fourth", "fifth"), 1)
    },
    "organization": (
        r"org(?:ani[sz]ation(?:al)?)?(?:\s+(?:name|unit|location|code))?(?:\s+and\s+"
        r"location)?|"
        rf"{_BESIDE_UNIT}|{_UNITS}|organization\s+title|"
        r"employing\s+office(?!\s+(?:location|station))"
    ),
    "location": (
        r"(?:employing\s+office\s+|duty\s+|work\s+)?(?:location|station)(?:\(s\))?|duty\s+site"
    ),
    "supervisor": (
        r"(?:immediate\s+|first[- ]line\s+)?supervisor(?:'?s)?"
        r"(?:\s+(?:name\s+and\s+title|name|title))?|"
        r"(?:reports\s+to|supervised\s+by)|foreman|(?:[a-e]\.\s*)?typed\s+name\s+and\s+title\s+of\s+(?:immediate\s+)?supervisor"
    ),
    "date": r"(?:date\s+classified|classified\s+date|classification\s+date|effective\s+date|date)",
}
"""Field to the words of its labels; a field with a leading underscore is not kept."""

BOX: Final = r"(?:\(?\d{1,2}[a-e]?[.)]\s*|\(?[a-e][.)]\s*)?"
"""The number a form prints before a label."""

_ALL: Final = "|".join(f"(?P<{name.strip('_')}>{pattern})" for name, pattern in LABELS.items())
_COLON: Final = re.compile(
    rf"(?:^|(?<=[\s;.|(]))(?P<box>{BOX})(?:{_ALL})\s*(?:\([^)]*\)\s*)?"
    # The label in another language: "Title / T\u00edtulo:".
    r"(?:/\s*[^\W\d][^:/\d]{1,30}(?<!\s))?"
    # Dots that lead to the value do for a colon.
    r"(?::(?!\d\d)|\s*(?:[.\u00b7_]{4}|\u2026)[.\u00b7_\u2026]*(?=\s))\s*",
    re.IGNORECASE,
)
_BOXED: Final = re.compile(
    rf"(?:^|(?<=\s))(?P<box>\(?(?:\d{{1,2}}|[a-e])[.)]\s*)(?:{_ALL})(?=[\s|]|$)\s*", re.IGNORECASE
)
_ROW: Final = re.compile(
    r"^(?:(?P<title>(?:(?:official|classification)\s+)?(?:(?:position|job)\s+)?title(?:\s+of\s+position)?)|(?P<code>(?:title,\s+series,?\s+(?:and\s+)?grade|(?:pay\s+)?plan[-,/\s]*series[-,/\s]*"
    r"(?:and\s+|&\s*)?grade)|pp-series-grade|(?:pay\s+scale|series)\s*(?:&|and)\s*grade|classification(?=\s+(?!specialist|officer|program|appeals|manager|clerk|assistant|analyst)[a-z]+\s[^.]*[A-Z]{2}-\d{3,4}-\d))|(?P<number>(?:standard\s+|core\s+|agency\s+|local\s+)?(?:pd|position(?:\s+description)?|jd|job|announcement|master\s+record)"
    rf"(?:\s*#|\s+{_NO})|s?pd(?=\s+[A-Z]{{0,4}}-?\d)|(?:functional\s+statement\s*/\s*)?(?:position|job)\s+description(?=\s+\d))|(?P<series>(?:occupational\s+)?series|job\s+family\s*\(series\))|(?P<pay_plan>pay\s+plan)|(?P<grade>grade)|"
    rf"(?P<organization>organi[sz]ation|where|{_BESIDE_UNIT})|(?P<agency>agency|department)|"
    r"(?P<location>duty\s+(?:station|location)|location)|(?P<supervisor>(?:immediate\s+)?supervisor(?:['\u2019]s)?(?:\s+name)?(?:\s+and\s+title)?|reports\s+to)|"
    r"(?P<working_title>organi[sz]ational\s+title|working\s+title))\s+(?P<value>\S.*)$",
    re.IGNORECASE,
)
_ROW_VALUES: Final = {
    "title": re.compile(
        r"(?-i:[A-Z])(?!.*\b(?:pay plan|series|grade|determination)\b).*[^.]$", re.IGNORECASE
    ),
    "series": re.compile(r"\d{3,4}(?:\b.*)?$"),
    "grade": re.compile(r"(?:[A-Z]{2}-?)?\d{1,2}$"),
    "pay_plan": re.compile(r"[A-Z]{2}$"),
    "number": re.compile(r"(?:[A-Z]{1,4}\s)?\S*\d\S*(?:\s*\(.*\))?$"),
    "code": re.compile(r".*\d"),
}
_SHORTEST_ROW: Final = 2


FORM_WORDS: Final = re.compile(
    r"position description|functional statement|personnel document|job description|instructions|"
    r"cover sheet|statement of duties|standard position|optional form|vacancy announcement|^pd\b|"
    r"(?:position|job) (?:statement|summary)(?: sheet)?$|work description|"
    r"factor evaluation|major duties|usajobs|job announcement|initiating office|\bpd record\b",
    re.IGNORECASE,
)
"""What a form prints of itself, which is neither a title nor an organization."""
FORM_TAIL: Final = re.compile(
    r"\W+(?:(?:standard )?(?:position|job) description(?: (?:record|sheet|form))?|"
    r"pd (?:record|sheet))$|^(?:position|job|work) (?:description|statement|summary)\s+(?=[A-Z])|"
    r"\s(?-i:PD|JD)\s(?:No\.? )?[A-Z]{0,4}-?\d[\w-]*$",
    re.IGNORECASE,
)
DEPARTMENT: Final = re.compile(
    r"^(?:(?:the\s+)?(?:u\.?\s?s\.?|united states)\s+)?department of\b|^u\.?\s?s\.?\s+\w+",
    re.IGNORECASE,
)


class Label(NamedTuple):
    """A label on a line: its field, and where its value begins and ends in the line."""

    field: str
    start: int
    end: int
    box: bool


def labelled(text: str) -> list[Label]:
    """Return the labels of a line with the spans of their values, in order."""
    found = sorted(
        [*_COLON.finditer(text), *_BOXED.finditer(text)],
        key=lambda match: (match.start(), -match.end()),
    )
    if sum(_field(match) in _CLASSIFIES for match in found) < _PARTS_MIN:
        found = [match for match in found if not _PART_LABEL.fullmatch(match.group())]
    kept: list[re.Match[str]] = []
    for match in found:
        if not kept or match.start() >= kept[-1].end():
            kept.append(match)
    if kept and kept[0].start() > _FAR and not _forms(text[: kept[0].start()]):
        capital = len(kept) > 1 and all(text[one.start()].isupper() for one in kept)
        # Lines of a heading run together: several labels in capitals are no sentence.
        kept = kept if capital else [one for one in kept if one["box"]] if len(kept) > 1 else []
    labels = [
        Label(
            _field(match),
            match.end(),
            following.start() if following is not None else len(text),
            bool(match["box"]),
        )
        for match, following in zip_longest(kept, kept[1:])
    ]
    return labels or _alone(text) or _cells(text) or _row(text) or _asked(text)


_PART_LABEL: Final = re.compile(r"(?:plan|code|level|schedule)[\s:]+", re.IGNORECASE)
"""A label that means the classification only beside another such: "Plan: WG   Code: 5402"."""
_CLASSIFIES: Final = frozenset({"pay_plan", "series", "grade"})
_PARTS_MIN: Final = 2


_ASKED: Final = re.compile(
    rf"^{BOX}(?:what|which|in\s+(?:what|which)|where|who)\b(?P<asked>[^?]{{3,80}})\?\s*(?P<value>\S.*)$",
    re.IGNORECASE,
)
_ASKED_OF: Final = (
    ("code", re.compile(r"\bseries\b|\bclassification\b", re.IGNORECASE)),
    ("title", re.compile(r"\btitle\b", re.IGNORECASE)),
    ("number", re.compile(r"\bnumber\b", re.IGNORECASE)),
    ("supervisor", re.compile(r"\bsupervisor\b", re.IGNORECASE)),
    ("organization", re.compile(r"\b(?:office|organi[sz]ation|branch|division)\b", re.IGNORECASE)),
)


def _asked(text: str) -> list[Label]:
    """Read a question of a form with its answer: "What is your position number? 12"."""
    match = _ASKED.match(text)
    if match is None:
        return []
    field = next((name for name, pattern in _ASKED_OF if pattern.search(match["asked"])), "")
    return [Label(field, match.start("value"), len(text), box=False)] if field else []


_ALONE: Final = re.compile(
    r"(?:(?P<code>pay\s+scale\s*(?:&|and)\s*grade|series\s*(?:&|and)\s*grade|pp-series-grade)|"
    r"(?P<working_title>(?:organi[sz]ation(?:al)?|working)\s+title)|"
    r"(?P<title>(?:(?:official|classification)\s+)?(?:(?:position|job)\s+)?title"
    r"(?:\s+of\s+(?:the\s+)?position)?)|(?P<series>job\s+family\s*\(series\)|(?:occ(?:upational|\.)\s+)?(?:series|code))|"
    r"(?P<number>(?:announcement|(?:position|job)(?:\s+description)?|c?pd|jd)\s+(?:number|no\.?|#))|"
    r"(?P<pay_plan>pay\s+plan)|(?P<grade>grade)|"
    rf"(?P<organization>organi[sz]ation|office|{_BESIDE_UNIT})|"
    r"(?P<agency>agency|department)|"
    r"(?P<supervisor>(?:immediate\s+)?supervisor(?:['\u2019]s\s+name)?|(?:reports|supervised)\s+(?:to|by))|"
    r"(?P<supervisory>supervisory\s+status)|(?P<location>duty\s+(?:station|location)))\s*",
    re.IGNORECASE,
)


def _alone(text: str) -> list[Label]:
    """Read a label that fills its line; its value stands on the next one."""
    match = _ALONE.fullmatch(text)
    if match is None:
        return []
    field = next(name for name, value in match.groupdict().items() if value)
    return [Label(field, len(text), len(text), box=True)]


_FAR: Final = 60


def _forms(before: str) -> bool:
    """Return whether the words before a label are those of a form, not of a sentence."""
    return before.rstrip().endswith((".", ";", "|")) or len(before.split()) <= len(
        ["a", "b", "c", "d", "e"]
    )


def _field(match: re.Match[str]) -> str:
    return next(name for name in LABELS if match[name.strip("_")])


_CELL: Final = re.compile(
    r"(?:^|(?<=\s))(?:(?P<working_title>(?:Organi[sz]ation(?:al)?|Working) [Tt]itle)|"
    r"(?P<title>(?:Official|Classification|Position|Job) [Tt]itle|Title)|"
    r"(?P<number>(?:C?PD|Position(?: [Dd]escription)?|Job|JD|Announcement) (?:No\.?|[Nn]umber|#))|"
    r"(?P<code>(?:Pay [Pp]lan|PP)[-,/ ]+[Ss]eries[-,/ ]+(?:and )?[Gg]rade)|"
    r"(?P<pay_plan>Pay [Pp]lan)|(?P<series>(?:Occ(?:upational|\.) )?(?:[Ss]eries|[Cc]ode))|"
    r"(?P<grade>Grade)|(?P<_other>FLSA(?: Status)?|Sensitivity|Bargaining [Uu]nit(?: Status)?)|"
    rf"(?P<organization>Organi[sz]ation|Office|(?=[A-Z])(?i:{_BESIDE_UNIT}))|"
    r"(?P<agency>Agency|Department)|"
    r"(?P<location>Duty (?:Station|Location)|Location)|"
    r"(?P<supervisor>(?:Immediate )?Supervisor|Reports [Tt]o))"
    r"(?=\s+\S)"
)
"""The label of a cell in a row of several, as a form or a table prints it."""


def _cells(text: str) -> list[Label]:
    """Read a row of two or more labels each with its value beside it: "Grade 07 Series 0203"."""
    found = list(_CELL.finditer(text))
    if len(found) < _SHORTEST_ROW or found[0].start() > 0:
        return []
    labels = [
        Label(
            next(name for name, value in match.groupdict().items() if value),
            match.end(),
            following.start() if following is not None else len(text),
            box=False,
        )
        for match, following in zip_longest(found, found[1:])
    ]
    for one in labels:
        value = text[one.start : one.end].strip()
        shape = _ROW_VALUES.get(one.field)
        fits = shape.match(value) if shape is not None else value[:1].isupper()
        if not fits or value.endswith("."):
            return []
    return labels


def _row(text: str) -> list[Label]:
    """Read a row of a two-column table, whose cells stand beside each other."""
    match = _ROW.match(text)
    if match is None or len(text.split()) < _SHORTEST_ROW:
        return []
    field = next(name for name, value in match.groupdict().items() if value and name != "value")
    value = match["value"]
    if value.casefold().startswith("of "):
        # "Department of ..." is a name, and no label with its value.
        return []
    shape = _ROW_VALUES.get(field)
    fits = (
        shape.match(value) if shape is not None else value[:1].isupper() and not value.endswith(".")
    )
    return [Label(field, match.start("value"), len(text), box=False)] if fits else []


TITLE_LABEL: Final = re.compile(
    r"^(?:subject\s*:\s*)?"
    r"(?:(?:my (?:job|position)|position(?: title)?|job|title|employee|incumbent)\s*[:-]\s*|"
    r"(?:(?:position|job) description|PD|statement(?: of duties)?)\s*(?:of\b|for\b|:|-)\s*"
    r"(?:the\s+|a\s+)?)?"
    r"(?:(?:evaluation|classification|review|duties)\s+of\s+(?:the\s+)?|"
    r"I(?:\s+am|'m|\s+(?:work|serve)\s+as|\s+am\s+(?:employed|classified)\s+as)\s+an?\s+)?",
    re.IGNORECASE,
)
POSITION_TAIL: Final = re.compile(r"\s+position(?:\W*n[or]\b[^)]*\W*)?$", re.IGNORECASE)
"""The word for it behind a title, with its number: "Cook position (no. 7)"."""
AFTER_TITLE: Final = re.compile(
    r"(?:[(,]\s?(?=(?:no|nr)\b)|(?:\((?:position|pd|jd)|"
    r"[,;]\s*(?:position|job)(?=\s+(?:number|no\b))|"
    r"(?:^|[,;|\u00b7\u2013\u2014-]\s*|\s{2,}|(?<=-\d\d)\s|\s(?=\S+ \S+$))(?-i:PD|JD))\s+)"
    r"(?:(?:number|n[or]\.?|#)\s*)?"
    r"(?P<number>[A-Z]{0,4}[-/]?\d[\w-]*)(?=\)|\s*$|\s?[,;:|\u00b7]|\s{2,}|\s(?-i:[A-Z][a-z]{2}))",
    re.IGNORECASE,
)
"""The number of a description after its title, in brackets or set off by a comma."""
TITLE_SAID: Final = re.compile(
    r"^.*\b(?:as\s+an?|(?:is|am|was|works?|serves?|employed|classified|titled|called)"
    r"(?:\s+(?:now|currently|presently))*(?:\s+as)?\s+(?:an?|the|my|our)|"
    r"(?:position|job|post)\s+of(?:\s+(?:an?|the))?)\s+(?=[A-Z])",
    re.DOTALL,
)
"""What leads to the title in a sentence: "She is now a ..."."""
_SENDER: Final = re.compile(r"^from\s*:\s*", re.IGNORECASE)
_ADDRESSEE: Final = re.compile(
    r"^(?:memorandum\b.*|(?:to|thru|through|via|attn|attention|cc|subject|subj|re)\s*:.*)$",
    re.IGNORECASE,
)


_ROLE: Final = re.compile(
    r"\b(?:chief|director|manager|supervisor|officer|lead|head|deputy)$", re.IGNORECASE
)


def addressed(text: str) -> str:
    """Return whose a memorandum is by a line at its head, nothing of whom it goes to.

    "FROM: Ann Poe, Chief, Audit Division" leaves the division; any other line is left whole.
    """
    sender = _SENDER.match(text)
    if sender is None:
        return _ADDRESSEE.sub("", text)
    unit = text[sender.end() :].rpartition(", ")[2]
    return "" if _ROLE.search(unit) else unit


def cased(title: str) -> str:
    """Return a title printed in capitals as words; any other as it is."""
    title = re.sub(r"\s+", " ", title).strip(" ,;:-|.")
    if not title.isupper():
        return title
    small = {"and", "of", "the", "for", "in", "to", "with", "or"}
    words = re.split(r"(\W+)", title.lower())
    made = [
        one if number and one in small else one.upper() if one in {"it", "hr"} else one.capitalize()
        for number, one in enumerate(words)
    ]
    return "".join(made)
