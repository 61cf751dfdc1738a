"""Which appeal decisions are in the reader's library."""

from __future__ import annotations

from assistant.chat.model import Answer, Context, Question, Topic

_SHOWN = 10


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    from index.decisions.register.facts import entries

    register = f"The register that comes with the program has the heads of {len(entries())}."
    ways = (
        "OPM publishes them at opm.gov, Appeal Decisions; `fes ingest FILE` adds one.",
        "Ask for a series, such as *find decisions on series 0080*.",
    )
    known = [] if context.library is None else context.library.decisions()
    if not known:
        return Answer(
            lead=f"**None: no appeal decision is in your library.** {register}", next=ways
        )
    rows = [
        f"- {d.told} ({d.date or 'no date'}): "
        f"{d.decided.title or 'position'}, {d.decided.pay_plan or 'GS'}"
        f"{f'-{d.decided.series}' if d.decided.series else ''}"
        f"{f'-{d.decided.grade}' if d.decided.grade is not None else ''}"
        for d in known[:_SHOWN]
    ]
    count = f"{len(known)} appeal decision{'' if len(known) == 1 else 's'}"
    first = f" The first {_SHOWN} stand below." if len(known) > _SHOWN else ""
    return Answer(
        lead=f"**{count} in your library, read in full and quoted.**{first} {register}",
        figures=("\n".join(rows),),
        whose="Decisions held",
        next=ways,
    )


TOPIC = Topic(
    id="decisions-held",
    title="which appeal decisions are held",
    asks=(
        "Which decisions do you have?",
        "What appeal decisions are in the library?",
        "list the decisions held",
        "how many decisions do you know",
        "which OPM cases can you quote",
        "do you have any appeal decisions at all",
        "what decisions have been added",
        "show me your decisions",
        "decisions available here",
        "Which decisions can I search?",
        "is C-0080-11-02 the only decision you have",
        "are there decisions in my library",
        "which precedents are loaded",
        "what cases have you read",
        "how do I add a decision",
        "inventory of decisions",
        "which decisions do you hold",
        "what decisions do you hold",
        "which decisions are held",
        "decisions held",
        "decisions you have",
        "decisions in your library",
        "decisions in my library",
        "list of decisions held",
        "which decisions are in the library",
        "what decisions are there",
        "which decisions do you know",
        "how many decisions do you have",
        "how many decisions are held",
        "do you have decisions",
        "do you hold any decisions",
        "which appeal decisions can you quote",
        "what decisions can I read here",
        "are decisions included",
        "which decisions come with the program",
        "decisions loaded",
        "decisions ingested",
        "add a decision",
        "add another decision to the library",
        "how can I add decisions",
        "what rulings do you have on file",
        "which rulings are on file",
        "which rulings can you show",
        "what OPM rulings are stored here",
        "do you have rulings on file",
        "what rulings came preloaded in here",
        "do you come with any OPM cases or must I feed them to you",
        "show the inventory of appeal rulings on this machine",
        "which cases can you pull actual words out of",
        "have you got the full text of any rulings?",
        "I downloaded a PDF of a ruling, how do i get it in here",
        "Are there any cases besides C-0080-11-02 that you can open?",
        "list everything you keep in the way of appeal rulings",
        "what past cases are sitting in your library right now",
        "decisions on hand?",
        "which rulings did my colleague load into this thing",
        "can you read out of real appeal decisions or do you only know about them",
        "How do I put more rulings into the library?",
        "name the cases stored",
        "is your collection of rulings empty or is there something in it",
    ),
    answer=_answer,
    unlike=("levels", "points", "series"),
)
