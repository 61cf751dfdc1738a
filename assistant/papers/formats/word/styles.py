"""The styles of a paper as a Word document, its running head and its page numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from assistant.papers.content import Paper, running_head

_SERIF: Final = "Times New Roman"
_MONO: Final = "Courier New"
_COLORS: Final = {"error": "B50909", "warning": "B7791F", "note": "565C65"}
_SIZES: Final = {
    "Title": (18, True, 0, 6),
    "Heading 1": (15, True, 18, 8),
    "Heading 2": (12.5, True, 14, 6),
    "Heading 3": (11.5, True, 10, 4),
    "Heading 4": (11, True, 8, 4),
    "Caption": (10, True, 8, 3),
    "Quote": (10.5, False, 4, 2),
    "List Bullet": (10.5, False, 0, 2),
    "List Number": (10.5, False, 0, 2),
}
_OWN: Final = {
    "Answer": ("Normal", 11.5, False, 6),
    "Remark": ("Normal", 10, True, 6),
    "Address": ("Normal", 10.5, False, 0),
    "Subject": ("Normal", 10.5, False, 6),
    "Notice": ("Normal", 10, False, 5),
    "Table Text": ("Normal", 9.5, False, 1),
    "After Table": ("Normal", 6, False, 2),
    "Quote Place": ("Normal", 10, False, 6),
    "Signature Line": ("Normal", 10, False, 4),
    "Record": ("Normal", 7.5, False, 4),
    "footnote text": ("Normal", 8.5, False, 0),
}

_BUILT_IN: Final = {"footnote text", "footnote reference"}
"""Styles that a word processor knows by these names though the template does not bring them."""


def prepare(document: Any, paper: Paper) -> None:
    """Set the page, the styles, the running head, the foot and the properties of a document."""
    _page(document)
    _styles(document)
    _running(document, paper)
    said = document.core_properties
    said.title, said.subject = f"{paper.title}: {running_head(paper)}", paper.title
    said.author = said.last_modified_by = said.comments = said.keywords = ""
    said.language = "en-US"
    said.created = said.modified = datetime(2000, 1, 1, tzinfo=UTC)


def _page(document: Any) -> None:
    from docx.shared import Inches

    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(1)
    section.top_margin, section.bottom_margin = Inches(0.9), Inches(0.8)


def _styles(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Inches, Pt, RGBColor

    styles = document.styles
    normal = styles["Normal"]
    _font(normal, 10.5)
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.line_spacing = 1.05
    for name, (size, bold, before, after) in _SIZES.items():
        style = styles[name]
        _font(style, size)
        style.font.bold, style.font.italic = bold, False
        style.font.color.rgb = RGBColor(0x1B, 0x1B, 0x1B)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
    _plain_title(styles["Title"])
    styles["Quote"].paragraph_format.left_indent = Inches(0.3)
    for name, (base, size, italic, after) in _OWN.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in _BUILT_IN)
        style.base_style = styles[base]
        _font(style, size)
        style.font.italic = italic
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.0 if size < 10.5 else 1.05
    styles["Subject"].paragraph_format.space_before = Pt(10)
    cell = styles["Table Text"].paragraph_format
    cell.space_before = cell.space_after = Pt(1)
    for name in ("List Bullet", "List Number"):
        styles[name].paragraph_format.space_after = Pt(3)
    numbered = styles["List Number"].paragraph_format
    numbered.left_indent, numbered.first_line_indent = Inches(0.38), Inches(-0.38)
    styles["Quote Place"].paragraph_format.left_indent = Inches(0.3)
    styles["Record"].font.name = _MONO
    line = styles["Signature Line"]
    line.paragraph_format.space_before = Pt(22)
    line.paragraph_format.tab_stops.add_tab_stop(
        Inches(5.5), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES
    )
    notice = styles["Notice"].paragraph_format
    notice.left_indent = notice.right_indent = Inches(0.12)
    for name in ("Code", "Blank", "footnote reference"):
        style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=name in _BUILT_IN)
        if name == "Code":
            style.font.name, style.font.size = _MONO, Pt(9)
        elif name == "Blank":
            style.font.bold = True
            _shading(style.element.get_or_add_rPr(), "FFF3BF")
        else:
            style.font.superscript = True


def _font(style: Any, size: float) -> None:
    """Give a style its font and size; the theme's fonts would otherwise win over the name."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.size = _SERIF, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), _SERIF)


