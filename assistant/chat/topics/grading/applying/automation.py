"""What computers and automation do to a grade."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**Usually nothing: using a computer or new software mostly replaces a method and "
            "leaves the work and the knowledge it takes the same.** Where automation does change "
            "grades, it can lower them by simplifying the work as well as raise them by adding "
            "more complex duties."
        ),
        words=(
            law(
                "classifier-handbook",
                "41",
                "basic work processes performed",
                "Automation may raise output while the basic work stays the same.",
            ),
            law(
                "classifier-handbook",
                "41",
                "just as likely to decrease as to",
                "Grades that change through automation are as likely to fall as to rise.",
            ),
        ),
        next=("Which duty is different since, and what must be known for it?",),
    )


TOPIC = Topic(
    id="automation",
    title="what automation does to a grade",
    asks=(
        "they say the computer does it all now",
        "my job is worth less because of the software",
        "the system makes the decisions now, so they cut the grade",
        "Does using a computer raise my grade?",
        "We got new software, does the grade change?",
        "Impact of automation on the grade",
        "My work was automated, will I be downgraded?",
        "does AI at work change my grade",
        "I run the office database now",
        "I maintain the SharePoint site, does it count?",
        "new technology and classification",
        "can automation lower a grade",
        "I had to learn a new system",
        "the new system made the work easier",
        "computer skills and grade",
        "Is working with spreadsheets and databases higher level work?",
        "we replaced the process with an automated one; must positions be reviewed",
        "employees now use advanced software",
        "does programming macros raise my level",
        "automated tools and the complexity of the work",
        "technology changed my job",
        "keyboard work and grade",
        "digital transformation of the job",
        "the software does part of my job",
        "effect of computers on grades",
        "I became the super user of our system",
        "automation",
        "computers and the grade",
        "does a computer raise the grade",
        "does new software change my grade",
        "new software at work",
        "new software, new grade?",
        "new computer system and my grade",
        "new technology at work",
        "new technology in my job",
        "does new technology raise the grade",
        "technology changed the work",
        "our work is automated now",
        "my job was automated",
        "automated work",
        "does automation raise grades",
        "does automation lower grades",
        "can I be downgraded because of automation",
        "will automation lower my grade",
        "effect of automation",
        "effect of new technology on the grade",
        "impact of computers",
        "artificial intelligence and my grade",
        "AI does part of my work",
        "using AI",
        "does using a database count",
        "spreadsheet and database skills",
        "I build databases for my office",
        "I write macros for my office",
        "I look after the office's SharePoint",
        "super user of a system",
        "I'm the system's super user",
        "learning a new system",
        "computer skills",
        "digital tools",
        "automated tools in my job",
        "Since they put in the new claims system I just click approve and HR says the job shrank",
        (
            "The robot does the sorting, I fix what it gets wrong. Are they allowed to pay me "
            "less for that?"
        ),
        (
            "we went to a new payroll program and now half of what I used to figure by hand is "
            "done for me"
        ),
        "they're rolling out AI for our document review, am I about to get knocked down",
        (
            "I run the fancy database for the whole office and nobody else can, that has to be "
            "worth a bump"
        ),
        "tax examiner here. software picks the returns now, I just look at em. grade?",
        "chatgpt type tool writes our first drafts now, what does that do to the editors' grade",
        (
            "Just because I type it into a terminal instead of writing on paper doesn't make "
            "the work easier!"
        ),
        "One of my techs lost the hard math to a machine. Does that knock her level down?",
        "new software = lower grade??",
        (
            "I learned three new programs and built spreadsheets for everyone, shouldn't my "
            "pay level reflect that"
        ),
        (
            "the scheduling tool spits out the answer and we go with it, so is any judgment "
            "left to credit"
        ),
        (
            "paper files went away and everything's electronic. does the way of doing it "
            "matter or just what we do"
        ),
        "My supply clerks say the scanner made their job more complex, HR says it made it simpler",
    ),
    answer=_answer,
    unlike=("points", "levels", "decision", "percents", "factors", "dates"),
)
