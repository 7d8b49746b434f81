"""What a cell of a table means for its field: words for a status, days as people write them."""

from __future__ import annotations

import re
from calendar import month_name

from cdrp_cli.core.dates import PartialDate
from cdrp_cli.core.errors import MisreadError
from cdrp_cli.core.words import either
from cdrp_cli.exchange.layout import Column

_MONTHS = {name[:3].lower(): number for number, name in enumerate(month_name) if name}
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([a-z]{3,9})\.?,?[\s-]*'?(\d{4}|\d{2})", re.IGNORECASE)
_IN_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})", re.ASCII)
_AT_END = re.compile(r"[\s(]((?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]{2,8}\.?\s+'?(?:\d{4}|\d{2}))\)?\.?\s*\Z")
_OTHER_WORDS = {
    "partially-met": "partly-met",
    "part-met": "partly-met",
    "unmet": "not-met",
    "n/a": "not-applicable",
    "not-yet-assessed": "not-assessed",
    "complete": "done",
    "completed": "done",
    "finished": "done",
    "ongoing": "open",
    "in-progress": "open",
    "superseded": "overtaken",
}


class UnclearError(MisreadError):
    """A cell that does not say what its field asks for."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__("cell-unclear", message, remedy)


def understood(column: Column, text: str, before: str) -> str:
    """The value to be recorded, `before` being what stands there; UnclearError with what to write instead."""
    if _letters_lost(text, before):
        lost = "letters were lost when the table was saved, and nothing else differs"
        raise UnclearError(lost, "save the table as CSV UTF-8, or as a workbook")
    if column.holds == "choice":
        return _status(text, column.choices)
    if column.holds in ("day", "whole-day"):
        return before if _same_day(text, before) else _day(text, whole=column.holds == "whole-day")
    return text


def _same_day(text: str, iso: str) -> bool:
    """Whether figures as a spreadsheet in Britain writes them, the day first, are the day on record."""
    figures = _IN_FIGURES.fullmatch(text.strip())
    if figures is None:
        return False
    return iso == f"{_century(figures[3])}-{int(figures[2]):02}-{int(figures[1]):02}"


def _letters_lost(text: str, before: str) -> bool:
    """Whether the text is the one before, less the letters that an old kind of CSV cannot hold."""
    return "?" in text and text != before and text == before.encode("cp1252", "replace").decode("cp1252")


def day_at_end(text: str) -> str:
    """The day in words that a position ends with, as it is recorded; empty where it ends otherwise."""
    found = _AT_END.search(text)
    try:
        return _day(found[1], whole=False) if found else ""
    except UnclearError:
        return ""


def _status(text: str, choices: tuple[str, ...]) -> str:
    word = re.sub(r"[\s_-]+", "-", text.strip().lower())
    word = _OTHER_WORDS.get(word, word)
    if word not in choices:
        raise UnclearError(f"{text.strip()!r} is no status", f"write {either(choices)}")
    return word


def _day(text: str, *, whole: bool) -> str:
    day = _read(" ".join(text.split()))
    if whole and not day.exact:
        raise UnclearError(f"{text.strip()!r} is not a whole day", "write the day too: 2025-07-22")
    return str(day)


def _read(text: str) -> PartialDate:
    asked = UnclearError(f"{text!r} is not a day that can be understood", "write year-month-day: 2025-07-22")
    try:
        return PartialDate.parse(_iso(text) or text)
    except MisreadError:
        raise asked from None


def _iso(text: str) -> str:
    """The day in figures, year first; empty where it is not certain which is meant."""
    words = _IN_WORDS.fullmatch(text)
    if words is not None:
        day, name, year = words.groups()
        month = _MONTHS.get(name[:3].lower())
        full = month_name[month].lower() if month else ""
        if month is None or not (full.startswith(name.lower()) or name.lower() == "sept"):
            return ""
        return f"{_century(year)}-{month:02}" + (f"-{int(day):02}" if day else "")
    figures = _IN_FIGURES.fullmatch(text)
    if figures is not None:
        first, second, year = figures.groups()
        if int(first) > 12 or first == second:
            return f"{_century(year)}-{int(second):02}-{int(first):02}"
    return ""


def _century(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"
