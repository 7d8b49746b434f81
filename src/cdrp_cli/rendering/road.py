"""One Markdown, and the formats made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from cdrp_cli.rendering.marked import inline, plain
from cdrp_cli.rendering.page import page
from cdrp_cli.rendering.paper import Cover, Format
from cdrp_cli.rendering.pdf import pdf
from cdrp_cli.rendering.templates import Templates
from cdrp_cli.rendering.word import word

_BREAK = re.compile(r"(?<!\\)((?:\\\\)*)<br>")
_DIVISION = re.compile(r"^:{3,}.*\n", re.MULTILINE)
_CONTENTS = re.compile(r"^:{3,} *\{\.contents\} *\n+(?=:{3,} *$)", re.MULTILINE)
_SECTION = re.compile(r"^## +(.*)$", re.MULTILINE)
_FENCED = re.compile(r"^(`{3,}|~{3,}).*?^\1", re.MULTILINE | re.DOTALL)


def render(
    markdown: str,
    cover: Cover,
    formats: Iterable[Format],
    templates: Templates | None = None,
    charts: Mapping[str, str] | None = None,
) -> dict[Format, bytes]:
    """The paper in each format asked for, the same bytes for the same text and cover.

    `markdown` is what a template made: every value in it escaped. `charts` are inline SVG by the name of their place,
    for web pages; other formats have the table that stands below. Raises CdrpError where a format needs something
    that is not installed.
    """
    said = replace(cover, title=plain(cover.title), author=plain(cover.author), marking=plain(cover.marking))
    return {each: _made(each, markdown, said, templates or Templates(), charts or {}) for each in formats}


def _made(form: Format, markdown: str, cover: Cover, templates: Templates, charts: Mapping[str, str]) -> bytes:
    if form is Format.MARKDOWN:
        return _plain(markdown, cover).encode()
    marked = _BREAK.sub(r"\1[]{.br}", markdown)
    if form is Format.HTML:
        return page(marked, cover, templates, charts)
    return word(marked, cover, templates) if form is Format.DOCX else pdf(marked, cover)


def _plain(markdown: str, cover: Cover) -> str:
    """The Markdown for people: its marking on its face, its contents listed, without the divisions of other formats."""
    sections = "".join(f"- {title}\n" for title in _SECTION.findall(_FENCED.sub("", markdown)))
    listed = _CONTENTS.sub(lambda _: sections, markdown)
    text = re.sub(r"\n{3,}", "\n\n", _DIVISION.sub("", listed))
    return f"**{inline(cover.marking)}**\n\n{text}" if cover.marking else text
