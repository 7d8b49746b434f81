"""`cdrp calendar`: the forward plan, on the terminal, in lists, and as a file for calendar programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cdrp_cli.cli.listing import FORMATS, AsOf


def calendar(  # noqa: PLR0913, PLR0917 - every option of the command is a parameter to typer
    context: typer.Context,
    year: Annotated[str | None, typer.Option(metavar="YYYY", help="A whole year, from January to December.")] = None,
    months: Annotated[
        str | None, typer.Option(metavar="N", help="So many months from --today on; otherwise twelve.")
    ] = None,
    ics: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the meetings for calendar programs, public fields only.")
    ] = None,
    load: Annotated[
        bool, typer.Option("--load", help="Count meetings and person-hours in the year to --as-of, beside another.")
    ] = False,
    against: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="With --load: the last day of that other year; else the one before."),
    ] = None,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="How to write it.")] = "text",
    as_of: AsOf = None,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day the plan begins: that of --as-of, or today.")
    ] = None,
) -> None:
    """List what lies ahead: meetings, deadlines, duties, reviews.

    Days counted back from a meeting follow its body's terms of reference. --load looks back instead: it shows the
    twelve months that end on --against and on --as-of side by side, so that a change in between shows. Exit codes: 0
    listed; 2 a mistake in the command; 3 some records could not be read; 4 the program failed.
    """
    from cdrp_cli.cli.clock import read_day
    from cdrp_cli.cli.listing import known, show
    from cdrp_cli.core.errors import CdrpError

    known(format_)
    if year is not None and months is not None:
        raise CdrpError("--year and --months cannot be asked for together: ask for one at a time")
    if ics is not None and format_ != "text":
        raise CdrpError("--ics writes a file of its own: leave --format out, or ask for the list without --ics")
    if against is not None and not load:
        raise CdrpError("--against goes with --load: it names the year to compare with")
    if load and (year is not None or months is not None or ics is not None):
        raise CdrpError("--load counts twelve months of its own: leave --year, --months and --ics out")
    days, other = (read_day("--as-of", as_of), read_day("--today", today)), read_day("--against", against)

    from cdrp_cli.cli import calendar_made
    from cdrp_cli.cli.console import put, tell

    if load:
        counted, code = calendar_made.load_of(context.obj, Path.cwd(), days, other)
        show(counted, format_)
        raise typer.Exit(code)

    made = calendar_made.planned(context.obj, Path.cwd(), days, year, months)
    if ics is None:
        show(made.sheet(), format_)
    else:
        put(made.write(ics))
        tell(made.dates)
    raise typer.Exit(made.code)
