"""Whatever one value of a record is replaced by, loading goes on: that record is found, the others are as before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cdrp_cli.core.pointer import Place
from cdrp_cli.records.base import Entry
from cdrp_cli.records.kinds import kind_of
from cdrp_cli.records.load import Loaded, load
from cdrp_cli.records.paper_text import read_paper
from cdrp_cli.records.tree import Tree, read_folder
from cdrp_cli.yamltext import read

EXAMPLE = Path(__file__).parents[2] / "examples" / "exampleshire"
Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Written:
    """One file of the example, laid out so that every value can be replaced."""

    name: str
    value: Any
    text: str
    paths: tuple[Path_, ...]

    def data(self, value: Any) -> bytes:
        """The file with this value: JSON is YAML."""
        written = json.dumps(value, ensure_ascii=False, indent=1)
        return (f"---\n{written}\n---\n{self.text}" if self.name.endswith(".md") else written).encode()


@cache
def _files() -> tuple[Written, ...]:
    return tuple(
        _written(name, data) for name, data in read_folder(EXAMPLE).files.items() if name.endswith((".yaml", ".md"))
    )


def _written(name: str, data: bytes) -> Written:
    document = read_paper(name, data) if name.endswith(".md") else read(name, data)
    value = json.loads(json.dumps(document.value))
    text = value.pop("text", "") if name.endswith(".md") else ""
    return Written(name, value, text, tuple(path for path in _paths(value) if path))


def _paths(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    yield path
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from _paths(inner, (*path, step))


def _replaced(value: Any, path: Path_, junk: Any) -> Any:
    if not path:
        return junk
    copy = value.copy()
    copy[path[0]] = _replaced(value[path[0]], path[1:], junk)
    return copy


def _at(value: Any, path: Path_) -> Any:
    for step in path:
        value = value[step]
    return value


def _loaded(written: Written, value: Any) -> Loaded:
    return load(Tree({written.name: written.data(value)}))


def _by_position(loaded: Loaded) -> dict[Path_, Entry]:
    return {record.pointer.path: record for record in loaded.partnership}


@cache
def _before(name: str) -> Loaded:
    written = next(each for each in _files() if each.name == name)
    return _loaded(written, written.value)


spots = st.sampled_from([(number, path) for number, file in enumerate(_files()) for path in file.paths])
words = st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs", "Zl", "Zp"]), max_size=6)
anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 3000), words, st.sampled_from(["2025-02-30", "a/b", "5 of x"])),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=3)),
    max_leaves=6,
)


def test_the_example_is_whole_before_anything_is_replaced() -> None:
    assert len(_files()) > 60
    assert [_before(file.name).findings for file in _files() if _before(file.name).findings] == []


@settings(derandomize=True, max_examples=200, deadline=None)
@given(spots)
def test_a_value_of_the_wrong_kind_is_found_and_harms_no_neighbour(spot: tuple[int, Path_]) -> None:
    written, path = _files()[spot[0]], spot[1]
    junk = ["junk"] if isinstance(_at(written.value, path), dict) else {"junk": "x"}
    after = _loaded(written, _replaced(written.value, path, junk))
    assert after.findings
    assert {finding.at.file for finding in after.findings} == {written.name}
    assert after.unread == (written.name,)
    assert after.partnership.unread
    _others_as_before(written, path, after)
    assert all(finding.message and isinstance(finding.at, Place) for finding in after.findings)


@settings(derandomize=True, max_examples=120, deadline=None)
@given(spots, anything)
def test_whatever_stands_there_loading_never_fails(spot: tuple[int, Path_], junk: Any) -> None:
    written, path = _files()[spot[0]], spot[1]
    after = _loaded(written, _replaced(written.value, path, junk))
    assert {finding.at.file for finding in after.findings} <= {written.name}
    assert bool(after.findings) == bool(after.unread) == bool(after.partnership.unread)
    assert len(after.findings) == len(set(after.findings))
    _others_as_before(written, path, after)


def _others_as_before(written: Written, path: Path_, after: Loaded) -> None:
    kind = kind_of(written.name)
    assert kind is not None
    if not kind.holds or len(path) == 1:
        return  # the file is one record, or all of it was replaced
    before, now = _by_position(_before(written.name)), _by_position(after)
    for position, record in before.items():
        if position != path[:2]:
            assert now[position] == record
