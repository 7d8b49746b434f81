"""`cdrp check`: findings and an exit code."""

from __future__ import annotations

from typing import Annotated

import typer

from cdrp_cli.output.formats import FORMATS

_FORMATS = "|".join(FORMATS)


def check(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="Show only what is found in these files and folders; all are read."),
    ] = None,
    format_: Annotated[str, typer.Option("--format", metavar=_FORMATS, help="How to write the report.")] = "text",
    output: Annotated[
        list[str] | None,
        typer.Option("--output", metavar="FORMAT=PATH", help="Write the report to a file as well; may be repeated."),
    ] = None,
    fail_on: Annotated[
        str, typer.Option(metavar="error|warning|never", help="From which severity on the exit code is 1.")
    ] = "error",
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day whose law and facts are judged: today, or an archive's last day."),
    ] = None,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day deadlines are counted from: that of --as-of, or today.")
    ] = None,
) -> None:
    """Judge the records by the law of their day: findings and an exit code.

    Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 a mistake in the command; 3 nothing was checked, or
    some records could not be read; 4 the program failed; 130 interrupted.
    """
    from cdrp_cli.cli.checked import checked

    raise typer.Exit(
        checked(
            context.obj,
            paths or (),
            format_=format_,
            output=output or (),
            fail_on=fail_on,
            as_of=as_of,
            today=today,
        )
    )
