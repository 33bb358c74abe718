"""Where a passage may begin and end, and what of a text it then belongs to."""

from __future__ import annotations

import pytest

from claimcheck.anchor.borders import (
    MAX_WORD_CHARACTERS,
    cuts_left,
    cuts_right,
    extend_to_words,
    is_unspaced,
)
from claimcheck.anchor.sentences import REACH, sentence_end, sentence_start

# A passage that begins at the bar takes off a part of a word, a number or a grapheme.
CUT_LEFT = [
    "1.|5 % of it",
    "10,|000 men",
    "at 12:|30 sharp",
    "by 2:|1 in all",
    "for v1.|5 only",
    "in 1/|2 of it",
    "some 1'|000 men",
    "it was .|5 metres",
    "-|3 degrees",
    "was -|3 degrees",
    "was −|3 degrees",
    "was +|3 degrees",
    "was -\u200b|3 degrees",
    "at ±|3 degrees",
    "at <|3 degrees",
    "at <| 3 degrees",
    "an A-|3 sheet",
    "some 1\xa0|000 men",
    "some 1\u2009|000 men",
    "some 10 |000 men",
    "for $|5 or so",
    "for $ |5 or so",
    "for €\xa0|5 or so",
    "for $| 5 or so",
    "<| 3 degrees",
    "there were some 10 |000 men",
    "it was 1|.5 metres",
    "it was 1|,5 m",
    "un|lawful",
    "un\u200b|lawful",
    "un\xad|lawful",
    "they can'|t",
    "they canʼ|t",
    "un*|lawful*",
    "an a*|mended* law",
    "an X-|ray of it",
    "the exam-\n|ple of it",
    "the exam\xad\n|ple of it",
    "the exam¬\n|ple of it",
    "(e\u0301|s)",
    "👨\u200d|👩 came",
    "e|\u0301s",
    # What is not seen parts no words, however much of it there is, inside the passage or before it.
    "un\u2063|safe",
    "un|\u2063safe",
    "un\u2061\u2062\u2064|safe",
    "un\u180e|safe",
    "un\u202e|safe",
    "un\u2066|safe",
    "un\ufff9|safe",
    "un\U000e0041|safe",
    "un\u3164|safe",
    "un\ufe0f|safe",
    "un\U000e0101|safe",
    f"un{chr(0x2063) * 40}|safe",
    f"un{chr(0x2063) * 3000}|safe",
    f"un{chr(0x2063) * 9000}|safe",
    f"un{chr(0x301) * 40}|safe",
    f"un|{chr(0x200B) * 40}safe",
    "un*\u2063*|safe",
    "un|*safe*",
    # A mark within a word, whichever side of the border it is on.
    "un|-safe",
    "un\u2212|safe",
    "un\u2012|safe",
    "un\uff0d|safe",
    *(f"un{mark}|safe" for mark in "\u02d7\u058a\u1400\u2052\u2e17\u2e1a\u2e40\u2e5d・\u30a0"),
    "they can|’t",
    *(f"they can{mark}|t" for mark in "‘‛′׳´`＇ʻ\u0384\u1ffd"),
    # Points and commas of numbers, as they are printed here and there.
    "some 1|·5 million",
    *(f"some 1{mark}|5 million" for mark in "·‧∙⋅・٫．，﹒：／∶"),
    *(f"some 1{mark}|5 million" for mark in "\u060c•^"),
    *(f"some 1{blank}|000 men" for blank in "\u2004\u2005\u2006\u2008\u200a\u205f"),
    "some ·|5 million",
    # Minus, however it is set, and other signs of a number.
    *(f"was {sign}|3 degrees" for sign in "\u2010\u2011\u2012\u2052\u02d7﹤≪≫≮≯"),
    "was − |3 degrees",
    "− |3 degrees",
    "not one, 7 in |10 men came",
    "(un)|safe",
    "by J.|R. Smith",
    "the A·|b of it",
    "see X|Y of it",
    "不|㐀然",
    "un|*a*ware",
    "a bow, un|tie it",
    "un|\u200b-\u200bsafe",
    "un\u200b-\u200b|safe",
    "un_-_|safe",
    "不|可能",
    "大约有25|万人",
    "ไม่|จริง",
]
BEGINNINGS = [
    "|\u0301of old",
    "of old|",
    "\u200b|of old",
    "see the|.5 metres",
    "it is 5|. And so",
    "by J.|Smith",
    "this is plan |B. Then",
    "it was so --|5 men of it",
    "see note a.|5 men came",
    "a total of: |5 men",
    "of| 5 men",
    "for $| a head",
    "in 2019 |500 men",
    "in 19 |5000 men",
    "买了iPhone|手机",
    "这个手机|iPhone",
    "一共来了三|人",
    "彼は非|を認めた",
    "南非|总统",
    "l'|homme",
    "the bridge — |safe at last",
    "the bridge—|safe at last",
    "he said:‘|safe’",
    "the “|safe” bridge",
    "the bridge - |5 men saw it",
    "the plan — |5 men saw it",
    "it was 7 in 2001• |5 men",
    "ジャン・|ポール",
    "*|safe* at last",
    "\u2800|safe",
    "a ¸|safe bridge",
    "lʼ|homme",
    "an Anglo-\n|Saxon word",
    "an Anglo-\n|Xhosa word",
    "卡尔·|马克思",
    "it is so|*",
    "it is _|safe_ so",
    "post- |and pre-war",
]