def _plain_title(style: Any) -> None:
    """Take the coloured line under the title away, which the template brings along."""
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _running(document: Any, paper: Paper) -> None:
    """Put the case and the date into the head of every page, and its number into the foot."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Inches, Pt

    section = document.sections[0]
    for name in ("Header", "Footer"):
        stops = document.styles[name].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Inches(6.5), WD_TAB_ALIGNMENT.RIGHT)
    head = section.header.paragraphs[0]
    head.add_run(f"{running_head(paper)}\t{paper.dated or paper.title}")
    _border(head._p.get_or_add_pPr(), "bottom", "A0A0A0", 4, 1)
    _foot(section, paper, "" if paper.cover else "NUMPAGES", cover=paper.cover)
    for run in head.runs:
        run.font.size = Pt(9)


def begin_after_cover(document: Any, paper: Paper) -> None:
    """End the cover sheet and begin the pages that count, from 1."""
    from docx.enum.section import WD_SECTION
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.footer.is_linked_to_previous = False
    count = OxmlElement("w:pgNumType")
    count.set(qn("w:start"), "1")
    _in_order(section._sectPr, count, ("cols", "formProt", "vAlign", "titlePg", "docGrid"))
    _foot(section, paper, "")


def _foot(section: Any, paper: Paper, count: str, *, cover: bool = False) -> None:
    """Write the foot of a section's pages: the paper, and the page's number of how many."""
    from docx.shared import Pt

    line = section.footer.paragraphs[0]
    line.style = "Footer"
    line.add_run(f"{paper.title}\t")
    line.add_run("Cover sheet" if cover else "Page ")
    if not cover:
        _field(line, "PAGE")
    if count:
        line.add_run(" of ")
        _field(line, count)
    for run in line.runs:
        run.font.size = Pt(9)


def _field(paragraph: Any, code: str) -> None:
    """Add a field that the word processor computes, such as the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", "", "separate", "1", "end"):
        run = paragraph.add_run()
        if kind == "":
            text = OxmlElement("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = f" {code} "
            run._r.append(text)
        elif kind == "1":
            run.text = "1"
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def side_line(paragraph: Any, severity: str) -> None:
    """Set a notice off by a line at its side and a light ground."""
    properties = paragraph._p.get_or_add_pPr()
    _border(properties, "left", _COLORS[severity], 24, 6)
    _shading(properties, "F6F6F6")


def shade(cell: Any, fill: str) -> None:
    """Give a cell of a table a ground."""
    _shading(cell._tc.get_or_add_tcPr(), fill)


def _border(properties: Any, side: str, color: str, size: int, space: int) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    border = OxmlElement("w:pBdr")
    edge = OxmlElement(f"w:{side}")
    for key, value in (("val", "single"), ("sz", str(size)), ("space", str(space))):
        edge.set(qn(f"w:{key}"), value)
    edge.set(qn("w:color"), color)
    border.append(edge)
    _in_order(properties, border, _AFTER_BORDER)


def _shading(properties: Any, fill: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    ground = OxmlElement("w:shd")
    ground.set(qn("w:val"), "clear")
    ground.set(qn("w:color"), "auto")
    ground.set(qn("w:fill"), fill)
    _in_order(properties, ground, _AFTER_SHADING)


_AFTER_SHADING: Final = (
    *("tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl"),
    *("vertAlign", "lang", "noWrap", "tcMar", "vAlign", "rPr"),
)
_AFTER_BORDER: Final = ("shd", *_AFTER_SHADING)


def _in_order(properties: Any, element: Any, after: tuple[str, ...]) -> None:
    """Insert an element before those that the format wants to come after it."""
    from docx.oxml.ns import qn

    names = {qn(f"w:{name}") for name in after}
    for at, child in enumerate(properties):
        if child.tag in names:
            properties.insert(at, element)
            return
    properties.append(element)
