"""Random edits of a small project: every kind of file, what is wrong in it, and the day."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from pathlib import Path

DAILY = (
    "The bridge was closed on Monday. Nobody was hurt.\n\n"
    '"We did not know of any cracks in the bridge before that day," the town said. '
    "The council met on Tuesday, and it will meet again in the week after next, it said.\n"
)
RADIO = (
    '"We knew of no cracks in the bridge before that day," the town told us. '
    "The ferry sank on Friday, with all that was on board.\n"
)
COPY = (
    "The council met on Tuesday, and it will meet again in the week after next, it said. "
    "What it decides there nobody can tell today, but many who live in the town say that the "
    "bridge has to be built anew, and that no money is there for it in the coming year.\n"
)


def record(name: str, text: str = "", **more: str) -> str:
    """A source's record, pinned where its text is given."""
    lines = {"title": name, "file": f"{name}.txt", **more}
    if text:
        lines["sha256"] = hashlib.sha256(text.encode()).hexdigest()
    return "".join(f"{key}: {value}\n" for key, value in lines.items())


def claim(*items: tuple[str, str, str, str], **more: str) -> str:
    """A claim with items of source, stance, quote and speaker."""
    lines = "".join(f"{key}: {value}\n" for key, value in {"claim": "So it is.", **more}.items())
    for source, stance, quote, speaker in items:
        lines += "" if "evidence:" in lines else "evidence:\n"
        lines += f"  - source: {source}\n    stance: {stance}\n    quote: {quote!r}\n"
        lines += f"    speaker: {speaker}\n" if speaker else ""
    return lines


QUOTES = (
    "The bridge was closed on Monday.",
    "the bridge was closed on Monday.",
    "Nobody was hurt. […] The council met on Tuesday",
    "We did not know of any cracks in the bridge",
    "We knew of no cracks in the bridge before",
    "The ferry sank on Friday, with all",
    "The ferry sank on Sunday, with all",
    "on",
)
ITEM = st.tuples(
    st.sampled_from(("daily", "radio", "wire", "paper", "dayly")),
    st.sampled_from(("supports", "contradicts", "context", "unset")),
    st.sampled_from(QUOTES),
    st.sampled_from(
        (
            "", "town", "Town of Elm", "A Passer-by", "a passer-by", "the DAILY", "tonw",
            "Town, Ltd.", "spokesman for the Daily", "Passer-by", "Elm\n    by: act",
            "town\n    by: admission", "town\n    origin: wire", "Daily\n    origin: unknown",
            "radio\n    origin: nowhere", "elm\n    origin: daily",
        )
    ),
)  # fmt: skip
MORE = st.sampled_from(
    (
        {},
        {"kind": "state"},
        {"review_by": "2026-11-24"},
        {"claimant": "town"},
        {"claimant": "the Daily", "tags": "[published]"},
        {"tags": "[published, bridge]"},
        {"allow": "{quote-not-found: known, quote-variant: on purpose}"},
        {"allow": "{no-such-rule: why}"},
        {"verdict": "{status: refuted, by: desk, on: 2026-11-01}"},
        {"unknown": "key"},
        {"interested": "town, Daily"},
        {"interested": "[elm, A Passer-by]", "kind": "event"},
        {"claimant": "[town, radio]", "claimed_on": "2026-11-25"},
        {"claimed_on": "2029-01-01"},
        {"kind": "state", "as_of": "2020-06-01"},
        {"kind": "state", "as_of": "2026-11-26"},
        {"claim": "The bridge is closed."},
        {"tags": "[Published]"},
        {"verdict": "{status: refuted, by: desk, on: 2019-01-01, rating: misleading}"},
    )
)
CLAIM = st.one_of(
    st.builds(lambda items, more: claim(*items, **more), st.lists(ITEM, max_size=3), MORE),
    st.sampled_from(("", "claim: [\n", "claim: \x07\n", "- a list\n")),
)
TEXT = st.sampled_from((DAILY, RADIO, COPY, DAILY + COPY, RADIO + COPY, DAILY.upper(), ""))
RECORD = st.builds(
    lambda name, text, more: record(name, text, **more),
    st.sampled_from(("daily", "radio", "wire", "paper")),
    st.sampled_from(("", DAILY, RADIO, COPY)),
    st.sampled_from(
        (
            {},
            {"publisher": "the daily"},
            {"publisher": "The Daily"},
            {"publisher": "town"},
            {"publisher": "a passer-by"},
            {"origin": "wire"},
            {"origin": "daily"},
            {"origin": "unknown"},
            {"origin": "nowhere"},
            {"supersedes": "daily"},
            {"supersedes": "radio"},
            {"supersedes": "paper", "notice": "retracted"},
            {"supersedes": "nowhere", "shipped": "no"},
            {"stamp": "daily.txt"},
            {"stamp": "daily.txt", "stamp_root": "radio.txt"},
            {"notice": "retracted"},
            {"issued": "2020"},
            {"issued": "2026-11-25"},
            {"issued": "2029"},
            {"accessed": "2026-11-26"},
            {"container_title": "Town"},
            {"publisher": "daily.example"},
            {"oddly": "so"},
        )
    ),
)
SIGNED = (
    f"reviews:\n  - by: desk\n    on: 2026-11-01\n    fingerprint: sha256:{'0' * 64}\n"
    "    claim: So it was.\n    passages: []\n"
)
REVIEW = st.sampled_from(("", "reviews: [\n", SIGNED))
PARTIES = st.sampled_from(
    (
        "",
        "town: {name: Town of Elm}\n",
        "town: {name: Town, parent: elm}\nelm: {name: Elm}\n",
        "town: {name: Town, parent: nobody, aliases: [Daily, Elm]}\n",
        "[",
    )
)
CONFIG = st.sampled_from(
    (
        "",
        "stale_after = 100\n",
        "[rules]\nno-evidence = 'note'\nsingle-origin = 'warning'\n",
        "require = {tags = {published = {min_origins = 2, verdict = true}}}\n",
        "require = {reviewed_by = 1}\n",
        "require = {signed_omissions = true}\n",
    )
)


