"""What `claimcheck find --duplicates` shows: one file a format, named as `--format` does.

Each offers a pure function to a text that ends with a line end:

    render(pairs: Sequence[DuplicatePair], claims: Mapping[str, Claim], screen: Screen) -> str

It never prints, reads no file and knows no clock; it may use the parts beside this folder, and no
other format.
"""
