"""The contract with other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cdrp_cli.core.frozen import replace
from cdrp_cli.core.report import Subject
from cdrp_cli.output.json import render
from cdrp_cli.output.view import View
from richreport import Rich

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "check-schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def shown(rich: Rich) -> dict[str, Any]:
    return json.loads(render(rich.report, View(rich.loaded)))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_report_with_something_of_everything_keeps_the_contract(shown: dict[str, Any]) -> None:
    errors = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).iter_errors(shown)
    assert [error.message for error in errors] == []


def test_a_report_on_nothing_readable_keeps_the_contract(rich: Rich) -> None:
    bare = replace(rich.report, subject=Subject(None, None, None), findings=(), duties=())
    shown = json.loads(render(bare, View(rich.loaded)))
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(shown)] == []
    assert shown["complete"] is False


def test_every_field_written_is_described(shown: dict[str, Any]) -> None:
    assert set(_undescribed(shown, SCHEMA, "$")) == set()


def test_the_head_says_dates_subject_and_counts(shown: dict[str, Any]) -> None:
    head = {key: value for key, value in shown.items() if key not in ("duties", "findings")}
    assert head == {
        "format": "cdrp-check/1",
        "tool": "0.1.0",
        "as_of": "2025-07-26",
        "today": "2025-08-01",
        "at": None,
        "law_read_to": "2025-02-05",
        "partnership": {
            "name": "Exampleshire Vale Community Safety Partnership",
            "nation": "england",
            "tier": "two-tier",
        },
        "assumed_terms": [],
        "complete": False,
        "counts": {"records": 3, "rules": 2, "error": 2, "warning": 2, "note": 1, "waived": 1},
        "unread": ["data/partners.yaml"],
        "crashed": ["a-rule-that-fails"],
        "not_looked_at": ["seat-vacant: partners could not be read in full"],
    }


def test_a_duty_row_has_half_open_periods_and_named_parts(shown: dict[str, Any]) -> None:
    due, partly = shown["duties"][:2]
    assert due == {
        "duty": "public-meeting-yearly",
        "subject": "board",
        "source": "SI 2007/1830 reg 12(4)(a)",
        "bound": "strategy-group",
        "binds": "partnership",
        "held_by": ["board"],
        "assumed": True,
        "outcome": "due",
        "reason": "no public meeting yet since 1 April 2025",
        "period": {"from": "2025-04-01", "until": "2026-04-01"},
        "due": "2026-03-31",
        "parts": [],
        "confidence": "read",
        "evidence": [],
    }
    assert partly["parts"] == [{"partner": "vale", "outcome": "met"}, {"partner": "icb", "outcome": "not-met"}]
    assert partly["evidence"] == [
        {"file": "data/partners.yaml", "line": 6, "column": 9, "text": "the Chief Executive is senior"}
    ]


def test_a_finding_has_its_place_counted_from_one(shown: dict[str, Any]) -> None:
    assert shown["findings"][0] == {
        "rule": "public-meeting-yearly",
        "severity": "error",
        "basis": "statutory",
        "subject": "board",
        "period": {"from": "2024-04-01", "until": "2025-04-01"},
        "message": "no public meeting was held between 1 April 2024 and 31 March 2025",
        "help": "hold one before 31 March",
        "source": "SI 2007/1830 reg 12(4)(a)",
        "file": "data/bodies.yaml",
        "line": 2,
        "column": 5,
        "related": [],
        "waived": None,
    }


def test_findings_stand_in_the_order_of_every_format(shown: dict[str, Any]) -> None:
    assert [(each["file"], each["line"]) for each in shown["findings"]] == sorted(
        (each["file"], each["line"]) for each in shown["findings"]
    )
    assert shown["findings"][1]["waived"] == "being filled in May"


def _undescribed(value: Any, schema: dict[str, Any], where: str) -> Iterator[str]:
    """The fields of a value that its schema has no word for."""
    known = _properties(schema)
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in known:
                yield f"{where}.{key}"
            else:
                yield from _undescribed(inner, known[key], f"{where}.{key}")
    elif isinstance(value, list):
        items = _followed(schema).get("items", {})
        for inner in value:
            yield from _undescribed(inner, items, f"{where}[]")


def _followed(schema: dict[str, Any]) -> dict[str, Any]:
    target = schema.get("$ref", "")
    return SCHEMA["$defs"][target.rpartition("/")[2]] if target else schema


def _properties(schema: dict[str, Any]) -> dict[str, Any]:
    known = dict(schema.get("properties", {}))
    if "$ref" in schema:
        known |= _properties(_followed(schema))
    for choice in schema.get("anyOf", []):
        known |= _properties(choice)
    return known
