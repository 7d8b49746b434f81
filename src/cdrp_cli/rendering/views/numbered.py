"""The paragraphs of a report, numbered right through: the numbers are made here and stand in no file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from cdrp_cli.rendering.marked import written

_HEADING = re.compile(r"#{1,6}\s")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_NO_PARAGRAPH = re.compile(r"\s|[-*+]\s|\(?\w{1,4}[.)]\s|\||>|`{3}|~{3}|:\s|Table:|#\.\s|(?:[-*_][ \t]*){3,}$")


@dataclass(frozen=True, slots=True)
class Numbered:
    """Markdown whose paragraphs bear numbers, and the first number that is left."""

    text: Markup
    next: int


def numbered(text: str, first: int) -> Numbered:
    """The text of a report with its paragraphs numbered from `first`.

    Lists, tables and quotations belong to the paragraph before them, unless a heading stands between, and bear no
    number; nor do headings, which stand under the title of the report.
    """
    below = 1 if any(line.startswith("# ") for line in text.splitlines()) else 0
    blocks, number, belongs = list[str](), first, False
    for block in _blocks(written(text, below)):
        if _HEADING.match(block[0]):
            blocks.append("\n".join(block))
            belongs = False  # to no paragraph: further in it would be taken for code
        elif _NO_PARAGRAPH.match(block[0]):
            blocks.append(_inset(block) if belongs else "\n".join(block))
        else:
            blocks.append(f"{number}.".ljust(4) + _inset(block).lstrip(" "))
            number, belongs = number + 1, True
    return Numbered(Markup("\n\n".join(blocks)), number)  # noqa: S704 - `written` has escaped it


def _inset(block: list[str]) -> str:
    return "\n".join(f"    {line}" if line else "" for line in block)


def _blocks(text: str) -> Iterator[list[str]]:
    """The runs of lines between empty lines, headings on their own, code in fences whole."""
    block, fence = list[str](), ""
    for line in (*text.split("\n"), ""):
        found = _FENCE.match(line)
        if fence or (found is not None and not block):
            block.append(line)
            closes = bool(fence) and line.strip().startswith(fence)
            fence = "" if closes else fence or (found[1] if found is not None else "")
            continue
        if block and (not line.strip() or _HEADING.match(line) or _HEADING.match(block[-1])):
            yield block
            block = []
        if line.strip():
            block.append(line)
    if block:
        yield block
