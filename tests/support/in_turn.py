"""Command lines that one process runs in turn: the beginning of a program for `python -c`."""

# `answered` runs a command line, and returns its status and what it wrote, on both streams.
ANSWERED = """
import io, json, sys

out, answers = sys.stdout, []

def answered(arguments):
    from claimcheck.__main__ import main
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _stream in range(2))
    status = main(arguments)
    written = []
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
        written.append(stream.buffer.getvalue().decode())
    return [status, *written]
"""
