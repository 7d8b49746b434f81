"""One message to each partner that has open actions: what is overdue, what is open, by which minute, by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from cdrp_cli.core.dates import say
from cdrp_cli.core.report import Dates, Subject
from cdrp_cli.core.words import both, counted
from cdrp_cli.output.actions import counting_days
from cdrp_cli.output.actions_log import Asked, Logged, body_name, spoken_at
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.records.partners import Partner, Post
from cdrp_cli.records.partnership import Partnership

_Mine = tuple[Logged, Post]


def messages(subject: Subject, dates: Dates, asked: Asked, every: tuple[Logged, ...], unread: tuple[str, ...]) -> Sheet:
    """The messages in the order of the partners' names, each under its own heading; no words of a closed action.

    What has nobody to be written to is told last, to the officer.
    """
    wanted = [each for each in every if each.action.open and asked.wants(each)]
    groups = by_partner(wanted)
    blocks: list[Block] = []
    for partner, mine in groups:
        blocks += _message(subject.name, partner, mine, dates)
    if not groups:
        day = say(dates.as_of)
        blocks.append(Line(f"There is nobody to write to: as of {day} no partner has such an action open."))
    blocks += _to_nobody(subject.name, [each for each in wanted if each.addressee is None], unread)
    return Sheet(tuple(blocks), {}, counting_days(dates))


def by_partner(wanted: Iterable[Logged]) -> list[tuple[Partner, list[_Mine]]]:
    """The partners that can be written to, by name, each with its actions and the posts that own them."""
    groups: dict[str, tuple[Partner, list[_Mine]]] = {}
    for each in wanted:
        if each.addressee is not None:
            partner, post = each.addressee
            groups.setdefault(partner.id, (partner, []))[1].append((each, post))
    return sorted(groups.values(), key=lambda group: (group[0].name, group[0].id))


def _message(name: str | None, partner: Partner, mine: list[_Mine], dates: Dates) -> Iterator[Block]:
    posts = tuple(dict.fromkeys(post.title for _, post in mine))
    overdue = [(each, post) for each, post in mine if each.overdue]
    others = [(each, post) for each, post in mine if not each.overdue]
    yield Heading(f"To {partner.name}", 1)
    yield Line(f"Dear {both(posts)},")
    yield Line(_opening(name, len(mine), len(overdue), dates))
    for heading, part in (("Overdue", overdue), ("Open", others)):
        if part:
            yield Heading(heading)
            for each, post in part:
                yield Line(told(each, post.title if len(posts) > 1 else ""), each.action.id)
    yield Heading("By when")
    yield from _by_when(mine)


def _opening(name: str | None, number: int, overdue: int, dates: Dates) -> str:
    """Whose minutes show how much, and for which days."""
    sender = f" of {name}" if name else ""
    told = f"The minutes{sender} up to {say(dates.as_of)} show {counted(number, 'open action')} with you"
    if not overdue:
        return f"{told}."
    late = f"{overdue} of them overdue" if number > 1 else "overdue"
    return f"{told}, {late} on {say(dates.today)}."


def told(each: Logged, post: str) -> str:
    """What is to be done, until when, and the minutes."""
    action = each.action
    text = each.text if each.text.endswith((".", "?", "!")) else f"{each.text}."
    said = [text, *([f"For the {post}."] if post else []), f"{_due(each)}."]
    said.append(f"Raised by {spoken_at(action.partnership, action.raised.minuted)}.")
    if action.updates:
        said.append(f"Last spoken of in {spoken_at(action.partnership, each.last)}.")
    return " ".join(said)


def _due(each: Logged) -> str:
    due, times = each.action.due, each.put_off
    if due is None:
        return "No day is set for it: please name one"
    told = f"Was due on {say(due)}, {counted(each.late, 'day')} ago" if each.overdue else f"Due by {say(due)}"
    return f"{told}; put off {times}" if times else told


def _by_when(mine: list[_Mine]) -> Iterator[Block]:
    """The next meeting of each body that waits, where one is planned."""
    bodies = dict.fromkeys(each.action.raised.minuted.meeting.body for each, _ in mine)
    first = mine[0][0]
    records = first.action.partnership
    for body in bodies:
        day = _next_meeting(records, body, first.clock)
        if day is not None:
            yield Line(f"The {body_name(records, body)} meets next on {say(day)}.")
    yield Line("Please say before the next meeting how each stands: done and on which day, or by which day it will be.")


def _next_meeting(partnership: Partnership, body: str, clock: date) -> date | None:
    days = (each.date for each in partnership.meetings_of(body) if each.status == "planned" and each.date > clock)
    return next(days, None)


def _to_nobody(name: str | None, left: list[Logged], unread: tuple[str, ...]) -> Iterator[Block]:
    """What stands in no message, for the officer alone."""
    if left or unread:
        yield Heading(f"Not to be sent: for the officer of {name or 'the partnership'}", 1)
    if left:
        yield Line("These open actions stand in no message:")
    for each in left:
        yield Line(_why(each), each.action.id)
    if unread:
        yield Line(f"Not read in full, so that more may be missing here: {', '.join(unread)}.")


def _why(each: Logged) -> str:
    owner = each.action.owner
    if owner is None:
        return "nobody owns it"
    if owner.kind == "body":
        return f"{owner} owns it, which is no single partner"
    if owner.kind == "words":
        return f"its owner is no post on record: {each.owned(owner)}"
    if owner.kind == "chair":
        return f"who is {owner} on the day is not on record"
    return f"{owner} is not on record, or is no more: pass it on at the next meeting"
