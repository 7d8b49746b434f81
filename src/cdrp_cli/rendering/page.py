"""Markdown as a web page: one file with its looks and its charts inside."""

from __future__ import annotations

from collections.abc import Mapping

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.rendering.pandoc import convert
from cdrp_cli.rendering.paper import Cover
from cdrp_cli.rendering.templates import Templates

_LOOKS = "/* looks */"


def page(markdown: str, cover: Cover, templates: Templates, charts: Mapping[str, str]) -> bytes:
    """The page in UTF-8; each chart (inline SVG) stands where the text has `::: {.chart #NAME}`."""
    html = convert(markdown, cover, "html5", "paper.html").decode().replace("\r\n", "\n")
    html = html.replace(" />", ">")  # what a record says has &gt;
    html = html.replace(_LOOKS, _styles(templates), 1)
    for name, svg in charts.items():
        html = html.replace(f'<div id="{name}" class="chart">', f'<div id="{name}" class="chart">\n{svg}', 1)
    return html.encode()


def _styles(templates: Templates) -> str:
    styles = templates.looks("paper.css").read_text(encoding="utf-8")
    if "<" in styles:
        raise CdrpError("templates/looks/paper.css: a stylesheet cannot hold the sign <")
    return styles.strip()
