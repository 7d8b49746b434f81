"""Which files are read, which are not, and why: names, papers, links."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from cdrp_cli.core.pointer import Place
from cdrp_cli.records import tree as trees
from cdrp_cli.records.file import read_file
from cdrp_cli.records.kinds import KINDS, kind_of, kinds_under
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import Tree, read_folder
from cdrp_cli.yamltext import LIMIT_BYTES
from recordfiles import MEETING, one, told

PAPER = "data/papers/2025-07-22-burglary.md"
GOOD_PAPER = "---\nto: board\ntitle: Burglary\nrecommendations:\n  - Approve the plan\n---\n\n## Background\n\nText.\n"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("data/partnership.yaml", "partnership"),
        ("data/meetings/2025-07-22-board.yaml", "meetings"),
        ("data/papers/plan.md", "papers"),
        ("data/hallmarks/assess.yaml", "hallmarks"),
        ("data/meetings/2025/2025-07-22-board.yaml", None),
        ("data/meetings/2025-07-22-board.yml", None),
        ("data/bodies.yml", None),
        ("data/body.yaml", None),
        ("bodies.yaml", None),
        ("data/papers/plan.yaml", None),
        ("data/README.md", None),
        ("data/Bodies.yaml", None),
    ],
)
def test_a_file_s_name_says_what_it_holds(name: str, kind: str | None) -> None:
    found = kind_of(name)
    assert (found.name if found else None) == kind


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("data/bodies.yml", "call it data/bodies.yaml"),
        ("data/partner.yaml", "data/partners.yaml"),
        ("data/meetings/2025-07-22-board.yml", "call it data/meetings/2025-07-22-board.yaml"),
        ("data/meetings/2025/2025-07-22-board.yaml", "rename it, or move it out of data/"),
    ],
)
def test_a_file_that_nobody_reads_is_told(name: str, remedy: str) -> None:
    loaded = told(name, "bodies: []\n")
    (finding,) = loaded.findings
    assert (finding.rule, finding.severity.word, finding.at) == ("file-not-read", "warning", Place(name, 1, 1))
    assert remedy in finding.help
    assert loaded.unread == ()


def test_files_that_are_no_records_are_passed_over() -> None:
    loaded = told("data/README.md", "# Read me\n")
    assert (loaded.findings, loaded.unread, dict(loaded.sources)) == ((), (), {})


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.holds], ids=lambda kind: kind.name)
def test_a_list_may_be_there_and_empty(kind: object) -> None:
    name = kind.files.replace("*", "assess")  # type: ignore[attr-defined]
    for text in ("[]", "", "~"):
        assert told(name, f"{kind.holds}: {text}\n").findings == ()  # type: ignore[attr-defined]


def test_a_file_with_a_key_too_many_keeps_its_rows() -> None:
    loaded = told("data/bodies.yaml", "bodies:\n  - {id: board, name: Board}\nbodys: []\n")
    (finding,) = loaded.findings
    assert (finding.rule, finding.at.line, finding.help) == ("unknown-key", 3, "did you mean bodies?")
    assert [body.id for body in loaded.partnership.bodies] == ["board"]
    assert loaded.partnership.unread == {("bodies", "")}


def test_a_file_with_far_off_keys_is_told_which_one_it_holds() -> None:
    finding = one("data/bodies.yaml", "zzz: 1\n")
    assert (finding.rule, finding.help) == ("unknown-key", "the file holds the one key bodies")


def test_a_file_without_its_list_is_told_how_to_begin() -> None:
    finding = one("data/bodies.yaml", "{}\n")
    assert (finding.rule, finding.message) == ("missing-key", "the file needs the key bodies with a list")


def test_a_paper_is_its_front_matter_and_its_text() -> None:
    loaded = told(PAPER, GOOD_PAPER)
    (paper,) = loaded.partnership.papers
    assert loaded.findings == ()
    assert (paper.name, paper.to, paper.title) == ("2025-07-22-burglary", "board", "Burglary")
    assert paper.text == "\n## Background\n\nText.\n"
    assert loaded.place(paper.at("title")) == Place(PAPER, 3, 8)
    assert loaded.place(paper.at("recommendations", 0)) == Place(PAPER, 5, 5)
    assert loaded.place(paper.at("text")) == Place(PAPER, 7, 1)


@pytest.mark.parametrize("change", [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text])
def test_a_paper_saved_on_windows_is_the_same_paper(change: object) -> None:
    changed = told(PAPER, change(GOOD_PAPER))  # type: ignore[operator]
    assert changed.partnership == told(PAPER, GOOD_PAPER).partnership
    assert changed.findings == ()


def test_a_rule_of_three_hyphens_in_the_text_ends_nothing() -> None:
    (paper,) = told(PAPER, GOOD_PAPER + "\n---\n\nMore.\n").partnership.papers
    assert paper.text.endswith("\n---\n\nMore.\n")


@pytest.mark.parametrize(
    ("text", "line", "column", "rule"),
    [
        ("# Burglary\n", 1, 1, "no-front-matter"),
        ("---\nto: board\ntitle: Burglary\n---\nIt fell.\n<<<<<<< HEAD\nIt rose.\n", 6, 1, "conflict-marker"),
        ("", 1, 1, "no-front-matter"),
        ("---\nto: board\ntitle: Burglary\n", 1, 1, "no-front-matter"),
        ("\n---\nto: board\n---\n", 1, 1, "no-front-matter"),
        ("---\nto: board\ntitel: Burglary\n---\n", 3, 1, "unknown-key"),
        ("---\nto: board\ntitle: Minute #95\n---\n", 3, 15, "text-cut-by-hash"),
        ("---\nto: board\n\ttitle: Burglary\n---\n", 3, 1, "tab"),
        ("---\nto: board\ntitle: [a\n---\nText\n", 3, 8, "not-yaml"),
        ("---\n- to: board\n---\n", 2, 1, "wrong-kind"),
        ("---\n---\nText\n", 1, 1, "empty-file"),
    ],
)
def test_what_is_wrong_in_a_paper_has_its_place_in_the_whole_file(text: str, line: int, column: int, rule: str) -> None:
    loaded = told(PAPER, text)
    assert (loaded.findings[0].rule, loaded.findings[0].at) == (rule, Place(PAPER, line, column))
    assert loaded.partnership.unread == {("papers", "2025-07-22-burglary")}


def test_a_paper_in_letters_nobody_can_tell_is_refused() -> None:
    loaded = load(Tree({PAPER: b"---\nto: board\ntitle: Caf\xe9\n---\n"}))
    assert [(finding.rule, finding.at[1:]) for finding in loaded.findings] == [("not-utf-8", (3, 11))]


def test_the_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    told(MEETING, "body: board\n")
    assert gc.isenabled()
    gc.disable()
    try:
        told(MEETING, "body: board\n")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_reading_a_file_asks_for_a_kind_first() -> None:
    with pytest.raises(AssertionError, match="README"):
        read_file("data/README.md", b"")


def _put(root: Path, name: str, data: bytes = b"bodies: []\n") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _link(link: Path, target: Path) -> None:
    """A symbolic link; where the platform gives none, what stands there is a file, as git leaves it."""
    try:
        link.symlink_to(target)
    except OSError:
        pytest.fail("this platform makes no symbolic links without a right: run the tests in developer mode")


def test_a_folder_is_read_by_names_with_strokes_in_order_and_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("data/b.yaml", "data/meetings/x.yaml", "data/.hidden.yaml", "data/.git/x.yaml", "other.yaml"):
        _put(tmp_path, name)
    tree = read_folder(tmp_path)
    assert list(tree.files) == ["data/b.yaml", "data/meetings/x.yaml"]
    assert tree.findings == ()


def test_a_folder_without_data_holds_nothing(tmp_path: Path) -> None:
    assert read_folder(tmp_path) == Tree({})


def test_a_root_that_is_itself_hidden_is_read(tmp_path: Path) -> None:
    _put(tmp_path / ".work", "data/bodies.yaml")
    assert list(read_folder(tmp_path / ".work").files) == ["data/bodies.yaml"]


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    _put(tmp_path, "data/bodies.yaml", b"#" * (LIMIT_BYTES + 500))
    tree = read_folder(tmp_path)
    assert len(tree.files["data/bodies.yaml"]) == LIMIT_BYTES + 1
    assert [finding.rule for finding in load(tree).findings] == ["file-too-large"]


def test_a_link_that_leaves_the_root_is_refused_unread(tmp_path: Path) -> None:
    secret = _put(tmp_path, "outside/bodies.yaml", b"bodies: [{id: secret, name: Secret}]\n")
    root = tmp_path / "vale"
    _put(root, "data/partners.yaml", b"partners: []\n")
    _link(root / "data" / "bodies.yaml", secret)
    tree = read_folder(root)
    assert list(tree.files) == ["data/partners.yaml"]
    loaded = load(tree)
    (finding,) = loaded.findings
    assert (finding.rule, finding.at) == ("link-leaves-root", Place("data/bodies.yaml", 1, 1))
    assert loaded.unread == ("data/bodies.yaml",)
    assert loaded.partnership.unread == {("bodies", "")}
    assert loaded.partnership.bodies == ()


def test_a_link_inside_the_root_is_followed(tmp_path: Path) -> None:
    target = _put(tmp_path, "shared/bodies.yaml", b"bodies: [{id: board, name: Board}]\n")
    (tmp_path / "data").mkdir()
    _link(tmp_path / "data" / "bodies.yaml", target)
    assert [body.id for body in load(read_folder(tmp_path)).partnership.bodies] == ["board"]


def test_a_link_to_nothing_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    _put(tmp_path, "data/partners.yaml", b"partners: []\n")
    _link(tmp_path / "data" / "bodies.yaml", tmp_path / "data" / "gone.yaml")
    tree = read_folder(tmp_path)
    assert [(finding.rule, finding.at.file) for finding in tree.findings] == [("file-unreadable", "data/bodies.yaml")]
    assert list(tree.files) == ["data/partners.yaml"]


def test_a_link_that_goes_in_a_circle_is_told(tmp_path: Path) -> None:
    _put(tmp_path, "data/partners.yaml", b"partners: []\n")
    _link(tmp_path / "data" / "bodies.yaml", tmp_path / "data" / "bodies.yaml")
    tree = read_folder(tmp_path)
    assert [finding.rule for finding in tree.findings] == ["file-unreadable"]
    assert list(tree.files) == ["data/partners.yaml"]


def test_a_linked_folder_that_leaves_the_root_is_not_walked(tmp_path: Path) -> None:
    _put(tmp_path, "outside/2025-07-22-board.yaml", b"body: board\n")
    root = tmp_path / "vale"
    _put(root, "data/partners.yaml", b"partners: []\n")
    _link(root / "data" / "meetings", tmp_path / "outside")
    tree = read_folder(root)
    assert list(tree.files) == ["data/partners.yaml"]
    assert [(finding.rule, finding.at.file) for finding in tree.findings] == [("link-leaves-root", "data/meetings")]
    # what stands there is unknown, so that its absence proves nothing
    assert load(tree).partnership.unread == {("meetings", "")}


def test_a_linked_folder_inside_the_root_is_told_since_it_is_not_walked(tmp_path: Path) -> None:
    _put(tmp_path, "shared/2025-07-22-board.yaml", b"body: board\n")
    (tmp_path / "data").mkdir()
    _link(tmp_path / "data" / "meetings", tmp_path / "shared")
    tree = read_folder(tmp_path)
    assert [(finding.rule, finding.at.file) for finding in tree.findings] == [("link-to-folder", "data/meetings")]
    assert load(tree).partnership.unread == {("meetings", "")}


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("data/meetings", ["meetings"]),
        ("data/bodies.yaml", ["bodies"]),
        ("data/meetings/2025-07-22-board.yaml", ["meetings"]),
        ("data/notes", []),
    ],
)
def test_a_name_says_which_kinds_would_stand_there(name: str, kinds: list[str]) -> None:
    assert [kind.name for kind in kinds_under(name)] == kinds


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _put(tmp_path, "data/bodies.yaml")
    # as a pipe or a device answers, on every platform
    monkeypatch.setattr(Path, "is_file", lambda _path: False)
    tree = read_folder(tmp_path)
    assert [finding.message for finding in tree.findings] == ["this is no ordinary file"]
    assert tree.files == {}


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _put(tmp_path, "data/bodies.yaml")

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(trees, "_bytes", refuse)
    (finding,) = read_folder(tmp_path).findings
    assert (finding.rule, finding.at) == ("file-unreadable", Place("data/bodies.yaml", 1, 1))
    assert "Permission denied" in finding.message
