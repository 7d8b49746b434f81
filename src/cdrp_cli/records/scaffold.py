"""A meeting that is not on record yet: its file's name, and what the file begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cdrp_cli.records.changes import Put
from cdrp_cli.records.meetings import Meeting

FIELDS = tuple(Meeting.model_fields)
"""The keys of a meeting in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A planned meeting of a body; of the rest only what is known. `number` 2 is the second one of that day."""

    body: str
    date: date
    start: str | None = None
    end: str | None = None
    venue: str | None = None
    how: str | None = None
    number: int = 1

    @property
    def id(self) -> str:
        """`2027-03-30-board`, `2027-03-30-board-2`."""
        return f"{self.date.isoformat()}-{self.body}" + (f"-{self.number}" if self.number > 1 else "")

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"data/meetings/{self.id}.yaml"

    @property
    def begun(self) -> str:
        """The first text of the file, which `changes` completes."""
        return f"body: body\ndate: {self.date.isoformat()}\nstatus: planned\n"

    @property
    def changes(self) -> tuple[Put, ...]:
        """What is known, set in place: what a value needs to be read back, the writer knows."""
        known = {"body": self.body, "start": self.start, "end": self.end, "venue": self.venue, "how": self.how}
        return tuple(Put((key,), value, FIELDS) for key, value in known.items() if value is not None)
