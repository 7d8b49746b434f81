"""`cdrp import`: a table that was filled in, back to the records."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cdrp_cli.cli.listing import FORMATS

_WHAT = ("checklist", "actions")


def import_(  # noqa: PLR0913, PLR0917 - every option of the command is a parameter to typer
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="|".join(_WHAT), help="What the file holds answers to.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An .xlsx, .csv or .docx file with the table.")],
    meeting: Annotated[
        str | None, typer.Option(metavar="MEETING", help="Of actions: the meeting that hears the answers.")
    ] = None,
    item: Annotated[
        str | None, typer.Option(metavar="NUMBER", help="Its item for them: needed where several could be meant.")
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="HEADING=FIELD", help="What a column holds; HEADING= leaves it out. May repeat."),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Write the changes; without it they are only shown.")] = False,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="How to show them.")] = "text",
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="Of actions: the day that days are held against; today.")
    ] = None,
) -> None:
    """Show what a filled-in table would change, or write it.

    A row that was changed in the records as well since the table was written is listed and left alone. In a table of
    somebody else's making, and of actions always, empty cells change nothing. Exit codes: 0 all was understood;
    1 something was in conflict or not understood; 2 a mistake in the command.
    """
    from cdrp_cli.cli.clock import read_day
    from cdrp_cli.cli.listing import known as known_format
    from cdrp_cli.cli.root import find_root
    from cdrp_cli.cli.tables import known, read_in
    from cdrp_cli.core.errors import CdrpError

    known("list to import", what, _WHAT)
    known_format(format_)
    day = read_day("--today", today)
    root = find_root(context.obj, Path.cwd())

    from cdrp_cli.cli.actions_answered import Hearing, read_answers
    from cdrp_cli.cli.listing import show

    where, said = Hearing(meeting, item, day), tuple(map_ or ())
    if what == "actions":
        sheet, code = read_answers(root, file, said, where, write=write)
    elif where.said:
        raise CdrpError("--meeting, --item and --today go with answers to actions: cdrp import actions FILE")
    else:
        sheet, code = read_in(root, file, said, write=write)
    show(sheet, format_)
    raise typer.Exit(code)
