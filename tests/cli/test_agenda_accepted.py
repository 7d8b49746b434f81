"""`cdrp agenda MEETING --accept`: what is suggested, shown, chosen, written in its place, and refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cdrp_cli.records.load import load
from cdrp_cli.records.tree import read_folder
from gitfolder import begin, commit
from typed import Cdrp, write

VALE = Path(__file__).parents[2] / "examples" / "exampleshire"
NAME = "data/meetings/2026-03-05-board.yaml"
EMPTY = "body: board\ndate: 2026-03-05\nstatus: planned\n"
AGENDA = """\
# planned in January
body: board
date: 2026-03-05
status: planned
items: # so far
  # the chair asked for this
  - number: 1
    title: Cars at the school gate   # in March
    source: partner

  # the last, always
  - number: "2"
    title: Date of the next meeting
    source: standing
"""


@pytest.fixture
def vale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented partnership with a Board planned for 5 March 2026 in place of that of the 10th."""
    folder = tmp_path / "vale"
    shutil.copytree(VALE, folder)
    (folder / ".git").mkdir()
    (folder / "data/meetings/2026-03-10-board.yaml").unlink()
    write(folder, NAME, EMPTY)
    monkeypatch.chdir(folder)
    return folder


def _text(folder: Path) -> str:
    return (folder / NAME).read_text(encoding="utf-8")


def test_the_agenda_says_what_it_lacks_and_how_to_write_it(cdrp: Cdrp, vale: Path) -> None:
    done = cdrp("agenda", "2026-03-05", "--stdout")
    section = done.out.partition("## Suggested, and not on record yet\n\n")[2].partition("\n\n## ")[0]
    standing = "Standing item of the terms of reference from 1 April 2024"
    assert section == (
        "| No. | Business | Why |\n"
        "|----|----|----|\n"
        f"| S1 | **Apologies for absence** | {standing} |\n"
        f"| S2 | **Declarations of interest** | {standing} |\n"
        f"| S3 | **Minutes of the previous meeting and matters arising** | {standing} |\n"
        f"| S4 | **Date of the next meeting** | {standing} |\n"
        "| S5 | **Homes taken over: whose lead is it?** | Referred by Vale Tasking and Co-ordination Group, minute 4 "
        "of 18 February 2026: The Board is asked to decide who leads in the first 72 hours and who pays for the nights "
        "|\n"
        "| S6 | **Revise the plan before 1 April each year** | To be done by 31 March 2026 (SI 2007/1830 reg 10(2)); "
        "no later meeting of Partnership Board is on record, and by its terms it meets quarterly, so the next may be "
        "as late as 5 June 2026; now: the partnership plan has not been revised since 1 April 2025; with it: Take the "
        "assessment into account when revising the plan; law read to 5 February 2025, later changes not checked |\n"
        "\n: Each with its reason"
    )
    hint = "cdrp: 2026-03-05-board: 6 suggestions, not on record yet: --suggested lists what --accept would write\n"
    assert hint in done.err


def test_open_actions_tell_their_history_in_short(cdrp: Cdrp, vale: Path) -> None:
    out = cdrp("agenda", "2025-06-24", "--stdout").out
    (row,) = (line for line in out.splitlines() if line.startswith("| a3 of 17 September 2024 "))
    assert row == (
        "| a3 of 17 September 2024 | Give ambulance call data by named place in place of grid squares.<br>"
        "Put off twice. Last heard of on 11 March 2025: still open; due by 20 June 2025. "
        "Put off a second time with the system upgrade. "
        "| Place Director, NHS Exampleshire Integrated Care Board | 20 June 2025<br>3 days late |"
    )
    assert "Last heard" not in cdrp("agenda", "2025-06-24", "--stdout", "--audience", "public").out


def test_the_public_copy_says_nothing_of_suggestions(cdrp: Cdrp, vale: Path) -> None:
    write(vale, NAME, AGENDA)
    done = cdrp("agenda", "2026-03-05", "--stdout", "--audience", "public")
    for hidden in ("Suggested", "Homes taken over", "Apologies", "72 hours", "Revise the plan"):
        assert hidden not in done.out


def test_what_is_issued_says_nothing_of_suggestions(cdrp: Cdrp, vale: Path) -> None:
    write(vale, ".gitignore", "build/\n")
    write(vale, NAME, AGENDA)
    begin(vale)
    commit(vale)
    done = cdrp("agenda", "2026-03-05", "--issue", "--today", "2026-02-20")
    assert done.code == 0
    for name in ("agenda", "pack"):
        (paper,) = (vale / "build/members").glob(f"2026-03-05-board-{name}*.md")
        assert "Suggested" not in paper.read_text(encoding="utf-8")
    assert "went out on 20 February 2026" in cdrp("agenda", "2026-03-05", "--accept").err


def test_a_pack_has_the_suggestions_of_its_agenda(cdrp: Cdrp, vale: Path) -> None:
    cdrp("agenda", "2026-03-05", "--audience", "members")
    pack = (vale / "build/members/2026-03-05-board-pack.md").read_text(encoding="utf-8")
    assert "\n### Suggested, and not on record yet\n" in pack
    assert "| S6 | **Revise the plan before 1 April each year** |" in pack


