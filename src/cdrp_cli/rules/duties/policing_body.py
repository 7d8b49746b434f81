"""What is owed on demand to the Home Secretary, and since to the local policing body (section 7, reg 14A)."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.citation import Owner
from cdrp_cli.core.dates import say
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partners import Partner
from cdrp_cli.records.requests import Request
from cdrp_cli.rules.duties.requests_made import Limit, answered, answers, none_made, requests_under
from cdrp_cli.rules.rule import DutyCase, DutyRule, duty
from cdrp_cli.rules.words import Due, Gap, Remark, Seen, Unknown, Unsaid, Word

ELECTED_BODIES = ("police-and-crime-commissioner", "mayors-office-for-policing-and-crime", "combined-authority")
"""The kinds of partner that can be the elected local policing body of a police area."""
_LONDON = "mayors-office-for-policing-and-crime"


@duty("report-to-home-secretary", needs=("requests",))
def report_to_home_secretary(case: DutyCase) -> Iterator[Word]:
    """A report that the Home Secretary required is submitted.

    Why: the Act lets the Home Secretary require a report on any matter of the strategies.
    Remedy: record the requirement in data/requests.yaml with kind: policing-body-report, and the report under answered.
    """
    yield from _reports(case, "report-to-home-secretary", "requirement of a report to the Home Secretary")


@duty("report-to-local-policing-body", needs=("requests",))
def report_to_local_policing_body(case: DutyCase) -> Iterator[Word]:
    """A report that the local policing body required is submitted.

    Why: a body that is not satisfied with the partnership's work may require a report, and may have it published.
    Remedy: record the requirement in data/requests.yaml with kind: policing-body-report, and the report under answered.
    """
    yield from _reports(case, "report-to-local-policing-body", "requirement of a report to the local policing body")


def _reports(case: DutyCase, ident: str, what: str) -> Iterator[Word]:
    """The section sets no day, so that time alone breaches nothing; a day the requirement named is worth a note."""
    required = requests_under(case, ident, "policing-body-report")
    for request in required:
        yield from answers(case, request, "the report required by the letter", Limit(None, ""))
        named = request.answer_by
        if named is not None and named < case.day and answered(case, request) is None:
            message = f"the letter of {say(request.dated)} asked for a report by {say(named)}, and none is on record"
            yield Remark(request.at("answer_by"), message)
    if not required:
        yield none_made(case, what)


@duty("pcc-meeting-attendance", needs=("requests",))
def pcc_meeting_attendance(case: DutyCase) -> Iterator[Word]:
    """Each authority that a commissioner required to come to a meeting on strategy was there.

    Why: a commissioner may bring the authorities of several partnerships to one table.
    Remedy: record the requirement in data/requests.yaml with kind: policing-body-meeting, the meeting it names and
    who came under answered, or in the meeting's own record.
    """
    required = requests_under(case, "pcc-meeting-attendance", "policing-body-meeting")
    required = [request for request in required if not _of_london(case, request.from_)]
    for request in required:
        for name in request.to:
            yield _came(case, request, name)
    if not required:
        yield none_made(case, "requirement of a commissioner to attend a meeting")


def _came(case: DutyCase, request: Request, name: str) -> Word:
    part = ("partner", name)
    partner = case.partnership.partner(name)
    told = partner.name if partner is not None else name
    meeting = case.partnership.meeting(request.meeting) if request.meeting is not None else None
    if meeting is not None and meeting.took_place and meeting.date <= case.day:
        return _attended(meeting, request, partner, told)
    day, on = meeting.date if meeting is not None else request.answer_by, answered(case, request)
    if on is not None and (day is None or day <= on):
        return Seen(request.at("answered"), f"{told} came on {say(on)}", part)
    if day is None or day >= case.day:
        return Due(request.pointer, f"{told} is asked to the meeting of the commissioner", day, part)
    why = f"whether {told} came to the meeting that the commissioner called for {say(day)} is not on record"
    return Unsaid(request.pointer, why, part)


def _attended(meeting: Meeting, request: Request, partner: Partner | None, told: str) -> Word:
    part = ("partner", partner.id if partner is not None else told)
    for index, line in enumerate(meeting.attendance):
        there = line.substitute or (line.post if line.status in ("present", "in-attendance") else None)
        owner = there.partition("/")[0] if there else line.partner if line.status == "present" else None
        if partner is not None and owner == partner.id:
            return Seen(meeting.at("attendance", index), f"{told} was at the meeting of {say(meeting.date)}", part)
    if "attendance" in meeting.not_seen or not meeting.attendance:
        return Unknown(meeting.pointer, f"who came to the meeting of {say(meeting.date)} was not seen", part)
    message = f"{told} was required to come to the meeting of {say(meeting.date)} and was not there"
    return Gap(request.at("to"), message, part=part)


def _of_london(case: DutyCase, sender: Owner) -> bool:
    """The power belongs to commissioners and to mayors with their functions, not to the Mayor's Office in London."""
    name = sender.ident.partition("/")[0] if sender.kind == "post" else sender.ident
    partner = case.partnership.partner(name)
    return partner is not None and _LONDON in partner.kind


DUTIES: tuple[DutyRule, ...] = (report_to_home_secretary, report_to_local_policing_body, pcc_meeting_attendance)
"""Judgements on what is owed on demand."""
