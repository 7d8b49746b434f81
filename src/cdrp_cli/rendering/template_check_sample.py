"""The papers that templates are tried on: of the example that comes with the program, and of one's own records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from cdrp_cli.hallmarks import checklist
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.load import load
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rendering import gap
from cdrp_cli.rendering.document import Document
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.template_check_kinds import Kind, Names, either, kind_of, names_of
from cdrp_cli.rendering.templates import Templates
from cdrp_cli.rendering.views.agenda import agenda
from cdrp_cli.rendering.views.minutes import minutes
from cdrp_cli.rendering.views.pack import pack
from cdrp_cli.rendering.views.report import published, report
from cdrp_cli.rules.checklist.gaps import gaps
from cdrp_cli.rules.checklist.progress import held


@cache
def example() -> Partnership:
    """The invented partnership, which has every kind of record filled in."""
    inside = Path(__file__).parents[1] / "example"
    return load(
        read_folder(inside if inside.is_dir() else Path(__file__).parents[3] / "examples/exampleshire")
    ).partnership


@cache
def example_papers() -> tuple[Document, ...]:
    """Its papers, as few as show all that templates are ever given."""
    return papers(example())


def papers(partnership: Partnership) -> tuple[Document, ...]:
    """Papers of every kind for either audience, as few as show all that the records have to show."""
    seen: set[str] = set()
    kept: list[Document] = []
    for meeting in partnership.meetings:
        new = [each for each in _of_meeting(partnership, meeting) if _news(each, seen)]
        packs = [pack(partnership, meeting, audience, Templates()) for audience in Audience] if new else []
        kept += [*new, *(each for each in packs if _news(each, seen))]
    others = (*_reports(partnership), *_gap(partnership))
    return (*kept, *(each for each in others if _news(each, seen)))


def given(documents: Iterable[Document]) -> dict[tuple[str, Audience], Names]:
    """The names that each template is given for each audience, with their kinds.

    Where the public copy never has what the members' has, the kind is that of the members'.
    """
    every = tuple(documents)
    found: dict[tuple[str, Audience], dict[str, Kind]] = {}
    for document in every:
        names = found.setdefault((document.template, document.audience), {})
        for name, value in document.view.items():
            names[name] = either([names.get(name), kind_of(value)])
    return {
        key: {name: either(each[name] for (template, _), each in found.items() if template == key[0] and name in each)
              for name in names}
        for key, names in found.items()
    }  # fmt: skip


def always_empty(documents: Iterable[Document], template: str) -> frozenset[str]:
    """The names that hold something in some members' copy and nothing in any public one."""
    filled: dict[Audience, set[str]] = {}
    for document in documents:
        if document.template == template:
            here = filled.setdefault(document.audience, set())
            here |= {name for name, value in document.view.items() if value}
    return frozenset(filled[Audience.MEMBERS] - filled[Audience.PUBLIC]) if len(filled) > 1 else frozenset()


def _news(document: Document, seen: set[str]) -> bool:
    """Whether the document has anything to show that those before it had not; from now on they have."""
    found = set(_shown(document.view, f"{document.template} {document.audience}"))
    new = not found <= seen
    seen |= found
    return new


def _shown(value: object, path: str) -> Iterator[str]:
    """The paths of all that is filled in."""
    if value or isinstance(value, bool):
        yield f"{path}={value}" if isinstance(value, bool) else path
    inside = {name: getattr(value, name) for name in names_of(type(value))}
    for name, each in (value if isinstance(value, Mapping) else inside).items():
        yield from _shown(each, f"{path}.{name}")
    for each in value if isinstance(value, tuple | list) else ():
        yield from _shown(each, f"{path}[]")


def _of_meeting(partnership: Partnership, meeting: Meeting) -> Iterator[Document]:
    for audience in Audience:
        yield agenda(partnership, meeting, audience)
        if meeting.took_place:
            yield minutes(partnership, meeting, audience)


def _reports(partnership: Partnership) -> Iterator[Document]:
    for paper in partnership.papers:
        yield report(partnership, paper, Audience.MEMBERS)
        if published(partnership, paper):
            yield report(partnership, paper, Audience.PUBLIC)


def _gap(partnership: Partnership) -> Iterator[Document]:
    profile, days = partnership.profile, [each.date for each in partnership.meetings]
    if profile is None or not days:
        return
    day = max(days)
    every = gaps(partnership, catalogue().on(profile.nation, day), checklist(), (), day)
    told = gap.Told(profile.name_on(day), day, (f"Up to {day.isoformat()}.",))
    for audience in Audience:
        shown = gap.view(every, held(every.answers, checklist().expected_total), "section", told, audience)
        yield Document("gap-report", "gap-report", audience, gap.cover_of(every, told, audience), shown)
