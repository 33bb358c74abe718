"""Units of two systems that measure one thing: miles and kilometres, pounds and kilograms."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from claimcheck.anchor.figure import Figure


class _Measure(NamedTuple):
    """The quantity that a unit measures, its system, and its size."""

    what: str
    is_metric: bool
    worth: Decimal


_MEASURES: Final = {
    unit: _Measure(what, is_metric, Decimal(worth))
    for what, is_metric, units in (
        ("length", True, "km=1000 m=1 cm=0.01 mm=0.001"),
        ("length", False, "mi=1609.344 yd=0.9144 ft=0.3048 in=0.0254"),
        ("mass", True, "t=1000000 q=100000 kg=1000 g=1 mg=0.001"),
        ("mass", False, "lb=453.59237 £=453.59237 oz=28.349523"),
        ("area", True, "km²=1000000 ha=10000 m²=1"),
        ("area", False, "ac=4046.8564"),
        ("speed", True, "km/h=1"),
        ("speed", False, "mph=1.609344 kn=1.852"),
        ("volume", True, "hl=100 l=1 ml=0.001"),
        ("volume", False, "gal=3.785412 bbl=158.98729"),
    )
    for unit, worth in (each.split("=") for each in units.split())
}
_IMPERIAL_GALLON: Final = Decimal("4.54609")
_DEGREES: Final = {"°C": True, "°F": False}
_FREEZING: Final = 32
_DEGREES_F: Final = Decimal("1.8")
_MOST_DEGREES_APART: Final = 12
# Whoever converts rounds, and not by more than this.
_MOST_APART: Final = Decimal("0.05")
_MOST_APART_OF_ABOUT: Final = Decimal("0.1")


def is_converted(figure: Figure, other: Figure) -> bool:
    """Whether a figure is another one in a unit of the other system, rounded as it is written.

    The other one may be rounded in its turn: `98 feet` and `100 feet` say 30 metres.

    Args:
        figure: a figure.
        other: one that the first may be converted from.
    """
    return any(
        _is_rounded(figure, there) or _is_rounded(other, here)
        for there, here in _conversions(figure, other)
    )


def _conversions(figure: Figure, other: Figure) -> list[tuple[Decimal, Decimal]]:
    """The values of two figures, each in the unit of the other, the second one first."""
    if {figure.unit, other.unit} == set(_DEGREES):
        conversions = [(_degrees(other), _degrees(figure))]
        if abs(other.value) <= _MOST_DEGREES_APART:
            # A difference has no freezing point: `1.5 °C warmer`.
            factor = _DEGREES_F if figure.unit == "°F" else 1 / _DEGREES_F
            conversions.append((other.value * factor, figure.value / factor))
        return conversions
    ours, theirs = _MEASURES.get(figure.unit), _MEASURES.get(other.unit)
    if ours is None or theirs is None or ours.what != theirs.what:
        return []
    if ours.is_metric is theirs.is_metric:
        return []
    factors = [theirs.worth / ours.worth]
    if "gal" in (figure.unit, other.unit):
        worth = {figure.unit: ours.worth, other.unit: theirs.worth, "gal": _IMPERIAL_GALLON}
        factors.append(worth[other.unit] / worth[figure.unit])
    return [(other.value * factor, figure.value / factor) for factor in factors]


def _degrees(figure: Figure) -> Decimal:
    if figure.unit == "°C":
        return figure.value * _DEGREES_F + _FREEZING
    return (figure.value - _FREEZING) / _DEGREES_F


def _is_rounded(figure: Figure, exact: Decimal) -> bool:
    """Whether a figure is what a number comes to at the figure's last place that counts."""
    digits = figure.value.normalize().as_tuple()
    last = Decimal(10) ** (digits.exponent if isinstance(digits.exponent, int) else 0)
    most = _MOST_APART_OF_ABOUT if figure.rough else _MOST_APART
    return abs(exact - figure.value) <= min(most * abs(figure.value), last / 2)
