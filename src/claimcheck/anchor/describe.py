"""The passage to show for a quote that does not stand in its text, with the word diff."""

from __future__ import annotations

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
_ALIKE: Final = 0.5
_OUTWARD: Final = 1.6
_MOST_MARKS: Final = 4
_MOST_LOST: Final = 3
_LETTERS: Final = 6


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
        span: the passage as found, in code points; its ends may be off by some words.
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
    """
    start, end = extend_to_words(raw, start, end)
    segments = difference(words, raw[start:end])
    shared = [at for at, segment in enumerate(segments) if segment.same and _lettered(segment)]
    if shared:
        head, tail = segments[: shared[0]], segments[shared[-1] + 1 :]
        written, printed = _joined(head)
        if not any(map(str.isalnum, written)):
            start += len(printed) if any(map(str.isalnum, printed)) else 0
        elif _starts_a_sentence(words) and not _alike(written, raw[start:end]):
            start = _start_of_sentence(raw, start, len(printed), len(written), len(words))
        written, printed = _joined(tail)
        if not any(map(str.isalnum, written)):
            end -= len(printed) if any(map(str.isalnum, printed)) else 0
            end = _with_lost_ending(words, raw, end)
        elif _closes_a_sentence(words) and not _alike(written[::-1], raw[start:end][::-1]):
            end = _end_of_sentence(raw, end, len(printed), len(written), len(words))
        end = start + len(raw[start:end].rstrip())
    return _with_marks(words, raw, start, end)


def _with_lost_ending(words: str, raw: str, end: int) -> int:
    """Take in the few words after a passage that the quote drops from its sentence."""
    if not _closes_a_sentence(words) or any(
        mark in raw[end : end + 2] for mark in _ENDS_A_SENTENCE
    ):
        return end
    high = sentence_end(raw, end)
    return high if 0 < len(raw[end:high].split()) <= _MOST_LOST else end


def _lettered(segment: Segment) -> bool:
    return any(map(str.isalnum, segment.written))


def _joined(segments: tuple[Segment, ...]) -> tuple[str, str]:
    written = "".join(segment.written for segment in segments)
    return written, "".join(segment.printed for segment in segments)


def _start_of_sentence(raw: str, start: int, spill: int, unmet: int, length: int) -> int:
    inward = [at for at in breaks(raw, start - 2, start + spill + 1) if at > start]
    if inward:
        return inward[-1]
    low = sentence_start(raw, start)
    lines = [
        at
        for at in range(low, start + 1)
        if raw[at - 1 : at] == "\n" and raw[at : at + 1].isupper() and at
    ]
    outward = [at for at in (low, *lines) if start - at <= _OUTWARD * length]
    return min(outward, key=lambda at: abs(start - at + spill - unmet), default=start)


def _end_of_sentence(raw: str, end: int, spill: int, unmet: int, length: int) -> int:
    inward = [at for at in breaks(raw, end - spill - 1, end + 2) if end - spill < at <= end]
    if inward:
        return inward[0]
    high = sentence_end(raw, end)
    outward = [high] if high - end <= _OUTWARD * length else []
    if raw[end : end + 1] in {"\n", ""}:
        outward.append(end)
    return min(outward, key=lambda at: abs(at - end + spill - unmet), default=end)


def _alike(written: str, passage: str) -> bool:
    """Whether a passage begins with a quote's first word, be it with some letters changed."""
    from rapidfuzz.distance import Levenshtein

    first = key_of(written.split(maxsplit=1)[0]) or key_of(written)[:_LETTERS]
    there = [key for key in map(key_of, passage[: 4 * len(first) + 40].split()[:4]) if key]
    return any(
        Levenshtein.normalized_similarity(first, other) >= _ALIKE
        for other in ("".join(there[:1]), "".join(there[:2]))
    )


def _starts_a_sentence(words: str) -> bool:
    return not next(filter(str.isalnum, words)).islower()


def _closes_a_sentence(words: str) -> bool:
    return words.rstrip(_CLOSING)[-1:] in _ENDS_A_SENTENCE


def _with_marks(words: str, raw: str, start: int, end: int) -> tuple[int, int]:
    """Take in the marks that stand right beside a passage where the quote has marks there."""
    opening = len(words) - len(words.lstrip("\"'“‘„«‹(["))
    for _ in range(min(opening, _MOST_MARKS)):
        if start and not raw[start - 1].isalnum() and not raw[start - 1].isspace():
            start -= 1
    marks = 0
    while marks < min(len(words), _MOST_MARKS) and not words[-1 - marks].isalnum():
        marks += 1
    for _ in range(marks):
        if end < len(raw) and not raw[end].isalnum() and not raw[end].isspace():
            end += 1
    return start, end
