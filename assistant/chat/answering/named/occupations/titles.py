"""What is asked of a series by its number: whether it has a standard, and which titles it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.argue.selection import statements, terms
from assistant.chat.answering.kit import as_known, documents, listed, not_held
from assistant.chat.answering.named.decided.called import words_of
from assistant.chat.answering.named.occupations.analysis import SERIES
from assistant.chat.answering.named.occupations.work import series_called
from assistant.chat.model import Answer, Words
from assistant.text import escape
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Context, Question
    from core.standards.model import OfficialTitle, Standard
    from core.standards.series import Series

_THERE = pattern(
    r"\b(?:is|are) there\b.{0,40}\b(?:standards?|flysheets?|guides?|jfs|criteria)\b"
    r"|\bwhat(?:'s| is| are) the (?:classification |grading |opm )?(?:standards?|criteria) for\b"
    r"|\b(?:which|what) (?:classification )?standard (?:is|do|does|should|covers?|applies|for)\b"
    r"|\b(?:does|do|did) .{1,25} have (?:an? |its |their )?(?:own )?(?:standard|flysheet)"
    r"|\b(?:do|have) you (?:have|hold|got|know)? ?(?:an?|the|any) "
    r"(?:(?:classification |grading |opm )?(?:standards?|flysheet|criteria)|one) for\b",
    re.IGNORECASE,
)
_HELD_FOR = pattern(
    r"\b(?:do|have) you (?:have|hold|got|know)? ?(?:an?|the|any) "
    r"(?:(?:classification |grading |opm )?(?:standards?|flysheet|criteria)|one) for "
    r"(?:an? |the )?(?P<who>[a-z][\w' -]{2,40}?)\W*$",
    re.IGNORECASE,
)
"""Asks whether the standard of people named by their work is here."""
_CODE = pattern(r"(?<![\w.,$-])(?:GS-?)?(0\d{3}|[12]\d{3})s?(?![\w.%]*\d)(?! points)")
_TITLES = pattern(r"\btitles?\b|\btitled\b", re.IGNORECASE)
_WANTED = pattern(
    r"\btitles\b|\b(?:authorized|prescribed|official|basic|correct|right|proper|allowed) title\b"
    r"|\btitles? (?:of|for) an?\b|\bits title\b|\bhow\b.{0,60}\btitled\b"
    r"|\bwhat(?:'s| is)? (?:the |its )?title\b|\bwhat title\b|[.,;:?!-]\s*(?:the )?title\W*$",
    re.IGNORECASE,
)
_OF_SERIES = pattern(
    r"\b(?:title|name) of (?:the )?(?:occupational )?series\b|\bseries title\b", re.IGNORECASE
)
_MIXED = pattern(
    r"\b(?:two|both|several|equal\w*|mix\w*|half|split|more than one|combin\w+|neither|none|"
    r"generalist)\b",
    re.IGNORECASE,
)
_ALL = pattern(r"\b(?:authorized|prescribed|all)\b.{0,20}\btitles\b|\btitles\b.{0,40}\bauthorized")
_NEITHER = pattern(r"\b(?:none|neither)\b.{0,15}\bpredominat", re.IGNORECASE)
_PREFIX = " (prefix)"
_IMPLIES = pattern(r"^Parenthetical|\b(?:Officer|Administrator|Manager)\b")
"""Titles that imply supervision, and are not taken with the prefix, or are none."""
_OPM = "OPM, opm.gov, Classification & Qualifications"
_PLACING = "Recruitment & Placement"
_RELATIONS = {"Employee Relations", "Labor Relations"}
_SPECIALTIES = {
    name: pattern(rf"\b(?:{said})\b", re.IGNORECASE)
    for name, said in (
        ("Information Systems", r"(?:hr )?information systems?|hris"),
        ("Military", r"military"),
        (
            "Classification",
            r"classifiers?|(?:specialists? in |position )?classification(?= special| work|\W*$)",
        ),
        ("Compensation", r"compensation|pay (?:setting|policy|administration)"),
        (_PLACING, r"recruit\w*|placement|staffing"),
        ("Employee Benefits", r"(?:employee )?benefits"),
        ("Human Resource Development", r"(?:human resources? |employee )development|hrd|training"),
        ("Performance Management", r"performance management|performance appraisals?|awards"),
        ("Employee Relations", r"employee (?:and labor |& labor )?relations"),
        ("Labor Relations", r"labor(?: and employee| & employee)?(?:[- ]management)? relations"),
    )
}
"""The ten specialties of GS-0201 by what people call them."""


def standards_there(question: Question, context: Context) -> Answer | None:
    """Return whether OPM has a standard for the series named, which, and whether it is held."""
    if not _THERE.search(question.message) or question.decision or question.levels:
        return None
    found = series_named(question)
    if not found:
        who = _HELD_FOR.search(question.message)
        return None if who is None else _held_for(who["who"], context)
    told = [_there(one, context) for one in found[:3]]
    lacking = [paper for _, held, paper in told if not held]
    lead = " ".join(said for said, _, _ in told)
    if not lacking:
        return Answer(lead=lead, next=("Name a level to have it explained.",))
    return Answer(
        lead=f"{lead} Get what is not held from {_OPM}.",
        kind="not_held",
        next=(
            "`fes standards import FILE` reads a standard in, and its levels are explained here.",
        ),
    )


def _held_for(who: str, context: Context) -> Answer | None:
    """Return whether the standard of people called by their work is held."""
    for one in series_called(who, context):
        said, held, paper = _there(one, context)
        if held or not paper:
            return Answer(lead=said, next=("Name a level to have it explained.",))
        return not_held(
            f"**Not held here: {one.code}, {one.title}, is the series nearest to that work, and "
            "its standard did not come with the program.**",
            paper,
            _OPM,
            "`fes standards import FILE` reads it in, and its levels are explained here.",
        )
    return None


def series_named(question: Question) -> list[Series]:
    """Return the series a question names by their numbers, as they are listed."""
    from core.standards.series import find_series

    codes = dict.fromkeys((*_CODE.findall(question.message), *question.series))
    return [one for one in map(find_series, codes) if one is not None]


def _called(text: str, context: Context) -> list[Series]:
    """Return the series of a standard held whose title a message says in place of its number."""
    from core.standards.catalog import list_standards
    from core.standards.series import find_series

    line = f" {' '.join(words_of(text))} "
    for entry in list_standards():
        standard = as_known(entry.id, context)
        for title in standard.titles:
            words = words_of(title.title.partition("(")[0])
            if len(words) > 1 and "title" not in words and f" {' '.join(words)} " in line:
                found = find_series(standard.series[0]) if standard.series else None
                return [] if found is None else [found]
    return []


_HR = pattern(r"\b(?:hr|human resources|personnel)\b", re.IGNORECASE)


def _of_family(text: str) -> list[Series]:
    """Return the series of human resources work that is told by its specialties."""
    from core.standards.series import find_series

    found = find_series("0201") if _HR.search(text) else None
    return [] if found is None else [found]


def _there(one: Series, context: Context) -> tuple[str, bool, str]:
    """Return what is said of a series' standard, whether it is held, and its name."""
    from core.overview import holdings
    from index.sources.catalogue import load

    known = next((s for s in load() if s.kind == "standard" and one.code in s.series), None)
    paper = {
        "standard": f"the {one.title} Series standard, GS-{one.code}",
        "flysheet": f"the flysheet for the {one.title} Series, GS-{one.code}, without levels of "
        "its own",
        "family": f"the job family standard of the group GS-{one.group}",
    }.get(one.issued, "")
    if known is not None and one.issued != "flysheet":
        paper = f"“{known.title}”"
    name = f"series {one.code}, {one.title}"
    if not paper:
        said = (
            f"**No: {name}, has no standard of its own**; a guide or the standard of the most "
            f"similar work grades it (Handbook of Occupational Groups and Families, p. {one.page})."
        )
        return said, True, ""
    held = any(one.code in h.series for h in holdings() if not h.problem)
    shelf = context.library.documents() if context.library is not None else []
    held = held or any(
        d.kind == "standard" and re.search(rf"\b{one.code}\b|\b{one.group}\b", d.title)
        for d in shelf
    )
    state = "it is held here" if held else "it is not held here"
    if one.code in SERIES:
        work = "staff analysis" if one.code == "0301" else "work at GS-9 and above"
        state += f". It sends {work} to the Administrative Analysis Grade Evaluation Guide"
    return f"**Yes: {name}, is covered by {paper}; {state}.**", held, paper


