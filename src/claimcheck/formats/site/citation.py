"""A claim's page as others cite it: in a sentence, as BibTeX, as CSL-JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from claimcheck.formats import phrases
from claimcheck.formats.bibliography import tex
from claimcheck.formats.fact_checks import STATUSES
from claimcheck.formats.site.foreign import visible_text
from claimcheck.formats.site.links import claim_path

if TYPE_CHECKING:
    import datetime as dt

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.site.site import Site


class _CitedPage(NamedTuple):
    """A claim's page, as it is cited.

    Attributes:
        key: the claim's id.
        claim: what is claimed.
        note: the claim's status, and what it rests on.
        title: what the site is called.
        url: the page's address; "" where that is not known.
        changed: the day of the last commit that changed the claim, if that is known.
    """

    key: str
    claim: str
    note: str
    title: str
    url: str
    changed: dt.date | None


def citation(assessed: AssessedClaim, site: Site) -> dict[str, str]:
    """Return a claim's citation: the parts of a sentence, `bibtex` and `csl`.

    The sentence is put together of the claim's words, a `note`, the `title` of the site and what
    stands `behind` it, since words in another direction are set apart from what is around them.
    """
    status = STATUSES[assessed.derivation.status].lower()
    page = _CitedPage(
        key=assessed.id,
        claim=visible_text(" ".join(assessed.claim.text.split())),
        note=f"Status: {status} ({phrases.evidence_counts(assessed.derivation.counts)})",
        title=site.title,
        url=site.base_url + quote(claim_path(assessed.id)) if site.base_url else "",
        changed=_last_changed(assessed.id, site),
    )
    when = f", {page.changed.isoformat()}" if page.changed else ""
    return {
        "claim": page.claim,
        "note": page.note,
        "title": page.title,
        "behind": f"{when}.{f' {page.url}' if page.url else ''}",
        "bibtex": _bibtex(page),
        "csl": _csl(page),
    }


def _last_changed(claim_id: str, site: Site) -> dt.date | None:
    events = site.history.of_claim(claim_id) if site.history else ()
    return events[-1].commit.day if events else None


def _bibtex(page: _CitedPage) -> str:
    fields = [("title", "{" + tex(page.claim) + "}"), ("howpublished", tex(page.title))]
    if page.changed:
        fields += [("year", str(page.changed.year)), ("month", str(page.changed.month))]
    if page.url:
        # A percent sign belongs to an address as it is; braces do not occur in one.
        fields.append(("url", re.sub(r"[{}\\]", "", page.url)))
    fields.append(("note", tex(page.note)))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@misc{{{re.sub(r'[^A-Za-z0-9_:.-]', '-', page.key)},\n{lines}}}"


def _csl(page: _CitedPage) -> str:
    item: dict[str, object] = {
        "id": page.key,
        "type": "webpage",
        "title": page.claim,
        "container-title": page.title,
        "note": page.note,
    }
    if page.changed:
        day = page.changed
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    if page.url:
        item["URL"] = page.url
    return json.dumps([item], indent=2, ensure_ascii=False)
