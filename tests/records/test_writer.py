"""The one writer: one place changes, all else stays, and a crash leaves the old file or the new one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from cdrp_cli.core.pointer import Step
from cdrp_cli.records import writer
from cdrp_cli.records.changes import Change, Drop, Put
from cdrp_cli.records.paper_text import read_paper
from cdrp_cli.records.writer import Edit, RefusedError, changed, create, digest, write
from cdrp_cli.yamltext import read
from hostiletexts import HOSTILE
from yamltrees import ROOT

ROWS = "data/hallmarks/assess.yaml"
TEXT = """\
# what the partnership says of itself
rows:
  - ref: 14a   # the prescribed data
    status: met
    position: 'As agreed'

  # asked again in May
  - ref: 14b
    note: >-
      Wider partners still develop
      their information.
    owner: "CDRP Chair"
# the end
"""


def _value(name: str, data: bytes) -> Any:
    document = read_paper(name, data) if name.endswith(".md") else read(name, data)
    assert document.problems == ()
    return document.value


def test_a_change_touches_its_line_only() -> None:
    made = changed(ROWS, TEXT.encode(), [Put(("rows", 0, "status"), "not-met")]).decode()
    assert made == TEXT.replace("status: met", "status: not-met")


def test_a_new_key_stands_where_the_order_has_it() -> None:
    order = ("ref", "status", "position", "note", "owner")
    made = changed(ROWS, TEXT.encode(), [Put(("rows", 1, "status"), "met", order)]).decode()
    assert made == TEXT.replace("- ref: 14b\n", "- ref: 14b\n    status: met\n")


def test_a_value_that_stands_there_already_is_left_as_it_is_written() -> None:
    said = _value(ROWS, TEXT.encode())["rows"]
    again = [Put(("rows", index, key), row[key]) for index, row in enumerate(said) for key in row]
    assert changed(ROWS, TEXT.encode(), again) == TEXT.encode()


def test_several_changes_are_all_made_or_none() -> None:
    good, bad = Put(("rows", 0, "status"), "not-met"), Put(("rows", 1, "status"), "splendid")
    with pytest.raises(RefusedError, match=r"assess.yaml: .*splendid"):
        changed(ROWS, TEXT.encode(), [good, bad])


def test_a_record_is_judged_when_all_changes_are_made() -> None:
    changes = [
        Put(("rows", 0, "evidence"), [{"shows": "it"}]),
        Put(("rows", 0, "evidence", 0, "meeting"), "2025-07-22-board"),
    ]
    with pytest.raises(RefusedError, match="evidence points at nothing"):
        changed(ROWS, TEXT.encode(), changes[:1])
    assert b"- shows: it\n        meeting: 2025-07-22-board\n" in changed(ROWS, TEXT.encode(), changes)


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("path", [(0, "position"), (1, "note"), (1, "owner"), (0, "note"), (1, "further_action")])
def test_what_people_type_comes_back_equal_and_changes_its_lines_only(value: str, path: tuple[Step, ...]) -> None:
    name, data = "data/checklist-like.yaml", TEXT.encode()
    made = changed(name, data, [Put(("rows", *path), value)])
    assert _value(name, made)["rows"][path[0]][path[1]] == value
    kept = [line for line in TEXT.splitlines() if line.lstrip().startswith("#") or "ref:" in line or "status" in line]
    assert [line for line in made.decode().splitlines() if line in kept] == kept


@pytest.mark.parametrize("value", ["a\x85b", "a\u2028b", "a\rb", "a\0b", "\x1b[31m", "a\u202eb", "\u2069", "\ud800"])
def test_what_nobody_sees_is_refused_by_its_number(value: str) -> None:
    with pytest.raises(RefusedError, match=rf"U\+{ord(next(c for c in value if not c.isprintable())):04X}"):
        changed(ROWS, TEXT.encode(), [Put(("rows", 0, "position"), value)])


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_the_mark_at_the_front_stay(end: str) -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", end).encode()
    made = changed(ROWS, data, [Put(("rows", 0, "position"), "one\ntwo")])
    expected = TEXT.replace("position: 'As agreed'", "position: |-\n      one\n      two")
    assert made == b"\xef\xbb\xbf" + expected.replace("\n", end).encode()


@pytest.mark.parametrize(("end", "other"), [("\n", "\r\n"), ("\r\n", "\n")])
def test_mixed_line_ends_stay_and_new_lines_end_like_their_neighbour(end: str, other: str) -> None:
    line = "    status: met"
    data = TEXT.replace("\n", other).replace(line + other, line + end).encode()
    made = changed(ROWS, data, [Put(("rows", 0, "due"), "2026-06-30", ("status", "due"))])
    assert made == data.replace(f"{line}{end}".encode(), f"{line}{end}    due: 2026-06-30{end}".encode())


def test_a_comment_inside_is_never_lost() -> None:
    text = "rows:\n  - ref: 14a\n    evidence: # seen\n      # first\n      - meeting: 2025-board\n    status: met\n"
    for change in (Put(("rows", 0, "evidence"), []), Drop(("rows", 0, "evidence"))):
        with pytest.raises(RefusedError, match="a comment stands inside"):
            changed(ROWS, text.encode(), [change])
    beside = "rows:\n  - ref: 14a\n    note: > # why\n      a b\n    owner: x # who\n"
    made = changed(ROWS, beside.encode(), [Put(("rows", 0, "note"), "c"), Put(("rows", 0, "owner"), "d\ne")])
    assert made.decode() == "rows:\n  - ref: 14a\n    note: c # why\n    owner: |- # who\n      d\n      e\n"


def test_front_matter_changes_and_the_paper_below_stays() -> None:
    path = ROOT / "examples/exampleshire/data/papers/2025-03-11-executive.md"
    name, data = f"data/papers/{path.name}", path.read_bytes().replace(b"\n", b"\r\n")
    made = changed(name, data, [Put(("title",), "A title: with a colon")])
    old, new = data.split(b"\r\n"), made.split(b"\r\n")
    differ = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    assert [b for _, b in differ] == [b'title: "A title: with a colon"']
    with pytest.raises(RefusedError, match="by hand only"):
        changed(name, data, [Put(("text",), "other")])


def test_a_file_with_problems_is_not_touched() -> None:
    with pytest.raises(RefusedError, match="mend first"):
        changed(ROWS, b"rows: [", [Put(("rows",), [])])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data/hallmarks").mkdir(parents=True)
    (tmp_path / ROWS).write_bytes(TEXT.encode())
    return tmp_path


def _edit(change: Change, data: bytes = TEXT.encode()) -> Edit:
    return Edit(digest(data), (change,))


GOOD = Put(("rows", 0, "status"), "not-met")


def test_writing_replaces_the_file_and_keeps_its_mode(folder: Path) -> None:
    (folder / ROWS).chmod(0o640)
    write(folder, {ROWS: _edit(GOOD)})
    assert (folder / ROWS).read_bytes() == TEXT.replace("status: met", "status: not-met").encode()
    assert (folder / ROWS).stat().st_mode & 0o777 == 0o640
    assert [each.name for each in (folder / ROWS).parent.iterdir()] == ["assess.yaml"]


def test_a_file_that_changed_since_is_refused(folder: Path) -> None:
    (folder / ROWS).write_bytes(TEXT.encode() + b"# mine\n")
    with pytest.raises(RefusedError, match="changed by somebody since"):
        write(folder, {ROWS: _edit(GOOD)})
    assert (folder / ROWS).read_bytes().endswith(b"# mine\n")


def test_a_file_that_changes_while_the_change_is_proved_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(name: str, data: bytes, changes: tuple[Change, ...]) -> bytes:
        (folder / ROWS).write_bytes(b"rows: []\n")
        return changed(name, data, changes)

    monkeypatch.setattr(writer, "changed", meanwhile)
    with pytest.raises(RefusedError, match="changed by somebody since"):
        write(folder, {ROWS: _edit(GOOD)})
    assert (folder / ROWS).read_bytes() == b"rows: []\n"


def test_one_file_refused_leaves_the_others_as_they_were(folder: Path) -> None:
    other = "data/hallmarks/local.yaml"
    (folder / other).write_bytes(TEXT.encode())
    with pytest.raises(RefusedError, match="splendid"):
        write(folder, {ROWS: _edit(GOOD), other: _edit(Put(("rows", 0, "status"), "splendid"))})
    assert (folder / ROWS).read_bytes() == (folder / other).read_bytes() == TEXT.encode()


@pytest.mark.parametrize("step", ["replace", "chmod", "open"])
def test_a_crash_leaves_the_old_file_whole_and_nothing_beside_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, step, crash)
    with pytest.raises(KeyboardInterrupt):
        writer._replace({folder / ROWS: b"new"})
    monkeypatch.undo()
    assert (folder / ROWS).read_bytes() == TEXT.encode()
    assert [each.name for each in (folder / ROWS).parent.iterdir()] == ["assess.yaml"]


def test_a_full_disk_is_told_in_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RefusedError, match="cannot be written \\(No space left on device\\)"):
        write(folder, {ROWS: _edit(GOOD)})
    assert (folder / ROWS).read_bytes() == TEXT.encode()
    assert [each.name for each in (folder / ROWS).parent.iterdir()] == ["assess.yaml"]


def test_a_disk_that_fills_up_at_the_second_file_leaves_the_first_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = "data/hallmarks/local.yaml"
    (folder / other).write_bytes(TEXT.encode())
    failures = iter([None, OSError(28, "No space left on device")])

    def filling(_: int) -> None:
        failure = next(failures)
        if failure is not None:
            raise failure

    monkeypatch.setattr(os, "fsync", filling)
    with pytest.raises(RefusedError, match=r"local\.yaml cannot be written"):
        write(folder, {ROWS: _edit(GOOD), other: _edit(GOOD)})
    assert {each.read_bytes() for each in (folder / ROWS).parent.iterdir()} == {TEXT.encode()}


@pytest.mark.parametrize("name", ["data/README.md", "README.md", "data/hallmarks/../../x.yaml", "src/x.yaml"])
def test_only_records_are_written(folder: Path, name: str) -> None:
    for act in (lambda: write(folder, {name: _edit(GOOD)}), lambda: create(folder, name, TEXT)):
        with pytest.raises(RefusedError, match="name of no record"):
            act()


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "rows.yaml"
    outside.write_bytes(TEXT.encode())
    (folder / "data/hallmarks/local.yaml").symlink_to(outside)
    with pytest.raises(RefusedError, match="leads out"):
        write(folder, {"data/hallmarks/local.yaml": _edit(GOOD)})
    assert outside.read_bytes() == TEXT.encode()


def test_a_new_record_is_written_whole_or_refused(folder: Path) -> None:
    create(folder, "data/hallmarks/introduction.yaml", "rows:\n  - ref: 1a\n")
    assert (folder / "data/hallmarks/introduction.yaml").read_bytes() == b"rows:\n  - ref: 1a\n"
    with pytest.raises(RefusedError, match="exists already"):
        create(folder, ROWS, TEXT)
    with pytest.raises(RefusedError, match="would not be read"):
        create(folder, "data/hallmarks/local.yaml", "rows:\n  - status: met\n")
    assert not (folder / "data/hallmarks/local.yaml").exists()
