"""Each reader takes the text out of its kind of document, and what the document says of itself."""

from __future__ import annotations

import gzip

import pytest

from claimcheck.anchor import locate
from claimcheck.documents import extract as extraction
from claimcheck.documents import readers
from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.dossier.listing import DOCUMENT_ENDINGS
from claimcheck.dossier.locators import read_marks
from claimcheck.model import Quote
from claimcheck.model.errors import UnreadableError
from claimcheck.system import plugins
from support.documents import docx
from support.project import ROOT

SAVED = ROOT / "tests" / "documents" / "saved"
NEWS = (SAVED / "news.html").read_bytes()
SENTENCES = (
    "Elm Street bridge reopens after eight months",
    "The Elm Street bridge reopened on 4 May 2021, eight months after the town closed it",
    "We did not find any cracks in the new bearings",
    "the detour over Mill Lane had added twenty minutes to most of them since September.",
    "It was the longest winter that this street has seen",
    "together with the report of the independent auditor.",
    "They ended on 30 April 2021.",
)
FURNITURE = (
    "cookies", "Weather", "Chirper", "Copy link", "Related articles", "Ferry service", "rhubarb",
    "angry reader", "All rights reserved", "bridge of gold",
)  # fmt: skip


# Pages of our own making, in the manners in which the web is made: what the article says, and what
# stands around it.
PAGES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "blog": (
        (
            "of 656 sailings in the timetable, 437 took place, and 219 did not.",
            "How I counted A sailing counts when the boat leaves within 20 minutes of its time",
            "Cancelled for want of crew: 140 sailings.",
            "We run what the sea allows us to run.",
            "I asked why, and was told that nobody had ever counted.",
            "November 320 186",
        ),
        (
            "Skip to content", "Buy me a coffee", "Boats, tides", "Share this", "Chirper",
            "dredger", "gulls", "Rust never sleeps", "lighthouse", "My cousin", "hobby",
            "email address", "Recent Posts", "new hat", "Proudly powered", "cookies",
        ),
    ),
    "live": (
        (
            "Flood in Elm: council orders 400 people out as river rises – live",
            "at 5.2 metres at noon, the highest since the gauge was set up in 1931.",
            "said. “Whoever waits until the evening may not be reached.”",
            "Buses wait at the church. The sports hall of the upper school",
            "There will be no school meals before Monday.",
            "It has rained in the hills for three days",
            "An earlier version said that the hall had 620 beds.",
        ),
        (
            "privacy", "Puzzles", "one crown a week", "First Light",
            "inbox", "newsletters", "Why dams fail", "boots", "Most viewed", "Actor leaves",
            "a reader claims", "Work for us", "affiliates",
        ),
    ),
    "wiki": (
        (
            "is 212.5 metres long, and carried about 15 million crossings in 2020.",
            "which took it away within a night. The present bridge was designed by Ida Trass",
            "Total length 212.5 metres (697 ft)",
            "Year Crossings (millions) 2019 16.4 2020 15.0",
            "Lorries of more than 12 tonnes may cross it at night only",
        ),
        (
            "donate", "Contents", "Oxford Road", "Retrieved",
            "Categories", "Log in", "Random article", "Deutsch", "last edited", "free licence",
            "---", "|",
        ),
    ),
    "bote": (
        (
            "von zwölf Kilometern in Kauf nehmen – „zu lang“, wie der Bürgermeister sagte.",
            "Die Sanierung kostete 2,4 Millionen Euro und damit 300.000 Euro mehr",
            "erklärte die Prüfingenieurin Käthe Größl.",
        ),
        ("Startseite", "Wetter", "Abonnement", "Anzeige", "Winterreifen", "Möbelhaus", "Impressum"),
    ),
    "nippo": (
        (
            "エルム橋が四日、八か月ぶりに開通した。",
            "「新しい軸受けに亀裂は一つも見つからなかった」",
            "町議会は秋に最終報告を公表する予定である。",
        ),
        ("スポーツ", "天気予報", "関連記事", "渡し船", "山菜", "クッキー", "無断転載"),
    ),
}  # fmt: skip
ABOUT = {
    "blog": DocumentMetadata(
        title="What the ferry timetable hides",
        type="webpage",
        author=("Hanna Quist",),
        container_title="Notes from the Quay",
        language="en-US",
        issued="2022-11-14",
        url="https://quay.example/2022/11/ferry-timetable/",
    ),
    "live": DocumentMetadata(
        title="Flood in Elm: council orders 400 people out as river rises – live",
        type="article-newspaper",
        author=("Odile Marsh",),
        container_title="The Morning Post of Elm",
        publisher="Morning Post Media",
        language="en-GB",
        issued="2023-02-02",
        url="https://post.example/live/2023/feb/02/elm-flood",
    ),
    "wiki": DocumentMetadata(
        title="Elm Street Bridge",
        type="webpage",
        author=("Contributors to Townpedia",),
        publisher="Townpedia Foundation",
        language="en",
        issued="2009-03-01",
        url="https://townpedia.example/wiki/Elm_Street_Bridge",
    ),
    "bote": DocumentMetadata(
        title="Brücke über die Elme wieder offen",
        type="webpage",
        author=("Jörg Müller",),
        publisher="Elmer Bote Verlag",
        language="de",
        issued="2004-11-05",
        url="https://bote.example/2004/bruecke.html",
    ),
    "nippo": DocumentMetadata(
        title="エルム橋、八か月ぶりに開通",
        type="webpage",
        container_title="エルム日報",
        language="ja",
        issued="2021-05-05",
        url="https://nippo.example/2021/05/bridge",
    ),
}


