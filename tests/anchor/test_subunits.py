"""Parts of a currency: of which one they are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.anchor.subunits import Subunit, in_currency, subunit_behind


@pytest.mark.parametrize(
    ("code", "text", "unit", "end"),
    [
        ("en", "30 cents", "$", 8),
        ("en", "30 cents, or €0.30", "€", 8),
        ("en", "30-cent coin", "$", 7),
        ("en", "30 Pence", "£", 8),
        ("de", "30 Rappen", "CHF", 9),
        ("de", "30 Cent", "€", 7),
        ("de", "30 Cent von einem Dollar", "$", 7),
        ("de", "30 Cent, zwei Euro von einem Dollar", "€", 7),
        ("it", "30 centesimi  di euro", "€", 21),
        ("sv", "30 öre", "kr", 6),
        ("pt", "30 centavos", "R$", 11),
    ],
)
def test_a_part_of_a_currency_behind_a_number(code: str, text: str, unit: str, end: int) -> None:
    assert subunit_behind(text, 2, len(text), code) == Subunit(unit, end)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "30 centsless"),
        ("en", "30  cents"),
        ("fr", "30 cent"),
        ("", "30 cents"),
        ("pl", "30"),
    ],
)
def test_what_is_no_part_of_a_currency_is_none(code: str, text: str) -> None:
    assert subunit_behind(text, 2, len(text), code) is None


def test_the_currency_may_stand_2000_characters_away() -> None:
    near, far = (f"30 cents{blanks * ' '}€" for blanks in (1993, 1994))

    assert subunit_behind("€30 cents", 3, 9, "en") == Subunit("€", 9)
    assert subunit_behind(near, 2, 8, "en") == Subunit("€", 8)
    assert subunit_behind(far, 2, 8, "en") == Subunit("$", 8)


def test_a_hundred_parts_are_one() -> None:
    assert in_currency(Decimal(30)) == Decimal("0.30")
