"""The command line as it is typed, and a small partnership to type it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FILES = {
    "data/partnership.yaml": """\
name: Exampleshire Vale Community Safety Partnership
area: Exampleshire Vale
nation: england
tier: two-tier
police_area: Exampleshire
records: {complete_from: never}
""",
    "data/partners.yaml": "partners: []\n",
}
BROKEN = "body: board\ndate: 2025-02-30\nstatus: held\n"


@dataclass(frozen=True)
class Typed:
    """What a command gave."""

    code: int
    out: str
    err: str


Cdrp = Callable[..., Typed]


def write(folder: Path, name: str, text: str) -> None:
    """Puts a file into the folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
