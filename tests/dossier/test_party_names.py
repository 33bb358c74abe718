"""A party is one party, however its name is spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, load
from claimcheck.dossier.names import odd_letters
from claimcheck.dossier.party_names import PartyNames
from claimcheck.model import Party, Place, Status
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


def statuses(write: Write, **files: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Write claims beside a report, and say each one's status and its interested parties."""
    root = write(
        {
            "sources/parties.yaml": "acme: {name: Acme Ltd, aliases: [Widgets of Elm]}\n",
            "sources/report.yaml": "title: R\nfile: report.txt\npublisher: Daily\n",
            "sources/report.txt": TEXT,
            **{f"claims/{name}.yaml": text for name, text in files.items()},
        }
    )
    return {
        claim.id: (str(claim.derivation.status), claim.derivation.interested_for)
        for claim in assess(load(root), TODAY).claims
    }


@pytest.mark.parametrize(
    "claimant",
    ["acme", "Acme", "the Acme", "ACME, Ltd.", "Widgets of Elm", "Acme spokesman Bo Kim",
     "Acme, Bo Kim", "[Bo Kim, acme]"],
)  # fmt: skip
@pytest.mark.parametrize("speaker", ["acme", "Acme GmbH", "widgets of elm", "spokesman for Acme"])
def test_one_party_is_one_under_every_name(write: Write, claimant: str, speaker: str) -> None:
    by_claim = statuses(write, a=CLAIM % (claimant, speaker))

    assert by_claim == {"a": ("self-attested", ("acme",))}


@pytest.mark.parametrize("interested", ["Foo, Bar", "Foo and Bar", "Foo; Bar", "[Foo, Bar]"])
def test_a_list_without_brackets_makes_nobody_independent(write: Write, interested: str) -> None:
    claim = CLAIM.replace("claimant: %s", f"interested: {interested}") % "Foo"

    assert statuses(write, a=claim)["a"][0] == "self-attested"


def test_a_publisher_is_known_by_its_container_where_no_other_is_named(write: Write) -> None:
    root = write(
        {
            "claims/a.yaml": CLAIM.replace(", speaker: %s", "") % "Acme",
            "sources/parties.yaml": PARTIES,
            "sources/report.yaml": "title: R\nfile: report.txt\ncontainer_title: Acme\n",
            "sources/report.txt": TEXT,
        }
    )

    (assessed,) = assess(load(root), TODAY).claims

    assert assessed.derivation.status is Status.SELF_ATTESTED


def test_a_bare_name_that_two_parties_have_is_neither_of_them(write: Write) -> None:
    parties = "acme: {name: Acme Ltd}\nacme-works: {name: Acme GmbH}\n"
    root = write(
        {
            "claims/a.yaml": CLAIM % ("Acme GmbH", "Acme SE"),
            "sources/parties.yaml": parties.replace("acme:", "elm:"),
            "sources/report.yaml": "title: R\nfile: report.txt\n",
            "sources/report.txt": TEXT,
        }
    )

    (claim,) = load(root).claims

    assert (claim.claimants, claim.evidence[0].speaker) == (("acme-works",), "Acme SE")


@pytest.mark.parametrize("twin", ["\u0410cme", "Acm\u0435", "Ac\u200bme", "\uff21cme", "ACME"])
def test_a_name_that_only_looks_another_way_is_the_same_party(twin: str) -> None:
    names = PartyNames({"acme": Party("acme", "Acme", Place("parties.yaml"))})

    assert names.resolve(twin) == "acme"


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("Acme Ltd", ""),
        ("Ren\u00e9 Dupont", ""),
        ("\u041f\u0440\u0430\u0432\u0434\u0430", ""),
        ("\u042f\u043d\u0434\u0435\u043a\u0441 Ltd", ""),
        ("\uff2e\uff28\uff2b", ""),
        ("\u65e5\u672c\u7d4c\u6e08\u65b0\u805e", ""),
        ("\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645", ""),
        ("M\u00aa Roca", ""),
        ("\u0410lice", "\u0410"),
        ("Alice\u200b", "\u200b"),
        ("G\u0430z\u0435tte", "\u0430\u0435"),
        ("A\uff43me", "\uff43"),
    ],
)
def test_letters_that_are_not_what_they_look_like(name: str, odd: str) -> None:
    assert odd_letters(name) == odd


@pytest.mark.parametrize(
    ("interested", "named"),
    [
        ("Zoe Doe and Bob Roe", ("Zoe Doe and Bob Roe",)),
        ("Acme and Bob Roe", ("Acme and Bob Roe", "acme", "Bob Roe")),
        ("Zoe Doe and Jo Poe", ("Zoe Doe and Jo Poe", "Zoe Doe", "Jo Poe")),
        ("Acme", ("acme",)),
    ],
)
def test_a_text_is_taken_for_a_list_only_where_a_part_of_it_is_known(
    write: Write, interested: str, named: tuple[str, ...]
) -> None:
    claim = f"claim: So it is.\nclaimant: Jo Poe\ninterested: {interested}\n"
    root = write({"claims/a.yaml": claim, "sources/parties.yaml": "acme: {name: Acme}\n"})

    assert load(root).claims[0].interested == named
