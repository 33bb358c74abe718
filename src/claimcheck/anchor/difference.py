"""The word diff between a quote and a passage, and the kinds of change that turn meaning."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.fold import BREAK, UNSPACED, fold, tighten, typeset
from claimcheck.anchor.lexicon import (
    LOOK_ALIKES,
    MODALS,
    NEGATIONS,
    NUMBERS,
    REVERSALS,
    TENSES,
    UNITS,
)
from claimcheck.anchor.result import Change, Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD: Final = rf"[^\W_{UNSPACED}]"
# Combining marks of the scripts that write them with most letters; `\w` leaves them out.
_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0711\u0730-\u074a\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09d7"
    "\u0a01-\u0a03\u0a3c-\u0a51\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0d03\u0d3e-\u0d57\u0e31-\u0e3a\u0e47-\u0e4e"
)
# A word with its inner apostrophes, full stops, hyphens (at a line's end too) and marks; a number
# with its sign; a character of a script without blanks; any other mark. Blanks go with what is
# before them.
_NUMBER: Final = re.compile(r"[-+±]?\d+(?:[.,:/]\d+)*|[<>=≤≥±≠≈]")
# Han words in which a sign of negation does not negate, and the `No` of `No 5`.
_NO_NEGATION: Final = re.compile(
    "非常|非洲|南非|北非|未来|未來|特别|特別|区别|區別|分别|分別|别人|別人|性别|性別|级别|個別|个别|莫斯科|不过|不仅"
    r"|[一二三四五六七八九十]月份?|\b[Nn]o\.? ?(?=\d)|№"
)
# Negations that are endings or lie inside a word, in scripts without blanks and in Korean.
_IN_A_WORD: Final = re.compile(
    "ない|なかっ|なく|ません|않|못|아니|없|ไม่|ไม่|ບໍ່|មិន|否认|否認|拒绝|拒絕"
)
# `May` and `Will` are a month and a name where they are capitals inside a sentence.
_CAPITAL_NAME: Final = re.compile(r"(?<=[^\W\d_] )(?:May|Will|Mark|March|Might)\b|\bMay(?= \d)")
_MOST_CHARACTERS: Final = 200_000
_MOST_WORDS: Final = 3000
_MOST_NAMED: Final = 10_000
# In longer runs everything differs, and naming kinds would say nothing.
_WORDS_OF_A_REWRITING: Final = 12

_LIGHT: Final = frozenset({Change.CAPITALS, Change.PUNCTUATION, Change.SPACING, Change.ACCENTS})

Run = tuple[bool, tuple[int, int], tuple[int, int]]


@cache
def _tokens() -> re.Pattern[str]:
    """The pattern of tokens, compiled at first use: its character classes take milliseconds."""
    return re.compile(
        rf"(?:(?<!\w)[-−+±](?=\d)|{_WORD}|(?<={_WORD})[^\w\s](?={_WORD})"
        rf"|(?<={_WORD})(?:[-\xad]\s*\n\s*|¬\s+)(?={_WORD})|[{_MARKS}])+\s*"
        r"|[^\s]\s*|\s+"
    )


@cache
def _plain_words() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]|%|‰|°|[$€£¥]|[^\W_]+(?:['-][^\W_]+)*")


def difference(quote: str, passage: str) -> tuple[Segment, ...]:
    """Return the runs of words that a quote and a passage share, and those they do not.

    Words are compared after the fold, so typography makes no difference. The diff is a longest
    common subsequence of words; where more than some thousand words differ it is one replaced run,
    so that work is bounded.

    Args:
        quote: the words as the quote has them.
        passage: the words as the source prints them.

    Returns:
        Segments in order; joined, their `written` is the quote and their `printed` the passage.
    """
    if len(quote) + len(passage) > _MOST_CHARACTERS:
        return (Segment(quote, passage, same=False),)
    mine, theirs = _tokens().findall(quote), _tokens().findall(passage)
    left, right = _comparable(mine, theirs), _comparable(theirs, mine)
    runs = _runs_by_spacing(mine, theirs) if left == right else _runs(left, right)
    return tuple(
        Segment("".join(mine[a:b]), "".join(theirs[c:d]), same) for same, (a, b), (c, d) in runs
    )


def _runs_by_spacing(mine: list[str], theirs: list[str]) -> list[Run]:
    """The runs of two texts whose words are equal: apart is what stands beside an unequal blank."""
    quote, passage = "".join(mine), "".join(theirs)
    apart: set[int] = set()
    ends = zip(accumulate(map(len, mine)), accumulate(map(len, theirs)), strict=True)
    for number, (here, there) in enumerate(ends):
        if mine[number][-1].isspace() == theirs[number][-1].isspace():
            continue
        blank = mine[number][-1].isspace()
        text, end = (quote, here) if blank else (passage, there)
        start = len(text[:end].rstrip())
        if number + 1 < len(mine) and not typeset(text, start, end):
            apart |= {number, number + 1}
    grouped = groupby(range(len(mine)), key=lambda number: number not in apart)
    spans = ((same, list(numbers)) for same, numbers in grouped)
    return [(same, (run[0], run[-1] + 1), (run[0], run[-1] + 1)) for same, run in spans]


def _comparable(tokens: list[str], others: list[str]) -> list[str]:
    """The tokens after the fold; a word broken at a line's end as the other side reads it."""
    known: set[str] = set()
    folded = []
    for token in tokens:
        word = fold(token)
        reading = word.text.strip()
        if BREAK in word.marked:
            known = known or {fold(other).text.strip() for other in others}
            hyphened = word.marked.replace(BREAK, "-").strip()
            reading = hyphened if hyphened in known else reading
        folded.append(reading)
    return folded


