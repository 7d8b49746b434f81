"""The partnership on a day: terms that carry over, values by date, completeness, look-ups."""

from __future__ import annotations

from datetime import date

import pytest

from cdrp_cli.core.citation import Citation
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.dated import value_on
from cdrp_cli.records.load import load
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.profile import Profile
from cdrp_cli.records.tree import Tree
from recordfiles import told

TERMS = """\
bodies:
  - id: board
    name: Board
    terms:
      - {from: 2024-04-01, meets: quarterly, quorum: {partners: 4}, clear_days: 5, duties: [a, b], months: [1, 4]}
      - {from: 2025-04-01, meets: yearly, quorum: }
      - {from: 2026-04, duties: [], months: ~, clear_days: 3}
"""
PROFILE = "name: Vale\narea: Vale\nnation: england\n"
FILES = {
    "data/partnership.yaml": PROFILE,
    "data/meetings/2025-07-22-board.yaml": "body: board\ndate: 2025-07-22\nstatus: held\nitems:\n"
    "  - {number: 1, title: a, outcomes: [{kind: action, id: a1, text: b}, {kind: action, id: a1, text: twice}]}\n"
    "  - {number: 2, minute: [95, '81'], title: c, outcomes: [{kind: decision, verb: noted}]}\n",
    "data/meetings/2025-07-22-tasking.yaml": "body: tasking\ndate: 2025-07-22\nstatus: held\nitems:\n"
    "  - {number: 1, minute: 7, title: d, updates: [{action: 2025-07-22-board/a1, status: done}]}\n",
    "data/meetings/2025-04-29-board.yaml": "body: board\ndate: 2025-04-29\nstatus: held\nitems:\n"
    "  - {number: 1, minute: 90, title: e, outcomes: [{kind: action, id: a9, text: f}]}\n",
    "data/meetings/2025-10-21-board.yaml": "body: board\ndate: 2025-10-21\nstatus: held\nitems:\n"
    "  - {title: g, updates: [{action: 2025-04-29/a9, status: open}, {action: 2025-07-22/a1, status: open}]}\n"
    "  - {title: h, updates: [{action: 2025-04-29-board/a9, status: done}]}\n",
}


def _body(text: str = TERMS) -> Body:
    loaded = told("data/bodies.yaml", text)
    assert loaded.findings == ()
    return loaded.partnership.bodies[0]


def _partnership() -> Partnership:
    loaded = load(Tree({name: text.encode() for name, text in FILES.items()}))
    assert loaded.findings == ()
    return loaded.partnership


def _profile(text: str = "") -> Profile:
    loaded = told("data/partnership.yaml", PROFILE + text)
    assert loaded.findings == ()
    assert loaded.partnership.profile is not None
    return loaded.partnership.profile


def test_before_the_first_terms_there_are_none() -> None:
    assert _body().terms_on(date(2024, 3, 31)) is None


def test_terms_hold_from_their_first_day() -> None:
    terms = _body().terms_on(date(2024, 4, 1))
    assert terms is not None
    assert (terms.meets and terms.meets.every, terms.clear_days, terms.duties) == ("quarterly", 5, ("a", "b"))


def test_a_key_left_out_carries_over_and_an_empty_one_ends_it() -> None:
    before, after = _body().terms_on(date(2025, 3, 31)), _body().terms_on(date(2025, 4, 1))
    assert before is not None
    assert after is not None
    assert (before.quorum and before.quorum.partners, after.quorum) == (4, None)
    assert (after.meets and after.meets.every, after.clear_days, after.months) == ("yearly", 5, (1, 4))
    assert after.from_ is not None
    assert str(after.from_) == "2025-04-01"


def test_terms_of_an_uncertain_day_hold_when_it_has_surely_come() -> None:
    body = _body()
    held = [body.terms_on(day) for day in (date(2026, 4, 1), date(2026, 4, 29), date(2026, 4, 30))]
    assert [terms and terms.clear_days for terms in held] == [5, 5, 3]
    last = held[-1]
    assert last is not None
    assert (last.duties, last.months) == ((), None)
    assert last.meets is not None
    assert last.meets.every == "yearly"


