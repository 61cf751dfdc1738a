"""Putting the answers of the two retrievers and of the plain statements together.

Each retriever's scores over its best hundred are brought to 0..1 by their smallest and
largest, and count half each. Beside them counts how like the search is to what the statements
say of a passage in plain words, on a scale of its own. What a search names (a level, a
decision, a section, a page) then comes first, and under a level filter what is of that level
before what only names it. Ties are broken by the order of the documents, so equal searches
give equal answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from index.language import words
from index.language.structure import lettered_named
from index.models import Passage
from index.regulations.citing import Reference, is_of, split
from index.search.query import Cited, Understood, padded
from index.statements.matching import FULLY_LIKE, LEAST_LIKE

DEPTH = 100
"""How many of each retriever's passages are weighed."""

LEXICAL_SHARE = 0.5
STATEMENTS_SHARE = 0.75
"""How much the plain statements count beside what both retrievers give together."""

BETWEEN = 0.8
"""How much that counts for a passage without statements among others that have them."""

UNSAID_GAIN = 0.04
"""How much nearer a wording is to a search than the passage it is about would be by itself."""

UNSAID_WORDS = 0.2
"""How much a passage's words count in place of a wording's, beside its meaning."""

KINDLY_GAIN = 0.07
KINDLY_WORDS = 0.3
"""The same for the passage a place is kept for: wordings are many, and their likeness uneven."""

PLACE_KEPT = 3
"""After so many passages comes the one that is first where those without statements count more."""

CONTEXT_SHARE = 0.1
"""How much the better neighbour's score counts beside a passage's own."""

SERIES_SHARE = 0.1
"""What a passage about a series the search names gains over one that is not."""

DOCUMENT_SHARE = 0.3
"""What a passage of a document the search names gains over one of another."""

NAMED_SHARE = 0.6
"""How much being what a search names counts; above one half it comes before all likeness."""

UNNAMED_SHARE = 0.5
"""How much the right page counts when the words beside it do not name its document."""

LISTING_FACTOR = 0.4
"""A table of contents names everything and says nothing: its score counts this much."""

SAME_TEXT = 0.9
"""Passages sharing this much of the shorter one's word pairs are shown once."""

FEWEST_PAIRS = 8
"""Shorter passages are too short to call copies."""

SAID = 0.02
"""How much nearer than a passage a wording must be to make a search relevant: wordings are many,
and written as people ask. This and the next two were set on searches for recipes, travel, money,
health and the like against the official documents: more than nine in ten of them stay below every
bound, and as many short searches about classification, of three words or so, reach one."""

UNSAID = 0.06
"""How much farther a passage may be where no wording takes part, and nothing else can tell."""

LEAST_COVERED = 0.6
"""The share of a search's words, by their rarity, that one passage must hold to be relevant when
nothing is near by meaning."""


