"""The written list of all rules: nothing is found by looking around."""

from __future__ import annotations

from cdrp_cli.rules import (
    actions,
    attendance,
    citations,
    contents,
    effects,
    identity,
    meeting_records,
    membership,
    minute_numbers,
    partnership_plan,
    plan_contents,
    plan_made_known,
    public_meeting,
    references,
    seats,
    strategic_assessment,
    strategies,
    strategy_group,
)
from cdrp_cli.rules.rule import DutyRule, Rule

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *citations.RULES,
    *identity.RULES,
    *seats.RULES,
    *meeting_records.RULES,
    *attendance.RULES,
    *minute_numbers.RULES,
    *actions.RULES,
    *effects.RULES,
    *contents.RULES,
)
"""Rules on records."""

DUTIES: tuple[DutyRule, ...] = (
    *strategies.DUTIES,
    *strategy_group.DUTIES,
    *membership.DUTIES,
    *strategic_assessment.DUTIES,
    *partnership_plan.DUTIES,
    *plan_contents.DUTIES,
    *plan_made_known.DUTIES,
    *public_meeting.DUTIES,
)
"""Judgements on duties of the law."""
