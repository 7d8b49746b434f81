"""The checklist as it is kept and as it is stored: the same, and closed to what does not belong in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from cdrp_cli.hallmarks import Checklist, checklist
from cdrp_cli.hallmarks.checklist import as_json, from_json
from cdrp_cli.hallmarks.source import from_source

ROW = {
    "ref": "11a",
    "section": "Community engagement",
    "kind": "statutory",
    "requirement": "A public meeting is held.",
    "source": "SI 2007/1830 reg 12(4)",
    "confidence": "read",
    "nations": ["england"],
}


def test_what_a_run_reads_is_what_the_source_says() -> None:
    assert checklist() == from_source()
    assert (len(checklist().rows), len(checklist().supplementary), checklist().expected_total) == (49, 23, 115)


def test_what_is_stored_is_read_back_whole() -> None:
    written = from_source()
    assert from_json(as_json(written).encode()) == written
    assert [row.ref for row in written.rows if not row.answerable] == ["2e", "11d"]


def _read(**changed: Any) -> Checklist:
    row = {key: value for key, value in {**ROW, **changed}.items() if value is not None}
    return TypeAdapter(Checklist).validate_json(json.dumps({"expected_total": 1, "rows": [row], "supplementary": []}))


def test_a_row_of_that_shape_is_taken() -> None:
    (row,) = _read().rows
    assert (row.ref, row.nations, row.answerable, row.note) == ("11a", ("england",), True, "")


@pytest.mark.parametrize(
    "changed",
    [{"kind": "law"}, {"confidence": "sure"}, {"asks": "more"}, {"source": None}, {"ref": 11}, {"answerable": "no"}],
    ids=str,
)
def test_a_row_is_refused_for(changed: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        _read(**changed)
