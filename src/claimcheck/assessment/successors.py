"""Claims and sources that a change has renamed: which of them each was before the change.

A rename must not hide what was found, signed or pinned under the old name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import Claim, Dossier, Source

# Of a text so many letters are compared, and of their pairs so many hundredths must be in both.
_LETTERS: Final = 2_000
_LEAST_SHARE: Final = 60
# So many claims that are gone are looked at for each new one that cites what they cited.
_MAX_CANDIDATES: Final = 8


def source_successors(base: Dossier, head: Dossier) -> dict[str, Source]:
    """Return, by the id that it had in `base`, each source that `head` still has.

    Args:
        base: the dossier that is changed.
        head: the dossier with the change.

    Returns:
        The source with the same id, or else a new one that pins the same bytes or the same file.
    """
    by_pin: dict[str, Source] = {}
    for source in head.sources.values():
        if source.id not in base.sources:
            for mark in _pin_marks(source):
                by_pin.setdefault(mark, source)
    successors = {}
    for source in base.sources.values():
        same = head.sources.get(source.id) or next(
            (by_pin[mark] for mark in _pin_marks(source) if mark in by_pin), None
        )
        if same is not None:
            successors[source.id] = same
    return successors


def claim_successors(base: Dossier, head: Dossier) -> Iterator[tuple[Claim, Claim]]:
    """Yield each claim of `base` with what it became in `head`, where that still asserts the same.

    A claim under its own id is the same as long as most of its text is; one whose id is gone is the
    new one with its text, or with a passage of it and most of its text.

    Args:
        base: the dossier that is changed.
        head: the dossier with the change.
    """
    now = {claim.id: claim for claim in head.claims}
    gone: dict[tuple[str, ...], list[Claim]] = {}
    for claim in base.claims:
        same = now.get(claim.id)
        if same is None:
            for mark in _marks(claim):
                gone.setdefault(mark, []).append(claim)
        elif _is_alike(claim.text, same.text):
            yield claim, same
    if not gone:
        return
    earlier_ids = {claim.id for claim in base.claims}
    for claim in head.claims:
        if claim.id not in earlier_ids:
            candidates = (
                each for mark in _marks(claim) for each in gone.get(mark, [])[:_MAX_CANDIDATES]
            )
            same = next((each for each in candidates if _is_alike(each.text, claim.text)), None)
            if same is not None:
                yield same, claim


def _pin_marks(source: Source) -> Iterator[str]:
    """Yield what a source is found by under another id: the hashes and the paths of its files."""
    for pin in source.pins:
        yield from filter(None, (pin.expected, pin.actual, pin.path))


def _marks(claim: Claim) -> Iterator[tuple[str, ...]]:
    """Yield what a claim is found by under another id: its text, then its quotations."""
    yield (_letters(claim.text),)
    for item in claim.evidence:
        if item.quote.exact:
            yield "quote", item.quote.exact


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text[:_LETTERS].casefold()))


def _is_alike(text: str, other: str) -> bool:
    if text == other:
        return True
    pairs, others = _pairs(_letters(text)), _pairs(_letters(other))
    shared = 2 * len(pairs & others)
    return shared * 100 >= _LEAST_SHARE * (len(pairs) + len(others))


def _pairs(letters: str) -> set[str]:
    return {letters[at : at + 2] for at in range(max(len(letters) - 1, 1))}
