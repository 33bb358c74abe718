"""Whose word counts for and against a claim before a change and after it.

A word that speaks against a claim stops counting where a change gives it to an interested party or
takes its origin away; one that speaks for it begins to count the other way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.assessment.independence import interested_keys, standings, voice_of
from claimcheck.assessment.status import Standing
from claimcheck.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.model import Claim, Dossier, Source

_COUNTED = frozenset({Standing.INDEPENDENT, Standing.ACT, Standing.ADMISSION})


class _Word(NamedTuple):
    """Whose word a passage is, and what that party is to the claim."""

    party: str
    standing: Standing

    @property
    def counts(self) -> bool:
        return self.standing in _COUNTED


def words_against(
    claims: tuple[Claim, Claim], dossiers: tuple[Dossier, Dossier], successors: Mapping[str, Source]
) -> Iterator[str]:
    """Yield in clauses what a change does to the words that speak against a claim.

    Args:
        claims: the claim before the change, and after it.
        dossiers: the dossier before the change, and after it.
        successors: the sources of the change by the ids that they had before it.
    """
    before, after = claims
    was = _words(before, dossiers[0], Stance.CONTRADICTS)
    if not was:
        return
    now = _words(after, dossiers[1], Stance.CONTRADICTS)
    for source, earlier in was.items():
        name = _name(source, successors)
        words = now.get(name, [])
        if not words:
            yield f"takes out what '{source}' says against claim '{before.id}'"
        elif any(word.counts for word in earlier) and not any(word.counts for word in words):
            word = words[0]
            is_unknown = word.standing is Standing.UNKNOWN
            whose = "of unknown origin" if is_unknown else f"the interested word of {word.party}"
            yield f"makes what '{name}' says against claim '{after.id}' {whose}"


def words_that_count(
    claims: tuple[Claim, Claim], dossiers: tuple[Dossier, Dossier], successors: Mapping[str, Source]
) -> Iterator[str]:
    """Yield in clauses the sources whose word did not count for a claim, and does now.

    Args:
        claims: the claim before the change, and after it.
        dossiers: the dossier before the change, and after it.
        successors: the sources of the change by the ids that they had before it.
    """
    before, after = claims
    if not (before.claimants or before.interested):
        return
    # Whom the change calls no claimant any more is told by itself.
    same_parties = after._replace(claimants=before.claimants, interested=before.interested)
    now = _words(same_parties, dossiers[1])
    for source, earlier in _words(before, dossiers[0]).items():
        name = _name(source, successors)
        counted = [word for word in now.get(name, ()) if word.counts]
        if not counted or any(word.counts for word in earlier):
            continue
        word = earlier[0]
        if word.standing is Standing.UNKNOWN:
            yield f"no longer says that what '{name}' prints is of unknown origin"
        elif counted[0].standing is Standing.INDEPENDENT:
            yield f"no longer says that what '{name}' prints is the word of {word.party}"
        else:
            yield f"has the word of {word.party} in '{name}' count as an {counted[0].standing}"


def _name(source: str, successors: Mapping[str, Source]) -> str:
    return successors[source].id if source in successors else source


def _words(claim: Claim, dossier: Dossier, stance: Stance | None = None) -> dict[str, list[_Word]]:
    """Return the words of each source that a claim cites.

    Args:
        claim: the claim.
        dossier: what is known of sources and parties.
        stance: of which passages; None for all.
    """
    items = claim.evidence
    if stance is not None and not any(item.stance is stance for item in items):
        return {}
    keys = interested_keys(claim, dossier.parties)
    voices = [voice_of(item, dossier.sources, dossier.parties) for item in items]
    weights = standings(claim, voices, [True] * len(items), dossier.parties)
    words: dict[str, list[_Word]] = {}
    for item, voice, standing in zip(items, voices, weights, strict=True):
        if stance is None or item.stance is stance:
            is_speaker = voice.key in keys and voice.speaker
            words.setdefault(item.source, []).append(_Word(is_speaker or voice.outlet, standing))
    return words
