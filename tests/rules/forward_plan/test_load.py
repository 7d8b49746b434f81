"""What meetings cost: hours and people counted by hand, and what the records leave open kept open."""

from __future__ import annotations

from datetime import date

import pytest

from cdrp_cli.records.load import load as read
from cdrp_cli.records.tree import Tree
from cdrp_cli.rules.forward_plan.amount import Amount
from cdrp_cli.rules.forward_plan.load import BodyLoad, Load, PartnerLoad, load, year_to

TODAY = date(2026, 4, 1)
LAST = date(2026, 3, 31)
UNKNOWN = Amount(0, None)
PROFILE = """\
name: Exampleshire Vale Community Safety Partnership
area: Exampleshire Vale
nation: england
tier: two-tier
police_area: Exampleshire
"""
PARTNERS = """\
partners:
  - {id: vale, name: Vale District Council, kind: district-council,
     posts: [{id: chief, title: Chief Executive}, {id: officer, title: Community Safety Officer}]}
  - {id: police, name: Constabulary, kind: police-force,
     posts: [{id: superintendent, title: Superintendent}, {id: inspector, title: Inspector}]}
  - {id: fire, name: Fire Authority, kind: fire-and-rescue-authority}
  - {id: health, name: Primary Care Trust, kind: primary-care-trust, until: 2013-04-01}
"""
BODIES = """\
bodies:
  - id: board
    name: Board
    seats: [{post: vale/chief}, {post: police/superintendent}, {post: vale/officer, until: 2026-01-01}]
    terms: [{meets: quarterly}]
"""
MET = "body: board\ndate: 2025-07-22\nstart: '10:00'\nend: '12:30'\nstatus: held\n"
WHO = """\
attendance:
  - {post: vale/chief, status: present}
  - {post: police/superintendent, status: apologies, substitute: police/inspector}
  - {partner: fire, count: 2, status: present}
  - {post: vale/officer, status: in-attendance}
  - {post: police/superintendent, status: observer}
"""


def _load(*meetings: str, bodies: str = BODIES, profile: str = PROFILE, last: date = LAST) -> Load:
    files = {"data/partnership.yaml": profile, "data/partners.yaml": PARTNERS, "data/bodies.yaml": bodies}
    for text in meetings:
        day = text.partition("date: ")[2].partition("\n")[0]
        files[f"data/meetings/{day}-{text.partition('body: ')[2].partition(chr(10))[0]}.yaml"] = text
    loaded = read(Tree({name: text.encode() for name, text in files.items()}))
    assert loaded.findings == ()
    return load(loaded.partnership, last, TODAY)


def _board(found: Load) -> BodyLoad:
    return found.bodies[0]


def _partner(found: Load, ident: str) -> PartnerLoad:
    return next(each for each in found.partners if each.id == ident)


def _asked(meets: str, more: str = "") -> Amount:
    bodies = BODIES.replace("{meets: quarterly}", f"{{meets: {meets}{more}}}")
    return _board(_load(bodies=bodies)).asked


def test_hours_times_the_members_and_those_in_their_place_and_those_counted() -> None:
    found = _load(MET + WHO)
    board = _board(found)
    assert (board.held, board.duration) == (Amount(1, 1), Amount(150, 150))
    assert board.person_minutes == Amount(600, 600)  # two and a half hours, four people
    there = [(each.id, each.attended.least, each.person_minutes.least) for each in found.partners]
    assert there == [("vale", 1, 150), ("police", 1, 150), ("fire", 1, 300), ("health", 0, 0)]
    assert (found.whole, found.no_hours, found.not_listed, found.planned) == (True, (), (), ())
    assert found.not_counted == 1  # the officer in attendance; observers do not work there


def test_who_came_for_some_items_only_came_but_has_no_hours() -> None:
    found = _load(MET + "attendance:\n  - {post: vale/chief, status: present, items: ['5']}\n")
    assert _board(found).person_minutes == Amount(0, 0)
    assert _partner(found, "vale") == PartnerLoad("vale", "Vale District Council", Amount(1, 1), Amount(0, 0))
    assert found.not_counted == 1


def test_several_meetings_add_up_and_other_years_and_called_off_ones_do_not_count() -> None:
    others = [
        MET.replace("2025-07-22", day).replace("held", status) + WHO
        for day, status in (
            ("2025-03-31", "held"),
            ("2025-04-01", "inquorate"),
            ("2025-09-02", "cancelled"),
            ("2025-10-02", "moved"),
            ("2026-03-31", "adjourned"),
            ("2026-04-01", "held"),
        )
    ]
    by_letter = MET.replace("2025-07-22", "2025-11-04") + "how: correspondence\n"
    board = _board(_load(MET + WHO, *others, by_letter))
    assert (board.held, board.duration, board.person_minutes) == (Amount(3, 3), Amount(450, 450), Amount(1800, 1800))


@pytest.mark.parametrize("hours", ["", "end: '12:30'\n", "start: '10:00'\n", "start: '10:00'\nend: '09:00'\n"])
def test_without_a_start_and_an_end_no_hours_are_guessed(hours: str) -> None:
    found = _load(f"body: board\ndate: 2025-07-22\nstatus: held\n{hours}{WHO}")
    board = _board(found)
    assert (board.held, board.duration, board.person_minutes) == (Amount(1, 1), UNKNOWN, UNKNOWN)
    assert found.no_hours == ("2025-07-22-board",)
    assert _partner(found, "vale").attended == Amount(1, 1)


