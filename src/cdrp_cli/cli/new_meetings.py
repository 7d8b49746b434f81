"""What `cdrp new meetings` does: a year worked out from a rule, shown, and written where that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cdrp_cli.cli.console import tell
from cdrp_cli.cli.new_meeting import beyond_archive, text_of
from cdrp_cli.cli.new_records import Records, Setting
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.output.year_planner import Planner
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.scaffold import NewMeeting
from cdrp_cli.records.working_days import table_ends
from cdrp_cli.records.writer import RefusedError, create
from cdrp_cli.rules.forward_plan.ordinal_weekday import OrdinalWeekday
from cdrp_cli.rules.forward_plan.year_planner import Asked, year_plan
from cdrp_cli.rules.forward_plan.year_rhythm import Months, beside_terms, months_by_terms, on_record, say_months


@dataclass(frozen=True, slots=True)
class Wanted:
    """The year, the day of the month, and the months, None for those of the terms of reference."""

    year: int
    on: OrdinalWeekday
    months: tuple[int, ...] | None


def planner(records: Records, body_id: str, wanted: Wanted, setting: Setting, *, write: bool, even_so: bool) -> Planner:
    """The year of the body; with `write` the meetings that clash with nothing are put on record, or all even so."""
    body = records.body(body_id)
    months = _months(records, body, wanted)
    asked = Asked(wanted.year, wanted.on, months.months, setting.start, setting.end)
    days = year_plan(body, records.partnership, records.days, asked, records.today)
    if all(each.state == "no-body" for each in days):
        raise CdrpError(f"{body.name} cannot meet on any of these days of {wanted.year}: {days[0].against[0]}")
    chosen = tuple(each.day for each in days if each.state == "free" or (even_so and each.state == "clash"))
    written = _write(records, body, chosen, setting) if write else {}
    terms = body.terms_on(date(wanted.year, 1, 1))
    there = on_record(body, records.partnership, wanted.year)
    if told := beyond_archive(records, date(wanted.year, 12, 31)):
        tell(f"cdrp: {told}")
    return Planner(
        body.id, body.name, wanted.year, str(wanted.on), months.months, months.by, say_months(months.months), days,
        beside_terms(terms, len(chosen), there, wanted.year), written, records.today, table_ends(),
        timed=setting.start is not None and setting.end is not None, complete=not records.loaded.unread,
    )  # fmt: skip


def _months(records: Records, body: Body, wanted: Wanted) -> Months:
    if wanted.months is not None:
        return Months(wanted.months, "")
    found = months_by_terms(body, records.partnership, date(wanted.year, 1, 1))
    if not found.months:
        raise CdrpError(f"{body.name}: {found.by}: say in which months it is to meet, for example --months 3,6,9,12")
    return found


def _write(records: Records, body: Body, days: tuple[date, ...], setting: Setting) -> Mapping[date, str]:
    """Writes a planned meeting for each of the days; their ids. All texts are made before the first is written."""
    made = [NewMeeting(body.id, day, setting.start, setting.end, setting.venue, setting.how) for day in days]
    texts = [(new, text_of(new)) for new in made]
    written: dict[date, str] = {}
    for new, text in texts:
        try:
            create(records.root, new.file, text)
        except RefusedError as reason:
            before = f"; written before that: {', '.join(written.values())}" if written else ""
            raise CdrpError(f"{reason}{before}") from None
        written[new.date] = new.id
    return written
