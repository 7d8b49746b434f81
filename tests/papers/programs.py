"""The programs that look at papers: a browser, an office, readers of PDF, the checkers of pages."""

from __future__ import annotations

import html
import json
import re
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from project.sourcecode import ROOT

TOOLS = ROOT / "build" / "paper-tools" / "node_modules"

_LOOKING = """\
<!DOCTYPE html><html lang="en"><title>Looking</title><body>
<iframe id="Page" width="{width}" height="2400" style="border:0"></iframe><pre id="Seen"></pre>
<script>
const frame = document.getElementById("Page");
frame.addEventListener("load", async () => {{
  const page = frame.contentWindow, root = page.document.documentElement;
  page.eval({axe});
  const found = await page.axe.run(page.document, {{ resultTypes: ["violations", "incomplete"] }});
  const told = (list) => list.map((each) => ({{ id: each.id, nodes: each.nodes.map((node) => node.html) }}));
  const seen = {{ violations: told(found.violations), unsure: told(found.incomplete), passes: found.passes.length,
    wide: root.scrollWidth, room: root.clientWidth }};
  document.getElementById("Seen").textContent = JSON.stringify(seen);
}});
frame.srcdoc = {page};
</script>
"""


def run(*command: str, given: str | None = None) -> str:
    """What the program prints; fails with its complaint where it fails. pdfinfo prints some names in UTF-16."""
    done = subprocess.run(
        command, input=given, capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=300
    )
    assert done.returncode == 0, f"{command[0]}: {done.stderr}"
    return done.stdout


@cache
def looked_at(page: str, width: int) -> dict[str, Any]:
    """What axe finds on the page in a window so many pixels wide, and how wide the page wants to be."""
    axe = (TOOLS / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        looking = Path(folder) / "looking.html"
        looking.write_text(_LOOKING.format(width=width, axe=_script(axe), page=_script(page)), encoding="utf-8")
        options = (
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--virtual-time-budget=60000",
        )
        window = f"--window-size={width + 100},2600"
        seen = run("chromium", *options, window, f"--user-data-dir={folder}/own", "--dump-dom", looking.as_uri())
    found = re.search(r'<pre id="Seen">(.+?)</pre>', seen, re.DOTALL)
    assert found is not None, "the browser saw nothing"
    told: dict[str, Any] = json.loads(html.unescape(found[1]))
    return told


def validated(page: str) -> list[str]:
    """What the W3C's checker says against the page, warnings too."""
    jar = str(TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar")
    command = ("java", "-jar", jar, "--format", "json", "--exit-zero-always", "-")
    done = subprocess.run(command, input=page, capture_output=True, encoding="utf-8", check=False, timeout=300)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{each.get('subType', each['type'])} in line {each.get('lastLine')}: {each['message']}" for each in messages
    ]


def _script(text: str) -> str:
    return json.dumps(text).replace("</", "<\\/").replace("<!--", "<\\!--")
