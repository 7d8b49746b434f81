"""Pandoc, run on one text: no file but ours, no network, no raw HTML, TeX or metadata from the text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.rendering.paper import Cover
from cdrp_cli.rendering.templates import shipped

# Named one by one, from the dialect that has the least: what a later pandoc adds stays off.
DIALECT = "markdown_strict-raw_html" + "".join(
    f"+{name}"
    for name in (
        *(
            "all_symbols_escapable",
            "auto_identifiers",
            "backtick_code_blocks",
            "blank_before_header",
            "bracketed_spans",
        ),
        *("definition_lists", "escaped_line_breaks", "fancy_lists", "fenced_code_blocks", "fenced_divs"),
        *("header_attributes", "intraword_underscores", "pipe_tables", "space_in_atx_header", "startnum"),
        "table_captions",
    )
)


def convert(markdown: str, cover: Cover, to: str, template: str, *options: str) -> bytes:
    """The text in pandoc's format `to`, inside the frame `template` of the looks.

    Raises CdrpError where pandoc is not installed.
    """
    looks = shipped() / "looks"
    told = {"title": cover.title, "pagetitle": cover.title, "author": cover.author, "author-meta": cover.author}
    told |= {"lang": cover.language, "marking": cover.marking, "landscape": "yes" if cover.landscape else ""}
    told |= {"cymraeg": "yes" if cover.language.startswith("cy") else ""}
    with TemporaryDirectory() as folder:
        made = Path(folder) / "made"
        command = (
            *(str(program()), "--sandbox", f"--data-dir={folder}", f"--from={DIALECT}", f"--to={to}", "--wrap=none"),
            *("--standalone", f"--template={looks / template}", f"--lua-filter={looks / 'paper.lua'}"),
            *(f"--metadata={name}={words}" for name, words in told.items() if words),
            *options,
            f"--output={made}",
        )
        # our own program with arguments of ours: the text comes in on standard input
        run = subprocess.run(command, input=markdown.encode(), cwd=folder, capture_output=True, check=False)  # noqa: S603
        if run.returncode != 0:
            raise RuntimeError(f"pandoc to {to}: {run.stderr.decode(errors='replace')}")
        return made.read_bytes()


def program() -> Path:
    """The pandoc that came with the extra, whatever else the machine has."""
    try:
        import pypandoc
    except ImportError:
        raise CdrpError(
            "Web pages, Word papers and PDFs need an addition that is not installed: uv tool install 'cdrp-cli[papers]'"
            " or pip install 'cdrp-cli[papers]'. Without it there is --format markdown."
        ) from None
    return Path(pypandoc.__file__).parent / "files" / ("pandoc.exe" if sys.platform == "win32" else "pandoc")
