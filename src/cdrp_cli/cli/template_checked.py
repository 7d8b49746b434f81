"""What `cdrp template check` shows, put together: the folder checked, and the sheet made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from cdrp_cli import __version__
from cdrp_cli.cli.exit_codes import CLEAN, FINDINGS
from cdrp_cli.core.words import both, counted
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.records.load import load
from cdrp_cli.records.tree import read_folder
from cdrp_cli.rendering.template_check import Checked, check
from cdrp_cli.rendering.template_check_found import Mistake

_NONE = "There are no templates of your own in the folder templates: papers are made with those that come with cdrp."


@dataclass(frozen=True, slots=True)
class Made:
    """The files looked at and what was found."""

    checked: Checked

    @property
    def code(self) -> int:
        """1 where there is any mistake."""
        return FINDINGS if self.checked.mistakes else CLEAN

    def sheet(self) -> Sheet:
        """The mistakes file by file, and what the papers in question are given."""
        return Sheet((*_mistakes(self.checked), *_given(self.checked), *_summary(self.checked)), _data(self.checked))


def checked(root: Path, names: tuple[str, ...]) -> Made:
    """Checks the folder `templates` of the root; records that can be read are tried too."""
    return Made(check(root, names, load(read_folder(root)).partnership))


def _mistakes(found: Checked) -> Iterator[Block]:
    for file, mistakes in groupby(found.mistakes, lambda each: each.file):
        yield Heading(file)
        for each in mistakes:
            yield Line(_told(each), f"line {each.line}" if each.line else "file")
            if each.help:
                yield Line(f"{each.help}.".replace("?.", "?"), "help")


def _told(mistake: Mistake) -> str:
    return f"{mistake.message} (only in {mistake.only})" if mistake.only else mistake.message


def _given(found: Checked) -> Iterator[Block]:
    for each in found.given:
        yield Heading(f"What {each.paper}.md.j2 is given")
        if each.whole:
            yield Line(each.whole, "printed whole")
        for name in each.names:
            if name.inside:
                yield Line(name.inside, name.said)
        if each.members:
            yield Line(each.members, "in the example filled in for members only")


def _summary(found: Checked) -> Iterator[Block]:
    if not found.files:
        yield Line(_NONE)
        return
    yield Heading("Templates of your own")
    for file, papers in found.files.items():
        yield Line(f"used for {both(papers)}" if papers else _alone(file, found), file)
    tried = f"; {counted(found.tried, 'paper')} filled in to try them" if found.tried else ""
    yield Line(f"{counted(len(found.files), 'file')} looked at{tried}: {counted(len(found.mistakes), 'mistake')}.")


def _alone(file: str, found: Checked) -> str:
    if any(each.file == file and each.what == "not-used" for each in found.mistakes):
        return "used for nothing"
    return "used for every Word paper" if file.endswith(".docx") else "used for every web page"


def _data(found: Checked) -> dict[str, Any]:
    return {
        "format": "cdrp-template-check/1",
        "tool": __version__,
        "files": [{"file": file, "papers": list(papers)} for file, papers in found.files.items()],
        "tried": found.tried,
        "mistakes": [asdict(each) for each in found.mistakes],
        "given": [{"paper": each.paper, "names": [asdict(name) for name in each.names]} for each in found.given],
    }
