"""`cdrp duties`: what the law wants, who has it in hand, how it stands, and what the law changed."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from casefiles import BASES
from cdrp_cli.__main__ import main
from typed import Cdrp, write

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "lists-schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
PAPER = """\
---
to: board
title: One board in place of two groups
dated: 2025-07-01
effects:
  - {body: executive, ends: 2025-09-01}
---
The text.
"""
BODIES = """\
bodies:
  - id: board
    name: Partnership Board
    functions: [strategy-group]
    from: 2009-04-01
  - id: executive
    name: Executive Group
    from: 2009-04-01
    terms:
      - {from: 2009-04-01, duties: [isp-protocol, data-quarterly]}
"""

RELAXED_IN_2011 = {
    "sg-each-authority-represented",
    "sg-senior-representative",
    "sg-elected-member",
    "sg-chair-arrangements",
    "sg-meets-as-appropriate",
    "sg-skills-review",
    "plan-strategy-three-year",
}
DATA_SETS = (
    "police-incidents",
    "police-crimes",
    "fire-fires",
    "fire-hoax-calls",
    "la-road-collisions",
    "la-school-exclusions",
    "la-racial-incidents",
    "la-asb",
    "health-admissions",
    "health-domestic-abuse",
    "health-mental-drug-counts",
    "health-ambulance",
)
COUNTY_RELAXED_IN_2011 = {"csg-chair-arrangements", "csg-meets", "csg-membership-2007"}


@pytest.fixture
def vale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small partnership in England; the command is typed there."""
    root = tmp_path / "vale"
    shutil.copytree(BASES / "vale", root)
    (root / ".git").mkdir()
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds no records, nor does any above it."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(cdrp: Cdrp, *arguments: str) -> dict[str, Any]:
    """The JSON of the command, which keeps the contract."""
    done = cdrp("duties", *arguments, "--format", "json")
    found = json.loads(done.out)
    assert [error.message for error in VALIDATOR.iter_errors(found)] == []
    return dict(found)


def named(rows: list[dict[str, Any]]) -> set[str]:
    return {row["duty"] for row in rows}


def test_every_duty_of_the_day_is_listed_once_and_apart_by_whom_it_binds(cdrp: Cdrp, vale: Path) -> None:
    found = shown(cdrp, "--as-of", "2025-07-26")
    assert {row["binds"] for row in found["duties"]} == {"partnership"}
    assert {row["binds"] for row in found["others"]} == {"others"}
    assert {row["kind"] for row in found["not_judged"]} <= {"power", "structure"}
    assert named(found["not_judged"]) == {"sg-may-invite", "info-power-s115"}
    lists = [named(found[name]) for name in ("duties", "others", "not_judged")]
    assert sum(map(len, lists)) == len(set.union(*lists)) == 84  # of the table of what is in force today
    assert sum(found["counts"]["own"].values()) == len(found["duties"])
    assert sum(found["counts"]["others"].values()) == len(found["others"])


def test_the_text_says_the_dates_and_that_it_is_no_advice(cdrp: Cdrp, vale: Path) -> None:
    done = cdrp("duties", "--as-of", "2025-07-26")
    assert done.code == 0
    assert done.out.startswith(
        "Vale Community Safety Partnership (England, two-tier)\n"
        "As of 26 July 2025, for law, facts and deadlines; law read to 5 February 2025; later changes not checked.\n"
    )
    assert "\nStatutory duties on 26 July 2025\n" in done.out
    assert "\nDuties that bind others, not counted above\n" in done.out
    assert "\nPowers and structures in force, never judged\n" in done.out
    assert done.out.endswith("This is no legal advice.\n")


def test_a_row_says_who_is_bound_who_has_it_in_hand_and_what_is_next(cdrp: Cdrp, vale: Path) -> None:
    rows = cdrp("duties", "--as-of", "2025-07-26").out.split("\npublic-meeting-yearly ")[1].split("\n")
    assert rows[0].split() == ["strategy", "group", "board", "(assumed)", "due", "2026-03-31"]
    assert rows[1:3] == [
        "    Hold a public meeting each year (SI 2007/1830 reg 12(4)(a))",
        "    - no public meeting yet since 1 April 2025",
    ]


def test_what_was_next_and_is_past_for_today_is_marked(cdrp: Cdrp, vale: Path) -> None:
    out = cdrp("duties", "--as-of", "2025-07-26", "--today", "2026-04-01").out
    assert re.search(r"\npublic-meeting-yearly .* 2026-03-31 passed\n", out)


