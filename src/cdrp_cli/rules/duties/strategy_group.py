"""The strategy group: that there is one, how it is chaired, meets, and looks to its skills and money (reg 3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.dates import Period, say
from cdrp_cli.core.pointer import Pointer
from cdrp_cli.core.words import counted
from cdrp_cli.records.bodies import Body
from cdrp_cli.rules.duties.group import documents, meetings_held, minuted_for, strategy_group
from cdrp_cli.rules.rule import DutyCase, duty
from cdrp_cli.rules.words import Gap, Remark, Seen, Unknown, Unsaid, Word


@duty("sg-exists", whole=True)
def exists(case: DutyCase) -> Iterator[Word]:
    """There is a strategy group for the area.

    Why: the law lays the assessment, the plan and the public meeting on that group; without it nobody owes them.
    Remedy: record the body that prepares the assessment and the plan, with functions: [strategy-group].
    """
    groups = [body for body in case.partnership.bodies if "strategy-group" in body.functions]
    living = [body for body in groups if body.life.covers(case.day)]
    open_ = [body for body in groups if body.life.covers(case.day) is None]
    for body in living:
        yield Seen(body.at("functions"), f"{body.name} is the strategy group")
    for body in living[1:]:
        fact = f"{body.name} is a second strategy group beside {living[0].name}, and every duty is judged for each"
        yield Remark(
            body.at("functions"), fact, "where only one of them is the strategy group, take the word from the other"
        )
    if not living and open_:
        yield Unknown(open_[0].pointer, f"whether {open_[0].name} was there on {say(case.day)} is not known")
    elif not living:
        yield Gap(Pointer("data/bodies.yaml"), f"there is no strategy group on {say(case.day)}", absent="bodies")


_ELEMENTS = {
    "method": "how a chair is appointed",
    "term_months": "how long a chair serves",
    "removal": "how a chair can be removed",
}


@duty("sg-chair-arrangements")
def chair_arrangements(case: DutyCase) -> Iterator[Word]:
    """The group has settled how its chair is appointed, for how long, and how the chair can be removed.

    Why: a group that has not settled it beforehand settles it in a quarrel.
    Remedy: agree the three and record them in the terms of reference under chair: with method, term_months and removal.
    """
    group = strategy_group(case)
    terms = group.terms_on(case.day)
    chair = terms.chair if terms is not None else None
    at, open_ = _settled(group, case.day)
    for key, what in _ELEMENTS.items():
        part = ("part", key)
        if chair is not None and getattr(chair, key) is not None:
            yield Seen(at, f"the terms of reference say {what}", part)
        elif open_:
            yield Unknown(at, f"since when the terms of reference of {group.name} hold is not known", part)
        else:
            yield Gap(at, f"no terms of reference of {group.name} say {what}", part=part, absent="bodies")


def _settled(group: Body, day: date) -> tuple[Pointer, bool]:
    """Where the terms on the chair in force stand, and whether others may have begun besides."""
    at, open_ = group.pointer, False
    for index, block in enumerate(group.terms):
        begun = Period(block.from_).begun(day)
        if "chair" in block.model_fields_set and begun is not False:
            at, open_ = group.at("terms", index, "chair"), open_ or begun is None
    return at, open_


@duty("sg-meets-as-appropriate")
def meets_as_appropriate(case: DutyCase) -> Iterator[Word]:
    """The group meets through the year as often as it thinks appropriate.

    Why: the law leaves the number to the group, so no number can be too small.
    Remedy: nothing can be wrong here; record the meetings as they are held.
    """
    held = list(meetings_held(case))
    if held:
        yield Seen(held[-1].pointer, f"{counted(len(held), 'meeting')} {case.when}")
    else:
        yield Unsaid(case.group, f"no meeting on record {case.when}; how often to meet is the group's to say")


@duty("sg-skills-review")
def skills_review(case: DutyCase) -> Iterator[Word]:
    """Once in each year from 1 April to 31 March the group considers the knowledge and skills it needs.

    Why: people change, duties change, and the law wanted somebody to look once a year.
    Remedy: record the item that considered it with duty: sg-skills-review, or the training plan that came of it.
    """
    group = strategy_group(case)
    for minuted in minuted_for(case, "sg-skills-review"):
        yield Seen(minuted.pointer, f"considered on {say(minuted.meeting.date)}")
        return
    plans = [(plan, case.dated_within(plan.dated)) for plan in documents(case, "training-plan")]
    shown = next((plan for plan, inside in plans if inside), None)
    open_ = next((plan for plan, inside in plans if inside is None), None)
    if shown is not None:
        yield Seen(shown.pointer, f"“{shown.title}” shows it")
    elif open_ is not None:
        yield Unknown(open_.pointer, f"whether “{open_.title}” is of that year is not known")
    else:
        not_done = "has not considered" if case.running else "did not consider"
        lack = f"{group.name} {not_done} the knowledge and skills it needs {case.when}"
        yield Gap(group.pointer, lack, absent="meetings")


@duty("sg-value-for-money")
def value_for_money(case: DutyCase) -> Iterator[Word]:
    """The group has arrangements for reviewing what its money is spent on and what it buys.

    Why: the authorities pool money that each of them must account for; the law asks that it be arranged.
    Remedy: record the last review with kind: value-for-money-review, the minute that took it with
    duty: sg-value-for-money, or the terms of reference that give a body the task.
    """
    told = list(_arranged(case))
    yield from told
    if not told:
        lack = "nothing on record arranges how spending and value for money are reviewed"
        yield Gap(case.group, lack, absent="documents")


def _arranged(case: DutyCase) -> Iterator[Word]:
    """The latest review, else a minute of one, else terms of reference that give somebody the task."""
    reviews = [
        (review.dated, review) for review in documents(case, "value-for-money-review") if review.dated is not None
    ]
    done = [(dated, review) for dated, review in reviews if dated.latest <= case.day]
    if done:
        dated, latest = max(done, key=lambda pair: pair[0].latest)
        yield Seen(latest.pointer, f"“{latest.title}”, {dated.say()}")
        return
    minuted = list(minuted_for(case, "sg-value-for-money"))
    if minuted:
        yield Seen(minuted[-1].pointer, f"reviewed on {say(minuted[-1].meeting.date)}")
        return
    for body in case.partnership.bodies:
        terms = body.terms_on(case.day) if body.life.covers(case.day) else None
        if terms is not None and "sg-value-for-money" in (terms.duties or ()):
            yield Seen(body.at("terms"), f"the terms of reference of {body.name} give it the review")
            return


DUTIES = (
    exists,
    chair_arrangements,
    meets_as_appropriate,
    skills_review,
    value_for_money,
)
