"""The reader's pages as values: what they say, where they lead, and what cannot break out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import assess, check, load
from claimcheck.assessment.status import TABLE, UNSOURCED_ROW
from claimcheck.formats.fact_checks import STATUSES
from claimcheck.formats.live_pages import text_directive, web_address
from claimcheck.formats.site import citation, links, pages, wording
from claimcheck.formats.site.foreign import script_json, visible_text
from claimcheck.formats.site.site import Site, SitePage
from claimcheck.formats.site.structured_data import structured_data
from claimcheck.model import Status
from claimcheck.model.errors import RequestError
from claimcheck.text.printable import one_line
from support import views
from support.project import ROOT, TODAY
from support.reports import GOLDEN, HOSTILE_TEXT, report_with
from support.sites import ReadPage, broken_links, folder_of, hash_of, read_pages, site_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimcheck import Report

    Write = Callable[[dict[str, str | bytes]], Path]

ELEMENTS = {
    "html", "head", "meta", "title", "link", "style", "script", "body", "a", "header", "div", "p",
    "nav", "button", "main", "footer", "em", "article", "h1", "h2", "h3", "strong", "span", "b",
    "ul", "ol", "li", "dl", "dt", "dd", "bdi", "cite", "figure", "figcaption", "blockquote", "mark",
    "section", "svg", "text", "path", "g", "rect", "details", "summary", "pre", "time", "q",
    "form", "label", "input", "select", "option",
}  # fmt: skip


@pytest.fixture(scope="module")
def ours() -> Report:
    """The report on this repository's own dossier."""
    return check(assess(load(ROOT), TODAY))


def with_history(report: Report) -> Site:
    return site_of(report, history=views.history_in_which_all_was_removed(report))


@pytest.fixture(scope="module")
def long(small: Report) -> Report:
    """A report on so many claims that their list takes several pages."""
    first, *others = small.assessment.claims
    more = [
        first._replace(claim=first.claim._replace(id=f"more-{number}")) for number in range(SHORT)
    ]
    return replace(small, assessment=replace(small.assessment, claims=(first, *others, *more)))


SHORT = 4  # rows on a page of a long list


@pytest.fixture(scope="module", params=["small", "ours", "hostile", "history", "long"])
def site(request: pytest.FixtureRequest, small: Report, hostile_but_ids: Report) -> Iterator[Site]:
    reports = {"small": small, "hostile": hostile_but_ids, "history": hostile_but_ids}
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "long":
            patch.setattr(pages, "ROWS_ON_A_PAGE", SHORT)
        if request.param in {"ours", "long"}:
            yield site_of(request.getfixturevalue(request.param))
        elif request.param == "history":
            yield with_history(reports["history"])
        else:
            yield site_of(reports[request.param])


@pytest.fixture(scope="module")
def read(site: Site) -> dict[str, ReadPage]:
    """The pages of a site."""
    return read_pages(site)


def test_every_link_leads_to_something_that_is_there(read: dict[str, ReadPage]) -> None:
    assert broken_links(read) == []


def test_a_page_is_well_formed_and_gives_an_id_once(read: dict[str, ReadPage]) -> None:
    for path, page in read.items():
        assert page.misnested == [], path
        assert len(set(page.ids)) == len(page.ids), path


def test_a_page_holds_no_element_and_no_attribute_but_ours(read: dict[str, ReadPage]) -> None:
    for path, page in read.items():
        assert {tag for tag, _attributes in page.elements} <= ELEMENTS, path
        for tag, attributes in page.elements:
            acting = [name for name in attributes if name.startswith("on") or name == "style"]
            assert acting == [], (path, tag)
            assert not {"src", "srcset", "action", "formaction", "xlink:href"} & {*attributes}


def test_a_page_leads_nowhere_but_to_the_web_and_to_itself(read: dict[str, ReadPage]) -> None:
    for page in read.values():
        for tag, attributes in page.elements:
            address = attributes.get("href") or ""
            if tag == "link":
                assert address in {"data:,", "corrections.atom", "../corrections.atom"}
            assert not re.match(r"(?!https?:|data:,$)[\w+.-]+:", address), address


def test_the_policy_names_every_style_and_script_and_allows_nothing_else(
    read: dict[str, ReadPage],
) -> None:
    for path, page in read.items():
        acting = [
            (tag, text)
            for tag, attributes, text in page.raw
            if attributes.get("type") not in {"application/json", "application/ld+json"}
        ]
        hashes = {tag: {hash_of(text) for name, text in acting if name == tag} for tag, _ in acting}
        parts = (part.split() for part in page.policy.split("; "))
        allowed = {name: {*values} for name, *values in parts}
        assert allowed == {
            "default-src": {"'none'"},
            "style-src": hashes["style"],
            "script-src": hashes["script"],
            "img-src": {"data:"},
            "base-uri": {"'none'"},
            "form-action": {"'none'"},
        }, path


