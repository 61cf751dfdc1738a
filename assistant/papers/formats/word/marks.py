"""Footnotes, numbered lists and tables of a Word file, and the data a certificate carries.

The library that writes the file knows no footnotes, so their part is written here: each citation
is a real footnote at its first call, and a cross-reference to it at every later one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FOOTNOTES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_CELL_MARGIN: Final = 108
"""Twentieths of a point between a cell's border and its text, as word processors have it."""
_HYPHEN: Final = re.compile(r"(?<=[A-Z\d])-(?=[A-Z\d])")
"""A hyphen within a grade, a level, a series or a decision's number."""
RECORD_SPACE: Final = "urn:fes:record"
"""The namespace of the data a certificate carries."""


def call_footnote(paragraph: Any, number: int, style: str) -> None:
    """Call a footnote for the first time, with a bookmark that later calls point to."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), f"_RefNote{number}")
    run = paragraph.add_run()
    run._r.style = style
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)
    run._r.addprevious(start)
    run._r.addnext(end)


def call_again(paragraph: Any, number: int, style: str) -> None:
    """Call a footnote once more by a cross-reference to its first call."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" NOTEREF _RefNote{number} \\h ")
    run = paragraph.add_run(str(number))
    run._r.style = style
    field.append(run._r)
    paragraph._p.append(field)


def unbroken(run: Any, text: str) -> Any:
    """Write a text into a run, so that no grade, level or number is broken at its hyphen."""
    from docx.oxml import OxmlElement

    for at, part in enumerate(_HYPHEN.split(text)):
        if at:
            run._r.append(OxmlElement("w:noBreakHyphen"))
        if part:
            run.add_text(part)
    return run


def keep_together(document: Any, begun: int, *, with_next: bool = False) -> None:
    """Keep what was added to the body since it had ``begun`` parts on one page.

    With ``with_next`` it stays on the page of what follows as well.
    """
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    # The body ends in the properties of its last section, before which all is added.
    added = [
        one for part in list(document.element.body)[begun - 1 :] for one in part.iter(qn("w:p"))
    ]
    for one in added if with_next else added[:-1]:
        Paragraph(one, document).paragraph_format.keep_with_next = True


def attach_footnotes(document: Any, notes: Mapping[int, str]) -> None:
    """Add the part that holds the footnotes."""
    if not notes:
        return
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    lines = [
        f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:pPr><w:spacing w:after="0" '
        f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for at, kind, mark in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    ]
    style = document.styles["footnote text"].style_id
    call = document.styles["footnote reference"].style_id
    lines += [
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{call}"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(label)}</w:t></w:r></w:p></w:footnote>'
        for number, label in notes.items()
    ]
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:footnotes xmlns:w="{_MAIN}">{"".join(lines)}</w:footnotes>'
    )
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, xml.encode(), document.part.package)
    document.part.relate_to(part, f"{_OFFICE}/footnotes")


def attach_record(document: Any, record: str) -> None:
    """Add the data a certificate is computed again from, as custom XML of the file."""
    from docx.opc.part import Part

    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<record xmlns="{RECORD_SPACE}">{escape(record)}</record>'
    )
    package = document.part.package
    part = Part(
        package.next_partname("/customXml/item%d.xml"), "application/xml", xml.encode(), package
    )
    document.part.relate_to(part, f"{_OFFICE}/customXml")


def restart_numbers(document: Any) -> int:
    """Return the id of a numbering of its own for one list, which begins at 1."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    used = style.pPr.numPr.numId.val
    abstract = next(one.abstractNumId.val for one in numbering.num_lst if one.numId == used)
    made = numbering.add_num(abstract)
    override = made.add_lvlOverride(ilvl=0)
    start = OxmlElement("w:startOverride")
    start.set(qn("w:val"), "1")
    override.append(start)
    return int(made.numId)


def use_numbers(paragraph: Any, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def fix_widths(table: Any, inches: Sequence[float]) -> None:
    """Give the columns of a table their widths, and keep the word processor from changing them."""
    from docx.shared import Inches

    table.autofit = False
    for column, width in zip(table.columns, inches, strict=True):
        column.width = Inches(width)
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, inches, strict=True):
            cell.width = Inches(width)


def within_margins(table: Any) -> None:
    """Begin a table's border at the margin; by default its text begins there instead."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(_CELL_MARGIN))
    indent.set(qn("w:type"), "dxa")
    table._tbl.tblPr.find(qn("w:tblW")).addnext(indent)


def repeat_head(row: Any) -> None:
    """Repeat a table's first row at the top of every page it runs over."""
    _flag(row, "tblHeader")


def keep_whole(row: Any) -> None:
    """Keep a row of a table on one page."""
    _flag(row, "cantSplit")


def _flag(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement(f"w:{name}")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
