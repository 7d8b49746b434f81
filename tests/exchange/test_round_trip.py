"""All rows go out and come back as they were; a cell that somebody fills in comes back letter for letter."""

from __future__ import annotations

import re
import zipfile
from difflib import SequenceMatcher
from io import BytesIO
from typing import Any

import pytest

from cdrp_cli.exchange.columns import FIELDS
from cdrp_cli.exchange.files import FORMATS
from cdrp_cli.hallmarks import checklist
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import Tree
from cdrp_cli.records.writer import changed
from cdrp_cli.yamltext import Map, Seq
from cdrp_cli.yamltext import read as read_yaml
from exchange.tables import back, example, file_of, lines

EXAMPLES = ("exampleshire", "braintree-2009")
HOSTILE = (
    "=1+1", "'=1+1", "+44 1376", "-", "@all", '"double" and \'single\'', "two\nlines", "two\nlines\n", "Cŵn a thân",
    "yes", "1.10", "104", "trailing ", " leading", "text # no comment", "key: value", "tab\there", "a, b; c",
    "_x000D_", "<b>&amp;</b>", "long " * 60 + "end",
)  # fmt: skip
WORDS = ("position", "reason", "further_action", "owner", "note")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_table_that_nobody_touched_changes_nothing(name: str, form: str) -> None:
    tree = example(name)
    given = lines(tree)
    assert {row.ref for row in checklist().rows} <= {line["ref"] for line in given}
    assert len(checklist().rows) == 49
    data = file_of(form, given, load(tree))
    found, planned = back(tree, f"checklist.{form}", data)
    assert (found.changes, found.conflicts, found.doubts) == ((), (), ())
    assert (planned.edits, planned.begun) == ({}, {})


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_records_give_the_same_bytes(form: str) -> None:
    tree = example("braintree-2009")
    assert file_of(form, lines(tree), load(tree)) == file_of(form, lines(tree), load(tree))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("field", WORDS)
def test_a_hostile_cell_comes_back_equal_and_changes_its_own_lines_only(field: str, form: str) -> None:
    tree = example("braintree-2009")
    given = lines(tree)
    wanted = {line["ref"]: HOSTILE[place % len(HOSTILE)] for place, line in enumerate(given)}
    for line in given:
        line[field] = wanted[line["ref"]]
    found, planned = back(tree, f"table.{form}", file_of(form, given, load(tree)))
    assert (found.conflicts, found.doubts) == ((), ())
    assert {change.ref: change.cells[field][1] for change in found.changes} == wanted
    for name, edit in planned.edits.items():
        _only_that_field(name, tree.files[name], changed(name, tree.files[name], edit.changes), field, wanted)


def _only_that_field(name: str, old: bytes, new: bytes, field: str, wanted: dict[str, str]) -> None:
    before, after = _rows(name, old), _rows(name, new)
    assert len(before) == len(after)
    assert [str(row[field]) for row in after] == [wanted[row["ref"]] for row in before]
    for one, other in zip(before, after, strict=True):
        assert {**one, field: ""} == {**other, field: ""}
    mine = {line for row in before if field in row for line in _span(row, field, old)}
    was, now = old.decode().split("\n"), new.decode().split("\n")
    for kind, start, stop, _, _ in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        assert kind == "equal" or set(range(start + 1, stop + 1)) <= mine


def _rows(name: str, data: bytes) -> Seq:
    document = read_yaml(name, data)
    assert document.problems == ()
    assert isinstance(document.value, Map)
    rows = document.value["rows"]
    assert isinstance(rows, Seq)
    return rows


def _span(row: Any, field: str, data: bytes) -> range:
    """The lines of a key and its value, up to the next key, empty line or row."""
    start: int = row.keys_at[field][0]
    text = data.decode().split("\n")
    stop = start
    while stop < len(text) and re.match(r"      ", text[stop]):
        stop += 1
    return range(start, stop + 1)


def test_a_workbook_holds_no_formula_and_offers_what_can_be_chosen() -> None:
    tree = example("exampleshire")
    given = [{**line, "position": "=HYPERLINK(A1)"} for line in lines(tree)]
    archive = zipfile.ZipFile(BytesIO(file_of("xlsx", given, load(tree))))
    sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert '"met,partly-met,not-met,not-applicable,not-assessed"' in sheet
    assert "vale/safety-officer" in archive.read("xl/sharedStrings.xml").decode()


def test_a_cell_of_csv_that_looks_like_a_formula_begins_with_an_apostrophe() -> None:
    tree = example("braintree-2009")
    given = [{**line, "position": "=1+1", "note": "'=kept"} for line in lines(tree)]
    text = file_of("csv", given, load(tree)).decode("utf-8-sig")
    assert ",'=1+1," in text
    assert ",''=kept," in text


def test_each_line_says_what_went_out() -> None:
    found = {line["ref"]: line for line in lines(Tree({}))}
    assert found["2a"]["stamp"].startswith("cdrp-checklist/1 ")
    assert found["2a"]["stamp"].endswith(" abc123 2a")
    assert [found["2a"][field] for field in FIELDS] == [""] * len(FIELDS)
