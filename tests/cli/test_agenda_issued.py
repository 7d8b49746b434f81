"""`cdrp agenda --issue`: what is sent is recorded so that it can be made again, and later changes show on its face."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from cdrp_cli.records.load import load
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.tree import read_folder
from cdrp_cli.records.writer import RefusedError
from gitfolder import begin, commit, git
from typed import BROKEN, Cdrp, Typed, write

NAME = "data/meetings/2019-04-23-board.yaml"
BODIES = """\
bodies:
  - id: board
    name: Board
    publish: minutes
    clerk: vale/clerk
    terms: [{from: 2018-01-01, clear_days: 5}]
  - {id: tasking, name: Tasking}
"""
PARTNERS = """\
partners:
  - {id: vale, name: Vale Council, kind: district-council, posts: [{id: clerk, title: Clerk}]}
"""
PLANNED = """\
body: board
date: 2019-04-23   # after Easter
start: "10:00"
venue: Council Chamber
status: planned
items:
  - {number: 1, title: Apologies}
  - {number: 2, title: The bus station, raised_by: vale}
  - {number: 3, title: A drug line, exempt: {reason: Crime, public_title: Closed matter}}
"""
LATE = "  - {number: 2a, title: Marshals, late: {reason: The grant closes first.}}\n  - {number: 3,"


@pytest.fixture
def board(root: Path) -> Path:
    """A board that is to meet after Easter; everything is committed."""
    write(root, ".gitignore", "build/\n")
    write(root, "data/bodies.yaml", BODIES)
    write(root, "data/partners.yaml", PARTNERS)
    write(root, NAME, PLANNED)
    begin(root)
    commit(root)
    return root


@pytest.fixture
def issued(cdrp: Cdrp, board: Path) -> Path:
    """The same with the agenda issued on the last day, and that committed."""
    assert _issue(cdrp).code == 0
    commit(board, "Issued")
    return board


def _issue(cdrp: Cdrp, *options: str, today: str = "2019-04-11") -> Typed:
    return cdrp("agenda", "2019-04-23-board", "--issue", "--today", today, *options)


def _meeting(root: Path, name: str = "2019-04-23-board") -> Meeting:
    found = load(read_folder(root)).partnership.meeting(name)
    assert found is not None
    return found


def _edit(root: Path, old: str, new: str) -> None:
    path = root / NAME
    text = path.read_text(encoding="utf-8")
    assert old in text
    write(root, NAME, text.replace(old, new))


def _face(cdrp: Cdrp, audience: str) -> str:
    """What the agenda says above its business."""
    return cdrp("agenda", "2019-04-23", "--stdout", "--audience", audience).out.partition("## Part A")[0]


def test_what_was_sent_is_recorded_with_day_revision_and_hashes(cdrp: Cdrp, board: Path) -> None:
    head = git(board, "rev-parse", "HEAD")
    done = _issue(cdrp)
    assert (done.code, done.out.splitlines()) == (
        0,
        [
            "build/public/2019-04-23-board-agenda.md",
            "build/public/2019-04-23-board-pack.md",
            "build/members/2019-04-23-board-agenda-NOT-FOR-PUBLICATION.md",
            "build/members/2019-04-23-board-pack-NOT-FOR-PUBLICATION.md",
        ],
    )
    assert done.err.splitlines() == [
        f"cdrp: recorded in {NAME}: issued to the public and to members on 11 April 2019, from revision {head[:10]}",
        "cdrp: recorded too, since the public copy is among them: agenda_published: 2019-04-11",
        f'Commit it, so that it is kept: git commit -m "Issue 2019-04-23-board" {NAME}',
    ]
    public, members = _meeting(board).issued
    assert (public.audience, members.audience) == ("public", "members")
    for issue in (public, members):
        assert (issue.date.isoformat(), issue.revision) == ("2019-04-11", head)
        sums = ""
        for file in issue.files:
            made = (board / "build" / issue.audience / file.name).read_bytes()
            assert file.hash == hashlib.sha256(made).hexdigest()
            sums += f"{file.hash}  {file.name}\n"
        assert issue.hash == hashlib.sha256(sums.encode()).hexdigest()
    assert _meeting(board).agenda_published == public.date


def test_the_record_stays_as_the_officer_wrote_it(cdrp: Cdrp, board: Path) -> None:
    _issue(cdrp, "--audience", "members")
    text = (board / NAME).read_text(encoding="utf-8")
    before, after = PLANNED.split("status: planned\n")
    assert text.startswith(f"{before}status: planned\nissued:\n  - date: 2019-04-11\n    revision: ")
    assert text.endswith(f"\n{after}")
    assert "agenda_published" not in text, "the public copy was not among them"


def test_a_day_of_publication_on_record_stands(cdrp: Cdrp, board: Path) -> None:
    _edit(board, "status: planned\n", "status: planned\nagenda_published: 2019-04-10\n")
    commit(board)
    assert "agenda_published" not in _issue(cdrp).err
    assert (board / NAME).read_text(encoding="utf-8").count("agenda_published: 2019-04-10") == 1


def test_the_command_to_commit_works_from_where_one_stands(
    cdrp: Cdrp, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(board / "data/meetings")
    told = _issue(cdrp).err.splitlines()[-1].removeprefix("Commit it, so that it is kept: ")
    assert told == f'git -C "{board.as_posix()}" commit -m "Issue 2019-04-23-board" {NAME}'


def test_papers_that_could_not_be_recorded_are_not_to_be_sent(
    cdrp: Cdrp, board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(root: Path, edits: object) -> None:
        raise RefusedError("2019-04-23-board.yaml cannot be written (Permission denied)")

    monkeypatch.setattr("cdrp_cli.cli.agenda_issued.write", refuse)
    done = _issue(cdrp)
    assert (done.code, (board / NAME).read_text(encoding="utf-8")) == (2, PLANNED)
    assert done.err.endswith("denied); the papers are made, and nothing is recorded of them: do not send them\n")


def test_without_issue_nothing_is_recorded(cdrp: Cdrp, board: Path) -> None:
    cdrp("agenda", "2019-04-23-board")
    assert (board / NAME).read_text(encoding="utf-8") == PLANNED


def test_a_body_that_publishes_nothing_issues_to_members(cdrp: Cdrp, board: Path) -> None:
    write(board, "data/meetings/2019-05-07-tasking.yaml", "body: tasking\ndate: 2019-05-07\nstatus: planned\n")
    commit(board)
    done = cdrp("agenda", "2019-05-07-tasking", "--issue", "--today", "2019-05-01")
    assert "no public copy of 2019-05-07-tasking" in done.err
    assert "2019-05-07-tasking has no business on record: the agenda is empty" in done.err
    meeting = _meeting(board, "2019-05-07-tasking")
    assert ([issue.audience for issue in meeting.issued], meeting.agenda_published) == (["members"], None)


def test_short_notice_is_told_and_does_not_stop_it(cdrp: Cdrp, board: Path) -> None:
    done = _issue(cdrp, today="2019-04-12")
    assert done.code == 0
    assert done.err.startswith(
        "cdrp: the notice is too short: the terms of reference of Board ask for 5 clear days, so papers had to be out "
        "by 11 April 2019 (5 clear days: Friday 12 April, "
    )
    assert len(_meeting(board).issued) == 2


def _held(root: Path) -> None:
    _edit(root, "status: planned", "status: held")
    commit(root)


def _touched(root: Path) -> None:
    _edit(root, "The bus station", "The bus stations")


def _broken(root: Path) -> None:
    write(root, "data/meetings/2019-02-28-board.yaml", BROKEN)
    commit(root)


def _template(root: Path) -> None:
    write(root, "templates/agenda.md.j2", "# {{ title }}\n")


@pytest.mark.parametrize(
    ("spoil", "today", "reason"),
    [
        (_held, "2019-04-11", "it is recorded as held: only papers of a planned meeting are issued"),
        (
            _touched,
            "2019-04-11",
            f"{NAME}: not as committed last; commit first, so that what is sent can be made again",
        ),
        (_template, "2019-04-11", "templates/agenda.md.j2: not as committed last; commit first, so"),
        (_broken, "2019-04-11", "data/meetings/2019-02-28-board.yaml: not read in full; mend first what cdrp check"),
        (lambda _: None, "2019-04-24", "it was to meet on 23 April 2019, before the day of issue, 24 April 2019"),
    ],
)
def test_what_could_not_be_answered_for_is_not_issued(
    cdrp: Cdrp, board: Path, spoil: object, today: str, reason: str
) -> None:
    assert callable(spoil)
    spoil(board)
    before = (board / NAME).read_bytes()
    done = _issue(cdrp, today=today)
    assert (done.code, done.out) == (2, "")
    assert f"cdrp: 2019-04-23-board was not issued, and nothing was written:\n  - {reason}" in done.err
    assert (board / NAME).read_bytes() == before
    assert not (board / "build").exists()


def test_every_reason_is_told_at_once(cdrp: Cdrp, board: Path) -> None:
    _held(board)
    _touched(board)
    assert _issue(cdrp).err.count("\n  - ") == 2


def test_a_folder_that_is_no_repository_issues_nothing(cdrp: Cdrp, root: Path) -> None:
    write(root, "data/bodies.yaml", BODIES)
    write(root, NAME, PLANNED)
    done = _issue(cdrp)
    assert (done.code, done.out) == (2, "")
    assert "is kept in no git repository: make it one with git init, and commit the records" in done.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--month", "2019-04", "--issue"], "--issue records what is sent for one meeting: name it"),
        (["2019-04-23", "--issue", "--stdout"], "--issue records what is sent for one meeting: name it"),
        (["2019-04-23", "--issue", "--today", "soon"], "--today: 'soon' is not a date"),
        (["2019-04-22", "--issue"], "there is no meeting '2019-04-22'"),
    ],
)
def test_mistakes_are_told(cdrp: Cdrp, board: Path, options: list[str], told: str) -> None:
    done = cdrp("agenda", *options)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_an_agenda_as_it_was_issued_says_nothing(cdrp: Cdrp, issued: Path) -> None:
    for audience in ("members", "public"):
        assert "issued" not in _face(cdrp, audience)


def test_a_changed_agenda_says_so_to_each_by_numbers_alone(cdrp: Cdrp, issued: Path) -> None:
    _edit(issued, "  - {number: 3,", LATE)
    _edit(issued, "A drug line", "A drug line in Quenford")
    _edit(issued, "  - {number: 1, title: Apologies}\n", "")
    _edit(issued, "Council Chamber", "Small Hall")
    short = _meeting(issued).issued[0].revision[:10]
    assert (
        f"**Changed since it was issued on 11 April 2019** (revision {short}). Items added: 2a. Items removed: 1. "
        "Items altered: 3. Also altered: the place.\n"
    ) in _face(cdrp, "members")
    assert (
        "**Changed since it was issued on 11 April 2019**. Items added: 2a. Items removed: 1. "
        "Also altered: the place.\n"
    ) in _face(cdrp, "public")


def test_an_item_that_was_closed_since_shows_its_title_nowhere_in_public(cdrp: Cdrp, issued: Path) -> None:
    _edit(issued, "title: The bus station,", "title: The bus station, exempt: {reason: Crime},")
    out = cdrp("agenda", "2019-04-23", "--stdout", "--audience", "public").out
    assert "**Changed since it was issued on 11 April 2019**. Items altered: 2.\n" in out
    assert "bus station" not in out


def test_an_item_without_a_number_goes_by_the_title_that_the_paper_has_and_by_no_other(cdrp: Cdrp, board: Path) -> None:
    _edit(board, "number: 2, ", "")
    commit(board)
    _issue(cdrp)
    commit(board)
    _edit(board, "title: The bus station", "title: The depot")
    face = _face(cdrp, "members")
    assert "Items added: ‘The depot’. Items removed: 1 item without a number.\n" in face
    assert "bus" not in face
    _edit(board, "title: The depot,", "title: The depot, exempt: {reason: Crime},")
    face = _face(cdrp, "public")
    assert "Items added: ‘Closed item’. Items removed: 1 item without a number.\n" in face


def test_the_pack_says_so_too(cdrp: Cdrp, issued: Path) -> None:
    _edit(issued, "Council Chamber", "Small Hall")
    cdrp("agenda", "2019-04-23-board")
    pack = (issued / "build/public/2019-04-23-board-pack.md").read_text(encoding="utf-8")
    assert "**Changed since it was issued on 11 April 2019**. Also altered: the place.\n" in pack


def test_what_happened_at_the_meeting_changes_no_agenda(cdrp: Cdrp, issued: Path) -> None:
    _edit(issued, "status: planned", 'status: held\nend: "12:10"')
    _edit(issued, "title: Apologies}", "title: Apologies, minute: 7, text: None., outcomes: []}")
    assert "Changed since" not in _face(cdrp, "members")


def test_where_git_does_not_have_the_revision_it_is_told(cdrp: Cdrp, issued: Path) -> None:
    (issued / ".git").rename(issued.parent / "gone")
    done = cdrp("agenda", "2019-04-23", "--stdout")
    assert done.code == 0
    assert "Whether it has changed since could not be told.\n" in done.out
    assert (
        "cdrp: 2019-04-23-board: the members' copy cannot be compared with the one issued on 11 April 2019: "
        in done.err
    )


def test_where_the_revision_does_not_have_the_meeting_it_is_told(cdrp: Cdrp, board: Path) -> None:
    by_hand = f"issued: [{{date: 2019-04-11, revision: {commit(board)}, audience: public}}]\n"
    write(board, "data/meetings/2019-05-07-board.yaml", f"body: board\ndate: 2019-05-07\nstatus: held\n{by_hand}")
    done = cdrp("agenda", "2019-05-07-board", "--stdout", "--audience", "public")
    assert "**Issued before**. Whether it has changed since could not be told.\n" in done.out
    assert " issued on 7 May" not in done.err
    assert "cannot be compared with the one issued on 11 April 2019: revision " in done.err


def test_a_second_issue_stands_beside_the_first_and_shows_what_changed(cdrp: Cdrp, issued: Path) -> None:
    _edit(issued, "  - {number: 3,", LATE)
    second = commit(issued)
    assert _issue(cdrp, "--audience", "members", today="2019-04-15").code == 0
    assert [(each.audience, each.date.day) for each in _meeting(issued).issued] == [
        ("public", 11),
        ("members", 11),
        ("members", 15),
    ]
    sent = issued / "build/members/2019-04-23-board-agenda-NOT-FOR-PUBLICATION.md"
    assert "Items added: 2a.\n" in sent.read_text(encoding="utf-8")
    commit(issued)
    assert "Changed since" not in _face(cdrp, "members")
    assert "Items added: 2a.\n" in _face(cdrp, "public"), "the public has the first still"
    assert _meeting(issued).issued[-1].revision == second


@pytest.mark.parametrize(
    ("old", "new", "today", "reason"),
    [
        (
            "  - {number: 3,",
            "  - {number: 2a, title: Marshals}\n  - {number: 3,",
            "2019-04-15",
            "item 2a was added after the agenda was issued, and no reason is recorded: write late: {reason: …} at the",
        ),
        (
            "number: 2, title",
            "number: 4, title",
            "2019-04-15",
            "item 2 was issued under that number, and goes by 4 now: numbers are fixed once issued, and late items get",
        ),
        ("venue", "venue", "2019-04-10", "it was issued on 11 April 2019 already, and cannot be issued again on an"),
    ],
)
def test_what_was_issued_binds_the_next_issue(
    cdrp: Cdrp, issued: Path, old: str, new: str, today: str, reason: str
) -> None:
    _edit(issued, old, new)
    commit(issued)
    done = _issue(cdrp, today=today)
    assert (done.code, done.out) == (2, "")
    assert f"\n  - {reason}" in done.err
    assert len(_meeting(issued).issued) == 2


def test_a_template_of_ones_own_is_taken_as_it_was_committed(cdrp: Cdrp, board: Path) -> None:
    write(board, "templates/agenda.md.j2", "# {{ title }}\n\nOur own.\n")
    commit(board)
    _issue(cdrp, "--audience", "public")
    assert (board / "build/public/2019-04-23-board-agenda.md").read_text(encoding="utf-8").endswith("Our own.\n")
