"""What a console can show, and a reader that goes away."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cdrp_cli.cli import console
from cdrp_cli.core.errors import CdrpError
from typed import write


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "terminal", "piped"),
    [
        ({"TERM": "xterm"}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"CLICOLOR_FORCE": "1", "TERM": "dumb"}, True, True),
        ({"CLICOLOR": "0"}, False, False),
    ],
)
def test_colour_is_for_terminals_and_for_those_who_ask(
    environment: dict[str, str], terminal: bool, piped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console.os, "name", "posix")
    assert console.colour(Terminal(), environment) is terminal
    assert console.colour(io.StringIO(), environment) is piped


def test_the_old_windows_console_gets_no_colour_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console.os, "name", "nt")
    assert console.colour(Terminal(), {}) is False
    assert console.colour(Terminal(), {"WT_SESSION": "1"}) is True


def test_only_a_terminal_has_a_width(monkeypatch: pytest.MonkeyPatch) -> None:
    assert console.width(io.StringIO()) is None
    assert console.width(None) is None
    for columns, width in (("80", 80), ("10", 40), ("300", 100)):
        monkeypatch.setenv("COLUMNS", columns)
        assert console.width(Terminal()) == width


def test_a_console_that_cannot_print_a_letter_survives(root: Path) -> None:
    write(root, "data/meetings/2025-07-22-board.yaml", "body: board\ndate: 2025-07-22\nstatus: held\ntitel: “Œuvre”\n")
    done = _run("check", encoding="cp1252")
    assert done.returncode == 3
    assert b"titel" in done.stdout
    assert b"Traceback" not in done.stderr
    plain = _run("check", encoding="ascii")
    assert b"?uvre" in plain.stdout


def test_a_reader_that_goes_away_is_no_fault(root: Path) -> None:
    read, write_ = os.pipe()
    os.close(read)
    with os.fdopen(write_, "w", encoding="utf-8") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "cdrp_cli", "check"],
            stdout=pipe,
            stderr=subprocess.PIPE,
            env=_environment(),
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")


class Full(io.StringIO):
    """A stream into a file on a disk without room."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def fileno(self) -> int:
        return self._number

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_told_once_and_is_no_fault_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "full").open("wb") as file:
        monkeypatch.setattr(sys, "stdout", Full(file.fileno()))
        monkeypatch.setattr(sys, "stderr", Full(file.fileno()))
        with pytest.raises(CdrpError, match=r"^what was to be printed cannot be written \(No space left on device\)$"):
            console.put("text")
        console.tell("talk")


def test_a_program_without_consoles_survives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    console.make_ready()
    console.put("nothing to write to")


def _run(*arguments: str, encoding: str) -> subprocess.CompletedProcess[bytes]:
    environment = _environment() | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    return subprocess.run(
        [sys.executable, "-m", "cdrp_cli", *arguments], capture_output=True, env=environment, check=False
    )


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
