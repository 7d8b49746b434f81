"""`cdrp explain`: what an id stands for, and what in law stands behind it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cdrp_cli.output.topics import topics
from typed import Cdrp

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "lists-schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without records: the command needs none."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def shown(cdrp: Cdrp, ident: str) -> dict[str, Any]:
    done = cdrp("explain", ident, "--format", "json")
    assert done.code == 0
    found = json.loads(done.out)
    assert [error.message for error in VALIDATOR.iter_errors(found)] == []
    return dict(found)


def test_a_duty_is_told_with_its_family_its_sources_and_what_would_satisfy_it(cdrp: Cdrp) -> None:
    out = cdrp("explain", "sg-two-members").out
    assert out.startswith("sg-two-members: Have at least two members appointed by responsible authorities\n")
    for nation, day in (("England", "2011-06-01"), ("Wales", "2011-12-05")):
        part = out.partition(f"\nIn the law of {nation}\n")[2].partition("\n\n")[0]
        assert part.index("\nsg-each-authority-represented ") < part.index("\nsg-two-members ")
        assert f"  {day}  in force  " in part
    assert "  read at: https://www.legislation.gov.uk/uksi/2011/1230/" in out
    assert "  judged: from the records: " in out
    assert "\nA good record\n" in out
    assert "\nA record that falls short\n" in out
    assert out.endswith("Law read to 5 February 2025; later changes not checked. This is no legal advice.\n")


def test_the_strict_reading_of_the_public_meeting_is_told_beside_the_lenient_one(cdrp: Cdrp) -> None:
    out = cdrp("explain", "public-meeting-senior").out
    assert "satisfied by: Strictly, at every public meeting of the year" in out
    assert "on the lenient reading one such meeting in the year is enough" in out


def test_a_duty_names_its_rows_of_the_checklist_and_what_is_not_verified(cdrp: Cdrp) -> None:
    found = shown(cdrp, "engage-views")
    assert [row["ref"] for row in found["checklist"]] == ["14d", "s09"]
    assert [doubt["id"] for doubt in found["not_verified"]] == ["serious-violence-regulations-2022"]
    assert found["judged"] == "records"
    out = cdrp("explain", "engage-views").out
    assert (
        "  not verified: The Prevention and Reduction of Serious Violence (Strategies etc.) Regulations 2022: " in out
    )
    assert "  confidence: text inferred; dates inferred; holder read in the source\n" in out


def test_a_rule_on_records_is_told_with_why_and_remedy(cdrp: Cdrp) -> None:
    found = shown(cdrp, "seat-vacant")
    assert (found["kind"], found["severity"]) == ("rule", "note")
    assert [example["kind"] for example in found["examples"]] == ["good", "bad"]
    out = cdrp("explain", "seat-vacant").out
    assert "\n  why: " in out
    assert "\n  remedy: " in out
    assert "\n  told: nothing is found\n" in out


def test_a_data_set_is_explained_by_its_duty(cdrp: Cdrp) -> None:
    assert shown(cdrp, "police-crimes") == shown(cdrp, "data-police-crimes")
    out = cdrp("explain", "police-crimes").out
    assert "\n  data set: police-crimes, as data/returns.yaml and holds name it\n" in out
    assert "\n  held by: police force\n" in out


def test_a_row_of_the_checklist_shows_the_duties_behind_it(cdrp: Cdrp) -> None:
    found = shown(cdrp, "11A")
    assert (found["kind"], found["id"]) == ("checklist-row", "11a")
    assert [duty["duty"] for duty in found["duties"]] == ["public-meeting-yearly"]
    assert (
        "public-meeting-yearly  Wales    2007-11-19  in force  SI 2007/3076 reg 10(4)(a)\n"
        in cdrp("explain", "11a").out
    )


def test_a_power_is_never_judged_and_says_why(cdrp: Cdrp) -> None:
    found = shown(cdrp, "sg-may-invite")
    assert (found["kind"], found["judged"], found["examples"]) == ("power", None, [])
    assert "\n  judged: never: a power of the group: it may have others attend, and need not\n" in cdrp(
        "explain", "sg-may-invite"
    ).out  # fmt: skip


def test_a_duty_that_only_a_statement_shows_has_a_statement_as_example(cdrp: Cdrp) -> None:
    found = shown(cdrp, "s17-2007")
    assert found["judged"] == "statement"
    assert "as_at: 2007-08-01" in found["examples"][0]["records"][0]["text"]
    assert "as_at" not in found["examples"][1]["records"][0]["text"]


def test_a_mistake_in_how_a_record_is_written_is_shown(cdrp: Cdrp) -> None:
    assert shown(cdrp, "duplicate-key")["kind"] == "mistake"
    out = cdrp("explain", "duplicate-key").out
    assert out.startswith("duplicate-key: A key that stands twice.\n")
    assert "\n  told: " in out
    assert "\n  help: " in out


def test_markdown_shows_records_as_they_are_written(cdrp: Cdrp) -> None:
    out = cdrp("explain", "public-meeting-yearly", "--format", "markdown").out
    assert out.startswith("# public-meeting-yearly: Hold a public meeting each year\n\n- kind: a duty\n- bound: ")
    assert "\n```yaml\nbody: board\n" in out
    assert "\n| duty | from | to | source | asks | change |\n" in out


def test_an_id_that_nothing_answers_to_is_told_with_the_nearest(cdrp: Cdrp) -> None:
    done = cdrp("explain", "public-meeting-yearl")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(
        "cdrp: there is no rule, duty, data set or checklist row 'public-meeting-yearl';"
        " did you mean public-meeting-yearly"
    )


def test_csv_is_no_format_of_an_explanation(cdrp: Cdrp) -> None:
    done = cdrp("explain", "11a", "--format", "csv")
    assert done.code == 2
    assert done.err.startswith("cdrp: there is no format 'csv'")


@pytest.mark.parametrize("ident", sorted(topics()))
def test_everything_that_has_an_id_can_be_explained(ident: str, cdrp: Cdrp) -> None:
    found = shown(cdrp, ident)
    assert found["title"]
    assert cdrp("explain", ident).out.endswith("This is no legal advice.\n")
