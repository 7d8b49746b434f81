"""The written table of formats."""

from __future__ import annotations

import pytest

from cdrp_cli.core.errors import UnknownIdError
from cdrp_cli.output.formats import DATELESS, FORMATS, known, renderer
from cdrp_cli.output.view import View
from richreport import Rich


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_a_report_that_has_something_of_everything(name: str, rich: Rich) -> None:
    text = renderer(name)(rich.report, View(rich.loaded))
    assert "public-meeting-yearly" in text
    assert text.endswith("\n")


def test_every_format_hides_what_is_closed(rich: Rich) -> None:
    for name in FORMATS:
        text = renderer(name)(rich.report, View(rich.loaded))
        for secret in ("owns the site", "Nobody may read", "Prevention of crime", "A name"):
            assert secret not in text, name


def test_formats_without_room_for_dates_are_formats() -> None:
    assert set(FORMATS) > DATELESS


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UnknownIdError, match=r"there is no format 'jsno'; did you mean json\?"):
        known("jsno")
