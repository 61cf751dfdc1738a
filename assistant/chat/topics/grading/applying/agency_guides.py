"""An agency's own classification guides: allowed, and bound to OPM's standards."""

from __future__ import annotations

from assistant.chat.answering.kit import law, rule
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    approval = law(
        "introduction",
        "6",
        "do not require OPM review",
        "Agency guides need no approval by OPM and must give results consistent with its "
        "standards.",
    )
    develop = law(
        "introduction",
        "6",
        "encouraged to develop and",
        "Agencies are encouraged to develop internal guides.",
    )
    if question.has("appeal", "contest", "challenge", "wrong", "unfair"):
        lead = (
            "**No: the accuracy, consistency or use of an agency's own guide cannot be appealed.** "
            "What can is the grade, and it is judged by OPM's standards: a guide must give results "
            "consistent with them."
        )
        words = (rule("agency-guide"), approval)
    elif question.has(
        "strict", "tougher", "harder", "conflict", "contradict", "different from", "lower"
    ):
        lead = (
            "**No: an agency may have guides of its own, but they must give results consistent "
            "with OPM's published standards; where the two differ, OPM's standard decides.** Say "
            "in an appeal of the grade what OPM's standard credits; the guide itself cannot be "
            "appealed."
        )
        words = (approval, rule("agency-guide"))
    else:
        lead = (
            "**No approval by OPM is needed: an agency may write and use its own guides, but they "
            "must give results consistent with OPM's published standards for similar work.** Where "
            "the two differ, OPM's standard decides."
        )
        words = (approval, develop)
    return Answer(
        lead=lead, words=words, next=("Compare the result with OPM's standard for the series.",)
    )


TOPIC = Topic(
    id="agency-guides",
    title="an agency's own classification guides",
    asks=(
        "Can my agency write its own classification guide?",
        "Does OPM approve agency guides?",
        "Must agency guides agree with OPM standards?",
        "Are internal classification guides allowed?",
        "our agency has a guide of its own",
        "agency supplemental guide",
        "The agency used its own guide instead of OPM's standard",
        "Is our internal guide binding?",
        "which wins, the agency guide or the OPM standard",
        "do we need permission for our own grading guide",
        "local classification guidance",
        "can I appeal my agency's guide",
        "agency guide contradicts OPM's standard",
        "the department's own standard",
        "can an agency make up its own standards",
        "agency-developed standards",
        "internal guide for a large occupation",
        "does an internal guide need OPM review",
        "HR quotes an agency policy on grading",
        "agency grading policy versus OPM standard",
        "may an agency be stricter than OPM",
        "our bureau wants to issue grading guidance",
        "status of agency classification guides",
        "does OPM look at agency guides in an appeal",
        "supplementary guides",
        "agency guide",
        "agency guides",
        "agency's own guide",
        "our own guide",
        "own grading guide of the agency",
        "agency's own standard",
        "department standard",
        "department's own grading guide",
        "supplemental guide of the agency",
        "agency supplemental classification guide",
        "local guide",
        "local grading guidance",
        "internal grading guide",
        "internal guidance on classification",
        "agency policy on grading",
        "HR uses an agency guide",
        "HR relies on an agency guide",
        "guide written by the agency",
        "guide issued by my agency",
        "appeal of an agency guide",
        "can an agency guide be appealed",
        "agency guide conflicts with OPM's standard",
        "agency guide against OPM standard",
        "does the agency guide or the OPM standard count",
        "is an agency guide stricter than the standard",
        "may the agency's guide be stricter",
        "approval of agency guides by OPM",
        "does OPM have to approve our guide",
        "agency developed guide",
        (
            "Our headquarters put together its own grading handbook for park rangers. Is that "
            "even legit?"
        ),
        "HR keeps waving some in-house Army booklet at me instead of the government-wide one",
        (
            "we at the bureau want to publish our own criteria for our fish hatchery folks, "
            "anyone have to bless that?"
        ),
        (
            "the VA has a homemade guide for nurses' aides and it's stricter than the national "
            "one, which one wins"
        ),
        "in-house grading guide, legal?",
        (
            "Found out the department made up its own rules for rating our jobs. They can't "
            "just do that, can they?"
        ),
        "The Forest Service guide and the OPM one say different things about my work",
        "Navy supplement to the standards, is it binding on me",
        (
            "my classifier used a guide written by our own headquarters people, never seen it "
            "on OPM's site"
        ),
        (
            "Does somebody outside the agency have to okay it when we write our own criteria "
            "for ranking jobs?"
        ),
        (
            "We drafted local guidance for rating our cemetery jobs so everybody does it the "
            "same way, what do we need to watch out for"
        ),
        "Isn't only OPM supposed to write the yardsticks? our component wrote one too",
        "supplemental guidance from the department, how much weight does it carry",
        (
            "The appeal folks at our place leaned on an agency manual. Would OPM even pay "
            "attention to that?"
        ),
    ),
    answer=_answer,
    unlike=("points", "grades", "levels", "decision", "percents", "factors"),
)
