"""How an agenda differs from the one that was issued to the same people: by numbers, or titles that it shows itself.

The public copy is compared with what the public was given, from public fields alone: an item that was open then and
is closed now shows as altered, and its title of that day nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.words import counted
from cdrp_cli.records.meetings import Issue, Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.views.agenda_items import Line, lines

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Changed:
    """What the face of a changed agenda says: since when, and the items by number; `other` is time, place and the like.

    A public copy has no revision, and a day where that was made public. `known`: the two could be compared.
    """

    day: date | None
    revision: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    known: bool = True


def last_issue(meeting: Meeting, audience: Audience) -> Issue | None:
    """The last that was issued to them, None where nothing was."""
    return next((each for each in reversed(meeting.issued) if each.audience == audience), None)


def changed(now: Partnership, meeting: Meeting, then: Partnership | None, audience: Audience) -> Changed | None:
    """How the agenda differs from the one last issued to them; None where none was, or nothing differs.

    `then` holds the records of the revision that was issued; None where they could not be had.
    """
    issue = last_issue(meeting, audience)
    if issue is None:
        return None
    public = audience is Audience.PUBLIC
    day = issue.date if not public or issue.date == meeting.agenda_published else None
    revision = "" if public else issue.revision[:_SHOWN]
    before = then.meeting(meeting.id) if then is not None else None
    if then is None or before is None:
        return Changed(day, revision, known=False)
    old, new = lines(then, before, public=public), lines(now, meeting, public=public)
    found = Changed(
        day,
        revision,
        _shown(_beyond(new, old)),
        _counted(_beyond(old, new)),
        _shown(_altered(old, new)),
        tuple(_other(before, meeting)),
    )
    return found if found.added or found.removed or found.altered or found.other else None


def _key(line: Line) -> str:
    return line.number or f" {line.title}"


def _beyond(these: tuple[Line, ...], those: tuple[Line, ...]) -> list[Line]:
    """Those of these that are not among those."""
    left = Counter(map(_key, these)) - Counter(map(_key, those))
    return [line for line in these if _key(line) in left]


def _altered(old: tuple[Line, ...], new: tuple[Line, ...]) -> list[Line]:
    """Those in both that are not the same, as they are now."""
    known = {_key(line) for line in old}
    same = Counter(old)
    return [line for line in new if _key(line) in known and not same[line]]


def _shown(found: list[Line]) -> tuple[str, ...]:
    """Items that the same paper shows: by number, or by the title that stands there."""
    return tuple(line.number or f"‘{line.title}’" for line in found)


def _counted(found: list[Line]) -> tuple[str, ...]:
    """Items that it shows no more, whose titles are not repeated: by number, or how many."""
    numbers = [line.number for line in found]
    bare = numbers.count("")
    return (*(each for each in numbers if each), *([f"{counted(bare, 'item')} without a number"] if bare else []))


def _other(old: Meeting, new: Meeting) -> Iterator[str]:
    """What the head says otherwise; when a meeting closed is known once it was held, and is no change."""
    ends = "" if new.took_place else new.end
    for words, differs in (
        ("the time", old.start != new.start or ends not in ("", old.end)),
        ("the place", old.venue != new.venue),
        ("how people meet", (old.how, old.public, old.observers) != (new.how, new.public, new.observers)),
    ):
        if differs:
            yield words
