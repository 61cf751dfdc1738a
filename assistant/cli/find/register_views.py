"""What ``fes decisions`` prints: the list, one decision, and counts with their limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import click

from assistant.cli.find.decision_report import long_date, named
from assistant.cli.output import wrapped
from assistant.text import one_line, safe_text
from core.law.rules import rule
from index.decisions.register import facts as register

if TYPE_CHECKING:
    from index.decisions.joining import Fact, Joined
    from index.decisions.register.facts import Entry
    from index.models import DecisionClassification

_HEAD: Final = {
    "stated": "stated in the head of the page",
    "not in the head": "not in the head of the page; the body was not read for it",
}
_HERE: Final = (
    "The register holds facts of what public copies showed, not a draw from all decisions. "
    "Decisions are not case law, and no position is graded by comparing it with another."
)


def sample_note() -> str:
    """Return what the register is a sample of, its share lowered, and OPM's own statement."""
    counts = Counter(entry.outcome for entry in register.entries())
    known = counts.total() - counts[register.UNKNOWN]
    share = f" ({100 * counts['lowered'] / known:.1f} percent)" if known else ""
    odds = rule("odds")
    return (
        f"Not odds. The register holds what public copies held, not a draw from all decisions, and "
        f"is skewed: the outcome of {known} of its {counts.total()} decisions is known, and "
        f"{counts['lowered']} of those{share} were lowered. {odds.text} ({odds.citation.label()})"
    )


def classified(one: DecisionClassification) -> str:
    """Return pay plan, series and grade without the title; ``?`` for a part that is not known."""
    if not (one.series or one.grade):
        return "?"
    grade = "?" if one.grade is None else f"{one.grade:02d}"
    return f"{one.pay_plan or '?'}-{one.series or '?'}-{grade}"


def outcome_words(entry: Entry) -> str:
    """Return how it went in words; OPM's own word is marked as such."""
    outcome, published = entry.went()
    return register.WORDS.get(outcome, outcome) + (" (by OPM's index)" if published else "")


def list_text(chosen: Sequence[Entry], joined: Mapping[int, Joined], width: int) -> str:
    """Return decisions for browsing: two or three lines each."""
    if not chosen:
        return (
            "No decision of the register matches. What a page did not show matches no filter: "
            "try fewer."
        )
    lines = []
    for place, entry in enumerate(chosen):
        change = f"{classified(entry.current)} \u2192 {classified(entry.decided)}"
        head = f"{entry.number or '(no number)':12}  {entry.date or '(no date)':10}  {change:23}  "
        lines.append(click.style(one_line_padded(head + outcome_words(entry)), bold=True))
        who = ", ".join(part for part in (entry.department, entry.component) if part)
        title = entry.current.title or entry.decided.title
        rest = " \u00b7 ".join(part for part in (title, who) if part) or "nothing more was visible"
        lines += wrapped(rest, width, indent=14)
        if entry.layout == "ingested":
            lines += wrapped(f"{entry.note.capitalize()}.", width, indent=14)
        elif place in joined:
            lines += wrapped(_held(joined[place]), width, indent=14)
        for doubt in _doubts_of(entry, joined.get(place)):
            lines += wrapped(doubt, width, indent=16, first=f"{'':14}! ")
    held_only = [n for n, entry in enumerate(chosen) if entry.layout == "ingested"]
    here = len({*joined, *held_only})
    held = f", {here} with text in the library" if here else ""
    plural = "decision" if len(chosen) == 1 else "decisions"
    lines += [
        "",
        *wrapped(
            f"{len(chosen)} {plural}{held}. fes decisions show NUMBER gives all that is known, "
            "with the link.",
            width,
        ),
        *wrapped(_HERE, width),
    ]
    return "\n".join(lines)


def _doubts_of(entry: Entry, joined: Joined | None) -> tuple[str, ...]:
    return entry.doubts or (joined.text.doubts if joined is not None else ())


def one_line_padded(text: str) -> str:
    """Return a row with its columns kept, without anything that acts on a terminal."""
    return safe_text(text).replace("\n", " ").replace("\t", " ").rstrip()


def _held(joined: Joined) -> str:
    names = ", ".join(one_line(name) for name in joined.documents)
    return f"The text is in the library: {names}{_parting(_disagreements(joined))}"


def _disagreements(joined: Joined) -> list[Fact]:
    from index.decisions.joining import facts

    return [fact for fact in facts(joined) if fact.agree is False]


def _parting(facts: Sequence[Fact]) -> str:
    if not facts:
        return "."
    return f"; it says otherwise on: {', '.join(fact.name.lower() for fact in facts)}."


def show_text(entry: Entry, joined: Joined | None, width: int) -> str:
    """Return everything the register holds of a decision, beside what its text says."""
    title = entry.number or "Decision without a visible number"
    derived = " (number derived from the address)" if entry.number_source == "derived" else ""
    lines = [click.style(one_line(f"{title}{derived}"), bold=True), ""]
    who = ", ".join(part for part in (entry.department, entry.component) if part)
    rows = [
        ("Date", long_date(entry.date)),
        ("Agency", who or "not visible"),
        ("Before", named(entry.current) or "not visible"),
        ("Requested", named(entry.requested) or "not visible"),
        ("Decided", named(entry.decided) or "not visible"),
        ("Outcome", outcome_words(entry)),
        ("PD", _seen("inadequate", entry.pd_inadequate)),
        ("Lowers", _seen("a sentence that the decision lowers the grade", entry.lowers_grade)),
        ("Appellant", _appellants(entry)),
        ("Note", entry.note),
    ]
    for label, text in rows:
        if text:
            lines += wrapped(text, width, indent=11, first=f"{label:11}")
    for doubt in _doubts_of(entry, joined):
        lines += wrapped(doubt, width, indent=11, first=f"{'':9}! ")
    if entry.layout == "ingested":
        return "\n".join([*lines, "", *wrapped(_HERE, width)])
    # An address broken over lines cannot be followed.
    lines += [f"{'Link':11}{one_line(entry.url)}", ""]
    lines += wrapped(_HERE, width) if joined is None else _beside(joined, width)
    if joined is None:
        lines += wrapped(
            "The library does not hold its text. Save the page the link leads to, and read it in "
            "with: fes ingest FILE",
            width,
        )
    return "\n".join(lines)


