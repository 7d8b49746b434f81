"""What counts as the strategy group's own: its meetings and documents, and those of a group that went before it."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import PartialDate
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.documents import Document, DocumentKind
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.minuted import Minuted
from cdrp_cli.records.outcomes import Decision
from cdrp_cli.rules.rule import DutyCase

DOCUMENTS = Pointer("data/documents.yaml")
"""Where a missing document would be recorded."""

_NOT_DONE = ("deferred", "referred", "rejected")


def strategy_group(case: DutyCase) -> Body:
    """The group judged; the engine sees to it that there is one before it asks a rule about it."""
    assert case.subject is not None  # noqa: S101 - as just said
    return case.subject


def meetings_held(case: DutyCase) -> Iterator[Meeting]:
    """The meetings of the group, or of one that it followed, that took place in the period."""
    for body in case.partnership.bodies:
        if body.id not in _rivals(case) and "strategy-group" in body.functions:
            yield from (
                meeting
                for meeting in case.partnership.meetings_of(body.id)
                if meeting.took_place and case.within(meeting.date)
            )


def documents(case: DutyCase, kind: DocumentKind) -> Iterator[Document]:
    """The documents of that kind, less those made by another strategy group of the same time."""
    rivals = _rivals(case)
    return (
        document for document in case.partnership.documents if document.kind == kind and document.body not in rivals
    )


def minuted_for(case: DutyCase, ident: str) -> Iterator[Minuted]:
    """The items that say they discharge the duty, at a quorate meeting in time, and that were not put off."""
    rivals = _rivals(case)
    for minuted in case.partnership.business:
        meeting, item = minuted.meeting, minuted.item
        if item.duty != ident or meeting.body in rivals or meeting.status not in ("held", "adjourned"):
            continue
        in_time = case.within(meeting.date) if case.period is not None else meeting.date <= case.day
        put_off = any(isinstance(outcome, Decision) and outcome.verb in _NOT_DONE for outcome in item.outcomes)
        if in_time and not put_off:
            yield minuted


def when(day: PartialDate) -> str:
    """`on 12 May 2025`, `in May 2025`."""
    return f"{'on' if day.exact else 'in'} {day.say()}"


def _rivals(case: DutyCase) -> frozenset[str]:
    """The other strategy groups that were there at the same time as the one judged."""
    own = case.subject
    if own is None:
        return frozenset()
    return frozenset(
        body.id
        for body in case.partnership.bodies
        if body.id != own.id and "strategy-group" in body.functions and body.life.overlaps(own.life) is not False
    )
