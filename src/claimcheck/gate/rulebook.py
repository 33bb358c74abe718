"""The rules as a reader meets them: name, severity in this project, and the page of each."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, replace
from functools import cache

from claimcheck import rules
from claimcheck.model import Severity
from claimcheck.system import plugins

HEADINGS = ("Why", "Mend", "Example")


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's page.

    `severity` is its own; `off` is true when a project must ask for the rule, `allowable` when a
    claim may silence it in every project; `coverage` says what a rule that goes by lists of words
    has lists for.
    """

    name: str
    severity: Severity
    off: bool
    allowable: bool
    summary: str
    why: str
    mend: str
    example: str
    coverage: str = ""


@cache
def page(name: str) -> Page:
    """Return the page of one rule, without its coverage.

    Raises:
        ModuleNotFoundError: there is no such rule.
    """
    module = plugins.module(rules, name)
    summary, _, rest = (inspect.getdoc(module) or "").partition("\n")
    sections = dict.fromkeys(HEADINGS, "")
    heading = ""
    for line in rest.splitlines():
        if line.removesuffix(":") in sections:
            heading = line.removesuffix(":")
        elif heading:
            sections[heading] += line.strip() + "\n"
    return Page(
        name,
        Severity(module.SEVERITY),
        getattr(module, "OFF_BY_DEFAULT", False),
        getattr(module, "ALLOWABLE", False),
        summary.strip(),
        *(" ".join(sections[title].split()) for title in HEADINGS),
    )


def page_with_coverage(name: str) -> Page:
    """Return the page of one rule, for which every list that it goes by is loaded.

    Raises:
        ModuleNotFoundError: there is no such rule.
    """
    coverage = getattr(plugins.module(rules, name), "coverage", None)
    return replace(page(name), coverage=coverage()) if coverage else page(name)


def pages() -> tuple[Page, ...]:
    """Return the pages of all rules, by name."""
    return tuple(page(name) for name in plugins.names(rules))
