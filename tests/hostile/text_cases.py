"""Quotes and texts: what must never count as evidence, and what keeps a matcher busy."""

from __future__ import annotations

import gzip
import unicodedata
from typing import TYPE_CHECKING

from hostile.layout import QUOTE, TEXT, Case, claim, item, project, record

if TYPE_CHECKING:
    from collections.abc import Iterator

TRIVIAL: dict[str, str] = {
    "empty": "", "blanks": "   ", "newlines": "\n\n", "no-break": "\xa0\xa0",
    "zero-width": "\u200b\u200b",
    "dot": ".", "comma": ", ", "letter": "a", "two-letters": "in", "ellipsis": "…",
    "accent": "\u0301",
    "bom": "\ufeff", "digit": "3", "word": "The", "brackets": "[…]", "only-brackets": "[a] […] [b]",
    "quotation-marks": "“”", "soft-hyphen": "\xad", "joiners": "\u200d\u2060\u034f",
    "filler": "\u3164\u115f", "tags": "\U000e0041\U000e0042",
}  # fmt: skip
WRONG: dict[str, str] = {
    "longer-than-source": TEXT + TEXT,
    "number": QUOTE.replace("3.7", "3.8"),
    "dropped-not": "in December and did include farm work",
    "inside-number": "5 million people took part",
    "inside-decimal": "7 percent in December and did not",
    "ends-inside-number": "product increased 2.5 percent in 20",
    "inside-word": "employment rate was 3.7 percent in December",
    "ends-inside-word": "The unemployment rate was 3.7 percent in Dec",
    "superscript": "The bridge is 102 metres wide",
    "one-half": "metres wide and 11⁄2 tall",
    "capitals": QUOTE.upper(),
    "homoglyph": QUOTE.replace("a", "а"),
    # What reorders letters is not read as they stand.
    "bidi": QUOTE.replace("rate", "\u202erate\u202c"),
    "arabic-digits": QUOTE.replace("3.7", "٣.٧"),
    "another-order": "In December the unemployment rate was 3.7 percent",
    "pattern": "(a+)+$ [a-z]{1,99} .* \\d+ (?P<x>y)",
    "dot-star": "The .* was 3.7 percent in December",
    "escaped-newline": "the agency said.\\nThe unemployment",
    "spliced": "The unemployment rate in December and did not include farm work",
    "100-kilobytes": "word " * 20_000,
    "megabyte-less": "w" * 1_000_000,
}
SAME: dict[str, tuple[str, str]] = {
    "nfd-quote": ("cafe\u0301 owners objected", TEXT),
    "nfd-source": ("café owners objected", unicodedata.normalize("NFD", TEXT)),
    "straight-marks": ('The "final" report, dated 4 May', TEXT),
    "no-break": (QUOTE, TEXT.replace("3.7 percent", "3.7\xa0percent")),
    "zero-width": (QUOTE, TEXT.replace("unemployment", "unemploy\u200bment")),
    # What cannot be seen is dropped by the fold, and shown escaped wherever the quote is shown.
    "fullwidth": (QUOTE.replace("3.7", "３.７"), TEXT),
    "tag-in-quote": (QUOTE.replace("rate", "rate\U000e0041"), TEXT),
    "soft-hyphen": (QUOTE, TEXT.replace("unemployment", "unemploy\xadment")),
    "line-hyphen": (QUOTE, TEXT.replace("unemployment", "unemploy-\nment")),
    "ligature": ("The final figure was firm", "The ﬁnal ﬁgure was ﬁrm\n"),
    "crlf": ("the agency said. The unemployment rate", TEXT.replace("\n", "\r\n")),
    "whole-source": (TEXT.strip(), TEXT),
    "combining-bomb": (QUOTE, TEXT + "a" + "\u0301\u0323" * 300_000),
    "long-ligatures": (QUOTE, TEXT + "\ufdfa" * 500_000),
    "jamo": (QUOTE, TEXT + "\u1100\u1161\u11a8" * 300_000),
    "one-line": (QUOTE, TEXT + "word " * 600_000),
    "a-million-lines": (QUOTE, TEXT + "x\n" * 1_000_000),
    "hyphens": (QUOTE, TEXT + "-\n" * 500_000),
    "brackets": (QUOTE, TEXT + "[" * 500_000),
    "quotation-marks": (QUOTE, TEXT + "“" * 300_000),
    "ellipses": (QUOTE, TEXT + "…" * 300_000),
    "emphasis": (QUOTE, TEXT + "_*" * 300_000),
    "nul-in-source": (QUOTE, TEXT + "\0\x1b[31m"),
}
BUSY: dict[str, tuple[str, str]] = {
    "a-in-b": ("a" * 10_000, "b" * 1_000_000),
    "near-periodic": ("a" * 2000, ("a" * 8 + "b") * 111_111),
    "near-periodic-words": ("the the " * 300, "the the the that " * 60_000),
    "shift": ("ab" * 500, ("a" * 50 + "b") * 20_000),
    "half": ("x " * 1000 + "end", "x " * 500_000),
    "200-kilobytes": ("a" * 200_000, "b" * 4_000_000),
    "blanks": ("a" + " " * 200 + "b", "a" + " " * 1_000_000 + "c"),
    "combining-quote": ("a" + "\u0301\u0323" * 100_000, TEXT),
    "catastrophe": ("(a+)+" + "a" * 40 + "!", "a" * 5000 + "b\n"),
    "elisions": (" […] ".join(["the cat"] * 500), "the cat sat on " * 50_000),
    "elisions-late": (" […] ".join(["the cat sat"] * 90 + ["no end"]), "the cat sat " * 50_000),
    "brackets": ("[a] the cat " * 400, "the cat " * 50_000),
    "unclosed": ("[the cat " * 400, "the cat " * 50_000),
    "minus-dropped": (
        "Growth was 3 percent over the year",
        "Growth was −3 percent over the year\n",
    ),
    "grapheme": ("The long walk to the cafe", "The long walk to the cafe\u0301 was cold.\n"),
    "zero-bytes": (QUOTE, "\0" * 1_000_000),
    "nothing": (QUOTE, ""),
    "blank-source": (QUOTE, " \n" * 100),
}
BYTES: dict[str, bytes] = {
    "latin-1": TEXT.encode("latin-1", "replace"),
    "utf-16": TEXT.encode("utf-16"),
    "binary": bytes(range(256)) * 200,
    "utf-16-unmarked": TEXT.encode("utf-16-le", "replace"),
    "packed": gzip.compress(TEXT.encode(), mtime=0),
}