def _runs(left: list[str], right: list[str]) -> list[Run]:
    from rapidfuzz.distance import Indel

    head = 0
    while head < min(len(left), len(right)) and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(left), len(right)) - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    a, b, c, d = head, len(left) - tail, head, len(right) - tail
    runs: list[Run] = []
    if head:
        runs.append((True, (0, head), (0, head)))
    if max(b - a, d - c) > _MOST_WORDS:
        runs.append((False, (a, b), (c, d)))
    elif b > a or d > c:
        for op in Indel.opcodes(left[a:b], right[c:d]):
            span = (a + op.src_start, a + op.src_end), (c + op.dest_start, c + op.dest_end)
            same = op.tag == "equal"
            if runs and not same and not runs[-1][0]:
                _, (p, _q), (r, _s) = runs.pop()
                span = (p, span[0][1]), (r, span[1][1])
            runs.append((same, *span))
    if tail:
        runs.append((True, (b, len(left)), (d, len(right))))
    return runs


def only_omits(segments: Iterable[Segment]) -> bool:
    """Whether every word of the quote is in the passage in order, and some words were left out."""
    apart = [segment for segment in segments if not segment.same]
    return (
        bool(apart)
        and not any(segment.written.strip() for segment in apart)
        and any(any(map(str.isalnum, segment.printed)) for segment in apart)
    )


def changes(segments: Sequence[Segment]) -> tuple[Change, ...]:
    """Name the kinds of change in a diff, in the order of `Change`, each once.

    Capitals, punctuation, spacing and accents are named only where no word changed, so that a diff
    of those alone differs in nothing else.
    """
    found: set[Change] = set()
    reworded = False
    for number, segment in enumerate(segments):
        if not segment.same:
            begun = any(char.isalnum() for before in segments[:number] for char in before.written)
            kinds = _kinds(segment, first=not begun)
            reworded = reworded or not kinds or not kinds <= _LIGHT
            found |= kinds
    if reworded:
        found -= _LIGHT
    return tuple(kind for kind in Change if kind in found)


def look_alike(segments: Iterable[Segment]) -> str:
    """Name the first letter of a diff that only looks like the source's; empty if there is none."""
    for segment in segments:
        if not segment.same:
            for mine, theirs in zip(segment.written, segment.printed, strict=False):
                if mine != theirs and _seen(mine) == _seen(theirs):
                    return (
                        f"“{mine}” is U+{ord(mine):04X} {unicodedata.name(mine)}, "
                        f"the source has U+{ord(theirs):04X} {unicodedata.name(theirs)}"
                    )
    return ""


def _kinds(segment: Segment, *, first: bool) -> set[Change]:
    if len(segment.written) + len(segment.printed) > _MOST_NAMED:
        return set()
    mine = tighten(fold(segment.written).text.strip())
    theirs = tighten(fold(segment.printed).text.strip())
    if small := _small_change(mine, theirs):
        return small
    left, right = _plain(mine), _plain(theirs)
    if max(len(left), len(right)) > _WORDS_OF_A_REWRITING:
        return {Change.NEGATION} if bool(_negations(mine)) != bool(_negations(theirs)) else set()
    held = {
        Change.NUMBER: _numbers(mine) != _numbers(theirs)
        or _numerals(mine) != _numerals(theirs)
        or _differ(left, right, NUMBERS),
        Change.UNIT: _differ(left, right, UNITS),
        Change.NEGATION: _negations(mine) != _negations(theirs) or _prefixed(left, right),
        Change.MODALITY: _differ(
            _in_lower(mine, first=first), _in_lower(theirs, first=first), MODALS
        ),
        Change.TENSE: _in_another_tense(left, right),
        Change.NAME: _names(mine, first=first) != _names(theirs, first=first),
    }
    return {kind for kind, holds in held.items() if holds}


def _small_change(mine: str, theirs: str) -> set[Change]:
    """Capitals, punctuation, spacing, accents or look-alike letters, when nothing else differs."""
    if mine.replace(" ", "") == theirs.replace(" ", ""):
        return {Change.SPACING}
    left, right = _letters(mine), _letters(theirs)
    if _seen(_unaccented(left)).casefold() != _seen(_unaccented(right)).casefold():
        return set()
    if _signs(mine) != _signs(theirs):
        return {Change.UNIT}
    if _numbers(mine) != _numbers(theirs) or _numerals(left) != _numerals(right):
        return {Change.NUMBER}
    kinds = _changed_letters(left, right)
    if _marks(mine) != _marks(theirs):
        kinds.add(Change.PUNCTUATION)
    return kinds


