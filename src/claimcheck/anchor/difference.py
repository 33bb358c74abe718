"""The word diff between a quote and a passage, and the kinds of change that turn meaning."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, partial
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.characters import BREAK, UNSPACED
from claimcheck.anchor.fold import fold
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
from claimcheck.anchor.spacing import is_typeset, tighten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD: Final = rf"[^\W_{UNSPACED}]"
# Combining marks of the scripts that write them with most letters; `\w` leaves them out.
_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0711\u0730-\u074a\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09d7"
    "\u0a01-\u0a03\u0a3c-\u0a51\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0d03\u0d3e-\u0d57\u0e31-\u0e3a\u0e47-\u0e4e"
)
_NUMBER: Final = cache(partial(re.compile, r"[-+±]?\d+(?:[.,:/]\d+)*|[<>=≤≥±≠≈]"))
# Han words in which a sign of negation does not negate, and the `No` of `No 5`.
_SEEMING_NEGATION: Final = cache(
    partial(
        re.compile,
        "非常|非洲|南非|北非|未来|未來|特别|特別|区别|區別|分别|分別|别人|別人|性别|性別|级别|個別|个别|莫斯科|不过|不仅"
        r"|[一二三四五六七八九十]月份?|\b[Nn]o\.? ?(?=\d)|№",
    )
)
# Negations that are endings or lie inside a word, in scripts without blanks and in Korean.
_NEGATION_IN_WORD: Final = cache(
    partial(re.compile, "ない|なかっ|なく|ません|않|못|아니|없|ไม่|ไม่|ບໍ່|មិន|否认|否認|拒绝|拒絕")
)
# `May` and `Will` are a month and a name where they are capitals inside a sentence.
_MODAL_AS_NAME: Final = re.compile(r"(?<=[^\W\d_] )(?:May|Will|Mark|March|Might)\b|\bMay(?= \d)")
# Of quote and passage together, for a diff; and of either side of what differs.
_MAX_DIFF_CHARACTERS: Final = 200_000
_MAX_DIFF_WORDS: Final = 3000
_MAX_CHARACTERS_OF_A_CHANGE: Final = 10_000
# Of a stretch that is looked at letter by letter.
_MAX_COMPARED_LETTERS: Final = 3000
# In longer runs everything differs, and naming kinds would say nothing.
_MAX_WORDS_OF_A_CHANGE: Final = 12

_TYPOGRAPHIC: Final = frozenset(
    {Change.CAPITALS, Change.PUNCTUATION, Change.SPACING, Change.ACCENTS}
)

Run = tuple[bool, tuple[int, int], tuple[int, int]]


@cache
def _token_pattern() -> re.Pattern[str]:
    """The pattern of tokens, compiled at first use: its character classes take milliseconds.

    A token is a word with its inner apostrophes, full stops, hyphens (at a line's end too) and
    marks; a number with its sign; a character of a script without blanks; or any other mark. It
    includes the blanks behind it.
    """
    return re.compile(
        rf"(?:(?<!\w)[-−+±](?=\d)|{_WORD}|(?<={_WORD})[^\w\s](?={_WORD})"
        rf"|(?<={_WORD})(?:[-\xad](?=[^\S\n]*\n)\s++|¬\s++)(?={_WORD})|[{_MARKS}])+\s*"
        r"|[^\s]\s*|\s+"
    )


@cache
def _word_pattern() -> re.Pattern[str]:
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
    if len(quote) + len(passage) > _MAX_DIFF_CHARACTERS:
        return (Segment(quote, passage, same=False),)
    quote_tokens, source_tokens = _token_pattern().findall(quote), _token_pattern().findall(passage)
    folded_quote = _fold_tokens(quote_tokens, source_tokens)
    folded_source = _fold_tokens(source_tokens, quote_tokens)
    if folded_quote == folded_source:
        runs = _runs_of_spacing(quote_tokens, source_tokens)
    else:
        runs = _runs(folded_quote, folded_source)
    return tuple(
        Segment("".join(quote_tokens[a:b]), "".join(source_tokens[c:d]), same)
        for same, (a, b), (c, d) in runs
    )


def _runs_of_spacing(quote_tokens: list[str], source_tokens: list[str]) -> list[Run]:
    """The runs of two texts whose words are equal: beside an unequal blank they differ."""
    quote, passage = "".join(quote_tokens), "".join(source_tokens)
    unequal: set[int] = set()
    quote_ends, source_ends = (
        list(accumulate(map(len, tokens))) for tokens in (quote_tokens, source_tokens)
    )
    for number in range(len(quote_tokens) - 1):
        blank = quote_tokens[number][-1].isspace()
        if blank == source_tokens[number][-1].isspace():
            continue
        text, end = (quote, quote_ends[number]) if blank else (passage, source_ends[number])
        start = len(text[:end].rstrip())
        if not is_typeset(text, start, end):
            unequal |= {number, number + 1}
    grouped = groupby(range(len(quote_tokens)), key=lambda number: number not in unequal)
    spans = ((same, list(numbers)) for same, numbers in grouped)
    return [(same, (run[0], run[-1] + 1), (run[0], run[-1] + 1)) for same, run in spans]


def _fold_tokens(tokens: list[str], others: list[str]) -> list[str]:
    """The tokens after the fold; a word broken at a line's end as the other side reads it."""
    readings: set[str] = set()
    folded = []
    for token in tokens:
        word = fold(token)
        reading = word.text.strip()
        if BREAK in word.marked:
            readings = readings or {fold(other).text.strip() for other in others}
            hyphened = word.marked.replace(BREAK, "-").strip()
            reading = hyphened if hyphened in readings else reading
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
    left_end, right_end = len(left) - tail, len(right) - tail
    runs: list[Run] = []
    if head:
        runs.append((True, (0, head), (0, head)))
    if max(left_end, right_end) - head > _MAX_DIFF_WORDS:
        runs.append((False, (head, left_end), (head, right_end)))
    else:
        for op in Indel.opcodes(left[head:left_end], right[head:right_end]):
            span = (
                (head + op.src_start, head + op.src_end),
                (head + op.dest_start, head + op.dest_end),
            )
            same = op.tag == "equal"
            if runs and not same and not runs[-1][0]:
                _, (left_start, _), (right_start, _) = runs.pop()
                span = (left_start, span[0][1]), (right_start, span[1][1])
            runs.append((same, *span))
    if tail:
        runs.append((True, (left_end, len(left)), (right_end, len(right))))
    return runs


def only_omits(segments: Iterable[Segment]) -> bool:
    """Whether every word of the quote is in the passage in order, and some words were left out."""
    changed = [segment for segment in segments if not segment.same]
    return (
        bool(changed)
        and not any(segment.written.strip() for segment in changed)
        and any(any(map(str.isalnum, segment.printed)) for segment in changed)
    )


def changes(segments: Sequence[Segment]) -> tuple[Change, ...]:
    """Name the kinds of change in a diff, in the order of `Change`, each once.

    Capitals, punctuation, spacing and accents are named only where no word changed, so that a diff
    of those alone differs in nothing else.
    """
    runs = []
    for number, segment in enumerate(segments):
        if not segment.same:
            begun = any(char.isalnum() for before in segments[:number] for char in before.written)
            runs.append(_kinds(segment, first=not begun))
    kinds = set[Change]().union(*runs)
    if any(not run or run - _TYPOGRAPHIC for run in runs):
        kinds -= _TYPOGRAPHIC
    return tuple(kind for kind in Change if kind in kinds)


def look_alike(segments: Iterable[Segment]) -> str:
    """Name the first letter of a diff that only looks like the source's; empty if there is none."""
    for segment in segments:
        if not segment.same:
            for written, printed in zip(segment.written, segment.printed, strict=False):
                if written != printed and _skeleton(written) == _skeleton(printed):
                    return (
                        f"“{written}” is U+{ord(written):04X} {unicodedata.name(written)}, "
                        f"the source has U+{ord(printed):04X} {unicodedata.name(printed)}"
                    )
    return ""


def _kinds(segment: Segment, *, first: bool) -> set[Change]:
    if len(segment.written) + len(segment.printed) > _MAX_CHARACTERS_OF_A_CHANGE:
        return set()
    written = tighten(fold(segment.written).text.strip())
    printed = tighten(fold(segment.printed).text.strip())
    if typographic := _typographic_changes(written, printed):
        return typographic
    left, right = _words(written), _words(printed)
    if max(len(left), len(right)) > _MAX_WORDS_OF_A_CHANGE:
        turned = bool(_negations(written)) != bool(_negations(printed))
        return {Change.NEGATION} if turned else set()
    differs = {
        Change.NUMBER: _numbers(written) != _numbers(printed)
        or _numerals(written) != _numerals(printed)
        or _differs(left, right, NUMBERS),
        Change.UNIT: _differs(left, right, UNITS),
        Change.NEGATION: _negations(written) != _negations(printed)
        or _differs_by_prefix(left, right),
        Change.MODALITY: _differs(
            _lower_words(written, first=first), _lower_words(printed, first=first), MODALS
        ),
        Change.TENSE: _differs_in_tense(left, right),
        Change.NAME: _names(written, first=first) != _names(printed, first=first),
    }
    return {kind for kind, is_there in differs.items() if is_there}


def _typographic_changes(written: str, printed: str) -> set[Change]:
    """Capitals, punctuation, spacing, accents or look-alike letters, when nothing else differs."""
    if written.replace(" ", "") == printed.replace(" ", ""):
        return {Change.SPACING}
    left, right = _letters(written), _letters(printed)
    skeletons = {_skeleton(_without_accents(letters)).casefold() for letters in (left, right)}
    if len(skeletons) > 1:
        return set()
    if _signs(written) != _signs(printed):
        return {Change.UNIT}
    if _numbers(written) != _numbers(printed) or _numerals(left) != _numerals(right):
        return {Change.NUMBER}
    kinds = _changed_letters(left, right)
    if _marks(written) != _marks(printed):
        kinds.add(Change.PUNCTUATION)
    return kinds


def _changed_letters(left: str, right: str) -> set[Change]:
    """How letters differ that are the same but for case, accents and script."""
    bare_left, bare_right = _without_accents(left), _without_accents(right)
    if bare_left.casefold() != bare_right.casefold():
        return {Change.LOOKALIKE}
    kinds = set()
    if left.casefold() != right.casefold():
        kinds.add(Change.ACCENTS)
    if bare_left != bare_right and bare_left.lower() == bare_right.lower():
        kinds.add(Change.CAPITALS)
    elif len(bare_left) == len(bare_right) and bare_left.lower() != bare_right.lower():
        kinds.add(Change.LOOKALIKE)  # the micro sign and mu, the long and the round s
    return kinds


def _numbers(text: str) -> list[str]:
    """Numbers with their signs, and the signs of comparison between them."""
    return sorted(_NUMBER().findall(text))


def _numerals(text: str) -> list[str]:
    """Superscripts, fractions and other numerals that are no plain digits."""
    return [char for char in text if unicodedata.category(char) in {"No", "Nl"}]


def _differs_in_tense(left: list[str], right: list[str]) -> bool:
    return any(
        frozenset((written, printed)) in TENSES or _differ_by_past(written, printed)
        for written in left
        for printed in right
        if written != printed
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


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text[:_MAX_COMPARED_LETTERS])
    return "".join(char for char in decomposed if unicodedata.category(char)[0] != "M")


def _skeleton(text: str) -> str:
    """The visual form of a text, as in Unicode's UTS 39: equal where two are confusable."""
    return unicodedata.normalize("NFKC", text[:_MAX_COMPARED_LETTERS]).translate(LOOK_ALIKES)


def _words(text: str) -> list[str]:
    # Composed accents are letters of the word; what stands apart is vowel marks, as in Arabic.
    plain = "".join(char for char in text.casefold() if unicodedata.category(char)[0] != "M")
    return _word_pattern().findall(plain)


def _differs(left: list[str], right: list[str], kind: frozenset[str]) -> bool:
    return sorted(kind.intersection(left)) != sorted(kind.intersection(right))


def _negations(text: str) -> int:
    """How often a stretch of folded text negates, by a word or within one."""
    bare = _SEEMING_NEGATION().sub(" ", text)
    return sum(map(_is_negation, _words(bare))) + len(_NEGATION_IN_WORD().findall(bare))


def _is_negation(word: str) -> bool:
    return word in NEGATIONS or word.endswith("n't") or word.startswith("n'")


def _lower_words(text: str, *, first: bool) -> list[str]:
    """The words of a run, without `May` and `Will` that are names inside a sentence."""
    bare = _MODAL_AS_NAME.sub("", text if first else "a " + text)
    return _words(bare)


def has_negation(text: str) -> bool:
    """Whether a stretch of text has a word that negates."""
    return _negations(tighten(fold(text).text)) > 0


def first_reversal(text: str) -> str:
    """The first word of a stretch of text that negates it or takes it back; empty if none does."""
    folded = _SEEMING_NEGATION().sub(" ", tighten(fold(text).text))
    for word in _words(folded):
        if _is_negation(word) or word in REVERSALS:
            return word
    match = _NEGATION_IN_WORD().search(folded)
    return match[0] if match else ""


def first_hedge(text: str) -> str:
    """The first word of a stretch of text that says how sure somebody is; empty if none does."""
    words = _lower_words(tighten(fold(text).text), first=False)
    return next((word for word in words if word in MODALS), "")


def _differs_by_prefix(left: list[str], right: list[str]) -> bool:
    """`likely` and `unlikely`: one word of a pair is the other with a negating prefix."""
    return any(
        longer == prefix + shorter
        for one_word in left
        for other_word in right
        for longer, shorter in ((one_word, other_word), (other_word, one_word))
        for prefix in ("un", "in", "im", "ir", "il", "non", "non-", "dis")
        if len(shorter) > 2  # shorter words only look alike
    )


def _differ_by_past(word: str, other_word: str) -> bool:
    """English regular past: `cause` and `caused`, `stops` and `stopped`, `deny` and `denied`."""
    return any(base in _bases(past) for past, base in ((word, other_word), (other_word, word)))


def _bases(past: str) -> set[str]:
    """The other forms of an English verb, by its regular past; none for another word."""
    stem = past.removesuffix("ed")
    if stem == past or len(stem) < 2:  # `red`
        return set()
    bases = {stem, stem + "e", stem + "s", stem + "es", stem + "ing"}
    if stem[-1] == stem[-2]:
        bases |= {stem[:-1], stem[:-1] + "s"}
    if stem[-1] == "i":
        bases |= {stem[:-1] + "y", stem[:-1] + "ying"}
    return bases


def _names(text: str, *, first: bool) -> list[str]:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word != "I"]
    return sorted(word for word in words[int(first) :] if word[0].isupper())


def plain_words(text: str) -> list[str]:
    """The words of a stretch of text, folded, in lower case."""
    return _words(tighten(fold(text).text))


__all__ = [
    "changes",
    "difference",
    "first_hedge",
    "first_reversal",
    "has_negation",
    "only_omits",
    "plain_words",
]
