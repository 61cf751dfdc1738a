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
    answer=_answer,
    unlike=("levels", "points", "series"),
)
