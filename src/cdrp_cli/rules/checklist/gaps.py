"""The gaps of the checklist: rows that ask something now and are neither met nor beside the point; what is planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.citation import Owner
from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Finding
from cdrp_cli.hallmarks import Checklist
from cdrp_cli.law.model import LawOn
from cdrp_cli.records.follow_up import Followed, citations, exempt_citation, exempt_item, follow, followed
from cdrp_cli.records.minuted import Minuted
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.positions import HallmarkRow
from cdrp_cli.rules.checklist.answers import Answer, answers

_OPEN_TO_ALL = ("row-twins-disagree", "row-against-duty", "row-not-applicable-unexplained")
"""Findings that tell nothing of actions, owners and days, which are for members."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule found at a row; `public` where nothing in it is for members only."""

    text: str
    public: bool


@dataclass(frozen=True, slots=True)
class Touched:
    """A minute that spoke of a row: `minute 95 of the Partnership Board, 22 July 2025`."""

    words: str
    day: date


@dataclass(frozen=True, slots=True)
class Gap:
    """A row that falls short, or that nothing shows to be met, and what will be done about it.

    `planned` is the further action of the row, or the action of the minutes that it names; `touched` is the last
    minute that spoke of either, `touched_openly` the last that the public may read and that bears the answer out.
    `exempt`: what is planned was minuted in private.
    """

    answer: Answer
    planned: str = ""
    owner: str = ""
    due: date | None = None
    late: bool = False
    touched: Touched | None = None
    touched_openly: Touched | None = None
    remarks: tuple[Remark, ...] = ()
    exempt: bool = False

    @property
    def ref(self) -> str:
        """The reference of the row."""
        return self.answer.asked.ref


@dataclass(frozen=True, slots=True)
class Gaps:
    """All answers of a day, and of them the gaps, those on the ground of law apart.

    `undated` names the rows whose position bears no date; rows that are counted nowhere are found by `apart`.
    """

    answers: tuple[Answer, ...]
    statutory: tuple[Gap, ...]
    others: tuple[Gap, ...]
    undated: tuple[str, ...]

    @property
    def all(self) -> tuple[Gap, ...]:
        """Every gap, those on the ground of law first."""
        return (*self.statutory, *self.others)


def gaps(partnership: Partnership, law: LawOn, shipped: Checklist, findings: Iterable[Finding], clock: date) -> Gaps:
    """The gaps on the law's day, in the order of the checklist; what is late is late on the day of the clock.

    `findings` are those of the run on that day: each is told at the row it is about.
    """
    every = answers(partnership, law, shipped)
    told = [finding for finding in findings if finding.rule.startswith("row-") and finding.waived is None]
    found = [_gap(each, partnership, law.day, told, clock) for each in every if each.gap and not each.asked.ended]
    statutory = tuple(gap for gap in found if gap.answer.asked.kind == "statutory")
    others = tuple(gap for gap in found if gap.answer.asked.kind != "statutory")
    rows = [answer.row for answer in every if answer.row is not None and not answer.asked.outside]
    undated = tuple(row.ref for row in rows if row.position and (row.as_at is None or row.as_at.year is None))
    return Gaps(every, statutory, others, undated)


@dataclass(frozen=True, slots=True)
class Late:
    """An action past its day: one of the minutes by its id, or the further action of a row."""

    due: date
    name: str
    owner: str
    exempt: bool


def late_actions(partnership: Partnership, found: Gaps, day: date, clock: date) -> tuple[Late, ...]:
    """Open actions of the minutes and further actions of rows that are past their day, the longest first."""
    late = [
        Late(each.due, each.id, named(partnership, each.owner) if each.owner is not None else "", each.exempt)
        for each in followed(partnership, day)
        if each.open and each.due is not None and each.due < clock
    ]
    late += [
        Late(gap.due, f"further action of {gap.ref}", gap.owner, gap.exempt)
        for gap in found.all
        if gap.late and gap.due is not None and (gap.answer.row is None or gap.answer.row.action is None)
    ]
    return tuple(sorted(late, key=lambda each: (each.due, each.name)))


