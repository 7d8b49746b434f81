"""The Hallmarks checklist: what it asks on a day, what may be shown of each answer, and what is counted."""

from __future__ import annotations

from cdrp_cli.rules.checklist import action, against, rows
from cdrp_cli.rules.rule import Rule

CHECKLIST: tuple[Rule, ...] = (*rows.RULES, *action.RULES, *against.RULES)
"""Every rule on the answers to the checklist."""
