"""What the shipped catalogue holds, row by row and word by word."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import FrozenInstanceError
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

import cdrp_cli
from cdrp_cli.core.errors import UnknownIdError
from cdrp_cli.law import sources as module
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.law.model import Confidence, Version
from cdrp_cli.law.sources import FAMILIES, BrokenCatalogueError, from_sources
from cdrp_cli.law.stored import as_json, from_json
from cdrp_cli.law.words import Nation
from cdrp_cli.law.written import DutyFile
from cdrp_cli.yamltext import Document, Problem

THE_101 = """
    strategy-triennial-1998 strategy-yearly-report-2002 strategy-crime-disorder strategy-substance-misuse
    strategy-keep-under-review strategy-reoffending strategy-serious-violence
    regard-police-crime-objectives report-to-home-secretary report-to-local-policing-body
    co-operation-of-listed-bodies invite-participation-1998 invite-participation sg-exists
    sg-each-authority-represented sg-senior-representative sg-elected-member sg-chair-arrangements
    sg-meets-as-appropriate sg-may-invite sg-skills-review sg-value-for-money sg-probation-joint-appointee
    sg-two-members isp-protocol isp-comply isp-liaison data-quarterly data-police-incidents
    data-police-crimes data-fire-fires data-fire-hoax-calls data-la-road-collisions
    data-la-school-exclusions data-la-racial-incidents data-la-asb data-health-admissions
    data-health-domestic-abuse data-health-mental-drug-counts data-health-ambulance info-power-s115
    sa-annual sa-inputs sa-inputs-scrutiny sa-content-levels sa-content-changes sa-content-reasons
    sa-content-priorities sa-content-public-priorities sa-content-plan-progress sa-content-county-matters
    csg-exists csg-membership-2007 csg-chair-arrangements csg-meets csg-two-members csa-annual csa-content
    csa-copy-to-lpb plan-exists plan-revised-yearly plan-considers-assessment plan-strategy-three-year
    plan-strategy plan-priorities plan-steps plan-resources plan-measures plan-engagement-steps
    plan-public-help plan-summary-published guidance-regard engage-views engage-representative
    engage-regard-other public-meeting-yearly public-meeting-senior public-meeting-publicise
    plan-copy-to-lpb pcc-meeting-attendance s17-1998 s17-2007 s17-reoffending s17-serious-violence
    scrutiny-committee scrutiny-meets-yearly scrutiny-information scrutiny-attendance scrutiny-response
    scrutiny-copies scrutiny-councillor-referral scrutiny-cooption-2009 scrutiny-cooption-2010
    sv-collaborate sv-strategy sv-publish-review domestic-homicide-review asb-case-review
    asb-case-review-yearly-figures combined-area-order-2002 combination-agreement
"""

OTHERS = """
    s17-1998 s17-2007 s17-reoffending s17-serious-violence
    scrutiny-committee scrutiny-meets-yearly scrutiny-copies scrutiny-councillor-referral scrutiny-cooption-2009
    scrutiny-cooption-2010
    sv-collaborate sv-strategy sv-publish-review
    domestic-homicide-review asb-case-review asb-case-review-yearly-figures
    csg-exists csg-membership-2007 csg-chair-arrangements csg-meets csg-two-members csa-annual csa-content
    csa-copy-to-lpb
