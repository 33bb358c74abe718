"""Gaps that several readers report: hidden text, and changes that nobody has accepted."""

from __future__ import annotations

from claimcheck.text.plural import count


def hidden_text(words: int) -> str:
    """Return the gap for words that a document hides.

    Args:
        words: how many.
    """
    return f"hidden text is left out ({count(words, 'word')})"


def unaccepted_changes(changes: int) -> str:
    """Return the gap for tracked changes that nobody has accepted or refused.

    Args:
        changes: how many.
    """
    are, them = ("is", "that change") if changes == 1 else ("are", "them")
    return f"{count(changes, 'change')} in it {are} not accepted yet; it is read with {them}"
