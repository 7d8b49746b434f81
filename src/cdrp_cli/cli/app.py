"""`cdrp`: the commands, and the options that stand before them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cdrp_cli.cli.actions import actions
from cdrp_cli.cli.agenda import agenda
from cdrp_cli.cli.calendar import calendar
from cdrp_cli.cli.check import check
from cdrp_cli.cli.duties import duties
from cdrp_cli.cli.explain import explain
from cdrp_cli.cli.export import export
from cdrp_cli.cli.gap import gap
from cdrp_cli.cli.import_ import import_
from cdrp_cli.cli.minutes import minutes
from cdrp_cli.cli.new import new
from cdrp_cli.cli.paper import paper
from cdrp_cli.cli.show import show
from cdrp_cli.cli.status import status
from cdrp_cli.cli.template import template

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(actions)
app.command()(agenda)
app.command()(calendar)
app.command()(check)
app.command()(duties)
app.command()(explain)
app.command()(export)
app.command("import")(import_)
app.command()(gap)
app.command()(minutes)
app.add_typer(new, name="new")
app.command()(paper)
app.command()(show)
app.command()(status)
app.add_typer(template, name="template")


@app.callback(invoke_without_command=True)
def cdrp(
    context: typer.Context,
    directory: Annotated[
        Path | None,
        typer.Option(
            "-C", metavar="DIR", help="The partnership's folder; otherwise it is looked for upwards from here."
        ),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Show the version; with -v what it runs on.")] = False,
    verbose: Annotated[bool, typer.Option("-v", help="With --version: say more.")] = False,
) -> None:
    """Keep a Crime and Disorder Reduction Partnership's records in git, and check them against the law of the day."""
    from cdrp_cli.cli.console import put, tell

    if version:
        from cdrp_cli.cli.version import version_text

        put(version_text(verbose=verbose))
        raise typer.Exit
    if context.invoked_subcommand is None:
        from cdrp_cli.cli.exit_codes import USAGE

        tell(context.get_help())
        raise typer.Exit(USAGE)
    context.obj = directory
