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

# What the two parsers are known, or may be feared, to read differently goes the slow way.
_RARE = re.compile(
    r"""^%                       # directives
    |^[ ]*\?(?:[ ]|$)            # explicit keys
    |[^\s]\#                     # a hash within a word
    |[\x85\u2028\u2029\ufeff\xa0]  # line breaks of other alphabets
    |^(?:---|\.\.\.)             # document marks
    |[,\[{][ ]*\?                # explicit keys in flow
    |:[,\]}\[{"']                # colons against flow marks
    |["'\]}]:[^ \n]              # json-like keys
    |\\$                         # a line folded by a backslash
    """,
    re.MULTILINE | re.VERBOSE,
)


def fast_events(text: str) -> Iterator[Any]:
    """Events of the C parser, raising what it raises."""
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        yield event


def pure_events(text: str) -> Iterator[Any]:
    """Events of the pure parser, raising what it raises."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - not loaded on the fast path

    yield from YAML(typ="safe", pure=True).parse(text)


def rare(text: str) -> bool:
    """Whether the text holds something that the two parsers might read differently."""
    return _RARE.search(text) is not None
