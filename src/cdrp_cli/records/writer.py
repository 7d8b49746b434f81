"""The one writer: changes a record at one place, proves that nothing else changed, and replaces the file at once.

Nothing else in the program opens a file under `data/` for writing. What cannot be written safely is refused with the
reason, and every file is left as it was.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.records.changes import Append, Change, Drop, Insert, Put, after
from cdrp_cli.records.file import read_file
from cdrp_cli.records.kinds import kind_of
from cdrp_cli.records.paper_text import read_paper
from cdrp_cli.yamltext import Document, nodes, read, splice
from cdrp_cli.yamltext.scan import HIDDEN
from cdrp_cli.yamltext.stretch import Stretch

_MARK = b"\xef\xbb\xbf"


class RefusedError(CdrpError):
    """A change that was not written, and why; the file is as it was."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The changes to one file, made in their order; `seen` is the digest of the bytes that the caller read."""

    seen: str
    changes: tuple[Change, ...]


def digest(data: bytes) -> str:
    """What a caller keeps of a file it has read, to have a later change refused where the file changed since."""
    return hashlib.sha256(data).hexdigest()


def changed(name: str, data: bytes, changes: Sequence[Change]) -> bytes:
    """The file's bytes with all the changes made and proved; RefusedError with the reason where that cannot be done."""
    document = _read(name, data)
    if document.problems:
        raise RefusedError(f"{name} has problems of its own: mend first what cdrp check says of it")
    written = data.decode("utf-8-sig")
    for change in changes:
        stretch = _stretch(name, document, change)
        wanted = _exact(after(document.value, change))
        if wanted != _exact(document.value):
            written = stretch.applied(written)
            document = _proved(name, document, _read(name, written.encode()), wanted)
    made = (_MARK if data.startswith(_MARK) else b"") + written.encode()
    _no_worse(name, data, made)
    return made


def write(root: Path, edits: Mapping[str, Edit]) -> None:
    """Makes the changes in the files under `root`, by name; all are proved before the first is written.

    Raises RefusedError where a file changed since it was read, where a change would touch more than its place, or where
    a record could be read worse afterwards. Each file is replaced in one step: a reader sees all of it or none.
    """
    made = {}
    for name, edit in edits.items():
        path = _target(root, name)
        made[path] = (edit.seen, changed(name, _as_seen(path, name, edit.seen), edit.changes))
    for path, (seen, _) in made.items():
        _as_seen(path, path.name, seen)
    _replace({path: data for path, (_, data) in made.items()})


def create(root: Path, name: str, text: str) -> None:
    """Writes a new record; RefusedError where the file exists or the text would not read without a finding."""
    path = _target(root, name)
    if path.exists():
        raise RefusedError(f"{name} exists already: change it, or choose another name")
    findings = read_file(name, text.encode()).findings
    if findings:
        raise RefusedError(f"{name} would not be read as it is: {_told(findings[0].message, findings[0].help)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(f"{name} cannot be written ({error.strerror})") from None
    _replace({path: text.encode()})


def _target(root: Path, name: str) -> Path:
    """The file itself, links followed; RefusedError where it is no record or lies elsewhere."""
    if kind_of(name) is None:
        raise RefusedError(f"{name} is the name of no record: only records under data/ are written")
    path = (root / name).resolve()
    if not path.is_relative_to(root.resolve()):
        raise RefusedError(f"{name} leads out of the partnership's folder: nothing outside is written")
    return path


def _as_seen(path: Path, name: str, seen: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RefusedError(f"{name} cannot be read any more ({error.strerror})") from None
    if digest(data) != seen:
        raise RefusedError(f"{name} was changed by somebody since it was read: read it again, then repeat the change")
    return data


def _replace(made: Mapping[Path, bytes]) -> None:
    """Puts the bytes in place of the files, each in one step: after a crash the old or the new file stands, whole.

    All are written beside their files before the first takes its place, so that a full disk changes nothing.
    """
    # a name with a dot in front is never read as a record
    beside = {path: path.with_name(f".{path.name}.{secrets.token_hex(4)}") for path in made}
    name = ""
    try:
        for path, data in made.items():
            name = path.name
            _lay(beside[path], data, path)
        for path in made:
            name = path.name
            beside[path].replace(path)
    except OSError as error:
        raise RefusedError(f"{name} cannot be written ({error.strerror}); is it open in another program?") from None
    finally:
        for path in beside.values():
            path.unlink(missing_ok=True)


def _lay(beside: Path, data: bytes, path: Path) -> None:
    """Writes the bytes to the disk under the other name, open to whom the file is open."""
    with beside.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        beside.chmod(path.stat().st_mode & 0o777)


def _read(name: str, data: bytes) -> Document:
    return read_paper(name, data) if name.endswith(".md") else read(name, data)


def _front(name: str, document: Document) -> tuple[int, str]:
    """The part of the file that is YAML, and how many characters stand before it."""
    if not name.endswith(".md"):
        return 0, document.text
    lines = document.text.split("\n")
    close = document.spot(("text",))[0] - 2
    return len(lines[0]), "\n" + "\n".join(lines[1:close]) + "\n"


def _stretch(name: str, document: Document, change: Change) -> Stretch:
    for text in _texts(() if isinstance(change, Drop) else change.value):
        hidden = HIDDEN.search(text)
        if hidden is not None:
            raise RefusedError(f"{name}: the text holds U+{ord(hidden[0]):04X}, which nobody sees: delete it")
    if name.endswith(".md") and change.path[:1] == ("text",):
        raise RefusedError(f"{name}: the text below the front matter is changed by hand only")
    offset, text = _front(name, document)
    try:
        if isinstance(change, Put):
            found = splice.put(text, change.path, change.value, change.order)
        elif isinstance(change, Append):
            found = splice.append(text, change.path, change.value)
        elif isinstance(change, Insert):
            found = splice.insert(text, change.path, change.index, change.value)
        else:
            found = splice.drop(text, change.path)
    except CdrpError as error:
        raise RefusedError(f"{name}: {error}") from None
    return found.moved(offset)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield key
            yield from _texts(entry)
    elif isinstance(value, list | tuple):
        for entry in value:
            yield from _texts(entry)


def _proved(name: str, old: Document, new: Document, wanted: str) -> Document:
    """The new document, after the proof: the target holds what it should, all else and every comment is as it was."""
    if new.problems:
        raise RefusedError(f"{name}: {_told(new.problems[0].message, new.problems[0].help)}")
    if _exact(new.value) != wanted:
        raise RefusedError(f"{name}: the change cannot be made without touching something else: make it by hand")
    if "#" in old.text and nodes.comments(_front(name, old)[1]) != nodes.comments(_front(name, new)[1]):
        raise RefusedError(f"{name}: a comment stands inside what would be replaced: make the change by hand")
    return new


def _exact(value: Any) -> str:
    """The value with its types: `1`, `true` and `"1"` differ."""
    return json.dumps(value, sort_keys=True)


def _no_worse(name: str, before: bytes, made: bytes) -> None:
    """Refuses a change after which the record would have a finding that it has not now."""
    if kind_of(name) is None:
        return
    old = Counter((finding.rule, finding.message) for finding in read_file(name, before).findings)
    for finding in read_file(name, made).findings:
        old[finding.rule, finding.message] -= 1
        if old[finding.rule, finding.message] < 0:
            raise RefusedError(f"{name}: {_told(finding.message, finding.help)}")


def _told(message: str, remedy: str) -> str:
    return f"{message}; {remedy}" if remedy else message
