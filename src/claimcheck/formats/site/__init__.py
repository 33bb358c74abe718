"""A dossier as web pages that anybody can open: what `claimcheck report` writes.

`pages.render` and `pages.render_single` take values and return paths with their bytes. They write
nothing, know no clock, and make the same bytes of the same values.

All that a dossier says is foreign: templates escape it, `foreign` shows what would hide, scripts
get it as data, and a policy in every page keeps out whatever is not the page's own.
"""
