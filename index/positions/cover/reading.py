"""What a position description's cover states: title, series, grade, number, whose it is.

Covers come as the numbered boxes of Optional Form 8, as labels with colons, as the rows of a
table, or as two or three lines at the top. A label is known by its words; a classification by its
shape (``GS-0343-12``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from core.standards.series import FIRST_TRADE
from index.language.structure import fold_dashes
from index.positions.cover.boxes import GRADED_ROW, REVIEW_ROW, filled
from index.positions.cover.certifying import certification
from index.positions.cover.labels import (
    AFTER_TITLE,
    DEPARTMENT,
    FORM_WORDS,
    PLANS,
    POSITION_TAIL,
    TITLE_LABEL,
    TITLE_SAID,
    cased,
    labelled,
)
from index.positions.cover.organization import (
    CODE,
    FICTIONAL,
    LATEST,
    LONGEST_TITLE,
    Named,
    agency_of,
    letterhead,
    organization_of,
    parted,
)
from index.positions.lines import BLANK, Line, Page
from index.positions.model import Cover, CoverFact

_PLAN_GRADE: Final = re.compile(
    rf"[\s,(]+(?P<plan>{PLANS})\s?-\s?(?P<grade>\d{{1,2}})\)?$", re.IGNORECASE
)
_SERIES_GRADE: Final = re.compile(
    r"(?<![\w-])(?P<series>\d{4})\s*[-/]\s*(?P<grade>\d{1,2})(?![\w/-])"
)
_GRADES: Final = re.compile(
    rf"(?:(?P<plan>{PLANS})\s*-?\s*)?(?P<low>\d{{1,2}})(?:\s*(?:-|/|to)\s*(?:{PLANS})?-?\s*(?P<high>\d{{1,2}}))?"
)
_SERVICE: Final = re.compile(r"(?:\W|\bx\b|hdqtrs|headquarters|field)+", re.IGNORECASE)
"""What the box called Service holds on Optional Form 8: where the position is, not whose it is."""
_NUMBER_BELOW: Final = re.compile(r"(?:[A-Z]{1,4}\s)?\S+")
"""The number of a description under its label, with the letters set off before it."""
_NO_VALUE: Final = re.compile(r"(?:\d{1,2}|[a-e])\.\s+[A-Z]|(?:\S+\s+){5,}\S+\.$")
"""What fills no box above it: the next box of a form, or a sentence."""
_LABEL_WORDS: Final = re.compile(r"\bpay plan\b|\bseries\b|\bgrade\b", re.IGNORECASE)


def read_cover(page: Page, head: Sequence[Line], *, announced: bool) -> Cover:
    """Return what the head of a description, and a few sentences below it, state.

    Args:
        page: the document.
        head: the lines before the first section.
        announced: whether it is a vacancy announcement, whose grades are those offered.
    """
    found = _Found(page)
    graded = _graded_rows(head)
    for line, following in zip(head, [*head[1:], None], strict=False):
        if GRADED_ROW.match(fold_dashes(line.text)):
            for one in graded:
                _read_graded(found, one)
        else:
            _read_line(found, line, following)
    _read_codes(found, head)
    _read_number(found, head)
    _read_title(found, head)
    title = str(found.values.get("title", ""))
    above = None
    found.put_named("agency", agency_of(head, title, announced=announced))
    if "agency" not in found.values:
        title_at = next((one.start for one in found.facts if one.field == "title"), -1)
        named = "organization" in found.values
        above = letterhead(head, title, title_at, named=named)
        found.put_named("agency", above)
    if "organization" not in found.values:
        taken = {one.start for one in found.facts if one.field in ("working_title", "supervisor")}
        taken |= found.values.get("_mixed", set())
        free = [line for line in head if line.start not in taken]
        agency = str(found.values.get("agency", ""))
        unit = organization_of(page.text, free, title, agency)
        if above is not None and unit is not None:
            unit = unit._replace(text=f"{above.text}, {unit.text}")
        found.put_named("organization", unit)
    _divide(found)
    certified = certification(page.text)
    if certified is not None:
        found.put("statement", page.text[slice(*certified.span)], *certified.span)
        found.values["certified"] = certified.signed
    return found.cover(announced=announced)


def _divide(found: _Found) -> None:
    """Take the agency off a line that names it with its units behind it."""
    whole = str(found.values.get("organization", ""))
    first, *units = parted(whole) or [""]
    if units and found.values.get("agency", first) == first:
        found.values["organization"] = ", ".join(units)
        at = next(one for one in found.facts if one.field == "organization")
        found.put("agency", first, at.start, at.start + len(first))


class _Found:
    """Fields found so far, the first of each, with their places."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.values: dict[str, Any] = {}
        self.facts: list[CoverFact] = []

    def put(self, field: str, value: Any, start: int, end: int) -> None:
        if value in ("", None, ()) or field in self.values or field[0] == "_":
            return
        self.values[field] = value
        part = self.page.span(start, end)
        self.facts.append(CoverFact(field=field, **part.model_dump()))

    def put_named(self, field: str, named: Named | None) -> None:
        if named is not None:
            self.put(field, *named)

    def cover(self, *, announced: bool) -> Cover:
        values = {name: value for name, value in self.values.items() if name[0] != "_"}
        grades = values.pop("grades", ())
        if len(grades) == 1:
            values.setdefault("grade", grades[0])
        elif not grades and "grade" in values:
            grades = (values["grade"],)
        if announced and len(grades) > 1:
            values.pop("grade", None)
        values["grades"] = tuple(grades)
        values.setdefault("organization", values.get("agency", ""))
        series = values.get("series", "")
        if "pay_plan" not in values and series:
            # White collar work whose pay plan is not printed is of the General Schedule, a trade of
            # the Federal Wage System; there the title says whether it leads or supervises.
            role = str(values.get("title", "")).rpartition(" ")[2].casefold()
            trade = {"leader": "WL", "supervisor": "WS", "foreman": "WS"}.get(role, "WG")
            values["pay_plan"] = "GS" if series < FIRST_TRADE else trade
        return Cover(**values, facts=tuple(self.facts))


