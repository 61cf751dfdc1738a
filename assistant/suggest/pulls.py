"""The sentences that pull each way, and what would settle a level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.suggest.joint import step
from assistant.suggest.language.hearing import PLACES, Heard, Hearing
from assistant.suggest.language.learning import aspects
from assistant.suggest.model import Pull
from core.errors import placed
from core.standards.criteria import WHOLE, Level
from index.language.sentences import ends
from index.record.embedding import Embedder, cosine

if TYPE_CHECKING:
    from core.standards.model import Standard

MOST: Final = 3
"""Sentences shown each way."""
BEARS: Final = 0.25
"""Share of a sentence of the duties that must speak of a factor for it to be shown there."""
LIKE: Final = 0.35
"""Likeness from which a sentence of the description is taken to bear on an aspect."""
_OFFICIAL_SHORT: Final = 30
_FRAGMENT: Final = 4
"""Words below which a line is a heading or a mark, and nobody's evidence."""
_SAME: Final = {"deciding": "decisions", "originality": "difficulty"}
"""Aspects that a standard's levels call by another key than what is heard in a description."""


@dataclass(frozen=True, slots=True)
class Language:
    """What a standard says of one level: its sentences, whose they are and where they stand."""

    level: str
    page: str
    official: tuple[str, ...]
    digest: tuple[tuple[str, str, str], ...]
    """The aspects in our words: id, name and text."""
    groups: tuple[str, ...] = ()
    """For each aspect the alternatives it is one of, by their name; of them one suffices."""


def language(level: Level, primary: Standard | None) -> Language:
    """Return what a level says; where its own aspects are not held, those of the Primary Standard.

    Args:
        level: the level.
        primary: the Primary Standard, or None where its levels mean something else.
    """
    own = [one for one in level.aspects if one.key != WHOLE]
    if not own and primary is not None:
        key = level.level.partition("-")[0]
        same = [
            other
            for factor in primary.factors
            if str(factor.factor) == key
            for other in factor.levels
            if step(other.level) == step(level.level)
        ]
        own = [one for other in same for one in other.aspects]
    return Language(
        level=level.level,
        page=level.page,
        official=_sentences(level.text),
        digest=tuple((one.id, one.name, one.text) for one in own),
        groups=tuple(one.any_of or "" for one in own),
    )


def _sentences(text: str) -> tuple[str, ...]:
    found = []
    start = 0
    for end in ends(text):
        one = text[start:end].strip(" \n\t•")
        start = end
        if len(one) >= _OFFICIAL_SHORT:
            found.append(one)
    return tuple(found)


