"""An action followed from the minute that raised it, and exempt matter followed wherever it goes."""

from __future__ import annotations

from datetime import date

from cdrp_cli.core.citation import Citation
from cdrp_cli.core.pointer import Place
from cdrp_cli.records.follow_up import (
    Followed,
    citing,
    exempt_action,
    exempt_citation,
    exempt_item,
    exempt_update,
    follow,
    followed,
)
from cdrp_cli.records.load import Loaded, load
from cdrp_cli.records.tree import Tree

MEETINGS = {
    "2025-01-14-board": """
items:
  - minute: 1
    title: Grants
    outcomes:
      - {kind: action, id: a1, text: Apply., owner: vale/officer, due: 2025-02-28}
      - {kind: action, id: a2, text: Ask.}
""",
    "2025-03-11-board": """
items:
  - title: Matters arising
    updates:
      - {action: 2025-01-14-board/a1, status: open, due: 2025-05-31, text: Put off.}
      - {action: 2025-01-14-board/a2, status: open, due: 2025-04-30}
""",
    "2025-05-13-board": """
items:
  - title: A house
    exempt: {reason: Prevention of crime.}
    updates:
      - {action: 2025-01-14-board/a2, status: withdrawn}
  - title: Matters arising
    arising: [{minute: 1 of 2025-01-14-board, text: Heard.}]
    updates:
      - {action: 2025-01-14-board/a1, status: done, on: 2025-05-02, owner: police/inspector}
  - title: The same house
    paper: house
    refers_to: [item 9 of 2025-01-14-board]
""",
}
PAPER = b"""---
to: board
title: The house
exempt: {reason: Prevention of crime.}
refers_to: [1 of 2025-01-14-board]
---
"""


def records() -> Loaded:
    files = {
        f"data/meetings/{ident}.yaml": f"body: board\ndate: {ident[:10]}\nstatus: held\n{text}".encode()
        for ident, text in MEETINGS.items()
    }
    files["data/papers/house.md"] = PAPER
    return load(Tree(files))


def action(ident: str, day: str) -> Followed:
    partnership = records().partnership
    raised = partnership.action(f"2025-01-14-board/{ident}")
    assert raised is not None
    return follow(partnership, raised, date.fromisoformat(day))


def test_an_action_is_what_the_meetings_up_to_the_day_left_of_it() -> None:
    first = action("a1", "2025-03-10")
    assert (first.status, first.due, str(first.owner)) == ("open", date(2025, 2, 28), "vale/officer")
    second = action("a1", "2025-03-11")
    assert (second.status, second.due, len(second.put_off)) == ("open", date(2025, 5, 31), 1)
    third = action("a1", "2025-05-13")
    assert (third.status, str(third.owner), third.open) == ("done", "police/inspector", False)
    assert third.closed_by is not None
    assert third.closed_by.minuted.meeting.id == "2025-05-13-board"


def test_a_first_day_set_later_puts_nothing_off() -> None:
    assert action("a2", "2025-05-12").put_off == ()


def test_lateness_is_counted_to_today_while_open_and_to_the_day_it_was_done_after() -> None:
    assert action("a1", "2025-03-10").late_days(date(2025, 3, 10)) == 10
    assert action("a1", "2025-03-10").late_days(date(2025, 2, 28)) == 0
    assert action("a1", "2025-05-13").late_days(date(2026, 1, 1)) == 0


def test_what_was_withdrawn_or_never_dated_is_not_late() -> None:
    assert action("a2", "2025-05-13").late_days(date(2026, 1, 1)) == 0
    assert action("a2", "2025-03-10").late_days(date(2026, 1, 1)) == 0


def test_age_runs_from_the_meeting_that_raised_it_to_the_one_that_closed_it() -> None:
    assert action("a1", "2025-03-10").age(date(2025, 1, 24)) == 10
    assert action("a1", "2025-05-13").age(date(2026, 1, 1)) == 119


def test_the_last_day_is_pointed_at_where_it_stands() -> None:
    loaded = records()
    found = {each.id: loaded.place(each.due_at) for each in followed(loaded.partnership, date(2025, 3, 11))}
    assert found == {
        "2025-01-14-board/a1": Place("data/meetings/2025-03-11-board.yaml", 8, 58),
        "2025-01-14-board/a2": Place("data/meetings/2025-03-11-board.yaml", 9, 58),
    }
    early = {each.id: loaded.place(each.due_at) for each in followed(loaded.partnership, date(2025, 1, 14))}
    assert early["2025-01-14-board/a2"] == Place("data/meetings/2025-01-14-board.yaml", 10, 9)


def test_actions_of_meetings_to_come_are_not_followed() -> None:
    assert list(followed(records().partnership, date(2025, 1, 13))) == []


def test_exemption_follows_the_action_and_its_updates_and_the_strictest_wins() -> None:
    partnership = records().partnership
    one, two = partnership.actions
    assert exempt_action(partnership, two)
    assert not exempt_action(partnership, one)
    assert [exempt_update(partnership, each) for each in partnership.updates_of(two)] == [True, True]
    assert [exempt_update(partnership, each) for each in partnership.updates_of(one)] == [False, False]


def test_an_item_is_exempt_with_the_report_before_it_and_so_is_what_cites_it() -> None:
    partnership = records().partnership
    meeting = partnership.meeting("2025-05-13-board")
    assert meeting is not None
    assert [exempt_item(partnership, item) for item in meeting.items] == [True, False, True]
    assert not exempt_citation(partnership, Citation("minute", "1", "2025-01-14-board"))
    assert not exempt_citation(partnership, Citation("minute", "2", "2025-01-14-board"))


def test_what_goes_back_to_an_item_is_found_under_matters_arising_and_through_its_report() -> None:
    partnership = records().partnership
    cited = partnership.minuted(Citation("minute", "1", "2025-01-14-board"))
    assert cited is not None
    assert [each.item.title for each in citing(partnership, cited)] == ["Matters arising", "The same house"]
