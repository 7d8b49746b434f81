"""Markdown as a web page: one file with its looks and its charts inside."""

from __future__ import annotations

from collections.abc import Mapping

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.rendering.pandoc import convert
from cdrp_cli.rendering.paper import Cover
from cdrp_cli.rendering.templates import Templates

_LOOKS = "/* looks */"
_FACES = '@page {{ @top-left {{ content: "{0}"; font: {1}; }} @bottom-left {{ content: "{0}"; font: {1}; }} }}'
_FACE_FONT = 'bold 12pt Arial, "Liberation Sans", sans-serif'


def page(markdown: str, cover: Cover, templates: Templates, charts: Mapping[str, str]) -> bytes:
    """The page in UTF-8; each chart (inline SVG) stands where the text has `::: {.chart #NAME}`."""
    html = convert(markdown, cover, "html5", "paper.html").decode().replace("\r\n", "\n")
    html = html.replace(" />", ">")  # what a record says has &gt;
    html = html.replace(_LOOKS, _styles(templates) + _faces(cover.marking), 1)
    for name, svg in charts.items():
        html = html.replace(f'<div id="{name}" class="chart">', f'<div id="{name}" class="chart">\n{svg}', 1)
    return html.encode()


def _styles(templates: Templates) -> str:
    styles = templates.looks("paper.css").read_text(encoding="utf-8")
    if "<" in styles:
        raise CdrpError("templates/looks/paper.css: a stylesheet cannot hold the sign <")
    return styles.strip()


def _faces(marking: str) -> str:
    """The marking in the margins of each page that is printed; browsers that know no such margins leave it out."""
    signs = (each if each.isascii() and each.isalnum() else f"\\{ord(each):06x}" for each in marking)
    return f"\n{_FACES.format(''.join(signs), _FACE_FONT)}" if marking else ""
