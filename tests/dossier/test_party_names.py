"""A party is one party, however its name is spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, load
from claimcheck.model import Status
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[dict[str, str | bytes]], Path]

PARTIES = "acme: {name: Acme Ltd, parent: Acme Group}\nacme-group: {name: Acme group}\n"
TEXT = "The plant is safe, the company said. It runs all day. Nobody was hurt there.\n"
CLAIM = """\
claim: The plant is safe.
claimant: %s
evidence:
  - {source: report, stance: supports, quote: "The plant is safe, the company said", speaker: %s}
"""


@pytest.mark.parametrize("claimant", ["acme", "Acme Ltd", "ACME", "acme  ltd", "Acme group"])
@pytest.mark.parametrize("speaker", ["acme", "Acme Ltd", "Acme", "ACME LTD", "acme-group"])
def test_a_company_cannot_confirm_itself_under_another_spelling(
    write: Write, claimant: str, speaker: str
) -> None:
    root = write(
        {
            "claims/a.yaml": CLAIM % (claimant, speaker),
            "sources/parties.yaml": PARTIES,
            "sources/report.yaml": "title: R\nfile: report.txt\n",
            "sources/report.txt": TEXT,
        }
    )

    (assessed,) = assess(load(root), TODAY).claims

    assert assessed.derivation.status is Status.SELF_ATTESTED
    assert assessed.derivation.interested_for == ("acme-group",)


def test_plain_names_are_one_whatever_their_capitals(write: Write) -> None:
    item = "  - {source: report, stance: supports, quote: %s, speaker: %s}\n"
    claim = "claim: x\nevidence:\n"
    claim += item % ("It runs all day", "A Passer-by")
    claim += item % ("Nobody was hurt there", "a  passer-by")
    root = write(
        {
            "claims/a.yaml": claim,
            "sources/report.yaml": "title: R\nfile: report.txt\n",
            "sources/report.txt": TEXT,
        }
    )

    (assessed,) = assess(load(root), TODAY).claims

    assert assessed.derivation.supporting == ("A Passer-by",)


def test_parties_that_cannot_be_told_apart_are_refused(write: Write) -> None:
    root = write({"sources/parties.yaml": "acme: {name: Acme}\nother: {name: ACME}\n"})

    assert [flaw.message for flaw in load(root).flaws] == [
        "'other' and 'acme' cannot be told apart by name"
    ]
