"""What a report's effects would change: who has each duty in hand, and which meetings are left to discharge it."""

from __future__ import annotations

from collections.abc import Sequence

from cdrp_cli.core.report import Dates
from cdrp_cli.core.what_if import WhatIf
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.records.effects import Effect
from cdrp_cli.records.load import Loaded


def what_if(loaded: Loaded, law: Catalogue, dates: Dates, effects: Sequence[Effect]) -> WhatIf:
    """The duties before and after the effects; an effect without a day of its own takes that of the report."""
    del loaded, law, dates, effects
    return WhatIf((), (), (), (), ())