def test_terms_without_a_first_day_hold_always() -> None:
    body = _body("bodies:\n  - {id: b, name: B, terms: [{clear_days: 5}]}\n")
    terms = body.terms_on(date(1998, 1, 1))
    assert terms is not None
    assert terms.clear_days == 5


def test_how_often_a_body_meets_is_a_word_or_a_least_number() -> None:
    body = _body("bodies:\n  - {id: b, name: B, terms: [{meets: {at_least: 6, per: year}}]}\n")
    meets = body.terms[0].meets
    assert meets is not None
    assert (meets.every, meets.at_least, meets.per) == (None, 6, "year")


def test_a_value_is_one_for_all_time_or_dated() -> None:
    profile = _profile("tier:\n  - {value: two-tier}\n  - {from: 2028-04, value: unitary}\npolice_area: Vale\n")
    days = (date(1998, 1, 1), date(2028, 4, 29), date(2028, 4, 30))
    assert [profile.tier_on(day) for day in days] == ["two-tier", "two-tier", "unitary"]
    assert value_on(profile.police_area, date(1998, 1, 1)) == "Vale"
    assert value_on((), date(2025, 1, 1)) is None


def test_before_its_first_name_the_partnership_has_that_name_already() -> None:
    text = "name:\n  - {from: 2010-01-01, value: Old}\n  - {from: 2020-01-01, value: New}\narea: Vale\nnation: wales\n"
    profile = told("data/partnership.yaml", text).partnership.profile
    assert profile is not None
    names = [profile.name_on(date(year, 1, 1)) for year in (2009, 2010, 2019, 2020)]
    assert names == ["Old", "Old", "Old", "New"]
    assert profile.tier_on(date(2020, 1, 1)) is None


@pytest.mark.parametrize(
    ("text", "kind", "first", "complete"),
    [
        ("", "meetings", date(1998, 1, 1), True),
        ("records: {complete_from: }\n", "meetings", date(1998, 1, 1), True),
        ("records: {complete_from: 2024-04-01}\n", "meetings", date(2024, 3, 31), False),
        ("records: {complete_from: 2024-04-01}\n", "meetings", date(2024, 4, 1), True),
        ("records: {complete_from: never}\n", "meetings", date(2060, 1, 1), False),
        ("records: {complete_from: {meetings: 2024-04-01, returns: never}}\n", "meetings", date(2024, 4, 1), True),
        ("records: {complete_from: {meetings: 2024-04-01, returns: never}}\n", "meetings", date(2024, 3, 31), False),
        ("records: {complete_from: {meetings: 2024-04-01, returns: never}}\n", "returns", date(2060, 1, 1), False),
        ("records: {complete_from: {meetings: 2024-04-01, returns: never}}\n", "documents", date(1998, 1, 1), True),
    ],
)
def test_absence_proves_something_from_the_first_complete_day(
    text: str, kind: str, first: date, complete: bool
) -> None:
    assert Partnership(profile=_profile(text)).complete(kind, first) is complete


def test_absence_proves_nothing_where_something_was_left_unread() -> None:
    day = date(2025, 1, 1)
    assert not Partnership().complete("meetings", day)
    unread = Partnership(profile=_profile(), unread=frozenset({("meetings", "2025-07-22-board")}))
    assert not unread.complete("meetings", day)
    assert unread.complete("documents", day)
    assert unread.readable("meetings", "2025-10-21-board")
    assert not unread.readable("meetings", "2025-07-22-board")
    whole = Partnership(profile=_profile(), unread=frozenset({("bodies", "")}))
    assert not whole.readable("bodies", "board")