def test_data_in_scripts_is_json_and_says_what_was_written(read: dict[str, ReadPage]) -> None:
    for path, page in read.items():
        for _tag, attributes, text in page.raw:
            if attributes.get("type") in {"application/json", "application/ld+json"}:
                value = json.loads(text)
                assert value.get("@context", "https://schema.org") == "https://schema.org", path


def test_the_same_report_makes_the_same_bytes(site: Site) -> None:
    again = Site(site.report, site.title, site.base_url, site.commit, site.history)

    assert folder_of(again) == folder_of(site)


def test_what_hides_or_reorders_text_is_shown(site: Site) -> None:
    for path, data in folder_of(site).items():
        text = data.decode()
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text), path


def test_a_claims_page_answers_what_a_reader_asks(ours: Report) -> None:
    site = site_of(ours)
    read = read_pages(site)
    for claim in ours.assessment.claims:
        result = read[links.claim_path(claim.id)].shown
        assert one_line(claim.claim.text) in result
        assert all(site.name(claimant) in result for claimant in claim.claim.claimants)
        for item in claim.evidence:
            assert item.source is not None
            assert one_line(item.source.title) in result
            assert site.name(item.voice.speaker or "") in result
            assert one_line(item.evidence.rationale or "") in result


def test_a_passage_is_marked_in_its_claim_and_in_its_source(ours: Report) -> None:
    site = site_of(ours)
    files = folder_of(site)
    for claim in ours.assessment.claims:
        page = files[links.claim_path(claim.id)].decode()
        for item in claim.evidence:
            assert item.source
            assert item.source.text
            start, end = item.anchor.start, item.anchor.end
            passage = " ".join(item.source.text[start:end].split())
            if not item.anchor.parts:
                assert passage in [" ".join(words.split()) for words in marked(page)]
            source = files[links.source_path(item.source.id)].decode()
            anchor = links.passage_anchor(claim.id, item.evidence.number)
            _, behind = source.split(f'<span id="{anchor}" class="target"></span>')
            assert " ".join(plain(behind).split()).startswith(passage[:40])


def marked(page: str) -> list[str]:
    return [plain(words) for words in re.findall(r"<mark>(.*?)</mark>", page, re.DOTALL)]


def plain(markup: str) -> str:
    markup = re.sub(r'<a class="reference.*?</a>', "", markup[:4000], flags=re.DOTALL)
    return ReadPage(f"<p>{markup}").shown


def test_lines_have_the_numbers_that_claims_name(ours: Report) -> None:
    site = site_of(ours)
    files = folder_of(site)
    for source in ours.assessment.dossier.sources.values():
        page = files[links.source_path(source.id)].decode()
        lines = dict(re.findall(r'<span class="line" data-line="(\d+)"></span>([^\n]*)', page))
        written = (source.text or "").split("\n")
        assert {*lines} == {str(n) for n, line in enumerate(written, 1) if line.strip()}
        for number, markup in lines.items():
            line = " ".join(written[int(number) - 1].split())
            assert line.startswith(plain(markup)[:20])


def test_of_a_text_that_may_not_be_shipped_what_is_shown_is_numbered(write: Write) -> None:
    lines = [f"This is line {number}, and it has many words." for number in range(1, 60)]
    root = write(
        {
            "claims/closed.yaml": "claim: So it is.\nevidence:\n"
            '  - {source: a, stance: supports, quote: "This is line 31, and it has many words."}\n',
            "sources/a.yaml": "title: A\nfile: a.txt\nshipped: no\n",
            "sources/a.txt": "\n".join(lines),
        }
    )
    page = folder_of(site_of(check(assess(load(root), TODAY))))["sources/a.html"].decode()

    numbers = re.findall(r'data-line="(\d+)"></span>', page)
    assert numbers == ["28", "29", "30", "31", "32", "33", "34"]


def test_the_rule_says_every_row_of_the_status_table(small: Report) -> None:
    page = ReadPage(folder_of(site_of(small))["index.html"].decode())

    rows = {UNSOURCED_ROW: Status.UNSOURCED, **{row.number: row.status for row in TABLE}}
    assert {*wording.RULE} == {*rows}
    for number, status in rows.items():
        assert f"{wording.RULE[number]} {STATUSES[status]}" in page.shown


