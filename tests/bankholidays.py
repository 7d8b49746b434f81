"""The table of bank holidays, out of the library `holidays`.

`python tests/bankholidays.py` writes src/cdrp_cli/records/bank_holidays.txt anew: run it when a holiday is proclaimed,
with a version of the library that knows of it.
"""

from __future__ import annotations

from pathlib import Path

from holidays.countries.united_kingdom import UnitedKingdom

TABLE = Path(__file__).parents[1] / "src" / "cdrp_cli" / "records" / "bank_holidays.txt"
FIRST, LAST = 1998, 2030
"""From the year of the Crime and Disorder Act to as far ahead as anybody plans."""


def table() -> str:
    """The text of the table; England's, which a test compares with that of Wales."""
    head = f"# Bank holidays in England and Wales, {FIRST} to {LAST}; written by python tests/bankholidays.py\n"
    return head + "".join(f"{day.isoformat()} {name}\n" for day, name in sorted(known("ENG").items()))


def known(subdivision: str) -> dict[object, str]:
    """The bank holidays of a part of the United Kingdom, by day."""
    return dict(UnitedKingdom(subdiv=subdivision, years=range(FIRST, LAST + 1)))


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
