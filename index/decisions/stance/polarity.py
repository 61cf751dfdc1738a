"""Whether a sentence credits a level or refuses it, by what its words do to one another.

Set phrases know how decisions usually speak; they fail where a denial is denied ("does not fall
below Level 3-3"), where the verdict is a word of refusal ("Level 2-5 is inappropriate"), or where
somebody else has the authority the level asks for. Here the words of a clause that affirm, deny
and turn are multiplied: two that deny make one that affirms. A clause without such a word says
nothing, and then the set phrases stand.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from index.language import late

_LEVEL = r"(?:(?:factor |subfactor )?levels? |FLDs? )?[1-9][ab]?-\d{1,2}[a-d]?\b"
_OTHERS = (
    r"(?:supervis\w+|director|chief|manager\w*|head|(?:program |central |regional )?offices?"
    r"|headquarters|counsel|senior \w+|others|another|board|committee|higher \w+|commander"
    r"|administrator|division|branch)"
)

_NOT_THAT: Final = (
    r"\b(?:not|rather than|instead of) (?:of |at |to |that of |with )?(?:the )?(?:factor )?level "
)
_AFFIRMS: Final = (
    r"m(?:ee|e)ts?\b(?! with\b)|meeting|reach(?:es|ed)?|attain(?:s|ed)?|satisf(?:y|ies|ied)"
    r"|warrant(?:s|ed|ing)?|merit(?:s|ed)?|justif(?:y|ies|ied)|support(?:s|ed|able|ing)?"
    r"|establish(?:es|ed|ing)?|(?<!to )credit(?:s|ed|ing|able)?|creditable|to credit"
    r"|assign(?:ed|able)?(?= (?:level|at|instead)|[.,;]|$)|award(?:ed)?|appropriate|correct"
    r"|proper|applicable|applies|match(?:es|ed|ing)?|typical of|characteristic of"
    r"|characteriz(?:es?|ed)|comparable|compares? favorably|consistent|in keeping with"
    r"|equal(?:s)? (?:to)?|equates? (?:to|with)|on a par|squarely within|within|rises? to"
    r"|equivalent|sufficient|enough|well[- ]founded|borne out|bears? out|affirm(?:ed|s)?"
    r"|sustain(?:ed|s)?|stands|persua(?:ded|sive)|satisfied|agree|concur|uph(?:o|e)ld"
    r"|similar to|like|resembl\w+|approach(?:es)?|approximates?|near|the very|precisely"
    r"|is among|are among|part (?:and parcel )?of|has shown|contemplated at|plainly|extends? to"
    r"|places?(?: \w+){0,3} at|is met|called for|calls? for|come(?:s)? into play|apply"
    r"|correspond(?:s|ing)?|raised to|regular and recurring"
    r"|(?:translates?|amounts?|adds? up|measures? up)(?= (?:in)?to)|compares? (?:with|to)"
)
_DENIES: Final = (
    r"(?:falls?|stops?|fell|stopp\w+) (?:\w+ )?(?:short|below)|falls? outside|beneath"
    r"|lacks?|lacking|fail(?:s|ed|ure)?|preclud\w+"
    r"|bar(?:s|red)?|rul(?:es?|ed|ing) out|prevent(?:s|ed)?|foreclos\w+|keeps?(?: \w+){0,3} from"
    r"|disqualif\w+|detracts?|defeats?|inappropriate|improper\w*|incorrect\w*|inconsistent"
    r"|incompatible|insufficient|inadequate|unwarranted|unsupport\w+|unjustified|unattain\w+"
    r"|inapplicable|misplaced|mistaken|without merit|unpersua\w+|unfounded|in error|err(?:s|ed)"
    r"|error|reject(?:s|ed)?|denied|deny|declin\w+|withhold|withheld|withdrawn|reduced to"
    r"|remov(?:e|es|ed|ing)|reversed?|set aside|overstat\w+|contradict\w+|at odds|at variance"
    r"|conflict\w* with|(?:is|are|lies|lie|falls?|well|far) (?:outside|beyond)|(?:some"
    r"|a) distance|far (?:cry|removed)|absent"
    r"|absence|exceeds? what|confined|too (?:\w+ )?(?:\w+ )?to|contrary to|distinguishes"
    r"|disturb|fault|doubt|question|dispute|bear no|is no substitute|has no need|no room"
    r"|must fail|foreign to|alien to|differs? from|different from|against"
    r"|disagree(?:s|d)?|exception to"
    r"|unmet|too high|excessive|partially|partly|less than fully"
    r"|more (?:restrictive|limited|structured|routine|confined) than"
    r"|(?:more|greater|higher|broader|further|wider) than (?:the |his |her |this )?"
    r"(?:\w+ ){1,3}(?:needs?|requires?|calls? for|involves?|demands?|has|does|shows?|supports?)"
    r"|(?:a|one) (?:notch|step|level) below|understates?"
    r"|(?:less|closer|lower|narrower|fewer)(?: \w+){0,3} than"
    r"|more than (?:the record|\w+ work) (?:will|can) bear|occasional and therefore"
)
_TURNS: Final = (
    r"not|no|nor|neither|never|cannot|\w+n't|nothing|none|nobody|without|little|hardly|scarcely"
    r"|nowhere|rather than|instead of"
)
_ELSEWHERE: Final = (
    rf"(?:resid\w+|rest\w*|lies|vested|belongs?|reserved|retained|left|delegated|made|exercised"
    rf"|performed|done|reserved|assigned|handled)(?: only)? (?:with|in|to|by|for|at) (?:the |a "
    rf"|an |her |his )?{_OTHERS}"
    r"|not (?:been )?delegated|is reserved (?:for|to)|(?:of|to|by|with|in) the senior \w+"
    r"|, (?:and )?not (?:by |with |to |in )?(?:the appellants?|her|him|them)(?=[,. ])"
)
"""Somebody else has what the level asks for: a refusal, unless it is denied."""
_KEPT: Final = (
    r"no (?:less|lower|closer|narrower|fewer)(?: \w+){0,3} than|not less than|nothing less than"
    r"|nothing short of|more than (?:sufficient|enough|adequate)|not (?:only|merely|just|simply)"
    r"|(?:not|nor|neither|never) (?:\w+ )?(?:exceed|surpass|go beyond)|no doubt|not below"
    r"|no (?:choice|option|alternative) but"
    r"|with(?:out| no)\b[^,;]{0,40}(?= as\b)"
    r"|(?:neither|nor|not|no|without)\b[^,;]{0,60}(?=, (?:which|that|and so|so that|as)\b)"
)
"""Words that deny in form and affirm, or that deny a fact a level is glad of."""
_CAPS: Final = r"(?:the )?(?:highest|most|maximum)(?: level)?(?: that)?"

_PATTERN: Final = late.pattern(
    "|".join(
        (
            rf"(?P<kept>\b(?:{_KEPT})\b|\b(?:{_CAPS})\b)",
            rf"(?P<elsewhere>{_ELSEWHERE})",
            rf"(?P<denies>\b(?:{_DENIES})\b)",
            rf"(?P<turns>\b(?:{_TURNS})\b)",
            rf"(?P<affirms>\b(?:{_AFFIRMS})(?!\w))",
            r"(?P<errs>\b(?:erred|mistake|wrongly)\b)",
        )
    ),
    re.IGNORECASE,
)
_BREAK: Final = late.pattern(
    r";\s*|,?\s+(?=(?:but|yet|although|though|whereas|even though|even if)\b)"
    r"|,\s+(?=(?:so|and so|so that|which (?!(?:is|are) (?:required|needed|described|demanded"
    r"|necessary|expected))|and (?:we|it|they|he|she|this|that|therefore|thus|the"
    r"|is|are|does|level|his|her|none|one|that part))\b)"
    r"|,?\s+(?=(?:because|inasmuch as|in that|when|where|while)\b)|,?\s+(?=so that\b)"
    r"|,?\s+(?=since (?!\d))|\s+(?=and (?:thus|therefore|hence|so)\b)"
    r"|,\s+(?=(?:matching|meeting|consistent|typical|characteristic|comparable|equivalent|leaving"
    r"|placing|as (?:at|is|described|expected|contemplated)|such as)\b)",
    re.IGNORECASE,
)
_ELLIPSIS: Final = late.pattern(
    r"^(?:but |and |yet )?(?:(?:the )?[\w' ]{1,40} )?(?:(?:do|does|did|is|are|was|were|has|have)"
    r"(?: not\b|n't\b)|none (?:do|does|is|are)|cannot control)(?: (?:free|so|one|able"
    r"|met)\b.*)?[ .]*$",
    re.IGNORECASE,
)
"""A clause that only denies what the clause before supposed: "but the effect does not"."""
_UNATTAINED: Final = late.pattern(
    r"^(?:but|and|yet|though) (?:it )?(?:is |was |has )?not (?:been )?(?:\w+ )?(?:attained|met"
    r"|reached|satisfied|equaled|matched)\b",
    re.IGNORECASE,
)
"""A clause that denies the same level: "approached but not attained"."""
_NEARER: Final = late.pattern(
    rf"\b(?:more|closer|nearer|better)\b[^.;]*?(?P<near>{_LEVEL})[^.;]*? than "
    rf"(?:[\w']+ ){{0,5}}(?P<far>{_LEVEL})",
    re.IGNORECASE,
)
"""Two levels weighed: "more nearly like Level 2-2 than Level 2-3"."""
_CLEFT: Final = late.pattern(
    r"^it is (?P<who>[^,]+?),? (?:rather than|and not|not) (?P<other>[^,]+?),? "
    r"(?=(?:who|whose|that|which)\b)",
    re.IGNORECASE,
)
"""Who has what the level asks for: "It is the director, not the appellant, whose work ..."."""
_OWNER: Final = late.pattern(r"\b(?:appellants?|position|he|she|her|him|they|you)\b", re.IGNORECASE)
_NOT_ONLY: Final = late.pattern(
    r"\bnot (?:only|merely|just|simply|solely)\b[^.;]*\bbut\b", re.IGNORECASE
)
_OTHERWISE: Final = late.pattern(
    r"^(?:but|yet|and)? ?(?:our|the|we) (?:\w+ ){1,5}(?:otherwise|differently|(?:to )?the contrary"
    r"|the opposite|no such thing)[ .]*$|"
    r"^(?:but|yet|and)? ?(?:we|this) (?:\w+ )?(?:find|believe|conclude|hold|disagree|think)\w*"
    r"(?: that)?(?: (?:it|he|she|they|this))?(?: (?:should|could|must)(?: have| be| not)?"
    r"| was (?:right|wrong|mistaken|in error)| otherwise| does| do| is)?[ .]*$",
    re.IGNORECASE,
)
"""A clause that only turns the one before it: "but we find that it should have"."""
_SUPPOSED: Final = late.pattern(
    r"^(?:in order )?to (?:be|meet|reach|warrant|merit|receive|attain)\b.*\bwould (?:have to|need)"
    r"|\b(?:could|would|might|may)\b(?! (?:not|deny|refuse|withhold|reject))[^.;]{0,40}"
    r"\b(?:only if|be considered|have been"
    r" (?:credited|met|assigned)|require that|reach)\b|^(?:were|had) (?:the|his|her|it)\b",
    re.IGNORECASE,
)
_SUBJECT_THAT: Final = late.pattern(
    r"^that\b[^,;]*?\b(?=(?:does|do|is|rules?|bars?|precludes?|keeps?|cannot|prevents?)\b)",
    re.IGNORECASE,
)
_AND: Final = late.pattern(r"\b(?:or|and|nor) (?:\w+ )?$", re.IGNORECASE)
_OPENS_LIKE: Final = late.pattern(
    rf"(?:but |however, |and )?(?:unlike|typical of|characteristic of|as (?:at|described"
    rf"|defined|credited|expected|envisioned|contemplated)|like|similar to|consistent"
    rf" with|comparable to|in contrast to)\b[^,]*{_LEVEL}[^,]*,"
    rf"|(?:although|though|while)\b[^,]*{_LEVEL}[^,]*,(?!.*{_LEVEL})",
    re.IGNORECASE,
)
"""A likeness or a concession that opens a sentence: what follows is not about the level's words."""
_OPENS_BESIDE: Final = late.pattern(
    r"^(?:rather than|instead of|absent|barring|lacking|while|although|though|even allowing for"
    r"|despite|in spite of"
    r"|as|since|because|inasmuch as|where|when|by the time|contrary to|in the absence of"
    r"|in the presence of|without|given|in view of)\b[^,;]*, ",
    re.IGNORECASE,
)

