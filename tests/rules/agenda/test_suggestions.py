"""What an agenda lacks: each kind of suggestion with its reason, and gone once the agenda has it."""

from __future__ import annotations

from datetime import date

import pytest

from cdrp_cli.core.dates import Period
from cdrp_cli.core.frozen import replace
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import Tree
from cdrp_cli.rules.agenda.suggested import Suggested
from cdrp_cli.rules.agenda.suggestions import open_to_suggestions, suggestions

FILES = {
    "data/partnership.yaml": "name: Vale\narea: Vale\nnation: england\ntier: two-tier\npolice_area: Exampleshire\n",
    "data/partners.yaml": (
        "partners:\n"
        "  - {id: police, name: Constabulary, kind: police-force}\n"
        "  - {id: fire, name: Fire Authority, kind: fire-and-rescue-authority}\n"
    ),
    "data/bodies.yaml": """\
bodies:
  - id: board
    name: Partnership Board
    functions: [strategy-group]
    from: 2010-01-01
    terms: [{from: 2024-04-01, meets: quarterly, duties: [data-quarterly, engage-views, plan-revised-yearly]}]
  - {id: tasking, name: Tasking Group, functions: [tasking], from: 2010-01-01}
  - id: panel
    name: Ottersby Panel
    functions: [neighbourhood-panel]
    from: 2010-01-01
    accountable_to: board
""",
}
LAST = (
    "body: board\ndate: 2026-01-13\nstatus: held\nminutes: {status: approved}\nitems: [{minute: 1, title: Figures}]\n"
)
AHEAD = "body: board\ndate: 2026-03-10\nstatus: planned\n"
BOARD = {"2026-01-13-board": LAST}


def _lacks(
    others: dict[str, str] | None = None,
    ahead: str = AHEAD,
    rows: tuple[DutyRow, ...] = (),
    files: dict[str, str] | None = None,
) -> tuple[Suggested, ...]:
    """What the meeting of 10 March 2026 lacks, or the one given in its place."""
    body = ahead.partition("\n")[0].removeprefix("body: ")
    named = {**BOARD, **(others or {}), f"2026-03-10-{body}": ahead}
    meetings = {f"data/meetings/{name}.yaml": text for name, text in named.items()}
    tree = Tree({name: text.encode() for name, text in {**FILES, **(files or {}), **meetings}.items()})
    loaded = load(tree)
    assert loaded.findings == ()
    meeting = loaded.partnership.meeting(f"2026-03-10-{body}")
    assert meeting is not None
    return suggestions(loaded.partnership, meeting, catalogue(), rows)


def _told(found: tuple[Suggested, ...]) -> list[tuple[str, str, str]]:
    return [(each.kind, each.title, each.reason) for each in found]


def _due(duty: str, outcome: Outcome = Outcome.DUE, held_by: tuple[str, ...] = ("board",)) -> DutyRow:
    """The row of a duty of the year to 31 March 2026."""
    year = Period.of(date(2025, 4, 1), date(2026, 4, 1))
    due = date(2026, 3, 31) if outcome is Outcome.DUE else None
    source = f"SI 2007/1830 {duty}"
    return DutyRow(
        duty, "board", source, "strategy-group", "partnership", outcome, "not yet", held_by, period=year, due=due
    )


def test_a_body_without_terms_and_past_lacks_nothing() -> None:
    assert _lacks(ahead="body: tasking\ndate: 2026-03-10\nstatus: planned\n") == ()


def test_standing_items_are_those_of_the_day_and_say_since_when() -> None:
    bodies = FILES["data/bodies.yaml"].replace(
        "terms: [{from: 2024-04-01,",
        "terms: [{from: 2020-01-01, standing_items: [Welcome]}, {from: 2024-04-01, "
        "standing_items: [Apologies, Minutes, Date of the next meeting]}, {from: 2024-05-01,",
    )
    ahead = f"{AHEAD}items: [{{title: apologies}}]\n"
    reason = "standing item of the terms of reference from 1 April 2024"
    assert _told(_lacks(ahead=ahead, files={"data/bodies.yaml": bodies})) == [
        ("standing", "Minutes", reason),
        ("standing", "Date of the next meeting", reason),
    ]


