"""Who was at the table: the partners present at a meeting and at each item, surely or as far as the records tell."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.frozen import Frozen
from cdrp_cli.records.bodies import Quorum
from cdrp_cli.records.items import Item
from cdrp_cli.records.meetings import Attendance, Meeting
from cdrp_cli.rules.rule import Case
from cdrp_cli.rules.standing import authorities


class Table(Frozen):
    """The partners that were there; `most` holds those too that may have been, as the records leave it open."""

    sure: frozenset[str]
    most: frozenset[str]


class Count(Frozen):
    """How many partners, and how many responsible authorities among them."""

    partners: int
    responsible: int


def attendance_known(meeting: Meeting, case: Case) -> bool:
    """Whether the attendance list is there, and whole."""
    whole = "attendance" not in meeting.not_seen and case.partnership.readable("meetings", meeting.id)
    return whole and bool(meeting.attendance)


def took_place(meeting: Meeting, case: Case) -> bool:
    """Whether the meeting was held by the day of the report, with or without a quorum."""
    return meeting.took_place and meeting.date <= case.as_of


def at_meeting(meeting: Meeting) -> Table:
    """Who counts for the quorum of the meeting: members and substitutes, also those who came for some items only."""
    there = frozenset(partner for row in meeting.attendance if (partner := _counts(row)))
    return Table(there, there)


def all_stayed(meeting: Meeting) -> bool:
    """Whether all who count were there throughout: nobody came for some items only, nobody left with an interest."""
    some_items = any(row.items and _counts(row) for row in meeting.attendance)
    return not some_items and not any(each.withdrew for each in meeting.declarations)


def at_item(meeting: Meeting, item: Item) -> Table:
    """Who counts for the quorum of the item: of those at the meeting, not who came for others or left for this one."""
    answers: dict[bool | None, set[str]] = {True: set(), False: set(), None: set()}
    for row in meeting.attendance:
        partner = _counts(row)
        if partner:
            answers[_stayed(meeting, row, item)].add(partner)
    return Table(frozenset(answers[True]), frozenset(answers[True] | answers[None]))


def heard(meeting: Meeting, item: Item) -> Table:
    """Who could speak to the item: also those in attendance, and those who declared an interest and left."""
    rows = [(row, _speaks(row)) for row in meeting.attendance]
    came = [(partner, _came_for(row, item)) for row, partner in rows if partner]
    sure = frozenset(partner for partner, answer in came if answer)
    return Table(sure, sure | {partner for partner, answer in came if answer is None})


class Counting(Frozen):
    """How partners are counted on the day judged: which are responsible authorities, surely and at most."""

    sure: frozenset[str]
    every: frozenset[str]

    @staticmethod
    def of(case: Case, quorum: Quorum) -> Counting:
        """By the law of the day judged; nobody is looked for whom the quorum does not ask after."""
        found = authorities(case.partnership, case.law) if quorum.responsible is not None else ()
        sure = frozenset(each.partner.id for each in found if each.sure)
        return Counting(sure, frozenset(each.partner.id for each in found))

    def fewest(self, table: Table) -> Count:
        """The count that is certain."""
        return Count(len(table.sure), len(table.sure & self.sure))

    def most(self, table: Table) -> Count:
        """The count if everything that the records leave open is counted in."""
        return Count(len(table.most), len(table.most & self.every))


def posts_there(meeting: Meeting) -> Iterator[str]:
    """The posts that the attendance list shows in the room, substitutes among them."""
    for row in meeting.attendance:
        if row.substitute is not None:
            yield row.substitute
        if row.post is not None and row.status in ("present", "in-attendance", "observer"):
            yield row.post


def _who(row: Attendance) -> str | None:
    """The post that came, or the partner whose people were counted."""
    return row.substitute or row.post or row.partner


def _counts(row: Attendance) -> str:
    """The partner that the row brings to the quorum; empty where it brings none."""
    if row.substitute is None and (row.status != "present" or row.count == 0):
        return ""
    return (_who(row) or "").partition("/")[0]


def _speaks(row: Attendance) -> str:
    """The partner that the row brings to the table, counted or not."""
    if row.substitute is None and (row.status not in ("present", "in-attendance") or row.count == 0):
        return ""
    return (_who(row) or "").partition("/")[0]


def _came_for(row: Attendance, item: Item) -> bool | None:
    """Whether they were there for the item; None where it has no number to tell by."""
    if not row.items:
        return True
    return None if item.number is None else item.number in row.items


def _stayed(meeting: Meeting, row: Attendance, item: Item) -> bool | None:
    """Whether they were there for the item and took part; None where the records leave it open."""
    left = [each.items for each in meeting.declarations if each.withdrew and each.post == _who(row)]
    if any(item.number in items for items in left if items):
        return False
    came = _came_for(row, item)
    unclear = any(not items or item.number is None for items in left)
    return None if came and unclear else came
