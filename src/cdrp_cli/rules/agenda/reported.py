"""What came in since the body last met: decisions by correspondence, crime data, what Neighbourhood Panels said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.dates import day_before, quarter, say, say_quarter
from cdrp_cli.core.words import both
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.records.follow_up import exempt_citation
from cdrp_cli.records.items import Item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.minuted import Minuted
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.returns import Return
from cdrp_cli.rules.agenda.sittings import before, last_held
from cdrp_cli.rules.agenda.suggested import Suggested, citation_of
from cdrp_cli.rules.holding.in_hand import ALL_SETS, holders
from cdrp_cli.rules.meetings.correspondence import by_correspondence, reported

_VIEWS = "engage-views"
"""The duty of the body that hears what the community says."""


def decided_by_correspondence(partnership: Partnership, meeting: Meeting) -> Iterator[Suggested]:
    """What the body decided by correspondence since it last sat, which this meeting has to hear of."""
    last = last_held(partnership, meeting)
    for earlier in before(partnership, meeting):
        since = last is None or earlier.date >= last.date
        if not since or not by_correspondence(earlier) or reported(partnership, earlier, meeting):
            continue
        business = tuple(Minuted(earlier, index, item) for index, item in enumerate(earlier.items))
        cited = tuple(found for each in business if (found := citation_of(each)) is not None)
        title = f"Decisions by correspondence of {say(earlier.day)}"
        item = Item(title=title, purpose="note", source="arising").model_copy(update={"refers_to": cited})
        reason = "what was decided by correspondence is reported to the next meeting"
        closed = any(exempt_citation(partnership, each) for each in cited)
        yield Suggested("report-back", item, reason, business, closed)


def crime_data(partnership: Partnership, meeting: Meeting, law: Catalogue) -> Iterator[Suggested]:
    """The quarters whose data came since the last meeting, for the body that has the quarterly data in hand."""
    last = last_held(partnership, meeting)
    if last is None or _has_from(meeting, "crime-data") or not _in_hand(partnership, meeting, ALL_SETS, law):
        return
    came: dict[date, list[tuple[date, Return]]] = {}
    for each in partnership.returns:
        if each.shared is not None and last.day < each.shared < meeting.day:
            came.setdefault(each.quarter, []).append((each.shared, each))
    for start in sorted(came):
        names = [_of_partner(partnership, each, day) for day, each in sorted(came[start], key=lambda pair: pair[0])]
        item = Item(title=f"Crime data of {say_quarter(quarter(start))}", source="crime-data")
        reason = f"data of the quarter came since the last meeting, from {both(list(dict.fromkeys(names)))}"
        yield Suggested("crime-data", item, reason)


def from_panels(partnership: Partnership, meeting: Meeting, law: Catalogue) -> Iterator[Suggested]:
    """What came since the last meeting from Neighbourhood Panels that answer to the body, and from panels of people."""
    last = last_held(partnership, meeting)
    if last is None or _has_from(meeting, "neighbourhood-panel"):
        return
    yield from _panels_met(partnership, last, meeting)
    if _in_hand(partnership, meeting, _VIEWS, law):
        yield from _panels_asked(partnership, last, meeting)


def _panels_met(partnership: Partnership, last: Meeting, meeting: Meeting) -> Iterator[Suggested]:
    for panel in partnership.meetings:
        body = partnership.body(panel.body)
        if body is None or "neighbourhood-panel" not in body.functions or body.accountable_to != meeting.body:
            continue
        if panel.took_place and last.day < panel.day < meeting.day:
            item = Item(title=f"{body.name}, {say(panel.day)}", source="neighbourhood-panel")
            yield Suggested("panel", item, f"{body.name}, which answers to this body, met on {say(panel.day)}")


def _panels_asked(partnership: Partnership, last: Meeting, meeting: Meeting) -> Iterator[Suggested]:
    for activity in partnership.engagement:
        end = activity.until.latest if activity.until is not None else activity.from_.latest
        over = day_before(end) if activity.until is not None and activity.until.exact else end
        if activity.kind == "panel" and last.day < over < meeting.day:
            item = Item(title=f"What the panel of {activity.from_.say()} said", source="neighbourhood-panel")
            yield Suggested("panel", item, f"the panel ({activity.id}) was held since the last meeting")


def _has_from(meeting: Meeting, source: str) -> bool:
    return any(item.source == source for item in meeting.items)


def _in_hand(partnership: Partnership, meeting: Meeting, duty: str, law: Catalogue) -> bool:
    """Whether the body has the duty in hand that day, by terms of reference or because the law binds it."""
    profile = partnership.profile
    if profile is None or law.duty(duty).on(profile.nation, meeting.day) is None:
        return False
    return meeting.body in holders(partnership, law.duty(duty), meeting.day).bodies


def _of_partner(partnership: Partnership, each: Return, day: date) -> str:
    partner = partnership.partner(each.partner)
    return f"{partner.name if partner is not None else each.partner} on {say(day)}"
