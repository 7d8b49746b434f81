"""One file's bytes to a document, by the fast way or the pure one: same values, places and refusals."""

from __future__ import annotations

from cdrp_cli.yamltext import events
from cdrp_cli.yamltext.compose import Composer, RefusedError
from cdrp_cli.yamltext.document import Document, Problem, Spot
from cdrp_cli.yamltext.scan import LIMIT_BYTES, LIMIT_DEPTH, decode, refusal

__all__ = ["LIMIT_BYTES", "LIMIT_DEPTH", "read", "read_text", "reader"]


def reader() -> str:
    """Which reader runs, in words for `cdrp --version -v`."""
    return "ruamel.yaml with its C parser" if events.FAST else "ruamel.yaml, pure Python (slower)"


def read(name: str, data: bytes, *, pure: bool = False) -> Document:
    """The document in `data`, whatever is in it; what is wrong stands in its problems. `pure` forces the slow way."""
    text = decode(data)
    if isinstance(text, Problem):
        return Document(name, data.decode("utf-8", "replace"), problems=(text,))
    return read_text(name, text, pure=pure)


def read_text(name: str, text: str, *, pure: bool = False) -> Document:
    """As `read`, from text whose lines end in line feeds only."""
    problem = refusal(text)
    if problem is not None:
        return Document(name, text, problems=(problem,))
    if events.FAST and not pure and not events.rare(text):
        try:
            return _compose(name, text, Composer(events.fast_events(text), text))
        except RefusedError as refused:
            return Document(name, text, problems=(refused.problem,))
        except Exception:  # noqa: BLE001, S110 - whatever the C parser dislikes, the pure one decides and explains
            pass
    return _read_pure(name, text)


def _read_pure(name: str, text: str) -> Document:
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415 - not loaded on the fast path

    try:
        return _compose(name, text, Composer(events.pure_events(text), text))
    except RefusedError as refused:
        return Document(name, text, problems=(refused.problem,))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        spot = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        return Document(name, text, problems=(_syntax(str(error.problem or error.context or ""), text, spot),))
    except (YAMLError, ValueError, RecursionError) as error:
        return Document(name, text, problems=(_syntax(str(error), text, (1, 1)),))


def _compose(name: str, text: str, composer: Composer) -> Document:
    value = composer.document()
    if value is None and not composer.problems:
        empty = Problem("empty-file", "the file is empty", "write the record, or delete the file", (1, 1), fatal=True)
        return Document(name, text, problems=(empty,))
    return Document(name, text, value, tuple(composer.problems), composer.start)


_EXPLAINED = (
    (
        "mapping values are not allowed",
        "a colon and a space stand inside a text",
        "put quotes round the text, or write it in block style",
    ),
    (
        "could not find expected ':'",
        "a key has no colon, or a text runs on where a key belongs",
        "write the key, a colon and a space; indent the lines of a longer text",
    ),
    (
        "expected <block end>",
        "the line stands too far left or right, or a text goes on after its quotes",
        "line it up with its neighbours",
    ),
    (
        "did not find expected key",
        "the line stands too far left or right, or a text goes on after its quotes",
        "line it up with its neighbours",
    ),
    (
        "expected ',' or",
        "a comma or a closing bracket is missing before this",
        "close the bracket on the line where it opens, or write the entry in block style",
    ),
    ("found character", "a text begins with a character that means something in YAML", "put quotes round the text"),
    (
        "while scanning a quoted scalar",
        "a quotation mark was opened and not closed",
        "close it; an apostrophe inside single quotes is written twice",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark or bracket was opened and not closed",
        "close it; an apostrophe inside single quotes is written twice",
    ),
    ("found undefined alias", "* refers to text elsewhere in the file", "put quotes round the text that begins with *"),
)


def _syntax(said: str, text: str, spot: Spot) -> Problem:
    lines = text.split("\n")
    spot = (min(spot[0], len(lines)), spot[1])
    for sign, fact, remedy in _EXPLAINED:
        if sign in said:
            return Problem("not-yaml", fact, remedy, spot, fatal=True)
    return Problem(
        "not-yaml",
        f"this is not YAML ({said.partition(chr(10))[0].strip().rstrip('.')})",
        "compare it with a record that works",
        spot,
        fatal=True,
    )
