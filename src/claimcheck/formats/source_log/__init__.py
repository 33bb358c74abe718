"""What `claimcheck log SOURCE` shows: one file a format, named as `--format` names it.

Each offers a pure function to a text that ends with a line end:

    render(source: str, history: History, screen: Screen) -> str

It never prints, reads no file and knows no clock; it may use the parts beside this folder, and no
other format.
"""
