"""Papers land where they are meant to, under names that say what they are, never among the records."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.rendering.files import Audience, Copy, file_name, stem, text_of, write
from cdrp_cli.rendering.paper import Cover, Format

DAY = date(2026, 3, 10)
OPEN = Cover("Agenda", DAY)
EXEMPT = Cover("Agenda", DAY, marking="Not for publication", exempt=True)
MADE = {Format.DOCX: b"word", Format.MARKDOWN: b"words"}


def test_both_copies_are_written_and_named(tmp_path: Path) -> None:
    copies = (
        Copy("2026-03-10-board-agenda", Audience.PUBLIC, OPEN, MADE),
        Copy("2026-03-10-board-agenda", Audience.MEMBERS, EXEMPT, MADE),
    )
    assert write(copies, tmp_path) == (
        "build/public/2026-03-10-board-agenda.docx",
        "build/public/2026-03-10-board-agenda.md",
        "build/members/2026-03-10-board-agenda-NOT-FOR-PUBLICATION.docx",
        "build/members/2026-03-10-board-agenda-NOT-FOR-PUBLICATION.md",
    )
    assert (tmp_path / "build" / "public" / "2026-03-10-board-agenda.docx").read_bytes() == b"word"


def test_papers_go_to_the_folder_asked_for(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (path,) = write((Copy("gap", Audience.PUBLIC, OPEN, {Format.PDF: b"x"}),), tmp_path / "root", elsewhere)
    assert path == (elsewhere / "public" / "gap.pdf").as_posix()
    assert (elsewhere / "public" / "gap.pdf").is_file()


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("Tŷ'r Cyngor: gwanwyn/haf 2026", "Ty-r-Cyngor-gwanwyn-haf-2026.md"),
        ("../../data/partners", "data-partners.md"),
        ("a" * 300, "a" * 49 + "-" + "a" * 20 + ".md"),
        ("2026-03-10-" + "b" * 90 + "-agenda", "2026-03-10-" + "b" * 38 + "-" + "b" * 13 + "-agenda.md"),
        ("2026-03-10-" + "b" * 37 + "-" + "c" * 90, "2026-03-10-" + "b" * 37 + "-" + "c" * 20 + ".md"),
        ("🙂", "paper.md"),
    ],
)
def test_names_are_those_a_committee_system_takes(name: str, taken: str) -> None:
    assert file_name(Copy(name, Audience.PUBLIC, OPEN, {}), Format.MARKDOWN) == taken


@pytest.mark.parametrize("form", Format)
def test_the_longest_name_with_its_warning_stays_below_a_hundred(form: Format) -> None:
    for name in ("a" * 300, "a-" * 300, "Tŷ " * 100, "2026-03-10-" + "board-" * 20):
        made = file_name(Copy(name, Audience.MEMBERS, EXEMPT, {}), form)
        assert re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*\.[a-z]+", made)
        assert 20 < len(made) <= 100


def test_agenda_and_pack_of_a_body_with_a_long_name_are_two_files() -> None:
    names = [f"2026-03-10-{'b' * 120}-{what}" for what in ("agenda", "pack", "minutes")]
    assert len({stem(Copy(name, Audience.PUBLIC, OPEN, {})) for name in names}) == 3


def test_a_public_copy_never_holds_exempt_matter() -> None:
    with pytest.raises(ValueError, match="public copy with exempt matter"):
        Copy("x", Audience.PUBLIC, EXEMPT, MADE)


def test_exempt_matter_is_marked() -> None:
    with pytest.raises(ValueError, match="on its face"):
        Cover("Agenda", DAY, exempt=True)


def test_one_text_goes_to_standard_output() -> None:
    assert text_of(Copy("x", Audience.MEMBERS, OPEN, {Format.MARKDOWN: "tŷ".encode()})) == "tŷ"
    for files in (MADE, {Format.PDF: b"x"}, {}):
        with pytest.raises(CdrpError, match="--format markdown or --format html"):
            text_of(Copy("x", Audience.MEMBERS, OPEN, files))


@pytest.mark.parametrize("out", ["data", "data/meetings", "build/../data", "linked"])
def test_nothing_is_written_among_the_records(tmp_path: Path, out: str) -> None:
    (tmp_path / "data" / "meetings").mkdir(parents=True)
    (tmp_path / "linked").symlink_to(tmp_path / "data")
    with pytest.raises(CdrpError, match="lies among the records"):
        write((Copy("gap", Audience.PUBLIC, OPEN, MADE),), tmp_path, tmp_path / out)
    assert [path for path in (tmp_path / "data").rglob("*") if path.is_file()] == []


def test_a_link_in_the_way_leads_nowhere(tmp_path: Path) -> None:
    record = tmp_path / "data" / "partners.yaml"
    public = tmp_path / "build" / "public"
    record.parent.mkdir()
    public.mkdir(parents=True)
    record.write_text("partners: []\n", encoding="utf-8")
    (public / "gap.md").symlink_to(record)
    write((Copy("gap", Audience.PUBLIC, OPEN, MADE),), tmp_path)
    assert record.read_text(encoding="utf-8") == "partners: []\n"
    assert (public / "gap.md").read_bytes() == b"words"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file", encoding="utf-8")
    with pytest.raises(CdrpError, match="cannot be written"):
        write((Copy("gap", Audience.PUBLIC, OPEN, MADE),), tmp_path)
