"""Words of records that look like markup to somebody, and the whole of a paper made of them."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from cdrp_cli.rendering.chart import Bar, Chart, draw
from cdrp_cli.rendering.marked import Prose
from cdrp_cli.rendering.paper import Cover

LINES = (
    *(
        "# A heading",
        "## Another",
        "Ends with # hash #",
        "---",
        "- - -",
        "===",
        "***",
        "- a point",
        "+ a point",
        "* a point",
    ),
    *(
        "1. numbered",
        "2) numbered",
        "(a) lettered",
        "b) lettered",
        "iv. roman",
        "A. Person",
        "#. automatic",
        "(@) example",
    ),
    *(
        "> quoted",
        "| a | b |",
        "|---|---|",
        "a | b",
        "+---+---+",
        ": a caption",
        "Table: a caption",
        "term\t: definition",
    ),
    *(
        "::: {.inset}",
        ":::",
        "~~~",
        "```",
        "```{=html}",
        "`<b>`{=html}",
        "`#panic()`{=typst}",
        "% title",
        "    indented",
    ),
    *(
        "[sic]",
        "[words](https://example.org)",
        "![picture](/etc/passwd)",
        "[a]: /etc/passwd",
        "[^1]",
        "^[note]",
        "[]{.br}",
    ),
    *("{{ 7 * 7 }}", "{% include 'secret' %}", "{# hidden #}", "{.class #id}", "<br>", "<script>alert(1)</script>"),
    *(
        "<!-- hidden -->",
        "<b>bold</b>",
        "&amp; &#65; &copy;",
        "Fire & Rescue",
        "AT&T;",
        "a < b > c",
        "a <= b",
        "<e@example.org>",
    ),
    *(
        "*stars* and **more**",
        "_under_ snake_case",
        "~struck~ ~~out~~",
        "x^2^ H~2~O",
        "$x^2$ costs $5",
        "==mark==",
        ":smile:",
    ),
    *(
        "@citation [@key]",
        "\\textbf{x}",
        "\\",
        "ends in \\",
        "\\# \\* \\\\",
        "!",
        "!!",
        "'quoted' \"twice\"",
        "-- --- ...",
        "a--b",
    ),
    *(
        "= typst heading",
        "#strong[x]",
        '#include "secret.typ"',
        "// no comment",
        "/* no comment */",
        "/ term: words",
        "<label>",
    ),
    *(
        "https://example.org//a_b*c",
        "http://a//b",
        "Dŵr, tŷ, Llŷn, ŵ ŷ â ê î ô û",
        "“curly” – £5 — ½",
        "🙂 👍 ✓ ✔ ★",
        "https:",
    ),
    *(
        "yes",
        "true",
        "null",
        "1.10",
        "007",
        "=1+1",
        "@ home",
        "key: value",
        "--- # yaml",
        "title: x",
        "€",
        "%",
        "&",
        "^",
        "~",
        "`",
    ),
)
"""Each must come out letter for letter, wherever a template prints it."""

LONG = " ".join(f"The board noted line {number} of the report and asked its officer for more." for number in range(143))
"""A minute of two thousand words, each number once."""
YAML_BLOCK = """\
---
title: taken over
lang: xx
---

# Not a heading

Text
---
- a point | with a bar
- another *star*
  going on
"""

TEMPLATE = """\
# {{ title }}

Date
:   {{ day | weekday }} {{ day }}

Time
:   {{ start }}

::: {.contents}
:::

## Summary

{{ prose }}

::: {.inset}
**Decision.** {{ lines[0] }}
:::

## {{ lines[0] }} {{ lines[8] }}

{% for line in lines %}
{{ line }}

{% endfor %}

{% for line in lines %}
- {{ line }}
{% endfor %}

## Progress

::: {.chart #Chart-Progress}
:::

::: {.rows}

| Hallmark | Met | Not met |
|----|--:|--:|
{% for bar in bars %}
| {{ bar.name }} | {{ bar.counts[0] }} | {{ bar.counts[1] }} |
{% endfor %}

: Progress by hallmark

:::

## In cells

| Number | Words | Prose |
|----|----|----|
{% for line in lines %}
| {{ loop.index }} | {{ line }} | {{ prose | cell }} |
{% endfor %}

: Words in cells {{ lines[21] }}

### The end

{{ long }}
"""

BARS = (Bar("Empowered and effective leadership", (3, 2)), Bar("<b>a | b</b>", (0, 1)), Bar("Nothing", (0, 0)))
CHART = Chart("Chart-Progress", "Progress <by> hallmark", "Met and not met & so on.", ("Met", "Not met"), BARS)
CHARTS = {"Chart-Progress": draw(CHART)}
TITLE = 'Gaps & "progress" <b> $title$ #1 *2*'
COVER = Cover(
    TITLE, date(2026, 3, 10), author="Vale & Hills Partnership <x>", marking="DRAFT <until> approved & signed"
)
VIEW: dict[str, Any] = {
    "title": TITLE,
    "day": COVER.day,
    "start": time(10, 0),
    "prose": Prose(YAML_BLOCK),
    "lines": LINES,
    "bars": BARS,
    "long": Prose(LONG),
}
