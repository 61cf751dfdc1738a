"""What one sentence of a decision does: the set phrases of the manner decisions are written in.

The rules are tried in a fixed order, because the phrases overlap: a refusal to compare comes
before everything, a claim before a finding, a denied finding before a finding, and what the
standard says only where nobody's position is spoken of.
"""

from __future__ import annotations

import re

from index.models import Stance

NAMED = r"(?:(?:factor\s+|subfactor\s+)?levels?|FLDs?)\s+[1-9][AB]?-[1-9]"
_HERE = (
    rf"(?:{NAMED}|(?:this|that|the (?:next|higher|lower)) (?:higher |lower |next |factor )?level\b"
    r"|(?:the )?full intent)"
)
_GRADE = (
    r"(?:(?:the )?(?:(?:GS|GM|GL|GG|WG|WL|WS|NA|NL|NS)[ -]?\d{1,2}(?!\d|-\d)"
    r"(?: (?:grade )?levels?| grade)?|(?i:grade) \d{1,2}(?: levels?)?))"
)
_FINDABLE = (
    r"(?:met|credited|creditable|creditworthy|warranted|appropriate|assigned|awarded|supported|"
    r"justified|reached|satisfied|applicable|correct|proper|exceeded|found|present|equaled)"
)
_BE = r"(?:is|are|was|were|be|been)"

