"""The reader's pages on loopback: live after a save, and with a form to sign.

A page on the web may make a browser send requests here, and may have its name lead to this machine.
So every address begins with a secret token, a request must name this very host, and a form is taken
only from a page of this very origin.
"""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from claimcheck.editing.file_edit import apply
from claimcheck.editing.operations.send_back import sent_back
from claimcheck.editing.operations.sign import SigningRequest, SigningResult, sign
from claimcheck.formats.site import links, pages
from claimcheck.model.errors import ClaimcheckError, RequestError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request

    from claimcheck.dossier.project import Project
    from claimcheck.formats.site.site import Site

_MOST_BYTES_OF_A_FORM: Final = 64 << 10
_TYPES: Final = {"html": "text/html; charset=utf-8", "svg": "image/svg+xml"}
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(slots=True)
class LiveSite:
    """A site that is made anew after a save, and on another day.

    Attributes:
        project: the project, which signatures are written into.
        build: makes the site of the project as it is now.
        is_past: whether a site was made as of a day that is over.
        token: what every address begins with.
    """

    project: Project
    build: Callable[[], Site]
    is_past: Callable[[Site], bool]
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    _version: int = 0
    _built: int = -1
    _site: Site | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def changed(self) -> None:
        """Note that something was saved."""
        with self._lock:
            self._version += 1

    @property
    def version(self) -> int:
        """How often something was saved, or a day passed."""
        site = self._site
        return self._version + (site is not None and self.is_past(site))

    def site(self) -> Site:
        """Return the site as the project is now.

        Raises:
            ClaimcheckError: the project cannot be read.
        """
        with self._lock:
            site = self._site
            if site is not None and self.is_past(site):
                self._version += 1
            if site is None or self._built != self._version:
                version = self._version
                self._site = site = self.build()
                self._built = version
            return site


def application(live: LiveSite, hosts: frozenset[str]) -> Starlette:
    """Return the server's application.

    Args:
        live: the site.
        hosts: the hosts, with their port, that a request may name.
    """

    def page(request: Request) -> Response:
        if refusal := _refused(request, live, hosts):
            return refusal
        path = request.path_params["path"] or links.PAGES["claims"]
        try:
            made = pages.render_page(live.site(), path)
        except ClaimcheckError as error:
            # Whoever waits for a file to be mended sees the page again by itself.
            return _text(503, _error_text(error), {"Refresh": "2"})
        if made is None:
            return _text(404, "there is no such page")
        kind = _TYPES.get(path.rpartition(".")[2], "application/octet-stream")
        return Response(made.data, media_type=kind, headers=_HEADERS)

    def version(request: Request) -> Response:
        return _refused(request, live, hosts) or _text(200, str(live.version))

    async def review(request: Request) -> Response:
        if refusal := _refused(request, live, hosts) or _foreign(request, hosts):
            return refusal
        length = request.headers.get("content-length", "")
        if not length.isdigit() or int(length) > _MOST_BYTES_OF_A_FORM:
            return _text(413, "the form is too large")
        form = {name: str(value) for name, value in (await request.form()).items()}
        claim_id = request.path_params["claim"]
        try:
            _reviewed(live, claim_id, form)
        except ClaimcheckError as error:
            return _text(409, _error_text(error))
        live.changed()
        target = f"/{live.token}/{quote(links.claim_path(claim_id))}"
        return RedirectResponse(target, 303, headers=_HEADERS)

    served = Starlette(
        routes=[
            Route("/{token}/version", version),
            Route("/{token}/review/{claim}", review, methods=["POST"]),
            Route("/{token}/{path:path}", page),
        ]
    )
    # An address that is no page is none with a slash behind it either.
    served.router.redirect_slashes = False
    return served


def _refused(request: Request, live: LiveSite, hosts: frozenset[str]) -> Response | None:
    if request.headers.get("host", "") not in hosts:
        return _text(421, "this server is another one")
    if not secrets.compare_digest(request.path_params["token"].encode(), live.token.encode()):
        return _text(404, "there is no such page; the address is printed where the server runs")
    return None


def _foreign(request: Request, hosts: frozenset[str]) -> Response | None:
    origin = request.headers.get("origin", "")
    if origin not in {f"http://{host}" for host in hosts}:
        return _text(403, "a form is taken from this server's own pages alone")
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return _text(403, "a form is taken from this server's own pages alone")
    return None


def _reviewed(live: LiveSite, claim_id: str, form: dict[str, str]) -> None:
    site = live.site()
    assessed = site.claims.get(claim_id)
    if assessed is None:
        raise RequestError(f"there is no claim '{claim_id}'")
    assessment, by = site.report.assessment, form.get("by", "")
    if form.get("action") == "return":
        edit = sent_back(live.project, assessment, assessed.claim, by, form.get("remark", ""))
        apply(live.project.root, [edit])
        return
    if form.get("shown") != pages.shown_fingerprint(claim_id, site):
        raise RequestError(
            "the claim was changed since its page was opened, so it was not signed",
            "open the page again, and read what changed",
        )
    again = form.get("again") == "yes"
    signed = sign(live.project, assessment, assessed, SigningRequest(by, again))
    if signed.result is SigningResult.OUTDATED:
        raise RequestError(
            "the claim was changed since you signed it, so it was not signed again",
            "read what changed, and say so on the form",
        )


def _error_text(error: ClaimcheckError) -> str:
    lines = [*error.problems, *([error.help] if error.help else [])]
    return "\n".join(lines)


def _text(status: int, text: str, headers: Mapping[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{text}\n", status, headers={**_HEADERS, **(headers or {})})
