"""A chart says in words and patterns what it says in colour."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from cdrp_cli.rendering.chart import Bar, Chart, draw
from rendering.hostile import CHART

SVG = "{http://www.w3.org/2000/svg}"


def _drawn(chart: Chart) -> ET.Element:
    return ET.fromstring(draw(chart))  # noqa: S314 - made a moment ago by this program


def test_it_has_a_name_and_a_description() -> None:
    svg = _drawn(CHART)
    named = {each.attrib["id"]: each.text for each in svg if "id" in each.attrib}
    assert svg.attrib["role"] == "img"
    assert [named[each] for each in svg.attrib["aria-labelledby"].split()] == [CHART.title, CHART.summary]


def test_every_part_has_a_word_and_a_pattern_of_its_own() -> None:
    parts = ("Met", "Partly met", "Not met", "Not assessed", "Not applicable", "Due")
    svg = _drawn(Chart("Chart-x", "t", "s", parts, (Bar("one", (1, 2, 3, 4, 5, 6)),)))
    texts = [each.text for each in svg.iter(f"{SVG}text")]
    assert [text for text in texts if text in parts] == list(parts)
    patterns = [ET.tostring(each) for each in svg.iter(f"{SVG}pattern")]
    drawn = {pattern.partition(b"<ns0:path")[2] for pattern in patterns}
    assert len(drawn) == len(parts)
    assert [text for text in texts if text and text.isdigit()] == ["1", "2", "3", "4", "5", "6"]


def test_bars_are_as_long_as_their_counts() -> None:
    svg = _drawn(Chart("Chart-x", "t", "s", ("Met", "Not met"), (Bar("a", (3, 1)), Bar("b", (0, 2)))))
    boxes = [each for each in svg.iter(f"{SVG}rect") if each.attrib.get("height") == "40"]
    met, unmet, other = (float(box.attrib["width"]) for box in boxes)
    assert (round(met / unmet, 2), round(other / unmet, 2)) == (3.0, 2.0)


def test_nothing_to_count_is_no_bar() -> None:
    svg = _drawn(Chart("Chart-x", "t", "s", ("Met",), (Bar("a", (0,)),)))
    assert [each for each in svg.iter(f"{SVG}rect") if each.attrib.get("height") == "40"] == []
