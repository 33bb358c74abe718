"""Fetch one document from the web, because somebody asked for just that.

An address may lead, by its name or by a redirection, to a machine that only the user can reach. So
every name is resolved here, every address that it has must be public, the connection goes to just
the address that was looked at, and each redirection begins anew. Size, time and redirections are
bounded. Proxies that the environment names are not used: what they connect to cannot be checked.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import re
import socket
import threading
import time
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from claimcheck.model.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_REDIRECT_STATUSES = frozenset({301, 302, 303, 307, 308})
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Outside of it IPv6 has no address that anybody can reach: IPv4-compatible and SIIT addresses,
# site-local ones, and the prefix of NAT64 for local use lie elsewhere.
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_DOCUMENTATION = ipaddress.IPv6Network("3fff::/20")  # Python 3.11 does not know it
_ISATAP = frozenset({0x5EFE, 0x0200_5EFE})
_DEVIANT = re.compile("[ßς]")
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_LENGTH = re.compile(r"[0-9]{1,18}")
_CHUNK_HEAD = re.compile(rb"([0-9a-fA-F]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LONGEST_CHUNK_HEAD = 1000
_PIECE_BYTES = 1 << 16
_SHOWN = 60  # characters of what a server says
_OK = 200


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on fetching one document: bytes, seconds altogether, redirections."""

    size: int = 50 << 20
    seconds: float = 30.0
    redirections: int = 5


@dataclass(frozen=True, slots=True)
class FetchedDocument:
    """The bytes that were fetched, their last address, and the type that the server gave."""

    data: bytes
    url: str
    media_type: str
    charset: str


@dataclass(frozen=True, slots=True)
class Post:
    """The body of a POST request, and its type."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class _Target:
    """An address of the web, taken apart."""

    url: str
    scheme: str
    host: str
    port: int
    path: str


def is_public(address: Address) -> bool:
    """Whether an address is one that anybody can reach, whatever it is wrapped in."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.teredo or address not in _GLOBAL_UNICAST or address in _DOCUMENTATION:
            return False
        if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address.is_global and not address.is_multicast


def allow_networks(networks: Iterable[Network]) -> Callable[[Address], bool]:
    """Return a predicate of addresses that allows some networks besides the public ones.

    For an intranet, say. What is allowed there is each address itself: one that is wrapped in
    another is only judged by what `is_public` makes of it.
    """
    allowed = tuple(networks)
    return lambda address: is_public(address) or any(address in network for network in allowed)


def fetch(
    url: str,
    *,
    allow: Callable[[Address], bool] = is_public,
    limits: Limits | None = None,
    post: Post | None = None,
) -> FetchedDocument:
    """Fetch a document over http or https.

    Args:
        url: its address.
        allow: which machines may be asked.
        limits: what it may cost.
        post: what is sent there; it is sent nowhere else, so nothing is redirected.

    Raises:
        FetchError: the address is not of the web, leads where nobody may ask, or the answer is no
            document, is too large, too late or too often somewhere else.
    """
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    target = _target(url)
    for _hop in range(limits.redirections + 1):
        response = _request(target, allow, limits, deadline, post)
        if isinstance(response, FetchedDocument):
            return response
        if post is not None:
            raise FetchError("the server sends it elsewhere")
        redirected = _target(_joined(target.url, response))
        if target.scheme == "https" and redirected.scheme == "http":
            raise FetchError(f"it leads from https to http ({redirected.url})")
        target = redirected
    raise FetchError(f"it leads elsewhere more than {limits.redirections} times")


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        raise FetchError("the server sends it to an address that cannot be understood") from None


def _target(url: str) -> _Target:
    if _UNSAFE.search(url):
        raise FetchError("the address holds a blank, a backslash or a control character")
    try:
        parts = urlsplit(url)
        port = parts.port
        host = parts.hostname or ""
        host = host if ":" in host else _ascii_host(host)
    except (ValueError, UnicodeError):
        raise FetchError("the address cannot be understood") from None
    if parts.scheme not in {"http", "https"}:
        raise FetchError(f"only http and https are fetched, not {parts.scheme or 'a bare name'}")
    if parts.username is not None or parts.password is not None:
        raise FetchError("the address holds a name or a password, which would be kept")
    if not host:
        raise FetchError("the address names no server")
    if port == 0:
        raise FetchError("the address names the port 0, which no server has")
    path = quote(parts.path or "/", safe="/%:=&~+!$,;'()*@")
    if parts.query:
        path += "?" + quote(parts.query, safe="/%:=&~+!$,;'()*@?[]")
    default_port = 443 if parts.scheme == "https" else 80
    return _Target(
        parts._replace(fragment="").geturl(), parts.scheme, host, port or default_port, path
    )


