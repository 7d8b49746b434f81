"""The gap report as a paper for the board: what each copy may show, and the progress by hallmark as a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from cdrp_cli.core.words import both, counted
from cdrp_cli.rendering.chart import Bar, Chart, draw
from cdrp_cli.rendering.environment import fill
from cdrp_cli.rendering.files import Audience, Copy
from cdrp_cli.rendering.marked import Prose
from cdrp_cli.rendering.paper import Cover, Format
from cdrp_cli.rendering.road import render
from cdrp_cli.rendering.templates import Templates
from cdrp_cli.rules.checklist.answers import Answer
from cdrp_cli.rules.checklist.gaps import Gap, Gaps, apart
from cdrp_cli.rules.checklist.grouped import By, grouped, hallmark, kind, owner
from cdrp_cli.rules.checklist.progress import Count, Held, count, count_by

CHART = "Chart-Hallmarks"
_TITLE = "Gaps in the Hallmarks checklist"
_PARTS = ("Met", "Partly met", "Not met", "Not assessed", "Not applicable")
_CLOSED = "NOT FOR PUBLICATION"


@dataclass(frozen=True, slots=True)
class Told:
    """What the paper says of its run: whose it is, its day, the sentence on the dates used, what was left out."""

    partnership: str
    day: date
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One gap as a copy shows it; what a copy does not show is empty in it."""

    ref: str
    requirement: str
    outcome: str
    why: str
    found: str
    position: Prose
    dated: str
    minute: str
    action: str = ""
    owner: str = ""
    due: date | None = None
    late: bool = False


def copies(
    gaps: Gaps, held: Held, by: By, told: Told, audiences: Iterable[Audience], forms: tuple[Format, ...],
    templates: Templates,
) -> tuple[Copy, ...]:  # fmt: skip
    """One copy for each audience in every format asked for; `by` puts the gaps in order after statutory ones."""
    charts = {CHART: draw(progress(gaps))}
    found = []
    for audience in audiences:
        cover, shown = cover_of(gaps, told, audience), view(gaps, held, by, told, audience)
        files = render(fill("gap-report", shown, templates), cover, forms, templates, charts)
        found.append(Copy(f"{told.day.isoformat()}-gap-report", audience, cover, files))
    return tuple(found)


def cover_of(gaps: Gaps, told: Told, audience: Audience) -> Cover:
    """Pages across; the members' copy bears a marking where an action in it was minuted in private."""
    exempt = audience is Audience.MEMBERS and any(gap.exempt for gap in gaps.all)
    marking = _CLOSED if exempt else ""
    return Cover(_TITLE, told.day, told.partnership, marking=marking, exempt=exempt, landscape=True)


def view(gaps: Gaps, held: Held, by: By, told: Told, audience: Audience) -> dict[str, Any]:
    """All that the template can print: of a row, the public copy has what anybody may read and nothing else."""
    members = audience is Audience.MEMBERS
    shown: Callable[[Gap], Row] = _for_members if members else _for_all
    return {
        "title": _TITLE,
        "partnership": told.partnership,
        "day": told.day,
        "sentences": told.sentences,
        "members": members,
        "held": held.say(),
        "total": len(gaps.all),
        "statutory_total": len(gaps.statutory),
        "plans": _plans(gaps.all) if members else "",
        "kinds": _figures(gaps, kind_of),
        "hallmarks": _figures(gaps, hallmark_of),
        "law": _alike(gaps.statutory),
        "statutory": {name: [shown(gap) for gap in group] for name, group in grouped(gaps.statutory, by).items()},
        "others": {name: [shown(gap) for gap in group] for name, group in grouped(gaps.others, by).items()},
        "apart": [(answer.asked.ref, why) for answer in gaps.answers if (why := apart(answer))],
        "undated": gaps.undated,
    }


def progress(gaps: Gaps) -> Chart:
    """A bar for each hallmark; rows that are no longer law, or ask for nothing that could be met, are in none."""
    bars = tuple(Bar(name, _parts(each)) for name, each in count_by(gaps.answers, hallmark_of).items())
    every = zip(_parts(count(gaps.answers)), _PARTS, strict=True)
    summary = f"{', '.join(f'{number} {part.lower()}' for number, part in every)}; the table below has each hallmark."
    return Chart(CHART, "How the rows of each hallmark stand", summary, _PARTS, bars)


def kind_of(answer: Answer) -> str:
    """The name of the kind of an answer's row."""
    return kind(answer.asked)


def hallmark_of(answer: Answer) -> str:
    """The name of the hallmark of an answer's row."""
    return hallmark(answer.asked)


def _for_all(gap: Gap) -> Row:
    """What anybody may read: nothing of actions, owners and days, and no minute that is not public."""
    row, standing = gap.answer.row, gap.answer.standing
    position = row.position if row is not None else None
    dated = "no date" if row is None or row.as_at is None else row.as_at.say()
    return Row(
        ref=gap.ref,
        requirement=gap.answer.asked.requirement,
        outcome=standing.outcome.value.replace("-", " ").capitalize(),
        why=standing.reason,
        found="; ".join(remark.text for remark in gap.remarks if remark.public),
        position=Prose(position or "None on record"),
        dated=dated if position else "",
        minute=gap.touched_openly.words if gap.touched_openly is not None else "",
    )


def _for_members(gap: Gap) -> Row:
    row = _for_all(gap)
    return Row(
        row.ref, row.requirement, row.outcome, row.why, "; ".join(remark.text for remark in gap.remarks), row.position,
        row.dated, gap.touched.words if gap.touched is not None else "",
        f"{gap.planned}{' (not for publication)' if gap.exempt else ''}" if gap.planned else "",
        owner(gap), gap.due, gap.late,
    )  # fmt: skip


def _plans(every: tuple[Gap, ...]) -> str:
    """What is planned about the gaps, in one sentence; empty where there is none."""
    whole = sum(1 for gap in every if gap.planned and gap.owner and gap.due)
    none = sum(1 for gap in every if not gap.planned)
    late = sum(1 for gap in every if gap.late)
    figures = (
        (whole, "an action with an owner and a day"),
        (len(every) - whole - none, "an action that lacks one of these"),
        (none, "no action"),
    )
    words = both([f"{number} have {what}" for number, what in figures if number])
    past = "Nothing is" if not late else counted(late, "action is", "actions are")
    return f"Of the gaps, {words}. {past} past {'their' if late > 1 else 'its'} day." if every else ""


def _alike(part: tuple[Gap, ...]) -> list[tuple[str, str, str]]:
    """Outcome, reason, and the rows that have both in common, so that the summary stays on its page."""
    groups: dict[tuple[str, str], list[str]] = {}
    for gap in part:
        standing = gap.answer.standing
        named = (standing.outcome.value.replace("-", " ").capitalize(), standing.reason)
        groups.setdefault(named, []).append(gap.ref)
    return [(outcome, reason, ", ".join(refs)) for (outcome, reason), refs in groups.items()]


def _figures(gaps: Gaps, key: Callable[[Answer], str]) -> list[tuple[str, tuple[int, ...]]]:
    groups = [*count_by(gaps.answers, key).items(), ("All", count(gaps.answers))]
    return [
        (name, (each.rows, each.asked - each.met, *_parts(each), each.ended + each.unanswerable))
        for name, each in groups
    ]


def _parts(each: Count) -> tuple[int, ...]:
    return (each.met, each.partly_met, each.not_met, each.not_assessed, each.not_applicable)
