"""A tree of named bytes to the partnership: what was read, what is wrong, what is missing. Bad data never raises."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.core.pointer import Place, Pointer
from cdrp_cli.core.words import nearest
from cdrp_cli.records.base import Entry
from cdrp_cli.records.file import Source, read_file
from cdrp_cli.records.kinds import KINDS, kind_of, kinds_under
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.tree import Tree
from cdrp_cli.yamltext.document import spot_in


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
    unread.update((kind.name, "") for refused in tree.findings for kind in kinds_under(_file_of(refused)))
    profile = next(iter(records.pop("partnership")), None)
    fields: dict[str, Any] = {name: tuple(found) for name, found in records.items()}
    sources = {file_name: file.source for file_name, file in zip(_names(tree), files, strict=True)}
    told = tuple(sorted({_file_of(finding) for finding in findings if finding.severity is Severity.ERROR}))
    partnership = Partnership(profile=profile, unread=frozenset(unread), **fields)  # type: ignore[arg-type]  # the first kind's model is Profile
    return Loaded(partnership, tuple(findings), sources, told)


def _strangers(tree: Tree) -> Iterator[Finding]:
    """Files that look like records and are read by nobody."""
    for name in tree.files:
        if kind_of(name) is None and name.endswith((".yaml", ".yml")):
            fact = "no kind of record has this file name, so nothing in it was read"
            yield Finding("file-not-read", Severity.WARNING, Basis.RECORD, fact, Place(name, 1, 1), _renamed(name))


def _renamed(name: str) -> str:
    """What the file might have to be called."""
    stem = name.removesuffix(".yml").removesuffix(".yaml")
    if kind_of(f"{stem}.yaml") is not None:
        return f"call it {stem}.yaml"
    files = {kind.files[len("data/") : -len(".yaml")]: kind.files for kind in KINDS if "*" not in kind.files}
    near = nearest(stem.removeprefix("data/"), files, most=1)
    return f"did you mean {files[near[0]]}?" if near else "rename it, or move it out of data/"


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