def _ascii_host(host: str) -> str:
    """Return the name of a server in ASCII, as browsers have it: `faß.de` is not `fass.de`.

    Raises:
        UnicodeError: it cannot be one.
    """
    labels = host.split(".")
    for number, label in enumerate(labels):
        if _DEVIANT.search(label):  # Python's own codec is of 2003, when these were no letters
            plain = unicodedata.normalize("NFC", label.lower())
            labels[number] = f"xn--{plain.encode('punycode').decode('ascii')}"
    return ".".join(labels).encode("idna").decode("ascii")


def _request(
    target: _Target,
    allow: Callable[[Address], bool],
    limits: Limits,
    deadline: float,
    post: Post | None,
) -> FetchedDocument | str:
    """Ask one server; return the document, or where the server says that it is.

    Args:
        target: where.
        allow: which machines may be asked.
        limits: what it may cost.
        deadline: when it has to be done, by the monotonic clock.
        post: what is sent.
    """
    sockets: list[socket.socket] = []
    # A server may send a byte now and then for ever; only an end from outside is sure.
    timer = threading.Timer(max(0.0, deadline - time.monotonic()), _shut_down, (sockets,))
    timer.daemon = True
    timer.start()
    try:
        response = _response(target, _connect(target, allow, deadline, sockets), limits, post)
        # An answer that was cut off in the middle looks like one that has ended.
        if time.monotonic() >= deadline:
            raise FetchError("it is late")  # noqa: TRY301 - told as every other lateness below
        return response  # noqa: TRY300 - what follows is for failures alone
    except (OSError, http.client.HTTPException) as error:
        if time.monotonic() >= deadline:
            raise FetchError(f"it took longer than {limits.seconds:g} seconds") from None
        raise _failure(error) from None
    except FetchError:
        if time.monotonic() >= deadline:
            raise FetchError(f"it took longer than {limits.seconds:g} seconds") from None
        raise
    except Exception as error:  # noqa: BLE001 - what libraries raise over a hostile answer, nobody lists
        reason = type(error).__name__
        raise FetchError(f"the server's answer cannot be understood ({reason})") from None
    finally:
        timer.cancel()
        for connection in sockets:
            with contextlib.suppress(OSError):
                connection.close()


def _shut_down(sockets: list[socket.socket]) -> None:
    for connection in sockets:
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)


def _connect(
    target: _Target,
    allow: Callable[[Address], bool],
    deadline: float,
    sockets: list[socket.socket],
) -> http.client.HTTPConnection:
    """Connect to the first address of a server that answers, if all that it has are allowed.

    Each socket that is opened is added to `sockets`.
    """
    try:
        resolved = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(f"there is no server {target.host}") from None
    hosts = list(dict.fromkeys(str(entry[4][0]) for entry in resolved))
    for host in hosts:
        address = ipaddress.ip_address(host.partition("%")[0])
        if not allow(address):
            raise FetchError(
                f"{target.host} leads to {address}, which is not a public address",
                "save the document and add the file; or name your own network, if that is what it "
                "is, with --allow-network",
            )
    last_error: OSError = OSError("no address answers")
    for host in hosts:
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            break
        try:
            plain = socket.create_connection((host, target.port), timeout=remaining)
        except OSError as error:
            last_error = error
            continue
        sockets.append(plain)
        connection = http.client.HTTPConnection(target.host, target.port)
        connection.sock = _with_tls(plain, target.host) if target.scheme == "https" else plain
        sockets.append(connection.sock)
        return connection
    raise last_error


