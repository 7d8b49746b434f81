"""What is written from the catalogue and the rules is what they say now, and the examples do what they show."""

from __future__ import annotations

from pathlib import Path

import pytest

from casefiles import case_of, judged, lines
from cdrp_cli.core.outcome import Outcome
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.law.model import Duty
from cdrp_cli.output.examples import BAD, GOOD, examples, stated
from cdrp_cli.output.topics import is_stated
from cdrp_cli.rules.registry import DUTIES, RULES
from paperwork import EXAMPLES, papers
from project.sourcecode import ROOT, named

STALE = "python tests/paperwork.py writes it anew"
PROFILE = "name: A Partnership\narea: Vale\nnation: {nation}\ntier: two-tier\nrecords: {{complete_from: unknown}}\n"
STATED = [duty for duty in catalogue().duties.values() if is_stated(duty)]


def test_the_pages_and_examples_are_not_stale() -> None:
    wanted = papers()
    found = {path: path.read_text(encoding="utf-8") for path in wanted if path.is_file()}
    assert [named(path) for path in wanted if found.get(path) != wanted[path]] == [], STALE
    assert [named(path) for path in EXAMPLES.rglob("*.txt") if path not in wanted] == [], STALE


@pytest.mark.parametrize("rule", sorted(rule.id for rule in (*RULES, *DUTIES)))
def test_a_rule_ships_a_good_record_and_one_that_falls_short(rule: str) -> None:
    assert [each.kind for each in examples(rule)] == [GOOD, BAD], STALE


@pytest.mark.parametrize(
    "path",
    sorted([*EXAMPLES.glob(f"*/{GOOD}.txt"), *EXAMPLES.glob(f"*/{BAD}.txt")]),
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
def test_a_shipped_example_gives_what_it_says(path: Path) -> None:
    case = case_of(path.read_text(encoding="utf-8"))
    assert lines(case, path.parent.name) == case.expect


@pytest.mark.parametrize("duty", STATED, ids=lambda duty: duty.id)
def test_the_statements_shown_for_a_duty_give_what_they_say(duty: Duty) -> None:
    profile = PROFILE.format(nation="england" if duty.england else "wales")
    for example, outcome in zip(stated(duty), (Outcome.MET, Outcome.NOT_ASSESSED), strict=True):
        records = {name: text.encode() for name, text in example.records}
        _, report = judged({"data/partnership.yaml": profile.encode(), **records}, example.as_of)
        (row,) = [row for row in report.duties if row.duty == duty.id]
        assert row.outcome is outcome
        assert example.told == (f"{row.subject} {row.outcome}: {row.reason}",)


def test_the_paper_on_the_law_names_everything_not_verified() -> None:
    told = (ROOT / "docs" / "law.md").read_text(encoding="utf-8")
    assert [doubt.id for doubt in catalogue().not_verified if f"| {doubt.id} |" not in told] == []
