"""Who may speak for an appellant, and how far."""

from __future__ import annotations

import re

from assistant.chat.answering.kit import rule
from assistant.chat.answering.named.particulars.asked import asked_whole
from assistant.chat.answering.procedure import track
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.chat.topics import known_topics

_BOSS = ("supervisor", "boss", "manager", "chief", "director", "commander")
_CLASSIFIER = ("personnel specialist", "classifier", "hr ", "personnel officer", "human resources")
_PRESENT = (
    *("present", "sit in", "attend", "interview", "audit", "during", "be there", "come along"),
    *("join",),
)
_REFUSE = (
    *("refuse", "object", "disallow", "reject", "deny", "denied", "forbid", "turn down", "veto"),
    *("turned down", "say no", "said no", "block", "won't let", "won't release", "not release"),
    *("can't spare", "won't allow", "too expensive", "too costly", "stop me from", "no to my rep"),
)

_RELEASE = ("release", "spare", "needed for", "is needed", "critical", "mission", "workload")
_FAMILY = (
    *("wife", "husband", "spouse", "partner", "mother", "father", "brother", "sister", "friend"),
)
_ABOVE = re.compile(
    r"\b(?:above me|over me|supervises? me|(?:first|second)[- ]line|(?:my|"
    r"our) chain(?: of command)?)\b",
    re.IGNORECASE,
)
_NO_POWER = re.compile(
    r"\b(?:another|other|different) (?:agency|division|department|office|branch|base|bureau|unit|"
    r"shop|"
    r"command|installation)\b|\b(?:not|n't|no longer|never) (?:my|a|his|her|the|supervis\w+)\b|"
    r"\bno (?:authority|say|power)\b|\bretired\b|\bformer\b|\bteam lead\w*\b|\bused to\b|\bex-",
    re.IGNORECASE,
)
_POWER = re.compile(
    r"\b(?:has|with|have) (?:line |staff |classification |the )?(?:authority|power)\b"
    r"|\bclassif\w+ (?:my|the|his|her) (?:position|job)\b",
    re.IGNORECASE,
)
_CLASSIFIES = re.compile(
    r"\b(?:who|that|and|she|he|they|colleague|coworker|co-worker|friend|steward|specialist)"
    r"(?: (?:also|usually|normally|actually|himself|herself))? "
    r"(?:(?:classif(?:ies|y)|evaluates?|grades?) (?:\w+ ){0,2}?(?:jobs?|positions?|pds?|work|us|"
    r"me)\b|(?:does|do|did|works? (?:in|on)|is in|handles?) (?:\w+ ){0,2}?classification\b)"
    r"|\b(?:position|job) classifiers?\b",
    re.IGNORECASE,
)
"""Says of the person chosen that he or she classifies positions."""
_AS_REP = re.compile(
    r"\b(?:i am|i'm|as) (?:a |an |the |her |his |their )?(?:\w+ )?(?:steward|union rep\w*|"
    r"representative|union officer|rep)\b",
    re.IGNORECASE,
)
_FOR_HER = re.compile(
    r"\b(?:may|can|could|would|am) i\b[^.?!]{0,20}\b(?:be there|be present|sit in|attend|listen|"
    r"join|come along)\b",
    re.IGNORECASE,
)
_TURNED_DOWN = re.compile(
    r"\b(?:turn|say no to|throw|kick|shut)\w* (?:me|him|her|us|them) (?:down|out)\b"
)
_LET_IN = re.compile(
    r"\b(?:may|can|could|would|will|am|is|are) (?:i|he|she|we|they)\b[^.?!]*"
    r"\b(?:audit|interview|on-?site|visit)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:my|as|be my|as my|his|her|the appellant's|the employee's|a|"
    r"our) (?:own )?rep(?:resentative)?\b"
    r"(?! (?:rate|sample|payee|work))|\brepresent (?:me|him|her|us|them|my|the (?:employee|"
    r"appellant))\b|"
    r"\brep (?:is|was|i|who|has|works|needs)\b|"
    r"\b(?:may|can|could|would|will|might) (?:he|she|they|my \w+|(?:a|an|the|this|that) \w+) "
    r"(?:also )?(?:speak|talk|argue|stand in|appear|act) (?:up )?for (?:me|him|her|us|them)\b|"
    r"\b(?:may|can|could|am i allowed|allowed) (?:i |to )?(?:have|get|bring|let|ask|use) "
    r"(?:somebody|someone|anybody|anyone|a friend|my \w+|another person)(?: else)? (?:to )?"
    r"(?:help|assist|speak|act|write|argue|handle|do)\b",
    re.IGNORECASE,
)
_HELPED = re.compile(
    r"^\W*(?:(?:and|so|but|ok(?:ay)?|then)\W+)*(?:can|could|may|will|would|is|am i allowed to have)"
    r" (?:(?:there )?(?:somebody|someone|anybody|anyone)|my \w+(?: rep\w*)?|"
    r"an? (?:friend|lawyer|attorney|colleague|co-?worker|relative)|"
    r"i (?:have|get|ask for)(?: some| any)? (?:help|assistance|somebody|someone))\b"
    r"(?! (?:else|to know|at the agency))(?:(?! (?:grade|pay)\b)[^.?!]){0,60}\W*$",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"\b(?:help|assist\w*|do (?:it|this|that|all)|(?:write|file|handle) (?:it|this|that)|speak|"
    r"represent|on my (?:side|behalf))\b",
    re.IGNORECASE,
)
_WHO_HELPS = re.compile(
    r"\bwho(?:m)? (?:can|could|will|would|should|might|do|else can) (?:i )?(?:help|assist|advise|"
    r"guide|talk to|ask for help|turn to|go to for help|get help)\b|"
    r"\bwho (?:is there )?to (?:help|talk to)\b|"
    r"\b(?:is there|there is|isn't there) (?:somebody|someone|anybody|anyone|a person|an office)\b"
    r"[^.?!]{0,20}\b(?:talk to|ask|turn to|help\w*|advis\w*|explain\w*)\b"
    r"|\b(?:where|who(?:m)?) (?:can|could|do|would) i (?:get|find) (?:some |any )?(?:help|advice)\b"
    r"|\bwho can i get help from\b",
    re.IGNORECASE,
)
_AT_THE_AUDIT = re.compile(
    r"\b(?:steward|lawyer|attorney|union|rep|representative)\b[^.?!]{0,40}"
    r"\b(?:sit in|attend|be (?:there|present)|join|come)\b[^.?!]{0,40}\b(?:audit|interview|opm)\b"
    r"|\b(?:audit\w*|interview\w*)\b[^.?!]{0,40}\b(?:steward|lawyer|attorney|union|rep|"
    r"representative)\b[^.?!]{0,20}\b(?:sit in|attend|be (?:there|present|with)|join|come)\b",
    re.IGNORECASE,
)
_OTHER_WORD = re.compile(
    r"\b(?:sales|service|union|customer) rep(?!resent (?:me|him|her|us|them)\b)"
    r"|congress|house of rep"
    r"|\brepresentative (?:role|dut|work)"
    r"|\brepresents? (?:my|our|the) (?:office|agency|unit|branch|division)\b",
    re.IGNORECASE,
)
_OBJECTS = re.compile(
    r"\b(?:hr|agency|personnel|management|they|(?:my |her |his |the )?(?:boss|supervisor|manager|"
    r"chief|"
    r"director|commander))(?: \w+){0,2}? (?:says?|said|told|tells|thinks?|claims?|"
    r"insists?)\b[^.?!]{0,20}"
    r"\b(?:can't|cannot|can not|may not|no|not|won't|isn't|n't)\b"
    r"|\b(?:hr|agency|personnel|management|they|boss|supervisor|manager|chief|director|commander)"
    r" (?:is |are )?(?:against|object\w*|oppos\w+|refus\w+|forbid\w*|won't let)\b",
    re.IGNORECASE,
)
_FEW = 9
_COST = (
    *("cost", "how much", "fee", "charge", "who pays", "afford", "pay for", "pay my"),
    *("free of charge",),
)
_OWN_DEPUTY = ("my deputy", "my assistant chief", "deputy of mine")
_OWN_EMPLOYEE = ("my employee", "my staff member", "an employee of mine")
_I_MAY = ("deputy", "can i ", "may i ", "could i ", "as his", "as her")
_MAY = re.compile(r"^\W*(?:so |and |but |ok )*(?:can|may|could|am)\b", re.IGNORECASE)
_AND_WHO = re.compile(
    r"^\W*(?:and|or|what about|how about|and what about) (?:my|our|an?|his|her) "
    r"(?:[\w-]+ ?){1,3}\W*$",
    re.IGNORECASE,
)
"""Asks of another person whether he may."""
_OWN_AUDIT = re.compile(
    r"\b(?:agency|hr|personnel|desk)\b.{0,20}\b(?:audit|interview)\b(?!.*\bopm\b)", re.IGNORECASE
)
_PROCEDURE = re.compile(r"\b(?:appeal|review|fil(?:e|ing)|contest|complain|griev)", re.IGNORECASE)


