"""The council's crime and disorder committee, and what the authorities owe it (section 19, SI 2009/942)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from cdrp_cli.core.dates import day_before, months_later, say
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import counted
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partners import Partner
from cdrp_cli.records.requests import Request
from cdrp_cli.rules.duties.area import councils
from cdrp_cli.rules.duties.requests_made import Limit, answers, none_made, requests_under
from cdrp_cli.rules.rule import DutyCase, DutyRule, duty
from cdrp_cli.rules.words import Due, Gap, Remark, Seen, Unknown, Word

_BODIES = Pointer("data/bodies.yaml")
_RESPONSE_DAYS = 28


@duty("scrutiny-committee", whole=True, needs=("partners", "bodies"))
def scrutiny_committee(case: DutyCase) -> Iterator[Word]:
    """Every council of the area has a crime and disorder committee.

    Why: somebody outside the partnership has to ask what its work is worth, and can report on it.
    Remedy: record the committee in data/bodies.yaml with functions: [crime-and-disorder-committee] and, under council,
    whose it is.
    """
    bound = councils(case)
    if not bound:
        yield Unknown(Pointer("data/partners.yaml"), "no council of the area is on record")
    for found in bound:
        yield _committee_of(case, found.partner, alone=len(bound) == 1)


def _committee_of(case: DutyCase, council: Partner, *, alone: bool) -> Word:
    part = ("partner", council.id)
    kept = [body for body in case.partnership.bodies if "crime-and-disorder-committee" in body.functions]
    own = [body for body in kept if body.council == council.id or (body.council is None and alone)]
    living = next((body for body in own if body.life.covers(case.day)), None)
    if living is not None:
        return Seen(living.pointer, f"{living.name} is the committee of {council.name}", part)
    doubtful = next((body for body in own if body.life.covers(case.day) is None), None)
    if doubtful is not None:
        return Unknown(doubtful.pointer, f"whether {doubtful.name} was there that day is not known", part)
    unnamed = next((body for body in kept if body.council is None and body.life.covers(case.day)), None)
    if unnamed is not None:
        return Unknown(unnamed.pointer, f"whose committee {unnamed.name} is is not said: write it under council", part)
    if "common-council" in council.kind:
        why = f"{council.name} may itself be the committee, and whether it is is not on record"
        return Unknown(council.pointer, why, part)
    at = own[0].at("until") if own else council.pointer
    return Gap(at, f"no crime and disorder committee of {council.name} is on record", part=part, absent="bodies")


@duty("scrutiny-meets-yearly")
def scrutiny_meets_yearly(case: DutyCase) -> Iterator[Word]:
    """The committee meets on crime and disorder at least once in every twelve months, counted from day to day.

    Why: a committee that does not meet asks nothing, and the law lets no more than twelve months pass.
    Remedy: record the meetings at which the committee sat as the crime and disorder committee; the next is due
    twelve months after the last.
    """
    body = case.subject
    if body is None:
        yield Unknown(_BODIES, f"no crime and disorder committee is on record for {say(case.day)}")
        return
    held = [meeting for meeting in case.partnership.meetings_of(body.id) if _counts(meeting, case)]
    yield from _old_gaps(held, body, case)
    if held:
        yield _since(held[-1], body, case)
    else:
        yield _never(body, case)


def _since(last: Meeting, body: Body, case: DutyCase) -> Word:
    """Met for twelve months after the last meeting; then it is missing, where the records are complete since."""
    due = months_later(last.date, 12)
    if case.day <= due:
        return Seen(last.pointer, f"{body.name} met on {say(last.date)}; the next is due by {say(due)}")
    message = f"{body.name} has not met on crime and disorder since {say(last.date)}; it had to by {say(due)}"
    if case.partnership.complete("meetings", last.date):
        return Gap(body.pointer, message)
    return Unknown(body.pointer, f"{message}, but the records of meetings are not complete for that time")


def _never(body: Body, case: DutyCase) -> Word:
    """No meeting on record: the first twelve months run from commencement, or from the committee's first day."""
    commenced = case.law.duties["scrutiny-meets-yearly"].versions(case.law.nation)[0].from_
    start = max(commenced, body.life.first)
    due = day_before(months_later(start, 12))
    if case.day <= due:
        return Due(body.pointer, f"{body.name} has not met on crime and disorder since {say(start)}", due)
    message = f"{body.name} had to meet on crime and disorder by {say(due)}, and no meeting of it is on record"
    if case.partnership.complete("meetings", start):
        return Gap(body.pointer, message)
    return _within_records(body, case, message)


