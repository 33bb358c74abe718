"""The pages of a site, each made of a template and a view."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from markupsafe import Markup

from claimcheck.assessment.reviews import snapshot
from claimcheck.assessment.status import TABLE, UNSOURCED_ROW
from claimcheck.dossier.review_file import fingerprint
from claimcheck.formats import phrases, status_phrases
from claimcheck.formats.fact_checks import STATUSES
from claimcheck.formats.site import badge, claim_rows, events, feed, links, overviews, wording
from claimcheck.formats.site.claim_view import claim_view
from claimcheck.formats.site.foreign import script_json
from claimcheck.formats.site.site import SitePage
from claimcheck.formats.site.source_view import source_view
from claimcheck.formats.site.templating import Templates, assets
from claimcheck.model import Status
from claimcheck.system.parallel import parallel_map
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from claimcheck.formats.site.cards import ClaimCard
    from claimcheck.formats.site.site import Site

ROWS_ON_A_PAGE = 200
_MIN_PAGES_FOR_TWO_PROCESSES = 1000
View = dict[str, object]


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A page that is still to be made: its path, the template's name, and the values for it."""

    path: str
    template: str
    values: View

    def rendered(self, templates: Templates) -> SitePage:
        """Return the page.

        Raises:
            RequestError: a template that takes the place of ours cannot be used.
        """
        return SitePage(self.path, templates.render(self.template, self.values))


def render(site: Site) -> Iterator[SitePage]:
    """Yield the files of a site, with paths relative to its folder.

    Raises:
        RequestError: a template that takes the place of ours cannot be used.
    """
    templates = Templates(site.templates)
    for draft in chain(list_drafts(site), overview_drafts(site), removed_drafts(site)):
        yield draft.rendered(templates)
    claims = partial(claim_page, site=site, templates=templates)
    yield from parallel_map(claims, list(site.claims), _MIN_PAGES_FOR_TWO_PROCESSES)
    sources = partial(source_page, site=site, templates=templates)
    yield from parallel_map(sources, list(site.source_cards), _MIN_PAGES_FOR_TWO_PROCESSES)
    yield from extras(site)


def paths(site: Site, claim_ids: Collection[str]) -> set[str]:
    """Return the paths of all files of a site.

    Args:
        site: the site.
        claim_ids: the ids of all claims that have a page.
    """
    drafted = {draft.path for draft in removed_drafts(site)}
    return {
        *_list_paths(len(claim_ids)),
        *(links.PAGES[name] for name in _overview_names(site)),
        *map(links.claim_path, claim_ids),
        *map(links.source_path, site.source_cards),
        *drafted,
        *(page.path for page in extras(site)),
    }


def overview_drafts(site: Site) -> Iterator[PageDraft]:
    """Yield the pages about the whole dossier beside the list of claims, still to be made."""
    for name in _overview_names(site):
        yield _overview(name, site)


def _overview_names(site: Site) -> tuple[str, ...]:
    corrections = () if site.history is None else ("corrections",)
    return ("sources", "parties", "timeline", *corrections)


def extras(site: Site) -> Iterator[SitePage]:
    """Yield the files of a site that are no pages: the feed of corrections, and the badge."""
    if site.history is not None:
        yield SitePage("corrections.atom", feed.corrections(site).encode())
    yield SitePage("badge.svg", badge.picture(site.report.totals).encode())


def render_page(site: Site, path: str) -> SitePage | None:
    """Return one page of a site; None where it has no such page.

    Args:
        site: the site.
        path: the page's path, relative to the site's folder.

    Raises:
        RequestError: a template that takes the place of ours cannot be used.
    """
    templates = Templates(site.templates)
    for claim_id in site.claims:
        if links.claim_path(claim_id) == path:
            return claim_page(claim_id, site, templates)
    for source_id in site.source_cards:
        if links.source_path(source_id) == path:
            return source_page(source_id, site, templates)
    for page in extras(site):
        if page.path == path:
            return page
    for name in _overview_names(site):
        if links.PAGES[name] == path:
            return _overview(name, site).rendered(templates)
    drafts = chain(list_drafts(site), removed_drafts(site))
    return next((draft.rendered(templates) for draft in drafts if draft.path == path), None)


