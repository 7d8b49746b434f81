"""The invented partnership with a meeting, a report and a next meeting whose every word looks like markup."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rendering.hostile import LINES, LONG, YAML_BLOCK

EXAMPLESHIRE = Path(__file__).parents[2] / "examples" / "exampleshire"
HELD, NEXT, PAPER = "2026-03-10-board", "2026-06-09-board", "2026-06-09-hostile"
TITLE = "Fire & Rescue <b> *star* | bar {{ 7 * 7 }} [sic] 🙂 Dŵr, tŷ, Llŷn"
BODY = """\
## Background & <b>more</b>

A line with & and < and a | bar, {{ 7 * 7 }}, {% include 'secret' %}, [sic], 🙂, Dŵr, tŷ, Llŷn ŵ.

<script>alert(1)</script> and \\textbf{tex} and \\input{/etc/passwd} and `#panic()`{=typst} and ```{=html}

![a picture](/etc/passwd) and [a page](file:///etc/passwd) and [another](javascript:alert(1))

::: {.inset}

```{=openxml}
<w:p/>
```

---
title: taken over
---
"""
"""What an officer may have pasted into a report: Markdown of her own is kept, nothing else means anything."""


def hostile_root(root: Path) -> Path:
    """Writes the records under `root`; one item, one decision, one action and one update for each line."""
    shutil.copytree(EXAMPLESHIRE / "data", root / "data")
    items = [_item(place, line) for place, line in enumerate(LINES)]
    items[0]["text"] = LONG
    items[1]["text"] = YAML_BLOCK
    _write(root, HELD, {"status": "held", "venue": LINES[0], "items": items})
    updates = [
        {"action": f"{HELD}/a{place}", "status": "open", "text": line} for place, line in enumerate(LINES) if place % 2
    ]
    business = [{"title": line, "late": {"reason": line}} for line in LINES]
    business[0] |= {"paper": PAPER}
    _write(root, "2026-05-05-board", {"status": "held", "items": [{"title": "Updates", "updates": updates}]})
    _write(root, NEXT, {"status": "planned", "venue": LINES[1], "items": business})
    for place, line in enumerate(LINES):
        day = date(2027, 1, 1) + timedelta(days=place)
        _write(root, f"{day.isoformat()}-tasking", {"status": "planned", "venue": line})
    head = {"to": "board", "meeting": NEXT, "title": TITLE, "purpose": LINES[3], "recommendations": list(LINES)}
    text = f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n{BODY}"
    (root / f"data/papers/{PAPER}.md").write_text(text, encoding="utf-8", newline="\n")
    return root


def _item(place: int, line: str) -> dict[str, Any]:
    action = {"kind": "action", "id": f"a{place}", "text": line, "owner": "vale/safety-officer", "due": "2026-04-30"}
    decision = {"kind": "decision", "verb": "noted", "text": line}
    return {"title": line, "text": line, "outcomes": [decision, action]}


def _write(root: Path, name: str, meeting: dict[str, Any]) -> None:
    whole = json.dumps({"body": name[11:], "date": name[:10], **meeting}, ensure_ascii=False)
    (root / f"data/meetings/{name}.yaml").write_text(f"{whole}\n", encoding="utf-8", newline="\n")
