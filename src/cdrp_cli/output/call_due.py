"""What is due from one partner before a meeting: duties that name it, what it was asked, the items it presents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.citation import Owner
from cdrp_cli.core.dates import Period, after_quarter, say, say_quarter
from cdrp_cli.core.outcome import DutyRow, Outcome, Part
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.output.actions_log import CLOSED
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.follow_up import exempt_item, goes_back_to_exempt
from cdrp_cli.records.items import Item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partners import Partner
from cdrp_cli.records.partnership import Partnership

_SCRUTINY = "crime-and-disorder-committee"
_QUARTERLY = "data-quarterly"
"""The duty that stands for all data sets of a partner; each set has a row of its own as well."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due: `label` is the id of the duty or request, or the item; `text` says what and until when."""

    label: str
    text: str


def from_duties(rows: Iterable[DutyRow], law: Catalogue, partner: Partner, body: Body) -> Iterator[Due]:
    """The duties that name the partner and are not met; none for scrutiny, which asks and does not owe."""
    if _SCRUTINY in body.functions:
        return
    sets: dict[Period | None, list[DutyRow]] = {}
    for row in rows:
        if row.duty != _QUARTERLY and any(part.name == partner.id and _owed(part) for part in row.parts):
            if law.duty(row.duty).bound == law.duty(_QUARTERLY).bound:
                sets.setdefault(row.period, []).append(row)
            else:
                yield Due(row.duty, f"{law.duty(row.duty).title} ({row.source}){_until(row, row.period)}.")
    for quarter, found in sets.items():
        yield _data(found, quarter, law)


def from_requests(partnership: Partnership, partner: Partner, day: date) -> Iterator[Due]:
    """What the partner was asked by the day and has not answered."""
    for request in partnership.requests:
        answered = request.answered is not None and request.answered.date <= day
        if partner.id in request.to and request.dated <= day and not answered:
            kind = request.kind.replace("-", " ").capitalize()
            told = f"{kind}, asked for by {_asker(partnership, request.from_)} on {say(request.dated)}"
            until = f"answer by {say(request.answer_by)}" if request.answer_by is not None else "no day set to answer"
            yield Due(request.id, f"{told}: {until}.")


def from_agenda(partnership: Partnership, meeting: Meeting, partner: Partner) -> Iterator[Due]:
    """The items on record that the partner presents and no report is on record for."""
    for item in meeting.items:
        found = partnership.post(item.presenter) if item.presenter is not None else None
        if found is not None and found[0].id == partner.id and partnership.paper(item.paper or "") is None:
            label = f"item {item.number}" if item.number is not None else "item"
            told = f"{_title(partnership, item)}, presented by the {found[1].title}"
            yield Due(label, f"{told}: please send the report, if there is one.")


def _owed(part: Part) -> bool:
    return part.kind == "partner" and part.outcome in (Outcome.DUE, Outcome.NOT_MET, Outcome.PARTLY_MET)


def _data(sets: list[DutyRow], quarter: Period | None, law: Catalogue) -> Due:
    """The data sets of one quarter, told together under the duty to share them."""
    titles = [law.duty(row.duty).title for row in sets]
    named = "; ".join(title.partition(": ")[2] or title for title in titles)
    told = f"{law.duty(_QUARTERLY).title} ({sets[0].source.partition(';')[0]})"
    if quarter is None:
        return Due(_QUARTERLY, f"{told}: {named}.")
    until = _until(sets[0], after_quarter(quarter))
    return Due(_QUARTERLY, f"{told}: {named}. For {say_quarter(quarter)}{until}.")


def _until(row: DutyRow, period: Period | None) -> str:
    """The last day of the duty, or of the period that closed without it."""
    if row.due is not None:
        return f", due by {say(row.due)}"
    return f", was due by {say(period.last)}" if period is not None and period.end is not None else ""


def _asker(partnership: Partnership, asker: Owner) -> str:
    """Who asked, by name."""
    if asker.kind == "post":
        post = partnership.post(asker.ident)
        return f"the {post[1].title}, {post[0].name}" if post is not None else asker.ident
    found = partnership.body(asker.ident) if asker.kind in ("body", "chair") else partnership.partner(asker.ident)
    return found.name if found is not None else asker.ident


def _title(partnership: Partnership, item: Item) -> str:
    closed = exempt_item(partnership, item) or goes_back_to_exempt(partnership, item)
    return CLOSED.capitalize() if closed else item.title
