"""`cdrp explain`: what a rule, a duty, a data set or a row of the checklist is."""

from __future__ import annotations

from typing import Annotated

import typer

_FORMATS = ("text", "json", "markdown")


def explain(
    ident: Annotated[
        str, typer.Argument(metavar="ID", help="public-meeting-yearly, seat-vacant, police-crimes or 11a.")
    ],
    format_: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to write it.")] = "text",
) -> None:
    """Explain a rule, duty, data set or checklist row, and its law.

    What it asks, why, since when, what would satisfy it, a good record and one that falls short. Needs no records.
    Exit codes: 0 explained; 2 nothing answers to the id.
    """
    from cdrp_cli.cli.listing import known, show

    name = known(format_, _FORMATS)

    from cdrp_cli.output.explain import explained

    show(explained(ident), name)
