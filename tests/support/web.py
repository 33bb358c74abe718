"""A web server on this machine alone, which answers as a test tells it to."""

from __future__ import annotations

import contextlib
import http.server
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Page:
    """What is answered: a status, headers, and a body, sent `times` over without a length.

    `reason` is what stands behind the status; None for the usual words.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    times: int = 0
    drip: bool = False
    reason: str | None = None


@dataclass(slots=True)
class Web:
    """A server that is running: its address, its pages by path, and what it was asked for."""

    address: str
    pages: dict[str, Page]
    requests: list[str]


@contextlib.contextmanager
def serving(secured: ssl.SSLContext | None = None) -> Iterator[Web]:
    """Serve while the block runs, over https where a context is given."""
    pages: dict[str, Page] = {}
    requests: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's
            """Keep quiet."""

        def do_GET(self) -> None:
            requests.append(self.path)
            page = pages.get(self.path, Page(b"gone", 404))
            self.send_response(page.status, page.reason)
            for name, value in page.headers.items():
                self.send_header(name, value)
            if not page.times and not page.drip:
                self.send_header("Content-Length", str(len(page.body)))
            self.end_headers()
            with contextlib.suppress(OSError):
                for _time in range(page.times or 1):
                    self.wfile.write(page.body)
                ended = threading.Event()
                while page.drip and not ended.wait(0.05):
                    self.wfile.write(b"x")

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Keep quiet: clients that hang up are what is tested."""

    with Server(("127.0.0.1", 0), Handler) as server:
        if secured:
            server.socket = secured.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        scheme = "https" if secured else "http"
        yield Web(f"{scheme}://127.0.0.1:{server.server_port}", pages, requests)
        server.shutdown()
        thread.join()