REFUSED = re.compile(
    r"\b(?:cannot|can not|could not|may not|do not|did not|will not|need not|unable to|no need to|"
    r"not necessary to|not appropriate to|no basis to)\b[^.]{0,40}\b(?:compar|consider(?!ed)"
    r"|address|"
    r"discuss|evaluate\b(?! (?:at|as)\b))"
    r"|\bcompar\w+[^.]{0,60}\b(?:is|are) (?:not (?:permitted|required|necessary|allowed)|"
    r"precluded|barred|prohibited)\b|\bcomparison[^.]{0,60}\bis (?:barred|precluded)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:other|another|similar|those|their) (?:\w+ )?(?:positions?|jobs?)\b|\bpositions? of "
    r"other\b|\bpositions? (?:that|which) may\b|\b(?:to|with) (?:those|that) of (?:other|another)\b"
    r"|\bthe (?:two |three |other )?positions? (?:at|in|he|she|they)\b|\bposition-to-position\b"
    r"|\b(?:predecessor|co-?worker|colleague)s?(?:'s?)?\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(r"\bcompar", re.IGNORECASE)
CREDITED = re.compile(
    rf"\b{NAMED}(?:(?:,|,? and|,? or) [1-9][AB]?-[1-9])* ?(?:\([^)]*\) ?)?(?:{_BE}|must be) "
    r"(?:properly |therefore |thus |also |hereby )?(?:credited|assigned|awarded)\b"
    rf"|\bcredit (?:for this factor )?is (?:therefore )?(?:limited to|set at) {NAMED}"
    rf"|^(?:(?:therefore|accordingly|thus|consequently|hence),? )?(?:we )?(?:also |therefore )?"
    rf"credit(?:ed|ing)? (?:this factor )?(?:at |with )?{NAMED}"
    rf"|\bfactor {_BE} (?:therefore |properly |thus |accordingly )?(?:credited|evaluated|rated|"
    rf"graded|assigned|placed|set) (?:at|under|with|as) (?:{NAMED}|{_GRADE})"
    rf"|\bwe (?:therefore |accordingly )?(?:evaluate|credit|assign|rate|grade|place)d? "
    rf"(?:this factor|the factor|it|the position)? ?(?:at |with )?(?:{NAMED}|{_GRADE})"
    r"|\b\d[\d,]* points?\)?,? (?:is|are|were) (?:credited|assigned|awarded)\b"
    r"|\b(?:credit|award|assign)(?:ed)? \d[\d,]* points\b"
    r"|\bcredited at th(?:is|at) level (?:for|with|and) \d[\d,]* points\b"
    rf"|\bcredited (?:at|with) {NAMED}[^.]{{0,12}}\b\d[\d,]* points\b"
    rf"|\b(?:skill|knowledge|responsibility|effort|conditions) (?:is|are) (?:credited|evaluated|"
    rf"graded) (?:at|as) {_GRADE}"
    rf"|^{NAMED}[ ,:.-]*\(?\d[\d,]* points?\)?\.?$",
    re.IGNORECASE,
)
_UNCONTESTED = re.compile(
    r"\b(?:uncontested|undisputed|not contested|not in dispute|none of (?:which|them"
    r"|these) [^.]{0,20}(?:dispute|contest)\w*)\b|\b(?:not|neither|nor|no)\b"
    r"[^.]{0,40}\b(?:disagree|dispute|contest|take issue|question|challenge)",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"^(?:(?:after|based (?:up)?on|upon|following|having|on) [^,]{0,60}, )?(?:and )?we "
    r"(?:\w+ (?:it|them|this) and )?(?:also |too )?(?:agree|concur)\b"
    r"|^we (?:have )?(?:\w+ )?(?:reviewed|examined|considered|analyzed|evaluated)\b[^.]{0,80}"
    r"\band (?:also |fully )?(?:agree|concur)\b",
    re.IGNORECASE,
)
_DISAGREED = re.compile(r"^(?:however, )?we (?:disagree|do not (?:agree|concur))\b", re.IGNORECASE)
_CONCUR = re.compile(
    r"\bwe (?:\w+ )?(?:concur|agree|credit|accept)\b|\band concur\b", re.IGNORECASE
)
_NOT_EXCEED = re.compile(
    r"\b(?:not|nor|neither) (?:find that (?:this|it|he|she) )?(?:to )?(?:exceed|"
    r"surpass|go beyond)|\bnot exceed",
    re.IGNORECASE,
)
_NOT_BARRED = re.compile(
    r"\b(?:not|nor|neither)\b[^.;]{0,40}\b(?:bar|preclude|prevent|rule out|disqualify|defeat)\b",
    re.IGNORECASE,
)
_PRINCIPLE = re.compile(
    r"^(?:if|for|when) (?:a|an|any|the) (?:given )?(?:position|job|factor|position factor)\b"
    r"(?! of\b)(?!.*\bappellant)|\b(?:FLDs?|factor level descriptions?)\b[^.]{0,60}\b"
    r"(?:marks?|(?:describes?|represents?) the (?:minimum|floor))\b"
    r"|\bfully equivalent to the overall intent\b"
    r"|^(?:under|in) the (?:FES|factor evaluation system)\b",
    re.IGNORECASE,
)
"""How every factor is credited, told before any is: it finds nothing on this position."""
_SUPPOSED = re.compile(r"\bwe would have\b|\bwould have been (?:met|credited)\b", re.IGNORECASE)
NEGATION = re.compile(
    r"\b(?:not|nor|neither|never|cannot|lacks?|lacking|without|rather than|precludes?|instead|"
    r"nothing|none|no (?:evidence|indication|higher|such|need|basis|authority|requirement)|"
    r"little|nobody)\b|n't\b",
    re.IGNORECASE,
)
CONTRAST = re.compile(
    rf"\bunlike (?:{_HERE}|{_GRADE}|(?:the |at )?(?:\w+ ){{1,4}})|\b(?:in|by) contrast\b|"
    r"\bcontrasted with\b|\b(?:falls?|stops?) (?:far |well |somewhat )?short\b|"
    r"\bfails? to (?:meet|fully meet|reach|demonstrate|satisfy)\b|"
    r"\b(?:is|are|was) not (?:fully )?met\b|\bbelow (?:the )?(?:level|threshold)\b|"
    r"\bdo(?:es)? not (?:fully |quite |entirely )?(?:meet|reach|rise|equate|equal|approach|"
    r"attain|satisfy|warrant|support|approximate)\b|"
    r"\bless(?:er)? (?:programmatic )?(?:impact|than|demanding|complex)\b|"
    r"\bless \w+ (?:\w+ )?than\b|"
    r"\b(?:involves?|requires?|demands?|takes|means|implies) (?:\w+ )?more than\b|"
    r"\bon the other hand\b|\bexceeds? (?:what|that|those)\b.{0,40}\bappellant",
    re.IGNORECASE,
)
_OPENSCONTRAST = re.compile(r"(?:unlike|in contrast|by contrast|contrary)\b", re.IGNORECASE)
_AT = r"(?:at|in|by|under|for|of|with)"
_LIKENESS = (
    r"(?:consistent with|comparable (?:to|with)|typical of|characteristic of|equivalent to|"
    r"equates? (?:to|with)|indicative of|commensurate with|correspond(?:s|ing)? (?:to|with)|"
    r"compares? favorably (?:to|with)|results? in|converts? to|"
    r"match(?:es|ed)?|fits?|parallels?|tantamount to|analogous to|the intent of|in line with|"
    r"falls? within|representative of|reflect(?:s|ive of)|best (?:characterized|matched|described|"
    r"evaluated|represented) (?:at|by))"
)
_PLACED = (
    r"(?:described|expected|depicted|found|defined|required|discussed|stated|intended|envisioned|"
    r"illustrated|credited|contemplated|specified|outlined|provided|set out|set forth|listed|"
    r"characterized|addressed|covered|called for|anticipated)"
)
_MET = re.compile(
    rf"\b(?:meets?|met|meeting|reach(?:es|ed)?|satisf(?:y|ies)|attains?)\b[^.]{{0,60}}?(?:{_HERE}|"
    rf"{_GRADE})"
    rf"|\b(?:warrants?|merits?|justif(?:y|ies)|deserves?) (?:crediting |credit at )?(?:{_HERE})"
    rf"|\bsimilar(?:ly)?(?: to)? (?:{_HERE}|{_GRADE})|^similarly\b"
    rf"|\b(?:as|and,? as) at (?:{_HERE}|{_GRADE})"
    rf"|\blike (?:(?:the )?\w+ (?:described )?{_AT} )?(?:{_HERE}|{_GRADE})"
    rf"|\b{_LIKENESS}\b[^.]{{0,60}}?(?:{_HERE}|{_GRADE})"
    rf"|\bas (?:is |are |was )?{_PLACED} {_AT} (?:{_HERE}|{_GRADE})"
    rf"|\bas (?:{_HERE}|{_GRADE}) (?:describes?|requires?|expects?|envisions?|provides?)"
    rf"|\b(?:credited|creditable|evaluated|placed|graded) at (?:{_HERE}|{_GRADE})"
    rf"|\b(?:is|are) (?:fully |clearly )?met\b|\b{_PLACED} {_AT} (?:{_HERE}|{_GRADE})"
    rf"|\b{NAMED} (?:matches|fits) (?:this|his|her|their|your|the|these)\b"
    rf"|\b{NAMED}(?: \([^)]*\))? {_BE} (?:\w+ly |the |therefore |thus |also |indeed "
    rf"|hence )*{_FINDABLE}\b(?! (?:for|"
    rf"when|where|if|only)\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    rf"(?:{_HERE}|{_GRADE})[^.;]{{0,30}}\b(?:{_BE}|can|could|may) ?(?:not|never)(?: be)?\b[^.;]"
    rf"{{0,25}}\b{_FINDABLE}\b"
    rf"|\b(?:not|cannot|neither|nor|without)\b[^.;]{{0,60}}\b(?:{_FINDABLE}|warrant(?:ing)?|"
    rf"justify(?:ing)?|support(?:ing)?|permit)\b[^.;]{{0,40}}(?:{_HERE}|{_GRADE})"
    rf"|(?:{_HERE})[^.;]{{0,60}},\s+(?:is|are) (?:not|no) "
    rf"|(?:{_HERE})[^.;]{{0,80}}\bwhich (?:it|he|she|they) (?:is|are|does|do|has|have) not\b"
    rf"|\bno (?:evidence|basis|indication)\b[^.;]*(?:{_HERE}|{_GRADE})",
    re.IGNORECASE,
)
_BELIEF = (
    r"(?:holds that|considers that|seeks?|sought|seeking|believes?|believed|claims|claimed|"
    r"contends?|contended|asserts?|"
    r"asserted|argues?|argued|maintains?|maintained|disagrees?|disagreed|feels|felt|alleges?|"
    r"alleged|opines?|proposes?|proposed|requests|requested"
    r"|(?<!'s )(?<!audit )request(?! (?:was|is|"
    r"letter|dated|to))|(?:asks?|asked) (?:that|for|to|us|OPM)|disputes?|contests?|"
    r"thinks?|insists?|points? (?:to|out)|cites?|cited|would like|suggests?)"
)
_SAYING = (
    r"(?:(?-i:states?|stated|stating)|says?|said|indicates?|indicated|stresses|emphasi[sz]es|"
    r"notes? that|(?<!the )noted|offers|(?:explains?|explained)(?=,|:| that\b| in\b)|writes?|wrote"
    r"|adds|makes? (?:\w+ ){0,2}"
    r"(?:statements?|arguments?)|(?<!favorably )compare[sd]?(?! favorably)"
    r"|(?<!the )(?<!favorably )compared(?! favorably))"
)
_PERSON = r"(?:appellants?'?s? representatives?|appellants?|representatives?|he|she|they|you)"
_CLAIM = re.compile(
    rf"(?:^|; )(?!if\b|whether\b)(?:[^.;]{{0,60}}\b)?{_PERSON}\b(?! (?:does|do|did) not\b)"
    rf"(?:[^.]{{0,60}}\b)?(?<!we )(?:{_BELIEF}|(?<!they ){_SAYING}|(?:agrees?|concurs?)(?=[.,]|"
    r" with\b|$))\b|"
    r"\b(?:appellant's|appellants'|his|her|their|your) (?:rationale|claims?|contentions?|"
    r"arguments?|belief|appeal (?:letter|rationale))\b|\baccording to the appellants?\b"
    r"|\b(?:sought|claimed|requested|proposed|believed|advanced) by (?:the )?(?:appellants?|"
    r"representatives?)\b"
    r"|\bin (?:the appellants?'?s?|his|her|their|your) (?:view|opinion|judgment)\b"
    r"|\bit is (?:the appellants?'?s?|his|her|their) (?:view|position|belief|contention)\b"
    r"|\bappellants? (?:(?:and|with) [^.]{0,30})?(?:is|are) (?:also )?in (?:agreement|accord)\b"
    r"|\b(?:appellants?|agency) would (?:have us )?(?:credit|assign|evaluate)\b"
    rf"|^(?:in|for) (?:arriving at|claiming|seeking|crediting|support of) {NAMED}",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\b(?:agency|activity|command|bureau)\b[^.]{0,60}\b(?:credited|assigned|evaluated|awarded|"
    r"determined|found|concluded|arrived at|rated|placed|put|set|gave|used|applied|chose|argues?"
    r"|contends?|believes?|maintains?|calls)\b",
    re.IGNORECASE,
)
BELIEVES = re.compile(
    rf"^(?!if\b)(?:[^.]{{0,30}}\b)?(?:(?:appellants?|representatives?)\b[^.]{{0,30}}|you )"
    rf"\b(?:{_BELIEF}|(?:states|stated|says|said|writes|wrote) that|"
    rf"makes? (?:\w+ ){{0,2}}(?:statements?|arguments?)|compare[sd]?)\b",
    re.IGNORECASE,
)
OWN = re.compile(
    r"\b(?:appellants?|appellants?'s?|appellants'|he|she|you|your)\b|\b(?<!or )(?:his|her)\b(?! or)"
    r"|\b(?:the|this|his|her|their|your) (?:subject |appealed )?(?:position|job)s?\b|\bwe "
    r"(?:\w+ )?(?:find|found|conclude|agree|determine|consider(?:ed)?)\b"
    r"|^(?:the|these) (?:work|duties|assignments|contacts|guidelines) (?:\w+ ){0,3}"
    r"(?:(?:do|does|is|are|did) not|lacks?)\b",
    re.IGNORECASE,
)
_THEY = re.compile(
    r"^(?:they|their|these|those|this|that|it|such)\b(?! (?:higher |lower |next "
    r"|factor )?levels?\b)",
    re.IGNORECASE,
)
_SUBJECT_AT = re.compile(
    rf"(?:(?:The )?[A-Z]?[\w'-]+ )(?:\w+ ){{0,2}}(?:at"
    rf"|under) {_HERE} (?!\b{_BE} (?:not )?{_FINDABLE})",
    re.IGNORECASE,
)
_OPENS_STANDARD = re.compile(
    rf"^(?:(?:in addition|also|further|furthermore|however|similarly),? )?(?:at|under) (?:{_HERE}|"
    rf"{_GRADE})"
    rf"|^(?:factor |subfactor )?(?:levels?|FLDs?) [0-9A-Z-]+ (?:\([^)]*\) )?(?:includes?|covers?|"
    r"describes?|requires?|involves?|applies|represents|recognizes|contemplates|credits?|assumes|"
    r"states|provides?|calls? for|is (?:the |for |appropriate (?:for|when)|characterized|"
    r"distinguished|(?:assigned|credited|appropriate|warranted|met) (?:for|when|where|if|only)))"
    rf"|^(?!as\b|like\b|unlike\b|in contrast|.{{0,70}}\b{_LIKENESS}|.{{0,50}}\bsimilar)"
    rf"(?:[\w,'-]+ ){{1,9}}(?:at|to|in|under|of) {_HERE}[^.]{{0,30}}\b(?:requires?|includes?"
    rf"|involves?|are|is|use|"
    rf"perform|may|describes?|covers?|deal)"
    rf"|^(?:(?:\w+ ){{0,3}}(?:at|in|of) )?{_GRADE} (?:\w+ ){{0,2}}(?:are|perform|work|use|apply|"
    r"must|may|serve|design|plan|know|carry|employees?|positions?)\b"
    rf"|^(?:[\w-]+ ){{1,5}}(?:at|of) {_GRADE} (?:are|is|perform|use|apply|must|may|serve|design|"
    r"plan|know|carry|require)"
    rf"|^(?:also )?(?:characteristic|typical|illustrative|representative|included|covered|"
    rf"exemplified)\b[^.]*{_HERE}[^.]*\b(?:is|are)\b"
    rf"|^to (?:meet|be (?:credited|assigned|evaluated)|warrant|receive|reach)\b[^.]*(?:{_HERE}|"
    rf"{_GRADE})[^.]*\b(?:must|requires?|needs?|has to|have to|should)\b",
    re.IGNORECASE,
)
_STANDARD = re.compile(
    rf"\b(?:also )?(?:covered|included|characteristic|exemplified|typical)[^.]{{0,40}} at {_HERE}"
    r"|\bat th(?:is|e) level,? "
    r"|\bthe (?:standard|pcs|guide|jfs|jgs|gssg|primary standard|fld)s?\b[^.]{0,40}\b(?:describes?|"
    r"provides?|states?|defines?|indicates?|says|gives)\b",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(
    r";|,\s*(?:but|so|yet)\b|,?\s+and (?:therefore|thus|so)\b|,\s*and (?=as |like |similar |"
    r"consistent |comparable |he |she |they |his |her |their |you |your |the appellant)",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(r",\s+(?:is|are|was|were|do|does|did)\s+(?:not|no)\b", re.IGNORECASE)
_CONNECTIVE = re.compile(
    r"^(?:in contrast|by contrast|by comparison|on the other hand|however|conversely|in addition|"
    r"further(?:more)?|moreover|also),\s+",
    re.IGNORECASE,
)
_FACTS_AFTER = re.compile(
    rf"^(?:as|like|similar|consistent|comparable)\b[^,]*(?:{_HERE}|{_GRADE})[^,]*,", re.IGNORECASE
)


_CREDIT_OF = re.compile(
    r"\b(?:credit\w*|assign\w*|evaluat\w*|determin\w*|award\w*|rating|findings?)\b", re.IGNORECASE
)
_AT_LEVEL = re.compile(rf"^(?:at|under) {_HERE}(?: \([^)]*\))?,? ", re.IGNORECASE)
_ANY_POSITION = re.compile(r"\bthe (?:subject )?(?:position|job)s?\b", re.IGNORECASE)
_REASON = re.compile(
    r"^(?:since|because|as|while|although|inasmuch as)\b[^;]*?, (?=[^,]*$)", re.IGNORECASE
)


_MATCHES_AFTER = re.compile(
    r",\s*which (?:\w+ly )?(?:match(?:es)?|meets?|equates?|corresponds?|compares?|fits?|"
    r"(?:is|are) (?:\w+ly )?(?:typical|characteristic|comparable|consistent|equivalent|"
    r"indicative|similar))\b"
    rf"[^.;,]{{0,40}}{_HERE}",
    re.IGNORECASE,
)
"""The likeness that closes a sentence, whatever the facts before it deny."""
_DISAGREED_WITH = re.compile(
    r"^(?:however, )?we (?:disagree|do not (?:agree|concur)) with the appellants?\b", re.IGNORECASE
)


_OF_THINGS = re.compile(
    r"\b((?:that|which) (?:is|are)) not (?=(?:always|completely|wholly|entirely|fully|directly) "
    r"(?:applicable|specific|available|clear))",
    re.IGNORECASE,
)
"""What guidelines are not is a fact that a level may ask for; it denies no level."""
_ONLY_SO_MANY = re.compile(
    r"\b(?:only|merely|at most) (?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b",
    re.IGNORECASE,
)


def opens_contrast(sentence: str) -> bool:
    """Tell whether a sentence sets a level against what the position was just found to do."""
    return _OPPOSES.match(sentence) is not None


_OPPOSES = re.compile(
    r"^(?:in contrast|by contrast|conversely|on the other hand),? ", re.IGNORECASE
)


def claim(sentence: str) -> int | None:
    """Return where in a sentence what an appellant claims begins, or None when nothing is claimed.

    The sentence has its dashes and quotation marks folded.
    """
    match = _CLAIM.search(sentence)
    return match.end() if match else None


_DENIES = re.compile(r"\b(?:disagree|disput|contest|err|object)\w*$", re.IGNORECASE)


def denies(sentence: str, at: int) -> bool:
    """Tell whether a claim that ends at a place denies what follows: what the agency credited."""
    return _DENIES.search(sentence[:at]) is not None


def agrees(sentence: str) -> bool:
    """Tell whether OPM says no more than that it agrees with what was just told."""
    return _AGREED.match(sentence) is not None


def speaks_of_grade(sentence: str) -> bool:
    """Tell whether a sentence measures against a grade, as standards without points do."""
    return re.search(_GRADE, sentence) is not None


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
    speaks = names_level or by_grade or re.search(_HERE, sentence, re.IGNORECASE) is not None
    own = OWN.search(sentence) is not None or (speaks and _THEY.match(sentence) is not None)
    refused = REFUSED.search(sentence)
    if refused and (names_level or _OTHERS.search(sentence) or _COMPARES.search(refused.group())):
        return "comparison_refused"
    if (speaks or after_level) and _CONCUR.search(sentence) and _UNCONTESTED.search(sentence):
        return "credited"
    if _SUPPOSED.search(sentence) or _PRINCIPLE.search(sentence):
        return None
    if _UNCONTESTED.search(sentence) and _CREDIT_OF.search(sentence):
        return "claim"
    credit = CREDITED.search(sentence)
    if speaks and not credit and (_NOT_EXCEED.search(sentence) or _NOT_BARRED.search(sentence)):
        return "met"
    # A sentence that opens with a likeness or a contrast to a level goes on to a finding.
    compares = _OPENSCONTRAST.match(sentence) or _FACTS_AFTER.match(sentence)
    claims = None if compares else _CLAIM.search(sentence)
    if speaks and credit and not claims and not _denied(main_clause(sentence)):
        return "claim" if _AGENCY.search(sentence) else "credited"
    plain = _CONNECTIVE.sub("", sentence)
    if speaks and not own and _SUBJECT_AT.match(plain):
        return "standard"
    if speaks and not own and not _denied(sentence) and _OPENS_STANDARD.search(plain):
        return "standard"
    if speaks and _tells_of_positions_at(plain):
        return "standard"
    if claims:
        return "claim"
    if _AGENCY.search(sentence) and speaks and not re.search(r"\bwe\b", sentence):
        return "claim"
    if speaks:
        return _finding(sentence, own=own or after_own)
    if _AGREED.match(sentence):
        return "credited" if after_level and credit else "met"
    if _DISAGREED.match(sentence) or (CONTRAST.search(sentence) and own):
        return "not_met"
    if after_level and own and re.match(r"nothing|none|no such", sentence, re.IGNORECASE):
        return "not_met"
    return "met" if re.match(r"similarly\b", sentence, re.IGNORECASE) and own else None


def _finding(sentence: str, *, own: bool) -> Stance | None:
    """Return what a sentence that speaks of a level, and claims nothing, finds."""
    sentence = _OF_THINGS.sub(r"\1", sentence)
    if _MATCHES_AFTER.search(sentence):
        return "met"
    if _denied(sentence) or _DISAGREED_WITH.match(sentence):
        return "not_met"
    if CONTRAST.search(sentence) and (own or not _OPENS_STANDARD.search(sentence)):
        return "not_met"
    few = _ONLY_SO_MANY.search(sentence)
    if own and few and not re.search(r"\bme(?:ets?|t)\b", sentence, re.IGNORECASE):
        return "not_met"
    if _MET.search(sentence):
        return "not_met" if _negated(sentence) else "met"
    if own and NEGATION.search(sentence):
        return "not_met"
    # Who speaks of a level without speaking of the position tells what the level is.
    return "met" if own and not _STANDARD.search(sentence) else "standard"


def _tells_of_positions_at(sentence: str) -> bool:
    """Tell whether a sentence says what "the position" does at a level, as standards put it."""
    if not _AT_LEVEL.match(sentence) or _denied(sentence) or NEGATION.search(sentence):
        return False
    return OWN.search(_ANY_POSITION.sub("", sentence)) is None and not _MET.search(sentence)


def main_clause(sentence: str) -> str:
    """Return a sentence without the reason that opens it: ``Since Level 1-8 is not met, ...``."""
    reason = _REASON.match(sentence)
    rest = sentence[reason.end() :] if reason else sentence
    return rest if CREDITED.search(rest) else sentence


def _denied(sentence: str) -> bool:
    return _DENIED.search(sentence) is not None and not _NOT_EXCEED.search(sentence)


def _negated(sentence: str) -> bool:
    """Tell whether the statement about a level is denied, not something beside it.

    A likeness that opens the sentence ("As at Level 2-3, he does not ...") is not denied by
    what follows it; one that closes it is denied by a negation in its own clause.
    """
    if _FACTS_AFTER.search(sentence):
        return False
    match = _MET.search(sentence)
    if match is None:
        return False
    clauses = [m.end() for m in _NEW_CLAUSE.finditer(sentence) if m.end() <= match.start()]
    if NEGATION.search(sentence, clauses[-1] if clauses else 0, match.end()):
        return True
    return _DENIED_AFTER.search(sentence, match.end()) is not None
