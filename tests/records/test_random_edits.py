"""Hundreds of edits at random places of real records: the file parses, comments survive, all else is as it was."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from cdrp_cli.core.pointer import Step
from cdrp_cli.records.changes import Append, Change, Drop, Insert, Put
from cdrp_cli.records.paper_text import read_paper
from cdrp_cli.records.writer import RefusedError, changed
from cdrp_cli.yamltext import Document, Map, Seq, read
from hostiletexts import HOSTILE
from yamltrees import ROOT

EDITS = 240
FILES = sorted(
    path
    for folder in ("data", "examples/exampleshire/data", "examples/braintree-2009/data", "examples/july-2011/data")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".yaml", ".md") and path.name != "README.md"
)
KEPT = re.compile(r"# kept [0-9]+")
REASONS = ("comment stands", "only key", "begins the entry", "make it by hand")
Path = tuple[Step, ...]
NOWHERE: Path = ("nowhere",)
"""The path of nothing that a record says."""


@dataclass(frozen=True)
class Case:
    """A file with comments strewn into it, and an edit; the name is that of no record, so that models judge nothing."""

    name: str
    data: bytes
    change: Change


def _read(name: str, data: bytes) -> Document:
    return read_paper(name, data) if name.endswith(".md") else read(name, data)


def _strewn(chance: random.Random, name: str, text: str) -> str:
    """The text with comments beside and between its lines, wherever they leave what it says as it is."""
    value = _read(name, text.encode()).value
    for number in range(6):
        lines = text.split("\n")
        at = chance.randrange(1, len(lines) - 1)
        if chance.random() < 0.5:
            lines[at] += f" # kept {number}"
        else:
            lines.insert(at, f"{' ' * chance.randrange(0, 7, 2)}# kept {number}")
        document = _read(name, "\n".join(lines).encode())
        if document.value == value and not document.problems:
            text = "\n".join(lines)
    return text


def _places(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, entry in inside:
        yield from _places(entry, (*path, step))


def _change(chance: random.Random, value: Any) -> Change:
    places = [(path, node) for path, node in _places(value) if path and path != ("text",)]
    text = chance.choice(HOSTILE)
    new = chance.choice(
        [text, text, text, [text, "b"], {"url": text, "n": "it"}, [{"url": text}, {"a": 1}], 7, True, None]
    )
    mappings = [path for path, node in places if isinstance(node, dict)] or [()]
    lists = [path for path, node in places if isinstance(node, list)]
    choices: list[Change] = [
        Put(chance.choice(places)[0], new),
        Put((*chance.choice(mappings), "further"), new, chance.choice([(), ("id", "ref", "title", "further")])),
        Drop(chance.choice([path for path, _ in places if isinstance(path[-1], str)])),
    ]
    if lists:
        place = chance.choice(lists)
        choices += [Append(place, new), Insert(place, chance.randint(0, len(_at(value, place))), new)]
    return chance.choice(choices)


def _case(seed: int) -> Case:
    chance = random.Random(seed)  # noqa: S311 - the same edits on every run
    file = chance.choice(FILES)
    name = f"any{file.suffix}"
    text = _strewn(chance, name, file.read_text(encoding="utf-8"))
    change = _change(chance, _read(name, text.encode()).value)
    data = text.encode() if chance.random() < 0.8 else text.removesuffix("\n").encode()
    data = chance.choice([data, data, data.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + data])
    return Case(name, data, change)


def _leaves(value: Any, target: Path) -> dict[Path, Any]:
    """Everything the file says but at the target: texts with their paths, in order, and how many entries lists have."""
    found = {}
    for path, node in _places(value):
        if path[: len(target)] != target:
            found[path] = type(node) if isinstance(node, dict | list) else (type(node), node)
    return found


def _target(value: Any, change: Change) -> Path:
    if isinstance(change, Insert):
        return (*change.path, change.index)
    if not isinstance(change, Append):
        return change.path
    entries: Any = value
    for step in change.path:
        entries = entries[step]
    return (*change.path, len(entries))


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _own_lines(document: Document, target: Path) -> tuple[int, int]:
    """The lines that an edit of what stands at the target may change, from 0, the last not included."""
    spots = sorted((spot, path[: len(target)] == target) for path, spot in _spots(document.value))
    lines = document.text.split("\n")
    own = [spot for spot, inside in spots if inside]
    after = [
        line - 1
        for (line, column), inside in spots
        if not inside and (line, column) > own[-1] and not lines[line - 1][: column - 1].strip(" -")
    ]
    return own[0][0] - 1, min(after, default=len(lines))


def _spots(value: Any, path: Path = ()) -> Iterator[tuple[Path, tuple[int, int]]]:
    if isinstance(value, Map):
        for key in value:
            yield (*path, key), value.keys_at[key]
            yield from _spots(value[key], (*path, key))
    elif isinstance(value, Seq):
        for index, spot in enumerate(value.items_at):
            yield (*path, index), spot
            yield from _spots(value[index], (*path, index))


def _differing(old: bytes, new: bytes) -> tuple[int, int]:
    """The lines of the old file between those that are the same at its front and at its end."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    most = min(len(before), len(after))
    head = next((i for i in range(most) if before[i] != after[i]), most)
    tail = next((i for i in range(most - head) if before[-1 - i] != after[-1 - i]), most - head)
    return head, len(before) - tail


@cache
def _edited(seed: int) -> tuple[Case, bytes | str]:
    """The case, with the new bytes or the reason why there are none."""
    case = _case(seed)
    try:
        return case, changed(case.name, case.data, [case.change])
    except RefusedError as error:
        return case, str(error)


@pytest.mark.parametrize("seed", range(EDITS))
def test_nothing_but_the_target_changes(seed: int) -> None:
    case, made = _edited(seed)
    if isinstance(made, str):
        assert any(each in made for each in REASONS)
        return
    old, new = _read(case.name, case.data), _read(case.name, made)
    target = _target(old.value, case.change)
    assert new.problems == ()
    if not isinstance(case.change, Drop):
        assert [*_places(_at(new.value, target))] == [*_places(case.change.value)]
    if isinstance(case.change, Insert):
        _at(new.value, case.change.path).pop(case.change.index)
        target = NOWHERE
    assert _leaves(new.value, target) == _leaves(old.value, target)
    assert KEPT.findall(made.decode()) == KEPT.findall(case.data.decode())
    assert "# kept" not in repr(new.value)
    if made == case.data:
        assert case.change == Put(target, _at(old.value, target))
        return
    first, last = _differing(case.data, made)
    if target in dict(_spots(old.value)):
        lines = _own_lines(old, target)
        assert lines[0] <= first
        assert last <= lines[1]
    else:
        assert last - first <= 1, "a new key or entry changes one line at most, between brackets"


def test_few_edits_are_refused_and_enough_comments_were_at_stake() -> None:
    edited = [_edited(seed) for seed in range(EDITS)]
    assert sum(isinstance(made, str) for _, made in edited) < EDITS // 10
    assert sum(len(KEPT.findall(case.data.decode())) for case, _ in edited) > 3 * EDITS
