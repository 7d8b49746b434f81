"""`cdrp agenda MEETING --accept`: suggestions written into the record of a planned meeting, shown before they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from cdrp_cli.cli.agenda_lacking import lacking
from cdrp_cli.cli.console import put
from cdrp_cli.cli.listing import show
from cdrp_cli.cli.papers import meeting_named
from cdrp_cli.core.citation import Citation
from cdrp_cli.core.dates import say
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.words import both, counted
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.output.table import Column, Table
from cdrp_cli.records.base import Record
from cdrp_cli.records.changes import Change, Insert, Put
from cdrp_cli.records.items import Item
from cdrp_cli.records.load import load
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.tree import read_folder
from cdrp_cli.records.writer import Edit, changed, digest, write
from cdrp_cli.rules.agenda.placing import Entry, placed
from cdrp_cli.rules.agenda.sittings import last_minuted
from cdrp_cli.rules.agenda.standing import standing_titles
from cdrp_cli.rules.agenda.suggested import Suggested

_ORDER = tuple(field.alias or name for name, field in Meeting.model_fields.items())


@dataclass(frozen=True, slots=True)
class Accepted:
    """The agenda as it becomes: its entries in their order, the suggestions by number, and whether it is numbered."""

    meeting: Meeting
    order: tuple[Entry, ...]
    numbers: dict[str, Suggested]
    numbered: bool

    @property
    def new(self) -> Iterator[tuple[int, str, Suggested]]:
        """The suggestions with their places, counted from 0, and S1, S2 … by which they go."""
        for place, entry in enumerate(self.order):
            for number, each in self.numbers.items():
                if each is entry:
                    yield place, number, each

    @property
    def moved(self) -> Iterator[tuple[int, Item]]:
        """The agenda's own items whose number changes, with their places."""
        for place, entry in enumerate(self.order):
            if self.numbered and isinstance(entry, Item) and entry.number != str(place + 1):
                yield place, entry

    def changes(self) -> tuple[Change, ...]:
        """What is written: the new items each in its place, then the numbers that follow."""
        entries = [(place, _fields(each.item, place + 1 if self.numbered else None)) for place, _, each in self.new]
        if not self.meeting.items:
            return (Put(("items",), [fields for _, fields in entries], _ORDER),)
        inserted = (Insert(("items",), place, fields) for place, fields in entries)
        return (*inserted, *(Put(("items", place, "number"), place + 1) for place, _ in self.moved))


def accept(root: Path, name: str, only: Sequence[str], *, writing: bool) -> None:
    """Lists what the suggestions would write, all or those of the numbers, and writes it where asked to.

    Raises CdrpError with the reason where the agenda takes no suggestion, or it cannot be written safely.
    """
    tree = read_folder(root)
    loaded = load(tree)
    meeting = meeting_named(loaded.partnership, name)
    file = meeting.pointer.file
    _may_grow(meeting)
    if loaded.unread:
        raise CdrpError(
            f"{', '.join(loaded.unread)}: not read in full; mend first what cdrp check says, so that nothing "
            "is suggested that was taken up there"
        )
    numbers = {f"S{number}": each for number, each in enumerate(lacking(loaded.partnership, meeting), 1)}
    if not numbers:
        put(f"{meeting.id}: the agenda has all that the records and the law suggest.\n")
    else:
        order = placed(meeting.items, _chosen(numbers, only), standing_titles(loaded.partnership, meeting))
        made = Accepted(meeting, order, numbers, _numbered(loaded.partnership, meeting))
        _numbers_free(loaded.partnership, made)
        changes = made.changes()
        changed(file, tree.files[file], changes)  # refused here, also where it is only shown
        if writing:
            write(root, {file: Edit(digest(tree.files[file]), changes)})
        show(_sheet(loaded.partnership, made, written=file if writing else ""), "text")


def _may_grow(meeting: Meeting) -> None:
    if meeting.status != "planned":
        raise CdrpError(f"{meeting.id} is recorded as {meeting.status}: suggestions are for planned meetings only")
    out: date | None = meeting.issued[-1].date if meeting.issued else meeting.agenda_published
    if out is not None:
        raise CdrpError(
            f"the agenda of {meeting.id} went out on {say(out)}: what comes after is a late item, written by hand with "
            "a letter after its number (5a) and late: {reason: …}"
        )


