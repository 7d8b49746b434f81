"""Text from a record, made fit to be printed: nothing in it may move a cursor, colour a screen or break a line."""

from __future__ import annotations

import re
from textwrap import wrap

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    """The text on one line, each character that would not print as itself shown by its code."""
    return _UNPRINTABLE.sub(lambda found: _shown(found[0]), text)


def wrapped(text: str, width: int | None, indent: str = "", label: str = "") -> list[str]:
    """The text in lines no wider than `width`, words kept whole; on one line where `width` is None.

    Lines hang under the text, or under a label that would leave them less than two thirds of the width.
    """
    first = indent + label
    if width is None:
        return [first + one_line(text)]
    hang = " " * len(first) if len(first) * 3 <= width else f"{indent}    "
    return wrap(
        one_line(text),
        max(width, len(hang) + 20),
        initial_indent=first,
        subsequent_indent=hang,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def _shown(letter: str) -> str:
    return " " if letter in "\n\r\t\u2028\u2029" else f"\\u{ord(letter):04x}"
