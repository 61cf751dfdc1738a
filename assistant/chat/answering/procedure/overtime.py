"""What the rules on claims under the Fair Labor Standards Act say to each thing asked of a claim.

A claim has forums, limits and proof of its own, mostly the opposite of a classification appeal's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.chat.answering.kit import law
from assistant.chat.model import Words
from index.language.late import pattern

if TYPE_CHECKING:
    from assistant.chat.model import Question

SOURCE: Final = "5-cfr-551"
_PERIOD = law(
    SOURCE,
    "section 551.702(c)",
    "pay for a period of up to 2 years",
    "Pay is due for up to 2 years, 3 for a willful violation, before the claim was received.",
)
_RECEIVED = law(
    SOURCE,
    "section 551.702(c)",
    "may preserve the claim period by submitting a written claim",
    "A written claim to the agency or to OPM preserves the claim period from the day received.",
)
_ANY_TIME = law(
    SOURCE,
    "section 551.702(a)",
    "challenging the correctness of his or her FLSA exemption status",
    "A challenge to the exemption status may be filed at any time.",
)
GRIEVANCE = law(
    SOURCE,
    "section 551.703(a)",
    "must use that NGP as the exclusive administrative remedy",
    "A member of a bargaining unit whose agreement does not exclude it must use the grievance "
    "procedure.",
)
_ONE = law(
    SOURCE,
    "section 551.703(b)",
    "but not both simultaneously",
    "Outside a negotiated procedure a claim goes to the agency or to OPM, not to both at once.",
)
_AGENCY_FIRST = law(
    SOURCE,
    "section 551.705(a)",
    "may still file the claim with OPM",
    "After an unfavorable decision of the agency the claim may still go to OPM.",
)
_BURDEN = law(
    SOURCE,
    "section 551.706(b)(1)",
    "burden of proof rests with the agency",
    "In a claim on the exemption status the agency must prove the exemption.",
)
_COURT = law(
    SOURCE,
    "section 551.703(c)",
    "does not satisfy the statute of limitations",
    "A claim to the agency or OPM does not keep the time limit of a court.",
)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is asked of a claim: by which words, what is answered, and where it stands."""

    asked: re.Pattern[str]
    lead: str
    words: tuple[Words, ...]


def _part(asked: str, lead: str, *words: Words) -> Part:
    return Part(pattern(asked, re.IGNORECASE), lead, words)


