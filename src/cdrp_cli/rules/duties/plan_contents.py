"""What the plan in force holds (England regs 11 and 13, Wales regs 9 and 11)."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import day_before, legal_year, months_later, say
from cdrp_cli.records.documents import Document
from cdrp_cli.rules.duties.contents import PLAN, Section, section
from cdrp_cli.rules.duties.plan import no_plan, plan_in_force
from cdrp_cli.rules.rule import DutyCase, DutyRule, duty
from cdrp_cli.rules.words import Gap, Seen, Unknown, Word

_STRATEGY = PLAN[0]
_HORIZON = 36
"""Months: the strategy is for three years, beginning with the plan's year."""


def _content(part: Section) -> DutyRule:
    """The judgement that the plan in force holds one section."""

    def judge(case: DutyCase) -> Iterator[Word]:
        plan = plan_in_force(case)
        yield from no_plan(case) if plan is None else section(case, part, (plan,))

    return DutyRule(part.duty, part.title, part.why, part.remedy("plan"), judge)


@duty("plan-strategy-three-year")
def strategy_three_year(case: DutyCase) -> Iterator[Word]:
    """The plan sets out a strategy for the three years that begin with the plan's year.

    Why: the plan was to look three years ahead, and to be rolled forward each year.
    Remedy: say at the plan under covers where the strategy stands, and under period the days to which it reaches.
    """
    plan = plan_in_force(case)
    if plan is None:
        yield from no_plan(case)
        return
    words = list(section(case, _STRATEGY, (plan,)))
    yield from [_reach(case, plan)] if all(isinstance(word, Seen) for word in words) else words


def _reach(case: DutyCase, plan: Document) -> Word:
    """Whether the plan's own period reaches three years on from 1 April of the year judged."""
    year, days = legal_year(case.day), plan.governs()
    horizon = months_later(year.first, _HORIZON)
    if plan.period is None or days.end is None or not days.end.exact:
        return Unknown(plan.pointer, f"how far the strategy in “{plan.title}” reaches is not on record")
    last, wanted = say(days.last), say(day_before(horizon))
    if days.last >= day_before(horizon):
        return Seen(plan.at("period"), f"the strategy in “{plan.title}” reaches to {last}")
    if days.last >= day_before(months_later(days.first, _HORIZON)):
        open_ = (
            f"“{plan.title}” was for three years to {last}; whether its strategy was rolled on to {wanted} is not known"
        )
        return Unknown(plan.at("period"), open_)
    return Gap(plan.at("period"), f"the strategy in “{plan.title}” reaches to {last}; it should reach to {wanted}")


DUTIES = (strategy_three_year, *(_content(part) for part in PLAN))
