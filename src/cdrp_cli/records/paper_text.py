"""A report in Markdown: the front matter between two lines of three hyphens, and the text below."""

from __future__ import annotations

from cdrp_cli.core.frozen import replace
from cdrp_cli.yamltext import Document, Map, Problem, read
from cdrp_cli.yamltext.read import read_text
from cdrp_cli.yamltext.scan import conflict, decode, turned

_FENCE = "---"


def read_paper(name: str, data: bytes, *, pure: bool = False) -> Document:
    """The front matter as a document whose key `text` holds what stands below; places are those of the whole file."""
    text = decode(data)
    if isinstance(text, Problem):
        return read(name, data)
    for look in (conflict, turned):
        if (problem := look(text)) is not None:
            return Document(name, text, problems=(problem,))
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE or _FENCE not in (line.rstrip() for line in lines[1:]):
        missing = Problem(
            "no-front-matter",
            "a report begins with its front matter between two lines of three hyphens",
            "write --- on the first line, then to, title and the other keys, then --- again, then the text",
            (1, 1),
            fatal=True,
        )
        return Document(name, text, problems=(missing,))
    close = next(number for number, line in enumerate(lines) if number and line.rstrip() == _FENCE)
    # The opening line is kept as an empty one, so that every line keeps its number.
    document = read_text(name, "\n" + "\n".join(lines[1:close]) + "\n", pure=pure)
    if isinstance(document.value, Map):
        document.value["text"] = "\n".join(lines[close + 1 :])
        document.value.keys_at["text"] = document.value.values_at["text"] = (close + 2, 1)
    return replace(document, text=text)
