"""What looks like personal data in the records: the place is named, never the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from cdrp_cli.core.finding import Basis, Severity
from cdrp_cli.core.pointer import Step
from cdrp_cli.core.words import both
from cdrp_cli.records.anatomy import Part, parts
from cdrp_cli.records.base import Entry
from cdrp_cli.records.references import named
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem

_DIGIT = re.compile(r"\d", re.ASCII)
_PHONE = re.compile(
    r"(?<![\w£.,+-])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)[127](?:[ ()-]{0,2}\d){8,9}(?![\d,]|\.\d)", re.ASCII
)
_NHS = re.compile(r"(?<![\w£.,+-])([1-9]\d{2})[ -]?(\d{3})[ -]?(\d{4})(?![\d,]|\.\d)", re.ASCII)
_ADDRESS = re.compile(
    r"\b\d{1,4}[A-Za-z]?,?\s+(?:[A-Z][\w’'-]*,?\s+){1,7}[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.ASCII
)
_DAY = r"\d{4}-\d\d?-\d\d?|\d{1,2}[./ -]\d{1,2}[./ -]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s(?:of )?[A-Za-z]{3,9},?\s\d{4}"
_BORN = r"(?:\bdate of birth|\bd\.?\s?o\.?\s?b\b\.?|\bborn(?: on)?)"
_SAYS_BORN = re.compile(_BORN, re.ASCII | re.IGNORECASE)
_BIRTH = rf"{_BORN}\W{{0,4}}(?:the )?(?:{_DAY})"
"""Made ready only for a text that says so: that takes longer than looking through all of them."""
_FEWEST = 10
"""No telephone number of these shapes, and no NHS number, has fewer digits."""
_NOT_PROSE = frozenset(
    "attendance end hash id location minute number ref revision start url venue where".split()  # noqa: SIM905 - reads better
)
"""Fields for places that are public, for what machines write, and for what people cite things by."""


@rule("personal-data", severity=Severity.WARNING, basis=Basis.HOUSE)
def personal_data(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Records hold no telephone number, NHS number, home address or date of birth.

    Why: what is once in the history of the records cannot be taken back, and members' papers travel.
    Remedy: take it out, and name the post or the case's own reference instead. If it was ever sent or pushed, tell the
    data protection officer: deleting it here does not delete it from the history.
    """
    for record in case.partnership:
        texts: list[tuple[tuple[Step, ...], str]] = []
        _gather(record, (), texts)
        for steps, text in texts:
            found = _kinds(text)
            if found:
                fact = f"the text here seems to hold {both(found)}"
                yield Problem(record.at(*steps), fact, subject=named(record), closed=True)


def _kinds(text: str) -> list[str]:
    """What the text seems to hold, in words."""
    long = len(_DIGIT.findall(text)) >= _FEWEST  # most texts are spared the two longest searches
    looks = (
        ("a telephone number", long and _PHONE.search(text) is not None),
        ("an NHS number", long and any(_checks("".join(found)) for found in _NHS.findall(text))),
        ("a postcode with a house number", _ADDRESS.search(text) is not None),
        ("a date of birth", _SAYS_BORN.search(text) is not None and _of_birth(text)),
    )
    return [kind for kind, is_there in looks if is_there]


def _of_birth(text: str) -> bool:
    return re.search(_BIRTH, text, re.ASCII | re.IGNORECASE) is not None


def _checks(digits: str) -> bool:
    """Whether the last of ten digits is the check digit of an NHS number: weights 10 to 2, modulus 11."""
    check = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check != 10 and int(digits[9]) == check % 11


def _gather(record: BaseModel, steps: tuple[Step, ...], texts: list[tuple[tuple[Step, ...], str]]) -> None:
    """Adds every text with a digit in it that people wrote in a part of a record, with the steps that lead there."""
    for part in _written(type(record)):
        value = getattr(record, part.name)
        if not value:
            continue
        if isinstance(value, tuple):
            for index, each in enumerate(value):
                _one(part, each, (*steps, part.key, index), texts)
        else:
            _one(part, value, (*steps, part.key), texts)


def _one(part: Part, value: Any, steps: tuple[Step, ...], texts: list[tuple[tuple[Step, ...], str]]) -> None:
    if isinstance(value, str):
        if _DIGIT.search(value) is not None:
            texts.append((steps, value))
    elif type(value) in part.models:
        _gather(value, steps, texts)


@cache
def _written(model: type[BaseModel]) -> tuple[Part, ...]:
    """The fields that hold words of people, or records that do: not what only names other records."""
    written = (part for part in parts(model) if part.refers is None and part.name not in _NOT_PROSE)
    return tuple(part for part in written if _of_words(model, part) or any(map(_written, part.models)))


def _of_words(model: type[BaseModel], part: Part) -> bool:
    """Whether the field takes text of any kind, and not one of a few words or a day."""
    annotation = model.model_fields[part.name].annotation
    return annotation is str or any(each is str or _inside(each) for each in get_args(annotation))


def _inside(annotation: object) -> bool:
    return any(each is str or _inside(each) for each in get_args(annotation))


RULES = (personal_data,)
