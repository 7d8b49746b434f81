"""A tree of named bytes to the partnership: what could be read, what is wrong, what is missing. Never raises for bad data."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.core.pointer import Place, Pointer
from cdrp_cli.core.words import did_you_mean
from cdrp_cli.records.base import Entry
from cdrp_cli.records.kinds import KINDS, Kind, kind_of
from cdrp_cli.records.paper_text import read_paper
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.shape import shape
from cdrp_cli.records.tree import Tree
from cdrp_cli.yamltext import Document, Map, Problem, Seq, read
from cdrp_cli.yamltext.document import Value, spot_in


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: its text, and the tree its records were made of."""

    text: str
    tree: Value
    start: tuple[int, int] = (1, 1)


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file gave, by itself: parsing a file depends on that file alone."""

    kind: Kind
    source: Source
    records: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Loaded:
    """The partnership, the findings of reading it, and the files it came from."""

    partnership: Partnership
    findings: tuple[Finding, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    def place(self, at: Pointer | Place) -> Place:
        """Line and column of what a rule points at."""
        if isinstance(at, Place):
            return at
        source = self.sources.get(at.file)
        spot = (1, 1) if source is None else spot_in(source.tree, at.path, source.start)
        return Place(at.file, *spot)


def load(tree: Tree, *, pure: bool = False) -> Loaded:
    """Reads every record in the tree; all errors of all files come back in one go."""
    findings = list(tree.findings)
    with _no_collector():
        files = [read_file(name, data, pure=pure) for name, data in tree.files.items() if kind_of(name) is not None]
    findings += _strangers(tree)
    records: dict[str, list[Entry]] = {kind.name: [] for kind in KINDS}
    unread: set[tuple[str, str]] = set()
    for file in files:
        records[file.kind.name] += file.records
        findings += file.findings
        unread.update(file.unread)
    unread.update((kind.name, "") for refused in tree.findings if (kind := kind_of(_file_of(refused))) is not None)
    profile = next(iter(records.pop("partnership")), None)
    fields: dict[str, Any] = {name: tuple(found) for name, found in records.items()}
    sources = {file_name: file.source for file_name, file in zip(_names(tree), files, strict=True)}
    told = tuple(sorted({_file_of(finding) for finding in findings if finding.severity is Severity.ERROR}))
    partnership = Partnership(profile=profile, unread=frozenset(unread), **fields)  # type: ignore[arg-type]  # the first kind's model is Profile
    return Loaded(partnership, tuple(findings), sources, told)


def read_file(name: str, data: bytes, *, pure: bool = False) -> FileRead:
    """The records of one file, and what is wrong with it."""
    kind = kind_of(name)
    assert kind is not None, name  # noqa: S101 - callers ask kind_of first
    document = read_paper(name, data, pure=pure) if name.endswith(".md") else read(name, data, pure=pure)
    findings = tuple(_told(name, problem) for problem in document.problems)
    source = Source(document.text, document.value, document.start)
    own = _own_id(kind, name)
    if not document.readable:
        return FileRead(kind, source, (), findings, ((kind.name, own),))
    if not isinstance(document.value, Map):
        wrong = Finding(
            "wrong-kind", Severity.ERROR, Basis.RECORD, "a list or a text stands where a mapping (keys and values) belongs",
            Place(name, *document.start), f"begin the file with {kind.holds + ':' if kind.holds else 'its keys'}",
        )  # fmt: skip
        return FileRead(kind, source, (), (*findings, wrong), ((kind.name, own),))
    read_as = _rows if kind.holds else _single
    result = read_as(kind, name, document)
    unread = result.unread or (((kind.name, own),) if findings else ())
    return FileRead(kind, result.source, result.records, findings + result.findings, unread)


def _single(kind: Kind, name: str, document: Document) -> FileRead:
    shaped = shape(kind.model, document.value, name, document.start)
    source = Source(document.text, shaped.tree if shaped.record else document.value, document.start)
    unread = ((kind.name, _own_id(kind, name)),) if shaped.findings else ()
    if shaped.record is None:
        return FileRead(kind, source, (), shaped.findings, unread)
    shaped.record.placed(Pointer(name))
    return FileRead(kind, source, (shaped.record,), shaped.findings, unread)


def _rows(kind: Kind, name: str, document: Document) -> FileRead:
    tree = document.value
    assert isinstance(tree, Map)  # noqa: S101 - read_file has seen to it
    findings = [_unknown_key(kind, name, tree, key) for key in tree if key != kind.holds]
    rows = tree.get(kind.holds)
    source = Source(document.text, tree, document.start)
    if rows is None and kind.holds in tree and not findings:
        return FileRead(kind, source)
    if not isinstance(rows, Seq):
        place = Place(name, *(tree.values_at.get(kind.holds) or document.start))
        findings.append(
            Finding(
                "wrong-kind" if kind.holds in tree else "missing-key",
                Severity.ERROR,
                Basis.RECORD,
                f"the file needs the key {kind.holds} with a list",
                place,
                f"write {kind.holds}: and below it one entry for each, with a hyphen",
            )  # fmt: skip
        )
        return FileRead(kind, source, (), tuple(findings), ((kind.name, ""),))
    return _each(kind, name, source, rows, findings)


def _each(kind: Kind, name: str, source: Source, rows: Seq, findings: list[Finding]) -> FileRead:
    records: list[Entry] = []
    unread: list[tuple[str, str]] = [(kind.name, "")] if findings else []
    for index in range(len(rows)):
        row, spot = rows[index], rows.items_at[index]
        shaped = shape(kind.model, row, name, spot)
        if shaped.findings:
            findings += shaped.findings
            unread.append((kind.name, _row_id(row)))
        if shaped.record is not None:
            rows[index] = shaped.tree
            shaped.record.placed(Pointer(name, (kind.holds, index)))
            records.append(shaped.record)
    return FileRead(kind, source, tuple(records), tuple(findings), tuple(unread))


def _row_id(row: Any) -> str:
    """The id a row that could not be read in full would have; empty where even that is not known."""
    named = row.get("id", row.get("ref", "")) if isinstance(row, Map) else ""
    return str(named) if isinstance(named, str | int) else ""


def _own_id(kind: Kind, name: str) -> str:
    """The id a whole file stands for, where one file is one record."""
    return "" if kind.holds else name.rpartition("/")[2].rpartition(".")[0]


def _unknown_key(kind: Kind, name: str, tree: Map, key: str) -> Finding:
    place = Place(name, *tree.keys_at[key])
    hint = did_you_mean(key, [kind.holds]) or f"the file holds the one key {kind.holds}"
    return Finding("unknown-key", Severity.ERROR, Basis.RECORD, f"{key!r} is not a key of this file", place, hint)


def _strangers(tree: Tree) -> Iterator[Finding]:
    """Files that look like records and are read by nobody."""
    for name in tree.files:
        if kind_of(name) is None and name.endswith((".yaml", ".yml")):
            hint = did_you_mean(
                name.removesuffix(".yml") + ".yaml", [kind.files for kind in KINDS if "*" not in kind.files]
            )
            yield Finding(
                "file-not-read", Severity.WARNING, Basis.RECORD, "no kind of record has this file name, so nothing in it was read",
                Place(name, 1, 1), hint or "rename it, or move it out of data/",
            )  # fmt: skip


def _told(name: str, problem: Problem) -> Finding:
    return Finding(
        problem.rule, Severity.ERROR, Basis.RECORD, problem.message, Place(name, *problem.spot), problem.help
    )


def _names(tree: Tree) -> list[str]:
    return [name for name in tree.files if kind_of(name) is not None]


def _file_of(finding: Finding) -> str:
    return finding.at.file


@contextmanager
def _no_collector() -> Iterator[None]:
    """Thousands of small values are made and none is garbage: the collector would only walk them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
