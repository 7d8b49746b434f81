"""What each kind of mistake in a record is told as: the rule, the place, the fact, what to write instead."""

from __future__ import annotations

import pytest

from recordfiles import MEETING, one, told

REFUSALS = [
    # file, text, line, column, rule, fact, remedy
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nvenu: Hall\n", 4, 1, "unknown-key",
     "'venu' is not a key of a meeting", "did you mean venue?"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nzzz: Hall\n", 4, 1, "unknown-key",
     "'zzz' is not a key of a meeting", "the keys of a meeting are body, date, start, end,"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nitems:\n  - title: a\n    oucomes: []\n", 6, 5,
     "unknown-key", "'oucomes' is not a key of an item", "did you mean outcomes"),
    (MEETING, ("body: board\ndate: 2025-07-22\nstatus: held\nitems:\n  - {title: a, outcomes: [{kind: action, "
     "id: a1, text: b, ownr: c}]}\n"), 5, 59, "unknown-key", "'ownr' is not a key of an action", "did you mean owner?"),
    (MEETING, "date: 2025-07-22\nstatus: held\n", 1, 1, "missing-key", "a meeting needs the key body",
     "add body: board"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nitems:\n  - number: 1\n", 5, 5, "missing-key",
     "an item needs the key title", "add title: "),
    (MEETING, "body: board\ndate: 2025-02-30\nstatus: held\n", 2, 7, "not-a-date", "there is no 30 February 2025",
     "February 2025 has 28 days"),
    (MEETING, "body: board\ndate: 01/05/2025\nstatus: held\n", 2, 7, "not-a-date", "'01/05/2025' is not a date",
     "write 2025-05-01 for 1 May"),
    (MEETING, "body: board\ndate: 2025-07\nstatus: held\n", 2, 7, "not-a-date", "'2025-07' is not a whole day",
     "write year, month and day: 2025-07-22"),
    (MEETING, "body: board\ndate: [2025-07-22]\nstatus: held\n", 2, 7, "wrong-kind",
     "a list stands where a date or a reference in text belongs", "write a date"),
    (MEETING, "body: board\ndate:\nstatus: held\n", 2, 1, "nothing-written", "date is there but empty",
     "write it: the record needs it"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nvenue: ''\n", 4, 8, "nothing-written",
     "venue is there but empty", "write it, or delete the key"),
    (MEETING, "body: Partnership Board\ndate: 2025-07-22\nstatus: held\n", 1, 7, "not-an-id",
     "'Partnership Board' is not an id", "partnership-board"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: hold\n", 3, 9, "not-a-choice",
     "'hold' is not one of the words that status may have", "did you mean held?"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: [held]\n", 3, 9, "not-a-choice",
     "is not one of the words that status may have", "write planned, held, adjourned, moved, cancelled or inquorate"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nstart: 25:00\n", 4, 8, "not-a-time",
     "'25:00' is not a time of day", '"10:00"'),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nstart: 9:30\n", 4, 8, "not-a-time",
     "'9:30' is not a time of day", '"10:00"'),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\npublic: yes\n", 4, 9, "wrong-kind",
     "a word stands where true or false belongs", "yes and no are words"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\npublic: 1\n", 4, 9, "wrong-kind",
     "a number stands where true or false belongs", "write true or false"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nvenue: true\n", 4, 8, "wrong-kind",
     "true stands where text belongs", 'put it in quotes if the word is meant: "true"'),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nvenue: {hall: big}\n", 4, 8, "wrong-kind",
     "a mapping (keys and values) stands where text belongs", "write text"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nitems: Apologies\n", 4, 8, "wrong-kind",
     "text stands where a list belongs", "begin each entry on its own line"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nitems:\n  - Apologies\n", 5, 5, "wrong-kind",
     "text stands where a mapping (keys and values) belongs", "write keys and values"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nminutes: approved\n", 4, 10, "wrong-kind",
     "text stands where a mapping (keys and values) belongs", "write keys and values"),
    (MEETING, ("body: board\ndate: 2025-07-22\nstatus: held\nattendance:\n  - {partner: vale, count: two, "
     "status: present}\n"), 5, 28, "wrong-kind", "text stands where a whole number belongs", "write a whole number"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nchair: the Leader\n", 4, 8, "not-a-reference",
     "'the Leader' does not name a post", "vale/chief-executive"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nminutes: {status: approved, approved_by: 97}\n", 4, 42,
     "not-a-reference", "'97' does not cite a minute", "95 of 2025-07-22-board"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nmoved_to: the board of May\n", 4, 11, "not-a-reference",
     "'the board of May' does not name a meeting", "2025-07-22-board"),
    (MEETING, ("body: board\ndate: 2025-07-22\nstatus: held\nitems:\n  - title: a\n    updates:\n"
     "      - {action: a3, status: open}\n"), 7, 18, "not-a-reference", "'a3' does not name an action",
     "2025-07-22-board/a1"),
    (MEETING, ("body: board\ndate: 2025-07-22\nstatus: held\nitems:\n  - title: a\n    outcomes:\n"
     "      - {kind: decison, verb: noted}\n"), 7, 16, "not-a-choice",
     "'decison' is not one of the words that kind may have", "did you mean decision?"),
    (MEETING, ("body: board\ndate: 2025-07-22\nstatus: held\nitems:\n  - title: a\n    outcomes:\n"
     "      - {verb: noted}\n"), 7, 9, "missing-key", "an outcome needs the key kind",
     "write kind: decision or action"),
    ("data/hallmarks/assess.yaml", "rows:\n  - ref: 1a\n    status: met\n    evidence: [{shows: a lot}]\n", 4, 16,
     "evidence-unclear", "evidence points at nothing", "give one of meeting, minute, document"),
    ("data/hallmarks/assess.yaml", "rows:\n  - ref: 1a\n    evidence:\n      - {document: plan, url: https://x.org}\n",
     4, 9, "evidence-unclear", "evidence points at document and url at once", "a second piece is a second entry"),
    ("data/returns.yaml", "returns:\n  - {partner: police, quarter: 2025-08-01, dataset: police-crimes}\n", 2, 32,
     "not-a-date", "2025-08-01 begins no quarter", "first day of January, April, July or October"),
    ("data/partnership.yaml", "name: Vale\narea: Vale\nnation: england\nrecords: {complete_from: {meeting: never}}\n",
     4, 26, "not-a-choice", "'meeting' is no kind of record", "did you mean meetings?"),
    ("data/partnership.yaml", "name: Vale\narea: Vale\nnation: england\nrecords: {complete_from: soon}\n", 4, 26,
     "not-a-date", "'soon' is not a date", "2025-07-22"),
    ("data/partnership.yaml", "name: Vale\narea: Vale\nnation: scotland\n", 3, 9, "not-a-choice",
     "'scotland' is not one of the words that nation may have", "write england or wales"),
    ("data/bodies.yaml", "bodies:\n  - id: board\n    name: Board\n    from_: 2025-01-01\n", 4, 5, "unknown-key",
     "'from_' is not a key of a body", "did you mean from?"),
    ("data/bodies.yaml", "body:\n  - id: board\n", 1, 1, "unknown-key", "'body' is not a key of this file",
     "did you mean bodies?"),
    ("data/bodies.yaml", "bodies: board\n", 1, 9, "wrong-kind", "the file needs the key bodies with a list",
     "write bodies: and below it one entry for each"),
    ("data/bodies.yaml", "- id: board\n", 1, 1, "wrong-kind",
     "a list or a text stands where a mapping (keys and values) belongs", "begin the file with bodies:"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nitems: [~]\n", 4, 9, "nothing-written",
     "an entry of the list is empty", "write it, or delete its hyphen"),
    ("data/bodies.yaml", "bodies:\n  -\n", 2, 4, "nothing-written",
     "an entry of the list is empty", "delete its hyphen"),
    (MEETING, "- body: board\n", 1, 1, "wrong-kind",
     "a list or a text stands where a mapping (keys and values) belongs", "begin the file with its keys"),
    ("data/bodies.yaml", "bodies:\n  - id: board\n    name: Board\n    terms: [{clear_days: 9999999}]\n", 4, 26,
     "wrong-kind", "9999999 is no number that is meant here", "write a whole number from 0 to 1000"),
    ("data/bodies.yaml", "bodies:\n  - id: board\n    name: Board\n    terms: [{timetable: {papers_in: -5}}]\n", 4, 37,
     "wrong-kind", "-5 is no number that is meant here", "write a whole number from 0 to 1000"),
    ("data/bodies.yaml", "bodies:\n  - id: board\n    name: Board\n    terms: [{quorum: {partners: -1}}]\n", 4, 33,
     "wrong-kind", "-1 is no number that is meant here", "write a whole number from 0 to 1000"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nitems:\n  - {title: Burglary, allotted: -5}\n", 5, 33,
     "wrong-kind", "-5 is no number that is meant here", "write a whole number from 0 to 1000"),
    (MEETING,
     "body: board\ndate: 2025-07-22\nstatus: held\nattendance: [{status: present, post: a/b, count: -2}]\n", 4, 50,
     "wrong-kind", "-2 is no number that is meant here", "write a whole number from 0 to 1000"),
    (MEETING, "The Board met.\n", 1, 1, "wrong-kind", "a list or a text stands where", "begin the file with its keys"),
    (MEETING, "body: board\ndate: 2025-07-22\nstatus: held\nvenue: 1.10\n", 4, 8, "number-changes",
     "1.10 is read as a number", 'put it in quotes: "1.10"'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "line", "column", "rule", "fact", "remedy"),
    REFUSALS,
    ids=[f"{row[4]}-{row[5][:30]}" for row in REFUSALS],
)
def test_a_mistake_is_told_once_at_its_place(
    name: str, text: str, line: int, column: int, rule: str, fact: str, remedy: str
) -> None:
    finding = one(name, text)
    assert (finding.rule, finding.at) == (rule, (name, line, column))
    assert fact in finding.message
    assert remedy in finding.help


