"""Which passages carry which labels, so that a filter or a citation costs a look-up, not a walk.

Made once for the passages of one moment. Labels of a whole decision (its outcome, date, agency
and grade) hold for all of its passages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from index.decisions.stance.cells import is_on
from index.language import structure
from index.language.structure import lettered_named
from index.models import Decision, Passage
from index.regulations.citing import Reference, is_of, place_name, places_of
from index.search.query import Cited, Filters, padded

_SECTION = re.compile(r"\W*(?:sec(?:tion|\.)?|part|subpart|chapter|§)?\W*\d", re.IGNORECASE)
"""A heading of a section, not of a paragraph that speaks of something in passing."""

Labels = dict[str, dict[str, set[int]]]


class Facets:
    """The passages of one moment by kind, document, series, factor, level, stance and place."""

    def __init__(
        self, passages: Mapping[int, Passage], decisions: Mapping[str, Decision] | None = None
    ) -> None:
        self._passages = passages
        self.titles = {passage.document: passage.title for passage in passages.values()}
        """The title of each document by its id."""
        self.grading_titles = {
            one.title for one in passages.values() if one.kind not in ("regulation", "decision")
        }
        """The titles of what may describe grades or levels."""
        self._decisions = decisions or {}
        self._of_law: dict[str, set[int]] = defaultdict(set)
        for key, passage in passages.items():
            if passage.citation:
                for name in places_of(passage):
                    self._of_law[name].add(key)
        law = [one for one in passages.values() if one.citation]
        headings = {heading for one in law for heading in one.heading}
        self.law_headings = {one for one in headings if _SECTION.match(one)}
        """What the sections held of the law are headed."""
        self.law_titles = {one.citation.partition(" ")[0] for one in law}
        """The numbers of the titles of the law of which something is held."""
        found: dict[str, defaultdict[str, set[int]]] = {
            name: defaultdict(set)
            for name in ("kind", "document", "series", "factor", "level", "stance", "page")
        }
        for key, passage in passages.items():
            found["kind"][passage.kind].add(key)
            found["document"][passage.document].add(key)
            found["stance"][passage.stance].add(key)
            for code in passage.series:
                found["series"][padded(code)].add(key)
            if passage.factor is not None:
                # A filter of 4 lets through 4A and 4B too.
                found["factor"][str(passage.factor)].add(key)
                found["factor"][str(passage.factor).rstrip("ABCD")].add(key)
            for level in passage.levels:
                found["level"][level].add(key)
            if passage.level is not None:
                found["level"][passage.level].add(key)
            if passage.page is not None:
                found["page"][passage.page.casefold()].add(key)
        self._by: Labels = {name: dict(values) for name, values in found.items()}

    def matching(self, filters: Filters) -> set[int] | None:
        """Return the keys of the passages a search looks at; None means all of them."""
        sets: list[set[int]] = []
        for name in ("kind", "document", "series", "factor", "level", "stance"):
            value = getattr(filters, name)
            if value is not None:
                sets.append(self._by[name].get(value, set()))
        if filters.level is not None and filters.stance is not None:
            named = self._by["level"].get(filters.level, set())
            sets.append({
                key for key in named
                if is_on(self._passages[key], filters.level, filters.stance)
            })  # fmt: skip
        if filters.lettered is not None:
            sets.append(self.lettered(filters.lettered))
        if filters.of_decision():
            sets.append(
                self._of_documents(
                    name for name, decision in self._decisions.items() if filters.admits(decision)
                )
            )
        if not sets:
            return None
        smallest, *others = sorted(sets, key=len)
        return smallest.intersection(*others)

    def cited(self, cited: Cited) -> set[int]:
        """Return the keys of the passages that a search may be naming outright."""
        found: set[int] = set()
        for level in cited.levels:
            found |= self._by["level"].get(level, set())
        for level in cited.lettered:
            found |= self.lettered(level)
        for factor in cited.factors:
            found |= self._by["factor"].get(factor, set())
        if cited.page is not None:
            found |= self._by["page"].get(cited.page, set())
        if cited.decisions:
            found |= self._of_documents(
                document
                for document, keys in self._by["document"].items()
                if self._is_decision(document, keys, cited.decisions)
            )
        for reference in cited.law:
            found |= self.of_law(reference)
        return found

    def of_law(self, reference: Reference) -> set[int]:
        """Return the keys of the paragraphs of a section, part, subpart or chapter named."""
        listed = self._of_law.get(place_name(reference), set())
        found = {key for key in listed if is_of(self._passages[key], reference)}
        return found or {
            key for key, one in self._passages.items() if not one.citation and is_of(one, reference)
        }

    def decision(self, number: str) -> bool:
        """Return whether a decision of this number is held."""
        return any(
            self._is_decision(document, keys, (number,))
            for document, keys in self._by["document"].items()
        )

    def level(self, level: str) -> set[int]:
        """Return the passages that name a level."""
        return self._by["level"].get(level, set())

    def prints(self, level: str) -> bool:
        """Tell whether a level stands in a text at all, as in a chart of points."""
        printed = re.compile(rf"(?<![\w-]){re.escape(level)}(?![\w-])")
        return any(
            printed.search(structure.fold_dashes(one.text)) for one in self._passages.values()
        )

    def speaks_of(self, name: str) -> bool:
        """Tell whether a name stands in a text or a title, however it is broken over lines."""
        said = re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)
        return any(
            said.search(one.text) or said.search(one.title) for one in self._passages.values()
        )

    def level_of_series(self, level: str, code: str) -> bool:
        """Return whether a standard of a series, or a decision on a position in it, names a level.

        A decision also speaks of series that it does not classify in.
        """
        named = self.level(level) & self._by["series"].get(code, set())
        return any(self._of_its_own(self._passages[key].document, code) for key in named)

    def _of_its_own(self, document: str, code: str) -> bool:
        decision = self._decisions.get(document)
        if decision is None:
            return True
        return code == (decision.decided.series or decision.current.series)

    def of_series(self, code: str) -> set[str]:
        """Return the documents that have passages of a series."""
        return {self._passages[key].document for key in self._by["series"].get(code, set())}

    def lettered(self, level: str) -> set[int]:
        """Return the passages that name a level with its letter; few searches ask for one."""
        return {key for key, one in self._passages.items() if level in lettered_named(one.text)}

    def described(self, document: str) -> set[str]:
        own = (self._passages[key] for key in self._by["document"].get(document, ()))
        return {one.level for one in own if one.level is not None and one.stance == "standard"}

    def graded(self, code: str) -> bool:
        """Return whether a standard, one of its whole group or a decision held is of a series."""
        group = f"{code[:2]}00"
        return any(
            self._passages[key].kind in ("standard", "decision")
            for key in self._by["series"].get(code, set())
        ) or any(
            re.search(rf"\b{group}\b", title)
            and not re.search("handbook", title, re.IGNORECASE)
            and self.covers(document, (code,))
            for document, title in self.titles.items()
        )

    def covers(self, document: str, codes: Iterable[str]) -> bool:
        """Return whether a document may be of one of some series.

        One that lists the series it covers is of those alone, though its title names their group.
        """
        own = (self._passages[key].series for key in self._by["document"].get(document, ()))
        listed = {padded(code) for series in own for code in series}
        listed = {code for code in listed if not code.endswith("00")}
        title = self.titles.get(document, "")
        return not listed or any(code in listed or code in title for code in codes)

    def _is_decision(self, document: str, keys: set[int], numbers: Iterable[str]) -> bool:
        name = f"{document} {self._passages[next(iter(keys))].title}".upper()
        return any(number in name for number in numbers)

    def _of_documents(self, documents: Iterable[str]) -> set[int]:
        by_document = self._by["document"]
        return set().union(*(by_document.get(name, set()) for name in documents))
