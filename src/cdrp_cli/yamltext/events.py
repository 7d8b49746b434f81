"""The two ways from text to events: the C parser where it is installed, the pure one everywhere.

Both give the same events for the YAML that hand-edited records hold. Where the C parser refuses a text, or the text
holds something rare, the pure parser has the last word, so that values and refusals never depend on the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

try:
    from _ruamel_yaml import CParser
except ImportError:  # no wheel for this interpreter: slower, never different
    CParser = None

FAST = CParser is not None
"""Whether the C parser is there."""

_STANDS_FOR_COLON = "\ue000"
"""A letter of no alphabet: the C parser refuses `where: https://…` between braces, and takes this in its place."""

_WORD_COLON = re.compile(r"(?<=[0-9A-Za-z]):(?=[0-9A-Za-z/])")
"""A colon inside a word or an address: it parts no key from its value."""

# What the two parsers are known, or may be feared, to read differently goes the slow way. Each shape begins with the
# sign that is in it, so that the search runs from sign to sign and not from letter to letter.
_RARE = (
    re.compile(r"#(?<=\S#)"),  # a hash within a word
    re.compile(r"\?(?<=^\?)|\?(?<=[ ,\[{]\?)", re.MULTILINE),  # explicit keys
    re.compile(r"---(?<=^---)", re.MULTILINE),  # document marks
    re.compile(r"\.\.\.(?<=^\.\.\.)", re.MULTILINE),
    re.compile(r"\|[-+0-9]* *(?:#[^\n]*)?\n\n*(?: +\n|#)"),  # a text whose first line is blanks only, or no text at all
    re.compile(r">[-+0-9]* *(?:#[^\n]*)?\n\n*(?: +\n|#)"),
    re.compile(r"\\$", re.MULTILINE),  # a line folded by a backslash
    re.compile(r":(?:[,\]}\[{\"']|(?<=[\"'\]}]:)[^ \n])"),  # colons against flow marks, json-like keys
)
_FOREIGN = "\ufeff\xa0\ue000"  # blanks and marks of other alphabets


def fast_events(text: str) -> Iterator[Any]:
    """Events of the C parser, raising what it raises."""
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        yield event


def fast_events_with_colons(text: str) -> Iterator[Any]:
    """As `fast_events`, for a text with colons inside words between brackets; places are the same."""
    for event in fast_events(_WORD_COLON.sub(_STANDS_FOR_COLON, text)):
        value = getattr(event, "value", None)
        if value and _STANDS_FOR_COLON in value:
            event.value = value.replace(_STANDS_FOR_COLON, ":")
        yield event


def pure_events(text: str) -> Iterator[Any]:
    """Events of the pure parser, raising what it raises."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - not loaded on the fast path

    yield from YAML(typ="safe", pure=True).parse(text)


def rare(text: str) -> bool:
    """Whether the text holds something that the two parsers might read differently."""
    if not text.isascii() and any(letter in text for letter in _FOREIGN):
        return True
    return any(shape.search(text) is not None for shape in _RARE)
