"""A claim's page as others cite it: in a sentence, as BibTeX, as CSL-JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
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


def citation(assessed: AssessedClaim, site: Site) -> dict[str, str]:
    """Return a claim's citation: the parts of a sentence, `bibtex` and `csl`.

    The sentence is put together of the claim's words, a `note`, the `title` of the site and what
    stands `behind` it, since words in another direction are set apart from what is around them.
    """
    claim = visible_text(" ".join(assessed.claim.text.split()))
    url = site.base_url + quote(claim_path(assessed.id)) if site.base_url else ""
    status = STATUSES[assessed.derivation.status].lower()
    note = f"Status: {status} ({phrases.evidence_counts(assessed.derivation.counts)})"
    changed = _last_changed(assessed.id, site)
    when = f", {changed.isoformat()}" if changed else ""
    return {
        "claim": claim,
        "note": note,
        "title": site.title,
        "behind": f"{when}.{f' {url}' if url else ''}",
        "bibtex": _bibtex(assessed.id, claim, note, site.title, url, changed),
        "csl": _csl(assessed.id, claim, note, site.title, url, changed),
    }


def _last_changed(claim_id: str, site: Site) -> dt.date | None:
    events = site.history.of_claim(claim_id) if site.history else ()
    return events[-1].commit.day if events else None


def _bibtex(  # noqa: PLR0913, PLR0917 - one parameter a field
    key: str, claim: str, note: str, title: str, url: str, changed: dt.date | None
) -> str:
    fields = [("title", "{" + tex(claim) + "}"), ("howpublished", tex(title))]
    if changed:
        fields += [("year", str(changed.year)), ("month", str(changed.month))]
    if url:
        # A percent sign belongs to an address as it is; braces do not occur in one.
        fields.append(("url", re.sub(r"[{}\\]", "", url)))
    fields.append(("note", tex(note)))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@misc{{{re.sub(r'[^A-Za-z0-9_:.-]', '-', key)},\n{lines}}}"


def _csl(  # noqa: PLR0913, PLR0917 - one parameter a field
    key: str, claim: str, note: str, title: str, url: str, changed: dt.date | None
) -> str:
    item: dict[str, object] = {
        "id": key,
        "type": "webpage",
        "title": claim,
        "container-title": title,
        "note": note,
    }
    if changed:
        item["issued"] = {"date-parts": [[changed.year, changed.month, changed.day]]}
    if url:
        item["URL"] = url
    return json.dumps([item], indent=2, ensure_ascii=False)
