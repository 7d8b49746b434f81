"""The worked example of July 2011: the commands it shows, and what each should print.

`python tests/july2011.py` writes tests/golden/july-2011 anew from what the tool prints now: read the difference before
you keep it.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from cdrp_cli.__main__ import main

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden" / "july-2011"
ADOPTED = ROOT / "examples" / "july-2011"
PAPER = "2011-07-26-review-group-proposals"


@contextlib.contextmanager
def completed() -> Iterator[Path]:
    """A copy of the example in which the terms of reference are the completed ones."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "july-2011"
        shutil.copytree(ADOPTED, root)
        shutil.copy(root / "completed" / "bodies.yaml", root / "data" / "bodies.yaml")
        yield root


@dataclass(frozen=True)
class Step:
    """One command of the example; `root` None: the copy with the terms completed."""

    name: str
    root: Path | None
    words: tuple[str, ...]

    @property
    def golden(self) -> Path:
        """The file of what it should print."""
        return GOLDEN / f"{self.name}.txt"

    def printed(self) -> str:
        """What the command prints, as when its output is piped."""
        with contextlib.nullcontext(self.root) if self.root else completed() as root:
            out = io.StringIO()
            argv = ["cdrp", "-C", str(root), *self.words]
            with (
                mock.patch.object(sys, "argv", argv),
                contextlib.redirect_stdout(out),
                contextlib.redirect_stderr(io.StringIO()),
                contextlib.suppress(SystemExit),
            ):
                main()
        return out.getvalue()


STEPS = (
    Step("before-if", ROOT, ("duties", "--if", PAPER, "--as-of", "2011-07-26")),
    Step("after-duties", ADOPTED, ("duties", "--as-of", "2011-12-01")),
    Step("after-check", ADOPTED, ("check", "--as-of", "2011-12-01", "--format", "concise")),
    Step("after-if-on-the-day", ADOPTED, ("duties", "--if", PAPER, "--as-of", "2011-07-26")),
    Step("after-if", ADOPTED, ("duties", "--if", PAPER, "--as-of", "2011-12-01")),
    Step("completed-duties", None, ("duties", "--as-of", "2011-12-01")),
    Step("load", ADOPTED, ("calendar", "--load", "--as-of", "2011-12-01", "--against", "2011-07-25")),
)


if __name__ == "__main__":
    os.environ.pop("FORCE_COLOR", None)
    for step in STEPS:
        step.golden.write_text(step.printed(), encoding="utf-8", newline="\n")
