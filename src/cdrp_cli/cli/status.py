"""`cdrp status`: the one screen to begin a week with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from cdrp_cli.cli.listing import AsOf, Today

_FORMATS = ("text", "json")


def status(
    context: typer.Context,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to write it.")] = "text",
    as_of: AsOf = None,
    today: Today = None,
) -> None:
    """Show on one screen how duties stand and what is due or late.

    Exit codes: 0 shown; 2 a mistake in the command; 3 some records could not be read; 4 the program failed.
    """
    from cdrp_cli.cli.clock import read_day
    from cdrp_cli.cli.listing import known

    known(format_, _FORMATS)
    days = read_day("--as-of", as_of), read_day("--today", today)

    from cdrp_cli.cli.console import colour, put, width
    from cdrp_cli.cli.exit_codes import exit_code
    from cdrp_cli.cli.gap_made import clock, gaps_of
    from cdrp_cli.cli.root import find_root
    from cdrp_cli.cli.workspace import judge
    from cdrp_cli.hallmarks import checklist
    from cdrp_cli.law.catalogue import catalogue
    from cdrp_cli.output.status import Status, data, due, text
    from cdrp_cli.rules.checklist.gaps import late_actions
    from cdrp_cli.rules.checklist.progress import held

    found = judge(find_root(context.obj, Path.cwd()), *days)
    gaps, report = gaps_of(found), found.report
    late = late_actions(found.loaded.partnership, gaps, report.dates.as_of, clock(found))
    shown = Status(report, gaps, held(gaps.answers, checklist().expected_total), late, due(report, catalogue()))
    put(data(shown) if format_ == "json" else text(shown, width(sys.stdout), colour=colour(sys.stdout)))
    raise typer.Exit(exit_code(report, None))
