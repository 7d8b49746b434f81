"""The shape of the catalogue's files is closed: what nobody foresaw is refused, not ignored."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from cdrp_cli.law.sources import BrokenCatalogueError, assemble
from cdrp_cli.law.stored import Stored
from cdrp_cli.law.written import DutyFile
from cdrp_cli.law.written_beside import AboutFile, BodiesFile

FILE: dict[str, Any] = {
    "sources": {"england": ["https://example.org/england"]},
    "duties": [
        {
            "id": "hold-a-fair",
            "title": "Hold a fair",
            "kind": "duty",
            "bound": "strategy-group",
            "binds": "partnership",
            "period": "legal-year",
            "requirement": "Hold a fair each year.",
            "evidence": "A fair on record.",
            "test": "At least one fair.",
            "confidence": {"text": "read", "dates": "read", "holder": "read"},
            "england": [
                {"from": "2001-04-01", "citation": "FA 2000 s 1"},
                {"from": "2005-04-01", "citation": "FA 2000 s 2", "until": "2009-04-01", "ended_by": "FA 2008"},
            ],
        }
    ],
}
BODY: dict[str, Any] = {
    "id": "reeve",
    "group": "responsible",
    "label": "Reeve",
    "kinds": ["district-council"],
    "nation": "england",
    "from": "2001-04-01",
    "citation": "FA 2000 s 3",
    "confidence": {"text": "read", "dates": "read", "holder": "read"},
    "sources": ["https://example.org"],
}
ABOUT: dict[str, Any] = {"read_to": "2020-01-01", "instruments": {"FA 2000": "Fairs Act 2000"}, "not_verified": []}


def changed(source: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    written = copy.deepcopy(source)
    change(written)
    return written


def test_the_example_itself_is_accepted_and_made_complete() -> None:
    (duty,) = DutyFile.model_validate(FILE).resolved("fairs")
    first, last = duty.england
    assert (first.from_, first.until) == (date(2001, 4, 1), date(2005, 4, 1))
    assert (last.from_, last.until) == (date(2005, 4, 1), date(2009, 4, 1))
    assert (duty.family, first.ended_by, last.ended_by) == ("fairs", "", "FA 2008")
    assert first.sources == last.sources == ("https://example.org/england",)
    assert first.requirement == last.requirement == "Hold a fair each year."
    assert duty.wales == ()


def test_a_version_says_for_itself_what_differs() -> None:
    def differ(file: dict[str, Any]) -> None:
        file["duties"][0]["note"] = "Every year."
        file["duties"][0]["england"][1] |= {
            "requirement": "Hold a smaller fair.",
            "evidence": "A bill.",
            "test": "One.",
            "note": "Smaller.",
            "sources": ["https://example.org/new"],
            "confidence": {"text": "recalled", "dates": "read", "holder": "read"},
        }

    (duty,) = DutyFile.model_validate(changed(FILE, differ)).resolved("fairs")
    first, last = duty.england
    assert (first.requirement, first.note, first.confidence.text) == ("Hold a fair each year.", "Every year.", "read")
    assert (last.requirement, last.evidence, last.test, last.note) == (
        "Hold a smaller fair.",
        "A bill.",
        "One.",
        "Smaller.",
    )
    assert last.sources == ("https://example.org/new",)
    assert (last.confidence.text, last.confidence.firm, first.confidence.firm) == ("recalled", False, True)


def duty(**fields: object) -> Callable[[dict[str, Any]], object]:
    return lambda file: file["duties"][0].update(fields)


def version(index: int, **fields: object) -> Callable[[dict[str, Any]], object]:
    return lambda file: file["duties"][0]["england"][index].update(
        {key.rstrip("_"): value for key, value in fields.items()}
    )


REFUSED: dict[str, Callable[[dict[str, Any]], object]] = {
    "unknown key in the file": lambda file: file.update(comment="x"),
    "unknown key in a duty": duty(colour="red"),
    "unknown key in a version": version(0, to="2005-03-31"),
    "unknown key in confidence": duty(confidence={"text": "read", "dates": "read", "holder": "read", "all": "read"}),
    "part of confidence missing": duty(confidence={"text": "read", "dates": "read"}),
    "unknown kind": duty(kind="wish"),
    "unknown bound": duty(bound="everybody"),
    "unknown binds": duty(binds="nobody"),
    "unknown period": duty(period="calendar-year"),
    "unknown word of confidence": duty(confidence={"text": "sure", "dates": "read", "holder": "read"}),
    "unknown holder": version(0, holders=["police-and-crime-commissioner"]),
    "unknown subject": version(0, subjects=["fairs"]),
    "an id that is no slug": duty(id="Hold_A_Fair"),
    "an address that is none": version(0, sources=["see the file"]),
    "an empty title": duty(title="  "),
    "versions out of order": lambda file: file["duties"][0]["england"].reverse(),
    "two versions from one day": version(1, from_="2001-04-01"),
    "until on a version that another follows": version(0, until="2005-04-01"),
    "until on or before from": version(1, until="2005-04-01"),
    "ended_by without until": version(0, ended_by="FA 2008"),
    "gap without follows": duty(gap="A pause."),
    "no version at all": duty(england=[]),
    "no requirement anywhere": duty(requirement=None),
    "no confidence anywhere": duty(confidence=None),
    "no source anywhere": lambda file: file.pop("sources"),
    "a day that is a number": version(0, from_=2001),
    "a day that does not exist": version(0, from_="2001-02-30"),
    "a month instead of a day": version(0, from_="2001-04"),
    "a number for a text": duty(title=7),
    "text for a list": duty(checklist="11a"),
}


@pytest.mark.parametrize("change", REFUSED.values(), ids=REFUSED.keys())
def test_a_file_of_duties_is_refused_for(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(ValidationError):
        DutyFile.model_validate(changed(FILE, change))


BODY_REFUSED: dict[str, dict[str, object]] = {
    "unknown key": {"to": "2009-03-31"},
    "unknown kind": {"kinds": ["police-and-crime-commissioner"]},
    "no kind": {"kinds": []},
    "no source": {"sources": []},
    "unknown group": {"group": "friendly"},
    "unknown nation": {"nation": "scotland"},
    "unknown tier": {"tiers": ["three-tier"]},
    "tiers in Wales": {"nation": "wales", "tiers": ["unitary"]},
    "until on or before from": {"until": "2001-04-01"},
}


@pytest.mark.parametrize("fields", BODY_REFUSED.values(), ids=BODY_REFUSED.keys())
def test_a_body_is_refused_for(fields: dict[str, object]) -> None:
    BodiesFile.model_validate({"bodies": [BODY]})
    with pytest.raises(ValidationError):
        BodiesFile.model_validate({"bodies": [BODY | fields]})


def put_together(*duties: dict[str, Any], bodies: int = 1, **about: object) -> Stored:
    file = DutyFile.model_validate(FILE | {"duties": list(duties)})
    rows = BodiesFile.model_validate({"bodies": [BODY] * bodies}).bodies
    return assemble(file.resolved("fairs"), [row.resolved() for row in rows], AboutFile.model_validate(ABOUT | about))


FAIR: dict[str, Any] = FILE["duties"][0]
MARKET: dict[str, Any] = FAIR | {
    "id": "hold-a-market",
    "follows": ["hold-a-fair"],
    "england": [{"from": "2009-04-01", "citation": "FA 2008 s 1"}],
}


def test_files_that_agree_make_a_catalogue() -> None:
    law = put_together(FAIR, MARKET, not_verified=[{"id": "size", "text": "How big.", "duties": ["hold-a-fair"]}])
    assert [duty.id for duty in law.duties] == ["hold-a-fair", "hold-a-market"]
    assert law.not_verified[0].duties == ("hold-a-fair",)
    assert law.instruments["FA 2000"] == "Fairs Act 2000"
    assert law.read_to == date(2020, 1, 1)


LATE: dict[str, Any] = MARKET | {"england": [{"from": "2010-04-01", "citation": "FA 2008 s 1"}]}


def test_a_gap_before_a_successor_must_be_explained_and_may_only_be_explained_where_there_is_one() -> None:
    put_together(FAIR, LATE | {"gap": "Nothing was asked for a year."})
    with pytest.raises(BrokenCatalogueError, match="hold-a-market does not begin the day that hold-a-fair ends"):
        put_together(FAIR, LATE)
    with pytest.raises(BrokenCatalogueError, match="explains a gap where there is none"):
        put_together(FAIR, MARKET | {"gap": "Nothing was asked for a year."})


def test_files_that_contradict_one_another_are_refused() -> None:
    with pytest.raises(BrokenCatalogueError, match="the duty hold-a-fair stands twice"):
        put_together(FAIR, FAIR)
    with pytest.raises(BrokenCatalogueError, match="the body reeve stands twice"):
        put_together(FAIR, bodies=2)
    with pytest.raises(BrokenCatalogueError, match="hold-a-fair is named, but there is no such duty"):
        put_together(MARKET)
    with pytest.raises(BrokenCatalogueError, match="hold-a-ball is named, but there is no such duty"):
        put_together(FAIR, not_verified=[{"id": "size", "text": "How big.", "duties": ["hold-a-ball"]}])
    with pytest.raises(BrokenCatalogueError, match="mayor is named, but there is no such body"):
        put_together(FAIR, not_verified=[{"id": "size", "text": "How big.", "bodies": ["mayor"]}])
