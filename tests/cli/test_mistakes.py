"""A mistake in the command is one clear line and exit code 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from typed import Cdrp


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--as-of", "2025-02-30"], "--as-of: there is no 30 February 2025; February 2025 has 28 days"),
        (["--as-of", "2025-02"], "--as-of: '2025-02' is not a whole day; write year, month and day: 2025-07-22"),
        (
            ["--today", "01/05/2025"],
            "--today: '01/05/2025' is not a date; write 2025-05-01 for 1 May, year first, so that nobody reads it the \
other way round",
        ),
        (["data/meeting"], "there is no file or folder data/meeting"),
        (["--format", "jsno"], "there is no format 'jsno'; did you mean json?"),
        (["--format", "x"], "there is no format 'x'; did you mean text or concise or json?"),
        (["--fail-on", "note"], "--fail-on: 'note' is none of error, warning or never"),
        (["--output", "json"], "--output: 'json' is not FORMAT=PATH: write for example json=report.json"),
        (["--output", "xml=a.xml"], "there is no format 'xml'; did you mean text or concise or json?"),
        (["--output", "json=build/a.json"], "--output: there is no folder build"),
        (
            ["--output", "json=data/partners.yaml"],
            "--output: data/partners.yaml lies among the records: a report is written anywhere but in data",
        ),
    ],
)
def test_what_cannot_be_meant_is_one_line(cdrp: Cdrp, root: Path, arguments: list[str], line: str) -> None:
    done = cdrp("check", *arguments)
    assert (done.code, done.out, done.err) == (2, "", f"cdrp: {line}\n")


def test_a_path_outside_the_root_is_refused(cdrp: Cdrp, root: Path) -> None:
    done = cdrp("check", "..")
    assert done.code == 2
    assert done.err == f"cdrp: .. does not lie in {root.as_posix()}\n"


def test_an_output_that_cannot_be_written_is_told(cdrp: Cdrp, root: Path) -> None:
    done = cdrp("check", "--output", "json=.")
    assert done.code == 2
    assert done.err.startswith("cdrp: --output: . cannot be written (")


def test_no_partnership_here_or_above(cdrp: Cdrp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    done = cdrp("check")
    assert done.code == 2
    assert done.err == (
        "cdrp: no data/partners.yaml here or in a folder above: "
        "change to the partnership's folder, or name it with -C\n"
    )


def test_the_search_stops_at_the_git_root(cdrp: Cdrp, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = root / "another"
    (inner / ".git").mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert cdrp("check").code == 2


def test_a_folder_that_is_no_partnerships(cdrp: Cdrp, tmp_path: Path) -> None:
    done = cdrp("-C", tmp_path / "nowhere", "check")
    assert done.code == 2
    assert "is not a partnership's folder: it holds no folder data" in done.err


@pytest.mark.parametrize("arguments", [["chekc"], ["check", "--formt", "json"], ["--nonsense"], ["-C"]])
def test_an_unknown_command_or_option_is_exit_code_2(cdrp: Cdrp, root: Path, arguments: list[str]) -> None:
    done = cdrp(*arguments)
    assert done.code == 2
    assert "Error: " in done.err


def test_no_command_shows_the_help_as_a_mistake(cdrp: Cdrp) -> None:
    done = cdrp()
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: cdrp [OPTIONS] COMMAND [ARGS]...")