SHOWN = """\
Partnership Board, 5 March 2026: 2 suggestions to write
No.  Item  Business
---  ----  ----------------------------------------
S5   1     Homes taken over: whose lead is it?
    why: referred by Vale Tasking and Co-ordination Group, minute 4 of 18 February 2026: The Board is asked to decide \
who leads in the first 72 hours and who pays for the nights
    with: source: referral; refers_to: 4 of 2026-02-18-tasking
S6   2     Revise the plan before 1 April each year
    why: to be done by 31 March 2026 (SI 2007/1830 reg 10(2)); no later meeting of Partnership Board is on record, and \
by its terms it meets quarterly, so the next may be as late as 5 June 2026; now: the partnership plan has not been \
revised since 1 April 2025; with it: Take the assessment into account when revising the plan; law read to 5 February \
2025, later changes not checked
    with: source: statutory; duty: plan-revised-yearly

Nothing was written. To write them: cdrp agenda 2026-03-05-board --accept; to write one of them: cdrp agenda \
2026-03-05-board --accept --only S5.
"""


def test_what_would_be_written_is_shown_and_nothing_is(cdrp: Cdrp, vale: Path) -> None:
    done = cdrp("agenda", "2026-03-05", "--suggested", "--only", "S5", "--only", "s6")
    assert (done.code, done.out, _text(vale)) == (0, SHOWN, EMPTY)


def test_an_empty_agenda_gets_its_items_in_the_order_of_the_terms(cdrp: Cdrp, vale: Path) -> None:
    done = cdrp("agenda", "2026-03-05", "--accept")
    assert done.code == 0
    assert done.out.endswith(f"\nWritten to {NAME}. Times, presenters and papers are yours to add.\n")
    assert _text(vale) == (
        EMPTY + "items:\n"
        "  - number: 1\n    title: Apologies for absence\n    source: standing\n"
        "  - number: 2\n    title: Declarations of interest\n    source: standing\n"
        "  - number: 3\n    title: Minutes of the previous meeting and matters arising\n    source: standing\n"
        '  - number: 4\n    title: "Homes taken over: whose lead is it?"\n    source: referral\n'
        "    refers_to: [4 of 2026-02-18-tasking]\n"
        "  - number: 5\n    title: Revise the plan before 1 April each year\n    source: statutory\n"
        "    duty: plan-revised-yearly\n"
        "  - number: 6\n    title: Date of the next meeting\n    source: standing\n"
    )
    again = cdrp("agenda", "2026-03-05", "--accept")
    assert again.out == "2026-03-05-board: the agenda has all that the records and the law suggest.\n"


def test_items_come_between_those_there_with_their_numbers_and_comments_stay(cdrp: Cdrp, vale: Path) -> None:
    write(vale, NAME, AGENDA)
    done = cdrp("agenda", "2026-03-05", "--accept", "--only", "S1", "--only", "S4")
    assert (
        "Items that get another number\n"
        "Now  Then  Business\n"
        "---  ----  ------------------------\n"
        "1    2     Cars at the school gate\n"
        "2    4     Date of the next meeting\n"
    ) in done.out
    assert (
        _text(vale)
        == """\
# planned in January
body: board
date: 2026-03-05
status: planned
items: # so far
  - number: 1
    title: Apologies for absence
    source: standing
  # the chair asked for this
  - number: 2
    title: Cars at the school gate   # in March
    source: partner
  - number: 3
    title: "Homes taken over: whose lead is it?"
    source: referral
    refers_to: [4 of 2026-02-18-tasking]

  # the last, always
  - number: 4
    title: Date of the next meeting
    source: standing
"""
    )


def test_one_by_one_comes_to_the_same_as_all_at_once(cdrp: Cdrp, vale: Path) -> None:
    write(vale, NAME, AGENDA)
    for number in ("S3", "S2", "S1", "S1", "S1"):
        assert cdrp("agenda", "2026-03-05", "--accept", "--only", number).code == 0
    apart = _text(vale)
    write(vale, NAME, AGENDA)
    cdrp("agenda", "2026-03-05", "--accept")
    assert apart == _text(vale)
    assert "the agenda has all" in cdrp("agenda", "2026-03-05", "--suggested").out


def test_where_nothing_is_suggested_a_number_is_no_mistake(cdrp: Cdrp, vale: Path) -> None:
    cdrp("agenda", "2026-03-05", "--accept")
    written = _text(vale)
    done = cdrp("agenda", "2026-03-05", "--accept", "--only", "S1")
    assert (done.code, _text(vale)) == (0, written)
    assert done.out == "2026-03-05-board: the agenda has all that the records and the law suggest.\n"


