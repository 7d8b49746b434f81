"""The right people at the table: the partners that an item names were there when it was taken."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.finding import Basis, Severity
from cdrp_cli.core.words import both
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.rules.meetings.presence import attendance_known, heard, took_place
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem


@rule("partner-not-at-table", severity=Severity.WARNING, basis=Basis.HOUSE, per=Meeting, needs=("partners",))
def partner_not_at_table(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """Partners that an item wants at the table were there when it was taken.

    Why: what is agreed in the absence of those who have to do it is seldom done.
    Remedy: see whether attendance lacks somebody; if not, tell the partner what was agreed, and record its answer.
    """
    if meeting.status == "inquorate" or not took_place(meeting, case) or not attendance_known(meeting, case):
        return
    for index, item in enumerate(meeting.items):
        if not item.partners or not (item.outcomes or item.text):
            continue
        there = heard(meeting, item).most
        partners = [case.partnership.partner(each) for each in item.partners if each not in there]
        missing = [partner.name for partner in partners if partner is not None]
        if missing:
            closed = item.exempt is not None
            whom = "a partner that it names" if closed else both(missing)
            fact = f"the item wants {whom} at the table, and nobody from there came to it"
            yield Problem(meeting.at("items", index, "partners"), fact, subject=meeting.id, closed=closed)


RULES = (partner_not_at_table,)
