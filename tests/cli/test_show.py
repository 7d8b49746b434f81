"""`cdrp show` from end to end."""

from __future__ import annotations

from pathlib import Path

import pytest

from typed import BROKEN, Cdrp, write

PARTNERS = """\
partners:
  - id: vale
    name: Exampleshire Vale District Council
    kind: district-council
    posts:
      - {id: chief-executive, title: Chief Executive}
      - {id: safety-officer, title: Community Safety Officer}   # part-time

  - id: board
    name: The Board School
    kind: school
"""
BODIES = """\
bodies:
  - id: board
    name: Partnership Board
    functions: [strategy-group]
  - id: tasking
    name: Tasking Group
    functions: [tasking]
"""
JULY = """\
body: board
date: 2025-07-22
status: held
chair: vale/chief-executive
items:
  - number: 1
    minute: 95
    title: Burglary in the north
    text: |
      The [redacted] figures were heard.
    outcomes:
      - {kind: action, id: a1, text: Fit two locks., owner: vale/safety-officer, due: 2025-09-30}
  - number: 2
    minute: 96
    title: A contract
    exempt: {reason: Commercial.}
    outcomes:
      - {kind: action, id: a2, text: Sign it., owner: vale/chief-executive}
"""
OCTOBER = """\
body: board
date: 2025-10-21
status: held
items:
  - number: 1
    minute: 97
    title: Matters arising
    refers_to: [95 of 2025-07-22, item 2 of 2025-07-22-board]
    updates:
      - {action: 2025-07-22-board/a1, status: open, due: 2025-12-31, text: No locksmith was free.}
      - {action: 2025-07-22-board/a2, status: done, on: 2025-08-01}
"""
ROWS = "rows:\n  - {ref: 11a, status: met, evidence: [{meeting: 2025-07-22-board}]}\n"


@pytest.fixture(autouse=True)
def _records(root: Path) -> None:
    write(root, "data/partners.yaml", PARTNERS)
    write(root, "data/bodies.yaml", BODIES)
    write(root, "data/meetings/2025-07-22-board.yaml", JULY)
    write(root, "data/meetings/2025-10-21-board.yaml", OCTOBER)
    write(root, "data/hallmarks/lead-and-guide.yaml", ROWS)


def test_an_action_is_shown_with_what_became_of_it(cdrp: Cdrp) -> None:
    done = cdrp("show", "2025-07-22-board/a1")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "action 2025-07-22-board/a1: action of minute 95 of 2025-07-22-board\n"
        "\n"
        "data/meetings/2025-07-22-board.yaml:12:9\n"
        "  {kind: action, id: a1, text: Fit two locks., owner: vale/safety-officer, due: 2025-09-30}\n"
        "\n"
        "Now open; 1 update in later minutes.\n"
        "  data/meetings/2025-10-21-board.yaml:10:9: open, due 2025-12-31: No locksmith was free.\n"
        "\n"
        "Cited in 1 place\n"
        "  data/meetings/2025-10-21-board.yaml:10:18: - {action: 2025-07-22-board/a1, status: open, due: 2025-12-31, "
        "text: No locksmith was free.}\n"
    )


def test_a_minute_is_found_by_the_day_alone_and_written_without_quotes(cdrp: Cdrp) -> None:
    done = cdrp("show", "95", "of", "2025-07-22")
    assert done.out.startswith("minute 95 of 2025-07-22-board: Burglary in the north\n")
    assert "    The [redacted] figures were heard.\n" in done.out
    assert "A contract" not in done.out
    assert cdrp("show", "minute 95 of 2025-07-22-board").out == cdrp("show", "minute:95 of 2025-07-22").out == done.out
    assert "  data/meetings/2025-10-21-board.yaml:8:17: refers_to: [95 of 2025-07-22" in done.out


def test_exempt_matter_is_marked(cdrp: Cdrp) -> None:
    for reference in ("96 of 2025-07-22-board", "item 2 of 2025-07-22-board", "2025-07-22-board/a2"):
        assert cdrp("show", reference).out.splitlines()[1] == "EXEMPT, not for the public: Commercial."


def test_a_post_is_shown_on_its_line_with_the_officers_comment(cdrp: Cdrp) -> None:
    told = cdrp("show", "vale/safety-officer").out.splitlines()
    assert told[0] == "post vale/safety-officer: Community Safety Officer, Exampleshire Vale District Council"
    assert told[3] == "  {id: safety-officer, title: Community Safety Officer}   # part-time"
    assert told[5] == "Cited in 1 place"


def test_a_comment_above_the_next_record_is_no_part_of_this_one(cdrp: Cdrp, root: Path) -> None:
    one, mark, other = PARTNERS.partition("\n  - id: board\n")
    comments = "\n    # Asked for a second post.\n\n  # Schools and colleges\n"
    write(root, "data/partners.yaml", f"{one}{comments}{mark}{other}")
    assert cdrp("show", "partner:vale").out.splitlines()[2:12] == [
        "data/partners.yaml:2:5",
        "  id: vale",
        "  name: Exampleshire Vale District Council",
        "  kind: district-council",
        "  posts:",
        "    - {id: chief-executive, title: Chief Executive}",
        "    - {id: safety-officer, title: Community Safety Officer}   # part-time",
        "",
        "  # Asked for a second post.",
        "",
    ]


