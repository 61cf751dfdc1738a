"""Set phrases that tell what is claimed, what an agency did, what a standard says, and of whom."""

from __future__ import annotations

from index.decisions.stance.rules.phrases import (
    BE,
    BELIEF,
    FINDABLE,
    GRADE,
    HERE,
    LIKENESS,
    NAMED,
    PERSON,
    SAYING,
    Cue,
    Rule,
)

CLAIM = Cue(
    Rule(
        "a person believes",
        rf"(?:^|; )(?!if\b|whether\b)(?:[^.;]{{0,60}}\b)?{PERSON}\b(?! (?:does|do|did)"
        rf" not\b)(?:[^.]{{0,60}}\b)?(?<!we )(?:{BELIEF}|(?<!they ){SAYING}|(?:agrees?"
        r"|concurs?)(?=[.,]| with\b|$))\b",
        "The appellant believes that lamps matter.",
    ),
    Rule(
        "a person's rationale",
        r"\b(?:appellant's|appellants'|his|her|their|your) (?:rationale|claims?|contentions?"
        r"|arguments?|belief|appeal (?:letter|rationale))\b",
        "Her rationale rests on the oil.",
    ),
    Rule(
        "according to the appellant",
        r"\baccording to the appellants?\b",
        "According to the appellant, oil is dear.",
    ),
    Rule(
        "sought by the appellant",
        r"\b(?:sought|claimed|requested|proposed|believed|advanced) by (?:the )?(?:appellants?"
        r"|representatives?)\b",
        "The level sought by the representative rests on oil.",
    ),
    Rule(
        "in a person's view",
        r"\bin (?:the appellants?'?s?|his|her|their|your) (?:view|opinion|judgment)\b",
        "In his view, oil is dear.",
    ),
    Rule(
        "it is a person's view",
        r"\bit is (?:the appellants?'?s?|his|her|their) (?:view|position|belief|contention)\b",
        "It is her view and nothing else.",
    ),
    Rule(
        "the appellant is in agreement",
        r"\bappellants? (?:(?:and|with) [^.]{0,30})?(?:is|are) (?:also )?in (?:agreement"
        r"|accord)\b",
        "The appellants and the agency are in agreement.",
    ),
    Rule(
        "would have us credit",
        r"\b(?:appellants?|agency) would (?:have us )?(?:credit|assign|evaluate)\b",
        "The agency would have us credit more.",
    ),
    Rule(
        "in seeking the level",
        rf"^(?:in|for) (?:arriving at|claiming|seeking|crediting|support of) {NAMED}",
        "In seeking Level 2-4 the letter points to oil.",
    ),
)
BELIEVES = Cue(
    Rule(
        "opens with a belief",
        rf"^(?!if\b)(?:[^.]{{0,30}}\b)?(?:(?:appellants?|representatives?)\b[^.]{{0,30}}|you"
        rf" )\b(?:{BELIEF}|(?:states|stated|says|said|writes|wrote) that|makes? (?:\w+"
        rf" ){{0,2}}(?:statements?|arguments?)|compare[sd]?)\b",
        "The appellant claims that oil is dear.",
    ),
)
DENIES = Cue(
    Rule(
        "a word that denies a claim",
        r"\b(?:disagree|disput|contest|err|object)\w*$",
        "He disputes",
    ),
)
AGENCY = Cue(
    Rule(
        "the agency credited",
        r"\b(?:agency|activity|command|bureau)\b[^.]{0,60}\b(?:credited|assigned|evaluated"
        r"|awarded|determined|found|concluded|arrived at|rated|placed|put|set|gave|used|applied"
        r"|chose|argues?|contends?|believes?|maintains?|calls)\b",
        "The agency credited Level 2-3.",
    ),
)
PARTY_LEFT = Cue(
    Rule(
        "a party did not consider it",
        r"^(?:[\w ]{0,30}, )?(?:the|your|his|her|their) (?:\w+ )?(?:agency|activity|command|bureau"
        r"|appellants?|representative|supervisor)(?:'s \w+(?: \w+)?)? (?:did|does|do|has|have|could"
        r"|would|need) not (?!.*\bwe\b)",
        "The agency did not evaluate the oil.",
    ),
)
"""What a party left aside is no refusal of ours to compare."""
AS_FOUND = Cue(
    Rule(
        "as the agency found",
        r", as (?:the|your|his|her|their) (?:agency|activity|command) (?:\w+ )?(?:found|did"
        r"|determined|credited|concluded|had it)\b",
        "Level 2-3 is credited, as your agency found.",
    ),
)
"""A tail that says OPM and the agency agree: the credit is OPM's."""
OWN = Cue(
    Rule(
        "the appellant or he",
        r"\b(?:appellants?|appellants?'s?|appellants'|he|she|you|your)\b",
        "The appellant trims wicks.",
    ),
    Rule(
        "his or her",
        r"\b(?<!or )(?:his|her)\b(?! or)",
        "Trimming is among her duties.",
    ),
    Rule(
        "the position",
        r"\b(?:the|this|his|her|their|your) (?:subject |appealed )?(?:position|job)s?\b",
        "The subject position has no helpers.",
    ),
    Rule(
        "we find",
        r"\bwe (?:\w+ )?(?:find|found|conclude|agree|determine|consider(?:ed)?)\b",
        "We carefully considered the oil.",
    ),
    Rule(
        "the work does not",
        r"^(?:the|these) (?:work|duties|assignments|contacts|guidelines) (?:\w+ ){0,3}(?:(?:do"
        r"|does|is|are|did) not|lacks?)\b",
        "The work itself does not change.",
    ),
)
OPENS_WITH_THEY = Cue(
    Rule(
        "opens with they",
        r"^(?:they|their|these|those|this|that|it|such)\b(?! (?:higher |lower |next |factor"
        r" )?levels?\b)",
        "They trim wicks.",
    ),
)
ANY_POSITION = Cue(
    Rule(
        "the position as anybody's",
        r"\bthe (?:subject )?(?:position|job)s?\b",
        "The position has set rounds.",
    ),
)
SUBJECT_AT = Cue(
    Rule(
        "employees at the level",
        rf"(?:(?:The )?[A-Z]?[\w'-]+ )(?:\w+ ){{0,2}}(?:at|under) {HERE} (?!\b{BE} (?:not"
        rf" )?{FINDABLE})",
        "Keepers at Level 2-3 trim wicks.",
    ),
)
OPENS_STANDARD = Cue(
    Rule(
        "at the level",
        r"^(?:(?:in addition|also|further|furthermore|however|similarly),? )?(?:at|under)"
        rf" (?:{HERE}|{GRADE})",
        "In addition, at Level 2-3 the keeper trims wicks.",
    ),
    Rule(
        "the level describes",
        r"^(?:factor |subfactor )?(?:levels?|FLDs?) [0-9A-Z-]+ (?:\([^)]*\) )?(?:includes?"
        r"|covers?|describes?|requires?|involves?|applies|represents|recognizes|contemplates"
        r"|credits?|assumes|states|provides?|calls? for|is (?:the |for |appropriate (?:for|when)"
        r"|characterized|distinguished|(?:assigned|credited|appropriate|warranted|met) (?:for"
        r"|when|where|if|only)))",
        "Factor Level 2-3 covers set rounds.",
    ),
    Rule(
        "work at the level requires",
        rf"^(?!as\b|like\b|unlike\b|in contrast|.{{0,70}}\b{LIKENESS}"
        rf"|.{{0,50}}\bsimilar)(?:[\w,'-]+ ){{1,9}}(?:at|to|in|under|of)"
        rf" {HERE}[^.]{{0,30}}\b(?:requires?|includes?|involves?|are|is|use|perform|may"
        r"|describes?|covers?|deal)",
        "Rounds described at Level 2-3 are set.",
    ),
    Rule(
        "the grade's employees",
        rf"^(?:(?:\w+ ){{0,3}}(?:at|in|of) )?{GRADE} (?:\w+ ){{0,2}}(?:are|perform|work|use"
        r"|apply|must|may|serve|design|plan|know|carry|employees?|positions?)\b",
        "GS-7 keepers perform set rounds.",
    ),
    Rule(
        "keepers of the grade",
        rf"^(?:[\w-]+ ){{1,5}}(?:at|of) {GRADE} (?:are|is|perform|use|apply|must|may|serve"
        r"|design|plan|know|carry|require)",
        "Keepers of some skill at GS-7 require oil.",
    ),
    Rule(
        "typical of the level is",
        r"^(?:also )?(?:characteristic|typical|illustrative|representative|included|covered"
        rf"|exemplified)\b[^.]*{HERE}[^.]*\b(?:is|are)\b",
        "Typical of Level 2-3 is a set round.",
    ),
    Rule(
        "to meet the level one must",
        rf"^to (?:meet|be (?:credited|assigned|evaluated)|warrant|receive|reach)\b[^.]*(?:{HERE}"
        rf"|{GRADE})[^.]*\b(?:must|requires?|needs?|has to|have to|should)\b",
        "To meet Level 2-4, a keeper must set rounds.",
    ),
)
STANDARD = Cue(
    Rule(
        "covered at the level",
        rf"\b(?:also )?(?:covered|included|characteristic|exemplified|typical)[^.]{{0,40}} at"
        rf" {HERE}",
        "Also covered are rounds at Level 2-3.",
    ),
    Rule(
        "at this level",
        r"\bat th(?:is|e) level,? ",
        "Rounds are set at this level, as a rule.",
    ),
    Rule(
        "the standard describes",
        r"\bthe (?:standard|pcs|guide|jfs|jgs|gssg|primary standard"
        r"|fld)s?\b[^.]{0,40}\b(?:describes?|provides?|states?|defines?|indicates?|says|gives)\b",
        "The guide describes set rounds.",
    ),
)
AT_LEVEL = Cue(
    Rule(
        "opens at the level",
        rf"^(?:at|under) {HERE}(?: \([^)]*\))?,? ",
        "At Level 2-3, the keeper trims wicks.",
    ),
)
NEW_CLAUSE = Cue(
    Rule(
        "a semicolon",
        r";",
        "He trims wicks; he sets no rounds.",
    ),
    Rule(
        "a comma and but",
        r",\s*(?:but|so|yet)\b",
        "He trims wicks, but sets no rounds.",
    ),
    Rule(
        "and therefore",
        r",?\s+and (?:therefore|thus|so)\b",
        "He trims wicks and therefore knows oil.",
    ),
    Rule(
        "a comma and a new subject",
        r",\s*and (?=as |like |similar |consistent |comparable |he |she |they |his |her |their "
        r"|you |your |the appellant)",
        "He trims wicks, and he fills lamps.",
    ),
)
CONNECTIVE = Cue(
    Rule(
        "a word that joins to what was said",
        r"^(?:in contrast|by contrast|by comparison|on the other hand|however|conversely|in"
        r" addition|further(?:more)?|moreover|also),\s+",
        "Moreover, he trims wicks.",
    ),
)
FACTS_AFTER = Cue(
    Rule(
        "a likeness, then facts",
        rf"^(?:as|like|similar|consistent|comparable)\b[^,]*(?:{HERE}|{GRADE})[^,]*,",
        "As at Level 2-3, he trims wicks.",
    ),
)
REASON = Cue(
    Rule(
        "opens with a reason",
        r"^(?:since|because|as|while|although|inasmuch as)\b[^;]*?, (?=[^,]*$)",
        "Since Level 2-4 is not met, Level 2-3 counts.",
    ),
)
OF_THINGS = Cue(
    Rule(
        "guidelines that are not applicable",
        r"\b((?:that|which) (?:is|are)) not (?=(?:always|completely|wholly|entirely|fully"
        r"|directly) (?:applicable|specific|available|clear))",
        "He uses rules that are not always applicable.",
    ),
)
"""What guidelines are not is a fact that a level may ask for; it denies no level."""
