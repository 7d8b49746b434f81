"""The command line as it is typed, run inside the test's own process."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cdrp_cli.__main__ import main
from typed import FILES, Cdrp, Typed, write


@pytest.fixture
def cdrp(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cdrp:
    """Types `cdrp` with the arguments given."""

    def typed(*arguments: str | Path) -> Typed:
        monkeypatch.setattr(sys, "argv", ["cdrp", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capsys.readouterr()
        assert left.value.code is None or isinstance(left.value.code, int)
        return Typed(left.value.code or 0, out, err)

    return typed


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A partnership's folder with nothing wrong in it; the command is typed there."""
    folder = tmp_path / "a partnership"
    for name, text in FILES.items():
        write(folder, name, text)
    (folder / ".git").mkdir()
    monkeypatch.chdir(folder)
    return folder
