"""How long a cold `cdrp check` takes, as a multiple of an empty Python start.

    python benchmarks/bench.py [ROUNDS]

The two are run in turn, so that a busy machine slows both alike; the ratio is taken in each round, and the median of
the ratios is what counts. It must not be over 40. No test: a machine's mood is no fault of the program.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 40
# An installed program is compiled when it is installed, or at its first run. Where the shell forbids Python to keep
# what it compiled, every run would compile all of the source again, and that is what would be timed.
KEEPING = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
COMMANDS = {
    "empty Python": ["-c", "pass"],
    "cdrp --help": ["-m", "cdrp_cli", "--help"],
    "cdrp check data/": ["-m", "cdrp_cli", "-C", str(ROOT), "check", "--fail-on", "never"],
    "cdrp check exampleshire": [
        "-m", "cdrp_cli", "-C", str(ROOT / "examples" / "exampleshire"), "check", "--fail-on", "never"
    ],
}  # fmt: skip


def main() -> None:
    """Runs all commands in turn, once to warm the caches and then for each round, and prints the medians."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for number in range(rounds + 1):
        for name, arguments in COMMANDS.items():
            seconds = _run(arguments)
            if number:
                taken[name].append(seconds)
    empty = taken["empty Python"]
    print(f"{'':24} {'median':>9} {'fastest':>9} {'ratio':>7}  ({rounds} rounds, ratio to an empty Python start)")
    ratio = 0.0
    for name, seconds in taken.items():
        ratio = statistics.median(one / base for one, base in zip(seconds, empty, strict=True))
        print(f"{name:24} {_ms(statistics.median(seconds))} {_ms(min(seconds))} {ratio:7.1f}")
    print(f"cdrp check on examples/exampleshire: {ratio:.1f} times an empty Python, at most {LIMIT} wanted")


def _run(arguments: list[str]) -> float:
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], capture_output=True, check=False, env=KEEPING)
    if done.returncode not in (0, 3):
        raise SystemExit(done.stderr.decode("utf-8", "replace"))
    return time.perf_counter() - begun


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:6.0f} ms"


if __name__ == "__main__":
    main()