_BESIDE: Final = late.pattern(
    r",? (?:(?:in|despite|notwithstanding) the (?:absence|presence|lack) of"
    r"|despite|notwithstanding|even without|on the (?:basis|strength) of)\b[^,;]*[.,]?$"
    rf"|, (?:and )?not (?:the )?{_OTHERS}, ",
    re.IGNORECASE,
)
"""What stands beside the finding, and somebody else named only to be ruled out."""


_ENDS_DENIED: Final = late.pattern(rf"{_LEVEL} (?:is|are|was|does|do|has) not[ .]*$", re.IGNORECASE)


class Verdict(NamedTuple):
    """What a sentence does to a level, and whether a word of crediting itself says it."""

    met: bool
    plain: bool


_JUDGES: Final = late.pattern(
    r"\b(?:'s|s'|his|her|their|your|the) (?:claim|contention|argument|reliance|assertion"
    r"|request|view|determination|crediting"
    r"|evaluation|credit|failure)\b[^.;]{0,60}\b(?:is|are|was|must|has|cannot|does)\b"
    r"|\berr(?:s|ed)\b|\bwe (?:\w+ )?(?:cannot|can not|are|find|see|have|do not|decline|must"
    r"|reject|affirm|set aside|agree|concur)\b|^contrary to\b|\bwould have us\b[^.;]*\bbut\b"
    r"|; the (?:facts|record|work|evidence)\b",
    re.IGNORECASE,
)
_FINDS: Final = late.pattern(
    rf"{_LEVEL} (?:\([^)]*\) )?(?:is|was|must be|may|can|cannot|does|do|overstates|understates)\b"
    r"(?! (?:met|credited|assigned|appropriate|warranted|only|reserved|for)\b[^.]{0,20}"
    r"\b(?:when|where|if|only|for)\b)"
    r"|\b(?:we|our review|the record|the evidence|the facts|appellants?'?s?|his|her|the agency"
    r"|the agency's|there is)\b|^(?:the|this|these|such|occasional) (?:\w+ ){0,3}(?:work|duties"
    r"|position|assignments|contacts|guidelines|guides|scope|effect|hazards|manual|controls)\b"
    r"|^(?:credit|this is|contacts with)\b|^the (?:supervis\w+|degree|extent|amount)\b"
    r"|\b(?:prevents?|precludes?|bars?|rules? out|prohibits?) (?:\w+ ){0,3}"
    r"(?:assign|credit|award|evaluat)",
    re.IGNORECASE,
)


