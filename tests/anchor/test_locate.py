"""Which quotes stand in a text, where, and why the others do not."""

from __future__ import annotations

import unicodedata

import pytest

from claimcheck.anchor import Change, Fit, Text, locate, passes, too_short
from claimcheck.model import Quote

REPORT = (
    "The agency said:\nThe unemployment rate was 3.7 percent in December and did not include farm "
    "work. Some 15 million people took part. The bridge is 10² metres wide and 1½ tall. The café "
    "owners objected. The “final” report, dated 4 May, says that product increased 2.5 percent in "
    "2023. Growth was −3 percent over the year, and 1.5 % before.\n"
)
RATE = "The unemployment rate was 3.7 percent in December"

PASSING = {
    "as it stands": (RATE, REPORT, Fit.VERBATIM, RATE),
    "white space": ("agency said: The unemployment", REPORT, Fit.NORMALIZED, None),
    "CRLF": ("agency said: The", REPORT.replace("\n", "\r\n"), Fit.NORMALIZED, None),
    "blanks around it": (f"  {RATE}\n", REPORT, Fit.VERBATIM, RATE),
    "straight marks": ('The "final" report', REPORT, Fit.NORMALIZED, "The “final” report"),
    "low marks": ('"ja", sagte', "Er: „ja“, sagte er", Fit.NORMALIZED, "„ja“, sagte"),
    "angle marks": ('dit "oui" hier', "Il dit « oui » hier soir", Fit.NORMALIZED, None),
    "decomposed quote": (
        "cafe\u0301 owners objected",
        REPORT,
        Fit.NORMALIZED,
        "café owners objected",
    ),
    "decomposed source": (
        "café owners objected",
        unicodedata.normalize("NFD", REPORT),
        Fit.NORMALIZED,
        "cafe\u0301 owners objected",
    ),
    "no-break space": (RATE, REPORT.replace("3.7 percent", "3.7\xa0percent"), Fit.NORMALIZED, None),
    "zero width": (RATE, REPORT.replace("unemploy", "un\u200bemploy"), Fit.NORMALIZED, None),
    "zero width in quote": ("The unemploy\u200bment rate", REPORT, Fit.NORMALIZED, None),
    "soft hyphen": (RATE, REPORT.replace("unemploy", "unem\xadploy"), Fit.NORMALIZED, None),
    "soft hyphen at a line's end": (
        "the example here",
        "the exam\xad\nple here",
        Fit.NORMALIZED,
        None,
    ),
    "hyphen at a line's end": (RATE, REPORT.replace("employ", "em-\nploy"), Fit.NORMALIZED, None),
    "not-sign at a line's end": ("the example here", "the exam¬\nple here", Fit.NORMALIZED, None),
    "compound at a line's end": ("a well-known man", "a well-\nknown man", Fit.NORMALIZED, None),
    "both at lines' ends": (
        "a well-known example is",
        "a well-\nknown exam-\nple is",
        Fit.NORMALIZED,
        "a well-\nknown exam-\nple is",
    ),
    "compounds and others at lines' ends": (
        "x-ray of an example of a well-known man",
        "An x-\nray of an exam-\nple of a well-\nknown man",
        Fit.NORMALIZED,
        "x-\nray of an exam-\nple of a well-\nknown man",
    ),
    "a dash at the end": ("the bridge—", "at the bridge –  it was", Fit.NORMALIZED, "the bridge –"),
    "a dash at the beginning": (
        "--said the mayor",
        "It was so  — said the mayor",
        Fit.NORMALIZED,
        "— said the mayor",
    ),
    "a dash right behind a word": (
        "—so it is",
        "it is well--so it is",
        Fit.NORMALIZED,
        "--so it is",
    ),
    "dash set open": ("a man -- eating fish -- sat", "a man—eating fish—sat", Fit.NORMALIZED, None),
    "dash set closed": ("a man—eating fish—sat", "a man - eating fish - sat", Fit.NORMALIZED, None),
    "range set open": ("from 1914 - 1918 it was", "from 1914–1918 it was", Fit.NORMALIZED, None),
    "hyphen in the quote": ("the exam-\nple here", "the example here", Fit.NORMALIZED, None),
    "years at a line's end": (
        "war of 1914-1918 was",
        "war of 1914-\n1918 was",
        Fit.NORMALIZED,
        None,
    ),
    "capital after a hyphen": (
        "an Anglo-Saxon word",
        "an Anglo-\nSaxon word",
        Fit.NORMALIZED,
        None,
    ),
    "ligatures": ("The final figure was firm", "The ﬁnal ﬁgure was ﬁrm", Fit.NORMALIZED, None),
    "em dash": ("the bow--half seen", "at the bow — half seen", Fit.NORMALIZED, None),
    "ellipsis": ("well... perhaps so", "Well, well . . . perhaps so", Fit.NORMALIZED, None),
    "emphasis": ("it was so then", "and it _was_ *so* then", Fit.NORMALIZED, None),
    "a no-break blank before a mark": (
        "au pied de la Jungfrau; on y va",
        "Il est au pied de la Jungfrau\xa0; on y va.",
        Fit.NORMALIZED,
        "au pied de la Jungfrau\xa0; on y va",
    ),
    "a no-break blank typed as a blank": (
        "au pied de la Jungfrau ; on y va",
        "Il est au pied de la Jungfrau\u202f; on y va.",
        Fit.NORMALIZED,
        None,
    ),
    "thin blanks about a sign": (
        "with p<0.05 in all",
        "with p\u2009<\u20090.05 in all",
        None,
        None,
    ),
    "a blank before an ellipsis": ("it is so… or not", "it is so … or not", Fit.NORMALIZED, None),
    "Chinese mark at a line's end": (
        "没有人知道，这件事很大",
        "其实没有人知道，\n这件事很大。",
        Fit.NORMALIZED,
        None,
    ),
    "German marks": ('er sagte "ja" und ging', "und er sagte »ja« und ging", Fit.NORMALIZED, None),
    "minus sign": ("Growth was -3 percent", REPORT, Fit.NORMALIZED, "Growth was −3 percent"),
    "Chinese inside a sentence": ("没有人知道这件事", "其实没有人知道这件事。", Fit.VERBATIM, None),
    "Chinese over a line's end": (
        "没有人知道这件事",
        "其实没有人\n知道这件事。",
        Fit.NORMALIZED,
        None,
    ),
    "Arabic order of marks": ("رَبِّ", unicodedata.normalize("NFD", "هذا رَبِّ هنا"), None, None),
    "Hebrew": ("בראשית ברא אלהים", "ויאמר: בראשית ברא אלהים את", Fit.VERBATIM, None),
    "Hangul": (
        "나라의 말이 중국과",
        unicodedata.normalize("NFD", "이 나라의 말이 중국과 달라"),
        Fit.NORMALIZED,
        None,
    ),
    "Thai inside a sentence": ("ไม่มีใครรู้", "ที่จริงไม่มีใครรู้เรื่องนี้", Fit.VERBATIM, None),
    "Arabic glyph forms": ("السلام", "قال ﺍﻟﺴﻼﻡ عليكم", Fit.NORMALIZED, None),
    "not-sign of logic elsewhere": ("one thing and", "one thing and ¬p", Fit.VERBATIM, None),
}