def _graded_rows(head: Sequence[Line]) -> list[Line]:
    """Return the rows that say who graded a position as what, those that only propose it last."""
    rows = [(line, row) for line in head if (row := GRADED_ROW.match(fold_dashes(line.text)))]
    return [line for line, row in sorted(rows, key=lambda one: one[1]["proposed"] is not None)]


def _read_graded(found: _Found, line: Line) -> None:
    row = GRADED_ROW.match(fold_dashes(line.text))
    if row is None:
        return
    title = row["title"].strip(" |-,")
    found.put("title", cased(title), line.start + row.start("title"), line.start + row.end("title"))
    at = (line.start + row.start("plan"), line.start + row.end("grade"))
    found.put("pay_plan", row["plan"].upper(), *at)
    found.put("series", row["series"].zfill(4), *at)
    found.put("grade", int(row["grade"]), *at)


def _read_line(found: _Found, line: Line, following: Line | None) -> None:
    if REVIEW_ROW.match(line.text):
        return
    boxes = filled(line, following)
    for box in boxes:
        _put_label(found, *box)
    if boxes:
        return
    labels = labelled(line.text)
    jumbled = sum(1 for label in labels if label.box and label.start >= label.end - 1) > 1
    for label in labels:
        start, end = line.start + label.start, line.start + label.end
        printed = line.text[label.start : label.end]
        value = printed.strip(" :|\u2026_")
        if label.field == "supervisor" and ":" not in line.text and classification_in(value):
            # The row of a form in which the supervisor proposes how to grade the position.
            continue
        if value.endswith(")") and "(" not in value:
            value = value[:-1].rstrip()
        below = label.box and BLANK not in printed and following is not None
        captioned = following is not None and _NO_VALUE.match(following.text) is not None
        below = below and not captioned
        if not value and below and following is not None and not labelled(following.text):
            if jumbled and label.field not in ("number", "agency"):
                # Captions in one row, their values in the next: which is whose is not known.
                found.values.setdefault("_mixed", set()).add(following.start)
                continue
            number = _NUMBER_BELOW.match(following.text) if label.field == "number" else None
            value = number.group() if number is not None else following.text
            start, end = following.start, following.start + len(value)
        if value:
            _put_label(found, label.field, value, start, end)


