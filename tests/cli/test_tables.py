"""`cdrp export` and `cdrp import` as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from cdrp_cli.cli import tables
from exchange.tables import copied
from project.sourcecode import ROOT
from typed import Cdrp

SCHEMA = json.loads((ROOT / "docs" / "lists-schema.json").read_text(encoding="utf-8"))
POSITION = "The elected member responsible for community safety is a member of the RAG."


@pytest.fixture
def braintree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Braintree's answers in a folder of their own, where no repository is."""
    folder = copied("braintree-2009", tmp_path)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(tables, "kept_at", lambda _root: "")
    return folder


def _records(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "data" / "hallmarks").iterdir()}


@pytest.mark.parametrize("form", ["xlsx", "csv", "docx"])
def test_a_table_goes_out_and_comes_back_and_leaves_every_byte(cdrp: Cdrp, braintree: Path, form: str) -> None:
    before = _records(braintree)
    done = cdrp("export", "checklist", "--format", form)
    assert (done.code, done.out) == (0, f"build/members/checklist.{form}\n")
    done = cdrp("import", "checklist", f"build/members/checklist.{form}", "--write")
    assert (done.code, done.out.splitlines()[0], done.out.splitlines()[-1]) == (
        0,
        f"checklist.{form}: 0 changed, 0 conflicts, 0 not understood",
        "There is nothing to write.",
    )
    assert _records(braintree) == before


def test_an_import_shows_first_and_writes_when_told_to(cdrp: Cdrp, braintree: Path) -> None:
    before = _records(braintree)
    cdrp("export", "checklist", "--format", "csv", "--out", ".")
    table = braintree / "checklist.csv"
    text = table.read_text(encoding="utf-8-sig")
    table.write_text(text.replace(POSITION, "She is."), encoding="utf-8", newline="")
    done = cdrp("import", "checklist", "checklist.csv")
    assert done.code == 0
    assert done.out == (
        "checklist.csv: 1 changed, 0 conflicts, 0 not understood\n\n"
        "What changes\n"
        "Row  Field\n"
        "---  --------------------\n"
        "2d   Partnership position\n"
        f"    now: {POSITION}\n"
        "    new: She is.\n\n"
        "Nothing was written: repeat the command with --write to write what changes.\n"
    )
    assert _records(braintree) == before
    done = cdrp("import", "checklist", "checklist.csv", "--write")
    assert done.out.splitlines()[-1] == "Written: data/hallmarks/lead-and-guide.yaml."
    after = _records(braintree)
    old = before["lead-and-guide.yaml"].decode()
    assert after == {**before, "lead-and-guide.yaml": old.replace(POSITION, "She is.").encode()}
    done = cdrp("import", "checklist", "checklist.csv", "--write")
    assert done.out.splitlines()[-1] == "There is nothing to write."


def test_doubts_set_the_exit_code_and_columns_are_named(cdrp: Cdrp, braintree: Path) -> None:
    (braintree / "ours.csv").write_text(
        "Ref,Answer,Who,Extra\n2d,Yes,Chair,x\n12q,No,,\n", encoding="utf-8", newline=""
    )
    done = cdrp("import", "checklist", "ours.csv", "--map", "Answer=position")
    assert done.code == 1
    assert "Headings read: Answer as Partnership position; Who as Owner." in done.out
    assert 'Columns left out: Extra. To take one in: --map "Extra=note".' in done.out
    assert "'12q' is no row of the checklist\n    help: did you mean 12a, 12b, 12c, 12d or 12e?" in done.out


def test_programs_read_an_import_by_its_schema(cdrp: Cdrp, braintree: Path) -> None:
    (braintree / "ours.csv").write_text("Ref,Position,Extra\n2d,Yes,x\n12q,No,\n", encoding="utf-8", newline="")
    told = json.loads(cdrp("import", "checklist", "ours.csv", "--format", "json").out)
    jsonschema.validate(told, SCHEMA)
    assert told["counts"] == {"changed": 1, "conflicts": 0, "doubts": 1}
    assert told["changes"] == [
        {"row": "2d", "where": "the file, row 2", "field": "position", "now": POSITION, "new": "Yes"}
    ]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("export", "minutes"), "there is no list to export 'minutes'; did you mean checklist?"),
        (("export", "checklist", "--format", "pdf"), "there is no format 'pdf'; did you mean xlsx or csv or docx?"),
        (("export", "checklist", "--out", "data/x"), "lies among the records: a table is written anywhere but in data"),
        (("import", "checklist", "gone.csv"), "gone.csv cannot be read"),
        (("import", "checklist", "bare.csv"), 'bare.csv holds no table with known headings: name them, as in --map "'),
        (("import", "checklist", "good.csv", "--map", "x"), "--map: 'x' is not \"Heading=field\""),
        (("import", "checklist", "good.csv", "--map", "Ref=colour"), "there is no field 'colour'"),
        (("import", "checklist", "good.csv", "--map", "Nota=note"), "there is no heading 'nota'; did you mean note?"),
    ],
)
def test_mistakes_in_the_command_are_told(cdrp: Cdrp, braintree: Path, typed: tuple[str, ...], told: str) -> None:
    (braintree / "bare.csv").write_text("a,b\n1,2\n", encoding="utf-8", newline="")
    (braintree / "good.csv").write_text("Ref,Note\n2d,x\n", encoding="utf-8", newline="")
    done = cdrp(*typed)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