_TURN: Final = late.pattern(
    r"(?:[,;] |\s)(?:but|however|yet|nevertheless|nonetheless),? ", re.IGNORECASE
)
_DECIDES: Final = late.pattern(
    r"(?:based on [^,]*, )?(?:we|our|this|these"
    r"|the (?:record|evidence|facts?|work|position|duties|assignments))\b",
    re.IGNORECASE,
)


def judges_claim(sentence: str) -> bool:
    """Tell whether a sentence that tells a claim, or what an agency did, also judges it."""
    return _JUDGES.search(sentence) is not None


_HEDGED: Final = late.pattern(
    rf"\bwhether\b[^;]*{_LEVEL}[^;,]*$|^(?:if|should|were|had|whether)\b[^;]*{_LEVEL}"
    rf"|{_LEVEL}[^;]*\b(?:only if|would|might)\b|\b(?:would|might)\b[^;]*{_LEVEL}",
    re.IGNORECASE,
)
_RESOLVED: Final = late.pattern(
    r"\band (?:we )?(?:conclud|f[io]u?nd|determin|decid)|\bbut (?:we|our|the)\b", re.IGNORECASE
)


def hedged(sentence: str) -> bool:
    """Tell whether a sentence only asks or supposes that a level applies.

    Nothing is found in "whether Level 2-4 could be credited" or "would meet Level 2-4 if": a
    reader who takes it for a finding is misled, and one who gets no label loses little.
    """
    return _HEDGED.search(sentence) is not None and _RESOLVED.search(sentence) is None


