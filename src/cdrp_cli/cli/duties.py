"""`cdrp duties`: what the law wants of the partnership on a day, who has it in hand, and how it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cdrp_cli.cli.listing import FORMATS, AsOf, Today


def duties(  # noqa: PLR0913, PLR0917 - every option of the command is a parameter to typer
    context: typer.Context,
    body: Annotated[str | None, typer.Option(metavar="ID", help="Only what this body has in hand.")] = None,
    due_within: Annotated[
        str | None, typer.Option(metavar="90d", help="Only what has its next date within so many days of --today.")
    ] = None,
    history: Annotated[
        str | None, typer.Option(metavar="DUTY", help="All versions of a duty and of those it came in the place of.")
    ] = None,
    changes: Annotated[
        str | None, typer.Option(metavar="FROM..TO", help="What the law changed after one day, up to another.")
    ] = None,
    if_: Annotated[
        str | None, typer.Option("--if", metavar="PAPER", help="What a report's effects would change, once adopted.")
    ] = None,
    nation: Annotated[
        str | None,
        typer.Option(metavar="england|wales", help="With --changes and --history: whose law; else the partnership's."),
    ] = None,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="How to write it.")] = "text",
    as_of: AsOf = None,
    today: Today = None,
) -> None:
    """List every duty in force, its holder, outcome, evidence and date.

    --changes and --history ask the law alone and work without records. Exit codes: 0 listed; 2 a mistake in the
    command; 3 some records could not be read; 4 the program failed.
    """
    from cdrp_cli.cli.clock import read_day
    from cdrp_cli.cli.listing import days_of, known, show
    from cdrp_cli.core.errors import CdrpError

    known(format_)
    asked = [name for name, given in (("--history", history), ("--changes", changes), ("--if", if_)) if given]
    narrowed = [name for name, given in (("--body", body), ("--due-within", due_within)) if given is not None]
    if len(asked) > 1 or (asked and narrowed):
        raise CdrpError(f"{' and '.join([*asked, *narrowed])} cannot be asked for together: ask for one at a time")
    if nation is not None and not (history or changes):
        raise CdrpError("--nation goes with --changes or --history: a partnership's own nation is in its records")
    days = read_day("--as-of", as_of), read_day("--today", today)
    within = days_of("--due-within", due_within)

    from cdrp_cli.cli import lists

    start = Path.cwd()
    if history or changes:
        show(lists.law_alone(context.obj, start, history, changes, nation), format_)
        return
    sheet, code = lists.what_if(context.obj, start, if_, days) if if_ else lists.duties(
        context.obj, start, days, body, within
    )  # fmt: skip
    show(sheet, format_)
    raise typer.Exit(code)