@pytest.mark.parametrize(
    ("minutes", "reason"),
    [
        ("minutes: {status: draft}\n", "the minutes of 13 January 2026 are a draft"),
        ("", "the minutes of 13 January 2026 are not on record as approved"),
    ],
)
def test_minutes_to_approve_are_an_item_where_no_other_brings_them(minutes: str, reason: str) -> None:
    last = {"2026-01-13-board": LAST.replace("minutes: {status: approved}\n", minutes)}
    assert _told(_lacks(last)) == [("minutes", "Minutes of 13 January 2026", reason)]
    assert _lacks(last, f"{AHEAD}items: [{{title: Minutes and matters arising}}]\n") == ()


def test_all_minutes_that_wait_are_one_item() -> None:
    draft = LAST.replace("minutes: {status: approved}\n", "minutes: {status: draft}\n")
    held = {"2025-12-09-board": draft.replace("2026-01-13", "2025-12-09"), "2026-01-13-board": draft}
    assert _told(_lacks(held)) == [
        (
            "minutes",
            "Minutes of 9 December 2025 and 13 January 2026",
            "the minutes of 9 December 2025 are a draft; the minutes of 13 January 2026 are a draft",
        )
    ]


TAXIS = """\
body: board
date: 2026-01-13
status: held
minutes: {status: approved}
items:
  - minute: 7
    title: Taxi marshals
    purpose: decide
    source: partner
    raised_by: police
    allotted: 20
    text: Said.
    outcomes: [{kind: decision, verb: deferred, UNTIL text: For hourly costs.}]
"""


def _deferred(until: str = "") -> dict[str, str]:
    return {"2026-01-13-board": TAXIS.replace("UNTIL", until)}


@pytest.mark.parametrize(
    ("until", "to"), [("", ""), ("until: 2026-03-10-board,", ""), ("until: 2026-02-10,", " to 10 February 2026")]
)
def test_what_was_put_off_comes_back_as_it_was(until: str, to: str) -> None:
    between = {"2026-02-10-board": "body: board\ndate: 2026-02-10\nstatus: held\nminutes: {status: approved}\n"}
    (found,) = _lacks({**_deferred(until), **between})
    reason = f"put off{to} by minute 7 of 13 January 2026: For hourly costs"
    assert (found.kind, found.title, found.reason) == ("put-off", "Taxi marshals", reason)
    written = found.item
    assert (written.purpose, written.source, written.raised_by, written.allotted) == ("decide", "partner", "police", 20)
    assert [str(each) for each in written.refers_to] == ["7 of 2026-01-13-board"]
    assert (written.number, written.minute, written.text, written.outcomes) == (None, (), None, ())


@pytest.mark.parametrize("status", ["held", "planned"])
def test_what_was_put_off_and_taken_up_since_does_not_come_back(status: str) -> None:
    item = "items: [{title: The rank, refers_to: [7 of 2026-01-13-board]}]\n"
    minutes = "minutes: {status: approved}\n" if status == "held" else ""
    between = {"2026-02-10-board": f"body: board\ndate: 2026-02-10\nstatus: {status}\n{minutes}{item}"}
    assert _lacks({**_deferred(), **between}) == ()
    assert _lacks(_deferred(), f"{AHEAD}{item}") == ()
    arising = "items: [{title: Matters, arising: [{minute: 7 of 2026-01-13-board, text: Costs came.}]}]\n"
    assert _lacks(_deferred(), f"{AHEAD}{arising}") == ()


def test_what_was_put_off_to_a_later_meeting_waits_for_it() -> None:
    later = {"2026-06-09-board": "body: board\ndate: 2026-06-09\nstatus: planned\n"}
    assert _lacks({**_deferred("until: 2026-06-09-board,"), **later}) == ()
    assert _lacks(_deferred("until: 2026-06-09-board,")) == (), "a meeting that is not on record yet"
    assert _lacks(_deferred("until: 2026-02-10-board,")) != (), "a meeting that is not on record, and past"
    sooner = {"2026-02-10-board": "body: board\ndate: 2026-02-10\nstatus: planned\n"}
    assert _lacks({**_deferred("until: 2026-02-10-board,"), **sooner}) == (), "it is still to come there"


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("cancelled", "the meeting of 10 February 2026, where it was on the agenda, was cancelled"),
        ("moved", "the meeting of 10 February 2026, where it was on the agenda, was moved"),
        ("adjourned", "the meeting of 10 February 2026 was adjourned, and nothing is minuted of it"),
        ("inquorate", "the meeting of 10 February 2026 had no quorum, and nothing is minuted of it"),
    ],
)
def test_business_of_a_meeting_that_could_not_take_it_comes_back(status: str, reason: str) -> None:
    lost = (
        f"body: board\ndate: 2026-02-10\nstatus: {status}\nminutes: {{status: approved}}\nitems:\n"
        "  - {number: 1, title: Apologies, source: standing}\n"
        "  - {number: 2, title: Bonfire night, source: partner, raised_by: fire}\n"
    )
    (found,) = _lacks({"2026-02-10-board": lost})
    assert (found.kind, found.title, found.reason) == ("put-off", "Bonfire night", reason)
    assert [str(each) for each in found.item.refers_to] == ["item 2 of 2026-02-10-board"]
    assert _lacks({"2026-02-10-board": lost}, f"{AHEAD}items: [{{title: bonfire night, source: partner}}]\n") == ()


