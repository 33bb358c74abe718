"""What makes two findings the same finding."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.dossier.claim_file import read_claim
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.fingerprint import Subjects, fingerprints, message_of, without_id
from claimcheck.dossier.strict_yaml import read
from claimcheck.model import Claim, Excerpt, Finding, Place, Run


def quoted(*runs: str, label: str = "quote") -> Excerpt:
    return Excerpt(label, Place("sources/a.txt", 1), tuple(map(Run, runs)))


FINDING = Finding(
    "'bridge' cites 'a'", Place("claims/bridge.yaml", 3, 5), "mend it",
    (quoted("closed", "!"), quoted("x", label="source")),
    "bridge", "a", "quote-altered",
)  # fmt: skip
IN_CLAIM = FINDING._replace(subject="5ubj3c7")


# Of the claim, of its first item, and of findings.
PINNED = [
    "e0161103e512e9ad",
    "b36fc1b954ee6799",
    "802c37c7b1dc8429",
    "056c7a710ab19c38",
    "655a7831c715d2c6",
]


def same(first: Finding, second: Finding) -> bool:
    return fingerprints([first]) == fingerprints([second])


@pytest.mark.parametrize(
    "change",
    [
        {"place": Place("claims/bridge.yaml", 9, 1)},
        {"help": "other"},
        {"excerpts": FINDING.excerpts[:1]},
        {"excerpts": (quoted("closed!"), *FINDING.excerpts[1:])},
    ],
)
def test_lines_and_remedies_are_no_difference(change: dict[str, Any]) -> None:
    assert same(FINDING, FINDING._replace(**change))
    assert same(IN_CLAIM, IN_CLAIM._replace(**change))


@pytest.mark.parametrize(
    "change",
    [
        {"message": "other"},
        {"rule": "other"},
        {"source": "b"},
        {"source": None},
        {"excerpts": (quoted("open"),)},
        {"excerpts": ()},
    ],
)
def test_rule_words_source_and_quotation_are(change: dict[str, Any]) -> None:
    assert not same(FINDING, FINDING._replace(**change))
    assert not same(IN_CLAIM, IN_CLAIM._replace(**change))


def test_a_renamed_claim_takes_its_findings_along() -> None:
    renamed = {"place": Place("claims/b.yaml"), "claim": "b", "message": "'b' cites 'a'"}

    assert same(IN_CLAIM, IN_CLAIM._replace(**renamed))  # type: ignore[arg-type] # of each its own
    assert not same(FINDING, FINDING._replace(**renamed))  # type: ignore[arg-type] # of any field
    assert not same(FINDING, FINDING._replace(place=Place("claims/b.yaml")))
    assert not same(FINDING, FINDING._replace(claim="b"))
    assert not same(IN_CLAIM, IN_CLAIM._replace(subject="other"))


def test_like_findings_are_told_apart_by_their_order() -> None:
    first, second, third = fingerprints([FINDING, FINDING, FINDING])

    assert len({first, second, third}) == 3
    assert fingerprints([IN_CLAIM, FINDING, IN_CLAIM, FINDING])[1::2] == [first, second]
    assert all(len(mark) == 64 for mark in (first, second))


def test_a_message_is_compared_without_the_id_of_its_claim() -> None:
    assert message_of(IN_CLAIM) == "'' cites 'a'"
    assert message_of(FINDING) == FINDING.message
    assert without_id("'a' and 'a' not a", "a") == "'' and '' not a"
    assert without_id("'a'", None) == "'a'"


def claim(text: str) -> Claim:
    read_ = read_claim(read(text.encode()), "a", FlawLog("claims/a.yaml"))
    assert read_ is not None
    return read_


TEXT = """\
claim: So it is.
evidence:
  - {source: s, stance: supports, quote: {exact: q, prefix: p, suffix: u}, speaker: x,
     page: 1, by: act, origin: o}
  - {source: s, stance: supports, quote: q}
"""


def test_a_finding_is_about_the_item_that_it_stands_in() -> None:
    asserted = claim(TEXT)
    subjects = Subjects(asserted)
    first, second = asserted.evidence
    places = (
        first.place, first.source_place, first.quote_place, first.stance_place, first.page_place,
        first.basis_place, first.origin_place, first.speaker_place,
    )  # fmt: skip

    assert len({subjects.at(place) for place in places if place}) == 1
    assert None not in places
    apart = [subjects.at(place) for place in (first.place, second.place, asserted.place)]
    assert len(set(apart)) == 3
    assert subjects.at(Place("elsewhere")) == subjects.at(asserted.place)


@pytest.mark.parametrize(
    ("old", "new", "item", "whole"),
    [
        ("So it is.", "So it was.", False, False),
        ("source: s", "source: t", False, True),
        ("exact: q", "exact: r", False, True),
        ("prefix: p", "prefix: r", False, True),
        ("suffix: u", "suffix: r", False, True),
        ("speaker: x", "speaker: y", True, True),
        ("claim:", "kind: state\nclaim:", True, True),
    ],
)
def test_other_words_are_another_subject(old: str, new: str, item: bool, whole: bool) -> None:
    before, after = claim(TEXT), claim(TEXT.replace(old, new, 1))

    def subject(claim: Claim, place: Place) -> str:
        return Subjects(claim).at(place)

    first, other = before.evidence[0].place, after.evidence[0].place
    assert (subject(before, first) == subject(after, other)) is item
    assert (subject(before, before.place) == subject(after, after.place)) is whole


def test_fingerprints_that_projects_have_committed_stay_what_they_are() -> None:
    asserted = claim(TEXT)
    item = asserted.evidence[0]
    subjects = [Subjects(asserted).at(place) for place in (asserted.place, item.place)]
    marks = fingerprints([FINDING, IN_CLAIM, FINDING])

    assert [mark[:16] for mark in (*subjects, *marks)] == PINNED
