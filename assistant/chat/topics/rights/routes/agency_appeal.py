"""An agency's own appeal against a certificate."""

from __future__ import annotations

from assistant.chat.answering.kit import rule
from assistant.chat.answering.procedure import number
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    if question.has("5112", "appeal decision", "employee's appeal", "decision on an appeal"):
        days = number("reconsideration")
        return Answer(
            lead=(
                "**No: against OPM's decision on an employee's appeal (5112) the agency has no "
                "appeal; its headquarters may ask OPM to reconsider, in writing, within "
                f"{days} calendar days of the day it was issued.** Meanwhile the certificate takes "
                "effect. A certificate under 5103 or 5110 it can appeal, at any time."
            ),
            words=(
                rule("final", "5-cfr-511", "There is no further right of appeal"),
                rule("agency-reconsideration", "introduction", "endorsed by the headquarters"),
                rule("agency-appeal", "5-cfr-511", "may appeal any classification certificate"),
            ),
            next=("Point to the part of the decision that is technically wrong.",),
        )
    certified = question.has("certificate", "certif", "5110", "5103", "opm", "evaluation")
    head = "Yes" if certified else "Only against a certificate of OPM"
    return Answer(
        lead=(
            f"**{head}: the head of an agency, or an authorized representative, may appeal a "
            "certificate that OPM issued in an evaluation or on the pay system (5 U.S.C. 5110 or "
            "5103), at any time, and best before it takes effect.** Against an appeal decision "
            "(5112) it can only ask for reconsideration. The appeal does not delay the "
            "certificate. What the agency has classified itself it may change without an appeal."
        ),
        words=(
            rule("agency-appeal", "5-cfr-511", "may appeal any classification certificate"),
            rule(
                "contents-certificate",
                "introduction",
                "should submit a copy of the OPM classification",
            ),
            rule("appeal-does-not-delay", "introduction", "does not alter the implementation date"),
        ),
        next=("Give reasons and the standard, and enclose the certificate.",),
    )


TOPIC = Topic(
    id="agency-appeal",
    title="an agency's appeal",
    asks=(
        "Can an agency appeal an OPM certificate?",
        "Our agency disagrees with OPM's certificate issued in an evaluation",
        "Who may file an agency appeal?",
        "agency appeal to OPM",
        "May the head of the agency contest a certificate?",
        "When can an agency appeal?",
        "what does an agency's appeal contain",
        "OPM audited us and issued certificates we think are wrong",
        "Can management appeal a classification?",
        "certificates under 5110 appeal by agency",
        "time limit for an agency to appeal",
        "Does headquarters have to file the agency's appeal?",
        "agency wants to challenge OPM's pay system determination",
        "How does an agency contest an OPM certificate?",
        "may our department appeal",
        "OPM evaluation certificate, agency's remedy",
        "Is there a deadline for agency appeals?",
        "As the agency, can we appeal OPM's findings?",
        "what we as an agency must send to appeal a certificate",
        "agency appeal",
        "can the agency appeal",
        "can an agency appeal to OPM",
        "may management appeal a certificate",
        "agency disagrees with OPM",
        "agency contests a certificate",
        "the department wants to appeal OPM's certificate",
        "appeal by the head of an agency",
        "agency head appeal",
        "OPM evaluation found our positions overgraded",
        "certificate after an OPM evaluation",
        "what can an agency do against a certificate",
        "how does our agency object to OPM's certificate",
        "can HR appeal OPM's decision",
        "can my agency fight the decision",
        "does the agency have appeal rights",
        "5110 certificate",
        "5103 determination, agency remedy",
        "when should the agency file its appeal",
        "what must an agency appeal contain",
        "Our department believes OPM's certificate is wrong. May the department appeal?",
        "can the head of an agency contest what OPM certified",
        "agency wants OPM's evaluation finding overturned",
        "until when may an agency file against a certificate",
        "May a department contest an OPM certificate?",
        "Can the agency bring an appeal of its own?",
        "the agency disagrees with OPM's evaluation certificates",
        "what's the procedure for an agency appealing to OPM",
        "OPM certified our jobs lower and we object",
        "does an agency have a deadline to appeal",
        "who signs an agency's appeal",
        "agency's remedy against a 5110 certificate",
        "as an agency, how do we challenge OPM",
        "is management entitled to appeal",
        "Is our agency able to appeal a certificate that came out of OPM's evaluation?",
        "department head disputes OPM's certificate",
        (
            "I run HR at a small agency; OPM inspectors certified three of our jobs down and "
            "we think they erred"
        ),
        "does the department itself have a way to fight an OPM certificate, not the employee, us",
        "who signs when it's the agency and not the worker that objects to what OPM certified",
        "our secretary wants to protest the certificates left after the OPM review",
        (
            "OPM came through on an evaluation and downgraded half our analysts by "
            "certificate. What recourse does the employer have?"
        ),
        "agency-initiated appeal, window and contents?",
        (
            "is a bureau chief high enough to bring the agency's objection or must it be the "
            "agency head"
        ),
        (
            "we as the employing department dispute OPM's call that these jobs belong under "
            "the GS. where do we take it"
        ),
        "What papers go along when headquarters contests a certificate under 5110",
        "personnel director here: how much time have we got to object to OPM's certificates",
        "is an agency ever a party that can appeal or is that only for employees",
        "the survey team from OPM issued certificates, our commissioner disagrees, next move?",
        "may a field installation file on the agency's behalf against a certificate",
        "contesting OPM evaluation certificates as management, how it's done",
        "management's own right to ask OPM to rethink certificates issued in its oversight review",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
