"""One file's bytes to a document, by the fast way or the pure one: same values, places and refusals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cdrp_cli.core.frozen import replace
from cdrp_cli.yamltext import events
from cdrp_cli.yamltext.compose import Composer, RefusedError
from cdrp_cli.yamltext.cut import CUT_BY_HASH
from cdrp_cli.yamltext.document import Document, Problem
from cdrp_cli.yamltext.scan import LIMIT_BYTES, LIMIT_DEPTH, decode, refusal
from cdrp_cli.yamltext.syntax import explained, no_such_code, refused

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
    """As `read`, from text whose lines end in a line feed."""
    problem = refusal(text)
    if problem is not None:
        return Document(name, text, problems=(problem,))
    if events.FAST and not pure and not events.rare(text):
        for way in (events.fast_events, events.fast_events_with_colons):
            try:
                return _compose(name, text, Composer(way(text), text))
            except Exception:  # noqa: BLE001, S112 - whatever is refused here, the pure way decides and explains
                continue
    return _read_pure(name, text)


def _read_pure(name: str, text: str) -> Document:
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415 - not loaded on the fast path

    remembered = _Remembered(events.pure_events(text))
    composer = Composer(remembered, text)
    try:
        return _compose(name, text, composer)
    except RefusedError as found:
        problem = found.problem
    except MarkedYAMLError as error:
        cut = _cut_before(error, composer)
        problem = explained(error, text, remembered.last) if cut is None else replace(cut, fatal=True)
    except (ValueError, OverflowError):  # the code of a character that does not exist: "\\UFFFFFFFF"
        problem = no_such_code(text)
    except (YAMLError, RecursionError) as error:
        problem = refused(str(error), (1, 1))
    before = [each for each in composer.problems if each.spot != problem.spot]
    return Document(name, text, problems=(*before, problem))


def _cut_before(error: Any, composer: Composer) -> Problem | None:
    """A text cut by a hash on the line where the parser stopped, or the one above: its rest confused the parser."""
    mark, last = error.problem_mark, composer.problems[-1] if composer.problems else None
    if mark is None or last is None or last.rule != CUT_BY_HASH:
        return None
    return last if last.spot[0] in (mark.line, mark.line + 1) else None


def _compose(name: str, text: str, composer: Composer) -> Document:
    value = composer.document()
    if value is None and not composer.problems:
        empty = Problem(
            "empty-file", "the file holds no record", "write the record, or delete the file", (1, 1), fatal=True
        )
        return Document(name, text, problems=(empty,))
    return Document(name, text, value, tuple(composer.problems), composer.start)


class _Remembered(Iterator[Any]):
    """Events, of which the last stays known: it tells what an error came after."""

    def __init__(self, source: Iterator[Any]) -> None:
        self._source = source
        self.last: Any = None

    def __next__(self) -> Any:
        self.last = next(self._source)
        return self.last
