"""Strict YAML: what is read, what is refused, and where."""

from __future__ import annotations

import codecs
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dossier.strict_yaml import MAX_BYTES, MAX_DEPTH, read, text_of
from claimcheck.dossier.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode


def plain(node: Node | None) -> object:
    """Turn a tree into texts, lists and dictionaries."""
    if isinstance(node, MappingNode):
        return {key: plain(value) for key, (_key, value) in node.entries.items()}
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return node.value if node else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: no", {"a": "no"}),
        ("a: 12:30:45", {"a": "12:30:45"}),
        ("a: 0123", {"a": "0123"}),
        ("a: 1.10", {"a": "1.10"}),
        ("a: 2024-01-02", {"a": "2024-01-02"}),
        ("a: ~", {"a": "~"}),
        ("a:", {"a": ""}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: [x, 'y', \"z\"]", {"a": ["x", "y", "z"]}),
        ("a: {b: {c: d}}", {"a": {"b": {"c": "d"}}}),
        ("a: >-\n  two lines\n  folded\n", {"a": "two lines folded"}),
        ("a: |-\n  two lines\n  kept\n", {"a": "two lines\nkept"}),
        ("\ufeffa: b", {"a": "b"}),
        ("--- \na: b\n...\n", {"a": "b"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("# nothing", None),
        ("", None),
        ("just words", "just words"),
    ],
)
def test_every_scalar_stays_the_text_that_was_written(text: str, expected: object) -> None:
    document = read(text.encode())

    assert document.flaws == ()
    assert plain(document.root) == expected


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: b\na: c", 2, 1, "key 'a' stands here a second time"),
        ('a: b\n"a": c', 2, 1, "key 'a' stands here a second time"),
        ("a: b\nc: *d", 2, 4, "aliases (*name) are not accepted"),
        ("a: &b c", 1, 4, "anchors (&name) are not accepted"),
        ("a: !!int 5", 1, 4, "tags (!name) are not accepted"),
        ("a: !!python/name:os.system", 1, 4, "tags (!name) are not accepted"),
        ("<<: {a: b}", 1, 1, "merge keys (<<) are not accepted"),
        ("%YAML 1.1\n---\na: b", 1, 1, "YAML directives (%…) are not accepted"),
        ("a: b\n---\nc: d", 2, 1, "a second YAML document begins here"),
        ("? [a]\n: b", 1, 3, "a key must be plain text, not a list or a mapping"),
        ("a: b: c", 1, 5, "not well-formed YAML: mapping values are not allowed in this context"),
        ("a:\n\t- b", 2, 1, "not well-formed YAML: found character that cannot start any token"),
        ("a: 'b", 1, 4, "not well-formed YAML: the quotation mark that opens here never closes"),
        (
            'a: b\nc:\n  - "d\ne: f\n',
            3,
            5,
            "not well-formed YAML: the quotation mark that opens here never closes",
        ),
        (
            "a: the #1 app",
            1,
            4,
            "everything after # is a comment: '#1 app' is not part of the value",
        ),
        (
            "a: the\n  #1 app",
            1,
            4,
            "everything after # is a comment: '#1 app' is not part of the value",
        ),
        (
            "a: b\rc: the #1 app\r",
            2,
            4,
            "everything after # is a comment: '#1 app' is not part of the value",
        ),
        ("a: b\x1b[31m", 1, 5, "control character U+001B in the file"),
        ("a: b\nc: d\u2028e", 2, 5, "control character U+2028 in the file"),
        ('a: "b\\e"', 1, 4, "control character U+001B, written as an escape"),
        ('a: "\\0"', 1, 4, "control character U+0000, written as an escape"),
        ("a: b\n<<<<<<< HEAD\nc: d", 2, 1, "a merge conflict was left in the file"),
        ("a: b\n=======\nc: d", 2, 1, "a merge conflict was left in the file"),
        ("a: b\nc: d\n>>>>>>> other\n", 3, 1, "a merge conflict was left in the file"),
    ],
)
def test_what_is_not_plain_is_refused_with_its_place(
    text: str, line: int, column: int, message: str
) -> None:
    problem = read(text.encode()).flaws[0]

    assert (problem.line, problem.column, problem.message) == (line, column, message)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ('a: "We are well," said she', "the value begins with a quotation mark"),
        ("- a: 'So' he said", "the value begins with a quotation mark"),
        ("a: 'b", "write the same mark behind the last word of the text"),
        ("a: b: c", "put the text after the key in quotation marks"),
        ("a:\n\t- b", "indent with blanks, not tabs"),
        ("a: [b", "close the bracket [ or {, or put text that begins with one in"),
        ("a: {b\nc: d", "close the bracket [ or {"),
        ("a:\n  - b\n c: d", "check the indentation"),
        ('a: "C:\\users"', "a \\ means something between these marks"),
        ('a: "C:\\Quellen"', "a \\ means something between these marks"),
    ],
)
def test_common_slips_are_answered_with_what_to_do(text: str, remedy: str) -> None:
    assert read(text.encode()).flaws[-1].help.startswith(remedy)


