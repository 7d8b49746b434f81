"""`cdrp --version`."""

from __future__ import annotations

import platform

from cdrp_cli import __version__


def version_text(*, verbose: bool) -> str:
    """The version on one line; with `verbose` also which YAML reader runs, on which Python."""
    if not verbose:
        return f"cdrp {__version__}\n"
    from cdrp_cli.yamltext import reader

    return (
        f"cdrp {__version__}\n"
        f"YAML reader: {reader()}\n"
        f"{platform.python_implementation()} {platform.python_version()} on {platform.system()}\n"
    )
