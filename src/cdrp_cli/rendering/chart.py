"""Stacked bars as inline SVG: a word, a number and a pattern for each part, colour never alone."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from textwrap import wrap

_WIDE, _LEFT, _BAR, _GAP = 960, 300, 40, 14
_FILLS = ("#1d5e3f", "#e3b23c", "#a4281f", "#f3f2f1", "#5b6770", "#5694ca")
_INKS = ("#ffffff", "#0b0c0c", "#ffffff", "#0b0c0c", "#ffffff", "#0b0c0c")
_STROKES = (
    "",
    "M0 10L10 0M-2 2L2 -2M8 12L12 8",
    "M0 0L10 10M-2 8L2 12M8 -2L12 2",
    "M5 4V6M4 5H6",
    "M0 5H10",
    "M5 0V10",
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, and a count for each part in the order of the chart's parts."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with the same parts; `title` and `summary` say in words what the picture shows, in the paper's language."""

    name: str
    title: str
    summary: str
    parts: tuple[str, ...]
    bars: tuple[Bar, ...]


def draw(chart: Chart) -> str:
    """The chart as SVG for a page; its place in the text is `::: {.chart #NAME}`, with a table of the numbers below."""
    top = 30 * (1 + (len(chart.parts) - 1) // 4) + _GAP
    high = top + len(chart.bars) * (_BAR + _GAP)
    body = [*_legend(chart), *(line for index, bar in enumerate(chart.bars) for line in _bar(chart, bar, index, top))]
    opening = (
        f'<svg role="img" aria-labelledby="{chart.name}-Title {chart.name}-Desc" viewBox="0 0 {_WIDE} {high}" '
        'xmlns="http://www.w3.org/2000/svg" font-family="Arial, sans-serif" font-size="16">'
    )
    title = f'<title id="{chart.name}-Title">{escape(chart.title)}</title>'
    described = f'<desc id="{chart.name}-Desc">{escape(chart.summary)}</desc>'
    patterns = f"<defs>{''.join(_pattern(chart, part) for part in range(len(chart.parts)))}</defs>"
    return "\n".join((opening, title, described, patterns, *body, "</svg>"))


def _pattern(chart: Chart, part: int) -> str:
    kind = part % len(_FILLS)
    stroke = f'<path d="{_STROKES[kind]}" stroke="{_INKS[kind]}" stroke-opacity=".35" stroke-width="1.5"/>'
    return (
        f'<pattern id="{chart.name}-Part{part}" width="10" height="10" patternUnits="userSpaceOnUse">'
        f'<rect width="10" height="10" fill="{_FILLS[kind]}"/>{stroke if _STROKES[kind] else ""}</pattern>'
    )


def _box(chart: Chart, part: int, x: float, y: float, size: tuple[float, float]) -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{size[0]:g}" height="{size[1]:g}" fill="url(#{chart.name}-Part{part})" '
        'stroke="#0b0c0c" stroke-width="1"/>'
    )


def _legend(chart: Chart) -> list[str]:
    lines = []
    for part, word in enumerate(chart.parts):
        x, y = 4 + part % 4 * 236, 4 + part // 4 * 30
        lines.append(_box(chart, part, x, y, (22, 22)))
        lines.append(f'<text x="{x + 30}" y="{y + 17}" fill="#0b0c0c">{escape(word)}</text>')
    return lines


def _bar(chart: Chart, bar: Bar, index: int, top: int) -> list[str]:
    y = top + index * (_BAR + _GAP)
    middle = y + _BAR / 2 + 6
    lines = _name(bar.name, middle)
    most = max((sum(each.counts) for each in chart.bars), default=0) or 1
    x = float(_LEFT)
    for part, count in enumerate(bar.counts):
        wide = round(count / most * (_WIDE - _LEFT - 4), 2)
        if count:
            lines.append(_box(chart, part, x, y, (wide, _BAR)))
            lines.extend(_number(count, part, x + wide / 2, middle) if wide >= 24 else ())
        x += wide
    return lines


def _name(name: str, y: float) -> list[str]:
    """The name of a bar, on two lines where it is long; the table below has it whole."""
    first, *more = wrap(name, 34, max_lines=2, placeholder=" …")[:2] or [""]
    places = zip((first, *more), (y - 9, y + 10) if more else (y,), strict=True)
    return [f'<text x="4" y="{place:g}" fill="#0b0c0c">{escape(line)}</text>' for line, place in places]


def _number(count: int, part: int, x: float, y: float) -> list[str]:
    """The count on a plain ground, so that no pattern runs through it."""
    wide = 12 + 9 * len(str(count))
    kind = part % len(_FILLS)
    return [
        f'<rect x="{x - wide / 2:g}" y="{y - 16:g}" width="{wide}" height="21" rx="3" fill="{_FILLS[kind]}"/>',
        f'<text x="{x:g}" y="{y:g}" fill="{_INKS[kind]}" font-weight="bold" text-anchor="middle">{count}</text>',
    ]