@pytest.mark.parametrize(
    "text", ["a: b # a remark", "a: b#c", "a: 'b' #c", "#c\na: b", '? "the #1 app"']
)
def test_comments_that_nobody_takes_for_text_are_let_be(text: str) -> None:
    assert read(text.encode()).flaws == ()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a: caf\xe9", "byte 0xe9 is not UTF-8"),
        (b"\x1f\x8b\x08\x00", "this is no YAML text: it is a gzip archive"),
        ("a: b".encode("utf-16"), "this is no YAML text: it is UTF-16; save it as UTF-8"),
        (
            b"#" * (MAX_BYTES + 1),
            "the file is too large: 1,048,577 bytes; at most 1,048,576 are read",
        ),
    ],
)
def test_bytes_that_are_no_yaml_are_named(data: bytes, message: str) -> None:
    assert read(data).flaws[0].message == message


def test_the_text_of_a_file_is_empty_where_its_bytes_are_no_text() -> None:
    assert (text_of(b"\xef\xbb\xbfa: b\r\n"), text_of(b"a: b\xff")) == ("a: b\r\n", "")


def test_a_byte_order_mark_moves_no_place() -> None:
    data = b"a: b\nc: \xff"

    assert read(codecs.BOM_UTF8 + data).flaws == read(data).flaws


def test_reading_goes_on_after_a_problem() -> None:
    document = read(b"a: &x b\nc: !y d\ne: f\n")

    assert [problem.line for problem in document.flaws] == [1, 2]
    assert plain(document.root) == {"a": "b", "c": "d", "e": "f"}


def test_the_first_of_two_values_is_kept() -> None:
    assert plain(read(b"a: first\na: {b: second}\n").root) == {"a": "first"}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 30_000,
        "a: [" + "[]," * 60_000 + "]",
        "".join(f"k{n}: &a{n} v\n" for n in range(20_000)),
        "a: {" + "?," * 200_000 + "}",
        "%TAG !a! x\n" * 10_000 + "---\na: b",
    ],
    ids=["lists", "mappings", "dashes", "values", "anchors", "null keys", "directives"],
)
def test_explosive_files_are_refused_at_once(text: str) -> None:
    assert read(text.encode()).flaws


def test_depth_is_bounded_exactly() -> None:
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH

    assert read(deepest.encode()).flaws == ()
    assert read(f"[{deepest}]".encode()).flaws


def test_places_count_from_one() -> None:
    root = read(b"a: b\nlist:\n  - c: d\n").root
    assert isinstance(root, MappingNode)
    key, value = root.entries["list"]
    assert isinstance(value, SequenceNode)

    assert (key.line, key.column) == (2, 1)
    assert (value.items[0].line, value.items[0].column) == (3, 5)


@given(st.binary(max_size=400))
def test_no_bytes_can_make_it_raise(data: bytes) -> None:
    read(data)


TREES = st.recursive(
    st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner),
    max_leaves=12,
)


@given(TREES)
def test_what_json_writes_is_read_back(tree: object) -> None:
    document = read(json.dumps(tree, ensure_ascii=False).encode())

    assert document.flaws == ()
    assert plain(document.root) == tree


@given(st.text("ab:-[]{}&*!|>'\"%#,? \n\t", max_size=60))
def test_no_syntax_can_make_it_raise_or_return_other_than_text(text: str) -> None:
    stack: list[Node | None] = [read(text.encode()).root]
    while stack:
        node = stack.pop()
        if isinstance(node, MappingNode):
            stack += [value for _key, value in node.entries.values()]
        elif isinstance(node, SequenceNode):
            stack += node.items
        else:
            assert node is None or isinstance(node, ScalarNode)
