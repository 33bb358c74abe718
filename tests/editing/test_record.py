"""A new hash changes its own line of a record, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.editing.record import value_of, with_hash, with_values
from claimcheck.model.errors import EditError

OLD, NEW = "0" * 64, "a1" * 32
QUOTES = st.sampled_from(["", "'", '"'])
LINES = st.lists(
    st.sampled_from(["title: A report", "# sha256: is the hash", f"text_sha256: {OLD}", "url: ''"])
)


@given(LINES, LINES, QUOTES, st.sampled_from(["\n", "\r\n"]))
def test_only_the_line_of_the_hash_changes(
    above: list[str], below: list[str], quote: str, end: str
) -> None:
    def record(sha256: str) -> bytes:
        lines = [*above, f"sha256:  {quote}{sha256}{quote}  # pinned", *below]
        return (end.join(lines) + end).encode()

    assert with_hash(record(OLD), "sha256", NEW) == record(NEW)


@pytest.mark.parametrize(
    ("record", "edited"),
    [
        (b"title: A\n", f"title: A\nsha256: {NEW}\n"),
        (b"title: A", f"title: A\nsha256: {NEW}\n"),
        (b"title: A\r\n", f"title: A\r\nsha256: {NEW}\r\n"),
        (b"title: A\nsha256: broken\n", f"title: A\nsha256: broken\nsha256: {NEW}\n"),
    ],
)
def test_a_record_without_a_hash_gets_one_in_its_own_line_ends(record: bytes, edited: str) -> None:
    assert with_hash(record, "sha256", NEW) == edited.encode()


def test_a_value_is_read_back_only_from_a_record_that_is_whole() -> None:
    assert value_of(f"title: A\nsha256: {NEW}\n".encode(), "sha256") == NEW
    assert value_of(b"title: A\n", "sha256") is None
    assert value_of(b"title: [A\n", "title") is None
    assert value_of(b"title: [A]\n", "title") is None


@pytest.mark.parametrize(
    ("record", "values", "edited"),
    [
        (b"title: A\n", {"extractor": "pypdf 6"}, 'title: A\nextractor: "pypdf 6"\n'),
        (b"extractor: pypdf 5 # x\nurl: u\n", {"extractor": "pypdf 6"},
         'extractor: "pypdf 6"\nurl: u\n'),
        (b'title: A\ngaps: ["one"]\nurl: u\n', {"gaps": []}, "title: A\nurl: u\n"),
        (b"title: A\n", {"gaps": ["two", "é"]}, 'title: A\ngaps: ["two", "é"]\n'),
        (b"title: A\n", {"gaps": []}, "title: A\n"),
    ],
)  # fmt: skip
def test_texts_and_lists_take_a_line_each(
    record: bytes, values: dict[str, str | list[str]], edited: str
) -> None:
    assert with_values(record, values) == edited.encode()


@pytest.mark.parametrize("record", [b"{title: A}\n", b"extractor: |\n  pypdf\ntitle: A\n"])
def test_a_record_that_has_no_such_line_is_refused(record: bytes) -> None:
    with pytest.raises(EditError) as refused:
        with_values(record, {"extractor": "pypdf 6", "text_of": NEW})

    assert refused.value.help == (f"write these lines into it: extractor: pypdf 6; text_of: {NEW}")
