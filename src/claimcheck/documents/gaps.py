"""What several readers say of parts of a document that its text does not hold as they stand."""

from __future__ import annotations

from claimcheck.text.plural import count


def hidden_text(words: int) -> str:
    """Return what is said of words that the document hides.

    Args:
        words: how many.
    """
    return f"hidden text is left out ({count(words, 'word')})"


def unaccepted_changes(changes: int) -> str:
    """Return what is said of changes that nobody has accepted or refused.

    Args:
        changes: how many.
    """
    are, them = ("is", "that change") if changes == 1 else ("are", "them")
    return f"{count(changes, 'change')} in it {are} not accepted yet; it is read with {them}"
