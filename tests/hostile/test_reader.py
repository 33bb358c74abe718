"""Places and bounds of the YAML reader that mutation testing found nobody had asked about."""

from __future__ import annotations

import pytest

from claimcheck.dossier.strict_yaml import MAX_BYTES, MAX_VALUES, MAX_YAML_FLAWS, YamlFlaw, read
from claimcheck.dossier.yaml_nodes import MappingNode, ScalarNode


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"a: b\nc: \xff", 2, 4),
        (b"\n\xff", 2, 1),
        (b"\xff", 1, 1),
        (b"\n\x1b", 2, 1),
        (b"\x1b", 1, 1),
        (b"a: &x {b: c}", 1, 4),
        (b"a: !!map {b: c}", 1, 4),
        (b"a: &x [b]", 1, 4),
        (b"a: !!seq [b]", 1, 4),
        (b'a: "said" so', 1, 11),
        (b'a: "\\UFFFFFFFF"', 1, 7),
    ],
)
def test_a_problem_stands_where_it_is(data: bytes, line: int, column: int) -> None:
    problem = read(data).flaws[0]

    assert (problem.line, problem.column) == (line, column)
    assert problem.message


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            b"k: v\nl: v\nc: \xff\nz: v\n",
            YamlFlaw("byte 0xff is not UTF-8", 3, 4, "save the file as UTF-8"),
        ),
        (
            b"k: v\nl: v\nc: \x1b\nz: v\n",
            YamlFlaw("control character U+001B in the file", 3, 4, "remove the character"),
        ),
        (b"\n# x\n%TAG ! x\n", YamlFlaw("YAML directives (%…) are not accepted", 3, 1)),
        (
            b"\n\n<<<<<<< a\nb: c\n=======\nb: d\n>>>>>>> e\n",
            YamlFlaw(
                "a merge conflict was left in the file", 3, 1, "finish the merge, then check again"
            ),
        ),
        (
            b"a: b\nc: \xff\0\n",
            YamlFlaw("this is no text", 2, 4, "a claim is a text file: move this one elsewhere"),
        ),
        (
            b'a: "\\q"\n',
            YamlFlaw(
                "not well-formed YAML: found unknown escape character",
                1,
                5,
                "a \\ means something between these marks: write \\\\, or take single ones: '…'",
            ),
        ),
        (
            b'a: b\nq: "said" so\n',
            YamlFlaw(
                "not well-formed YAML: did not find expected key",
                2,
                11,
                "the value begins with a quotation mark, so it ends at the next one; "
                "write >- after the key, and the text on the next line, indented",
            ),
        ),
        (
            b"a: b\t#1\nc: d\n",
            YamlFlaw(
                "everything after # is a comment: '#1' is not part of the value",
                1,
                4,
                "put the text in quotation marks, or a blank after the #",
            ),
        ),
        (
            b"z: y\na: b\n #1\nc: d\n",
            YamlFlaw(
                "everything after # is a comment: '#1' is not part of the value",
                2,
                4,
                "put the text in quotation marks, or a blank after the #",
            ),
        ),
        (b"a: *x\n", YamlFlaw("aliases (*name) are not accepted", 1, 4, "write the value out")),
        (
            b"a: b\n---\nc: d\n",
            YamlFlaw("a second YAML document begins here", 2, 1, "keep one document in a file"),
        ),
        (
            b"a:\n  b: " + b"[" * 15 + b"]" * 15,
            YamlFlaw("values are nested deeper than 16 levels", 2, 20),
        ),
        (
            b"a: b\nc: d\na: f\n",
            YamlFlaw(
                "key 'a' stands here a second time",
                3,
                1,
                "keep one of the two; the first is on line 1",
            ),
        ),
        (
            b"a:\n  b: c\na: f\n",
            YamlFlaw(
                "key 'a' stands here a second time",
                3,
                1,
                "keep one of the two; the first is on line 1",
            ),
        ),
        (
            b"a: b\nc: d\n<<: e\n",
            YamlFlaw("merge keys (<<) are not accepted", 3, 1, "write the keys out"),
        ),
        (
            b"a: b\nc: &x d\n",
            YamlFlaw("anchors (&name) are not accepted", 2, 4, "write the plain value"),
        ),
        (b"a: !x d\n", YamlFlaw("tags (!name) are not accepted", 1, 4, "write the plain value")),
        (
            b'a: "b\\e"\n',
            YamlFlaw("control character U+001B, written as an escape", 1, 4, "remove the escape"),
        ),
        (
            b"a: b\nc: [\n" + b"d,\n" * MAX_VALUES + b"]\n",
            YamlFlaw("more than 50,000 values in one file", MAX_VALUES - 2, 1),
        ),
    ],
)
def test_a_problem_is_told_in_these_words(data: bytes, problem: YamlFlaw) -> None:
    assert read(data).flaws == (problem,)


@pytest.mark.parametrize(("length", "shown"), [(60, "k" * 60), (61, "k" * 60 + "…")])
def test_a_long_key_is_cut(length: int, shown: str) -> None:
    key = b"k" * length
    problem = read(key + b": v\n" + key + b": v\n").flaws[0]

    assert problem.message == f"key '{shown}' stands here a second time"


def test_what_was_refused_leaves_an_empty_text_and_the_rest_is_read() -> None:
    root = read(b"a: *x\nb: c\n").root

    assert isinstance(root, MappingNode)
    assert [(key, value) for key, (_key, value) in root.entries.items()] == [
        ("a", ScalarNode("", 1, 4)),
        ("b", ScalarNode("c", 2, 4, plain=True, start=9, end=10)),
    ]


def test_the_text_of_a_file_is_kept_even_where_it_cannot_be_read() -> None:
    assert read(b"a: [b\n").text == "a: [b\n"
    assert read(b"a: \xff\n").text == ""


def test_a_file_may_have_just_as_many_bytes_as_are_read() -> None:
    assert read(b"#" * MAX_BYTES).flaws == ()
    assert read(b"#" * (MAX_BYTES + 1)).flaws == (
        YamlFlaw("the file is too large: 1,048,577 bytes; at most 1,048,576 are read"),
    )


def test_after_twenty_problems_the_rest_is_not_read() -> None:
    problems = read(b"".join(b"k%d: *a\n" % number for number in range(100))).flaws

    assert len(problems) == MAX_YAML_FLAWS + 1
    message = "too many problems in this file; the rest of it was not read"
    assert problems[-1] == YamlFlaw(message, MAX_YAML_FLAWS, 6)


def test_the_number_of_values_is_bounded() -> None:
    def listed(values: int) -> bytes:
        return b"[" + b"a," * values + b"]"

    assert read(listed(MAX_VALUES - 1)).flaws == ()
    assert read(listed(MAX_VALUES)).flaws[0].message == "more than 50,000 values in one file"
