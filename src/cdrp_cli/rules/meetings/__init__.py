"""Rules on meetings and on what they leave to be done, by the terms of reference and the law of the meeting's day."""

from __future__ import annotations

from cdrp_cli.rules.meetings import (
    approval,
    attendance,
    chairing,
    correspondence,
    exempt_matter,
    follow_up,
    notice,
    personal_data,
    quorum,
    referrals,
    rhythm,
)
from cdrp_cli.rules.rule import Rule

MEETINGS: tuple[Rule, ...] = (
    *quorum.RULES,
    *attendance.RULES,
    *notice.RULES,
    *rhythm.RULES,
    *chairing.RULES,
    *approval.RULES,
    *follow_up.RULES,
    *referrals.RULES,
    *correspondence.RULES,
    *exempt_matter.RULES,
    *personal_data.RULES,
)
"""The rules of this family, in the order of the catalogue of rules."""
