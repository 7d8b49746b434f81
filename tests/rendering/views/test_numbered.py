"""Paragraphs of a report bear numbers right through; what belongs to a paragraph does not."""

from __future__ import annotations

from cdrp_cli.rendering.views.numbered import numbered

TEXT = """\
# Background

One paragraph
of two lines.

Another, and its points:

- the first
  goes on
- the second

## A part

- a list without a paragraph before it belongs to the last one

| a | b |
|---|---|
| 1 | 2 |

```
code

# no heading
```

The tenth {.class} <b>.
"""


def test_paragraphs_are_numbered_and_their_lists_are_not() -> None:
    found = numbered(TEXT, 8)
    assert found.next == 11
    assert str(found.text).splitlines()[:11] == [
        "## Background",
        "",
        "8.  One paragraph",
        "    of two lines.",
        "",
        "9.  Another, and its points:",
        "",
        "    - the first",
        "      goes on",
        "    - the second",
        "",
    ]
    assert "\n### A part\n\n    - a list without" in found.text
    assert "\n    # no heading\n" in found.text
    assert str(found.text).endswith("10. The tenth \\{.class\\} \\<b>.")


def test_a_list_before_any_paragraph_stays_a_list() -> None:
    assert str(numbered("- a\n- b", 1).text) == "- a\n- b"


def test_a_paragraph_that_begins_like_a_number_stays_as_the_officer_wrote_it() -> None:
    found = numbered("First.\n\n1. a point\n2. another\n\nLast.", 1)
    assert str(found.text) == "1.  First.\n\n    1. a point\n    2. another\n\n2.  Last."


def test_no_text_has_no_number() -> None:
    assert (str(numbered("", 1).text), numbered("", 1).next) == ("", 1)
