"""The passage to show for a quote that does not stand in its text, with the word diff."""

from __future__ import annotations

from itertools import accumulate, islice
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.borders import extend_to_words
from claimcheck.anchor.difference import changes, difference, look_alike, only_omits
from claimcheck.anchor.key import key_of
from claimcheck.anchor.result import Anchor, Change, Fit
from claimcheck.anchor.sentences import breaks, sentence_end, sentence_start

if TYPE_CHECKING:
    from claimcheck.anchor.result import Segment

_ENDS_A_SENTENCE: Final = ".!?…。！？।؟۔"
_CLOSING: Final = "\"'”’»)]_ "
# The least likeness (1 is equal) of a quote's first word to that of a passage which begins with it.
_MIN_WORD_SIMILARITY: Final = 0.5
# How far out a sentence may begin or end, in lengths of the quote.
_MAX_OUTWARD_RATIO: Final = 1.6
_MAX_MARKS: Final = 4
_MAX_WORDS_DROPPED: Final = 3
# `to day` for `today`
_WORDS_OF_A_HEAD: Final = 2


def describe_passage(
    words: str,
    raw: str,
    span: tuple[int, int],
    similarity: float,
    *,
    cut: bool = False,
) -> Anchor:
    """Describe a passage that a quote does not equal: its bounds, its word diff, what changed.

    Args:
        words: the quote.
        raw: the text.
        span: the passage, in code points; its ends may be off by some words.
        similarity: from 0 to 1; orders proposals and decides nothing.
        cut: whether the quote is there, but begins or ends inside a word or number of the span.

    Returns:
        An anchor that is `spliced` when words were only left out, else `altered`.
    """
    start, end = span if cut else refine_span(words, raw, *span)
    segments = difference(words, raw[start:end])
    kinds = {Change.CUT} if cut else set(changes(segments))
    reason = look_alike(segments) if Change.LOOKALIKE in kinds else ""
    fit = Fit.SPLICED if only_omits(segments) and not cut else Fit.ALTERED
    return Anchor(
        fit,
        start,
        end,
        parts=_parts(segments, start) if fit is Fit.SPLICED else (),
        difference=segments,
        changes=tuple(kind for kind in Change if kind in kinds),
        similarity=similarity,
        reason=reason,
    )


def _parts(segments: tuple[Segment, ...], start: int) -> tuple[tuple[int, int], ...]:
    """The spans of the runs that the quote has."""
    parts = []
    for segment in segments:
        end = start + len(segment.printed)
        if segment.same:
            parts.append((start, start + len(segment.printed.rstrip())))
        start = end
    return tuple(parts)


def refine_span(words: str, raw: str, start: int, end: int) -> tuple[int, int]:
    """Move the ends of a near passage to where a reader would set them.

    An alignment of letters leaves its ends loose where the quote's first or last words were
    changed. So the ends go to borders of words; and where the quote begins (or ends) like a
    sentence with a word that the passage does not have there, to the border of the sentence:
    inward if the passage spills over one, else outward.

    Args:
        words: the quote.
        raw: the text.
        start: where the alignment begins, in code points.
        end: where it ends, exclusive.

    Returns:
        Start and end of the passage to show.
    """
    start, end = extend_to_words(raw, start, end)
    segments = difference(words, raw[start:end])
    common = [n for n, segment in enumerate(segments) if segment.same and _has_letters(segment)]
    if common:
        head, tail = segments[: common[0]], segments[common[-1] + 1 :]
        written, printed = _join(head)
        if not any(map(str.isalnum, written)):
            start += len(printed) if any(map(str.isalnum, printed)) else 0
        elif _starts_a_sentence(words) and not _begins_alike(written, raw[start:end]):
            start = _start_of_sentence(raw, start, len(printed), len(written), len(words))
        written, printed = _join(tail)
        if not any(map(str.isalnum, written)):
            end -= len(printed) if any(map(str.isalnum, printed)) else 0
            end = _with_dropped_ending(words, raw, end)
        elif _closes_a_sentence(words) and not _begins_alike(written[::-1], raw[start:end][::-1]):
            end = _end_of_sentence(raw, end, len(printed), len(written), len(words))
        end = start + len(raw[start:end].rstrip())
    return _with_marks(words, raw, start, end)


