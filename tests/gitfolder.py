"""A folder kept in git, as an officer would keep it; commits bear one day, so that their names never change."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Officer",
    "GIT_AUTHOR_EMAIL": "officer@example.org",
    "GIT_AUTHOR_DATE": "2019-04-01T12:00:00Z",
    "GIT_COMMITTER_NAME": "Officer",
    "GIT_COMMITTER_EMAIL": "officer@example.org",
    "GIT_COMMITTER_DATE": "2019-04-01T12:00:00Z",
}
"""An officer whom git knows, and no settings of the machine that tests run on."""


def git(folder: Path, *words: str) -> str:
    """What git answers in the folder."""
    settings = {**os.environ, **SETTINGS}
    done = subprocess.run(("git", *words), cwd=folder, env=settings, capture_output=True, check=True)
    return done.stdout.decode("utf-8").strip()


def begin(folder: Path) -> None:
    """Makes the folder a repository; one that is only marked as such becomes a real one."""
    mark = folder / ".git"
    if mark.is_dir() and not any(mark.iterdir()):
        mark.rmdir()
    git(folder, "init", "--quiet", "--initial-branch=main")


def commit(folder: Path, message: str = "Records") -> str:
    """Commits everything in the folder; the full name of the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")