def _asks_for_help(question: Question, context: Context) -> bool:
    """Tell whether somebody else's help is asked for with the appeal that was spoken of."""
    text, memory = question.message, context.memory
    if not (_HELPED.search(text) and _HELP.search(text)):
        return False
    topic = known_topics().get(memory.topic)
    before = memory.question.message if memory.question is not None else ""
    return ".rights." in (topic.place if topic else "") or bool(_PROCEDURE.search(before + text))


def _sure(question: Question, context: Context) -> bool:
    """Tell whether a representative in an appeal is what is asked about."""
    text = question.message
    if _WHO_HELPS.search(text) and not question.decision and not question.levels:
        return True
    if _AT_THE_AUDIT.search(text) or _asks_for_help(question, context):
        return True
    there = ("present", "sit in", "attend", "be there", "come along", "join")
    if _FOR_HER.search(text) and any(map(_AS_REP.search, context.memory.told)):
        return True
    before = context.memory.topic == "representative"
    if before and _OWN_AUDIT.search(text) and len(text.split()) <= _FEW:
        return True
    if before and (question.has(*there) or _LET_IN.search(text) or _AND_WHO.match(text)):
        return True
    return bool(_ASKED.search(text) and not _OTHER_WORD.search(text) and not question.decision)


def _last_named(question: Question) -> str:
    """Return who is asked about: a message read with the one before may name two people."""
    text = question.message.lower()
    boss = max(text.rfind(word) for word in _BOSS) if question.has(*_BOSS) else -1
    family = max(text.rfind(word) for word in _FAMILY) if question.has(*_FAMILY) else -1
    return "boss" if boss > family else ""


