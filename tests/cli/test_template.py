"""`cdrp template check`: templates of one's own, as an officer sees their mistakes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from typed import Cdrp, Typed, write

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "lists-schema.json").read_text(encoding="utf-8"))
AGENDA = "# {{ titel }}\n\n{% for line in open %}\n{{ line.numbr }}\n{% endfor %}\n"
SHOWN = """\
templates/agenda.md.j2
  line 1: there is no name titel here
  help: did you mean title?
  line 4: line has no numbr
  help: did you mean number? It has number, title, purpose, time, marking, notes, closed.

templates/minuts.md.j2
  file: no paper uses a file of this name
  help: did you mean templates/minutes.md.j2?

What agenda.md.j2 is given
  printed whole: title, public, """


@pytest.fixture
def own(root: Path) -> Path:
    """A partnership with two templates of its own, one misnamed, both mistaken."""
    write(root, "templates/agenda.md.j2", AGENDA)
    write(root, "templates/minuts.md.j2", "# {{ title }}\n")
    return root


@pytest.mark.usefixtures("own")
def test_each_mistake_is_told_with_its_line_and_what_the_paper_is_given(cdrp: Cdrp) -> None:
    done = cdrp("template", "check")
    assert (done.code, done.err) == (1, "")
    assert done.out.startswith(SHOWN)
    assert "\n  each of open: number, title, purpose, time, marking, notes, closed\n" in done.out
    assert "\n  in the example filled in for members only: " in done.out
    before, _, last = done.out.rpartition("\n\n")
    assert before.endswith(
        "\n\nTemplates of your own\n"
        "  templates/agenda.md.j2: used for agenda\n"
        "  templates/minuts.md.j2: used for nothing"
    )
    assert last.startswith("2 files looked at; ")
    assert last.endswith(" papers filled in to try them: 3 mistakes.\n")


@pytest.mark.usefixtures("own")
def test_json_keeps_its_schema(cdrp: Cdrp) -> None:
    done = cdrp("template", "check", "--format", "json")
    data = json.loads(done.out)
    Draft202012Validator(SCHEMA).validate(data)
    assert (done.code, data["format"]) == (1, "cdrp-template-check/1")
    assert data["mistakes"][0] == {
        "file": "templates/agenda.md.j2",
        "line": 1,
        "what": "unknown-name",
        "message": "there is no name titel here",
        "help": "did you mean title?",
        "only": "",
    }
    (given,) = data["given"]
    assert given["paper"] == "agenda"
    assert {"name": "title", "holds": "whole", "inside": "", "members": False} in given["names"]


@pytest.mark.usefixtures("own")
def test_one_template_is_asked_for_by_its_name(cdrp: Cdrp) -> None:
    done = cdrp("template", "check", "minuts")
    assert done.code == 1
    assert "agenda" not in done.out
    assert cdrp("template", "check", "minuts.md.j2", "agenda").out.count("\n  help: ") == 3


@pytest.mark.usefixtures("own")
def test_mistakes_in_the_command_are_told(cdrp: Cdrp) -> None:
    done = cdrp("template", "check", "agendas")
    assert (done.code, done.out) == (2, "")
    assert done.err == "cdrp: there is no template of your own 'agendas'; did you mean agenda or agenda.md.j2?\n"
    assert cdrp("template", "check", "--format", "csv").err == (
        "cdrp: there is no format 'csv'; did you mean text or json?\n"
    )


def test_without_templates_of_ones_own_there_is_nothing_to_check(root: Path, cdrp: Cdrp) -> None:
    told = (
        "There are no templates of your own in the folder templates: papers are made with those that come with cdrp.\n"
    )
    assert cdrp("template", "check") == Typed(0, told, "")
    write(root, "templates/README.md", "Ours.\n")
    assert cdrp("template", "check").out == told


def test_a_template_without_mistakes_is_told_what_it_is_used_for(root: Path, cdrp: Cdrp) -> None:
    write(root, "templates/sitting.md.j2", "{{ head.day | weekday }} {{ head.day }}\n")
    done = cdrp("template", "check")
    assert done.code == 0
    assert done.out.startswith(
        "Templates of your own\n  templates/sitting.md.j2: used for agenda and minutes\n\n1 file looked at; "
    )
    assert done.out.endswith(" papers filled in to try them: no mistakes.\n")


def test_records_of_ones_own_are_tried_too(root: Path, cdrp: Cdrp) -> None:
    """A template that only fails for what the example never has."""
    write(root, "data/bodies.yaml", "bodies: [{id: board, name: The Board, functions: [strategy-group]}]\n")
    write(root, "data/meetings/2031-05-13-board.yaml", "body: board\ndate: 2031-05-13\nstatus: planned\n")
    write(root, "templates/agenda.md.j2", "# {{ title }}\n{% if head.day.year > 2030 %}{{ 1 // 0 }}{% endif %}\n")
    done = cdrp("template", "check")
    assert done.code == 1
    assert "  line 2: this does not work on the value it is given\n" in done.out
    assert "  help: found while filling in 2031-05-13-board-agenda.\n" in done.out


def test_records_that_cannot_be_read_are_no_hindrance(root: Path, cdrp: Cdrp) -> None:
    write(root, "data/bodies.yaml", "bodies: [\n")
    write(root, "templates/minutes.md.j2", "# {{ title }}\n")
    assert cdrp("template", "check").code == 0


def test_nothing_is_written(own: Path, cdrp: Cdrp) -> None:
    before = sorted(own.rglob("*"))
    cdrp("template", "check")
    assert sorted(own.rglob("*")) == before
