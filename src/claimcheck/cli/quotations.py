"""Quotations as they are sent to `claimcheck quote`: as an argument, or by standard input."""

from __future__ import annotations

import json

from claimcheck.cli import console
from claimcheck.dossier.strict_yaml import MAX_BYTES
from claimcheck.model import Quote
from claimcheck.system.plain_files import MAX_TEXT_BYTES

_MAX_QUOTES = 10_000
# The name by which a quotation is sent in, for whoever sent it; None where it has none.
Name = str | int | None


def quotations_of(argument: str) -> list[tuple[Name, Quote]]:
    """Return the quotation that an argument is; `-` reads many from standard input.

    Raises:
        RequestError: there is none, one is empty or too long, or there are too many.
    """
    if argument != "-":
        return [(None, _quote(argument, "the quotation"))]
    quotations = []
    # JSON keeps other signs that end a line as they are, so that only this one parts records.
    for number, line in enumerate(console.from_standard_input(MAX_TEXT_BYTES).split("\n"), 1):
        if line.strip():
            quotations.append(_of_line(line, number))
        if len(quotations) > _MAX_QUOTES:
            console.refuse(f"more than {_MAX_QUOTES:,} quotations at once", "split them")
    if not quotations:
        console.refuse("standard input holds no quotation", "write one a line")
    return quotations


def _of_line(line: str, number: int) -> tuple[Name, Quote]:
    where = f"line {number} of standard input"
    if not line.lstrip().startswith("{"):
        return number, _quote(line.strip(), where)
    try:
        record = json.loads(line)
        text = record["quote"]
    except (ValueError, KeyError, RecursionError):
        console.refuse(f'{where}: is no JSON object with "quote"')
    if not isinstance(text, str):
        console.refuse(f'{where}: "quote" is no text')
    name = record.get("id", number)
    return name if isinstance(name, (str, int)) else number, _quote(text, where)


def _quote(text: str, where: str) -> Quote:
    if not text.strip():
        console.refuse(f"{where} is empty")
    if len(text) > MAX_BYTES:
        console.refuse(f"{where} is longer than {MAX_BYTES:,} characters")
    return Quote(text)
