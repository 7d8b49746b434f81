"""What the road to papers takes: a text with its title, day and marking, and the formats there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.words import either


class Format(StrEnum):
    """What a paper can be made as."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"

    @property
    def suffix(self) -> str:
        """The end of a file's name."""
        return "md" if self is Format.MARKDOWN else self.value

    @staticmethod
    def named(name: str) -> Format:
        """The format of that name; raises CdrpError for any other."""
        if name not in {each.value for each in Format}:
            raise CdrpError(f"--format: {name!r} is none of {either(tuple(each.value for each in Format))}")
        return Format(name)


@dataclass(frozen=True, slots=True)
class Cover:
    """What a paper says of itself: its title and author, the day it speaks for, its language (`en-GB`, `cy-GB`).

    `marking` stands on its face and at the head and foot of each page: DRAFT, or that it is not for publication.
    `exempt`: it holds matter that is not for publication, and its marking says so.
    `landscape` lays pages across, for tables of many columns.
    """

    title: str
    day: date
    author: str = ""
    language: str = "en-GB"
    marking: str = ""
    exempt: bool = False
    landscape: bool = False

    def __post_init__(self) -> None:
        if self.exempt and not self.marking:
            raise ValueError("a paper with exempt matter says so on its face")

    @property
    def moment(self) -> datetime:
        """The time that every file of the paper says it was made at: the same records give the same bytes."""
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)
