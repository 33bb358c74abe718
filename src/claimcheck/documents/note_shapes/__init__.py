"""Files of notes that other programs write, one file a format.

A format is a module with `notes(data)`, which yields the notes, and raises `AnswerError` where the
file is none of its kind.
"""
