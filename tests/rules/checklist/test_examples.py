"""What is found in the checklists that come with the tool, each finding read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casefiles import judged
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rules.checklist import CHECKLIST

ROOT = Path(__file__).parents[3]
OURS = {rule.id for rule in CHECKLIST}
LEAD = "data/hallmarks/lead-and-guide.yaml"
ASSESS = "data/hallmarks/assess.yaml"
BRAINTREE = [
    f"{ASSESS}:8:21 note row-action-incomplete 14a",
    f"{ASSESS}:20:21 warning row-action-incomplete 14b",
    f"{LEAD}:10:21 note row-action-incomplete 2a",
    f"{LEAD}:14:13 warning row-not-shown checklist",
    f"{LEAD}:21:13 warning row-without-action 2c",
    f"{LEAD}:164:13 warning row-twins-disagree 7c",
    f"{LEAD}:171:21 warning row-action-incomplete 7c",
    f"{LEAD}:265:21 warning row-action-incomplete 12a",
    f"{LEAD}:276:21 note row-action-incomplete 12b",
    f"{LEAD}:282:13 warning row-without-action 12c",
    f"{LEAD}:297:13 warning row-without-action 12e",
    f"{LEAD}:305:21 note row-action-incomplete 13a",
    f"{LEAD}:312:21 warning row-action-incomplete 13b",
]


@pytest.mark.parametrize(
    ("folder", "day", "expected"),
    [
        ("examples/braintree-2009", "2009-02-28", BRAINTREE),
        ("examples/exampleshire", "2026-03-31", [f"{LEAD}:188:13 note row-not-shown 8b"]),
        ("examples/july-2011", "2011-07-26", []),
        (".", "2011-07-26", []),
    ],
)
def test_what_is_found_in_a_checklist(folder: str, day: str, expected: list[str]) -> None:
    assert _found(folder, day) == expected


def test_an_archive_knows_nothing_of_what_was_due_after_its_last_day() -> None:
    # fourteen further actions of this checklist fall due between May and October 2026
    found = _found("examples/exampleshire", "2026-11-21")
    assert [told for told in found if "row-action-overdue" in told] == []


def _found(folder: str, day: str) -> list[str]:
    """The findings of these rules as place, severity, rule and subject."""
    loaded, report = judged(dict(read_folder(ROOT / folder).files), date.fromisoformat(day))
    assert report.crashed == ()
    found = sorted(
        (loaded.place(each.at), f"{each.severity.word} {each.rule} {each.subject}")
        for each in report.findings
        if each.rule in OURS
    )
    return [f"{place} {told}" for place, told in found]