def test_a_meeting_is_cited_by_its_minutes_too(cdrp: Cdrp) -> None:
    told = cdrp("show", "2025-07-22-board").out
    assert told.startswith("meeting 2025-07-22-board: Partnership Board, 22 July 2025\n")
    assert "Cited in 3 places\n  data/hallmarks/lead-and-guide.yaml:2:50: " in told


def test_a_row_is_shown_with_what_it_asks_and_every_answer(cdrp: Cdrp) -> None:
    told = cdrp("show", "11a").out.splitlines()
    assert told[0] == "row 11a: row of the checklist"
    assert told[1].startswith("The strategy group must hold a public meeting")
    assert told[3:5] == ["data/hallmarks/lead-and-guide.yaml:2:5", "  " + ROWS.splitlines()[1].removeprefix("  - ")]
    assert told[-1] == "Cited nowhere."


def test_a_row_that_nobody_answered_is_shown_all_the_same(cdrp: Cdrp) -> None:
    told = cdrp("show", "1a").out.splitlines()
    assert told[0] == "row 1a: row of the checklist"
    assert told[-1] == "Cited nowhere."


def test_an_id_of_two_kinds_has_to_be_told_apart(cdrp: Cdrp) -> None:
    done = cdrp("show", "board")
    assert done.code == 2
    assert done.err == "cdrp: board could be The Board School or Partnership Board: write partner:board or body:board\n"
    assert cdrp("show", "body:board").out.startswith("body board: Partnership Board\n")
    assert cdrp("show", "partner:board").out.startswith("partner board: The Board School\n")


def test_a_day_on_which_two_bodies_met_names_both(cdrp: Cdrp, root: Path) -> None:
    write(root, "data/meetings/2025-07-22-tasking.yaml", JULY.replace("body: board", "body: tasking"))
    assert cdrp("show", "95 of 2025-07-22").err == (
        "cdrp: 95 of 2025-07-22 could be Burglary in the north or Burglary in the north: "
        "write 95 of 2025-07-22-board or 95 of 2025-07-22-tasking\n"
    )
    assert cdrp("show", "2025-07-22").err == (
        "cdrp: 2025-07-22 could be Partnership Board, 22 July 2025 or Tasking Group, 22 July 2025: "
        "write 2025-07-22-board or 2025-07-22-tasking\n"
    )


def test_what_is_not_there_names_the_nearest(cdrp: Cdrp) -> None:
    done = cdrp("show", "vale/safty-officer")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("cdrp: there is no record 'vale/safty-officer'; did you mean vale/safety-officer")
    assert cdrp("show", "body:vale").err == "cdrp: there is no body 'vale'\n"


def test_records_that_could_not_be_read_are_named(cdrp: Cdrp, root: Path) -> None:
    write(root, "data/meetings/2025-02-28-board.yaml", BROKEN)
    done = cdrp("show", "vale")
    assert done.code == 3
    assert done.out.startswith("partner vale: ")
    assert done.err == "cdrp: not read in full, so that more may be missing here: data/meetings/2025-02-28-board.yaml\n"


TO_TASKING = """\
body: board
date: 2025-10-21
status: held
items:
  - minute: 98
    title: Scooters
    outcomes:
      - {kind: decision, verb: referred, to: tasking, text: The riding.}
      - {kind: decision, verb: deferred, until: 2026-01-20-board, text: The selling.}
  - minute: 99
    title: Lamps
    outcomes: [{kind: decision, verb: referred}]
"""
TAKEN = """\
body: tasking
date: 2025-11-04
status: held
items:
  - number: 4
    title: Scooters
    refers_to: [98 of 2025-10-21-board]
"""
JANUARY = "body: board\ndate: 2026-01-20\nstatus: planned\n"


def _became(cdrp: Cdrp, reference: str) -> list[str]:
    """What stands between the record as it is written and the places that cite it."""
    return cdrp("show", reference).out.split("\n\n")[2:-1]


def test_an_item_that_was_handed_on_is_traced_to_where_it_was_taken_up(cdrp: Cdrp, root: Path) -> None:
    write(root, "data/meetings/2025-10-21-board.yaml", TO_TASKING)
    write(root, "data/meetings/2025-11-04-tasking.yaml", TAKEN)
    write(root, "data/meetings/2026-01-20-board.yaml", JANUARY)
    assert _became(cdrp, "98 of 2025-10-21") == [
        (
            "Referred to the Tasking Group, and taken up:\n"
            "  data/meetings/2025-11-04-tasking.yaml:5:5: item 4, 4 November 2025: Scooters"
        ),
        "Put off to the meeting of 20 January 2026: not taken up yet.",
    ]
    assert _became(cdrp, "99 of 2025-10-21") == [
        "Referred, but to which body is not recorded: write to: with the id of the body."
    ]


def test_an_item_that_nobody_took_up_says_how_often_the_body_has_met(cdrp: Cdrp, root: Path) -> None:
    write(root, "data/meetings/2025-10-21-board.yaml", TO_TASKING)
    assert _became(cdrp, "98 of 2025-10-21")[0] == "Referred to the Tasking Group: not taken up yet."
    for day in ("2025-11-04", "2025-12-02"):
        write(root, f"data/meetings/{day}-tasking.yaml", f"body: tasking\ndate: {day}\nstatus: held\n")
    assert _became(cdrp, "98 of 2025-10-21")[0] == (
        "Referred to the Tasking Group: not taken up yet; it has met 2 times since, first on 4 November 2025."
    )
