"""One module writes records: nothing else opens, moves or deletes a file, but for the few that write elsewhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from project.sourcecode import SOURCE, called, calls, modules, parsed

WRITER = "records/writer.py"
ELSEWHERE = {
    "cli/at_revision.py": {"TemporaryDirectory", "mkdir", "write_bytes"},  # templates of a revision, outside
    "cli/asked.py": {"copy"},  # a value, no file
    "cli/calendar_made.py": {"write_bytes"},  # the file that --ics names; refuses the folder of the records
    "cli/writing.py": {"write_text"},  # the file that --output names
    "cli/console.py": {"open"},  # nowhere, where standard output was closed
    "rendering/pandoc.py": {"TemporaryDirectory"},
    "rendering/pdf.py": {"TemporaryDirectory"},
    "rendering/files.py": {"mkdir", "unlink", "write_bytes"},  # papers and tables; the folder of the records is refused
}
CHANGES_FILES = {
    "chmod", "copy", "copy2", "copyfile", "copytree", "fdopen", "hardlink_to", "link", "makedirs", "mkdir", "mkdtemp",
    "mkstemp", "move", "NamedTemporaryFile", "remove", "rename", "renames", "rmdir", "rmtree", "symlink", "symlink_to",
    "TemporaryDirectory", "TemporaryFile", "touch", "truncate", "unlink", "write_bytes", "write_text",
}  # fmt: skip
EDITS = {"nodes", "render", "splice", "stretch"}
"""The parts of yamltext that change a text; the rest reads."""


def _named(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def _changing(path: Path) -> Iterator[str]:
    """The names of the calls in the module that change files, or may."""
    for call in calls(path):
        name = called(call)
        if name in CHANGES_FILES or (name == "open" and not _only_reads(call)) or _replaces_a_file(call):
            yield name


def _only_reads(call: ast.Call) -> bool:
    modes = [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    modes += call.args[:1] if isinstance(call.func, ast.Attribute) else call.args[1:2]
    return all(isinstance(mode, ast.Constant) and not set(str(mode.value)) & set("wax+") for mode in modes)


def _replaces_a_file(call: ast.Call) -> bool:
    """`path.replace(other)`: a text's replace takes two arguments, a date's none without a name."""
    return isinstance(call.func, ast.Attribute) and call.func.attr == "replace" and len(call.args) == 1


def _imported(path: Path) -> set[str]:
    """The full names of what the module imports, in functions too."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update((node.module, *(f"{node.module}.{alias.name}" for alias in node.names)))
    return found


def test_the_writer_alone_changes_records() -> None:
    found = {_named(path): set(_changing(path)) for path in modules()}
    strange = {name: names - ELSEWHERE.get(name, set()) for name, names in found.items() if name != WRITER}
    assert {name: names for name, names in strange.items() if names} == {}
    assert {"open", "replace", "unlink"} <= found[WRITER]


def test_no_module_changes_the_text_of_a_record_past_the_writer() -> None:
    edits = {f"cdrp_cli.yamltext.{name}" for name in EDITS}
    users = {_named(path) for path in modules() if _imported(path) & edits}
    assert {name for name in users if not name.startswith("yamltext/")} == {WRITER}


def test_only_commands_and_imports_ask_the_writer() -> None:
    users = {_named(path) for path in modules() if "cdrp_cli.records.writer" in _imported(path)}
    assert {name for name in users if not name.startswith(("cli/", "exchange/"))} == set()