def test_overlapping_passages_are_each_marked_whole(write: Write) -> None:
    text = "The bridge over the river was closed for the whole of the winter of 2021."
    quotes = (
        "The bridge over the river was closed",
        "river was closed for the whole",
        "was closed for the whole of the winter of 2021",
    )
    items = "".join(f'  - {{source: a, stance: supports, quote: "{quote}"}}\n' for quote in quotes)
    root = write(
        {
            "claims/closed.yaml": f"claim: It was closed.\nevidence:\n{items}",
            "sources/a.yaml": "title: A\nfile: a.txt\n",
            "sources/a.txt": text,
        }
    )
    page = folder_of(site_of(check(assess(load(root), TODAY))))["sources/a.html"].decode()
    shown = page.partition('<div class="text"')[2].partition("</div>")[0]

    shown = re.sub(r'<span (?:id="[^"]*" )?class="(?:target|line)"[^>]*></span>', "", shown)
    marks = re.findall(r'<mark class="depth-(\d)">(.*?)</mark>', shown)
    assert [(int(depth), words) for depth, words in marks] == [
        (1, "The bridge over the "), (2, "river "), (3, "was closed"), (2, " for the whole"),
        (1, " of the winter of 2021"),
    ]  # fmt: skip


def test_a_removed_claim_keeps_a_page_and_the_feed_tells_of_it(small: Report) -> None:
    site = site_of(small, history=views.history_in_which_all_was_removed(small, "gone"))
    files = folder_of(site)

    for path, data in files.items():
        assert pages.render_page(site, path) == SitePage(path, data), path
    assert "was removed on 2026-01-30" in ReadPage(files["claims/gone.html"].decode()).shown
    feed = ET.fromstring(files["corrections.atom"])  # noqa: S314 - made here
    namespace = {"a": "http://www.w3.org/2005/Atom"}
    titles = [element.text or "" for element in feed.findall("a:entry/a:title", namespace)]
    assert any(title.startswith("Removed: ") for title in titles)
    identities = [element.text for element in feed.findall("a:entry/a:id", namespace)]
    assert len(feed.findall("a:updated", namespace)) == 1
    assert all(identities)


def test_a_long_list_of_claims_takes_several_pages(
    long: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "ROWS_ON_A_PAGE", SHORT)
    files = folder_of(site_of(long))
    lists = [path for path in files if path.startswith(("index", "claims-"))]

    assert lists == ["index.html", "claims-2.html"]
    listed = [ReadPage(files[path].decode()).links for path in lists]
    for assessed in long.assessment.claims:
        assert sum(f"claims/{assessed.id}.html" in urls for urls in listed) == 1, assessed.id
    assert {*lists} <= {*listed[0]} & {*listed[1]}


def test_the_feed_of_hostile_text_is_xml(hostile_but_ids: Report) -> None:
    files = folder_of(with_history(hostile_but_ids))

    ET.fromstring(files["corrections.atom"])  # noqa: S314 - made here
    ET.fromstring(files["badge.svg"])  # noqa: S314 - made here


def test_with_an_address_a_page_names_it(small: Report) -> None:
    site = site_of(small, base_url="https://facts.example.org/dossier/")
    for path, data in folder_of(site).items():
        if path.startswith("claims/"):
            canonical = f'<link rel="canonical" href="https://facts.example.org/dossier/{path}">'
            assert canonical in data.decode()


def test_a_claim_becomes_a_review_only_with_an_address_a_claimant_and_a_verdict(
    ours: Report,
) -> None:
    for claim in ours.assessment.claims:
        with_address = site_of(ours, base_url="https://facts.example.org/")
        kinds = [
            json.loads(structured_data(claim, site))["@type"]
            for site in (site_of(ours), with_address)
        ]
        may_be = bool(claim.claim.verdict and claim.claim.claimants)
        assert kinds == ["Claim", "ClaimReview" if may_be else "Claim"]
        if claim.claim.verdict:
            own = claim.claim._replace(claimants=(claim.claim.verdict.by,))
            page = structured_data(claim._replace(claim=own), with_address)
            assert json.loads(page)["@type"] == "Claim"


