"""A small PDF writer and fictional documents in the manner of the real ones.

Lantern keeping is not a federal occupation; every word here is made up for the tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEFT, PITCH = 72.0, 14.0


@dataclass(frozen=True)
class Line:
    """A line to set: its text, left edge, distance below the line before, size and weight."""

    text: str
    x: float = LEFT
    down: float = PITCH
    size: float = 12
    bold: bool = False


def write_pdf(
    pages: Sequence[Sequence[Line]],
    *,
    head: str = "",
    foot: str = "",
    without: int = 0,
    sideways: dict[int, int] | None = None,
) -> bytes:
    """Set pages with a running head and a numbered foot, as a minimal PDF.

    ``sideways`` turns the lines of a page by its number: 1 to run upwards, -1 downwards.
    ``without`` leaves one page out of the file; the others keep their printed numbers.
    """
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    for name in (b"Helvetica", b"Helvetica-Bold"):
        add(b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name)
    tree = add(b"")
    kids: list[int] = []
    for number, lines in enumerate(pages, start=1):
        if number == without:
            continue
        drawn = [_draw(Line(head, size=10), 746.0)] if head else []
        y = 720.0
        for line in lines:
            y -= line.down
            drawn.append(_draw(line, y, (sideways or {}).get(number, 0)))
        if foot:
            drawn.append(_draw(Line(f"{foot} {number}", size=9), 38.0))
        stream = b"BT\n" + b"".join(drawn) + b"ET"
        content = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(
            add(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
                b"/Resources << /Font << /F1 1 0 R /F2 2 0 R >> >> >>" % (tree, content)
            )
        )
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[tree - 1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), listed)
    root = add(b"<< /Type /Catalog /Pages %d 0 R >>" % tree)
    return _file(objects, root)


def _draw(line: Line, y: float, turn: int = 0) -> bytes:
    text = line.text.encode("cp1252")
    for special in (b"\\", b"(", b")"):
        text = text.replace(special, b"\\" + special)
    font = 2 if line.bold else 1
    place = b"1 0 0 1 %g %g" % (line.x, y)
    if turn > 0:
        place = b"0 1 -1 0 %g %g" % (740 - y, line.x)
    elif turn < 0:
        place = b"0 -1 1 0 %g %g" % (y - 120, 760 - line.x)
    return b"/F%d %g Tf %s Tm (%s) Tj\n" % (font, line.size, place, text)


def _file(objects: Sequence[bytes], root: int) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        root,
        start,
    )
    return out


def heading(text: str, size: float = 14, down: float = 30) -> Line:
    """Return a bold heading, centred, with space above it."""
    width = sum(0.72 if c.isupper() else 0.55 for c in text) * size
    return Line(text, x=306 - width / 2, down=down, size=size, bold=True)


def first(text: str, x: float = LEFT) -> Line:
    """Return the first line of a paragraph."""
    return Line(text, x=x, down=28)


def lantern_pages() -> list[list[Line]]:
    """Return a fictional standard of three pages: contents, factors, conversion table."""
    contents = [
        heading("Position Classification Standard for", size=16),
        heading("Lantern Keeping Series, GS-9998", size=16, down=20),
        heading("TABLE OF CONTENTS"),
        Line("SERIES DEFINITION................................................ 2", down=28),
        Line("FACTOR LEVEL DESCRIPTIONS....................................... 2"),
        Line("FACTOR 1, KNOWLEDGE REQUIRED BY THE POSITION..................... 2"),
        Line("FACTOR 2, SUPERVISORY CONTROLS................................... 2"),
        Line("GRADE CONVERSION TABLE........................................... 3"),
    ]
    factors = [
        heading("SERIES DEFINITION"),
        first("This made-up series covers keepers who trim, fill and light the lanterns of a har-"),
        Line("bour wall. Keepers of other lamps, whose work calls for one-of-a-kind or home-"),
        Line("made lamps, belong to a neighbouring series. The harbour pays them monthly."),
        heading("FACTOR LEVEL DESCRIPTIONS"),
        heading("FACTOR 1, KNOWLEDGE REQUIRED BY THE POSITION"),
        Line("Level 1-2 200 Points", down=28, bold=True),
        first("Knowledge of wicks and oil enough to light one wall of lanterns by a fixed list;"),
        Line("OR", x=300, down=28, bold=True),
        first("Skill with one kind of burner."),
        Line("Level 1-3 350 Points", down=28, bold=True),
        first("Knowledge of every burner on the wall, enough to choose among them when fog"),
        Line("falls, including:"),
        Line("• the oil each burner drinks;", x=90, down=20),
        Line("• the order in which ships look for each light, which the keeper learns by", x=90),
        Line("heart before the first winter; and", x=108),
        Line("• the signals for a closed harbour.", x=90),
        heading("FACTOR 2, SUPERVISORY CONTROLS"),
        Line("Level 2-1 25 Points", down=28, bold=True),
        first("The harbour master says which lantern to light and looks at every flame. The"),
        Line("keeper asks before changing anything, and the master writes each change into the"),
        Line("wall book at the end of the night so that the next keeper finds the same lights and"),
    ]
    rest = [
        Line("knows what was done.", down=20),
        Line("Level 2-2 125 Points", down=28, bold=True),
        first("The harbour master sets the hours. The keeper chooses the order of the rounds."),
        heading("GRADE CONVERSION TABLE"),
        Line("Point Range", x=200, down=28, bold=True),
        Line("GS Grade", x=330, down=0, bold=True),
        Line("225-300", x=200, down=16),
        Line("1", x=350, down=0),
        Line("305-475", x=200),
        Line("2", x=350, down=0),
    ]
    return [contents, factors, rest]
