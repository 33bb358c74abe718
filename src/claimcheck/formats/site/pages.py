"""The pages of a site, each made of a template and a view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from claimcheck.formats import phrases
from claimcheck.formats.site import badge, claim_rows, events, feed, links, overviews, wording
from claimcheck.formats.site.claim_view import claim_view
from claimcheck.formats.site.foreign import script_json
from claimcheck.formats.site.site import SitePage
from claimcheck.formats.site.source_view import source_view
from claimcheck.formats.site.templating import Templates, assets
from claimcheck.system.parallel import parallel_map
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.formats.site.site import Site

ROWS_ON_A_PAGE = 200
_MIN_PAGES_FOR_TWO_PROCESSES = 1000
View = dict[str, object]


def render(site: Site) -> Iterator[SitePage]:
    """Yield the files of a site, with paths relative to its folder.

    Raises:
        RequestError: a template that takes the place of ours cannot be used.
    """
    templates = Templates(site.templates)
    to, inner = links.FolderLinks(), links.FolderLinks("../")
    yield from _claim_lists(site, templates, to)
    yield _overview("sources", site, templates, to)
    yield _overview("parties", site, templates, to)
    yield _overview("timeline", site, templates, to)
    claims = partial(_claim_page, site=site, templates=templates, to=inner)
    yield from parallel_map(claims, list(site.claims), _MIN_PAGES_FOR_TWO_PROCESSES)
    sources = partial(_source_page, site=site, templates=templates, to=inner)
    yield from parallel_map(sources, list(site.entries), _MIN_PAGES_FOR_TWO_PROCESSES)
    if site.history is not None:
        yield _overview("corrections", site, templates, to)
        yield SitePage("corrections.atom", feed.corrections(site).encode())
        yield from _removed_pages(site, templates, inner)
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
    to, inner = links.FolderLinks(), links.FolderLinks("../")
    for claim_id in site.claims:
        if links.claim_path(claim_id) == path:
            return _claim_page(claim_id, site, templates, inner)
    for source_id in site.entries:
        if links.source_path(source_id) == path:
            return _source_page(source_id, site, templates, inner)
    if path == "badge.svg":
        return SitePage(path, badge.picture(site.report.totals).encode())
    for name in ("sources", "parties", "timeline", "corrections"):
        if links.PAGES[name] == path and (name != "corrections" or site.history is not None):
            return _overview(name, site, templates, to)
    pages = _claim_lists(site, templates, to)
    return next((page for page in pages if page.path == path), None)


def render_single(site: Site) -> bytes:
    """Return the whole site as one page.

    Raises:
        RequestError: a template that takes the place of ours cannot be used.
    """
    to = links.SingleFileLinks()
    rows = [claim_rows.claim_row(assessed, site) for assessed in site.claims.values()]
    values = {
        **_frame(site, to, "claims", "site", "claims"),
        **_list_values(site, rows, rows, to),
        **_overviews(site, to),
        "claim_pages": [claim_view(assessed, site, to) for assessed in site.claims.values()],
        "source_pages": [source_view(entry, site, to) for entry in site.entries.values()],
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
    names = ["claims", "sources", "parties", "timeline"]
    if site.history is not None:
        names.append("corrections")
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
        "feed": f"{getattr(to, 'root', '')}corrections.atom" if site.history is not None else "",
        "canonical": "",
        "single": False,
    }


def _claim_lists(site: Site, templates: Templates, to: links.FolderLinks) -> Iterator[SitePage]:
    rows = [claim_rows.claim_row(assessed, site) for assessed in site.claims.values()]
    starts = range(0, max(len(rows), 1), ROWS_ON_A_PAGE)
    paths = ["index.html", *(f"claims-{number}.html" for number in range(2, len(starts) + 1))]
    for number, (start, path) in enumerate(zip(starts, paths, strict=True), 1):
        first = number == 1
        shown = rows[start : start + ROWS_ON_A_PAGE]
        values = {
            **_frame(site, to, "claims", "site", *(["claims"] if first else [])),
            **_list_values(site, rows, shown, to, with_data=first),
            "canonical": site.base_url + ("" if first else path) if site.base_url else "",
            "pages": [{"number": n, "url": other} for n, other in enumerate(paths, 1)],
            "page_number": number,
        }
        yield SitePage(path, templates.render("claims.html", values))


def _list_values(
    site: Site,
    rows: list[claim_rows.Row],
    shown: list[claim_rows.Row],
    to: links.Links,
    *,
    with_data: bool = True,
) -> View:
    assessment = site.report.assessment
    with_urls = [{**row, "url": to.claim(str(row["id"]))} for row in shown]
    counts = claim_rows.status_counts(rows)
    words = {status_count["status"]: status_count["word"] for status_count in counts}
    data: object = ""
    if with_data:
        urls = [to.claim(str(row["id"])) for row in rows]
        script_rows = claim_rows.script_rows(rows, urls)
        data = script_json({"rows": script_rows, "words": words, "flags": _flag_words()})
    for status_count in counts:
        status_count["url"] = to.view(f"status={status_count['status']}")
    return {
        "rows": with_urls,
        "data": data,
        "status_words": words,
        "status_meanings": {str(status): text for status, text in wording.MEANINGS.items()},
        "flag_words": _flag_words(),
        "counts": counts,
        "picture": badge.status_picture(counts),
        "filters": claim_rows.filter_values(rows),
        "total": count(len(rows), "claim"),
        "closing": phrases.closing(site.report.totals),
        "today": assessment.today,
        "commit": site.commit,
        "unread": assessment.dossier.unread,
        "general_findings": site.findings_by_claim.get("", ()),
    }


def _flag_words() -> dict[str, str]:
    return {str(flag): text for flag, text in phrases.FLAGS.items()}


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
        present = event.claim in site.claims or not isinstance(to, links.SingleFileLinks)
        view["url"] = to.claim(event.claim) if present else ""
        views.append(view)
    return {"corrections": views, "has_history": history is not None}


def _overview(name: str, site: Site, templates: Templates, to: links.FolderLinks) -> SitePage:
    path = links.PAGES[name]
    values = {
        **_frame(site, to, name, "site"),
        **_overview_values(name, site, to),
        "canonical": site.base_url + path if site.base_url else "",
    }
    return SitePage(path, templates.render(path, values))


def _claim_page(claim_id: str, site: Site, templates: Templates, to: links.FolderLinks) -> SitePage:
    values = {
        **_frame(site, to, "claim", "site"),
        "canonical": _canonical(site, links.FolderLinks().claim(claim_id)),
        "claim": claim_view(site.claims[claim_id], site, to),
    }
    return SitePage(links.claim_path(claim_id), templates.render("claim.html", values))


def _source_page(
    source_id: str, site: Site, templates: Templates, to: links.FolderLinks
) -> SitePage:
    values = {
        **_frame(site, to, "source", "site"),
        "canonical": _canonical(site, links.FolderLinks().source(source_id)),
        "source": source_view(site.entries[source_id], site, to),
    }
    return SitePage(links.source_path(source_id), templates.render("source.html", values))


def _removed_pages(site: Site, templates: Templates, to: links.FolderLinks) -> Iterator[SitePage]:
    history = site.history
    for kind, removed in (("claim", history.removed_claims), ("source", history.removed_sources)):  # type: ignore[union-attr]
        present = site.claims if kind == "claim" else site.entries
        path_of = links.claim_path if kind == "claim" else links.source_path
        for gone in removed:
            if gone.id in present:
                continue
            values = {
                **_frame(site, to, kind, "site"),
                "kind": kind,
                "removed": gone,
                "events": [
                    events.event_view(event)
                    for event in reversed(history.of_claim(gone.id))  # type: ignore[union-attr]
                ]
                if kind == "claim"
                else [],
            }
            yield SitePage(path_of(gone.id), templates.render("removed.html", values))


def _canonical(site: Site, path: str) -> str:
    return site.base_url + path if site.base_url else ""
