"""Readers of articles, one file a kind: bytes in, an `Article` out.

A file here is named for a kind of article. It defines `SUFFIXES`, the endings of such files, and

    read(path: str, data: bytes) -> Article

which is pure, and raises `UnreadableError` with a clause that says why. It reads what readers see,
keeps the place of every word in the original, and bounds its own work: articles are read in the
process itself, since nothing of them is kept.
"""