def read(kind: str, data: bytes, options: ExtractOptions | None = None) -> Extract:
    extract: Extract = plugins.module(readers, kind).read(data, options or ExtractOptions())
    return extract


def quotable(extract: Extract) -> str:
    """Return a text as quotations meet it: with the marks in it blanked."""
    return read_marks(extract.text, "page.html", "; text 2").text or ""


def main_part(extract: Extract) -> str:
    """Return the main part of a page; all of it where nothing tells which that is."""
    spans = extract.main or ((0, len(extract.text)),)
    return "\n".join(quotable(extract)[start:end] for start, end in spans)


@pytest.mark.parametrize("name", plugins.names(readers))
def test_a_reader_keeps_the_contract(name: str) -> None:
    reader = plugins.module(readers, name)

    assert all(suffix.startswith(".") for suffix in reader.SUFFIXES)
    beginnings = getattr(reader, "MAGIC", ())
    assert isinstance(beginnings, tuple)
    assert all(isinstance(beginning, bytes) for beginning in beginnings)
    assert bool(reader.DISTRIBUTION) == bool(reader.EXTRA)
    assert extraction.kind_of_name(f"Some {reader.SUFFIXES[0].upper()}") == name
    assert extraction.suffix_of(name) == reader.SUFFIXES[0]


def test_every_document_is_known_by_its_ending_where_none_is_read() -> None:
    """Among claims, and where an error page has a document's name."""
    endings = {
        ending
        for name, reader in plugins.modules(readers).items()
        for ending in reader.SUFFIXES
        if name != "text"
    }

    assert endings == set(DOCUMENT_ENDINGS), "list it in src/claimcheck/dossier/listing.py"


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_sentences_of_an_article_stand_in_its_text(sentence: str) -> None:
    extract = read("html", NEWS)

    assert locate(Quote(sentence), quotable(extract)).fit.passes
    assert locate(Quote(sentence), main_part(extract)).fit.passes


@pytest.mark.parametrize("words", FURNITURE)
def test_the_furniture_of_a_page_stands_beside_its_main_part(words: str) -> None:
    extract = read("html", NEWS)

    assert words not in main_part(extract)
    assert (words in extract.text) == (words != "bridge of gold"), "scripts are no text"


def test_a_page_of_tables_within_tables_within_tables_is_read_without_a_main_part() -> None:
    few, many = b"<table><tr><th>" * 20, b"<table><tr><th>" * 110

    assert read("html", NEWS.replace(b"</body>", few + b"Ad</body>")).main
    assert read("html", NEWS.replace(b"</body>", many + b"Ad</body>")).main == ()


def test_all_of_a_page_is_its_main_part_where_that_is_wished() -> None:
    assert read("html", NEWS, ExtractOptions(whole_page=True)).main == ()


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_other_makes_have_the_article_in_their_main_part_and_no_furniture(
    name: str,
) -> None:
    sentences, furniture = PAGES[name]

    extract = read("html", (SAVED / f"{name}.html").read_bytes())

    fits = {words: locate(Quote(words), quotable(extract)).fit for words in sentences}
    assert [words for words, fit in fits.items() if not fit.passes] == []
    assert [words for words in furniture if words in main_part(extract)] == []
    assert extract.metadata == ABOUT[name]


