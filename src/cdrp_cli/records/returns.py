"""`data/returns.yaml`: the quarterly depersonalised data that authorities share."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from cdrp_cli.core.errors import MisreadError
from cdrp_cli.records.base import PUBLIC, Entry, told
from cdrp_cli.records.fields import DataSetId, Day, OneOrMore, PartnerId, Refers, Rows, Slug, misread


def _quarter(day: date) -> date:
    if day.day != 1 or day.month not in (1, 4, 7, 10):
        fact = f"{day.isoformat()} begins no quarter"
        raise misread(MisreadError("not-a-date", fact, "write the first day of January, April, July or October"))
    return day


class Return(Entry):
    """Data shared by one authority for one quarter."""

    partner: PartnerId = told("Partner", "The authority that shared it.", example="police", see=PUBLIC)
    quarter: Annotated[Day, AfterValidator(_quarter)] = told(
        "Quarter", "The quarter's first day.", example="2025-07-01", see=PUBLIC
    )
    shared: Day | None = told(
        "Shared", "The day it was shared; left out: not yet.", example="2025-12-18", see=PUBLIC, default=None
    )
    dataset: OneOrMore[DataSetId] = told(
        "Data set", "The duty's id without data-; one or a list.", example=["police-incidents"], see=PUBLIC
    )
    to: OneOrMore[Annotated[Slug, Refers("partner or all")]] = told(
        "To", "With whom it was shared: all, or partners.", example="all", see=PUBLIC, default=("all",)
    )
    nil: Rows[DataSetId] = told(
        "Nil", "Data sets with nothing to report that quarter.", example=[], see=PUBLIC, default=()
    )