class Pulls:
    """Finds the sentences that pull each way; what it embeds it embeds once."""

    def __init__(
        self,
        embedder: Embedder,
        vectors: Mapping[str, Sequence[float]],
        document: str,
        *,
        scheme: str = "",
        most: int = MOST,
    ) -> None:
        self._scheme = scheme
        self._most = most
        self._embedder = embedder
        self._vectors = dict(vectors)
        self._document = document

    def of(
        self, hearing: Hearing | None, chosen: Language, rival: Language | None
    ) -> tuple[tuple[Pull, ...], tuple[Pull, ...], tuple[str, ...]]:
        """Return what pulls towards the level chosen, what pulls away, and what would settle it."""
        factor = chosen.level.partition("-")[0]
        heard = [
            h
            for h in (hearing.heard if hearing is not None else ())
            if hearing is not None and _counts(h, hearing) and _tells(h, factor)
        ]
        own, away = step(chosen.level), None if rival is None else step(rival.level)
        towards = sorted(
            (h for h in heard if _best(h) == own or (away and _leans(h, own, away))),
            key=lambda h: -h.speaks * h.steps.get(own, 0.0),
        )[: self._most]
        against = sorted(
            (h for h in heard if h not in towards and _best(h) != own),
            key=lambda h: -h.speaks * h.steps[_best(h)],
        )[: self._most]
        ladder = f"{factor}-"
        lettered = not chosen.level.partition("-")[2].isdecimal()

        def named(place: int) -> str:
            return ladder + (chr(ord("A") + place - 1) if lettered else str(place))

        about = [h.sentence.weighed for h in heard]
        favour = [
            Pull(
                source="position description",
                text=h.sentence.text,
                place=h.sentence.place,
                level=chosen.level,
                aspect=self._aspect(h, chosen),
            )
            for h in towards
        ]
        favour += self._nearest(chosen, [h.sentence.weighed for h in towards] or about)
        contrary = [
            Pull(
                source="position description",
                text=h.sentence.text,
                place=h.sentence.place,
                level=named(_best(h)),
            )
            for h in against
        ]
        if rival is not None:
            contrary += self._nearest(rival, [h.sentence.weighed for h in against] or about)
        return tuple(favour), tuple(contrary), self._settles(hearing, about, chosen, rival)

    def _nearest(self, said: Language, about: Sequence[str]) -> list[Pull]:
        """Return the sentence of a level nearest to what the description says."""
        texts = list(said.official) or [text for _, _, text in said.digest]
        if not texts:
            return []
        best = max(texts, key=lambda text: self._likeness(text, about))
        source = "standard" if said.official else "digest"
        place = f"{self._document}, {placed(said.page)}"
        return [
            Pull.model_validate(
                {"source": source, "text": best, "place": place, "level": said.level}
            )
        ]

    def _aspect(self, heard: Heard, chosen: Language) -> str:
        """Return the aspect of the level chosen on which a sentence bears, or nothing.

        That is the one it was heard to speak of. Where a level is told by other aspects, such as
        knowledge of one kind or another, likeness cannot tell them apart: a person has to.
        """
        spoken = _SAME.get(heard.aspect, heard.aspect)
        for id_, _, words in chosen.digest:
            level, _, key = id_.partition(".")
            if level == chosen.level and key == spoken:
                return id_ if self._likeness(words, [heard.sentence.weighed]) >= LIKE else ""
        return ""

    def _settles(
        self,
        hearing: Hearing | None,
        about: Sequence[str],
        chosen: Language,
        rival: Language | None,
    ) -> tuple[str, ...]:
        """Say what the description leaves out, and what the higher of the two levels asks."""
        factor = chosen.level.partition("-")[0]
        silent = [
            one.name
            for one in aspects()
            if one.factor == self._scheme + factor
            and (hearing is None or one.key not in hearing.aspects)
        ]
        found = [f"The description does not say {name}." for name in silent]
        if rival is None:
            return tuple(found)
        higher = max(chosen, rival, key=lambda one: step(one.level))
        asked: dict[str, list[tuple[float, str, str]]] = {}
        for (id_, name, text), group in zip(
            higher.digest, higher.groups or [""] * len(higher.digest), strict=True
        ):
            if "equivalent" not in id_:
                asked.setdefault(group or id_, []).append((self._likeness(text, about), name, text))
        if asked:
            # Of alternatives the one that such work comes nearest to is asked.
            least = min(max(alike) for alike in asked.values())
            found.append(
                f"Level {higher.level} or {min(chosen, rival, key=lambda o: step(o.level)).level} "
                f"turns on {least[1][:1].lower()}{least[1][1:]}: {least[2]} Is that so?"
            )
        return tuple(found)

    def _likeness(self, text: str, about: Sequence[str]) -> float:
        vector = self._vector(text)
        return max((cosine(vector, self._vector(one)) for one in about), default=0.0)

    def _vector(self, text: str) -> Sequence[float]:
        if text not in self._vectors:
            self._vectors[text] = self._embedder.embed_query(text)
        return self._vectors[text]


def _counts(heard: Heard, hearing: Hearing) -> bool:
    return hearing.direct or heard.speaks >= BEARS


def _tells(heard: Heard, factor: str) -> bool:
    return factor in PLACES or len(heard.sentence.weighed.split()) >= _FRAGMENT


def _best(heard: Heard) -> int:
    return max(heard.steps, key=lambda place: (heard.steps[place], -place))


def _leans(heard: Heard, own: int, away: int) -> bool:
    """Return whether a sentence lies on the chosen level's side of its rival."""
    best = _best(heard)
    return abs(best - own) < abs(best - away) and (best - own) * (own - away) >= 0
