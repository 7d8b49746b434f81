"""What a report's effects would change, against answers worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles import BASES
from cdrp_cli.core.report import Dates
from cdrp_cli.core.what_if import WhatIf
from cdrp_cli.engine.what_if import what_if
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.load import Loaded, load
from cdrp_cli.records.tree import Tree, read_folder

DAY = date(2025, 7, 22)
BODIES = """bodies:
  - id: board
    name: Partnership Board
    functions: [strategy-group]
    from: 2009-04-01
    terms:
      - {from: 2024-04-01, meets: quarterly, duties: [public-meeting-yearly, sa-annual]}
  - id: executive
    name: Executive Group
    functions: [executive]
    from: 2009-04-01
    terms:
      - {from: 2024-04-01, meets: monthly, duties: [isp-protocol, data-quarterly]}
  - id: tasking
    name: Tasking Group
    functions: [tasking]
    from: 2024-04-01
"""


def workspace(effects: str, bodies: str = BODIES, **meetings: str) -> Loaded:
    files = dict(read_folder(BASES / "vale").files)
    files["data/bodies.yaml"] = bodies.encode()
    files["data/papers/proposal.md"] = f"---\nto: board\ntitle: Proposal\neffects:\n{effects}---\n\nWhy.\n".encode()
    for number, meeting in meetings.items():
        files[f"data/meetings/{number.removeprefix('on_').replace('_', '-')}-board.yaml"] = meeting.encode()
    return load(Tree(files))


def compared(loaded: Loaded, day: date = DAY) -> WhatIf:
    paper = loaded.partnership.paper("proposal")
    assert paper is not None, loaded.findings
    law = catalogue()
    return what_if(loaded, law, Dates(day, day, law.read_to), paper.effects)


def test_what_a_group_had_in_hand_is_orphaned_when_it_ends() -> None:
    found = compared(workspace("  - {body: executive, ends: 2025-07-22}\n"))
    assert found.heading == ("Executive Group is no more from 22 July 2025.",)
    assert [(each.duty, each.before, each.day, each.until, each.due) for each in found.orphaned] == [
        ("isp-protocol", ("executive",), DAY, None, None),
        ("data-quarterly", ("executive",), DAY, None, date(2025, 9, 30)),
    ]
    assert found.orphaned[0].reason == "Executive Group ended on 22 July 2025; Partnership Board is still bound"
    assert found.moved == found.untold == ()


def test_a_duty_left_for_a_time_says_until_when() -> None:
    effects = "  - {body: executive, ends: 2025-07-22}\n  - {duty: isp-protocol, to: tasking, from: 2025-09-01}\n"
    found = compared(workspace(effects))
    assert [(each.duty, each.until) for each in found.orphaned] == [
        ("isp-protocol", date(2025, 9, 1)),
        ("data-quarterly", None),
    ]
    assert [(each.duty, each.before, each.after, each.day) for each in found.moved] == [
        ("isp-protocol", ("executive",), ("tasking",), date(2025, 9, 1))
    ]


def test_a_duty_that_moves_leaves_nothing_orphaned_and_one_that_was_assumed_is_said_to_be() -> None:
    effects = "  - {duty: data-quarterly, to: tasking, from: 2025-09-01}\n  - {duty: plan-exists, to: tasking}\n"
    found = compared(workspace(effects))
    assert found.orphaned == ()
    assert [(each.duty, each.before, each.was_assumed, each.after, each.day) for each in found.moved] == [
        ("plan-exists", ("board",), True, ("tasking",), DAY),
        ("data-quarterly", ("executive",), False, ("tasking",), date(2025, 9, 1)),
    ]


def test_a_new_body_may_take_on_what_another_drops() -> None:
    effects = (
        "  - {duty: isp-protocol, to: dtcg, from: 2025-07-22}\n"
        "  - {duty: data-quarterly, to: dtcg, from: 2025-07-22}\n"
        "  - {body: dtcg, begins: 2025-07-22, functions: [tasking], meets: monthly}\n"
        "  - {body: executive, ends: 2025-07-22}\n"
    )
    found = compared(workspace(effects))
    assert found.orphaned == ()
    assert {each.duty: each.after for each in found.moved} == {"isp-protocol": ("dtcg",), "data-quarterly": ("dtcg",)}
    assert found.heading[2] == "dtcg begins on 22 July 2025, as tasking, and meets monthly."


def board(months: str) -> str:
    return BODIES.replace("meets: quarterly,", f"meets: quarterly, months: {months},")


YEARLY = "  - {body: board, from: 2025-10-01, meets: yearly}\n"
QUARTERLY = "Partnership Board meets quarterly from 23 July 2025 to 30 September 2025"


def judged_meeting(found: WhatIf) -> tuple[str, bool, bool, str]:
    """Where the public meeting stands, and what is said of it."""
    for name, rows in (("still", found.still), ("undischargeable", found.undischargeable)):
        for each in rows:
            if each.duty == "public-meeting-yearly":
                assert each.deadline == date(2026, 3, 31)
                return name, each.sure, each.as_before, each.reason
    raise AssertionError("nothing is said of it")


def test_a_board_that_may_not_meet_before_the_year_is_out_leaves_it_open() -> None:
    _, sure, as_before, reason = judged_meeting(compared(workspace(YEARLY)))
    assert (sure, as_before) == (False, False)
    assert reason == (
        f"{QUARTERLY}, in which month is not said, so all hangs on a meeting by 30 September 2025; "
        "Partnership Board meets yearly from 1 October 2025 to 31 March 2026, in which month is not said, "
        "so all hangs on a meeting by 31 March 2026"
    )


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ("[9, 10, 11]", ("still", True, False, "in September, October or November")),
        ("[2, 3]", ("still", True, False, "next in February 2026 or March 2026")),
        ("[5, 11]", ("still", False, False, "next in November 2025")),
        (
            "[5, 6]",
            ("undischargeable", True, False, "none of these months lies between 1 October 2025 and 31 March 2026"),
        ),
    ],
)
def test_the_months_of_its_terms_say_whether_the_one_meeting_comes_in_time(
    months: str, expected: tuple[str, bool, bool, str]
) -> None:
    where, sure, as_before, reason = judged_meeting(compared(workspace(YEARLY, board(months))))
    assert (where, sure, as_before) == expected[:3]
    assert expected[3] in reason


@pytest.mark.parametrize(
    ("meets", "sure", "reason"),
    [
        ("weekly", True, "Partnership Board meets weekly from 1 October 2025 to 31 March 2026"),
        ("half-yearly", True, "Partnership Board meets half-yearly from 1 October 2025 to 31 March 2026"),
        (
            "as-needed",
            False,
            "Partnership Board meets as needed from 1 October 2025 to 31 March 2026: a meeting has to be called",
        ),
        (
            "{at_least: 2, per: year}",
            False,
            (
                "at least twice a year from 1 October 2025 to 31 March 2026, in which month is not said, so all "
                "hangs on a meeting by 31 March 2026"
            ),
        ),
    ],
)
def test_the_rhythm_says_whether_a_meeting_surely_comes_round(meets: str, sure: bool, reason: str) -> None:
    effects = f"  - {{body: board, from: 2025-10-01, meets: {meets}}}\n"
    unsaid = BODIES.replace("meets: quarterly, duties: [public", "duties: [public")
    where, is_sure, _, told = judged_meeting(compared(workspace(effects, unsaid)))
    assert (where, is_sure) == ("still", sure)
    assert told.endswith(reason)


def test_without_a_strategy_group_nobody_can_meet() -> None:
    found = compared(workspace("  - {body: executive, ends: 2025-07-22}\n", BODIES.replace("[strategy-group]", "[]")))
    expected = (
        "no strategy group is on record that could meet by 31 March 2026; "
        "whether it was done this year already cannot be told from the records"
    )
    assert judged_meeting(found) == ("undischargeable", True, True, expected)


def test_a_meeting_that_is_planned_will_do() -> None:
    meeting = "body: board\ndate: 2025-11-18\nstatus: planned\n"
    found = compared(workspace(YEARLY, board("[5, 6]"), on_2025_11_18=meeting))
    expected = "Partnership Board has a meeting planned for 18 November 2025"
    assert judged_meeting(found) == ("still", True, True, expected)


def test_the_meeting_of_the_day_itself_is_not_counted() -> None:
    meeting = "body: board\ndate: 2025-07-22\nstatus: held\n"
    where, *_ = judged_meeting(compared(workspace(YEARLY, board("[5, 6]"), on_2025_07_22=meeting)))
    assert where == "undischargeable"


def test_a_meeting_planned_for_a_group_that_ends_before_will_not() -> None:
    meeting = "body: board\ndate: 2025-11-18\nstatus: planned\n"
    loaded = workspace("  - {body: board, ends: 2025-07-22}\n", on_2025_11_18=meeting)
    expected = "Partnership Board is not there between 23 July 2025 and 31 March 2026"
    assert judged_meeting(compared(loaded)) == ("undischargeable", True, False, expected)


def test_what_is_met_for_the_year_is_due_in_the_next() -> None:
    held = "body: board\ndate: 2025-06-10\nstatus: held\npublic: true\n"
    found = compared(workspace(YEARLY, on_2025_06_10=held))
    (meeting,) = [each for each in found.still if each.duty == "public-meeting-yearly"]
    assert meeting.deadline == date(2027, 3, 31)
    assert meeting.reason == "Partnership Board meets yearly"
    assert meeting.sure


def test_what_the_records_do_not_say_is_said() -> None:
    silent = BODIES.replace(", duties: [isp-protocol, data-quarterly]", "")
    found = compared(
        workspace("  - {body: executive, ends: 2025-07-22}\n  - {body: forum, ends: 2025-07-22}\n", silent)
    )
    assert found.orphaned == ()
    assert found.untold == (
        "a body forum, so what the effects say of it is left out",
        "what Executive Group has in hand: no terms on record say, so nobody can tell what its end leaves undone",
    )


def test_a_duty_that_goes_to_nobody_on_record_stays_where_it_is() -> None:
    found = compared(workspace("  - {duty: isp-protocol, to: forum, from: 2025-09-01}\n"))
    assert found.orphaned == found.moved == ()
    assert found.untold == ("a body forum, so what the effects say of it is left out",)


def test_effects_laid_over_records_that_took_them_in_change_nothing() -> None:
    taken_in = BODIES.replace("    functions: [executive]\n", "    functions: [executive]\n    until: 2025-07-22\n")
    found = compared(workspace("  - {body: executive, ends: 2025-07-22}\n", taken_in))
    assert found.heading == ("Executive Group is no more from 22 July 2025, as the records show already.",)
    assert found.moved == ()
    assert [(each.duty, each.day, each.as_before) for each in found.orphaned] == [
        ("isp-protocol", DAY, True),
        ("data-quarterly", DAY, True),
    ]
    assert all(each.as_before for each in (*found.still, *found.undischargeable))
