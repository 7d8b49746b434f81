"""`cdrp actions`: what meetings left to be done, whose it is, and how it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cdrp_cli.cli.listing import FORMATS

_PARTNER = "partner"
_BY = (_PARTNER, "owner", "body", "overdue", "age", "put-off")
_MESSAGES = ("text", "markdown", "xlsx")
_FORMATS = (*FORMATS, "xlsx")


def actions(  # noqa: PLR0913, PLR0917 - every option of the command is a parameter to typer
    context: typer.Context,
    open_: Annotated[bool, typer.Option("--open", help="Only what is still to be done.")] = False,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is open and past its last day.")] = False,
    owner: Annotated[
        str | None,
        typer.Option(metavar="X", help="Only what X owns: vale, vale/safety-officer, chair:board, body:board."),
    ] = None,
    body: Annotated[str | None, typer.Option(metavar="ID", help="Only what this body raised.")] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="|".join(_BY), help="partner: a message or workbook for each; else the list's order."),
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to write it; xlsx is to be answered.")
    ] = "text",
    out: Annotated[
        Path | None, typer.Option(metavar="PATH", help="File or folder for xlsx: build/members unless it is named.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The last day of meetings looked at: --today, or an archive's last day."),
    ] = None,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day lateness is counted to: that of --as-of, or today.")
    ] = None,
) -> None:
    """List every action, followed from its minute to the last word on it.

    An exempt action is named and not told. A workbook has room for an answer to each action; cdrp import actions
    brings the answers to the record of a meeting. Exit codes: 0 listed; 2 a mistake in the command; 3 some records
    could not be read; 4 the program failed.
    """
    from cdrp_cli.cli.clock import read_day
    from cdrp_cli.cli.listing import known, show
    from cdrp_cli.core.errors import CdrpError, UnknownIdError

    known(format_, _FORMATS)
    if by is not None and by not in _BY:
        raise UnknownIdError("order", by, _BY)
    each = by == _PARTNER
    if each and format_ not in _MESSAGES:
        raise CdrpError("--by partner writes messages: ask for them with --format text, markdown or xlsx")
    if out is not None and format_ != "xlsx":
        raise CdrpError("--out goes with a workbook: add --format xlsx")
    days = read_day("--as-of", as_of), read_day("--today", today)

    from cdrp_cli.cli.actions_made import made

    found = made(context.obj, Path.cwd(), days)
    asked = found.asked(owner, body, "" if each else by or "", still_open=open_, overdue=overdue)
    if format_ == "xlsx":
        from cdrp_cli.cli.actions_asked import hand_out

        hand_out(found, asked, out, each=each)
        raise typer.Exit(found.code)
    show(found.messages(asked) if each else found.sheet(asked), format_)
    raise typer.Exit(found.code)
