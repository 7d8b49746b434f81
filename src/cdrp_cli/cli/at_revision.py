"""Records and templates of a git revision, as the commands need them: what was issued, and what changed since."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cdrp_cli.cli.console import tell
from cdrp_cli.core.dates import say
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.records.load import Loaded, load
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.revision import Revision, revision
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.views.issued import Changed, changed, last_issue


@cache
def loaded_at(found: Revision) -> Loaded:
    """The records as they were committed; a commit never changes, so each is read once."""
    return load(found.records())


@contextmanager
def templates_at(found: Revision) -> Iterator[Path]:
    """A folder that holds the partnership's own templates as they were committed, gone once it was used."""
    with TemporaryDirectory(prefix="cdrp-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        for file, made in found.templates().items():
            path = (folder / file).resolve()
            if not path.is_relative_to(folder):  # no name that git gives leads elsewhere, whatever the system
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made)
        yield folder


def since_issue(root: Path, partnership: Partnership, meeting: Meeting, audience: Audience) -> Changed | None:
    """How the agenda differs from the one issued to them; why that cannot be told goes to standard error."""
    issue = last_issue(meeting, audience)
    if issue is None:
        return None
    then, why = None, f"revision {issue.revision} has no such meeting"
    try:
        then = loaded_at(revision(root, issue.revision)).partnership
    except CdrpError as error:
        why = str(error)
    found = changed(partnership, meeting, then, audience)
    if found is not None and not found.known:
        whose = "members'" if audience is Audience.MEMBERS else "public"
        told = f"{meeting.id}: the {whose} copy cannot be compared with the one issued on {say(issue.date)}"
        tell(f"cdrp: {told}: {why}")
    return found
