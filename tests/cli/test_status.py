"""`cdrp status`: one screen, and the same for programs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cdrp_cli.cli.gap_made import clock, gaps_of
from cdrp_cli.cli.workspace import judge
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.output.status import Status, due, text
from cdrp_cli.rules.checklist.gaps import late_actions
from cdrp_cli.rules.checklist.progress import held
from typed import BROKEN, Cdrp, write

ROOT = Path(__file__).parents[2]
EXAMPLESHIRE = ROOT / "examples" / "exampleshire"
DAY = "2026-03-31"
SCHEMA = json.loads((ROOT / "docs" / "lists-schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)

BODIES = """\
bodies:
  - id: board
    name: Partnership Board
    functions: [strategy-group]
    from: 2009-04-01
"""
MEETING = """\
body: board
date: 2025-07-22
status: held
items:
  - number: 4
    minute: 95
    title: Signs
    outcomes:
      - {kind: action, id: a3, text: Write it up., due: 2025-08-20}
  - number: 5
    minute: 96
    title: The secret lease
    exempt: {paragraphs: [3], reason: a bid is open}
    outcomes:
      - {kind: action, id: a1, text: Settle the secret lease., owner: chair:board, due: 2025-08-30}
      - {kind: action, id: a2, text: Tell the others., owner: chair:board, due: 2025-08-31}
"""
ROWS = """\
rows:
  - {ref: 7a, status: not-met, further_action: Agree one., owner: chair:board, due: 2025-08-01}
  - {ref: 8a, status: not-met, action: 2025-07-22-board/a1}
"""


@pytest.fixture
def late(root: Path) -> Path:
    write(root, "data/bodies.yaml", BODIES)
    write(root, "data/meetings/2025-07-22-board.yaml", MEETING)
    write(root, "data/hallmarks/rows.yaml", ROWS)
    return root


@pytest.fixture(scope="module")
def exampleshire() -> Status:
    found = judge(EXAMPLESHIRE, date.fromisoformat(DAY), None)
    gaps = gaps_of(found)
    overdue = late_actions(found.loaded.partnership, gaps, date.fromisoformat(DAY), clock(found))
    return Status(found.report, gaps, held(gaps.answers, 115), overdue, due(found.report, catalogue()))


def test_a_normal_partnership_fits_on_a_screen(exampleshire: Status) -> None:
    lines = text(exampleshire, 80, colour=False).splitlines()
    assert len(lines) < 24
    assert [line for line in lines if len(line) > 80] == []
    assert lines[0] == "Exampleshire Vale Community Safety Partnership (England, two-tier)"
    told = "\n".join(lines)
    assert "\nOverdue     27 February 2026: 2025-12-09-board/a3, Area Commander, " in told
    assert "\nChecklist   15 gaps, 1 statutory; 49 of 115 held\n" in told
    assert "\nEmpowered and Effective Leadership            7    1       1    1           0\n" in told


def test_nothing_is_cut_where_it_is_piped(exampleshire: Status) -> None:
    told = text(exampleshire, None, colour=False)
    assert "…" not in told
    assert "\x1b" not in told
    (last,) = (line for line in told.splitlines() if "31 March 2027, " in line)
    names = last.partition(": ")[2].split(", ")
    assert last.strip().startswith(f"31 March 2027, {len(names)} duties: sa-annual, ")


def test_programs_get_what_the_schema_says(cdrp: Cdrp, late: Path) -> None:
    done = cdrp("status", "--format", "json", "--as-of", "2025-08-31")
    given = json.loads(done.out)
    VALIDATOR.validate(given)
    assert [(each["due"], each["action"], each["exempt"]) for each in given["late"]] == [
        ("2025-08-01", "further action of 7a", False),
        ("2025-08-20", "2025-07-22-board/a3", False),
        ("2025-08-30", "2025-07-22-board/a1", True),
    ]
    assert given["checklist"]["not-met"] == 2
    assert sum(given["duties"].values()) > 40


def test_what_is_exempt_is_named_but_not_told(cdrp: Cdrp, late: Path) -> None:
    out = cdrp("status", "--as-of", "2025-09-30").out
    assert "1 August 2025: further action of 7a, Chair of Partnership Board\n" in out
    assert "20 August 2025: 2025-07-22-board/a3, nobody named\n" in out
    assert "and 2 more\n" in out
    assert "secret" not in out
    assert "board/a1, Chair of Partnership Board (exempt)\n" in cdrp("status", "--as-of", "2025-08-31").out


def test_the_days_of_an_archive_end_with_it(cdrp: Cdrp) -> None:
    out = cdrp("-C", ROOT / "examples" / "braintree-2009", "status").out
    assert "As of 28 February 2009, deadlines counted from " in out
    assert "\nOverdue     no action\nChecklist   47 gaps, 18 statutory; 49 of 115 held\n" in out


def test_a_verdict_that_is_incomplete_says_so(cdrp: Cdrp, root: Path) -> None:
    write(root, "data/meetings/2025-02-28-board.yaml", BROKEN)
    done = cdrp("status", "--as-of", "2025-09-01")
    assert done.code == 3
    assert "The verdict is incomplete: cdrp check says why.\n" in done.out


def test_a_format_that_it_does_not_have_is_one_line(cdrp: Cdrp, root: Path) -> None:
    done = cdrp("status", "--format", "csv")
    assert (done.code, done.out, done.err) == (2, "", "cdrp: there is no format 'csv'; did you mean text or json?\n")