@pytest.mark.parametrize("marked", CUT_LEFT)
def test_a_passage_does_not_begin_inside_a_word_or_number(marked: str) -> None:
    assert cuts_left(marked.replace("|", ""), marked.index("|"))


@pytest.mark.parametrize("marked", BEGINNINGS)
def test_a_passage_begins_at_a_border(marked: str) -> None:
    assert not cuts_left(marked.replace("|", ""), marked.index("|"))


# The same of its end.
CUT_RIGHT = [
    "some 1|.5 % of it",
    "some 10|,000 men",
    "at 12|:30 sharp",
    "in 1|/2 of it",
    "in 1|⁄2 of it",
    "some 1|'000 men",
    "some 1|\xa0000 men",
    "some 1|\u2009000 men",
    "in 1| 000 cases",
    "some 10|^3 metres",
    "some 5|% of it",
    "some 5| % of it",
    "some 5|° of it",
    "some 5| € of it",
    "some 5 |% of it",
    "some 5|–6 men",
    "5 |% of it",
    "1| 000 men",
    "10|² metres",
    "cm|² of it",
    "5mol|² of it",
    "they can|‘t",
    *(f"they can|{mark}t see" for mark in "‘‛′׳´`＇ʻ"),
    "they can’|t see",
    "law\u2063|ful",
    "law|\u2063ful",
    f"law|{chr(0x2063) * 40}ful",
    f"law|{chr(0x2063) * 9000}ful",
    f"law{chr(0x2063) * 40}|ful",
    "un-|safe",
    "un|\u2212safe",
    "*un*|safe",
    "some 1.|5 million",
    "some 1·|5 million",
    *(f"some 1|{mark}5 million" for mark in "·‧∙⋅・٫．，﹒：／∶"),
    "law|ful",
    "law|\u200bful",
    "law|*s* of old",
    "law|*ful*",
    "a plan|-B man",
    "the Paris|–Berlin train",
    "the plan|–B man",
    "the exam|\xad\nple of it",
    "cm|^2 of it",
    "some 10|^{3} metres",
    "un|_safe_ one",
    "see A|X of it",
    "un|·safe",
    "the A|·b of it",
    "un|*X* of it",
    "un|\u200b-\u200bsafe",
    "un\u200b-\u200b|safe",
    "un|-_safe_",
    "they ca|n't",
    "they can|'t",
    "the exam|-\nple",
    "e|\u0301s",
    "👨\u200d|👩 came",
    "U.|S.S.R. of then",
    "the U.S|.S.R. of then",
    "维生素|-C",
    "一共有三|点五",
    "一共有三|百万人",
    "参加し|なかった",
]
ENDINGS = [
    "|\u0301of old",
    "of old|\u200b",
    "it is 5|, and so on",
    "it is 5|. And so",
    "see 5|(3) of it",
    "it is 5| men",
    "it is 5 |men",
    "in 1| 0000 cases",
    "the town|'s people",
    "it is on p.|A of it",
    "all of the USA.|B. Smith came",
    "he is in LA.|B. Smith came",
    "LA.|B. Smith came",
    "LA|.B. Smith came",
    "all of the USA|.B. Smith came",
    "he is in LA|.B. Smith came",
    "an Anglo|-\nSaxon",
    "买了iPhone|手机",
    "这个手机|iPhone",
    "一共来了三|人",
    "the minister|¹ said",
    "This|¹ is so",
    "This|^a is so",
    "see note (5)|^a here",
    "it was so|^ here",
    "it is _safe|_ so",
    "***so it is safe|***, he said",
]


