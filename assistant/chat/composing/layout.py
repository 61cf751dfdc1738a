"""Putting an answer together in Markdown: verified claims, the core's figures, the digests.

Every function returns blocks, one paragraph or list each, so that an answer can be streamed
block by block. Text from documents is escaped: it is shown, never interpreted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from assistant.events import Claim, Removed, Source
from assistant.guard.choices import SIDES
from assistant.text import capital, escape, number
from core.model import Citation, Evaluation
from core.standards.criteria import Level
from core.standards.model import Standard

_SENTENCE = re.compile(r"(?<=[.!?])(?<! [A-Z]\.)(?:\*\*)?\s+(?=[A-Z*])")
_OPEN_QUESTION = re.compile(
    r"^\W*(?:(?:and|so|but|ok|then|now)\W+)*"
    r"(?:(?:for|by|to|from|until|till|since|with|in|at|on) )?"
    r"(?:who|whom|where|when|which|how|what)\b(?! (?:if|about)\b)",
    re.IGNORECASE,
)
_CONFIRMS = re.compile(
    r"\b(?:is (?:that|this|it)|are they) (?:right|true|correct|so|allowed to say that)\b|"
    r"\b(?:true|right|correct)\?\s*$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:can't|cannot|can not|couldn't|may not|must not|not allowed|not entitled|no right|barred|"
    r"won't|isn't possible|impossible|not possible|excluded)\b",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"(?P<bold>(?:\*\*)?)Because\s+(?!of\b)")
_REASON = re.compile(
    r"\b(?:why|how come|what for|reasons?|because|cause|what makes|grounds?|explain|purpose)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"^\W*(?:(?:and|so|but|ok|well|also|mostly|basically|now|lately)\W+)*"
    r"(?:i|we|my (?:job|work|position|duties|day)|she|he)\b(?!.*\?)(?!.*\b(?:or not|right|"
    r"correct)\W*$)",
    re.IGNORECASE,
)
"""Tells of somebody's work without asking."""
_CLAIMS = re.compile(
    r"\b(?:appeal\w*|grades?|graded|gs|wg|classif\w*|levels?|points?|pds?|description|opm|hr|"
    r"agency|"
    r"boss|supervis\w*|say|says|said|told|think|thinks|want|need|can|can't|cannot|must|should|"
    r"deserve|days|late|deadline|never|not|no|pay|entitled|promot\w*|higher|overtime)\b",
    re.IGNORECASE,
)
"""Speaks of rights or grades, so that a no corrects it."""
_PLAIN_NO = re.compile(r"\*\*No(?:(?P<alone>\.\*\*\s+)|: )")
_CLAUSES = re.compile(r"[.;:,?!]\s+(?!if |when |as |because )")
_YES = re.compile(r"\*\*Yes(?:(?P<alone>[.:]?\*\*\s+)|[,:.] (?:but )?)")

SILENT = {
    "for": "Nothing in your documents credits it, and no finding here speaks for it.",
    "against": "Nothing in your documents refuses it, and no finding here speaks against it.",
}
"""What stands under the heading of a side that has nothing, when the other side has."""


def cite(citation: Citation) -> str:
    """Return a citation without its edition, for lists where the edition is said once."""
    page = f"p. {citation.page}" if citation.page[:1].isdigit() else citation.page
    return escape(", ".join(p for p in (citation.document, citation.section, page) if p))


def editions(citations: Iterable[Citation]) -> str:
    """Return one line that names each document cited with its edition."""
    known = dict.fromkeys((c.document, c.edition) for c in citations)
    named = "; ".join(f"{escape(d)} ({escape(e)})" for d, e in known)
    return f"*Editions: {named}.*"


def quotations(sources: Sequence[Source]) -> str:
    """Return quotations from one page of a passage as a block with their numbers and place."""
    first = sources[0]
    words = [
        escape(s.quote) + f" \\[{s.number}\\]"
        if s.digest
        else f"“{escape(s.quote)}” \\[{s.number}\\]"
        for s in sources
    ]
    if first.digest:
        place = "*digest, our words*" + (
            f"; look up {escape(first.look_up)}" if first.look_up else ""
        )
    else:
        place = ", ".join(part for part in (escape(first.title), escape(first.place)) if part)
    lines = [*words, f"— {place}", *mark(first.superseded)]
    return "\n>\n".join(f"> {line}" for line in lines)


def mark(superseded: str) -> list[str]:
    """Return the line that marks quoted words as superseded; none when they are not."""
    return [f"**{escape(superseded)}**"] if superseded else []


def claim_blocks(
    claims: Sequence[Claim],
    *,
    found: Mapping[str, Sequence[str]] | None = None,
    beside: Callable[[Claim], Sequence[str]] | None = None,
) -> list[str]:
    """Return the claims grouped by side, each with its quotations beneath it.

    Args:
        claims: What the guard has passed.
        found: Lines on what has been found in the case, by side, put first on that side.
        beside: Returns the case's facts to set beside a claim.
    """
    found = found or {}
    sides = {c.side for c in claims} | {side for side, lines in found.items() if lines}
    argued = not sides.isdisjoint(SILENT)
    blocks: list[str] = []
    for side, heading in SIDES.items():
        if side not in sides:
            if argued and side in SILENT:
                blocks += [f"### {heading}", SILENT[side]]
            continue
        if heading and len(sides) > 1:
            blocks.append(f"### {heading}")
        if found.get(side):
            blocks.append("\n".join(found[side]))
        for claim in (c for c in claims if c.side == side):
            blocks.append(f"**{escape(claim.text)}**" if claim.sources else escape(claim.text))
            blocks.extend(quotations(group) for group in _grouped(claim.sources))
            facts = beside(claim) if beside else ()
            if facts:
                blocks.append(
                    "*Weigh against it what is stated in this case:*\n\n"
                    + "\n".join(f"- {fact}" for fact in facts)
                )
    return blocks