def test_what_a_meeting_without_quorum_did_minute_is_not_brought_again() -> None:
    lost = "body: board\ndate: 2026-02-10\nstatus: inquorate\nminutes: {status: approved}\n"
    assert _lacks({"2026-02-10-board": f"{lost}items: [{{minute: 2, title: Bonfire night, text: Talked of.}}]\n"}) == ()


REFERRED = """\
body: tasking
date: 2026-02-18
status: held
items:
  - minute: 4
    title: Homes taken over
    MARKED
    outcomes: [{kind: decision, verb: referred, to: board, text: Who leads.}]
"""


def test_what_another_body_referred_here_is_a_referral() -> None:
    others = {"2026-02-18-tasking": REFERRED.replace("    MARKED\n", "")}
    (found,) = _lacks(others)
    reason = "referred by Tasking Group, minute 4 of 18 February 2026: Who leads"
    assert (found.kind, found.title, found.reason) == ("referred", "Homes taken over", reason)
    assert (found.item.source, found.item.exempt, found.closed) == ("referral", None, False)
    assert _lacks(others, f"{AHEAD}items: [{{title: Whose lead, refers_to: [4 of 2026-02-18]}}]\n") == ()


def test_what_is_referred_after_the_day_is_not_known_yet() -> None:
    text = REFERRED.replace("    MARKED\n", "").replace("2026-02-18", "2026-03-11")
    assert _lacks({"2026-03-11-tasking": text}) == ()


def test_exempt_business_stays_exempt_when_it_comes_back() -> None:
    marked = "exempt: {paragraphs: [7], reason: Prevention of crime., public_title: Closed item}"
    (found,) = _lacks({"2026-02-18-tasking": REFERRED.replace("MARKED", marked)})
    assert found.closed
    assert found.item.exempt is not None
    assert (found.item.exempt.paragraphs, found.item.exempt.public_title) == ((7,), "Closed item")


def test_what_goes_back_to_exempt_business_names_it_so_that_it_stays_closed() -> None:
    root = {
        "2026-02-11-tasking": (
            "body: tasking\ndate: 2026-02-11\nstatus: held\nitems:\n"
            "  - {minute: 9, title: The line, exempt: {reason: Crime.}}\n"
        )
    }
    text = REFERRED.replace("MARKED", "refers_to: [9 of 2026-02-11-tasking]")
    (found,) = _lacks({**root, "2026-02-18-tasking": text})
    assert found.closed
    assert [str(each) for each in found.item.refers_to] == ["4 of 2026-02-18-tasking", "9 of 2026-02-11-tasking"]


POST = """\
body: board
date: 2026-02-03
how: correspondence
status: held
minutes: {status: approved}
items:
  - {minute: 5, title: The grant, outcomes: [{kind: decision, verb: approved}]}
  - {minute: 6, title: The letter, outcomes: [{kind: decision, verb: agreed}]}
"""


def test_what_is_decided_by_correspondence_has_none_of_the_business_of_a_sitting() -> None:
    standing = FILES["data/bodies.yaml"].replace("meets: quarterly", "standing_items: [Apologies]")
    others = {"2026-02-03-board": POST.replace("status: approved", "status: draft")}
    files = {"data/bodies.yaml": standing}
    sits = [each.kind for each in _lacks(others, files=files)]
    assert sits == ["standing", "minutes", "report-back"]
    assert _lacks(others, f"{AHEAD}how: correspondence\n", files=files) == ()


