"""Help and version, and what they may not load."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from cdrp_cli import __version__
from typed import Cdrp

HEAVY = ("pydantic", "pydantic_core", "ruamel", "_ruamel_yaml", "jinja2", "rich")
PROBE = """
import sys
sys.argv = ["cdrp", *sys.argv[1:]]
from cdrp_cli.__main__ import main
try:
    main()
except SystemExit as left:
    print("\\nexit", left.code, *sorted({name.partition(".")[0] for name in sys.modules}))
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "--help"],
        ["agenda", "--help"],
        ["duties", "--help"],
        ["actions", "--help"],
        ["explain", "--help"],
        ["minutes", "--help"],
        ["new", "--help"],
        ["new", "minutes", "--help"],
        ["paper", "--help"],
        ["gap", "--help"],
        ["status", "--help"],
        ["--version"],
        [],
        ["check", "--as-of", "nonsense"],
    ],
)
def test_what_needs_no_records_loads_nothing_heavy(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
    )
    loaded = done.stdout.splitlines()[-1].split()
    assert loaded[:2] in (["exit", "0"], ["exit", "2"])
    assert "cdrp_cli" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_help_names_the_commands_and_the_exit_codes(cdrp: Cdrp) -> None:
    listed = " ".join(cdrp("--help").out.split())
    for begins in ("check Judge the records", "duties List every duty", "explain Explain a rule", "show Show a record"):
        assert begins in listed
    told = " ".join(cdrp("check", "-h").out.split())
    assert "--format text|concise|json" in told
    assert "3 nothing was checked, or some records could not be read; 4 the program failed; 130 interrupted" in told


def test_the_version_is_one_line(cdrp: Cdrp) -> None:
    done = cdrp("--version")
    assert (done.code, done.out) == (0, f"cdrp {__version__}\n")


def test_the_version_with_v_says_which_reader_runs(cdrp: Cdrp) -> None:
    told = cdrp("--version", "-v").out.splitlines()
    assert told[0] == f"cdrp {__version__}"
    assert told[1].startswith("YAML reader: ruamel.yaml")
    assert told[2].startswith("CPython 3.")
