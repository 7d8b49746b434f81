"""One screen on where the partnership stands: duties in counts, what is due next, what is late, the checklist."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Any

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Severity
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.core.report import Report
from cdrp_cli.core.words import counted
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.output.gap_data import figures
from cdrp_cli.output.head import head
from cdrp_cli.output.ink import Ink
from cdrp_cli.output.plain import one_line, wrapped
from cdrp_cli.output.standing import counts
from cdrp_cli.output.table import Column, Table
from cdrp_cli.output.words import dates_used, tally, title
from cdrp_cli.rules.checklist.gaps import Gaps, Late
from cdrp_cli.rules.checklist.grouped import hallmark
from cdrp_cli.rules.checklist.progress import Held, count, count_by
from cdrp_cli.rules.holding.deadlines import next_date

FORMAT = "cdrp-status/1"
_UNDONE = (Outcome.NOT_MET, Outcome.PARTLY_MET)
_DATES, _LATE, _MARGIN = 3, 3, 12
"""How many days and late actions the screen has room for, and how wide its labels stand."""
_COLUMNS = tuple(map(Column, ("hallmark", "met", "partly", "not", "unassessed", "n/a")))


@dataclass(frozen=True, slots=True)
class Status:
    """What the screen shows: the report, the checklist, and the actions past their day, the longest first."""

    report: Report
    gaps: Gaps
    held: Held
    late: tuple[Late, ...]
    due: tuple[tuple[date, tuple[str, ...]], ...]

    @property
    def own(self) -> tuple[DutyRow, ...]:
        """The duties that bind the partnership itself."""
        return tuple(row for row in self.report.duties if row.binds != "others")


def due(report: Report, law: Catalogue) -> tuple[tuple[date, tuple[str, ...]], ...]:
    """The coming days by which duties of the partnership's own have to be met, each with their names."""
    found: dict[date, dict[str, None]] = {}
    for row in report.duties:
        day = next_date(row, law.duty(row.duty), report.dates.as_of)
        if row.binds != "others" and day is not None and day >= report.dates.today:
            found.setdefault(day, {})[row.duty] = None
    return tuple((day, tuple(found[day])) for day in sorted(found))


def text(status: Status, width: int | None, *, colour: bool) -> str:
    """The screen; where `width` is None nothing is cut or wrapped."""
    ink, report = Ink(colour), status.report
    lines = [ink.bold(line) for line in wrapped(title(report), width)]
    lines += wrapped(dates_used(report.dates), width)
    lines += wrapped(f"{tally(report)}.", width)
    if not report.complete:
        lines += wrapped("The verdict is incomplete: cdrp check says why.", width)
    for label, told in _parts(status):
        lines += _labelled(label, list(told), width, ink)
    found = count_by(status.gaps.answers, lambda answer: hallmark(answer.asked))
    rows = tuple(
        (name, *map(str, (each.met, each.partly_met, each.not_met, each.not_assessed, each.not_applicable)))
        for name, each in found.items()
    )
    lines += Table("Checklist by hallmark", _COLUMNS, rows).text(width, ink)
    return "".join(f"{line}\n" for line in lines)


def data(status: Status) -> str:
    """The same for other programs, with nothing left out."""
    report = status.report
    number = Counter(row.outcome for row in status.own)
    found = count_by(status.gaps.answers, lambda answer: answer.asked.hallmark)
    given: dict[str, Any] = head(report, FORMAT) | {
        "findings": {severity.word: report.count(severity) for severity in reversed(Severity)},
        "duties": {outcome.value: number[outcome] for outcome in Outcome},
        "undone": [row.duty for row in status.own if row.outcome in _UNDONE],
        "due": [{"date": day.isoformat(), "duties": list(names)} for day, names in status.due],
        "late": [
            {"due": late.due.isoformat(), "action": late.name, "owner": late.owner or None, "exempt": late.exempt}
            for late in status.late
        ],
        "held": {"rows": status.held.rows, "stated": status.held.stated},
        "checklist": figures(count(status.gaps.answers)),
        "hallmarks": [{"name": name or None} | figures(each) for name, each in found.items()],
    }
    return json.dumps(given, ensure_ascii=False, indent=1) + "\n"


def _parts(status: Status) -> Iterator[tuple[str, Iterable[str]]]:
    yield "Duties", [counts(status.own) or "none judged"]
    undone = list(dict.fromkeys(row.duty for row in status.own if row.outcome in _UNDONE))
    if undone:
        yield "Fall short", [_named(undone)]
    yield "Due next", [f"{say(day)}, {_named(names)}" for day, names in status.due[:_DATES]] or ["no day is known"]
    yield "Overdue", list(_late(status.late)) or ["no action"]
    statutory = f"{len(status.gaps.statutory)} statutory"
    yield "Checklist", [f"{counted(len(status.gaps.all), 'gap')}, {statutory}; {status.held.say()}"]


def _late(late: tuple[Late, ...]) -> Iterator[str]:
    room = _LATE if len(late) <= _LATE else _LATE - 1
    for each in late[:room]:
        yield f"{say(each.due)}: {each.name}, {each.owner or 'nobody named'}{' (exempt)' if each.exempt else ''}"
    if len(late) > room:
        yield f"and {len(late) - room} more"


def _labelled(label: str, told: list[str], width: int | None, ink: Ink) -> Iterator[str]:
    """The label in a margin of its own; each thing told is cut to its line, but for counts, which are told whole."""
    for index, each in enumerate(told):
        margin = ink.bold(label.ljust(_MARGIN)) if index == 0 else " " * _MARGIN
        if width is None:
            yield f"{margin}{one_line(each)}"
        elif label == "Duties":
            first, *more = wrapped(each, width - _MARGIN)
            yield f"{margin}{first}"
            yield from (f"{' ' * _MARGIN}{line}" for line in more)
        else:
            yield f"{margin}{shorten(one_line(each), width - _MARGIN, placeholder=' …', break_on_hyphens=False)}"


def _named(duties: Iterable[str]) -> str:
    kept = list(duties)
    return f"{counted(len(kept), 'duty', 'duties')}: {', '.join(kept)}"
