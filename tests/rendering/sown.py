"""A copy of the invented partnership on disk with a word of its own in every field that is not for the public.

The models are walked, not a list of names: a new field that is for members or private is sown the day it is added.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints
from zipfile import BadZipFile, ZipFile
from zlib import decompressobj, error

from ruamel.yaml import YAML

from cdrp_cli.core.citation import Owner
from cdrp_cli.records.base import Record, Visibility
from cdrp_cli.records.fields import Text
from cdrp_cli.records.items import Item
from cdrp_cli.records.kinds import kind_of
from cdrp_cli.records.papers import Paper

EXAMPLESHIRE = Path(__file__).parents[2] / "examples" / "exampleshire"
WORD = "Kanarie"
NUMBERED = re.compile(rf"{WORD}(\d{{4}})")
NEVER_SOWN = {
    "Attendance.items": "agenda numbers, which are public",
    "Declaration.items": "agenda numbers, which are public",
}
"""Text that is not for the public and bears no word, with the reason."""
LACKING: Mapping[str, Any] = {
    "Post.holders": [{"name": "Somebody"}],
    "Meeting.issued": [{"date": "2025-07-14", "revision": "4f2c1d9", "audience": "members", "files": [{"name": "a"}]}],
}
"""Parts of records that the example does not have: it names no people, and nothing was sent out."""
TITLES = frozenset({"Item.title"})
"""Of an open item the title is for members in the record, and yet what every agenda and public minute is made of."""


@dataclass
class Sown:
    """Where each word was put: the field, the file, and whether the matter around it is exempt."""

    fields: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    exempt: set[str] = field(default_factory=set)
    private: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def word(self, name: str, file: str, *, closed: bool, private: bool) -> str:
        """A new word, noted."""
        word = f"{WORD}{len(self.fields):04}"
        self.fields[word], self.files[word] = name, file
        if closed:
            self.exempt.add(word)
        if private:
            self.private.add(word)
        if name in TITLES and not closed:
            self.titles.add(word)
        return word

    def found(self, data: bytes) -> dict[str, str]:
        """The words in the bytes, in what is packed into them too, with the field each was put into."""
        seen = {f"{WORD}{number}" for part in parts(data) for number in NUMBERED.findall(part)}
        return {word: f"{self.fields[word]} of {self.files[word]}" for word in sorted(seen)}


def parts(data: bytes) -> Iterator[str]:
    """The bytes as text, and what is packed into them: the parts of a zip, the streams of a PDF."""
    yield data.decode("utf-8", "replace")
    yield data.decode("utf-16-be", "replace")
    yield data[1:].decode("utf-16-be", "replace")
    try:
        with ZipFile(BytesIO(data)) as opened:
            for name in opened.namelist():
                yield f"{name}\n{opened.read(name).decode('utf-8', 'replace')}"
    except BadZipFile:
        pass
    for begun in re.finditer(rb"stream\r?\n", data):
        try:
            unpacked = decompressobj().decompress(data[begun.end() :])
        except error:
            continue
        yield unpacked.decode("utf-8", "replace")
        yield unpacked.decode("utf-16-be", "replace")


def sow(root: Path) -> Sown:
    """Writes the records under `root/data` and tells what was put where."""
    sown = Sown()
    for path in sorted((EXAMPLESHIRE / "data").rglob("*")):
        name = path.relative_to(EXAMPLESHIRE).as_posix()
        kind = kind_of(name) if path.is_file() else None
        if kind is None:
            continue
        raw, text = _read(path)
        records = raw[kind.holds] if kind.holds else [raw]
        if text is not None:
            raw["text"] = text
        for record in records:
            _sow(record, kind.model, sown, name, closed=kind.model is Paper and "exempt" in record)
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        below = raw.pop("text") if text is not None else ""
        said = f"---\n{_yaml(raw)}\n---\n{below}" if text is not None else f"{_yaml(raw)}\n"
        target.write_text(said, encoding="utf-8", newline="\n")
    return sown


def text_fields() -> set[str]:
    """Every text of every record that is not for the public, as `Model.field`."""
    return {
        f"{model.__name__}.{name}"
        for model in models(Record)
        if not model.__subclasses__()
        for name, hint in get_type_hints(model, include_extras=True).items()
        if name in model.model_fields and _sight(model, name) != Visibility.PUBLIC and _takes_words(hint)
    }


def models(base: type[Record]) -> Iterator[type[Record]]:
    """Every kind of record and part of one."""
    for model in base.__subclasses__():
        if model.__module__.startswith("cdrp_cli."):
            yield model
        yield from models(model)


def _read(path: Path) -> tuple[dict[str, Any], str | None]:
    """The mapping of a file, and the text of a report below it."""
    whole, text = path.read_text(encoding="utf-8"), None
    if path.suffix == ".md":
        _, whole, text = whole.split("---\n", 2)
    loaded: dict[str, Any] = YAML(typ="safe", pure=True).load(whole)
    return loaded, text


def _yaml(raw: Mapping[str, Any]) -> str:
    return json.dumps(raw, ensure_ascii=False, indent=1, default=str)


def _sow(raw: dict[str, Any], model: type[Record], sown: Sown, file: str, *, closed: bool) -> None:
    closed = closed or (model is Item and "exempt" in raw)
    hints = get_type_hints(model, include_extras=True)
    for name, spec in model.model_fields.items():
        key, named = spec.alias or name, f"{model.__name__}.{name}"
        if named in LACKING:
            raw[key] = raw.get(key) or json.loads(json.dumps(LACKING[named]))
        for inside in _records(raw.get(key)):
            part = _model_of(hints[name], inside)
            if part is not None:
                _sow(inside, part, sown, file, closed=closed)
        hidden = _sight(model, name) != Visibility.PUBLIC or (closed and named in _TOLD_IN_THE_OPEN)
        if hidden and named not in NEVER_SOWN and _takes_words(hints[name]):
            word = sown.word(named, file, closed=closed, private=_sight(model, name) == Visibility.PRIVATE)
            raw[key] = _with(raw.get(key), word, hints[name])


_TOLD_IN_THE_OPEN = frozenset({"Decision.text", "Late.reason"})
"""Texts that are public of an open item and not of a closed one."""


def _with(value: Any, word: str, hint: Any) -> Any:
    """The value with the word in it; an owner becomes one in plain words."""
    if Owner in _kinds(hint):
        return [f"{word} by name"] if _is_list(hint) else f"{word} by name"
    if _is_list(hint):
        return [f"{each} {word}" for each in value or [""]]
    return f"{value} {word}".strip() if value is not None else word


def _sight(model: type[Record], name: str) -> object:
    extra = model.model_fields[name].json_schema_extra
    assert isinstance(extra, dict)
    return extra.get("visibility")


def _takes_words(hint: Any) -> bool:
    """Whether any words may stand in the field: no id, no day, none of a few words."""
    return bool({Text, Owner, str} & _kinds(hint))


def _is_list(hint: Any) -> bool:
    """Whether the field holds several."""
    if get_origin(hint) is Annotated:
        return hint != Text and _is_list(get_args(hint)[0])
    return get_origin(hint) is tuple or any(
        _is_list(each) for each in get_args(hint) if get_origin(hint) is not Literal
    )


def _kinds(hint: Any) -> set[Any]:
    """The types that the hint is made of; a text that names another record is none, nor one of a few words."""
    origin, args = get_origin(hint), get_args(hint)
    if hint == Text:
        return {Text}
    if origin is Annotated:
        return set() if args[0] is str else _kinds(args[0])  # an id, a time of day, a reference
    if origin is None:
        return {hint} if isinstance(hint, type) else set()
    return set().union(*(_kinds(each) for each in args if each is not Ellipsis)) if origin is not Literal else set()


def _records(value: Any) -> list[dict[str, Any]]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]


def _model_of(hint: Any, raw: Mapping[str, Any]) -> type[Record] | None:
    """The model of a mapping: where the hint allows several, the one whose kind it bears."""
    found = [each for each in _kinds(hint) if isinstance(each, type) and issubclass(each, Record)]
    bearing = [each for each in found if _kind_of(each) == raw.get("kind")]
    return (bearing or found or [None])[0]


def _kind_of(model: type[Record]) -> object:
    hint = get_type_hints(model).get("kind")
    return get_args(hint)[0] if get_origin(hint) is Literal else None