@pytest.mark.parametrize(("quote", "text", "fit", "passage"), PASSING.values(), ids=PASSING)
def test_passes(quote: str, text: str, fit: Fit | None, passage: str | None) -> None:
    anchor = locate(quote, text)
    assert anchor.fit.passes, anchor
    assert anchor.start is not None
    assert anchor.fit is fit or fit is None
    assert (anchor.count, anchor.similarity) == (1, 1.0)
    if passage is not None:
        assert text[anchor.start : anchor.end] == passage
    assert passes(quote, Text(text)) == anchor


@pytest.mark.parametrize("before", ["", "It was long before. " * 30])
@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ('"so it is", he said', "“so it is”, he said"),
        ("- so it is -", "–  so it is  –"),
        (f"{'=' * 60} so it is", f"{'=' * 60}\nso it is"),
        (f"so it is {'=' * 60}", f"so it is\n{'=' * 60}"),
        ("((“so it is”))", "((„so it is“))"),
    ],
)
def test_marks_at_the_ends_of_a_quote_are_the_quotes(before: str, quote: str, passage: str) -> None:
    """However many, and however far behind the text's beginning."""
    text = f"{before}And then {passage} and then"
    anchor = locate(quote, text)
    assert anchor.fit is Fit.NORMALIZED
    assert text[anchor.start : anchor.end] == passage
    assert not locate(quote, text.replace(passage, "so it is")).fit.passes