def _beside(joined: Joined, width: int) -> list[str]:
    from index.decisions.joining import facts

    lines = list(
        wrapped(f"The text is in the library: {', '.join(joined.documents)}", width, indent=0)
    )
    for fact in facts(joined):
        both = fact.register == fact.text
        if fact.agree is False:
            said = f"register {fact.register}; text {fact.text}"
            line = click.style(f"{fact.name}: they differ", bold=True)
            lines += [f"  {line}", *wrapped(said, width, indent=4)]
        elif fact.agree:
            spelled = fact.register if both else f"{fact.register} (text: {fact.text})"
            lines += wrapped(f"{fact.name}: {spelled}; both", width, indent=2)
        else:
            side = "register" if fact.register else "text"
            lines += wrapped(
                f"{fact.name}: {fact.register or fact.text}; {side} only", width, indent=2
            )
    lines += wrapped(
        "The register was read from the head of the page; the text's record was read from the "
        "whole of it. Where they differ, read the decision.",
        width,
    )
    lines += wrapped(f"fes decision {joined.entry.number} shows the factors.", width)
    return lines


def _seen(what: str, seen: str | None) -> str:
    return f"{what}: {_HEAD[seen]}" if seen is not None else ""


def _appellants(entry: Entry) -> str:
    several = {True: "several", False: "one", None: ""}[entry.several_appellants]
    redacted = {True: "name withheld", False: "named in the page", None: ""}[entry.redacted]
    return ", ".join(part for part in (several, redacted) if part)


def stats_text(by: str, chosen: Sequence[Entry], width: int) -> str:
    """Return counts by a dimension, then what the sample is and is not."""
    rows = register.count(by, chosen)
    if not rows:
        return "\n".join(
            ["No decision of the register matches.", "", *wrapped(sample_note(), width)]
        )
    if by == "outcome":
        total = sum(counts.total() for _, counts in rows)
        known = total - sum(c[register.UNKNOWN] for _, c in rows)
        lines = [f"{'Outcome':24}{'decisions':>10}{'of those known':>16}"]
        for name, counts in rows:
            share = (
                f"{100 * counts.total() / known:.1f}%" if known and name != register.UNKNOWN else ""
            )
            lines.append(
                f"{register.WORDS.get(name, name):24}{counts.total():10}{share:>16}".rstrip()
            )
        lines.append(f"{'All':24}{total:10}")
    else:
        heads = ("all", "known", "no change", "lowered", "raised", "other")
        lines = [f"{by.replace('-', ' ').capitalize():24}" + "".join(f"{h:>8}" for h in heads[:2])
                 + "".join(f"{h:>10}" for h in heads[2:])]  # fmt: skip
        for name, counts in rows:
            figures = _figures(counts)
            label = one_line(_label(by, name))
            label = label if len(label) <= _LABEL else label[: _LABEL - 1] + "\u2026"
            lines.append(
                f"{label:24}"
                + "".join(f"{figures[h]:8}" for h in heads[:2])
                + "".join(f"{figures[h]:10}" for h in heads[2:])
            )
    return "\n".join([*lines, "", *wrapped(sample_note(), width)])


_LABEL: Final = 24


def _label(by: str, name: str) -> str:
    if not name:
        return "(not visible)"
    if by == "series":
        from core.standards.series import find_series

        series = find_series(name)
        return f"{name} {series.title}" if series else name
    return name


def _figures(counts: Counter[str]) -> dict[str, int]:
    known = counts.total() - counts[register.UNKNOWN]
    named_ones = counts["sustained"] + counts["lowered"] + counts["raised"]
    return {
        "all": counts.total(),
        "known": known,
        "no change": counts["sustained"],
        "lowered": counts["lowered"],
        "raised": counts["raised"],
        "other": known - named_ones,
    }


def stats_data(by: str, chosen: Sequence[Entry]) -> dict[str, object]:
    """Return the counts as data, with what the sample is."""
    counts = Counter(entry.outcome for entry in chosen)
    return {
        "by": by,
        "decisions": len(chosen),
        "known": len(chosen) - counts[register.UNKNOWN],
        "outcomes": dict(sorted(counts.items())),
        "counts": [
            {"name": name or None, "decisions": one.total(), "outcomes": dict(sorted(one.items()))}
            for name, one in register.count(by, chosen)
        ],
        "note": sample_note(),
    }


def entry_row(entry: Entry, joined: Joined | None) -> dict[str, object]:
    """Return an entry as data; ``text`` is the library's record of it, or null."""
    from index.decisions.joining import facts

    row = entry.model_dump(mode="json")
    outcome, published = entry.went()
    row |= {"went": outcome, "went_by": "OPM's index" if published else "classifications stated"}
    row["text"] = (
        None
        if joined is None
        else {
            "documents": list(joined.documents),
            "facts": [
                {"name": f.name, "register": f.register, "text": f.text, "agree": f.agree}
                for f in facts(joined)
            ],
            "disagreements": [f.name for f in _disagreements(joined)],
        }
    )
    return row
