"""The written list of all rules: nothing is found by looking around."""

from __future__ import annotations

from cdrp_cli.rules.checklist import CHECKLIST
from cdrp_cli.rules.duties import (
    appointments,
    combination,
    contents,
    county,
    county_agreement,
    data_sharing,
    engagement,
    information_sharing,
    membership,
    partnership_plan,
    plan_contents,
    plan_made_known,
    policing_body,
    positions,
    public_meeting,
    scrutiny,
    serious_violence,
    strategic_assessment,
    strategies,
    strategy_group,
)
from cdrp_cli.rules.holding import terms as holding
from cdrp_cli.rules.meetings import MEETINGS
from cdrp_cli.rules.records import (
    actions,
    attendance,
    citations,
    effects,
    identity,
    meeting_records,
    minute_numbers,
    position_records,
    references,
    seats,
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
    *holding.RULES,
    *contents.RULES,
    *position_records.RULES,
    *MEETINGS,
    *CHECKLIST,
)
"""Rules on records."""

DUTIES: tuple[DutyRule, ...] = (
    *strategies.DUTIES,
    *strategy_group.DUTIES,
    *membership.DUTIES,
    *appointments.DUTIES,
    *information_sharing.DUTIES,
    *data_sharing.DUTIES,
    *strategic_assessment.DUTIES,
    *county.DUTIES,
    *county_agreement.DUTIES,
    *partnership_plan.DUTIES,
    *plan_contents.DUTIES,
    *plan_made_known.DUTIES,
    *engagement.DUTIES,
    *public_meeting.DUTIES,
    *policing_body.DUTIES,
    *scrutiny.DUTIES,
    *serious_violence.DUTIES,
    *combination.DUTIES,
)
"""Judgements on duties of the law, from the records."""

STATED: tuple[DutyRule, ...] = positions.STATED
"""Judgements on duties that only a dated statement can show."""
