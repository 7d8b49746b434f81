"""Nothing that only one system has: encodings are named, modules exist everywhere, line ends are chosen."""

from __future__ import annotations

import ast

from project.sourcecode import ROOT, SOURCE, called, calls, imported, modules, named

ONLY_POSIX = {"fcntl", "grp", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty", "posix", "posixpath"}
ONLY_WINDOWS = {"msvcrt", "winreg", "winsound", "ntpath"}
OWN = [path for folder in (SOURCE, ROOT / "tests", ROOT / "benchmarks") for path in modules(folder)]


def _keywords(call: ast.Call) -> dict[str, ast.expr]:
    return {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}


def _mode(call: ast.Call) -> str | None:
    """The mode of an open(): r where none is written, None where it is worked out."""
    mode = _keywords(call).get("mode")
    if mode is None:
        after_path = call.args[1:] if isinstance(call.func, ast.Name) else call.args
        mode = next(iter(after_path), ast.Constant("r"))
    return mode.value if isinstance(mode, ast.Constant) and isinstance(mode.value, str) else None


def _opens_text(call: ast.Call) -> bool:
    name = called(call)
    if name in {"open", "fdopen"}:
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        if isinstance(owner, ast.Name) and owner.id == "os" and name == "open":
            return False  # a descriptor, no text
        mode = call.args[1] if name == "fdopen" and len(call.args) > 1 else None
        told = mode.value if isinstance(mode, ast.Constant) else _mode(call)
        return "b" not in str(told)
    own_function = isinstance(call.func, ast.Name)  # yamltext has a read_text that opens nothing
    return name in {"read_text", "write_text"} and not own_function


def _names_utf8(call: ast.Call) -> bool:
    encoding = _keywords(call).get("encoding")
    return isinstance(encoding, ast.Constant) and encoding.value in {"utf-8", "utf-8-sig"}


def test_utf8_is_named_wherever_text_is_opened() -> None:
    opened = [(path, call) for path in OWN for call in calls(path) if _opens_text(call)]
    assert len(opened) > 5
    assert [f"{named(path)}:{call.lineno}" for path, call in opened if not _names_utf8(call)] == []


def test_line_ends_are_chosen_wherever_text_is_written() -> None:
    written = [
        (path, call)
        for path in modules()
        for call in calls(path)
        if called(call) == "write_text" or (_opens_text(call) and set(_mode(call) or "") & set("wax"))
    ]
    assert [f"{named(path)}:{call.lineno}" for path, call in written if "newline" not in _keywords(call)] == []


def test_no_module_of_one_system_is_imported() -> None:
    assert [named(path) for path in modules() if imported(path) & (ONLY_POSIX | ONLY_WINDOWS)] == []
