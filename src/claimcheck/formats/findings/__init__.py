"""What `claimcheck check` found: one file a format, named as `--format` and `--output` name it.

Each offers a pure function to a text that ends with a line end:

    render(report: Report, screen: Screen) -> str

It never prints, reads no file and knows no clock; it may use the parts beside this folder, and no
other format.

A check that looks again only at what has changed makes a report whose assessment holds no other
claims. A format that reads `report.assessment.claims` is named in `NEEDS_CLAIMS` and gets them all.
"""

NEEDS_CLAIMS = frozenset({"junit", "markdown", "sarif"})
