"""The line of a record that a finding is about, with a caret under the place."""

from __future__ import annotations

import unicodedata

from cdrp_cli.core.pointer import Place
from cdrp_cli.output.ink import Ink

_LONGEST = 1_000
"""Where nothing is wrapped a line is quoted whole, unless no person wrote it."""


def excerpt(line: str, place: Place, width: int | None, ink: Ink) -> list[str]:
    """The line and below it the caret; too long a line is shown around the caret, with … where it is cut."""
    number = f"{place.line:>6} | "
    room = (width - len(number)) if width is not None else _LONGEST
    shown, before = _window(line, place.column - 1, room)
    pad = "".join(_blank(letter) for letter in shown[:before])
    return [number + "".join(map(_visible, shown)), f"{'':>6} | {pad}{ink.red('^')}"]


def _window(line: str, column: int, room: int) -> tuple[str, int]:
    """As much of the line as there is room for, and how many letters of it stand before the caret."""
    column = min(column, len(line))
    if len(line) <= room:
        return line, column
    kept = room - 2
    start = max(0, min(column - kept // 2, len(line) - kept))
    cut = line[start : start + kept]
    head, tail = "…" if start else "", "…" if start + kept < len(line) else ""
    return head + cut + tail, column - start + len(head)


def _visible(letter: str) -> str:
    if letter == "\t":
        return "→"
    return "·" if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") else letter


def _blank(letter: str) -> str:
    """As many spaces as the letter is wide on a terminal."""
    if unicodedata.combining(letter):
        return ""
    return "  " if unicodedata.east_asian_width(letter) in ("W", "F") else " "
