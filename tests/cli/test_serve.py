"""`claimcheck serve`: pages on loopback that follow a save, take a signature, and trust nobody."""

from __future__ import annotations

import datetime as dt
import re
import time
from typing import TYPE_CHECKING

import httpx
import pytest
from starlette.testclient import TestClient

from claimcheck.assessment.assess import assess
from claimcheck.cli.servers.pages import LiveSite, application
from claimcheck.dossier.load import load
from claimcheck.dossier.project import find_project
from claimcheck.formats.site.site import Site
from claimcheck.gate.check import check
from claimcheck.system.folder import Folder
from support.project import TODAY
from support.serving import serving

if TYPE_CHECKING:
    from pathlib import Path

HOST = "127.0.0.1:8000"
ORIGIN = f"http://{HOST}"
TEXT = "The bridge reopened on Monday, the council said.\n"
CLAIM = """\
claim: The bridge is open.
kind: event
evidence:
  - source: gazette
    stance: supports
    quote: The bridge reopened on Monday
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    root = tmp_path / "dossier"
    for folder in ("claims", "sources", "reviews"):
        (root / folder).mkdir(parents=True)
    (root / "claimcheck.toml").write_text("")
    (root / "sources" / "gazette.txt").write_text(TEXT)
    (root / "sources" / "gazette.yaml").write_text("title: Gazette\nfile: gazette.txt\n")
    (root / "claims" / "bridge.yaml").write_text(CLAIM)
    return root


@pytest.fixture
def live(dossier: Path) -> LiveSite:
    def build() -> Site:
        report = check(assess(load(dossier), TODAY))
        return Site(report, "The bridge", live=True)

    return LiveSite(find_project(dossier, Folder), build, lambda _site: False)


@pytest.fixture
def client(live: LiveSite) -> TestClient:
    app = application(live, frozenset({HOST}))
    return TestClient(app, base_url=ORIGIN, follow_redirects=False)


FORM = {"by": "Ana Lind", "action": "sign"}


def read_form(client: TestClient, live: LiveSite) -> dict[str, str]:
    """What a reviewer sends who has the page open."""
    page = client.get(f"/{live.token}/claims/bridge.html").text
    shown = re.search(r'name="shown" value="([^"]+)"', page)
    assert shown
    return {**FORM, "shown": shown[1]}


def test_every_page_of_the_report_is_there(client: TestClient, live: LiveSite) -> None:
    for path in ("", "index.html", "sources.html", "parties.html", "timeline.html",
                 "claims/bridge.html", "sources/gazette.html", "badge.svg"):  # fmt: skip
        answer = client.get(f"/{live.token}/{path}")
        assert answer.status_code == 200, path
        assert answer.headers["cache-control"] == "no-store"
    assert client.get(f"/{live.token}/claims/none.html").status_code == 404
    assert client.get(f"/{live.token}/../claimcheck.toml").status_code == 404


def test_nobody_without_the_address_sees_anything(client: TestClient, live: LiveSite) -> None:
    assert client.get("/index.html").status_code == 404
    assert client.get("/wrong/index.html").status_code == 404
    refused = client.get(f"/{live.token}/index.html", headers={"host": "evil.example:8000"})
    assert (refused.status_code, refused.text) == (421, "this server is another one\n")


def test_a_reviewer_signs_what_stands_there(
    client: TestClient, live: LiveSite, dossier: Path
) -> None:
    page = client.get(f"/{live.token}/claims/bridge.html").text
    assert 'action="../review/bridge"' in page
    assert 'name="again"' not in page, "nobody has signed it before"
    form = read_form(client, live)
    answer = client.post(f"/{live.token}/review/bridge", data=form, headers={"origin": ORIGIN})
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        f"/{live.token}/claims/bridge.html",
    )
    (review,) = load(dossier).reviews["bridge"]
    assert review.by == "Ana Lind"
    assert "Ana Lind" in client.get(f"/{live.token}/claims/bridge.html").text


def test_a_claim_that_changed_is_not_signed_again_unread(
    client: TestClient, live: LiveSite, dossier: Path
) -> None:
    address = f"/{live.token}/review/bridge"
    client.post(address, data=read_form(client, live), headers={"origin": ORIGIN})
    path = dossier / "claims" / "bridge.yaml"
    path.write_text(CLAIM.replace("is open", "is wide open"))
    live.changed()
    assert 'name="again"' in client.get(f"/{live.token}/claims/bridge.html").text
    form = read_form(client, live)
    answer = client.post(address, data=form, headers={"origin": ORIGIN})
    assert answer.status_code == 409
    assert answer.text.startswith("the claim was changed since you signed it")
    again = client.post(address, data=form | {"again": "yes"}, headers={"origin": ORIGIN})
    assert again.status_code == 303


def test_a_claim_that_changed_since_its_page_was_opened_is_not_signed(
    client: TestClient, live: LiveSite, dossier: Path
) -> None:
    form = read_form(client, live)
    path = dossier / "claims" / "bridge.yaml"
    path.write_text(CLAIM.replace("is open", "is wide open"))
    live.changed()
    for sent in (form, FORM):
        answer = client.post(f"/{live.token}/review/bridge", data=sent, headers={"origin": ORIGIN})
        assert answer.status_code == 409
        assert answer.text.startswith("the claim was changed since its page was opened")
    assert load(dossier).reviews == {}


def test_a_claim_is_sent_back_with_a_remark(
    client: TestClient, live: LiveSite, dossier: Path
) -> None:
    form = {"by": "Ana Lind", "action": "return", "remark": "Who says\nthat it is safe?"}
    address = f"/{live.token}/review/bridge"
    assert client.post(address, data=form, headers={"origin": ORIGIN}).status_code == 303
    text = (dossier / "claims" / "bridge.yaml").read_text("utf-8")
    assert text == (
        f"# Sent back by Ana Lind on {TODAY}: Who says that it is safe?\n{CLAIM}tags: [sent-back]\n"
    )
    empty = client.post(address, data=form | {"remark": " "}, headers={"origin": ORIGIN})
    assert (empty.status_code, empty.text) == (
        409,
        "a claim is sent back with a remark: say what is missing\n",
    )


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": ORIGIN, "sec-fetch-site": "cross-site"},
        {"origin": ORIGIN, "host": "evil.example"},
    ],
)
def test_no_other_page_can_sign(
    client: TestClient, live: LiveSite, dossier: Path, headers: dict[str, str]
) -> None:
    answer = client.post(f"/{live.token}/review/bridge", data=FORM, headers=headers)
    assert answer.status_code in {403, 421}
    assert load(dossier).reviews == {}


def test_a_form_of_any_size_is_not_read(client: TestClient, live: LiveSite) -> None:
    form = FORM | {"remark": "x" * 100_000}
    answer = client.post(f"/{live.token}/review/bridge", data=form, headers={"origin": ORIGIN})
    assert (answer.status_code, answer.text) == (413, "the form is too large\n")


def test_what_cannot_be_read_is_said(client: TestClient, live: LiveSite, dossier: Path) -> None:
    (dossier / "claims").rename(dossier / "elsewhere")
    answer = client.get(f"/{live.token}/index.html")
    assert answer.status_code == 503
    assert "claims" in answer.text
    # A browser asks again by itself, and has the page when the folder is there again.
    assert answer.headers["Refresh"] == "2"
    (dossier / "elsewhere").rename(dossier / "claims")
    live.changed()
    assert client.get(f"/{live.token}/index.html").status_code == 200


def test_the_pages_follow_the_day(dossier: Path) -> None:
    days = [TODAY]

    def build() -> Site:
        return Site(check(assess(load(dossier), days[-1])), "The bridge", live=True)

    def is_past(site: Site) -> bool:
        return site.report.assessment.today != days[-1]

    live = LiveSite(find_project(dossier, Folder), build, is_past)
    assert live.site() is live.site()
    client = TestClient(
        application(live, frozenset({HOST})), base_url=ORIGIN, follow_redirects=False
    )
    form = read_form(client, live)
    before = client.get(f"/{live.token}/version").text
    days.append(TODAY + dt.timedelta(days=1))
    after = client.get(f"/{live.token}/version").text

    assert after != before
    live.site()
    assert client.get(f"/{live.token}/version").text == after
    client.post(f"/{live.token}/review/bridge", data=form, headers={"Origin": ORIGIN})

    assert f"on: {days[-1]}" in (dossier / "reviews" / "bridge.yaml").read_text()


def test_the_pages_follow_a_save(dossier: Path) -> None:
    with serving(dossier) as address:
        page = httpx.get(f"{address}claims/bridge.html")
        assert "The bridge is open." in page.text
        before = httpx.get(f"{address}version").text
        (dossier / "claims" / "bridge.yaml").write_text(CLAIM.replace("open", "closed"))
        deadline = time.monotonic() + 60
        while httpx.get(f"{address}version").text == before and time.monotonic() < deadline:
            time.sleep(0.1)
        assert "The bridge is closed." in httpx.get(f"{address}claims/bridge.html").text