def _grouped(sources: Iterable[Source]) -> list[list[Source]]:
    """Return sources by passage and page, each quotation once, in the order they came."""
    groups: dict[tuple[str, str], dict[str, Source]] = {}
    for source in sources:
        groups.setdefault((source.passage, source.place), {}).setdefault(source.quote, source)
    return [list(group.values()) for group in groups.values()]


def at_stake(evaluation: Evaluation, alternatives: Sequence[tuple[str, Evaluation]]) -> str:
    """Say in one sentence what stands and what each alternative level would make of it."""
    text = f"By the core: {number(evaluation.total)} points, **{evaluation.grade}**"
    for level, other in alternatives:
        text += f"; with Level {level}, {number(other.total)} points, **{other.grade}**"
        if other.margin.above_floor == 0:
            text += " exactly at its floor"
    return f"{text}."


def places(*pages: str) -> str:
    """Return pages as a reader would write them: ``pp. 46 and 47``, or places in words."""
    distinct = list(dict.fromkeys(pages))
    said = " and ".join(distinct)
    if any(" " in page for page in distinct):  # Not a page number: "Factor 2, paragraph 4".
        return said
    return f"{'p.' if len(distinct) == 1 else 'pp.'} {said}"


def digest_blocks(standard: Standard, lower: Level | None, upper: Level) -> list[str]:
    """Set two levels side by side, aspect by aspect, in our own words with the page."""
    pages = places(*([] if lower is None else [lower.page]), upper.page)
    source = (
        f"*Digest of the {escape(standard.title)}, in our words, not the official text; look up "
        f"{escape(standard.document)}, {pages}.*"
    )
    below = {a.key: a for a in lower.aspects} if lower else {}
    lines: list[str] = []
    for aspect in upper.aspects:
        lines.append(f"- **{escape(aspect.name)}**")
        if aspect.key in below and lower is not None:
            lines.append(f"    - Level {lower.level}: {escape(below[aspect.key].text)}")
        lines.append(f"    - Level {upper.level}: {escape(aspect.text)}")
    return [source, "\n".join(lines)]


def removed_block(removed: Sequence[Removed]) -> list[str]:
    """Say how much was kept from the reader and why, without repeating it."""
    if not removed:
        return []
    reasons = dict.fromkeys(r.reason for r in removed)
    count = "One part" if len(removed) == 1 else f"{len(removed)} parts"
    return [f"*{count} of the model's answer left out: {escape('; '.join(reasons))}.*"]


def factor_table(evaluation: Evaluation, sought: Mapping[str, str]) -> str:
    """Return the factors with their levels and points as a Markdown table."""
    lines = ["| Factor | Level | Points | Sought |", "| --- | --- | ---: | --- |"]
    for f in evaluation.factors:
        asked = sought.get(str(f.factor), "")
        lines.append(
            f"| {f.factor}. {escape(f.name)} | {f.level} | {number(f.points)} | "
            f"{escape(asked) if asked != f.level else ''} |"
        )
    lines.append(f"| **Total** | | **{number(evaluation.total)}** | **{evaluation.grade}** |")
    return "\n".join(lines)


def to_the_point(lead: str, question: str) -> str:
    """Return a lead without a yes where who, where, when or how much is asked.

    "Where do I go?" is told where; "may I go there?" is told yes. A no stays: it corrects, unless
    only work was told, which nobody asked to have denied. A reason is no answer to "what".
    """
    if _CONFIRMS.search(question) and _DENIED.search(question):
        yes = _YES.match(lead)
        if yes is not None:
            # "They say I can't. Is that right?" is answered by whether it is right.
            rest = lead[yes.end() :]
            mark = "**" if yes["alone"] else ""
            return f"**No, that is not right.{mark} {capital(rest)}"
    because = _BECAUSE.match(lead)
    if because is not None and not _REASON.search(question):
        rest = lead[because.end() :]
        return f"{because['bold']}{capital(rest)}"
    told = _TELLS.search(question) and not _CLAIMS.search(question)
    if not told and not _OPEN_QUESTION.search(_CLAUSES.split(question)[-1]):
        return lead
    found = _YES.match(lead) or (_PLAIN_NO.match(lead) if told else None)
    if found is None:
        return lead
    rest, bold = lead[found.end() :], "" if found["alone"] else "**"
    return f"{bold}{capital(rest)}"


def shortened(lead: str, room: int) -> tuple[str, str]:
    """Return the first sentences of a lead that fit, at least one, and what is left of it."""
    ends = [match.end() for match in _SENTENCE.finditer(lead)]
    fits = [end for end in ends if end <= room] or ends[:1]
    if len(lead) <= room or not fits:
        return lead, ""
    head, tail = lead[: fits[-1]].rstrip(), lead[fits[-1] :]
    if head.count("**") % 2:
        head, tail = f"{head}**", f"**{tail}"
    return head, tail