def titles_of(question: Question, context: Context) -> Answer | None:
    """Return the titles that the standard of a series authorizes; None when none are asked for."""
    text = question.message
    if question.decision or question.levels or not (_TITLES.search(text) and _WANTED.search(text)):
        return None
    if question.first_person or _OF_SERIES.search(text):
        return None
    specialties = _specialties(text)
    mixes = _MIXED.search(text) or specialties
    found = series_named(question) or _called(text, context) or (_of_family(text) if mixes else [])
    if len(found) != 1:
        return None
    one = found[0]
    standard = _held(one.code, context)
    if standard is None or not standard.titles:
        _, held, paper = _there(one, context)
        said = _said_of_titles(one, question, context)
        if said:
            return Answer(
                lead=(
                    f"**A document held says so of the titles of series {one.code}, {one.title}.** "
                    f"The others stand in {paper or 'its standard'}, which is not held here."
                ),
                words=said,
                next=(f"Get it from {_OPM}, and `fes standards import FILE` reads it in.",),
            )
        if held or not paper:
            return None
        return not_held(
            f"The titles of series {one.code}, {one.title}, stand in its standard, which is not "
            "held here.",
            paper,
            _OPM,
        )
    chosen = _chosen(text, standard)
    prefixed = _prefixed(chosen[0], standard, one.code) if len(chosen) == 1 else ""
    special = _of_specialty(specialties, chosen, standard)
    if special is not None:
        lead, chosen = special
    elif prefixed:
        lead = prefixed
    elif len(chosen) < len(standard.titles):
        told = " ".join(f"**{t.title}.** {t.rule}" for t in chosen)
        lead = f"{told} So the {escape(standard.title)} (p. {chosen[0].page})."
    else:
        names = listed([t.title for t in chosen])
        lead = f"**Series {one.code}, {one.title}: {names}.** So its standard."
    rows = [f"- **{t.title}** (p. {t.page}): {t.rule}" for t in standard.titles]
    return Answer(
        lead=lead,
        words=tuple(_words(standard, title, context) for title in chosen[:2]),
        figures=("\n".join(rows),),
        whose="The title rules, in our words",
        next=("Supervisory positions take the prefix by the General Schedule Supervisory Guide.",),
    )


