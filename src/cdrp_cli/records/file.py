"""One file to its records: parsing a file depends on that file alone."""

from __future__ import annotations

from typing import Any

from cdrp_cli.core.citation import is_slug
from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Place, Pointer
from cdrp_cli.core.words import did_you_mean
from cdrp_cli.records.base import Entry
from cdrp_cli.records.kinds import Kind, kind_of
from cdrp_cli.records.paper_text import read_paper
from cdrp_cli.records.shape import shape
from cdrp_cli.yamltext import Document, Map, Seq, read
from cdrp_cli.yamltext.document import Value


class Source(Frozen):
    """A file as it was read: its text, and the tree its records were made of."""

    text: str
    tree: Value
    start: tuple[int, int] = (1, 1)


class FileRead(Frozen):
    """What one file gave, by itself: parsing a file depends on that file alone."""

    kind: Kind
    source: Source
    records: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()


def read_file(name: str, data: bytes, *, pure: bool = False) -> FileRead:
    """The records of one file, and what is wrong with it."""
    kind = kind_of(name)
    assert kind is not None, name  # noqa: S101 - callers ask kind_of first
    document = read_paper(name, data, pure=pure) if name.endswith(".md") else read(name, data, pure=pure)
    findings = tuple(_error(told.rule, told.message, Place(name, *told.spot), told.help) for told in document.problems)
    source = Source(document.text, document.value, document.start)
    own = _own_id(kind, name)
    if not document.readable:
        return FileRead(kind, source, (), findings, ((kind.name, own),))
    if not isinstance(document.value, Map):
        remedy = f"begin the file with {kind.holds + ':' if kind.holds else 'its keys'}"
        fact = "a list or a text stands where a mapping (keys and values) belongs"
        wrong = _error("wrong-kind", fact, Place(name, *document.start), remedy)
        return FileRead(kind, source, (), (*findings, wrong), ((kind.name, own),))
    read_as = _rows if kind.holds else _single
    result = read_as(kind, name, document)
    unread = result.unread or (((kind.name, own),) if findings else ())
    return FileRead(kind, result.source, result.records, _once(findings, result.findings), unread)


def _once(text: tuple[Finding, ...], shape_: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """One mistake, one finding: where text and record both complain, the one that knows what was meant is heard."""
    better = {finding.at for finding in shape_ if finding.rule != "wrong-kind"}
    kept = [finding for finding in text if finding.rule != "number-changes" or finding.at not in better]
    told = {finding.at for finding in kept}
    return (*kept, *(finding for finding in shape_ if finding.at not in told))


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
    if not isinstance(rows, Seq) and findings and kind.holds not in tree:
        return FileRead(kind, source, (), tuple(findings), ((kind.name, ""),))  # the list stands under a wrong key
    if not isinstance(rows, Seq):
        place = Place(name, *(tree.values_at.get(kind.holds) or document.start))
        rule = "wrong-kind" if kind.holds in tree else "missing-key"
        remedy = f"write {kind.holds}: and below it one entry for each, with a hyphen"
        findings.append(_error(rule, f"the file needs the key {kind.holds} with a list", place, remedy))
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
    """The id a row that could not be read in full would have; empty where even that cannot be read."""
    named = str(row.get("id", row.get("ref", ""))) if isinstance(row, Map) else ""
    return named if is_slug(named) else ""


def _own_id(kind: Kind, name: str) -> str:
    """The id a whole file stands for, where one file is one record."""
    return "" if kind.holds else name.rpartition("/")[2].rpartition(".")[0]


def _unknown_key(kind: Kind, name: str, tree: Map, key: str) -> Finding:
    place = Place(name, *tree.keys_at[key])
    hint = did_you_mean(key, [kind.holds]) or f"the file holds the one key {kind.holds}"
    return _error("unknown-key", f"{key!r} is not a key of this file", place, hint)


def _error(rule: str, message: str, place: Place, help_: str) -> Finding:
    return Finding(rule, Severity.ERROR, Basis.RECORD, message, place, help_)