def found_after_telling(sentence: str) -> str | None:
    """Return the finding that follows what an agency or an appellant is told to have held.

    "The agency credited Level 4-3, but the record supports Level 4-4": what comes after the turn
    is the decision's own, where it names its own level and who finds it.
    """
    turn = _TURN.search(sentence)
    if turn is None:
        return None
    rest = sentence[turn.end() :]
    return rest if _DECIDES.match(rest) and re.search(_LEVEL, rest, re.IGNORECASE) else None


def finds(sentence: str) -> bool:
    """Tell whether a sentence finds something on a position, rather than tell what a level is."""
    return _FINDS.search(sentence) is not None


def verdict(sentence: str, level: str) -> Verdict | None:
    """Return whether a sentence finds a level met, or None when no word of it says so.

    Args:
        sentence: One sentence with dashes and quotation marks folded.
        level: A level it names.
    """
    if _OPENS_LIKE.match(sentence):
        return None
    nearer = _NEARER.search(sentence)
    if nearer:
        for group, met in (("near", True), ("far", False)):
            if nearer[group].lower().endswith(level.lower()):
                return Verdict(met=met, plain=True)
    cleft = _CLEFT.match(sentence)
    if cleft:
        rest = _of_clause(sentence[cleft.end() :])
        own = _OWNER.search(cleft["who"]) is not None
        if own == (_OWNER.search(cleft["other"]) is not None):
            return None
        return Verdict(met=own == (rest is None or rest.met), plain=True)
    named = re.compile(rf"(?<![\w-]){re.escape(level)}(?!\d)", re.IGNORECASE)
    if re.search(rf"{_NOT_THAT}{re.escape(level)}(?!\d)", sentence, re.IGNORECASE):
        return Verdict(met=False, plain=True)
    text = re.sub(rf",? ?(?:and )?{_NOT_THAT}[1-9]\w?-\d\w?", "", sentence, flags=re.IGNORECASE)
    clauses = _clauses(text)
    at = [i for i, clause in enumerate(clauses) if named.search(clause)]
    if not at:
        return None
    found: Verdict | None = None
    for i in at:
        found = _of_clause(clauses[i]) or found
    after = clauses[at[-1] + 1 :]
    if any(_OTHERWISE.search(clause) for clause in after) and found is not None:
        return Verdict(met=not found.met, plain=True)
    if any(_ELLIPSIS.search(clause) for clause in after) and (found is None or found.met):
        return Verdict(met=False, plain=True)
    if _SUPPOSED.search(clauses[at[-1]]) and (found is None or found.met):
        return Verdict(met=False, plain=True)
    if any(_UNATTAINED.search(clause) for clause in after) and (found is None or found.met):
        return Verdict(met=False, plain=True)
    if found is None and _NOT_ONLY.search(sentence):
        return Verdict(met=True, plain=False)
    return found


