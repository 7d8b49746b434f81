"""The entry point: `cdrp`, and `python -m cdrp_cli`."""

from __future__ import annotations

import atexit
import gc
import os
import sys


def main() -> None:
    """Runs the command line and ends the process with the exit code of its command."""
    # A run lasts a second, makes a hundred thousand small values and drops few of them: looking for garbage among
    # them takes a fifth of the time and finds next to nothing.
    was_on = gc.isenabled()
    gc.disable()
    atexit.register(gc.freeze)  # nor is there any use in a last look when all of it goes with the process
    # No verdict hangs on what else is installed: pydantic would look through every package for plugins of its own.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    try:
        _run()
    finally:
        if was_on:
            gc.enable()


def _run() -> None:
    from cdrp_cli.cli.console import make_ready, tell
    from cdrp_cli.cli.exit_codes import FAULT, INTERRUPTED, USAGE
    from cdrp_cli.core.errors import CdrpError

    make_ready()
    try:
        from cdrp_cli.cli.straight import straight

        plain = straight(sys.argv[1:])
        if plain is not None:
            from cdrp_cli.cli.checked import checked

            sys.exit(checked(**plain))
        from cdrp_cli.cli.app import app
        from cdrp_cli.cli.asked import asked

        asked(app, sys.argv[1:])(prog_name="cdrp")
    except CdrpError as error:
        tell(f"cdrp: {error}")
        sys.exit(USAGE)
    except KeyboardInterrupt:  # while the commands are still being imported; later typer answers it
        sys.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - whatever fails is told as a fault of the program, with its own exit code
        from cdrp_cli.cli.fault import fault

        tell(fault(error))
        sys.exit(FAULT)


if __name__ == "__main__":
    main()
