"""What `claimcheck source` can be had in: one file a format, named as `--format` names it.

Each offers three views, pure functions to a text that ends with a line end:

    sources(entries: Sequence[Entry], assessment: Assessment, screen: Screen) -> str
    source(entry: Entry, assessment: Assessment, screen: Screen) -> str
    verification(verified: Sequence[Verified], screen: Screen) -> str
"""