def test_a_meeting_is_named_by_its_id_or_by_its_day_where_one_body_met() -> None:
    held = _partnership()
    assert [meeting.id for meeting in held.meetings_named("2025-07-22")] == ["2025-07-22-board", "2025-07-22-tasking"]
    assert [meeting.id for meeting in held.meetings_named("2025-07-22-board")] == ["2025-07-22-board"]
    assert held.meetings_named("2025-07-23") == ()
    assert held.meeting("2025-07-22") is None
    named = held.meeting("2025-04-29")
    assert named is not None
    assert named.id == "2025-04-29-board"


def test_a_body_s_meetings_come_by_date() -> None:
    held = _partnership()
    ids = [meeting.id for meeting in held.meetings_of("board")]
    assert ids == ["2025-04-29-board", "2025-07-22-board", "2025-10-21-board"]
    assert held.meetings_of("nobody") == ()
    first, *_, last = (minuted.meeting.id for minuted in held.business)
    assert (first, last) == ("2025-04-29-board", "2025-10-21-board")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("95 of 2025-07-22-board", "c"),
        ("81 of 2025-07-22-board", "c"),
        ("item 1 of 2025-07-22-board", "a"),
        ("item 2 of 2025-07-22-board", "c"),
        ("90 of 2025-04-29", "e"),
        ("1 of 2025-07-22-board", None),
        ("item 95 of 2025-07-22-board", None),
        ("7 of 2025-07-22", None),
        ("7 of 2024-07-22-board", None),
    ],
)
def test_a_citation_leads_to_its_item_or_to_none(text: str, title: str | None) -> None:
    minuted = _partnership().minuted(Citation.parse(text))
    assert (minuted.item.title if minuted else None) == title


def test_actions_stand_where_they_were_raised_and_hear_their_updates_in_order() -> None:
    held = _partnership()
    assert [raised.id for raised in held.actions] == ["2025-04-29-board/a9", "2025-07-22-board/a1"]
    nine, one = held.actions
    assert one.action.text == "b"  # the first of two of one id
    assert one.pointer.path == ("items", 0, "outcomes", 0)
    heard = [(update.minuted.meeting.id, update.update.status) for update in held.updates_of(nine)]
    assert heard == [("2025-10-21-board", "open"), ("2025-10-21-board", "done")]
    # a bare day on which two bodies met names no action
    assert [update.minuted.meeting.id for update in held.updates_of(one)] == ["2025-07-22-tasking"]
    assert held.updates_of(one)[0].pointer.path == ("items", 0, "updates", 0)


def test_an_action_is_found_by_the_day_of_its_only_meeting() -> None:
    held = _partnership()
    by_day = held.action("2025-04-29/a9")
    assert by_day is not None
    assert by_day.id == "2025-04-29-board/a9"
    assert held.action("2025-07-22/a1") is None
    assert held.action("2025-04-29-board/a1") is None


def test_of_two_records_with_one_id_the_first_is_found() -> None:
    text = "bodies:\n  - {id: board, name: First}\n  - {id: board, name: Second}\n"
    held = told("data/bodies.yaml", text).partnership
    found = held.body("board")
    assert found is not None
    assert found.name == "First"
    assert held.body("nobody") is None


def test_bodies_of_a_function_are_those_that_surely_exist_that_day() -> None:
    text = (
        "bodies:\n  - {id: a, name: A, functions: [tasking], from: 2025-01-01, until: 2026-01-01}\n"
        "  - {id: b, name: B, functions: [tasking], from: unknown}\n  - {id: c, name: C, functions: [executive]}\n"
    )
    held = told("data/bodies.yaml", text).partnership
    assert [body.id for body in held.bodies_on(date(2025, 6, 1), "tasking")] == ["a"]
    assert held.bodies_on(date(2026, 1, 1), "tasking") == ()


def test_posts_are_found_by_partner_and_name() -> None:
    text = "partners:\n  - {id: vale, name: Vale, kind: other, posts: [{id: chief, title: Chief}]}\n"
    held = told("data/partners.yaml", text).partnership
    found = held.post("vale/chief")
    assert found is not None
    assert (found[0].id, found[1].title) == ("vale", "Chief")
    assert held.post("vale/clerk") is None
    assert held.post("police/chief") is None
