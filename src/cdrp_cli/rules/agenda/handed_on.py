"""Business that earlier meetings handed on to this one: put off, not reached, or referred by another body."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.records.items import Item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.minuted import Minuted
from cdrp_cli.records.outcomes import Decision
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.agenda.sittings import before, last_held
from cdrp_cli.rules.agenda.standing import standing_titles
from cdrp_cli.rules.agenda.suggested import Suggested, again, told_of
from cdrp_cli.rules.meetings.handed_on import decisions, went_back

_OF_THE_AGENDA = {"number", "minute", "text", "arising", "late", "outcomes", "updates"}
"""What an item had of the meeting that did not take it, and does not bring along."""
_WHY = {
    "cancelled": "the meeting of {day}, where it was on the agenda, was cancelled",
    "moved": "the meeting of {day}, where it was on the agenda, was moved",
    "adjourned": "the meeting of {day} was adjourned, and nothing is minuted of it",
    "inquorate": "the meeting of {day} had no quorum, and nothing is minuted of it",
}


def put_off(partnership: Partnership, meeting: Meeting) -> Iterator[Suggested]:
    """Business deferred to this meeting, or to one before it, that no meeting of the body took up since."""
    for earlier in partnership.meetings:
        if earlier.day >= meeting.day or not earlier.took_place:
            continue
        for minuted, _, decision in decisions(earlier, "deferred"):
            until = partnership.meeting(decision.until) if decision.until is not None else None
            due = _next_time(decision, earlier, meeting) if until is None else _due(partnership, until, meeting)
            if due and not _taken_up(partnership, minuted, meeting, meeting.body):
                to = f" to {say(until.day)}" if until is not None and until is not meeting else ""
                reason = f"put off{to} by {told_of(minuted)}{_in_words(decision)}"
                yield again(partnership, minuted, _as_new(minuted.item), "put-off", reason)


def not_reached(partnership: Partnership, meeting: Meeting) -> Iterator[Suggested]:
    """Business on the agenda of a meeting since the last held one that could not take it, or did not come to it."""
    last, standing = last_held(partnership, meeting), standing_titles(partnership, meeting)
    usual = {title.casefold() for title in standing}
    for earlier in before(partnership, meeting):
        since = last is None or earlier.date > last.date or _moved_here(partnership, earlier, meeting)
        if earlier.status not in _WHY or not since:
            continue
        for index, item in enumerate(earlier.items):
            minuted = Minuted(earlier, index, item)
            done = earlier.took_place and (item.outcomes or item.text or item.updates)
            own = item.source != "standing" and item.title.casefold() not in usual
            if own and not done and not _taken_up(partnership, minuted, meeting, meeting.body):
                reason = _WHY[earlier.status].format(day=say(earlier.day))
                yield again(partnership, minuted, _as_new(item), "put-off", reason)


def referred(partnership: Partnership, meeting: Meeting) -> Iterator[Suggested]:
    """What other bodies referred to this one before that day, and it has not taken up since."""
    for earlier in partnership.meetings:
        if earlier.day >= meeting.day or earlier.body == meeting.body or not earlier.took_place:
            continue
        for minuted, _, decision in decisions(earlier, "referred"):
            if decision.to == meeting.body and not _taken_up(partnership, minuted, meeting, meeting.body):
                body = partnership.body(earlier.body)
                by = body.name if body is not None else earlier.body
                item = Item(title=minuted.item.title, source="referral")
                reason = f"referred by {by}, {told_of(minuted)}{_in_words(decision)}"
                yield again(partnership, minuted, item, "referred", reason)


def _due(partnership: Partnership, until: Meeting, meeting: Meeting) -> bool:
    """Whether it was put off to this meeting, or to an earlier one of the body that is over."""
    if until.body != meeting.body:
        return False
    over = until.day < meeting.day and until.status != "planned"
    return until is meeting or over or _moved_here(partnership, until, meeting)


def _next_time(decision: Decision, earlier: Meeting, meeting: Meeting) -> bool:
    """The same where no meeting is named, or one that is not on record: then its day has to be past."""
    named = decision.until or ""
    day = named[: len(meeting.day.isoformat())]
    return earlier.body == meeting.body and day <= meeting.day.isoformat()


def _moved_here(partnership: Partnership, earlier: Meeting, meeting: Meeting) -> bool:
    return earlier.moved_to is not None and partnership.meeting(earlier.moved_to) is meeting


def _taken_up(partnership: Partnership, minuted: Minuted, meeting: Meeting, body: str) -> bool:
    """Whether a meeting of the body before this one went back to it, or has it on its agenda and is still to come."""
    since = (each for each in went_back(partnership, minuted, body) if each.day < meeting.day)
    return any(each.took_place or each.status == "planned" for each in since)


def _as_new(item: Item) -> Item:
    """The item as it comes on an agenda again."""
    fresh = {name: Item.model_fields[name].default for name in _OF_THE_AGENDA}
    return item.model_copy(update=fresh)


def _in_words(decision: Decision) -> str:
    return f": {' '.join(decision.text.split()).removesuffix('.')}" if decision.text is not None else ""
