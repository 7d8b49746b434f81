"""The hashes by which anybody can tell whether a file is the one that was sent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from cdrp_cli.rendering.files import Copy, file_name


def hashes(copies: Iterable[Copy]) -> Iterator[tuple[str, str]]:
    """The name of each file and its SHA-256 hash, in hexadecimal."""
    for copy in copies:
        for form, data in copy.files.items():
            yield file_name(copy, form), hashlib.sha256(data).hexdigest()


def of_all(files: Iterable[tuple[str, str]]) -> str:
    """One hash of them all: of the lines that sha256sum prints for the files, in their order."""
    return hashlib.sha256("".join(f"{made}  {name}\n" for name, made in files).encode()).hexdigest()