def scaled(scores: Mapping[int, float]) -> dict[int, float]:
    """Return scores brought to 0..1 by their smallest and largest."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    width = high - low
    return {key: (score - low) / width if width > 0 else 1.0 for key, score in scores.items()}


def fuse(
    lexical: Mapping[int, float],
    dense: Mapping[int, float],
    stated: Mapping[int, float] | None = None,
) -> dict[int, float]:
    """Return the weighed score, 0..1, of every passage a retriever or a statement found."""
    left, right, plain = scaled(lexical), scaled(dense), stated or {}
    led = STATEMENTS_SHARE if plain else 0.0
    return {
        key: (1 - led)
        * (LEXICAL_SHARE * left.get(key, 0.0) + (1 - LEXICAL_SHARE) * right.get(key, 0.0))
        + led * plain.get(key, 0.0)
        for key in left.keys() | right.keys() | plain.keys()
    }


def unsaid(
    lexical: Mapping[int, float],
    dense: Mapping[int, float],
    keys: Iterable[int],
    *,
    kindly: bool = False,
) -> dict[int, float]:
    """Return what wordings would give for passages of documents that have none, 0..1.

    A document nobody has put into plain words is not the worse for it: its passages' own likeness
    stands in for that of a wording, on the same scale.

    Args:
        lexical: What the words of the search give, by key.
        dense: Likeness in meaning, -1 to 1, by key.
        keys: The passages of documents without statements.
        kindly: Let them count for more than the likest wording might.
    """
    words_of = scaled(lexical)
    gain, share = (KINDLY_GAIN, KINDLY_WORDS) if kindly else (UNSAID_GAIN, UNSAID_WORDS)
    return {
        key: (1 - share) * _likeness_share(dense.get(key, -1.0) + gain)
        + share * words_of.get(key, 0.0)
        for key in keys
    }


def with_place_kept(
    ranked: Sequence[tuple[float, Passage]], kindly: Sequence[tuple[float, Passage]]
) -> list[tuple[float, Passage]]:
    """Return a ranking with one place kept for what is first in another that is kinder.

    What nobody has put into plain words is not found as surely as what many wordings lead to: of
    the few that a reader looks at, one is chosen without them.

    Args:
        ranked: Passages with their score, best first.
        kindly: The same where passages without statements count for more.
    """
    first, rest = list(ranked[:PLACE_KEPT]), ranked[PLACE_KEPT:]
    shown = {passage.id for _, passage in first}
    kept = next((one for _, one in kindly[: PLACE_KEPT + 1] if one.id not in shown), None)
    if kept is None or not rest:
        return list(ranked)
    others = [(score, one) for score, one in rest if one.id != kept.id]
    return [*first, (rest[0][0], kept), *others][: len(ranked)]


def _likeness_share(likeness: float) -> float:
    """Return a likeness in meaning on the scale on which wordings count."""
    return min(1.0, max(0.0, (likeness - LEAST_LIKE) / (FULLY_LIKE - LEAST_LIKE)))


def with_context(
    fused: Mapping[int, float], neighbours: Callable[[int], Sequence[int]]
) -> dict[int, float]:
    """Return scores in which a passage gains by standing beside another that was found.

    Rules run over several passages, and a passage that says the thing in other words than
    the search is often beside one that says it in the same.

    Args:
        fused: Score by key, 0..1.
        neighbours: The keys of the passages just before and after, of the same document.
    """
    return {
        key: (score + CONTEXT_SHARE * max((fused.get(n, 0.0) for n in neighbours(key)), default=0))
        / (1 + CONTEXT_SHARE)
        for key, score in fused.items()
    }


def rank(
    fused: Mapping[int, float], passages: Mapping[int, Passage], search: Understood
) -> list[tuple[float, Passage]]:
    """Return passages with their final score (0..1), best first, near-copies left out.

    Args:
        fused: Score by key, from :func:`fuse`; a cited passage may stand with 0.
        passages: The passages by key.
        search: The search, whose citations and filters decide what comes first.
    """
    cites = search.cited.any()
    scored = []
    for key, score in fused.items():
        passage = passages[key]
        value = score * (LISTING_FACTOR if is_listing(passage.text) else 1.0)
        if search.series:
            about = not set(search.series).isdisjoint(map(padded, passage.series))
            value = (value + SERIES_SHARE * about) / (1 + SERIES_SHARE)
        if search.documents:
            of_it = passage.document in search.documents
            value = (value + DOCUMENT_SHARE * of_it) / (1 + DOCUMENT_SHARE)
        if cites:
            # A place of law and nothing else is read from its beginning.
            likeness = 0.0 if search.cited.law and search.cited.alone else value
            share = citation_share(passage, search.cited)
            if search.documents and search.cited.levels:
                # Who names a document beside a level wants the level of that one.
                share = (share + (passage.document in search.documents)) / 2
            value = _before(share, likeness)
        if search.filters.level is not None:
            value = _before(float(passage.level == search.filters.level), value)
        scored.append((-value, key))
    found: list[tuple[float, Passage]] = []
    for negative, key in sorted(scored):
        passage = passages[key]
        if any(same_words(passage, other) for _, other in found):
            continue
        found.append((-negative, passage))
        if len(found) == search.k:
            break
    return found


def _before(share: float, score: float) -> float:
    """Return a score in which what was named wholly comes before all that was not."""
    return NAMED_SHARE * share + (1 - NAMED_SHARE) * score


def citation_share(passage: Passage, cited: Cited) -> float:
    """Return how much of what a search names this passage is, 0..1.

    A passage that is of the named level counts fully, one that names it in passing half; a level
    with a letter counts where its letter is named.
    """
    parts: list[float] = []
    named = lettered_named(passage.text) if cited.lettered else frozenset()
    parts += [float(level in named) for level in cited.lettered]
    for level in cited.levels:
        if passage.level == level:
            parts.append(1.0)
        else:
            parts.append(0.5 if level in passage.levels else 0.0)
    if cited.decisions:
        title = passage.title.upper()
        parts.append(
            float(any(n in title or n in passage.document.upper() for n in cited.decisions))
        )
    parts.extend(law_share(passage, reference) for reference in cited.law)
    if cited.page is not None:
        on_page = passage.page is not None and passage.page.casefold() == cited.page
        parts.append(_named_share(cited, passage) if on_page else 0.0)
    for factor in cited.factors:
        of_it = str(passage.factor) == factor
        # What a factor measures stands before its levels.
        about = passage.level is None and passage.kind in ("standard", "guide")
        parts.append((0.5 if about else 0.2) if of_it else 0.0)
    return sum(parts) / len(parts)


def law_share(passage: Passage, reference: Reference) -> float:
    """Return how much of a place of law that is named a passage is, 0..1.

    The paragraph named comes before what stands below it, above it and beside it, whatever the
    other words of the search are: the steps are wider than likeness counts.
    """
    if not is_of(passage, reference):
        return 0.0
    if not reference.section and passage.heading and passage.heading[-1].endswith("[Reserved]"):
        # Of a part that is named, what is kept free comes last.
        return 0.5
    if not reference.path or not passage.citation:
        return 1.0
    path = split(passage.citation)[1]
    if path == reference.path:
        return 1.0
    if path[: len(reference.path)] == reference.path:
        return 0.3
    return 0.25 if reference.path[: len(path)] == path else 0.2


def _named_share(cited: Cited, passage: Passage) -> float:
    """Return how far the words beside a page name the passage's document, 0..1."""
    if cited.documents or cited.page_of_exactly:
        return float(passage.document in cited.documents)
    # Words that were not said to name a document may be about anything.
    return UNNAMED_SHARE if words.words(cited.page_of) else 1.0


