"""A drawing in a Word file: a vector image, with a picture of dots for programs that need one."""

from __future__ import annotations

import io
from typing import Any, Final

from assistant.papers.chart import drawing
from assistant.papers.content import Chart

_IMAGE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_SVG_SPACE: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_ID: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_PAGE: Final = b"""#set page(width: 6.5in, height: auto, margin: 0pt)
#image(bytes(sys.inputs.drawing), format: "svg", width: 100%)
"""
_DOTS: Final = 200.0


def add_drawing(document: Any, chart: Chart, number: int, *, width: float) -> None:
    """Add a chart to a document, with its description for those who hear it."""
    import typst
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.shared import Inches
    from lxml import etree

    svg = drawing(chart)
    dots = typst.compile(
        _PAGE, sys_inputs={"drawing": svg}, ignore_system_fonts=True, format="png", ppi=_DOTS
    )
    shape = document.add_picture(io.BytesIO(dots), width=Inches(width))
    properties = shape._inline.docPr
    properties.set("descr", chart.description)
    properties.set("title", chart.caption)
    part = Part(
        PackURI(f"/word/media/drawing{number}.svg"),
        "image/svg+xml",
        svg.encode(),
        document.part.package,
    )
    related = document.part.relate_to(part, _IMAGE)
    drawn = "http://schemas.openxmlformats.org/drawingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    blip = shape._inline.graphic.graphicData.pic.blipFill.blip
    listing = etree.SubElement(blip, f"{{{drawn}}}extLst")
    entry = etree.SubElement(listing, f"{{{drawn}}}ext", uri=_SVG_ID)
    vector = etree.SubElement(entry, f"{{{_SVG_SPACE}}}svgBlip", nsmap={"asvg": _SVG_SPACE})
    vector.set(f"{{{office}}}embed", related)