ALTERED = {
    "another number": (RATE.replace("3.7", "3.8"), REPORT, {Change.NUMBER}),
    "another unit": ("15 million euros took", "Some 15 million dollars took it", {Change.UNIT}),
    "a lost sign": ("Growth was 3 percent over the year", REPORT, {Change.NUMBER}),
    "a lost not": ("in December and did include farm work", REPORT, {Change.NEGATION}),
    "a not put in": ("The café owners had not objected.", REPORT, {Change.NEGATION}),
    "a name": ("said Robert Miller of Bern", "as said Peter Miller of Bern", {Change.NAME}),
    "a hedge": ("it will be an important step", "it may be an important step", {Change.MODALITY}),
    "a tense": ("The bridge was long", "In it, The bridge is long", {Change.TENSE}),
    "capitals": (RATE.upper(), REPORT, {Change.CAPITALS}),
    "punctuation": ("report dated 4 May, says", REPORT, {Change.PUNCTUATION}),
    "blanks in a number": ("was 1 500 people in", "it was 1500 people in", {Change.SPACING}),
    "accents": ("The cafe owners objected.", REPORT, {Change.ACCENTS}),
    "look-alikes": (RATE.replace("a", "\u0430"), REPORT, {Change.LOOKALIKE}),
    "superscript": ("The bridge is 102 metres wide", REPORT, {Change.NUMBER}),
    "comparison": ("with p = 0.05 in all", "with p < 0.05 in all of it", {Change.NUMBER}),
    "decimal point": ("was 37 percent in December", REPORT, {Change.NUMBER}),
    "eszett": ("Die Strasse war lang", "Die Straße war lang", set()),
    "a blank before a mark": ("one, two and three", "one , two and three", {Change.SPACING}),
    "a blank before a mark in the quote": ("gewiß ist es .", "Ja, gewiß ist es.", {Change.SPACING}),
    "a lost blank after a mark": ("it is so;or not so", "it is so; or not so", {Change.SPACING}),
    "a blank lost after German marks": (
        'er sagte "ja"und ging',
        "und er sagte »ja« und ging",
        {Change.SPACING},
    ),
    "a blank inside straight marks": ('they said "yes" to it', 'as they said " yes " to it', set()),
    "a compound set apart": (
        "a man - eating shark was here",
        "He saw a man-eating shark was here",
        {Change.SPACING},
    ),
    "a dash drawn together": (
        "a man-eating fish or not",
        "He saw a man - eating fish or not",
        {Change.SPACING},
    ),
    "a currency": ("it cost €5 million then", "for it cost $5 million then", {Change.UNIT}),
    "vowel signs": ("قال الرئيس هنا", "قَالَ الرَّئِيسُ هنا", {Change.ACCENTS}),
    "a full stop of an ellipsis": ("it is so.", "that it\nis so. . . and", set()),
    "a full stop behind an ellipsis": (". so it is", "well . . . so\nit is then", set()),
    "list and number": ("pages 3,5 of the book", "see pages 3, 5 of the book", {Change.SPACING}),
}


@pytest.mark.parametrize(("quote", "text", "kinds"), ALTERED.values(), ids=ALTERED)
def test_does_not_pass(quote: str, text: str, kinds: set[Change]) -> None:
    anchor = locate(quote, text)
    assert anchor.fit in {Fit.ALTERED, Fit.SPLICED}
    assert kinds <= set(anchor.changes), anchor
    assert anchor.start is not None
    assert "".join(segment.written for segment in anchor.difference)
    assert passes(quote, text) is None


CUT = {
    "a word on the right": ("The unemployment rate was 3.7 percent in Dec", "in December"),
    "a word on the left": ("employment rate was 3.7 percent in", "The unemployment"[4:]),
    "a number on the left": ("5 million people took part", "15 million"),
    "a decimal": ("7 percent in December and did", "3.7 percent"),
    "a year": ("product increased 2.5 percent in 20", "in 2023"),
    "a sign": ("3 percent over the year", "−3 percent"),
    "a percentage": ("5 % before", "1.5 %"),
    "a rate": ("and 1.5", "and 1.5 %"),
    "an exponent": ("The bridge is 10", "is 10²"),
    "a fraction": ("metres wide and 1", "and 1½"),
}


