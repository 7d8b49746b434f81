"""Paragraphs of a report bear numbers right through; what belongs to a paragraph does not."""

from __future__ import annotations

from datetime import date

from cdrp_cli.rendering.paper import Cover, Format
from cdrp_cli.rendering.road import render
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

- a list without a paragraph before it stands alone

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
    assert "\n### A part\n\n- a list without" in found.text
    assert "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n\n# no heading\n```\n\n" in found.text
    assert str(found.text).endswith("10. The tenth \\{.class\\} \\<b>.")


def test_a_table_after_a_heading_is_a_table_in_every_paper() -> None:
    found = numbered("Words.\n\n## Who saves what\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- point\n\nMore.\n\n- of it", 1)
    html = render(f"# T\n\n{found.text}\n", Cover("T", date(2026, 3, 10)), [Format.HTML])[Format.HTML].decode()
    assert str(found.text).endswith("- point\n\n2.  More.\n\n    - of it")
    assert (html.count("<table"), html.count("<code>"), html.count('<ol start="2"')) == (1, 0, 1)


def test_a_line_across_the_page_bears_no_number() -> None:
    assert str(numbered("One.\n\n---\n\nTwo.\n\n* * *", 1).text) == "1.  One.\n\n    ---\n\n2.  Two.\n\n    * * *"


def test_a_list_before_any_paragraph_stays_a_list() -> None:
    assert str(numbered("- a\n- b", 1).text) == "- a\n- b"


def test_a_paragraph_that_begins_like_a_number_stays_as_the_officer_wrote_it() -> None:
    found = numbered("First.\n\n1. a point\n2. another\n\nLast.", 1)
    assert str(found.text) == "1.  First.\n\n    1. a point\n    2. another\n\n2.  Last."


def test_no_text_has_no_number() -> None:
    assert (str(numbered("", 1).text), numbered("", 1).next) == ("", 1)
