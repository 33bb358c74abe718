"""One command a file: arguments in, a text and an exit status out."""
