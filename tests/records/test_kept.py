"""What could be read is kept: the rest of the record, its neighbours, and the places of all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cdrp_cli.core.pointer import Place, Pointer
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import Tree, read_folder
from recordfiles import MEETING, told

ROOT = Path(__file__).parents[2]
HEAD = "body: board\ndate: 2025-07-22\nstatus: held\n"
PARTNERS = """\
partners:
  - id: vale
    name: Vale District Council
    kind: district-council
    posts:
      - {id: chief, title: Chief Executive}
      - {id: clerk, titel: Clerk}
      - {id: leader, title: Leader}
  - name: nobody
    kind: police-force
  - id: police
    name: Police
    kind: police
  - id: fire
    name: Fire
    kind: fire-and-rescue-authority
"""


def test_a_meeting_with_one_bad_item_keeps_the_others_and_their_places() -> None:
    text = (
        HEAD
        + "items:\n  - {title: first}\n  - {title: second, purpose: talk}\n  - third\n  - {title: fourth, duty: x}\n"
    )
    loaded = told(MEETING, text)
    (meeting,) = loaded.partnership.meetings
    assert [item.title for item in meeting.items] == ["first", "second", "fourth"]
    assert meeting.items[1].purpose is None
    # the item after the one taken away is third now, and its pointer still leads to its own line
    assert loaded.place(meeting.at("items", 2)) == Place(MEETING, 8, 5)
    assert loaded.place(meeting.at("items", 2, "duty")) == Place(MEETING, 8, 27)
    assert [finding.at.line for finding in loaded.findings] == [6, 7]


def test_a_bad_outcome_keeps_its_neighbours() -> None:
    text = HEAD + (
        "items:\n  - title: a\n    outcomes:\n      - {kind: decision, verb: agred}\n"
        "      - {kind: action, id: A 1, text: b}\n      - {kind: action, id: a2, text: c}\n      - {verb: noted}\n"
    )
    loaded = told(MEETING, text)
    (meeting,) = loaded.partnership.meetings
    assert [outcome.kind for outcome in meeting.items[0].outcomes] == ["action"]
    (raised,) = loaded.partnership.actions
    assert raised.id == "2025-07-22-board/a2"
    assert loaded.place(raised.pointer) == Place(MEETING, 9, 9)
    assert [finding.at.line for finding in loaded.findings] == [7, 8, 10]


def test_a_bad_partner_hides_no_other_and_is_told_as_unread() -> None:
    loaded = told("data/partners.yaml", PARTNERS)
    ship = loaded.partnership
    assert [partner.id for partner in ship.partners] == ["vale", "fire"]
    assert [post.id for post in ship.partners[0].posts] == ["chief", "leader"]
    assert ship.unread == {("partners", "vale"), ("partners", ""), ("partners", "police")}
    assert loaded.place(ship.partners[1].pointer) == Place("data/partners.yaml", 14, 5)
    assert loaded.place(ship.partners[0].at("posts", 1, "title")) == Place("data/partners.yaml", 8, 29)
    assert [finding.at.line for finding in loaded.findings] == [7, 9, 13]


def test_what_could_not_be_read_is_known_by_kind_and_id() -> None:
    ship = told("data/partners.yaml", PARTNERS.replace("  - name: nobody\n    kind: police-force\n", "")).partnership
    assert not ship.readable("partners")
    assert not ship.readable("partners", "police")
    assert ship.readable("partners", "fire")
    assert ship.readable("bodies")


def test_a_record_of_which_nothing_fits_is_left_out() -> None:
    loaded = told(MEETING, "venue: Hall\n")
    assert loaded.partnership.meetings == ()
    assert [finding.rule for finding in loaded.findings] == ["missing-key"] * 3
    assert loaded.partnership.unread == {("meetings", "2025-07-22-board")}


def test_a_file_that_is_no_yaml_hides_no_other_file() -> None:
    other = "data/meetings/2025-10-21-board.yaml"
    files = {MEETING: b"body: [board\n", other: HEAD.replace("07-22", "10-21").encode(), "data/bodies.yaml": b"\xff"}
    loaded = load(Tree(files))
    assert [meeting.id for meeting in loaded.partnership.meetings] == ["2025-10-21-board"]
    assert loaded.unread == ("data/bodies.yaml", MEETING)
    assert loaded.partnership.unread == {("meetings", "2025-07-22-board"), ("bodies", "")}


def test_a_number_that_would_change_is_told_once_and_the_record_is_marked() -> None:
    loaded = told(MEETING, HEAD + "items:\n  - {title: a, minute: 1.10}\n")
    assert [finding.rule for finding in loaded.findings] == ["number-changes"]
    assert loaded.partnership.unread == {("meetings", "2025-07-22-board")}


@pytest.mark.parametrize("folder", ["data", "examples/braintree-2009", "examples/exampleshire"])
def test_every_record_that_is_shipped_loads_and_points_at_its_own_beginning(folder: str) -> None:
    root = ROOT if folder == "data" else ROOT / folder
    loaded = load(read_folder(root))
    assert loaded.findings == ()
    assert loaded.partnership.unread == frozenset()
    for record in loaded.partnership:
        place = loaded.place(record.pointer)
        line = loaded.sources[place.file].text.split("\n")[place.line - 1]
        if record.pointer.path:
            assert line[: place.column - 1].strip() == "-", place
        else:
            assert line[: place.column - 1] == "", place


def test_a_pointer_into_a_file_that_was_not_read_leads_to_its_first_line() -> None:
    loaded = told(MEETING, HEAD)
    assert loaded.place(Pointer("data/bodies.yaml", ("bodies", 3))) == Place("data/bodies.yaml", 1, 1)
    assert loaded.place(Place("a", 2, 3)) == Place("a", 2, 3)