_LEADER = re.compile(r"(?:\.\s?){4,}\s*\w*|\s(?:\d{1,3}|[ivxl]{1,5})\s*$")


@lru_cache(maxsize=8192)
def is_listing(text: str) -> bool:
    """Return whether a passage is a table of contents or an index of terms."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(re.findall(r"(?:\.\s?){5,}", text)) >= 3:
        return True
    if len(lines) < 4:
        return False
    leading = sum(
        bool(_LEADER.search(line)) and sum(map(str.isalpha, line)) > len(line) // 3
        for line in lines
    )
    return leading > 0.6 * len(lines)


def same_words(one: Passage, other: Passage) -> bool:
    """Return whether two passages say the same in nearly the same words.

    Passages about different levels, or with different numbers in them, never do: there a
    word makes the difference.
    """
    if one.level != other.level or _numbers(one.text) != _numbers(other.text):
        return False
    pairs, others = _pairs(one.text), _pairs(other.text)
    shorter, longer = sorted((len(pairs), len(others)))
    # A short passage inside a long one is not a copy of it.
    if shorter < FEWEST_PAIRS or longer > 1.4 * shorter:
        return False
    return len(pairs & others) >= SAME_TEXT * shorter


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(words.words(text)))


@lru_cache(maxsize=4096)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", text))


def is_relevant(
    *,
    likeness: float,
    unlike: float | None,
    said: float | None,
    tokens: Sequence[str],
    best: Iterable[Sequence[str]],
    rarity: Callable[[str], float],
) -> bool:
    """Return whether a search has an answer in what was found.

    A retriever always finds something nearest. When that is not near by meaning, no wording of a
    statement is like the search, and most of its words stand in none of the best passages, the
    honest answer is that nothing relevant is there.

    Args:
        likeness: The greatest likeness by meaning, -1 to 1.
        unlike: The embedder's likeness below which texts have nothing to do with each other;
            None when it is not known, and then everything found is taken for relevant.
        said: The likeness of the likest wording; None when no wording takes part.
        tokens: The search's words.
        best: The words of the passages found best by words.
        rarity: How much a word tells.
    """
    if unlike is None:
        return True
    near = likeness >= (unlike if said is not None else unlike - UNSAID)
    if near or (said is not None and said >= unlike + SAID):
        return True
    wanted = {token: rarity(token) for token in tokens}
    total = sum(wanted.values())
    return any(
        sum(wanted[token] for token in wanted.keys() & set(own)) >= LEAST_COVERED * total
        for own in best
    )
