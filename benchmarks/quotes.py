"""Measures anchoring against named floors and peers, side by side in one run.

    python benchmarks/quotes.py                # the timing table, in about two minutes
    python benchmarks/quotes.py --quick        # smaller texts, fewer rounds
    python benchmarks/quotes.py --data DIR     # and the accuracy on quotes_*.jsonl[.gz] in DIR

The text is made up from a seed: invented words in Zipf's proportions, typographic quotation marks
and dashes, hard line ends with hyphens, so nothing is downloaded and every run is the same. Figures
are medians; on a busy machine trust the ratios.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import time
from collections import defaultdict
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import partial_ratio_alignment

from claimcheck.anchor import Text, fold, locate, locate_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.anchor import Anchor

SEED = 20200710
WORDS = 20_000
LINE = 76
MEGABYTE = 1_000_000
CONSONANTS, VOWELS = "bcdfglmnprstvw", "aeiou"
# The share of words that end a sentence, and how other words go on, by a lot between 0 and 1.
SENTENCES = 0.06
ENDINGS = (
    (0.145, " "),
    (0.14, "’s "),
    (0.135, " 1914 "),
    (0.13, "—"),
    (0.12, "”"),
    (SENTENCES, ", "),
)
LONG, OFTEN = 6, 0.9
MUST_PASS = {"identical", "whitespace", "typography"}
RIGHT = 0.9


def vocabulary(chance: random.Random) -> list[str]:
    """Invented words of two to ten letters, the short ones first."""
    words: dict[str, None] = {}
    while len(words) < WORDS:
        syllables = sum(len(words) >= start for start in (0, 200, 3000, 12_000))
        word = "".join(
            chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(syllables)
        ) + chance.choice(["", "n", "r", "s", "t"])
        words[word] = None
    return list(words)


def prose(size: int, seed: int = SEED) -> str:
    """Return about `size` characters of typeset English-like text, one in a hundred not ASCII."""
    chance = random.Random(seed)
    words = vocabulary(random.Random(SEED))
    weights = list(accumulate(1 / (rank + 3) for rank in range(WORDS)))
    pieces: list[str] = []
    length = column = 0
    fresh = True
    for word in chance.choices(words, cum_weights=weights, k=size // 4):
        text = word.capitalize() if fresh else word
        lot = chance.random()
        fresh = lot < SENTENCES
        text += next((ending for least, ending in ENDINGS if lot >= least), ". ")
        if text.endswith("”"):
            text = f"“{text} "
        column += len(text)
        if column > LINE:
            hyphen = len(word) > LONG and lot > OFTEN
            text = f"{text[:4]}-\n{text[4:]}" if hyphen else text.rstrip(" ") + "\n"
            column = 0
        pieces.append(text)
        length += len(text)
        if length >= size:
            break
    return "".join(pieces)


def quotes_of(text: str, number: int, length: int, seed: int) -> list[str]:
    """Passages of a text from word to word, as they stand."""
    chance = random.Random(seed)
    spans: list[str] = []
    while len(spans) < number:
        start = text.find(" ", chance.randrange(len(text) - 2 * length)) + 1
        end = text.find(" ", start + length)
        passage = text[start:end]
        if passage[0].isalpha() and passage[-1].isalpha() and "-" not in passage:
            spans.append(passage)
    return spans


def retyped(quote: str) -> str:
    """The quote as a person types it: straight marks, single blanks."""
    return " ".join(quote.translate(str.maketrans("“”’—", '""\'-')).split())


def altered(quote: str) -> str:
    """The quote with three words changed."""
    words = quote.split()
    for place in (len(words) // 4, len(words) // 2, 3 * len(words) // 4):
        words[place] = "indeed"
    return " ".join(words)


def median_ms(action: Callable[[], object], rounds: int) -> float:
    """The median time of an action in milliseconds."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        action()
        times.append(time.perf_counter() - begun)
    return 1000 * statistics.median(times)


def per_quote(action: Callable[[str], object], quotes: list[str], rounds: int) -> float:
    """The median over quotes of the median time of an action, in milliseconds."""
    return statistics.median(median_ms(lambda q=quote: action(q), rounds) for quote in quotes)  # type: ignore[misc]


def both_finds(text: str, quote: str) -> int:
    """What any search must do to say that a quote stands in a text once: find it and no other."""
    return text.find(quote, text.find(quote) + 1)


def python_fold(text: str) -> list[tuple[str, int]]:
    """The plain way to fold with a map: a loop over characters, one offset for each."""
    variants = dict(zip("“”‘’—–", "\"\"''--", strict=True))
    folded: list[tuple[str, int]] = []
    for offset, char in enumerate(text):
        new = " " if char.isspace() else variants.get(char, char)
        if new != " " or not folded or folded[-1][0] != " ":
            folded.append((new, offset))
    return folded


