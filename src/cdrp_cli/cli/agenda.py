"""`cdrp agenda`: agendas and packs, for one meeting or for all of a month."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cdrp_cli.cli.papers import Formats, OneCopy, OneText, Out


def agenda(  # noqa: PLR0913, PLR0917 - every option of the command is a parameter to typer
    context: typer.Context,
    meeting: Annotated[
        str | None, typer.Argument(metavar="MEETING", help="2025-07-22-board, or the day alone where one body met.")
    ] = None,
    month: Annotated[
        str | None, typer.Option(metavar="YYYY-MM", help="Every meeting of the month, of every body.")
    ] = None,
    format_: Formats = None,
    audience: OneCopy = None,
    out: Out = None,
    stdout: OneText = False,
    issue: Annotated[
        bool, typer.Option("--issue", help="Record in MEETING what is sent, made from committed records alone.")
    ] = False,
    suggested: Annotated[
        bool, typer.Option("--suggested", help="List what the agenda of MEETING lacks, as --accept would write it.")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Write the suggestions into the record of MEETING, and list them.")
    ] = False,
    only: Annotated[
        list[str] | None, typer.Option(metavar="S2", help="This suggestion alone; may be repeated.")
    ] = None,
    call: Annotated[
        bool, typer.Option("--call", help="Print the message that calls for items, as text or Markdown.")
    ] = False,
    by: Annotated[
        str | None, typer.Option(metavar="partner", help="With --call: a message to each partner, with what it owes.")
    ] = None,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of the issue or the call; otherwise today.")
    ] = None,
) -> None:
    """Make agendas and packs, for a meeting or for a month.

    A pack holds the agenda, the minutes to approve, the action log and the reports. The public gets what is open, of
    bodies that publish. Open actions are those of the day before the meeting. Exit codes: 0 written; 2 a mistake in
    the command; 3 some records could not be read; 4 the program failed.
    """
    from cdrp_cli.cli.agendas import documents, meetings
    from cdrp_cli.cli.clock import machine_date, read_day
    from cdrp_cli.cli.papers import Wanted, finish, loaded_from
    from cdrp_cli.cli.root import find_root
    from cdrp_cli.core.errors import CdrpError

    if (meeting is None) == (month is None):
        raise CdrpError("name one meeting, or a month with --month: cdrp agenda --month 2026-03")
    root = find_root(context.obj, Path.cwd())
    if suggested or accept or only:
        from cdrp_cli.cli import agenda_accepted

        others = (format_, audience, out, stdout, issue, call, by, today)
        if meeting is None or suggested == accept or any(others):
            raise CdrpError(
                "--accept or --suggested goes with one meeting and --only alone: cdrp agenda 2026-03-10-board --accept"
            )
        agenda_accepted.accept(root, meeting, only or [], writing=accept)
        return
    if call:
        from cdrp_cli.cli import agenda_call

        if issue or stdout or audience is not None or out is not None:
            raise CdrpError("--call prints messages alone: leave --issue, --stdout, --audience and --out away")
        form, day = agenda_call.form(by, format_), read_day("--today", today) or machine_date()
        raise typer.Exit(agenda_call.call(root, (meeting, month), day, form, apart=by is not None))
    wanted = Wanted.read(format_, audience, out, stdout=stdout)
    if issue:
        from cdrp_cli.cli import agenda_issued

        if meeting is None or stdout:
            raise CdrpError("--issue records what is sent for one meeting: name it, and leave --month and --stdout out")
        day = read_day("--today", today) or machine_date()
        raise typer.Exit(agenda_issued.issue(root, meeting, wanted, day))
    if by is not None or today is not None:
        raise CdrpError("--by goes with --call, --today with --call or --issue: the papers alone hang on no day")
    loaded = loaded_from(root)
    found = meetings(loaded.partnership, meeting, month)
    if stdout and len(found) > 1:
        raise CdrpError(f"--stdout: one agenda goes there, and {month} has {len(found)} meetings: name one of them")
    raise typer.Exit(finish(documents(loaded.partnership, found, wanted, root), wanted, root, loaded))
