"""Markdown as a PDF that a screen reader can read (PDF/UA-1), in typefaces that come with the program."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.rendering.pandoc import convert
from cdrp_cli.rendering.paper import Cover
from cdrp_cli.rendering.templates import shipped

_NO_SIGN = re.compile(r"the text `?(.+?)`? (?:could not be displayed|is not mapped)", re.DOTALL)


def pdf(markdown: str, cover: Cover) -> bytes:
    """The PDF; raises CdrpError where typst is not installed or no typeface has a sign that the text needs."""
    typst = _typst()
    source = convert(markdown, cover, "typst", "paper.typ")
    with TemporaryDirectory() as folder:
        try:
            # an empty root: the text could name no file even if it were code
            compiler = typst.Compiler(
                root=Path(folder),
                font_paths=typst.Fonts(include_system_fonts=False, font_paths=[shipped() / "looks" / "fonts"]),
                package_path=Path(folder),
                package_cache_path=Path(folder),
            )
            given = _given(cover)
            made = compiler.compile(
                source, format="pdf", sys_inputs=given, pdf_standards="ua-1", timestamp=cover.moment
            )
        except typst.TypstError as error:
            raise _explained(str(error)) from error
    assert isinstance(made, bytes)  # noqa: S101 - for one PDF typst gives one value
    return made


def _given(cover: Cover) -> dict[str, str]:
    language, _, region = cover.language.partition("-")
    return {
        "title": cover.title,
        "author": cover.author,
        "marking": cover.marking,
        "landscape": "yes" if cover.landscape else "no",
        "lang": language,
        "region": region,
        "year": str(cover.day.year),
        "month": str(cover.day.month),
        "day": str(cover.day.day),
    }


def _explained(message: str) -> Exception:
    found = _NO_SIGN.search(message)
    if found is None:
        return RuntimeError(f"typst: {message}")
    signs = dict.fromkeys(sign for sign in found[1] if sign not in " \ufe0f\u200d")
    named = ", ".join(f"“{sign}” ({unicodedata.name(sign, f'U+{ord(sign):04X}').lower()})" for sign in signs)
    return CdrpError(
        f"The PDF cannot be made: its typefaces have no sign for {named}. "
        "Write it in other signs, or make the paper as docx or html."
    )


def _typst() -> Any:
    try:
        import typst
    except ImportError:
        raise CdrpError(
            "PDFs need an addition that is not installed: uv tool install 'cdrp-cli[pdf]', or "
            "pip install 'cdrp-cli[pdf]'. Without it there are --format docx and html."
        ) from None
    return typst
