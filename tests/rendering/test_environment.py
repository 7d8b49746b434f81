"""Templates print what they are given, say plainly what is wrong with them, and reach nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from cdrp_cli.core.dates import PartialDate
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.rendering.environment import fill
from cdrp_cli.rendering.marked import Prose
from cdrp_cli.rendering.templates import Templates


@dataclass(frozen=True)
class Post:
    """A value of a view."""

    title: str
    seats: tuple[str, ...] = ("a|b", "*c*")

    def sworn(self) -> str:
        """A method that a template may call."""
        return "<sworn>"


def _filled(own: Path, text: str, **view: object) -> str:
    (own / "trial.md.j2").write_text(text, encoding="utf-8")
    return fill("trial", view, Templates(own.parent))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ words }}", "\\*a\\* \\| b"),
        ("{{ words ~ ' ' ~ words }}", "\\*a\\* \\| b \\*a\\* \\| b"),
        ("{{ m(words) }}{{ m(words) ~ words }}", "**\\*a\\* \\| b****\\*a\\* \\| b**\\*a\\* \\| b"),
        ("{% autoescape false %}{{ words }}{% endautoescape %}", "\\*a\\* \\| b"),
        ("{% set both %}_{{ words }}_{% endset %}{{ both }}", "_\\*a\\* \\| b_"),
        ("{{ post.seats | join(', ') }}", "a\\|b, \\*c\\*"),
        ("{{ [m('x'), words] | join('<br>') }}", "**x**<br>\\*a\\* \\| b"),
        ("{{ post.sworn() }} {{ words | upper }}", "\\<sworn\\> \\*A\\* \\| B"),
        ("{{ words | default('none') }}{{ nothing }}", "\\*a\\* \\| b"),
        ("{{ missing | default('none *') }}", "none \\*"),
        ("{{ day }} {{ day | weekday }} {{ month }}", "10 March 2026 Tuesday March 2026"),
        ("{{ 2 + 3 }} {{ 2 * 3 }} {{ 7 % 4 }}", "5 6 3"),
        ("- {{ prose | indent(2) }}", "- One.\n\n  - \\*a\\*\n  - b"),
        ("{{ prose | cell }} {{ words | cell }}", "One.<br>• \\*a\\*<br>• b \\*a\\* \\| b"),
        ("{% for seat in post.seats if '|' in seat %}{{ loop.index }} {{ seat }}{% endfor %}", "1 a\\|b"),
    ],
)
def test_every_value_is_escaped_whatever_way_it_is_printed(own: Path, text: str, printed: str) -> None:
    macro = "{% macro m(x) %}**{{ x }}**{% endmacro %}"
    view = {"words": "*a* | b", "post": Post("clerk"), "day": date(2026, 3, 10), "month": PartialDate(2026, 3)}
    assert _filled(own, macro + text, prose=Prose("One.\n- *a*\n- b"), nothing=None, **view) == f"{printed}\n"


@pytest.mark.parametrize(
    "text",
    [
        "{{ words | safe }}",
        "{{ words | e }}",
        "{{ words | escape }}",
        "{{ words | forceescape }}",
        "{{ words | tojson }}",
        "{{ words | attr('upper') }}",
        "{{ words | pprint }}",
        "{{ words | xmlattr }}",
        "{{ words | replace('a', 'b') }}",
        "{% set both %}{{ words }}{% endset %}{{ both.join(['<b>']) }}",
        "{% set both %}{{ words }}{% endset %}{{ both.unescape() }}",
        "{% set both %}%s{% endset %}{{ both % words }}",
        "{% set both %}{{ words }}{% endset %}{{ both + '<b>' }}",
    ],
)
def test_no_template_can_print_a_value_as_markup(own: Path, text: str) -> None:
    with pytest.raises(CdrpError, match=r"^templates/trial\.md\.j2, line 1: "):
        _filled(own, text, words="<b>")


@pytest.mark.parametrize(
    "text",
    [
        "{{ post.__class__ }}",
        "{{ post.sworn.__globals__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler.__init__.__globals__.os.getcwd() }}",
        "{{ lipsum.__globals__ }}",
        "{{ joiner }}",
        "{{ range(10 ** 9) | list | length }}",
        "{{ '{0.__class__}'.format(post) }}",
        "{{ '{0.title.__class__}'.format_map(post) }}",
        "{{ post['__class__'] }}",
        "{{ post | map(attribute='__class__') | list }}",
        "{{ [post] | map(attribute='__class__') | first }}",
        "{% for of, rows in [post] | groupby('__class__') %}{{ of }}{% endfor %}",
        "{{ [post] | sum(attribute='sworn.__globals__') }}",
        "{{ [post] | map('attr', '__class__') | list }}",
        "{{ dict.__subclasses__() }}",
        "{{ url_for.__globals__ }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ range.__class__ }}",
        "{{ loop }}",
        "{% for x in names %}{{ loop.__init__.__globals__ }}{% endfor %}",
        "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% call open('/etc/passwd') %}{% endcall %}",
        "{% do names.append('x') %}",
        "{% set post.title = 'x' %}",
        "{{ [1] * 10 ** 9 }}",
        "{{ [1] * 999999999 }}",
        "{{ 'x' * 999999999 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{% from 'secret' import x %}",
        "{% include ['../secret.md.j2', '/etc/passwd'] %}",
        "{% include names[0] %}",
        "{% extends '/etc/passwd' %}",
        "{{ post.seats.__add__(('x',)) }}",
        "{{ names.append('x') }}",
        "{% import 'os' as os %}",
        "{% include '../secret.md.j2' %}",
        "{% include 'looks/../../secret.md.j2' %}",
        "{% include '/etc/passwd' %}",
        "{% include 'looks/paper.css' %}",
        "{% include 'linked.md.j2' %}",
        "{% include 'shipped/../../pyproject.toml' %}",
        "{% extends 'shipped/../secret.md.j2' %}",
    ],
)
def test_a_hostile_template_runs_no_code_and_reads_no_file(own: Path, text: str) -> None:
    secret = own.parent / "secret.md.j2"
    secret.write_text("canary", encoding="utf-8")
    (own / "linked.md.j2").symlink_to(secret)
    with pytest.raises(CdrpError) as told:
        _filled(own, text, post=Post("clerk"), names=["a"])
    assert "canary" not in str(told.value)
    assert "Traceback" not in str(told.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\n{{ chair }}", "templates/trial.md.j2, line 2: this name does not exist here ('chair' is undefined)"),
        ("{% for x in y %}", "templates/trial.md.j2, line 1: this cannot be read as a template"),
        ("{{ words | shout }}", "templates/trial.md.j2, line 1: this cannot be read as a template"),
        ("{{ words.nothing }}", "templates/trial.md.j2, line 1: this name does not exist here"),
        ("\n\n{{ words | round }}", "templates/trial.md.j2, line 3: this does not work on the value it is given"),
        ("{% include 'none.md.j2' %}", "there is no template none.md.j2"),
        ("\n{{ 1 // 0 }}", "templates/trial.md.j2, line 2: this does not work on the value it is given"),
        ("\n{{ words[words] }}", "templates/trial.md.j2, line 2: this name does not exist here"),
        ("{% include 'trial.md.j2' %}", "templates/trial.md.j2, line 1: this goes round in a circle"),
    ],
)
def test_a_mistake_is_told_with_its_line(own: Path, text: str, told: str) -> None:
    with pytest.raises(CdrpError) as raised:
        _filled(own, text, words="a")
    assert str(raised.value).startswith(told)


def test_a_document_without_a_template_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(CdrpError, match=r"there is no template nonsense\.md\.j2"):
        fill("nonsense", {}, Templates(tmp_path))


def test_an_own_template_may_include_its_parts(own: Path) -> None:
    (own / "parts.md.j2").write_text("{{ words }} from a part", encoding="utf-8")
    assert _filled(own, "{% include 'parts.md.j2' %}", words="*") == "\\* from a part\n"


def test_a_template_that_is_not_utf_8_is_told(own: Path) -> None:
    (own / "trial.md.j2").write_bytes(b"one\n\xa3 two\n")
    with pytest.raises(CdrpError, match=r"^templates/trial\.md\.j2, line 2: .*\(it is not saved as UTF-8\)$"):
        fill("trial", {}, Templates(own.parent))


def test_a_template_that_was_changed_is_read_anew(own: Path) -> None:
    assert _filled(own, "{{ words }}", words="a") == "a\n"
    assert _filled(own, "{{ words }} and more", words="a") == "a and more\n"
    (own / "minutes.md.j2").write_text("{{ words }}", encoding="utf-8")
    assert fill("minutes", {"words": "b"}, Templates(own.parent)) == "b\n"
    (own / "minutes.md.j2").unlink()
    with pytest.raises(CdrpError, match=r"^shipped/minutes\.md\.j2, line \d+: this name does not exist"):
        fill("minutes", {"words": "b"}, Templates(own.parent))
