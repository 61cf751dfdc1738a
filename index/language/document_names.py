"""What a document is called: by its title, its abbreviation, its series, or as people say it.

One place for all who read such a name: a search for a page ("page 5 GSSG"), a question about a
document ("what does the leader guide say"), the field's words for an abbreviation.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from index.language import words

_FILE: Final = Path(__file__).resolve().with_name("document_names.toml")

_SORTS: Final = (
    frozenset({"guide", "guidance"}),
    frozenset({"handbook"}),
    frozenset({"introduction"}),
    frozenset({"digest"}),
    frozenset({"manual"}),
    frozenset({"standard", "standards", "flysheet", "series", "jfs", "pcs"}),
)
"""Words for a sort of document; those of one set are said for each other."""

_SORT_WORDS: Final = frozenset().union(*_SORTS)
_REACH: Final = 4
"""How many words before or after "guide" or "standard" may say which one is meant."""

_PRIMARY_IN: Final = "introduction to the position classification standards"
_UNSAID: Final = 0.01

_CUT: Final = 4
"""A word cut short keeps so many letters: misc, admin."""
_STEM: Final = 6
_ENDING: Final = 1
"""Words of one stem share so many letters, and all but so many of the longer: analyst, analysis."""

_SERIES: Final = re.compile(r"\b(?:gs ?)?(\d{4}|(?<=gs )\d{3}|(?<=gs)\d{3})\b(?! \d\d\b)")
"""A series; with a grade after it (GS-0301-13) it classifies a position and names no document."""

_PART: Final = re.compile(r"\b(\d{1,2}) cfr (?:part )?(\d{3,4})\b")
_SMALL: Final = frozenset(
    ["a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "under"]
)


def document_named(text: str, titles: Mapping[str, str], *, alone: bool = False) -> tuple[str, ...]:
    """Return the documents that a text names, best known by the most telling name in it.

    Args:
        text: What a person wrote, or the part of it that names a document.
        titles: The title of each document by its id.
        alone: The text is known to be a name and nothing else, so that any words of a title count
            ("the lamp book" for the Guide to Lamp Keeping).

    Returns:
        Ids in the order given: more than one when a name fits several alike, none when no
        document is named. A word that stands in many titles ("guide") names none by itself.
    """
    plain = _plain(text)
    by_phrase: dict[str, int] = {}
    for document, title in titles.items():
        found = [len(name) for name in _names(document, title) if f" {name} " in f" {plain} "]
        if found:
            by_phrase[document] = max(found)
    if by_phrase:
        longest = max(by_phrase.values())
        best = tuple(document for document, length in by_phrase.items() if length == longest)
        # Any paper may be headed "Introduction"; who says the name means the official one.
        return tuple(document for document in best if _is_known(titles[document])) or best
    named = _by_series(plain, titles) or _by_words(plain, titles)
    return named or (_likest(_telling(plain.split()), titles, titles) if alone else ())


def printing(text: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return the documents that print what a text names: the Primary Standard has no title."""
    if "primary standard" not in _plain(text):
        return ()
    return tuple(one for one, title in titles.items() if _PRIMARY_IN in _plain(title))


def beside_name(text: str, titles: Mapping[str, str]) -> str:
    """Return what a text says beside the name of a document: what is looked for in it.

    A name is no part of what is looked for; its words ("standards", "positions") stand on every
    page of the document it names.

    Args:
        text: What a person wrote.
        titles: The title by its id of each document it names.
    """
    best: re.Match[str] | None = None
    for document, title in titles.items():
        for name in _names(document, title):
            spelled = r"[\W_]+".join(
                "['\u2019]?".join(map(re.escape, word)) for word in name.split()
            )
            found = re.search(rf"(?<!\w)(?:the )?{spelled}(?!\w)", text, re.IGNORECASE)
            if found and (best is None or len(found[0]) > len(best[0])):
                best = found
    return text if best is None else f"{text[: best.start()]} {text[best.end() :]}".strip(" ,:;.?-")


