"""Half a saved page or archive, or half a line of a mail, is refused."""

from __future__ import annotations

import base64
import gzip

import pytest

from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import mail, mhtml, text, warc
from claimcheck.documents.truncation import refuse_truncated_archive
from claimcheck.model.errors import UnreadableError

BODY = "<p>The bridge is safe for all traffic today, the council said on Monday.</p>"
HEAD = "From: A Clerk <a@elm.example>\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\n"
MAIL = (
    f"{HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n"
    f"--b\r\nContent-Type: text/plain\r\n\r\nThe bridge is safe.\r\n"
    f"--b\r\nContent-Type: text/html\r\n\r\n{BODY}\r\n--b--\r\n"
).encode()
PACKED = base64.b64encode(b"The bridge is safe for all traffic today.").decode()
CUT = "it ends in the middle, so that what followed is not there"
SAVED = (
    f"{HEAD}Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n"
    f"Content-Location: https://elm.example/\r\n\r\n{BODY}\r\n--b--\r\n"
).encode()


def _record(number: int) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{BODY}"
    return (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2021-05-05T00:00:00Z\r\n"
        f"WARC-Target-URI: https://elm.example/{number}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        "Content-Type: application/http;msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n{answer}\r\n\r\n"
    ).encode()


ARCHIVE = _record(1) + _record(2)
MEMBERS = [gzip.compress(_record(number), mtime=0) for number in (1, 2)]


def test_what_is_whole_is_read() -> None:
    for read, data in (
        (mail.read, MAIL),
        (mhtml.read, SAVED),
        (warc.read, ARCHIVE),
        (warc.read, b"".join(MEMBERS)),
    ):
        assert "safe for all traffic" in read(data, ExtractOptions()).text


WITHIN_LINES = [
    cut
    for cut in range(MAIL.index(b"\r\n\r\n") + 5, len(MAIL) - 4)
    if not MAIL[:cut].endswith((b"\r", b"\n"))
]


@pytest.mark.parametrize("cut", WITHIN_LINES[::5])
def test_a_mail_that_ends_within_a_line_is_refused(cut: int) -> None:
    with pytest.raises(UnreadableError, match="ends in the middle"):
        mail.read(MAIL[:cut], ExtractOptions())


@pytest.mark.parametrize("lines", range(1, 5))
def test_a_mail_that_lacks_its_last_lines_is_read_and_that_is_told(lines: int) -> None:
    extract = mail.read(b"".join(MAIL.splitlines(keepends=True)[:-lines]), ExtractOptions())

    assert extract.text.startswith("From: A Clerk")
    assert "The bridge is safe" in extract.text
    assert CUT in extract.gaps


def test_half_a_packed_mail_is_refused_within_a_line_alone() -> None:
    whole = f"{HEAD}Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n{PACKED}"

    assert CUT not in mail.read(whole.encode(), ExtractOptions()).gaps
    with pytest.raises(UnreadableError, match="ends in the middle"):
        mail.read(whole[:-10].encode(), ExtractOptions())
    half = mail.read(f"{whole[:-10]}\r\n".encode(), ExtractOptions())
    assert "safe for all" in half.text
    assert CUT in half.gaps


def test_a_mail_that_is_cut_within_a_letter_is_refused() -> None:
    head = f"{HEAD}Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"

    assert CUT not in mail.read(f"{head}It is safe=2E".encode(), ExtractOptions()).gaps
    for cut in ("It is safe=2", "It is safe="):
        with pytest.raises(UnreadableError, match="ends in the middle"):
            mail.read((head + cut).encode(), ExtractOptions())


def test_a_record_that_is_longer_than_it_says_is_refused() -> None:
    length = b"Content-Length: " + ARCHIVE.partition(b"Content-Length: ")[2].partition(b"\r")[0]
    shorter = b"Content-Length: %d" % (int(length.rpartition(b" ")[2]) - 20)

    with pytest.raises(UnreadableError, match="longer than it says"):
        warc.read(ARCHIVE.replace(length, shorter), ExtractOptions())


def test_zero_bytes_are_no_text() -> None:
    with pytest.raises(UnreadableError, match="zero bytes"):
        text.read(b"The bridge\0 is safe.", ExtractOptions())


@pytest.mark.parametrize("cut", range(200, len(SAVED) - 4, 9))
def test_half_a_saved_page_is_refused(cut: int) -> None:
    with pytest.raises(UnreadableError):
        mhtml.read(SAVED[:cut], ExtractOptions())


@pytest.mark.parametrize("cut", [*range(len(ARCHIVE) - 60, len(ARCHIVE)), 100, 300, 400, 450])
def test_half_a_web_archive_is_refused(cut: int) -> None:
    with pytest.raises(UnreadableError, match=r"ends in the middle|damaged"):
        warc.read(ARCHIVE[:cut], ExtractOptions())


@pytest.mark.parametrize("cut", range(1, len(MEMBERS[1]), 11))
def test_half_a_packed_web_archive_is_refused(cut: int) -> None:
    data = MEMBERS[0] + MEMBERS[1][:-cut]
    with pytest.raises(UnreadableError, match=r"ends in the middle|damaged"):
        warc.read(data, ExtractOptions())


@pytest.mark.parametrize("behind", range(4, 14))
def test_the_end_of_a_packed_archive_may_come_in_two_pieces(behind: int) -> None:
    """However the last signs of a record fall into the pieces that are unpacked one by one."""
    members = gzip.compress(_record(1), mtime=0) + gzip.compress(b"", mtime=0)
    room = (1 << 16) - len(members) % (1 << 16) + behind
    stored = b"x" * (room - 23 - 4) + b"\r\n\r\n"
    data = members + gzip.compress(stored, compresslevel=0, mtime=0)

    refuse_truncated_archive(data)
    with pytest.raises(UnreadableError, match="ends in the middle"):
        refuse_truncated_archive(data[:-1])
    with pytest.raises(UnreadableError, match="ends in the middle"):
        refuse_truncated_archive(gzip.compress(stored + b"x", compresslevel=0, mtime=0))


def test_zeros_behind_a_packed_archive_are_filling() -> None:
    refuse_truncated_archive(b"".join(MEMBERS) + bytes(512))