def _at(
    paths: tuple[str, ...], contents: st.SearchStrategy[str]
) -> st.SearchStrategy[tuple[str, str | None]]:
    return st.tuples(st.sampled_from(paths), st.none() | contents)


SOURCES = ("daily", "radio", "wire", "paper")
EDIT = st.one_of(
    _at(("claims/a.yaml", "claims/b.yaml", "claims/sub/c.yaml", "claims/A.yaml"), CLAIM),
    _at(("claims/a.yaml", "claims/b.yaml"), CLAIM),
    _at(("claims/loose.yml", "sources/loose.pdf"), st.just("something")),
    _at(tuple(f"sources/{name}.txt" for name in SOURCES), TEXT),
    _at(tuple(f"sources/{name}.yaml" for name in SOURCES), RECORD),
    _at(("sources/parties.yaml",), PARTIES),
    _at(("reviews/a.yaml", "reviews/sub/a.yaml", "reviews/gone.yaml"), REVIEW),
    st.tuples(st.just("claimcheck.toml"), CONFIG),
    st.tuples(st.just("day"), st.sampled_from(("2026-11-23", "2026-11-25", "2030-01-01"))),
)
BEGINNING: dict[str, str | bytes] = {
    "claimcheck.toml": "",
    "claims/a.yaml": claim(
        ("daily", "supports", QUOTES[0], ""), ("radio", "contradicts", QUOTES[4], "town")
    ),
    "claims/b.yaml": claim(("wire", "context", "The council met on Tuesday", "")),
    "sources/daily.txt": DAILY,
    "sources/daily.yaml": record("daily", DAILY, publisher="The Daily", issued="2026-10-01"),
    "sources/radio.txt": RADIO,
    "sources/radio.yaml": record("radio", RADIO),
    "sources/wire.txt": COPY,
    "sources/wire.yaml": record("wire", COPY),
    "sources/parties.yaml": "town: {name: Town of Elm}\n",
}


def edit(root: Path, path: str, content: str | bytes | None) -> None:
    """Write a file of a project, or remove it."""
    if content is None:
        (root / path).unlink(missing_ok=True)
    else:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())
