"""Who a decision is about: appellants, their representative, department and component."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.decisions.values import CODE, flat
from index.language import late, structure

_DEPARTMENTS = (
    "Agriculture|Commerce|Defense|Education|Energy|Health and Human Services|Homeland Security|"
    "Housing and Urban Development|(?:the )?Interior|Justice|Labor|State|Transportation|"
    "(?:the )?Treasury|Veterans Affairs|(?:the )?Army|(?:the )?Navy|(?:the )?Air Force"
)
DEPARTMENT = late.pattern(
    rf"(?:(?:United States|U\. ?S\.?|US) )?Department of (?:{_DEPARTMENTS})\b(?! of\b)",
    re.IGNORECASE,
)
_ANY = late.pattern(r"^(?:U\.S\. )?Department of (?:(?:[A-Z][a-z]+|and|the|of),? ?){1,6}$")
AGENCY = late.pattern(
    r"\b(?:National Aeronautics and Space Administration|(?:U\.S\. )?Environmental Protection "
    r"Agency|Social Security Administration|General Services Administration|National Science "
    r"Foundation|National Endowment for the (?:Arts|Humanities)|Small Business Administration|"
    r"Consumer Product Safety Commission|Court Services and Offender Supervision Agency|"
    r"National Archives and Records Administration|Equal Employment Opportunity Commission|"
    r"Federal (?:Trade|Communications|Energy Regulatory|Maritime|Election) Commission|"
    r"Smithsonian Institution|Executive Office of the President|Railroad Retirement Board|"
    r"National Labor Relations Board|Federal Labor Relations Authority|Peace Corps|"
    r"Nuclear Regulatory Commission|Securities and Exchange Commission|Government Printing "
    r"Office|Merit Systems Protection Board|Federal Emergency Management Agency|Selective Service "
    r"System|Broadcasting Board of Governors|Tennessee Valley Authority|Export-Import Bank|"
    r"Corporation for National(?: and Community)? Service|National Transportation Safety Board)\b"
)
UNIT = late.pattern(
    r"\b(?:branch|division|office|department|command|cent(?:er|re)|section|bureau|service|services|"
    r"administration|agency|directorate|region|forest|park|wing|squadron|group|hospital|district|"
    r"unit|staff|team|laborator(?:y|ies)|institute|base|station|depot|shop|sector|fleet|yard|corps|"
    r"activity|battalion|army|navy|air force|field|facility|flight|academy|museum|refuge|college|"
    r"school|arsenal|fort|shipyard|installation|brigade|operations|system|program|council|board|"
    r"commission|authority|border|customs|desk|school|clinic|vamc|medical|guard|marine)\b",
    re.IGNORECASE,
)
_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|"
    "Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|"
    "Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|"
    "New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|"
    "Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|"
    "West Virginia|Wisconsin|Wyoming|Puerto Rico|Guam|District of Columbia|Germany|Japan|Italy|"
    "Korea|South Korea|Belgium|England|United Kingdom|Spain|Turkey|Cuba|Okinawa|Bahrain"
)
_STATION = late.pattern(
    rf"^[A-Z][\w .'/&()-]{{1,50}}, ?(?:[A-Z]{{2}}|D\. ?C\.?|{_STATES})\.?(?: \d{{5}})?$"
)
_STREET = late.pattern(
    r"^(?:P\.? ?O\.?|Post Office) (?:Box|Drawer)\b|^\d{1,6} [\w .]{2,40}\b(?:street|st|avenue|ave"
    r"|road|rd|drive|dr|lane|boulevard|blvd|court|circle|way|place|highway)\b",
    re.IGNORECASE,
)
_PLACE_HOLDER = late.pattern(
    r"^[\[({].{0,40}\b(?:city|state|location|duty station|country)\b.{0,40}[\])}]"
    r"(?:,? ?[\[({].{0,30}[\])}])*$"
    r"|^[\w .'-]{2,30}, [\[({](?:state|country|location)[\])}]$",
    re.IGNORECASE,
)
_PERSON_HOLDER = late.pattern(
    r"^(?:[\[({](?:names? of )?(?:the )?(?:appellants?|names?|employees?)(?:'s?|s')?"
    r"(?: (?:names?|and address(?:es)?))?[\])}]?[\s,]*(?:and )?)+(?:et al\.?)?$",
    re.IGNORECASE,
)
_NAME = late.pattern(
    r"^(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|de|la|van|von|der|del|y))*"
    r"(?:,? (?:Jr|Sr|II|III|IV)\.?)?$"
)
_SUFFIX = late.pattern(r",\s*(?=(?:Jr|Sr|II|III|IV|M\.?D|Ph\.?D|Esq)\b)", re.IGNORECASE)
_BUREAU = late.pattern(
    r"\b(?:(?:U\.S\. )?(?:Bureau|Office) of (?:the )?(?:[A-Z][\w'-]*|and|of|the|for)"
    r"(?: (?:[A-Z][\w'-]*|and|of|the|for))*|(?:U\.S\. )?(?:Internal Revenue|Customs|Forest|"
    r"Fish and Wildlife|National Park|Secret|Marshals|Park|Coast Guard) ?(?:Service|Police)?)$"
)


def is_station(line: str) -> bool:
    """Tell whether a line is a duty station: a city with its state, or a placeholder for one.

    The street or box above it in an address counts as well: it names no organization.
    """
    return bool(_STATION.match(line) or _PLACE_HOLDER.match(line) or _STREET.match(line))


def is_placeholder(line: str) -> bool:
    """Tell whether a line stands in place of the appellants' names."""
    return bool(_PERSON_HOLDER.match(line))