@pytest.mark.parametrize("marked", CUT_RIGHT)
def test_a_passage_does_not_end_inside_a_word_or_number(marked: str) -> None:
    assert cuts_right(marked.replace("|", ""), marked.index("|"))


@pytest.mark.parametrize("marked", ENDINGS)
def test_a_passage_ends_at_a_border(marked: str) -> None:
    assert not cuts_right(marked.replace("|", ""), marked.index("|"))


@pytest.mark.parametrize(
    ("marked", "passage"),
    [
        ("Un|lawful| it was", "Unlawful"),
        ("A non-|violent protest| was seen", "non-violent protest"),
        ("A semi-non-|violent protest| was seen", "semi-non-violent protest"),
        ("They had |a smoke|-free place", "a smoke-free"),
        ("It cost |10 million|-odd francs", "10 million-odd"),
        ("It cost $ |5| then", "$ 5"),
        ("It was |3|.75 metres", "3.75"),
        ("It was 13.|75| metres", "13.75"),
        ("It was so in |the old| town", "the old"),
        ("in towns|(old ones)|only", "(old ones)"),
    ],
)
def test_a_passage_is_shown_with_the_whole_words_that_it_cuts(marked: str, passage: str) -> None:
    before, inside, after = marked.split("|")
    text = before + inside + after
    start, end = extend_to_words(text, len(before), len(before + inside))
    assert text[start:end] == passage


def test_of_a_word_without_end_a_part_is_shown() -> None:
    assert extend_to_words("a" * 1000, 500, 501) == (
        500 - MAX_WORD_CHARACTERS,
        501 + MAX_WORD_CHARACTERS,
    )


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        ("He came. It |rained. He left.", "It rained."),
        ("He came. |It rained. He left.", "It rained."),
        ("He came. It rained|. He left.", "It rained."),
        ("He came. It |rained", "It rained"),
        ("  It |rained  ", "It rained"),
        ("Mr. |Smith came. He left.", "Mr. Smith came."),
        ("He came. Then |Mr. Smith left.", "Then Mr. Smith left."),
        ("He came. Then |F. C. Smith left.", "Then F. C. Smith left."),
        ("He came? Then |Mr. Smith left! So did I.", "Then Mr. Smith left!"),
        ("He saw it. “It |rained.” He left.", "“It rained.”"),
        ("It rained. and |so he left. He came.", "It rained. and so he left."),
        ("A headline\n\nIt |rained\n \nA tail", "It rained"),
        ("他来了。下|雨了。他走了。", "下雨了。"),
        ("Was it safe? No. One |man died.", "One man died."),
        ("It was safe. N|o. I saw it.", "No."),
        ("It was |No. V of ten. He left.", "It was No. V of ten."),
    ],
)
def test_a_passage_stands_in_a_sentence(marked: str, sentence: str) -> None:
    text, at = marked.replace("|", ""), marked.index("|")
    assert text[sentence_start(text, at) : sentence_end(text, at)] == sentence


def test_a_sentence_without_end_is_not_looked_for_further() -> None:
    text = "and so on " * 400
    assert text[sentence_start(text, 2000) : 2000] == text[1844:2000], "words beside it, no more"
    assert text[2009 : sentence_end(text, 2009)] == text[2009:2166]
    assert sentence_start(text, REACH) == 0
    assert sentence_end(text, len(text) - REACH) == len(text) - 1


@pytest.mark.parametrize("char", "กຮမខ។あンㇰ㐀䶿一鿿豈𠀀")
def test_scripts_without_blanks_between_words_are_known(char: str) -> None:
    assert is_unspaced(char)


@pytest.mark.parametrize("char", "aДखཀაᐁ䷀ꓐ한ﬀＡ😀")
def test_scripts_beside_them_have_blanks_between_words(char: str) -> None:
    assert not is_unspaced(char)
