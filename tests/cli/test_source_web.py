"""`claimcheck source add ADDRESS`, from a server on this machine to the record that is written."""

from __future__ import annotations

import datetime as dt
import hashlib
import ssl
from typing import TYPE_CHECKING

import pytest
import trustme

from support.project import ROOT
from support.web import Page, Web, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

HERE = ("--allow-network", "127.0.0.1")
TEXT = {"Content-Type": "text/plain; charset=utf-8"}
NEWS = (ROOT / "tests" / "documents" / "saved" / "news.html").read_bytes()


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as served:
        yield served


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def secured(authority: trustme.CA) -> Iterator[Web]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with serving(context) as served:
        yield served


@pytest.fixture
def trusted(
    authority: trustme.CA,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Let the user trust the authority."""
    file = tmp_path_factory.mktemp("trust") / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))


@pytest.fixture
def root(write: Callable[[dict[str, str]], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    project = write({})
    monkeypatch.chdir(project)
    return project


def sources(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "sources").iterdir()}


def refused(run: Run, root: Path, address: str, *more: str) -> str:
    """Add a document that is refused, and return what is said of it."""
    result = run("source", "add", address, *HERE, *more)

    assert (result.status, result.out) == (2, "")
    assert sources(root) == {}
    return result.err


def test_a_page_is_pinned_with_where_and_when_it_was_found(run: Run, root: Path, web: Web) -> None:
    web.pages["/2021/bridge"] = Page(NEWS, headers={"Content-Type": "text/html; charset=utf-8"})
    web.pages["/short"] = Page(status=302, headers={"Location": "/2021/bridge#top"})

    result = run(
        "source", "add", f"{web.address}/short", "--id", "bridge", *HERE,
        "--archive-url", "https://archive.example/2021/bridge",
    )  # fmt: skip

    assert (result.status, result.err) == (0, "")
    assert web.requests == ["/short", "/2021/bridge"]
    written = sources(root)
    record = written.pop("bridge.yaml").decode()
    assert written["bridge.html"] == NEWS
    assert "The Elm Street bridge reopened on 4 May 2021" in written["bridge.txt"].decode()
    assert f'accessed: "{dt.date.today()}"\n' in record  # noqa: DTZ011 - the user's own calendar
    assert f'url: "{web.address}/2021/bridge"\n' in record
    assert 'archive_url: "https://archive.example/2021/bridge"\n' in record
    assert f'sha256: "{hashlib.sha256(NEWS).hexdigest()}"\n' in record
    assert run("source", "verify", "--re-extract").status == 0


@pytest.mark.parametrize("to", ["", "?x=y"])
def test_no_private_address_is_asked_unless_its_network_is_named(
    run: Run, root: Path, web: Web, to: str
) -> None:
    result = run("source", "add", f"{web.address}/page{to}")

    assert (result.status, web.requests, sources(root)) == (2, [], {})
    assert result.err == (
        f"error: {web.address}/page{to}: cannot be fetched: 127.0.0.1 leads to 127.0.0.1, which is "
        "not a public address\n"
        "  help: save the document and add the file; or name your own network, if that is what it "
        "is, with --allow-network\n"
    )


def test_no_file_of_a_project_can_allow_a_network(run: Run, root: Path, web: Web) -> None:
    (root / "claimcheck.toml").write_text('allow_network = ["127.0.0.0/8"]\n')

    result = run("source", "add", f"{web.address}/page")

    assert (result.status, web.requests) == (2, [])
    assert "allow_network" in result.err


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2/",
        "http://localhost./",
        "http://10.0.0.1/",
        "//169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://0x7f.2/",
    ],
)
@pytest.mark.parametrize("hops", [1, 2])
def test_each_redirection_is_looked_at_anew(
    run: Run, root: Path, web: Web, target: str, hops: int
) -> None:
    web.pages["/2"] = Page(status=307, headers={"Location": "/1"})
    web.pages["/1"] = Page(status=301, headers={"Location": target})

    result = refused(run, root, f"{web.address}/{hops}")

    assert "not a public address\n" in result or "there is no server localhost." in result
    assert len(web.requests) == hops


def test_a_name_is_judged_by_every_address_that_it_has(run: Run, root: Path, web: Web) -> None:
    port = web.address.rpartition(":")[2]
    web.pages["/page"] = Page(b"It is so.\n", headers=TEXT)

    beside = run("source", "add", f"http://localhost:{port}/page", "--allow-network", "127.0.0.2")
    here = run(
        "source", "add", f"http://localhost:{port}/page", "--allow-network", "127.0.0.0/8",
        "--allow-network", "::1",
    )  # fmt: skip

    assert "localhost leads to " in beside.err
    assert (beside.status, here.status, web.requests) == (2, 0, ["/page"])
    assert "page.yaml" in sources(root)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (Page(status=302, headers={"Location": "/loop"}), "leads elsewhere more than 5 times"),
        (Page(status=302, headers={"Location": "file:///etc/passwd"}), "only http and https"),
        (Page(status=302), "does not say where"),
        (Page(status=503), "the server answers 503"),
        (Page(b"x" * (1 << 20), headers=TEXT, times=51), "it is larger than 52,428,800 bytes"),
        (Page(b"x", headers=TEXT | {"Content-Encoding": "gzip"}), "packed (gzip)"),
        (Page(b"x", headers={"Content-Type": "image/png"}), "of a kind that is not read"),
        (Page(b" \n", headers=TEXT), "holds no text"),
        (Page(b"Slow.\n", headers=TEXT, drip=True), "it took longer than 1 seconds"),
    ],
)
def test_what_a_server_may_not_do(run: Run, root: Path, web: Web, page: Page, reason: str) -> None:
    web.pages["/loop"] = page

    assert reason in refused(run, root, f"{web.address}/loop", "--time-limit", "1")


@pytest.mark.parametrize("kind", ["text/plain", "text/html"])
def test_a_declared_charset_is_used_and_must_fit(run: Run, root: Path, web: Web, kind: str) -> None:
    body = "<html><body><main><p>A café in the town of Elm.</p></main></body></html>"
    body = body if kind == "text/html" else "A café in the town of Elm.\n"
    for name, declared in (("right", "windows-1252"), ("wrong", "utf-8"), ("odd", "utf-7")):
        headers = {"Content-Type": f"{kind}; charset={declared}"}
        web.pages[f"/{name}"] = Page(body.encode("cp1252"), headers=headers)

    assert "it is not utf-8, as it says" in refused(run, root, f"{web.address}/wrong")
    assert "it declares the charset 'utf-7'" in refused(run, root, f"{web.address}/odd")
    assert run("source", "add", f"{web.address}/right", *HERE, "--whole-page").status == 0
    texts = [data for name, data in sources(root).items() if name.endswith(".txt")]
    assert "A café in the town of Elm.".encode() in b"".join(texts)


def test_a_certificate_that_nobody_vouches_for_is_refused(
    run: Run, root: Path, secured: Web
) -> None:
    result = refused(run, root, f"{secured.address}/page")

    assert "cannot be fetched: the server's certificate is not trusted: " in result
    assert "name the file with its certificate in SSL_CERT_FILE\n" in result
    assert secured.requests == []


@pytest.mark.usefixtures("trusted")
def test_a_certificate_that_the_user_trusts_is_accepted(
    run: Run, root: Path, web: Web, secured: Web
) -> None:
    secured.pages["/page"] = Page(b"It is so.\n", headers=TEXT)
    secured.pages["/down"] = Page(status=302, headers={"Location": f"{web.address}/page"})

    assert "it leads from https to http" in refused(run, root, f"{secured.address}/down")
    result = run("source", "add", f"{secured.address}/page", *HERE)

    assert (result.status, result.err, web.requests) == (0, "", [])
    assert f'url: "{secured.address}/page"\n' in sources(root)["page.yaml"].decode()


@pytest.mark.usefixtures("trusted")
def test_a_certificate_for_another_name_is_refused(run: Run, root: Path, secured: Web) -> None:
    address = secured.address.replace("127.0.0.1", "localhost")

    result = refused(run, root, f"{address}/page", "--allow-network", "::1")

    assert "not trusted: Hostname mismatch, certificate is not valid for 'localhost'" in result


@pytest.mark.parametrize("network", ["intranet", "10.0.0.1/8", "", "10.0.0.0/33"])
def test_what_is_no_network_is_refused(run: Run, root: Path, network: str) -> None:
    result = run("source", "add", "http://127.0.0.1/", "--allow-network", network)

    assert result.status == 2
    assert f"'{network}' is no network" in result.err
    assert sources(root) == {}
