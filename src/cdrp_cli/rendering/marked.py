"""What a record says, written so that Markdown shows it letter for letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPACE = re.compile("[ \t\r\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ANYWHERE = re.compile(r"([\\`*_{}\[\]<>|#~^$]|&(?=#?\w+;))")
_AT_THE_START = re.compile(r"[-+=:%]")
_NUMBERED = re.compile(r"(\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+))([.)])(?=\s|$)")
_CAPTION = re.compile(r"(?i)(table)(:)")
_HEADING = re.compile(r"(#{1,6})(?=[ \t])")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_FENCE = re.compile(r"(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Prose:
    """Text of a record in paragraphs: an empty line ends one, lines that begin with `- ` are a list."""

    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """Markdown that an officer wrote (the body of a board report); its headings go `below` so many levels."""

    text: str
    below: int = 1


def plain(text: str) -> str:
    """The text on one line, without signs that no paper can show."""
    return _UNPRINTABLE.sub("\ufffd", _SPACE.sub(" ", text)).strip(" ")


def inline(text: str) -> str:
    """One run of words for anywhere in a template: no markup, no line break, no unprintable sign."""
    marked = _ANYWHERE.sub(r"\\\1", plain(text))
    for start in (_NUMBERED, _CAPTION):
        found = start.match(marked)
        if found is not None:
            return f"{found[1]}\\{marked[found.start(2) :]}"
    return f"\\{marked}" if _AT_THE_START.match(marked) else marked


def prose(text: str) -> str:
    """Paragraphs and lists, ending without a line break; everything but those two is literal."""
    return "\n\n".join(_block(kind, parts) for kind, parts in _blocks(text))


def in_cell(text: str) -> str:
    """The same for a table cell: paragraphs and points become its lines."""
    lines = (f"• {part}" if kind == "list" else part for kind, parts in _blocks(text) for part in map(inline, parts))
    return "<br>".join(lines)


def written(text: str, below: int) -> str:
    """Markdown of a record without raw HTML, attributes or divisions, its headings moved down."""
    return "\n".join(_written_lines(text, below))


def _block(kind: str, parts: list[str]) -> str:
    return "\n".join(f"- {inline(part)}" for part in parts) if kind == "list" else inline(" ".join(parts))


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Paragraphs as their lines, lists as their points, in order."""
    kind, parts = "paragraph", list[str]()
    for line in (*re.split("\r\n|[\n\r\x85\u2028]", text.replace("\u2029", "\n\n")), ""):
        point = line.lstrip().startswith("- ")
        if parts and (not line.strip() or (point and kind == "paragraph")):
            yield kind, parts
            kind, parts = "paragraph", []
        if point:
            kind = "list"
            parts.append(line.lstrip()[2:])
        elif kind == "list":
            parts[-1] += f" {line}"
        elif line.strip():
            parts.append(line)
    if parts:
        yield kind, parts


def _written_lines(text: str, below: int) -> list[str]:
    fence, lines = "", list[str]()
    for line in _UNPRINTABLE.sub("\ufffd", text).splitlines():
        opened = _FENCE.match(line.strip())
        if fence:
            fence = "" if line.strip().startswith(fence) else fence
            lines.append(line)
        elif opened is not None:
            fence = opened[1]
            lines.append(fence)
        elif lines and lines[-1].strip() and _UNDERLINE.match(line):
            level = 1 if line[0] == "=" else 2
            lines[-1] = f"{'#' * min(6, level + below)} {lines[-1].strip()}"
        else:
            lines.append(_unattributed(_lowered(line, below)))
    return [*lines, fence] if fence else lines


def _lowered(line: str, below: int) -> str:
    return _HEADING.sub(lambda found: "#" * min(6, len(found[1]) + below), line) if line.startswith("#") else line


def _unattributed(line: str) -> str:
    return re.sub(r"^(\s*)(:{3,})", r"\1\\\2", re.sub(r"(?<!\\)([{}<])", r"\\\1", line))
