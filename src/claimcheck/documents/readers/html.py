"""Web pages: all that a browser shows of them without scripts, with the main part marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.webpage import read_page

if TYPE_CHECKING:
    from claimcheck.documents.reader import Extract, ExtractOptions

SUFFIXES = (".html", ".htm", ".xhtml")
MEDIA_TYPES = ("text/html", "application/xhtml+xml")
DISTRIBUTION = "trafilatura"
EXTRA = "html"
MAGIC = (b"<!doctype html", b"<!DOCTYPE html", b"<!DOCTYPE HTML", b"<html", b"<HTML")


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return a page's text and metadata."""
    return read_page(data, options)