def cases() -> Iterator[Case]:
    """Yield every case of this kind."""
    for kind, quotes in (("trivial", TRIVIAL), ("wrong", WRONG)):
        for name, quote in quotes.items():
            yield _case(f"{kind}-{name}", 1, quote, TEXT)
    for name, (quote, text) in SAME.items():
        # A text with zero bytes in it is no text: a damaged document.
        yield _case(f"same-{name}", 1 if "\0" in text else 0, quote, text)
    for name, (quote, text) in BUSY.items():
        yield _case(f"busy-{name}", 1, quote, text)
    for name, data in BYTES.items():
        # What is called a text and is none is a damaged source.
        yield Case(f"text-{name}", 1, project(text=data), "source-missing")
    for suffix in ("pdf", "html", "docx", "exe"):
        files = project(text=b"%PDF-1.7\n\0\x1b[31m", file=f"doc1.{suffix}")
        yield Case(f"text-{suffix}", 0, files, "evidence-unchecked")
    near = [f"number {i} the cat sat on mat {i * 7}" for i in range(300)]
    yield _items("busy-300-near-quotes", near, "the cat sat on the mat number " * 40_000)
    far = [f"paragraph {i} of the long report was never printed there" for i in range(300)]
    yield _items("busy-300-far-quotes", far, "".join(f"line {i} of text. " for i in range(60_000)))
    many = [f"report {i} of the {i % 9} long years was never printed in full" for i in range(600)]
    text = "".join(f"report {i} of many years. " for i in range(40_000))
    yield _items("busy-600-far-quotes", many, text)
    both = item() + item(stance="contradicts")
    files = project({"claims/c1.yaml": "claim: x is so\nevidence:\n" + both})
    yield Case("wrong-both-stances", 1, files, "stance-contradictory")
    copies = {f"sources/copy{i}.txt": TEXT * 50 + str(i) for i in range(12)}
    records = {
        f"sources/copy{i}.yaml": record(f"{TEXT * 50}{i}", f"copy{i}.txt") for i in range(12)
    }
    yield Case("busy-copies", 0, project({**copies, **records}))


def _case(name: str, status: int, quote: str, text: str) -> Case:
    files = project({"claims/c1.yaml": claim(quote=quote)}, text=text)
    return Case(name, status, files, "c1.yaml" if status else "")


def _items(name: str, quotes: list[str], text: str) -> Case:
    items = "".join(map(item, quotes))
    files = project({"claims/c1.yaml": "claim: x is so\nevidence:\n" + items}, text=text)
    return Case(name, 1, files, "c1.yaml")
