"""`data/waivers.yaml`: findings accepted for a time, with a reason and an end."""

from __future__ import annotations

from cdrp_cli.records.base import MEMBERS, PUBLIC, Entry, told
from cdrp_cli.records.fields import Day, MinuteRef, Slug, Text


class Waiver(Entry):
    """A finding accepted until a day; it stays in every report, counted apart."""

    rule: Slug = told("Rule", "The rule or duty.", example="public-meeting-senior", see=PUBLIC)
    subject: Text = told("Subject", "The record it is about.", example="board", see=PUBLIC)
    reason: Text = told("Reason", "Why it is accepted.", example="The new authority has no seniors yet.", see=MEMBERS)
    agreed_by: MinuteRef | None = told(
        "Agreed by", "The minute that accepted it.", example="95 of 2025-07-22-board", see=PUBLIC, default=None
    )
    until: Day = told("Until", "The first day it no longer holds.", example="2026-01-01", see=PUBLIC)