def looks_like_people(line: str) -> bool:
    """Tell whether a line may hold one or more persons' names, or stands in their place."""
    if is_placeholder(line):
        return True
    if CODE.search(line) or UNIT.search(line) or is_station(line) or len(line) < 5:
        return False
    return bool(people(line)) and all(" " in name for name in people(line))


def people(text: str) -> tuple[str, ...]:
    """Return the names of a list of persons; none when it is a placeholder."""
    text = _SUFFIX.sub(" ", flat(text))
    text = re.sub(r",?\s*\bet al\.?", "", text, flags=re.IGNORECASE)
    if is_placeholder(text) or not text:
        return ()
    text = re.sub(r"[\[({][^\])}]*[\])}]?", "", text)
    parts = [part.strip(" .,") if not re.search(r"\b(?:Jr|Sr)\.$", part.strip()) else part.strip()
             for part in re.split(r"\s*[;,]\s*(?:and\s+)?|\s+and\s+|\s*&\s*", text)]  # fmt: skip
    names = tuple(part for part in parts if part)
    return names if all(_NAME.match(name) and len(name) < 60 for name in names) else ()


def is_redacted(text: str) -> bool:
    """Tell whether bracketed words stand where the appellants' names would."""
    return bool(re.match(r"^[\[({]", flat(text)))


def department(text: str) -> str:
    """Return the first department, or independent agency, a text names; empty when none.

    One that is not known by name counts when a line is nothing else.
    """
    found = _department_in(flat(text)) or next(
        (m for line in text.split("\n") if (m := _ANY.match(flat(line)))), None
    )
    return _as_printed(found.group()) if found else ""


def _department_in(row: str) -> re.Match[str] | None:
    return DEPARTMENT.search(row) or AGENCY.search(row)


def _as_printed(name: str) -> str:
    if not name.isupper():
        return name
    return re.sub(r"\b(Of|And|The|For)\b", lambda m: m[1].lower(), name.title())


def component(lines: Sequence[str]) -> str:
    """Return the organization just below the department, from lines of an organization.

    Lines go from small to large as a rule, so that it stands just above the department; where
    the department comes first, it stands just below.
    """
    rows = [flat(line).strip(" ,") for line in _unwrapped(lines)]
    rows = [row for row in rows if row and not is_station(row)]
    at = next((i for i, row in enumerate(rows) if _department_in(row)), None)
    if at is None:
        at = next((i for i, row in enumerate(rows) if _ANY.match(row)), None)
    if at is None:
        # Where no department is printed, the largest organization is the last.
        last = rows[-1] if len(rows) > 1 else ""
        # A sentence that names an agency is none; nor is a line with a number for a level.
        sentence = last.endswith((".", ";", ":")) or structure.levels_named(last)
        return last if UNIT.search(last) and "[" not in last and not sentence else ""
    match = _department_in(rows[at]) or _ANY.match(rows[at])
    if match is None:
        return ""
    before = rows[at][: match.start()].strip(" ,")
    if before:
        parts = [part for part in re.split(r"\s*,\s*", before) if part and not part.startswith("[")]
        if len(parts) > 1:
            return parts[-1]
        bureau = _BUREAU.search(before)
        if bureau:
            return bureau.group()
        return before if at == 0 and len(before.split()) <= 5 and "[" not in before else ""
    neighbours = [at - 1] if at > 0 else [at + 1]
    for place in neighbours:
        if 0 <= place < len(rows) and "[" not in rows[place] and not DEPARTMENT.search(rows[place]):
            return rows[place]
    return ""


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """Join a line to the one it goes on from: "Harbor Yard and" / "Repair Facility"."""
    joined: list[str] = []
    for line in lines:
        if joined and re.search(r"\b(?:and|of|for|the|&)$", joined[-1].rstrip()):
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
    return joined


def component_in_body(text: str) -> str:
    """Return the component as the body places the position: the name before the department."""
    body = flat(text)[:6000]
    place = re.search(
        r"\b(?:located|assigned|works?|employed|position is)\b[^.]{0,300}?, ?(?P<name>[A-Z][\w&' -]"
        r"{3,60}?)(?: \([A-Z&]{2,8}\))?, (?:of the )?(?=(?:United States "
        r"|U\. ?S\.? )?Department of)",
        body,
    )
    return place["name"].strip() if place else ""
