"""`cdrp check` from end to end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cdrp_cli.cli import clock
from cdrp_cli.core.dates import parse_day
from typed import BROKEN, FILES, Cdrp, write


def test_nothing_wrong_is_exit_code_0_and_says_so(cdrp: Cdrp, root: Path) -> None:
    done = cdrp("check", "--as-of", "1998-01-01")
    assert done.code == 0
    assert done.err == ""
    assert done.out.startswith(
        "Exampleshire Vale Community Safety Partnership (England, two-tier)\n"
        "As of 1 January 1998, for law, facts and deadlines; law read to 5 February 2025.\n\n"
        "No errors, no warnings and no notes in 1 record; "
    )
    assert done.out.endswith("This is no legal advice.\n")


def test_a_record_that_cannot_be_read_in_full_is_exit_code_3_whatever_fails(cdrp: Cdrp, root: Path) -> None:
    write(root, "data/meetings/2025-02-28-board.yaml", BROKEN)
    for word in ("error", "warning", "never"):
        assert cdrp("check", "--fail-on", word).code == 3
    done = cdrp("check")
    assert "Not read in full: data/meetings/2025-02-28-board.yaml.\n" in done.out
    assert "The verdict is incomplete.\n" in done.out


def test_a_warning_fails_only_where_it_is_asked_to(cdrp: Cdrp, root: Path) -> None:
    write(root, "data/minutes.yaml", "a: b\n")
    assert cdrp("check").code == 0
    assert cdrp("check", "--fail-on", "warning").code == 1
    assert cdrp("check", "--fail-on", "never").code == 0


def test_a_folder_without_a_record_is_exit_code_3(cdrp: Cdrp, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert cdrp("-C", tmp_path, "check").code == 3


def test_without_the_partnerships_own_file_nothing_is_judged(cdrp: Cdrp, root: Path) -> None:
    (root / "data" / "partnership.yaml").unlink()
    done = cdrp("check", "--format", "json")
    assert done.code == 3
    assert json.loads(done.out)["complete"] is False


def test_with_paths_all_is_read_and_what_they_hold_is_shown(cdrp: Cdrp, root: Path) -> None:
    write(root, "data/one.yaml", "a: b\n")
    write(root, "data/meetings/two/three.yaml", "a: b\n")
    shown = cdrp("check", "data/partners.yaml", "data/meetings", "--format", "concise", "--fail-on", "warning")
    assert [line.partition(":")[0] for line in shown.out.splitlines()] == ["data/meetings/two/three.yaml"]
    assert shown.code == 1
    assert cdrp("check", "data/partners.yaml", "--fail-on", "warning").code == 0


def test_paths_may_be_typed_from_a_folder_below_or_copied_from_a_report(
    cdrp: Cdrp, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "data")
    for path in ("partners.yaml", "data/partners.yaml", root / "data" / "partners.yaml", "."):
        assert cdrp("check", path).code == 0, path


def test_paths_that_hold_no_record_are_exit_code_3(cdrp: Cdrp, root: Path) -> None:
    write(root, "README.md", "A partnership.\n")
    done = cdrp("check", "README.md")
    assert done.code == 3
    assert done.err == "cdrp: nothing was checked: no record lies in README.md\n"


def test_concise_tells_its_dates_on_standard_error(cdrp: Cdrp, root: Path) -> None:
    write(root, "data/minutes.yaml", "a: b\n")
    done = cdrp("check", "--format", "concise", "--as-of", "2026-01-01", "--today", "2026-01-02")
    assert done.out == (
        "data/minutes.yaml:1:1: warning file-not-read: "
        "no kind of record has this file name, so nothing in it was read\n"
    )
    assert done.err == (
        "As of 1 January 2026, deadlines counted from 2 January 2026; "
        "law read to 5 February 2025; later changes not checked.\n"
    )


def test_reports_go_to_files_beside_standard_output(cdrp: Cdrp, root: Path) -> None:
    write(root, "data/minutes.yaml", "a: b\n")
    done = cdrp("check", "--format", "concise", "--output", "json=report.json", "--output", "text=report.txt")
    assert done.out.startswith("data/minutes.yaml:1:1: warning")
    assert json.loads((root / "report.json").read_text(encoding="utf-8"))["counts"]["warning"] == 1
    assert b"\r" not in (root / "report.txt").read_bytes()


def test_check_writes_nothing_else(cdrp: Cdrp, root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    cdrp("check")
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_the_days_of_a_run_are_told_apart(cdrp: Cdrp, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "machine_date", lambda: parse_day("2026-11-21"))
    for asked, found in (
        ((), ("2026-11-21", "2026-11-21")),
        (("--as-of", "2025-07-26"), ("2025-07-26", "2025-07-26")),
        (("--today", "2025-07-26"), ("2026-11-21", "2025-07-26")),
        (("--as-of", "2025-07-26", "--today", "2025-08-01"), ("2025-07-26", "2025-08-01")),
    ):
        shown = json.loads(cdrp("check", "--format", "json", *asked).out)
        assert (shown["as_of"], shown["today"]) == found


def test_an_archive_is_judged_as_of_its_last_day(cdrp: Cdrp, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "machine_date", lambda: parse_day("2026-11-21"))
    profile = FILES["data/partnership.yaml"]
    for until, last in (("2011-07-27", "2011-07-26"), ("2027-01-01", "2026-11-21")):
        write(root, "data/partnership.yaml", profile.replace("never}", f"never, until: {until}}}"))
        shown = json.loads(cdrp("check", "--format", "json").out)
        assert (shown["as_of"], shown["today"]) == (last, "2026-11-21")
