"""The written list of all rules: nothing is found by looking around."""

from __future__ import annotations

from cdrp_cli.rules import public_meeting
from cdrp_cli.rules.rule import DutyRule, Rule

RULES: tuple[Rule, ...] = ()
"""Rules on records."""

DUTIES: tuple[DutyRule, ...] = (public_meeting.public_meeting_yearly,)
"""Judgements on duties of the law."""
