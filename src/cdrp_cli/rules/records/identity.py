"""Each record has its own name: ids and numbers stand once, and a file is named for what is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Related, Severity
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.base import Entry
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.outcomes import Action
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem


@rule("duplicate-id", severity=Severity.ERROR)
def duplicate_id(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every id stands once in its kind, and every number once in its meeting.

    Why: a reference to a name that two records share reaches one of them, and nobody can say which was meant.
    Remedy: give the later one another id or number, or delete it where it is the same record written twice.
    """
    for what, names in _registers(case.partnership):
        yield from _twice(what, names)
    for meeting in case.partnership.meetings:
        yield from _twice(f"{meeting.id} has an action", _actions(meeting))
        yield from _twice(f"{meeting.id} has an agenda number", _agenda_numbers(meeting))
        yield from _twice(f"{meeting.id} has a minute", _minute_numbers(meeting))
    for row in case.partnership.checklist:
        if row.ref in case.shipped.refs:
            yield Problem(
                row.at("ref"),
                f"the row {row.ref!r} repeats one of the shipped checklist",
                "give a row of your own a reference that the checklist does not use, for instance v1",
                subject=row.ref,
            )


_SECOND = re.compile(r"(?:-[2-9]|-[1-9][0-9]+)?\Z")
"""What may follow day and body: the number of a later meeting of the day."""


@rule("file-name-contradicts", severity=Severity.ERROR, per=Meeting)
def file_name_contradicts(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """A meeting's file is named for its day and its body.

    Why: minutes and actions are cited by the file's name, so a citation would name the wrong day or body.
    Remedy: rename the file, or mend the date or the body in it.
    """
    right = f"{meeting.date.isoformat()}-{meeting.body}"
    named_so = meeting.id.startswith(right) and _SECOND.match(meeting.id, len(right)) is not None
    if named_so or case.partnership.body(meeting.body) is None:
        return
    if meeting.id.startswith(meeting.date.isoformat()):
        said, step = f"the body that met was {meeting.body}", "body"
    else:
        said, step = f"the meeting was on {say(meeting.date)}", "date"
    yield Problem(
        meeting.at(step),
        f"the file is named {meeting.id}, and in it {said}",
        f"name the file {right}.yaml, or mend the {step}; a second meeting that day ends in -2",
        subject=meeting.id,
    )


Named = tuple[str, Pointer]
"""An id or number, and where it stands."""


def _registers(partnership: Partnership) -> Iterator[tuple[str, Iterable[Named]]]:
    yield "there is a partner", ((row.id, row.at("id")) for row in partnership.partners)
    for partner in partnership.partners:
        posts = enumerate(partner.posts)
        yield f"{partner.id} has a post", ((post.id, partner.at("posts", index, "id")) for index, post in posts)
    yield "there is a body", ((row.id, row.at("id")) for row in partnership.bodies)
    yield "there is a document", ((row.id, row.at("id")) for row in partnership.documents)
    yield "there is a request", ((row.id, row.at("id")) for row in partnership.requests)
    yield "there is an activity", ((row.id, row.at("id")) for row in partnership.engagement)
    yield "there is a row of your own", ((row.ref, row.at("ref")) for row in partnership.checklist)


def _actions(meeting: Meeting) -> Iterator[Named]:
    for index, item in enumerate(meeting.items):
        for position, outcome in enumerate(item.outcomes):
            if isinstance(outcome, Action):
                yield outcome.id, meeting.at("items", index, "outcomes", position, "id")


def _agenda_numbers(meeting: Meeting) -> Iterator[Named]:
    for index, item in enumerate(meeting.items):
        if item.number is not None:
            yield item.number, meeting.at("items", index, "number")


def _minute_numbers(meeting: Meeting) -> Iterator[Named]:
    for index, item in enumerate(meeting.items):
        for position, number in enumerate(item.minute):
            yield number, meeting.at("items", index, "minute", position)


def _twice(what: str, names: Iterable[Named]) -> Iterator[Problem]:
    first: dict[str, Pointer] = {}
    for name, at in names:
        if name in first:
            yield Problem(
                at, f"{what} {name!r} already", subject=name, related=(Related(first[name], f"the first {name!r}"),)
            )
        first.setdefault(name, at)


RULES = (duplicate_id, file_name_contradicts)
