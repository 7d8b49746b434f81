"""The source of the checklist: the YAML file in which it is kept, checked against its shape.

A run reads what was stored of it (`checklist`); this is for whoever changes the checklist, and for the tests.
"""

from __future__ import annotations

import json
from importlib.resources import files

from pydantic import TypeAdapter

from cdrp_cli.hallmarks.checklist import Checklist
from cdrp_cli.yamltext import read


def from_source() -> Checklist:
    """The checklist as its file says it; pydantic's ValidationError where the file is damaged."""
    found = read("checklist.yaml", files("cdrp_cli.hallmarks").joinpath("checklist.yaml").read_bytes())
    # from JSON, where a list may stand for a tuple and everything else is what it says
    return TypeAdapter(Checklist).validate_json(json.dumps(found.value))