def test_what_terms_named_once_is_with_nobody_when_the_group_has_gone(cdrp: Cdrp, vale: Path) -> None:
    write(
        vale, "data/bodies.yaml", BODIES.replace("    from: 2009-04-01\n    terms", "    until: 2025-07-01\n    terms")
    )
    found = {row["duty"]: row for row in shown(cdrp, "--as-of", "2025-07-26")["duties"]}
    assert {name for name, row in found.items() if row["orphaned"]} == {
        name for name in found if name.startswith("data-")
    } | {"isp-protocol"}
    out = cdrp("duties", "--as-of", "2025-07-26").out
    assert re.search(r"\nisp-protocol .* nobody \(orphaned\) ", out)
    assert "\nnobody (orphaned): terms of reference once named the duty" in out


def test_a_row_names_its_body_where_several_share_the_duty(cdrp: Cdrp, vale: Path) -> None:
    two = "bodies:\n" + "".join(
        f"  - {{id: {name}, name: Committee, functions: [crime-and-disorder-committee]}}\n" for name in ("one", "two")
    )
    write(vale, "data/bodies.yaml", two)
    rows = cdrp("duties", "--as-of", "2025-07-26").out.split("\nscrutiny-meets-yearly ")[1:]
    assert [row.split("\n")[1] for row in rows] == ["    for one", "    for two"]


def test_without_the_partnerships_own_file_nothing_is_listed(cdrp: Cdrp, vale: Path) -> None:
    (vale / "data" / "partnership.yaml").unlink()
    done = cdrp("duties")
    assert done.code == 3
    assert "\nNot looked at: nothing was judged: data/partnership.yaml could not be read, " in done.out
    assert "\nThe verdict is incomplete.\n" in done.out


def test_body_shows_what_that_body_has_in_hand(cdrp: Cdrp, vale: Path) -> None:
    write(vale, "data/bodies.yaml", BODIES)
    found = shown(cdrp, "--as-of", "2025-07-26", "--body", "executive")
    assert named(found["duties"]) == {"isp-protocol", "data-quarterly", *(f"data-{name}" for name in DATA_SETS)}
    out = cdrp("duties", "--as-of", "2025-07-26", "--body", "executive").out
    assert re.search(r"\nShown: 14 of \d+ duties, those that Executive Group has in hand\.\n", out)
    assert "Powers and structures" not in out


def test_due_within_shows_what_is_next_the_soonest_first(cdrp: Cdrp, vale: Path) -> None:
    eve = shown(cdrp, "--as-of", "2025-12-30", "--due-within", "91d")
    day = shown(cdrp, "--as-of", "2025-12-31", "--due-within", "90d")
    nearer = shown(cdrp, "--as-of", "2025-12-31", "--due-within", "89d")
    assert "sa-annual" in named(eve["duties"]) & named(day["duties"])
    assert "sa-annual" not in named(nearer["duties"])
    dates = [row["next"] for row in day["duties"]]
    assert dates == sorted(dates)
    assert set(dates) == {"2025-12-31", "2026-03-31"}


