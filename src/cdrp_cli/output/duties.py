"""Every duty in force on a day: who is bound, who has it in hand, how it stands, on what evidence, what is next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from cdrp_cli.core.dates import say
from cdrp_cli.core.outcome import DutyRow
from cdrp_cli.core.report import Report
from cdrp_cli.core.words import counted
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.law.model import Duty, Version
from cdrp_cli.output.duties_data import data
from cdrp_cli.output.judged import Chosen, Judged, in_hand
from cdrp_cli.output.law_words import spaced
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.output.standing import counts, spoken
from cdrp_cli.output.table import Column, Table
from cdrp_cli.output.view import View
from cdrp_cli.output.words import NO_ADVICE, assumed_terms, dates_used, title
from cdrp_cli.rules.duties.positions import NOTHING_TO_JUDGE
from cdrp_cli.rules.holding.deadlines import next_date

_COLUMNS = (
    Column("duty"),
    Column("bound"),
    Column("in hand"),
    Column("outcome"),
    Column("next"),
    Column("subject", below=True, label="for "),
    Column("what", below=True),
    Column("reason", below=True, label="- "),
    Column("parts", below=True, label="- "),
    Column("evidence", below=True, label="seen: "),
)
_SHOWN = (
    Column("duty"),
    Column("kind"),
    Column("bound"),
    Column("what", below=True),
    Column("why", below=True, label="- "),
)
_ASSUMED = (
    "(assumed): no terms of reference of any body ever named the duty, so the body that the law binds is taken to have"
    " it in hand."
)
_ORPHANED = "nobody (orphaned): terms of reference once named the duty, and no body in force has it in hand now."


def listing(report: Report, law: Catalogue, view: View, chosen: Chosen) -> Sheet:
    """The duties of the day, apart those that bind others and those that nobody can meet or fail."""
    order = list(law.duties)
    rows = sorted(report.duties, key=lambda row: order.index(row.duty))
    every = [Judged(row, duty := law.duty(row.duty), next_date(row, duty, report.dates.as_of)) for row in rows]
    kept = [each for each in every if _wanted(each, chosen, report.dates.today)]
    if chosen.days is not None:
        kept.sort(key=lambda each: each.next or date.max)
    own = [each for each in kept if each.row.binds != "others"]
    others = [each for each in kept if each.row.binds == "others"]
    unjudged = _unjudged(report, law) if chosen == Chosen() else []
    blocks = (
        Heading(title(report), 1),
        Line(dates_used(report.dates)),
        *([Line(assumed)] if (assumed := assumed_terms(report)) else []),
        *_narrowed(kept, every, chosen, report),
        *_part(f"Statutory duties on {say(report.dates.as_of)}", own, report, view),
        *_part("Duties that bind others, not counted above", others, report, view),
        *_shown(unjudged),
        *_foot(report, kept),
    )
    return Sheet(blocks, data(report, view, chosen, own, others, unjudged), dates_used(report.dates))


def _wanted(each: Judged, chosen: Chosen, today: date) -> bool:
    if chosen.body is not None and chosen.body[0] not in (*each.row.held_by, *each.row.may_hold):
        return False
    return chosen.days is None or (each.next is not None and each.next <= today + timedelta(days=chosen.days))


def _unjudged(report: Report, law: Catalogue) -> list[tuple[Duty, Version]]:
    """What is in force and has no row: powers and structures."""
    nation = next((nation for nation in ("england", "wales") if nation == report.subject.nation), None)
    judged = {row.duty for row in report.duties}
    if nation is None or not judged:
        return []
    force = law.on(nation, report.dates.as_of).in_force()
    return [(duty, version) for duty, version in force if duty.id not in judged]


def _narrowed(kept: list[Judged], every: list[Judged], chosen: Chosen, report: Report) -> Iterator[Block]:
    """What was asked for, where it was not everything."""
    asked = [f"that {chosen.body[1]} has in hand"] if chosen.body else []
    if chosen.days is not None:
        until = say(report.dates.today + timedelta(days=chosen.days))
        asked.append(f"whose next date is {until} or before, the soonest first")
    if asked:
        yield Line(f"Shown: {len(kept)} of {counted(len(every), 'duty', 'duties')}, those {' and '.join(asked)}.")


def _part(heading: str, rows: list[Judged], report: Report, view: View) -> Iterator[Block]:
    if rows:
        yield Heading(heading)
        yield Line(f"{counts(each.row for each in rows)}.")
        yield Table(heading, _COLUMNS, tuple(_cells(each, report, view) for each in rows))


def _cells(each: Judged, report: Report, view: View) -> tuple[str, ...]:
    row = each.row
    passed = each.next is not None and each.next < report.dates.today
    return (
        row.duty,
        spaced(row.bound),
        in_hand(row),
        spoken(row.outcome),
        "" if each.next is None else each.next.isoformat() + (" passed" if passed else ""),
        "" if row.subject == "partnership" or row.held_by == (row.subject,) else row.subject,
        f"{each.duty.title} ({row.source})",
        row.reason,
        _parts(row),
        "; ".join(_seen(row, view)),
    )


def _parts(row: DutyRow) -> str:
    """Who or what stands how, where they differ."""
    outcomes = dict.fromkeys(part.outcome for part in row.parts)
    if len(outcomes) < 2:
        return ""
    named = ((outcome, [part.name for part in row.parts if part.outcome is outcome]) for outcome in outcomes)
    return "; ".join(f"{spoken(outcome)}: {', '.join(names)}" for outcome, names in named)


def _seen(row: DutyRow, view: View) -> Iterator[str]:
    """The places of the evidence, each with what was seen where the reason does not tell it."""
    for shown in row.evidence:
        told = "" if shown.text in row.reason else f": {shown.text}"
        yield f"{view.place(shown.at)}{told}"


def _shown(unjudged: list[tuple[Duty, Version]]) -> Iterator[Block]:
    if unjudged:
        heading = "Powers and structures in force, never judged"
        yield Heading(heading)
        yield Table(
            heading,
            _SHOWN,
            tuple(
                (
                    duty.id,
                    duty.kind,
                    spaced(duty.bound),
                    f"{duty.title} ({version.citation})",
                    NOTHING_TO_JUDGE.get(duty.id, ""),
                )
                for duty, version in unjudged
            ),
        )


def _foot(report: Report, kept: list[Judged]) -> Iterator[Block]:
    yield Heading("What to know")
    if any(each.row.assumed and each.row.held_by for each in kept):
        yield Line(_ASSUMED)
    if any(in_hand(each.row).startswith("nobody") for each in kept):
        yield Line(_ORPHANED)
    if report.not_looked_at:
        yield Line(f"Not looked at: {'; '.join(report.not_looked_at)}.")
    if report.crashed:
        yield Line(f"Failed in the program: {', '.join(report.crashed)}.")
    if not report.complete:
        unread = f"; not read in full: {', '.join(report.unread)}" if report.unread else ""
        yield Line(f"The verdict is incomplete{unread}.")
    yield Line(f"cdrp explain ID tells what a duty is and what would satisfy it. {NO_ADVICE}")