def render_single(site: Site) -> bytes:
    """Return the whole site as one page.

    Raises:
        RequestError: a template that takes the place of ours cannot be used.
    """
    to = links.SingleFileLinks()
    cards = list(site.claim_cards.values())
    values = {
        **_frame(site, to, "claims", "site", "claims"),
        **_list_values(site, to),
        **_row_values(cards, to),
        "data": _script_data(cards, to) if cards else "",
        **_overviews(site, to),
        "claim_pages": [claim_view(assessed, site, to) for assessed in site.claims.values()],
        "source_pages": [source_view(site.source(name), site, to) for name in site.source_cards],
        "pages": [],
        "page_number": 1,
        "single": True,
    }
    return Templates(site.templates).render("single.html", values)


def _frame(site: Site, to: links.Links, current: str, *scripts: str) -> View:
    """Return what every page has: its style, its policy, and the way to the others."""
    parts = assets()
    if site.live:
        scripts = (*scripts, "live")
    names = ("claims", *_overview_names(site))
    return {
        "site_title": site.title,
        "style": parts.style,
        "head_script": parts.scripts[scripts[0]],
        "end_script": parts.scripts[scripts[1]] if len(scripts) > 1 else "",
        "live_script": parts.scripts["live"] if site.live else "",
        "live": getattr(to, "root", "") if site.live else None,
        "policy": parts.policy(*scripts, live=site.live),
        "current": current,
        "navigation": [
            {"name": name, "title": name.capitalize(), "url": to.page(name)} for name in names
        ],
        "rule_url": to.view("rule"),
        "feed": f"{getattr(to, 'root', '')}corrections.atom" if site.history is not None else "",
        "canonical": "",
        "single": False,
    }


