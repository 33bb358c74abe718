"""Scores the reader of PDFs against what MuPDF and poppler agree on."""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
import resource
import shutil
import subprocess
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pypdfium2

from claimcheck.documents import extract
from claimcheck.documents.doubt import differing_lines
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.second_readers import pdf as second_reader
from claimcheck.model.errors import ClaimcheckError
from claimcheck.text import pinned_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claimcheck.documents.reader import Extract

PAGES = 6  # of a document, from its first on
RUN, STEP = 8, 4  # words of a run, and from the start of one to the next
AGREEING = 0.8  # of a page's words in both yardsticks: on such pages no number can be new
MUCH = 0.05  # of a file's runs lost
FEWEST_WORDS = 30  # of more than SHORT letters
SHORT = 3
SPREAD = 14  # of 256 greys: what differs by less is one colour
TOKEN = re.compile(r"[^\W_]+(?:[.,'][^\W_]+)*")
BROKEN = re.compile(r"([^\W\d_])[-\u2010\u00ad\ufffe\x02]\s*\n\s*([^\W\d_])")
MARK = re.compile(r"[\^_](?=\w)")
YARDSTICKS = bool(importlib.util.find_spec("pymupdf") and shutil.which("pdftotext"))
BOUNDS = extract.Bounds(seconds=600)


@dataclass(frozen=True)
class Truth:
    """What two engines agree on about a page, and every word that one of them reads.

    Attributes:
        runs: runs of eight words.
        numbers: numbers, and how often each is there.
        every: words that any of them reads, and how often at most.
        agree: they read nearly the same words.
    """

    runs: list[str]
    numbers: dict[str, int]
    every: dict[str, int]
    agree: bool


@dataclass
class Score:
    """Sums over all files; `worst` has the runs lost, of how many, and the file."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    worst: list[tuple[int, int, str]] = field(default_factory=list)


def table(folder: Path, worst: int) -> Iterator[str]:
    """Yield the lines of the table for the PDFs of a folder.

    Args:
        folder: where they lie, at any depth; truth may lie beside them as `.truth.json`.
        worst: how many of the files that lose most are named.
    """
    score = Score()
    for path in sorted(folder.rglob("*.pdf")):
        truth = truth_of(path)
        if truth:
            add(score, path, truth)
    counts = score.counts
    yield f"PDF: {counts['files']} files, {counts['pages']} pages"
    if not YARDSTICKS:
        yield "without pymupdf and pdftotext, truth is what lies beside the files"
    yield _share("runs of eight words right", counts["runs right"], counts["runs"])
    yield _share("numbers right", counts["numbers right"], counts["numbers"])
    invented = 1000 * counts["invented"] / max(1, counts["own numbers"])
    yield f"{'numbers invented, per 1,000':<40}{invented:8.2f}   of {counts['own numbers']:,}"
    yield f"{'files with more than 5 % of runs lost':<40}{counts['much lost']:8}"
    yield f"{'files refused':<40}{counts['refused']:8}"
    seconds = score.seconds / max(1, counts["read pages"])
    yield f"{'seconds of a processor a page':<40}{seconds:8.3f}"
    yield _share("right number lines in doubt", counts["right doubted"], counts["right lines"])
    yield _share("wrong ones in doubt, of plain PDFium", counts["wrong doubted"], counts["wrong"])
    for lost, total, name in sorted(score.worst, reverse=True)[:worst]:
        yield f"{lost:6} of {total:5} runs lost: {name}"


def _share(what: str, part: int, whole: int) -> str:
    return f"{what:<40}{100 * part / max(1, whole):8.2f} % of {whole:,}"


# Truth.


def truth_of(path: Path) -> list[Truth]:
    """Return what is known of a file's pages; nothing where too little is.

    Truth is made where the yardsticks are installed. Else it is what lies beside the file.
    """
    if YARDSTICKS:
        try:
            return _made(path)
        except (OSError, RuntimeError, ValueError, subprocess.SubprocessError):
            return []  # a yardstick cannot read it
    beside = path.with_name(f"{path.name}.truth.json")
    if not beside.exists():
        return []
    pages = json.loads(beside.read_text("utf-8"))["pages"]
    return [Truth(page["runs"], page["numbers"], page["all"], page["agree"]) for page in pages]


def _made(path: Path) -> list[Truth]:
    document: Any = importlib.import_module("pymupdf").open(path)
    if document.needs_pass:
        return []
    pages = [document[page] for page in range(min(PAGES, len(document)))]
    others = [_poppler(path, *how) for how in ((), ("-raw",), ("-layout",))]
    truths = []
    for number, page in enumerate(pages[: len(others[0])]):
        own, other = words_of(_seen(page)), words_of(others[0][number])
        both = Counter(own) & Counter(other)
        first = Counter(words_of(page.get_text()))
        alike = (first & Counter(other)).total()
        every = first
        for texts in others:
            every |= Counter(words_of(texts[number])) if number < len(texts) else Counter()
        words_of_other = set(_runs(other, 1))
        truths.append(
            Truth(
                [run for run in _runs(own, STEP) if run in words_of_other],
                {word: count for word, count in both.items() if is_number(word)},
                dict(every),
                alike >= AGREEING * max(1, first.total(), len(other)),
            )
        )
    telling = {
        word for each in truths for word in each.every if len(word) > SHORT and word.isalpha()
    }
    return truths if len(telling) >= FEWEST_WORDS else []


def _seen(page: Any) -> str:  # noqa: ANN401 - a yardstick's page has no type
    """Return what MuPDF reads on a page, but for words in whose place it draws one colour only."""
    picture = page.get_pixmap(colorspace="gray", alpha=False)
    pixels, stride = picture.samples, picture.stride
    lines: dict[tuple[int, int], list[str]] = {}
    for left, top, right, bottom, word, block, line, _number in page.get_text("words"):
        box = [round(value) for value in page.rect.intersect((left, top, right, bottom))]
        rows = range(box[1], min(box[3] + 1, picture.height))
        values = b"".join(pixels[row * stride + box[0] : row * stride + box[2] + 1] for row in rows)
        if values and max(values) - min(values) >= SPREAD:
            lines.setdefault((block, line), []).append(word)
    return "\n".join(" ".join(words) for words in lines.values())


def _poppler(path: Path, *how: str) -> list[str]:
    command = ["pdftotext", *how, "-l", str(PAGES), str(path), "-"]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)  # noqa: S603 - a yardstick
    return done.stdout.decode("utf-8", "replace").split("\f")[:-1]


def words_of(text: str) -> list[str]:
    """Return the words of a text as yardsticks have them: no ligatures, no raised digits."""
    joined = MARK.sub("", BROKEN.sub(r"\1\2", text.replace("\r\n", "\n")))
    return TOKEN.findall(unicodedata.normalize("NFKC", joined).replace("’", "'"))


def is_number(word: str) -> bool:
    """Whether a word is a number of two digits or more."""
    return sum(map(str.isdigit, word)) > 1 and not any(map(str.isalpha, word))


def _runs(words: Sequence[str], step: int) -> list[str]:
    starts = range(0, len(words) - RUN + 1, step)
    return [" ".join(words[start : start + RUN]) for start in starts]


# Scores.


def add(score: Score, path: Path, truth: Sequence[Truth]) -> None:
    """Read a file in the reader's own process, and add up what it got right."""
    counts = score.counts
    counts["files"] += 1
    counts["pages"] += len(truth)
    data = path.read_bytes()
    began = _children()
    try:
        made = extract.extract(data, "pdf", ExtractOptions(), BOUNDS).extract
    except ClaimcheckError:
        counts["refused"] += 1
        pages = []
    else:
        pages = pages_of(made.text)
        counts["read pages"] += len(pages)
        score.seconds += _children() - began
        _add_false_alarms(counts, made, truth)
        _add_alarms(counts, data, truth)
    read = [*pages[: len(truth)], *[""] * (len(truth) - len(pages))]
    lost = sum(_add_page(counts, text, page) for text, page in zip(read, truth, strict=True))
    total = sum(len(page.runs) for page in truth)
    counts["much lost"] += lost > MUCH * total
    if lost:
        score.worst.append((lost, total, str(path)))


