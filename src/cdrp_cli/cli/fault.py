"""A fault of the program, told to the person who met it."""

from __future__ import annotations

import traceback


def fault(error: Exception) -> str:
    """What happened and where in the program; the error's own text is left out, it may quote a record."""
    where = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    return (
        f"cdrp: the program failed ({type(error).__name__}). The fault is not in your records: "
        f"please report it with these lines.\n{where}"
    )
