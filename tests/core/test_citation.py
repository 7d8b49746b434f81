"""How records name one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cdrp_cli.core.citation import (
    Citation,
    Owner,
    is_slug,
    parse_action,
    parse_meeting,
    parse_post,
    parse_slug,
)
from cdrp_cli.core.errors import MisreadError

slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
usual = settings(derandomize=True, max_examples=200, deadline=None)


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("95 of 2025-07-22-board", Citation("minute", "95", "2025-07-22-board")),
        ("95 of 2025-07-22", Citation("minute", "95", "2025-07-22")),
        ("95 of 2025-07-22-board-2", Citation("minute", "95", "2025-07-22-board-2")),
        ("CSP 12/9 of 2025-07-22-board", Citation("minute", "CSP 12/9", "2025-07-22-board")),
        ("3 of 7 of 2025-07-22-board", Citation("minute", "3 of 7", "2025-07-22-board")),
        ("item 5a of 2025-07-22-board", Citation("item", "5a", "2025-07-22-board")),
        ("items 5 of 2025-07-22-board", Citation("minute", "items 5", "2025-07-22-board")),
    ],
)
def test_a_citation_is_split_at_its_last_of(text: str, citation: Citation) -> None:
    assert Citation.parse(text) == citation
    assert str(citation) == text


@pytest.mark.parametrize(
    "text",
    ["", "95", "95 of", "95 of ", " of 2025-07-22-board", "item  of 2025-07-22-board", "95 of the Board",
     "95 of 2025-7-22-board", "95 of 2025-07-22-Board", "95 of 2025-07-22-board ", "95 of 2025-07-22-board\n",
     "95  of2025-07-22", "95 OF 2025-07-22"],
)  # fmt: skip
def test_what_cites_no_minute_is_refused(text: str) -> None:
    with pytest.raises(MisreadError) as refused:
        Citation.parse(text)
    assert refused.value.rule == "not-a-reference"
    assert refused.value.message == f"{text!r} does not cite a minute"
    assert "95 of 2025-07-22-board" in refused.value.help


@usual
@given(st.from_regex(r"[0-9]{1,3}[a-z]?", fullmatch=True), slugs, st.sampled_from(["minute", "item"]))
def test_a_citation_reads_back_as_it_is_written(number: str, body: str, kind: str) -> None:
    citation = Citation(kind, number, f"2025-07-22-{body}")  # type: ignore[arg-type]
    assert Citation.parse(str(citation)) == citation


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("vale/safety-officer", Owner("post", "vale/safety-officer")),
        ("body:board", Owner("body", "board")),
        ("chair:task-group", Owner("chair", "task-group")),
        ("the clerk", Owner("words", "the clerk")),
        ("post:vale/clerk", Owner("words", "post:vale/clerk")),
        ("body: board", Owner("words", "body: board")),
        ("Vale/Clerk", Owner("words", "Vale/Clerk")),
        ("vale/safety/officer", Owner("words", "vale/safety/officer")),
        ("vale/clerk\n", Owner("words", "vale/clerk\n")),
        ("vale", Owner("words", "vale")),
    ],
)
def test_an_owner_links_in_three_forms_and_is_words_otherwise(text: str, owner: Owner) -> None:
    assert Owner.parse(text) == owner
    assert str(owner) == text


@usual
@given(st.text(max_size=20))
def test_any_text_is_an_owner_and_reads_back(text: str) -> None:
    assert str(Owner.parse(text)) == text


@usual
@given(slugs)
def test_ids_are_taken_as_they_are(text: str) -> None:
    assert is_slug(text)
    assert parse_slug(text) == text
    assert parse_post(f"{text}/{text}") == f"{text}/{text}"
    assert parse_meeting(f"2025-07-22-{text}") == f"2025-07-22-{text}"
    assert parse_action(f"2025-07-22-{text}/{text}") == f"2025-07-22-{text}/{text}"


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Chief Executive", "chief-executive"),
        ("vale_clerk", "vale-clerk"),
        ("-vale", "vale"),
        ("vale--clerk", "vale-clerk"),
        ("vale-", "vale"),
        ("vale\n", "vale"),
        ("Tŷ", "t"),
        ("…", "partnership-board"),
        ("", "partnership-board"),
    ],
)
def test_what_is_no_id_is_refused_with_one_that_is(text: str, instead: str) -> None:
    assert not is_slug(text)
    with pytest.raises(MisreadError) as refused:
        parse_slug(text)
    assert refused.value.rule == "not-an-id"
    assert refused.value.help.endswith(f": {instead}")
    assert is_slug(instead)


@pytest.mark.parametrize(
    ("parse", "text", "example"),
    [
        (parse_post, "vale", "vale/chief-executive"),
        (parse_post, "vale/", "vale/chief-executive"),
        (parse_post, "vale/a/b", "vale/chief-executive"),
        (parse_post, "vale/clerk\n", "vale/chief-executive"),
        (parse_meeting, "board", "2025-07-22-board"),
        (parse_meeting, "2025-07-22-board.yaml", "2025-07-22-board"),
        (parse_meeting, "2025-07-22-", "2025-07-22-board"),
        (parse_action, "2025-07-22-board", "2025-07-22-board/a1"),
        (parse_action, "2025-07-22-board/", "2025-07-22-board/a1"),
        (parse_action, "board/a1", "2025-07-22-board/a1"),
        (parse_action, "2025-07-22-board/A1", "2025-07-22-board/a1"),
    ],
)
def test_what_is_no_reference_is_refused_with_an_example(parse: Callable[[str], str], text: str, example: str) -> None:
    with pytest.raises(MisreadError) as refused:
        parse(text)
    assert refused.value.rule == "not-a-reference"
    assert refused.value.message.startswith(repr(text))
    assert refused.value.help.endswith(example)


def test_a_meeting_may_be_named_by_its_day_and_so_may_its_actions() -> None:
    assert parse_meeting("2025-07-22") == "2025-07-22"
    assert parse_action("2025-07-22/a1") == "2025-07-22/a1"
