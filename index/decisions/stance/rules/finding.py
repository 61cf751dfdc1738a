"""Set phrases by which a decision finds a level met, exceeded, denied or out of reach."""

from __future__ import annotations

from index.decisions.stance.rules.phrases import (
    AT,
    BE,
    FINDABLE,
    GRADE,
    HERE,
    LIKENESS,
    NAMED,
    PLACED,
    Cue,
    Rule,
)

NOT_EXCEED = Cue(
    Rule(
        "does not exceed",
        r"\b(?:not|nor|neither) (?:find that (?:this|it|he|she) )?(?:to )?(?:exceed|surpass|go"
        r" beyond)",
        "The rounds do not surpass what is asked.",
    ),
)
NOT_BARRED = Cue(
    Rule(
        "does not bar",
        r"\b(?:not|nor|neither)\b[^.;]{0,40}\b(?:bar|preclude|prevent|rule out|disqualify"
        r"|defeat)\b",
        "This does not preclude the grade.",
    ),
)
NEGATION = Cue(
    Rule(
        "a word that denies",
        r"\b(?:not|nor|neither|never|cannot|lacks?|lacking|without|rather than|precludes?"
        r"|instead|nothing|none|no (?:evidence|indication|higher|such|need|basis|authority"
        r"|requirement)|little|nobody)\b",
        "She lacks a lantern of her own.",
    ),
    Rule(
        "a shortened not",
        r"n't\b",
        "She doesn't trim wicks.",
    ),
)
CONTRAST = Cue(
    Rule(
        "unlike the level",
        rf"\bunlike (?:{HERE}|{GRADE}|(?:the |at )?(?:\w+ ){{1,4}})",
        "Unlike Level 2-4, the rounds are set.",
    ),
    Rule(
        "in contrast",
        r"\b(?:in|by) contrast\b",
        "In contrast, the rounds are set.",
    ),
    Rule(
        "contrasted with",
        r"\bcontrasted with\b",
        "This is contrasted with free choice of rounds.",
    ),
    Rule(
        "falls short",
        r"\b(?:falls?|stops?) (?:far |well |somewhat )?short\b",
        "The work falls well short.",
    ),
    Rule(
        "fails to meet",
        r"\bfails? to (?:meet|fully meet|reach|demonstrate|satisfy)\b",
        "The work fails to meet it.",
    ),
    Rule(
        "is not met",
        r"\b(?:is|are|was) not (?:fully )?met\b",
        "That level is not fully met.",
    ),
    Rule(
        "below the level",
        r"\bbelow (?:the )?(?:level|threshold)\b",
        "The work is below the threshold.",
    ),
    Rule(
        "does not meet",
        r"\bdo(?:es)? not (?:fully |quite |entirely )?(?:meet|reach|rise|equate|equal|approach"
        r"|attain|satisfy|warrant|support|approximate)\b",
        "The work does not fully reach it.",
    ),
    Rule(
        "lesser impact",
        r"\bless(?:er)? (?:programmatic )?(?:impact|than|demanding|complex)\b",
        "The lamps have lesser impact.",
    ),
    Rule(
        "less than",
        r"\bless \w+ (?:\w+ )?than\b",
        "The rounds are less varied than that.",
    ),
    Rule(
        "requires more than",
        r"\b(?:involves?|requires?|demands?|takes|means|implies) (?:\w+ )?more than\b",
        "The level requires far more than lighting.",
    ),
    Rule(
        "on the other hand",
        r"\bon the other hand\b",
        "On the other hand, he sets no rounds.",
    ),
    Rule(
        "exceeds what the appellant does",
        r"\bexceeds? (?:what|that|those)\b.{0,40}\bappellant",
        "The level exceeds what is asked of the appellant.",
    ),
)
OPENS_WITH_CONTRAST = Cue(
    Rule(
        "opens with a contrast",
        r"(?:unlike|in contrast|by contrast|contrary)\b",
        "Contrary to the claim, rounds are set.",
    ),
)
OPENS_AGAINST = Cue(
    Rule(
        "opens against what was found",
        r"^(?:in contrast|by contrast|conversely|on the other hand),? ",
        "Conversely, Level 2-4 has free rounds.",
    ),
)
MET = Cue(
    Rule(
        "meets the level",
        r"\b(?:meets?|met|meeting|reach(?:es|ed)?|satisf(?:y|ies)"
        rf"|attains?)\b[^.]{{0,60}}?(?:{HERE}|{GRADE})",
        "The work meets Level 2-3.",
    ),
    Rule(
        "warrants the level",
        r"\b(?:warrants?|merits?|justif(?:y|ies)|deserves?) (?:crediting |credit at"
        rf" )?(?:{HERE})",
        "The work warrants Level 2-3.",
    ),
    Rule(
        "similar to the level",
        rf"\bsimilar(?:ly)?(?: to)? (?:{HERE}|{GRADE})",
        "The rounds are similar to Level 2-3.",
    ),
    Rule(
        "similarly",
        r"^similarly\b",
        "Similarly, he trims wicks.",
    ),
    Rule(
        "as at the level",
        rf"\b(?:as|and,? as) at (?:{HERE}|{GRADE})",
        "As at Level 2-3, he trims wicks.",
    ),
    Rule(
        "like the level",
        rf"\blike (?:(?:the )?\w+ (?:described )?{AT} )?(?:{HERE}|{GRADE})",
        "Like Level 2-3, he trims wicks.",
    ),
    Rule(
        "consistent with the level",
        rf"\b{LIKENESS}\b[^.]{{0,60}}?(?:{HERE}|{GRADE})",
        "The rounds are consistent with Level 2-3.",
    ),
    Rule(
        "as described at the level",
        rf"\bas (?:is |are |was )?{PLACED} {AT} (?:{HERE}|{GRADE})",
        "The rounds vary as described at Level 2-3.",
    ),
    Rule(
        "as the level describes",
        rf"\bas (?:{HERE}|{GRADE}) (?:describes?|requires?|expects?|envisions?|provides?)",
        "He trims wicks as Level 2-3 describes.",
    ),
    Rule(
        "evaluated at the level",
        rf"\b(?:credited|creditable|evaluated|placed|graded) at (?:{HERE}|{GRADE})",
        "The rounds are evaluated at Level 2-3.",
    ),
    Rule(
        "is met",
        r"\b(?:is|are) (?:fully |clearly )?met\b",
        "The criterion is fully met.",
    ),
    Rule(
        "described at the level",
        rf"\b{PLACED} {AT} (?:{HERE}|{GRADE})",
        "The rounds are those described at Level 2-3.",
    ),
    Rule(
        "the level fits",
        rf"\b{NAMED} (?:matches|fits) (?:this|his|her|their|your|the|these)\b",
        "Level 2-3 fits the rounds.",
    ),
    Rule(
        "the level is appropriate",
        rf"\b{NAMED}(?: \([^)]*\))? {BE} (?:\w+ly |the |therefore |thus |also |indeed |hence"
        rf" )*{FINDABLE}\b(?! (?:for|when|where|if|only)\b)",
        "Level 2-3 is clearly appropriate.",
    ),
)
MATCHES_AFTER = Cue(
    Rule(
        "which matches the level",
        r",\s*which (?:\w+ly )?(?:match(?:es)?|meets?|equates?|corresponds?|compares?|fits?"
        r"|(?:is|are) (?:\w+ly )?(?:typical|characteristic|comparable|consistent|equivalent"
        rf"|indicative|similar))\b[^.;,]{{0,40}}{HERE}",
        "He trims wicks, which matches Level 2-3.",
    ),
    Rule(
        "which is the level",
        rf",\s*which (?:is|are) (?:clearly |plainly )?(?:at |of )?{NAMED}[. ]*$",
        "He lifts no lamps, which is Level 8-1.",
    ),
)
"""The likeness that closes a sentence, whatever the facts before it deny."""
DENIED = Cue(
    Rule(
        "the level cannot be credited",
        rf"(?:{HERE}|{GRADE})[^.;]{{0,30}}\b(?:{BE}|can|could|may) ?(?:not|never)(?:"
        rf" be)?\b[^.;]{{0,25}}\b{FINDABLE}\b",
        "Level 2-4 cannot be credited.",
    ),
    Rule(
        "does not support the level",
        rf"\b(?:not|cannot|neither|nor|without)\b[^.;]{{0,60}}\b(?:{FINDABLE}|warrant(?:ing)?"
        rf"|justify(?:ing)?|support(?:ing)?|permit)\b[^.;]{{0,40}}(?:{HERE}|{GRADE})",
        "The record does not support Level 2-4.",
    ),
    Rule(
        "the level, is not",
        rf"(?:{HERE})[^.;]{{0,60}},\s+(?:is|are) (?:not|no) ",
        "The work at Level 2-4, with all its lamps, is not done here.",
    ),
    Rule(
        "the level, which it is not",
        rf"(?:{HERE})[^.;]{{0,80}}\bwhich (?:it|he|she|they) (?:is|are|does|do|has|have) not\b",
        "He would need Level 2-4, which it does not reach.",
    ),
    Rule(
        "no evidence of the level",
        rf"\bno (?:evidence|basis|indication)\b[^.;]*(?:{HERE}|{GRADE})",
        "There is no evidence of Level 2-4.",
    ),
)
DENIED_AFTER = Cue(
    Rule(
        "a denial after a comma",
        r",\s+(?:is|are|was|were|do|does|did)\s+(?:not|no)\b",
        "The rounds, though long, are not set.",
    ),
)
ONLY_SO_MANY = Cue(
    Rule(
        "only so many",
        r"\b(?:only|merely|at most) (?:one|two|three|four|five|six|seven|eight|nine|ten"
        r"|\d{1,2})\b",
        "He has only two lamps.",
    ),
)
