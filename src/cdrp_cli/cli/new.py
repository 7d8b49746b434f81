"""`cdrp new`: records begun, so that nobody starts from an empty page; nothing is put in that was not said."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cdrp_cli.cli.listing import FORMATS

new = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_WAYS = "in-person|hybrid|online|correspondence"
_WHO = "MEMBER,MEMBER"
_Body = Annotated[str, typer.Argument(metavar="BODY", help="The body's id: board.")]
_Start = Annotated[str | None, typer.Option(metavar="HH:MM", help="When it is to begin.")]
_End = Annotated[str | None, typer.Option(metavar="HH:MM", help="When it is to be over.")]
_Venue = Annotated[str | None, typer.Option(metavar="PLACE", help="Where it is to be.")]
_How = Annotated[str | None, typer.Option(metavar=_WAYS, help="How it is to be.")]
_Like = Annotated[
    str | None,
    typer.Option(metavar="MEETING", help="Take start, venue and how from this meeting, as far as not given here."),
]
_Today = Annotated[str | None, typer.Option(metavar="DATE", help="The day taken for today.")]


@new.callback()
def begin() -> None:
    """Begin a record: a planned meeting, a year of them, or minutes.

    Nothing is put in that was not said or does not follow from the records.
    """


@new.command()
def meeting(  # noqa: PLR0913, PLR0917 - every option of the command is a parameter to typer
    context: typer.Context,
    body: _Body,
    day: Annotated[str, typer.Argument(metavar="DATE", help="The day of the meeting: 2027-03-30.")],
    start: _Start = None,
    end: _End = None,
    venue: _Venue = None,
    how: _How = None,
    like: _Like = None,
    second: Annotated[bool, typer.Option("--second", help="A second meeting of the body on that day.")] = False,
    even_so: Annotated[bool, typer.Option("--even-so", help="Plan it on a day that is not worked in too.")] = False,
    today: _Today = None,
) -> None:
    """Write the record of one planned meeting.

    A file that exists is never touched. A weekend, a closed day or a bank holiday is refused, other clashes are told.
    Exit codes: 0 written; 2 a mistake in the command, and nothing written; 3 written, but some records could not be
    read; 4 the program failed.
    """
    from cdrp_cli.cli.clock import read_day

    on, clock = read_day("DATE", day), read_day("--today", today)

    from cdrp_cli.cli.console import put, tell
    from cdrp_cli.cli.new_meeting import add
    from cdrp_cli.cli.new_records import Setting, records_of

    setting = Setting.read(start, end, venue, how)
    records = records_of(context.obj, Path.cwd(), clock)
    assert on is not None  # noqa: S101 - an argument is always given
    added = add(records, body, on, setting.like(records, like).checked(), second=second, even_so=even_so)
    put(f"{added.file}\n")
    for line in (*(f"cdrp: {each}" for each in added.warned), *added.next):
        tell(line)
    raise typer.Exit(records.code)


@new.command()
def meetings(  # noqa: PLR0913, PLR0917 - every option of the command is a parameter to typer
    context: typer.Context,
    body: _Body,
    year: Annotated[str | None, typer.Option(metavar="YYYY", help="The year to plan.")] = None,
    on: Annotated[
        str | None, typer.Option(metavar="RULE", help='The day of a month: "last Tuesday of the month".')
    ] = None,
    months: Annotated[
        str | None, typer.Option(metavar="N,N", help="3,6,9,12; otherwise those of the terms of reference.")
    ] = None,
    start: _Start = None,
    end: _End = None,
    venue: _Venue = None,
    how: _How = None,
    like: _Like = None,
    write: Annotated[bool, typer.Option("--write", help="Write the meetings whose days are free.")] = False,
    even_so: Annotated[bool, typer.Option("--even-so", help="With --write: those that clash too.")] = False,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="How to show them.")] = "text",
    today: _Today = None,
) -> None:
    """Work out a year of meetings by a rule, or write them.

    No day is moved: one that clashes is shown with the nearest free day of the same weekday. A meeting on record is
    never touched. Exit codes: 0 shown or written; 2 a mistake in the command; 3 some records could not be read; 4 the
    program failed.
    """
    from cdrp_cli.cli.clock import read_day
    from cdrp_cli.cli.listing import known, show
    from cdrp_cli.core.errors import CdrpError

    known(format_)
    clock = read_day("--today", today)
    if on is None:
        raise CdrpError('say which day of the month: --on "last Tuesday of the month"')

    from cdrp_cli.cli.new_meetings import Wanted, planner
    from cdrp_cli.cli.new_records import Setting, months_of, records_of, rule_of, year_of
    from cdrp_cli.output.year_planner import sheet

    setting, kept = Setting.read(start, end, venue, how), months_of(months)
    rule = rule_of(on)
    records = records_of(context.obj, Path.cwd(), clock)
    wanted = Wanted(year_of(year, records.today), rule, kept)
    found = planner(records, body, wanted, setting.like(records, like).checked(), write=write, even_so=even_so)
    show(sheet(found), format_)
    raise typer.Exit(records.code)


@new.command()
def minutes(  # noqa: PLR0913, PLR0917 - every option of the command is a parameter to typer
    context: typer.Context,
    meeting: Annotated[
        str, typer.Argument(metavar="MEETING", help="2025-07-22-board, or the day alone where one body met.")
    ],
    present: Annotated[str | None, typer.Option(metavar=_WHO, help="Members who came.")] = None,
    apologies: Annotated[
        str | None, typer.Option(metavar=_WHO, help="Members who sent apologies; MEMBER=POST names a substitute.")
    ] = None,
    absent: Annotated[str | None, typer.Option(metavar=_WHO, help="Members who did not come, without a word.")] = None,
    in_attendance: Annotated[
        str | None, typer.Option("--in-attendance", metavar="POST,POST", help="Others who were there.")
    ] = None,
    rest: Annotated[
        str | None, typer.Option(metavar="present|apologies|absent", help="What holds of all other members.")
    ] = None,
    begin: Annotated[
        str | None,
        typer.Option("--from", metavar="NUMBER", help="The first minute's number, where it does not run on."),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Write what is proposed; without it it is only shown.")
    ] = False,
    today: _Today = None,
) -> None:
    """Begin the minutes of a meeting that was held.

    Proposed are the status held, the mark of a draft, minute numbers by the terms of reference, and the attendance
    said here. What is recorded already is never touched. Exit codes: 0 shown or written; 2 a mistake in the command;
    3 some records could not be read; 4 the program failed.
    """
    from cdrp_cli.cli.clock import read_day

    clock = read_day("--today", today)

    from cdrp_cli.cli.listing import show
    from cdrp_cli.cli.new_minutes import Said, prefill, write_down
    from cdrp_cli.cli.new_minutes_shown import sheet
    from cdrp_cli.cli.new_records import number_of, records_of, rest_of

    named = {"present": present, "apologies": apologies, "absent": absent, "in-attendance": in_attendance}
    said = Said(named, rest_of(rest), number_of(begin))
    records = records_of(context.obj, Path.cwd(), clock)
    found = prefill(records, meeting, said)
    wrote = write and bool(found.changes)
    if wrote:
        write_down(records, found)
    show(sheet(found, records.partnership, written=wrote), "text")
    raise typer.Exit(records.code)