def _chosen(numbers: dict[str, Suggested], only: Sequence[str]) -> tuple[Suggested, ...]:
    asked = [each.upper() for each in only]
    for number in asked:
        if number not in numbers:
            known = "is S1 alone" if len(numbers) == 1 else f"are S1 to S{len(numbers)}"
            raise CdrpError(f"--only: there is no suggestion {number!r}; there {known}, as --suggested lists")
    return tuple(each for number, each in numbers.items() if not asked or number in asked)


def _numbered(partnership: Partnership, meeting: Meeting) -> bool:
    """Whether the items are numbered; of an empty agenda, whether those of the body's last meeting were."""
    if meeting.items:
        numbers = [item.number for item in meeting.items]
        if not any(numbers):
            return False
        if numbers == [str(place) for place in range(1, len(numbers) + 1)]:
            return True
        raise CdrpError(
            f"the items of {meeting.id} are not numbered 1, 2, 3 in their order, so the numbers of new ones are not "
            "plain: number them so, or take the numbers away, and repeat the command"
        )
    last = last_minuted(partnership, meeting)
    return last is not None and bool(last.items) and all(item.number is not None for item in last.items)


def _numbers_free(partnership: Partnership, made: Accepted) -> None:
    """Refuses where an item would get another number that something on record calls by the one it has."""
    meeting, numbers = made.meeting, {item.number for _, item in made.moved}
    called = [row.items for row in meeting.attendance] + [row.items for row in meeting.declarations]
    named = {number for items in called for number in items if number in numbers}
    for reference in partnership.references("minute"):
        cited = reference.value
        if isinstance(cited, Citation) and cited.kind == "item" and cited.number in numbers:
            named |= {cited.number} if partnership.meeting(cited.meeting) is meeting else set()
    if named:
        many = "items" if len(named) > 1 else "item"
        raise CdrpError(
            f"{many} {both(sorted(named))} of {meeting.id} would get another number, and is called by this one "
            "elsewhere in the records: choose suggestions that come after with --only, or write them by hand"
        )


def _fields(item: Item, number: int | None) -> dict[str, Any]:
    """The item as it is written, without what it does not say."""
    said = {"number": number} if number is not None else {}
    return {**said, **_written(item)}


def _written(value: Any) -> Any:
    if isinstance(value, Record):
        fields = type(value).model_fields.items()
        kept = [(field.alias or name, getattr(value, name), field.default) for name, field in fields]
        return {name: _written(said) for name, said, default in kept if said != default}
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    return str(value) if isinstance(value, Citation) else value


def _sheet(partnership: Partnership, made: Accepted, written: str) -> Sheet:
    new = tuple(made.new)
    body = partnership.body(made.meeting.body)
    head = f"{body.name if body is not None else made.meeting.body}, {say(made.meeting.day)}"
    verb = "written" if written else "to write"
    blocks: list[Block] = [Heading(f"{head}: {counted(len(new), 'suggestion')} {verb}", 1)]
    columns = (Column("No."), Column("Item" if made.numbered else "Place"), Column("Business"))
    below = (Column("Why", True, "why: "), Column("Written", True, "with: "))
    rows = tuple((number, str(place + 1), _title(each), each.reason, _said(each.item)) for place, number, each in new)
    blocks.append(Table("Suggestions", (*columns, *below), rows))
    moved = tuple((item.number or "", str(place + 1), item.title) for place, item in made.moved)
    if moved:
        blocks += [Heading("Items that get another number")]
        blocks.append(Table("Numbers", (Column("Now"), Column("Then"), Column("Business")), moved))
    blocks.append(Line(_end(made, written)))
    return Sheet(tuple(blocks), {})


def _title(each: Suggested) -> str:
    return f"{each.title} (not for publication)" if each.closed else each.title


def _said(item: Item) -> str:
    """The fields besides the title, on one line."""
    fields = {name: value for name, value in _fields(item, None).items() if name != "title"}
    return "; ".join(f"{name}: {_plain(value)}" for name, value in fields.items())


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_plain(each)}" for name, each in value.items())
    return ", ".join(map(_plain, value)) if isinstance(value, list) else str(value)


def _end(made: Accepted, written: str) -> str:
    if written:
        return f"Written to {written}. Times, presenters and papers are yours to add."
    write = f"cdrp agenda {made.meeting.id} --accept"
    first = next(iter(made.new))[1]
    return f"Nothing was written. To write them: {write}; to write one of them: {write} --only {first}."
