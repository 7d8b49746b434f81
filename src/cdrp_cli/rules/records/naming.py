"""How a rule speaks of a reference that leads nowhere: the fact, and the names it may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from cdrp_cli.core.finding import Severity
from cdrp_cli.core.words import did_you_mean
from cdrp_cli.records.references import Reference
from cdrp_cli.rules.words import Problem


def nowhere(
    reference: Reference, what: str, known: Iterable[str] = (), *, fact: str = "", else_: str = "",
    severity: Severity | None = None,
) -> Problem:  # fmt: skip
    """The problem of a reference to no record: the nearest of `known`, or what `else_` says, or the rule's remedy.

    `fact` replaces the plain message. What stands in exempt matter is not repeated.
    """
    if reference.closed:
        return Problem(
            reference.at,
            f"the {what} named here is not on record",
            severity=severity,
            subject=reference.by,
            closed=True,
        )
    named = str(reference.value)
    message = fact or f"there is no {what} {named!r}"
    return Problem(reference.at, message, did_you_mean(named, known) or else_, severity=severity, subject=reference.by)
