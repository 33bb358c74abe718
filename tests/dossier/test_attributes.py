"""Which lines of `.gitattributes` make git alter files as it writes them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.dossier.attributes import altering_attributes
from claimcheck.model import Config
from support.repository import commit, git

if TYPE_CHECKING:
    from pathlib import Path

ALTER = "the change has git alter files as it writes them out: "


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a project in a folder, of which nothing is committed but its settings."""
    root = tmp_path_factory.mktemp("repository")
    (root / "facts" / "claims" / "deep").mkdir(parents=True)
    (root / "facts" / "claimcheck.toml").write_text("")
    git(root, "init", "--quiet")
    return root


def altered(
    repository: Path, path: str, before: str | bytes | None, after: str | None
) -> list[str]:
    """Return what is said where a file of attributes changes from one text to another."""
    file = repository / path
    for content in (before, after):
        file.unlink(missing_ok=True)
        if isinstance(content, str):
            file.write_text(content)
        elif content is not None:
            file.write_bytes(content)
        if content is before:
            base = commit(repository)
    flaws = altering_attributes(repository / "facts", Config(), base)
    file.unlink(missing_ok=True)
    assert {flaw.rule for flaw in flaws} <= {"settings-weakened"}
    return [
        f"{flaw.place.path}:{flaw.place.line} {flaw.message.removeprefix(ALTER)}" for flaw in flaws
    ]


LINES = """\
* text
* -text
* !text
* diff
* diff=yaml merge whitespace delta encoding conflict-marker-size binary
* export-ignore export-subst lockable linguist-language=YAML gitlab-language=x
* binary eol=lf
# * text
\t*   filter=x
"a b.yaml" ident
"a ident.yaml" -ident
"a b.yaml
name
eol=crlf
[attr]quiet -diff crlf
[attr]quiet -diff
[attr]binary -diff
* -binary
* !binary
* !diff
* diffs
* linguist
"""


def test_a_line_alters_files_unless_it_is_known_to_alter_none(repository: Path) -> None:
    message = altered(repository, "facts/claims/.gitattributes", None, LINES)

    lines = LINES.split("\n")
    assert [lines[int(line.split(":")[1].split()[0]) - 1].strip() for line in message] == [
        "* text",
        "* !text",
        "* binary eol=lf",
        "*   filter=x",
        '"a b.yaml" ident',
        "[attr]quiet -diff crlf",
        "[attr]binary -diff",
        "* -binary",
        "* !binary",
        "* diffs",
        "* linguist",
    ]
    assert message[0] == "claims/.gitattributes:1 '* text'"
    assert message[3] == "claims/.gitattributes:9 '* filter=x'"


def test_lines_that_spared_files_are_missed(repository: Path) -> None:
    message = altered(
        repository,
        "facts/claims/.gitattributes",
        "* -text\n* binary\n*  -filter\n* -ident\n* -crlf\n* -working-tree-encoding\n* diff\n"
        "* eol=lf\n# * -text\n* -diff\n* text\n",
        "*\t-filter\n* text\n",
    )

    assert message == [
        f"claims/.gitattributes:0 '* {name}' is gone"
        for name in ("-text", "binary", "-ident", "-crlf", "-working-tree-encoding")
    ]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (".gitattributes", "../.gitattributes:1 '* text'"),
        ("facts/.gitattributes", ".gitattributes:1 '* text'"),
        ("facts/claims/deep/.gitattributes", "claims/deep/.gitattributes:1 '* text'"),
        ("facts/other/.gitattributes", None),
        ("facts/claims/x.gitattributes", None),
    ],
)
def test_files_above_and_among_those_of_the_project_count(
    repository: Path, path: str, message: str | None
) -> None:
    (repository / path).parent.mkdir(exist_ok=True)

    assert altered(repository, path, None, "* text\n") == ([message] if message else [])
    assert altered(repository, path, "* text\n", "* text\n") == []
    assert altered(repository, path, "* -text\n", None) == (
        [message.replace("1 '* text'", "0 '* -text' is gone")] if message else []
    )


def test_a_file_between_the_project_and_a_folder_of_it_counts(repository: Path) -> None:
    base = commit(repository)
    file = repository / "facts" / "data" / ".gitattributes"
    file.parent.mkdir()
    file.write_text("claims/** filter=x\n")

    deep = Config(claims="data/claims", sources="data/deep/sources")
    message = [flaw.place.path for flaw in altering_attributes(repository / "facts", deep, base)]
    file.unlink()
    assert message == ["data/.gitattributes"]


def test_attributes_that_cannot_be_read_are_told(repository: Path) -> None:
    large = "#" * (256 << 10)
    path = "facts/claims/.gitattributes"

    assert altered(repository, path, None, large) == []
    assert altered(repository, path, None, f"{large}#") == [
        "claims/.gitattributes:1 '.gitattributes cannot be read: it is larger than 262,144 byt…'"
    ]
    assert altered(repository, path, b"\xff -text\n", None) == [
        "claims/.gitattributes:0 '\\udcff -text' is gone"
    ]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("* text\n*.pdf -text\n", "*.pdf -text\n* text\n", ["2 '* text' stands behind"]),
        ("* text\n*.pdf -text\n", "* text\n*.pdf -text\n* text\n", ["3 '* text' stands behind"]),
        ("* text\n* text\n*.pdf -text\n", "* text\n*.pdf -text\n", []),
        ("* diff\n*.pdf -text\n", "*.pdf -text\n* diff\n", []),
        ("*.pdf -text\n", "*.pdf\xa0-text\n", ["0 '*.pdf -text' is gone"]),
        ("*.pdf -text\n", f"*.pdf{' ' * 2_048}-text\n", ["0 '*.pdf -text' is gone"]),
        ("*.pdf -text\n", f"*.pdf{' ' * 2_000}-text\n", []),
        ("*.pdf -text\n", "\ufeff*.pdf\t-text\r\n", []),
    ],
)
def test_lines_count_as_git_reads_them(
    repository: Path, before: str, after: str, message: list[str]
) -> None:
    flaws = altered(repository, "facts/claims/.gitattributes", before, after)

    assert [
        flaw.partition(":")[2][: len(start)] for flaw, start in zip(flaws, message, strict=True)
    ] == message


@pytest.mark.parametrize("pattern", ["texts/*.md", "texts/a/**/*.md", "texts/x.md"])
def test_files_beside_articles_count(repository: Path, pattern: str) -> None:
    base = commit(repository)
    file = repository / "facts" / "texts" / ".gitattributes"
    file.parent.mkdir(exist_ok=True)
    file.write_text("*.md working-tree-encoding=UTF-7\n")

    flaws = altering_attributes(repository / "facts", Config(articles=(pattern,)), base)
    file.unlink()
    assert [flaw.place.path for flaw in flaws] == ["texts/.gitattributes"]
