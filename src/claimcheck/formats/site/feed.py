"""The feed of corrections (Atom, RFC 4287): what became of claims' statuses, newest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import escape

from claimcheck.formats.site import events
from claimcheck.formats.site.foreign import visible_text
from claimcheck.formats.site.links import claim_path

if TYPE_CHECKING:
    from claimcheck.assessment.history import ClaimEvent
    from claimcheck.formats.site.site import Site

_MOST_ENTRIES = 100


def corrections(site: Site) -> str:
    """Return the feed; with addresses where it is known where the site is published."""
    changes = list(reversed(site.history.corrections if site.history else ()))[:_MOST_ENTRIES]
    updated = changes[0].commit.time if changes else "1970-01-01T00:00:00Z"
    own = f'<link rel="self" href="{escape(site.base_url)}corrections.atom"/>\n' * bool(
        site.base_url
    )
    identity = site.base_url or f"urn:claimcheck:{quote(site.title, safe='')}"
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{_text(site.title)}: corrections</title>\n"
        f"<id>{escape(identity)}</id>\n{own}<updated>{updated}</updated>\n"
        f"<author><name>{_text(site.title)}</name></author>\n"
    )
    return head + "".join(_entry(event, site) for event in changes) + "</feed>\n"


def _entry(event: ClaimEvent, site: Site) -> str:
    view = events.event_view(event)
    path = quote(claim_path(event.claim))
    link = f'<link href="{escape(site.base_url + path)}"/>\n' if site.base_url else ""
    identity = f"urn:claimcheck:{event.commit.id}:{quote(event.claim, safe='')}"
    if event.after is None:
        title = f"Removed: {view['text']}"
    else:
        title = f"{view['old_status']} → {view['new_status']}: {view['text']}"
    summary = f"{view['reason']} Commit: {event.commit.subject}".strip()
    return (
        f"<entry>\n<title>{_text(title)}</title>\n<id>{escape(identity)}</id>\n{link}"
        f"<updated>{event.commit.time}</updated>\n"
        f"<summary>{_text(summary)}</summary>\n</entry>\n"
    )


def _text(text: object) -> str:
    # What XML cannot hold is shown escaped already, but for what a page may hold and XML may not.
    return str(escape(re.sub(r"[\x00-\x08\x0b-\x1f]", " ", visible_text(str(text)))))
