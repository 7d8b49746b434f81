"""A table that an office program opened and saved comes back as it went out."""

from __future__ import annotations

from pathlib import Path

import pytest

from cdrp_cli.records.load import load
from exchange.answered import A1, answered, records
from exchange.answered import back as answers_back
from exchange.answered import told as answers_told
from exchange.tables import back, example, file_of, lines, told
from exchange.test_round_trip import HOSTILE
from papers.programs import run


def _saved(data: bytes, form: str, folder: Path) -> bytes:
    (folder / f"table.{form}").write_bytes(data)
    office = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    run("soffice", office, "--headless", "--convert-to", form, "--outdir", f"{folder}/saved", f"{folder}/table.{form}")
    return (folder / "saved" / f"table.{form}").read_bytes()


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_a_table_saved_by_libreoffice_changes_nothing(form: str, tmp_path: Path) -> None:
    tree = example("exampleshire")
    data = _saved(file_of(form, lines(tree), load(tree)), form, tmp_path)
    found, _ = back(tree, f"table.{form}", data)
    assert (told(found), found.conflicts, found.doubts) == ({}, (), ())


def test_hostile_cells_survive_libreoffice(tmp_path: Path) -> None:
    tree = example("braintree-2009")
    given = lines(tree)
    wanted = {line["ref"]: HOSTILE[place % len(HOSTILE)] for place, line in enumerate(given)}
    for line in given:
        line["reason"] = wanted[line["ref"]]
    found, _ = back(tree, "table.xlsx", _saved(file_of("xlsx", given, load(tree)), "xlsx", tmp_path))
    assert {ref: cells["reason"][1] for ref, cells in told(found).items()} == wanted
    assert (found.conflicts, found.doubts) == ((), ())


def test_answers_saved_by_libreoffice_are_minuted_as_they_were_given(tmp_path: Path) -> None:
    cells = {"new_status": "done", "done_on": "2025-06-02", "progress": "=1+1, and\nŵ – 'so'"}
    found, _ = answers_back(records(), _saved(answered(records(), a1=cells), "xlsx", tmp_path))
    assert answers_told(found) == {A1: cells}
    assert (found.conflicts, found.doubts) == ((), ())
