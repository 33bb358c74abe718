"""Bibliographies that others keep, one file a format: what each entry says, by our record's keys.

A format is a module with `entries(data)`, which yields the entries, and raises `AnswerError` where
the file is none of its kind.
"""
