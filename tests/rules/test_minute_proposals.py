"""The numbers proposed for minutes: run on by the body's own numbering, and none where nobody can tell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cdrp_cli.records.load import load
from cdrp_cli.records.tree import Tree, read_folder
from cdrp_cli.rules.meetings.minute_proposals import Proposal, propose

EXAMPLESHIRE = Path(__file__).parents[2] / "examples" / "exampleshire"
BODIES = """\
bodies:
  - id: board
    name: Partnership Board
    terms: [{TERMS}]
"""
CONTINUOUS = "numbering: {scheme: continuous}"
YEARLY = "numbering: {scheme: yearly}"
PER_MEETING = "numbering: {scheme: per-meeting}"


def _meeting(day: str, minutes: list[str], status: str) -> str:
    items = [f"  - title: Business\n    minute: {each}\n" if each else "  - title: Business\n" for each in minutes]
    return f"body: board\ndate: {day}\nstatus: {status}\nitems:\n" + "".join(items)


def _proposed(
    terms: str,
    earlier: dict[str, list[str]],
    now: list[str],
    later: dict[str, list[str]] | None = None,
    begin: int | None = None,
    status: str = "held",
) -> Proposal:
    """What is proposed for the meeting of 22 July 2025; `""` is an item without a number."""
    days = {**earlier, "2025-07-22": now, **(later or {})}
    files = {"data/bodies.yaml": BODIES.replace("TERMS", terms)}
    files |= {f"data/meetings/{day}-board.yaml": _meeting(day, minutes, status) for day, minutes in days.items()}
    loaded = load(Tree({name: text.encode() for name, text in files.items()}))
    assert loaded.findings == ()
    body, meeting = loaded.partnership.body("board"), loaded.partnership.meeting("2025-07-22-board")
    assert body is not None
    assert meeting is not None
    return propose(meeting, body, loaded.partnership, begin)


def test_continuous_numbers_run_on_from_the_meeting_before() -> None:
    found = _proposed(CONTINUOUS, {"2025-04-29": ["88", "89"]}, ["", "", ""])
    assert found == Proposal({0: "90", 1: "91", 2: "92"}, "run on from minute 89 of 29 April 2025")


def test_the_prefix_of_the_terms_stands_before_the_number() -> None:
    terms = 'numbering: {scheme: continuous, prefix: "CSP "}'
    assert _proposed(terms, {"2025-04-29": ["CSP 89"]}, [""]).numbers == {0: "CSP 90"}


def test_a_letter_behind_the_last_number_does_not_count() -> None:
    assert _proposed(CONTINUOUS, {"2025-04-29": ["89", "89a"]}, [""]).numbers == {0: "90"}


def test_numbers_begin_with_one_in_each_meeting() -> None:
    found = _proposed(PER_MEETING, {"2025-04-29": ["1", "2"]}, ["", ""], {"2025-10-21": ["1"]})
    assert found == Proposal({0: "1", 1: "2"}, "beginning with 1 in each meeting, by the terms of reference")


def test_numbers_recorded_stay_and_the_rest_runs_on_from_them() -> None:
    found = _proposed(CONTINUOUS, {"2025-04-29": ["89"]}, ["90", "91", "", ""])
    assert found == Proposal({2: "92", 3: "93"}, "run on from minute 91 of 22 July 2025")
    assert _proposed(PER_MEETING, {}, ["1", ""]).numbers == {1: "2"}


def test_an_item_before_one_with_a_number_is_left_to_people() -> None:
    found = _proposed(CONTINUOUS, {"2025-04-29": ["89"]}, ["90", "", "92", ""])
    assert found.numbers == {3: "93"}
    assert (found.left, found.why_not, found.wants_first) == ((1,), "an item after them has a number already", False)


def test_nothing_is_proposed_where_every_item_has_its_number() -> None:
    assert _proposed(CONTINUOUS, {}, ["90", "91"]) == Proposal()


@pytest.mark.parametrize(
    ("terms", "earlier", "now", "later", "why"),
    [
        ("clear_days: 5", {}, [""], {}, "the terms of reference of that day do not say how minutes are numbered"),
        (CONTINUOUS, {}, [""], {}, "no earlier minute of the same series is on record"),
        (
            CONTINUOUS,
            {"2025-03-11": ["89"], "2025-04-29": [""]},
            [""],
            {},
            "the meeting of 29 April 2025, 2025-04-29-board, has no minute numbers yet",
        ),
        (
            CONTINUOUS,
            {"2025-04-29": ["89"]},
            ["", ""],
            {"2025-10-21": ["91"]},
            "2 more after 89 of 29 April 2025 would run into minute 91 of 21 October 2025",
        ),
        (
            CONTINUOUS,
            {},
            ["90", ""],
            {"2025-10-21": ["91"]},
            "1 more after 90 of 22 July 2025 would run into minute 91 of 21 October 2025",
        ),
        (
            CONTINUOUS,
            {"2025-04-29": ["88"]},
            ['["89", "12"]', ""],
            {},
            "the numbers of this meeting are not of one series that runs on",
        ),
        (
            YEARLY,
            {"2024-10-22": ["1"], "2025-04-29": ["9"]},
            [""],
            {},
            "by the terms of reference the numbers begin again once a year, perhaps after 9 of 29 April 2025",
        ),
        (
            YEARLY,
            {"2025-04-29": ["9"]},
            [""],
            {},
            "by the terms of reference the numbers begin again once a year, perhaps after 9 of 29 April 2025",
        ),
    ],
)
def test_nothing_is_guessed(
    terms: str, earlier: dict[str, list[str]], now: list[str], later: dict[str, list[str]], why: str
) -> None:
    found = _proposed(terms, earlier, now, later)
    assert (found.numbers, found.why_not, found.wants_first) == ({}, why, True)
    begun = _proposed(terms, earlier, now, later, begin=120)
    assert begun.numbers[len(now) - 1] == str(120 + len(begun.numbers) - 1)
    assert begun.by == "beginning with 120, as asked for"


def test_as_many_as_there_is_room_for_are_proposed() -> None:
    found = _proposed(CONTINUOUS, {"2025-04-29": ["89"]}, ["", ""], {"2025-10-21": ["92"]})
    assert found.numbers == {0: "90", 1: "91"}


def test_a_yearly_series_runs_on_for_nine_months_from_its_beginning() -> None:
    assert _proposed(YEARLY, {"2024-10-23": ["1", "2"]}, [""]).numbers == {0: "3"}
    assert _proposed(YEARLY, {"2024-10-22": ["1", "2"]}, [""]).numbers == {}
    again = {"2024-01-16": ["7"], "2025-01-14": ["1", "2"], "2025-04-29": ["3"]}
    assert _proposed(YEARLY, again, [""]).numbers == {0: "4"}


def test_a_meeting_that_was_called_off_has_no_numbers_to_wait_for() -> None:
    found = _proposed(CONTINUOUS, {"2025-04-29": ["89"], "2025-06-10": [""]}, [""], status="cancelled")
    assert found.numbers == {0: "90"}


@pytest.mark.parametrize("begin", [88, 89, 90])
def test_no_number_is_given_twice_in_a_meeting(begin: int) -> None:
    found = _proposed(CONTINUOUS, {}, ["90", "", "", ""], begin=begin)
    why = "this meeting has a minute 90 already"
    assert found == Proposal(why_not=why, left=(1, 2, 3), wants_first=True)


def test_where_they_follow_no_order_numbers_are_written_by_hand() -> None:
    found = _proposed("numbering: {scheme: unordered}", {}, ["", ""], begin=5)
    assert found == Proposal(why_not="by the terms of reference they follow no order", left=(0, 1))


def test_in_the_example_each_meeting_gets_the_numbers_that_it_has() -> None:
    partnership = load(read_folder(EXAMPLESHIRE)).partnership
    beyond = {}
    for meeting in partnership.meetings:
        body = partnership.body(meeting.body)
        assert body is not None
        recorded = {index: item.minute[0] for index, item in enumerate(meeting.items) if item.minute}
        bare = meeting.model_copy(
            update={"items": tuple(item.model_copy(update={"minute": ()}) for item in meeting.items)}
        )
        bare.placed(meeting.pointer)
        others = tuple(bare if each is meeting else each for each in partnership.meetings)
        found = propose(bare, body, replace(partnership, meetings=others))
        if found.why_not:
            beyond[meeting.id] = found.why_not
        else:
            assert found.numbers == recorded, meeting.id
    assert beyond == {
        "2024-03-12-board": "the terms of reference of that day do not say how minutes are numbered",
        "2024-06-11-board": "no earlier minute of the same series is on record",
        "2024-07-18-scrutiny": "no earlier minute of the same series is on record",
    }
