"""Every text of an e-mail is read, in order, as mail programs show it."""

from __future__ import annotations

import base64

import pytest

from claimcheck.anchor import locate
from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.readers import mail
from claimcheck.dossier.locators import read_marks
from claimcheck.model import Quote
from claimcheck.model.errors import UnreadableError

HEAD = (
    "From: Anna <anna@elm.example>, Ben Ode <ben@elm.example>\nSubject: Plan\nMIME-Version: 1.0\n"
)


def part(text: str, kind: str = "text/plain", more: str = "") -> str:
    return f"Content-Type: {kind}; charset=utf-8{more}\n\n{text}\n"


def several(kind: str, *parts: str) -> str:
    edge = f"edge{len(parts)}{kind.replace('/', '')}"
    return (
        f'Content-Type: {kind}; boundary="{edge}"\n\n'
        + "".join(f"--{edge}\n{part}\n" for part in parts)
        + f"--{edge}--\n"
    )


def read(body: str, which: str = "") -> Extract:
    return mail.read((HEAD + body).encode(), ExtractOptions(part=which))


def body_of(extract: Extract) -> str:
    return extract.text.partition("\n\n")[2]


STUB, LETTER = "Your program cannot show this.", "<p>The board <b>closed</b> the landing.</p>"


def test_of_an_alternative_the_html_is_taken() -> None:
    extract = read(several("multipart/alternative", part(STUB), part(LETTER, "text/html")))

    assert body_of(extract) == "The board closed the landing.\n"


def test_but_the_plain_text_where_it_holds_every_word() -> None:
    plain = part("The board closed\nthe landing. Bye.")

    extract = read(several("multipart/alternative", plain, part(LETTER, "text/html")))

    assert body_of(extract) == "The board closed\nthe landing. Bye.\n"


def test_html_that_cannot_be_read_is_told_and_the_plain_text_stands_for_it() -> None:
    empty = part("<script>x</script>", "text/html")

    extract = read(several("multipart/alternative", part(STUB), empty))

    assert body_of(extract) == f"{STUB}\n"
    assert extract.gaps == ("its HTML is not read: nothing is seen of it",)


INVITATION = part("BEGIN:VCALENDAR", "text/calendar")
FOR_SOME_PROGRAMS = part("<p>Short.</p>", "text/x-amp-html")


@pytest.mark.parametrize("first", [[], [part(STUB)]])
@pytest.mark.parametrize(
    ("last", "gaps"),
    [(INVITATION, ("its attachments are not read: text/calendar",)), (FOR_SOME_PROGRAMS, ())],
)
def test_the_html_is_taken_where_another_form_comes_behind_it(
    first: list[str], last: str, gaps: tuple[str, ...]
) -> None:
    extract = read(several("multipart/alternative", *first, part(LETTER, "text/html"), last))

    assert body_of(extract) == "The board closed the landing.\n"
    assert extract.gaps == gaps


def test_an_attachment_beside_the_pictures_of_a_page_is_told() -> None:
    page = part("<p>See below.</p>", "text/html")
    attached = "\nContent-Disposition: attachment; filename="
    notes, scan = part("x", more=f"{attached}notes.txt"), part("x", "image/png", f"{attached}a.png")
    shown = part("x", "image/png", f"{attached}logo.png\nContent-ID: <logo>")

    extract = read(several("multipart/related", page, notes, scan, shown))

    assert extract.gaps == ("its attachments are not read: notes.txt, a.png",)


def test_every_text_part_is_read_in_order() -> None:
    first = several("multipart/alternative", part(STUB), part(LETTER, "text/html"))
    picture = several(
        "multipart/related", part("<p>Third.</p>", "text/html"), part("x", "image/png")
    )

    extract = read(several("multipart/mixed", first, part("Second."), picture))

    assert body_of(extract) == "The board closed the landing.\n\nSecond.\n\nThird.\n"


def test_parts_may_be_set_apart_by_signs_that_lack_their_quotation_marks() -> None:
    body = several("multipart/mixed", part("The board closed the landing."))
    edge = "edge1multipartmixed"

    assert body_of(
        read(body.replace(f'"{edge}"', f"=_{edge}").replace(f"--{edge}", f"--=_{edge}"))
    ) == ("The board closed the landing.\n")


def test_attachments_and_attached_messages_are_told() -> None:
    attached = "Content-Type: message/rfc822\n\nFrom: C\nSubject: Old\n\nThe old letter.\n"
    report = part("x", "application/pdf", "\nContent-Disposition: attachment; filename=a.pdf")
    mixed = several("multipart/mixed", part("See below."), attached, report)

    extract = read(mixed)

    assert body_of(extract) == "See below.\n"
    assert extract.gaps == (
        "its attachments are not read: a.pdf",
        "the messages attached to it are not read: Old (--part 1 reads the first)",
    )
    assert read(mixed, "1").text == "From: C\nSubject: Old\n\nThe old letter.\n"
    with pytest.raises(UnreadableError, match="it has no attached message '2'"):
        read(mixed, "2")


def test_an_attached_message_in_utf_8_is_no_part_of_the_text() -> None:
    attached = "Content-Type: message/global\n\nFrom: C\nSubject: Old\n\nThe old letter.\n"
    mixed = several("multipart/mixed", part("See below."), attached)

    assert body_of(read(mixed)) == "See below.\n"
    assert read(mixed, "1").text == "From: C\nSubject: Old\n\nThe old letter.\n"


