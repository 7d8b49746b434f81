"""Records and templates read from a git revision, and git itself left as it was."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.pointer import Place
from cdrp_cli.records.load import load
from cdrp_cli.records.revision import revision
from cdrp_cli.records.tree import read_folder
from gitfolder import begin, commit, git
from typed import FILES, write

MEETING = "data/meetings/2019-04-23-board.yaml"
PLANNED = "body: board\ndate: 2019-04-23\nstatus: planned\n"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A partnership's folder with two commits, the second of which moved the meeting's time."""
    folder = tmp_path / "a partnership"
    for name, text in FILES.items():
        write(folder, name, text)
    write(folder, MEETING, PLANNED)
    write(folder, "templates/agenda.md.j2", "# First\n")
    begin(folder)
    commit(folder)
    write(folder, MEETING, PLANNED + 'start: "10:00"\n')
    commit(folder)
    return folder


def test_a_revision_gives_the_records_as_they_were(kept: Path) -> None:
    (meeting,) = load(revision(kept, "HEAD~1").records()).partnership.meetings
    assert (meeting.id, meeting.start) == ("2019-04-23-board", None)
    (meeting,) = load(revision(kept).records()).partnership.meetings
    assert meeting.start == "10:00"


def test_what_is_committed_reads_as_the_folder_does(kept: Path) -> None:
    write(kept, "data/meetings/2019-04-23-board-2.yaml", PLANNED)
    write(kept, "data/meetings/.hidden.yaml", "no record")
    write(kept, "data/papers/Ÿ ö.md", "---\nto: board\n---\n")
    commit(kept)
    now, then = read_folder(kept), revision(kept).records()
    assert (list(then.files.items()), then.findings) == (list(now.files.items()), now.findings)


def test_a_commit_is_found_by_hash_whole_or_short_and_by_name(kept: Path) -> None:
    whole = git(kept, "rev-parse", "HEAD")
    git(kept, "tag", "sent")
    for name in ("HEAD", whole, whole[:7], "main", "sent"):
        assert revision(kept, name).commit == whole
    assert revision(kept).short == whole[:10]


def test_templates_come_from_the_revision_too(kept: Path) -> None:
    write(kept, "templates/agenda.md.j2", "# Second\n")
    assert revision(kept).templates() == {"templates/agenda.md.j2": b"# First\n"}


def test_a_partnership_may_lie_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path, "data/partners.yaml", "partners: [{id: other, name: Other, kind: other}]\n")
    folder = tmp_path / "vale"
    write(folder, "data/partners.yaml", FILES["data/partners.yaml"])
    write(folder, "database/notes.yaml", "no record")
    begin(tmp_path)
    commit(tmp_path)
    assert revision(folder).records().files == {"data/partners.yaml": b"partners: []\n"}
    assert revision(folder).templates() == {}


def test_every_difference_is_seen_even_where_git_is_told_to_look_away(kept: Path) -> None:
    assert revision(kept).changed_since() == ()
    write(kept, ".gitignore", "data/papers/\n")
    write(kept, "data/papers/ignored.md", "---\nto: board\n---\n")
    write(kept, "templates/pack.md.j2", "# New\n")
    (kept / "data/partners.yaml").unlink()
    git(kept, "update-index", "--assume-unchanged", MEETING)
    write(kept, MEETING, PLANNED)
    assert revision(kept).changed_since() == (
        MEETING,
        "data/papers/ignored.md",
        "data/partners.yaml",
        "templates/pack.md.j2",
    )


def test_what_is_no_record_may_lie_among_the_records(kept: Path) -> None:
    write(kept, "data/meetings/notes.txt", "Ask Jo for the key.")
    write(kept, "data/README.md", "# How to\n")
    assert revision(kept).changed_since() == ()


def test_the_ends_of_lines_are_no_difference(kept: Path) -> None:
    path = kept / MEETING
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert revision(kept).changed_since() == ()


def test_a_link_is_followed_among_the_records_alone(kept: Path) -> None:
    (kept / "data/meetings/2019-05-07-board.yaml").symlink_to(kept / "secret.yaml")
    (kept / "data/meetings/2019-06-04-board.yaml").symlink_to("../meetings/./2019-04-23-board.yaml")
    commit(kept)
    tree = revision(kept).records()
    assert tree.files["data/meetings/2019-06-04-board.yaml"] == tree.files[MEETING]
    assert [finding.at for finding in tree.findings] == [Place("data/meetings/2019-05-07-board.yaml", 1, 1)]


def test_nothing_is_run_and_nothing_is_written(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = kept / "ran"
    program = f"\"{sys.executable}\" -c \"open(r'{ran}', 'w')\""
    write(kept, ".gitattributes", "*.yaml filter=evil diff=evil\n")
    commit(kept)
    for key in ("filter.evil.clean", "filter.evil.smudge", "diff.evil.textconv", "core.pager", "core.fsmonitor"):
        git(kept, "config", key, program)
    monkeypatch.setenv("GIT_PAGER", program)
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere")
    before = {path: path.read_bytes() for path in (kept / ".git").rglob("*") if path.is_file()}
    write(kept, MEETING, PLANNED)
    found = revision(kept)
    assert (found.changed_since(), len(found.records().files)) == ((MEETING,), 3)
    assert {path: path.read_bytes() for path in (kept / ".git").rglob("*") if path.is_file()} == before
    assert not ran.exists()


@pytest.mark.parametrize("name", ["0123456", "no such", "--help", "HEAD:data", ""])
def test_a_revision_that_is_not_there_is_told(kept: Path, name: str) -> None:
    with pytest.raises(CdrpError, match=r"^git knows no revision .* in this folder: see that it is written right"):
        revision(kept, name)


def test_a_folder_without_git_is_told(tmp_path: Path) -> None:
    with pytest.raises(CdrpError, match="is kept in no git repository: make it one with git init"):
        revision(tmp_path)


def test_a_repository_without_a_commit_is_told(tmp_path: Path) -> None:
    begin(tmp_path)
    with pytest.raises(CdrpError, match=r"^nothing is committed to git yet: commit the records first$"):
        revision(tmp_path)


def test_a_machine_without_git_is_told(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CdrpError, match=r"^git is not installed, or not on the path"):
        revision(kept)


def test_what_git_says_of_anything_else_is_passed_on(kept: Path) -> None:
    write(kept, ".git/config", "[core\n")
    with pytest.raises(CdrpError, match=r"^git cannot read .*bad config line 1"):
        revision(kept)
