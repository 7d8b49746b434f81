"""The public meeting: held each year, by seniors of every authority, and made known (reg 12(4), Wales reg 10(4))."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.rules.rule import DutyCase, duty
from cdrp_cli.rules.words import Gap, Seen, Word


def _public_meetings(case: DutyCase) -> Iterator[Meeting]:
    """The public meetings of the group that took place in the period; a board that may be watched is none."""
    if case.subject is None:
        return
    for meeting in case.partnership.meetings_of(case.subject.id):
        if meeting.public and meeting.took_place and case.within(meeting.date):
            yield meeting


@duty("public-meeting-yearly")
def public_meeting_yearly(case: DutyCase) -> Iterator[Word]:
    """The strategy group holds a public meeting in each year from 1 April to 31 March.

    Why: people who live and work in the area are to hear and question those who plan for their safety.
    Remedy: hold one before 31 March and record the meeting with public: true; one that the public may only watch
    (observers: true) does not count.
    """
    held = list(_public_meetings(case))
    for meeting in held:
        yield Seen(meeting.pointer, f"public meeting on {say(meeting.date)}")
    if not held:
        yield Gap(
            case.group, f"no public meeting {'yet ' if case.running else 'was held '}{case.when}", absent="meetings"
        )