_PARTS: Final = (
    _part(
        r"\b(?:stop\w*|toll\w*|freez\w+|paus\w+)\b.{0,20}\b(?:clock|runn?ing|time|years|limit|it)\b"
        r"|\b(?:claim|it|period)\b.{0,12}\balive\b|\bpreserv\w+"
        r"|\b(?:does|is|would|will) (?:just |only )?(?:telling|asking|calling|an? (?:e-?mail|call|"
        r"letter|talk|note)|a word)\b|\bdo i (?:just )?tell\b|\b(?:is|or) a letter needed\b"
        r"|\b(?:verbal|oral)\w*\b",
        "**Only a written claim counts, and from the day your agency or OPM receives it: telling "
        "HR or a supervisor of it stops nothing.** You have to prove that day: send the claim by "
        "certified mail with return receipt, or ask for the written acknowledgment that the agency "
        "owes you. It does not keep the time limit of a court.",
        _RECEIVED,
        _COURT,
    ),
    _part(
        r"\bhow (?:far|long|many years) back\b|\byears back\b|\bgo(?:es)? back\b|\breach\w* back\b"
        r"|\bstatute of limit\w*|\bwillful\w*|\b(?:last|past|all|these|two|three|four|five|six|ten|"
        r"\d+) (?:\w+ )?years?\b|\bback ?pay\b",
        "**Two years back from the day the claim is received, three if the violation was "
        "willful.** Every day you wait takes a day off the front. The claim goes in writing to "
        "your agency or to OPM, not both at once; where a negotiated agreement covers it, the "
        "grievance procedure is the only way.",
        _PERIOD,
        GRIEVANCE,
    ),
    _part(
        r"\b(?:union|bargaining|steward|griev\w+|collective|negotiated|cba|ngp|afge|nteu)\b"
        r"|\b(?:contract|agreement)\b",
        "**Then the negotiated grievance procedure is the only administrative way, unless your "
        "agreement expressly leaves matters of the Fair Labor Standards Act out; an agreement that "
        "is silent does not.** It is enough that you were in the unit at any time of the claim "
        "period. Neither the agency nor OPM then reviews it; outside such a procedure you choose "
        "between the two. The grievance article sets its own, shorter limits.",
        GRIEVANCE,
        _ONE,
    ),
    _part(
        r"\bburden\b|\bprov(?:e|es|en|ing)\b|\bproof\b|\bevidence\b|\bwhat (?:do|must) i show\b",
        "**On the exemption itself the agency must prove that you are exempt, not you that you are "
        "not.** In a claim for pay you show that it was received in time, that the agency is "
        "liable, and your right to the pay: keep records of the hours and of the duties you "
        "really do.",
        _BURDEN,
        law(
            SOURCE,
            "section 551.706(a)(1)",
            "responsibility to provide evidence that the claim period",
            "In a pay claim the claimant shows the preserved period, the liability and the right.",
        ),
    ),
    _part(
        r"\bboth\b|\bsame time\b|\bsimultan\w+|\bat once\b|\bwhich (?:one )?(?:first|is better)\b"
        r"|\bagency (?:first|or|and)\b|\bopm (?:first|or|and)\b|\bor (?:to )?(?:opm|my agency|the "
        r"agency|hr)\b",
        "**Not with both at once: with your agency or with OPM, as you choose.** OPM advises the "
        "agency first, and after its refusal you can still go to OPM; after OPM's decision you "
        "cannot go to the agency. In a bargaining unit whose agreement does not expressly exclude "
        "it, neither: the grievance procedure is the only way.",
        _ONE,
        _AGENCY_FIRST,
    ),
    _part(
        r"\b(?:contain|include|stand in|goes? in|go into|belong in)\b|\bin (?:it|the claim)\b"
        r"|\bwhat (?:do|must|should) (?:i|we) (?:write|put|say|send|enclose|tell)\b|\bform\b",
        "**In writing and signed: who you are, agency, title, series and grade; what the claim is "
        "about, with the period; what you did in the agency, with its answer; your evidence and "
        "witnesses; what you ask for; proof that the period was preserved; and whether you were in "
        "a bargaining unit and its grievance procedure, and whether you went to court.** That is "
        "what OPM requires; an agency may have its own procedure.",
        law(
            SOURCE,
            "section 551.705(c)",
            "must be signed by the claimant",
            "A claim to OPM is in writing, signed, and holds what the paragraph lists.",
        ),
    ),
    _part(
        r"\brepresent\w*|\blawyers?\b|\battorneys?\b",
        "**Yes: you may name a representative, in writing.** The agency may refuse one who is a "
        "federal employee for a conflict of interest, priority needs of the Government or "
        "unreasonable cost. In OPM's interviews a representative takes part only if OPM asks.",
        law(
            SOURCE,
            "section 551.704",
            "designate the representative in writing",
            "A claimant may name a representative, in writing.",
        ),
    ),
    _part(
        r"\b(?:sue|suing|court|lawsuit|judge|litigat\w+)\b",
        "**The right to go to court is not touched, but a claim to your agency or OPM does not "
        "keep the court's own time limit.** OPM decides no claim that is before a court. What a "
        "suit takes is a lawyer's matter.",
        _COURT,
    ),
    _part(
        r"\b(?:confidential\w*|anonym\w+|my name|secret\w*)\b|\b(?:find out|learn of|tell my)\b",
        "**Ask for it in the claim itself, and OPM tries to keep your name from the agency.** If "
        "it cannot decide so, it cancels the claim unless you allow the name in writing.",
        law(
            SOURCE,
            "section 551.706(a)(2)",
            "identity of the claimant not",
            "A claimant may ask that the agency not be told the name.",
        ),
    ),
    _part(
        r"\bhow long (?:does|will|would|until|before)\b|\b(?:answer|decide|respond|"
        r"reply)\w* (?:by|in|"
        r"within)\b|\b(?:have|has) to (?:answer|decide|respond)\b",
        "**The rules set no days for deciding a claim.** What OPM asks of you or of the agency is "
        "due in 15 workdays of the request, unless it grants more; without your answer it may "
        "cancel the claim.",
        law(
            SOURCE,
            "section 551.706(a)(1)",
            "within 15 workdays after the date of the request",
            "What OPM asks for is due in 15 workdays.",
        ),
    ),
    _part(
        r"\b(?:appeal|overturn|reconsider\w*|reopen)\b|\b(?:final|lose|lost|denied|den(?:y|ies)|"
        r"refuses?d?|turn(?:s|ed)?|says? no|said no|rejects?|rejected)\b",
        "**If the agency refuses, you can still file the claim with OPM; OPM's decision is "
        "final.** OPM may reconsider it for material information or a material error, on a written "
        "request that it receives within the days that 5 CFR 551.708(a) sets.",
        _AGENCY_FIRST,
        law(
            SOURCE,
            "section 551.708(a)",
            "no further right of administrative appeal",
            "OPM's decision on a claim is final.",
        ),
    ),
    _part(
        r"\b(?:deadline|time limit|too late|until when|by when|in time)\b"
        r"|\bhow (?:long|much time) (?:do|have)\b|\bwhen (?:do|must|should) (?:i|we)\b",
        "**None for challenging the exemption: at any time. For pay, the claim reaches two years "
        "back from the day it is received, three if the violation was willful.** So every day you "
        "wait costs a day of pay.",
        _ANY_TIME,
        _PERIOD,
    ),
    _part(
        r"\bwhere\b|\baddress\b|\bwho(?:m)? (?:do|should|can|to)\b|\b(?:send|mail)\b",
        "**To your agency, by its own procedure, or to OPM's Classification Appeals and FLSA "
        "Program, 1900 E Street NW, Washington, DC 20415-0001; not to both at once.** Check the "
        "address at opm.gov. In a bargaining unit it is a grievance instead, unless the agreement "
        "expressly excludes it.",
        law(
            SOURCE,
            "section 551.710",
            "Classification Appeals and FLSA Program",
            "A claim to OPM goes to its Classification Appeals and FLSA Program.",
        ),
        _ONE,
    ),
)
WAY: Final = _part(
    r"\bwhat (?:can|could|should|do|must) (?:i|we|she|he) do\b|\bhow (?:do|can|should|would) (?:i|"
    r"we|"
    r"she|he)\b|\bwhat now\b|\bnext step\b|\bnow what\b|\bfile a claim\b",
    "**File an FLSA claim, in writing, with your agency or with OPM, not with both at once; a "
    "classification appeal does not decide it, nor does the grade.** In a bargaining unit the "
    "negotiated grievance procedure is the way instead, unless the agreement expressly excludes "
    "it. "
    "The exemption may be challenged at any time; pay reaches two years back from the day the "
    "claim "
    "is received, three if the violation was willful.",
    _ANY_TIME,
    GRIEVANCE,
    _ONE,
)


def part_asked(question: Question) -> Part | None:
    """Return what is asked of a claim; None when nothing of its procedure is."""
    text = question.message.replace("\u2019", "'")
    return next((part for part in (*_PARTS, WAY) if part.asked.search(text)), None)