def _within_records(body: Body, case: DutyCase, message: str) -> Word:
    """Twelve months of complete records without a meeting prove the lack, whatever came before them."""
    if case.partnership.complete("meetings", months_later(case.day, -12)):
        lack = (
            f"no meeting of {body.name} on crime and disorder is on record for the twelve months up to {say(case.day)}"
        )
        return Gap(body.pointer, lack)
    return Unknown(body.pointer, f"{message}, but the records of meetings are not complete for that time")


def _old_gaps(held: list[Meeting], body: Body, case: DutyCase) -> Iterator[Word]:
    """Where twelve months were exceeded and the committee met again; only where no meeting between can be missing."""
    for before, after in pairwise(held):
        due = months_later(before.date, 12)
        if after.date > due and case.partnership.complete("meetings", before.date):
            days = counted((after.date - due).days, "day")
            text = f"{body.name} met on {say(after.date)}, {days} later than twelve months after {say(before.date)}"
            yield Remark(after.pointer, text)


def _counts(meeting: Meeting, case: DutyCase) -> bool:
    """A meeting without a quorum is no meeting of a council's committee."""
    return meeting.status in ("held", "adjourned") and meeting.date <= case.day


@duty("scrutiny-information", needs=("requests",))
def scrutiny_information(case: DutyCase) -> Iterator[Word]:
    """A written request of the committee for information is answered by the date it names, or as soon as it can be.

    Why: the committee cannot review what it is not shown.
    Remedy: record the answer under answered; where the date could not be kept, say why under late_reason.
    """
    asked = requests_under(case, "scrutiny-information", "scrutiny-information")
    for request in asked:
        limit = Limit(request.answer_by, "the day that it named")
        yield from answers(case, request, "the request for information", limit)
    if not asked:
        yield none_made(case, "request of the committee for information")


@duty("scrutiny-response", needs=("requests",))
def scrutiny_response(case: DutyCase) -> Iterator[Word]:
    """A report of the committee is answered in writing within 28 days, or as soon as is reasonably possible after.

    Why: a report nobody answers changes nothing; the authorities must say what, if anything, they will do.
    Remedy: record the answer under answered; where it came, or will come, after the 28 days, say why under late_reason.
    """
    asked = requests_under(case, "scrutiny-response", "scrutiny-report", "councillor-referral")
    reports = [request for request in asked if _is_report(case, request)]
    for request in reports:
        yield from answers(case, request, "the report", _limit(request))
    if not reports:
        yield none_made(case, "report of the committee to the authorities")


def _limit(report: Request) -> Limit:
    """The 28 days are written for the committee's own reports, not for those on what a councillor referred."""
    if report.kind == "scrutiny-report":
        return Limit(report.dated + timedelta(days=_RESPONSE_DAYS), f"{_RESPONSE_DAYS} days after its date")
    return Limit(None, "")


def _is_report(case: DutyCase, request: Request) -> bool:
    """Whether a crime and disorder committee made it: not some other body, nor a councillor who asks the committee."""
    if request.from_.kind != "body":
        return request.kind == "scrutiny-report"
    body = case.partnership.body(request.from_.ident)
    return body is not None and "crime-and-disorder-committee" in body.functions


DUTIES: tuple[DutyRule, ...] = (scrutiny_committee, scrutiny_meets_yearly, scrutiny_information, scrutiny_response)
"""Judgements on overview and scrutiny."""