def _with_dropped_ending(words: str, raw: str, end: int) -> int:
    """Take in the few words after a passage that the quote drops from its sentence."""
    if not _closes_a_sentence(words) or any(
        mark in raw[end : end + 2] for mark in _ENDS_A_SENTENCE
    ):
        return end
    high = sentence_end(raw, end)
    return high if len(raw[end:high].split()) <= _MAX_WORDS_DROPPED else end


def _has_letters(segment: Segment) -> bool:
    return any(map(str.isalnum, segment.written))


def _join(segments: tuple[Segment, ...]) -> tuple[str, str]:
    written = "".join(segment.written for segment in segments)
    return written, "".join(segment.printed for segment in segments)


def _start_of_sentence(raw: str, start: int, spill: int, missing: int, length: int) -> int:
    """Where the sentence begins that a passage should begin with.

    Args:
        raw: the text.
        start: where the passage begins.
        spill: characters at the passage's beginning that the quote does not have.
        missing: characters at the quote's beginning that the passage does not have.
        length: characters of the quote.
    """
    inward = [border for border in breaks(raw, start - 2, start + spill + 1) if border > start]
    if inward:
        return inward[-1]
    low = sentence_start(raw, start)
    lines = [
        offset
        for offset in range(max(low, 1), start + 1)
        if raw[offset - 1] == "\n" and raw[offset : offset + 1].isupper()
    ]
    outward = [border for border in (low, *lines) if start - border <= _MAX_OUTWARD_RATIO * length]
    return min(outward, key=lambda border: abs(start - border + spill - missing), default=start)


def _end_of_sentence(raw: str, end: int, spill: int, missing: int, length: int) -> int:
    """Where the sentence ends that a passage should end with; arguments as at the beginning."""
    inward = [border for border in breaks(raw, end - spill - 1, end) if border > end - spill]
    if inward:
        return inward[0]
    high = sentence_end(raw, end)
    outward = [high] if high - end <= _MAX_OUTWARD_RATIO * length else []
    if raw[end : end + 1] == "\n":
        outward.append(end)
    return min(outward, key=lambda border: abs(border - end + spill - missing), default=end)


def _begins_alike(written: str, passage: str) -> bool:
    """Whether a passage begins with a quote's first word, be it with some letters changed."""
    from rapidfuzz.distance import Levenshtein

    first = next(filter(None, map(key_of, written.split())), "")
    heads = accumulate(islice(filter(None, map(key_of, passage.split())), _WORDS_OF_A_HEAD))
    return any(
        Levenshtein.normalized_similarity(first, head, score_cutoff=_MIN_WORD_SIMILARITY)
        for head in heads
    )


def _starts_a_sentence(words: str) -> bool:
    return not next(filter(str.isalnum, words)).islower()


def _closes_a_sentence(words: str) -> bool:
    return words.rstrip(_CLOSING)[-1:] in _ENDS_A_SENTENCE


def _with_marks(words: str, raw: str, start: int, end: int) -> tuple[int, int]:
    """Take in the marks that stand right beside a passage where the quote has marks there."""
    opening = len(words) - len(words.lstrip("\"'“‘„«‹(["))
    for _ in range(min(opening, _MAX_MARKS)):
        if start and not raw[start - 1].isalnum() and not raw[start - 1].isspace():
            start -= 1
    marks = 0
    while marks < min(len(words), _MAX_MARKS) and not words[-1 - marks].isalnum():
        marks += 1
    for _ in range(marks):
        if end < len(raw) and not raw[end].isalnum() and not raw[end].isspace():
            end += 1
    return start, end
