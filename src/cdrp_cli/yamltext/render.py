"""Plain values to YAML text that reads back as the same value, in the plainest form that does."""

from __future__ import annotations

import json
import re
import textwrap
from typing import Any

from cdrp_cli.yamltext.read import read_text

WIDTH = 108
"""Where a long text goes on to the next line, as in records written by hand."""

_INDENT = "  "
_ESCAPED = {
    "\x7f": "\\x7f",
    "\x85": "\\x85",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
    "\ufeff": "\\ufeff",
    "\xa0": "\\xa0",
}
# What older readers of YAML take for a truth value or for a number in base sixty.
_MISTAKEN = re.compile(r"(?:y|n|yes|no|on|off)\Z|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z", re.IGNORECASE)


def inline(value: Any, *, flow: bool = True) -> str:
    """The value on one line; `flow` where it stands between brackets or braces, which end a plain text at a comma."""
    if isinstance(value, str):
        return value if _plain(value, flow=flow) else quoted(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key_text(key)}: {inline(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(inline(entry) for entry in value) + "]"
    return json.dumps(value)


def block(value: Any, indent: str) -> str:
    """The value as it stands after `key:`, with its leading space or line break; `indent` is the key's own."""
    if value is None:
        return ""
    inner = indent + _INDENT
    if isinstance(value, list | tuple) and any(isinstance(entry, dict) for entry in value):
        return "".join(f"\n{inner}- {entry_text(entry, inner)}" for entry in value)
    if isinstance(value, dict) and value:
        return "".join(f"\n{inner}{pair_text(key, entry, inner)}" for key, entry in value.items())
    return " " + _text(value, inner)


def entry_text(value: Any, indent: str) -> str:
    """A list's entry as it stands after `- `; `indent` is the hyphen's own."""
    inner = indent + _INDENT
    if not isinstance(value, dict) or not value:
        return _text(value, inner)
    return f"\n{inner}".join(pair_text(key, entry, inner) for key, entry in value.items())


def pair_text(key: str, value: Any, indent: str) -> str:
    """The key and its value; `indent` is the key's own."""
    return f"{key_text(key)}:{block(value, indent)}"


def key_text(key: str) -> str:
    """The key as it stands before its colon."""
    document = read_text("", f"{{{key}: k}}\n")
    return key if not document.problems and document.value == {key: "k"} else quoted(key)


def quoted(value: str, mark: str = '"') -> str:
    """The text in quotation marks, on one line; in single ones only where these can hold it."""
    if mark == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    text = json.dumps(value, ensure_ascii=False)
    for character, escape in _ESCAPED.items():
        text = text.replace(character, escape)
    return text


def _text(value: Any, indent: str) -> str:
    if isinstance(value, str) and "\n" in value and _literal(value):
        body = value.removesuffix("\n")
        lines = "".join(f"\n{indent}{line}" if line else "\n" for line in body.split("\n"))
        return ("|" if value.endswith("\n") else "|-") + lines
    if isinstance(value, str) and len(indent) + len(value) > WIDTH and _folds(value):
        return ">-" + "".join(f"\n{indent}{line}" for line in _folded(value, WIDTH - len(indent)))
    return inline(value, flow=False)


def _plain(value: str, *, flow: bool) -> bool:
    """Whether the text needs no quotes: it reads back the same where it stands."""
    if value != value.strip() or not value.isprintable() or _MISTAKEN.match(value):
        return False
    document = read_text("", f"- {{k: {value}, l: 1}}\n" if flow else f"- k: {value}\n  l: 1\n")
    return not document.problems and document.value == [{"k": value, "l": 1}]


def _literal(value: str) -> bool:
    """Whether block style can hold the lines as they are."""
    lines = value.removesuffix("\n").split("\n")
    if not lines[0] or lines[0][0] == " " or not lines[-1]:
        return False
    return all(line.isprintable() and line == line.rstrip() for line in lines)


def _folds(value: str) -> bool:
    """Whether the text can be broken at its blanks and be the same when the lines are joined."""
    return value.isprintable() and " ".join(value.split()) == value


def _folded(value: str, width: int) -> list[str]:
    return textwrap.wrap(value, max(width, 40), break_long_words=False, break_on_hyphens=False)
