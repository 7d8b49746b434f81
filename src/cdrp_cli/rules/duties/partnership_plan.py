"""The partnership plan: that there is one, revised each year on the year's assessment (E reg 10, W reg 8)."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.frozen import replace
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import both
from cdrp_cli.records.documents import Document, DocumentKind
from cdrp_cli.rules.duties.area import county_applies
from cdrp_cli.rules.duties.group import DOCUMENTS, documents, when
from cdrp_cli.rules.duties.plan import Made, first_plan_due, made_in_time, no_plan, plan_in_force
from cdrp_cli.rules.rule import DutyCase, duty
from cdrp_cli.rules.words import Gap, Inapplicable, Late, Part, Seen, Unknown, Word


@duty("plan-exists")
def exists(case: DutyCase) -> Iterator[Word]:
    """A partnership plan is in force.

    Why: it is through the plan that the authorities carry out the strategies the Act asks of them.
    Remedy: record the plan with kind: partnership-plan, the day it was made under dated, and the days it governs
    under period.
    """
    plan = plan_in_force(case)
    if plan is not None:
        yield Seen(plan.pointer, f"“{plan.title}” is in force")
    else:
        yield from no_plan(case, told_by="")


@duty("plan-revised-yearly")
def revised_yearly(case: DutyCase) -> Iterator[Word]:
    """The plan is revised before 1 April each year.

    Why: a plan for three years still has to be looked at each year, on what that year's assessment found.
    Remedy: record the revision at the plan under revisions, with its day and the minute that approved it; a new
    plan made in the year counts as well.
    """
    made, open_ = made_in_time(case)
    if made:
        new = "made" if made[-1].at == made[-1].plan.pointer else "revised"
        yield Seen(made[-1].at, f"“{made[-1].plan.title}” was {new} on {made[-1].day}")
        return
    if open_:
        yield Unknown(open_[0].at, f"whether “{open_[0].plan.title}” was made in that year is not known")
        return
    if case.span.covers(case.version.from_):
        yield Inapplicable(f"the first plan had to be ready by {say(case.span.last)}; there was none to revise before")
        return
    plan = plan_in_force(case)
    lack = f"the partnership plan was not revised {case.when}"
    if case.running:
        lack = f"the partnership plan has not been revised {case.when}"
    yield Gap(plan.at("revisions") if plan is not None and plan.revisions else _at(plan), lack, absent="documents")
    yield from _revised_late(case)


def _at(plan: Document | None) -> Pointer:
    return DOCUMENTS if plan is None else plan.pointer


def _revised_late(case: DutyCase) -> Iterator[Late]:
    """A revision made after the year that took the closed year's assessment into account, or a plan for the next."""
    of_the_year = {
        document.id for document in documents(case, "strategic-assessment") if case.dated_within(document.dated)
    }
    for plan in documents(case, "partnership-plan"):
        starts = case.span.end is not None and plan.governs().start == case.span.end
        dated = plan.dated
        if starts and dated is not None and case.span.last < dated.earliest <= case.as_of:
            yield Late(plan.pointer, f"“{plan.title}” was made late, {when(dated)}")
        for index, revised in enumerate(plan.revisions):
            late = case.span.last < revised.date <= case.as_of
            if late and of_the_year.intersection(revised.took_into_account):
                yield Late(plan.at("revisions", index), f"“{plan.title}” was revised late, on {say(revised.date)}")


@duty("plan-considers-assessment")
def considers_assessment(case: DutyCase) -> Iterator[Word]:
    """The yearly revision takes the year's assessment into account, in a two-tier area the county agreement as well.

    Why: a plan that does not rest on the assessment makes the assessment idle.
    Remedy: name the assessment, and the agreement, at the revision (or the new plan) under took_into_account.
    """
    made, open_ = made_in_time(case)
    if not made:
        yield from _nothing_revised(case, open_)
        return
    yield _considered(case, made, "strategic-assessment", ("part", "assessment"))
    if case.law.nation == "wales":
        return
    agreement, elsewhere = ("part", "agreement"), county_applies(case)
    if isinstance(elsewhere, Unknown):
        yield replace(elsewhere, part=agreement)
    elif elsewhere is None:
        yield _considered(case, made, "community-safety-agreement", agreement)


def _nothing_revised(case: DutyCase, open_: tuple[Made, ...]) -> Iterator[Word]:
    if open_:
        yield Unknown(open_[0].at, f"whether “{open_[0].plan.title}” was made in that year is not known")
    elif case.span.covers(first_plan_due(case) or case.day):
        yield Inapplicable("the first plan had no assessment of a year before to consider")
    else:
        lack = f"the partnership plan {'has not been' if case.running else 'was not'} revised {case.when}"
        yield Gap(DOCUMENTS, lack, absent="documents", told_by="plan-revised-yearly")


_NAMES: dict[DocumentKind, str] = {
    "strategic-assessment": "strategic assessment",
    "community-safety-agreement": "community safety agreement",
}


def _considered(case: DutyCase, made: tuple[Made, ...], kind: DocumentKind, part: Part) -> Word:
    """Whether a plan or revision of the year names the year's document of that kind."""
    every = [(document, case.dated_within(document.dated)) for document in documents(case, kind)]
    sure = [document for document, inside in every if inside]
    open_ = [document for document, inside in every if inside is None]
    last, name = made[-1], _NAMES[kind]
    for each in reversed(made):
        named = [document for document in sure if document.id in (each.sources or ())]
        if named:
            return Seen(each.at, f"took “{named[-1].title}” into account", part)
    for document in open_:
        if document.id in (last.sources or ()):
            return Unknown(document.pointer, f"whether “{document.title}” is of that year is not known", part)
    if any(each.sources is None for each in made):
        return Unknown(last.at, f"what “{last.plan.title}” took into account is not on record", part)
    if sure:
        titles = both([f"“{document.title}”" for document in sure])
        return Gap(last.at, f"“{last.plan.title}” did not take {titles} into account", part=part)
    if kind == "community-safety-agreement":
        return Unknown(last.at, f"no {name} of that year is on record that could be taken into account", part)
    lack = f"there was no {name} {case.when} to take into account"
    return Gap(last.at, lack, part=part, absent="documents", told_by="sa-annual")


DUTIES = (exists, revised_yearly, considers_assessment)
