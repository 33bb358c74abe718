"""Whose word a passage is."""

from __future__ import annotations

import pytest

from claimcheck.assessment.independence import UNKNOWN_KEY, interested_keys, topmost, voice_of
from claimcheck.model import Claim, Evidence, Party, Place, Quote, Source, Stance

HERE = Place("x.yaml", 1, 1)
PARTIES = {
    party: Party(party, party.title(), HERE, parent)
    for party, parent in {
        "tiktok": "bytedance",
        "bytedance": None,
        "shop": "tiktok",
        "left": "right",
        "right": "left",
    }.items()
}


def source(source_id: str, publisher: str | None = None, origin: str | None = None) -> Source:
    return Source(source_id, "A title", HERE, publisher=publisher, origin=origin)


SOURCES = {
    item.id: item
    for item in (
        source("agency-wire", "agency"),
        source("daily", "daily-news", "agency-wire"),
        source("evening", "evening-news", "daily"),
        source("blog", None, "unknown"),
        source("copy-of-blog", "portal", "blog"),
        source("lost", "portal", "nobody-knows"),
        source("ring-a", "a", "ring-b"),
        source("ring-b", "b", "ring-a"),
        source("leaflet"),
    )
}


def evidence(source_id: str, speaker: str | None = None) -> Evidence:
    quote = Quote("some words that were said")
    return Evidence(1, source_id, Stance.SUPPORTS, quote, speaker, None, HERE, HERE, HERE)


@pytest.mark.parametrize(
    ("source_id", "speaker", "key", "outlet", "chain"),
    [
        ("agency-wire", None, "agency", "agency", ("agency-wire",)),
        ("daily", None, "agency", "daily-news", ("daily", "agency-wire")),
        ("evening", None, "agency", "evening-news", ("evening", "daily", "agency-wire")),
        ("evening", "shop", "bytedance", "evening-news", ("evening", "daily", "agency-wire")),
        ("daily", "A passer-by", "A passer-by", "daily-news", ("daily", "agency-wire")),
        ("blog", None, UNKNOWN_KEY, "blog", ("blog",)),
        ("copy-of-blog", None, UNKNOWN_KEY, "portal", ("copy-of-blog", "blog")),
        ("blog", "tiktok", "bytedance", "blog", ("blog",)),
        ("lost", None, UNKNOWN_KEY, "portal", ("lost",)),
        ("ring-a", None, UNKNOWN_KEY, "a", ("ring-a", "ring-b")),
        ("leaflet", None, "leaflet", "leaflet", ("leaflet",)),
        ("no-record", None, UNKNOWN_KEY, "no-record", ("no-record",)),
    ],
)
def test_a_passage_is_the_word_of_its_speaker_or_of_the_root_source(
    source_id: str, speaker: str | None, key: str, outlet: str, chain: tuple[str, ...]
) -> None:
    voice = voice_of(evidence(source_id, speaker), SOURCES, PARTIES)

    assert (voice.key, voice.outlet, voice.chain) == (key, outlet, chain)


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("shop", "bytedance"),
        ("bytedance", "bytedance"),
        ("A passer-by", "A passer-by"),
        ("left", "right"),
    ],
)
def test_parents_are_climbed_to_the_top_and_a_circle_ends(party: str, expected: str) -> None:
    assert topmost(party, PARTIES) == expected


def test_the_claimant_and_the_interested_are_climbed_too() -> None:
    claim = Claim("c", "It is so.", HERE, claimant="shop", interested=("A passer-by",))

    assert interested_keys(claim, PARTIES) == {"bytedance", "A passer-by"}
