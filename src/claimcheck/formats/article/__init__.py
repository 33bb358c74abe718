"""What `claimcheck article` found in articles: one file a format, named as `--format` names it.

Each offers a pure function to a text that ends with a line end:

    render(report: Report, screen: Screen) -> str

The articles are `report.assessment.articles`; `report.findings` holds what was found in them alone.
"""
