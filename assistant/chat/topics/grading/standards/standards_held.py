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
    asks=(
        "Which standards do you have?",
        "What standards are available here?",
        "List the standards you know",
        "Which documents do you hold?",
        "what's in your library",
        "What can you grade with?",
        "Which guides are included?",
        "show me all standards",
        "Do you have any other standards?",
        "which classification standards come with this program",
        "what editions of the standards do you use",
        "which official documents do you quote from",
        "what documents are loaded",
        "what do you know",
        "how many standards do you hold",
        "which series can you score",
        "For which series do you have a standard?",
        "are the official texts of the standards included",
        "what is missing from your standards",
        "how current are your standards",
        "what sources do your answers come from",
        "your sources",
        "standards held",
        "list of guides and standards",
        "documents in the library",
        "which regulations do you have",
        "what standards do you hold",
        "what standards do you have",
        "which standards are there here",
        "which standards can you use",
        "list your standards",
        "show your standards",
        "show me the standards you have",
        "which standards are included",
        "which guides do you hold",
        "which documents do you have",
        "which documents are in the library",
        "what documents do you have",
        "what documents can you quote",
        "what do you have in your library",
        "what's loaded",
        "what is in the library",
        "list all documents",
        "list all standards held here",
        "other standards you have",
        "any other standards",
        "what else do you hold",
        "which series are covered by your standards",
        "which series have a standard here",
        "which positions can you score",
        "what can be scored here",
        "how complete are your standards",
        "are your standards complete",
        "which parts of the standards are missing",
        "which editions do you hold",
        "edition of the standards you use",
        "how up to date are your standards",
        "where do your answers come from",
        "what are your sources",
        "which sources do you use",
        "what do you have on your shelf",
        "which books did they feed you",
        "show me everything you can look things up in",
        "what's your source material",
        "which occupations can you help with in detail",
        "what all's in your library",
        "full list of the guides in there",
        "for what series do you have the actual text",
        "what do you work from",
        "tell me your inventory of grading guides",
        "how many standards have you read",
        "what are you able to cite",
        "can I see an index of the publications you carry",
        "Do you have all of them or just a handful?",
    ),
    answer=_answer,
    unlike=("levels", "points", "grades", "series", "factors", "decision"),
)
