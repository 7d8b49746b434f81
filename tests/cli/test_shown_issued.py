"""`cdrp show MEETING --issued`: the agenda as it was sent, whatever the records say now."""

from __future__ import annotations

from pathlib import Path

import pytest

from gitfolder import begin, commit, git
from typed import Cdrp, write

NAME = "data/meetings/2019-04-23-board.yaml"
BODIES = "bodies:\n  - {id: board, name: Board, publish: minutes}\n"
PLANNED = """\
body: board
date: 2019-04-23
status: planned
items:
  - {number: 1, title: The bus station}
  - {number: 2, title: A drug line, exempt: {reason: Crime}}
"""
OTHER = "cannot be made again byte for byte: it was made by another version of the program or of what it uses"
MEMBERS = "2019-04-23-board-agenda-NOT-FOR-PUBLICATION.md, 2019-04-23-board-pack-NOT-FOR-PUBLICATION.md"


@pytest.fixture
def issued(cdrp: Cdrp, root: Path) -> Path:
    """A board whose agenda was issued; since then its record, its name and a template have changed."""
    write(root, ".gitignore", "build/\n")
    write(root, "data/bodies.yaml", BODIES)
    write(root, NAME, PLANNED)
    begin(root)
    commit(root)
    assert cdrp("agenda", "2019-04-23", "--issue", "--today", "2019-04-11").code == 0
    text = (root / NAME).read_text(encoding="utf-8")
    write(root, NAME, text.replace("bus station", "cycle track").replace("status: planned", "status: held"))
    write(root, "data/bodies.yaml", BODIES.replace("Board", "Safer Vale"))
    write(root, "templates/agenda.md.j2", "# Another template\n")
    commit(root)
    return root


def _short(root: Path) -> str:
    return git(root, "rev-parse", "HEAD~1")[:10]


def test_the_members_copy_is_made_again_and_is_the_same(cdrp: Cdrp, issued: Path) -> None:
    sent = (issued / "build/members/2019-04-23-board-agenda-NOT-FOR-PUBLICATION.md").read_text(encoding="utf-8")
    done = cdrp("show", "2019-04-23-board", "--issued")
    assert (done.code, done.out) == (0, sent)
    assert "The bus station" in sent
    assert done.err.splitlines() == [
        f"cdrp: issued to the public on 11 April 2019, from revision {_short(issued)}",
        f"cdrp: issued to members on 11 April 2019, from revision {_short(issued)}",
        f"cdrp: made again from that revision, and the same as what was sent: {MEMBERS}",
    ]


def test_the_public_copy_is_shown_where_it_is_asked_for(cdrp: Cdrp, issued: Path) -> None:
    out = cdrp("show", "2019-04-23", "--issued", "--audience", "public").out
    assert out == (issued / "build/public/2019-04-23-board-agenda.md").read_text(encoding="utf-8")
    assert "drug" not in out


def test_all_that_was_sent_is_written_where_a_folder_is_named(cdrp: Cdrp, issued: Path, tmp_path: Path) -> None:
    done = cdrp("show", "2019-04-23", "--issued", "--out", tmp_path / "again")
    names = MEMBERS.split(", ")
    assert [path.rpartition("/again/")[2] for path in done.out.splitlines()] == [f"members/{name}" for name in names]
    for name in names:
        assert (tmp_path / "again/members" / name).read_bytes() == (issued / "build/members" / name).read_bytes()


def test_the_last_of_several_is_shown(cdrp: Cdrp, issued: Path) -> None:
    text = (issued / NAME).read_text(encoding="utf-8")
    write(issued, NAME, text.replace("status: held", "status: planned"))
    commit(issued)
    assert cdrp("agenda", "2019-04-23", "--issue", "--today", "2019-04-15", "--audience", "members").code == 0
    done = cdrp("show", "2019-04-23", "--issued")
    assert (done.code, done.out) == (0, "**NOT FOR PUBLICATION**\n\n# Another template\n")
    assert [line.partition(", from")[0] for line in done.err.splitlines()[:3]] == [
        "cdrp: issued to the public on 11 April 2019",
        "cdrp: issued to members on 11 April 2019",
        "cdrp: issued to members on 15 April 2019",
    ]


def test_another_file_than_the_one_sent_is_told_as_such(cdrp: Cdrp, issued: Path) -> None:
    text = (issued / NAME).read_text(encoding="utf-8")
    first, hash_, rest = text.partition("pack-NOT-FOR-PUBLICATION.md\n        hash: ")
    write(issued, NAME, f"{first}{hash_}{'f' * 64}{rest[64:]}")
    done = cdrp("show", "2019-04-23", "--issued")
    assert done.code == 1
    assert "The bus station" in done.out
    assert done.err.splitlines()[2:] == [
        "cdrp: the hashes on record do not agree with one another: the record of the issue was changed since",
        "cdrp: 2019-04-23-board-agenda-NOT-FOR-PUBLICATION.md: the same as what was sent",
        f"cdrp: 2019-04-23-board-pack-NOT-FOR-PUBLICATION.md: {OTHER}",
    ]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ("", "the record names no file, so nothing shows that this is what was sent"),
        (", files: [agenda.md]", "agenda.md: no hash is on record, so nothing shows that this is what was sent"),
        (", files: [{name: agenda.md, hash: '0'}]", f"agenda.md: {OTHER}"),
    ],
)
def test_an_issue_written_by_hand_is_shown_and_proves_nothing(cdrp: Cdrp, issued: Path, files: str, told: str) -> None:
    by_hand = f"issued: [{{date: 2019-04-11, revision: {_short(issued)}, audience: members{files}}}]\n"
    write(issued, NAME, PLANNED + by_hand)
    done = cdrp("show", "2019-04-23", "--issued")
    assert done.code == 1
    assert "The bus station" in done.out
    assert done.err.splitlines()[1:] == [f"cdrp: {told}"]


@pytest.mark.parametrize(
    ("issue", "options", "told"),
    [
        ("", [], "nothing of 2019-04-23-board was issued: cdrp agenda 2019-04-23-board --issue records what is sent"),
        ("members", ["--audience", "public"], "nothing of 2019-04-23-board was issued to the public"),
        ("members", [], "git knows no revision '0123456' in this folder: see that it is written right, and that its"),
        ("members", ["--audience", "police"], "--audience: 'police' is none of public or members"),
    ],
)
def test_what_cannot_be_shown_is_told(cdrp: Cdrp, issued: Path, issue: str, options: list[str], told: str) -> None:
    by_hand = f"issued: [{{date: 2019-04-11, revision: 0123456, audience: {issue}}}]\n" if issue else ""
    write(issued, NAME, PLANNED + by_hand)
    done = cdrp("show", "2019-04-23", "--issued", *options)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_options_of_an_issue_want_the_word(cdrp: Cdrp, issued: Path) -> None:
    done = cdrp("show", "2019-04-23-board", "--audience", "public")
    assert done.err == "cdrp: --audience and --out are for an agenda that was sent: say --issued too\n"
