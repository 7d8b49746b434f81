"""Each place is right: what stands at line and column of the file is the value that was read from there."""

from __future__ import annotations

from pathlib import Path

import pytest

from cdrp_cli.core.pointer import Place
from cdrp_cli.yamltext import Document, Map, Seq, read
from cdrp_cli.yamltext.document import spot_in
from yamltrees import CORPUS, RECORDS, named, scalars

GOOD = sorted((CORPUS / "good").glob("*.yaml"))
TEXT = "body: board\nitems:\n  - title: Apologies\n    how: [a, {b: c}]\n  - title: Minutes\nuntil:\n"


def _stands(lines: list[str], value: object, spot: tuple[int, int]) -> bool:
    line, column = spot
    rest = lines[line - 1][column - 1 :]
    if value is None:
        return True  # nothing is written; test_the_place_of_nothing says where
    if isinstance(value, str) and rest[:1] in ("|", ">"):
        return value.split()[:1] == " ".join(lines[line:]).split()[:1] or not value.strip()
    quoted = isinstance(value, str) and rest[:1] in ("'", '"')
    first = next(iter(str(value).split()), "")
    if quoted and (not first or "'" in first or "\\" in rest):
        return True  # written otherwise than it reads: the quotation mark stands for it
    written = rest[1:] if quoted else rest
    return written.lower().startswith(first.lower()) if isinstance(value, bool) else written.startswith(first)


@pytest.mark.parametrize("path", [*RECORDS, *GOOD], ids=named)
def test_at_every_place_stands_the_value(path: Path) -> None:
    document = read(path.name, path.read_bytes())
    lines = document.text.split("\n")
    found = list(scalars(document.value, document.start))
    assert [(value, spot) for value, spot, _ in found if not _stands(lines, value, spot)] == []


@pytest.mark.parametrize("path", [*RECORDS, *GOOD], ids=named)
def test_the_places_follow_the_order_of_the_file_and_none_is_taken_twice(path: Path) -> None:
    document = read(path.name, path.read_bytes())
    spots = [spot for value, spot, _ in scalars(document.value, document.start) if value is not None]
    assert spots == sorted(set(spots))


@pytest.mark.parametrize("path", RECORDS, ids=named)
def test_a_container_stands_where_its_first_entry_or_its_bracket_does(path: Path) -> None:
    document = read(path.name, path.read_bytes())
    lines = document.text.split("\n")
    for node, spot in _containers(document.value, document.start):
        line, column = spot
        letter = lines[line - 1][column - 1]
        assert node.start == spot
        if isinstance(node, Seq):
            assert letter in "-["
        else:
            assert letter == "{" or spot == next(iter(node.keys_at.values()))


def _containers(value: object, spot: tuple[int, int]) -> list[tuple[Map | Seq, tuple[int, int]]]:
    if isinstance(value, Map):
        inner = [(value[key], value.values_at[key]) for key in value]
    elif isinstance(value, Seq):
        inner = list(zip(value, value.items_at, strict=True))
    else:
        return []
    return [(value, spot), *(found for each, at in inner for found in _containers(each, at))]


@pytest.fixture
def document() -> Document:
    return read("data/a.yaml", TEXT.encode())


@pytest.mark.parametrize(
    ("path", "spot"),
    [
        ((), (1, 1)),
        (("body",), (1, 7)),
        (("items",), (3, 3)),
        (("items", 0), (3, 5)),
        (("items", 1, "title"), (5, 12)),
        (("items", 0, "how", 1, "b"), (4, 18)),
        (("until",), (6, 1)),  # nothing is written: the key stands for it
        (("items", 0, "missing"), (3, 5)),  # a key that is missing: the container stands for it
        (("items", 7), (3, 3)),  # an entry that is missing likewise
        (("items", 0, "missing", "deeper"), (3, 5)),
        (("items", 0, "decision", "title"), (3, 12)),  # the tag of a union leads nowhere and is passed over
        (("body", "inside"), (1, 7)),
    ],
)
def test_a_path_leads_to_its_place(document: Document, path: tuple[str | int, ...], spot: tuple[int, int]) -> None:
    assert document.spot(path) == spot
    assert document.place(path) == Place("data/a.yaml", *spot)


@pytest.mark.parametrize(
    ("path", "spot"), [(("body",), (1, 1)), (("items", 1, "title"), (5, 5)), (("items", 0, "how", 1, "b"), (4, 15))]
)
def test_a_key_has_a_place_of_its_own(document: Document, path: tuple[str | int, ...], spot: tuple[int, int]) -> None:
    assert document.spot(path, key=True) == spot


def test_the_place_of_nothing_is_its_key_or_its_hyphen() -> None:
    document = read("a.yaml", b"until:\nseat: {post: , from: ~}\nlist:\n  -\n  - ~\n")
    assert document.spot(("until",)) == (1, 1)
    assert document.spot(("seat", "post")) == (2, 8)
    assert document.spot(("seat", "from")) == (2, 22)
    assert document.spot(("list", 0)) == (4, 4)
    assert document.spot(("list", 1)) == (5, 5)


def test_a_place_can_be_asked_of_a_part_of_the_tree(document: Document) -> None:
    item = document.value["items"][1]
    assert spot_in(item, ("title",), item.start) == (5, 12)
    assert spot_in(item, (), (5, 5)) == (5, 5)
