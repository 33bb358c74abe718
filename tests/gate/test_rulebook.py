"""A rule's page is what its module says of it, in parts."""

from __future__ import annotations

import pytest

from claimcheck.gate.rulebook import page, page_with_coverage, pages
from claimcheck.model import Severity


def test_a_page_is_taken_apart_at_its_headings() -> None:
    safeguard = page("safeguard-removed")

    assert (safeguard.severity, safeguard.off) == (Severity.WARNING, False)
    assert safeguard.summary.startswith("A change takes out what kept a source")
    assert safeguard.why.startswith("Whose word counts, and against what, stands in a few short")
    assert "that a page was retracted, repeats another" in safeguard.why, "lines are joined"
    assert safeguard.mend.endswith("If it was wrong, say so where the change is reviewed.")
    assert safeguard.example == "A change takes `notice: retracted` out of a source's record."


def test_every_page_says_why_and_how_to_mend() -> None:
    book = pages()

    assert {"no-evidence", "quote-altered", "safeguard-removed"} < {each.name for each in book}
    assert [each.name for each in book if not (each.summary and each.why and each.mend)] == []


def test_a_rule_that_goes_by_lists_says_what_it_has_lists_for() -> None:
    assert "languages" in page_with_coverage("quote-cut").coverage
    assert page("quote-cut").coverage == ""
    assert page_with_coverage("no-evidence") == page("no-evidence")


def test_there_is_no_page_of_no_rule() -> None:
    with pytest.raises(ModuleNotFoundError):
        page("no-rule")