def _clauses(sentence: str) -> list[str]:
    opening = _OPENS_BESIDE.match(sentence)
    parts = [sentence]
    if opening and re.search(_LEVEL, sentence[opening.end() :], re.IGNORECASE):
        parts = [sentence[: opening.end()], sentence[opening.end() :]]
    return [clause for part in parts for clause in _BREAK.split(part) if clause.strip()]


def _of_clause(clause: str) -> Verdict | None:
    subject = _SUBJECT_THAT.match(clause)
    text = _BESIDE.sub("", clause[subject.end() :] if subject else clause)
    sign = 1
    plain = False
    denied = there = False
    for found in _PATTERN.finditer(text):
        kind = found.lastgroup
        turns = kind not in ("affirms", "kept")
        plain = plain or kind != "turns"
        if turns and not (denied and _goes_on(text, found)) and not (there and kind == "elsewhere"):
            sign = -sign
        there = there or kind == "elsewhere"
        denied = denied or turns
    if not plain and sign == 1:
        return None
    plain = plain or _ENDS_DENIED.search(text) is not None
    return Verdict(met=sign == 1, plain=plain)


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Tell whether a word that denies only goes on with a denial: neither ... nor, not ... or."""
    return found.group().lower() == "nor" or _AND.search(text[: found.start()]) is not None
