"""The report that every format is tried on."""

from __future__ import annotations

import pytest

from richreport import Rich, rich_report


@pytest.fixture
def rich() -> Rich:
    return rich_report()