@pytest.mark.parametrize(("more", "least"), [("", 0), ("not_seen: [attendance]\n" + WHO, 600)])
def test_an_attendance_list_that_is_not_whole_leaves_person_hours_open(more: str, least: int) -> None:
    found = _load(MET + more)
    assert (_board(found).duration, _board(found).person_minutes) == (Amount(150, 150), Amount(least, None))
    assert found.not_listed == ("2025-07-22-board",)
    assert _partner(found, "vale").attended == Amount(1 if more else 0, None)


def test_a_meeting_planned_and_not_told_of_may_have_been_held() -> None:
    found = _load(MET + WHO, MET.replace("2025-07-22", "2025-10-21").replace("held", "planned"))
    board = _board(found)
    assert (board.held, board.duration, board.person_minutes) == (Amount(1, 2), Amount(150, None), Amount(600, None))
    assert found.planned == ("2025-10-21-board",)


@pytest.mark.parametrize(
    ("records", "last", "whole"),
    [
        ("{complete_from: 2025-04-01}", LAST, True),
        ("{complete_from: 2025-04-02}", LAST, False),
        ("{complete_from: never}", LAST, False),
        ("{complete_from: {meetings: never}}", LAST, False),
        ("{until: 2026-04-01}", LAST, True),
        ("{until: 2026-03-31}", LAST, False),
        ("{}", TODAY, True),
        ("{}", date(2026, 4, 2), False),
    ],
)
def test_a_year_that_the_records_do_not_cover_has_at_least_what_is_there(
    records: str, last: date, *, whole: bool
) -> None:
    found = _load(MET + WHO, profile=f"{PROFILE}records: {records}\n", last=last)
    assert found.whole is whole
    assert _board(found).held == Amount(1, 1 if whole else None)


def test_a_body_or_a_partner_that_was_not_there_held_and_attended_nothing_even_in_open_records() -> None:
    bodies = BODIES + "  - {id: executive, name: Executive Group, until: 2025-04-01}\n"
    found = _load(bodies=bodies, profile=PROFILE + "records: {complete_from: never}\n")
    gone = Amount(0, 0, "not there")
    assert found.bodies[1] == BodyLoad("executive", "Executive Group", gone, gone, gone, gone, gone, gone)
    assert _partner(found, "health").attended == gone
    assert _partner(found, "fire").attended == UNKNOWN


@pytest.mark.parametrize(
    ("meets", "more", "asked"),
    [
        ("weekly", "", Amount(52, 52)),
        ("monthly", "", Amount(12, 12)),
        ("monthly", ", months: [1, 2, 3, 9, 10]", Amount(5, 5)),
        ("quarterly", "", Amount(4, 4)),
        ("half-yearly", "", Amount(2, 2)),
        ("yearly", ", months: [9, 10, 11]", Amount(1, 1)),
        ("{at_least: 6, per: year}", "", Amount(6, 6)),
        ("{at_least: 2, per: quarter}", "", Amount(8, 8)),
        ("{at_least: 1, per: month}", "", Amount(12, 12)),
        ("as-needed", "", Amount(0, 0, "as needed")),
        ("null", "", UNKNOWN),
    ],
)
def test_meetings_a_year_by_the_rhythm_of_the_terms(meets: str, more: str, asked: Amount) -> None:
    assert _asked(meets, more) == asked


def test_the_terms_and_the_members_are_those_of_the_last_day() -> None:
    bodies = BODIES.replace("{meets: quarterly}", "{meets: quarterly}, {from: 2025-10-01, meets: yearly}")
    before, after = (_board(_load(bodies=bodies, last=last)) for last in (date(2025, 9, 30), LAST))
    assert (before.asked, before.members, before.called) == (Amount(4, 4), Amount(3, 3), Amount(12, 12))
    assert (after.asked, after.members, after.called) == (Amount(1, 1), Amount(2, 2), Amount(2, 2))


def test_seats_held_since_an_unknown_day_and_seats_not_written_down_leave_members_open() -> None:
    open_ = BODIES.replace("{post: vale/chief}", "{post: vale/chief, from: unknown}")
    board = _board(_load(bodies=open_))
    assert (board.members, board.called) == (Amount(1, 2), Amount(4, 8))
    none = _board(_load(bodies="bodies:\n  - {id: board, name: Board, terms: [{meets: quarterly}]}\n"))
    assert (none.members, none.called) == (UNKNOWN, UNKNOWN)


def test_a_body_that_may_be_over_may_ask_for_nothing() -> None:
    perhaps = BODIES.replace("name: Board", "name: Board\n    until: unknown")
    assert _board(_load(bodies=perhaps)).asked == Amount(0, 4)


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("2026-03-31", "2025-04-01"),
        ("2011-06-30", "2010-07-01"),
        ("2025-02-28", "2024-03-01"),
        ("2024-02-28", "2023-03-01"),
        ("2024-02-29", "2023-03-01"),
        ("2025-12-31", "2025-01-01"),
        ("2025-06-15", "2024-06-16"),
    ],
)
def test_the_year_to_a_day_has_that_day_once(last: str, first: str) -> None:
    assert year_to(date.fromisoformat(last)) == date.fromisoformat(first)