def _put_label(found: _Found, field: str, value: str, start: int, end: int) -> None:
    folded = fold_dashes(value)
    if field != "number":
        # What wraps in a narrow box has gaps between its words.
        value = re.sub(r"\s+", " ", value)
    if field in ("code", "title", "series", "grade", "pay_plan"):
        _put_code(found, field, folded, start, end)
    if field in ("title", "code"):
        title = _without_code(value)
        if (graded := _PLAN_GRADE.search(fold_dashes(title))) is not None:
            found.put("pay_plan", graded["plan"].upper(), start, end)
            found.put("grade", int(graded["grade"]), start, end)
            title = title[: graded.start()]
        if field == "title" or re.search(r"[A-Za-z]{4}", title):
            found.put("title", cased(title), start, end)
    elif field == "pay_plan":
        # What stands behind the plan on its line is no part of it.
        plan = re.match(rf"(?:{PLANS})(?![\w-])", folded.strip(), re.IGNORECASE)
        if plan is not None:
            found.put("pay_plan", plan.group().upper(), start, end)
    elif field == "series":
        codes = re.findall(r"(?<!\d)\d{3,4}(?!\d)", folded)
        if codes:
            found.put("series", codes[0].zfill(4), start, end)
            found.put("other_series", tuple(one.zfill(4) for one in codes[1:]), start, end)
    elif field == "grade":
        bare = re.sub(r"\s*\([^()]*\)$", "", folded.strip())
        grade = re.fullmatch(rf"(?:(?:{PLANS})\s*-?\s*)?(\d{{1,2}})", bare, re.IGNORECASE)
        if grade:
            found.put("grade", int(grade[1]), start, end)
    elif field == "supervisory":
        if re.search(r"non-?\s?superv|all other", value, re.IGNORECASE):
            value = "no"
        yes = re.match(r"(?:yes|supervis|[248]\b|manage)", value, re.IGNORECASE)
        no = re.match(r"(?:no|non|neither|all other)", value, re.IGNORECASE)
        if yes or no:
            found.put("supervisory", bool(yes and not no), start, end)
    elif field.startswith("subdivision"):
        units = found.values.setdefault("_units", {})
        if not units and "organization" in found.values:
            return
        found.put("organization", value, start, end)
        # A form prints the later subdivisions beside the earlier ones.
        units.setdefault(field, value)
        found.values["organization"] = ", ".join(units[name] for name in sorted(units))
    elif field == "organization" and _SERVICE.fullmatch(value):
        return
    elif field == "number":
        number = value.split("  ", maxsplit=1)[0].strip(" .")
        number = re.split(r"\s+(?=[A-Z][a-z]+\s*#?:)|\s*\((?:made|fict)|,\s", number)[0].strip()
        if re.search(r"\d", number):
            found.put("number", number, start, end)
    else:
        found.put(field, value, start, end)


def _put_code(found: _Found, field: str, folded: str, start: int, end: int) -> None:
    code = CODE.search(folded)
    if code is not None:
        at = (start + code.start(), min(start + code.end(), end))
        found.put("pay_plan", code["plan"].upper(), *at)
        found.put("series", code["series"].zfill(4), *at)
        others = re.findall(r"\d{3,4}", code["others"] or "")
        found.put("other_series", tuple(one.zfill(4) for one in others), *at)
        if code["grade"]:
            low, high = int(code["grade"]), int(code["to"] or code["grade"])
            grades = (low, high) if high > low else (low,)
            found.put("grades", grades, *at)
            if len(grades) == 1:
                found.put("grade", low, *at)
        return
    pair = _SERIES_GRADE.search(folded)
    if pair is not None and field in ("code", "series", "title"):
        at = (start + pair.start(), start + pair.end())
        found.put("series", pair["series"], *at)
        found.put("grade", int(pair["grade"]), *at)
    elif field == "code":
        _put_grades(found, folded, start, end)


def _put_grades(found: _Found, folded: str, start: int, end: int) -> None:
    grades = _GRADES.fullmatch(folded.strip())
    if grades is None:
        return
    low, high = int(grades["low"]), int(grades["high"] or grades["low"])
    if grades["plan"]:
        found.put("pay_plan", grades["plan"].upper(), start, end)
    found.put("grades", (low, high) if high > low else (low,), start, end)