def _changed_letters(left: str, right: str) -> set[Change]:
    """How letters differ that are the same but for case, accents and script."""
    one, other = _unaccented(left), _unaccented(right)
    if one.casefold() != other.casefold():
        return {Change.LOOKALIKE}
    kinds = set()
    if left.casefold() != right.casefold():
        kinds.add(Change.ACCENTS)
    if one != other and one.lower() == other.lower():
        kinds.add(Change.CAPITALS)
    elif len(one) == len(other) and one.lower() != other.lower():
        kinds.add(Change.LOOKALIKE)  # the micro sign and mu, the long and the round s
    return kinds


def _numbers(text: str) -> list[str]:
    """Numbers with their signs, and the signs of comparison between them."""
    return sorted(_NUMBER.findall(text))


def _numerals(text: str) -> list[str]:
    """Superscripts, fractions and other numerals that are no plain digits."""
    return [char for char in text if unicodedata.category(char) in {"No", "Nl"}]


def _in_another_tense(left: list[str], right: list[str]) -> bool:
    return any(
        frozenset((one, other)) in TENSES or _inflected(one, other)
        for one in left
        for other in right
        if one != other
    )


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum() or unicodedata.category(char)[0] == "M")


def _marks(text: str) -> list[str]:
    return [
        char
        for char in text
        if not char.isalnum() and not char.isspace() and unicodedata.category(char)[0] != "M"
    ]


def _signs(text: str) -> list[str]:
    """Currencies, percent and degree signs."""
    return [char for char in text if char in UNITS or unicodedata.category(char) == "Sc"]


def _unaccented(text: str) -> str:
    apart = unicodedata.normalize("NFD", text[:_MOST_WORDS])
    return "".join(char for char in apart if unicodedata.category(char)[0] != "M")


def _seen(text: str) -> str:
    return unicodedata.normalize("NFKC", text[:_MOST_WORDS]).translate(LOOK_ALIKES)


def _plain(text: str) -> list[str]:
    # Composed accents are letters of the word; what stands apart is vowel marks, as in Arabic.
    plain = "".join(char for char in text.casefold() if unicodedata.category(char)[0] != "M")
    return _plain_words().findall(plain)


def _differ(left: list[str], right: list[str], kind: frozenset[str]) -> bool:
    return sorted(kind.intersection(left)) != sorted(kind.intersection(right))


def _negations(text: str) -> int:
    """How often a stretch of folded text negates, by a word or within one."""
    apart = _NO_NEGATION.sub(" ", text)
    return sum(map(_is_negation, _plain(apart))) + len(_IN_A_WORD.findall(apart))


def _is_negation(word: str) -> bool:
    return word in NEGATIONS or word.endswith("n't") or word.startswith("n'")


def _in_lower(text: str, *, first: bool) -> list[str]:
    """The words of a run, without `May` and `Will` that are names inside a sentence."""
    held = _CAPITAL_NAME.sub("", text if first else "a " + text)
    return _plain(held)


def has_negation(text: str) -> bool:
    """Whether a stretch of text has a word that negates."""
    return _negations(tighten(fold(text).text)) > 0


def first_reversal(text: str) -> str:
    """The first word of a stretch of text that negates it or takes it back; empty if none does."""
    folded = _NO_NEGATION.sub(" ", tighten(fold(text).text))
    for word in _plain(folded):
        if _is_negation(word) or word in REVERSALS:
            return word
    found = _IN_A_WORD.search(folded)
    return found[0] if found else ""


def first_hedge(text: str) -> str:
    """The first word of a stretch of text that says how sure somebody is; empty if none does."""
    words = _in_lower(tighten(fold(text).text), first=False)
    return next((word for word in words if word in MODALS), "")


def _prefixed(left: list[str], right: list[str]) -> bool:
    """`likely` and `unlikely`: one word of a pair is the other with a negating prefix."""
    return any(
        longer == prefix + shorter
        for a in left
        for b in right
        for longer, shorter in ((a, b), (b, a))
        for prefix in ("un", "in", "im", "ir", "il", "non", "non-", "dis")
        if len(shorter) > 2  # noqa: PLR2004 - shorter words only look alike
    )


def _inflected(one: str, other: str) -> bool:
    """English regular past: `cause` and `caused`, `increases` and `increased`."""
    return any(
        past.endswith("ed")
        and len(stem := past[:-2]) > 1
        and base in {stem, stem + "e", stem + "s", stem + "es", stem + "ing"}
        for past, base in ((one, other), (other, one))
    )


def _names(text: str, *, first: bool) -> list[str]:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word != "I"]
    return sorted(word for word in words[int(first) :] if word[0].isupper())


def plain_words(text: str) -> list[str]:
    """The words of a stretch of text, folded, in lower case."""
    return _plain(tighten(fold(text).text))


__all__ = [
    "changes",
    "difference",
    "first_hedge",
    "first_reversal",
    "has_negation",
    "only_omits",
    "plain_words",
]