def _with_tls(plain: socket.socket, host: str) -> socket.socket:
    import ssl

    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _response(
    target: _Target, connection: http.client.HTTPConnection, limits: Limits, post: Post | None
) -> FetchedDocument | str:
    """Send a request over a connection, and read the answer.

    Args:
        target: what is asked for.
        connection: to its server.
        limits: how large the answer may be.
        post: what is sent.
    """
    from claimcheck import __version__

    headers = {
        "User-Agent": f"claimcheck/{__version__}",
        "Accept": "text/html,application/pdf,text/plain,*/*;q=0.5",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    if post is None:
        connection.request("GET", target.path, headers=headers)
    else:
        headers |= {"Content-Type": post.media_type, "Accept": "*/*"}
        connection.request("POST", target.path, post.data, headers)
    with connection.getresponse() as response:
        return _answer(target, response, limits)


def _answer(
    target: _Target, response: http.client.HTTPResponse, limits: Limits
) -> FetchedDocument | str:
    if response.status in _REDIRECT_STATUSES:
        location = response.getheader("Location")
        if not location:
            raise FetchError("the server sends it elsewhere, but does not say where")
        return location
    if response.status != _OK:
        reason = response.reason[:_SHOWN]
        message = f"the server answers {response.status} {reason}".rstrip()
        raise FetchError(message, status=response.status)
    encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding != "identity":
        packed = encoding[:_SHOWN]
        raise FetchError(f"the server sends it packed ({packed}), though it was asked not to")
    media_type = response.headers.get_content_type() if response.getheader("Content-Type") else ""
    charset = response.headers.get_param("charset")
    return FetchedDocument(
        data=_body(response, limits.size),
        url=target.url,
        media_type=media_type,
        charset=charset if isinstance(charset, str) else "",
    )


def _body(response: http.client.HTTPResponse, limit: int) -> bytes:
    length = _length(response, limit)
    transfer = (response.getheader("Transfer-Encoding") or "").strip().lower()
    if transfer not in {"", "chunked"}:
        raise FetchError(f"the server sends it wrapped ({transfer[:_SHOWN]}), which is not read")
    pieces = _chunks(response) if transfer else iter(lambda: response.read1(_PIECE_BYTES), b"")
    body, total = [], 0
    for piece in pieces:
        total += len(piece)
        if total > limit:
            raise FetchError(f"it is larger than {limit:,} bytes")
        body.append(piece)
    if length is not None and length != total:
        raise FetchError(f"only {total:,} of {length:,} bytes came")
    return b"".join(body)


def _length(response: http.client.HTTPResponse, limit: int) -> int | None:
    """Return how many bytes the server says that there are; None where it does not say."""
    written = response.getheader("Content-Length")
    if written is None:
        return None
    lengths = {text.strip() for text in written.split(",")}
    text = lengths.pop()
    if lengths or not _LENGTH.fullmatch(text):
        raise FetchError(f"the server tells no length: {written[:_SHOWN]}")
    if int(text) > limit:
        raise FetchError(f"it is larger than {limit:,} bytes")
    return int(text)


def _chunks(response: http.client.HTTPResponse) -> Iterator[bytes]:
    """Yield the pieces of a body that is sent in chunks, each behind its size.

    The library's own reading takes a size below zero for one without end.
    """
    while True:
        size = _CHUNK_HEAD.fullmatch(response.fp.readline(_LONGEST_CHUNK_HEAD))
        if size is None:
            raise FetchError("the server's pieces do not begin with their size")
        left = int(size[1], 16)
        if left == 0:
            return
        while left:
            piece = response.fp.read1(min(left, _PIECE_BYTES))
            if not piece:
                raise FetchError("it ends in the middle")
            left -= len(piece)
            yield piece
        if response.fp.readline(_LONGEST_CHUNK_HEAD) not in {b"\r\n", b"\n"}:
            raise FetchError("the server's pieces are longer than it says")


def _failure(error: Exception) -> FetchError:
    # Only where https was asked for is there such an error, and is `ssl` worth its import.
    if reason := getattr(error, "verify_message", ""):
        return FetchError(
            f"the server's certificate is not trusted: {reason}",
            "save the document and add the file; or, if you trust the certificate's issuer, name "
            "the file with its certificate in SSL_CERT_FILE",
        )
    return FetchError(_clause(error))


def _clause(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "the server does not answer"
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return f"the connection failed: {reason}"
