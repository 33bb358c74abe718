"""Quotations in running text, in the marks of many languages, with their exact borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.anchor.quotation_marks import QuotationForm, quotations_in
from support.facts import facts
from support.reports import GOLDEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CASES = {
    "English": ("She said “it is safe” and left.", ["it is safe"]),
    "English, typed": ('She said "it is safe" and left.', ["it is safe"]),
    "British": ("She said ‘it’s the dogs’ own fault’ and left.", ["it’s the dogs’ own fault"]),
    "British, typed": ("She said 'it's safe' and left.", ["it's safe"]),
    "nested": ("“He said ‘never’ to me,” she said.", ["He said ‘never’ to me,", "never"]),
    "German": ("„Sie sagte ‚nie‘ zu mir“, sagte er.", ["Sie sagte ‚nie‘ zu mir", "nie"]),
    "German, angle": ("»Sie ist sicher«, sagte er.", ["Sie ist sicher"]),
    "German, straight end": ('Er sagte: „Sie ist sicher", und ging.', ["Sie ist sicher"]),
    "French": ("« L’été est fini », dit-elle.", ["L’été est fini"]),
    "Spanish": ("«Es seguro», dijo, «y “nuevo”».", ["Es seguro", "y “nuevo”", "nuevo"]),
    "Swedish": ("”Den är säker”, sade hon.", ["Den är säker"]),
    "Finnish, angle": ("»Se on turvallinen», hän sanoi.", ["Se on turvallinen"]),
    "Polish": ("„Jest bezpieczny” – powiedziała.", ["Jest bezpieczny"]),
    "Japanese": ("彼は「橋は『安全』だ」と述べた。", ["橋は『安全』だ", "安全"]),
    "Chinese": ("他说：“桥很安全。”然后离开。", ["桥很安全。"]),
    "Chinese, straight": ('他说"桥很安全"然后离开。', ["桥很安全"]),
    "Hebrew letters": ('צה"ל אמר "הגשר בטוח" היום.', ["הגשר בטוח"]),
    "Hebrew's own": ("צה״ל אמר ״הגשר בטוח״ היום.", ["הגשר בטוח"]),
    "primes": ("She said ″it is safe″ of a 6″ pipe.", ["it is safe"]),
    "primes that measure": ("At 40° 26′ 46″ N a 12″ tile of 5′ 10″ lay.", []),
    "heavy marks": ("She said ❝it is safe❞ and 🙶left🙷.", ["it is safe", "left"]),
    "letters like marks": ("She said ʺit is safeʺ, ˮhe tooˮ.", ["it is safe", "he too"]),
    "TeX": ("She said ``it is safe'' and left.", ["it is safe"]),
    "English, closed as in German": ("She said “it is safe“ and left.", ["it is safe"]),
    "typed marks that measure": ('A 6"x4" plate and a "new" one.', ["new"]),
    "British, opened twice": (
        "He said ‘the dogs’ own ‘fault’ and left.",
        ["the dogs", "fault"],
    ),
    "low marks within others": ("”, he said. “Yes „no“ so.”", ["Yes „no“ so.", "no"]),
    "over a line's end": ("She said “it\nis safe” twice.", ["it\nis safe"]),
    "two paragraphs": ("“One.\n\n“Two,” she said.", ["One.", "Two,"]),
    "behind an unclosed one": ("“One. “Two” she said.", ["One.", "Two"]),
    "a text that begins within one": ("It is safe!” she said. “Come.”", ["It is safe!", "Come."]),
    "a text that begins within one, German": ("Es ist gut! « Er ging. »Ja«", ["Es ist gut!", "Ja"]),
    "a mark forgotten behind a colon": (
        "“Yes.” He wrote: It is safe.” Then.",
        ["Yes.", "It is safe."],
    ),
    "a mark forgotten at the beginning": ("He wrote: It is safe.” Then.", ["It is safe."]),
    "a text that ends within one": ("He said: “It is safe. And", ["It is safe. And"]),
    "unclosed in the middle": ("He said: “It is safe. And\n\nThen.", []),
    "German marks, spaced": ("„Es ist gut. “ Frau Ober ging.", ["Es ist gut."]),
    "inches at the beginning": ('A pipe of 6" and one of 7" here.', []),
    "inches and feet": ('A 6" pipe of 5\'10" was “new”.', ["new"]),
    "apostrophes": ("The dogs' tails and the cats' 'n' all, in the '90s.", []),
    "Dutch": ("'s Avonds zei ze: ‘het is veilig’.", ["het is veilig"]),
    "spaced marks that point inward": (
        "Sie rief: › Komm her! ‹ Er kam. › Ja? ‹, sagte er.",
        ["Komm her!", "Ja?"],
    ),
    "spaced single marks in close double ones": (
        "»Er rief: › Komm! ‹ Und ich kam«, sagte sie. »Er sagte: › Geh! ‹«",
        ["Er rief: › Komm! ‹ Und ich kam", "Komm!", "Er sagte: › Geh! ‹", "Geh!"],
    ),
    "a spaced end of a text that begins within one": ("Komm her! “ Und er kam.", ["Komm her!"]),
    "a mark forgotten between two turns": (
        "»Verstehst du?« Ich verstehe! « »Gut.«",
        ["Verstehst du?", "Ich verstehe!", "Gut."],
    ),
    "paragraphs of which only the first opens": (
        'She said, "It is safe.\n\nWe looked twice.\n\nIt holds." Then she left.',
        ["It is safe.", "We looked twice.", "It holds."],
    ),
    "paragraphs of which none closes": ('A pipe, "wide.\n\nIt holds "well" today.', ["well"]),
    "two commas and a typed end": ('Sie sagte: ,,Nein". Und ging.', ["Nein"]),
    "a verb behind the comma": (
        "– Den er trygg og åpen, sier Helen Moe.",
        ["Den er trygg og åpen"],
    ),
    "a verb behind a question": ("– Är den öppen? säger hon.", ["Är den öppen?"]),
    "a verb that tells of somebody": (
        "– He came, asked for water and left.",
        ["He came, asked for water and left."],
    ),
    "a verb of the speech": ("– Vi kommer, säg det till alla.", ["Vi kommer, säg det till alla."]),
    "an entry of a list": ("– reopen the bridge.", []),
    "a list in lines": ("– Reopen the bridge\n– Repair the road", []),
    "a byline": ("— Mira Kole, engineer", []),
    "a heading between dashes": ("– Old hands –.", []),
    "dialogue in Spanish": ("—Es seguro —dijo él—. Vamos.", ["Es seguro", "Vamos."]),
    "dialogue in French": ("— Il pleut, dit-il.", ["Il pleut"]),
    "dialogue in French before a line in Swedish": (
        "— Il pleut, dit-il.\n\nDen är säker.",
        ["Il pleut"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_quotations_are_found_with_their_borders(name: str) -> None:
    text, expected = CASES[name]

    quotations = quotations_in(text).quotations

    assert [
        text[quotation.inner_start : quotation.inner_end] for quotation in quotations
    ] == expected


def test_all_that_is_read_of_quotations(golden: Callable[[Path, str], None]) -> None:
    lines = []
    for text, _words in CASES.values():
        marked = quotations_in(text)
        lines.append(f"{text!r}: unclosed {marked.unclosed}")
        lines += [
            f"  {text[quotation.start : quotation.end]!r}: {facts(quotation)}"
            for quotation in marked.quotations
        ]
    golden(GOLDEN / "anchor-quotations.txt", "\n".join(lines) + "\n")


def test_titles_of_works_are_told_apart_by_their_marks() -> None:
    (title,) = quotations_in("他读了《红楼梦》。").quotations

    assert title.form is QuotationForm.TITLE


def test_a_mark_that_nothing_closes_is_told() -> None:
    text = "He said: “The bridge is safe, and went home.\n\nThat was all."

    marked = quotations_in(text)

    assert (marked.quotations, marked.unclosed) == ((), (text.index("“"),))


def test_a_text_may_end_within_a_quotation() -> None:
    text = "He said: “The bridge is safe."

    marked = quotations_in(text)

    assert marked.unclosed == (text.index("“"),)
    assert [(quotation.unclosed, quotation.end) for quotation in marked.quotations] == [
        (True, len(text))
    ]


def test_nested_quotations_know_how_deep_they_stand() -> None:
    quotations = quotations_in("“a ‘b’ a” “d”").quotations

    assert [quotation.depth for quotation in quotations] == [0, 1, 0]


@given(st.text(alphabet="ab .,'\"“”„«»‘’‚‹›「」『』—–\n`", max_size=60))
def test_every_quotation_lies_in_the_text_with_words_in_it(text: str) -> None:
    marked = quotations_in(text)

    for quotation in marked.quotations:
        assert (
            0
            <= quotation.start
            <= quotation.inner_start
            <= quotation.inner_end
            <= quotation.end
            <= len(text)
        )
        assert text[quotation.inner_start : quotation.inner_end].strip()
    assert list(marked.quotations) == sorted(marked.quotations, key=lambda each: each.start)
    openers = set("“„«»‹›「『”`,'") | {'"'}
    assert all(text[at] in openers for at in marked.unclosed)