def test_a_message_that_was_packed_before_it_was_attached_is_read() -> None:
    packed = base64.b64encode(b"From: C\nSubject: Old\n\nThe old letter.\n").decode()
    attached = f"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{packed}\n"
    mixed = several("multipart/mixed", part("See below."), attached)

    assert read(mixed).gaps == (
        "the messages attached to it are not read: Old (--part 1 reads the first)",
    )
    assert read(mixed, "1").text == "From: C\nSubject: Old\n\nThe old letter.\n"


def test_a_mail_without_a_text_is_its_headers() -> None:
    picture = part("x", "image/png", "\nContent-Disposition: attachment; filename=a.png")

    extract = read(picture)

    assert (
        extract.text == "From: Anna <anna@elm.example>, Ben Ode <ben@elm.example>\nSubject: Plan\n"
    )
    assert extract.gaps == (
        "it has no body with text: its headers alone are read",
        "its attachments are not read: a.png",
    )


def test_a_part_that_cannot_be_read_is_told_and_the_others_are_read() -> None:
    odd = "Content-Type: text/plain; charset=hz-gb-2312\n\nOdd.\n"

    extract = read(several("multipart/mixed", part("Plain."), odd))

    assert body_of(extract) == "Plain.\n"
    assert extract.gaps == (
        "a part of it is not read: it declares the charset 'hz-gb-2312', which is not read",
    )
    with pytest.raises(UnreadableError, match="which is not read"):
        read(odd)


@pytest.mark.parametrize("head", ["Subject : Plan", "\n\nSubject: Plan", "Received: by elm"])
def test_headers_that_mail_programs_take_are_taken(head: str) -> None:
    extract = mail.read(
        f"{head}\nContent-Type: text/plain\n\nThe plan.\n".encode(), ExtractOptions()
    )

    assert extract.text.endswith("The plan.\n")
    assert extract.metadata.title == ("Plan" if "Subject" in head else "")


def test_enriched_text_is_read_without_its_marks() -> None:
    body = part(
        "It is <bold>safe</bold>,\nif 2 << 3.\n\n<color><param>red</param>So.</color>",
        "text/enriched",
    )

    assert body_of(read(body)) == "It is safe, if 2 < 3.\nSo.\n"


def test_flowed_lines_are_joined() -> None:
    lines = (
        "The board met on Tues \nday and closed the land \ning.\n\n> quoted \n> words\n-- \nAnna"
    )

    extract = read(part(lines, more="; format=flowed; delsp=yes"))

    assert body_of(extract) == (
        "The board met on Tuesday and closed the landing.\n\n> quotedwords\n-- \nAnna\n"
    )


def test_the_marks_of_quoted_lines_are_no_words() -> None:
    extract = read(part("Ben wrote:\n> The board met on Tuesday and it\n> > closed the landing."))

    text = read_marks(extract.text, "letter.eml", "claimcheck 1; text 2").text or ""

    assert locate(Quote("met on Tuesday and it closed the landing."), text).fit.passes


def test_all_senders_are_authors() -> None:
    assert read(part("x")).metadata.author == ("Anna", "Ben Ode")


@pytest.mark.parametrize(("charset", "name"), [("iso-8859-1", "René"), ("utf-8", "Ren�")])
def test_letters_of_headers_are_in_the_charset_of_the_text(charset: str, name: str) -> None:
    head = "From: René <rene@elm.example>\nSubject: A\n".encode("latin-1")
    body = f"Content-Type: text/plain; charset={charset}\n\nSee.".encode()

    extract = mail.read(head + body, ExtractOptions())

    assert extract.metadata.author == (name,)


def test_a_header_that_is_written_wrongly_is_shown_as_it_is() -> None:
    data = b"From: A <a@b.example>\nDate: Tue, 4 May 2" + b"9" * 60 + b" 09:00:00 +0200\n\nSaid.\n"

    extract = mail.read(data, ExtractOptions())

    assert extract.text.endswith("Said.\n")
    assert extract.metadata.issued == ""


def test_a_message_that_follows_another_in_a_mailbox_is_no_part_of_it_and_is_told() -> None:
    second = f"\nFrom ben@elm.example Mon Mar  4 10:00:00 2024\n{HEAD}\nThe second letter.\n"
    quoted = "\nFrom Bern Mon 10:00 on the road is shut.\nOn Tuesday: not.\n"

    extract = read(f"\nThe first letter.\n{quoted}{second}")

    assert body_of(extract) == f"The first letter.\n{quoted}"
    assert extract.gaps == (
        "another message follows it in the file and is not read: save that as a file of its own",
    )


def test_a_file_that_is_packed_within_the_text_is_an_attachment() -> None:
    packed = "begin 600 moo data.txt\nC0V]W<R!A<F4@;F]T(&%S(&-U=&4@87,@\n`\nend"
    prose = "begin 600 days ago\nand end"

    extract = read(f"\nIt is attached.\n\n{packed}\n\n{prose}\n")

    assert body_of(extract) == f"It is attached.\n\n\n\n{prose}\n"
    assert extract.gaps == ("its attachments are not read: moo data.txt",)


def test_an_empty_page_behind_an_attachment_is_no_gap() -> None:
    empty = "<html><head></head><body><div><br></div>&nbsp;</body></html>"

    assert read(several("multipart/mixed", part("Yes."), part(empty, "text/html"))).gaps == ()
