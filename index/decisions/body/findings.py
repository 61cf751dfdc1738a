"""What a decision finds beside the factors: position description, effect, standards applied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from index.decisions.body.factors import quotable, sentences_of
from index.decisions.stance import paragraphs as stance
from index.decisions.values import number_in, number_of_name
from index.language import late
from index.models import DecisionEffect, Document, Passage

_PD = late.pattern(
    r"\b(?:PDs?|JDs?|CPDs?|SCPDs?|position descriptions?|job descriptions?|core (?:personnel )?"
    r"documents?)\b",
    re.IGNORECASE,
)
_ADEQUATE = late.pattern(
    r"\b(?:adequate|accurate)\b"
    r"|\b(?:contains?|covers?|describes?|reflects?|includes?) (?:all )?(?:of )?the major duties "
    r"and responsibilities\b",
    re.IGNORECASE,
)
_INADEQUATE = late.pattern(
    r"\binadequate|\binaccurate"
    r"|\bnot (?:an? )?(?:\w+ly )?(?:adequate|accurate|sufficient|accurately)"
    r"|\b(?:must|should|needs? to) be (?:revised|corrected|rewritten|amended)\b"
    r"|\bdo(?:es)? not (?:fully )?meet the (?:\w+ )?standards? of adequacy\b"
    r"|\bagency must (?:revise|correct|rewrite|amend)\b",
    re.IGNORECASE,
)
_MEETS_ADEQUACY = late.pattern(
    r"\bmeets? the (?:PD )?standards? of (?:PD )?adequacy", re.IGNORECASE
)
_FINDING = late.pattern(
    r"\bwe (?:\w+ )?(?:find|found|conclude|agree|consider|determined?)\b"
    r"|\b(?:is|are) (?:not )?(?:\w+ly )?(?:in)?(?:adequate|accurate)\b"
    r"|\bfor (?:the )?(?:purposes? of )?classification(?: purposes)?\b"
    r"|\bmust be (?:revised|corrected)\b|\bstandards? of adequacy\b|\bagency must\b",
    re.IGNORECASE,
)
_OF_OTHERS = late.pattern(
    r"\b(?:certif\w+|agree[sd]? (?:that|with|on)|attest\w*)\b[^.]{0,80}\b(?:accura|adequa)",
    re.IGNORECASE,
)
_IT = late.pattern(
    r"\bwe (?:\w+ )?(?:find|found|conclude)[^.]{0,20}\b(?:it|them|they)\b", re.IGNORECASE
)
_WE = late.pattern(r"\bwe \w+", re.IGNORECASE)
_CONCEDED = late.pattern(
    r"^(?:although|while|though|even though|despite|notwithstanding)\b[^;]*?, (?=we \w+)",
    re.IGNORECASE,
)
_CONDITION = late.pattern(
    r"^(?:OPM considers|a (?:PD|position description|JD|job description)\b|if |when |"
    r"the servicing|compliance report|this report|since (?:PDs|JDs|position descriptions) must)",
    re.IGNORECASE,
)
_COMPLIANCE = late.pattern(r"\bcompliance report\b|\bwithin \d+ days from\b", re.IGNORECASE)
_EFFECT = late.pattern(
    r"\b(?:since|as|because|inasmuch as) (?:the|this|our) decision (?P<verb>lowers|raises|changes) "
    r"the (?P<what>(?:pay (?:category|plan|system)|classification|grading|grade|series|title)"
    r"(?:(?:, | and |, and )(?:pay (?:category|plan|system)|grade|series|title))*)",
    re.IGNORECASE,
)
_APPLIED = late.pattern(
    r"\b(?:we (?:\w+ )?(?:applied|used|evaluated|compared|apply|use)|(?:is|are|was|were) (?:best |"
    r"properly |appropriately |directly )?(?:evaluated|graded|applied|used|determined)|"
    r"(?:evaluated|graded|classified) (?:by|using|with|under|against)|by (?:application|reference)"
    r" (?:of|to)|which we used|(?:is|are) (?:evaluated )?by application of|should be (?:evaluated|"
    r"graded) (?:by|using))\b",
    re.IGNORECASE,
)
_SERIES = late.pattern(
    r"\b(?P<plan>GS|WG|WL|WS|FWS|NA)-(?P<code>\d{3,4})\b(?!-\d)(?P<words>[^.;()]{0,80}?)"
    r"\b(?P<kind>PCS|JFS|JGS|standards?|flysheet)\b",
)
_FAMILY = late.pattern(
    r"\b(?:Job Family (?:Position Classification )?Standard|Job Family Standard)(?: \(JFS\))? for "
    r"(?P<words>[^,.;()]{4,90}?)(?:, | in the |\()(?P<plan>GS)?-?(?P<code>\d{3,4})\b"
)
_GUIDES = (
    "General Schedule Supervisory Guide",
    "General Schedule Leader Grade Evaluation Guide",
    "Administrative Analysis Grade Evaluation Guide",
    "Research Grade Evaluation Guide",
    "Equipment Development Grade Evaluation Guide",
    "Grade Level Guide for Clerical and Assistance Work",
    "Guide for the Evaluation of Program Specialists",
    "Office Automation Grade Evaluation Guide",
    "Policy Analysis Grade Evaluation Guide",
    "Grade Level Guide for Instructional Work",
    "Job Grading Standard for Leader WL/NL",
    "Job Grading Standard for Supervisors",
    "Federal Wage System Job Grading Standard for Supervisors",
    "Job Grading Standard for Inspectors",
    "Primary Standard",
)
_SHORT_NAMES = {"GSSG": _GUIDES[0], "AAGEG": _GUIDES[2], "RGEG": _GUIDES[3], "GLGCAW": _GUIDES[5]}

_OPENING = 6000


def pd_adequate(passages: Sequence[Passage]) -> tuple[bool | None, str]:
    """Return whether OPM finds the position description adequate, and its sentence.

    None when it does not say. What the appellant, the supervisor or the agency says of it does
    not count, and one finding against it outweighs what is found good about it.
    """
    good: tuple[bool | None, str] = (None, "")
    for passage in passages:
        if passage.factor is not None and passage.heading and passage.levels:
            continue
        told = False
        for sentence, exact in quotable(passage):
            named = _PD.search(sentence) is not None
            of_it = told and _IT.search(sentence) is not None
            told = named or told
            if not (named or of_it) or _CONDITION.match(sentence):
                continue
            if not _FINDING.search(sentence) or _COMPLIANCE.search(sentence):
                continue
            if stance.claim(sentence) is not None and "we " not in sentence.lower():
                continue
            if _OF_OTHERS.search(sentence) and not _WE.search(sentence):
                continue
            said = _ours(sentence)
            if _INADEQUATE.search(said):
                return False, exact
            if _ADEQUATE.search(said) or _MEETS_ADEQUACY.search(said):
                good = (True, exact)
    return good


def _ours(sentence: str) -> str:
    """Return what OPM finds in a sentence that tells first what another holds."""
    conceded = _CONCEDED.match(sentence)
    return sentence[conceded.end() :] if conceded else sentence


def effect(passages: Sequence[Passage]) -> DecisionEffect | None:
    """Return the clause on when the decision takes effect, or None when there is none."""
    for passage in passages:
        for sentence, exact in quotable(passage):
            found = _EFFECT.search(sentence)
            if found:
                what = re.sub(r"[^a-z]+", "_", found["what"].lower()).strip("_")
                kind = f"{found['verb'].lower()}_{what}"
                return DecisionEffect(kind=kind, text=exact, place=passage.place())
    return None


def standards(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Return the standards a decision says it applied, each once, in order of first mention."""
    found: dict[str, None] = {}
    for passage in passages:
        for sentence in sentences_of(passage):
            if _APPLIED.search(sentence) and stance.claim(sentence) is None:
                found.update(dict.fromkeys(named(sentence)))
    return tuple(found)


