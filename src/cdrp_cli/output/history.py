"""What the law asked from when to when: the history of a duty and its family, and what changed between two days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from cdrp_cli.core.dates import day_before, say
from cdrp_cli.core.words import both
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.law.lineage import differences, lineage, successors
from cdrp_cli.law.model import Change, Duty, Version
from cdrp_cli.law.words import Nation
from cdrp_cli.output.law_words import duty_data, last_day, version_data
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.output.table import Column, Table
from cdrp_cli.output.words import NO_ADVICE

HISTORY, CHANGES = "cdrp-history/1", "cdrp-changes/1"

_VERSIONS = (
    Column("duty"),
    Column("from"),
    Column("to"),
    Column("source"),
    Column("asks", below=True),
    Column("change", below=True, label="change: "),
)
_EVENTS = (
    Column("duty"),
    Column("day"),
    Column("source"),
    Column("what", below=True),
    Column("change", below=True, label="change: "),
)


def history(law: Catalogue, ident: str, nations: tuple[Nation, ...]) -> Sheet:
    """All versions of the duty and of those it followed or that followed it, in each nation; days are inclusive."""
    duty = law.duty(ident)
    family = lineage(law, duty)
    blocks: list[Block] = [Heading(f"{duty.id}: {duty.title}", 1), Line(read_to(law))]
    if len(family) > 1:
        blocks.append(Line(f"Shown with {both([each.id for each in family if each is not duty])}: {_why(duty, law)}"))
    for nation in nations:
        blocks.append(Heading(nation.title()))
        table = versions(law, family, nation)
        blocks.append(table if table.rows else Line(f"Not part of the law of {nation.title()}."))
    blocks.append(Line(NO_ADVICE))
    data = {
        "format": HISTORY,
        "law_read_to": law.read_to.isoformat(),
        "duty": duty.id,
        "nations": list(nations),
        "family": [duty_data(each) for each in family],
    }
    return Sheet(tuple(blocks), data, read_to(law))


def versions(law: Catalogue, family: Iterable[Duty], nation: Nation) -> Table:
    """Every version of these duties in the nation, with what it asks and what it changed."""
    rows = tuple(row for duty in family for row in _rows(law, duty, nation))
    return Table(nation.title(), _VERSIONS, rows)


def changes(law: Catalogue, nations: tuple[Nation, ...], start: date, end: date) -> Sheet:
    """What ended, began or was reworded after `start`, up to and including `end`."""
    span = f"after {say(start)}, up to and including {say(end)}"
    blocks: list[Block] = [Heading(f"What the law changed {span}", 1), Line(read_to(law, end))]
    found: dict[str, Any] = {}
    for nation in nations:
        changed = law.changes(nation, start, end)
        lists = {"ended": changed.ended, "begun": changed.begun, "reworded": changed.reworded}
        found[nation] = {name: [_event_data(each, nation) for each in events] for name, events in lists.items()}
        counts = ", ".join(f"{len(events) or 'none'} {name}" for name, events in lists.items())
        blocks += [Heading(f"{nation.title()}: {counts}"), *_on_the_first_day(law, nation, start)]
        for name, events in lists.items():
            if events:
                blocks.append(Heading(f"{nation.title()}, {name}", 3))
                blocks.append(_events(f"{nation} {name}", law, events, nation))
    blocks += [Heading("What to know"), Line(NO_ADVICE)]
    data = {
        "format": CHANGES,
        "law_read_to": law.read_to.isoformat(),
        "after": start.isoformat(),
        "to": end.isoformat(),
        "changes": found,
    }
    return Sheet(tuple(blocks), data, read_to(law, end))


def _on_the_first_day(law: Catalogue, nation: Nation, start: date) -> Iterator[Block]:
    """That something changed on the first day itself, which counts as known: the list begins the day after."""
    eve = day_before(start)
    on_it = law.changes(nation, eve, start)
    number = len(on_it.ended) + len(on_it.begun) + len(on_it.reworded)
    if number:
        many = "1 change took" if number == 1 else f"{number} changes took"
        yield Line(
            f"{many} effect on {say(start)} itself, not shown here: ask from {eve.isoformat()} for what came then."
        )


def read_to(law: Catalogue, day: date | None = None) -> str:
    """How far the law was read, and that a later day goes beyond it."""
    beyond = "; later changes not checked" if day is None or day > law.read_to else ""
    return f"Law read to {say(law.read_to)}{beyond}."


def _why(duty: Duty, law: Catalogue) -> str:
    before = both(list(duty.follows))
    after = both([each.id for each in law.duties.values() if duty.id in each.follows])
    told = [f"it came in the place of {before}"] if before else []
    told += [f"{after} came in its place"] if after else []
    return f"{' and '.join(told)}.{f' {duty.gap}' if duty.gap else ''}"


def _rows(law: Catalogue, duty: Duty, nation: Nation) -> Iterator[tuple[str, ...]]:
    before: Version | None = None
    for version in duty.versions(nation):
        asks = "" if before is not None and before.requirement == version.requirement else version.requirement
        change = _change(before, version)
        if version.ended_by or (version.until is not None and version is duty.versions(nation)[-1]):
            change = "; ".join(part for part in (change, _end(law, duty, version, nation)) if part)
        yield duty.id, version.from_.isoformat(), last_day(version), version.citation, asks, change
        before = version


def _change(before: Version | None, version: Version) -> str:
    """By what the version came and, where there was one before it, what it changed."""
    if before is None:
        return f"begun by {version.changed_by}" if version.changed_by else ""
    told = [told for told in differences(before, version) if not told.startswith("asked until then")]
    by = f"by {version.changed_by}" if version.changed_by else ""
    return ": ".join(part for part in (by, "; ".join(told)) if part)


def _end(law: Catalogue, duty: Duty, version: Version, nation: Nation) -> str:
    after = both([each.id for each in successors(law, duty, nation)])
    by = f" by {version.ended_by}" if version.ended_by else ""
    return f"ended{by}{f'; in its place came {after}' if after else '; nothing came in its place'}"


def _events(caption: str, law: Catalogue, events: tuple[Change, ...], nation: Nation) -> Table:
    rows = []
    for event in events:
        version = event.after or event.before
        assert version is not None  # noqa: S101 - an event has one side at least
        change = _told(law, event, nation)
        rows.append(
            (event.duty.id, event.day.isoformat(), version.citation, f"{event.duty.title}{_others(event)}", change)
        )
    return Table(caption, _EVENTS, tuple(rows))


def _told(law: Catalogue, event: Change, nation: Nation) -> str:
    if event.after is None and event.before is not None:
        return _end(law, event.duty, event.before, nation)
    if event.before is None and event.after is not None:
        follows = [ident for ident in event.duty.follows if law.duty(ident).versions(nation)]
        came = f"in the place of {both(follows)}" if follows else ""
        by = f"by {event.after.changed_by}" if event.after.changed_by else ""
        return "; ".join(part for part in (by, came) if part)
    if event.before is None or event.after is None:
        return ""
    by = f"by {event.after.changed_by}" if event.after.changed_by else ""
    told = "; ".join(differences(event.before, event.after))
    return ": ".join(part for part in (by, told) if part)


def _others(event: Change) -> str:
    if event.duty.kind != "duty":
        return f" ({event.duty.kind})"
    return " (binds others)" if event.duty.binds == "others" else ""


def _event_data(event: Change, nation: Nation) -> dict[str, Any]:
    return {
        "duty": event.duty.id,
        "title": event.duty.title,
        "kind": event.duty.kind,
        "binds": event.duty.binds,
        "day": event.day.isoformat(),
        "before": None if event.before is None else version_data(nation, event.before),
        "after": None if event.after is None else version_data(nation, event.after),
    }
