"""Texts that people do write: each is read for what it says, or refused for what is wrong with it, where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cdrp_cli.yamltext import Document, read
from yamltrees import CORPUS, laid_open

BAD = sorted((CORPUS / "bad").glob("*.yaml"), key=lambda path: path.stem)
GOOD = sorted((CORPUS / "good").glob("*.yaml"), key=lambda path: path.stem)
NOT_FATAL = {"number-changes", "text-cut-by-hash", "text-split-at-comma", "colon-without-space"}


def _expected() -> dict[str, str]:
    lines = (CORPUS / "expected.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(maxsplit=1) for line in lines if line and not line.startswith("#"))
    return {name: told.strip() for name, told in pairs}


EXPECTED = _expected()


def _told(document: Document) -> str:
    return ", ".join(
        f"{line}:{column} {problem.rule}" for problem in document.problems for line, column in [problem.spot]
    )


def test_the_list_names_exactly_the_files() -> None:
    assert list(EXPECTED) == [path.stem for path in BAD]
    assert [path.stem for path in GOOD] == sorted(path.stem for path in (CORPUS / "good").glob("*.json"))


@pytest.mark.parametrize("pure", [False, True], ids=["fast", "pure"])
@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_what_is_wrong_is_named_where_it_stands(path: Path, pure: bool) -> None:
    assert _told(read(path.name, path.read_bytes(), pure=pure)) == EXPECTED[path.stem]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_refusal_is_told_for_the_officer(path: Path) -> None:
    for problem in read(path.name, path.read_bytes()).problems:
        assert problem.help
        told = f"{problem.message} {problem.help}"
        assert "!" not in told.replace("the ! ", "")
        assert not {"scanner", "token", "str", "None", "parse", "mapping values", "block end", "scalar"} & set(
            told.split()
        )


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_only_what_makes_the_rest_meaningless_stops_the_reading(path: Path) -> None:
    document = read(path.name, path.read_bytes())
    assert document.readable == (document.value is not None)
    assert document.readable or any(problem.fatal for problem in document.problems)
    assert all(problem.fatal for problem in document.problems if problem.rule not in NOT_FATAL)


@pytest.mark.parametrize("pure", [False, True], ids=["fast", "pure"])
@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_what_is_unusual_and_right_is_read_as_it_is_meant(path: Path, pure: bool) -> None:
    document = read(path.name, path.read_bytes(), pure=pure)
    assert document.problems == ()
    # as text, so that true is not 1
    assert repr(_plain(document.value)) == repr(json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_line_ends_and_byte_order_mark_change_neither_values_nor_places(path: Path) -> None:
    data = path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    usual = laid_open(read(path.name, data))
    assert laid_open(read(path.name, b"\xef\xbb\xbf" + data)) == usual
    assert laid_open(read(path.name, data.replace(b"\n", b"\r\n"))) == usual
    assert laid_open(read(path.name, b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))) == usual
