"""`cdrp gap`: what the checklist asks and nothing shows, on the terminal, in lists and as papers for two audiences."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from python_calamine import CalamineWorkbook

from typed import BROKEN, Cdrp, write

ROOT = Path(__file__).parents[2]
BRAINTREE = ROOT / "examples" / "braintree-2009"
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
    title: Liaison officers
    text: All were asked to name one.
  - number: 5
    minute: 96
    title: The secret lease
    exempt: {paragraphs: [3], reason: a bid is open}
    text: Discussed in private.
    outcomes:
      - {kind: action, id: a1, text: Settle the secret lease., owner: chair:board, due: 2025-09-30}
"""
ROWS = """\
rows:
  - ref: 7a
    status: not-met
    position: A draft is with the lawyers.
    as_at: 2025-06
    evidence: [{minute: 95 of 2025-07-22-board}]
    further_action: Press the lawyers hard.
    owner: chair:board
    due: 2025-08-31
    note: Only between ourselves.
  - ref: 8a
    status: partly-met
    evidence: [{minute: 95 of 2025-07-22-board}]
    action: 2025-07-22-board/a1
"""
PRIVATE = ("Press the lawyers", "secret lease", "Chair of", "31 August", "30 September", "ourselves", "minute 96")


@pytest.fixture
def gappy(root: Path) -> Path:
    write(root, "data/bodies.yaml", BODIES)
    write(root, "data/meetings/2025-07-22-board.yaml", MEETING)
    write(root, "data/hallmarks/rows.yaml", ROWS)
    return root


def _entry(out: str, ref: str) -> str:
    """What is said of one row: its line and those that stand below."""
    lines = iter(out.splitlines())
    found = [next(line for line in lines if line.startswith(f"{ref} "))]
    for line in lines:
        if not line.startswith("    "):
            break
        found.append(line)
    return "\n".join(found)


def test_braintree_is_counted_before_anything_is_told(cdrp: Cdrp) -> None:
    done = cdrp("-C", BRAINTREE, "gap")
    assert (done.code, done.err) == (0, "")
    head, _, rest = done.out.partition("Statutory gaps (18)")
    assert "47 gaps: 18 statutory, 29 others. 49 of 115 held.\n" in head
    lines = [line.split() for line in head.splitlines()]
    for counted in (
        "Statutory 20 18 0 0 0 18 0 2",
        "Advice 29 29 0 0 0 29 0 0",
        "Introduction 1 1 0 0 0 1 0 0",
        "Lead and guide 43 41 0 0 0 41 0 2",
        "Assess 5 5 0 0 0 5 0 0",
        "All 49 47 0 0 0 47 0 2",
    ):
        assert counted.split() in lines
    assert rest.index("Other gaps (29)") > rest.index("\n14e ")


def test_braintree_gaps_say_what_is_written_and_why_it_does_not_count(cdrp: Cdrp) -> None:
    out = cdrp("-C", BRAINTREE, "gap").out
    senior = _entry(out, "2c")
    assert "why: partly met is said, but no evidence is given" in senior
    assert "position: Five of the six statutory representatives hold a senior position" in senior
    assert "found: 2c is partly met and no action is planned" in senior
    assert "action: none planned" in senior
    for twin in ("7c", "8a"):
        assert "found: 7c is partly met and 8a is met, and they ask the same" in _entry(out, twin)
    assert "found: 12c is partly met and no action is planned" in _entry(out, "12c")
    assert "11d  asks for nothing that could be met; left blank\n" in out
    assert "47 positions without a date: 1a, 2b, 2c," in out


def test_no_colour_is_read_out_of_the_responsible_authorities_group(cdrp: Cdrp) -> None:
    done = cdrp("-C", BRAINTREE, "gap", "--format", "json")
    given = json.loads(done.out)
    assert "RAG" in next(gap["position"] for gap in given["gaps"] if gap["row"] == "3b")
    assert {gap["outcome"] for gap in given["gaps"]} == {"not-assessed"}
    for colour in ("amber", "green"):
        assert colour not in done.out.lower()


def test_programs_get_what_the_schema_says(cdrp: Cdrp, gappy: Path) -> None:
    given = json.loads(cdrp("gap", "--format", "json", "--as-of", "2025-09-01").out)
    VALIDATOR.validate(given)
    found = {gap["row"]: gap for gap in given["gaps"]}
    assert found["7a"]["last_minute"] == {
        "minute": "minute 95 of the Partnership Board, 22 July 2025",
        "date": "2025-07-22",
    }
    assert [found["7a"][key] for key in ("outcome", "owner", "due", "late", "as_at", "exempt")] == [
        "not-met",
        "Chair of Partnership Board",
        "2025-08-31",
        True,
        "2025-06",
        False,
    ]
    assert [found["8a"][key] for key in ("outcome", "action", "due", "late", "exempt")] == [
        "partly-met",
        "Settle the secret lease. (2025-07-22-board/a1)",
        "2025-09-30",
        False,
        True,
    ]
    assert found["8a"]["last_minute"]["minute"].startswith("minute 96 ")


