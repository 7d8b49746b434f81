"""What the scaffolding commands begin with: the records as they stand, the body that is named, the day of the clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from cdrp_cli.cli.clock import machine_date
from cdrp_cli.cli.console import tell
from cdrp_cli.cli.exit_codes import CLEAN, INCOMPLETE
from cdrp_cli.cli.new_attendance import REST
from cdrp_cli.cli.papers import meeting_named
from cdrp_cli.cli.root import find_root
from cdrp_cli.core.errors import CdrpError, UnknownIdError
from cdrp_cli.core.words import both, either, nearest
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.load import Loaded, load
from cdrp_cli.records.meetings import How
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.tree import read_folder
from cdrp_cli.records.working_days import WorkingDays
from cdrp_cli.rules.forward_plan.ordinal_weekday import OrdinalWeekday

_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Records:
    """The partnership's folder, its files as they were read, and today."""

    root: Path
    files: Mapping[str, bytes]
    loaded: Loaded
    today: date

    @property
    def partnership(self) -> Partnership:
        """What was read."""
        return self.loaded.partnership

    @property
    def days(self) -> WorkingDays:
        """The working days of the partnership."""
        profile = self.partnership.profile
        return WorkingDays.of(profile) if profile is not None else WorkingDays()

    @property
    def code(self) -> int:
        """0, or 3 where some records could not be read."""
        return INCOMPLETE if self.loaded.unread else CLEAN

    def body(self, ident: str) -> Body:
        """The body of that id; CdrpError with the nearest, or all of them, where there is none."""
        found = self.partnership.body(ident)
        if found is not None:
            return found
        if not self.partnership.readable("bodies"):
            raise CdrpError("data/bodies.yaml was not read in full: mend first what cdrp check says of it")
        known = [each.id for each in self.partnership.bodies]
        near = nearest(ident, known)
        if near or not known:
            raise UnknownIdError("body", ident, near)
        raise CdrpError(f"there is no body {ident!r}; the bodies are {both(known)}")


@dataclass(frozen=True, slots=True)
class Setting:
    """When in the day, where and how a meeting is to be; only what was said, never what is usual."""

    start: str | None = None
    end: str | None = None
    venue: str | None = None
    how: str | None = None

    @staticmethod
    def read(start: str | None, end: str | None, venue: str | None, how: str | None) -> Setting:
        """The options as they were typed; CdrpError for what they cannot mean."""
        for option, text in (("--start", start), ("--end", end)):
            if text is not None and _TIME.fullmatch(text) is None:
                raise CdrpError(f"{option}: {text!r} is not a time of day: write hours and minutes, for example 09:30")
        if venue is not None and not (venue.strip() and venue.isprintable()):
            raise CdrpError("--venue: name the place on one line, without hidden signs, or leave the option out")
        if how is not None and how not in get_args(How):
            raise UnknownIdError("way to meet", how, nearest(how, get_args(How)) or get_args(How))
        return Setting(start, end, venue.strip() if venue is not None else None, how)

    def like(self, records: Records, meeting: str | None) -> Setting:
        """With start, venue and how of that meeting, as far as they were not said; its end was that of its business."""
        other = meeting_named(records.partnership, meeting) if meeting is not None else None
        if other is None:
            return self
        return Setting(self.start or other.start, self.end, self.venue or other.venue, self.how or other.how)

    def checked(self) -> Setting:
        """Itself; CdrpError where it would end before it begins."""
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise CdrpError(f"--end: a meeting that begins at {self.start} cannot end at {self.end}")
        return self


def records_of(given: Path | None, start: Path, today: date | None) -> Records:
    """Reads the records; files that were not read in full are named on standard error."""
    root = find_root(given, start)
    tree = read_folder(root)
    loaded = load(tree)
    if loaded.unread:
        tell(f"cdrp: not read in full, so that more may be missing here: {', '.join(loaded.unread)}")
    return Records(root, tree.files, loaded, today or machine_date())


def months_of(text: str | None) -> tuple[int, ...] | None:
    """The months in `3,6,9,12`; None where the option was not given."""
    if text is None:
        return None
    words = [word.strip() for word in text.split(",")]
    wrong = [word for word in words if not (word.isascii() and word.isdigit() and 1 <= int(word[:4]) <= 12)]
    if wrong:
        raise CdrpError(f"--months: {either(wrong) or text!r} is no month from 1 to 12: write for example 3,6,9,12")
    return tuple(sorted({int(word) for word in words}))


def rule_of(text: str) -> OrdinalWeekday:
    """The rule of --on; CdrpError with examples where it is none."""
    try:
        return OrdinalWeekday.parse(text)
    except CdrpError as error:
        raise CdrpError(f"--on: {error}") from None


def year_of(text: str | None, today: date) -> int:
    """The year of --year; CdrpError with an example where it is missing or none."""
    if text is None:
        raise CdrpError(f"say which year to plan: --year {today.year + 1}")
    if not (text.isascii() and text.isdigit() and len(text) == 4 and 1900 <= int(text) <= 2199):
        raise CdrpError(f"--year: {text!r} is not a year: write for example {today.year + 1}")
    return int(text)


def number_of(text: str | None) -> int | None:
    """The number of --from; None where the option was not given."""
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 1_000_000):
        raise CdrpError(f"--from: {text!r} is no number: write for example 96, without the letters before it")
    return int(text)


def rest_of(text: str | None) -> str | None:
    """What --rest says of all other members; None where it was not given."""
    if text is not None and text not in REST:
        raise CdrpError(f"--rest: {text!r} is none of {either(REST)}")
    return text
