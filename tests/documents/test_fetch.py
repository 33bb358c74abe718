"""A document is fetched only from where anybody may ask, and never without bounds."""

from __future__ import annotations

import contextlib
import gzip
import http.server
import ipaddress
import socket
import threading
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from claimcheck.documents.fetch import (
    Address,
    FetchedDocument,
    Limits,
    Post,
    allow_networks,
    fetch,
    is_public,
)
from claimcheck.model.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterator

# Patient, since other tests may keep the machine busy; hasty only with a server that never ends.
LIMITS = Limits(size=100_000, seconds=60)
HASTY = Limits(size=100_000, seconds=0.8)


class _Server(http.server.BaseHTTPRequestHandler):
    """Answers by the path that it is asked for."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        """Keep quiet."""

    def do_GET(self) -> None:
        """Answer, some paths badly."""
        path = self.path.partition("?")
        if path[0].startswith("/to"):
            self.send_response(int(path[0].removeprefix("/to") or 302))
            self.send_header("Location", path[2])
            self.end_headers()
        elif path[0] in {"/drip-head", "/drip-body"}:
            self._drip(headless=path[0] == "/drip-head")
        else:
            self._document(path[0])

    def _document(self, path: str) -> None:
        body = {"/packed": gzip.compress(b"\0" * 10_000_000), "/big": b"x" * 200_000}
        self.send_response(404 if path == "/gone" else 200)
        self.send_header("Content-Type", "text/html; charset=windows-1252")
        if path == "/packed":
            self.send_header("Content-Encoding", "gzip")
        if path == "/short":
            self.send_header("Content-Length", "9999")
        self.end_headers()
        agent = (self.headers.get("User-Agent") or "").partition("/")[0].encode()
        self.wfile.write(body.get(path, b"asked by " + agent))

    def _drip(self, *, headless: bool) -> None:
        if not headless:
            self.send_response(200)
            self.end_headers()
        ended = threading.Event()
        while not ended.wait(0.05):
            try:
                self.wfile.write(b"x")
            except OSError:
                ended.set()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Serve on this machine alone, while the tests run."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Server) as serving:
        serving.daemon_threads = True
        thread = threading.Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()
        thread.join()


def only_here(address: Address) -> bool:
    return address == ipaddress.ip_address("127.0.0.1")


def test_a_document_is_fetched_through_redirections(server: str) -> None:
    assert fetch(f"{server}/to?/to?/page#part", allow=only_here) == FetchedDocument(
        b"asked by claimcheck", f"{server}/page", "text/html", "windows-1252"
    )


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_every_kind_of_redirection_is_followed(server: str, status: int) -> None:
    assert fetch(f"{server}/to{status}?/page", allow=only_here).url == f"{server}/page"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/to?http://127.0.0.2/", "not a public address"),
        ("/to?http://169.254.169.254/latest", "not a public address"),
        ("/to?http://[::1]/", "not a public address"),
        ("/to?http://0.0.0.0/", "not a public address"),
        ("/to?//10.0.0.1/", "not a public address"),
        ("/to?file:///etc/passwd", "only http and https"),
        ("/to?http://user:secret@127.0.0.1/", "a name or a password"),
        ("/to?http://user@127.0.0.1/", "a name or a password"),
        ("/to?http://:secret@127.0.0.1/", "a name or a password"),
        ("/to?" * 6 + "/page", "leads elsewhere more than 5 times"),
        ("/drip-head", "took longer than 0.8 seconds"),
        ("/drip-body", "took longer than 0.8 seconds"),
        ("/packed", r"packed \(gzip\)"),
        ("/short", "only 19 of 9,999 bytes came"),
        ("/big", "larger than 100,000 bytes"),
        ("/gone", "answers 404"),
    ],
)
def test_what_a_server_may_not_do(server: str, path: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        fetch(server + path, allow=only_here, limits=HASTY if "drip" in path else LIMITS)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]",
        "①②⑦.0.0.1", "100.64.0.1", "192.168.1.1", "224.0.0.1", "0.0.0.0",  # noqa: S104 - asked, not bound to
        "[fe80::1]", "localhost", "[64:ff9b:1::7f00:1]", "[::127.0.0.1]", "[::a9fe:a9fe]",
        "[fec0::1]", "[::ffff:0:127.0.0.1]", "[2002:7f00:1::]", "[2001::1]", "[3fff::1]",
        "[100::1]", "[2a00:1450::5efe:10.0.0.1]", "[5f00::1]",
    ],
)  # fmt: skip
def test_no_spelling_of_a_private_address_is_asked(host: str) -> None:
    with pytest.raises(FetchError, match="not a public address"):
        fetch(f"http://{host}/", limits=LIMITS)


def test_a_name_is_looked_up_once_and_what_was_looked_at_is_connected_to(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name may lead elsewhere at the next look: to a machine that nobody allowed."""
    real, looked_up = socket.getaddrinfo, list[object]()
    port = int(server.rpartition(":")[2])

    def changing(host: str, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as the socket's own
        looked_up.append(host)
        address = "127.0.0.1" if len(looked_up) == 1 else "127.0.0.2"
        return real(address if host == "changing.example" else host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    fetched = fetch(f"http://changing.example:{port}/", allow=only_here, limits=LIMITS)

    assert fetched.data == b"asked by claimcheck"
    assert looked_up.count("changing.example") == 1


def test_addresses_that_anybody_reaches_are_public() -> None:
    reached = (
        "192.0.66.2", "2a00:1450:4001::200e", "64:ff9b::c000:4202", "::ffff:192.0.66.2",
        "2a00:1450::5efe:192.0.66.2", "2a00:1450::200:5efe:192.0.66.2", "2002:c000:4202::1",
    )  # fmt: skip
    assert all(is_public(ipaddress.ip_address(address)) for address in reached)


HEAD = "HTTP/1.1 200 OK\r\n"
ANSWERS = {
    "a length in no digits": (f"{HEAD}Content-Length: ²\r\n\r\nxx", "tells no length"),
    "a length below zero": (f"{HEAD}Content-Length: -2\r\n\r\nxx", "tells no length"),
    "two lengths": (f"{HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\nxx", "tells no length"),
    "a length without end": (f"{HEAD}Content-Length: {'9' * 5000}\r\n\r\nxx", "tells no length"),
    "half an address": ("HTTP/1.1 302 x\r\nLocation: http://[::1/\r\n\r\n", "cannot be understood"),
    "a port too high": ("HTTP/1.1 302 x\r\nLocation: //x:70000/\r\n\r\n", "cannot be understood"),
    "the port 0": ("HTTP/1.1 302 x\r\nLocation: //127.0.0.1:0/\r\n\r\n", "the port 0"),
    "a charset in parts": (
        f"{HEAD}Content-Type: text/html; charset*=utf-8''a; charset*0*=x''a\r\n\r\nxx",
        "cannot be understood",
    ),
    "a wrapping of two": (
        f"{HEAD}Transfer-Encoding: gzip, chunked\r\n\r\n2\r\nxx\r\n0\r\n\r\n",
        "wrapped",
    ),
    "a piece below zero": (
        f"{HEAD}Transfer-Encoding: chunked\r\n\r\n-5\r\nxx\r\n0\r\n\r\n",
        "begin with their size",
    ),
    "a piece too long": (
        f"{HEAD}Transfer-Encoding: chunked\r\n\r\n2\r\nxxxx\r\n0\r\n\r\n",
        "longer than it says",
    ),
    "half a piece": (f"{HEAD}Transfer-Encoding: chunked\r\n\r\n9\r\nxx", "ends in the middle"),
    "no size at all": (f"{HEAD}Transfer-Encoding: chunked\r\n\r\n", "begin with their size"),
    "no status": ("HTTP/1.1 ²00 OK\r\n\r\nxx", "."),
    "a header without end": (f"{HEAD}X: {'x' * 100_000}\r\n\r\nxx", "."),
}


def answering(answer: str) -> str:
    """Serve one answer, byte for byte; return the address to ask."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with listening, listening.accept()[0] as connection, contextlib.suppress(OSError):
            connection.recv(9999)
            connection.sendall(answer.encode("latin-1"))
            connection.shutdown(socket.SHUT_WR)
            # Who closes while something is unread takes the answer back.
            while connection.recv(9999):
                pass

    threading.Thread(target=serve, daemon=True).start()
    return f"http://127.0.0.1:{listening.getsockname()[1]}/"


@pytest.mark.parametrize(("answer", "reason"), ANSWERS.values(), ids=ANSWERS)
def test_a_broken_answer_is_refused_in_words(answer: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        fetch(answering(answer), allow=only_here, limits=LIMITS)


@pytest.mark.parametrize(
    "answer",
    [
        f"HTTP/1.1 500 {'x' * 9000}\r\n\r\n",
        f"{HEAD}Content-Length: {'x' * 9000}\r\n\r\nxx",
        f"{HEAD}Content-Encoding: {'x' * 9000}\r\n\r\nxx",
        f"{HEAD}Transfer-Encoding: {'x' * 9000}\r\n\r\nxx",
    ],
)
def test_of_what_a_server_says_the_beginning_is_told(answer: str) -> None:
    with pytest.raises(FetchError, match=r"\A[^x]*x{60}[^x]*\Z"):
        fetch(answering(answer), allow=only_here, limits=LIMITS)


def test_an_answer_in_pieces_is_put_together() -> None:
    chunks = "2;x=y\r\nit\r\n3 \n is\nB\r\n over there\r\n0\r\n\r\n"
    answer = f"{HEAD}Transfer-Encoding: chunked\r\n\r\n{chunks}"

    assert fetch(answering(answer), allow=only_here, limits=LIMITS).data == b"it is over there"


@pytest.mark.parametrize("url", ["ftp://example.org/", "http:///x", "http://a b/", "http://x\\y/"])
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(FetchError):
        fetch(url, limits=LIMITS)


@pytest.mark.parametrize("sign", [" ", "\\", "\t", "\x7f", "\0"])
def test_an_address_with_a_sign_that_readers_take_apart_in_two_ways_is_refused(sign: str) -> None:
    with pytest.raises(FetchError, match="a blank, a backslash or a control character"):
        fetch(f"http://127.0.0.1{sign}@example.org/", limits=LIMITS)


def test_a_document_of_just_the_bytes_that_it_may_have_is_fetched(server: str) -> None:
    size = len(b"asked by claimcheck")

    assert len(fetch(f"{server}/page", allow=only_here, limits=Limits(size)).data) == size
    with pytest.raises(FetchError, match="larger than 18 bytes"):
        fetch(f"{server}/page", allow=only_here, limits=Limits(size - 1))


@pytest.mark.parametrize(
    ("host", "requests"),
    [
        ("straße.invalid", "xn--strae-oqa.invalid"),
        ("www.Faß.invalid", "www.xn--fa-hia.invalid"),
        ("βόλος.invalid", "xn--nxasmm1c.invalid"),
        ("brücke.invalid", "xn--brcke-lva.invalid"),
        ("BRIDGE.invalid", "bridge.invalid"),
    ],
)
def test_a_name_is_that_of_the_server_that_browsers_ask(host: str, requests: str) -> None:
    with pytest.raises(FetchError, match=f"there is no server {requests}"):
        fetch(f"https://{host}/")


@pytest.mark.parametrize("host", ["[::1%" + "a" * 70 + "]", "[fe80::1%é]", "nowhere.invalid"])
def test_a_name_that_no_server_can_have_is_told(host: str) -> None:
    with pytest.raises(FetchError, match="there is no server"):
        fetch(f"http://{host}/", allow=lambda _address: True)


def test_no_time_is_too_little_for_any_server(server: str) -> None:
    with pytest.raises(FetchError, match="it took longer than 0 seconds"):
        fetch(f"{server}/page", allow=only_here, limits=Limits(seconds=0))


def test_what_is_sent_is_sent_to_nobody_else() -> None:
    post = Post(b"x", "text/plain")
    redirected = answering("HTTP/1.1 302 x\r\nLocation: http://example.org/\r\n\r\n")
    with pytest.raises(FetchError, match="the server sends it elsewhere"):
        fetch(redirected, allow=only_here, limits=LIMITS, post=post)

    answered = fetch(answering(f"{HEAD}\r\nok"), allow=only_here, limits=LIMITS, post=post)
    assert (answered.data, answered.media_type) == (b"ok", "")


def test_a_network_of_ones_own_is_allowed_besides_the_public_ones() -> None:
    allow = allow_networks([ipaddress.ip_network("10.1.0.0/16"), ipaddress.ip_network("fd00::/8")])
    allowed = ("10.1.2.3", "fd12::1", "192.0.66.2", "::ffff:192.0.66.2")
    refused = ("10.2.0.1", "127.0.0.1", "::ffff:10.1.2.3", "fc00::1")

    assert all(allow(ipaddress.ip_address(address)) for address in allowed)
    assert not any(allow(ipaddress.ip_address(address)) for address in refused)


@pytest.mark.parametrize(
    ("url", "port"),
    [("http://a.example/", 80), ("https://a.example/", 443), ("http://a.example:8080/", 8080)],
)
def test_a_server_is_asked_at_the_port_of_its_address(
    monkeypatch: pytest.MonkeyPatch, url: str, port: int
) -> None:
    requests: list[object] = []

    def nowhere(host: str, port: int, **_more: object) -> NoReturn:
        requests.append((host, port))
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    with pytest.raises(FetchError, match=r"there is no server a\.example"):
        fetch(url)
    assert requests == [("a.example", port)]
