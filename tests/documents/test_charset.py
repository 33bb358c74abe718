"""How bytes become characters: what is declared is used where it fits, and UTF-8 is UTF-8."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.documents.charset import declared_charset, decode, decode_page
from claimcheck.model.errors import UnreadableError

GERMAN = "Der Bürgermeister wünscht, dass die Fähre für Fußgänger bleibt."
JAPANESE = "エルム橋が四日、八か月ぶりに開通した。"


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "us-ascii", "x-unknown"])
def test_utf_8_that_calls_itself_something_else_is_utf_8(declared: str) -> None:
    decoded = decode(GERMAN.encode(), declared)

    assert decoded.text == GERMAN
    assert decoded.charset == "utf-8"


@pytest.mark.parametrize("declared", ["shift_jis", "gb2312", "euc-kr", "big5"])
def test_so_is_text_of_other_scripts(declared: str) -> None:
    decoded = decode(JAPANESE.encode(), declared)

    assert decoded.text == JAPANESE
    assert decoded.remarks == (f"it is UTF-8, and was read so, though it is said to be {declared}",)


def test_a_few_letters_in_a_charset_of_their_own_are_left_in_it() -> None:
    assert decode("联通".encode("gb18030"), "gb2312").text == "联通"


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (JAPANESE, "cp932", "x-sjis"),
        (JAPANESE, "cp932", "windows-31j"),
        (JAPANESE, "iso2022_jp", "iso-2022-jp"),
        ("Привет", "cp1251", "x-cp1251"),
        ("שלום", "iso8859-8", "iso-8859-8-i"),
        ("สวัสดี", "cp874", "tis-620"),
        ("“ok”", "cp1252", "latin1"),
    ],
)
def test_every_name_that_browsers_know_is_known(text: str, codec: str, declared: str) -> None:
    assert decode(text.encode(codec), declared).text == text


def test_a_stray_byte_is_marked_and_told() -> None:
    data = GERMAN.encode().replace(b"Der", b"D\xe9r")

    for declared in ("", "utf-8", "windows-1252"):
        decoded = decode(data, declared)

        assert decoded.text == GERMAN.replace("Der", "D\ufffdr")
        assert decoded.gaps == (
            (
                f"1 byte of it is no {declared if declared == 'utf-8' else 'UTF-8'} (line 1): "
                "\ufffd stands there"
            ),
        )


def test_what_has_as_many_letters_of_utf_8_as_stray_bytes_is_utf_8() -> None:
    text = "Über Bäume, Äpfel, Öl, Züge, Käse, Fähren und Bögen"

    decoded = decode(f"{text} ".encode() + "zäh, früh, schön".encode("latin-1"), "utf-8")

    assert decoded.text == f"{text} z\ufffdh, fr\ufffdh, sch\ufffdn"
    assert decoded.gaps == ("3 bytes of it are no utf-8 (line 1): \ufffd stands there",)


@pytest.mark.parametrize(
    ("codec", "name"), [("cp1252", "windows-1252"), ("cp1251", "windows-1251")]
)
def test_what_is_something_else_is_refused_with_the_charset_that_fits(
    codec: str, name: str
) -> None:
    text = (GERMAN if codec == "cp1252" else "Привет, как у вас дела сегодня? ") * 5

    with pytest.raises(UnreadableError, match="it is not UTF-8") as refused:
        decode(text.encode(codec))

    assert f"--charset {name}" in refused.value.help


@pytest.mark.parametrize("declared", ["utf-7", "hz-gb-2312", "replacement"])
def test_charsets_that_hide_what_they_say_are_refused(declared: str) -> None:
    with pytest.raises(UnreadableError, match="which is not read"):
        decode(b"caf+AOk-", declared)


@pytest.mark.parametrize(
    ("page", "declared"),
    [
        (b'<meta http-equiv=x content="text/html; charset=koi8-r">', "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso-8859-2"),
        (b"<p>charset=x</p>", ""),
    ],
)
def test_a_page_declares_its_charset(page: bytes, declared: str) -> None:
    assert declared_charset(page) == declared


def test_a_page_that_declares_no_charset_is_western_where_its_bytes_are() -> None:
    page = "<p>Hitchcock’s Rope © 2010</p>"

    decoded = decode_page(page.encode("cp1252"))

    assert (decoded.text, decoded.charset) == (page, "windows-1252")
    (remark,) = decoded.remarks
    assert remark.startswith("it declares no charset, and was read as windows-1252")


@pytest.mark.parametrize(
    "page",
    ["<p>Привет</p>".encode("cp1251"), '<meta charset="utf-8"><p>Rope ©</p>'.encode("cp1252")],
    ids=["in Cyrillic", "with another charset declared"],
)
def test_a_page_that_may_be_in_another_charset_is_refused(page: bytes) -> None:
    with pytest.raises(UnreadableError, match="it is not"):
        decode_page(page)


@given(st.text(min_size=1), st.sampled_from(["", "utf-8", "iso-8859-1", "windows-1251"]))
def test_utf_8_comes_back_as_it_was(text: str, declared: str) -> None:
    assume(not text.startswith("\ufeff") and not any("\ud800" <= sign <= "\udfff" for sign in text))

    assert decode(text.encode(), declared).text == text


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read_in_the_order_that_gives_letters(order: str) -> None:
    assert decode("Die Fähre bleibt.".encode(order), "UTF-16").text == "Die Fähre bleibt."
