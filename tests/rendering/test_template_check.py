"""Templates and looks of one's own are checked before a paper is made: each mistake with its line and its remedy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from cdrp_cli.core.errors import UnknownIdError
from cdrp_cli.rendering.document import made
from cdrp_cli.rendering.environment import fill
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.paper import Cover, Format
from cdrp_cli.rendering.road import render
from cdrp_cli.rendering.template_check import check
from cdrp_cli.rendering.template_check_given import Name, given_to
from cdrp_cli.rendering.template_check_looks import STYLES
from cdrp_cli.rendering.template_check_sample import example_papers, given
from cdrp_cli.rendering.templates import Templates, shipped
from rendering.hostile import COVER

LOOP = "changed, cycle, depth, first, index, index0, last, length, nextitem, previtem, revindex, revindex0"
HEAD = "partnership, body, day, time, venue, how, chair, clerk, next"


def _found(own: Path, text: str, name: str = "minutes.md.j2") -> list[tuple[int, str, str, str]]:
    title = "\n\n# T\n" if name == "minutes.md.j2" and "# {{" not in text and "extends" not in text else ""
    (own / name).write_text(f"{text}{title}", encoding="utf-8")
    return [(each.line, each.what, each.message, each.help) for each in check(own.parent, (), None).mistakes]


@pytest.mark.parametrize(
    ("text", "line", "what", "message", "help_"),
    [
        ("# {{ titel }}", 1, "unknown-name", "there is no name titel here", "did you mean title?"),
        ("\n{{ chair }}", 2, "unknown-name", "there is no name chair here", "did you mean head.chair?"),
        (
            *("{{ suggested }}", 1, "unknown-name", "there is no name suggested here"),
            "it is given to agenda.md.j2 alone",
        ),
        (
            *("{{ head.chairman }}", 1, "unknown-name", "head has no chairman"),
            f"did you mean chair? It has {HEAD}",
        ),
        (
            *("{{ head['chairman'] }}", 1, "unknown-name", "head has no chairman"),
            f"did you mean chair? It has {HEAD}",
        ),
        (
            *("{% for each in corrections %}\n{{ each.minutes }}{% endfor %}", 2, "unknown-name"),
            *("each has no minutes", "did you mean minute? It has minute, text"),
        ),
        (
            *("{{ corrections.text }}", 1, "unknown-name", "corrections has no text: it is a list"),
            "write {% for each in corrections %}{{ each.text }}{% endfor %}. Each has minute, text",
        ),
        ("{{ head.day.text }}", 1, "unknown-name", "head.day has no text", "it is printed whole: {{ head.day }}"),
        (
            *("{% for x in items %}{{ loop.indx }}{% endfor %}", 1, "unknown-name", "loop has no indx"),
            f"did you mean index? It has {LOOP}",
        ),
        (
            *("{{ corrections | map(attribute='txt') | join }}", 1, "unknown-name"),
            *("a row of corrections has no txt", "did you mean text? It has minute, text"),
        ),
        (
            *("{{ corrections | selectattr('minuts') | first }}", 1, "unknown-name"),
            *("a row of corrections has no minuts", "did you mean minute? It has minute, text"),
        ),
        (
            *("{% set all = declarations %}{{ all[0].pst }}", 1, "unknown-name"),
            *("all[…] has no pst", "did you mean post? It has post, kind, items, left"),
        ),
        (
            *("{% macro m(x) %}\n{{ x.dya }}{% endmacro %}{{ m(head) }}", 2, "unknown-name"),
            *("x has no dya", f"did you mean day? It has {HEAD}"),
        ),
        ("{{ title | uper }}", 1, "unknown-filter", "there is no filter uper", "did you mean upper?"),
        ("{{ title is odd_one }}", 1, "unknown-test", "there is no test named odd_one", "did you mean odd?"),
        ("{% include 'siting.md.j2' %}", 1, "unknown-template", "there is no template siting.md.j2",
         "did you mean sitting.md.j2?"),
        (
            *("{% include '../secret' %}", 1, "unknown-template", "there is no template ../secret"),
            "templates lie in the folder templates, and nothing outside it can be read",
        ),
        (
            *("x\n{% for x in %}", 2, "not-a-template"),
            "this cannot be read as a template: Expected an expression, got 'end of statement block'",
            "see the line, and the one before it",
        ),
        (
            *("{{ head.__class__ }}", 1, "not-allowed", "head.__class__ is not for templates"),
            "a template reaches no insides: names that begin with _ are closed to it",
        ),
        (
            *("{{ cycler }}", 1, "not-allowed", "cycler is Jinja's own and switched off here"),
            "a template prints what it is given and runs nothing",
        ),
        (
            *("{{ title | safe }}", 1, "not-allowed", "the filter safe is Jinja's own and switched off here"),
            "what a record says is printed letter for letter, and no filter changes that",
        ),
        ("{{ title + 'x' }}", 1, "not-allowed", "+ is for numbers", "put words together with ~"),
        (
            *("{{ 9 ** 9 ** 9 }}", 1, "not-allowed", "** is not for templates"),
            "what is to be printed is worked out before",
        ),
        (
            *("{% include 'agenda-items.md.j2' %}", 1, "unknown-name"),
            "what agenda-items.md.j2 asks for is missing: there is no name lines here",
            "give it before, as the template does that came with cdrp",
        ),
        (
            *("\n{{ 1 / 0 }}", 2, "fails", "this does not work on the value it is given"),
            "found while filling in 2024-03-12-board-minutes",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_its_remedy(
    own: Path, text: str, line: int, what: str, message: str, help_: str
) -> None:
    assert _found(own, text) == [(line, what, message, help_)]


@pytest.mark.parametrize(
    "text",
    [
        "{{ title ~ head.chair | upper }}{{ head.day | weekday }}{{ head.day.year }}{{ title.upper() }}",
        "{{ subtitle | default('none') }}{% if subtitle is defined %}{{ subtitle }}{% endif %}",
        "{% if subtitle is not defined %}{% set subtitle = 'x' %}{% endif %}{{ subtitle }}",
        "{{ subtitle if subtitle is defined else title }}",
        "{% for item in items if item.number %}{{ loop.index }} {{ item.title }}{% else %}{{ title }}{% endfor %}",
        "{% for item in items %}{% for each in item.decisions %}{{ each.text | cell }}{% endfor %}{% endfor %}",
        "{% for title, rows in items | groupby('title') %}{{ title }}{{ rows[0].number }}{% endfor %}",
        "{% macro m(x, y=1) %}{{ x.chair }}{{ n(x) }}{% endmacro %}{% macro n(x) %}x{% endmacro %}{{ m(head) }}",
        "{% macro again(n) %}{% if n %}{{ again(n - 1) }}{% endif %}{% endmacro %}{{ again(3) }}",
        "{% set ns = namespace(n=0) %}{% for x in items %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}",
        "{% with short = head %}{{ short.body }}{% endwith %}{{ range(3) | list | length }}",
        "{% set words %}{{ title }}{% endset %}{{ words }}",
        "{% import 'parts.md.j2' as parts %}{{ parts.named(head) }}",
        "{% from 'parts.md.j2' import named as n %}{{ n(head) }}",
        "{% extends 'shipped/minutes.md.j2' %}",
        "{% include 'sitting.md.j2' %}{% include 'none.md.j2' ignore missing %}",
        "{% include ['none.md.j2', 'sitting.md.j2'] %}{% include 'shipped/sitting.md.j2' %}",
        "{{ corrections | map(attribute='text') | join(', ') }}{{ (items | first).title }}{{ items[0].title }}",
    ],
)
def test_what_works_is_not_complained_of(own: Path, text: str) -> None:
    (own / "parts.md.j2").write_text("{% macro named(x) %}{{ x.body }}{% endmacro %}", encoding="utf-8")
    found = check(own.parent, ("minutes",), None) if _found(own, text) is not None else None
    assert found is not None
    assert found.mistakes == ()
    assert found.tried > 5


def test_what_a_template_that_extends_another_never_prints_is_told(own: Path) -> None:
    (own / "frame.md.j2").write_text("# {{ title }}\n{% block words %}{% endblock %}\n", encoding="utf-8")
    blocks = "{% block words %}{{ titel }}{% endblock %}\n{% block more %}x{% endblock %}\n"
    text = f"{{% extends 'frame.md.j2' %}}\n{blocks}lost\n"
    assert _found(own, text) == [
        (2, "unknown-name", "there is no name titel here", "did you mean title?"),
        (3, "not-used", "what this extends has no block more: it is not printed", "it has words"),
        (
            *(4, "not-used", "what stands outside the blocks is not printed"),
            "put it into a block of the template that this one extends",
        ),
    ]
    (own / "frame.md.j2").unlink()
    assert _found(own, "{% extends 'shipped/minutes.md.j2' %}{% block items %}x{% endblock %}") == [
        (
            *(1, "not-used", "what this extends has no block items: it is not printed"),
            "it has none: begin with a copy of it",
        )
    ]


def test_every_mistake_of_a_file_is_told_not_the_first_alone(own: Path) -> None:
    found = _found(own, "{{ a }}\n{{ b | c }}\n{{ head.d }}\n{% include 'e.md.j2' %}\n")
    assert [(line, what) for line, what, _, _ in found] == [
        (1, "unknown-name"),
        (2, "unknown-filter"),
        (2, "unknown-name"),
        (3, "unknown-name"),
        (4, "unknown-template"),
    ]


def test_a_mistake_in_a_part_is_told_once_in_that_part(own: Path) -> None:
    (own / "minutes.md.j2").write_text("# T\n{% include 'sitting.md.j2' %}", encoding="utf-8")
    assert _found(own, "x\n{{ head.vanue }}", "sitting.md.j2") == [
        (2, "unknown-name", "head has no vanue", f"did you mean venue? It has {HEAD}")
    ]
    assert check(own.parent, (), None).files == {
        "templates/minutes.md.j2": ("minutes",),
        "templates/sitting.md.j2": ("agenda", "minutes"),
    }


def test_a_mistake_that_shows_in_some_papers_only_says_in_which(own: Path) -> None:
    (own / "minutes.md.j2").write_text("# T\n{% include 'sitting.md.j2' %}", encoding="utf-8")
    (own / "sitting.md.j2").write_text("{{ notice }}", encoding="utf-8")
    (mistake,) = check(own.parent, (), None).mistakes
    assert (mistake.message, mistake.only) == (
        "there is no name notice here",
        "minutes for members and minutes for public",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("## {{ title }}", "this makes a paper with no title"),
        ("# {{ title }}\n\n# Attendance\n", "this makes a paper with 2 titles"),
        ("", "this makes a paper with no title"),
    ],
)
def test_a_paper_has_one_title(own: Path, text: str, message: str) -> None:
    (own / "minutes.md.j2").write_text(text, encoding="utf-8")
    (mistake,) = check(own.parent, (), None).mistakes
    assert (mistake.line, mistake.message) == (0, message)
    (own / "minutes.md.j2").write_text("# {{ title }}\n\n```\n# code\n```\n", encoding="utf-8")
    assert check(own.parent, (), None).mistakes == ()


def test_what_a_system_leaves_in_a_folder_is_no_mistake(own: Path) -> None:
    for name in ("Thumbs.db", "desktop.ini", ".DS_Store", "looks/~$reference.docx"):
        (own / name).write_bytes(b"x")
    assert check(own.parent, (), None).files == {}


def test_a_file_not_in_utf_8_is_told(own: Path) -> None:
    (own / "minutes.md.j2").write_bytes("# {{ title }}\nTŷ\n".encode("cp1252", "replace") + b"\xa3\n")
    (mistake,) = check(own.parent, (), None).mistakes
    assert (mistake.line, mistake.message) == (3, "this cannot be read as a template: it is not saved as UTF-8")


@pytest.mark.parametrize(
    ("name", "message", "help_"),
    [
        ("minuts.md.j2", "no paper uses a file of this name", "did you mean templates/minutes.md.j2?"),
        ("minutes.md", "no paper uses a file of this name", "did you mean templates/minutes.md.j2?"),
        ("minutes.j2", "no paper uses a file of this name", "did you mean templates/minutes.md.j2?"),
        ("old/agenda.md.j2", "no paper uses a file of this name", "did you mean templates/agenda.md.j2?"),
        ("Agenda.md.j2", "no paper uses a file of this name", "did you mean templates/agenda.md.j2?"),
        ("reference.docx", "no paper uses a file of this name", "did you mean templates/looks/reference.docx?"),
        (
            *("looks/paper.lua", "this cannot be replaced, and yours is not used"),
            "your own may be looks/paper.css and looks/reference.docx and templates",
        ),
    ],
)
def test_a_file_that_no_paper_uses_is_told_with_the_nearest_name(
    own: Path, name: str, message: str, help_: str
) -> None:
    (own / name).parent.mkdir(exist_ok=True)
    assert _found(own, "# {{ title }}", name) == [(0, "not-used", message, help_)]


def test_a_link_that_leads_out_is_not_followed(own: Path) -> None:
    (own.parent / "secret.md.j2").write_text("secret", encoding="utf-8")
    (own / "agenda.md.j2").symlink_to(own.parent / "secret.md.j2")
    (mistake,) = check(own.parent, (), None).mistakes
    assert (mistake.what, mistake.message) == (
        "not-used",
        "this is a link that leads out of the folder, and is not followed",
    )


def test_files_are_named_shortly_and_others_left_out(own: Path) -> None:
    (own / "README.md").write_text("ours", encoding="utf-8")
    for name in ("agenda.md.j2", "minutes.md.j2"):
        (own / name).write_text("# {{ x }}", encoding="utf-8")
    for name in ("agenda", "agenda.md.j2", "templates/agenda.md.j2"):
        assert [each.file for each in check(own.parent, (name,), None).mistakes] == ["templates/agenda.md.j2"]
    with pytest.raises(UnknownIdError, match=r"no template of your own 'agend'; did you mean agenda"):
        check(own.parent, ("agend",), None)


def test_the_templates_of_the_program_have_no_mistake(tmp_path: Path) -> None:
    """Also that every one of them is used, so that a new kind of paper is told to this check."""
    folder = tmp_path / "templates"
    (folder / "looks").mkdir(parents=True)
    for path in (*shipped().glob("*.md.j2"), shipped() / "looks/paper.css", shipped() / "looks/reference.docx"):
        (folder / path.relative_to(shipped())).write_bytes(path.read_bytes())
    found = check(tmp_path, (), None)
    assert found.mistakes == ()
    assert len(found.files) == len(list(shipped().glob("*.md.j2"))) + 2


def test_the_example_shows_what_the_views_declare() -> None:
    """A list that is empty in every paper of the example would leave its rows unknown, and mistakes in them unseen."""
    unknown = [
        (template, name)
        for (template, audience), names in given(example_papers()).items()
        for name, kind in names.items()
        if "Never" in str(kind) and audience is Audience.MEMBERS
    ]
    assert sorted(unknown) == [("agenda", "changed"), ("gap-report", "undated"), ("minutes", "not_seen")]


# Looks


def _reference(own: Path, change: Mapping[str, bytes | None] | None = None, **replaced: tuple[bytes, bytes]) -> None:
    with ZipFile(shipped() / "looks" / "reference.docx") as source:
        parts: dict[str, bytes | None] = {name: source.read(name) for name in source.namelist()}
    for name, (old, new) in replaced.items():
        for part in [each for each in parts if name in each]:
            parts[part] = (parts[part] or b"").replace(old, new)
    with ZipFile(own / "looks" / "reference.docx", "w") as target:
        for name, content in (parts | dict(change or {})).items():
            if content is not None:
                target.writestr(name, content)


def _of_look(own: Path) -> list[tuple[str, str]]:
    return [(each.message, each.help) for each in check(own.parent, (), None).mistakes]


def test_a_reference_without_our_styles_names_them(own: Path) -> None:
    _reference(own, styles=(b'w:styleId="Inset"', b'w:styleId="Einzug"'))
    assert _of_look(own) == [
        (
            "the style Inset that papers use is missing",
            "begin with templates/looks/reference.docx as it came with cdrp, and change its styles in Word",
        )
    ]
    _reference(own, {"word/styles.xml": b"<styles/>"})
    assert (
        _of_look(own)[0][0]
        == f"the styles {', '.join([*STYLES.values()][:-1])} and Verbatim Char that papers use are missing"
    )


@pytest.mark.parametrize("change", [{"word/vbaProject.bin": b"x"}, None])
def test_a_reference_with_macros_is_refused(own: Path, change: Mapping[str, bytes] | None) -> None:
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    _reference(own, change, Content_Types=(main, macro if change is None else main))
    assert _of_look(own) == [
        ("this document holds macros", "save it as .docx, not .docm or .dotm: every paper made of it would hold them")
    ]


@pytest.mark.parametrize(("kind", "found"), [("attachedTemplate", 1), ("image", 1), ("hyperlink", 0)])
def test_a_reference_that_fetches_something_is_told(own: Path, kind: str, found: int) -> None:
    of = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    link = f'<Relationship Id="rId9" Type="{of}" Target="https://example.org/x" TargetMode="External"/>'
    _reference(own, {"word/_rels/header1.xml.rels": f"<Relationships>{link}</Relationships>".encode()})
    assert [message for message, _ in _of_look(own)] == ["this document asks for a file from elsewhere"] * found


def test_a_reference_that_is_none_is_told(own: Path) -> None:
    (own / "looks" / "reference.docx").write_bytes(b"PK no zip")
    assert _of_look(own) == [("this is no Word document", "save it in Word as .docx, without a password")]
    _reference(own, {"word/document.xml": None})
    assert _of_look(own) == [("this is no Word document", "save it in Word as .docx")]
    _reference(own, {"word/styles.xml": b"<styles"})
    assert _of_look(own) == [("this document is damaged", "open it in Word and save it again")]


def test_a_reference_without_a_place_for_the_marking_is_told(own: Path) -> None:
    _reference(own, header=(b"{{marking}}", b"Vale"), footer=(b"{{marking}}", b""))
    assert [message for message, _ in _of_look(own)] == ["neither header nor footer has a place for the marking"]
    _reference(own, header=(b"{{marking}}", b"{{mark</w:t></w:r><w:r><w:t>ing}}"), footer=(b"{{marking}}", b""))
    assert _of_look(own) == [
        (
            "{{marking}} in the header or footer would not be replaced",
            "delete it, and type {{marking}} again in one go: Word has cut it into pieces",
        )
    ]


def test_a_stylesheet_fetches_nothing(own: Path) -> None:
    css = "a { color: red; }\nb { background: url(http://x/y.png); }\n@import 'x';\nc > d { content: '<'; }\n"
    (own / "looks" / "paper.css").write_text(css, encoding="utf-8")
    assert [(each.line, each.message) for each in check(own.parent, (), None).mistakes] == [
        (2, "this asks for another file"),
        (3, "this asks for another file"),
        (4, "a stylesheet cannot hold the sign <"),
    ]


def test_the_styles_asked_for_are_those_that_papers_use() -> None:
    kinds = {(each.template, each.audience): each for each in example_papers()}
    words = [copy.files[Format.DOCX] for copy in made(kinds.values(), (Format.DOCX,), Templates())]
    more = ["> q", "`c`", "[a](https://x.org)", "## 2", "### 3", "#### 4", "##### 5", "###### 6"]
    marked = Cover("T", COVER.day, marking="DRAFT")
    words.append(render("# T\n\n" + "\n\n".join(more), marked, [Format.DOCX])[Format.DOCX])
    parts = [ZipFile(BytesIO(each)).read("word/document.xml").decode() for each in words]
    used = {style for part in parts for style in re.findall(r'<w:(?:p|r|tbl)Style w:val="([^"]*)"', part)}
    assert used == set(STYLES)


def test_a_name_that_the_check_knows_can_be_printed(own: Path) -> None:
    """All that is listed exists: a template made of the lists fills in with every paper of the example."""
    documents = example_papers()
    for each in given_to(documents, {document.template for document in documents}):
        lines = [f"{{{{ {name} }}}}" for name in each.whole.split(", ") if name]
        lines += [_printing(name) for name in each.names if name.inside]
        (own / f"{each.paper}.md.j2").write_text("\n".join(["# T", *lines]), encoding="utf-8")
    for document in documents:
        assert fill(document.template, document.view, Templates(own.parent))
    assert check(own.parent, (), None).mistakes == ()


def _printing(name: Name) -> str:
    """Lines that print all that stands inside, two levels deep in brackets left out."""
    flat = re.sub(r" \([^()]*\)", "", re.sub(r" \([^()]*\)", "", name.inside)).split(", ")
    said = "".join(f"{{{{ x.{part} }}}}" for part in flat)
    if name.holds == "record":
        return f"{{% set x = {name.name} %}}{said}"
    rows = f"{{% for x in {'rows' if name.holds == 'groups' else name.name} %}}{said}{{% endfor %}}"
    return f"{{% for group, rows in {name.name}.items() %}}{rows}{{% endfor %}}" if name.holds == "groups" else rows
