"""Every record of the invented partnership is found by its own reference."""

from __future__ import annotations

from pathlib import Path

import pytest

from cdrp_cli.output.record import render
from cdrp_cli.output.view import View
from cdrp_cli.records.load import Loaded, load
from cdrp_cli.records.resolve import LOOKS, citations, resolve
from cdrp_cli.records.tree import read_folder

ROOT = Path(__file__).parents[2] / "examples" / "exampleshire"


@pytest.fixture(scope="module")
def exampleshire() -> Loaded:
    return load(read_folder(ROOT))


def test_every_record_is_found_by_its_reference_and_can_be_shown(exampleshire: Loaded) -> None:
    partnership, seen = exampleshire.partnership, set()
    for kind, ident in _all(exampleshire):
        found = resolve(partnership, f"{kind}:{ident}")
        assert (found.kind, found.id) == (kind, ident)
        assert render(partnership, found, View(exampleshire)).startswith(f"{kind} {ident}: ")
        seen.add(kind)
    assert seen == set(LOOKS)


def test_an_action_put_off_is_cited_by_each_of_its_updates(exampleshire: Loaded) -> None:
    partnership = exampleshire.partnership
    most = max(partnership.actions, key=lambda raised: len(partnership.updates_of(raised)))
    found = resolve(partnership, most.id)
    cited = {reference.at.path[:-1] for reference in citations(partnership, found)}
    assert {update.pointer.path for update in partnership.updates_of(most)} <= cited


def _all(loaded: Loaded) -> list[tuple[str, str]]:
    partnership = loaded.partnership
    found = [("partner", partner.id) for partner in partnership.partners]
    found += [("post", f"{partner.id}/{post.id}") for partner in partnership.partners for post in partner.posts]
    found += [("body", body.id) for body in partnership.bodies]
    found += [("meeting", meeting.id) for meeting in partnership.meetings]
    found += [("action", raised.id) for raised in partnership.actions]
    found += [("document", document.id) for document in partnership.documents]
    found += [("paper", paper.name) for paper in partnership.papers]
    found += [("activity", activity.id) for activity in partnership.engagement]
    found += [("request", request.id) for request in partnership.requests]
    found += [("row", row.ref) for row in partnership.hallmarks]
    for minuted in partnership.business:
        found += [("minute", f"{number} of {minuted.meeting.id}") for number in minuted.item.minute]
    return found
