"""The law as people and programs read it: who is bound, from when to when, how it is known."""

from __future__ import annotations

from datetime import date
from typing import Any

from cdrp_cli.core.dates import day_before, say
from cdrp_cli.law.model import Duty, Version
from cdrp_cli.law.words import Nation

NATIONS: tuple[Nation, ...] = ("england", "wales")
IN_FORCE = "in force"
_TIMES = {
    "legal-year": "in each year from 1 April to 31 March",
    "before-1-april": "before each 1 April, for the year that begins with it",
    "quarter": "for each quarter, by the end of the next",
    "rolling-twelve-months": "at least once in any twelve months",
    "one-month-after-year": "within a month of the end of each reporting year",
    "three-years": "once for each period of three years",
    "28-days": "within 28 days of the date of a report",
    "date-requested": "by the date that the request names",
    "none": "the text gives no time",
}
_TRUST = {
    "read": "read in the source",
    "annotation": "taken from an annotation in the source",
    "secondary": "taken from another source",
    "recalled": "recalled, not checked",
    "inferred": "inferred",
}


def spaced(word: str) -> str:
    """A word of a closed vocabulary as people write it: `each responsible authority`."""
    return word.replace("-", " ")


def last_day(version: Version) -> str:
    """The last day of a version, for a table."""
    return IN_FORCE if version.until is None else day_before(version.until).isoformat()


def time_of(duty: Duty) -> str:
    """By when the text wants it done."""
    return _TIMES[duty.period]


def known_by(version: Version) -> str:
    """How text, dates and holder are known, in one sentence."""
    trust = version.confidence
    if trust.text == trust.dates == trust.holder:
        return f"text, dates and holder {_TRUST[trust.text]}"
    return f"text {_TRUST[trust.text]}; dates {_TRUST[trust.dates]}; holder {_TRUST[trust.holder]}"


def duration(version: Version) -> str:
    """`from 1 August 2007 to 31 May 2011`."""
    return f"from {say(version.from_)}" + ("" if version.until is None else f" to {say(day_before(version.until))}")


def version_data(nation: Nation, version: Version) -> dict[str, Any]:
    """A version for programs; `until` is the first day no longer, null where it is in force."""
    trust = version.confidence
    return {
        "nation": nation,
        "from": version.from_.isoformat(),
        "until": iso(version.until),
        "citation": version.citation,
        "requirement": version.requirement,
        "evidence": version.evidence,
        "test": version.test,
        "subjects": list(version.subjects),
        "holders": list(version.holders),
        "note": version.note,
        "changed_by": version.changed_by,
        "ended_by": version.ended_by,
        "confidence": {"text": trust.text, "dates": trust.dates, "holder": trust.holder},
        "sources": list(version.sources),
    }


def duty_data(duty: Duty) -> dict[str, Any]:
    """A duty for programs, with its versions in both nations."""
    return {
        "duty": duty.id,
        "title": duty.title,
        "family": duty.family,
        "kind": duty.kind,
        "bound": duty.bound,
        "binds": duty.binds,
        "period": duty.period,
        "checklist": list(duty.checklist),
        "follows": list(duty.follows),
        "versions": [version_data(nation, version) for nation in NATIONS for version in duty.versions(nation)],
    }


def iso(day: date | None) -> str | None:
    """The day for programs."""
    return None if day is None else day.isoformat()
