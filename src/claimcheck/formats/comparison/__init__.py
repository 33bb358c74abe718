"""What `claimcheck diff` can be had in: one file a format, named as `--format` names it.

Each offers one view, a pure function to a text that ends with a line end:

    comparison(comparison: Comparison, screen: Screen) -> str
"""
