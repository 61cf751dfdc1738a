"""What a decision of OPM ruled: on the position, or on one factor of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.argue.answering import answers
from assistant.argue.evidence import decision_asked
from assistant.argue.selection import terms
from assistant.chat.answering.kit import listed
from assistant.chat.answering.named.decided.asked import DONE
from assistant.chat.answering.named.decided.from_text import closing
from assistant.chat.answering.named.decided.paragraphs import of_paragraph
from assistant.chat.answering.named.decided.rulings import NOTHING, SPEAKS, matters
from assistant.chat.answering.statements import of_refusal
from assistant.chat.model import Answer, Context, Question, Topic, Words
from assistant.text import escape, in_words
from index.language.late import pattern
from index.models import base_level

if TYPE_CHECKING:
    from assistant.chat.answering.statements import Said
    from index.library import Library
    from index.models import Decision, DecisionClassification, DecisionFactor, Passage

_SIGNER = re.compile(
    r"\bwho (?:signed|wrote|issued|made|decided)\b|\bsigned by\b|\bsigner\b", re.IGNORECASE
)
_NAME = re.compile(
    r"^C-\d{4}-\d\d-\d\d\s+(?P<name>[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][\w'-]+){1,2})$",
    re.MULTILINE,
)
"""A personal name beneath the number of a decision, where its signer stands."""
_LOOSELY = {
    "1": ("knowledge",),
    "2": ("supervision",),
    "3": ("guideline",),
    "4": ("complex",),
    "5": ("scope",),
    "7": ("purpose",),
    "6": ("contact",),
}
"""How factors are named of a decision, where no more than a word is said."""
_SOUGHT = pattern(
    r"\b(?:claim\w*|seek\w*|sought|want\w*|ask\w*(?: for)?|hop\w+ for)\b", re.IGNORECASE
)
"""What asks for the level claimed, not for the one credited."""


def _answer(question: Question, context: Context) -> Answer | None:
    library = context.library
    if library is None:
        return None
    decision = decision_asked(library, question.message, number=question.decision)
    if decision is None:
        if not question.decision:
            return None
        return Answer(
            lead=(
                f"Decision {escape(question.decision)} is not in your library, so I cannot say "
                "what it ruled. OPM publishes its appeal decisions at opm.gov, Appeal Decisions."
            ),
            kind="not_held",
            next=("Add it with `fes ingest FILE`, and it is read and quoted here.",),
        )
    signed = _signed(decision, library) if _SIGNER.search(question.message) else None
    said = of_paragraph(question, context) or signed
    if said is not None:
        return said
    records = [f for name in _factors(question) for f in decision.factors if str(f.factor) == name]
    if records:
        first = _on_factor(question, decision, records[0], library)
        others = [_credit(record) for record in records[1:3]]
        also = f" It credited {listed(others)}." if others else ""
        return replace(first, lead=first.lead + also)
    return _on_matter(question, decision, library) or _on_position(question, decision, library)


def _signed(decision: Decision, library: Library) -> Answer | None:
    """Return who signed a decision: the name that stands beneath its number in the head."""
    head = next(iter(library.passages(document=decision.document)), None)
    name = _NAME.search(head.text) if head is not None else None
    if head is None or name is None or not decision.decision_number:
        return None
    number = escape(decision.told)
    when = f" on {in_words(date.fromisoformat(decision.date))}" if decision.date else ""
    return Answer(
        lead=f"**{escape(name['name'])} signed {number}**{when}, for OPM.",
        words=(Words(ours="The head of the decision.", passage=head.id, anchor=name["name"]),),
        next=(f"Ask *what did OPM decide in {number}?* for the ruling itself.",),
    )


def _factors(question: Question) -> tuple[str, ...]:
    """Return the factors asked about, by number, by name or by a word of the name."""
    if question.factors:
        return question.factors
    if not question.has("point", "level", "credit", "factor", "claim", "ask", "got", "get"):
        return ()
    return tuple(factor for factor, words in _LOOSELY.items() if question.has(*words))[:1]


def _credit(record: DecisionFactor) -> str:
    points = f" for {record.points:,} points" if record.points is not None else ""
    return f"Level {record.credited}{points} on Factor {record.factor}"


def _on_matter(question: Question, decision: Decision, library: Library) -> Answer | None:
    """Quote what a decision says of a thing asked about, when it is about more than the ruling."""
    words = matters(replace(question, decision=decision.decision_number))
    found = answers(library, question.message, document=decision.document, most=2) if words else []
    if not found:
        return None
    number = escape(decision.decision_number or decision.document)
    first = found[0]
    lead = f"**{number} speaks of it {SPEAKS}** ({escape(first.passage.place())})."
    if words.isdisjoint(term for one in found for term in terms(one.passage.text)):
        lead = f"**{number} {NOTHING}.** What lies nearest in meaning stands below."
    record = next((f for f in decision.factors if f.factor == first.passage.factor), None)
    if record is not None and record.credited:
        # Where the words are a claim, what OPM made of it is the answer.
        not_given = listed([f"Level {level}" for level in record.rejected])
        also = f" and refused {not_given}" if not_given else ""
        lead += f" OPM credited {_credit(record)}{also}."
    return Answer(
        lead=lead,
        words=tuple(
            Words(ours="In the decision's words.", passage=a.passage.id, anchor=a.sentences[0].text)
            for a in found
        ),
        factors=(str(first.passage.factor),) if first.passage.factor else (),
        next=(f"Ask *what did OPM decide in {number}?* for the ruling itself.",),
    )


def _on_position(question: Question, decision: Decision, library: Library) -> Answer:
    number = escape(decision.told)
    if decision.date and question.has("when", "date", "what day", "which year", "what year"):
        number += f" of {in_words(date.fromisoformat(decision.date))}"
    done = listed([DONE.get(o, o.replace("_", " ")) for o in decision.outcome])
    asked = ""
    if decision.requested.grade is not None and _SOUGHT.search(question.message):
        asked = f"**The appellant asked for {_label(decision.requested)}.** "
    lead = f"{asked}**{number} classified the position as {_label(decision.decided)}**"
    if decision.total is not None:
        lead += f", with {decision.total:,} points"
    lead += f". It stood at {_label(decision.current)}"
    if decision.requested.grade is not None and not asked:
        lead += f"; the appellant asked for {_label(decision.requested)}"
    lead += f". The decision {done}." if done else "."
    refused = [level for f in decision.factors for level in f.rejected]
    figures = []
    if decision.factors:
        rows = ["| Factor | Asked | Credited | Points |", "| --- | --- | --- | ---: |"]
        rows += [
            f"| {f.factor} | {f.sought or ''} | {f.credited or ''} | "
            f"{'' if f.points is None else f'{f.points:,}'} |"
            for f in decision.factors
        ]
        figures.append("\n".join(rows))
    sentence = f" It refused {listed([f'Level {r}' for r in refused])}." if refused else ""
    return Answer(
        lead=lead + sentence,
        words=closing(library.passages(document=decision.document)),
        more=tuple(figures),
        next=("Ask why a level was refused, such as *why was Level 2-5 refused?*",),
    )


def _label(stated: DecisionClassification) -> str:
    grade = f"-{stated.grade}" if stated.grade is not None else ""
    series = f"-{stated.series}" if stated.series else ""
    title = f"{escape(stated.title)}, " if stated.title else ""
    return f"{title}{stated.pay_plan or 'GS'}{series}{grade}"


def _on_factor(
    question: Question, decision: Decision, record: DecisionFactor, library: Library
) -> Answer:
    number = escape(decision.told)
    lead = f"**{number} credited {_credit(record)}.**"
    if record.sought and _SOUGHT.search(question.message):
        lead = f"**The appellant of {number} sought Level {record.sought}.** {lead.strip('*')}"
    elif (why := _why(question, decision, library)) is not None:
        lead = f"**{number}: {why.text}** {lead.strip('*')}"
    elif record.sought and record.sought != record.credited:
        lead += f" The appellant sought Level {record.sought}."
    if record.rejected:
        lead += f" It refused {listed([f'Level {r}' for r in record.rejected])}."
    credited = library.passages(document=decision.document, factor=record.factor, stance="credited")
    words = tuple(
        Words(ours="The credit, in the decision's words.", passage=p.id, anchor=_last_words(p))
        for p in credited[:1]
    )
    levels = [base_level(one) for one in record.rejected or (record.credited,) if one]
    return Answer(
        lead=lead,
        words=words,
        levels=tuple(levels[:1]),
        factors=(str(record.factor),),
        argue=tuple(levels[:1]) if record.rejected else (),
    )


def _why(question: Question, decision: Decision, library: Library) -> Said | None:
    """Return our statement of why the level asked about was refused, where that is asked."""
    if len(question.levels) != 1 or not question.has("why", "how come", "what ground", "reason"):
        return None
    return of_refusal(decision.decision_number, question.levels[0], library.home)


def _last_words(passage: Passage) -> str:
    return " ".join(passage.text.rstrip(" .\n").split()[-6:])


TOPIC = Topic(
    id="decision-ruling",
    title="what an OPM decision ruled",
    answer=_answer,
    needs=("library",),
    likes=("decision",),
    unlike=("percents", "points"),
)
