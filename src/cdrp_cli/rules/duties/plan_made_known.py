"""The plan made known: a summary for the public, a copy for the local policing body (E regs 13A and 14, W reg 12)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.dates import say
from cdrp_cli.records.documents import Document, Sent
from cdrp_cli.rules.duties.group import documents
from cdrp_cli.rules.duties.plan import no_plan, plan_in_force
from cdrp_cli.rules.rule import DutyCase, duty
from cdrp_cli.rules.words import Due, Inapplicable, Seen, Unknown, Word

_POLICING_BODIES = frozenset(
    ("police-and-crime-commissioner", "mayors-office-for-policing-and-crime", "combined-authority")
)


@duty("plan-summary-published")
def summary_published(case: DutyCase) -> Iterator[Word]:
    """A summary of the plan in force is published in the area, in a form that reaches many.

    Why: people cannot hold the partnership to a plan that they never saw; the law sets no day for it.
    Remedy: record the summary with kind: plan-summary, summary_of: the plan, and under published when and where.
    """
    plan = plan_in_force(case)
    if plan is None:
        yield from no_plan(case)
        return
    summaries = [document for document in documents(case, "plan-summary") if document.summary_of == plan.id]
    days = [(each.published.date, each) for each in summaries if each.published is not None and each.published.date]
    known = [(day, each) for day, each in days if day.latest <= case.day]
    if known:
        day, summary = max(known, key=lambda pair: pair[0].latest)
        yield Seen(summary.at("published"), f"“{summary.title}” was published, {day.say()}")
        return
    for summary in summaries:
        published = summary.published
        if published is not None and (published.date is None or published.date.earliest <= case.day):
            yield Unknown(summary.at("published"), f"when “{summary.title}” was published is not on record")
            return
    lack = f"no published summary of “{plan.title}” is on record; the law sets no day for it"
    yield Due(plan.pointer, lack, absent="documents")


@duty("plan-copy-to-lpb")
def copy_to_policing_body(case: DutyCase) -> Iterator[Word]:
    """The elected local policing body has a copy of the plan as it stands.

    Why: commissioner and partnership must have regard to one another's priorities, so each has to know them.
    Remedy: send the plan, and each revision of it, and record it at the plan under sent with to and date.
    """
    profile = case.partnership.profile
    if profile is not None and profile.tier_on(case.day) == "city-of-london":
        yield Inapplicable("the City of London has no elected local policing body")
        return
    plan = plan_in_force(case)
    if plan is None:
        yield from no_plan(case)
        return
    yield _sent(case, plan)


def _sent(case: DutyCase, plan: Document) -> Word:
    stood = _as_it_stands(case, plan)
    rows = [(index, sent) for index, sent in enumerate(plan.sent) if _to_policing_body(case, sent)]
    sent_on = [(sent.date, index) for index, sent in rows if sent.date is not None and sent.date <= case.day]
    last, at = max(sent_on, default=(None, None))
    if last is not None and (stood is None or stood <= last):
        return Seen(plan.at("sent", at or 0), f"“{plan.title}” was sent on {say(last)}")
    for index, sent in rows:
        if sent.date is None:
            return Unknown(plan.at("sent", index), f"when “{plan.title}” was sent is not on record")
    if last is not None and stood is not None:
        lack = f"“{plan.title}” was sent on {say(last)}, {_before(plan, stood)} on {say(stood)}"
        return Due(plan.at("sent"), f"{lack}; the law sets no day for it", absent="documents")
    lack = f"that “{plan.title}” was sent to the local policing body is not on record; the law sets no day for it"
    return Due(plan.pointer, lack, absent="documents")


def _before(plan: Document, stood: date) -> str:
    revised = any(revision.date == stood for revision in plan.revisions)
    return "and not since it was revised" if revised else "before it was made"


def _as_it_stands(case: DutyCase, plan: Document) -> date | None:
    """The day since which the plan reads as it does: its last revision by the day judged, else the day it was made."""
    days = [revised.date for revised in plan.revisions if revised.date <= case.day]
    if plan.dated is not None and plan.dated.exact:
        days.append(plan.dated.earliest)
    return max(days, default=None)


def _to_policing_body(case: DutyCase, sent: Sent) -> bool:
    partner = case.partnership.partner(sent.to)
    return partner is not None and bool(_POLICING_BODIES.intersection(partner.kind))


DUTIES = (summary_published, copy_to_policing_body)
