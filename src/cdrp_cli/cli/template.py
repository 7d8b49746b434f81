"""`cdrp template`: templates and looks of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

template = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)


@template.callback()
def _template() -> None:
    """Check your own templates before papers are made with them."""


@template.command()
def check(
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="agenda, reference.docx; otherwise all.")
    ] = None,
    format_: Annotated[str, typer.Option("--format", metavar="text|json", help="How to write it.")] = "text",
) -> None:
    """Check your own templates before papers are made with them.

    Looks at the folder templates beside data: names that papers are not given, lines that cannot be read or are not
    allowed, files that no paper uses, and whether looks/reference.docx and looks/paper.css can be used. No paper is
    written. Exit codes: 0 nothing found; 1 mistakes; 2 a mistake in the command; 4 the program failed.
    """
    from cdrp_cli.cli.listing import known, show
    from cdrp_cli.cli.root import find_root

    known(format_, ("text", "json"))
    root = find_root(context.obj, Path.cwd())

    from cdrp_cli.cli import template_checked

    made = template_checked.checked(root, tuple(names or ()))
    show(made.sheet(), format_)
    raise typer.Exit(made.code)
