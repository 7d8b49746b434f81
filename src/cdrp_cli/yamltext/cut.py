"""Texts that YAML cuts short: at a hash, at a comma between braces, or for want of a space after a colon."""

from __future__ import annotations

import re

from cdrp_cli.yamltext.document import Problem, Spot

CUT_BY_HASH = "text-cut-by-hash"
TIGHT = re.compile(r"[a-z][a-z_]*:(?!//)(?! )")
"""A key whose colon is followed by its value at once; an address is none."""
NO_SPACE = ("a colon without a space after it does not part a key from its value", "write a space after the colon")
"""The fact and the remedy."""


def cut_by_hash(spot: Spot, *, fatal: bool = False) -> Problem:
    """The finding on a text whose rest was taken for a comment; none of the text is repeated."""
    return Problem(
        CUT_BY_HASH,
        "the text ends before the # here: what follows is taken for a comment and lost",
        "put quotes round the whole text, or move the comment to a line of its own",
        spot,
        fatal=fatal,
    )


def alone(written: str, spot: Spot) -> Problem:
    """The finding on a key between braces that has no value; none of the text is repeated."""
    if TIGHT.match(written):
        return Problem("colon-without-space", *NO_SPACE, spot)
    return Problem(
        "text-split-at-comma",
        "this stands alone: the text before it was cut at its comma",
        "put quotes round the whole text, or write it in block style on lines of its own",
        spot,
    )
