"""What one sentence of a decision does, by the set phrases of the manner decisions are written in.

The rules are tried in a fixed order, because the phrases overlap: a refusal to compare comes
before everything, a claim before a finding, a denied finding before a finding, and what the
standard says only where nobody's position is spoken of.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.decisions.stance.rules import crediting, finding, telling
from index.decisions.stance.rules.phrases import GRADE, HERE
from index.models import Stance


def opens_contrast(sentence: str) -> bool:
    """Tell whether a sentence sets a level against what the position was just found to do."""
    return finding.OPENS_AGAINST.match(sentence) is not None


def claim(sentence: str) -> int | None:
    """Return where in a sentence what an appellant claims begins, or None when nothing is claimed.

    The sentence has its dashes and quotation marks folded.
    """
    match = telling.CLAIM.search(sentence)
    return match.end() if match else None


def denies(sentence: str, at: int) -> bool:
    """Tell whether a claim that ends at a place denies what follows: what the agency credited."""
    return telling.DENIES.search(sentence[:at]) is not None


def agrees(sentence: str) -> bool:
    """Tell whether OPM says no more than that it agrees with what was just told."""
    return crediting.AGREED.match(sentence) is not None


def answers(sentence: str) -> bool:
    """Tell whether OPM agrees or disagrees with what was just told."""
    return agrees(sentence) or crediting.DISAGREED.match(sentence) is not None


def speaks_of_grade(sentence: str) -> bool:
    """Tell whether a sentence measures against a grade, as standards without points do."""
    return re.search(GRADE, sentence) is not None


# A sentence is read as part of its paragraph, its piece and its factor.
@lru_cache(maxsize=2048)
def of_sentence(
    sentence: str,
    *,
    names_level: bool,
    grades: bool,
    after_level: bool,
    after_own: bool = False,
) -> Stance | None:
    """Return what one sentence does, or None when it only tells facts.

    Args:
        sentence: One sentence with dashes and quotation marks folded.
        names_level: Whether it names a factor level.
        grades: Whether a grade it names counts as a level, as under standards without points.
        after_level: Whether an earlier sentence of the paragraph named a level.
        after_own: Whether an earlier sentence spoke of the position and claimed nothing.
    """
    by_grade = grades and speaks_of_grade(sentence)
    speaks = names_level or by_grade or re.search(HERE, sentence, re.IGNORECASE) is not None
    own = telling.OWN.search(sentence) is not None or (
        speaks and telling.OPENS_WITH_THEY.match(sentence) is not None
    )
    refused = crediting.REFUSED.search(sentence)
    if refused and telling.PARTY_LEFT.match(sentence):
        return None
    if refused and (
        names_level
        or crediting.OTHERS.search(sentence)
        or crediting.COMPARES.search(refused.group())
    ):
        return "comparison_refused"
    if (
        (speaks or after_level)
        and crediting.CONCUR.search(sentence)
        and crediting.UNCONTESTED.search(sentence)
    ):
        return "credited"
    if crediting.SUPPOSED.search(sentence) or crediting.PRINCIPLE.search(sentence):
        return None
    if crediting.UNCONTESTED.search(sentence) and crediting.CREDIT_OF.search(sentence):
        return "claim"
    credit = crediting.CREDITED.search(sentence)
    if (
        speaks
        and not credit
        and (finding.NOT_EXCEED.search(sentence) or finding.NOT_BARRED.search(sentence))
    ):
        return "met"
    # A sentence that opens with a likeness or a contrast to a level goes on to a finding.
    compares = finding.OPENS_WITH_CONTRAST.match(sentence) or telling.FACTS_AFTER.match(sentence)
    claims = None if compares else telling.CLAIM.search(sentence)
    if speaks and credit and not claims and not _denied(main_clause(sentence)):
        return "claim" if telling.AGENCY.search(telling.AS_FOUND.sub("", sentence)) else "credited"
    plain = telling.CONNECTIVE.sub("", sentence)
    if speaks and not own and telling.SUBJECT_AT.match(plain):
        return "standard"
    if speaks and not own and not _denied(sentence) and telling.OPENS_STANDARD.search(plain):
        return "standard"
    if speaks and _tells_of_positions_at(plain):
        return "standard"
    if claims:
        return "claim"
    if telling.AGENCY.search(sentence) and speaks and not re.search(r"\bwe\b", sentence):
        return "claim"
    if speaks:
        return _finding(sentence, own=own, after_own=after_own)
    if crediting.AGREED.match(sentence):
        return "credited" if after_level and credit else "met"
    if crediting.DISAGREED.match(sentence) or (finding.CONTRAST.search(sentence) and own):
        return "not_met"
    if after_level and own and re.match(r"nothing|none|no such", sentence, re.IGNORECASE):
        return "not_met"
    return "met" if re.match(r"similarly\b", sentence, re.IGNORECASE) and own else None


def _finding(sentence: str, *, own: bool, after_own: bool) -> Stance | None:
    """Return what a sentence that speaks of a level, and claims nothing, finds."""
    sentence = telling.OF_THINGS.sub(r"\1", sentence)
    if finding.MATCHES_AFTER.search(sentence):
        return "met"
    if _denied(sentence) or crediting.DISAGREED_WITH.match(sentence):
        return "not_met"
    spoken = own or after_own
    if finding.CONTRAST.search(sentence) and (
        spoken or not telling.OPENS_STANDARD.search(sentence)
    ):
        return "not_met"
    few = finding.ONLY_SO_MANY.search(sentence)
    if spoken and few and not re.search(r"\bme(?:ets?|t)\b", sentence, re.IGNORECASE):
        return "not_met"
    if finding.MET.search(sentence):
        return "not_met" if _negated(sentence) else "met"
    if spoken and finding.NEGATION.search(sentence):
        return "not_met"
    quotes = telling.STANDARD.search(sentence) is not None
    if own and not quotes:
        return "met"
    # Who speaks of a level without the position tells what it is only where its words are put so:
    # what OPM finds must not be shown as the standard's.
    plain = telling.CONNECTIVE.sub("", sentence)
    told = telling.OPENS_STANDARD.search(plain) or telling.AT_LEVEL.match(plain)
    return "standard" if quotes or told else None


def _tells_of_positions_at(sentence: str) -> bool:
    """Tell whether a sentence says what "the position" does at a level, as standards put it."""
    if (
        not telling.AT_LEVEL.match(sentence)
        or _denied(sentence)
        or finding.NEGATION.search(sentence)
    ):
        return False
    return telling.OWN.search(
        telling.ANY_POSITION.sub("", sentence)
    ) is None and not finding.MET.search(sentence)


def main_clause(sentence: str) -> str:
    """Return a sentence without the reason that opens it: ``Since Level 1-8 is not met, ...``."""
    reason = telling.REASON.match(sentence)
    rest = sentence[reason.end() :] if reason else sentence
    return rest if crediting.CREDITED.search(rest) else sentence


def _denied(sentence: str) -> bool:
    return finding.DENIED.search(sentence) is not None and not finding.NOT_EXCEED.search(sentence)


def _negated(sentence: str) -> bool:
    """Tell whether the statement about a level is denied, not something beside it.

    A likeness that opens the sentence ("As at Level 2-3, he does not ...") is not denied by
    what follows it; one that closes it is denied by a negation in its own clause.
    """
    if telling.FACTS_AFTER.search(sentence):
        return False
    match = finding.MET.search(sentence)
    if match is None:
        return False
    clauses = [m.end() for m in telling.NEW_CLAUSE.finditer(sentence) if m.end() <= match.start()]
    if finding.NEGATION.search(sentence, clauses[-1] if clauses else 0, match.end()):
        return True
    return finding.DENIED_AFTER.search(sentence, match.end()) is not None
