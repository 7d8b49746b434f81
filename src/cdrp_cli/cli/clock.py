"""The days of a run. The machine's date is read here and nowhere else."""

from __future__ import annotations

from datetime import date, datetime

from cdrp_cli.core.dates import day_before, parse_day
from cdrp_cli.core.errors import CdrpError, MisreadError
from cdrp_cli.core.report import Dates


def machine_date() -> date:
    """The machine's date, where the machine stands: an officer's today is the one on the wall."""
    return datetime.now().astimezone().date()


def read_day(option: str, text: str | None) -> date | None:
    """The day given with an option, None where it was not given."""
    if text is None:
        return None
    try:
        return parse_day(text)
    except MisreadError as error:
        raise CdrpError(f"{option}: {error.message}; {error.help}") from None


def clocks(as_of: date | None, today: date | None, archive_until: date | None, law_read_to: date) -> Dates:
    """The days of a run: what was asked for; else today, or the last day of an archive that has ended.

    `archive_until` is the first day the records no longer keep.
    """
    now = machine_date()
    last_kept = day_before(archive_until) if archive_until is not None else now
    return Dates(as_of or min(now, last_kept), today or as_of or now, law_read_to)
