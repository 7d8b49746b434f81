"""What can be said of a file before it is parsed: encoding, size, conflict markers, tabs, depth."""

from __future__ import annotations

import re

from cdrp_cli.yamltext.document import Problem, Spot

LIMIT_BYTES = 1_000_000
"""A record over a megabyte is no record an officer edits; a year of minutes is a tenth of that."""

LIMIT_DEPTH = 40
"""Records nest nine deep; a file that nests deeper was not written by hand and can take minutes to parse."""

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
_TURNING = "\u202a-\u202e\u2066-\u2069"
HIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{_TURNING}\ud800-\udfff\ufffe\uffff]")
"""Characters that nobody sees and that mean something to programs; a tab and a line break are not among them."""
_TURNS = re.compile(f"[{_TURNING}]")

_NAMES = {
    "\0": "the character NUL",
    "\x85": "a hidden line break (U+0085)",
    "\u2028": "a hidden line break (U+2028)",
    "\u2029": "a hidden line break (U+2029)",
}
_BRACKET = re.compile(r"[\[{\]}]")


def decode(data: bytes) -> str | Problem:
    """The text of a file, lines ended by line feeds only, or the problem that makes it unreadable."""
    if len(data) > LIMIT_BYTES:
        return _fatal(
            "file-too-large",
            "the file holds more than 1 megabyte",
            "no record that people write is so long: split it, or check what it is",
            (1, 1),
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
        return _fatal(
            "not-utf-8",
            f"the byte {data[error.start]:#04x} is not UTF-8, so the letters cannot be told",
            "save the file again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
            _spot(before, len(before)),
        )
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def refusal(text: str) -> Problem | None:
    """The first thing that makes the text unfit to be parsed; conflict markers before all, they explain the rest."""
    checks = (conflict, _directive, _depth) if _plain(text) else (conflict, turned, _control, _tab, _directive, _depth)
    return next((problem for check in checks if (problem := check(text)) is not None), None)


def _plain(text: str) -> bool:
    """Whether nothing in the text is invisible: one quick look that spares most files a search."""
    return text.replace("\n", "").isprintable()


def conflict(text: str) -> Problem | None:
    """The mark of a merge that was left unfinished, wherever in the text it stands."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    found = _CONFLICT.search(text)
    if found is None:
        return None
    return _fatal(
        "conflict-marker",
        f"a merge was left unfinished: the line begins with {found[1]}",
        "keep the lines that are right, delete the other side and the three marker lines",
        _spot(text, found.start()),
    )


def turned(text: str) -> Problem | None:
    """The first mark that changes in which order letters are shown: a review would read what no program reads."""
    found = _TURNS.search(text)
    if found is None:
        return None
    return _fatal(
        "order-of-letters",
        f"a mark that nobody sees (U+{ord(found[0]):04X}) changes the order in which letters are shown from here on",
        "delete it: what is shown would not be what is written; Arabic or Hebrew letters need no such mark",
        _spot(text, found.start()),
    )


def _control(text: str) -> Problem | None:
    found = HIDDEN.search(text)
    if found is None:
        return None
    name = _NAMES.get(found[0], f"the control character U+{ord(found[0]):04X}")
    return _fatal(
        "control-character",
        f"{name} stands in the text",
        "delete it; it often comes with pasted text",
        _spot(text, found.start()),
    )


def _tab(text: str) -> Problem | None:
    index = text.find("\t")
    if index < 0:
        return None
    return _fatal(
        "tab",
        "a tab stands where only spaces are read alike by everyone",
        "put spaces instead, two for each step of indentation",
        _spot(text, index),
    )


def _directive(text: str) -> Problem | None:
    """Directives change how the rest is read; a line that begins with % can be nothing else."""
    index = 0 if text.startswith("%") else text.find("\n%") + 1
    if index == 0 and not text.startswith("%"):
        return None
    return _fatal(
        "directive",
        "the % at the start of the line begins an instruction to a program",
        "delete the line; where it belongs to a text, indent it or put the text in quotes",
        _spot(text, index),
    )


def _depth(text: str) -> Problem | None:
    """Brackets within brackets on one line: a parser looks far ahead at each of them, again and again."""
    if text.count("[") + text.count("{") <= LIMIT_DEPTH:
        return None
    for number, line in enumerate(text.split("\n"), 1):
        if line.count("[") + line.count("{") > LIMIT_DEPTH:
            depth = 0
            for found in _BRACKET.finditer(line):
                depth += 1 if found[0] in "[{" else -1
                if depth > LIMIT_DEPTH:
                    return too_deep((number, found.start() + 1))
    return None


def too_deep(spot: Spot) -> Problem:
    """The refusal of a file that nests deeper than the limit."""
    return _fatal(
        "too-deep",
        f"lists and mappings stand inside one another more than {LIMIT_DEPTH} deep",
        "no record nests like that: check what this is",
        spot,
    )


def _spot(text: str, index: int) -> Spot:
    line = text.count("\n", 0, index) + 1
    return line, index - (text.rfind("\n", 0, index) + 1) + 1


def _fatal(rule: str, message: str, help_: str, spot: Spot) -> Problem:
    return Problem(rule, message, help_, spot, fatal=True)
