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
    "typed, opened again": ('He wrote "one and "two" of it.', ["two"]),
    "typed, in brackets": (
        'They call it ("safe") or ["sound"] or {"whole"}.',
        ["safe", "sound", "whole"],
    ),
    "typed, nested single": (
        "\"He said 'never' to me,\" she said. \"It's 'so'.\"",
        ["He said 'never' to me,", "never", "It's 'so'.", "so"],
    ),
    "typed, before a comma apart": ('She said "it is safe" , and left.', ["it is safe"]),
    "typed, joined by a dash": ('He asked "why"—"how" he knew.', ["why", "how"]),
    "typed, behind a stop": ('He left."Come back," she said.', ["Come back,"]),
    "typed, before a bracket": ('"It is safe"(she said so).', ["It is safe"]),
    "lines of one speech": ("“It is safe.\n“It holds,” she said.", ["It is safe.", "It holds,"]),
    "lines of one speech, typed": (
        '"It is safe.\n"It holds," she said.',
        ["It is safe.", "It holds,"],
    ),
    "lines of one speech, Spanish": ("«Es seguro. \n«Aguanta», dijo.", ["Es seguro.", "Aguanta"]),
    "lines of single marks": ("‘It is safe.\n‘It holds,’ she said.", ["It holds,"]),
    "another mark opens a line": (
        "“It is safe.\n«It holds», she said.”",
        ["It is safe.\n«It holds», she said.", "It holds"],
    ),
    "Swedish, nested": (
        "”Den är ”säker”, sade hon”, skrev han.",
        ["Den är ”säker”, sade hon", "säker"],
    ),
    "Swedish, behind a blank": ("”Den är säker ”. Hon gick.", ["Den är säker"]),
    "Finnish, angle, nested": (
        "»Se on »turvallinen», hän sanoi» eilen.",
        ["Se on »turvallinen», hän sanoi", "turvallinen"],
    ),
    "single angle, inward": ("›Komm her!‹ rief sie. ›Ja?‹", ["Komm her!", "Ja?"]),
    "single angle, outward": ("‹ Viens ! › dit-elle. ‹ Oui ›", ["Viens !", "Oui"]),
    "single angle alike": ("›Se on›, hän sanoi.", ["Se on"]),
    "single angles as the double ones": (
        "« Elle a dit ‹oui› », dit-il.",
        ["Elle a dit ‹oui›", "oui"],
    ),
    "single angles within German ones": (
        "»Er sagte ›ja‹ dazu«, sagte sie.",
        ["Er sagte ›ja‹ dazu", "ja"],
    ),
    "low marks close with the left one": (
        "„Er sagte „ja“ und „nein“ dazu.",
        ["Er sagte", "ja", "nein"],
    ),
    "low, behind a blank": ("„Es ist gut “ er ging.", ["Es ist gut"]),
    "inward, opened in the middle": ("»Er kam « und ging. »Ja«, sagte sie.", ["Er kam", "Ja"]),
    "typed, closed by print": ('She said "it is safe” and left.', ["it is safe"]),
    "printed, closed by hand": ('She said “it is safe" and left.', ["it is safe"]),
    "printed, closed by hand before another": (
        'She said “it is safe" and “it holds” too.',
        ["it is safe", "it holds"],
    ),
    "printed, a typed mark inside": (
        'She said “a 6" pipe is safe” and left.',
        ['a 6" pipe is safe'],
    ),
    "printed, a typed word inside": ('She said “a "new" pipe” and left.', ['a "new" pipe', "new"]),
    "typed, closed by print before another": (
        'She said "it is safe” and "it holds" too.',
        ["it is safe", "it holds"],
    ),
    "French closed by hand": ("Elle a dit «c'est sûr\" et partit.", ["c'est sûr"]),
    "low closed by hand": ('Er sagte: „Es ist gut." Dann ging er. „Ja“.', ["Es ist gut.", "Ja"]),
    "TeX, twice": ("``One'' and ''two'' and ``three\".", ["One", "two", "three"]),
    "two single marks that open": ("She said ''it is safe'' today.", ["it is safe"]),
    "two single marks behind a word": ("a 5'' pipe and a 6'' one", []),
    "two commas and two single marks": ("Sie sagte: ,,Nein'' und ging.", ["Nein"]),
    "two commas and a curly end": ("Sie sagte: ,,Nein” und ging. Sie kam,, und ging.", ["Nein"]),
    "a typed mark closed by two single ones": ("She said \"it is safe'' and left.", ["it is safe"]),
    "single, of the same sign": ("She said ‘it is safe and ‘it holds’ so.", ["it holds"]),
    "single, low": ("Sie sagte ‚ja‘ und ‚nein’ dazu.", ["ja", "nein"]),
    "single, high and reversed": ("She said ‛yes’ to it.", ["yes"]),
    "single, behind a letter": ("O'Neill and d'Or: 'yes', it's 'no'.", ["yes", "no"]),
    "single, in the double one": (
        "“He said ‘never to me,” she said. ‘Yes.’",
        ["He said ‘never to me,", "Yes."],
    ),
    "single, before a blank": ("She ' said ' so.", []),
    "single, plural then end": (
        "‘The workers’ rights are the dogs’ own,’ she said.",
        ["The workers’ rights are the dogs’ own,"],
    ),
    "single, plural alone": ("‘The workers’ rights are gone.", ["The workers"]),
    "Japanese, beside letters": ("彼は“安全だ”と述べた。", ["安全だ"]),
    "Japanese, typed": ('彼は"安全"と述べ、"橋"だ。', ["安全", "橋"]),
    "Japanese, typed behind Latin": ('A社"安全"と述べた。', ["安全"]),
    "Chinese single": ("他说‘桥很安全’然后离开。", ["桥很安全"]),
    "Chinese spaced": ("他说 « 桥很安全 » 然后离开。", ["桥很安全"]),
    "CJK, other brackets": (
        "﹁橋﹂と﹃道﹄と｢駅｣と〈川〉と〝山〟と〝海〞",
        ["橋", "道", "駅", "川", "山", "海"],
    ),
    "fullwidth typed": ("彼は＂安全＂と述べた。", ["安全"]),
    "French spaced before a word": ("Il dit « oui » et « non ».", ["oui", "non"]),
    "spaced German marks": ("Er sagte: » Es ist gut « und ging. » Ja «", ["Es ist gut", "Ja"]),
    "spaced curly ones": ("She said “ it is safe ” today.", ["it is safe"]),
    "spaced curly before a stop": ("She said “ . ” today.", []),
    "spaced low ones": ("Er sagte: „ Es ist gut “ und ging.", ["Es ist gut"]),
    "Spanish questions": ("Dijo: ”¿Es seguro?” y ”¡Sí!” ayer.", ["¿Es seguro?", "¡Sí!"]),
    "Swedish behind a bracket": ("(”Den”) och [”Den”]", ["Den", "Den"]),
    "right marks that open before others": (
        "Hon sade: ”‘Den’ är säker.”",
        ["‘Den’ är säker.", "Den"],
    ),
    "ellipsis": ("»…und dann«, sagte er. »[Er] kam«", ["…und dann", "[Er] kam"]),
    "reversed": ("‟It is safe” she said.", ["It is safe"]),
    "TeX, nested single": (
        "``He said 'never' to me,'' she said.",
        ["He said 'never' to me,", "never"],
    ),
    "French, two blanks inside": ("« Oui », dit-il. Il dit «  non  » hier.", ["Oui", "non"]),
    "French, at a line's end": ("« Oui », dit-il. Il dit «\nnon » hier.", ["Oui", "non"]),
    "low marks around English ones in brackets": (
        "Er sagte „ja” und „sie rief “(laut)” so”.",
        ["ja", "sie rief “(laut)” so", "(laut)"],
    ),
    "low marks around English ones": (
        "„Sie rief “laut” und ging“, sagte er.",
        ["Sie rief “laut” und ging", "laut"],
    ),
    "low marks around English ones, closed apart": (
        "Er sagte „ja” und „sie rief “laut” so”.",
        ["ja", "sie rief “laut” so", "laut"],
    ),
    "three line ends between": ("“One.\n\n\n“Two,” she said.", ["One.", "Two,"]),
    "a text that begins with a mark, unclosed later": (
        "“One.” She said: “Two.\n\nThree.",
        ["One."],
    ),
    "opens of two kinds, one closed": (
        "“He read: «It is safe.\n\n“It holds.” Then.",
        ["He read: «It is safe.", "It holds."],
    ),
    "over four paragraphs": (
        "“One.\n\nTwo.\n\nThree.\n\nFour,” she said.",
        ["One.", "Two.", "Three.", "Four,"],
    ),
    "over five paragraphs": ("“One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive,” she said.", []),
    "over two, with a mark between": ("“One.\n\nTwo “three” four,” she said.", ["three"]),
    "an open title": ("他读了《红楼梦。\n\n《水浒》好。", ["水浒"]),
    "titles in lines": ("《红楼梦\n《水浒》好。", ["水浒"]),
    "closing marks first": (
        "It is safe,” she said; he wrote: It holds.” So: “Yes.”",
        ["It is safe,", "It holds.", "Yes."],
    ),
    "a colon behind": ("He wrote: It is safe.” Then she wrote: Come.”", ["It is safe.", "Come."]),
    "a colon far before": (
        "He wrote: " + 60 * "It is safe. " + "It holds.” Then.",
        ["He wrote: " + 60 * "It is safe. " + "It holds."],
    ),
    "a turn behind a comma": ("“Yes,” He went.” Then.", ["Yes,"]),
    "a turn with a small letter": ("“Yes.” he went.” Then.", ["Yes."]),
    "a turn behind a dash": ("“Yes –” He went.” Then.", ["Yes –", "He went."]),
    "a long turn": ("“Yes.” " + 20 * "He went on. " + "So.” Then.", ["Yes."]),
    "a turn at once": ("“Yes.”He went.” Then.", ["Yes.", "He went."]),
    "a turn, two blanks": ("“Yes.”  He went.” Then.", ["Yes.", "He went."]),
    "begins within, blanks first": ("   It is safe!” she said.", ["It is safe!"]),
    "inches within": ('6" of it” she said. “Yes.”', ["Yes."]),
    "begins within, before a letter": ("It is”so. “Yes.”", ["Yes."]),
    "ends before a stop": ("She said “it is safe“. He said “so“!", ["it is safe", "so"]),
    "left marks twice": ("She said “it is “safe“ so.", ["it is", "safe"]),
    "left mark apart, closed later": ("It is so. “ it is safe ” then.", ["it is safe"]),
    "French, last and apart": ("Es ist gut. « Er ging. ›Ja‹", ["Es ist gut.", "Ja"]),
    "a possessive before a far end": (
        "‘The dogs’ " + 40 * "own fault is " + "here, she said.",
        ["The dogs"],
    ),
    "a single mark that closes too far on": (
        "‘It is " + 200 * "very safe " + "here,’ she said.",
        [],
    ),
    "single in a double one, possessive": (
        "“He said ‘the dogs’ own’ here,” she said. ‘The cats’ too.",
        ["He said ‘the dogs’ own’ here,", "the dogs", "The cats"],
    ),
    "elided words": ("'Twas so, said 'em; ‘tis ‘90s.", []),
    "twelve deep": (
        "“a „b «c ‹d 「e 『f 《g 〈h ❝i 🙶j ﹁k ﹃l ｢m｣ l﹄",
        [
            "b «c ‹d 「e 『f 《g 〈h ❝i 🙶j ﹁k ﹃l ｢m｣ l﹄",
            "c ‹d 「e 『f 《g 〈h ❝i 🙶j ﹁k ﹃l ｢m｣ l﹄",
            "d 「e 『f 《g 〈h ❝i 🙶j ﹁k ﹃l ｢m｣ l﹄",
            "e 『f 《g 〈h ❝i 🙶j ﹁k ﹃l ｢m｣ l﹄",
            "f 《g 〈h ❝i 🙶j ﹁k ﹃l ｢m｣ l﹄",
            "i 🙶j ﹁k ﹃l ｢m｣ l﹄",
            "j ﹁k ﹃l ｢m｣ l﹄",
            "k ﹃l ｢m｣ l﹄",
            "l ｢m｣ l",
            "m",
        ],
    ),
    "nested, ends together": ("“He said “yes””", ["He said “yes”", "yes"]),
    "typed behind a letter before a stop": (
        'The "a"-team and "b". She: ".5" or "?".',
        ["a", "b", ".5", "?"],
    ),
    "dialogue and marks": ("— “Es seguro” —dijo él—. Vamos.\n\n—Sí —dijo.", ["Es seguro", "Sí"]),
    "unclosed, then closed again": (
        "He said: “One. She said: “Two. Then “three” came.\n\nEnd.",
        ["One. She said:", "Two. Then", "three"],
    ),
    "deeper": ("“a ‘b «c ‹d› c» b’ a”", ["a ‘b «c ‹d› c» b’ a", "b «c ‹d› c» b", "c ‹d› c", "d"]),
    "Swedish, before a bracket": ("Hon sade ”Den är –”[sic] och ”gick”.", ["Den är –", "gick"]),
    "a line that opens again at once": ("“\n“It holds,” she said.", ["It holds,"]),
    "behind a whole sentence in single marks": (
        "‘Never’ was his word,” she said.",
        ["‘Never’ was his word,", "Never"],
    ),
    "two are open, and one goes on": (
        "„Er las: “Es ist gut.\n\nEs hält”, sagte er.",
        ["Es ist gut.", "Es hält"],
    ),
    "a colon in the quotation before": ("“Yes: No.” he went.” Then.", ["Yes: No."]),
    "left mark behind a dash": (
        "She said “it is so—“safe” here.” Then.",
        ["it is so—“safe” here.", "safe"],
    ),
    "closed as in German, last": ("She said “it is safe“ today.", ["it is safe"]),
    "Swedish, in brackets": ("Hon sade: ”Den är (”säker”) nu.”", ["Den är (”säker”) nu.", "säker"]),
    "Polish, the blank before the mark": (
        "Powiedział: „Jest bezpieczny ”i wyszedł.",
        ["Jest bezpieczny"],
    ),
    "German, no blank behind": (
        "Er sagte: „Ja.“Dann las er ”nein”.",
        ["Ja.", "nein"],
    ),
    "German and French": ("Er rief: »Komm!«, sie: «Viens!»", ["Komm!", "Viens!"]),
    "French in German": ("»Er rief «laut» so«, sagte sie.", ["Er rief «laut» so", "laut"]),
    "a footnote behind a dash": ("“It is safe —”2 she said.", ["It is safe —"]),
    "a line that opens again at once, Japanese": ("「\n「橋」と言う。", ["橋"]),
    "a text that ends within one, behind a sentence": (
        "It rained. “It is safe. And",
        ["It is safe. And"],
    ),
    "no possessive before a bracket": (
        "He read ‘the news’ (the cats’) twice.",
        ["the news"],
    ),
    "a possessive before a brand": ("‘It is the boys’ iPad,’ she said.", ["It is the boys’ iPad,"]),
    "capitals own nothing": ("He sent ‘a FAX’ of it (the cats’).", ["a FAX"]),
    "Japanese, closed by hand": ('彼は“安全"と述べた。', ["安全"]),
    "a mark that ends the text": ("Il a dit : «", []),
    "a mark behind its word, then blanks": ("Es ist gut« sagte er. «Ja»", ["Es ist gut", "Ja"]),
    "spaced, a word of one letter": (
        "Er sagte: » O Gott! « Dann ging er. » Ja «",
        ["O Gott!", "Ja"],
    ),
    "behind a sign, within": ('It fell by 5%", she said.', ["It fell by 5%"]),
    "Chinese, typed behind a bracket": ('王明（记者）"桥很安全。"', ["桥很安全。"]),
    "a turn far on": (
        20 * "It rained. " + "“Yes.” He went.” Then.",
        ["Yes.", "He went."],
    ),
    "a possessive far on": (
        40 * "It rained. " + "‘The workers’ rights are gone.",
        ["The workers"],
    ),
    "no end before a letter": ("“Yes.” He went on for 5”x4 plates.", ["Yes."]),
    "two single marks before a comma": ("a 5'', and a 6'', too", []),
    "Latin, closed before Chinese": ('我有iPhone"他说。', ["我有iPhone"]),
    "spaced apart, single in double": (
        "«Elle a dit ‹  oui  ›», dit-il. Il dit «  non  » hier.",
        ["Elle a dit ‹  oui  ›", "oui", "non"],
    ),
    "French, blanks of all widths": (
        "Il dit «\u00a0oui\u202f» et «\u2009non\u00a0».",
        ["oui", "non"],
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Yes.” He" + 196 * "a" + "b.” Then.", ["Yes.", "He" + 196 * "a" + "b."]),
        ("“Yes.” He" + 197 * "a" + "b.” Then.", ["Yes."]),
        ("‘The workers" + 387 * "s" + "’ rights are gone.", ["The workers" + 387 * "s"]),
        ("‘The workers" + 388 * "s" + "’ rights are gone.", []),
        ("‘It is s" + 1491 * "o" + "’ she said.", ["It is s" + 1491 * "o"]),
        ("‘It is s" + 1492 * "o" + "’ she said.", []),
    ],
)
def test_a_mark_is_looked_for_only_so_far(text: str, words: list[str]) -> None:
    quotations = quotations_in(text).quotations

    assert [text[quotation.inner_start : quotation.inner_end] for quotation in quotations] == words


@pytest.mark.parametrize(("marks", "quotations"), [(12, 12), (13, 12)])
def test_no_more_than_twelve_quotations_stand_in_each_other(marks: int, quotations: int) -> None:
    text = marks * "「" + "橋" + marks * "」"

    assert len(quotations_in(text).quotations) == quotations


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
