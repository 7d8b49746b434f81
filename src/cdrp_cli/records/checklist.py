"""`data/checklist.yaml`: rows the partnership adds to the Hallmarks checklist for itself."""

from __future__ import annotations

from typing import Literal

from cdrp_cli.records.base import PUBLIC, Entry, told
from cdrp_cli.records.fields import Text


class LocalRow(Entry):
    """A row of the partnership's own."""

    ref: Text = told("Ref", "Its reference, unlike any shipped one.", example="v1", see=PUBLIC)
    requirement: Text = told("Requirement", "What is asked.", example="Every panel has a councillor.", see=PUBLIC)
    kind: Literal["statutory", "advice", "local"] = told("Kind", "On what ground.", example="local", see=PUBLIC)
    section: Text = told("Section", "The section it stands in.", example="lead-and-guide", see=PUBLIC)
    hallmark: Text | None = told(
        "Hallmark", "The hallmark it serves.", example="engaged-communities", see=PUBLIC, default=None
    )