def _of_a_wage_job(question: Question) -> Answer:
    choice = rule("fws-representative", "5-cfr-532", "An employee may select a representative")
    if question.has(*_PRESENT) and not question.has(*_RELEASE):
        return Answer(
            lead=(
                "**No: when OPM audits a wage job, the employee's representative may not be "
                "present.**"
            ),
            words=(
                rule("fws-attendance", "5-cfr-532", "representative may not be present"),
                choice,
            ),
        )
    refused = question.has(*_REFUSE) or _TURNED_DOWN.search(question.message.lower())
    barred = _last_named(question) == "boss" or question.has(*_CLASSIFIER)
    head = "Yes: the employee may select a representative"
    if _WHO_HELPS.search(question.message):
        head = (
            "Your personnel office for how the job was graded, your union where there is one, and "
            "whomever you select as your representative"
        )
    elif refused or barred:
        head = "The wage rules name nobody who is barred and no ground of refusal"
    elif question.has("do i need", "required", "must i", "do i have to", "have to have"):
        head = "No, none is required, but the employee may select a representative"
    return Answer(
        lead=(
            f"**{head}.** One employed by the same agency gets, as the employee does, reasonable "
            "time to present the application and freedom from restraint, coercion and reprisal. "
            "Whom the General Schedule bars, and on what grounds it lets an agency refuse one, is "
            "not written for wage jobs; your agency's published procedure may say more."
        ),
        words=(choice,),
        next=("Ask your agency for its published job grading review procedure.",),
    )


