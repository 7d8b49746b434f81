"""What `cdrp calendar` shows, put together: records judged, the span asked for, and the list or the file made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cdrp_cli.cli.exit_codes import exit_code
from cdrp_cli.cli.root import find_root
from cdrp_cli.cli.workspace import Judged, judge
from cdrp_cli.core.dates import day_before, months_later, say
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.output import calendar as listed
from cdrp_cli.output import meeting_load
from cdrp_cli.output.sheet import Sheet
from cdrp_cli.output.words import dates_used
from cdrp_cli.records.working_days import table_ends
from cdrp_cli.rules.forward_plan.load import load, year_to
from cdrp_cli.rules.forward_plan.plan import forward_plan
from cdrp_cli.rules.holding.in_hand import assumed_terms

_MOST_MONTHS = 60
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class Made:
    """The records of the partnership's day, and the days to plan, both inclusive."""

    root: Path
    judged: Judged
    first: date
    last: date

    @property
    def code(self) -> int:
        """0, 3 or 4: what lies ahead is no finding."""
        return exit_code(self.judged.report, None)

    @property
    def dates(self) -> str:
        """The dates of the run in words, and how far holidays are known, for the file that has no room for them."""
        return f"{dates_used(self.judged.report.dates)} {listed.holidays_known(self.last, table_ends())}"

    def sheet(self) -> Sheet:
        """The plan as a list."""
        report = self.judged.report
        plan = forward_plan(self.judged.loaded.partnership, report, catalogue(), self.first, self.last)
        return listed.listing(plan, report)

    def write(self, path: Path) -> str:
        """Writes the meetings as iCalendar; tells the path."""
        if path.resolve().is_relative_to((self.root / "data").resolve()):
            raise CdrpError(
                f"--ics: {path.as_posix()} lies among the records: a calendar is written anywhere but in data"
            )
        try:
            from cdrp_cli.output.calendar_events import events, ics
        except ImportError:
            raise CdrpError(
                "A file for calendar programs needs an addition that is not installed: uv tool install "
                "'cdrp-cli[calendar]' or pip install 'cdrp-cli[calendar]'. Without it there is --format csv."
            ) from None
        partnership, dates = self.judged.loaded.partnership, self.judged.report.dates
        found = events(partnership, self.first, self.last)
        name = partnership.profile.name_on(dates.as_of) if partnership.profile is not None else ""
        try:
            path.write_bytes(ics(found, name, dates.today))
        except OSError as error:
            raise CdrpError(f"--ics: {path.as_posix()} cannot be written ({error.strerror})") from None
        return f"{path.as_posix()}\n"


def planned(
    given: Path | None, start: Path, days: tuple[date | None, date | None], year: str | None, months: str | None
) -> Made:
    """Reads and judges the records; the span is the year, or so many months from the day of the clock on."""
    whole = _number("--year", year, _FIRST_YEAR, _LAST_YEAR, "a year: write for example 2026")
    many = _number("--months", months, 1, _MOST_MONTHS, f"a number of months from 1 to {_MOST_MONTHS}")
    root = find_root(given, start)
    judged = judge(root, *days)
    today = judged.report.dates.today
    _within(today)
    if whole is not None:
        return Made(root, judged, date(whole, 1, 1), date(whole, 12, 31))
    return Made(root, judged, today, day_before(months_later(today, many or 12)))


def load_of(
    given: Path | None, start: Path, days: tuple[date | None, date | None], against: date | None
) -> tuple[Sheet, int]:
    """What meetings cost in the year to `against`, else the year before, and in that to the day of the report.

    With the exit code. Raises CdrpError where `against` is not the earlier day.
    """
    judged = judge(find_root(given, start), *days)
    partnership, dates = judged.loaded.partnership, judged.report.dates
    _within(dates.as_of, against or dates.as_of)
    earlier = against or day_before(year_to(dates.as_of))
    if earlier >= dates.as_of:
        raise CdrpError(
            f"--against: {say(earlier)} does not come before the day of --as-of, {say(dates.as_of)}: name the earlier"
            " day with --against and the later with --as-of"
        )
    ends = (earlier, dates.as_of)
    assumed = tuple(dict.fromkeys(terms for day in ends for terms in assumed_terms(partnership, day)))
    one, other = (load(partnership, day, dates.today) for day in ends)
    return meeting_load.listing(one, other, assumed, judged.report), exit_code(judged.report, None)


def _within(*days: date) -> None:
    """Raises CdrpError for a day so far off that months cannot be counted from it."""
    for day in days:
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            raise CdrpError(f"{day.isoformat()} does not lie between {_FIRST_YEAR} and {_LAST_YEAR}")


def _number(option: str, text: str | None, least: int, most: int, what: str) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and least <= int(text) <= most):
        raise CdrpError(f"{option}: {text!r} is not {what}")
    return int(text)