def timing(*, quick: bool) -> Iterator[tuple[str, str, float, str, float, str]]:
    """Yield each row: what, unit, ours, against what, theirs, target."""
    rounds = 5 if quick else 15
    large, small = prose((2 if quick else 10) * MEGABYTE), prose(MEGABYTE)
    size = f"{len(large) / MEGABYTE:.0f} MB"
    missing = prose(MEGABYTE, SEED + 1)

    exact = quotes_of(large, 15, 120, 1)
    ours = per_quote(lambda q: locate(q, large), exact, rounds)
    floor = per_quote(lambda q: both_finds(large, q), exact, rounds)
    yield f"exact quote, {size}", "ms", ours, "`str.find`, twice", floor, "≤ 1.3 ×"

    text, folded = Text(small), fold(small).text
    typed = [q for q in map(retyped, quotes_of(small, 60, 160, 2)) if q not in small][:15]
    for quote in typed:
        locate(quote, text)
    ours = per_quote(lambda q: locate(q, text), typed, rounds)
    floor = per_quote(lambda q: both_finds(folded, fold(q).text), typed, rounds)
    yield (
        "normalized quote, 1 MB, index built",
        "ms",
        ours,
        "`str.find` in the fold",
        floor,
        "≤ 3 ×",
    )

    ours = len(small) / MEGABYTE / median_ms(lambda: fold(small), rounds) * 1000
    loop = len(small) / MEGABYTE / median_ms(lambda: python_fold(small), 3) * 1000
    yield "fold with offset map, 1 MB", "MB/s", ours, "a Python loop", loop, "≥ 60 MB/s"

    for source, label, target in ((small, "1 MB", "≤ 15 ms"), (large, size, "≤ 150 ms")):
        text = Text(source)
        locate("nothing of the kind stands here", text)
        for length in (120, 600):
            changed = list(map(altered, map(retyped, quotes_of(source, 5, length, 3))))
            absent = list(map(retyped, quotes_of(missing, 5, length, 4)))
            for kind, quotes in (("altered", changed), ("absent", absent)):
                ours = per_quote(lambda q: locate(q, text), quotes, 3)  # noqa: B023 - called at once
                peer = per_quote(lambda q: partial_ratio_alignment(q, source), quotes[:3], 1)  # noqa: B023
                name = f"{kind} quote of {length} characters, {label}"
                yield name, "ms", ours, "`partial_ratio_alignment`", peer, target

    number = 1000 if quick else 10_000
    many = quotes_of(large, number, 120, 5)
    sample = many[:: number // 200]
    ours = median_ms(lambda: locate_all(many, large), 1)
    each = median_ms(lambda: [large.find(q) for q in sample], 3) * number / len(sample)
    yield f"{number:,} quotes, {size}", "ms", ours, "one `str.find` each", each, "≥ 40 × faster"


def accuracy(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield each measure: what, how many hold, of how many."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0])

    def count(measure: str, *, holds: bool) -> None:
        tally[measure][0] += holds
        tally[measure][1] += 1

    for path in sorted(folder.glob("quotes_*.jsonl*")):
        opening = gzip.open if path.suffix == ".gz" else open
        with opening(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                anchor = locate(row["quote"], row["source_text"])
                if "near_start" in row:
                    count("altered quotes passed", holds=anchor.fit.passes)
                    if row["near_start"] is not None:
                        near = _overlap(anchor, row["near_start"], row["near_end"])
                        count("right passage for altered quotes", holds=near >= RIGHT)
                    continue
                spot = _overlap(anchor, row["gold_start"], row["gold_end"]) >= RIGHT
                if row["expect"] in MUST_PASS:
                    count("must pass, right span", holds=anchor.fit.passes and spot)
                else:
                    count(f"`{row['expect']}` rows passed", holds=anchor.fit.passes)
                    count(f"right passage for `{row['expect']}` rows", holds=spot)
    for measure, (hits, total) in sorted(tally.items()):
        yield measure, hits, total


def _overlap(anchor: Anchor, start: int, end: int) -> float:
    if anchor.start is None or anchor.end is None:
        return 0.0
    inner = min(anchor.end, end) - max(anchor.start, start)
    return max(0, inner) / (max(anchor.end, end) - min(anchor.start, start))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="smaller texts, fewer rounds")
    parser.add_argument("--data", type=Path, help="a folder with quotes_*.jsonl or .jsonl.gz")
    options = parser.parse_args()
    print("| what | ours | against | theirs | ratio | target |")
    print("|---|---:|---|---:|---:|---|")
    for what, unit, ours, against, theirs, target in timing(quick=options.quick):
        ratio = ours / theirs
        print(
            f"| {what} | {ours:.3g} {unit} | {against} | {theirs:.3g} {unit} "
            f"| {ratio:.2f} | {target} |",
            flush=True,
        )
    if options.data:
        print("\n| measure | rows | of | % |\n|---|---:|---:|---:|")
        for measure, hits, total in accuracy(options.data):
            print(f"| {measure} | {hits} | {total} | {100 * hits / total:.2f} |", flush=True)


if __name__ == "__main__":
    main()
