"""The plain spellings of `cdrp check`, understood without typer, whose start takes a tenth of the time of a check.

Only what typer would read in the same way is read here; every other spelling, every help and every mistake is typer's.
A test types each both ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

_OPTIONS = {"--format": "format_", "--fail-on": "fail_on", "--as-of": "as_of", "--today": "today"}


def straight(arguments: Sequence[str]) -> dict[str, Any] | None:
    """What `checked` is to be given for `[-C DIR] check [PATH]… [--option VALUE]…`; None for anything else."""
    words = list(arguments)
    given: dict[str, Any] = {}
    if words[:1] == ["-C"] and len(words) > 1 and _plain(words[1]):
        given["directory"] = Path(words[1])
        del words[:2]
    if words[:1] != ["check"]:
        return None
    paths = []
    rest = iter(words[1:])
    for word in rest:
        name = _OPTIONS.get(word)
        value = word if name is None else next(rest, "")
        if not _plain(value) or name in given:
            return None
        if name is None:
            paths.append(value)
        else:
            given[name] = value
    return given | {"paths": tuple(paths)}


def _plain(word: str) -> bool:
    """Whether the word can only be a value."""
    return word != "" and not word.startswith("-")
