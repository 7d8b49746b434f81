"""Standard output and standard error: what they can show, and how to write to them without a crash."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Mapping
from typing import TextIO

from cdrp_cli.core.errors import CdrpError

NARROWEST, WIDEST = 40, 100


def make_ready() -> None:
    """A console that cannot print a letter shows a question mark in its place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def put(text: str) -> None:
    """Writes the product to standard output; a reader that has gone away is no fault.

    Raises CdrpError where it cannot be written for another reason, such as a full disk.
    """
    why = _write(sys.stdout, text)
    if why:
        raise CdrpError(f"what was to be printed cannot be written ({why})")


def tell(text: str) -> None:
    """Writes a line of talk to standard error; where that cannot be written, nobody can be told."""
    _write(sys.stderr, text + "\n")


def width(stream: TextIO | None) -> int | None:
    """The columns to wrap at; None where the stream is no terminal, so that nothing is wrapped."""
    if stream is None or not stream.isatty():
        return None
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def colour(stream: TextIO | None, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour: on a terminal, unless NO_COLOR, CLICOLOR=0 or TERM=dumb; FORCE_COLOR asks for it anyway."""
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    if environment.get("CLICOLOR") == "0" or environment.get("TERM") == "dumb":
        return False
    if os.name == "nt" and "WT_SESSION" not in environment:
        return False  # the old Windows console shows colour codes as text
    return stream is not None and stream.isatty()


def _write(stream: TextIO | None, text: str) -> str:
    """Why it could not be written; empty where it could, or nobody reads it."""
    if stream is None:
        return ""
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        # What is still in the buffer must go nowhere, or Python complains when it closes the stream.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        return "" if isinstance(error, BrokenPipeError) else error.strerror or type(error).__name__
    return ""
