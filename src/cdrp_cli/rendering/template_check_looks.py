"""Whether looks of one's own can be used: a reference.docx with the styles that papers ask for, a stylesheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

from cdrp_cli.core.words import both
from cdrp_cli.rendering.template_check_found import Mistake

STYLES: Mapping[str, str] = {
    "BlockText": "Block Text",
    "BodyText": "Body Text",
    "Compact": "Compact",
    "Details": "Details",
    "FirstParagraph": "First Paragraph",
    "Heading1": "Heading 1",
    "Heading2": "Heading 2",
    "Heading3": "Heading 3",
    "Heading4": "Heading 4",
    "Heading5": "Heading 5",
    "Heading6": "Heading 6",
    "Hyperlink": "Hyperlink",
    "Inset": "Inset",
    "Marking": "Marking",
    "Table": "Table",
    "TableCaption": "Table Caption",
    "VerbatimChar": "Verbatim Char",
}
"""The styles that papers are written in: as the file calls them, and as Word shows them."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
_MACROS = re.compile(r"vbaProject|macroEnabled", re.IGNORECASE)
_ELSEWHERE = re.compile(r"@import|url\(\s*['\"]?(?!data:|#)", re.IGNORECASE)
_WHY_MARKED = "without it the pages of a paper that is not for publication do not say so"


def of_reference(path: Path, file: str) -> Iterator[Mistake]:
    """What is wrong with a reference.docx; nothing where Word papers can be made in it."""
    try:
        with ZipFile(path) as opened:
            parts = {name: opened.read(name) for name in opened.namelist() if name.endswith((".xml", ".rels", ".bin"))}
    except (BadZipFile, OSError, RuntimeError):  # RuntimeError: it asks for a password
        yield Mistake(file, 0, "wrong-look", "this is no Word document", "save it in Word as .docx, without a password")
        return
    if "word/document.xml" not in parts or "word/styles.xml" not in parts:
        yield Mistake(file, 0, "wrong-look", "this is no Word document", "save it in Word as .docx")
        return
    if any(_MACROS.search(name) for name in parts) or _MACROS.search(_read(parts, "[Content_Types].xml")):
        told = "save it as .docx, not .docm or .dotm: every paper made of it would hold them"
        yield Mistake(file, 0, "wrong-look", "this document holds macros", told)
    if any(_fetches(part) for name, part in parts.items() if name.endswith(".rels")):
        told = "take out linked pictures and the linked template: every paper made of it would ask for them when opened"
        yield Mistake(file, 0, "wrong-look", "this document asks for a file from elsewhere", told)
    try:
        yield from _styles(parts["word/styles.xml"], file)
        yield from _edges({name: part for name, part in parts.items() if _EDGE.fullmatch(name)}, file)
    except ET.ParseError:
        yield Mistake(file, 0, "wrong-look", "this document is damaged", "open it in Word and save it again")


def of_stylesheet(path: Path, file: str) -> Iterator[Mistake]:
    """What is wrong with a paper.css."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        yield Mistake(file, 0, "wrong-look", "this is not saved as UTF-8", "save it as UTF-8 in your editor")
        return
    for number, line in enumerate(text.splitlines(), 1):
        if "<" in line:
            yield Mistake(file, number, "wrong-look", "a stylesheet cannot hold the sign <", "take it out")
        if _ELSEWHERE.search(line):
            told = "take it out: a page is one file and fetches nothing from elsewhere"
            yield Mistake(file, number, "wrong-look", "this asks for another file", told)


def _styles(part: bytes, file: str) -> Iterator[Mistake]:
    root = ET.fromstring(part)  # noqa: S314 - the officer's own file, and the parser stops entities that grow
    known = {each.get(f"{_W}styleId") for each in root.iter(f"{_W}style")}
    missing = [name for ident, name in STYLES.items() if ident not in known]
    if missing:
        word = "style" if len(missing) == 1 else "styles"
        told = "begin with templates/looks/reference.docx as it came with cdrp, and change its styles in Word"
        yield Mistake(
            file,
            0,
            "wrong-look",
            f"the {word} {both(missing)} that papers use {'is' if word == 'style' else 'are'} missing",
            told,
        )


def _edges(parts: Mapping[str, bytes], file: str) -> Iterator[Mistake]:
    """Whether header or footer has a place for the marking, typed in one go: Word cuts up what was typed in several."""
    whole = "".join(part.decode("utf-8", "replace") for part in parts.values())
    shown = "".join("".join(ET.fromstring(part).itertext()) for part in parts.values())  # noqa: S314 - as above
    for place in ("{{marking}}", "{{title}}"):
        if place in shown and place not in whole:
            told = f"delete it, and type {place} again in one go: Word has cut it into pieces"
            yield Mistake(file, 0, "wrong-look", f"{place} in the header or footer would not be replaced", told)
    if "{{marking}}" not in shown:
        told = f"write {{{{marking}}}} into the header or footer: {_WHY_MARKED}"
        yield Mistake(file, 0, "wrong-look", "neither header nor footer has a place for the marking", told)


def _fetches(part: bytes) -> bool:
    """Whether the relations name anything outside the file that is no link to click on."""
    named = re.findall(r"<Relationship\b[^>]*>", part.decode("utf-8", "replace"))
    return any('TargetMode="External"' in each and "/hyperlink" not in each for each in named)


def _read(parts: Mapping[str, bytes], name: str) -> str:
    return parts.get(name, b"").decode("utf-8", "replace")