def test_machines_are_told_who_is_a_person_only_where_it_is_known(write: Write) -> None:
    verdict = "verdict: {status: unsourced, by: %s, on: 2026-01-02, rationale: seen}\n"
    text = "claim: It rained.\nclaimant: [acme, works, pine, Roe GmbH, Bo Kim]\n"
    root = write(
        {
            "sources/parties.yaml": "acme: {name: Acme}\nworks: {name: Acme Works, parent: acme}\n"
            "pine: {name: Senator Ada Pine}\ndesk: {name: The fact desk}\n",
            "claims/desk.yaml": text + verdict % "desk",
            "claims/jane.yaml": text + verdict % "Jane Roe",
        }
    )
    report = check(assess(load(root), TODAY))
    site = site_of(report, base_url="https://facts.example.org/")

    by_desk, by_jane = (
        json.loads(structured_data(claim, site)) for claim in report.assessment.claims
    )

    assert [each["@type"] for each in by_desk["itemReviewed"]["author"]] == [
        "Organization", "Thing", "Person", "Organization", "Thing",
    ]  # fmt: skip
    assert by_desk["author"] == {"@type": "Thing", "name": "The fact desk"}
    assert by_jane["author"] == {"@type": "Person", "name": "Jane Roe"}


def test_own_templates_take_the_place_of_single_ones(small: Report) -> None:
    site = replace(site_of(small), templates={"source.html": "<!doctype html>{{ source.title }}"})

    assert folder_of(site)["sources/gazette.html"].startswith(b"<!doctype html>")


@pytest.mark.parametrize(
    "template", ["{{ nothing_of_that_name }}", "{% if %}", "{{ ''.__class__.__mro__ }}"]
)
def test_a_template_that_is_wrong_or_reaches_beyond_is_refused(
    small: Report, template: str
) -> None:
    site = replace(site_of(small), templates={"source.html": template})

    with pytest.raises(RequestError, match=r"template source\.html cannot be used"):
        folder_of(site)


@given(st.text())
def test_a_text_in_a_script_element_is_itself_and_cannot_end_it(text: str) -> None:
    written = script_json({"text": text})

    assert not re.search("[<>&]", written)
    if text.isprintable():
        assert json.loads(written) == {"text": text}


@given(st.text())
def test_what_can_be_seen_stays_as_it_is(text: str) -> None:
    shown = visible_text(text)

    shown.encode()
    if text.isprintable() and not re.search("[\u034f\u115f\u1160\u3164\uffa0]", text):
        assert shown == text


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "data:text/html,x", "//evil.example", "https:evil", "http://", "",
        "https://a b", "java\nscript:x", "vbscript:x", "file:///etc/passwd", "https://[", None,
    ],
)  # fmt: skip
def test_what_is_no_web_address_becomes_no_link(address: str | None) -> None:
    assert not web_address(address)


@given(st.text(min_size=1, max_size=400), st.integers(0, 100), st.integers(1, 300))
def test_a_text_fragment_says_the_passage_in_terms_that_browsers_read(
    text: str, start: int, length: int
) -> None:
    text = text.encode("utf-8", "ignore").decode()
    end = min(len(text), start + length)
    if start >= end or not text[start:end].strip():
        return
    directive = text_directive(text, start, end)

    # A hyphen beside a comma says that a term is a prefix or a suffix; none may stand elsewhere.
    terms = directive.split(",")
    assert 1 <= len(terms) <= 4
    assert not any("-" in term.removesuffix("-").removeprefix("-") for term in terms)
    words = [unquote(term) for term in terms if "-" not in term]
    passage = " ".join(text[start:end].split())
    assert passage.startswith(words[0])
    assert passage.endswith(words[-1])


@given(st.text())
def test_bibtex_is_balanced_whatever_is_claimed(text: str) -> None:
    report = report_with(text, claim_id="one-of-two")
    bibtex = citation.citation(report.assessment.claims[0], site_of(report))["bibtex"]

    depth = 0
    for sign in re.sub(r"\\[{}]", "", bibtex):
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0
    assert bibtex.encode()


def test_csl_is_json_that_reference_managers_take(hostile_but_ids: Report) -> None:
    claim = hostile_but_ids.assessment.claims[0]
    (item,) = json.loads(citation.citation(claim, site_of(hostile_but_ids))["csl"])

    assert item["type"] == "webpage"
    assert item["title"] == visible_text(" ".join(HOSTILE_TEXT.split()))


def test_a_page_of_a_small_dossier_is_exactly_this(
    small: Report, golden: Callable[[Path, str], None]
) -> None:
    """The article alone: what surrounds it is the same on every page."""
    page = folder_of(site_of(small))["claims/bridge-reopened.html"].decode()
    article = page[page.index("<article") : page.index("</article>")] + "</article>\n"

    golden(GOLDEN / "site-claim.html", re.sub(r"\n{2,}", "\n", article))
