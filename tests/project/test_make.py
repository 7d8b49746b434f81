"""The first command on a new machine: which Python it takes, and what it says where it cannot go on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from project.sourcecode import ROOT, SOURCE

STANDARD = ("sh", "cat", "cksum", "dirname", "mkdir", "mv", "rm", "sleep", "tail")


@dataclass(frozen=True)
class Machine:
    """A machine that has the named programs and no others, with the project in a folder whose name has a space."""

    programs: Path
    project: Path
    log: Path

    def put(self, name: str, *lines: str) -> None:
        """A program that notes how it was called and then does what `lines` say."""
        script = self.programs / name
        body = ["#!/bin/sh", f'echo "{name} $*" >>"{self.log}"', *lines, ""]
        script.write_text("\n".join(body), encoding="utf-8", newline="\n")
        script.chmod(0o755)

    def python(self, name: str, version: str, *, can: tuple[str, ...] = ("ensurepip",)) -> None:
        """A Python of that version; `can` says which ways of making an environment it has."""
        old = "exit 1" if tuple(map(int, version.split(".")[:2])) < (3, 11) else "exit 0"
        self.put(
            name,
            'case "$*" in',
            f"*version_info*) {old};;",
            f'*platform*) echo "Python {version}";;',
            f"*ensurepip*) exit {0 if 'ensurepip' in can else 1};;",
            f'*"virtualenv --version"*) exit {0 if "virtualenv" in can else 1};;',
            f'*"-m venv"*|*"-m virtualenv"*) mkdir -p .venv/bin; cat "{self.programs}/{name}" >.venv/bin/python;'
            " chmod +x .venv/bin/python;;",
            "esac",
        )

    def run(self, **settings: str) -> subprocess.CompletedProcess[str]:
        """What `make environment` runs."""
        return subprocess.run(
            ["sh", str(self.project / ".ci" / "environment")],
            env={"PATH": str(self.programs), **settings},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    def called(self) -> str:
        """Every call so far."""
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    programs, project = tmp_path / "bin", tmp_path / "a project of ours"
    programs.mkdir()
    (project / ".ci").mkdir(parents=True)
    shutil.copy(ROOT / ".ci" / "environment", project / ".ci")
    shutil.copy(ROOT / "pyproject.toml", project)
    for name in (*STANDARD, "chmod"):
        found = shutil.which(name)
        assert found, name
        (programs / name).symlink_to(found)
    return Machine(programs, project, tmp_path / "calls")


def test_the_newest_python_that_will_do_is_taken(machine: Machine) -> None:
    machine.python("python3", "3.9.18")
    machine.python("python3.11", "3.11.7")
    machine.python("python3.12", "3.12.1")
    made = machine.run()
    assert (made.returncode, made.stderr) == (0, "")
    assert "with Python 3.12.1" in made.stdout
    assert "python3.12 -m venv --clear .venv" in machine.called()


def test_a_program_that_is_there_in_name_only_is_passed_over(machine: Machine) -> None:
    machine.put("python3.13", "echo 'python3.13: command not found' >&2", "exit 127")
    machine.python("python3.11", "3.11.7")
    made = machine.run()
    assert (made.returncode, made.stderr) == (0, "")
    assert "with Python 3.11.7" in made.stdout


def test_the_python_asked_for_is_taken(machine: Machine) -> None:
    machine.python("python3.12", "3.12.1")
    machine.python("python3.11", "3.11.7")
    assert "with Python 3.11.7" in machine.run(PYTHON="python3.11").stdout


def test_an_older_python_gets_one_clear_line(machine: Machine) -> None:
    machine.python("python3", "3.9.18")
    made = machine.run()
    assert made.returncode == 1
    assert made.stderr == (
        "cdrp needs Python 3.11 or newer; here python3 is Python 3.9.18. "
        "Install one, or name it: make test PYTHON=/path/to/python3.11\n"
    )


def test_no_python_at_all_gets_one_clear_line(machine: Machine) -> None:
    made = machine.run()
    assert made.returncode == 1
    assert made.stderr == (
        "cdrp needs Python 3.11 or newer; here python3 is not found. "
        "Install one, or name it: make test PYTHON=/path/to/python3.11\n"
    )


def test_an_older_python_asked_for_gets_one_clear_line(machine: Machine) -> None:
    machine.python("python3.12", "3.12.1")
    machine.python("python3.9", "3.9.18")
    made = machine.run(PYTHON="python3.9")
    assert made.returncode == 1
    assert made.stderr == (
        "PYTHON=python3.9 will not do: cdrp needs Python 3.11 or newer, and that is Python 3.9.18.\n"
    )


def test_without_ensurepip_virtualenv_makes_the_environment(machine: Machine) -> None:
    machine.python("python3.11", "3.11.7", can=("virtualenv",))
    assert machine.run().returncode == 0
    assert "python3.11 -m virtualenv --quiet --clear .venv" in machine.called()


@pytest.mark.parametrize("maker", ["virtualenv", "uv"])
def test_without_ensurepip_a_program_that_can_makes_the_environment(machine: Machine, maker: str) -> None:
    machine.python("python3.11", "3.11.7", can=())
    machine.put(maker, "python3.11 -m venv")
    assert machine.run().returncode == 0
    assert f"{maker} " in machine.called()
    assert "--clear" in machine.called()


def test_where_nothing_can_make_one_the_line_to_install_is_printed(machine: Machine) -> None:
    machine.python("python3.11", "3.11.7", can=())
    made = machine.run()
    assert made.returncode == 1
    assert made.stderr == (
        "python3.11 cannot make a virtual environment. "
        "Install what it needs, then run this again: apt install python3-venv\n"
    )


def test_what_stands_is_not_made_again(machine: Machine) -> None:
    machine.python("python3.11", "3.11.7")
    machine.run()
    machine.log.unlink()
    again = machine.run()
    assert (again.returncode, again.stdout) == (0, "")
    assert "install" not in machine.called()


def test_another_python_other_needs_or_another_folder_make_it_anew(machine: Machine) -> None:
    machine.python("python3.11", "3.11.7")
    machine.python("python3.12", "3.12.1")
    machine.run(PYTHON="python3.11")
    assert "Python 3.12.1" in machine.run(PYTHON="python3.12").stdout
    with (machine.project / "pyproject.toml").open("a", encoding="utf-8") as needs:
        needs.write("\n")
    assert "Making .venv" in machine.run().stdout
    moved = Machine(machine.programs, machine.project.rename(machine.project.with_name("moved")), machine.log)
    assert "Making .venv" in moved.run().stdout


def test_a_run_that_was_broken_off_leaves_nothing_that_is_taken_for_whole(machine: Machine) -> None:
    machine.python("python3.11", "3.11.7")
    machine.run()
    (machine.project / ".venv" / "made-for").unlink()
    lock = machine.project / "build" / "environment.lock"
    lock.mkdir(parents=True)
    (lock / "pid").write_text("999999999\n", encoding="utf-8")
    again = machine.run()
    assert (again.returncode, again.stderr) == (0, "")
    assert "Making .venv" in again.stdout
    assert not lock.exists()


def test_two_runs_at_once_make_one_environment(machine: Machine) -> None:
    machine.python("python3.11", "3.11.7")
    command = ["sh", str(machine.project / ".ci" / "environment")]
    runs = [subprocess.Popen(command, env={"PATH": str(machine.programs)}, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [run.wait(timeout=60) for run in runs] == [0, 0, 0]
    assert machine.called().count("-m venv --clear .venv") == 1


@pytest.mark.parametrize("target", ["check", "test", "bench", "help"])
def test_make_has_what_the_readme_promises(target: str) -> None:
    known = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    planned = subprocess.run(
        ["make", "--dry-run", target], cwd=ROOT, env=known, capture_output=True, encoding="utf-8", check=False
    )
    assert planned.returncode == 0, planned.stderr
    assert "|| true" not in planned.stdout


def test_the_records_of_the_project_pass() -> None:
    """What `make check` runs, on the records as they are in the folder."""
    checked = subprocess.run(
        [sys.executable, "-m", "cdrp_cli", "check"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(SOURCE.parent), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
    assert "South Cambridgeshire" in checked.stdout
    assert "As of 26 July 2011" in checked.stdout
