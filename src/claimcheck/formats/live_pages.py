"""Addresses on the web: whether they may be links, and where a passage is on the live page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from claimcheck.dossier import locators
from claimcheck.model import Measure

if TYPE_CHECKING:
    from claimcheck.anchor import Anchor
    from claimcheck.model import Source

_SCHEMES = ("http", "https")
# Longer passages are linked by their first and last words.
_LONGEST_FRAGMENT = 300
_WORDS_AT_EITHER_END = 5
_CONTEXT_WORDS = 3
_SHORT_PASSAGE = 20
_VIDEO_HOSTS = ("youtube.com", "youtu.be", "vimeo.com")


def web_address(address: str | None) -> str:
    """Return an address that may become a link: http or https with a host; else nothing."""
    if not address or not address.isprintable() or any(sign.isspace() for sign in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme.lower() in _SCHEMES and parts.hostname else ""


def language_tag(language: str | None) -> str:
    """Return a language as `lang` takes it; nothing where it is none."""
    match = re.fullmatch(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}", language or "")
    return match[0].replace("_", "-") if match else ""


def live_passage(source: Source, anchor: Anchor) -> str:
    """Return where a passage is on the live page: by its page, its time or its words.

    Args:
        source: the document.
        anchor: where the passage stands in its text.

    Returns:
        The address; nothing where the document has none that may be a link.
    """
    address = web_address(source.url)
    if not address or anchor.start is None or anchor.end is None or source.text is None:
        return address
    labels = locators.locator_labels(source, anchor.start, anchor.end)
    if labels and source.locators[0].measure is Measure.TIME:
        return _at_time(address, labels[0])
    if labels:
        return f"{address.partition('#')[0]}#page={labels[0]}"
    start, end = anchor.parts[0] if anchor.parts else (anchor.start, anchor.end)
    directive = text_directive(source.text, start, end)
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}" if directive else address


def text_directive(text: str, start: int, end: int) -> str:
    """Return a passage as browsers look it up in a page (`text=…` of a text fragment).

    Args:
        text: the text that it stands in.
        start: where it begins, in code points.
        end: where it ends.
    """
    passage = " ".join(text[start:end].split())
    # What runs over blocks of a page is not found as one; its beginning and its end are.
    blocks = "\n" in text[start:end].strip()
    words = passage.split(" ")
    if len(words) > 2 * _WORDS_AT_EITHER_END and (blocks or len(passage) > _LONGEST_FRAGMENT):
        first, last = words[:_WORDS_AT_EITHER_END], words[-_WORDS_AT_EITHER_END:]
        return f"{_term(' '.join(first))},{_term(' '.join(last))}"
    if len(passage) > _LONGEST_FRAGMENT:
        return f"{_term(passage[:40])},{_term(passage[-40:])}"
    is_short = len(passage) < _SHORT_PASSAGE or text.count(text[start:end]) > 1
    before = text[max(0, start - 80) : start].rpartition("\n")[2].split()[-_CONTEXT_WORDS:]
    after = text[end : end + 80].partition("\n")[0].split()[:_CONTEXT_WORDS]
    prefix = f"{_term(' '.join(before))}-," if is_short and before else ""
    suffix = f",-{_term(' '.join(after))}" if is_short and after else ""
    return f"{prefix}{_term(passage)}{suffix}"


def _term(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")


def _at_time(address: str, label: str) -> str:
    total = 0
    for part in locators.whole_seconds(label).split(":"):
        total = 60 * total + int(part)
    host = urlsplit(address).hostname or ""
    base, _, _ = address.partition("#")
    if any(host == name or host.endswith(f".{name}") for name in _VIDEO_HOSTS):
        return f"{base}{'&' if '?' in base else '?'}t={total}s"
    return f"{base}#t={total}"
