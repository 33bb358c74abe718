"""Quotations as they are sent to `claimcheck quote`: as an argument, or by standard input."""

from __future__ import annotations

import json
from dataclasses import dataclass

from claimcheck.cli import console
from claimcheck.dossier.strict_yaml import MAX_BYTES
from claimcheck.model import Quote
from claimcheck.system.plain_files import MAX_TEXT_BYTES

_MAX_QUOTES = 10_000
_LONGEST_SHOWN = 200  # characters, of a quotation that is too long
# The name by which a quotation is sent in, for whoever sent it; None where it has none.
Name = str | int | None


@dataclass(frozen=True, slots=True)
class SentQuotation:
    """A quotation as it was sent in; `trouble` says why it cannot be looked for, if it cannot."""

    name: Name
    quote: Quote
    trouble: str = ""


def quotations_of(argument: str) -> list[SentQuotation]:
    """Return the quotation that an argument is; `-` reads many from standard input.

    What is wrong with one of many spoils only that one.

    Raises:
        RequestError: there is none, or there are too many; one that is an argument is wrong.
    """
    if argument != "-":
        sent = _checked(None, argument, "the quotation")
        if sent.trouble:
            console.refuse(sent.trouble)
        return [sent]
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


def _of_line(line: str, number: int) -> SentQuotation:
    where = f"line {number} of standard input"
    if not line.lstrip().startswith("{"):
        return _checked(number, line.strip(), where)
    try:
        record = json.loads(line)
        text, name = record["quote"], record.get("id", number)
    except (ValueError, KeyError, RecursionError):
        return SentQuotation(number, Quote(""), f'{where}: is no JSON object with "quote"')
    name = name if isinstance(name, (str, int)) else number
    if not isinstance(text, str):
        return SentQuotation(name, Quote(""), f'{where}: "quote" is no text')
    return _checked(name, text, where)


def _checked(name: Name, text: str, where: str) -> SentQuotation:
    if not text.strip():
        return SentQuotation(name, Quote(text), f"{where} is empty")
    if len(text) > MAX_BYTES:
        trouble = f"{where} is longer than {MAX_BYTES:,} characters"
        return SentQuotation(name, Quote(text[:_LONGEST_SHOWN]), trouble)
    return SentQuotation(name, Quote(text))
