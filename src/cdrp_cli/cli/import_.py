"""`cdrp import`: a table that was filled in, back to the records."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cdrp_cli.cli.listing import FORMATS


def import_(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="checklist", help="What the file holds: the checklist with answers.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An .xlsx, .csv or .docx file with the table.")],
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="HEADING=FIELD", help="What a column holds; HEADING= leaves it out. May repeat."),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Write the changes; without it they are only shown.")] = False,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="How to show them.")] = "text",
) -> None:
    """Show what a filled-in checklist would change, or write it.

    A row that was changed in the records as well since the table was written is listed and left alone. In a table of
    somebody else's making empty cells change nothing. Exit codes: 0 all was understood; 1 something was in conflict
    or not understood; 2 a mistake in the command.
    """
    from cdrp_cli.cli.listing import known as known_format
    from cdrp_cli.cli.root import find_root
    from cdrp_cli.cli.tables import known, read_in

    known("list to import", what, ("checklist",))
    known_format(format_)
    root = find_root(context.obj, Path.cwd())

    from cdrp_cli.cli.listing import show

    sheet, code = read_in(root, file, tuple(map_ or ()), write=write)
    show(sheet, format_)
    raise typer.Exit(code)