@pytest.mark.parametrize(("quote", "whole"), CUT.values(), ids=CUT)
def test_a_quote_may_not_cut_words_or_numbers(quote: str, whole: str) -> None:
    anchor = locate(quote, REPORT)
    assert anchor.fit is Fit.ALTERED
    assert anchor.changes == (Change.CUT,)
    assert anchor.similarity == 1.0
    assert whole in REPORT[anchor.start : anchor.end]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("long walk to the cafe", "The long walk to the cafe\u0301 was cold"),
        ("they all said that we can", "And they all said that we can't go"),
        ("violent protest began there", "A non-violent protest began there"),
        ("5 million were spent", "Of it $5 million were spent"),
        ("the exam", "the exam-\nple"),
        ("he paid them 10", "he paid them 10,000 of it"),
        ("人口是5", "人口是5万人"),
        ("the value rose to 10", "Then the value rose to 10 000 or so"),
        ("500 people left the town", "Then 1 500 people left the town"),
        ("t have any of the money", "They didn't have any of the money"),
    ],
)
def test_other_cuts(quote: str, text: str) -> None:
    anchor = locate(quote, text)
    assert anchor.fit is Fit.ALTERED
    assert Change.CUT in anchor.changes


def test_what_a_cut_takes_off_is_shown_whole() -> None:
    text = "It cost them 10 million-odd at 2°C and 0,5 of con\u200bversation, didn't it"
    for quote, shown in {
        "cost them 10 million": "million-odd",
        "odd at 2": "2°C",
        "and 0": "0,5",
        "versation": "con\u200bversation",
        "versation, didn": "didn't",
    }.items():
        anchor = locate(quote, text)
        assert shown in text[anchor.start : anchor.end].split()


def test_footnotes_and_possessives_are_no_cuts() -> None:
    assert locate("homme est là avec nous", "Mais l'homme est là avec nous").fit.passes
    assert locate("500 people left the town", "In 2019 500 people left the town").fit.passes
    assert locate("so the minister said", "And so the minister said¹ there").fit.passes
    assert locate("this is the minister", "And this is the minister's plan").fit.passes


@pytest.mark.parametrize("quote", ["", "   ", "\u200b", ".", "…", "[...]", "\u0301", "—"])
def test_nothing_to_look_for(quote: str) -> None:
    anchor = locate(quote, REPORT)
    assert anchor.fit is Fit.NOT_FOUND
    assert anchor.reason == "the quote has no letters or digits"


def test_absent() -> None:
    absent = "Nobody had ever heard of a committee that meets on Sundays at dawn"
    assert locate(absent, REPORT).fit is Fit.NOT_FOUND
    assert locate("a word", "").fit is Fit.NOT_FOUND


TWICE = "He said yes. Then he left. She said no. Then he left. They said so. Then he left."


@pytest.mark.parametrize(
    ("context", "passes"),
    [
        ({"prefix": "unsafe"}, True),
        ({"prefix": "safe"}, False),
        ({"prefix": "is unsafe"}, True),
        ({"prefix": "s unsafe"}, False),
        ({"prefix": "“unsafe”"}, False),
        ({"suffix": "of 15 men"}, True),
        ({"suffix": "of 15"}, True),
        ({"suffix": "of 1"}, False),
        ({"suffix": "of 15 me"}, False),
        ({"prefix": "unsafe", "suffix": "of 1"}, False),
        ({"prefix": "safe", "suffix": "of 15"}, False),
    ],
)
def test_prefix_and_suffix_are_whole_words_and_numbers(
    context: dict[str, str], passes: bool
) -> None:
    text = "The bridge is unsafe for all the traffic of 15 men."

    assert locate(Quote("for all the traffic", **context), text).fit.passes is passes


@pytest.mark.parametrize(
    ("prefix", "printed"),
    [
        ("said: “", "said: “"),
        ("“No”", "he said “No” "),
        ("(5)", "so it was (5) "),
        ("example", "the exam-\nple "),
        ("*said*", "he said "),
        ("he  said\n", "he said "),
    ],
)
def test_a_prefix_may_be_typed_as_a_quote_may(prefix: str, printed: str) -> None:
    text = f"At noon {printed}the bridge is safe for all."

    assert locate(Quote("the bridge is safe", prefix=prefix), text).fit is Fit.VERBATIM


def test_ambiguous_and_singled_out() -> None:
    anchor = locate("Then he left", TWICE)
    assert (anchor.fit, anchor.count, anchor.start) == (Fit.AMBIGUOUS, 3, 13)
    anchor = locate(Quote("Then he left", prefix="said  no."), TWICE)
    assert (anchor.fit, anchor.count, anchor.start) == (Fit.VERBATIM, 1, 40)
    anchor = locate(Quote("Then he left", suffix=". They said"), TWICE)
    assert (anchor.fit, anchor.count, anchor.start) == (Fit.VERBATIM, 1, 40)
    anchor = locate(Quote("Then he left", suffix=". She said", prefix="said yes. "), TWICE)
    assert (anchor.fit, anchor.count, anchor.start) == (Fit.VERBATIM, 1, 13)


