"""Who counts as supervised: contractors only after coverage is met by others."""

from __future__ import annotations

from assistant.chat.answering.kit import guide_rule, law
from assistant.chat.model import Answer, Context, Question, Topic, Words

_DIRECTED = (
    *("supervis", "under me", "count", "direct", "overs", "staff", "team", "workload", "cover"),
    *("gssg", "guide", "contract", "report to", "manage", "boss", "lead", "in charge", "people"),
)


def _answer(question: Question, context: Context) -> Answer | None:
    if not question.has(*_DIRECTED) or question.has("same work", "same job", "makes more", "earns"):
        return None
    staff = guide_rule("coverage-staff", "provided the position first meets the coverage")
    only = guide_rule("exclusion-contractors", "oversight responsibilities over only the work")
    people = guide_rule(
        "workload-people",
        "Include the workload of General Schedule subordinates",
    )
    military = law(
        "gssg",
        "2",
        "Federal military or uniformed service employees, volunteers",
        "Military, uniformed services, volunteers and other noncontractor personnel count for "
        "coverage.",
    )
    counted = question.has("base", "workload", "hours", "dollars", "factor 5", "how many more")
    if question.has("contract") and (counted or context.memory.topic == "base-level"):
        lead = (
            "**Yes, in the base level: work of contractors counts in the workload by its hours or, "
            "where extensive contract work is overseen, by the dollars spent on people.** Their "
            "work is given the GS grade that the standards would yield. But first the guide has to "
            "cover the position by the supervision of people who are not contractors."
        )
        return Answer(
            lead=lead,
            words=(people, staff),
            next=("What would their work be graded, and how many hours or dollars go into it?",),
        )
    if question.has(
        "military",
        "soldier",
        "volunteer",
        "student",
        "wage",
        "fws",
        "civilian",
        "intern",
        "part-time",
    ):
        lead = (
            "**Yes: military members, volunteers, students, wage employees and other people "
            "who are not contractors count, for coverage and in the workload.** Their work is "
            "given the GS grade that the standards would yield."
        )
        words: tuple[Words, ...] = (military, people)
    elif question.has("all contractors", "only contractors", "no employees", "just contractors"):
        lead = (
            "**No: the guide covers you only if you supervise people who are not contractors; "
            "who oversees contractors alone is graded by nonsupervisory standards.** Contracted "
            "work is considered in the factors once that coverage is met."
        )
        words = (staff, only)
    else:
        lead = (
            "**Not for coverage: contractors count only after the position is covered by "
            "supervising people who are not contractors.** Then the contracted work is "
            "considered in the factors. Someone who oversees contractors only is graded by "
            "nonsupervisory standards."
        )
        words = (staff, only, people)
    return Answer(
        lead=lead,
        words=words,
        next=(
            (
                "How many people who are not contractors do you direct, and what share of your "
                "time does it take?"
            ),
        ),
    )


TOPIC = Topic(
    id="supervising-contractors",
    title="contractors and others a supervisor directs",
    asks=(
        "what about 3 more who are contractors, do they change the base",
        "do the contractors he oversees count in the base level",
        "my employees are all contractors, am I covered by the GSSG",
        "how do I count wage grade staff in the supervisory guide",
        "Do contractors count as employees I supervise?",
        "Does supervising contractors count?",
        "I oversee twenty contractors and no employees",
        "I'm a contracting officer's representative, am I a supervisor?",
        "contractor oversight and supervisory grade",
        "Do military members count as subordinates?",
        "I supervise volunteers and student interns",
        "does a mixed team of contractors and civilians count",
        "COR duties supervisory guide",
        "Who counts as a subordinate?",
        "can contract workload raise a supervisor's grade",
        "we have two feds and forty contractors under one chief",
        "is a contract manager a supervisor",
        "my whole team is contractors",
        "do wage grade employees count in my base",
        "supervise soldiers and civilians",
        "are part-time employees counted",
        "task order manager, supervisory?",
        "unpaid interns under me",
        "contractors",
        "supervise contractors",
        "supervising contractors",
        "do contractors count",
        "do contractors count as staff",
        "do contractors count as subordinates",
        "contractors as employees",
        "I supervise contractors",
        "I supervise only contractors",
        "I oversee contractors",
        "overseeing contractors",
        "overseeing a contract",
        "oversight of contractors",
        "contractor oversight",
        "contractor employees",
        "COR",
        "am I a supervisor of contractors",
        "contract work in the supervisory guide",
        "do military people count",
        "military subordinates",
        "supervise military",
        "supervise soldiers",
        "supervise volunteers",
        "volunteers",
        "do students count",
        "do interns count",
        "wage grade subordinates",
        "who counts as an employee supervised",
        "my whole staff is contractor personnel",
        "the people I direct work for a private company",
        "all my people are employed by a private firm",
        "our chief directs a company's employees, not ours",
        "most of the people in my shop are contract staff",
        "they're company people not feds, but I tell them what to do all day",
        "I'm the COR for forty guys in the warehouse",
        "do volunteers under me make me a supervisor",
        "half my crew is from a vendor, do they count towards my headcount",
        "I run a bunch of military folks and interns",
        "the janitors belong to a firm, I just inspect their work",
        "prisoners on my work detail, are those subordinates",
        "only one civilian on my team, the rest wear badges from Booz Allen",
        "I check a contractor's invoices and performance",
        "student volunteers at the refuge report to me",
        "none of the people I direct get a government check",
        "state employees work under my direction, does that go in my grade",
        "we outsourced the whole unit and I'm left overseeing the vendor, am I still a supervisor",
        "local foreign nationals and temp agency staff",
        "everyone who reports to me is a contractor's employee",
        "all my people are from a company and none is federal",
        "do contractor staff help a supervisor's grade",
    ),
    answer=_answer,
    unlike=("levels", "points", "decision"),
)