def _prefixed(prefix: OfficialTitle, standard: Standard, code: str) -> str:
    """Return the basic titles of a standard with a prefix before them; empty where none takes it.

    Such a prefix is Supervisory.
    """
    if not prefix.title.endswith(_PREFIX):
        return ""
    word = prefix.title.removesuffix(_PREFIX)
    basic = [
        f"{word} {t.title}"
        for t in standard.titles
        if "(" not in t.title and "," not in t.title and not _IMPLIES.search(t.title)
    ]
    if not basic:
        return ""
    rule = f"{prefix.rule[:1].lower()}{prefix.rule[1:]}"
    return (
        f"**{listed(basic, 'or')}: {word} stands before the basic title, which goes by the work.** "
        f"The prefix is for {rule} So the standard for {code} (p. {prefix.page})."
    )


def _specialties(text: str) -> tuple[str, ...]:
    """Return the specialties of human resources work that a message names, as they are titled."""
    named = [name for name, said in _SPECIALTIES.items() if said.search(text)]
    # Both fields of relations have a title that joins them.
    return ("Employee & Labor Relations",) if set(named) == _RELATIONS else tuple(named)


def _of_specialty(
    named: tuple[str, ...], chosen: tuple[OfficialTitle, ...], standard: Standard
) -> tuple[str, tuple[OfficialTitle, ...]] | None:
    """Return the title of a specialty with the rules that give it; None where none is named."""
    own = [t for t in standard.titles if t.title.endswith("(specialty)")]
    both = [t for t in standard.titles if t.title.endswith("(combined specialties)")]
    if len(named) != 1 or not own or not both:
        # Of several it counts whether one predominates.
        return None
    basic = own[0].title.removesuffix(" (specialty)")
    prefix = chosen[0].title.removesuffix(_PREFIX) if len(chosen) == 1 else ""
    word = f"{prefix} " if prefix and chosen[0].title.endswith(_PREFIX) else ""
    rule = both[0] if "&" in named[0] and named[0] != _PLACING else own[0]
    lead = (
        f"**{word}{basic} ({named[0]}).** The specialty stands in parentheses only where it is "
        f"the work; a generalist has the basic title alone. So the {escape(standard.title)} "
        f"(p. {rule.page})."
    )
    return lead, (rule, *(chosen if word else ()))


