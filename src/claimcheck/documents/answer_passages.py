"""Passages that services quote from a source: whole, cut off, or joined of several parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.answer import AnswerCitation

if TYPE_CHECKING:
    from claimcheck.documents.answer import JsonValue

_NAME_KEYS: Final = ("document_title", "title", "url", "source", "file_id")
# Web search gives at most 150 characters of a page, and sets this behind them.
_CUT: Final = re.compile(r"\s*(?:\.{3}|…)\s*\Z")
_FEWEST_CUT: Final = 80  # characters: a shorter passage ends so in its source
_SENTENCE_JOINT: Final = re.compile(r"(?<=[a-zß-öø-ÿ\d)][.!?:;])(?=[\"“'‘(]?[A-ZÀ-ÖØ-Þ])")


UNNAMED: Final = "unnamed source"


def passage_citations(block: JsonValue) -> list[AnswerCitation]:
    """Return what the `citations` of a block of text name and quote; null is none.

    Raises:
        AnswerError: one is malformed.
    """
    return [passage_citation(each) for each in block.items("citations") if each.data is not None]


def passage_citation(citation: JsonValue) -> AnswerCitation:
    """Return what a citation of Anthropic's kinds names and quotes.

    Raises:
        AnswerError: it is of no kind and names nothing, or is malformed.
    """
    names = [name for key in _NAME_KEYS if (name := citation.text(key))]
    index = citation.number("document_index")
    if index is not None:
        names.append(f"document {index}")
    if not names:
        if not citation.text("type"):
            citation.refuse("does not say what it cites")
        # The service knows what it cites, and does not say: the statement is cited all the same.
        names.append(UNNAMED)
    words = citation.passage("cited_text")
    if citation.is_kind("web_search_result_location"):
        words = beginning(words)
    first, last = (citation.number(f"{end}_block_index") for end in ("start", "end"))
    joined = first is not None and last is not None and last - first > 1
    if joined:
        words = _SENTENCE_JOINT.sub(" ", words)
    return AnswerCitation(words, tuple(names), pages(citation), joined=joined)


def beginning(words: str) -> str:
    """Return a passage that a service cut off, up to the last word that is surely whole."""
    cut = _CUT.search(words)
    if cut is None or len(words) < _FEWEST_CUT:
        return words
    beginning = words[: cut.start()]
    whole = beginning.rpartition(" ")[0]
    # Scripts without blanks have no words to be cut in two.
    return whole if len(beginning) - len(whole) < _FEWEST_CUT and whole else beginning


def pages(
    citation: JsonValue, first_key: str = "start_page_number", end_key: str = "end_page_number"
) -> str:
    """Return the page, or two, of a citation whose end is the page after the last.

    Args:
        citation: the object that has them.
        first_key: the key of the first page.
        end_key: the key of the page after the last.
    """
    first, end = citation.number(first_key), citation.number(end_key)
    if not first:
        return ""
    last = max(first, (end or first + 1) - 1)
    return str(first) if last == first else f"{first}-{last}"
