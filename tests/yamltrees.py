"""YAML files of this project, and a document with all its places laid open, to be compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cdrp_cli.yamltext import Document, Map, Seq

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "tests" / "yamltext" / "corpus"
RECORDS = sorted(
    path
    for folder in ("data", "examples", "src/cdrp_cli/law", "src/cdrp_cli/hallmarks")
    for path in (ROOT / folder).rglob("*.yaml")
)
"""Every YAML file that is shipped or read as a record."""


def named(path: Path) -> str:
    """The path from the project's root, for the names of tests."""
    return path.relative_to(ROOT).as_posix()


def laid_open(document: Document) -> object:
    """All there is to know of a document: kinds, values, the places of keys and values, and every refusal."""
    return _node(document.value), document.start, document.problems


def _node(value: Any) -> object:
    if isinstance(value, Map):
        entries = [(key, value.keys_at[key], value.values_at[key], _node(value[key])) for key in value]
        return "mapping", value.start, entries
    if isinstance(value, Seq):
        return "list", value.start, [(spot, _node(each)) for spot, each in zip(value.items_at, value, strict=True)]
    return type(value).__name__, value


def scalars(value: Any, spot: tuple[int, int]) -> Iterator[tuple[object, tuple[int, int], bool]]:
    """Every key and plain value below, in the order of the file, with its place, and whether it is a key."""
    if isinstance(value, Map):
        for key in value:
            yield key, value.keys_at[key], True
            yield from scalars(value[key], value.values_at[key])
    elif isinstance(value, Seq):
        for each, at in zip(value, value.items_at, strict=True):
            yield from scalars(each, at)
    else:
        yield value, spot, False
