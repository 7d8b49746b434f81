"""Only the command that is asked for is made, and nobody can tell."""

from __future__ import annotations

import pytest

from cdrp_cli.cli.app import app
from cdrp_cli.cli.asked import asked


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ("check", ["check"]),
        ("check data/bodies.yaml", ["check"]),
        ("-C check duties", ["duties"]),
        ("-v import", ["import_"]),
    ],
)
def test_the_first_word_is_the_command(arguments: str, names: list[str]) -> None:
    found = asked(app, arguments.split()).registered_commands
    assert [getattr(each.callback, "__name__", "") for each in found] == names


@pytest.mark.parametrize("arguments", ["new", "-C check new meeting board 2027-03-30"])
def test_a_word_with_commands_of_its_own_is_made_alone(arguments: str) -> None:
    found = asked(app, arguments.split())
    assert (found.registered_commands, [each.name for each in found.registered_groups]) == ([], ["new"])


@pytest.mark.parametrize("arguments", ["", "--help", "-C check", "chekc check", "import_"])
def test_without_a_command_none_is_left_out(arguments: str) -> None:
    assert asked(app, arguments.split()) is app


def test_the_app_itself_keeps_every_command() -> None:
    before = list(app.registered_commands)
    asked(app, ["check"])
    assert app.registered_commands == before
    assert asked(app, ["check"]).registered_groups == []
