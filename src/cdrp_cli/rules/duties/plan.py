"""The partnership plan on a day: the one in force, or why its contents cannot be judged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.dates import legal_year, say
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.records.documents import Document
from cdrp_cli.rules.duties.group import DOCUMENTS, documents
from cdrp_cli.rules.in_force import in_force
from cdrp_cli.rules.rule import DutyCase
from cdrp_cli.rules.words import Due, Gap, Unknown, Word


class Made(Frozen):
    """A plan or a revision of one: when, where it stands, and what it took into account (None: not said)."""

    plan: Document
    at: Pointer
    day: str
    sources: tuple[str, ...] | None


def plan_in_force(case: DutyCase) -> Document | None:
    """The plan surely in force on the day, the one that began last."""
    found = in_force(documents(case, "partnership-plan"), case.day).sure
    return found[0] if found else None


def no_plan(case: DutyCase, told_by: str = "plan-exists") -> Iterator[Word]:
    """What is said where no plan is surely in force; the first had only to be ready for the first whole year."""
    day, open_ = say(case.day), in_force(documents(case, "partnership-plan"), case.day).open
    first = first_plan_due(case)
    if open_:
        yield Unknown(open_[0].pointer, f"whether “{open_[0].title}” was in force on {day} is not known")
    elif first is not None and case.day <= first:
        yield Due(
            DOCUMENTS, "no partnership plan is in force yet; the first has to be ready", first, absent="documents"
        )
    else:
        lack = f"no partnership plan is in force on {day}"
        yield Gap(DOCUMENTS, lack, absent="documents", told_by=told_by)


def first_plan_due(case: DutyCase) -> date | None:
    """The last day on which the first plan could be ready: that of the year in which the regulations began.

    SI 2007/1830 reg 16(2) and SI 2007/3076 reg 14(2): before the first 1 April after they came into force.
    """
    version = case.law.version("plan-exists")
    return legal_year(version.from_).last if version is not None else None


def made_in_time(case: DutyCase) -> tuple[tuple[Made, ...], tuple[Made, ...]]:
    """The plans and revisions surely made in the period judged, and those that may have been; latest last."""
    sure: list[tuple[date, Made]] = []
    open_: list[Made] = []
    for plan in documents(case, "partnership-plan"):
        inside = case.dated_within(plan.dated)
        sources = plan.took_into_account if "took_into_account" in plan.model_fields_set else None
        made = Made(plan, plan.pointer, plan.dated.say() if plan.dated else "", sources)
        if inside and plan.dated is not None:
            sure.append((plan.dated.earliest, made))
        elif inside is None:
            open_.append(made)
        sure += [
            (revised.date, _revised(plan, index))
            for index, revised in enumerate(plan.revisions)
            if case.within(revised.date)
        ]
    return tuple(made for _, made in sorted(sure, key=lambda pair: pair[0])), tuple(open_)


def _revised(plan: Document, index: int) -> Made:
    revised = plan.revisions[index]
    sources = revised.took_into_account if "took_into_account" in revised.model_fields_set else None
    return Made(plan, plan.at("revisions", index), say(revised.date), sources)
