"""Doors beside the command line: servers that offer the same functions, with no logic of their own.

Each is a package here, imported by its command alone, since its library is an extra.
"""
