"""What this program holds: standards, guides and regulations, and how much of each."""

from __future__ import annotations

from assistant.chat.model import Answer, Context, Question, Topic, Words

_LONGEST = 650
"""Characters of a lead that names them all."""


def _answer(question: Question, context: Context) -> Answer | None:
    from core.model import Citation
    from core.overview import holdings

    if question.series:
        return None
    held = [one for one in holdings() if not one.problem and not one.fictional]
    names = {
        kind: [one.title for one in held if one.kind == kind]
        for kind in ("points", "supervisory", "referral")
    }
    lead = (
        f"**With points: {'; '.join(names['points'])}. For supervisors: "
        f"{'; '.join(names['supervisory'])}. Flysheets: {'; '.join(names['referral'])}.** "
        "They are held as digests in our words with figures and pages; official texts are yours "
        "to add."
    )
    if len(lead) > _LONGEST:
        lead = f"**{len(held)} standards and guides are held.** Say *more* for the list."
    lines = [
        f"- **{one.title}** ({one.edition or one.edition_id})"
        + (": part of its levels" if one.partial else "")
        for one in held
    ]
    documents = []
    if context.library is not None:
        documents = [f"- {one.title}" for one in context.library.documents()]
    more = ["\n".join(lines)]
    if documents:
        more.append("Your documents:\n\n" + "\n".join(documents))
    return Answer(
        lead=lead,
        words=tuple(
            Words(
                ours=f"{one.title}: {', '.join(one.covers[:3])}.",
                citation=Citation(
                    document=one.document, edition=one.edition, page=one.page, section=""
                ),
            )
            for one in held[:2]
            if one.covers
        ),
        next=(
            "`fes standards` lists them with their editions and what each lacks.",
            "`fes sources` lists official documents you can add, `fes ingest FILE` adds one.",
        ),
        more=tuple(more),
    )


TOPIC = Topic(
    id="standards-held",
    title="which standards are held here",
    answer=_answer,
    unlike=("levels", "points", "grades", "series", "factors", "decision"),
)
