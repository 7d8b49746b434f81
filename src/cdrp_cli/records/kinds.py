"""Which file holds which kind of record."""

from __future__ import annotations

from functools import cache

from cdrp_cli.core.frozen import Frozen
from cdrp_cli.records.base import Entry
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.checklist import LocalRow
from cdrp_cli.records.documents import Document
from cdrp_cli.records.engagement import Activity
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.papers import Paper
from cdrp_cli.records.partners import Partner
from cdrp_cli.records.positions import DutyPosition, HallmarkRow
from cdrp_cli.records.profile import Profile
from cdrp_cli.records.requests import Request
from cdrp_cli.records.returns import Return
from cdrp_cli.records.waivers import Waiver


class Kind(Frozen):
    """A kind of record: the name of its collection, its files, its model, and the key that holds its list.

    Where `holds` is empty the whole file is one record.
    """

    name: str
    files: str
    model: type[Entry]
    holds: str = ""

    def holds_file(self, name: str) -> bool:
        """Whether the file of that name is one of its files: the same name, or a folder's file with that ending."""
        folder, star, ending = self.files.partition("*")
        if not star:
            return name == folder
        inside = name.startswith(folder) and name.endswith(ending) and len(name) >= len(folder) + len(ending)
        return inside and "/" not in name[len(folder) :]


KINDS = (
    Kind("partnership", "data/partnership.yaml", Profile),
    Kind("partners", "data/partners.yaml", Partner, "partners"),
    Kind("bodies", "data/bodies.yaml", Body, "bodies"),
    Kind("meetings", "data/meetings/*.yaml", Meeting),
    Kind("papers", "data/papers/*.md", Paper),
    Kind("documents", "data/documents.yaml", Document, "documents"),
    Kind("returns", "data/returns.yaml", Return, "returns"),
    Kind("requests", "data/requests.yaml", Request, "requests"),
    Kind("engagement", "data/engagement.yaml", Activity, "activities"),
    Kind("hallmarks", "data/hallmarks/*.yaml", HallmarkRow, "rows"),
    Kind("positions", "data/positions.yaml", DutyPosition, "positions"),
    Kind("checklist", "data/checklist.yaml", LocalRow, "rows"),
    Kind("waivers", "data/waivers.yaml", Waiver, "waivers"),
)


@cache
def kind_of(name: str) -> Kind | None:
    """The kind of record that the file of that name holds; None for a file that is no record."""
    return next((kind for kind in KINDS if kind.holds_file(name)), None)


def kinds_under(name: str) -> tuple[Kind, ...]:
    """The kinds of record that a file or folder of that name would hold."""
    return tuple(kind for kind in KINDS if kind == kind_of(name) or kind.files.startswith(f"{name}/"))
