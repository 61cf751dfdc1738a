"""What Word keeps beside the plain paragraphs: form fields, tracked changes, text boxes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml

from index.documents.formats import parse_bytes

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def _text(*parts: str) -> str:
    made: Any = docx.Document()
    for part in parts:
        made.element.body.insert(len(made.element.body) - 1, parse_xml(part))
    stream = BytesIO()
    made.save(stream)
    return parse_bytes(Path("made-up.docx"), stream.getvalue()).text


def test_form_fields_and_tracked_insertions_are_read_and_deletions_are_not() -> None:
    text = _text(
        f"<w:p {_NAMES}><w:r><w:t xml:space='preserve'>Title: </w:t></w:r>"
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Park Ranger</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:ins w:id='1' w:author='a'><w:r><w:t xml:space='preserve'> (Law)</w:t></w:r></w:ins>"
        "<w:del w:id='2' w:author='a'><w:r><w:delText>Guide</w:delText></w:r></w:del></w:p>",
        f"<w:sdt {_NAMES}><w:sdtContent><w:p><w:r><w:t>Series 0025</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>",
        f"<w:tbl {_NAMES}><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>Grade</w:t></w:r></w:p>"
        "</w:tc><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>9</w:t></w:r></w:p></w:tc></w:sdtContent>"
        "</w:sdt></w:tr></w:tbl>",
    )
    assert text == "Title: Park Ranger (Law)\n\nSeries 0025\nGrade 9"


def test_a_text_box_is_read_once_before_the_paragraph_it_is_set_at() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>PD Number 17-2209</w:t></w:r></w:p></w:txbxContent>"
    text = _text(
        f"<w:p {_NAMES}><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>Duties follow.</w:t></w:r></w:p>",
        f"<w:p {_NAMES}><w:r><w:pict><v:shape><v:textbox>{box.replace('PD', 'Old')}</v:textbox>"
        "</v:shape></w:pict></w:r></w:p>",
    )
    assert text == "PD Number 17-2209\n\nDuties follow.\n\nOld Number 17-2209"
