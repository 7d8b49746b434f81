"""What `cdrp check` does, however it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cdrp_cli.cli.clock import read_day
from cdrp_cli.cli.console import tell
from cdrp_cli.cli.exit_codes import INCOMPLETE, exit_code, threshold
from cdrp_cli.cli.root import find_root, names_of
from cdrp_cli.output.formats import known


def checked(
    directory: Path | None = None,
    paths: Sequence[str] = (),
    *,
    format_: str = "text",
    output: Sequence[str] = (),
    fail_on: str = "error",
    as_of: str | None = None,
    today: str | None = None,
) -> int:
    """Judges the records, writes the report where it was asked for, and gives the exit code.

    Raises CdrpError for a folder, path, day, format or word that cannot be meant.
    """
    root = find_root(directory, Path.cwd())
    names = names_of(paths, root, Path.cwd())
    days = read_day("--as-of", as_of), read_day("--today", today)
    least = threshold(fail_on)

    from cdrp_cli.cli.workspace import judge
    from cdrp_cli.cli.writing import destination, show, write

    destinations = [destination(each, root) for each in output]
    judged = judge(root, *days).within(names)
    show(judged, known(format_))
    for name, path in destinations:
        write(judged, name, path)
    if not judged.looked_at(names):
        tell(f"cdrp: nothing was checked: no record lies in {' or '.join(names)}")
        return INCOMPLETE
    return exit_code(judged.report, least)
