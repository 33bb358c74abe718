"""The edits that an editor is handed: they make the text, and are small."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pygls")

import itertools
import logging

from pygls.exceptions import JsonRpcException

from claimcheck.cli.servers.lsp.building import build
from claimcheck.cli.servers.lsp.edits import (
    TextChange,
    changes_between,
)

TEXTS = st.text(alphabet="ab \n\r\u2028😀é$", max_size=40)


def applied(text: str, changes: list[TextChange]) -> str:
    """Return a text with changes made in it; they do not overlap."""
    for change in sorted(changes, key=lambda each: each.start, reverse=True):
        text = text[: change.start] + change.new + text[change.end :]
    return text


@given(TEXTS, TEXTS)
def test_changes_make_the_other_text(before: str, after: str) -> None:
    changes = changes_between(before, after)

    assert applied(before, changes) == after
    spans = sorted((each.start, each.end) for each in changes)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))


@given(TEXTS, TEXTS)
def test_no_change_begins_or_ends_inside_a_line_end(before: str, after: str) -> None:
    for each in changes_between(before, after):
        for at in (each.start, each.end):
            assert before[max(0, at - 1) : at + 1] != "\r\n"


def test_what_is_the_same_is_left_alone() -> None:
    before = "one two\nthree four\nfive\n"

    assert changes_between(before, before) == []
    assert changes_between(before, "one 2\nthree four\nfive six\n") == [
        TextChange(4, 7, "2"),
        TextChange(23, 23, " six"),
    ]


class Kept(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the error of a record."""
        self.errors += [str(record.exc_info[1])] if record.exc_info else []


def test_a_refusal_is_no_failure_in_the_log_of_the_server() -> None:
    """The client has the reason; editors showed a traceback for an id that is taken."""
    build()
    log, kept = logging.getLogger("pygls.protocol.json_rpc"), Kept()
    log.addHandler(kept)

    try:
        for error in (JsonRpcException("it is taken", -32803), ValueError("broken")):
            log.error("a request failed", exc_info=error)
    finally:
        log.removeHandler(kept)

    assert kept.errors == ["broken"]
