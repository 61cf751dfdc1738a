"""Which way the words of one clause point: those that affirm, deny and turn are multiplied.

Two words that deny make one that affirms ("does not fall below Level 3-3"); a clause without such
a word says nothing. Who speaks, and whether it is asserted at all, is not seen here.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from index.language import late

LEVEL = r"(?:(?:factor |subfactor )?levels? |FLDs? )?[1-9][ab]?-\d{1,2}[a-d]?\b"
OTHERS = (
    r"(?:supervis\w+|director|chief|manager\w*|head|(?:program |central |regional )?offices?"
    r"|headquarters|counsel|senior \w+|others|another|board|committee|higher \w+|commander"
    r"|administrator|division|branch|(?:\w+ ){0,2}(?:staffs?|specialists?|personnel|teams?"
    r"|contractors?"
    r"|organizations?|echelons?|officials?|colleagues?|leaders?|foremen|foreman|coworkers?))"
)

_AFFIRMS: Final = (
    r"m(?:ee|e)ts?\b(?! (?:with|no one|nobody|people|persons|members|officials)\b)|meeting"
    r"|reach(?:es|ed)?|attain(?:s|ed)?|satisf(?:y|ies|ied)"
    r"|warrant(?:s|ed|ing)?|merit(?:s|ed)?|deserv(?:es|ed|ing)|justif(?:y|ies|ied)|(?<!in"
    r" )support(?:s|ed|able|ing)?"
    r"|establish(?:es|ed|ing)?|(?<!to )credit(?:s|ed|ing|able)?|creditable|to credit"
    r"|(?:should|must|may|can) be (?:assigned|granted|allowed|given|used|applied|awarded)"
    r"|assign(?:ed|able)?(?= (?:level|at|instead)|[.,;]|$)|award(?:ed)?|appropriate|correct"
    r"|proper|applicable|(?<=\d )appl(?:y|ies)|match(?:es|ed|ing)?|typical of|characteristic of"
    r"|characteriz(?:es?|ed)|comparable|compares? favorably|consistent|in keeping with"
    r"|(?:comport|accord|square|tall(?:y|ie))s? with"
    r"|equals?(?: to)?|equates? (?:to|with)|on a par|squarely within|within|rises? to"
    r"|equivalent|sufficient|enough|well[- ]founded|borne out|bears? out|affirm(?:ed|s)?"
    r"|sustain(?:ed|s)?|stands?|persua(?:ded|sive)|satisfied|agree|concur|uph(?:o|e)ld"
    r"|similar to|like|resembl\w+|approach(?:es)?|approximates?|near|the very|precisely"
    r"|is among|are among|part (?:and parcel )?of|has shown|contemplated at|plainly|extends? to"
    r"|places?(?: \w+){0,3} at|is met|comes? up to|measures? up to|lives? up to|called for"
    r"|calls? for|come(?:s)? into play|enters? into|(?:to|not|cannot|does|do) apply"
    r"|correspond(?:s|ing)?|raised to|suggests?"
    r"|(?:better|best|more \w+) (?:reflected|described|represented|captured|matched) (?:at|by|in)"
    r"|(?:ample|sufficient|full|adequate|strong) (?:justification|support|basis|evidence|grounds)"
    r"|indicative of|reconcilable|controlling|(?<=is )right(?=[.,;]|$)"
    r"|(?<=is |re |be |ly )(?:rated|graded|evaluated|placed|scored|set) at"
    r"|fulfil(?:ls?|led|ling|s)?"
    rf"|encompass(?:es)?|brings? (?:\w+ )?{LEVEL} into (?:question|play|consideration)|(?:more"
    rf"|better|best) (?:\w+ly )?(?:captures?"
    r"|describes?|reflects?|fits?|represents?|characterizes?|depicts?)"
    r"|(?:transforms?|converts?|(?<!we )turns?|elevates?|raises?|lifts?|brings?|moves?|carr(?:y"
    r"|ies)"
    r"|pushes|propels?|advances?)(?= (?:[\w']+ ){1,5}(?:up )?(?:in)?to\b)"
    rf"|as (?:the )?{LEVEL} (?:intends|requires|describes|expects|envisions|contemplates|demands"
    r"|provides|asks|states|has it)"
    r"|(?:translates?|amounts?|adds? up|measures? up)(?= (?:in)?to)|compares? (?:with|to)"
)
DENIES: Final = (
    r"(?:falls?|stops?|fell|stopp\w+) (?:\w+ )?(?:short|below)|falls? outside|beneath"
    r"|(?:is|are|was|were|lies) (?!(?:discuss|address|consider|describ|explain|treat|evaluat|analy"
    r"|list|show|examin|weigh|giv)\w* below)(?:\w+ )?below"
    r"|devoid|bereft|destitute|lacks?|lacking|fail(?:s|ed|ure)?|preclud\w+"
    r"|bar(?:s|red)?|rul(?:es?|ed|ing) out|prevent(?:s|ed)?|foreclos\w+|keeps?(?: \w+){0,3} from"
    r"|disqualif\w+|detracts?|defeats?|inappropriate|improper\w*|incorrect\w*|inconsistent"
    r"|incompatible|insufficient|inadequate|unwarranted|unsupport\w+|unjustified|unattain\w+"
    r"|inapplicable|misplaced|mistaken|without merit|unpersua\w+|unfounded|in error|err(?:s|ed)?"
    r"|un(?:ful)?filled|den(?:ying|ies)|refus(?:ing|es)|withholding|rejecting"
    r"|error|reject(?:s|ed)?|denied|deny|declin\w+|withhold|withheld|withdrawn|lowered|reduced"
    r"|remov(?:e|es|ed|ing)|reversed?|set aside|overstat\w+|contradict\w+|at odds|at variance"
    r"|conflict\w* with|(?:is|are|lies|lie|falls?|well|far) (?:outside|beyond)|(?:some"
    r"|a) distance|far (?:cry|removed)|absent"
    r"|(?<!'s )(?<!his )(?<!her )absence|exceeds? what|confined"
    r"|too (?:\w+ )?(?:\w+ )?to|too \w+ (?:and \w+ |in \w+ )to"
    r"|contrary to|distinguishes"
    r"|disturb(?:ed)?|obstacles?|impediments?|undervalue[sd]?|fault|doubt|question|dispute|bear"
    r" no|is no substitute|has no need|no room"
    r"|must fail|foreign to|alien to|differs? from|different from|(?<!measured )(?<!held"
    r" )(?<!weighed )(?<!set )against"
    r"|disagree(?:s|d)?|exception to"
    r"|no question of|(?:found |entirely |altogether )?wanting|below (?=(?:factor )?level)"
    r"|(?:gap|gulf|disparity)"
    r" between|exclud(?:es?|ed|ing)"
    r"|irreconcilable|unknown|other than|tak(?:es?|ing) (?:\w+ ){1,4}out of|unmet|unable to"
    r"|missing|shy of|in vain|overvalue[sd]?|overrate[sd]?|too (?:generous|lenient"
    r"|liberal)|abandoned|refused|disallowed|stretch(?:es)? the|too \w+ for|too high|excessive"
    r"|partially|partly|less than fully|ended|ceased|lapsed|vanished|disappeared"
    r"|(?:only|merely|just|at most) (?:one|two|three|four|five|six|seven|some|part|parts|a few|a"
    r" part"
    r"|half|\d{1,2})(?= of\b)"
    r"|more (?:restrictive|limited|structured|routine|confined) than"
    r"|(?:more|greater|higher|broader|further|wider) than (?:the |his |her |this )?"
    r"(?:\w+ ){1,3}(?:needs?|requires?|calls? for|involves?|demands?|has|does|shows?|supports?)"
    r"|(?:a|one) (?:notch|step|level) (?:below|above|beyond|(?:lower|higher|more) than)"
    r"|understates?"
    r"|(?:less|closer|lower|narrower|fewer)(?: \w+){0,3} than"
    r"|more than (?:the record|\w+ work) (?:will|can) bear|occasional and therefore"
)
_TURNS: Final = (
    r"not|no|nor|neither|never|cannot|\w+n't|nothing|none|nobody|without|little|hardly|scarcely"
    r"|^only by \w+ing"
    r"|anything but|nowhere|poorly|inadequately|insufficiently|weakly|rather than|instead of"
)
_ELSEWHERE: Final = (
    r"(?:resid\w+|rest\w*|lies|stays?|remains?|vested|belongs?|reserved|retained|left|delegated"
    r"|made|exercised|performed|done|reserved|assigned|handled)(?: only| by \w+)?"
    r" (?:with|in|to|by|for|at) (?:the |a |an |her |his )?"
    rf"(?:(?!own\b|appellant|incumbent)\w+ )?{OTHERS}"
    r"|(?:delegated|vested|entrusted) (?:to|in|with) (?:the|an?|her|his|their)"
    r" (?!(?:appellants?|incumbents?|employees?|positions?|level)\b)(?:[\w-]+ )?[\w-]+"
    r"|not (?:been )?delegated|never (?:been )?delegated|is reserved (?:for|to)|(?:of|to|by|with"
    r"|in) the senior \w+"
    r"|, (?:and )?not (?:by |with |to |in )?(?:the appellants?|her|him|them)(?=[,. ])"
)
"""Somebody else has what the level asks for: a refusal, unless it is denied."""
_KEPT: Final = (
    r"(?:no|little) (?:difficulty|hesitation|trouble|reservations?)"
    r"|(?:cannot|could not|can not) (?:\w+ )?be (?:performed|done|carried out) without"
    r"|not (?:\w+ )?(?:limited|confined|restricted) to"
    r"|(?:nothing|no evidence) to the contrary"
    r"|no (?:less|lower|closer|narrower|fewer)(?:(?: \w+){0,3} than| (?:is|are))|not less than"
    r"|nothing less than"
    r"|(?:no|nothing) more than(?= (?:the |that of |those of )?(?:factor )?level\b)"
    r"|nothing short of|more than (?:sufficient|enough|adequate)|not (?:only|merely|just|simply)"
    r"|(?:not|nor|neither|never) (?:\w+ )?(?:exceed|surpass|go beyond)|no doubt|not below"
    r"|no (?:choice|option|alternative) but"
    r"|with(?:out| no)\b[^,;]{0,40}(?= as\b| (?:is|are) (?:\w+ )?(?:enough|sufficient)\b)"
    r"|nothing (?:beyond|more than|further than|above) (?:it|that|this)\b"
    r"|(?:neither|nor|not|no|without)\b[^,;]{0,60}(?=, (?:which|that|and so|so that|as)\b)"
)
"""Words that deny in form and affirm, or that deny a fact a level is glad of."""
_CAPS: Final = r"(?:the )?(?:highest|most|maximum)(?: level)?(?: that)?"

_PATTERN: Final = late.pattern(
    "|".join(
        (
            rf"(?P<kept>\b(?:{_KEPT})\b|\b(?:{_CAPS})\b)",
            rf"(?P<elsewhere>{_ELSEWHERE})",
            rf"(?P<denies>\b(?:{DENIES})\b)",
            rf"(?P<turns>\b(?:{_TURNS})\b)",
            rf"(?P<affirms>\b(?:{_AFFIRMS})(?!\w))",
            r"(?P<errs>\b(?:erred|mistake|wrongly)\b)",
        )
    ),
    re.IGNORECASE,
)
_SUBJECT_THAT: Final = late.pattern(
    r"^(?:that|the (?:\w+ )?fact that(?=[^;]*, (?:is|does|do|cannot)\b)[^;]*, |the (?:\w+ )?fact"
    r" that|(?:the |an? )?(?:\w+ )?(?:absence|lack|want) of)\b[^,;]*?\b(?=(?:does|do|is|rules?"
    r"|bars?|precludes?|keeps?|cannot|prevents?"
    r"|amounts?|makes?|places?|leaves?|means|falls?|meets?|supports?|warrants?"
    r"|takes?|brings?|raises?|lifts?)\b)",
    re.IGNORECASE,
)
_AND: Final = late.pattern(r"\b(?:or|and|nor) (?:\w+ )?$", re.IGNORECASE)
ASIDE: Final = late.pattern(
    r", (?:which|who|whose|whom|however|in consequence|as a result|few|like|unlike|if|whatever"
    rf"|though|although|while|albeit|contrary to|despite|as)\b(?:(?!{LEVEL})[^,;])*,(?= )"
    r"|, (?:[\w-]+ ){1,3}?(?:as|though) (?:it|he|she|they|this|these) (?:is|are|was|were|may be"
    rf"|does|do)\b(?:(?!{LEVEL})[^,;])*,(?= )",
    re.IGNORECASE,
)
"""What is said in passing between two commas; its denials are no part of the finding."""
_ACTS: Final = ("deny", "refuse", "withhold", "reject", "remove")
"""Denials of their own after "and": nobody could read it and deny the level."""

BESIDE: Final = late.pattern(
    r"\bin (?:its|their|the|his|her) absence\b|\band without (?:that|this|these|those|such|it|them)"
    r"(?: [\w-]+){0,3}?(?=,? (?:factor )?level )|,? (?:(?:in|despite|notwithstanding) the"
    r" (?:absence|presence|lack) of"
    r"|despite|notwithstanding|even without|on the (?:basis|strength) of)\b[^,;]*[.,]?$"
    rf"|, (?:and )?not (?:the )?{OTHERS}, "
    rf"|, and (?:no others?|no one else|nobody else|nothing else)\b(?:(?!{LEVEL})[^,;])*[.]?$",
    re.IGNORECASE,
)
"""What stands beside the finding, and somebody else named only to be ruled out."""

_ENDS_DENIED: Final = late.pattern(rf"{LEVEL} (?:is|are|was|does|do|has) not[ .]*$", re.IGNORECASE)


class Verdict(NamedTuple):
    """What a sentence does to a level, and what says it.

    Plain where a word of crediting itself does; framed where the build of the sentence does,
    whoever it speaks of.
    """

    met: bool
    plain: bool
    framed: bool = False


def of_clause(clause: str) -> Verdict | None:
    """Return which way a clause points, or None where it has no word that says so."""
    subject = _SUBJECT_THAT.match(clause)
    text = BESIDE.sub("", clause[subject.end() :] if subject else clause)
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
    word = found.group().lower()
    joined = _AND.search(text[: found.start()]) is not None
    return word == "nor" or (joined and word not in _ACTS)
