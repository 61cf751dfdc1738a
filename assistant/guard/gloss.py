"""Which words of a model's own may be shown: something of a fact, a neutral link, a demand.

A gloss says which fact bears on which demand, and nothing else. Taking words from what is cited
is not enough: the same words in another order say something else, and half a sentence may say the
opposite of the whole. So each half is either a whole clause, copied in its order from a sentence
that nothing outside the clause turns round, or a mention that states nothing
(:mod:`assistant.guard.mention`); and what joins the halves claims no more than a bearing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.guard.mention import WORD, is_mention
from index.language.late import pattern
from index.language.sentences import ends

MOST_WORDS = 30
FEWEST = 3
"""Words of a half below which it says nothing."""
LINKS = (
    *("bears on", "bear on", "concerns", "concern", "touches", "touch", "relates to", "relate to"),
    *("pertains to", "pertain to", "has to do with", "have to do with", "goes to", "is about"),
)
"""What may join the halves: words that claim no more than a bearing."""

LONG = "it is longer than 30 words"
MARKS = "it has a mark, a figure or a letter that a plain sentence does not need"
WORDS = "it speaks of grades, levels, law, dates, numbers, an outcome or to the reader"
FORM = "it does not name something of the fact and something of the sentence"


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PLAIN = pattern(r"[A-Za-z][A-Za-z ,'-]*\.?")
_LINK = pattern(rf"\s+(?:{'|'.join(LINKS)})\s+")
_CUT = pattern(r"[,;:()\u2013\u2014]|--|\b(?:and|but|or|because|which|who|that)\b", re.IGNORECASE)
"""Where one clause may end and another begin."""
_TURNS = _split(
    "not no nor never nobody none nothing neither without unless except if whether only hardly "
    "seldom rarely barely but however although though despite instead rather unlike contrast "
    "said says say stated states stating claims claimed believes believed contends argues "
    "asserts alleged denies denied disputes disputed asked would could might may should cannot "
    "lack lacks false wrong untrue until former formerly previously once holds held thinks "
    "think thought feels feel felt reports reported tells told according insists insisted "
    "suggests suggested maintains maintained answered replied wrote writes hopes hoped wants "
    "wanted expects expected proposed proposes intends intended planned theory principle paper "
    "supposedly allegedly reportedly apparently seemingly perhaps possibly probably sometimes "
    "occasionally often usually generally normally mostly partly nearly almost supposed meant "
    "will shall ended stopped ceased before after when while during since used few little less "
    "least far more than"
)
"""Words that change what the rest of their sentence says."""
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million dozen half third quarter twice thrice double triple first second "
    "fourth fifth sixth seventh eighth ninth tenth percent pair several most all every majority"
)
_DATES = (
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday day days week weeks month months year years "
    "spring summer autumn winter fortnight deadline retroactive yesterday today tomorrow"
)
_LAW = (
    "law laws legal regulation regulations statute act cfr usc code title section chapter appendix "
    "handbook introduction guide guidance standard standards opm mspb directive order decision "
    "decisions precedent court union contract"
)
_OUTCOMES = (
    "grade grades graded level levels factor factors point points score total series "
    "classification classified credit credited credits meet meets met unmet satisfy satisfies "
    "satisfied fulfil fulfils fulfill fulfills fulfilled match matches exceed exceeds qualify "
    "qualifies warrant warrants deserve deserves earn earns earned entitle entitled entitles win "
    "wins lose loses prevail succeed fail fails pass passes promote promotion raise raised lower "
    "lowered higher highest upgrade downgrade appeal appeals grant granted refuse refused deny "
    "reject rejected proper properly correct right justified proves prove proven shows clearly"
)
_READER = "you your yours i me my we us our please shall ought let reader ignore system"
_BARRED = _split(f"{_NUMBERS} {_DATES} {_LAW} {_OUTCOMES} {_READER}")
_PAPERS = _split("handbook section chapter appendix guide guidance directive order contract union")
"""Names of law that may be papers of the work itself, where the fact cited speaks of them."""
_ROMAN = pattern(r"[IVXLCDM]{2,}")


def objection(
    gloss: str,
    facts: Sequence[str],
    sentences: Sequence[str],
    shown: str = "",
    about: Sequence[str] = (),
) -> str:
    """Return why a gloss may not be shown; empty when it may.

    Args:
        gloss: The model's words.
        facts: The facts it cites, as the model read them.
        sentences: The sentences it cites.
        shown: The gloss with the names in it put back, when they were masked.
        about: What the program itself says of the aspect chosen: its name, what it requires.
    """
    if len(gloss.split()) > MOST_WORDS:
        return LONG
    if not _PLAIN.fullmatch(gloss):
        return MARKS
    words = {w for text in (gloss, shown) for w in re.split(r"[\s',.-]+", text)}
    spoken = _PAPERS.intersection(_words(" ".join(facts).lower()))
    if any(w.lower() in _BARRED - spoken or _ROMAN.fullmatch(w) for w in words):
        return WORDS
    if any(c.isnumeric() for c in shown):
        return WORDS
    halves = _LINK.split(gloss.rstrip("."))
    if len(halves) != 2:
        return FORM
    before, after = halves
    stated = [sentence for text in facts for sentence in _sentences(text)]
    required = [sentence for text in (*sentences, *about) for sentence in _sentences(text)]
    if not _is_clause(before, facts) and not _mentions(before, stated, first=True):
        return FORM
    if not _is_clause(after, sentences) and not _mentions(after, required, first=False):
        return FORM
    return ""


def _mentions(half: str, sources: Sequence[str], *, first: bool) -> bool:
    return "," not in half and is_mention(half, sources, first=first)


def _is_clause(words: str, texts: Iterable[str]) -> bool:
    """Return whether words are a whole clause of a text, from a sentence that stands as it is."""
    wanted = _words(words)
    return len(wanted) >= FEWEST and any(
        _stands(wanted, sentence) for text in texts for sentence in _sentences(text)
    )


def _sentences(text: str) -> Iterable[str]:
    start = 0
    for end in ends(text):
        yield text[start:end]
        start = end
    if text[start:].strip():
        yield text[start:]


def _stands(wanted: list[str], sentence: str) -> bool:
    found = list(WORD.finditer(sentence))
    said = [_plain(match.group()) for match in found]
    for at in range(len(said) - len(wanted) + 1):
        if said[at : at + len(wanted)] != wanted:
            continue
        outside = said[:at] + said[at + len(wanted) :]
        before = sentence[found[at - 1].start() if at else 0 : found[at].start()]
        last = at + len(wanted)
        after = sentence[found[last - 1].end() : found[last].end() if last < len(found) else None]
        begins = not at or bool(_CUT.search(before))
        finishes = last == len(said) or bool(_CUT.search(after))
        if begins and finishes and _TURNS.isdisjoint(outside):
            return True
    return False


def _words(text: str) -> list[str]:
    return [_plain(match.group()) for match in WORD.finditer(text)]


def _plain(word: str) -> str:
    return word.lower().replace("\u2019", "'")
