"""How Sphinx makes a site of these pages: `make docs`, which writes build/docs."""

from __future__ import annotations

project = "claimcheck"
author = "The claimcheck maintainers"
root_doc = "README"
extensions = ["myst_parser"]
exclude_patterns = ["guide/bridge"]
source_suffix = {".md": "markdown"}

# Links to headings, as forges make them.
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]
suppress_warnings = [
    "misc.highlighting_failure",  # mermaid and console sessions are no programming languages
    "myst.xref_missing",  # files beside the pages; tests check that they are there
    "myst.header",  # generated pages begin at the level that suits them
    "toc.not_included",  # the first page lists all, in its own words
]

# Calm, readable at any width, dark where the reader's system is; no script from elsewhere.
html_theme = "furo"
html_title = "claimcheck"
html_static_path = ["images"]
html_theme_options = {"navigation_with_keys": True}
