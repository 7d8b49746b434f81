"""The house keeps its shape: imports go one way, modules stay small, rules know neither a date nor a clock."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from calendar import month_name
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from project.sourcecode import ROOT, SOURCE, called, calls, imported, modules, named, parsed, texts

RULES = modules(SOURCE / "rules")
LONGEST = 300
CLOCKS = {"today", "now", "utcnow", "localtime", "gmtime"}
BUILDERS = {"date", "PartialDate", "fromisoformat"}
WRITTEN = re.compile(rf"\b(?:19|20)\d\d-\d\d|(?:{'|'.join(month_name[1:])}) (?:19|20)\d\d")
PARTS = {"pydantic_core", "markupsafe"}
"""What belongs to pydantic and to jinja2, and comes with them."""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_imports_keep_the_contracts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(cache_dir=str(tmp_path)) == 0


def test_every_package_has_its_place_in_the_layers() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    placed = {name.strip(" ()") for layer in layers for name in layer.split("|")}
    packages = {f"cdrp_cli.{path.parent.name}" for path in SOURCE.glob("*/__init__.py")}
    assert packages - placed == set()


def test_a_module_can_be_read_in_one_sitting() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_rules_hold_no_dates() -> None:
    dates = [f"{named(path)}:{line}" for path in RULES for line in _dates(path)]
    assert dates == [], "the law catalogue holds the dates"


def _dates(path: Path) -> Iterator[int]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, int) and 1900 <= node.value <= 2100:
            yield node.lineno
    built = (call for call in calls(path) if called(call) in BUILDERS)
    yield from (call.lineno for call in built if any(isinstance(given, ast.Constant) for given in call.args))
    yield from (text.lineno for text in texts(path) if WRITTEN.search(str(text.value)))


def test_rules_know_no_clock() -> None:
    asked = [f"{named(path)}:{call.lineno}" for path in RULES for call in calls(path) if called(call) in CLOCKS]
    assert asked == []
    assert [named(path) for path in RULES if imported(path) & {"time", "zoneinfo"}] == []


def test_the_machines_date_is_read_in_one_place() -> None:
    asked = {named(path) for path in modules() for call in calls(path) if called(call) in CLOCKS}
    assert asked == {"src/cdrp_cli/cli/clock.py"}


def test_what_comes_with_the_tool_is_what_it_imports() -> None:
    names = {name for path in modules() for name in imported(path)} - sys.stdlib_module_names - {"cdrp_cli"}
    homes = packages_distributions()
    used = {home.lower() for name in names - PARTS for home in homes.get(name, (name,))}
    needed = _distributions(PROJECT["dependencies"])
    extras = _distributions(need for needs in PROJECT.get("optional-dependencies", {}).values() for need in needs)
    assert needed <= used
    assert used <= needed | extras


def _distributions(needs: Iterable[str]) -> set[str]:
    return {re.split(r"[<>=;~! \[]", need)[0].lower() for need in needs}
