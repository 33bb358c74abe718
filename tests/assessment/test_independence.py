"""Whose word a passage is."""

from __future__ import annotations

import pytest

from claimcheck.assessment.independence import (
    UNKNOWN_KEY,
    interested_keys,
    standings,
    topmost,
    voice_of,
)
from claimcheck.model import Basis, Claim, Evidence, Party, Place, Quote, Source, Stance

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
    claim = Claim("c", "It is so.", HERE, claimants=("shop",), interested=("A passer-by",))

    assert interested_keys(claim, PARTIES) == {"bytedance", "A passer-by"}


RELEASE = source("release", "shop")
REPORTS = {
    **SOURCES,
    "release": RELEASE,
    "reprint": source("reprint", "daily-news", "release"),
    "report": source("report", "daily-news"),
}


def standings_of(*items: Evidence, claimant: str = "tiktok") -> list[str]:
    claim = Claim("c", "It is so.", HERE, claimants=(claimant,) if claimant else (), evidence=items)
    voices = [voice_of(item, REPORTS, PARTIES) for item in items]
    return [str(each) for each in standings(claim, voices, [True] * len(items), PARTIES)]


def result(source_id: str, speaker: str | None = None, **more: object) -> Evidence:
    return evidence(source_id, speaker)._replace(**more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("item", "standing"),
    [
        (result("report"), "independent"),
        (result("report", "Dr Lind"), "independent"),
        (result("report", "shop"), "interested"),
        (result("release", "Dr Lind"), "interested"),
        (result("reprint", "Dr Lind"), "interested"),
        (result("reprint", "Dr Lind", origin="reprint"), "independent"),
        (result("report", "Dr Lind", origin="release"), "interested"),
        (result("report", origin="release"), "interested"),
        (result("report", origin="unknown"), "unknown"),
        (result("report", "Dr Lind", origin="nowhere"), "unknown"),
        (result("blog"), "unknown"),
        (result("blog", "Dr Lind"), "unknown"),
        (result("blog", "shop"), "interested"),
        (result("no-record"), "unknown"),
        (result("release", basis=Basis.ACT), "act"),
        (result("report", "shop", basis=Basis.ACT), "act"),
        (result("blog", "shop", basis=Basis.ACT), "interested"),
        (result("report", basis=Basis.ACT), "independent"),
        (result("release", basis=Basis.ADMISSION, stance=Stance.CONTRADICTS), "admission"),
        (result("release", basis=Basis.ADMISSION), "interested"),
    ],
)
def test_who_prints_it_counts_as_well_as_who_says_it(item: Evidence, standing: str) -> None:
    assert standings_of(item) == [standing]


def test_an_interested_party_that_is_no_claimant_admits_what_speaks_for_the_claim() -> None:
    item = result("release", basis=Basis.ADMISSION)
    claim = Claim("c", "It is so.", HERE, interested=("tiktok",), evidence=(item,))

    assert standings(claim, [voice_of(item, REPORTS, PARTIES)], [True], PARTIES) == ["admission"]


def test_a_speaker_who_is_heard_elsewhere_is_independent_everywhere() -> None:
    assert standings_of(result("release", "Dr Lind"), result("report", "Dr Lind")) == [
        "independent",
        "independent",
    ]
    assert standings_of(result("blog", "Dr Lind"), result("report", "Dr Lind")) == [
        "independent",
        "independent",
    ]
    # Not if what stands elsewhere is on the other side.
    assert standings_of(
        result("release", "Dr Lind"), result("report", "Dr Lind", stance=Stance.CONTRADICTS)
    ) == ["interested", "independent"]
    assert standings_of(result("release", "Dr Lind"), result("blog", "Dr Lind"))[0] == "interested"


def test_where_nobody_has_an_interest_everybody_is_independent() -> None:
    items = (result("blog"), result("release", "Dr Lind"), result("no-record"))

    assert standings_of(*items, claimant="") == ["independent"] * 3
