# ruff: noqa: INP001, S101, PT017 - scripts, no package; an assert is what a fuzzer waits for
"""What is fuzzed: functions of bytes that may answer anything, and must raise nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck import yaml_text
from claimcheck.anchor import locate, too_short
from claimcheck.claim_file import read_claim
from claimcheck.fields import Flaws
from claimcheck.model import Quote
from claimcheck.parties_file import read_parties
from claimcheck.project import ProjectError, parse
from claimcheck.review_file import read_reviews

if TYPE_CHECKING:
    from collections.abc import Callable


def load(data: bytes) -> None:
    """Read bytes as every kind of file that a project holds."""
    document = yaml_text.read(data)
    assert len(document.problems) <= yaml_text.MAX_PROBLEMS + 1
    for problem in document.problems:
        assert problem.message
        assert problem.line >= 0
    flaws = Flaws("claims/c1.yaml")
    read_claim(document, "c1", flaws)
    read_reviews(document, flaws)
    read_parties(document, flaws)
    assert all(flaw.message and "\n" not in flaw.message for flaw in flaws.found)
    try:
        parse(data, "claimcheck.toml")
    except ProjectError as refused:
        assert refused.problems


def anchor(data: bytes) -> None:
    """Look for the bytes before the first NUL in those after it."""
    exact, _, text = data.decode("utf-8", "replace").partition("\0")
    quote = Quote(exact)
    found = locate(quote, text)
    too_short(quote)
    if found.start is not None:
        assert found.end is not None
        assert 0 <= found.start <= found.end <= len(text)


TARGETS: dict[str, Callable[[bytes], None]] = {"load": load, "anchor": anchor}
