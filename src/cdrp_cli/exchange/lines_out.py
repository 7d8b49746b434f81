"""The lines of the table: every row of the checklist in its order, each answer beside it, each line with its stamp."""

from __future__ import annotations

from cdrp_cli.exchange.answers import Asked, Held, asked, held
from cdrp_cli.exchange.columns import CHECKLIST, FIELDS
from cdrp_cli.exchange.stamps import stamp
from cdrp_cli.hallmarks.checklist import Checklist
from cdrp_cli.records.load import Loaded
from cdrp_cli.records.partnership import Partnership


def lines_out(loaded: Loaded, shipped: Checklist, revision: str = "") -> list[dict[str, str]]:
    """The lines as cells by field. A supplementary row goes out where it is answered, all others always."""
    rows, answers = asked(loaded, shipped), held(loaded)
    by_ref: dict[str, list[Held]] = {}
    for answer in answers:
        by_ref.setdefault(answer.ref, []).append(answer)
    left_out = {row.ref for row in shipped.supplementary} - set(by_ref)
    lines = []
    for ref in dict.fromkeys([*rows, *by_ref]):
        if ref in left_out:
            continue
        row = rows.get(ref, Asked(ref, "", "", ""))
        for cells in [answer.cells for answer in by_ref.get(ref, ())] or [dict.fromkeys(FIELDS, "")]:
            mark = stamp(CHECKLIST, ref, cells, revision)
            lines.append({"ref": ref, "guidance": row.guidance, "detail": row.detail, "stamp": mark, **cells})
    return lines


def owners(partnership: Partnership) -> list[str]:
    """Who an action can be given to: every post on record, and the chair of every body."""
    posts = [f"{partner.id}/{post.id}" for partner in partnership.partners for post in partner.posts]
    return [*posts, *(f"chair:{body.id}" for body in partnership.bodies)]
