"""Where suggestions go: the order of the terms, reports behind the opening, business before the close."""

from __future__ import annotations

import pytest

from cdrp_cli.records.items import Item
from cdrp_cli.rules.agenda.placing import placed
from cdrp_cli.rules.agenda.suggested import Kind, Suggested

TERMS = ("Apologies", "Declarations", "Minutes", "Any other business", "Date of the next meeting")


def _suggested(text: str) -> Suggested:
    kind, _, title = text.partition(": ")
    kinds: dict[str, Kind] = {"standing": "standing", "minutes": "minutes", "back": "report-back", "put off": "put-off"}
    return Suggested(kinds[kind], Item(title=title), "why")


@pytest.mark.parametrize(
    ("items", "chosen", "order"),
    [
        ("", "standing: Apologies, standing: Date of the next meeting", "Apologies, Date of the next meeting"),
        ("", "standing: Minutes, put off: Taxis, standing: Any other business", "Minutes, Taxis, Any other business"),
        ("Cars", "standing: Apologies, standing: Minutes", "Apologies, Minutes, Cars"),
        ("Cars", "standing: Any other business", "Cars, Any other business"),
        ("Cars, Fires", "put off: Taxis", "Cars, Fires, Taxis"),
        ("Cars, Date of the next meeting", "put off: Taxis", "Cars, Taxis, Date of the next meeting"),
        ("apologies, MINUTES, Cars", "standing: Declarations", "apologies, Declarations, MINUTES, Cars"),
        ("Minutes, Cars", "standing: Apologies", "Apologies, Minutes, Cars"),
        (
            "Cars, Date of the next meeting",
            "standing: Any other business",
            "Cars, Any other business, Date of the next meeting",
        ),
        (
            "Apologies, Cars",
            "minutes: Minutes of May, back: Post of May, back: Post of June, put off: Taxis",
            "Apologies, Minutes of May, Post of May, Post of June, Cars, Taxis",
        ),
        ("Cars", "minutes: Minutes of May, back: Post of June", "Minutes of May, Post of June, Cars"),
    ],
)
def test_each_has_its_place(items: str, chosen: str, order: str) -> None:
    there = [Item(title=title) for title in items.split(", ") if title]
    made = placed(there, [_suggested(each) for each in chosen.split(", ")], TERMS)
    assert ", ".join(each.title for each in made) == order


def test_what_the_agenda_has_keeps_its_order_whatever_the_terms_say() -> None:
    there = [Item(title=title) for title in ("Date of the next meeting", "Minutes", "Apologies")]
    made = placed(there, [_suggested("put off: Taxis")], TERMS)
    assert [each for each in made if isinstance(each, Item)] == there


def test_without_terms_all_comes_at_the_end() -> None:
    made = placed([Item(title="Cars")], [_suggested("put off: Taxis")], ())
    assert [each.title for each in made] == ["Cars", "Taxis"]
