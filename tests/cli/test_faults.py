"""A fault of the program is told as one, and never as a verdict."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cdrp_cli.cli import workspace
from typed import Cdrp

QUOTED = "words of a record"


def test_a_fault_is_exit_code_4_and_repeats_no_record(cdrp: Cdrp, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError(QUOTED)

    monkeypatch.setattr(workspace, "load", fail)
    done = cdrp("check")
    assert (done.code, done.out) == (4, "")
    assert done.err.startswith(
        "cdrp: the program failed (KeyError). The fault is not in your records: please report it"
    )
    assert "workspace.py" in done.err
    assert QUOTED not in done.err


def test_an_interruption_is_exit_code_130(cdrp: Cdrp, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(workspace, "load", interrupt)
    assert cdrp("check").code == 130


def test_an_interruption_while_still_starting_is_exit_code_130_too(monkeypatch: pytest.MonkeyPatch, cdrp: Cdrp) -> None:
    class Interrupted:
        def __getattr__(self, name: str) -> None:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "cdrp_cli.cli.app", Interrupted())
    done = cdrp("duties")
    assert (done.code, done.out, done.err) == (130, "", "")