@pytest.mark.parametrize("name", PAGES)
def test_the_whole_of_any_page_holds_article_and_furniture(name: str) -> None:
    sentences, furniture = PAGES[name]

    text = quotable(read("html", (SAVED / f"{name}.html").read_bytes()))

    assert [words for words in furniture if words not in text and words not in "---|"] == []
    assert locate(Quote(sentences[0]), text).fit.passes


def test_the_mark_of_a_note_never_makes_another_number() -> None:
    note = '<sup><a href="#fn1">1</a></sup>'
    body = "".join(
        f"<p>In {year} the bridge carried 15 million{note} crossings, the town says, and more than "
        f"in the years before, x<sup>2</sup> <sup><a href='/p'>3</a></sup>.</p>"
        for year in range(2011, 2020)
    )

    extract = read("html", f"<html><body><article>{body}</article></body></html>".encode())

    assert "15 million^1\u2060 crossings" in extract.text
    assert "x^2 ^3\u2060." in extract.text
    assert locate(Quote("15 million crossings, the town says"), quotable(extract)).fit.passes


def test_a_page_says_what_it_is() -> None:
    assert read("html", NEWS).metadata == DocumentMetadata(
        title="Elm Street bridge reopens after eight months",
        type="article-newspaper",
        author=("Ada Writer", "Ben Second"),
        container_title="The Elm Gazette",
        publisher="Elm Gazette Ltd",
        language="en-GB",
        issued="2021-05-05",
        url="https://gazette.example/2021/05/bridge",
    )


def test_a_day_of_change_is_no_day_of_publication() -> None:
    page = (
        b"<html><head><title>T</title><meta property='article:modified_time' content='2021-06-30'>"
    )

    about = read(
        "html", page + b"<body><p>Some words of a page.</p>", ExtractOptions(whole_page=True)
    ).metadata

    assert (about.title, about.issued) == ("T", "")


@pytest.mark.parametrize(
    ("head", "body", "fits"),
    [
        (
            b"<meta charset=windows-1252>",
            "<p>A café in the town of Elm.</p>".encode("cp1252"),
            True,
        ),
        (b"<meta charset=iso-8859-1>", "<p>A café – open, in Elm.</p>".encode("cp1252"), True),
        (b"<meta charset=utf-8>", "<p>A café in the town of Elm.</p>".encode("cp1252"), False),
        (b"<meta charset=utf-7>", b"<p>A caf+AOk- in the town of Elm.</p>", False),
        (b"", "<p>A café in the town of Elm.</p>".encode(), True),
    ],
)
def test_a_declared_charset_is_used_and_must_fit(head: bytes, body: bytes, *, fits: bool) -> None:
    page = b"<html><head>" + head + b"</head><body>" + body + b"</body></html>"

    if fits:
        assert "A café" in read("html", page, ExtractOptions(whole_page=True)).text
    else:
        with pytest.raises(UnreadableError):
            read("html", page, ExtractOptions(whole_page=True))


def test_tags_that_are_nested_too_deeply_hide_nothing() -> None:
    page = b"<p>Seen.</p>" + b"<div>" * 100_000 + b"<p>Hidden.</p>"

    with pytest.raises(UnreadableError, match="only in part"):
        read("html", page)


def test_subtitles_keep_the_time_of_each_cue_and_who_speaks() -> None:
    vtt = (
        b"WEBVTT\n\nNOTE made by hand\n\n1\n00:01.000 --> 00:04.000 align:start\n"
        b"<v Anna>The bridge\n<i>reopened</i>\n\n01:00:05.5 --> 01:00:06.000\n<v Anna>in May.\n\n"
        b"01:00:07.000 --> 01:00:08.000\n<v Ben>R&amp;D paid.\n"
    )

    assert read("subtitles", vtt).text == (
        "[00:00:01.000] Anna: The bridge reopened\n"
        "[01:00:05.500] in May.\n"
        "[01:00:07.000] Ben: R&D paid.\n"
    )