def _said_of_titles(one: Series, question: Question, context: Context) -> tuple[Words, ...]:
    """Return the sentences of documents held that tell titles of a series with no standard held."""
    if context.library is None:
        return ()
    asked = set(terms(question.message))
    number = re.compile(rf"\b0?{one.code.lstrip('0')}\b")
    found: list[tuple[int, int, str, str]] = []
    for document in context.library.documents():
        if document.kind in {"decision", "regulation"}:
            continue
        for passage in context.library.passages(document=document.id):
            if not (number.search(passage.text) and "title" in passage.text):
                continue
            for sentence in statements(passage.text):
                told = number.search(sentence.text) and _TITLES.search(sentence.text)
                if told and sentence.text.rstrip().endswith("."):
                    shared = len(asked & set(terms(sentence.text)))
                    found.append((shared, len(found), passage.id, sentence.text))
    best = sorted(found, key=lambda row: (-row[0], row[1]))[:2]
    return tuple(
        Words(ours=f"What is said of titles of {one.code}.", passage=passage, anchor=text)
        for _, _, passage, text in best
    )


def _chosen(text: str, standard: Standard) -> tuple[OfficialTitle, ...]:
    """Return the title rules a question is about; all when it asks for the titles."""
    low = text.casefold()
    if _ALL.search(low):
        return tuple(standard.titles)
    if _MIXED.search(text):
        mixed = [t for t in standard.titles if _NEITHER.search(t.rule)]
        both = [t for t in standard.titles if "combin" in f"{t.title} {t.rule}".casefold()]
        if mixed:
            return tuple(dict.fromkeys((*mixed[:1], *both[:1])))
    for word, prefix in (("supervis", "Supervisory"), ("lead", "Lead")):
        own = [t for t in standard.titles if t.title.startswith(prefix)]
        if re.search(rf"\b{word}", low) and own:
            return (*own[:1],)
    return tuple(standard.titles)


def _held(code: str, context: Context) -> Standard | None:
    from core.standards.catalog import list_standards

    known = {entry.id for entry in list_standards()}
    for name in (f"gs-{code}", f"gs-{code[:2]}00"):
        if name in known:
            found = as_known(name, context)
            return found if code in found.series else None
    return None


def _words(standard: Standard, title: OfficialTitle, context: Context) -> Words:
    """Return a title rule with its sentence of the document, where that is held."""
    cited = standard.cite(title.page)
    known = documents().get(standard.id)
    if context.library is None or known is None:
        return Words(ours=title.rule, citation=cited)
    wanted = set(terms(f"{title.title} {title.rule}"))
    best, weight = None, 0.5
    for document in context.library.documents():
        if not any(match in document.title.casefold() for match in known.matches):
            continue
        for passage in context.library.passages(document=document.id):
            if passage.page != title.page:
                continue
            for sentence in statements(passage.text):
                own = set(terms(sentence.text))
                shared = len(own & wanted) / (len(wanted) or 1)
                if shared > weight and "titl" in sentence.text.casefold():
                    best, weight = (
                        Words(ours=title.rule, passage=passage.id, anchor=sentence.text),
                        shared,
                    )
    return best or Words(ours=title.rule, citation=cited)
