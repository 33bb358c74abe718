"""All that values say of themselves, as lines of a golden text.

A table of rows says what somebody can rely on; a golden text of the same rows tells when anything
else about them changes.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from claimcheck.anchor.figures import figures_in

if TYPE_CHECKING:
    from collections.abc import Iterable


def facts(value: Any) -> str:  # noqa: ANN401 - any dataclass or named tuple
    """Say what is not as in any other value of its kind: its fields, but for those left alone."""
    if hasattr(value, "_fields"):
        names, usual = value._fields, value._field_defaults
    else:
        names = [field.name for field in fields(value)]
        usual = {field.name: field.default for field in fields(value)}
    values = {name: getattr(value, name) for name in names}
    return ", ".join(
        f"{name} {each!s}"
        for name, each in values.items()
        if name not in usual or each != usual[name]
    )


def facts_of_figures(texts: Iterable[str]) -> str:
    """Say all that is read of the figures of some texts."""
    lines = []
    for text in texts:
        lines.append(repr(text))
        lines += [
            f"  {text[figure.start : figure.end]!r}: {facts(figure)}" for figure in figures_in(text)
        ]
    return "\n".join(lines) + "\n"
