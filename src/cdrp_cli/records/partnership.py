"""The partnership as its records show it: one frozen snapshot, with look-ups by id."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from cdrp_cli.core.citation import Citation
from cdrp_cli.records.base import Entry
from cdrp_cli.records.bodies import Body, BodyFunction
from cdrp_cli.records.checklist import LocalRow
from cdrp_cli.records.documents import Document
from cdrp_cli.records.engagement import Activity
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.minuted import Minuted, Raised, Updated
from cdrp_cli.records.outcomes import Action
from cdrp_cli.records.papers import Paper
from cdrp_cli.records.partners import Partner, Post
from cdrp_cli.records.positions import DutyPosition, HallmarkRow
from cdrp_cli.records.profile import Profile
from cdrp_cli.records.references import Reference, references
from cdrp_cli.records.requests import Request
from cdrp_cli.records.returns import Return
from cdrp_cli.records.waivers import Waiver

T = TypeVar("T")


@dataclass(frozen=True)
class Partnership:
    """Everything the records say, in the order of their files.

    `unread` names what could not be read, by kind of record and id; an empty id stands for a whole file. Rules that
    would infer something from absence ask `complete`, never the lists alone.
    """

    profile: Profile | None = None
    partners: tuple[Partner, ...] = ()
    bodies: tuple[Body, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    papers: tuple[Paper, ...] = ()
    documents: tuple[Document, ...] = ()
    returns: tuple[Return, ...] = ()
    requests: tuple[Request, ...] = ()
    engagement: tuple[Activity, ...] = ()
    hallmarks: tuple[HallmarkRow, ...] = ()
    positions: tuple[DutyPosition, ...] = ()
    checklist: tuple[LocalRow, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    unread: frozenset[tuple[str, str]] = frozenset()

    def __iter__(self) -> Iterator[Entry]:
        yield from (self.profile,) if self.profile else ()
        yield from chain(
            self.partners, self.bodies, self.meetings, self.papers, self.documents, self.returns, self.requests,
            self.engagement, self.hallmarks, self.positions, self.checklist, self.waivers,
        )  # fmt: skip

    def partner(self, ident: str) -> Partner | None:
        """The partner of that id."""
        return self._partners.get(ident)

    def post(self, ident: str) -> tuple[Partner, Post] | None:
        """The post `partner/post` and its partner."""
        return self._posts.get(ident)

    def body(self, ident: str) -> Body | None:
        """The body of that id."""
        return self._bodies.get(ident)

    def bodies_on(self, day: date, function: BodyFunction) -> tuple[Body, ...]:
        """The bodies of that function that surely exist on the day."""
        return tuple(body for body in self.bodies if function in body.functions and body.life.covers(day))

    def meeting(self, ident: str) -> Meeting | None:
        """The meeting of that id, or the only one of that day."""
        found = self.meetings_named(ident)
        return found[0] if len(found) == 1 else None

    def meetings_named(self, ident: str) -> tuple[Meeting, ...]:
        """The meeting of that id; for a bare day all the meetings of the day."""
        exact = self._meetings.get(ident)
        return (exact,) if exact is not None else self._days.get(ident, ())

    def meetings_of(self, body: str) -> tuple[Meeting, ...]:
        """The body's meetings by date."""
        return self._sittings.get(body, ())

    def minuted(self, citation: Citation) -> Minuted | None:
        """The item that a citation names; None where the meeting or the number is not on record."""
        meeting = self.meeting(citation.meeting)
        if meeting is None:
            return None
        for index, item in enumerate(meeting.items):
            numbers = item.minute if citation.kind == "minute" else (item.number,)
            if citation.number in numbers:
                return Minuted(meeting, index, item)
        return None

    def action(self, ident: str) -> Raised | None:
        """The action `meeting/action`, whose meeting may be a bare day on which one body met."""
        where, _, name = ident.partition("/")
        meeting = self.meeting(where)
        return None if meeting is None else self._actions.get(f"{meeting.id}/{name}")

    @cached_property
    def business(self) -> tuple[Minuted, ...]:
        """Every item of every meeting, by date."""
        return tuple(
            Minuted(meeting, index, item)
            for meeting in sorted(self.meetings, key=lambda meeting: (meeting.date, meeting.id))
            for index, item in enumerate(meeting.items)
        )

    @property
    def actions(self) -> tuple[Raised, ...]:
        """All actions in the order of the meetings that raised them."""
        return tuple(self._actions.values())

    def updates_of(self, raised: Raised) -> tuple[Updated, ...]:
        """What meetings heard of the action, in the order of the meetings and their items."""
        return self._updates.get(raised.id, ())

    def references(self, kind: str) -> tuple[Reference, ...]:
        """Every place in the records that names a record of that kind (`records.references.KINDS`)."""
        return self._references.get(kind, ())

    def document(self, ident: str) -> Document | None:
        """The document of that id."""
        return self._documents.get(ident)

    def paper(self, name: str) -> Paper | None:
        """The report of that file name."""
        return self._papers.get(name)

    def activity(self, ident: str) -> Activity | None:
        """The engagement activity of that id."""
        return self._activities.get(ident)

    def readable(self, kind: str, ident: str = "") -> bool:
        """Whether nothing of that kind, or nothing that could be that record, was left unread."""
        if not ident:
            return not any(unread == kind for unread, _ in self.unread)
        return not any(unread == kind and name in ("", ident) for unread, name in self.unread)

    def complete(self, kind: str, start: date) -> bool:
        """Whether the records of that kind miss nothing from `start` on, so that absence proves something."""
        if self.profile is None or not self.readable(kind):
            return False
        first = self.profile.complete_from(kind)
        return first is None or first <= start

    def once(self, question: Hashable, work_out: Callable[[], T]) -> T:
        """What `work_out` says, asked once for each question: the records never change, so neither does the answer."""
        if question not in self._answers:
            self._answers[question] = work_out()
        answer: T = self._answers[question]
        return answer

    @cached_property
    def _answers(self) -> dict[Hashable, Any]:
        return {}

    @cached_property
    def _partners(self) -> dict[str, Partner]:
        return {partner.id: partner for partner in reversed(self.partners)}

    @cached_property
    def _posts(self) -> dict[str, tuple[Partner, Post]]:
        each = ((partner, post) for partner in self._partners.values() for post in reversed(partner.posts))
        return {f"{partner.id}/{post.id}": (partner, post) for partner, post in each}

    @cached_property
    def _bodies(self) -> dict[str, Body]:
        return {body.id: body for body in reversed(self.bodies)}

    @cached_property
    def _meetings(self) -> dict[str, Meeting]:
        return {meeting.id: meeting for meeting in self.meetings}

    @cached_property
    def _days(self) -> dict[str, tuple[Meeting, ...]]:
        days: dict[str, tuple[Meeting, ...]] = {}
        for meeting in self.meetings:
            key = meeting.date.isoformat()
            days[key] = (*days.get(key, ()), meeting)
        return days

    @cached_property
    def _sittings(self) -> dict[str, tuple[Meeting, ...]]:
        sittings: dict[str, list[Meeting]] = {}
        for meeting in sorted(self.meetings, key=lambda meeting: (meeting.date, meeting.id)):
            sittings.setdefault(meeting.body, []).append(meeting)
        return {body: tuple(meetings) for body, meetings in sittings.items()}

    @cached_property
    def _documents(self) -> dict[str, Document]:
        return {document.id: document for document in reversed(self.documents)}

    @cached_property
    def _papers(self) -> dict[str, Paper]:
        return {paper.name: paper for paper in self.papers}

    @cached_property
    def _activities(self) -> dict[str, Activity]:
        return {activity.id: activity for activity in reversed(self.engagement)}

    @cached_property
    def _actions(self) -> dict[str, Raised]:
        raised: dict[str, Raised] = {}
        for minuted in self.business:
            for position, outcome in enumerate(minuted.item.outcomes):
                if isinstance(outcome, Action):
                    found = Raised(minuted, position, outcome)
                    raised.setdefault(found.id, found)
        return raised

    @cached_property
    def _updates(self) -> dict[str, tuple[Updated, ...]]:
        heard: dict[str, list[Updated]] = {}
        for minuted in self.business:
            for position, update in enumerate(minuted.item.updates):
                raised = self.action(update.action)
                if raised is not None:
                    heard.setdefault(raised.id, []).append(Updated(minuted, position, update))
        return {action: tuple(updates) for action, updates in heard.items()}

    @cached_property
    def _references(self) -> dict[str, tuple[Reference, ...]]:
        found: dict[str, list[Reference]] = {}
        for reference in chain.from_iterable(references(record) for record in self):
            found.setdefault(reference.kind, []).append(reference)
        return {kind: tuple(each) for kind, each in found.items()}