def test_wrong_context_does_not_pass() -> None:
    anchor = locate(Quote("Then he left", prefix="said maybe."), TWICE)
    assert anchor.fit is Fit.ALTERED
    assert anchor.count == 3
    assert "prefix" in anchor.reason


@pytest.mark.parametrize(
    ("prefix", "suffix", "passes"),
    [
        ("said\nyes.", "", True),
        ("said yes .", "", False),
        ("", ". She said", True),
        ("", ". She said no .", False),
        ("said\xa0yes.", "\xa0. She", True),
    ],
)
def test_context_is_held_to_the_same_fold(prefix: str, suffix: str, passes: bool) -> None:
    assert locate(Quote("Then he left", prefix, suffix), TWICE).fit.passes is passes


@pytest.mark.parametrize("exact", ["Then he left", "Then  he left"])
@pytest.mark.parametrize("words", [1, 3, 12, 40])
def test_words_right_beside_a_quote_single_it_out_however_many(exact: str, words: int) -> None:
    """And a context that stands elsewhere does not, nor one that is set apart."""
    before = " ".join(f"before{number}" for number in range(60))
    behind = " ".join(f"behind{number}" for number in range(60))
    text = f"Then he left there. {before}  Then he left\n{behind} and Then he left."
    prefix, suffix = " ".join(before.split()[-words:]), " ".join(behind.split()[:words])
    for quote in (Quote(exact, prefix), Quote(exact, "", suffix), Quote(exact, prefix, suffix)):
        anchor = locate(quote, text)
        assert (anchor.fit.passes, anchor.count) == (True, 1)
        assert anchor.start == text.index("Then", 20)
    for around in ((f"{prefix} x", ""), (prefix, "there"), ("", f"x {suffix}")):
        assert not locate(Quote(exact, *around), text).fit.passes


def test_a_context_stands_before_the_first_part_and_behind_the_last() -> None:
    text = "So then he went home to his house by the town and slept there for a day."
    quote = "then he went […] to his house […] and slept there"
    assert locate(Quote(quote, "So", "for a day"), text).fit is Fit.ELIDED
    assert not locate(Quote(quote, "So", "by the"), text).fit.passes
    assert not locate(Quote(quote, "home", "for a day"), text).fit.passes


def test_the_spacing_that_differs_is_shown() -> None:
    anchor = locate("the film; I go, and so on", "But the film ; I go, and so on.")
    assert anchor.changes == (Change.SPACING,)
    apart = [(s.written, s.printed) for s in anchor.difference if not s.same]
    assert apart == [("film; ", "film ; ")]


def test_verbatim_places_win() -> None:
    text = 'It is “so” now. It is "so" now.'
    anchor = locate('It is "so" now', text)
    assert (anchor.fit, anchor.start) == (Fit.VERBATIM, 16)


@pytest.mark.parametrize(
    ("quote", "short"),
    [
        (Quote("The"), True),
        (Quote("of it"), True),
        (Quote("unemployment rate"), True),
        (Quote("the unemployment rate"), False),
        (Quote("the unemployment rate was high"), False),
        (Quote("some more talk"), False),
        (Quote("some more tal"), True),
        (Quote("in error", prefix="the message was sent"), False),
        (Quote("ሰላም፡ለሰው፡ልጆች፡ሁሉም"), False),  # a mark parts words, and is no letter
        (Quote("ሰላም፡ለሰው፡ልጅ፡ሁሉም"), True),
        (Quote("没有"), True),
        (Quote("没有人知道这件事"), False),
        (Quote("没有人知"), True),
        (Quote("他 没有人知道"), False),
        (Quote("a b 没有人"), True),
        (Quote("…", prefix="a long prefix that says much"), True),
    ],
)
def test_too_short(quote: Quote, short: bool) -> None:
    assert too_short(quote) is short


def test_a_look_alike_letter_is_named() -> None:
    anchor = locate(RATE.replace("rate", "r\u0430te"), REPORT)
    assert anchor.changes == (Change.LOOKALIKE,)
    assert "U+0430 CYRILLIC SMALL LETTER A" in anchor.reason