def test_items_without_numbers_get_none(cdrp: Cdrp, vale: Path) -> None:
    write(vale, NAME, EMPTY + "items: [{title: Cars at the school gate}]\n")
    cdrp("agenda", "2026-03-05", "--accept", "--only", "S1")
    assert _text(vale) == (
        EMPTY + "items: [{title: Apologies for absence, source: standing}, {title: Cars at the school gate}]\n"
    )


def test_exempt_business_is_written_with_its_marking_and_no_public_copy_names_it(cdrp: Cdrp, vale: Path) -> None:
    tasking = vale / "data/meetings/2026-02-18-tasking.yaml"
    marked = "    exempt: {paragraphs: [7], reason: Prevention of crime., public_title: A closed matter}\n"
    text = tasking.read_text(encoding="utf-8")
    title = '    title: "Homes taken over: whose lead is it?"\n'
    assert title in text
    tasking.write_text(text.replace(title, title + marked), encoding="utf-8", newline="\n")
    before = cdrp("agenda", "2026-03-05", "--stdout")
    assert before.out.startswith("**NOT FOR PUBLICATION**\n")
    assert "| S5 | **Homes taken over: whose lead is it?**<br>Not for publication | Referred by" in before.out
    done = cdrp("agenda", "2026-03-05", "--accept", "--only", "S5")
    assert "S5   1     Homes taken over: whose lead is it? (not for publication)\n" in done.out
    (meeting,) = (each for each in load(read_folder(vale)).partnership.meetings if each.id == "2026-03-05-board")
    exempt = meeting.items[0].exempt
    assert exempt is not None
    assert (exempt.paragraphs, exempt.reason, exempt.public_title) == ((7,), "Prevention of crime.", "A closed matter")
    public = cdrp("agenda", "2026-03-05", "--stdout", "--audience", "public").out
    assert "| 1 | **A closed matter** |\n" in public
    assert "Homes" not in public


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        (EMPTY.replace("planned", "held"), [], "is recorded as held: suggestions are for planned meetings only"),
        (EMPTY + "agenda_published: 2026-02-20\n", [], "went out on 20 February 2026: what comes after is a late item"),
        (EMPTY + "issued: [{date: 2026-02-19, revision: abc, audience: members}]\n", [], "went out on 19 February"),
        (EMPTY, ["--only", "S9"], "--only: there is no suggestion 'S9'; there are S1 to S6, as --suggested lists\n"),
        (EMPTY.replace("status: planned\n", ""), [], "the record of 2026-03-05-board cannot be read: mend first what"),
        (AGENDA.replace('"2"', '"3"'), [], "are not numbered 1, 2, 3 in their order"),
        (AGENDA.replace('  - number: "2"\n    title', "  - title"), [], "are not numbered 1, 2, 3 in their order"),
        (
            AGENDA + "declarations: [{post: vale/chief-executive, items: [2], kind: personal}]\n",
            [],
            "item 2 of 2026-03",
        ),
        (AGENDA.replace("source: partner", "source: partners"), [], "2026-03-05-board.yaml: not read in full"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_reason(
    cdrp: Cdrp, vale: Path, text: str, options: list[str], told: str
) -> None:
    write(vale, NAME, text)
    done = cdrp("agenda", "2026-03-05-board", "--accept", *options)
    assert (done.code, done.out, _text(vale)) == (2, "", text)
    assert told in done.err


def test_records_that_cannot_be_read_may_have_taken_it_up(cdrp: Cdrp, vale: Path) -> None:
    write(vale, "data/meetings/2026-01-20-board.yaml", "body: board\n")
    done = cdrp("agenda", "2026-03-05-board", "--suggested")
    assert (done.code, done.out) == (2, "")
    assert "data/meetings/2026-01-20-board.yaml: not read in full; mend first what cdrp check says" in done.err


def test_a_number_that_is_cited_elsewhere_is_not_moved(cdrp: Cdrp, vale: Path) -> None:
    write(vale, NAME, AGENDA)
    citing = "body: tasking\ndate: 2026-03-25\nstatus: planned\nitems: [{title: T, refers_to: [item 1 of 2026-03-05]}]"
    write(vale, "data/meetings/2026-03-25-tasking.yaml", citing)
    done = cdrp("agenda", "2026-03-05-board", "--accept")
    assert (done.code, _text(vale)) == (2, AGENDA)
    assert "item 1 of 2026-03-05-board would get another number, and is called by this one elsewhere" in done.err


@pytest.mark.parametrize(
    "options",
    [
        ["--month", "2026-03", "--accept"],
        ["2026-03-05-board", "--accept", "--stdout"],
        ["2026-03-05-board", "--suggested", "--format", "html"],
        ["2026-03-05-board", "--accept", "--issue"],
        ["2026-03-05-board", "--accept", "--suggested"],
        ["2026-03-05-board", "--only", "S1"],
    ],
)
def test_what_does_not_go_together_is_told(cdrp: Cdrp, vale: Path, options: list[str]) -> None:
    done = cdrp("agenda", *options)
    assert (done.code, done.out, _text(vale)) == (2, "", EMPTY)
    assert "--accept or --suggested goes with one meeting and --only alone" in done.err
