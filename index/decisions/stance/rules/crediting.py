"""Set phrases by which a decision credits, agrees, or refuses to compare positions."""

from __future__ import annotations

from index.decisions.stance.rules.phrases import BE, GRADE, NAMED, Cue, Rule

REFUSED = Cue(
    Rule(
        "will not compare or discuss",
        r"\b(?:cannot|can not|could not|may not|do not|did not|will not|need not|unable to|no"
        r" need to|not necessary to|not appropriate to|no basis to)\b[^.]{0,40}\b(?:compar(?!\w*"
        r" favorably)"
        r"|consider(?!ed)|address|discuss|evaluate\b(?! (?:at|as)\b))",
        "We may not compare her lamps with those of a harbor.",
    ),
    Rule(
        "comparing is not permitted",
        r"\bcompar\w+[^.]{0,60}\b(?:is|are) (?:not (?:permitted|required|necessary|allowed)"
        r"|precluded|barred|prohibited)\b",
        "Comparing the lamps with a harbor's is not permitted.",
    ),
)
OTHERS = Cue(
    Rule(
        "other positions",
        r"\b(?:other|another|similar|those|their) (?:\w+ )?(?:positions?|jobs?)\b",
        "The agency graded similar positions higher.",
    ),
    Rule(
        "positions of other",
        r"\bpositions? of other\b",
        "We looked at positions of other offices.",
    ),
    Rule(
        "positions that may",
        r"\bpositions? (?:that|which) may\b",
        "There are positions that may be graded wrongly.",
    ),
    Rule(
        "to those of another",
        r"\b(?:to|with) (?:those|that) of (?:other|another)\b",
        "His rounds are equal to those of another.",
    ),
    Rule(
        "positions somebody points to",
        r"\bthe (?:two |three |other )?positions? (?:at|in|he|she|they)\b",
        "The three positions he names are graded higher.",
    ),
    Rule(
        "position to position",
        r"\bposition-to-position\b",
        "We make no position-to-position review.",
    ),
    Rule(
        "a colleague's grade",
        r"\b(?:predecessor|co-?worker|colleague)s?(?:'s?)?\b",
        "Her co-worker's grade is higher.",
    ),
)
COMPARES = Cue(
    Rule(
        "comparing",
        r"\bcompar",
        "We do not compare.",
    ),
)
CREDITED = Cue(
    Rule(
        "the level is credited",
        rf"\b(?:{NAMED}(?:(?:,|,? and|,? or) [1-9][AB]?-[1-9])*|{GRADE}) ?(?:\([^)]*\) ?)?"
        rf"(?:{BE}|must be)"
        r" (?:properly |therefore |thus |also |hereby )?(?:credited|assigned|awarded"
        r"|confirmed|restored|reinstated)\b"
        r"(?! (?:to|elsewhere|only (?:to|when|where|if)|by|when|where|if"
        r"|in error|erroneously|mistakenly)\b)",
        "Level 2-3 must be credited.",
    ),
    Rule(
        "credit is limited to the level",
        rf"\bcredit (?:for this factor )?is (?:therefore )?(?:limited to|set at) {NAMED}",
        "The credit is limited to Level 2-3.",
    ),
    Rule(
        "credit and the level",
        r"^(?:(?:therefore|accordingly|thus|consequently|hence),? )?(?:we )?(?:also |therefore"
        rf" )?credit(?:ed|ing)? (?:this factor )?(?:at |with )?{NAMED}(?! (?:presupposes"
        rf"|requires|calls"
        r"|assumes|depends|demands|implies|means|takes|can|may|would|could|should)\b)",
        "Consequently, crediting Level 2-3 is right.",
    ),
    Rule(
        "the factor is evaluated at",
        rf"\bfactor {BE} (?:therefore |properly |thus |accordingly )?(?:credited|evaluated|rated"
        rf"|graded|assigned|placed|set) (?:at|under|with|as) (?:{NAMED}|{GRADE})",
        "This factor is evaluated at Level 2-3.",
    ),
    Rule(
        "we evaluate at",
        r"\bwe (?:therefore |accordingly )?(?:evaluate|credit|assign|rate|grade|place)d?"
        rf" (?:this factor|the factor|it|the position)? ?(?:at |with )?(?:{NAMED}|{GRADE})",
        "We rate the position at Level 2-3.",
    ),
    Rule(
        "points are credited",
        r"\b\d[\d,]* points?\)?,? (?:is|are|were) (?:credited|assigned|awarded)\b",
        "275 points are credited.",
    ),
    Rule(
        "credits so many points",
        r"\b(?:credit|award|assign)(?:ed)? \d[\d,]* points\b",
        "We award 275 points.",
    ),
    Rule(
        "at this level for points",
        r"\bcredited at th(?:is|at) level (?:for|with|and) \d[\d,]* points\b",
        "Oil is credited at this level for 275 points.",
    ),
    Rule(
        "credited at the level with points",
        rf"\bcredited (?:at|with) {NAMED}[^.]{{0,12}}\b\d[\d,]* points\b",
        "It was credited at Level 2-3 (275 points).",
    ),
    Rule(
        "criterion of a grade",
        r"\b(?:skill|knowledge|responsibility|effort|conditions|it) (?:is|are) (?:credited"
        rf"|evaluated|graded) (?:at|as) {GRADE}",
        "Knowledge is evaluated at GS-7.",
    ),
    Rule(
        "nothing but level and points",
        rf"^{NAMED}[ ,:.-]*\(?\d[\d,]* points?\)?\.?$",
        "Level 2-3, 275 points.",
    ),
)
CREDIT_OF = Cue(
    Rule(
        "a word of crediting",
        r"\b(?:credit\w*|assign\w*|evaluat\w*|determin\w*|award\w*|rating|findings?)\b",
        "The evaluation stands.",
    ),
)
UNCONTESTED = Cue(
    Rule(
        "not in dispute",
        r"\b(?:uncontested|undisputed|not contested|not in dispute|none of (?:which|them|these)"
        r" [^.]{0,20}(?:dispute|contest)\w*)\b",
        "The wick factor is undisputed.",
    ),
    Rule(
        "nobody disagrees",
        r"\b(?:not|neither|nor|no)\b[^.]{0,40}\b(?:disagree|dispute|contest|take issue|question"
        r"|challenge)",
        "He does not question the factor.",
    ),
)
AGREED = Cue(
    Rule(
        "we agree",
        r"^(?:(?:after|based (?:up)?on|upon|following|having|on) [^,]{0,60}, )?(?:and )?we"
        r" (?:\w+ (?:it|them|this) and )?(?:also |too )?(?:agree|concur|(?:find|see|have|found|saw)"
        r" no (?:\w+ )?(?:reason|cause|grounds?|basis) to (?:disagree|differ|disturb|change))\b",
        "After careful review, we agree.",
    ),
    Rule(
        "reviewed and agree",
        r"^we (?:have )?(?:\w+ )?(?:reviewed|examined|considered|analyzed"
        r"|evaluated)\b[^.]{0,80}\band (?:also |fully )?(?:agree|concur)\b",
        "We have carefully reviewed the duties and fully concur.",
    ),
)
DISAGREED = Cue(
    Rule(
        "we disagree",
        r"^(?:however, |but )?(?:(?:after|based (?:up)?on|upon|following|having|on) [^,]{0,60},"
        r" )?we"
        r" (?:(?:must |respectfully )*(?:disagree|decline\.|differ\.)"
        r"|(?:do not|cannot) (?:agree|concur|follow|share))(?! that\b)",
        "However, we do not agree.",
    ),
)
DISAGREED_WITH = Cue(
    Rule(
        "we disagree with the appellant",
        r"^(?:however, )?we (?:disagree|do not (?:agree|concur)) with the appellants?\b",
        "We disagree with the appellant.",
    ),
)
CONCUR = Cue(
    Rule(
        "we concur",
        r"\bwe (?:\w+ )?(?:concur|agree|credit|accept)\b",
        "We fully concur.",
    ),
    Rule(
        "and concur",
        r"\band concur\b",
        "We read the record and concur.",
    ),
    Rule(
        "we find them right",
        r"\bwe (?:\w+ )?find (?:them|these|it|each|all of them) (?:\w+ )?(?:correct|right|proper"
        r"|appropriate|supported)\b",
        "We find them correct.",
    ),
)
PRINCIPLE = Cue(
    Rule(
        "if a position",
        r"^(?:if|for|when) (?:a|an|any|the) (?:given )?(?:position|job|factor|position"
        r" factor)\b(?! of\b)(?!.*\bappellant)",
        "If a position fails a level, the next lower one counts.",
    ),
    Rule(
        "the description marks the floor",
        r"\b(?:FLDs?|factor level descriptions?)\b[^.]{0,60}\b(?:marks?|(?:describes?"
        r"|represents?) the (?:minimum|floor))\b",
        "The factor level descriptions mark the floor.",
    ),
    Rule(
        "fully equivalent to the overall intent",
        r"\bfully equivalent to the overall intent\b",
        "Work must be fully equivalent to the overall intent.",
    ),
    Rule(
        "under the Factor Evaluation System",
        r"^(?:under|in) the (?:FES|factor evaluation system)\b",
        "Under the Factor Evaluation System, points add up.",
    ),
)
"""How every factor is credited, said before any is: it finds nothing on this position."""
SUPPOSED = Cue(
    Rule(
        "we would have",
        r"\bwe would have\b",
        "We would have looked at the oil.",
    ),
    Rule(
        "would have been met",
        r"\bwould have been (?:met|credited)\b",
        "The level would have been met.",
    ),
)
LEVEL_ALONE = Cue(
    Rule(
        "a level and nothing else",
        r"^(?:at )?(?:factor )?level [1-9][AB]?-\d[a-d]?[ .]*$",
        "Level 2-3.",
    ),
)
"""It finds nothing by itself; the points that follow it do."""
POINTS_ALONE = Cue(
    Rule(
        "points and nothing else",
        r"^\W*(?:for )?(?:\d{1,3},\d{3}|\d{1,4}) points\W*$",
        "275 points.",
    ),
)
"""A sentence that closes a factor: the points are those of the level it told before."""
