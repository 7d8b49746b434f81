"""How text is wrapped for a terminal: under its label, or under the indent where the label takes the room."""

from __future__ import annotations

from cdrp_cli.output.plain import wrapped

TEXT = "Share the prescribed data every quarter, by the end of the next."


def test_lines_hang_under_the_text_of_a_short_label() -> None:
    assert wrapped(TEXT, 48, "  ", "data: ") == [
        "  data: Share the prescribed data every quarter,",
        "        by the end of the next.",
    ]


def test_a_long_label_leaves_the_next_lines_their_room() -> None:
    assert wrapped(TEXT, 48, "  ", "Fire Authority, data-quarterly: ") == [
        "  Fire Authority, data-quarterly: Share the",
        "      prescribed data every quarter, by the end",
        "      of the next.",
    ]
    assert wrapped("Share it.", 40, "  ", "Exampleshire Fire and Rescue Authority: ") == [
        "  Exampleshire Fire and Rescue Authority: Share",
        "      it.",
    ]


def test_without_a_width_nothing_is_wrapped() -> None:
    assert wrapped(f"{TEXT}\n{TEXT}", None, "  ", "data: ") == [f"  data: {TEXT} {TEXT}"]
