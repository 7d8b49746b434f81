"""The gap report for a terminal and for spreadsheets: counts, statutory gaps first, and what is in no count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cdrp_cli.core.report import Report
from cdrp_cli.core.words import counted
from cdrp_cli.output.gap_data import data
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.output.standing import spoken
from cdrp_cli.output.table import Column, Table
from cdrp_cli.output.words import NO_ADVICE, assumed_terms, dates_used, title
from cdrp_cli.rules.checklist.answers import Answer
from cdrp_cli.rules.checklist.gaps import Gap, Gaps, apart
from cdrp_cli.rules.checklist.grouped import By, grouped, hallmark, kind, owner, section
from cdrp_cli.rules.checklist.progress import Count, Held, count, count_by

_COUNTED = tuple(
    map(Column, ("rows", "gaps", "met", "partly met", "not met", "not assessed", "not applicable", "apart"))
)
_COLUMNS = (
    Column("row"),
    Column("group"),
    Column("outcome"),
    Column("due"),
    Column("asks", below=True),
    Column("why", below=True, label="why: "),
    Column("position", below=True, label="position: "),
    Column("position dated", below=True, label="dated: "),
    Column("found", below=True, label="found: "),
    Column("action", below=True, label="action: "),
    Column("owner", below=True, label="owner: "),
    Column("last minute", below=True, label="last minute: "),
)
_FOR_ALL = (
    *("row", "kind", "section", "hallmark", "outcome", "asks", "why", "position", "position dated", "found"),
    "last minute",
)
_ALONE = ("row", "kind", "section", "hallmark", *(column.header for column in _COLUMNS[2:]))


def listing(report: Report, gaps: Gaps, held: Held, by: By) -> Sheet:
    """Counts before any gap, then the gaps of the law, the others, and the rows that are in no count."""
    blocks = (
        Heading(f"{title(report)}: gaps in the checklist", 1),
        Line(dates_used(report.dates)),
        *([Line(assumed)] if (assumed := assumed_terms(report)) else []),
        Line(f"{in_short(gaps)} {held.say()}."),
        *_counts(gaps),
        *_part("Statutory gaps", gaps.statutory, by),
        *_part("Other gaps", gaps.others, by),
        *_apart(gaps),
        *_foot(report, gaps),
    )
    return Sheet(blocks, data(report, gaps, held, by), dates_used(report.dates))


def alone(report: Report, gaps: Gaps, by: By, *, public: bool = False) -> Sheet:
    """The table of all gaps and nothing else, one column for each thing that is said, for spreadsheets.

    `public`: with the columns that anybody may read and no other.
    """
    found = [
        _for_all(gap) if public else dict(zip(_ALONE, _whole(gap), strict=True))
        for part in (gaps.statutory, gaps.others)
        for group in grouped(part, by).values()
        for gap in group
    ]
    headers = _FOR_ALL if public else _ALONE
    rows = tuple(tuple(each[header] for header in headers) for each in found)
    return Sheet((Table("Gaps", tuple(map(Column, headers)), rows),), {}, dates_used(report.dates))


def _whole(gap: Gap) -> tuple[str, ...]:
    asked = gap.answer.asked
    return (gap.ref, kind(asked), section(asked), hallmark(asked), *_cells(gap, "")[2:])


def _for_all(gap: Gap) -> dict[str, str]:
    """What anybody may read of a gap; what was found and minuted only as far as it is public."""
    whole = dict(zip(_ALONE, _whole(gap), strict=True))
    return {header: whole[header] for header in _FOR_ALL} | {
        "found": "; ".join(remark.text for remark in gap.remarks if remark.public),
        "last minute": gap.touched_openly.words if gap.touched_openly is not None else "none on record",
    }


def in_short(gaps: Gaps) -> str:
    """`47 gaps: 18 statutory, 29 others.`, or that there is none."""
    if not gaps.all:
        return "No gaps in what is asked."
    return f"{counted(len(gaps.all), 'gap')}: {len(gaps.statutory)} statutory, {len(gaps.others)} others."


def _counts(gaps: Gaps) -> Iterator[Block]:
    """The figures by kind, section and hallmark, and by owner of what is missing."""
    views: tuple[tuple[str, Callable[[Answer], str]], ...] = (
        ("kind", lambda answer: kind(answer.asked)),
        ("section", lambda answer: section(answer.asked)),
        ("hallmark", lambda answer: hallmark(answer.asked)),
    )
    for name, key in views:
        yield Heading(f"By {name}")
        rows = [(group, *_figures(each)) for group, each in count_by(gaps.answers, key).items()]
        total = ("All", *_figures(count(gaps.answers)))
        yield Table(f"By {name}", (Column(name), *_COUNTED), (*rows, total))
    owners = grouped(gaps.all, "owner")
    if owners:
        yield Heading("Gaps by owner")
        yield Table(
            "Gaps by owner",
            (Column("owner"), Column("gaps"), Column("past their day")),
            tuple((name, str(len(each)), str(sum(gap.late for gap in each))) for name, each in owners.items()),
        )


def _figures(each: Count) -> tuple[str, ...]:
    asked = (each.asked - each.met, each.met, each.partly_met, each.not_met, each.not_assessed)
    return tuple(map(str, (each.rows, *asked, each.not_applicable, each.ended + each.unanswerable)))


def _part(heading: str, part: Iterable[Gap], by: By) -> Iterator[Block]:
    rows = tuple(_cells(gap, name) for name, group in grouped(part, by).items() for gap in group)
    if rows:
        yield Heading(f"{heading} ({len(rows)})")
        columns = (_COLUMNS[0], Column(by), *_COLUMNS[2:])
        yield Table(heading, columns, rows)


def _cells(gap: Gap, group: str) -> tuple[str, ...]:
    row = gap.answer.row
    position = row.position if row is not None else None
    dated = "no date" if row is None or row.as_at is None else row.as_at.say()
    due = "no day set" if gap.due is None else gap.due.isoformat() + (" passed" if gap.late else "")
    exempt = " (exempt: not for publication)" if gap.exempt else ""
    return (
        gap.ref,
        group,
        spoken(gap.answer.standing.outcome),
        due,
        gap.answer.asked.requirement,
        gap.answer.standing.reason,
        position or "none on record",
        dated if position else "",
        "; ".join(remark.text for remark in gap.remarks),
        (gap.planned or "none planned") + exempt,
        owner(gap),
        gap.touched.words if gap.touched is not None else "none on record",
    )


def _apart(gaps: Gaps) -> Iterator[Block]:
    rows = tuple((answer.asked.ref, why) for answer in gaps.answers if (why := apart(answer)))
    if rows:
        yield Heading(f"In no count of gaps ({len(rows)})")
        yield Table("In no count of gaps", (Column("row"), Column("why")), rows)


def _foot(report: Report, gaps: Gaps) -> Iterator[Block]:
    yield Heading("What to know")
    if gaps.undated:
        yield Line(f"{counted(len(gaps.undated), 'position')} without a date: {', '.join(gaps.undated)}.")
    if not report.complete:
        unread = f"; not read in full: {', '.join(report.unread)}" if report.unread else ""
        yield Line(f"The verdict is incomplete{unread}.")
    yield Line("apart: rows that are no longer law, or ask for nothing that could be met.")
    yield Line("Nothing is shown better than its evidence allows: a claim that nothing recent shows is not assessed.")
    yield Line(f"cdrp explain ROW tells what a row asks and what stands behind it. {NO_ADVICE}")