def _children() -> float:
    """Return the processor's time that readers' processes took: other work makes it no longer."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def pages_of(text: str) -> list[str]:
    """Return a pinned text by its pages, without what stands behind them."""
    return [page.partition(pinned_text.SEPARATOR)[0] for page in text.split("\f")]


def _add_page(counts: Counter[str], text: str, truth: Truth) -> int:
    """Add up a page, and return how many of its runs are lost."""
    words = words_of(text)
    own, runs = Counter(words), set(_runs(words, 1))
    right = sum(run in runs for run in truth.runs)
    counts["runs"] += len(truth.runs)
    counts["runs right"] += right
    counts["numbers"] += sum(truth.numbers.values())
    counts["numbers right"] += sum(min(n, own[word]) for word, n in truth.numbers.items())
    if truth.agree:
        numbers = {word: count for word, count in own.items() if is_number(word)}
        counts["own numbers"] += sum(numbers.values())
        new = (count - truth.every.get(word, 0) for word, count in numbers.items())
        counts["invented"] += sum(max(0, count) for count in new)
    return len(truth.runs) - right


def _add_false_alarms(counts: Counter[str], made: Extract, truth: Sequence[Truth]) -> None:
    """Add up the lines with right numbers, and those of them that are in doubt."""
    start = 0
    flow = pinned_text.gathered(made.text).partition("\x1d")[0]
    for text, page in zip(flow.split("\f"), truth, strict=False):
        own = Counter(words_of(text))
        for line in text.split("\n"):
            end = start + len(line)
            words = words_of(line)
            if page.agree and any(map(is_number, words)) and not _wrong(words, own, page):
                doubted = any(first < end and last > start for first, last in made.doubtful)
                counts["right lines"] += 1
                counts["right doubted"] += doubted
            start = end + 1


def _add_alarms(counts: Counter[str], data: bytes, truth: Sequence[Truth]) -> None:
    """Add up lines with wrong numbers that PDFium reads, left alone, and those put in doubt.

    What the reader makes of the same pages has too few such lines to count.
    """
    try:
        others = second_reader.read(data, ExtractOptions()).text.split("\f")
    except ClaimcheckError:
        return
    document: Any = pypdfium2.PdfDocument(data)
    for number, (page, other) in enumerate(zip(truth, others, strict=False)):
        text = document[number].get_textpage().get_text_range().replace("\r\n", "\n")
        own = Counter(words_of(text))
        doubted = {text[start:end] for start, end in differing_lines(text, other)}
        for line in text.split("\n") if page.agree else ():
            if any(any(map(str.isdigit, word)) for word in _wrong(words_of(line), own, page)):
                counts["wrong"] += 1
                counts["wrong doubted"] += line in doubted


def _wrong(words: Sequence[str], own: Counter[str], page: Truth) -> list[str]:
    """Return the words of a line that a page has more often than any yardstick reads them."""
    return [word for word in words if own[word] > page.every.get(word, 0)]