def test_decisions_by_correspondence_are_reported_to_the_next_meeting_alone() -> None:
    (found,) = _lacks({"2026-02-03-board": POST})
    title, reason = (
        "Decisions by correspondence of 3 February 2026",
        "what was decided by correspondence is reported to",
    )
    assert (found.kind, found.title, found.reason) == ("report-back", title, f"{reason} the next meeting")
    assert [str(each) for each in found.item.refers_to] == ["5 of 2026-02-03-board", "6 of 2026-02-03-board"]
    assert _lacks({"2026-02-03-board": POST}, f"{AHEAD}items: [{{title: Post, refers_to: [6 of 2026-02-03]}}]\n") == ()
    since = {"2026-02-10-board": "body: board\ndate: 2026-02-10\nstatus: held\nminutes: {status: approved}\n"}
    assert _lacks({"2026-02-03-board": POST, **since}) == ()


RETURNS = """\
returns:
  - {partner: police, quarter: 2025-10-01, shared: 2026-02-16, dataset: [police-incidents], to: all}
  - {partner: fire, quarter: 2025-10-01, shared: 2026-02-02, dataset: [fire-fires], to: all}
  - {partner: fire, quarter: 2025-07-01, shared: 2026-01-13, dataset: [fire-fires], to: all}
  - {partner: police, quarter: 2025-07-01, shared: 2026-03-10, dataset: [police-crimes], to: all}
"""


def test_crime_data_is_suggested_where_it_came_since_the_last_meeting_to_who_has_it_in_hand() -> None:
    files = {"data/returns.yaml": RETURNS}
    reason = "data of the quarter came since the last meeting, from Fire Authority on 2 February 2026"
    assert _told(_lacks(files=files)) == [
        ("crime-data", "Crime data of October to December 2025", f"{reason} and Constabulary on 16 February 2026")
    ]
    assert _lacks(files=files, ahead=f"{AHEAD}items: [{{title: Figures, source: crime-data}}]\n") == ()
    tasking = {"2026-01-13-tasking": "body: tasking\ndate: 2026-01-13\nstatus: held\nminutes: {status: approved}\n"}
    assert _lacks(tasking, "body: tasking\ndate: 2026-03-10\nstatus: planned\n", files=files) == ()


def test_panels_are_suggested_where_they_met_or_were_held_since_the_last_meeting() -> None:
    others = {
        "2026-01-12-panel": "body: panel\ndate: 2026-01-12\nstatus: held\n",
        "2026-02-04-panel": "body: panel\ndate: 2026-02-04\nstatus: held\n",
        "2026-02-05-panel": "body: panel\ndate: 2026-02-05\nstatus: cancelled\n",
    }
    engagement = (
        "activities:\n"
        "  - {id: young, kind: panel, from: 2026-02-14, until: 2026-02-15}\n"
        "  - {id: old, kind: panel, from: 2025-11-14, until: 2026-01-14}\n"
        "  - {id: stall, kind: event, from: 2026-02-14, until: 2026-02-15}\n"
    )
    files = {"data/engagement.yaml": engagement}
    assert _told(_lacks(others, files=files)) == [
        (
            "panel",
            "Ottersby Panel, 4 February 2026",
            "Ottersby Panel, which answers to this body, met on 4 February 2026",
        ),
        ("panel", "What the panel of 14 February 2026 said", "the panel (young) was held since the last meeting"),
    ]
    taken = f"{AHEAD}items: [{{title: From the panel, source: neighbourhood-panel}}]\n"
    assert _lacks(others, taken, files=files) == ()


NOW = "now: not yet"
READ = "law read to 5 February 2025, later changes not checked"


LAST_BEFORE = "this is the last meeting of Partnership Board before then: the next is on 1 April 2026"
NONE_LATER = (
    "no later meeting of Partnership Board is on record, and by its terms it meets quarterly, so the next may be as "
    "late as 10 June 2026"
)


