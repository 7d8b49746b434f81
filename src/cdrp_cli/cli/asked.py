"""The one command that was asked for: to make typer's commands of all of them takes longer than to read the law."""

from __future__ import annotations

import copy
from collections.abc import Iterable

import typer
from typer.main import get_command_name
from typer.models import CommandInfo


def asked(app: typer.Typer, arguments: Iterable[str]) -> typer.Typer:
    """The same app with no other command than the first word names; all of them where it names none."""
    word = _first_word(arguments)
    named = [info for info in app.registered_commands if _name(info) == word]
    groups = [info for info in app.registered_groups if info.name == word]
    if not named and not groups:
        return app
    alone = copy.copy(app)
    alone.registered_commands, alone.registered_groups = named, groups
    return alone


def _first_word(arguments: Iterable[str]) -> str:
    """The first argument that is neither an option nor the folder after `-C`; empty where there is none."""
    words = iter(arguments)
    for word in words:
        if word == "-C":
            next(words, "")
        elif not word.startswith("-"):
            return word
    return ""


def _name(info: CommandInfo) -> str:
    return info.name or get_command_name(getattr(info.callback, "__name__", ""))
