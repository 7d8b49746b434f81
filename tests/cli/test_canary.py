"""No byte of what goes to the public holds a word that is for members, private or exempt; a leak would be found."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from cdrp_cli.__main__ import main
from cdrp_cli.output.formats import FORMATS
from cdrp_cli.records.items import Item
from cdrp_cli.records.load import load
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rendering.views import agenda_items, minutes
from cdrp_cli.rendering.views.business import for_members
from rendering.sown import NEVER_SOWN, Sown, sow, text_fields
from typed import Typed, write

MEETINGS = ("2024-12-10-board", "2025-09-16-board", "2026-01-15-scrutiny", "2026-03-10-board")
"""Of bodies that publish; the first two have a closed item."""
PLANNED = "2026-06-09-board"
EVERY = ("--format", "markdown", "--format", "html", "--format", "docx", "--format", "pdf")
DAY = ("--as-of", "2026-03-31")
LISTS = (
    *(("actions", *DAY, "--format", form) for form in ("text", "json", "csv", "markdown")),
    ("actions", *DAY, "--by", "partner", "--format", "markdown"),
    *(("calendar", *DAY, "--format", form) for form in ("text", "json", "csv", "markdown")),
    ("calendar", "--as-of", "2026-03-31", "--load"),
    *(("duties", *DAY, "--format", form) for form in ("text", "json", "csv", "markdown")),
    *(("status", *DAY, "--format", form) for form in ("text", "json")),
    *(("gap", *DAY, "--format", form) for form in ("text", "json", "csv")),
    *(("check", *DAY, "--format", form) for form in FORMATS),
    ("agenda", PLANNED, "--call", "--by", "partner", "--today", "2026-05-12"),
    ("agenda", PLANNED, "--suggested"),
)
"""What the officer reads and sends on: members' matter, nothing exempt, nothing private."""


@dataclass(frozen=True)
class Field:
    """The sown records and where they lie."""

    root: Path
    sown: Sown

    def typed(self, *arguments: str) -> Typed:
        """What `cdrp` does with them, in this process."""
        before, sys.argv = sys.argv, ["cdrp", "-C", str(self.root), *arguments]
        streams, (sys.stdout, sys.stderr) = (sys.stdout, sys.stderr), (StringIO(), StringIO())
        try:
            with pytest.raises(SystemExit) as left:
                main()
            return Typed(int(left.value.code or 0), sys.stdout.getvalue(), sys.stderr.getvalue())
        finally:
            sys.argv = before
            sys.stdout, sys.stderr = streams

    def files(self, folder: str) -> dict[str, bytes]:
        """What lies in a folder, by the end of its path."""
        found = (path for path in sorted((self.root / folder).rglob("*")) if path.is_file())
        return {path.name: path.read_bytes() for path in found}

    def leaks(self, made: Mapping[str, bytes]) -> dict[str, list[str]]:
        """The words that are in each file and may not be, with the field of each; titles of open items are meant."""
        every = {name: self.sown.found(data) for name, data in made.items()}
        hidden = {
            name: [field for word, field in words.items() if word not in self.sown.titles]
            for name, words in every.items()
        }
        return {name: fields for name, fields in hidden.items() if fields}


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Field:
    root = tmp_path_factory.mktemp("sown")
    sown = sow(root)
    write(root, f"data/meetings/{PLANNED}.yaml", f"body: board\ndate: {PLANNED[:10]}\nstatus: planned\n")
    return Field(root, sown)


@pytest.fixture(scope="module")
def public(field: Field) -> dict[str, bytes]:
    """Every paper for the public of those meetings, the gap report with its workbook, and the calendar file."""
    out = ("--audience", "public", "--out", str(field.root / "made"))
    for meeting in MEETINGS:
        for command in ("agenda", "minutes"):
            assert field.typed(command, meeting, *EVERY, *out).code == 0
    assert field.typed("gap", *DAY, *EVERY, "--format", "xlsx", *out).code == 0
    assert field.typed("calendar", "--year", "2025", *DAY, "--ics", str(field.root / "made" / "plan.ics")).code == 0
    return field.files("made")


def test_every_text_that_is_not_for_the_public_bears_a_word(field: Field) -> None:
    assert load(read_folder(field.root)).unread == ()
    assert text_fields() - set(field.sown.fields.values()) == set(NEVER_SOWN)
    assert len(field.sown.fields) > 1500
    assert len(field.sown.exempt) > 15


def test_no_file_for_the_public_holds_any_of_them(field: Field, public: Mapping[str, bytes]) -> None:
    assert len(public) == len(MEETINGS) * 3 * 4 + 5 + 1
    assert field.leaks(public) == {}


