"""One record file, loaded by itself."""

from __future__ import annotations

from cdrp_cli.core.finding import Finding
from cdrp_cli.records.load import Loaded, load
from cdrp_cli.records.tree import Tree

MEETING = "data/meetings/2025-07-22-board.yaml"


def told(name: str, text: str) -> Loaded:
    """What loading this one file gives; the same by either way of reading."""
    tree = Tree({name: text.encode()})
    loaded, pure = load(tree), load(tree, pure=True)
    assert (loaded.findings, loaded.partnership) == (pure.findings, pure.partnership)
    return loaded


def one(name: str, text: str) -> Finding:
    """The only finding on this one file, which is told as unread."""
    loaded = told(name, text)
    (finding,) = loaded.findings
    assert loaded.unread == (name,)
    return finding