def test_a_spreadsheet_gets_each_gap_once_statutory_ones_first(cdrp: Cdrp) -> None:
    done = cdrp("-C", BRAINTREE, "gap", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [row["kind"] for row in rows] == ["Statutory"] * 18 + ["Advice"] * 29
    assert len({row["row"] for row in rows}) == 47
    assert done.err.startswith("As of 28 February 2009")


def test_by_owner_begins_with_what_is_nobodys(cdrp: Cdrp) -> None:
    rows = csv.DictReader(io.StringIO(cdrp("-C", BRAINTREE, "gap", "--by", "owner", "--format", "csv").out))
    owners = list(dict.fromkeys(row["owner"] for row in rows if row["kind"] == "Advice"))
    assert owners[0] == "Nobody named"
    assert owners[1:] == sorted(owners[1:])


def test_the_public_copy_tells_nothing_that_is_for_members(cdrp: Cdrp, gappy: Path) -> None:
    done = cdrp("gap", "--format", "markdown", "--as-of", "2025-09-01")
    public, members = done.out.splitlines()
    assert public == "build/public/2025-09-01-gap-report.md"
    assert members == "build/members/2025-09-01-gap-report-NOT-FOR-PUBLICATION.md"
    open_text = (gappy / public).read_text(encoding="utf-8")
    closed_text = (gappy / members).read_text(encoding="utf-8")
    assert [words for words in PRIVATE if words in open_text] == []
    assert [words for words in PRIVATE if words not in closed_text] == ["ourselves"]
    assert closed_text.startswith("**NOT FOR PUBLICATION**")
    for text in (open_text, closed_text):
        assert "A draft is with the lawyers." in text
        assert "minute 95 of the Partnership Board, 22 July 2025" in text
    assert "Was due 31 August 2025" in closed_text


def test_one_copy_can_be_asked_for_or_printed(cdrp: Cdrp, gappy: Path) -> None:
    done = cdrp("gap", "--format", "markdown", "--audience", "public", "--stdout", "--as-of", "2025-09-01")
    assert done.out.startswith("# Gaps in the Hallmarks checklist\n")
    assert not (gappy / "build").exists()
    done = cdrp("gap", "--format", "markdown", "--audience", "public", "--out", "papers", "--as-of", "2025-09-01")
    assert done.out == "papers/public/2025-09-01-gap-report.md\n"


def _cells(path: Path) -> list[list[str]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_name("Gaps").to_python()


def test_a_workbook_has_a_row_for_each_gap_and_in_public_nothing_for_members(cdrp: Cdrp, gappy: Path) -> None:
    write(gappy, "data/hallmarks/rows.yaml", ROWS.replace("A draft is with the lawyers.", "=1+1 is two"))
    public, members = cdrp("gap", "--format", "xlsx", "--as-of", "2025-09-01").out.splitlines()
    assert members == "build/members/2025-09-01-gap-report-NOT-FOR-PUBLICATION.xlsx"
    shown, whole = _cells(gappy / public), _cells(gappy / members)
    assert len(shown) == len(whole) > 40
    assert shown[0][-3:] == ["Position dated", "Found", "Last minute"]
    assert whole[0][-4:] == ["Found", "Action", "Owner", "Last minute"]
    assert "=1+1 is two" in next(row for row in shown if row[0] == "7a")
    said = " ".join(cell for row in shown for cell in row)
    assert [words for words in (*PRIVATE, "2025-08-31") if words in said] == []
    assert "Press the lawyers hard." in next(row for row in whole if row[0] == "7a")


def test_a_page_has_the_progress_as_a_picture_with_words(cdrp: Cdrp, gappy: Path) -> None:
    done = cdrp("gap", "--format", "html", "--audience", "public", "--stdout", "--as-of", "2025-09-01")
    _, _, after = done.out.partition('<div id="Chart-Hallmarks" class="chart">')
    assert after.lstrip().startswith("<svg ")
    assert "<desc " in after
    assert "How the rows stand by hallmark" in after.partition("</svg>")[2]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--by", "colour"], "there is no order 'colour'; did you mean section or hallmark or kind or owner?"),
        (["--format", "txt"], "there is no format 'txt'; did you mean text?"),
        (["--format", "csv", "--format", "pdf"], "--format: csv goes to the terminal: ask for it alone"),
        (
            ["--stdout"],
            "--audience, --out and --stdout go with a paper: add --format html, docx, pdf, xlsx or markdown",
        ),
    ],
)
def test_what_cannot_be_meant_is_one_line(cdrp: Cdrp, root: Path, arguments: list[str], line: str) -> None:
    done = cdrp("gap", *arguments)
    assert (done.code, done.out, done.err) == (2, "", f"cdrp: {line}\n")


def test_records_that_cannot_be_read_make_the_list_incomplete(cdrp: Cdrp, root: Path) -> None:
    write(root, "data/meetings/2025-02-28-board.yaml", BROKEN)
    done = cdrp("gap", "--as-of", "2025-09-01")
    assert done.code == 3
    assert "The verdict is incomplete; not read in full: data/meetings/2025-02-28-board.yaml.\n" in done.out


def test_without_a_nation_there_is_no_law_to_ask(cdrp: Cdrp, root: Path) -> None:
    write(root, "data/partnership.yaml", "name: [\n")
    done = cdrp("gap")
    assert (done.code, done.out) == (2, "")
    assert "the checklist needs its nation: cdrp check says why" in done.err