def test_a_word_document_reads_as_if_changes_were_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>The bridge </w:t></w:r><w:del><w:r><w:delText>closed</w:delText></w:r>"
        "</w:del><w:ins><w:r><w:t>reopened</w:t><w:tab/><w:t>in May.</w:t></w:r></w:ins></w:p>"
        "<w:p/><w:p><w:r><w:t>Second.</w:t></w:r></w:p>"
    )
    core = (
        '<p xmlns="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Minutes</dc:title>'
        "<dc:creator>A. Clerk</dc:creator></p>"
    )

    extract = read("docx", docx(body, core=core))

    assert extract.text == "The bridge reopened\tin May.\n\nSecond.\n"
    assert extract.metadata == DocumentMetadata(title="Minutes", author=("A. Clerk",))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (docx("&a;", '<!DOCTYPE x [<!ENTITY a "ha">]>'), "declares a document type"),
        (docx("<w:p>"), "its XML is damaged"),
        (docx("<w:p/>"), "it holds no text"),
        (b"PK\x03\x04nothing", "no Word document"),
    ],
)
def test_a_hostile_word_document_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read("docx", data)


def test_a_word_document_that_unpacks_to_very_much_is_refused() -> None:
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        read("docx", docx("<w:p><w:r><w:t>x" + " " * (65 << 20)))


def test_deep_nesting_costs_a_word_document_nothing() -> None:
    deep = "<w:x>" * 100_000 + "<w:p><w:r><w:t>Said.</w:t></w:r></w:p>" + "</w:x>" * 100_000

    assert read("docx", docx(deep)).text == "Said.\n"


MAIL = (
    b"From: Anna Clerk <anna@elm.example>\nTo: all@elm.example\nSubject: =?utf-8?q?Br=C3=BCcke?=\n"
    b"Date: Tue, 4 May 2021 09:00:00 +0200\nMIME-Version: 1.0\n"
)


def test_an_e_mail_says_who_wrote_what_when() -> None:
    mail = MAIL + b"Content-Type: text/plain; charset=iso-8859-1\n\nDie Br\xfccke ist offen.\n"

    assert read("mail", mail) == Extract(
        "From: Anna Clerk <anna@elm.example>\nTo: all@elm.example\n"
        "Date: Tue, 04 May 2021 09:00:00 +0200\nSubject: Brücke\n\nDie Brücke ist offen.\n",
        DocumentMetadata("Brücke", "personal_communication", ("Anna Clerk",), issued="2021-05-04"),
    )


def test_an_e_mail_in_html_alone_is_read_too() -> None:
    mail = MAIL + b"Content-Type: text/html; charset=utf-8\n\n<p>The bridge is <b>open</b>.</p>\n"

    assert read("mail", mail).text.endswith("\n\nThe bridge is open.\n")


def test_a_page_saved_as_mhtml_is_the_page() -> None:
    saved = (
        b"From: <Saved>\nSnapshot-Content-Location: https://gazette.example/saved\n"
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
        b"--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        + NEWS.replace(b"canonical", b"other").replace(b"og:url", b"x:url")
        + b"\n--b--\n"
    )

    extract = read("mhtml", saved)

    assert extract.text == read("html", NEWS).text
    assert extract.metadata.url == "https://gazette.example/saved"


def archived(address: str, media_type: str, body: bytes) -> bytes:
    """A record of a web archive: what a server answered, packed."""
    answer = (
        f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Encoding: gzip\r\n\r\n"
    ).encode() + gzip.compress(body)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        "WARC-Date: 2021-05-05T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    ).encode()
    return head + answer + b"\r\n\r\n"


@pytest.mark.parametrize("packed", [False, True])
def test_the_first_page_of_a_web_archive_is_read(*, packed: bool) -> None:
    records = (
        archived("https://gazette.example/pixel", "image/gif", b"GIF89a"),
        archived("https://gazette.example/x", "text/html; charset=utf-8", NEWS),
    )

    data = b"".join(gzip.compress(record) if packed else record for record in records)

    assert read("warc", data).text == read("html", NEWS).text


def test_a_web_archive_whose_answer_came_from_nowhere_is_told_as_damaged() -> None:
    data = archived("", "text/html", NEWS).replace(b"WARC-Target-URI: \r\n", b"")

    with pytest.raises(UnreadableError, match="a response in it names no address"):
        read("warc", data)
