"""What `cdrp new meeting` does: the day looked at beside the records, the file written, what to know and to do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cdrp_cli.cli.new_records import Records, Setting
from cdrp_cli.core.dates import day_before, say
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.words import counted
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.scaffold import NewMeeting
from cdrp_cli.records.working_days import table_ends
from cdrp_cli.records.writer import changed, create
from cdrp_cli.rules.forward_plan.clashes import not_worked
from cdrp_cli.rules.forward_plan.year_planner import body_on, proposed, warnings
from cdrp_cli.rules.meetings.notice import clear_days_asked


@dataclass(frozen=True, slots=True)
class Added:
    """The file that was written, what speaks against its day, and what to do next, in lines."""

    file: str
    warned: tuple[str, ...]
    next: tuple[str, ...]


def add(records: Records, body_id: str, day: date, setting: Setting, *, second: bool, even_so: bool) -> Added:
    """Writes the record of a planned meeting; CdrpError where the day cannot be, or is taken."""
    body = records.body(body_id)
    if why := body_on(body, day):
        raise CdrpError(f"{body.name} cannot meet on {say(day)}: {why}")
    number = _number(records, body, day, second=second)
    if (closed := not_worked(day, records.days)) and not even_so:
        raise CdrpError(f"{say(day)} {closed}: choose another day, or add --even-so to plan the meeting all the same")
    new = NewMeeting(body.id, day, setting.start, setting.end, setting.venue, setting.how, number)
    meeting = proposed(body, day, setting.start, setting.end, setting.how)
    text = text_of(new)
    create(records.root, new.file, text)
    return Added(new.file, _warned(meeting, records), _next(new.id, meeting, records))


def text_of(new: NewMeeting) -> str:
    """The text of the new file, as the one writer makes it."""
    return changed(new.file, new.begun.encode(), new.changes).decode()


def _number(records: Records, body: Body, day: date, *, second: bool) -> int:
    """1, or 2 for the second meeting of the day; CdrpError with what is there where the name is taken."""
    first, other = (NewMeeting(body.id, day, number=number) for number in (1, 2))
    there = [each for each in (first, other) if each.file in records.files]
    if not there:
        if second:
            raise CdrpError(f"{body.name} has no meeting on {say(day)} yet: leave --second out")
        return 1
    told = " and ".join(_told(each.id, each.file, records) for each in there)
    if len(there) == 2:
        raise CdrpError(f"{told}: more than two meetings of a body on a day are written by hand")
    if second:
        return 2 if there[0].number == 1 else 1
    raise CdrpError(f"{told}: change that record, or add --second for a second meeting of {body.name} that day")


def _told(ident: str, file: str, records: Records) -> str:
    meeting = records.partnership.meeting(ident)
    if meeting is None:
        return f"{file} exists already, and could not be read"
    parts = (meeting.status, meeting.start, meeting.venue)
    return f"{file} exists already ({', '.join(part for part in parts if part)})"


def beyond_archive(records: Records, day: date) -> str:
    """That the day lies after those that the records keep, and what that means; empty where it does not."""
    profile = records.partnership.profile
    until = profile.records.until if profile is not None else None
    if until is None or day < until:
        return ""
    return (
        f"these records are an archive that ends on {say(day_before(until))} (until in data/partnership.yaml): "
        "cdrp check looks no further unless it is given --as-of"
    )


def _warned(meeting: Meeting, records: Records) -> tuple[str, ...]:
    against = [f"{say(meeting.day)}: {each}" for each in warnings(meeting, records.partnership, records.days)]
    beyond = beyond_archive(records, meeting.day)
    return (*against, beyond) if beyond else tuple(against)


def _next(ident: str, meeting: Meeting, records: Records) -> tuple[str, ...]:
    if meeting.day < records.today:
        return (f"The day has gone by. If the meeting was held: cdrp new minutes {ident}",)
    lines = []
    asked = clear_days_asked(meeting, records.partnership)
    if asked is not None:
        notice = records.days.last_day_to_publish(meeting.day, asked.days)
        lines.append(f"The agenda is to be published by {say(notice.last_day)}: {counted(asked.days, 'clear day')}.")
    if meeting.day > table_ends():
        lines.append(f"Days after {say(table_ends())} are counted as if there were no bank holidays.")
    lines.append(f"Next: cdrp agenda {ident}, and cdrp calendar --year {meeting.day.year} for the days around it")
    return tuple(lines)
