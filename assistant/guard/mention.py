"""Which halves of a gloss only mention something: a question, or a thing named, never a statement.

"Who signs a plan" and "the manager's signature" say nothing that could be false, as long as what
they take for granted stands in what is cited. So every word is one of the source's, of the same
stem or a plain synonym, or one that carries no meaning of its own; whoever acts in it stands in
the source beside the same word; and the source denies, hedges or reports nothing. After "whether"
nothing is taken for granted, so that there the words may come in any order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from index.language.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


FEWEST = 2
"""Words with a meaning of their own that a mention needs."""

_STAND_IN = re.compile(r"\bName ([A-Z]+)\b")
_HOLDER = _split("i my me employee specialist incumbent appellant analyst")
"""Whoever holds the position, who is thought to act where nobody is named."""
_WORD = re.compile(r"[A-Za-z0-9]+(?:['\u2019-][A-Za-z0-9]+)*")
_CLAUSE = re.compile(
    r"[,;:()\u2013\u2014]|--|\b(?:and|but|or|because|which|who|whose|that|when|where|while|before|"
    r"after|until|once|since|than|if|unless|without)\b",
    re.IGNORECASE,
)
"""Where another clause, with another doer, may begin."""
_NOBODY = re.compile(r",? and (?=(?:nobody|nothing|none|no one)\b)", re.IGNORECASE)
"""Where a sentence goes on with what is not so, of which the part before it is free."""
_QUESTIONS = re.compile(
    r"^(?:the (?:extent|degree) to which|to what (?:extent|degree)|the question of who|"
    r"how (?:many|much|far|often|closely|fully|long|soon|widely|broad|freely)|how|who|what|which|"
    r"where)$"
)
_WHETHER = re.compile(r"^(?:the question )?(?:of )?whether$")
_ASKS = 4
"""Words within which a question shows that it is one."""
_EMPTY = _split(
    "a an the these those of to in on for with by from at into between across and or its their is "
    "are was were be been being has have had does do did get gets"
)
"""Words that carry nothing of their own."""
_ASKED = _split(
    "need needs needed require requires required any anyone else employee specialist work"
)
"""Words that besides may stand after "whether"."""
_ACTS = _split("is are was were be been has have had does do did get gets")
"""Words that make a statement of what would be the name of a thing."""
_NOUN = re.compile(r"(?:tion|sion|ment|ance|ence|ity|ness|ure|al)s?$")
_JOINS = _split("of to by from for with in on at and or between")
_BETWEEN = _split("a an the these those of its their is are was were been being has have had")
_OPEN = _split("to from for of")
"""Words after which a thing is not said to be done."""
_FIRST = _split("the a an these those its their")
_AGENTS = _split(
    "i me my we us our he she him her they them who whoever staff crew county harbor company board "
    "agency bureau office headquarters chief team unit people everyone anyone someone two three "
    "district branch division committee panel city state"
)
_AGENT = re.compile(r"(?:[^aeiou]er|[ts]or|[^sx]ist|[^tr]ee|eer|ian|man|men|tant)s?$")
_NO_AGENTS = _split(
    "differ differs order orders paper papers other others another whether never water power "
    "powers matter matters number numbers letter letters chapter center centers river "
    "rivers winter consider offer refer cover covers deliver discover remember enter further "
    "rather together proper computer shelter quarter alter alters counter either factor sector sectors motor "
    "motors register harder wider broader larger longer older newer under list lists important"
)
_DENIES = _split(
    "not no nor never nobody none nothing neither unless except if whether only hardly "
    "seldom rarely barely however although though despite instead rather unlike contrast said says "
    "say stated states claimed claims claim believes believed contends argues asserts alleged "
    "denies denied disputes disputed asked lack lacks lacked "
    "lacking false wrong untrue former formerly previously holds held thinks think thought feels "
    "feel felt reports reported tells told insists insisted suggests suggested maintains "
    "maintained answered replied wrote hopes hoped wants wanted expects expected proposed proposes "
    "intends intended planned theory principle paper supposedly allegedly reportedly apparently "
    "seemingly perhaps possibly probably sometimes occasionally mostly partly nearly almost supposed meant "
    "ended stopped ceased refuse refuses refused refusing fail fails failed failing "
    "decline declines declined avoid avoids avoided forbid forbids forbade forbidden prohibit "
    "prohibits prohibited prevent prevents prevented bars barred stop stops unable incapable "
    "forget forgets forgot neglects neglected omits omitted skips skipped missing absent absence "
    "pretends pretended tries tried seems seemed appears appeared aims wishes wished "
    "withdrawn revoked rescinded cancelled canceled reversed overturned overruled rejects rejected "
    "used non unlikely doubt doubts doubted "
    "opposes opposed objects objected"
)
"""Words that turn, hedge or report what the rest of their sentence says."""
_MODAL = _split("would could might may should cannot can will shall must ought")
"""Words that hedge the clause they stand in."""
_FORWARD = _split("without against")
"""Words that turn what follows in their clause."""
_SAME = (
    "sign signature",
    "approve approval sanction",
    "authority authoritative authorize",
    "change alter amend modify revise rewrite rewritten",
    "review check examine inspect",
    "write draft prepare written",
    "pick choose select chosen",
    "uncertain uncertainty",
    "new novel original originate",
    "technique method approach methodology way procedure",
    "develop devise create design",
    "result outcome product",
    "work duty task assignment",
    "independent independence",
    "coordinate coordination cooperate",
    "criteria criterion",
    "different differ difference vary varied",
    "broad wide breadth",
    "need require",
    "information data",
    "interpret interpretation",
    "decide decision determine",
    "outside external",
    "contact meet meeting deal",
    "accept acceptance adopt",
    "objective goal aim",
    "send sent distribute",
    "leave left",
    "hold keep",
    "use apply application",
    "carry perform execute",
    "monitor oversee track",
    "problem conflict difficulty",
)
"""Words that name the same thing, told by their stems."""
_CLASS = {stem(word): row.partition(" ")[0] for row in _SAME for word in row.split()}


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
    rest = half_tokens(half)[free or opening :]
    if not (free or opening) and not _names_a_thing(rest, first=first):
        return False
    empty = _EMPTY | _ASKED if free else _EMPTY
    parts = (part for source in sources for part in _NOBODY.split(source))
    return any(_of(rest, part, empty, free=bool(free)) for part in parts)


def half_tokens(text: str) -> list[_Token]:
    """Return the words of a text, each with what it is compared by and the clause it stands in."""
    found: list[_Token] = []
    text = _STAND_IN.sub(r"Zname\1", text)
    clause, at = 0, 0
    for match in _WORD.finditer(text):
        word = match.group().lower().replace("\u2019", "'")
        if _CLAUSE.search(text[at : match.start()]) or _CLAUSE.fullmatch(word):
            clause += 1
        at = match.end()
        for part in word.removesuffix("'s").split("-"):
            bare = part.rstrip("'")
            root = stem(bare)
            acts = bare in _AGENTS or bool(_AGENT.search(bare)) or bare.rstrip("s") in _AGENTS
            named = (bool(found) and match.group()[0].isupper()) or bare.startswith("zname")
            agent = named or (acts and bare not in _NO_AGENTS)
            found.append(_Token(word, _CLASS.get(root, root), clause, agent))
    return found


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(text)]


def _names_a_thing(tokens: Sequence[_Token], *, first: bool) -> bool:
    """Tell "the manager's signature on plans" from a statement, by its form."""
    if not tokens or any(t.word in _ACTS for t in tokens):
        return False
    begins = tokens[0].word in _FIRST or tokens[0].word.endswith("ing")
    named = len(tokens) > 1 and (tokens[1].word == "of" or bool(_NOUN.search(tokens[0].word)))
    if first and not begins and not named:
        return False
    for one, after in pairwise(tokens):
        plain = not one.word.endswith(("'s", "s'"))
        if one.agent and plain and not after.word.endswith("ing") and after.word not in _JOINS:
            return False
    return True


def _of(half: Sequence[_Token], source: str, empty: frozenset[str], *, free: bool) -> bool:
    """Return whether every word of a half is of one source, and takes nothing else for granted."""
    said = half_tokens(source)
    kept = [(n, t) for n, t in enumerate(half) if t.word not in empty]
    inside = {t.key for _, t in kept}
    places: dict[str, list[int]] = {}
    turned_in = -1
    for place, token in enumerate(said):
        if token.word in _FORWARD and token.key not in inside:
            turned_in = token.clause
        if free or token.clause != turned_in:
            places.setdefault(token.key, []).append(place)
    if len(kept) < FEWEST or any(t.key not in places for _, t in kept):
        return False
    clauses = {said[place].clause for _, t in kept for place in places[t.key]}
    for token in said:
        hedges = token.word in _DENIES or (token.word in _MODAL and token.clause in clauses)
        left_out = token.word in _FORWARD and token.clause - 1 in clauses
        if (hedges or left_out) and token.key not in inside and not free:
            return False
    acts = {t.key for t in (*said, *half) if t.agent}
    if half[0].word.endswith("ing") and not free and not _by_holder(said, places, half[0].key):
        return False
    for (at, one), (to, after) in pairwise(kept):
        turned = any(half[n].word == "by" for n in range(at + 1, to))
        acting = one.key in acts or after.key in acts
        opens = free and one is kept[0][1] and one.key in acts
        if opens or (free and not acting):
            continue
        pairs = [(a, b) for a in places[one.key] for b in places[after.key]]
        if acting:
            stands = any(
                _beside(said, b, a) or _beside(said, a, b, by=True)
                if turned
                else _beside(said, a, b)
                for a, b in pairs
            )
        else:
            same = [(a, b) for a, b in pairs if said[a].clause == said[b].clause]
            passive = to + 1 < len(half) and half[to + 1].word == "by"
            ordered = [(a, b) for a, b in same if (b < a if turned or passive else a < b)]
            stands = bool(ordered) or not same
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
    if said[first].clause != said[second].clause or not first < second:
        return False
    between = {said[n].word for n in range(first + 1, second)}
    return ("by" in between) == by and between - {"by"} <= _BETWEEN
