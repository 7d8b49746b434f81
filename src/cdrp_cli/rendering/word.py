"""Markdown as a Word paper in the styles of reference.docx."""

from __future__ import annotations

import re
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.rendering.pandoc import convert
from cdrp_cli.rendering.paper import Cover
from cdrp_cli.rendering.templates import Templates

_EDGES = re.compile(r"word/(?:header|footer)\d*\.xml")
_TIMES = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_OWN = re.compile(r"<property .*?</property>", re.DOTALL)  # what pandoc was told, for nobody else
_PAGE = re.compile(r"<w:pgSz [^>]*/>")
# A row of a table stays on one page where it can.
_ROWS = {
    "<w:tr><w:tc>": "<w:tr><w:trPr><w:cantSplit /></w:trPr><w:tc>",
    "<w:tr><w:trPr><w:tblHeader": "<w:tr><w:trPr><w:cantSplit /><w:tblHeader",
}
# A heading on a new page begins it: a paragraph for the break alone would leave an empty line above.
_NEW_PAGE = re.compile(
    r'<w:p><w:r><w:br w:type="page"/></w:r></w:p>((?:\s*<w:bookmark(?:Start|End) [^>]*/>)*\s*<w:p><w:pPr>)'
    r'(<w:pStyle w:val="Heading\d" />)'
)
# A number of two digits and its full stop fill the room that pandoc leaves them, and run into the text.
_NARROW, _WIDE = 'w:hanging="360"', 'w:hanging="480"'
_RIGHT = re.compile(r'<w:tab (?=[^>]*w:val="right")[^>]*>')
_PLACE = re.compile(r'(?<=w:pos=")\d+')
_LONG, _SHORT = 16838, 11906  # the sides of A4, in twentieths of a point
_ACROSS = f'<w:pgSz w:w="{_LONG}" w:h="{_SHORT}" w:orient="landscape" />'


def word(markdown: str, cover: Cover, templates: Templates) -> bytes:
    """The paper; its header and footer say title and marking where reference.docx leaves a place for them."""
    reference = templates.looks("reference.docx")
    try:
        ZipFile(reference).close()
    except BadZipFile:
        raise CdrpError(f"{reference.name} is not a Word document: save it in Word as .docx") from None
    made = convert(markdown, cover, "docx", "paper.xml", f"--reference-doc={reference}")
    with ZipFile(BytesIO(made)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    return _packed({name: _finished(name, part, cover) for name, part in parts.items()}, cover)


def _finished(name: str, part: bytes, cover: Cover) -> bytes:
    if _EDGES.fullmatch(name):
        said = part.decode().replace("{{marking}}", escape(cover.marking)).replace("{{title}}", escape(cover.title))
        return (_RIGHT.sub(_wider, said) if cover.landscape else said).encode()
    if name == "word/numbering.xml":
        return part.decode().replace(_NARROW, _WIDE).encode()
    if name == "docProps/core.xml":
        return _TIMES.sub(rf"\g<1>{cover.moment:%Y-%m-%dT%H:%M:%SZ}", part.decode()).encode()
    if name == "docProps/custom.xml":
        return _OWN.sub("", part.decode()).encode()
    if name == "word/document.xml":
        said = _NEW_PAGE.sub(r"\1\2<w:pageBreakBefore />", part.decode())
        for row, whole in _ROWS.items():
            said = said.replace(row, whole)
        return (_PAGE.sub(_ACROSS, said) if cover.landscape else said).encode()
    return part


def _wider(tab: re.Match[str]) -> str:
    """A tab at the right margin, where that margin is when the page lies across."""
    return _PLACE.sub(lambda place: str(int(place[0]) + _LONG - _SHORT), tab[0])


def _packed(parts: dict[str, bytes], cover: Cover) -> bytes:
    """One zip with the paper's moment on each part, so that the same paper has the same bytes."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name, part in parts.items():
            info = ZipInfo(name, cover.moment.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3  # as on any other machine
            target.writestr(info, part)
    return made.getvalue()