def test_numbers_that_people_cite_are_taken_as_their_text() -> None:
    text = "body: board\ndate: 2025-07-22\nstatus: held\nitems: [{number: 5, minute: 95, title: 2025}]\n"
    loaded = told(MEETING, text)
    (meeting,) = loaded.partnership.meetings
    assert loaded.findings == ()
    assert (meeting.items[0].number, meeting.items[0].minute, meeting.items[0].title) == ("5", ("95",), "2025")


def test_all_mistakes_of_a_record_are_told_at_once_and_each_once() -> None:
    text = (
        "body: Board\ndate: 2025-02-30\nstatus: hold\nvenu: Hall\npublic: yes\nitems:\n"
        "  - {titel: a}\n  - {title: b, outcomes: [{kind: action, id: a1}]}\n  - title: c\n    minute: 1.10\n"
    )
    rules = [(finding.at[1:], finding.rule) for finding in told(MEETING, text).findings]
    assert sorted(rules) == [
        ((1, 7), "not-an-id"),
        ((2, 7), "not-a-date"),
        ((3, 9), "not-a-choice"),
        ((4, 1), "unknown-key"),
        ((5, 9), "wrong-kind"),
        ((7, 6), "unknown-key"),
        ((8, 27), "missing-key"),
        ((10, 13), "number-changes"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "items:\n  - title: a\n    exempt: {reason: b}\n    purpose: secretword\n",
        "items:\n  - title: a\n    exempt: {reason: b}\n    secretword: x\n",
        "items:\n  - title: a\n    exempt: {reason: b}\n    duty: Secretword Secretword\n",
        "items:\n  - title: a\n    exempt: {reason: b}\n    outcomes: [{kind: secretword}]\n",
        "items:\n  - title: a\n    exempt: {reason: b, paragraphs: [secretword]}\n",
        "declarations:\n  - {post: secretword, kind: personal}\n",
        "declarations:\n  - {post: a/b, kind: secretword}\n",
        "declarations:\n  - {post: a/b, kind: personal, withdrew: secretword}\n",
    ],
)
def test_nothing_of_exempt_matter_or_declarations_is_repeated(text: str) -> None:
    finding = one(MEETING, f"body: board\ndate: 2025-07-22\nstatus: held\n{text}")
    assert finding.closed
    assert "secretword" not in f"{finding.message} {finding.help}".lower()
    assert finding.help


def test_a_blank_status_is_a_row_not_assessed() -> None:
    loaded = told(
        "data/hallmarks/assess.yaml", "rows:\n  - {ref: 1a, status: }\n  - {ref: 1b}\n  - ref: 1c\n    status:\n"
    )
    assert loaded.findings == ()
    assert [row.status for row in loaded.partnership.hallmarks] == ["not-assessed"] * 3


def test_a_document_is_signed_by_a_name_or_by_a_name_and_a_day() -> None:
    signed = "[vale, {by: icb, date: 2022-07-01}]"
    text = f"documents:\n  - {{id: p, kind: strategy, title: P, dated: 2025, signed_by: {signed}}}\n"
    loaded = told("data/documents.yaml", text)
    assert loaded.findings == ()
    assert [signature.by for signature in loaded.partnership.documents[0].signed_by] == ["vale", "icb"]
