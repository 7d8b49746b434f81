"""What a report's effects would do to the duties: orphaned, moved, no longer dischargeable, and what stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from cdrp_cli.core.report import Dates
from cdrp_cli.core.what_if import Discharge, Moved, Orphaned, WhatIf
from cdrp_cli.output.law_words import iso
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.output.table import Column, Table
from cdrp_cli.output.words import NO_ADVICE, dates_used

FORMAT = "cdrp-if/1"

_WHAT, _REASON = Column("what", below=True), Column("reason", below=True, label="- ")
_ORPHANED = (
    Column("duty"), Column("in hand until then"), Column("nobody from"), Column("again from"), Column("next"), _WHAT,
    _REASON,
)  # fmt: skip
_MOVED = (Column("duty"), Column("in hand before"), Column("in hand after"), Column("from"), _WHAT)
_DISCHARGE = (
    Column("duty"), Column("body"), Column("deadline"), Column("change"), _WHAT, _REASON,
    Column("meetings", below=True, label="- planned: "),
)  # fmt: skip
_MARKS = (
    "changed: the effects leave other meetings for it than there were; as before: they do not; open: it hangs on"
    " something that neither terms nor records say."
)


def listing(found: WhatIf, dates: Dates, paper: str, title: str, *, exempt: bool) -> Sheet:
    """The comparison as a sheet; `paper` and `title` name the report, `exempt` that it is not for the public."""
    mark = "EXEMPT, not for the public. " if exempt else ""
    blocks = [
        Heading(f"What {paper} would change", 1),
        Line(f"{mark}{title}"),
        Line(dates_used(dates)),
        *(Line(sentence) for sentence in found.heading),
        *(Line(sentence, "assumed") for sentence in found.assumed),
        *_part("Orphaned, in nobody's hands", _ORPHANED, [_orphaned(each) for each in found.orphaned]),
        *_part("Moved to other bodies", _MOVED, [_moved(each) for each in found.moved]),
        *_part(
            "Without a meeting left that could discharge them",
            _DISCHARGE,
            [_discharge(each) for each in found.undischargeable],
        ),
        *_part(
            "Still to be discharged in time",
            _DISCHARGE,
            [_discharge(each) for each in found.still],
        ),
        Heading("What to know"),
        *(Line(sentence, "not on record") for sentence in found.untold),
        *([Line(_MARKS)] if found.still or found.undischargeable else []),
        Line(f"Nothing was written: the effects were laid over the records for this comparison. {NO_ADVICE}"),
    ]
    return Sheet(tuple(blocks), _data(found, dates, paper, exempt=exempt), dates_used(dates))


def _part(heading: str, columns: tuple[Column, ...], rows: list[tuple[str, ...]]) -> Iterator[Block]:
    yield Heading(f"{heading}: {len(rows) or 'none'}")
    if rows:
        yield Table(heading, columns, tuple(rows))


def _orphaned(each: Orphaned) -> tuple[str, ...]:
    return (
        each.duty,
        ", ".join(each.before),
        f"{'' if each.sure else 'perhaps '}{each.day.isoformat()}",
        _day(each.until),
        _day(each.due),
        _title(each.title, each.binds),
        each.reason,
    )


def _moved(each: Moved) -> tuple[str, ...]:
    before = ", ".join(each.before) or "no body on record"
    assumed = " (assumed)" if each.was_assumed and each.before else ""
    return (
        each.duty, before + assumed, ", ".join(each.after), each.day.isoformat(), _title(each.title, each.binds)
    )  # fmt: skip


def _discharge(each: Discharge) -> tuple[str, ...]:
    change = "as before" if each.as_before else "changed"
    return (
        each.duty,
        each.body,
        each.deadline.isoformat(),
        change if each.sure else f"{change}, open",
        each.title,
        each.reason,
        ", ".join(each.meetings),
    )


def _title(title: str, binds: str) -> str:
    return f"{title} (binds others)" if binds == "others" else title


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _data(found: WhatIf, dates: Dates, paper: str, *, exempt: bool) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "as_of": dates.as_of.isoformat(),
        "today": dates.today.isoformat(),
        "at": dates.at,
        "law_read_to": dates.law_read_to.isoformat(),
        "paper": paper,
        "exempt": exempt,
        "heading": list(found.heading),
        "assumed": list(found.assumed),
        "untold": list(found.untold),
        "orphaned": [_fields(each) for each in found.orphaned],
        "moved": [_fields(each) for each in found.moved],
        "undischargeable": [_fields(each) for each in found.undischargeable],
        "still": [_fields(each) for each in found.still],
    }


def _fields(each: Orphaned | Moved | Discharge) -> dict[str, Any]:
    """The fields under their own names; days are ISO."""
    return {name: _plain(getattr(each, name)) for name in each.__slots__}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return iso(value)
    return list(value) if isinstance(value, tuple) else value
