"""What the parser could not read, told by its likely cause and at the place where that stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from cdrp_cli.core.frozen import Frozen
from cdrp_cli.yamltext.cut import NO_SPACE, TIGHT, cut_by_hash
from cdrp_cli.yamltext.document import Problem, Spot

_KEY = re.compile(r"\s*(?:- +)?[a-z][a-z_]*\Z")
_TIGHT_ON_LINE = re.compile(TIGHT.pattern + r"(?=\S)")
_HASH = re.compile(r"\s#")
_FLOW_ENDS = ("SequenceEndEvent", "MappingEndEvent")


class Trouble(Frozen):
    """What the parser says: its words, where it stopped, where the thing it was reading began, what it read last."""

    said: str
    stopped: Spot
    began: Spot
    lines: list[str]
    last: Any

    @property
    def after_quotes(self) -> bool:
        """Whether what was read last is a text in quotes that ends where the parser stopped, or just before."""
        if getattr(self.last, "style", None) not in ("'", '"'):
            return False
        end = self.last.end_mark
        return bool(end.line + 1 == self.stopped[0] and end.column + 1 <= self.stopped[1])


def explained(error: Any, text: str, last: Any) -> Problem:
    """The refusal of a text that is not YAML; `error` is the parser's, `last` the event before it."""
    lines = text.split("\n")
    said = str(error.problem or error.context or "")
    stopped = _spot(error.problem_mark or error.context_mark, lines)
    trouble = Trouble(said, stopped, _spot(error.context_mark or error.problem_mark, lines), lines, last)
    for look in _LOOKS:
        problem = look(trouble)
        if problem is not None:
            return problem
    return refused(said, stopped)


def refused(said: str, spot: Spot) -> Problem:
    """The refusal where no more is known than the parser's own words."""
    fact = f"this is not YAML ({said.partition(chr(10))[0].strip().rstrip('.') or 'the parser does not say why'})"
    return _told(fact, "compare it with a record that works", spot)


def _open_quote(trouble: Trouble) -> Problem | None:
    if "unexpected end of stream" in trouble.said:
        return _told(
            "the quotation mark here is opened and never closed",
            "close it at the end of the text; an apostrophe inside single quotes is written twice",
            trouble.began,
        )
    if "expected <block end>" not in trouble.said or not trouble.after_quotes:
        return None
    opened = (trouble.last.start_mark.line + 1, trouble.last.start_mark.column + 1)
    if opened[0] != trouble.stopped[0]:
        fact = f"the quotation mark here is closed only on line {trouble.stopped[0]}, in the middle of another text"
        return _told(fact, "close it at the end of its own text", opened)
    return _told(
        "text goes on after the closing quotation mark",
        "put the quotes round the whole text; an apostrophe inside single quotes is written twice",
        trouble.stopped,
    )


def _open_bracket(trouble: Trouble) -> Problem | None:
    if "expected ',' or" not in trouble.said:
        return None
    line, column = trouble.began
    cut = _HASH.search(trouble.lines[line - 1], column)
    if cut is not None and line != trouble.stopped[0]:
        return cut_by_hash((line, cut.start() + 2), fatal=True)
    bracket = trouble.lines[line - 1][column - 1 : column]
    if line == trouble.stopped[0]:
        fact = f"a comma or the bracket that closes {bracket} is missing before this"
        return _told(fact, "put a comma between entries; put a text that holds brackets in quotes", trouble.stopped)
    fact = f"the bracket {bracket} here is not closed on its line"
    return _told(fact, "close it, or write each entry on a line of its own", trouble.began)


def _colon(trouble: Trouble) -> Problem | None:
    if "mapping values are not allowed" not in trouble.said:
        return None
    line, column = trouble.stopped
    before = trouble.lines[line - 1][: column - 1]
    above = trouble.lines[line - 2] if line > 1 else ""
    if _TIGHT_ON_LINE.match(above.lstrip(" -")):
        return _told(*NO_SPACE, (line - 1, len(above) - len(above.lstrip(" -")) + 1))
    if line > 1 and _KEY.match(before):
        place = (line, len(before) - len(before.lstrip(" -")) + 1)
        fact = "this key stands further in than its neighbours, so it is taken for more of the text above"
        return _told(fact, "line it up with the keys above", place)
    return _told(
        "a colon and a space stand inside a text",
        "put quotes round the text, or write it in block style",
        (line, column),
    )


