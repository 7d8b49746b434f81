"""Colour on a terminal; nothing is said by colour alone."""

from __future__ import annotations

from cdrp_cli.core.frozen import Frozen


class Ink(Frozen):
    """Writes in colour where `on`, and leaves the text alone otherwise."""

    on: bool

    def red(self, text: str) -> str:
        """What must be mended."""
        return self._in("1;31", text)

    def yellow(self, text: str) -> str:
        """What should be mended."""
        return self._in("1;33", text)

    def cyan(self, text: str) -> str:
        """What is good to know."""
        return self._in("1;36", text)

    def bold(self, text: str) -> str:
        """A heading."""
        return self._in("1", text)

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on else text
