# ruff: noqa: INP001, S311, T201 - a script, no package; chance without secrets; it prints
"""Look for inputs whose work grows faster than they do: `python fuzz/steps.py --seconds 600`.

An input is a head, a unit that is repeated, and a tail. Of each the steps are counted at one, two
and four times a length: lines of claimcheck that are run, and, at greater lengths, processor time,
since regular expressions and searches run no lines. Where both doublings triple the time, the input
is a find. The lines lead the search: pieces of inputs whose lines grow fastest are put together.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.anchor import Text, fold, inside_quotation, locate, passes, variants
from claimcheck.anchor.difference import difference, has_negation
from claimcheck.documents import child
from claimcheck.documents.reader import ExtractOptions
from claimcheck.dossier import strict_yaml
from claimcheck.dossier.names import bare_name, names_in_list, spoken_for
from claimcheck.formats.excerpts import file_line, with_marks
from claimcheck.model import Quote, Run
from claimcheck.search.sentences import quote_of_span, sentence_spans
from claimcheck.text.confusables import look_alike_key
from claimcheck.text.printable import printable
from claimcheck.text.suggest import Suggester

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

FINDS = Path(__file__).parent / "slow"
PIECES = (
    "a", "b", "A", " ", "\n", "\t", "-", "–", "\xad", "\xad\n", "-\n", "¬\n", "_", "*", ".", ",",
    ":", ";", "'", "’", "“", "”", '"', "«", "»", "(", ")", "[", "]", "[…]", "…", "...", "[T]",
    "[the] ", "1", "1,", "1.", "%", "−", "the ", "not ", "and ", " said ", "Mr. ", "é", "e\u0301",
    "\u0301", "\u200b", "\u200d", "\ufeff", "ﬁ", "\ufdfa", "漢", "が", "か\u3099", "한", "ا",
    "<b>", "<", ">", "&amp;", "#", "##[", "::error::", "{", "}", "\\", "/", "|", "~", "=", "\0",
    "spokesman for ",
)  # fmt: skip
_LINES_AT, _TIMED_AT = 300, 6_000  # characters
_TOO_FAST_GROWTH = 3.0  # of the work, where the input doubles
_FEWEST_LINES, _FEWEST_SECONDS = 2_000, 0.06  # at four times the length: less is noise
_POOL = 40
_SHORT = "The bridge is safe for all traffic today, the council said."


@dataclass(frozen=True, slots=True)
class Shape:
    """An input of any length: which target reads it, and what it is made of."""

    target: str
    head: str
    unit: str
    tail: str

    def text(self, length: int) -> str:
        """Return the input with so many characters of repeated units."""
        return self.head + self.unit * max(1, length // len(self.unit)) + self.tail


def _reader(kind: str, lead: str = "") -> Callable[[str], object]:
    return lambda text: child.answer(
        kind, ExtractOptions(), (lead + text).encode("utf-8", "replace")
    )


def _sentences(text: str) -> None:
    prepared = Text(text)
    for span in sentence_spans(text)[:20]:
        quote_of_span(prepared, *span)


def _suggest(text: str) -> None:
    suggester = Suggester(text.split())
    for number, word in enumerate(text.split()):
        suggester.did_you_mean(word, str(number // 20))


TARGETS: dict[str, Callable[[str], object]] = {
    "quote": lambda text: locate(text, _SHORT),
    "text": lambda text: locate(_SHORT, text),
    "both": lambda text: locate(text[: len(text) // 2] + "!", text),
    "elision": lambda text: locate(f"{text[:40]} […] {text[-40:]}", text),
    "elided": lambda text: locate(text.replace(" ", " […] "), text),
    "brackets": lambda text: locate(text.replace("a", "[a]"), text),
    "prefix": lambda text: passes(Quote(_SHORT, text[: len(text) // 2], ""), text + _SHORT),
    "suffix": lambda text: passes(Quote(_SHORT, "", text[: len(text) // 2]), _SHORT + text),
    "fold": fold,
    "difference": lambda text: difference(text, text[1:] + "x"),
    "difference-short": lambda text: difference(text, _SHORT),
    "negation": has_negation,
    "speech": lambda text: (inside_quotation(text, 10, 20), variants({"a": text, "b": text[5:]})),
    "suggest": _suggest,
    "names": lambda text: (bare_name(text), names_in_list(text), spoken_for(text)),
    "look-alikes": look_alike_key,
    "search": _sentences,
    "yaml": lambda text: strict_yaml.read(text.encode("utf-8", "replace")),
    "yaml-flow": lambda text: strict_yaml.read(f'a: ["{text}", {text}'.encode("utf-8", "replace")),
    "printable": printable,
    "excerpt": lambda text: (with_marks([Run(text)]), file_line(text, 1, 80)),
    "html": _reader("html", "<p>"),
    "mail": _reader("mail", "From: a@b\nSubject: x\n\n"),
    "plain": _reader("text"),
    "rtf": _reader("rtf", "{\\rtf1 "),
    "subtitles": _reader("subtitles", "1\n00:00:01,000 --> 00:00:02,000\n"),
}


def lines_run(target: Callable[[str], object], text: str) -> int:
    """Count the lines of claimcheck that a target runs."""
    count = 0

    def local(_frame: FrameType, event: str, _argument: object) -> object:
        nonlocal count
        count += event == "line"
        return local

    def entered(frame: FrameType, _event: str, _argument: object) -> object:
        return local if "claimcheck" in frame.f_code.co_filename else None

    sys.settrace(entered)  # type: ignore[arg-type]
    try:
        target(text)
    finally:
        sys.settrace(None)
    return count


def seconds_taken(target: Callable[[str], object], text: str) -> float:
    """Return the processor time that a target takes."""
    began = time.process_time()
    target(text)
    return time.process_time() - began


def growth(shape: Shape, *, timed: bool) -> tuple[float, float]:
    """Return how the work of a shape grows with its length: the lesser of two doublings, and most.

    Args:
        shape: the input.
        timed: whether processor time is measured, and not the lines that are run.
    """
    target = TARGETS[shape.target]
    start = _TIMED_AT if timed else _LINES_AT
    measure = seconds_taken if timed else lines_run
    work = [measure(target, shape.text(start * times)) for times in (1, 2, 4)]
    least = _FEWEST_SECONDS if timed else _FEWEST_LINES
    if work[-1] < least or not work[0] or not work[1]:
        return 0.0, float(work[-1])
    return min(work[1] / work[0], work[2] / work[1]), float(work[-1])


def is_slow(shape: Shape) -> bool:
    """Whether the time that a shape takes triples where its length doubles, measured twice."""
    return all(growth(shape, timed=True)[0] > _TOO_FAST_GROWTH for _ in range(2))


def _random_shape(chance: random.Random, pool: list[tuple[float, Shape]]) -> Shape:
    def text(longest: int) -> str:
        return "".join(chance.choices(PIECES, k=chance.randint(0, longest)))

    if pool and chance.getrandbits(1):
        _score, parent = chance.choice(pool)
        unit = parent.unit + text(2) if chance.getrandbits(1) else text(3) + parent.unit[:4]
        return Shape(parent.target, parent.head or text(2), unit or "a", text(2) or parent.tail)
    return Shape(chance.choice(list(TARGETS)), text(3), text(4) or "a", text(3))


def main() -> int:
    """Look for slow inputs for some time; return 1 where one was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    deadline = time.monotonic() + arguments.seconds
    pool: list[tuple[float, Shape]] = []
    tried, found_count = 0, 0
    while time.monotonic() < deadline:
        shape = _random_shape(chance, pool)
        tried += 1
        pool = sorted([*pool, (growth(shape, timed=False)[0], shape)], key=lambda pair: -pair[0])
        pool = pool[:_POOL]
        if is_slow(shape):
            found_count += 1
            score, seconds = growth(shape, timed=True)
            FINDS.mkdir(exist_ok=True)
            number = sum(map(ord, shape.head + shape.unit + shape.tail))
            name = f"{shape.target}-{number}.json"
            (FINDS / name).write_text(json.dumps(asdict(shape)) + "\n", "utf-8")
            print(f"{name}: {score:.1f} times as long, {seconds:.2f} s: {shape}", flush=True)
            pool = [pair for pair in pool if pair[1].target != shape.target]
    print(f"{tried} shapes tried, {found_count} grow too fast; fastest {[p[0] for p in pool[:3]]}")
    return int(found_count > 0)


if __name__ == "__main__":
    sys.exit(main())