def _no_colon(trouble: Trouble) -> Problem | None:
    if "could not find expected ':'" not in trouble.said:
        return None
    line, column = trouble.began
    if _TIGHT_ON_LINE.match(trouble.lines[line - 1], column - 1):
        return _told(*NO_SPACE, trouble.began)
    return _told(
        "this line has no colon: it is no key, and it does not belong to the text above",
        "write the key, a colon and a space; a text of several lines has | after its key and its lines indented",
        trouble.began,
    )


def _after_bracket(trouble: Trouble) -> Problem | None:
    if "expected <block end>" not in trouble.said or type(trouble.last).__name__ not in _FLOW_ENDS:
        return None
    line, column = trouble.stopped
    between = trouble.lines[line - 1][: column - 1].rstrip()
    if trouble.last.end_mark.line + 1 != line or between[-1:] not in ("]", "}"):
        return None
    return _told(
        "text goes on after the closing bracket", "put quotes round a text that begins with a bracket", trouble.stopped
    )


def _out_of_line(trouble: Trouble) -> Problem | None:
    if "expected <block end>" not in trouble.said:
        return None
    line, column = trouble.stopped
    if trouble.lines[line - 2].isspace() and len(trouble.lines[line - 2]) >= column:
        return _told(*_BLANKS, (line - 1, 1))
    return _told(
        "the line stands too far left or right",
        "line it up with its neighbours; the lines of a longer text stand further in than its key",
        trouble.stopped,
    )


def _first_letter(trouble: Trouble) -> Problem | None:
    if "cannot start any token" not in trouble.said:
        return None
    line, column = trouble.stopped
    letter = trouble.lines[line - 1][column - 1 : column]
    return _told(f"a text cannot begin with {letter}", "put quotes round the text", trouble.stopped)


_NO_CODE = (
    "a backslash in double quotes begins a code, and there is no such code",
    "write the backslash twice, or use single quotes",
)
_BEYOND = re.compile(r"\\U(?!000|0010)[0-9A-Fa-f]{8}")


def no_such_code(text: str) -> Problem:
    """The refusal of a text with the code of a character beyond the last one."""
    found = _BEYOND.search(text)
    index = 0 if found is None else found.start()
    return _told(*_NO_CODE, (text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)))


def _backslash(trouble: Trouble) -> Problem | None:
    if "escape" not in trouble.said:
        return None
    line, column = trouble.stopped
    return _told(*_NO_CODE, (line, trouble.lines[line - 1].rfind("\\", 0, column) + 1))


_ON_NEXT_LINE = (
    "a text that begins with | or > starts on the next line",
    "begin the text on the next line, indented; where the sign itself is meant, put the text in quotes",
)
_BLANKS = (
    "the text begins with a line of blanks that do not line up with the lines below",
    "delete the blanks on that line",
)
_SAID = (
    ("expected a comment or a line break", *_ON_NEXT_LINE),
    ("expected chomping or indentation indicators", *_ON_NEXT_LINE),
    (
        "sequence entries are not allowed",
        "a list cannot begin on the line of its key",
        "begin it on the next line; where the hyphen belongs to a text, put the text in quotes",
    ),
    ("mapping keys are not allowed", "a text cannot begin with a question mark", "put quotes round the text"),
    ("more indented follow up line", *_BLANKS),
    (
        "expected '<document start>'",
        "what stands here does not go on with what the file begins with",
        "line it up with the first key of the file",
    ),
    (
        "expected the node content",
        "something is missing or too much inside the brackets",
        "put a comma between entries, and no hyphens",
    ),
)


def _by_its_words(trouble: Trouble) -> Problem | None:
    for sign, fact, remedy in _SAID:
        if sign in trouble.said:
            return _told(fact, remedy, trouble.stopped)
    return None


_LOOKS: tuple[Callable[[Trouble], Problem | None], ...] = (
    _open_quote, _open_bracket, _colon, _no_colon, _after_bracket, _out_of_line, _first_letter, _backslash,
    _by_its_words,
)  # fmt: skip


def _spot(mark: Any, lines: list[str]) -> Spot:
    if mark is None:
        return 1, 1
    return min(mark.line + 1, len(lines)), mark.column + 1


def _told(fact: str, remedy: str, spot: Spot) -> Problem:
    return Problem("not-yaml", fact, remedy, spot, fatal=True)
