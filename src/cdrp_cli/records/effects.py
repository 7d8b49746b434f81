"""What a decision or a report would change: bodies that begin, end or meet otherwise, duties that move."""

from __future__ import annotations

from typing import Annotated

from cdrp_cli.records.base import PUBLIC, Record, told
from cdrp_cli.records.bodies import BodyFunction, Meets
from cdrp_cli.records.fields import BodyId, Day, DutyId, Refers, Rows, Slug


class Effect(Record):
    """One change: to a body (`ends`, `begins`, `meets`) or to who has a duty in hand (`duty`, `to`)."""

    body: Annotated[Slug, Refers("changed body")] | None = told(
        "Body", "The body that changes.", example="executive", see=PUBLIC, default=None
    )
    ends: Day | None = told(
        "Ends", "The first day the body is no more.", example="2025-07-22", see=PUBLIC, default=None
    )
    begins: Day | None = told("Begins", "The first day of a new body.", example="2025-09-01", see=PUBLIC, default=None)
    functions: Rows[BodyFunction] = told(
        "Functions", "What a new body is.", example=["tasking"], see=PUBLIC, default=()
    )
    meets: Meets | None = told("Meets", "How often it meets from then on.", example="yearly", see=PUBLIC, default=None)
    duty: DutyId | None = told("Duty", "The duty that moves.", example="data-quarterly", see=PUBLIC, default=None)
    to: BodyId | None = told(
        "To", "The body that has the duty in hand from then on.", example="tasking", see=PUBLIC, default=None
    )
    from_: Day | None = told(
        "From", "The first day of the change.", example="2025-10-01", see=PUBLIC, default=None, key="from"
    )
