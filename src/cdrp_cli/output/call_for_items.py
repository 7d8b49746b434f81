"""The message that calls for items: when and where a body meets, until when to answer, what is due, what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.dates import say
from cdrp_cli.core.report import Report
from cdrp_cli.core.words import both, counted
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.output.actions_log import Logged, body_name
from cdrp_cli.output.actions_message import told
from cdrp_cli.output.call_due import Due, from_agenda, from_duties, from_requests
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partners import Partner, Post
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.working_days import WorkingDays
from cdrp_cli.rules.forward_plan.meeting_days import meeting_days
from cdrp_cli.rules.forward_plan.planned import Kind, Planned

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HOW = {"in-person": "in person", "hybrid": "in person and online", "online": "online"}
_ASKED = (
    "For each item please say: its title; whether the meeting is to decide, discuss or note it; who presents it and how"
    " many minutes it needs; who else must be at the table; whether any of it is not for publication, and why. Send its"
    " report with it. If you have nothing to raise, please say that too."
)


@dataclass(frozen=True, slots=True)
class Seated:
    """A partner with a seat on the day, and the posts that hold its seats; none where its seat is vacant."""

    partner: Partner
    posts: tuple[Post, ...]

    @property
    def name(self) -> str:
        """How the message addresses them."""
        return both([post.title for post in self.posts]) or self.partner.name


@dataclass(frozen=True, slots=True)
class Call:
    """A meeting that is called on a day, with the records judged and the action log of that day."""

    partnership: Partnership
    meeting: Meeting
    report: Report
    law: Catalogue
    log: tuple[Logged, ...]
    day: date

    @property
    def body(self) -> Body | None:
        """The body that meets."""
        return self.partnership.body(self.meeting.body)

    @property
    def name(self) -> str:
        """The body's name, to stand after `the`."""
        return body_name(self.partnership, self.meeting.body)

    def counted(self, kind: Kind) -> Planned | None:
        """The day of that kind, counted back from the meeting by the terms of its day; None where they set none."""
        profile = self.partnership.profile
        days = WorkingDays.of(profile) if profile is not None else WorkingDays()
        every = meeting_days(self.partnership, days, self.day)
        return next((each for each in every if each.kind == kind and each.ref == self.meeting.id), None)

    def seated(self) -> tuple[Seated, ...]:
        """Every partner with a seat on the day of the meeting, its own or a joint one, by name.

        Seats and posts that may be there that day count.
        """
        day, found = self.meeting.day, dict[str, Seated]()
        for seat in self.body.seats if self.body is not None else ():
            post = self.partnership.post(seat.post) if seat.post is not None else None
            posts = (post[1],) if post is not None and post[1].life.covers(day) is not False else ()
            own = post[0] if post is not None else self.partnership.partner(seat.partner or "")
            for partner in (own, *map(self.partnership.partner, seat.joint_for)):
                if partner is None or seat.life.covers(day) is False or partner.life.covers(day) is False:
                    continue
                known = found.get(partner.id, Seated(partner, ()))
                found[partner.id] = Seated(partner, tuple(dict.fromkeys((*known.posts, *posts))))
        return tuple(sorted(found.values(), key=lambda each: (each.partner.name, each.partner.id)))

    def due(self, seated: Seated) -> tuple[Due, ...]:
        """What is due from the partner on the day."""
        partner, body = seated.partner, self.body
        duties = from_duties(self.report.duties, self.law, partner, body) if body is not None else ()
        return (
            *duties,
            *from_requests(self.partnership, partner, self.day),
            *from_agenda(self.partnership, self.meeting, partner),
        )

    def actions(self, seated: Seated) -> tuple[tuple[Logged, Post], ...]:
        """The open actions that this body raised and the partner owns."""
        of_body = (each for each in self.log if each.action.raised.minuted.meeting.body == self.meeting.body)
        owned = ((each, each.addressee) for each in of_body if each.action.open)
        return tuple((each, to[1]) for each, to in owned if to is not None and to[0].id == seated.partner.id)


def messages(calls: Iterable[Call], *, apart: bool) -> Sheet:
    """The messages in the order of the meetings: one to each partner where they go apart, else one to all seats."""
    blocks: list[Block] = []
    for call in calls:
        seated = call.seated()
        if not seated:
            blocks.append(Line(f"There is nobody to write to: the {call.name} has no seat on record that day."))
        elif apart:
            for each in seated:
                blocks += _to_one(call, each)
        else:
            blocks += _to_all(call, seated)
    return Sheet(tuple(blocks), {})


