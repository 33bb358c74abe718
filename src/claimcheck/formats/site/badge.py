"""Small pictures: claims by status, and a badge that says whether the gate is green."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from claimcheck.formats.badge_words import badge_color, badge_message

if TYPE_CHECKING:
    from claimcheck.gate.report import Totals

_LETTER = 6.6
_WIDTH = 600
_LABEL = "claims"
_COLORS = {"brightgreen": "#2d7a3d", "yellow": "#8a6100", "red": "#b3261e", "lightgrey": "#5f5f5f"}


def picture(totals: Totals) -> str:
    """Return a badge as SVG: what was found in how many claims."""
    message = badge_message(totals)
    left = round(len(_LABEL) * _LETTER) + 14
    right = round(len(message) * _LETTER) + 14
    color = _COLORS[badge_color(totals)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" '
        f'aria-label="{_LABEL}: {message}"><title>{_LABEL}: {message}</title>'
        f'<rect width="{left + right}" height="20" rx="3" fill="{color}"/>'
        f'<path d="M3 0h{left - 3}v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#444"/>'
        '<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" '
        f'font-size="11"><text x="{left / 2}" y="14">{_LABEL}</text>'
        f'<text x="{left + right / 2}" y="14">{message}</text></g></svg>\n'
    )


def status_picture(counts: list[dict[str, object]]) -> Markup:
    """Return claims by status as a bar, in SVG; the page says the same in words."""
    numbers = {str(count["status"]): int(str(count["count"])) for count in counts}
    total = sum(numbers.values())
    if not total:
        return Markup("")
    parts, left = [], 0.0
    for status, number in numbers.items():
        width = _WIDTH * number / total
        if number:
            parts.append(
                f'<rect class="fill-{status}" x="{left:.1f}" y="0" '
                f'width="{max(width - 1.5, 1):.1f}" height="14"/>'
            )
        left += width
    bars = "".join(parts)
    return Markup(  # noqa: S704 - numbers and our own words
        f'<svg class="bar" viewBox="0 0 {_WIDTH} 14" preserveAspectRatio="none" '
        f'aria-hidden="true">{bars}</svg>'
    )
