"""No cue of subtitles is dropped, and each word stands once, at its time, with its speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.readers import subtitles
from claimcheck.model.errors import UnreadableError


def read(text: str) -> Extract:
    return subtitles.read(text.encode(), ExtractOptions())


CUES = {
    "times without milliseconds": ("1\n00:00:03 --> 00:00:05\nYes.", "[00:00:03.000] Yes."),
    "an arrow without blanks": ("1\n00:00:03,000-->00:00:05,000\nYes.", "[00:00:03.000] Yes."),
    "arrows that a program made of the signs": (
        "1\n00:00:03,000 –> 00:00:05,000\nYes.\n\n2\n00:00:06,000 → 00:00:07,000\nNo.",
        "[00:00:03.000] Yes.\n[00:00:06.000] No.",
    ),
    "single digits": ("0:0:3.5 --> 0:0:5.0\nYes.", "[00:00:03.500] Yes."),
    "an hour in minutes": ("WEBVTT\n\n61:02.000 --> 61:03.000\nYes.", "[01:01:02.000] Yes."),
    "an empty line within": ("1\n00:00:03,000 --> x\nYes.\n\nNo.", "[00:00:03.000] Yes. No."),
    "a blank line within": ("1\n00:00:03,000 --> x\nYes.\n \nNo.", "[00:00:03.000] Yes. No."),
    "no empty line between": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n00:03.000 --> 00:04.000\nTwo",
        "[00:00:01.000] One\n[00:00:03.000] Two",
    ),
    "numbers of cues": (
        "1\n00:00:01,0 --> x\n42\n\n2\n00:00:03,0 --> x\nTwo",
        "[00:00:01.000] 42\n[00:00:03.000] Two",
    ),
    "names of cues": (
        "WEBVTT\n\na\n00:01.000 --> x\nOne\n\nb\n00:03.000 --> x\nTwo",
        "[00:00:01.000] One\n[00:00:03.000] Two",
    ),
    "notes, styles and regions": (
        "WEBVTT\n\nSTYLE\n::cue { x }\n\nNOTE no\nmore\n\n00:01.000 --> x\nOne\n\nNOTE\n00:02\n\n",
        "[00:00:01.000] One",
    ),
    "a note that is spoken": (
        "WEBVTT\n\n00:01.000 --> x\nOne\nNOTE two", "[00:00:01.000] One NOTE two",
    ),
    "tags and entities": (
        "WEBVTT\n\n00:01.000 --> x\n<c.x>One</c> <00:02.000>&amp; {\\an8}two",
        "[00:00:01.000] One & two",
    ),
    "signs that are no tags": (
        "1\n00:00:01,000 --> x\n<i>Ages <5 and >3</i>, <anna@elm.example>, p<q and r>s.",
        "[00:00:01.000] Ages <5 and >3, <anna@elm.example>, p<q and r>s.",
    ),
    "tags of SubRip": (
        '1\n00:00:01,000 --> x\n<font color="red">One</font><br/><B>two</B> <c.x>three</c></>.',
        "[00:00:01.000] One two three.",
    ),
    "how a word is read": (
        "WEBVTT\n\n00:01.000 --> x\n<ruby>東<rt>とう</rt>京<rt>きょう</ruby> opened",
        "[00:00:01.000] 東(とう)京(きょう) opened",
    ),
    "two voices in a cue": (
        "WEBVTT\n\n00:01.000 --> x\n<v Anna>Did you?</v>\n<v.loud Ben>Yes.\nI did.",
        "[00:00:01.000] Anna: Did you? Ben: Yes. I did.",
    ),
    "a voice that goes on": (
        "WEBVTT\n\n00:01.000 --> x\n<v Anna>Yes.\n\n00:03.000 --> x\n<v Anna>No.",
        "[00:00:01.000] Anna: Yes.\n[00:00:03.000] No.",
    ),
    "rolling captions": (
        (
            "WEBVTT\n\n00:01.000 --> x\n \nhello<00:01.5><c> world</c>\n\n00:02.000 --> x\nhello "
            "world\n \n\n00:02.010 --> x\nhello world\nthis is\n\n00:04.000 --> x\nthis is\nit"
        ),
        "[00:00:01.000] hello world\n[00:00:02.010] this is\n[00:00:04.000] it",
    ),
    "words said again after a pause": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nGo on.\n\n00:04.000 --> 00:05.000\nGo on.",
        "[00:00:01.000] Go on.\n[00:00:04.000] Go on.",
    ),
    "words said for more than a day": (
        "23:59:58.000 --> 24:00:00.5\nGo on.\n\n100:00:00.000 --> 100:00:01.000\nStop.",
        "[23:59:58.000] Go on.\n[100:00:00.000] Stop.",
    ),
    "a refrain in captions that do not roll": (
        "\n\n".join(
            f"{n}\n00:00:0{n},000 --> x\n{words}"
            for n, words in enumerate(("La", "la", "la", "One", "two", "three", "four", "five"), 1)
        ),
        "\n".join(
            f"[00:00:0{n}.000] {words}"
            for n, words in enumerate(("La", "la", "la", "One", "two", "three", "four", "five"), 1)
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "text"), CUES.values(), ids=CUES)
def test_a_cue_stands_at_its_time_in_plain_words(file: str, text: str) -> None:
    assert read(file).text == f"{text}\n"


def test_a_time_that_cannot_be_read_loses_no_words_and_is_told() -> None:
    extract = read("WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\n00:1d.000 --> 00:04.000\nTwo")

    assert extract.text == "[00:00:01.000] One\n[00:00:01.000] Two\n"
    assert extract.gaps == ("the time in line 6 cannot be read: its cue has the one before",)


@pytest.mark.parametrize(
    ("lead", "gaps"),
    [
        ("1\n", ()),
        ("WEBVTT\nKind: captions\n\nSTYLE\n::cue { x }\n\n", ()),
        ("\ufeff\ufeffWEBVTT\n\n", ()),
        ("1\n00:00:01,000 >> x\nOne\n\n2\n", ("what stands before its first cue is not read",)),
    ],
)
def test_words_before_the_first_cue_are_told(lead: str, gaps: tuple[str, ...]) -> None:
    extract = read(f"{lead}00:00:03.000 --> 00:00:04.000\nTwo")

    assert (extract.text, extract.gaps) == ("[00:00:03.000] Two\n", gaps)


@pytest.mark.parametrize("file", ["", "WEBVTT\n\nOne", "1\n00:00:01,000 --> 00:00:02,000\n\n"])
def test_a_file_without_words_at_times_is_refused(file: str) -> None:
    with pytest.raises(UnreadableError):
        read(file)


WORD = st.text("abcdefg", min_size=1, max_size=5)


@given(st.lists(st.lists(WORD, min_size=1, max_size=3), min_size=1, max_size=8))
def test_every_word_of_every_cue_is_kept(cues: list[list[str]]) -> None:
    rows = [[f"{number}{word}" for word in rows] for number, rows in enumerate(cues)]
    file = "WEBVTT\n\n" + "\n\n".join(
        f"00:0{number}.000 --> 00:09.000\n" + "\n".join(words) for number, words in enumerate(rows)
    )

    assert read(file).text == "".join(
        f"[00:00:0{number}.000] {' '.join(words)}\n" for number, words in enumerate(rows)
    )


def test_a_cue_that_ends_as_it_begins_is_left_out_and_told() -> None:
    cues = (
        "1\n00:00:00,0 --> 00:00:00,0\nCredits\n\n2\n00:00:01,0 --> 00:00:02,0\nOne\n\n"
        "3\n00:00:03,0 --> 00:00:04,0\nTwo"
    )

    extract = read(cues)

    assert extract.text == "[00:00:01.000] One\n[00:00:03.000] Two\n"
    assert extract.gaps == ("cues that are shown for no time are left out (1)",)


def test_cues_that_all_end_as_they_begin_are_read() -> None:
    cues = "1\n00:00:01,0 --> 00:00:01,0\nOne\n\n2\n00:00:03,0 --> 00:00:03,0\nTwo"

    assert read(cues).text == "[00:00:01.000] One\n[00:00:03.000] Two\n"


def test_signs_of_an_older_format_are_blanks_in_subrip() -> None:
    assert read("1\n00:00:01,0 --> x\n{\\an8}No\\hway\\NC:\\Notes").text == (
        "[00:00:01.000] No way C:\\Notes\n"
    )
