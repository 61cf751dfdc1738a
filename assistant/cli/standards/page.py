"""The page of the documentation that says what each bundled standard covers and lacks.

It is generated from the standards themselves, so that it cannot say more than they hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from core.overview import Holding

_KINDS: Final = {
    "points": "points",
    "supervisory": "points, with the guide's own rules",
    "referral": "sends the classifier elsewhere",
    "narrative": "descriptions without points",
    "bands": "bands",
}

_HEAD: Final = """\
# Standards that come with the program

`fes standards table` writes this page; a test holds it to the standards. A digest states in our
own words what each level requires, with the page to read; points, pages, conversion tables and
charts are the published figures.
"""

_TAIL: Final = """\
## Reading them

- `fes standards list` shows what is held, read in from documents too.
- `fes standards show ID` tells coverage, titles, conversion table and notes;
  `fes standards show ID LEVEL` what one level requires.
- `fes standards levels ID [FACTOR]` shows the ladders.
- `fes standards diff ID LEVEL LEVEL` sets two levels side by side, aspect by aspect;
  `fes standards diff ID ID LEVEL` the same level of two standards.

## A standard as a file

One edition is one TOML file, `core/standards/data/ID/EDITION.toml`. `fes standards schema`
prints its JSON schema, and `fes standards check FILE` names every mistake with its field and
the remedy.

- `method = "fes"` grades by points. `"referral"` has no criteria and says in `sends_to` what the
  classifier uses instead; scoring with it says the same. `"narrative"` names a guide without
  points.
- `text = "official"` marks a standard read from a document: its levels hold the document's own
  words as `text`, and one aspect, `whole`, stands for a level that has no aspects.
- `partial = true` marks an edition of which only some levels are known, and `unknown` lists the
  others. It scores what it knows and says so; a level it does not know is refused, and is not
  taken from the Primary Standard either.
- `points_from` and `conversion_from` name the document that prints points or the conversion
  table where the edition's own source does not.
- `doubts` are what was unclear when a document was read. Until a person confirms each of them
  the standard does not score.
"""


def standards_page() -> str:
    """Return the page in Markdown."""
    from core.overview import holdings

    held = holdings(bundled=True)
    rows = [
        "| Id | Edition | Grades by | Covers | Lacks |",
        "| --- | --- | --- | --- | --- |",
        *(_row(one) for one in held),
    ]
    documents = [
        "| Id | Document | From | Edition as printed |",
        "| --- | --- | --- | --- |",
        *(f"| `{one.id}` | {one.document} | {_place(one.page)} | {one.edition} |" for one in held),
    ]
    return "\n".join([_HEAD, *rows, "", *documents, "", _TAIL])


def _place(page: str) -> str:
    return f"page {page}" if page[:1].isdigit() else page


def _row(one: Holding) -> str:
    kind = "" if one.kind is None else _KINDS[one.kind]
    marks = [mark for mark, on in (("partial", one.partial), ("fictional", one.fictional)) if on]
    how = f"{kind} ({', '.join(marks)})" if marks else kind
    cells = [f"`{one.id}`", one.edition_id, how, _joined(one.covers), _joined(one.lacks)]
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _joined(said: tuple[str, ...]) -> str:
    return "; ".join(said)
