"""A document is fetched only from where anybody may ask, and never without bounds."""

from __future__ import annotations

import gzip
import http.server
import ipaddress
import socket
import threading
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.documents.fetch import Address, FetchedDocument, Limits, fetch
from claimcheck.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMITS = Limits(size=100_000, seconds=0.8)


class _Server(http.server.BaseHTTPRequestHandler):
    """Answers by the path that it is asked for."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        """Keep quiet."""

    def do_GET(self) -> None:
        """Answer, some paths badly."""
        path = self.path.partition("?")
        if path[0] == "/to":
            self.send_response(302)
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
        fetch(server + path, allow=only_here, limits=LIMITS)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]",
        "①②⑦.0.0.1", "100.64.0.1", "192.168.1.1", "224.0.0.1", "0.0.0.0",  # noqa: S104 - asked, not bound to
        "[fe80::1]", "localhost",
    ],
)  # fmt: skip
def test_no_spelling_of_a_private_address_is_asked(host: str) -> None:
    with pytest.raises(FetchError, match="not a public address"):
        fetch(f"http://{host}/", limits=LIMITS)


def test_a_name_is_looked_up_once_and_what_was_looked_at_is_connected_to(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name may lead elsewhere at the next look: to a machine that nobody allowed."""
    real, asked = socket.getaddrinfo, list[object]()
    port = int(server.rpartition(":")[2])

    def changing(host: str, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as the socket's own
        asked.append(host)
        address = "127.0.0.1" if len(asked) == 1 else "127.0.0.2"
        return real(address if host == "changing.example" else host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    fetched = fetch(f"http://changing.example:{port}/", allow=only_here, limits=LIMITS)

    assert fetched.data == b"asked by claimcheck"
    assert asked.count("changing.example") == 1


@pytest.mark.parametrize("url", ["ftp://example.org/", "http:///x", "http://a b/", "http://x\\y/"])
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(FetchError):
        fetch(url, limits=LIMITS)
