"""What `cdrp actions` shows, put together: the records, the days, and the sheet made of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cdrp_cli.cli.clock import clocks
from cdrp_cli.cli.exit_codes import CLEAN, INCOMPLETE
from cdrp_cli.cli.root import find_root
from cdrp_cli.core.dates import day_before
from cdrp_cli.core.errors import UnknownIdError
from cdrp_cli.core.report import Dates, Subject
from cdrp_cli.core.words import nearest
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.output import actions, actions_message
from cdrp_cli.output.actions_log import Asked, Logged, body_name, log
from cdrp_cli.output.sheet import Sheet
from cdrp_cli.records.load import load
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.tree import read_folder


@dataclass(frozen=True, slots=True)
class Made:
    """The log of the partnership's day; `unread` names the files that could not be read in full."""

    root: Path
    partnership: Partnership
    dates: Dates
    log: tuple[Logged, ...]
    unread: tuple[str, ...]

    @property
    def code(self) -> int:
        """0 or 3: what is overdue is no finding here."""
        return INCOMPLETE if self.unread else CLEAN

    @property
    def subject(self) -> Subject:
        """The partnership as it was on the day."""
        profile, day = self.partnership.profile, self.dates.as_of
        if profile is None:
            return Subject(None, None, None)
        return Subject(profile.name_on(day), profile.nation, profile.tier_on(day))

    def asked(self, owner: str | None, body: str | None, by: str, *, still_open: bool, overdue: bool) -> Asked:
        """What was asked for; UnknownIdError with the nearest where there is no such body or owner."""
        found = self.partnership.body(body) if body is not None else None
        if body is not None and found is None:
            raise UnknownIdError("body", body, nearest(body, [each.id for each in self.partnership.bodies]))
        if owner is not None and owner not in (owners := self._owners()):
            raise UnknownIdError("owner", owner, nearest(owner, owners))
        named = (found.id, body_name(self.partnership, found.id)) if found is not None else None
        return Asked(still_open, overdue, owner or "", named, by)

    def sheet(self, asked: Asked) -> Sheet:
        """The log as a list."""
        return actions.listing(self.subject, self.dates, asked, self.log, self.unread)

    def messages(self, asked: Asked) -> Sheet:
        """The log as messages, one to each partner."""
        return actions_message.messages(self.subject, self.dates, asked, self.log, self.unread)

    def _owners(self) -> tuple[str, ...]:
        """Everything that may own an action: partners, posts, bodies, their chairs, and the open words of the log."""
        partners, bodies = self.partnership.partners, self.partnership.bodies
        posts = (f"{partner.id}/{post.id}" for partner in partners for post in partner.posts)
        groups = (f"{word}:{body.id}" for body in bodies for word in ("body", "chair"))
        words = (each.owned(each.action.owner) for each in self.log)
        return tuple(dict.fromkeys((*(partner.id for partner in partners), *posts, *groups, *words)))


def made(given: Path | None, start: Path, days: tuple[date | None, date | None]) -> Made:
    """Reads the records and follows every action."""
    root = find_root(given, start)
    loaded = load(read_folder(root))
    dates = days_of(loaded.partnership, days)
    return Made(root, loaded.partnership, dates, log(loaded.partnership, dates.as_of, dates.today), loaded.unread)


def days_of(partnership: Partnership, days: tuple[date | None, date | None]) -> Dates:
    """The days of a run, asked for by `--as-of` and `--today`; what an archive no longer keeps makes nothing late."""
    as_of, today = days
    until = partnership.profile.records.until if partnership.profile is not None else None
    kept = day_before(until) if until is not None else date.max
    asked = clocks(as_of or (min(today, kept) if today is not None else None), today, until, catalogue().read_to)
    return Dates(asked.as_of, min(asked.today, kept), asked.law_read_to)
