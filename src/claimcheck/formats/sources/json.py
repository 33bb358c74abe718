"""JSON for programs: what is known of the sources, without their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import dump, enveloped, source_object

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.sources import CatalogueEntry
    from claimcheck.formats.screen import Screen


def render(entries: Sequence[CatalogueEntry], assessment: Assessment, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return what is known of the sources, without their texts.

    Args:
        entries: the sources, in this order.
        assessment: the whole project, for what could not be read.
        screen: is not looked at.
    """
    fields = {
        "sources": [source_object(entry) for entry in entries],
        "unread": list(assessment.dossier.unread_records),
    }
    return dump(enveloped("sources", fields))
