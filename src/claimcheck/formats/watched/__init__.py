"""What `claimcheck source watch` shows: one file a format, named as `--format` names it.

Each offers a pure function to a text that ends with a line end:

    render(sources: Sequence[WatchedSource], unaddressed: int, screen: Screen) -> str

(`unaddressed` is how many quoted sources have no address, and so were not looked at). It never
prints, reads no file and knows no clock; it may use the parts beside this folder, and no other
format.
"""