def test_a_short_quote_in_a_long_text_says_that_it_cannot_tell() -> None:
    text = "Nothing of the kind was ever said in this house by anybody here. " * 3000
    assert locate("a bridge for Bern", text).reason == (
        "a quote so short cannot be told altered from missing in a text so long"
    )


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("it rose .5 percent", "And it rose. 5 percent of them left"),
        ("it rose, - 5 percent", "And it rose, -5 percent of them left"),
        ("we saw 3.5 of them", "And we saw 3. 5 of them left"),
    ],
)
def test_blanks_that_change_a_number_stay(quote: str, text: str) -> None:
    assert not locate(quote, text).fit.passes


@pytest.mark.parametrize(
    ("quote", "text", "passage"),
    [
        ("Er wusste es.", "So ging er. Er wusste es nicht. Dann kam er.", "Er wusste es nicht."),
        ("We will pay for it.", "He rose. Never will we pay for it. He sat.", None),
        ("Was it so at all?", "He rose. It was not so at all? He sat.", None),
    ],
)
def test_words_lost_at_the_ends_are_shown(quote: str, text: str, passage: str | None) -> None:
    anchor = locate(quote, text)
    assert not anchor.fit.passes
    if passage:
        assert text[anchor.start : anchor.end] == passage
        assert Change.NEGATION in anchor.changes


@pytest.mark.parametrize("often", [1, 63, 64, 200])
def test_a_quote_is_found_behind_places_where_it_cuts_a_word(often: int) -> None:
    text = f"{'unthe law of the town ' * often}and the law of the town was good"
    anchor = locate("the law of the town", text)
    assert anchor.fit.passes
    assert (anchor.start, anchor.count) == (22 * often + 4, 1)


@pytest.mark.parametrize("often", [1, 399, 400])
def test_a_quote_is_found_behind_399_places_with_other_marks_and_then_given_up(often: int) -> None:
    text = f"{'it was he said so. ' * often}And it was, he  said, so then"
    anchor = locate("it was, he said, so", text)
    assert anchor.fit is (Fit.NORMALIZED if often < 400 else Fit.ALTERED)
    assert anchor.start == 19 * often + 4 or often == 400


@pytest.mark.parametrize("quote", ["the law of it", "the  law of it"])
@pytest.mark.parametrize(("often", "count"), [(2, 2), (999, 999), (1000, 1000), (1001, 1000)])
def test_places_are_counted_to_a_thousand(quote: str, often: int, count: int) -> None:
    anchor = locate(quote, "the law of it. " * often)
    assert (anchor.fit, anchor.start, anchor.end, anchor.count) == (Fit.AMBIGUOUS, 0, 13, count)


@pytest.mark.parametrize("quote", ["so so", "so  so"])
def test_places_of_a_quote_do_not_overlap(quote: str) -> None:
    assert locate(quote, "so so so so so").count == 2


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("In May 5 men say the mill is old and new.", True),
        ("In May fewer than 5 men say the mill is old and new.", False),
        ("In May minus 5 men say the mill is old and new.", False),
        ("In May 1.5 men say the mill is old and new.", False),
    ],
)
def test_a_prefix_cuts_no_number(text: str, *, beside: bool) -> None:
    assert locate(Quote("the mill is old", prefix="5 men say"), text).fit.passes is beside


@pytest.mark.parametrize(
    ("quote", "text", "doubt"),
    [
        ("Re-sign the lease now", "Re-\nsign the lease now, they said.", "Re-sign|Resign"),
        ("Resign from the board now", "Re-\nsign from the board now.", "Resign|Re-sign"),
        ("the old man will resign", "We see\nthat the old man will re-\nsign.", "resign|re-sign"),
        ("They sign the lease", "He re-\ncovered. They sign the\nlease.", ""),
        ("They sign the lease", "They sign the\nlease. He re-\ncovered.", ""),
        ("They met […] and will re-sign", "They met here and will re-\nsign.", "re-sign|resign"),
        ("They re-covered […] and left", "They re-\ncovered it\nand left.", "re-covered|recovered"),
        ("They met […] and left it", "They met, re-\ncovered\nand left\nit.", ""),
    ],
)
def test_a_word_broken_at_a_lines_end_is_told_where_the_passage_has_it(
    quote: str, text: str, doubt: str
) -> None:
    anchor = locate(quote, text)
    assert anchor.fit.passes
    reading, _, other = doubt.partition("|")
    assert anchor.doubt == (
        f"it reads “{reading}” where a line ends, which may be “{other}”" if doubt else ""
    )
