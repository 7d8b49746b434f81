"""What a git revision holds of a partnership's records and templates. Git is only read: no hook, filter or pager runs.

Files are compared and read as git keeps them, byte for byte, but for the ends of their lines, which git may write
differently on each machine and which the records do not depend on.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.finding import Basis, Finding, Severity
from cdrp_cli.core.pointer import Place
from cdrp_cli.records.kinds import kind_of
from cdrp_cli.records.tree import Tree, read_folder
from cdrp_cli.yamltext import LIMIT_BYTES

RECORDS, TEMPLATES = "data", "templates"
"""The folders that are read from a revision, and no others."""
_SHOWN = 10
_LINK = b"120000"
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_PREFIX")
"""What a hook hands down to the commands it starts; it would lead to another repository than the folder's own."""
_QUIET = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
}


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit of the repository that the folder `root` lies in; `commit` is its full name."""

    root: Path
    commit: str

    @property
    def short(self) -> str:
        """The name as people write it."""
        return self.commit[:_SHOWN]

    def records(self) -> Tree:
        """The files under `data/` as they were committed, as `read_folder` would give them; links stay within it."""
        committed = _files(self, RECORDS)
        files: dict[str, bytes] = {}
        findings: list[Finding] = []
        for name, (mode, made) in committed.items():
            found = made if mode != _LINK else _followed(name, made, committed)
            if found is None:
                findings.append(_unread(name))
            else:
                files[name] = found[: LIMIT_BYTES + 1]
        return Tree(files, tuple(findings))

    def templates(self) -> Mapping[str, bytes]:
        """The partnership's own templates as they were committed, by name from the root."""
        return {name: made for name, (mode, made) in _files(self, TEMPLATES).items() if mode != _LINK}

    def changed_since(self) -> tuple[str, ...]:
        """The records and templates that differ now: changed, added or gone, by name; no other file makes a paper."""
        now = {**dict(_in_folder(self.root, TEMPLATES)), **read_folder(self.root).files}
        then = {**self.templates(), **self.records().files}
        names = sorted(name for name in now.keys() | then.keys() if kind_of(name) or name.startswith(f"{TEMPLATES}/"))
        return tuple(name for name in names if _plain(now.get(name)) != _plain(then.get(name)))


def revision(root: Path, name: str = "HEAD") -> Revision:
    """The commit of that name: a hash, whole or cut short, a branch or a tag; the one checked out unless said.

    Raises CdrpError where git is not installed, the folder lies in no repository, or no commit answers to the name.
    """
    _git(root, "rev-parse", "--git-dir")
    try:
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except CdrpError:
        if name == "HEAD":
            raise CdrpError("nothing is committed to git yet: commit the records first") from None
        fact = f"git knows no revision {name!r} in this folder"
        raise CdrpError(f"{fact}: see that it is written right, and that its whole history was fetched") from None
    return Revision(root, found.decode().strip())


def _files(asked: Revision, folder: str) -> dict[str, tuple[bytes, bytes]]:
    """Mode and bytes of every file below the folder that is not hidden, by name from the root."""
    prefix = _git(asked.root, "rev-parse", "--show-prefix").rstrip(b"\r\n")
    where = b"%s:%s" % (asked.commit.encode(), prefix)
    tree = where.decode("utf-8", "surrogateescape")
    listed = _git(asked.root, "ls-tree", "-r", "-z", "--full-tree", tree, folder)
    rows: list[tuple[str, bytes, bytes]] = []
    for line in filter(None, listed.split(b"\0")):
        about, _, name = line.partition(b"\t")
        mode, kind, ident = about.split()
        if kind == b"blob" and b"/." not in name:
            rows.append((name.decode("utf-8", "surrogateescape"), mode, ident))
    rows.sort(key=lambda row: row[0].split("/"))  # the order in which a folder is read
    kept = _contents(asked.root, [ident for _, _, ident in rows])
    return {name: (mode, made) for (name, mode, _), made in zip(rows, kept, strict=True)}


def _contents(root: Path, idents: list[bytes]) -> Iterator[bytes]:
    """The bytes that git keeps under each name."""
    if not idents:
        return
    answer = _git(root, "cat-file", "--batch", sent=b"".join(ident + b"\n" for ident in idents))
    at = 0
    for ident in idents:
        end = answer.index(b"\n", at)
        about = answer[at:end].split()
        if len(about) != 3:
            raise CdrpError(f"git cannot give {ident.decode()}, which the revision names: fetch its whole history")
        start, at = end + 1, end + 2 + int(about[2])
        yield answer[start : at - 1]


def _followed(name: str, made: bytes, committed: Mapping[str, tuple[bytes, bytes]]) -> bytes | None:
    """What a link leads to, where that is a file among the records."""
    steps = name.split("/")[:-1]
    for step in made.decode("utf-8", "surrogateescape").split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    mode, found = committed.get("/".join(steps), (_LINK, b""))
    return None if mode == _LINK else found


def _unread(name: str) -> Finding:
    fact, remedy = "the link leads to no file among the records", "copy the file in"
    return Finding("file-unreadable", Severity.ERROR, Basis.RECORD, fact, Place(name, 1, 1), remedy)


def _in_folder(root: Path, folder: str) -> Iterator[tuple[str, bytes]]:
    """The files there by name; one that cannot be opened is as good as changed."""
    for path in sorted((root / folder).rglob("*")):
        name = path.relative_to(root).as_posix()
        if "/." not in name and path.is_file() and not path.is_symlink():
            try:
                yield name, path.read_bytes()
            except OSError:
                yield name, b"\0"


def _plain(made: bytes | None) -> bytes | None:
    return made if made is None else made.replace(b"\r\n", b"\n")


def _git(root: Path, *words: str, sent: bytes = b"") -> bytes:
    """What git answers; CdrpError in plain words where it does not."""
    program = shutil.which("git")
    if program is None or not Path(program).is_absolute():  # on Windows a program in the folder itself would be found
        raise CdrpError("git is not installed, or not on the path: what was issued is kept and found with git")
    kept = {key: value for key, value in os.environ.items() if key not in _ELSEWHERE}
    safe = ("--no-pager", "-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false")
    try:
        done = subprocess.run(  # noqa: S603 - words of this module and names that git itself gave
            (program, *safe, "-C", str(root), *words), input=sent, capture_output=True, check=False, env=kept | _QUIET
        )
    except (OSError, ValueError) as error:
        raise CdrpError(f"git does not start ({error})") from None
    if done.returncode:
        raise CdrpError(_why(root, done.stderr.decode("utf-8", "replace")))
    return done.stdout


def _why(root: Path, told: str) -> str:
    if "not a git repository" in told:
        return f"{root.as_posix()} is kept in no git repository: make it one with git init, and commit the records"
    if "dubious ownership" in told:
        return f"git does not read {root.as_posix()}, because somebody else owns it: see git config safe.directory"
    lines = told.strip().splitlines()
    return f"git cannot read {root.as_posix()}" + (f" ({lines[0].removeprefix('fatal: ')})" if lines else "")
