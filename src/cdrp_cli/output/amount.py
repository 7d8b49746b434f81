"""An amount of which the records may leave something open, and the difference of two, in words."""

from __future__ import annotations

from cdrp_cli.rules.forward_plan.amount import Amount
from cdrp_cli.rules.forward_plan.load import AS_NEEDED

_UNTOLD = "not on record"


def said(amount: Amount, unit: int = 1) -> str:
    """`4`, `2 to 13`, `at least 4`, `not on record`; in tenths where the unit is an hour."""
    if amount.said:
        return amount.said
    if amount.known:
        return _number(amount.least, unit)
    if amount.most is None:
        return f"at least {_number(amount.least, unit)}" if amount.least else _UNTOLD
    return f"{_number(amount.least, unit)} to {_number(amount.most, unit)}"


def change(one: Amount, other: Amount, unit: int = 1) -> str:
    """`3 fewer`, `at least 2 more`, `no change`; `cannot tell` where the records leave it open."""
    if AS_NEEDED in (one.said, other.said) and one.said != other.said:
        return "not counted"
    low, high = other.since(one)
    if low is not None and low == high:
        return f"{_number(abs(low), unit)} {'more' if low > 0 else 'fewer'}" if low else "no change"
    if low is not None and low > 0:
        return f"at least {_number(low, unit)} more"
    if high is not None and high < 0:
        return f"at least {_number(-high, unit)} fewer"
    return "cannot tell"


def _number(number: int, unit: int) -> str:
    """The number of whole units, or tenths of one, a half rounded up."""
    if unit == 1:
        return str(number)
    whole, tenth = divmod((number * 20 + unit) // (2 * unit), 10)
    return f"{whole}.{tenth}"
