"""Which halves of a gloss only mention something: a question, or a thing named, never a statement.

"Who signs a plan" and "the manager's signature" say nothing that could be false, as long as what
they take for granted stands in what is cited. So every word is one of the source's, of the same
stem or a plain synonym, or one that carries no meaning of its own; whoever acts in it stands in
the source beside the same word; and the source denies, hedges or reports nothing. After "whether"
nothing is taken for granted, so that there the words may come in any order.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from index.language.late import pattern
from index.language.words import stem

_LISTS = tomllib.loads(Path(__file__).with_name("mention.toml").read_text(encoding="utf-8"))
_HOLDER = frozenset(_LISTS["holder"].split())
_EMPTY = frozenset(_LISTS["empty"].split())
_ASKED = frozenset(_LISTS["asked"].split())
_ACTS = frozenset(_LISTS["acts"].split())
_JOINS = frozenset(_LISTS["joins"].split())
_BETWEEN = frozenset(_LISTS["between"].split())
_OPEN = frozenset(_LISTS["open"].split())
_FIRST = frozenset(_LISTS["first"].split())
_AGENTS = frozenset(_LISTS["agents"].split())
_NO_AGENTS = frozenset(_LISTS["not_agents"].split())
_DENIES = frozenset(_LISTS["denies"].split())
_MODAL = frozenset(_LISTS["modal"].split())
_FORWARD = frozenset(_LISTS["forward"].split())

FEWEST = 2
"""Words with a meaning of their own that a mention needs."""

_STAND_IN = pattern(r"\bName ([A-Z]+)\b")
WORD = pattern(r"[A-Za-z0-9]+(?:['\u2019-][A-Za-z0-9]+)*")
_CLAUSE = pattern(
    r"[,;:()\u2013\u2014]|--|\b(?:and|but|or|because|which|who|whose|that|when|where|while|before|"
    r"after|until|once|since|than|if|unless|without)\b",
    re.IGNORECASE,
)
"""Where another clause, with another doer, may begin."""
_NOBODY = pattern(r",? and (?=(?:nobody|nothing|none|no one)\b)", re.IGNORECASE)
"""Where a sentence goes on with what is not so, of which the part before it is free."""
_QUESTIONS = pattern(
    r"^(?:the (?:extent|degree) to which|to what (?:extent|degree)|the question of who|"
    r"how (?:many|much|far|often|closely|fully|long|soon|widely|broad|freely)|how|who|what|which|"
    r"where)$"
)
_WHETHER = pattern(r"^(?:the question )?(?:of )?whether$")
_ASKS = 4
"""Words within which a question shows that it is one."""
_BINDS = frozenset({"when", "until", "once", "while", "after", "where"})
"""Words that bind the clause before them, which is not named without them."""
_MADE = pattern(r"(?:ed|en|wn)$")
_NOUN = pattern(r"(?:tion|sion|ment|ance|ence|ity|ness|ure|al)s?$")
_AGENT = pattern(r"(?:[^aeiou]er|[ts]or|[^sx]ist|[^tr]ee|eer|ian|man|men|tant)s?$")


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    key: str
    clause: int
    agent: bool


def is_mention(half: str, sources: Iterable[str], *, first: bool) -> bool:
    """Return whether a half of a gloss only mentions what one of the source sentences says.

    Args:
        half: The words before or after the link.
        sources: Sentences, of one of which its words must be.
        first: Whether it stands before the link, where it must show by its first word that it is
            no statement.
    """
    words = _words(half)
    opening = next(
        (n for n in range(_ASKS, 0, -1) if _QUESTIONS.match(" ".join(words[:n]))),
        0,
    )
    free = next((n for n in range(3, 0, -1) if _WHETHER.match(" ".join(words[:n]))), 0)
    rest = _tokens(half)[free or opening :]
    if not (free or opening) and not _names_a_thing(rest, first=first):
        return False
    if free:
        return _asks(rest, " ".join(sources))
    parts = (part for source in sources for part in _NOBODY.split(source))
    return any(_of(rest, part, ordered=first, asks=bool(opening)) for part in parts)


@cache
def _same() -> dict[str, str]:
    """Return what the words that name the same thing are compared by, by their stems."""
    return {stem(word): row.partition(" ")[0] for row in _LISTS["same"] for word in row.split()}


def _tokens(text: str, *, begins: bool = False) -> list[_Token]:
    """Return the words of a text, each with what it is compared by and the clause it stands in.

    Args:
        text: A sentence, or a half of a gloss.
        begins: Whether the first word may be a name, which nothing but its place would tell.
    """
    found: list[_Token] = []
    text = _STAND_IN.sub(r"Zname\1", text)
    clause, at = 0, 0
    for match in WORD.finditer(text):
        word = match.group().lower().replace("\u2019", "'")
        if _CLAUSE.search(text[at : match.start()]) or _CLAUSE.fullmatch(word):
            clause += 1
        at = match.end()
        if text[at : at + 1] in {"'", "\u2019"} and word.endswith("s"):
            word += "'"
        for part in word.removesuffix("'s").split("-"):
            bare = part.rstrip("'")
            root = stem(bare)
            acts = bare in _AGENTS or bool(_AGENT.search(bare)) or bare.rstrip("s") in _AGENTS
            capital = match.group()[0].isupper() and bare not in _FIRST | _EMPTY
            named = (capital and (begins or bool(found))) or bare.startswith("zname")
            agent = named or (acts and bare not in _NO_AGENTS)
            found.append(_Token(word, _same().get(root, root), clause, agent))
    return found


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in WORD.finditer(text)]


def _names_a_thing(tokens: Sequence[_Token], *, first: bool) -> bool:
    """Tell "the manager's signature on plans" from a statement, by its form."""
    if not tokens or any(t.word in _ACTS for t in tokens):
        return False
    begins = tokens[0].word in _FIRST or tokens[0].word.endswith(("ing", "'s", "s'"))
    named = len(tokens) > 1 and (
        tokens[1].word in {"of", "that"} or bool(_NOUN.search(tokens[0].word))
    )
    made = len(tokens) > 2 and _MADE.search(tokens[1].word) and tokens[2].word in _JOINS
    if first and not (begins or named or made):
        return False
    if begins and len(tokens) > 2 and tokens[1].word.endswith("ing") and _plain(tokens[2]):
        # "The replacing plan" may be the one replaced.
        return False
    for one, after in pairwise(tokens):
        plain = not one.word.endswith(("'s", "s'"))
        if one.agent and plain and not after.word.endswith("ing") and after.word not in _JOINS:
            return False
    return True


def _plain(token: _Token) -> bool:
    return token.word not in _EMPTY


def _asks(half: Sequence[_Token], sources: str) -> bool:
    """Return whether what stands after "whether" asks with words of the sources, and only asks.

    Whoever acts is its first word, or stands where nothing is said to be done by them.
    """
    said = _tokens(sources, begins=True)
    known, acts = {t.key for t in said}, {t.key for t in said if t.agent}
    kept = [n for n, t in enumerate(half) if t.word not in _EMPTY | _ASKED]
    named = [t for t in half if t.word not in _EMPTY and t.key in known]
    if not kept or len(named) < FEWEST or any(half[n].key not in known for n in kept):
        return False
    for n in kept:
        if (half[n].agent or half[n].key in acts) and n != kept[0]:
            after = half[n + 1].word if n + 1 < len(half) else "of"
            if after not in _JOINS or half[n].word.endswith(("'s", "s'")):
                return False
    return True


def _of(half: Sequence[_Token], source: str, *, ordered: bool, asks: bool) -> bool:
    """Return whether every word of a half is of one source, and takes nothing else for granted."""
    said = _tokens(source, begins=True)
    kept = [(n, t) for n, t in enumerate(half) if t.word not in _EMPTY]
    inside = {t.key for _, t in kept}
    places: dict[str, list[int]] = {}
    turned_in = -1
    for place, token in enumerate(said):
        if token.word in _FORWARD and token.key not in inside:
            turned_in = token.clause
        if token.clause != turned_in:
            places.setdefault(token.key, []).append(place)
    if len(kept) < FEWEST or any(t.key not in places for _, t in kept):
        return False
    clauses = {said[place].clause for _, t in kept for place in places[t.key]}
    for token in said:
        hedges = token.word in _DENIES or (token.word in _MODAL and token.clause in clauses)
        bound = token.word == "without" or (not asks and token.word in _BINDS)
        left_out = bound and token.clause - 1 in clauses
        if (hedges or left_out) and token.key not in inside:
            return False
    if ordered and half[0].word.endswith("ing") and not _by_holder(said, places, half[0].key):
        return False
    acts = {t.key for t in (*said, *half) if t.agent}
    for (at, one), (to, after) in pairwise(kept):
        turned = any(half[n].word == "by" for n in range(at + 1, to))
        pairs = [(a, b) for a in places[one.key] for b in places[after.key]]
        if one.key in acts or after.key in acts:
            stands = any(
                _beside(said, b, a) or _beside(said, a, b, by=True)
                if turned
                else _beside(said, a, b)
                for a, b in pairs
            )
        else:
            same = [(a, b) for a, b in pairs if said[a].clause == said[b].clause]
            passive = to + 1 < len(half) and half[to + 1].word == "by"
            fits = [(a, b) for a, b in same if (b < a if turned or passive else a < b)]
            joined = any(half[n].word in _JOINS for n in range(at + 1, to))
            apart = not same and (joined or any(a < b for a, b in pairs))
            if ordered and not joined and any(half[n].word in _FIRST for n in range(at + 1, to)):
                # "Sets the page" has the page set, and not something else on it.
                stands = any(_beside(said, a, b) for a, b in pairs)
            else:
                stands = bool(fits) or apart or not ordered
        if not stands:
            return False
    return True


def _by_holder(said: Sequence[_Token], places: dict[str, list[int]], doing: str) -> bool:
    """Return whether nobody but the holder of the position is said to do something."""
    for place in places.get(doing, ()):
        if place and said[place - 1].word in _OPEN:
            return False
        before = [t.word for t in said[:place] if t.agent]
        if before and before[-1].removesuffix("'s") not in _HOLDER:
            return False
    return True


def _beside(said: Sequence[_Token], first: int, second: int, *, by: bool = False) -> bool:
    """Return whether two words stand in one clause with nothing of meaning between them.

    "The chief to approve" and "the specialist from signing" say what is not yet done, or kept from
    being done; with ``by``, the second is who does the first.
    """
    if not first < second:
        return False
    between = [said[n] for n in range(first + 1, second)]
    if between and between[-1].word == "and" and not by and not any(t.agent for t in between):
        # "The managers review and approve", "headquarters sets the criteria, and checks".
        return True
    if said[first].clause != said[second].clause:
        return False
    words = {t.word for t in between}
    return ("by" in words) == by and words - {"by"} <= _BETWEEN
