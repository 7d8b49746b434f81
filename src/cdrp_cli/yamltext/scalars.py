"""What a plain scalar means: YAML 1.2 as ruamel.yaml reads it, less what would change a value in silence."""

from __future__ import annotations

import re

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE = re.compile(r"(?:0|-?[1-9][0-9]*)\Z", re.ASCII)
_NUMBER = re.compile(
    r"""(?:[-+]?0b[0-1_]+
        |[-+]?0o?[0-7_]+
        |[-+]?[0-9_]+
        |[-+]?0x[0-9a-fA-F_]+
        |[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+]?[0-9]+)?
        |[-+]?(?:[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)
        |[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?
        |[-+]?\.(?:inf|Inf|INF)
        |\.(?:nan|NaN|NAN))\Z""",
    re.ASCII | re.VERBOSE,
)
_LONGEST_WHOLE = 18
_MAY_BE_NUMBER = frozenset("+-.0123456789_")


def value_of(text: str) -> tuple[str | int | bool | None, bool]:
    """The value of a plain scalar, and whether YAML would read it as a number other than it is written.

    `104` is 104; `1.10`, `010`, `1e1` and `5_000` are kept as their text and flagged; dates stay text.
    """
    if text[:1] not in _MAY_BE_NUMBER:
        return _WORDS.get(text, text), False
    if _WHOLE.match(text) and len(text) <= _LONGEST_WHOLE:
        return int(text), False
    return text, _NUMBER.match(text) is not None and text.strip("-+_.") != ""
