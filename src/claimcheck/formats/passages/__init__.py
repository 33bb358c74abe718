"""One file per way to say what was found.

    passages(found: Found, screen: Screen) -> str
    duplicates(pairs: Sequence[Alike], claims: Mapping[str, Claim], screen: Screen) -> str

A format may leave a view out.
"""