"""

CHECKLIST = {
    "1a": "sg-each-authority-represented sg-two-members",
    "2a": """sg-exists sa-annual plan-exists plan-revised-yearly plan-considers-assessment strategy-crime-disorder""",
    "2b": "sg-each-authority-represented",
    "2c": "sg-senior-representative",
    "2d": "sg-elected-member",
    "2e": "sg-meets-as-appropriate sg-may-invite",
    "2f": "sg-chair-arrangements",
    "2g": "sg-skills-review",
    "7a": "isp-protocol info-power-s115",
    "7b": "isp-comply",
    "7c": "isp-liaison",
    "11a": "public-meeting-yearly",
    "11b": "public-meeting-senior",
    "11c": "public-meeting-publicise",
    "14a": """data-quarterly data-police-incidents data-police-crimes data-fire-fires data-fire-hoax-calls
        data-la-road-collisions data-la-school-exclusions data-la-racial-incidents data-la-asb
        data-health-admissions data-health-domestic-abuse data-health-mental-drug-counts data-health-ambulance""",
    "14b": "sa-inputs sa-inputs-scrutiny sa-content-plan-progress",
    "14c": "engage-regard-other",
    "14d": "engage-views sa-content-public-priorities",
    "14e": "engage-representative",
}

PERIODS = {
    "legal-year": """sg-meets-as-appropriate sg-skills-review sa-annual sa-inputs sa-inputs-scrutiny sa-content-levels
        sa-content-changes sa-content-reasons sa-content-priorities sa-content-public-priorities
        sa-content-plan-progress sa-content-county-matters csg-meets csa-annual csa-content
        public-meeting-yearly public-meeting-senior public-meeting-publicise""",
    "before-1-april": "plan-revised-yearly plan-considers-assessment",
    "quarter": CHECKLIST["14a"],
    "rolling-twelve-months": "scrutiny-meets-yearly asb-case-review-yearly-figures",
    "one-month-after-year": "strategy-yearly-report-2002",
    "three-years": "strategy-triennial-1998",
    "28-days": "scrutiny-response",
    "date-requested": "scrutiny-information",
}

NATIONS: tuple[Nation, ...] = ("england", "wales")


def version(duty: str, nation: Nation, day: str) -> Version:
    found = catalogue().on(nation, date.fromisoformat(day)).version(duty)
    assert found is not None
    return found


def test_every_duty_of_the_list_is_there_and_no_other() -> None:
    assert len(THE_101.split()) == 101
    assert sorted(catalogue().duties) == sorted(THE_101.split())
    assert all(ident == duty.id for ident, duty in catalogue().duties.items())


def test_every_file_of_duties_is_listed() -> None:
    shipped = {Path(str(path)).name for path in files("cdrp_cli.law").joinpath("duties").iterdir()}
    assert shipped == {f"{family}.yaml" for family in FAMILIES}
    assert {duty.family for duty in catalogue().duties.values()} == set(FAMILIES)


def test_powers_and_structures_are_told_from_duties() -> None:
    kinds = {duty.id: duty.kind for duty in catalogue().duties.values() if duty.kind != "duty"}
    assert kinds == {
        "sg-may-invite": "power",
        "info-power-s115": "power",
        "combined-area-order-2002": "structure",
        "combination-agreement": "structure",
    }


def test_duties_that_bind_others_stand_apart() -> None:
    assert sorted(duty.id for duty in catalogue().duties.values() if duty.binds == "others") == sorted(OTHERS.split())


def test_each_checklist_row_stands_on_these_duties() -> None:
    held: dict[str, set[str]] = {}
    for duty in catalogue().duties.values():
        for ref in duty.checklist:
            held.setdefault(ref, set()).add(duty.id)
    assert held == {ref: set(duties.split()) for ref, duties in CHECKLIST.items()}


def test_time_is_counted_as_the_text_counts_it() -> None:
    expected = dict.fromkeys(THE_101.split(), "none")
    for period, duties in PERIODS.items():
        expected |= dict.fromkeys(duties.split(), period)
    assert {duty.id: duty.period for duty in catalogue().duties.values()} == expected


def test_every_version_is_complete_in_itself() -> None:
    for duty in catalogue().duties.values():
        for found in (*duty.england, *duty.wales):
            assert all((found.requirement, found.evidence, found.test, found.citation, found.sources))
            assert found.changed_by != found.citation


def test_every_citation_names_an_instrument_that_is_spelt_out() -> None:
    names = tuple(f"{name} " for name in catalogue().instruments)
    for duty in catalogue().duties.values():
        for found in (*duty.england, *duty.wales):
            assert all(part.startswith((*names, "Sch ")) for part in found.citation.split("; "))
    assert all(body.citation.startswith("CDA 1998 s 5(") for body in catalogue().bodies)


def test_texts_are_written_for_people() -> None:
    numeric_date = re.compile(r"\d\.\d{1,2}\.\d{4}")
    sign = re.compile(r"[<>=_]|\bs\.\d|\breg\.")
    for duty in catalogue().duties.values():
        for found in (*duty.england, *duty.wales):
            for text in (duty.title, found.requirement, found.evidence, found.test, found.note, found.citation):
                assert not numeric_date.search(text), (duty.id, text)
                assert not sign.search(text), (duty.id, text)


FIRM = Confidence("read", "read", "read")
CONFIDENCE: list[tuple[str, Nation, str, Confidence]] = [
    ("public-meeting-yearly", "england", "2026-11-21", FIRM),
    ("strategy-reoffending", "wales", "2010-04-01", Confidence("read", "annotation", "read")),
    ("engage-views", "wales", "2023-01-30", FIRM),
    ("engage-views", "wales", "2023-01-31", Confidence("inferred", "inferred", "read")),
    ("data-health-ambulance", "england", "2013-03-31", Confidence("read", "annotation", "read")),
    ("data-health-ambulance", "england", "2013-04-01", Confidence("read", "annotation", "inferred")),
    ("data-health-ambulance", "wales", "2013-04-01", Confidence("read", "annotation", "read")),
    ("report-to-home-secretary", "england", "2010-01-01", Confidence("inferred", "annotation", "read")),
    ("strategy-triennial-1998", "wales", "2005-01-01", Confidence("read", "recalled", "read")),
    ("strategy-yearly-report-2002", "england", "2005-01-01", Confidence("read", "inferred", "read")),
    ("combined-area-order-2002", "england", "2005-01-01", Confidence("read", "inferred", "read")),
    ("info-power-s115", "england", "2010-01-01", Confidence("secondary", "annotation", "read")),
    ("sv-collaborate", "england", "2023-01-31", Confidence("read", "secondary", "read")),
    ("sv-publish-review", "wales", "2023-01-31", Confidence("recalled", "secondary", "read")),
    ("domestic-homicide-review", "england", "2011-04-13", Confidence("read", "secondary", "secondary")),
    ("asb-case-review", "england", "2014-10-20", FIRM),
    ("asb-case-review-yearly-figures", "wales", "2014-10-20", Confidence("secondary", "secondary", "secondary")),
]


@pytest.mark.parametrize(("duty", "nation", "day", "confidence"), CONFIDENCE)
def test_confidence_is_told_for_text_dates_and_holder_of_the_day(
    duty: str, nation: Nation, day: str, confidence: Confidence
) -> None:
    assert version(duty, nation, day).confidence == confidence


def test_only_what_was_read_or_annotated_is_firm() -> None:
    assert FIRM.firm
    assert Confidence("read", "annotation", "read").firm
    assert Confidence("read", "annotation", "read").weakest == "annotation"
    assert not Confidence("read", "annotation", "secondary").firm
    assert Confidence("secondary", "inferred", "recalled").weakest == "inferred"


def test_what_is_not_firm_on_the_last_day_read() -> None:
    england = catalogue().on("england", catalogue().read_to)
    soft = {duty.id for duty, found in england.in_force() if not found.confidence.firm}
    assert soft == {
        *("sa-inputs", "sa-content-levels", "sa-content-priorities", "sa-content-public-priorities"),
        *("csa-content", "plan-strategy", "plan-public-help", "engage-views"),
        *("data-health-admissions", "data-health-domestic-abuse"),
        *("data-health-mental-drug-counts", "data-health-ambulance"),
        *("info-power-s115", "sv-collaborate", "sv-strategy", "sv-publish-review"),
        *("domestic-homicide-review", "asb-case-review-yearly-figures"),
    }


def test_health_data_have_an_uncertain_holder_in_england_since_primary_care_trusts_ended() -> None:
    assert "primary care trust" in version("data-health-admissions", "england", "2013-03-31").note
    assert version("data-health-admissions", "england", "2013-04-01").note.startswith("Holder uncertain")
    assert "Local Health Board" in version("data-health-admissions", "wales", "2013-04-01").note


HOLDERS: list[tuple[str, Nation, str, str]] = [
    ("data-police-crimes", "england", "2010-09-30", "police-force"),
    ("data-fire-hoax-calls", "wales", "2010-09-30", "fire-and-rescue-authority"),
    ("data-health-admissions", "england", "2013-03-31", "primary-care-trust"),
    ("data-health-admissions", "england", "2013-04-01", ""),
    ("data-health-mental-drug-counts", "england", "2026-11-21", ""),
    ("data-health-domestic-abuse", "wales", "2013-04-01", "local-health-board"),
    ("data-quarterly", "england", "2010-09-30", ""),
    ("public-meeting-yearly", "england", "2010-09-30", ""),
]


@pytest.mark.parametrize(("duty", "nation", "day", "holders"), HOLDERS)
def test_a_data_set_names_who_holds_it_on_the_day(duty: str, nation: Nation, day: str, holders: str) -> None:
    assert " ".join(version(duty, nation, day).holders) == holders


def test_a_councils_data_may_be_held_by_either_council_of_a_two_tier_area() -> None:
    for duty in ("data-la-road-collisions", "data-la-school-exclusions", "data-la-racial-incidents", "data-la-asb"):
        assert {"district-council", "county-council"} <= set(version(duty, "england", "2010-09-30").holders)


def test_the_county_group_gains_a_seat_for_probation_in_2010() -> None:
    assert "probation" not in version("csg-membership-2007", "england", "2010-03-31").requirement
    assert "probation" in version("csg-membership-2007", "england", "2010-04-01").requirement


def test_the_law_was_read_to_the_fifth_of_february_2025() -> None:
    assert catalogue().read_to == date(2025, 2, 5)


def test_what_is_not_verified_is_told_with_what_it_touches() -> None:
    doubts = {doubt.id: doubt for doubt in catalogue().not_verified}
    assert len(doubts) == 11
    assert doubts["health-data-holder"].duties == (
        "data-health-admissions",
        "data-health-domestic-abuse",
        "data-health-mental-drug-counts",
        "data-health-ambulance",
    )
    assert "police-authority-london" in doubts["police-authority-savings"].bodies
    whole = [doubt.id for doubt in doubts.values() if not doubt.duties and not doubt.bodies]
    assert whole == ["case-law-and-live-site"]


def test_an_unknown_duty_is_refused_with_the_nearest_ids() -> None:
    law = catalogue()
    for ask in (law.duty, law.on("england", date(2010, 1, 1)).version):
        with pytest.raises(UnknownIdError) as refused:
            ask("public-meeting-year")
        assert refused.value.nearest[0] == "public-meeting-yearly"
        assert "did you mean public-meeting-yearly" in str(refused.value)


def test_the_catalogue_is_read_once_and_cannot_be_changed() -> None:
    law = catalogue()
    assert law is catalogue()
    assert not hasattr(law.duties, "__setitem__")
    assert isinstance(law.duties, Mapping)
    with pytest.raises(FrozenInstanceError):
        law.duty("sa-annual").title = "Prepare nothing"  # type: ignore[misc]  # the point of the test


def test_what_is_stored_is_what_the_files_say_and_loses_nothing_on_the_way() -> None:
    written = from_sources()
    assert from_json(as_json(written).encode()) == written
    law = catalogue()
    assert tuple(law.duties.values()) == written.duties
    assert law.bodies == written.bodies
    assert law.read_to == written.read_to
    assert law.instruments == written.instruments
    assert law.not_verified == written.not_verified


def test_a_damaged_source_is_an_error_that_names_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BrokenCatalogueError, match=r"about\.yaml"):
        module._load("about.yaml", DutyFile)
    broken = Document("about.yaml", "", problems=(Problem("empty-file", "the file is empty", "", (1, 1), fatal=True),))
    monkeypatch.setattr(module, "read", lambda _name, _data: broken)
    with pytest.raises(BrokenCatalogueError, match=r"about\.yaml: the file is empty"):
        module._load("about.yaml", DutyFile)


def test_rules_can_name_the_law_without_loading_heavy_libraries() -> None:
    source = str(Path(cdrp_cli.__file__).parents[1])
    heavy = {"pydantic", "ruamel", "ruamel.yaml", "_ruamel_yaml"}
    code = (
        f"import sys; sys.path.insert(0, {source!r}); import cdrp_cli.law.model; print(*({heavy!r} & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert told.stdout.split() == []