def _without_code(value: str) -> str:
    folded = fold_dashes(value)
    code = CODE.search(folded)
    text = value[: code.start()] if code is not None else value
    return re.sub(r"\s*\((?:fictional|a fictional[^)]*|made[- ]up)\)", "", text).strip(
        " ,;:-\u2013|"
    )


def _read_codes(found: _Found, head: Sequence[Line]) -> None:
    """Find a classification that stands by its shape alone, after a title or under one."""
    if "series" in found.values and ("grade" in found.values or "grades" in found.values):
        return
    for number, line in enumerate(head[:LATEST]):
        folded = fold_dashes(line.text)
        code = CODE.search(folded)
        if code is None:
            continue
        _put_code(found, "code", folded, line.start, line.end)
        if "title" not in found.values:
            before = _title_before(line.text[: code.start()])
            if before:
                at = line.text.find(before)
                found.put("title", cased(before), line.start + at, line.start + at + len(before))
            else:
                _title_above(found, head[:number])
        return
    for line in head[:_EARLY]:
        bare = _TITLE_CODE.fullmatch(line.text) or _SPELLED.search(line.text)
        if bare is not None and not found.values.keys() & {"title", "series"}:
            read = {"title": cased(bare["title"]), "series": bare["series"].zfill(4)}
            for field, value in {**read, "grade": int(bare["grade"])}.items():
                start = line.start + bare.start(field)
                found.put(field, value, start, line.start + bare.end(field))
            return


_EARLY: Final = 6
_SPELLED: Final = re.compile(
    r"(?P<title>)(?:General Schedule|GS)\W+series (?P<series>\d{3,4})\W+grade (?P<grade>\d{1,2})"
)
_TITLE_CODE: Final = re.compile(
    r"(?P<title>[A-Z][A-Za-z()&/' -]{3,70}?)[\s,(-]+"
    r"(?P<series>\d{4})\s?[-/]\s?(?P<grade>\d{1,2})\)?"
)
"""A title with a series and grade, and no pay plan: "Cook, 7404-08"."""


def _read_number(found: _Found, head: Sequence[Line]) -> None:
    for line in head[:LATEST]:
        match = AFTER_TITLE.search(line.text)
        if match is not None:
            at = (line.start + match.start("number"), line.start + match.end("number"))
            found.put("number", match["number"], *at)


def _title_before(text: str) -> str:
    text = TITLE_SAID.sub("", TITLE_LABEL.sub("", text))
    text = POSITION_TAIL.sub("", FICTIONAL.sub("", text)).strip(" ,;:-\u2013|(")
    text = re.sub(r"^(?:S?PD|JD)\s+(?:#|No\.?\s)?\s*\S*\d\S*\s+(?=[A-Z])", "", text)
    whole = re.search(r"[A-Za-z]{4}", text) and len(text) < LONGEST_TITLE
    return text if whole and not _LABEL_WORDS.search(text) else ""


def _title_above(found: _Found, above: Sequence[Line]) -> None:
    for line in reversed(above[-4:]):
        text = FICTIONAL.sub("", line.text).strip(" ,;:-")
        if labelled(line.text) or FORM_WORDS.search(text) or not re.search(r"[A-Za-z]{4}", text):
            continue
        if re.match(r"(?i)fictional", text) or len(text) > LONGEST_TITLE or text.endswith("."):
            continue
        found.put("title", cased(text), line.start, line.end)
        return


def _read_title(found: _Found, head: Sequence[Line]) -> None:
    """Take a heading for the title where nothing else states one."""
    if "title" in found.values:
        return
    for line in head[:6]:
        text = FICTIONAL.sub("", line.text).strip(" ,;:-")
        text = POSITION_TAIL.sub("", TITLE_LABEL.sub("", text))
        if re.match(r"(?i)fictional", text):
            continue
        if labelled(line.text) or FORM_WORDS.search(text) or DEPARTMENT.match(text):
            continue
        if 3 < len(text) < LONGEST_TITLE and not text.endswith((".", ":")) and text[:1].isupper():
            found.put("title", cased(text), line.start, line.end)
            return


def classification_in(text: str) -> str:
    """Return the classification a line prints, such as ``GS-0343-12``, or an empty text."""
    code = CODE.search(fold_dashes(text))
    if code is None or not code["grade"]:
        return ""
    return f"{code['plan'].upper()}-{code['series'].zfill(4)}-{int(code['grade']):02d}"