def _list_paths(claims: int) -> list[str]:
    pages = max(1, -(-claims // ROWS_ON_A_PAGE))
    return ["index.html", *(f"claims-{number}.html" for number in range(2, pages + 1))]


def list_drafts(site: Site) -> Iterator[PageDraft]:
    """Yield the pages of the list of claims, still to be made."""
    to, paths = links.FolderLinks(), _list_paths(len(site.claim_cards))
    cards = list(site.claim_cards.values())
    shared = _list_values(site, to)
    for number, path in enumerate(paths, 1):
        first = number == 1
        shown = cards[(number - 1) * ROWS_ON_A_PAGE : number * ROWS_ON_A_PAGE]
        values = {
            **_frame(site, to, "claims", "site", *(["claims"] if first else [])),
            **shared,
            **_row_values(shown, to),
            "data": _script_data(cards, to) if first and cards else "",
            "canonical": site.base_url + ("" if first else path) if site.base_url else "",
            "pages": [{"number": n, "url": other} for n, other in enumerate(paths, 1)],
            "page_number": number,
        }
        yield PageDraft(path, "claims.html", values)


def _row_values(shown: Iterable[ClaimCard], to: links.Links) -> View:
    """Return the rows of one page of the list."""
    return {"rows": [{**card.row, "url": to.claim(card.id)} for card in shown]}


def _script_data(cards: Iterable[ClaimCard], to: links.Links) -> Markup:
    """Return what the script of the list looks through, as JSON."""
    cards = list(cards)
    rows = claim_rows.script_rows(
        (card.script for card in cards), (to.claim(card.id) for card in cards)
    )
    words, flags = script_json(_status_words()), script_json(_flag_words())
    data = f'{{"rows":{rows},"words":{words},"flags":{flags}}}'
    return Markup(data)  # noqa: S704 - put together of what may stand in a script element


def _list_values(site: Site, to: links.Links) -> View:
    """Return what every page of the list of claims has."""
    rows = [card.row for card in site.claim_cards.values()]
    counts = claim_rows.status_counts(rows)
    for status_count in counts:
        status_count["url"] = to.view(f"status={status_count['status']}")
    return {
        "status_words": _status_words(),
        "status_meanings": {str(status): text for status, text in wording.MEANINGS.items()},
        "rule": _rule(),
        "flag_words": _flag_words(),
        "counts": counts,
        "picture": badge.status_picture(counts),
        "filters": claim_rows.filter_values(rows),
        "total": count(len(rows), "claim"),
        "closing": phrases.closing(site.report.totals),
        "today": site.report.assessment.today,
        "commit": site.commit,
        "unread": site.unread,
        "general_findings": [each for each in site.report.findings if not each.claim],
    }


def _rule() -> list[View]:
    statuses = {UNSOURCED_ROW: Status.UNSOURCED, **{row.number: row.status for row in TABLE}}
    return [
        {"number": number, "text": wording.RULE[number], "status": str(status)}
        for number, status in sorted(statuses.items())
    ]


def _status_words() -> dict[str, str]:
    return {str(status): word for status, word in STATUSES.items()}


def _flag_words() -> dict[str, str]:
    return {str(flag): text for flag, text in status_phrases.FLAGS.items()}


def _overviews(site: Site, to: links.Links) -> View:
    values: View = {}
    for name in ("sources", "parties", "timeline", "corrections"):
        values |= _overview_values(name, site, to)
    return values


def _overview_values(name: str, site: Site, to: links.Links) -> View:
    if name == "sources":
        return {"sources": overviews.sources_view(site, to)}
    if name == "parties":
        return {"parties": overviews.parties_view(site, to)}
    if name == "timeline":
        return {"years": overviews.timeline_view(site, to), "undated": overviews.undated(site)}
    history = site.history
    views = []
    for event in reversed(history.corrections if history else ()):
        view = events.event_view(event)
        present = event.claim in site.claim_cards or not isinstance(to, links.SingleFileLinks)
        view["url"] = to.claim(event.claim) if present else ""
        views.append(view)
    oldest = history.oldest if history and history.earlier else None
    return {
        "corrections": views,
        "has_history": history is not None,
        "since": oldest.day if oldest else "",
    }


def _overview(name: str, site: Site) -> PageDraft:
    path, to = links.PAGES[name], links.FolderLinks()
    values = {
        **_frame(site, to, name, "site"),
        **_overview_values(name, site, to),
        "canonical": site.base_url + path if site.base_url else "",
    }
    return PageDraft(path, path, values)


def claim_page(claim_id: str, site: Site, templates: Templates) -> SitePage:
    """Return the page of a claim.

    Args:
        claim_id: the claim's id.
        site: the site, with the claim as assessed.
        templates: those of the site.

    Raises:
        RequestError: a template that takes the place of ours cannot be used.
    """
    to = links.FolderLinks("../")
    values = {
        **_frame(site, to, "claim", "site"),
        "canonical": _canonical(site, links.FolderLinks().claim(claim_id)),
        "claim": claim_view(site.claims[claim_id], site, to),
        "shown": shown_fingerprint(claim_id, site) if site.live else "",
    }
    return SitePage(links.claim_path(claim_id), templates.render("claim.html", values))


def shown_fingerprint(claim_id: str, site: Site) -> str:
    """Return the fingerprint of what a reviewer reads of a claim.

    Args:
        claim_id: the claim's id.
        site: the site, with the claim as assessed.
    """
    return fingerprint(snapshot(site.claims[claim_id], site.report.assessment.dossier))


def source_page(source_id: str, site: Site, templates: Templates) -> SitePage:
    """Return the page of a source.

    Args:
        source_id: the source's id.
        site: the site.
        templates: those of the site.

    Raises:
        RequestError: a template that takes the place of ours cannot be used.
    """
    to = links.FolderLinks("../")
    values = {
        **_frame(site, to, "source", "site"),
        "canonical": _canonical(site, links.FolderLinks().source(source_id)),
        "source": source_view(site.source(source_id), site, to),
    }
    return SitePage(links.source_path(source_id), templates.render("source.html", values))


def removed_drafts(site: Site) -> Iterator[PageDraft]:
    """Yield the pages of claims and sources that are gone, still to be made."""
    if (history := site.history) is None:
        return
    to = links.FolderLinks("../")
    for kind, removed in (("claim", history.removed_claims), ("source", history.removed_sources)):
        present = site.claim_cards if kind == "claim" else site.source_cards
        path_of = links.claim_path if kind == "claim" else links.source_path
        for gone in removed:
            if gone.id in present:
                continue
            past = history.of_claim(gone.id) if kind == "claim" else ()
            values = {
                **_frame(site, to, kind, "site"),
                "kind": kind,
                "removed": gone,
                "events": [events.event_view(event) for event in reversed(past)],
            }
            yield PageDraft(path_of(gone.id), "removed.html", values)


def _canonical(site: Site, path: str) -> str:
    return site.base_url + path if site.base_url else ""
