"""Series and title: what the duties point to, and what a person determines.

What is proposed comes from :mod:`index.search.series` and from the titles a standard authorizes.
It is a proposal and shown as one; nothing of it enters a case until a person accepts it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from core.errors import CaseError
from core.standards.series import find_series, series_code
from index.positions.duties.supervising import is_supervision
from index.search.series.position import find_for_work

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from core.model import Case, Classification, Determination, Duty
    from core.standards.model import OfficialTitle, Standard
    from index.models import Passage
    from index.search.series.finding import Candidate, Library

COUNT: Final = 3
"""How many series are proposed: the first, and those to be told from it."""

_TITLE: Final = re.compile(
    r"\b(?:[A-Z][a-z]+(?:\s+(?:and|of|for|the))?\s+){0,4}"
    r"(?:Specialist|Analyst|Officer|Assistant|Clerk|Technician|Engineer|Scientist|Manager|"
    r"Evaluator|Administrator|Inspector|Examiner|Investigator|Accountant|Auditor|Representative|"
    r"Adviser|Advisor|Planner|Aid)\b(?!\s+Series)"
)
_PREFIX: Final = re.compile(r"^(?:Supervisory|Lead)\s+(?=\w)")
_UNTITLED: Final = re.compile(
    r"\bno (?:basic |official )?titles? (?:is|are) (?:specified|prescribed)", re.IGNORECASE
)
_RANKS: Final = frozenset({"supervisory", "lead", "senior", "junior", "interdisciplinary"})


class Described(Protocol):
    """What is asked of a case, or of the particulars of a paper."""

    @property
    def current(self) -> Classification:
        """The classification of record."""

    @property
    def determined(self) -> Determination:
        """What a person determined."""

    @property
    def duties(self) -> tuple[Duty, ...]:
        """The duties with their shares of time."""

    @property
    def title(self) -> str:
        """What the case is called."""


@dataclass(frozen=True, slots=True)
class ProposedTitle:
    """A title and the ground for it.

    A supervisor's or leader's has its prefix before the ``basic`` title.
    ``official`` is the authorized title with its rule where the standard used lists it,
    ``passage`` the passage in which the series' own standard says how positions are titled. With
    neither, no title is prescribed in what is held, and ``title`` is what the agency calls the job.
    """

    title: str
    official: OfficialTitle | None = None
    passage: Passage | None = None

    @property
    def basic(self) -> str:
        """The title without the prefix of supervisors and leaders."""
        return _PREFIX.sub("", self.title)

    @property
    def ruled(self) -> bool:
        """Whether a rule held here stands behind it."""
        return self.official is not None or self.passage is not None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The series that may cover the work, best first, and a title for the first of them."""

    candidates: tuple[Candidate, ...]
    title: ProposedTitle

    @property
    def first(self) -> Candidate:
        """The series proposed."""
        return self.candidates[0]


def propose(library: Library, case: Described, standard: Standard | None = None) -> Proposal | None:
    """Propose a series and a title by the duties of a position; None when there are none to go by.

    The series and grade of record are not weighed.

    Args:
        library: the user's documents; it may be empty.
        case: the position.
        standard: the standard it is graded by, whose authorized titles come first.

    Raises:
        QueryError: the words are no description of work.
        ModelError: the embedding model failed.
    """
    called = case.current.title or case.title
    told = _work(case.duties)
    if not (told or called):
        return None
    found = find_for_work(library, told, called, k=COUNT)
    if not found.candidates:
        return None
    candidates = specific_first(found.candidates)
    return Proposal(candidates, titled(candidates[0], called, standard))


def specific_first(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Return series with one for work that no other covers behind one that as much speaks for."""
    first = candidates[0]
    if not first.catch_all:
        return candidates
    for one in candidates[1:]:
        if not one.catch_all and len(one.spoke) >= len(first.spoke):
            return (one, *(other for other in candidates if other is not one))
    return candidates


def determine(
    case: Case, *, series: str = "", title: str = "", reason: str = "", by: str = ""
) -> Case:
    """Return the case with the series and title a person determined; what is empty stays.

    Raises:
        CaseError: the series is in no list of series.
    """
    code = ""
    if series:
        code = series_code(series)
        if find_series(code) is None:
            raise CaseError(
                f"{series!r} is in no list of series held here",
                where="series",
                hint="fes series list names them; write its four digits, such as 0343.",
            )
    given = {"series": code, "title": title.strip(), "reason": reason.strip(), "by": by.strip()}
    filled = {name: text for name, text in given.items() if text}
    return case.model_copy(update={"determined": case.determined.model_copy(update=filled)})


def _work(duties: Iterable[Duty]) -> str:
    """Return the words of the duties, the largest share of time first.

    A supervisor's series is that of the work supervised, which supervising does not tell.
    """
    listed = list(duties)
    own = [one for one in listed if not is_supervision(f"{one.title}. {one.text}")]
    ordered = sorted(
        own or listed, key=lambda one: -(one.percent_supervisor or one.percent_employee or 0.0)
    )
    return " ".join(" ".join((one.text or one.title).split()) for one in ordered)


def titled(first: Candidate, called: str, standard: Standard | None) -> ProposedTitle:
    """Return the title nearest to what the job is called among those a standard authorizes."""
    prefix = found[0] if (found := _PREFIX.match(called)) else ""
    if standard is not None and standard.titles and first.code in standard.series:
        special = _in_specialty(standard.titles, _PREFIX.sub("", called))
        if special is not None:
            return ProposedTitle(called, official=special)
        best = _nearest([one.title for one in standard.titles], called)
        if best:
            official = next(one for one in standard.titles if one.title == best)
            return ProposedTitle(_prefixed(prefix, best), official=official)
    if first.titling is not None:
        text = " ".join(first.titling.text.split())
        names = () if _UNTITLED.search(text) else dict.fromkeys(_TITLE.findall(text))
        best = _nearest(names, called)
        if best or _UNTITLED.search(text):
            return ProposedTitle(_prefixed(prefix, best) or called, passage=first.titling)
    return ProposedTitle(called)


def _in_specialty(titles: Iterable[OfficialTitle], called: str) -> OfficialTitle | None:
    """Return the title with a specialty in brackets that a job bears, where its rule names that."""
    basic, _, specialty = called.rstrip(" )").partition(" (")
    return next(
        (
            one
            for one in titles
            if specialty
            and one.title == f"{basic} (specialty)"
            and specialty.casefold() in one.rule.casefold()
        ),
        None,
    )


def _prefixed(prefix: str, title: str) -> str:
    return prefix + _PREFIX.sub("", title) if title else ""


def _nearest(names: Iterable[str], called: str) -> str:
    """Return the name that shares most words with what a job is called, or the only one."""
    listed: Sequence[str] = list(names)
    wanted = _words(called)
    scored = {
        name: len(wanted & own) / len(wanted | own) for name in listed if (own := _words(name))
    }
    best = max(scored, key=lambda name: scored[name], default="")
    if best and scored[best] > 0:
        return best
    return listed[0] if len(listed) == 1 else ""


def _words(name: str) -> set[str]:
    words = set(re.findall(r"[a-z]+", name.casefold()))
    return words - _RANKS - {"and", "of", "for", "the"}
