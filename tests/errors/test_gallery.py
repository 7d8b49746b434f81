"""The error gallery says exactly what it says, and shows every mistake that can be made in a record."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from cdrp_cli import records
from cdrp_cli.core.finding import Basis
from cdrp_cli.rules.registry import RULES
from cdrp_cli.yamltext import read
from errorgallery import DOCS, HERE, Shown, gallery, page

PACKAGE = Path(records.__file__).parents[1]
TELLERS = frozenset(
    ("Problem", "Finding", "Refusal", "MisreadError", "_error", "_fatal", "_refuse", "_refused", "_told")
)
"""The functions and classes whose first argument is the id of what is found."""


@pytest.mark.parametrize("shown", gallery(), ids=lambda shown: shown.folder.name)
def test_the_tool_prints_what_the_gallery_shows(shown: Shown) -> None:
    code, text = shown.printed()
    assert text == shown.expected
    assert code == shown.code


@pytest.mark.parametrize("shown", gallery(), ids=lambda shown: shown.folder.name)
def test_a_piece_is_named_for_what_it_shows(shown: Shown) -> None:
    named = shown.folder.name
    assert named == "closed-matter" or any(named.startswith(rule) for rule in shown.rules)


def test_every_mistake_in_a_record_is_shown() -> None:
    shown = {rule for piece in gallery() for rule in piece.rules}
    of_rules = {rule.id for rule in RULES if rule.basis is Basis.RECORD}
    assert of_rules | set(_told_in_code()) <= shown


def test_the_page_is_the_gallery() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(), "run python tests/errorgallery.py"


@pytest.mark.parametrize(
    "path", sorted(HERE.glob("*/data/**/*.yaml")), ids=lambda path: path.relative_to(HERE).as_posix()
)
def test_both_readers_say_the_same_of_every_mistake(path: Path) -> None:
    data = path.read_bytes()
    assert read("data/a.yaml", data) == read("data/a.yaml", data, pure=True)


def _told_in_code() -> Iterator[str]:
    """The ids that reading, and the engine beside the rules, can give."""
    for part in ("core", "yamltext", "records", "engine"):
        for path in (PACKAGE / part).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func) in TELLERS and node.args:
                    first = node.args[0]
                    if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value.islower():
                        yield from [first.value] if " " not in first.value else []


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