@cache
def abbreviations() -> dict[str, str]:
    """Return the title each known abbreviation stands for, by the abbreviation in lower case."""
    return {
        short.casefold(): str(one["title"])
        for one in _known()
        for short in one.get("abbreviations", ())
    }


@cache
def _known() -> tuple[dict[str, list[str]], ...]:
    return tuple(tomllib.loads(_FILE.read_text("utf-8"))["document"])


def _is_known(title: str) -> bool:
    return any(_plain(str(one["title"])) in _plain(title) for one in _known())


def _plain(text: str) -> str:
    """Return the words of a text in lower case with one space between them."""
    return " ".join(re.sub(r"[^\w]+|_", " ", words.fold(text).replace("'", "")).split())


@lru_cache(maxsize=8192)
def _names(document: str, title: str) -> tuple[str, ...]:
    """Return every name of a document that tells it by itself."""
    plain = _plain(title)
    found = [plain, plain.removeprefix("the "), _plain(document)]
    parts = [word for word in plain.split() if word not in _SMALL]
    initials = "".join(word[0] for word in parts)
    if len(initials) >= 4 and initials.isalpha():
        found.append(initials)
    for one in _known():
        if _plain(str(one["title"])) in plain:
            found += one.get("names", ())
            found += map(_plain, one.get("abbreviations", ()))
    part = _PART.search(f"{plain} {_plain(document)}")
    if part:
        found += [f"part {part[2]}", f"cfr {part[2]}", f"cfr part {part[2]}"]
    return tuple(dict.fromkeys(name for name in found if name))


def _codes(plain: str) -> Iterator[str]:
    for match in _SERIES.finditer(plain):
        yield match[1].zfill(4)


def _by_series(plain: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return the documents of the series a text names, else of the series' group."""
    wanted = set(_codes(plain))
    if not wanted:
        return ()
    own = {document: set(_codes(_plain(title))) for document, title in titles.items()}
    found = tuple(document for document, codes in own.items() if codes & wanted)
    groups = {f"{code[:2]}00" for code in wanted}
    return found or tuple(document for document, codes in own.items() if codes & groups)


def _by_words(plain: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return the documents whose titles hold most of the words beside a sort of document."""
    said = plain.split()
    for place, word in enumerate(said):
        sort = next((sort for sort in _SORTS if word in sort), None)
        if sort is None:
            continue
        of_sort = {d: t for d, t in titles.items() if not sort.isdisjoint(_plain(t).split())}
        near = said[max(0, place - _REACH) : place] + said[place + 1 : place + 1 + _REACH]
        telling = _telling(near)
        if len(of_sort) == 1 and not telling:
            return tuple(of_sort)
        found = _likest(telling, of_sort, titles)
        if found:
            return found
    return ()


def _telling(said: Iterable[str]) -> set[str]:
    return set(words.words(" ".join(word for word in said if word not in _SORT_WORDS)))


def _likest(
    telling: set[str], among: Mapping[str, str], titles: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the documents whose titles share most of some words, by the words' rarity."""
    spread = Counter(word for title in titles.values() for word in set(words.words(title)))
    scores = {}
    for document, title in among.items():
        own = set(words.words(title))
        shared = _shared(telling, own)
        # "the evaluation guide": most guides are that.
        if shared and min(spread[one] for one in shared) <= max(1, len(among) / 2):
            rarity = sum(math.log1p(len(titles) / spread[one]) for one in shared)
            # Of titles that hold the same words, the one that says least besides is meant.
            scores[document] = rarity - _UNSAID * len(own - shared)
    most = max(scores.values(), default=0.0)
    return tuple(d for d, score in scores.items() if math.isclose(score, most))


def _shared(telling: set[str], own: set[str]) -> set[str]:
    """Return the words of a title that are said, cut short (admin) or of one stem (analyst)."""
    return {
        word
        for word in own
        if word in telling
        or any(len(said) >= _CUT and word.startswith(said) for said in telling)
        or any(_one_stem(word, said) for said in telling)
    }


def _one_stem(word: str, said: str) -> bool:
    stem = max(len(word), len(said)) - _ENDING
    return stem >= _STEM and word[:stem] == said[:stem]