def test_csv_has_a_line_for_each_duty_and_tells_its_dates_beside(cdrp: Cdrp, vale: Path) -> None:
    done = cdrp("duties", "--as-of", "2025-07-26", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert len(rows) == 84
    meeting = next(row for row in rows if row["duty"] == "public-meeting-yearly")
    assert (meeting["in hand"], meeting["outcome"], meeting["next"]) == ("board (assumed)", "due", "2026-03-31")
    assert done.err.startswith("As of 26 July 2025, for law, facts and deadlines; law read to 5 February 2025;")


def test_markdown_is_a_table_for_each_list(cdrp: Cdrp, vale: Path) -> None:
    out = cdrp("duties", "--as-of", "2025-07-26", "--format", "markdown").out
    assert out.startswith("# Vale Community Safety Partnership (England, two-tier)\n\n")
    assert out.count("| duty | bound | in hand | outcome | next |") == 2
    assert out.count("\n| --- |") == 3


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "arguments",
    [
        ["duties", "--as-of", "2025-07-26"],
        ["duties", "--history", "plan-strategy"],
        ["duties", "--changes", "1998-01-01..2025-01-01"],
        ["explain", "public-meeting-senior"],
        ["explain", "11b"],
    ],
    ids=" ".join,
)
def test_on_a_terminal_of_80_columns_no_line_is_wider_but_for_what_cannot_be_broken(
    arguments: list[str], vale: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    for name, value in (("COLUMNS", "80"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "argv", ["cdrp", *arguments])
    monkeypatch.setattr(sys, "stdout", terminal)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code in (0, None)
    told = terminal.getvalue()
    wide = [line for line in told.splitlines() if len(line) > 80]
    assert [line for line in wide if "https://" not in line] == []
    assert len(told.splitlines()) > 10


def test_between_june_and_december_2011_england_had_changed_and_wales_had_not(cdrp: Cdrp, nowhere: Path) -> None:
    changes = shown(cdrp, "--changes", "2011-05-31..2011-12-04")["changes"]
    assert list(changes) == ["england", "wales"]
    england = {name: named(events) for name, events in changes["england"].items()}
    assert england == {
        "ended": RELAXED_IN_2011 | COUNTY_RELAXED_IN_2011,
        "begun": {"sg-two-members", "plan-strategy", "csg-two-members"},
        "reworded": {"sg-may-invite", "sg-value-for-money", "sg-probation-joint-appointee"},
    }
    assert changes["wales"] == {"ended": [], "begun": [], "reworded": []}
    assert {event["day"] for events in changes["england"].values() for event in events} == {"2011-06-01"}


def test_wales_followed_on_the_fifth_of_december(cdrp: Cdrp, nowhere: Path) -> None:
    changes = shown(cdrp, "--changes", "2011-12-04..2011-12-05")["changes"]
    assert changes["england"] == {"ended": [], "begun": [], "reworded": []}
    assert {name: named(events) for name, events in changes["wales"].items()} == {
        "ended": RELAXED_IN_2011,
        "begun": {"sg-two-members", "plan-strategy"},
        "reworded": {
            "sg-may-invite",
            "sg-value-for-money",
            "sg-probation-joint-appointee",
            "plan-priorities",
            "plan-steps",
            "plan-resources",
            "plan-measures",
            "plan-engagement-steps",
        },
    }


def test_england_from_june_2009_to_june_2011(cdrp: Cdrp, nowhere: Path) -> None:
    (changes,) = shown(cdrp, "--changes", "2009-06-01..2011-06-01", "--nation", "England")["changes"].values()
    assert named(changes["ended"]) == RELAXED_IN_2011 | COUNTY_RELAXED_IN_2011 | {"scrutiny-cooption-2009"}
    assert named(changes["begun"]) == {
        "csg-two-members",
        "domestic-homicide-review",
        "plan-strategy",
        "s17-reoffending",
        "scrutiny-cooption-2010",
        "sg-probation-joint-appointee",
        "sg-two-members",
        "strategy-reoffending",
    }


def test_the_text_of_changes_names_each_with_its_day_and_what_came_in_its_place(cdrp: Cdrp, nowhere: Path) -> None:
    out = cdrp("duties", "--changes", "2011-05-31..2011-12-04").out
    assert out.startswith("What the law changed after 31 May 2011, up to and including 4 December 2011\n")
    assert "\nEngland: 10 ended, 3 begun, 3 reworded\n" in out
    assert "\nWales: none ended, none begun, none reworded\n" in out
    first = out.split("\nsg-elected-member ")[1].split("\n")
    assert first[0].split() == ["2011-06-01", "SI", "2007/1830", "reg", "3(3)"]
    assert "\nsg-may-invite  " in out
    assert "    change: by SI 2011/1230 reg 3: SI 2007/1830 reg 3(6) until then\n" in out
    assert "    change: ended by SI 2011/1230 reg 3; in its place came sg-two-members\n" in out


def test_what_changed_on_the_first_day_itself_is_pointed_out(cdrp: Cdrp, nowhere: Path) -> None:
    out = cdrp("duties", "--changes", "2011-06-01..2011-12-04").out
    assert "\nEngland: none ended, none begun, none reworded\n16 changes took effect on 1 June 2011 itself, " in out
    assert "\nWales: none ended, none begun, none reworded\n\nWhat to know\n" in out


def test_changes_are_those_of_the_partnerships_nation(cdrp: Cdrp, vale: Path) -> None:
    assert list(shown(cdrp, "--changes", "2011-05-31..2011-12-04")["changes"]) == ["england"]
    assert list(shown(cdrp, "--changes", "2011-05-31..2011-12-04", "--nation", "wales")["changes"]) == ["wales"]


def test_history_shows_the_family_in_the_partnerships_nation_first(
    cdrp: Cdrp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BASES / "wales-2011")
    found = shown(cdrp, "--history", "plan-strategy")
    assert found["nations"] == ["wales", "england"]
    versions = [(duty["duty"], row) for duty in found["family"] for row in duty["versions"]]
    assert [(duty, row["nation"], row["from"], row["until"]) for duty, row in versions] == [
        ("plan-strategy-three-year", "england", "2007-08-01", "2010-04-01"),
        ("plan-strategy-three-year", "england", "2010-04-01", "2011-06-01"),
        ("plan-strategy-three-year", "wales", "2007-11-19", "2010-04-01"),
        ("plan-strategy-three-year", "wales", "2010-04-01", "2011-12-05"),
        ("plan-strategy", "england", "2011-06-01", "2023-01-31"),
        ("plan-strategy", "england", "2023-01-31", None),
        ("plan-strategy", "wales", "2011-12-05", "2023-01-31"),
        ("plan-strategy", "wales", "2023-01-31", None),
    ]  # fmt: skip
    out = cdrp("duties", "--history", "plan-strategy").out
    assert out.index("\nWales\n") < out.index("\nEngland\n")
    assert "  2010-04-01  2011-12-04  SI 2007/3076 reg 9(1)(a),(aa)\n" in out
    assert "; ended by SI 2011/2702 reg 4; in its place came plan-strategy\n" in out


def test_history_of_what_one_nation_never_had_says_so(cdrp: Cdrp, nowhere: Path) -> None:
    out = cdrp("duties", "--history", "plan-copy-to-lpb").out
    assert "\nNot part of the law of Wales.\n" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--body", "boad"], "there is no body 'boad'; did you mean board?"),
        (["--due-within", "soon"], "--due-within: 'soon' is no number of days: write for example 90d"),
        (["--history", "plan-stategy"], "there is no duty 'plan-stategy'; did you mean plan-strategy or "),
        (["--changes", "2011-05-31"], "--changes: '2011-05-31' is not FROM..TO: write for example "),
        (["--changes", "2011-05-31..2011-05-30"], "--changes: 2011-05-30 does not lie after 2011-05-31"),
        (["--changes", "31.5.2011..2011-12-05"], "--changes: '31.5.2011' is not a date; write 2011-05-31"),
        (["--history", "plan-strategy", "--nation", "scotland"], "there is no nation 'scotland'; did you mean"),
        (["--nation", "wales"], "--nation goes with --changes or --history: "),
        (["--if", "nothing"], "there is no paper 'nothing'"),
        (["--if", "one", "--body", "board"], "--if and --body cannot be asked for together: ask for one at a time"),
        (["--format", "jason"], "there is no format 'jason'; did you mean json?"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_command_is_told_in_one_line(arguments: list[str], said: str, cdrp: Cdrp, vale: Path) -> None:
    done = cdrp("duties", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"cdrp: {said}")
    assert done.err.count("\n") == 1


def test_records_that_could_not_be_read_are_exit_code_3(cdrp: Cdrp, vale: Path) -> None:
    write(vale, "data/documents.yaml", "documents: [\n")
    done = cdrp("duties", "--as-of", "2025-07-26")
    assert done.code == 3
    assert "\nThe verdict is incomplete; not read in full: data/documents.yaml.\n" in done.out


def test_if_lays_the_effects_of_a_paper_over_the_records(cdrp: Cdrp, vale: Path) -> None:
    write(vale, "data/bodies.yaml", BODIES)
    write(vale, "data/papers/2025-07-one-board.md", PAPER)
    before = {path: path.read_bytes() for path in vale.rglob("*") if path.is_file()}
    found = shown(cdrp, "--if", "2025-07-one-board", "--as-of", "2025-07-26")
    assert {row["duty"]: row["before"] for row in found["orphaned"]}["isp-protocol"] == ["executive"]
    out = cdrp("duties", "--if", "data/papers/2025-07-one-board.md", "--as-of", "2025-07-26").out
    assert out.startswith("What 2025-07-one-board would change\nOne board in place of two groups\n")
    assert "\nisp-protocol " in out.partition("\nOrphaned, in nobody's hands: 2\n")[2]
    assert {path: path.read_bytes() for path in vale.rglob("*") if path.is_file()} == before


def test_a_paper_without_effects_would_change_nothing(cdrp: Cdrp, vale: Path) -> None:
    write(
        vale,
        "data/papers/2025-07-one-board.md",
        PAPER.replace("effects:\n  - {body: executive, ends: 2025-09-01}\n", ""),
    )
    done = cdrp("duties", "--if", "2025-07-one-board")
    assert done.code == 2
    assert (
        done.err == "cdrp: --if: the paper 2025-07-one-board says nothing under effects, so it would change nothing\n"
    )