def named(sentence: str) -> Iterable[str]:
    """Yield the standards and guides a sentence names."""
    places = [
        (match.start(), f"{match['plan']}-{match['code'].zfill(4)} standard")
        for match in _SERIES.finditer(sentence)
    ]
    places += [
        (match.start(), f"GS-{match['code'].zfill(4)} job family standard")
        for match in _FAMILY.finditer(sentence)
    ]
    guides = [guide for guide in _GUIDES if guide in sentence]
    places += [
        (sentence.find(guide), guide)
        for guide in guides
        if not any(guide != other and guide in other for other in guides)
    ]
    for short, guide in _SHORT_NAMES.items():
        found = re.search(rf"\b{short}\b", sentence)
        if found is not None and guide not in sentence:
            places.append((found.start(), guide))
    return [name for _, name in sorted(places)]


def attributed(document: Document, passages: Sequence[Passage]) -> list[Passage]:
    """Return a decision's passages, those in the standard's words cited as quoted in it.

    A standard nobody has ingested can so be cited still, and a reader learns that the words come
    second hand.

    The standard is the one the headings above the passage name, else the first that the
    decision says it applied, else only "standard".
    """
    number = number_in(document.text[:_OPENING]) or number_of_name(document.id) or document.id
    applied = standards(passages)
    first = applied[0] if applied else "standard"
    return [
        passage.model_copy(
            update={"attribution": f"{_above(passage) or first} as quoted in {number}"}
        )
        if passage.stance == "standard"
        else passage
        for passage in passages
    ]


def _above(passage: Passage) -> str:
    for heading in reversed(passage.heading):
        found = list(named(heading))
        if found:
            return found[0]
    return ""