def _to_one(call: Call, seated: Seated) -> Iterator[Block]:
    yield Heading(f"To {seated.partner.name}: call for items, {call.name}, {say(call.meeting.day)}", 1)
    yield Line(f"Dear {seated.name},")
    yield from _when(call)
    if not seated.posts:
        yield Line("No post of yours holds your seat that day: please name who will sit.")
    yield Heading(f"Due from you on {say(call.day)}")
    yield from [Line(each.text, each.label) for each in call.due(seated)] or [Line("Nothing that is on record.")]
    actions = call.actions(seated)
    several = len({post.id for _, post in actions}) > 1
    yield Heading("Your open actions")
    yield from [Line(told(each, post.title if several else ""), each.action.id) for each, post in actions] or [
        Line(f"None from the {call.name}.")
    ]
    yield from _elsewhere(call, seated)
    yield from _answer(call)


def _to_all(call: Call, every: tuple[Seated, ...]) -> Iterator[Block]:
    yield Heading(f"To the members of the {call.name}: call for items, {say(call.meeting.day)}", 1)
    yield Line(f"Dear members of the {call.name},")
    yield from _when(call)
    vacant = [each.partner.name for each in every if not each.posts]
    if vacant:
        yield Line(f"No post holds the seat of {both(vacant)} that day: please name who will sit.")
    yield Heading(f"Due on {say(call.day)}")
    yield from [Line(due.text, f"{each.partner.name}, {due.label}") for each in every for due in call.due(each)] or [
        Line("Nothing that is on record.")
    ]
    yield Heading("Open actions")
    yield from [
        Line(told(action, f"{post.title}, {each.partner.name}"), action.action.id)
        for each in every
        for action, post in call.actions(each)
    ] or [Line(f"None from the {call.name} that a member owns.")]
    yield from _answer(call)


def _when(call: Call) -> Iterator[Block]:
    meeting = call.meeting
    whose = f"{call.report.subject.name}: the" if call.report.subject.name else "The"
    if meeting.how == "correspondence":
        yield Line(f"{whose} {call.name} decides by correspondence on {_spoken(meeting.day)}.")
        yield Line(_closing(call))
        return
    hours = " to ".join(each for each in (meeting.start, meeting.end) if each is not None)
    day = f"{_spoken(meeting.day)}{', ' if hours else ''}{hours}"
    yield Line(f"{whose} {call.name} meets on {day}. Place: {meeting.venue or 'still to be set'}{_how(meeting)}.")
    if not hours:
        yield Line("The time is still to be set.")
    yield Line(_closing(call))


def _how(meeting: Meeting) -> str:
    return f"; {_HOW[meeting.how]}" if meeting.how in _HOW else ""


def _closing(call: Call) -> str:
    """The closing day with its working, or what stands in its place where the terms set none."""
    papers = call.counted("papers-in")
    if papers is not None:
        passed = f" That was {counted((call.day - papers.day).days, 'day')} ago: please answer at once."
        told = f"Closing day for items and reports: {_spoken(papers.day)} ({papers.working})."
        return told + (passed if papers.day < call.day else "")
    publish = call.counted("publish")
    if publish is None:
        return "The terms of reference set no closing day for items: please answer as soon as you can."
    return (
        "The terms of reference set no closing day for items. The agenda is to be published by"
        f" {_spoken(publish.day)} ({publish.working}): please answer before then."
    )


def _elsewhere(call: Call, seated: Seated) -> Iterator[Block]:
    """How many more there are, which this body did not raise and has not to read."""
    of_partner = (each for each in call.log if each.action.open and each.partner == seated.partner.id)
    number = sum(1 for each in of_partner if each.action.raised.minuted.meeting.body != call.meeting.body)
    if number:
        yield Line(f"You have {counted(number, 'more open action')} from other bodies.")


def _answer(call: Call) -> Iterator[Block]:
    yield Heading("How to answer")
    clerk = call.partnership.post(call.body.clerk) if call.body is not None and call.body.clerk is not None else None
    if clerk is not None:
        yield Line(f"Please answer to the {clerk[1].title}, {clerk[0].name}.")
    yield Line(_ASKED)


def _spoken(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {say(day)}"
