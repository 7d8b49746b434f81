"""From a reference, as people write it, to the record it names and to every place that cites it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from cdrp_cli.core.citation import Citation
from cdrp_cli.core.dates import say
from cdrp_cli.core.errors import CdrpError, MisreadError, UnknownIdError
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import either, nearest
from cdrp_cli.records.items import Exempt
from cdrp_cli.records.minuted import Minuted, Raised
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.references import Reference


@dataclass(frozen=True, slots=True)
class Found:
    """What a reference names: its kind and id, its title, where it stands, and why it is not for the public.

    A checklist row stands in as many places as there are answers to it; `raised` is the action, where it is one.
    """

    kind: str
    id: str
    title: str
    places: tuple[Pointer, ...]
    exempt: Exempt | None = None
    raised: Raised | None = None


Look = Callable[[Partnership, str], Iterator[Found]]


def resolve(partnership: Partnership, reference: str, shipped: Collection[str] = ()) -> Found:
    """The record of that reference, `kind:id` where an id could be of two kinds; `minute 95 of …` is as good.

    `shipped` holds the rows of the shipped checklist: they are found also where nobody has answered them.
    UnknownIdError with the nearest where there is none; CdrpError with what to write where there are several.
    """
    named = next((kind for kind in LOOKS if reference.startswith((f"{kind}:", f"{kind} "))), "")
    kinds = (named,) if named else tuple(LOOKS)
    ident = reference[len(named) + 1 :].strip() if named else reference
    found = [each for kind in kinds for each in LOOKS[kind](partnership, ident)]
    if not found and ident in shipped and "row" in kinds:
        return Found("row", ident, "row of the checklist", ())
    if not found:
        known = [each for each in (*_known(partnership), *shipped) if each != ident]
        raise UnknownIdError(kinds[0] if len(kinds) == 1 else "record", ident, nearest(ident, known))
    if len(found) > 1:
        same = len({each.id for each in found}) == 1
        ways = [f"{each.kind}:{each.id}" if same else each.id for each in found]
        raise CdrpError(f"{reference} could be {either([each.title for each in found])}: write {either(ways)}")
    return found[0]


def citations(partnership: Partnership, found: Found) -> tuple[Reference, ...]:
    """Every place in the records that names it, but for the places where it stands itself."""
    return tuple(
        reference
        for kind in _CITED_AS[found.kind]
        for reference in partnership.references(kind)
        if _names(partnership, reference, found) and not any(_inside(reference.at, place) for place in found.places)
    )


def _inside(at: Pointer, place: Pointer) -> bool:
    return at.file == place.file and at.path[: len(place.path)] == place.path


def _names(partnership: Partnership, reference: Reference, found: Found) -> bool:
    value = reference.value
    if isinstance(value, Citation):
        meeting = partnership.meeting(value.meeting)
        if found.kind == "meeting":
            return meeting is not None and meeting.id == found.id
        minuted = partnership.minuted(value)
        return minuted is not None and minuted.pointer == found.places[0]
    if found.kind == "meeting":
        return [meeting.id for meeting in partnership.meetings_named(value)] == [found.id]
    if found.kind == "action":
        raised = partnership.action(value)
        return raised is not None and raised.id == found.id
    return value == found.id


def _partner(partnership: Partnership, ident: str) -> Iterator[Found]:
    partner = partnership.partner(ident)
    if partner is not None:
        yield Found("partner", ident, partner.name, (partner.pointer,))


def _post(partnership: Partnership, ident: str) -> Iterator[Found]:
    found = partnership.post(ident)
    if found is not None:
        partner, post = found
        yield Found("post", ident, f"{post.title}, {partner.name}", (partner.at("posts", partner.posts.index(post)),))


def _body(partnership: Partnership, ident: str) -> Iterator[Found]:
    body = partnership.body(ident)
    if body is not None:
        yield Found("body", ident, body.name, (body.pointer,))


def _meeting(partnership: Partnership, ident: str) -> Iterator[Found]:
    for meeting in partnership.meetings_named(ident):
        body = partnership.body(meeting.body)
        yield Found(
            "meeting", meeting.id, f"{body.name if body else meeting.body}, {say(meeting.date)}", (meeting.pointer,)
        )


def _minute(partnership: Partnership, ident: str) -> Iterator[Found]:
    try:
        citation = Citation.parse(ident)
    except MisreadError:
        return
    for meeting in partnership.meetings_named(citation.meeting):
        exact = Citation(citation.kind, citation.number, meeting.id)
        minuted = partnership.minuted(exact)
        if minuted is not None:
            yield Found("minute", str(exact), minuted.item.title, (minuted.pointer,), minuted.item.exempt)


def _action(partnership: Partnership, ident: str) -> Iterator[Found]:
    raised = partnership.action(ident) if "/" in ident else None
    if raised is not None:
        item = raised.minuted.item
        yield Found("action", raised.id, f"action of {_cited(raised.minuted)}", (raised.pointer,), item.exempt, raised)


def _cited(minuted: Minuted) -> str:
    """The item as one would cite it."""
    item, meeting = minuted.item, minuted.meeting.id
    if item.minute:
        return f"minute {item.minute[0]} of {meeting}"
    return f"item {item.number} of {meeting}" if item.number else meeting


def _document(partnership: Partnership, ident: str) -> Iterator[Found]:
    document = partnership.document(ident)
    if document is not None:
        yield Found("document", ident, document.title, (document.pointer,))


def _paper(partnership: Partnership, ident: str) -> Iterator[Found]:
    paper = partnership.paper(ident)
    if paper is not None:
        yield Found("paper", ident, paper.title, (paper.pointer,), paper.exempt)


def _activity(partnership: Partnership, ident: str) -> Iterator[Found]:
    activity = partnership.activity(ident)
    if activity is not None:
        yield Found("activity", ident, f"{activity.kind} from {activity.from_.say()}", (activity.pointer,))


def _request(partnership: Partnership, ident: str) -> Iterator[Found]:
    for request in partnership.requests:
        if request.id == ident:
            yield Found("request", ident, f"{request.kind} of {say(request.dated)}", (request.pointer,))


def _row(partnership: Partnership, ident: str) -> Iterator[Found]:
    own = [row.pointer for row in partnership.checklist if row.ref == ident]
    answers = [row.pointer for row in partnership.hallmarks if row.ref == ident]
    if own or answers:
        yield Found("row", ident, "row of the checklist", (*own, *answers))


LOOKS: dict[str, Look] = {
    "partner": _partner,
    "post": _post,
    "body": _body,
    "meeting": _meeting,
    "minute": _minute,
    "action": _action,
    "document": _document,
    "paper": _paper,
    "activity": _activity,
    "request": _request,
    "row": _row,
}
"""The kinds a reference may name, as `kind:id` names them."""

_CITED_AS = {
    "partner": ("partner", "party"),
    "post": ("post",),
    "body": ("body", "changed body", "party"),
    "meeting": ("meeting", "minute"),
    "minute": ("minute",),
    "action": ("action",),
    "document": ("document",),
    "paper": ("paper",),
    "activity": ("activity",),
    "request": (),
    "row": ("checklist row",),
}


def _known(partnership: Partnership) -> Iterator[str]:
    """Everything that a slip of the pen may have meant."""
    for partner in partnership.partners:
        yield partner.id
        yield from (f"{partner.id}/{post.id}" for post in partner.posts)
    yield from (body.id for body in partnership.bodies)
    yield from (meeting.id for meeting in partnership.meetings)
    yield from (raised.id for raised in partnership.actions)
    yield from (document.id for document in partnership.documents)
    yield from (paper.name for paper in partnership.papers)
    yield from (activity.id for activity in partnership.engagement)
    yield from (request.id for request in partnership.requests)
    for minuted in partnership.business:
        yield from (f"{number} of {minuted.meeting.id}" for number in minuted.item.minute)