def _answer(question: Question, context: Context) -> Answer:
    own = _OWN_AUDIT.search(question.message)
    told = asked_whole(f"May my representative attend {own[0]}?", context) if own else None
    if told is not None:
        return told
    if track(question, context) == "fws":
        return _of_a_wage_job(question)
    choice = rule(
        "representative-choice", "introduction", "may select a representative of his or her"
    )
    barred = rule(
        "representative-barred", "introduction", "supervisor with line or staff authority"
    )
    refused = rule("representative-disallowed", "5-cfr-511", "conflict of interest or position")
    facts = rule(
        "representative-factfinding",
        "introduction",
        "does not convey a right to the representative",
    )
    words: tuple[Words, ...] = (choice, barred, refused)
    if _WHO_HELPS.search(question.message):
        lead = (
            "**Your personnel office for how the position was graded, your union where there is "
            "one, and anybody you choose to represent you in an appeal: a colleague, a friend, a "
            "lawyer.** Not a supervisor over the position, and nobody who can classify it. You may "
            "also do it alone: ask here what a level requires, what an appeal takes and what it "
            "risks."
        )
    elif question.has(*_COST):
        lead = (
            "**The rules say nothing of cost: what a lawyer charges is between you and the lawyer, "
            "and none is required.** You may also choose somebody who asks no fee, such as a "
            "colleague, a friend or a relative."
        )
        words = (choice, barred)
    elif question.has(*_PRESENT) and not question.has(*_RELEASE):
        lead = (
            "**Not as of right: naming a representative gives no right to be there while OPM finds "
            "the facts**, and at an on-site audit the representative takes part only when OPM asks "
            "for it. He or she may send OPM information at any time."
        )
        words = (facts, choice)
    elif _OBJECTS.search(question.message) and _MAY.search(question.message):
        lead = (
            "**Yes: the employee chooses, unless the person chosen has line or staff authority "
            "over the position or may classify it.** The agency may refuse a representative only "
            "for a conflict of interest, priority needs of the Government or unreasonable cost; "
            "ask which of them it means, in writing."
        )
        words = (choice, refused, barred)
    elif question.has(*_REFUSE, *_RELEASE) or _TURNED_DOWN.search(question.message.lower()):
        lead = (
            "**Yes, but only for three reasons:** a conflict of interest, priority needs of the "
            "Government that forbid releasing the person from duty, or unreasonable cost."
        )
        words = (refused, choice)
    elif question.has(*_OWN_DEPUTY) or (question.has(*_OWN_EMPLOYEE) and question.has(*_I_MAY)):
        lead = (
            "**No: nobody with line or staff authority over the position may represent the "
            "employee, so neither you as the supervisor nor a deputy who shares that authority.** "
            "Nor may anyone who can classify it. The employee chooses somebody else, or nobody."
        )
        words = (barred, choice)
    elif _ABOVE.search(question.message):
        lead = (
            "**No: somebody with line or staff authority over your position cannot represent you, "
            "whatever else that person is**, nor can an official who may classify it. Anyone else "
            "you choose can."
        )
        words = (barred, choice)
    elif _NO_POWER.search(question.message) and not _POWER.search(question.message):
        lead = (
            "**Yes, if that person has no supervisory or staff authority over your position and "
            "none to classify it.** A title alone bars nobody: a classifier of another agency, a "
            "supervisor elsewhere, a team leader or someone retired may do it. The agency can "
            "refuse "
            "one only for a conflict of interest, priority needs or unreasonable cost."
        )
    elif _last_named(question) == "boss" and question.has("union", "steward"):
        lead = (
            "**Yes, if that supervisor has no line or staff authority over your position: being a "
            "supervisor elsewhere bars nobody.** With such authority, or with authority to "
            "classify it, no. The agency may also refuse a representative for a conflict of "
            "interest, priority needs of the Government or unreasonable cost."
        )
        words = (barred, refused, choice)
    elif _last_named(question) == "boss" and not question.has("lawyer", "attorney", "union"):
        other = question.has("employee", "her ", "his ", "their ", "member", "appellant")
        whom, chooses = ("the employee", "the employee chooses") if other else ("you", "you choose")
        lead = (
            "**No: a supervisor with line or staff authority over the position cannot represent "
            f"{whom}**, nor can an official who has authority to classify it. Anyone else "
            f"{chooses} can: a lawyer, a union officer, a colleague, a friend or a relative."
        )
        words = (barred, choice)
    elif question.has(*_CLASSIFIER) or _CLASSIFIES.search(question.message):
        lead = (
            "**No, not an official with authority to classify the position**, such as a "
            "personnel officer or a classification specialist, nor a supervisor over it. Anyone "
            "else the employee chooses can, also a classifier who has no authority over that "
            "position."
        )
        words = (barred, choice)
    elif question.has("both", "two rep", "two people", "more than one", "and a lawyer"):
        lead = (
            "**The rules speak of one representative and say nothing of two: name one to OPM, and "
            "let the other help you prepare.** It may be anyone you choose but a supervisor over "
            "the position or somebody who can classify it; the agency may refuse one for a "
            "conflict of interest, priority needs or unreasonable cost."
        )
    elif question.has("may not", "who can't", "limits on", "barred", "restriction", "any limit"):
        lead = (
            "**Not a supervisor with line or staff authority over the position, and nobody with "
            "authority to classify it, such as a personnel officer or classification specialist.** "
            "Anyone else you choose may; the agency can refuse one for a conflict of interest, "
            "priority needs of the Government or unreasonable cost."
        )
        words = (barred, refused, choice)
    elif question.has("do i need", "required", "must i", "do i have to", "have to have"):
        lead = (
            "**No, you need none: you may file and argue the appeal yourself.** You may also "
            "choose a representative, a lawyer, a union officer, a friend or a relative, and name "
            "him or her to OPM in writing."
        )
        words = (choice, barred)
    else:
        lead = (
            "**Yes: a lawyer, a union representative, a friend, a relative, whomever you choose, "
            "but no supervisor over the position and nobody who can classify it.** The agency may "
            "refuse one for a conflict of interest, priority needs of the Government or "
            "unreasonable cost. None is required; name the person to OPM in writing."
        )
    return Answer(
        lead=lead,
        words=words,
        next=(
            "Write to OPM the name and address of the person you choose.",
            (
                "Legal fees and official time are not settled by these rules: ask the person, "
                "or the agency."
            ),
        ),
    )


TOPIC = Topic(
    id="representative",
    title="who may represent you",
    answer=_answer,
    sure=_sure,
    cues=(
        *(
            "who",
            "is there",
            "help",
            "assist",
            "do it",
            "do this",
            "do that",
            "do all",
            "write",
            "speak",
            "file ",
        ),
        *("handle", "my side", "behalf", "and ", "or ", "what about", "how about"),
        *("rep", "steward", "lawyer", "attorney", "union", "present", "sit in", "attend"),
        *("speak", "talk", "argue", "stand in", "appear", "act ", "acting"),
        *("interview", "audit", "during", "be there", "come along", "join"),
        *("somebody", "someone", "anybody", "anyone", "friend", "another person", "have my"),
    ),
    unlike=("levels", "points", "decision"),
)