def apart(answer: Answer) -> str:
    """Why a row is in no count of what is asked, empty where it is in one."""
    if not answer.asked.answerable:
        given = answer.row is not None and (answer.row.position or answer.row.status != "not-assessed")
        return f"asks for nothing that could be met{'' if given else '; left blank'}"
    if answer.asked.outside:
        return answer.asked.outside
    if answer.asked.ended:
        return answer.asked.ended
    return f"not applicable: {answer.standing.reason}" if answer.standing.outcome == "not-applicable" else ""


def _gap(answer: Answer, partnership: Partnership, day: date, found: list[Finding], clock: date) -> Gap:
    row = answer.row
    if row is None:
        return Gap(answer)
    raised = partnership.action(row.action) if row.action is not None else None
    action = follow(partnership, raised, day) if raised is not None and _raised_by(raised.minuted, day) else None
    due = row.due or (action.due if action is not None else None)
    owner = row.owner or (action.owner if action is not None else None)
    minutes = list(_minutes(row, action, partnership))
    return Gap(
        answer,
        planned=row.further_action or _of_the_minutes(action),
        owner=named(partnership, owner) if owner is not None else "",
        due=due,
        late=due is not None and due < clock and (action is None or action.open),
        touched=_last(minutes, partnership, day),
        touched_openly=_last(
            [each for each in _shown_by(row, partnership) if _open(each, partnership)], partnership, day
        ),
        remarks=tuple(_remarks(answer, found)),
        exempt=any(exempt_item(partnership, each.item) for each in minutes) or (action is not None and action.exempt),
    )


def _raised_by(minuted: Minuted, day: date) -> bool:
    raised: date = minuted.meeting.date
    return raised <= day


def _of_the_minutes(action: Followed | None) -> str:
    if action is None:
        return ""
    return f"{action.raised.action.text} ({action.id}{'' if action.open else f', {action.status}'})"


def _remarks(answer: Answer, found: list[Finding]) -> Iterator[Remark]:
    """What was found at the row, or at its twin about both; why nothing shows it is told by its outcome."""
    for finding in found:
        twins = answer.asked.twins if finding.rule == "row-twins-disagree" else ()
        if finding.subject in (answer.asked.ref, *twins) and finding.rule != "row-not-shown":
            yield Remark(finding.message, finding.rule in _OPEN_TO_ALL)


def _shown_by(row: HallmarkRow, partnership: Partnership) -> Iterator[Minuted]:
    """The minutes named as evidence."""
    for evidence in row.evidence:
        minuted = partnership.minuted(evidence.minute) if evidence.minute is not None else None
        if minuted is not None:
            yield minuted


def _open(minuted: Minuted, partnership: Partnership) -> bool:
    """Whether the minute is one that the public may hear of: not exempt, nor going back to exempt matter."""
    cited = citations(partnership, minuted.item)
    return not exempt_item(partnership, minuted.item) and not any(exempt_citation(partnership, each) for each in cited)


def _minutes(row: HallmarkRow, action: Followed | None, partnership: Partnership) -> Iterator[Minuted]:
    """The minutes named as evidence, and those that raised or heard of the action."""
    yield from _shown_by(row, partnership)
    if action is not None:
        yield action.raised.minuted
        yield from (heard.minuted for heard in action.updates)


def _last(minutes: list[Minuted], partnership: Partnership, day: date) -> Touched | None:
    come = [each for each in minutes if each.meeting.date <= day]
    if not come:
        return None
    last = max(come, key=lambda each: (each.meeting.date, each.meeting.id, each.index))
    number = f"minute {last.item.minute[0]}" if last.item.minute else f"item {last.item.number or last.index + 1}"
    body = partnership.body(last.meeting.body)
    name = body.name if body is not None else last.meeting.body
    return Touched(f"{number} of the {name.removeprefix('the ')}, {say(last.meeting.date)}", last.meeting.date)


def named(partnership: Partnership, owner: Owner) -> str:
    """The owner in words: the post and its partner, the body, the chair of it, or what is written."""
    if owner.kind == "post":
        found = partnership.post(owner.ident)
        return f"{found[1].title}, {found[0].name}" if found is not None else owner.ident
    if owner.kind in ("body", "chair"):
        body = partnership.body(owner.ident)
        name = body.name if body is not None else owner.ident
        return name if owner.kind == "body" else f"Chair of {name}"
    return owner.ident
