"""A good record for each rule and one that falls short, as the rule's own cases have them; both ship with the tool."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from cdrp_cli.core.dates import parse_day, say
from cdrp_cli.law.model import Duty

GOOD, BAD, SLIP = "good", "bad", "slip"
_FILE = "data/positions.yaml"
_STATED = """\
positions:
  - duty: {duty}
    status: met
    position: Looked at in the year; the minute says what was found.
"""
_MET = "partnership met: stated on {day}: Looked at in the year; the minute says what was found"
_UNDATED = "partnership not-assessed: the statement on record has no date, so it counts for no year"


@dataclass(frozen=True, slots=True)
class Example:
    """Records of a small partnership, the day they are judged on, and the lines that the tool then says of the rule.

    `base` names what the partnership has besides; it is not shown.
    """

    kind: str
    title: str
    as_of: date
    base: str
    records: tuple[tuple[str, str], ...]
    told: tuple[str, ...]


def examples(rule: str) -> tuple[Example, ...]:
    """The good record and the one that falls short; none where the rule has none."""
    return (*_read(rule, GOOD), *_read(rule, BAD))


def stated(duty: Duty) -> tuple[Example, ...]:
    """The same for a duty that only a dated statement shows."""
    day = (duty.england or duty.wales)[-1].from_
    record = _STATED.format(duty=duty.id)
    dated = f"{record}    as_at: {day.isoformat()}\n"
    met = _MET.format(day=say(day))
    return (
        Example(GOOD, "A statement counts in the year it is dated in.", day, "", ((_FILE, dated),), (met,)),
        Example(BAD, "Without its date it counts for no year.", day, "", ((_FILE, record),), (_UNDATED,)),
    )


def slips() -> Mapping[str, Example]:
    """The mistakes in how records are written, each with the broken lines and what is said of them."""
    home = files("cdrp_cli.output").joinpath("examples")
    names = sorted(each.name for each in home.iterdir())
    return {name: example for name in names for example in _read(name, SLIP)}


def parsed(kind: str, text: str) -> Example:
    """An example as it is written: title, day and base, then each record under `=== its file`, then what is told."""
    head, *sections = text.split("\n=== ")
    title, *settings = head.strip().split("\n")
    keys = dict(line.split(": ", 1) for line in settings if line)
    parts = [section.partition("\n") for section in sections]
    records = tuple((name.strip(), f"{body.rstrip()}\n") for name, _, body in parts if name.strip() != "expect")
    told = next((body for name, _, body in parts if name.strip() == "expect"), "")
    lines = tuple(line for line in told.strip().split("\n") if line)
    return Example(kind, title.removeprefix("# "), parse_day(keys["as-of"]), keys.get("base", ""), records, lines)


def _read(rule: str, kind: str) -> Iterator[Example]:
    file = files("cdrp_cli.output").joinpath("examples", rule, f"{kind}.txt")
    if file.is_file():
        yield parsed(kind, file.read_text(encoding="utf-8"))