def test_the_search_reads_every_kind_of_file_but_the_signs_of_a_pdf(field: Field, public: Mapping[str, bytes]) -> None:
    """Titles of open items are in them all: `tests/papers` reads the PDFs, whose signs have numbers of their own."""
    seen = {name for name, data in public.items() if set(field.sown.found(data)) & field.sown.titles}
    kinds = {name.rpartition("-")[2] for name in seen}
    assert {"agenda.md", "agenda.html", "agenda.docx", "pack.md", "pack.docx", "minutes.md", "minutes.html"} <= kinds


def test_a_report_that_is_not_published_has_no_public_copy(field: Field) -> None:
    done = field.typed("paper", "2026-03-10-home-takeover", "--audience", "public", "--stdout")
    assert (done.code, done.out) == (2, "")
    assert field.sown.found(done.err.encode()) == {}


@pytest.mark.parametrize("arguments", LISTS, ids=" ".join)
def test_no_list_and_no_message_holds_what_is_exempt_or_private(field: Field, arguments: tuple[str, ...]) -> None:
    done = field.typed(*arguments)
    assert done.code in (0, 1)
    found = field.sown.found(f"{done.out}{done.err}".encode())
    assert {word: said for word, said in found.items() if word in field.sown.exempt | field.sown.private} == {}


def test_lists_do_hold_what_is_for_members(field: Field) -> None:
    assert field.sown.found(field.typed("actions", *DAY).out.encode()) != {}


def test_what_is_private_is_in_no_paper_at_all(field: Field) -> None:
    out = ("--audience", "members", "--out", str(field.root / "members-made"))
    for meeting in MEETINGS[:2]:
        assert field.typed("minutes", meeting, *out).code == field.typed("agenda", meeting, *out).code == 0
    made = field.files("members-made")
    found = {word for data in made.values() for word in field.sown.found(data)}
    assert found & field.sown.exempt != set()
    assert found & field.sown.private == set()


# Leaks, planted to see that they are found


PRINTING_ALL = """\
# {{ title }}

{{ head }} {{ not_seen }} {{ attendance }} {{ declarations }} {{ tasks }} {{ corrections }}

{% for item in items %}
{{ item }} {{ item.text }} {{ item.arising }} {{ item.updates }} {{ item.actions }} {{ item.decisions }}

{% endfor %}
"""


@pytest.fixture
def leaking_template(field: Field) -> Iterator[None]:
    """An officer's template that prints everything it is given."""
    path = field.root / "templates" / "minutes.md.j2"
    path.parent.mkdir(exist_ok=True)
    path.write_text(PRINTING_ALL, encoding="utf-8")
    yield
    path.unlink()


def _minutes(field: Field, audience: str) -> dict[str, bytes]:
    """The minutes of a meeting with a closed item, as Markdown and in Word."""
    out = f"leaking-{audience}"
    forms = ("--format", "markdown", "--format", "docx", "--out", str(field.root / out))
    assert field.typed("minutes", MEETINGS[1], "--audience", audience, *forms).code == 0
    return field.files(out)


def _leaked(partnership: Partnership, meeting: Meeting, item: Item) -> Any:
    """What members see, for the public too."""
    return for_members(partnership, meeting, item)


@pytest.mark.usefixtures("leaking_template")
def test_a_template_that_prints_all_it_is_given_leaks_to_members_only(field: Field) -> None:
    assert field.leaks(_minutes(field, "public")) == {}
    told = field.leaks(_minutes(field, "members"))
    assert len(told) == 2
    for fields in told.values():
        assert {"Item.title of", "Item.text of", "Action.text of"} <= {
            f"{each.partition(' of ')[0]} of" for each in fields
        }


def test_a_view_that_leaks_is_found_in_every_file(field: Field, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minutes, "for_public", _leaked)
    told = field.leaks(_minutes(field, "public"))
    assert len(told) == 2
    assert all(any(each.startswith("Item.text of data/meetings/2025-09-16-board.yaml") for each in fields)
               for fields in told.values())  # fmt: skip


@pytest.mark.usefixtures("leaking_template")
def test_a_view_that_leaks_what_no_template_of_ours_prints_is_found_by_one_that_prints_all(
    field: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leaking(meeting: Meeting, names: object) -> tuple[object, ...]:
        return tuple(each.reason for each in meeting.declarations)

    monkeypatch.setattr(minutes, "interests", leaking)
    monkeypatch.setattr(minutes, "_public", minutes._members)
    told = field.leaks(_minutes(field, "public"))
    assert any(each.startswith("Declaration.reason") for fields in told.values() for each in fields)


def test_an_agenda_that_leaks_is_found(field: Field, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda_items, "_for_public", agenda_items._for_members)
    out = ("--audience", "public", "--out", str(field.root / "leaking-agenda"))
    assert field.typed("agenda", MEETINGS[1], *out).code == 0
    told = field.leaks(field.files("leaking-agenda"))
    assert set(told) == {"2025-09-16-board-agenda.md", "2025-09-16-board-pack.md"}
    assert "Item.title of data/meetings/2025-09-16-board.yaml" in told["2025-09-16-board-agenda.md"]
