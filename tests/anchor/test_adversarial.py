"""Texts made to take forever: the answer matters here, and that there is one."""

from __future__ import annotations

import json
import random
import subprocess
import sys

import pytest

from claimcheck.anchor import (
    NOT_SOUGHT,
    Effort,
    Fit,
    Text,
    fold,
    inside_quotation,
    locate,
    locate_all,
    sharing,
    variants,
)

LEAD = "The agency said that the unemployment rate was 3.7 percent in December. "
QUOTE = "the unemployment rate was 3.7 percent in December"
CHANCE = random.Random(1)
PARAGRAPH = " ".join(CHANCE.choices(["alpha", "beta", "gamma", "delta", "eta"], k=260)) + ". "

CASES = {
    "one letter": ("a" * 1000, "b" * 1_000_000, {Fit.NOT_FOUND}),
    "longer letter": ("a" * 200_000, "b" * 2_000_000, {Fit.NOT_FOUND}),
    "the same letter": ("a" * 500_000, "a" * 3_000_000 + "b", {Fit.ALTERED}),
    "near periodic": ("a" * 2000, ("a" * 8 + "b") * 50_000, {Fit.ALTERED, Fit.SPLICED}),
    "periodic words": ("the the " * 300, "the the the that " * 30_000, {Fit.ALTERED, Fit.SPLICED}),
    "blanks": ("a" + " " * 200 + "b", "a" + " " * 1_000_000 + "c", {Fit.NOT_FOUND, Fit.ALTERED}),
    "marks in the text": (QUOTE, LEAD + "a" + "\u0301\u0323" * 300_000, {Fit.VERBATIM}),
    "marks, folded": (
        QUOTE.replace(" ", "\xa0"),
        LEAD + "a\u0301\u0323" * 200_000,
        {Fit.NORMALIZED},
    ),
    "marks in the quote": ("a" + "\u0301\u0323" * 100_000, LEAD, None),
    "ligature of eighteen": (QUOTE + " x", LEAD + "\ufdfa" * 300_000, {Fit.ALTERED}),
    "jamo": (QUOTE + " x", LEAD + "\u1100\u1161\u11a8" * 200_000, {Fit.ALTERED}),
    "repeated paragraph": (PARAGRAPH[:300].replace("beta", "iota"), PARAGRAPH * 600, {Fit.ALTERED}),
    "a megabyte quoted": (PARAGRAPH * 600, PARAGRAPH * 640, None),
    "a table of digits": (
        "0123456789" * 10,
        "\n".join(" ".join(CHANCE.choices("0123456789", k=40)) for _ in range(12_500)),
        {Fit.NOT_FOUND},
    ),
    "digits": ("12345678901234567890" * 5, "9182736450" * 100_000, {Fit.NOT_FOUND}),
    "commas": ("1,1,1,1", "1," * 300_000, {Fit.ALTERED}),
    "dashes": ("a " + "- " * 500 + "b", "a " + "- " * 200_000 + "b", None),
    "lines before a number": (
        "were " + "﹘⸺－" * 2000 + " on 4 May",
        "They were " + "﹘⸺－" * 50_000 + " on 4 May",
        {Fit.NORMALIZED},
    ),
    "dots": ("the rate ... of ... the ... bridge " * 50, LEAD * 3000, None),
    "brackets": ("[a] the [b] rate [c] is " * 60, LEAD * 3000, None),
    "lone surrogates": ("\ud800 hello there \udfff", LEAD + "\ud800" * 1000, {Fit.NOT_FOUND}),
    "a pattern": ("(a+)+" + "a" * 40 + "!", "a" * 5000 + "b\n", None),
}


@pytest.mark.parametrize(("quote", "text", "fits"), CASES.values(), ids=CASES)
def test_is_answered(quote: str, text: str, fits: set[Fit] | None) -> None:
    anchor = locate(quote, text)
    assert fits is None or anchor.fit in fits


# The process ends itself when it takes more.
BOUNDED = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
from claimcheck.anchor import locate
locate(*json.load(sys.stdin))
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the bounds are Linux's")
@pytest.mark.parametrize(
    "name", ["longer letter", "repeated paragraph", "a table of digits", "a megabyte quoted"]
)
def test_two_seconds_and_300_megabytes_suffice(forked_program: list[str], name: str) -> None:
    done = subprocess.run(
        [*forked_program, BOUNDED],
        input=json.dumps(CASES[name][:2]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 300 * 1024


@pytest.mark.parametrize(
    "text", ["\"'" * 100_000, "“" * 200_000, "'a " * 100_000, "«\n\n" * 50_000]
)
def test_marks_of_speech_are_bounded(text: str) -> None:
    assert inside_quotation(text, 100, 110) in {True, False}
    assert variants({"one": text, "other": text}) == []


def test_repetition_shared_by_texts_is_bounded() -> None:
    assert len(sharing({name: Text("a" * 200_000) for name in ("one", "other")}).runs) <= 1
    assert fold("\xad\n" * 100_000).text is not None


def test_so_many_near_passages_are_looked_for_and_the_rest_is_said_not_to_be() -> None:
    text = "the cat sat on the mat number " * 40_000
    quotes = [f"number {i} the cat sat on mat {i * 7} and slept" for i in range(1000)]
    effort = Effort()
    anchors = locate_all([*quotes, "the cat sat on the mat", "cat sat on the ma"], text, effort)
    sought = [anchor.reason != NOT_SOUGHT for anchor in anchors[:1000]]
    assert effort.steps <= 0
    assert sought == sorted(sought, reverse=True)
    assert 100 < sum(sought) < 1000
    assert all(anchor.fit is Fit.NOT_FOUND for anchor in anchors[sum(sought) : 1000])
    assert [anchor.fit for anchor in anchors[1000:]] == [Fit.AMBIGUOUS, Fit.ALTERED]


def test_a_quote_of_ten_thousand_unequal_places_is_given_up() -> None:
    anchor = locate("the mayor said, that it was good", "the mayor said that it was good " * 9999)
    assert anchor.fit is Fit.ALTERED


def test_one_utterance_in_forty_texts_is_not_compared_with_all_others() -> None:
    words = PARAGRAPH.split()
    utterances = [" ".join(words[at : at + 12]) for at in range(0, 240, 8)] * 10
    texts = {
        f"text{number}": "".join(
            f"“{words} {at} {number * 7}.”\n" for at, words in enumerate(utterances)
        )
        for number in range(30)
    }
    assert len(variants(texts)) <= 3000


# Each asks as many places of a text what stands around them: were it looked for anew at each, the
# three would take from eight seconds to more than a minute.
AROUND_MANY_PLACES = """
import re, resource
resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
from claimcheck.anchor import has_utterance, inside_quotation, turn_at
labels = "".join(f"A{n}: w x y\\n" for n in range(4_900))
marks = "".join(f'"we have w{n} of ours in it now" ' for n in range(20_000))
assert len(labels) < 1 << 16 < len(marks)
for at in (word.start() for word in re.finditer("w x", labels)):
    assert turn_at(labels, at, at + 2)
for at in (word.start() for word in re.finditer("w[0-9]", marks)):
    assert inside_quotation(marks, at, at + 2) and has_utterance(marks, at, at + 2)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the bound is Linux's")
def test_what_stands_around_passages_is_looked_for_once_for_many_of_them(
    forked_program: list[str],
) -> None:
    done = subprocess.run(
        [*forked_program, AROUND_MANY_PLACES], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