@pytest.mark.parametrize(("later", "told"), [("2026-04-01", LAST_BEFORE), ("", NONE_LATER)])
def test_a_duty_that_falls_due_before_the_body_meets_again_is_business_of_this_meeting(later: str, told: str) -> None:
    others = {f"{later}-board": f"body: board\ndate: {later}\nstatus: planned\n"} if later else {}
    (found,) = _lacks(others, rows=(_due("plan-revised-yearly"),))
    reason = f"to be done by 31 March 2026 (SI 2007/1830 plan-revised-yearly); {told}; {NOW}; {READ}"
    assert (found.kind, found.title, found.reason) == ("statutory", "Revise the plan before 1 April each year", reason)
    assert (found.item.source, found.item.duty) == ("statutory", "plan-revised-yearly")


def test_where_meetings_may_be_missing_the_last_is_that_on_record() -> None:
    others = {"2026-04-01-board": "body: board\ndate: 2026-04-01\nstatus: planned\n"}
    files = {"data/partnership.yaml": FILES["data/partnership.yaml"] + "records: {complete_from: 2026-03-11}\n"}
    (found,) = _lacks(others, rows=(_due("plan-revised-yearly"),), files=files)
    told = "this is the last meeting of Partnership Board on record before then: the next is on 1 April 2026"
    assert f"; {told}; " in found.reason


def test_a_meeting_on_the_last_day_itself_can_still_see_to_it() -> None:
    later = {"2026-03-31-board": "body: board\ndate: 2026-03-31\nstatus: planned\n"}
    assert _lacks(later, rows=(_due("plan-revised-yearly"),)) == ()


def test_duties_of_one_family_and_day_are_one_item() -> None:
    rows = (_due("sa-annual"), _due("sa-inputs"), _due("plan-revised-yearly"))
    first, second = _lacks(rows=rows)
    assert first.item.duty == "sa-annual"
    assert first.reason.endswith(f"; with it: Consider the prescribed sources when preparing the assessment; {READ}")
    assert second.item.duty == "plan-revised-yearly"
    (left,) = _lacks(rows=rows, ahead=f"{AHEAD}items: [{{title: Assessment, duty: sa-inputs}}]\n")
    assert left.item.duty == "plan-revised-yearly"
    others = f"{AHEAD}items: [{{title: Views, duty: engage-views}}]\n"
    assert [each.item.duty for each in _lacks(rows=rows, ahead=others)] == ["sa-annual", "plan-revised-yearly"]


def test_what_no_terms_name_is_said_to_be_taken_for_this_body_s() -> None:
    (found,) = _lacks(rows=(replace(_due("sa-annual"), assumed=True),))
    assert f"; in hand here since no terms of reference name it; {READ}" in found.reason


def test_what_was_to_be_done_before_is_said_to_be_late() -> None:
    (found,) = _lacks(rows=(replace(_due("sa-annual"), due=date(2026, 3, 1)),))
    assert found.reason == f"was to be done by 1 March 2026 (SI 2007/1830 sa-annual); now: not yet; {READ}"


@pytest.mark.parametrize(
    "row",
    [
        _due("plan-revised-yearly", held_by=("tasking",)),
        _due("plan-revised-yearly", Outcome.NOT_APPLICABLE),
        _due("plan-revised-yearly", Outcome.MET),
        _due("data-police-crimes"),
    ],
    ids=["in other hands", "not applicable", "met", "a set of the quarterly data"],
)
def test_what_is_not_for_this_meeting_to_do_is_no_business_of_it(row: DutyRow) -> None:
    assert _lacks(rows=(row,)) == ()


def test_without_a_later_meeting_or_a_rhythm_nobody_can_tell_what_is_the_last() -> None:
    bodies = {"data/bodies.yaml": FILES["data/bodies.yaml"].replace("meets: quarterly", "meets: as-needed")}
    assert _lacks(rows=(_due("plan-revised-yearly"),), files=bodies) == ()


@pytest.mark.parametrize(
    ("more", "answer"),
    [
        ("status: planned\n", True),
        ("status: planned\nitems: [{title: A}]\n", True),
        ("status: planned\nagenda_published: 2026-03-01\nitems: [{title: A}]\n", False),
        ("status: held\nitems: [{title: A}]\n", False),
        ("status: held\n", True),
    ],
)
def test_an_agenda_takes_suggestions_until_it_is_out(more: str, answer: bool) -> None:
    text = f"body: board\ndate: 2026-03-10\n{more}"
    (meeting,) = load(Tree({"data/meetings/2026-03-10-board.yaml": text.encode()})).partnership.meetings
    assert open_to_suggestions(meeting) is answer
