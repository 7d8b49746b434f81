"""A partnership's own templates and looks, checked before any paper is made with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cdrp_cli.core.errors import UnknownIdError
from cdrp_cli.core.words import both, counted, nearest
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rendering.document import Document
from cdrp_cli.rendering.environment import environment, fill
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.template_check_found import Mistake
from cdrp_cli.rendering.template_check_given import Given, given_to
from cdrp_cli.rendering.template_check_kinds import Names
from cdrp_cli.rendering.template_check_looks import of_reference, of_stylesheet
from cdrp_cli.rendering.template_check_sample import example_papers, given, papers
from cdrp_cli.rendering.template_check_walk import Walk
from cdrp_cli.rendering.template_fault import OWN, TemplateFaultError, own_line
from cdrp_cli.rendering.templates import OWN as LOOKS
from cdrp_cli.rendering.templates import Templates, shipped

_END = ".md.j2"
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini")
Use = tuple[str, Audience]
"""A paper by its template, for one audience."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The files looked at, each with the papers it is used for; the mistakes by file and line; what papers are given.

    `tried` counts the papers that templates were filled in with.
    """

    files: Mapping[str, tuple[str, ...]]
    mistakes: tuple[Mistake, ...]
    given: tuple[Given, ...]
    tried: int


def check(root: Path, names: tuple[str, ...], own: Partnership | None) -> Checked:
    """Checks the files of the folder `templates` under the root, or those named; no paper is written.

    Each template is read with all that it includes, and filled in with papers of the example and, where there are
    records, of `own`. Raises UnknownIdError for a name that no file has.
    """
    files = _chosen(_files(root), names)
    documents = (*example_papers(), *(papers(own) if own is not None else ()))
    uses, mistakes = _read(documents, root)
    tried = tuple(each for each in documents if any((each.template, each.audience) in used for used in uses.values()))
    mistakes += _tried(tried, root, {(each.file, each.line) for each in mistakes})
    mistakes += [each for file in files for each in _looked_at(file, root, uses)]
    found = sorted({each for each in mistakes if each.file in files})
    papers_of = {file: tuple(sorted({paper for paper, _ in uses.get(file, ())})) for file in files}
    asked = sorted({paper for each in found if each.what == "unknown-name" for paper in papers_of[each.file]})
    return Checked(papers_of, tuple(found), tuple(given_to(documents, asked)), len(tried))


def _files(root: Path) -> tuple[str, ...]:
    """The partnership's own files, but for notes and hidden ones; none where the folder is the program's."""
    folder = root / "templates"
    if not folder.is_dir() or folder.resolve() == shipped().resolve():
        return ()
    found = (path.relative_to(root) for path in sorted(folder.rglob("*")) if not path.is_dir())
    return tuple(
        path.as_posix()
        for path in found
        if not path.name.upper().startswith("README")
        and path.name.lower() not in _OF_THE_SYSTEM
        and not any(part.startswith((".", "~")) for part in path.parts)
    )


def _chosen(files: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    if not names:
        return files
    short = {
        file: {file, file.removeprefix(OWN), Path(file).name, Path(file).name.removesuffix(_END)} for file in files
    }
    for name in names:
        if not any(name.replace("\\", "/") in each for each in short.values()):
            known = sorted({each for every in short.values() for each in every if not each.startswith(OWN)})
            raise UnknownIdError("template of your own", name, nearest(name, known))
    return tuple(file for file in files if short[file] & {name.replace("\\", "/") for name in names})


def _read(documents: Iterable[Document], root: Path) -> tuple[dict[str, set[Use]], list[Mistake]]:
    """The papers that each own file is used for, and the mistakes that reading them finds."""
    made, known = environment(Templates(root)), _names(root)
    papers_given = given(documents)
    uses: dict[str, set[Use]] = {}
    found: dict[Mistake, set[Use]] = {}
    for use, names in papers_given.items():
        walk = Walk(made, known, _elsewhere(papers_given, use[0]))
        walk.read(f"{use[0]}{_END}", names)
        for file in walk.through:
            if file.startswith(OWN):
                uses.setdefault(file, set()).add(use)
        for mistake in walk.mistakes:
            found.setdefault(mistake, set()).add(use)
    return uses, [replace(each, only=_only(seen, uses.get(each.file, seen))) for each, seen in found.items()]


def _elsewhere(given_to: Mapping[Use, Names], paper: str) -> dict[str, list[str]]:
    """The names that other papers' templates are given, with those templates."""
    found: dict[str, list[str]] = {}
    for template, names in sorted({other: names for (other, _), names in given_to.items() if other != paper}.items()):
        for name in names:
            found.setdefault(name, []).append(f"{template}{_END}")
    return found


def _only(seen: set[Use], used: set[Use]) -> str:
    """In which papers a mistake shows; empty where it shows in all."""
    if seen == used:
        return ""
    return both([f"{paper} for {audience}" for paper, audience in sorted(seen)])


def _tried(documents: Iterable[Document], root: Path, known: set[tuple[str, int]]) -> list[Mistake]:
    """What goes wrong only when papers are made; lines that are told of already are left out."""
    found: list[Mistake] = []
    for each in documents:
        try:
            text = fill(each.template, each.view, Templates(root))
        except TemplateFaultError as error:
            file, line = (own_line(error.__cause__) if error.__cause__ is not None else None) or (
                error.file,
                error.line,
            )
            if (file, line) not in known:
                found.append(Mistake(file, line, "fails", error.told, f"found while filling in {each.name}"))
                known.add((file, line))
            continue
        main = f"{OWN}{each.template}{_END}"
        titles = sum(line.startswith("# ") for line in _FENCED.sub("", text).splitlines())
        if titles != 1 and (main, 0) not in known:
            message = f"this makes a paper with {counted(titles, 'title') if titles else 'no title'}"
            found.append(Mistake(main, 0, "fails", message, "write one line # {{ title }}; sections begin with ##"))
            known.add((main, 0))
    return found


def _looked_at(file: str, root: Path, uses: Mapping[str, object]) -> Iterator[Mistake]:
    """What is wrong with a file as such: a look that cannot be used, a name that no paper has."""
    name = file.removeprefix(OWN)
    path = Templates(root).find(name)
    inside = path is not None and path.is_relative_to((root / "templates").resolve())
    if name in LOOKS and inside and path is not None:
        yield from of_reference(path, file) if name.endswith(".docx") else of_stylesheet(path, file)
    elif file not in uses:
        yield Mistake(file, 0, "not-used", *_why_unused(root, name, inside=inside))


def _why_unused(root: Path, name: str, *, inside: bool) -> tuple[str, str]:
    if (root / "templates" / name).is_symlink() and not inside:
        return "this is a link that leads out of the folder, and is not followed", "put the file itself here"
    if (shipped() / name).is_file() and not name.endswith(_END):
        return "this cannot be replaced, and yours is not used", f"your own may be {both(LOOKS)} and templates"
    known = [*_names(None), *LOOKS]
    stems = {Path(each).name.partition(".")[0]: each for each in known}
    near = nearest(Path(name).name.partition(".")[0].casefold(), stems, 1)
    told = f"did you mean {OWN}{stems[near[0]]}?" if near else f"papers use {both(known)}"
    return "no paper uses a file of this name", told


def _names(root: Path | None) -> tuple[str, ...]:
    """The names that templates are found under."""
    return tuple(sorted({
        path.relative_to(folder).as_posix() for folder in Templates(root).folders for path in folder.rglob(f"*{_END}")
    }))  # fmt: skip
